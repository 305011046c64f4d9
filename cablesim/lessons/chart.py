"""What is at hand everywhere: the document, the map of who can read what where, the copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cablesim.office.clock import elapsed
from cablesim.office.event import Event
from cablesim.scenario.events import events
from cablesim.scenario.finding import MOST_SHOWN
from cablesim.scenario.running import Run
from cablesim.scenario.scenario import Scenario, Term
from cablesim.text.visible import visible_line


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of the map: stage, place, who holds the message, its form, who can read it there."""

    stage: str
    place: str
    holder: str
    form: str
    readers: tuple[str, ...]
    about: str
    simulated: str


def map_rows(run: Run) -> tuple[MapRow, ...]:
    """Return the route as rows, one for each event."""
    return tuple(_row(run, event) for event in events(run))


def _row(run: Run, event: Event) -> MapRow:
    """Return one event as a row of the map."""
    name = run.scenario.evidence.party
    return MapRow(
        event.stage,
        run.scenario.place_name(event.where),
        name(event.who).name,
        event.form.words,
        tuple(name(reader).name for reader in event.readable_by),
        event.about,
        "" if event.minutes is None else elapsed(event.minutes),
    )


def map_lines(run: Run) -> Iterator[str]:
    """Yield the map as sentences."""
    yield "The map: where the message lies in this exercise, and who can read it there."
    for row in map_rows(run):
        readers = " and ".join(map(visible_line, row.readers)) or "nobody without book and pad"
        about = f" ({row.about})" if row.about else ""
        yield (
            f"{row.stage}: {visible_line(row.holder)}, {row.place}, {row.form}{about}. "
            f"Readable by {readers}."
        )


def copy_lines(run: Run) -> Iterator[str]:
    """Yield the numbered copies as sentences."""
    standing = run.scenario.copies_standing
    yield f"The copies ({standing.value}: {standing.meaning})"
    for copy in run.copies:
        holder = run.scenario.evidence.party(copy.holder).name
        yield f"Copy {copy.number} is for {visible_line(holder)} ({copy.kind})."


def document_lines(scenario: Scenario) -> Iterator[str]:
    """Yield the document line by line, to the letter, each with its layer."""
    yield f"The document, {len(scenario.document.lines)} lines. {scenario.rights_line}"
    for number in range(1, len(scenario.document.lines) + 1):
        segments = scenario.document.segments(number)
        layers = " and ".join(dict.fromkeys(segment.layer.value for segment in segments))
        text = "".join(segment.text for segment in segments)
        yield f"Line {number} ({layers or 'empty'}): {visible_line(text)}"
        for fused in scenario.document.fused_on(number):
            yield f"  {visible_line(fused.note)}"


def glossary_lines(scenario: Scenario) -> Iterator[str]:
    """Yield what was left out of the scenario, then the glossary, one term a line."""
    yield from left_out_lines(scenario)
    yield from map(term_line, scenario.glossary)


def term_line(term: Term) -> str:
    """Return a word and what it means."""
    mark = "teaching term" if term.teaching else "term"
    return f"{visible_line(term.term)} ({mark}): {visible_line(term.text)}"


def left_out_lines(scenario: Scenario) -> Iterator[str]:
    """Yield what was left out because it is broken, with place and cure; of many the first."""
    faults = scenario.left_out
    yield from (f"Left out: {visible_line(str(fault))}" for fault in faults[:MOST_SHOWN])
    if len(faults) > MOST_SHOWN:
        yield f"And {len(faults) - MOST_SHOWN} more; cablesim check shows them."

"""Proving what belongs to the forms of a scenario: totals of copies, stages, pinned groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cablesim.errors import CablesimError
from cablesim.scenario.bysystem import BySystem
from cablesim.scenario.choices import FIRST_SEED
from cablesim.scenario.duties import act_of, idle
from cablesim.scenario.finding import Finding, Severity
from cablesim.scenario.locating import Path, Places
from cablesim.scenario.running import page_text, stream

if TYPE_CHECKING:
    from cablesim.scenario.scenario import Scenario

SHORT = "simulated.leg."


def prove_forms(scenario: Scenario, texts: Mapping[str, str]) -> list[Finding]:
    """Return what does not hold of totals, stages and groups; `texts` are the files by part."""
    found = [*_total(scenario, texts), *_spans(scenario, texts)]
    if not found:
        found += _groups(scenario, texts)
    return [*found, *_stages(scenario, texts)]


def _finding(
    texts: Mapping[str, str], part: str, path: Path, message: str, cure: str = ""
) -> Finding:
    """Return a finding at a key of a part."""
    line, column = Places(texts[part]).of(path)
    key = ".".join(map(str, path))
    return Finding("H000", part, line, column, key, message, cure)


def _total(scenario: Scenario, texts: Mapping[str, str]) -> Iterator[Finding]:
    """The stated total of copies is the sum of the list, or is said not to be."""
    stated = scenario.evidence.stated
    if stated is None:
        return
    count = sum(entry.count for entry in scenario.evidence.copies)
    path = ("copies", "total")
    if stated.agrees and count != stated.total:
        message = f"the copy list stands for {count} copies, the total says {stated.total}"
        cure = "mend one of them, or write agrees = false where the page itself differs"
        yield _finding(texts, "scenario.toml", path, message, cure)
    if not stated.agrees and count == stated.total:
        message = f"the copy list stands for {count} copies, as the total says"
        yield _finding(texts, "scenario.toml", path, message, "take agrees = false out")
    if stated.line is not None and not scenario.document.line(stated.line):
        message = f"there is nothing on line {stated.line}"
        yield _finding(texts, "scenario.toml", ("copies", "line"), message)
    known = {claim.id for claim in scenario.evidence.claims}
    for name in stated.claims:
        if name not in known:
            message = f"there is no claim '{name}'"
            yield _finding(texts, "scenario.toml", ("copies", "claims"), message)


def _stages(scenario: Scenario, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Every stage with an act has something left to do."""
    stages = scenario.evidence.route.stages
    for stage in idle(scenario.evidence):
        act = act_of(stage)
        message = f"nothing is left to '{act}' here: a stage before this one is further on"
        cure = 'move the stage up, or write act = "none" where it moves nothing'
        path = ("stage", stages.index(stage), "id")
        found = _finding(texts, "history.toml", path, message, cure)
        yield replace(found, severity=Severity.WARNING)


def _spans(scenario: Scenario, texts: Mapping[str, str]) -> Iterator[Finding]:
    """The lines of every part lie within the document, first before last."""
    last = len(scenario.document.lines)
    for part, key, spans in (
        ("scenario.toml", ("source", "telegram"), scenario.source.telegram),
        ("teaching.toml", ("text",), scenario.teaching.text),
    ):
        for span in spans:
            if not 1 <= span.first <= span.last <= last:
                message = f"lines {span.first} to {span.last} are none of the page's {last}"
                yield _finding(texts, part, key, message, "count the lines of the document")


def _groups(scenario: Scenario, texts: Mapping[str, str]) -> Iterator[Finding]:
    """The system takes the text with these parameters, and gives the groups that are pinned."""
    procedure = scenario.teaching.procedure
    if not isinstance(procedure, BySystem):
        return
    draws = partial(stream, scenario, FIRST_SEED)
    here = ("cipher", 0, "system")
    try:
        place = procedure.differing(page_text(scenario), draws) if procedure.pinned else None
        count = len(procedure.send(page_text(scenario), draws).cryptogram)
    except CablesimError as error:
        yield _finding(texts, "teaching.toml", here, str(error))
        return
    if place is not None:
        message = f"enciphering gives another group {place} than the one pinned"
        cure = "compare text, parameters and groups"
        yield _finding(texts, "teaching.toml", ("cipher", 0, "groups"), message, cure)
    variant = procedure.variant
    if variant is not None and len(variant.groups) != count:
        message = f"the variant has {len(variant.groups)} groups, the message {count}"
        path = ("cipher", 0, "variant")
        yield _finding(texts, "teaching.toml", path, message, "give as many groups")


def at_short_clock(finding: Finding, stages: tuple[str, ...], text: str) -> Finding:
    """Return a finding on a leg that was written short, at the key that the author wrote."""
    if finding.file != "teaching.toml" or not finding.key.startswith(SHORT):
        return finding
    number = int(finding.key.removeprefix(SHORT).partition(".")[0])
    line, column = Places(text).of(("simulated", stages[number]))
    return replace(finding, line=line, column=column, key=f"simulated.{stages[number]}")

"""Where a walker is: a fold over the steps taken, so that any moment can be found again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cablesim.lessons.entry import Entry
from cablesim.scenario.choices import MOST_GARBLES, Choices

# More figures than any seed has, and fewer than Python refuses to read.
LONGEST = 1000


class StepKind(StrEnum):
    """What a walker can do."""

    WENT = "went"
    ANSWERED = "answered"
    CHOSE = "chose"
    PLAYED = "played"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: to a place (name page, value beat), an answer, a choice, a sheet's place."""

    kind: StepKind
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The page and beat where the walker stands, the answers given, the choices made.

    `played` says for each sheet how many of its lines were shown.
    """

    page: str = ""
    beat: str = ""
    choices: Choices = field(default_factory=Choices)
    answers: tuple[tuple[str, str], ...] = ()
    played: tuple[tuple[str, int], ...] = ()

    def answer(self, question: str) -> str | None:
        """Return the key of the latest answer to a question, or None."""
        return dict(self.answers).get(question)

    def lines(self, sheet: str) -> int:
        """Return how many lines of a sheet were shown."""
        return dict(self.played).get(sheet, 0)


def after(progress: Progress, step: Step) -> Progress:
    """Return the progress after one more step; a step that makes no sense changes nothing."""
    return progress_of((step,), progress)


def progress_of(steps: Iterable[Step], begun: Progress | None = None) -> Progress:
    """Return where the walker is after all the steps, from where it was begun.

    What is given or shown anew goes to the end; it is gathered in tables, since a copy for each
    step would take the square of the time.
    """
    progress = begun or Progress()
    answers, played = dict(progress.answers), dict(progress.played)
    for step in steps:
        match step.kind:
            case StepKind.WENT:
                progress = replace(progress, page=step.name, beat=step.value)
            case StepKind.ANSWERED:
                answers.pop(step.name, None)
                answers[step.name] = step.value
            case StepKind.PLAYED:
                played.pop(step.name, None)
                played[step.name] = _number(step.value)
            case StepKind.CHOSE:
                progress = replace(progress, choices=_chosen(progress.choices, step))
            case StepKind.AGAIN:
                progress = Progress()
                answers.clear()
                played.clear()
    return replace(progress, answers=tuple(answers.items()), played=tuple(played.items()))


def _chosen(choices: Choices, step: Step) -> Choices:
    """Return the choices with one changed; a name or value that is unknown changes nothing."""
    match step.name:
        case "recipient":
            return replace(choices, recipient=step.value or None)
        case "garbles":
            return replace(choices, garbles=min(_number(step.value), MOST_GARBLES))
        case "clock":
            return replace(choices, clock=step.value == "on")
        case "seed":
            return replace(choices, seed=_number(step.value))
        case _:
            return choices


def _number(text: str) -> int:
    """Read a number that was kept; what is none, or longer than any of ours, counts as nought."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else 0


def walked(entries: Iterable[Entry]) -> Progress:
    """Return where the walker is by the entries of one scenario or course; others are passed by."""
    return progress_of(
        Step(StepKind(entry.kind), entry.detail.get("name", ""), entry.detail.get("value", ""))
        for entry in entries
        if entry.kind in set(StepKind)
    )

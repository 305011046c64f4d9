"""On which screen a learner is, kept so that a program that was cut off opens there again.

Somebody who leaves a screen is at home; whoever was cut off, or left the whole program, is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record

SETTINGS = "cablesim"
KIND, FIRST, THEME = "screen", "first-run", "theme"


class Spot(StrEnum):
    """A screen that is opened again."""

    HOME = "home"
    EXERCISE = "exercise"
    LESSON = "lesson"
    REVIEW = "review"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A screen, and of which scenario or course and which of its exercises, where it has any.

    `asked` is the exercise that stands open over a lesson, a review or a check.
    """

    spot: Spot = Spot.HOME
    scenario: str = ""
    item: str = ""
    asked: str = ""


def where(record: Record) -> Whereabouts:
    """Return the screen on which the learner was last."""
    left = [entry.detail for entry in record.of(SETTINGS) if entry.kind == KIND]
    last = left[-1] if left else {}
    name = last.get("name", "")
    if name not in set(Spot):
        return Whereabouts()
    return Whereabouts(Spot(name), *(last.get(key, "") for key in ("scenario", "item", "asked")))


def went(record: Record, there: Whereabouts) -> None:
    """Keep where the learner is; the same screen again costs nothing."""
    if there != where(record):
        detail = {"name": there.spot.value, "scenario": there.scenario, "item": there.item}
        detail |= {"asked": there.asked} if there.asked else {}
        record.add(Entry(SETTINGS, "", KIND, detail), firm=False)


def is_new(record: Record) -> bool:
    """Tell whether the learner is new here: nothing was done, and that can be kept.

    A theme is kept before anything is done, so it does not count.
    """
    if not record.is_new(SETTINGS):
        return False
    return all(entry.kind == THEME for entry in record.of(SETTINGS))


def welcomed(record: Record) -> None:
    """Keep that the first run was seen, so that it never comes again."""
    record.add(Entry(SETTINGS, "", FIRST, {}))

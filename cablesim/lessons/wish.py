"""What was asked for at the door: a scenario and choices, or home; and is a screen there."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum


class Room(StrEnum):
    """Where a scenario is opened: to be walked, previewed while it is written, or written."""

    WALK = "walk"
    PREVIEW = "preview"
    STUDIO = "studio"


class Door(StrEnum):
    """Where a learner enters, beside the walk: exercises, review, lessons, progress."""

    EXERCISES = "exercises"
    REVIEW = "review"
    LESSONS = "lessons"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Wish:
    """A scenario by id or folder and the choices given; None leaves a choice as it was.

    `file` names the file that the studio opens first. Through a `door` the scenario may
    be a course, and `item` names an exercise or a lesson of it.
    `record` names the file that a recorded walk is written to.
    """

    scenario: str | None = None
    seed: int | None = None
    garbles: int | None = None
    recipient: str | None = None
    clock: bool | None = None
    door: Door | None = None
    item: str = ""
    room: Room = Room.WALK
    file: str = ""
    record: str | None = None


def at_keyboard() -> bool:
    """Tell whether a person sits at a terminal, who can be asked."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def at_terminal() -> bool:
    """Tell whether a person sits at a terminal that can show a screen."""
    return at_keyboard() and os.environ.get("TERM") != "dumb"

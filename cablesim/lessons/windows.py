"""What another window did on the record, in a sentence for the learner at this one."""

from __future__ import annotations

from collections.abc import Sequence

from cablesim.lessons.entry import Event
from cablesim.lessons.merging import FORGOTTEN
from cablesim.lessons.whereabouts import SETTINGS

NEWEST = "Where both answer, the newest counts."


def told(events: Sequence[Event]) -> str:
    """Return what to say of events that other windows wrote; nothing where no work was done.

    The latest is named: it is where the other window is.
    """
    work = [event.entry for event in events if event.entry.scenario != SETTINGS]
    if not work:
        return ""
    last = work[-1]
    if last.kind == FORGOTTEN:
        return "Another window has taken steps off this record; what is shown here may be one."
    exercise = last.detail.get("exercise", "")
    what = f"exercise {exercise} of {last.scenario}" if exercise else last.scenario
    return f"Another window goes on in this record: {what}. {NEWEST}"

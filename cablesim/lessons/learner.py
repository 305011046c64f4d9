"""Whose variants a record draws: a name made up at random, kept on the record like all else.

Learners alone have no class and no number, and yet each is to have variants that are nobody
else's. So a record is given a name before its first variant is opened. It travels with an export
and is joined like any event; of two names the one that was kept first draws what is fresh, and
each variant keeps the name under which it was opened, so that it is drawn as it was.

A record whose exercises were begun before there were names keeps the name that all had then.
"""

from __future__ import annotations

import secrets

from cablesim.lessons.acts import Opened, act_of
from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record
from cablesim.lessons.whereabouts import SETTINGS

LEARNER = "learner"


def new_learner() -> str:
    """Return a name that nobody has had before; it says nothing of the person."""
    return secrets.token_hex(8)


def learner_of(record: Record) -> str:
    """Return the name under which a record draws fresh variants; one without gets one, for good."""
    for entry in record.of(SETTINGS):
        if entry.kind == LEARNER and entry.detail.get("name"):
            return entry.detail["name"]
    name = _before(record) or new_learner()
    record.add(named(name))
    return name


def _before(record: Record) -> str:
    """Return the name under which the first variant on a record was opened, if any was."""
    acts = (act_of(event.entry) for event in record.events())
    opened = (act.about.student for act in acts if act and isinstance(act.what, Opened))
    return next(opened, "")


def named(name: str) -> Entry:
    """Return the entry that gives a record its name."""
    return Entry(SETTINGS, "", LEARNER, {"name": name})

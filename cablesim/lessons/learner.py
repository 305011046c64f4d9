"""Whose variants a record draws: a name that is the learner's own, kept on the record.

Learners alone have no class and no number, and yet each is to have variants that are theirs. So a
record is given a name before its first variant is opened: it follows from who is logged in at
which machine, so that the same person is asked the same there, whatever record is in use, and says
nothing of the person; `CABLESIM_LEARNER` gives another. It travels with an export and is joined
like any event; of two names the one that was kept first draws what is fresh, and each variant
keeps the name under which it was opened, so that it is drawn as it was.

A record whose exercises were begun before there were names keeps the name that all had then.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import platform
from pathlib import Path

from cablesim.exercises.seeds import SELF
from cablesim.lessons.acts import Opened, act_of
from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record
from cablesim.lessons.whereabouts import SETTINGS

LEARNER = "learner"
GIVEN = "CABLESIM_LEARNER"
# A name is so many figures of a hash: enough for a class, too few to tell who somebody is.
LENGTH = 8
# Where Linux keeps the number of a machine, which stays when its name is changed (machine-id(5)).
MACHINE = Path("/etc/machine-id")


def new_learner() -> str:
    """Return the name of who sits here: the one given, or one of the login at this machine."""
    given = os.environ.get(GIVEN, "").strip()
    if given:
        return given
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return SELF
    whose = f"cablesim learner {login} at {_machine()}"
    return hashlib.sha256(whose.encode("utf-8", "surrogateescape")).hexdigest()[:LENGTH]


def _machine() -> str:
    """Return the number of this machine, or its name where it has none."""
    try:
        number = MACHINE.read_text("ascii").strip()
    except (OSError, UnicodeError):
        number = ""
    return number or platform.node()


def learner_of(record: Record) -> str:
    """Return the name under which a record draws fresh variants; one without gets one, for good."""
    name = _kept(record)
    if not name:
        name = learner_here(record)
        record.add(named(name))
    return name


def learner_here(record: Record) -> str:
    """Return the name that a record has, or would get; nothing is written."""
    return _kept(record) or _before(record) or new_learner()


def _kept(record: Record) -> str:
    """Return the name on a record, or the empty text."""
    names = (entry.detail.get("name") for entry in record.of(SETTINGS) if entry.kind == LEARNER)
    return next(filter(None, names), "")


def _before(record: Record) -> str:
    """Return the name under which the first variant on a record was opened, if any was."""
    acts = (act_of(event.entry) for event in record.events())
    opened = (act.about.student for act in acts if act and isinstance(act.what, Opened))
    return next(opened, "")


def named(name: str) -> Entry:
    """Return the entry that gives a record its name."""
    return Entry(SETTINGS, "", LEARNER, {"name": name})

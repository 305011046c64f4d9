"""Joining records, and forgetting: pure functions on events.

A record is a set of events in the order of their places. Joining two is their union, so it does
not matter which comes first, how many are joined or how often. What was forgotten stays so: a
`forgotten` event takes away everything before it that it covers, and joining an older copy does
not bring it back.

A turn that lies after the present of the machine that joins cannot be right. Such an event is taken
over, but moved to just after all that can be right; such a `forgotten` takes nothing away, since
nobody can tell what it came after.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cablesim.errors import CablesimError
from cablesim.lessons.days import LATEST, SLACK, day_of, is_day
from cablesim.lessons.entry import Entry, Event, turn_after

FORGOTTEN = "forgotten"
LATEST_TURN = (LATEST - date(1970, 1, 1).toordinal()) * 24 * 60 * 60 * 1000


class MergeConflict(CablesimError):  # noqa: N818 - the name says what was found.
    """Two events bear one identity and are not the same."""


class WouldRemove(CablesimError):  # noqa: N818 - the name says what would happen.
    """Joining would take away steps of ours, and nobody agreed to that; nothing was changed."""

    def __init__(self, steps: Sequence[Event]) -> None:
        self.steps = tuple(steps)
        count = len(self.steps)
        verb = "step of yours" if count == 1 else "of your steps"
        super().__init__(
            f"{count} {verb} would be removed, because the other record forgot "
            f"{'it' if count == 1 else 'them'}; nothing was changed. Add --yes to take all of it "
            "over: your record as it is now is kept beside it"
        )


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be forgotten: everything, a scenario, an exercise of it, or one variant of that.

    An empty name stands for all there are; `number` is the variant's number as it is kept.
    """

    scenario: str = ""
    exercise: str = ""
    number: str = ""

    @property
    def entry(self) -> Entry:
        """Return the entry that keeps this forgotten; it holds no answer."""
        return Entry(
            self.scenario, "", FORGOTTEN, {"exercise": self.exercise, "number": self.number}
        )

    def covers(self, entry: Entry) -> bool:
        """Tell whether an entry is to be forgotten."""
        return self in _scopes(entry)


def _scopes(entry: Entry) -> tuple[Scope, ...]:
    """Return every scope that covers an entry, the widest first."""
    exercise, number = entry.detail.get("exercise", ""), entry.detail.get("number", "")
    found = [Scope()]
    if entry.scenario:
        found.append(Scope(entry.scenario))
    if entry.scenario and exercise:
        found.append(Scope(entry.scenario, exercise))
    if entry.scenario and exercise and number:
        found.append(Scope(entry.scenario, exercise, number))
    return tuple(found)


def _scope_of(entry: Entry) -> Scope:
    """Return the scope that a `forgotten` entry keeps."""
    return Scope(entry.scenario, entry.detail.get("exercise", ""), entry.detail.get("number", ""))


def kept(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in order without those that a later `forgotten` event covers."""
    forgotten: set[Scope] = set()
    left: list[Event] = []
    for event in sorted(events, key=lambda event: event.place, reverse=True):
        if not forgotten.isdisjoint(_scopes(event.entry)):
            continue
        left.append(event)
        if event.entry.kind == FORGOTTEN:
            forgotten.add(_scope_of(event.entry))
    return tuple(reversed(left))


def merged(ours: Iterable[Event], theirs: Iterable[Event]) -> tuple[Event, ...]:
    """Return the union of two records in order, without what either has forgotten.

    An event that both have keeps our turn. Raises MergeConflict where one identity stands for two
    different events.
    """
    union = {event.id: event for event in ours}
    for event in theirs:
        known = union.setdefault(event.id, event)
        if (known.at, known.entry) != (event.at, event.entry):
            raise MergeConflict(
                f"event {event.id} is not the same in both records, so one of them was changed; "
                "export it again on the machine where it was made"
            )
    return kept(union.values())


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining gives: our steps that go, events that come, and how many were left out why.

    `unheeded` counts wishes to forget that cannot be right and would have taken away steps of ours.
    """

    comes: tuple[Event, ...]
    goes: tuple[Event, ...]
    known: int
    forgotten: int
    unheeded: int

    @property
    def lost(self) -> tuple[Event, ...]:
        """The steps that go; a wish to forget that a wider one covers is no loss."""
        return tuple(event for event in self.goes if event.entry.kind != FORGOTTEN)


def joined(ours: Sequence[Event], theirs: Iterable[Event], present: str) -> Joined:
    """Join the events of another record to ours at a moment of our clock."""
    known = {event.id for event in ours}
    given = {event.id: event for event in theirs}
    fresh = [event for event in given.values() if event.id not in known]
    latest = _latest(present)
    heeded = _heeded(ours, fresh, latest)
    end = max(latest, *(event.turn for event in ours)) if ours else latest
    union = merged(ours, (*_moved(heeded, end), *(given[name] for name in given.keys() & known)))
    left = {event.id for event in union}
    comes = tuple(event for event in union if event.id not in known)
    return Joined(
        comes,
        tuple(event for event in ours if event.id not in left),
        len(given) - len(fresh),
        len(heeded) - len(comes),
        len(fresh) - len(heeded),
    )


def _latest(present: str) -> int:
    """Return the latest turn that can be right, by a clock that may itself be far off."""
    believed = is_day(day_of(present))
    return turn_after(0, present) + SLACK // timedelta(milliseconds=1) if believed else LATEST_TURN


def _heeded(ours: Iterable[Event], fresh: Iterable[Event], latest: int) -> list[Event]:
    """Return the events without those that cannot be right and would take away steps of ours."""
    steps = (event.entry for event in ours if event.entry.kind != FORGOTTEN)
    dear = {scope for entry in steps for scope in _scopes(entry)}
    return [
        event
        for event in fresh
        if event.entry.kind != FORGOTTEN
        or event.turn <= latest
        or _scope_of(event.entry) not in dear
    ]


def _moved(events: Iterable[Event], end: int) -> list[Event]:
    """Move the events that lie after the end to just after it, in their order."""
    ordered = sorted(events, key=lambda event: event.place)
    after = [event for event in ordered if event.turn > end]
    moved = (replace(event, turn=end + n) for n, event in enumerate(after, 1))
    return [*ordered[: len(ordered) - len(after)], *moved]

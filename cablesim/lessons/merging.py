"""Joining records, and forgetting: pure functions on events.

A record is a set of events in the order of their places. Joining two is their union, so it does
not matter which comes first, how many are joined or how often. What was forgotten stays so: a
`forgotten` event takes away everything before it that it covers, and joining an older copy does
not bring it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cablesim.errors import CablesimError
from cablesim.lessons.entry import Entry, Event

FORGOTTEN = "forgotten"


class MergeConflict(CablesimError):  # noqa: N818 - the name says what was found.
    """Two events bear one identity and are not the same."""


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

    Raises MergeConflict where one identity stands for two different events.
    """
    union = {event.id: event for event in ours}
    for event in theirs:
        if union.setdefault(event.id, event) != event:
            raise MergeConflict(
                f"event {event.id} is not the same in both records, so one of them was changed; "
                "export it again on the machine where it was made"
            )
    return kept(union.values())

"""What stands on the record: an entry, and the event that it is once it has its place.

An event has an identity of its own, so that two records can be joined and joined again, and a
turn, which says what came before what. A turn is the moment of the clock in milliseconds, or one
more than the last turn where the clock stands still or was set back: within one record no clock
can change the order, and between two records the order is that of the clocks as far as they agree.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a learner did: in which scenario and version, its kind, its detail by name."""

    scenario: str
    version: str
    kind: str
    detail: dict[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """An entry with its identity (32 hexadecimal signs), its turn and its moment by the clock."""

    id: str
    turn: int
    at: str
    entry: Entry

    @property
    def place(self) -> tuple[int, str]:
        """Where the event stands among all others; no two events share a place."""
        return self.turn, self.id

    @property
    def believed(self) -> str:
        """The moment, or the empty text where it is later than the turn.

        A turn is never before its clock, unless another machine knew that the clock was ahead.
        """
        return self.at if turn_after(0, self.at) <= max(self.turn, 1) else ""


def now() -> str:
    """Return the present moment in UTC, to the minute: how fast somebody types is not kept."""
    return datetime.now(UTC).isoformat(timespec="minutes")


def new_identity() -> str:
    """Return an identity that nobody has used before."""
    return secrets.token_hex(16)


def old_identity(seq: int, at: str, entry: Entry) -> str:
    """Return the identity of an entry that was written before entries had one.

    It follows from the entry alone, so that copies of one old record stay one record.
    """
    parts = [seq, at, entry.scenario, entry.version, entry.kind, sorted(entry.detail.items())]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:32]


# Each moment is looked at several times in a row, and many steps share one.
@lru_cache(maxsize=64)
def moment(at: str) -> datetime | None:
    """Read a moment that was kept; None for what is no moment or says no offset."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def turn_after(last: int, at: str) -> int:
    """Return the turn that follows the last one at a moment of the clock.

    >>> turn_after(0, "1970-01-01T00:00:02+00:00")
    2000
    >>> turn_after(2000, "1970-01-01T00:00:01+00:00")
    2001
    """
    read = moment(at)
    by_clock = 0 if read is None else int(read.timestamp()) * 1000
    return max(last + 1, by_clock)


def detail_of(text: str) -> dict[str, str]:
    """Read one event's detail; what is no table of texts counts as empty."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): str(value) for name, value in found.items()}

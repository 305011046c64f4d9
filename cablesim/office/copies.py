"""Copies as objects: each has a number and a holder, who may be a person, an office or a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """One numbered copy."""

    number: int
    holder: str
    kind: str


def numbered(entries: Iterable[tuple[str, str, int]]) -> tuple[Copy, ...]:
    """Number the copies of a list of (holder, kind, count), in the order of the list.

    >>> [copy.holder for copy in numbered([("originator", "person", 2), ("molotov", "person", 1)])]
    ['originator', 'originator', 'molotov']
    """
    holders = [(holder, kind) for holder, kind, count in entries for _ in range(count)]
    return tuple(Copy(number, holder, kind) for number, (holder, kind) in enumerate(holders, 1))

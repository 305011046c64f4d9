"""The copy list as the document has it: holders with their counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A holder on the copy list: the party, how many copies, what kind of holder."""

    to: str
    count: int
    kind: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """How many copies the page itself states, where, and whether its list agrees."""

    total: int
    agrees: bool = True
    line: int | None = None
    claims: tuple[str, ...] = ()

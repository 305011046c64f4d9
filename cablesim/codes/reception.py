"""The receiving clerk: cut what came in into its sections and say which of them are sound.

The clerk has no clear text to compare with. What he has: the number of groups that the message
itself states, a check after every section, five figures in every group, and his own pad, whose
pages begin with known groups and come in order.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from cablesim.codes.additive import TAIL
from cablesim.codes.pad import FIVE, Pad
from cablesim.text.digits import column_sums

_SLACK = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A section as received: the place of its first group (from 1), its groups, what is wrong."""

    first: int
    groups: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Nothing is wrong with it."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the receiving clerk found: the sections, the count stated and the count received."""

    sections: tuple[Section, ...]
    stated: int | None
    received: int

    @property
    def faulty(self) -> tuple[int, ...]:
        """The indexes of the sections to ask for again."""
        return tuple(i for i, section in enumerate(self.sections) if not section.sound)


def inspect(groups: Sequence[str], pad: Pad) -> Inspection:
    """Cut received groups into sections and check each of them.

    Of a whole message every section comes out sound; a section with a changed, lost, doubled or
    clipped group comes out faulty, as long as no two faults in it cancel each other.
    """
    bounds = _bounds(groups, pad)
    sections = tuple(
        _section(start, tuple(groups[start:end]), tail=end == len(groups))
        for start, end in itertools.pairwise(bounds)
    )
    tail = sections[-1] if sections else None
    stated = int(tail.groups[1]) if tail is not None and tail.sound else None
    return Inspection(sections, stated, len(groups))


def _bounds(groups: Sequence[str], pad: Pad) -> list[int]:
    """Return where the sections begin, and the end: each page begins with a group of the pad."""
    bounds = [0]
    fresh = pad.fresh()
    tail = max(len(groups) - TAIL, 0)
    for page, following in itertools.pairwise(fresh):
        expected = bounds[-1] + len(page.additive) + 2
        if expected > tail + _SLACK:
            break
        found = _near(groups, following.indicator, expected)
        if found is None and expected >= tail:
            break
        bounds.append(expected if found is None else found)
    start = _tail_start(groups, bounds[-1], fresh[len(bounds) - 1].groups if fresh else ())
    return [*bounds, start, len(groups)] if start > bounds[-1] else [*bounds, len(groups)]


def _tail_start(groups: Sequence[str], after: int, page: Sequence[str]) -> int:
    """Return where the last four groups begin, by their check or by the page's end mark."""
    usual = max(len(groups) - TAIL, after)
    if _adds_up(tuple(groups[usual:])):
        return usual
    for start in range(max(after + 1, usual - _SLACK), min(usual + _SLACK, len(groups))):
        used = start - after - 2
        if 0 <= used < len(page) - 1 and groups[start] == page[1 + used]:
            return start
    return usual


def _near(groups: Sequence[str], wanted: str, expected: int) -> int | None:
    """Return where a group stands, at the expected place or close to it."""
    for offset in sorted(range(-_SLACK, _SLACK + 1), key=abs):
        place = expected + offset
        if 0 < place < len(groups) and groups[place] == wanted:
            return place
    return None


def _adds_up(groups: tuple[str, ...]) -> bool:
    """Tell whether the last group is the check of those before it."""
    if len(groups) < 2 or any(len(group) != FIVE for group in groups):  # noqa: PLR2004
        return False
    return column_sums(groups[:-1]) == groups[-1]


def _section(start: int, groups: tuple[str, ...], *, tail: bool) -> Section:
    """Check one section."""
    faults: list[str] = []
    short = sum(len(group) != FIVE for group in groups)
    if short:
        faults.append(f"{short} without five figures")
    elif not _adds_up(groups):
        faults.append("the check does not agree")
    if tail and len(groups) != TAIL:
        faults.append(f"{len(groups)} groups at the end instead of {TAIL}")
    return Section(start + 1, groups, tuple(faults))

"""The receiving clerk: cut what came in into its sections and say which of them are sound.

The clerk has no clear text to compare with. What he has: the number of groups that the message
itself states, a check after every section, five figures in every group, and his own pad, whose
pages begin with known groups, come in order and hold a known number of groups.

So he settles first how many groups were sent. For every number that could have been, the pad
tells the end mark, and end mark and stated count stand near the end of what came. The number sent
gives the length of every section; where a group was lost or doubled, the next page's indicator,
or the end mark, shows where the next section begins.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cablesim.codes.additive import TAIL
from cablesim.codes.pad import FIVE, Pad
from cablesim.text.digits import column_sums

_SLACK = 3
_APART = 60
_FRAME = 2
_MARK, _COUNT, _LENGTH = 3, 2, 1


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


@dataclass(frozen=True, slots=True)
class _Sent:
    """One section as it may have been sent: how it opens, its length, what follows it."""

    opening: str
    length: int
    following: str


_Plan = tuple[_Sent, ...]


def inspect(groups: Sequence[str], pad: Pad) -> Inspection:
    """Cut received groups into sections and check each of them.

    Of a whole message every section comes out sound. Any one changed, lost, doubled or clipped
    group makes a section come out faulty, and the sections are as many as were sent; a section
    that is missing altogether makes those from its place on come out faulty.
    """
    plan = _most_likely(groups, pad)
    bounds = (*_starts(groups, plan), len(groups))
    received = [tuple(groups[start:end]) for start, end in itertools.pairwise(bounds)]
    faults = [*map(_page_faults, received[:-1], plan), _tail_faults(received[-1], plan)]
    sections = tuple(
        Section(start + 1, section, found)
        for start, section, found in zip(bounds[:-1], received, faults, strict=True)
    )
    tail = sections[-1]
    return Inspection(sections, int(tail.groups[1]) if tail.sound else None, len(groups))


def _most_likely(groups: Sequence[str], pad: Pad) -> _Plan:
    """Return the pages that the end of the message speaks for; none where nothing can be sent so.

    The end mark says more than the count, because serial and day may look like a count; where
    neither can be found, the length received decides.
    """
    slack = _SLACK + len(groups) // _APART
    totals = {*range(len(groups) - slack, len(groups) + slack + 1), *_stated(groups)}

    def signs(plan: _Plan) -> tuple[int, int]:
        total = _total(plan)
        found = _MARK * (plan[-1].following in groups[-TAIL - 1 : -2])
        found += _COUNT * (f"{total:05d}" in groups[-TAIL:-1])
        found += _LENGTH * (total == len(groups))
        return found, -abs(total - len(groups))

    return max(_plans(pad, totals), key=signs, default=())


def _stated(groups: Sequence[str]) -> Iterator[int]:
    """Yield the numbers near the end that may be the count; one group may be lost or doubled."""
    return (int(group) for group in groups[-TAIL:-1] if _is_five(group))


def _plans(pad: Pad, totals: Iterable[int]) -> Iterator[_Plan]:
    """Yield, for each total that a message can have, its pages as they would be sent."""
    wanted = sorted(totals)
    before: _Plan = ()
    sent = 0
    for page in pad.fresh():
        if before:
            before = (*before[:-1], replace(before[-1], following=page.indicator))
        for total in wanted:
            used = total - TAIL - _FRAME - sent
            if 1 <= used <= len(page.additive):
                last = _Sent(page.indicator, used + _FRAME, page.groups[1 + used])
                yield (*before, last)
        before = (*before, _Sent(page.indicator, len(page.additive) + _FRAME, ""))
        sent += len(page.additive) + _FRAME


def _total(plan: _Plan) -> int:
    """Return the number of groups of a whole message."""
    return sum(section.length for section in plan) + TAIL


def _starts(groups: Sequence[str], plan: _Plan) -> Iterator[int]:
    """Yield where each section begins, the last four groups included."""
    start = 0
    yield start
    for section in plan:
        start = _end(groups, start, section)
        yield start


def _end(groups: Sequence[str], start: int, section: _Sent) -> int:
    """Return where a section ends: before what follows it, or after as many groups as were sent."""
    expected = min(start + section.length, len(groups))
    for offset in sorted(range(-_SLACK, _SLACK + 1), key=abs):
        place = expected + offset
        if start < place < len(groups) and groups[place] == section.following:
            return place
    return expected


def _page_faults(groups: tuple[str, ...], sent: _Sent) -> tuple[str, ...]:
    """Return what is wrong with the section of a page."""
    found = _faults(groups)
    if found:
        return found
    if len(groups) != sent.length:
        return (f"{len(groups)} groups instead of {sent.length}",)
    return () if groups[0] == sent.opening else ("it does not begin as its pad page does",)


def _tail_faults(groups: tuple[str, ...], plan: _Plan) -> tuple[str, ...]:
    """Return what is wrong with the last four groups."""
    found = _faults(groups)
    if len(groups) != TAIL:
        return (*found, f"{len(groups)} groups at the end instead of {TAIL}")
    if found:
        return found
    if not plan:
        return ("no fresh page of the pad stands before it",)
    return () if int(groups[1]) == _total(plan) else (f"it states {int(groups[1])} groups",)


def _faults(groups: tuple[str, ...]) -> tuple[str, ...]:
    """Return what can be seen wrong with any section by itself."""
    short = sum(not _is_five(group) for group in groups)
    if short:
        return (f"{short} without five figures",)
    adds_up = bool(groups) and column_sums(groups[:-1]) == groups[-1]
    return () if adds_up else ("the check does not agree",)


def _is_five(group: str) -> bool:
    """Tell whether a received group is five figures."""
    return len(group) == FIVE and group.isascii() and group.isdigit()

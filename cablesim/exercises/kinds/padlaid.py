"""Single groups that were worked with another group: with one of the pad, or one of the text.

A pad that lies beside its place spoils all groups. Where some are right, each that is wrong is told
by itself: which pad group lay under it, or which group of the text stood over the pad.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from cablesim.exercises.figures import minus, plus
from cablesim.exercises.judging.rows import COPIED_PAD, EXCHANGED, WRONG, Compared, Miss
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.slips import ADDED_INDICATOR, OTHER_PAD, SHIFTED, TURNED_ROUND

# Groups of fewer figures are alike by chance.
LEAST = 4
_LAID = frozenset({SHIFTED, ADDED_INDICATOR})


class Under:
    """The groups of an answer over the pad: `count` of them were asked for."""

    def __init__(self, work: BookWork, count: int) -> None:
        self.encodes = work.task.encodes
        self.size = work.text.size
        self.row = work.pages[work.page].row
        self.head = len(work.pages[work.page].indicator)
        self.upper = work.text.row if self.encodes else work.laid.cipher
        # The number of the first group of the text is that many behind its place from nought.
        named = self.encodes and bool(self.head)
        self.number = 1 + named
        self.lead = int(named and not work.given)
        self.skip = len(self.upper) - (count - self.lead) * self.size

    def start(self, miss: Miss) -> int:
        """Return where the figures of a group stand in the text, or -1 for what is no sum."""
        start = self.skip + (miss.place - self.lead) * self.size
        fits = 0 <= start <= len(self.upper) - self.size and len(miss.wrote) == self.size
        return start if fits else -1

    def own(self, start: int) -> tuple[str, str]:
        """Return the group of the text and the one of the pad that belong together."""
        end = start + self.size
        return self.upper[start:end], self.row[self.head + start : self.head + end]

    def pad_used(self, start: int, wrote: str) -> int:
        """Return where a pad begins that gives what was written, or -1; nearest places first."""
        upper, _ = self.own(start)
        used = minus(wrote, upper) if self.encodes else minus(upper, wrote)
        here = self.head + start
        far = range(0, len(self.row) if self.size >= LEAST else 0, self.size)
        near = (here + self.size, here - self.size, here + 1, here - 1)
        for at in chain(near, far):
            if at >= 0 and at != here and self.row[at : at + self.size] == used:
                return at
        return -1

    def text_used(self, start: int, wrote: str) -> str:
        """Return the group of the text that gives what was written over its own pad."""
        _, pad = self.own(start)
        return minus(wrote, pad) if self.encodes else plus(wrote, pad)


def named_singly(work: BookWork, result: Compared) -> Compared:
    """Return a comparison in which groups that were worked with another one are named by that."""
    misses = list(result.misses)
    if not work.task.adds or all(miss.name == EXCHANGED for miss in misses):
        return result
    under = Under(work, len(result.parts))
    starts = [under.start(miss) if miss.wrote else -1 for miss in misses]
    moved = _is_moved(len(result.parts) - under.lead, misses, starts)
    over = [
        under.text_used(start, miss.wrote) if start >= 0 else ""
        for start, miss in zip(starts, misses, strict=True)
    ]
    owns = [under.own(start)[0] if start >= 0 else "" for start in starts]
    pairs = set(zip(over, owns, strict=True))
    for n, (miss, start) in enumerate(zip(misses, starts, strict=True)):
        if start < 0 or (miss.name in _LAID and moved):
            continue
        if over[n] != owns[n] and (owns[n], over[n]) in pairs:
            misses[n] = miss._replace(name=EXCHANGED)
        elif miss.name == WRONG or miss.name in _LAID:
            misses[n] = miss._replace(name=_single(under, start, miss.wrote))
    return result._replace(misses=tuple(misses))


def _is_moved(count: int, misses: Sequence[Miss], starts: Sequence[int]) -> bool:
    """Say whether the pad lay beside its place under most of `count` groups, and none is right."""
    summed = [miss for miss, start in zip(misses, starts, strict=True) if start >= 0]
    laid = [miss.name for miss in summed if miss.name in _LAID]
    return len(summed) == count and len(set(laid)) == 1 and 2 * len(laid) > count


def _single(under: Under, start: int, wrote: str) -> str:
    """Name what was done to one group."""
    upper, pad = under.own(start)
    if under.size >= LEAST and wrote == pad:
        return COPIED_PAD
    if under.size >= LEAST and not under.encodes and wrote == minus(pad, upper):
        return TURNED_ROUND
    return OTHER_PAD if under.pad_used(start, wrote) >= 0 else WRONG


def why_single(work: BookWork, result: Compared, miss: Miss) -> str:
    """Say which group was worked with another one, if that is the mistake."""
    if miss.name not in (OTHER_PAD, EXCHANGED) or not work.task.adds:
        return ""
    under = Under(work, len(result.parts))
    start = under.start(miss)
    if start < 0:
        return ""
    told = _text_of if miss.name == EXCHANGED else _pad_of
    return told(under, start, miss.wrote)


def _pad_of(under: Under, start: int, wrote: str) -> str:
    """Say what of the pad lay under a group."""
    at = under.pad_used(start, wrote) - under.head
    if at % under.size:
        return "the pad under it lies one figure beside its place"
    if at < 0:
        return "under it you used the indicator, and that only names the page"
    if at >= len(under.upper):
        return "under it you used a pad group that stands behind the last one needed"
    return f"under it you used the pad group of group {at // under.size + under.number}"


def _text_of(under: Under, start: int, wrote: str) -> str:
    """Say which group of the text stood over the pad of another one; nothing if none did."""
    found, upper = under.text_used(start, wrote), under.upper
    places = range(0, len(upper), under.size)
    at = next((at for at in places if upper[at : at + under.size] == found), -1)
    if at < 0:
        return ""
    number = at // under.size + under.number
    if under.encodes:
        return (
            f"less the pad it is {found}, and that is the code group that belongs in group {number}"
        )
    return f"with the pad it is {found}, and that came in as group {number}"

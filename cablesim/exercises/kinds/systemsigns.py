"""What a few wrong signs of a teaching system's result come from, where the rest is right.

Three wrong signs that one mistake gives, and no other, are that mistake. One or two may be so by
chance: of these it is said what would give them, and nothing is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cablesim.exercises.judging.rows import (
    APART,
    COPIED_PAD,
    WRONG,
    Compared,
    Miss,
    Row,
    exchanged,
)
from cablesim.exercises.judging.sentences import USUAL
from cablesim.exercises.kinds.systemslips import COPIED, number_of
from cablesim.exercises.kinds.systemways import ENOUGH, OFF_BY_ONE
from cablesim.exercises.kinds.systemwork import SystemWork
from cablesim.exercises.verdict import Remark

_ALSO = re.compile(r" \(Also ([\d, ]+)\.\)$")
# The mistakes that can be made at one sign, and what is said of it.
_GIVES: Mapping[str, str] = {
    COPIED: "{read} stands in the text, and nothing was done to it",
    "other-way": "{read} is what the other way gives",
    "subtracted": "{read} is what is left when the key is taken away",
    "added": "{read} comes out if the key is added once more",
    OFF_BY_ONE: "{read} comes out if it is counted one step off",
    "key-shifted": "{read} comes out with what stands beside it in the key",
    "turned-round": "{read} comes out if the two rows stand the wrong way round",
    APART: "{read} comes out if the smaller figure is taken from the larger",
    COPIED_PAD: "{read} stands in the key, and nothing was done with it",
    "carried": "{read} comes out if a ten is carried",
    "borrowed": "{read} comes out if a ten is borrowed",
}


def lines_up(result: Compared) -> bool:
    """Say whether an answer can be laid along the right one: half of all places are right."""
    return 2 * sum(column.right for column in result.columns) >= len(result.columns)


def named_by_signs(work: SystemWork, result: Compared, model: Row) -> Compared:
    """Return a comparison, place by place, with wrong signs named that one mistake alone gives.

    All wrong signs are named, or else the runs of them; two may stand in each other's place.
    """
    misses = result.misses
    if any(miss.name for miss in misses) or len(misses) < len("ab"):
        return result
    if len(misses) == len("ab"):
        one, other = misses
        pair = exchanged(misses, model) if other.place > one.place + 1 else misses
        return result._replace(misses=tuple(pair))
    known = _name(work, misses)
    if known:
        return result._replace(misses=tuple([miss._replace(name=known) for miss in misses]))
    named: list[Miss] = []
    for run in runs(misses):
        name = _name(work, run)
        named += [miss._replace(name=name) for miss in run]
    return result._replace(misses=tuple(named))


def runs(misses: Sequence[Miss]) -> Iterator[Sequence[Miss]]:
    """Yield misses in rows of neighbours."""
    start = 0
    for n in range(1, len(misses) + 1):
        if n == len(misses) or misses[n].place != misses[n - 1].place + 1:
            yield misses[start:n]
            start = n


def _name(work: SystemWork, misses: Sequence[Miss]) -> str:
    """Return the only mistake that gives so many wrong signs, if they are enough."""
    if len(misses) < ENOUGH:
        return WRONG
    found = _giving(work, [(miss.place, miss.wrote) for miss in misses])
    return found[0] if len(found) == 1 else WRONG


def _giving(work: SystemWork, signs: Iterable[tuple[int, str]]) -> Sequence[str]:
    """Return the mistakes that give signs at their places (from 0), if the system has any."""
    worked, given = work.worked, work.given
    if worked.work.system.family == "transposition":
        return ()
    pairs = [(given + place, wrote) for place, wrote in signs]
    names = [
        name
        for name, row, _ in chain(worked.slips, worked.rarer)
        if name in _GIVES
        and len(row) == len(worked.right)
        and all(row.startswith(wrote, place) for place, wrote in pairs)
    ]
    return list(dict.fromkeys(names))


def why_signs(work: SystemWork, miss: Miss, *, aligned: bool) -> str:
    """Say that signs are not right, and what would give them or from what they are worked again.

    `aligned` says that an answer stands place by place beside the right one.
    """
    if miss.name != WRONG:
        return ""
    count = len(miss.wrote)
    few = aligned and count < ENOUGH
    names = _giving(work, [(miss.place, miss.wrote)]) if few else ()
    hint = _hint(work, names[0], miss) if len(names) == 1 else work.again(count)
    return f"these {count} are not right; {hint}" if count > 1 else f"it is not right; {hint}"


def _hint(work: SystemWork, name: str, miss: Miss) -> str:
    """Say what would give a wrong sign."""
    number = number_of(work.worked.work) if name == OFF_BY_ONE else None
    if number is not None and number[0] == "shift":
        for shift in (number[1] - 1, number[1] + 1):
            row = work.worked.work.result({"shift": shift})
            if row.startswith(miss.wrote, work.given + miss.place):
                return f"{miss.wrote} is what a shift of {shift} gives"
    return _GIVES[name].format(read=miss.wrote)


def in_plural(remark: Remark, part: str) -> Remark:
    """Return a remark on several wrong signs with all their numbers."""
    wrote, n = remark.wrote, remark.part
    head = f"{part} {n}, {wrote}: these {len(wrote)} are"
    if remark.mistake or len(wrote) < len("ab") or not remark.text.startswith(head):
        return remark
    numbers = span(range(n, n + len(wrote)))
    return remark._replace(text=f"{part}s {numbers}, {wrote}, are{remark.text[len(head) :]}")


def with_places(work: SystemWork, remark: Remark) -> Remark:
    """Return a remark on a mistake at some signs alone, with their numbers if it has none."""
    name = remark.mistake
    template = work.exercise.feedback.get(name) or USUAL.get(name, "")
    also = _ALSO.search(remark.text)
    if name not in _GIVES or "{n}" in template or also is None:
        return remark
    numbers = [remark.part, *map(int, also[1].split(", "))]
    return remark._replace(
        text=f"{remark.text[: also.start()]} ({work.part_name}s {span(numbers)}.)"
    )


def span(numbers: Sequence[int]) -> str:
    """Return numbers as they are spoken of.

    >>> span([3, 4]), span([3, 4, 5]), span([1, 4, 5])
    ('3 and 4', '3 to 5', '1, 4 and 5')
    """
    first, last = numbers[0], numbers[-1]
    if len(numbers) > len("ab") and last - first + 1 == len(numbers):
        return f"{first} to {last}"
    return f"{', '.join(map(str, numbers[:-1]))} and {last}"

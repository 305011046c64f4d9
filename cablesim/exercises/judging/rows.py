"""Judging an answer group by group: which are right, and which named mistake gave the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, tee, zip_longest
from typing import NamedTuple, TypeAlias

Row: TypeAlias = tuple[str, ...]
# Names the mistake that gives this group at this place (from 0), or nothing.
Local: TypeAlias = Callable[[int, str], str]

# The name of a mistake, the row that it gives, run together, and whether one group of it is enough
# to know it by; any other has to fit the whole answer, or two wrong groups of it.
SlipRow: TypeAlias = tuple[str, str, bool]
Opcode: TypeAlias = tuple[str, int, int, int, int]

MISSING, MORE, MOVED, WRONG = "missing", "more", "moved", ""
EXCHANGED = "exchanged"
COPIED_PAD, APART = "pad-copied", "smaller-from-larger"
# Nobody who left the indicator out is known by single groups: they are right, one place early.
FORGOT = "forgot-indicator"
MOST_PAIRS = 100_000


class Move(NamedTuple):
    """Where parts were written, from the first to before the end, and beside which they belong.

    Places are counted from 0 in what was written, without gaps. Parts belong before a part that
    stands before them, and after one that stands behind.
    """

    start: int
    end: int
    beside: int
    neighbour: str


class Miss(NamedTuple):
    """A group that is not right: its place (from 0), what was written, the mistake's name.

    `MISSING` and `MORE` say that a group is left out or too many, `MOVED` that it is right and
    belongs elsewhere; `WRONG` that none known fits. `column` is where it stands in what was
    written, gaps counted.
    """

    place: int
    wrote: str
    name: str
    column: int = 0
    move: Move | None = None


class Column(NamedTuple):
    """A place in what was written: the group, or nothing for a gap; its place in the model.

    The place is -1 for a group too many.
    """

    wrote: str
    place: int
    right: bool


class Compared(NamedTuple):
    """An answer beside the model: right or not for each group of the model, and the misses.

    `columns` is what was written, in its own order.
    """

    parts: tuple[bool, ...]
    misses: tuple[Miss, ...]
    written: int
    columns: tuple[Column, ...] = ()

    @property
    def share(self) -> float:
        """The share of groups that are right; groups too many count as wrong ones."""
        return sum(self.parts) / max(len(self.parts), self.written, 1)


class Reckoned:
    """Rows of mistakes that are reckoned one by one, as far as they are asked for, and once."""

    __slots__ = ("_rows",)

    def __init__(self, source: Iterable[SlipRow]) -> None:
        (self._rows,) = tee(source, 1)

    def __iter__(self) -> Iterator[SlipRow]:
        """Return those that are known, then the others."""
        return tee(self._rows)[1]


class Slips(NamedTuple):
    """The rows that mistakes give, likeliest first, and how they are cut.

    `skip` signs of them stand before the answer, because they are given; what `rarer` reckons comes
    last.
    """

    rows: Iterable[SlipRow]
    size: int = 1
    skip: int = 0
    rarer: Callable[[], Iterable[SlipRow]] = tuple

    def whole(self, answer: Row) -> str:
        """Return the mistake that gives exactly this answer, or nothing."""
        row, skip = "".join(answer), self.skip
        for name, each, _ in chain(self.rows, self.rarer()):
            if each[skip:] == row:
                return name
        return ""

    def named(self, pairs: Sequence[tuple[int, str]]) -> dict[int, str]:
        """Return the mistake behind each of some wrong groups, given as place and what was written.

        Where several mistakes give the same group, the one is meant that gives most of them all, if
        there is one and it gives two; or else none is named.
        """
        fits: dict[str, set[int]] = {}
        known: dict[int, set[str]] = {}
        starts = [(self.skip + place * self.size, place, wrote) for place, wrote in pairs if wrote]
        for name, row, alone in chain(self.rows, self.rarer() if len(pairs) > 1 else ()):
            for start, place, wrote in starts:
                if row.startswith(wrote, start):
                    fits.setdefault(name, set()).add(place)
                    if alone:
                        known.setdefault(place, set()).add(name)
        fits.pop(FORGOT, None)
        most = max(map(len, fits.values()), default=0)
        chief = [name for name, places in fits.items() if len(places) == most > 1]
        found = {place: min(names) if len(names) == 1 else WRONG for place, names in known.items()}
        if len(chief) == 1:
            found.update(dict.fromkeys(fits[chief[0]], chief[0]))
        return found


NO_SLIPS = Slips(())


def distinct(slips: Sequence[SlipRow], others: Sequence[str]) -> tuple[SlipRow, ...]:
    """Return slips without those whose row is one of some others, or was there before."""
    seen = set(others)
    kept = []
    for slip in slips:
        _, row, _ = slip
        if row not in seen:
            seen.add(row)
            kept.append(slip)
    return tuple(kept)


def compared(
    answer: Row, model: Row, slips: Slips, local: Local, whole: str | None = None
) -> Compared:
    """Compare an answer with the model, and with every row that a named mistake would give.

    An answer that is such a row from end to end is that mistake. Otherwise each wrong group is
    named where exactly one mistake gives it. `whole` is the mistake that is known to have given all
    of it, or nothing where it is known that there is none.
    """
    columns = _laid(answer, model)
    marks = [False] * len(model)
    wrong = []
    for n, column in enumerate(columns):
        if column.right:
            marks[column.place] = True
        else:
            wrong.append((n, column))
    if whole is None and wrong:
        whole = slips.whole(answer)
    if whole and wrong:
        wrote = [(n, each) for n, each in wrong if each.wrote] or wrong
        beside = [(n, each) for n, each in wrote if each.place >= 0] or wrote
        misses = [Miss(max(each.place, 0), each.wrote, whole, n) for n, each in beside]
    else:
        misses = list(_misses(wrong, len(model), slips, local))
    return Compared(tuple(marks), tuple(misses), len(answer), tuple(columns))


def side_by_side(answer: Row, model: Row, name: str = WRONG) -> Compared:
    """Compare an answer with the model place by place; all that is wrong has one name.

    What stands behind the end of the model has no place in it.
    """
    end = len(model)
    pairs = enumerate(zip_longest(answer, model, fillvalue=""))
    columns = [Column(wrote, n if n < end else -1, wrote == meant) for n, (wrote, meant) in pairs]
    misses = [Miss(min(n, end), c.wrote, name, n) for n, c in enumerate(columns) if not c.right]
    parts = tuple(column.right for column in columns[:end])
    return Compared(parts, tuple(misses), len(answer), tuple(columns))


def _misses(
    wrong: Sequence[tuple[int, Column]], end: int, slips: Slips, local: Local
) -> Iterator[Miss]:
    """Yield what is wrong group by group, each named by itself."""
    named = slips.named([(each.place, each.wrote) for _, each in wrong if each.place >= 0])
    for n, (wrote, place, _) in wrong:
        if place < 0:
            yield Miss(end, wrote, MORE, n)
        elif not wrote:
            yield Miss(place, "", MISSING, n)
        else:
            yield Miss(place, wrote, named[place] if place in named else local(place, wrote), n)


def _laid(answer: Row, model: Row) -> list[Column]:
    """Lay an answer along the model, as it was written.

    Equally long rows stand group under group, unless one group is left out and another put in. Two
    groups in each other's place stand so too.
    """
    if len(answer) == len(model):
        parts = list(map(str.__eq__, answer, model))
        few = len(model) == len("ab") and answer == model[::-1]
        if few or 2 * sum(parts) >= len(parts) or not _slid(answer, model):
            return list(map(Column, answer, range(len(parts)), parts))
    return list(columns_of(answer, opcodes(model, answer)))


def exchanged(misses: Sequence[Miss], model: Row) -> list[Miss]:
    """Return misses with every two named that stand in each other's place."""
    pairs = {(miss.wrote, model[miss.place]) for miss in misses if miss.place < len(model)}
    return [
        miss._replace(name=EXCHANGED)
        if miss.wrote and miss.place < len(model) and (model[miss.place], miss.wrote) in pairs
        else miss
        for miss in misses
    ]


def columns_of(answer: Sequence[str], codes: Sequence[Opcode]) -> Iterator[Column]:
    """Yield what was written in its own order, with gaps for what is missing."""
    for kind, start, end, first, last in codes:
        for place, at in zip_longest(range(start, end), range(first, last)):
            wrote = "" if at is None else answer[at]
            yield Column(wrote, -1 if place is None else place, kind == "equal")


def opcodes(model: Sequence[str], answer: Sequence[str]) -> list[Opcode]:
    """Return how an answer comes from the model, as difflib says it.

    What is so long that laying it along would take long is set beside the model as a whole.
    """
    if len(model) * len(answer) > MOST_PAIRS:
        return [("replace", 0, len(model), 0, len(answer))]
    matcher = SequenceMatcher(None, model, answer, autojunk=False)
    return list(matcher.get_opcodes())


def _slid(answer: Row, model: Row) -> bool:
    """Say whether an answer is the model with one place moved: mostly right one place beside."""
    if not any(map(model.__contains__, answer)):
        return False
    early = sum(map(str.__eq__, answer[1:], model))
    late = sum(map(str.__eq__, answer, model[1:]))
    return 2 * max(early, late) >= len(model)

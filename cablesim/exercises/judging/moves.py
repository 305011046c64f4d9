"""An answer that has all the right parts, with a block of them moved to another place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from cablesim.exercises.judging.rows import MOVED, Column, Compared, Miss, Move

# Blocks that are moved begin or end with so many parts alike at most.
ALIKE = 3
_BETWEEN = "\0"


class _Block(NamedTuple):
    """Parts that stand together, from `start` to before `end`, and the part they belong beside."""

    start: int
    end: int
    beside: int

    @property
    def size(self) -> int:
        """How many parts it has."""
        return self.end - self.start

    def share(self, places: Iterable[int]) -> float:
        """Return how much of it some places are."""
        return sum(self.start <= place < self.end for place in places) / self.size


def moved(
    answer: Sequence[str], model: Sequence[str], columns: Sequence[Column]
) -> tuple[Miss, ...]:
    """Return one miss where an answer is the model with a block moved; of other answers none.

    Of the two blocks that changed places the one is told that is marked as wrong, or else the
    shorter one. `columns` is what was written; the marks in it stay as they are.
    """
    blocks = list(_blocks(answer, model))
    if not blocks:
        return ()
    at = [n for n, column in enumerate(columns) if column.wrote]
    wrong = [place for place, n in enumerate(at) if not columns[n].right]
    block = max(blocks, key=lambda block: (block.share(wrong), -block.size))
    if not block.share(wrong):
        return ()
    start, end, beside = block
    own = [columns[n].wrote for n in at]
    column = next(at[place] for place in wrong if start <= place < end)
    move = Move(start, end, beside, own[beside])
    return (Miss(max(columns[column].place, 0), " ".join(own[start:end]), MOVED, column, move),)


def in_order(result: Compared, answer: Sequence[str]) -> Compared:
    """Return a comparison in which only the block is wrong that is told to have been moved.

    It leaves a gap where it belongs. Marks never fall: where the same parts stand in a row so often
    that more of them are right as they were laid, they stay.
    """
    (miss,) = result.misses
    move = miss.move
    if move is None or sum(result.parts) > len(answer) - (move.end - move.start):
        return result
    start, end, beside, _ = move
    size = end - start
    early = beside < start
    at = beside if early else beside + 1 - size
    rest = [*answer[:start], *answer[end:]]
    places = [*range(at), *range(at + size, len(answer))]
    columns = [Column(wrote, place, right=True) for wrote, place in zip(rest, places, strict=True)]
    columns[start:start] = [Column(wrote, -1, right=False) for wrote in answer[start:end]]
    gap = beside if early else beside + 1
    columns[gap:gap] = [Column("", at + n, right=False) for n in range(size)]
    told = miss._replace(place=0, column=start + size * early)
    parts = tuple(column.right for column in columns if column.place >= 0)
    return result._replace(parts=parts, misses=(told,), columns=tuple(columns))


def _blocks(answer: Sequence[str], model: Sequence[str]) -> Iterator[_Block]:
    """Yield the two neighbouring blocks that changed places, as they were written.

    Blocks that begin alike, or end alike, may begin before the first difference, or end behind the
    last one.
    """
    if len(answer) != len(model) or sorted(answer) != sorted(model):
        return
    differ = [n for n in range(len(model)) if answer[n] != model[n]]
    if not differ:
        return
    firsts = range(differ[0], max(differ[0] - ALIKE, 0) - 1, -1)
    lasts = range(differ[-1] + 1, min(differ[-1] + 1 + ALIKE, len(model)) + 1)
    for first, last in product(firsts, lasts):
        middle = _middle(answer[first:last], model[first:last])
        if middle:
            yield _Block(first, first + middle, last - 1)
            yield _Block(first + middle, last, first)


def _middle(answer: Sequence[str], model: Sequence[str]) -> int:
    """Return where the beginning of a model stands in an answer that goes round; else nought."""
    wrote, meant = (_BETWEEN.join(["", *row, ""]) for row in (answer, model))
    turn = (meant + meant[1:]).find(wrote)
    return len(model) - meant.count(_BETWEEN, 0, turn) if turn > 0 else 0

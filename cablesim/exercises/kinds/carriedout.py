"""Reading groups that are a figure too long, because the 1 of a carried ten stands in front."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from cablesim.exercises import figures
from cablesim.exercises.judging.rows import WRONG, Column, Compared, Miss, Row
from cablesim.exercises.kinds.bookentries import head_and_pad
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.reading.answers import tokens, without_numbers
from cablesim.text.groups import cut

CARRIED = "carried"


def carried_out(work: BookWork, answer: str) -> Row:
    """Return the groups as written if some are too long because a ten was carried out, or none.

    The 1 in front must be one that the pad can give. Figures that are not in groups must be the sum
    with tens carried from end to end.
    """
    if not (work.task.adds and work.task.encodes):
        return ()
    written = without_numbers(tokens(answer), 0)
    row = "".join(written)
    if not (row.isascii() and row.isdigit()):
        return ()
    pieces = next((each for each in _from_end_to_end(work) if "".join(each) == row), None)
    pieces = pieces or tuple(written)
    if len(pieces) == len(work.groups) + work.offset:
        pieces = pieces[work.offset :]
    if len(pieces) != len(work.groups):
        return ()
    size = work.text.size
    pads = _pads(work, pieces)
    kept = ones(pieces, size)
    fits = {len(piece) for piece in pieces} == {size, size + 1} or len(kept) == len(pieces)
    may = all(one[0] == "1" and one[1:] <= pads[n] for n, one in kept.items())
    names_page = work.task.indicator and not work.given
    return pieces if kept and fits and may and not (names_page and 0 in kept) else ()


def ones(pieces: Row, size: int) -> Mapping[int, str]:
    """Return the groups that are a figure too long, by their places."""
    return {n: piece for n, piece in enumerate(pieces) if len(piece) == size + 1}


def marked(work: BookWork, result: Compared, kept: Mapping[int, str]) -> Compared:
    """Return a comparison in which groups that were too long are wrong.

    One that is a sum is told as carried; of any other it is only known that it is too long.
    """
    sums = list(_carried_in(work))
    parts = list(result.parts)
    columns = list(result.columns)
    misses = {miss.column: miss for miss in result.misses}
    written = [n for n, column in enumerate(columns) if column.wrote]
    for at, one in kept.items():
        n = written[at]
        place = columns[n].place
        columns[n] = Column(one, place, right=False)
        name = CARRIED if any(row[at] == one for row in sums) else WRONG
        misses[n] = Miss(max(place, 0), one, name, n)
        if place >= 0:
            parts[place] = False
    ordered = tuple(misses[n] for n in sorted(misses))
    return result._replace(parts=tuple(parts), misses=ordered, columns=tuple(columns))


def beside_ones(row: Row, model: Row, ones: Collection[int]) -> Compared:
    """Compare single figures with the right ones, where a 1 of a carried ten stands at some places.

    Such a 1 is too many, and each figure behind it is beside its own again.
    """
    rest = iter(range(len(model)))
    columns = []
    for n, wrote in enumerate(row):
        place = -1 if n in ones else next(rest)
        columns.append(Column(wrote, place, place >= 0 and wrote == model[place]))
    wrong = [(n, column) for n, column in enumerate(columns) if not column.right]
    misses = tuple(Miss(max(each.place, 0), each.wrote, CARRIED, n) for n, each in wrong)
    parts = tuple(each.right for each in columns if each.place >= 0)
    return Compared(parts, misses, len(row), tuple(columns))


def _carried_in(work: BookWork) -> Iterator[Row]:
    """Yield the sums that have the 1 of a ten in front, carried inside the group or not."""
    yield from _from_end_to_end(work)
    sums = zip(work.groups, _pads(work, work.groups), strict=False)
    yield tuple([f"1{group}" if group[0] < pad[0] else group for group, pad in sums])


def _pads(work: BookWork, row: Row) -> Row:
    """Return the groups that are added; of an indicator it is the indicator itself."""
    head, pad = head_and_pad(work, row)
    return (*cut(head, work.text.size), *cut(pad, work.text.size))


def _from_end_to_end(work: BookWork) -> Iterator[Row]:
    """Yield the sums of the groups left with tens carried, and each 1 in front kept."""
    text = work.text
    size = text.size
    head, pad = head_and_pad(work, work.groups)
    codes = text.row[sum(work.units[: work.given]) * size :]
    pad = pad[: len(codes)]
    first = cut(head, size)
    yield (*first, *figures.kept(codes, pad, size))
    whole = figures.kept(codes, pad, len(codes))[0]
    over = len(whole) - len(codes)
    yield (*first, whole[: size + over], *cut(whole[size + over :], size))

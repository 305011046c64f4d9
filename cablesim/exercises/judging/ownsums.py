"""Why a figure is wrong, told with the very figures that the learner added or took away.

No figure is named that the learner still has to find: of a carried ten the place is named where it
was carried from, which is right as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cablesim.exercises.judging.rows import APART, WRONG, Column, Compared, Miss

TEN, HALF = 10, 5
NOTHING = -1
_ZERO = ord("0")

# Of sums done in a wrong way: how often the upper figure and the one under it are taken, what is
# done to the one under it in the right way, what is said, and what is said where no figure shows.
_DONE: Mapping[str, tuple[int, int, int, str, str]] = {
    "subtracted": (
        1, -1, 1, "from {} you took {} away, and wrote {}",
        "the figures of the pad are added, one by one",
    ),
    "added": (
        1, 1, -1, "to {} you added {}, and wrote {}",
        "the figures of the pad are taken away, one by one",
    ),
    "added-twice": (
        1, 2, 1, "{0} and {1} and {1} again give the {2} that you wrote",
        "each figure of the pad is added once",
    ),
    "turned-round": (
        -1, 1, -1, "you took {} from {}, and wrote {}",
        "the second row is taken from the first",
    ),
}  # fmt: skip


class Sum(NamedTuple):
    """The row above, the row under it, and how the pieces of an answer lie below them.

    Each piece has `size` figures, and the first begins `skip` figures behind the first of the rows,
    before it where that is less than nought: an indicator is no sum. `sign` is 1 where the rows are
    added, -1 where the lower one is taken away, and 0 where that is not asked.
    """

    upper: str
    under: str
    size: int
    skip: int = 0
    sign: int = 0


def own_sum(rows: Sum, result: Compared, miss: Miss) -> str:
    """Return why a piece is wrong in the figures of this very sum; nothing for other mistakes."""
    name = miss.name
    if name == WRONG:
        return _one_ten(rows, miss) if rows.sign else ""
    if name in _DONE:
        return _done(rows, miss)
    if name == APART:
        return _apart(rows, miss)
    if name == "carried":
        return _carried(rows, result, miss)
    return _borrowed(rows, result, miss) if name == "borrowed" else ""


def _done(rows: Sum, miss: Miss) -> str:
    """Tell the first figure that was reckoned in a wrong way."""
    times, taken, right, says, otherwise = _DONE[miss.name]
    for above, below, written in _piece(rows, miss):
        upper, under, wrote = above - _ZERO, below - _ZERO, written - _ZERO
        done = (times * upper + taken * under) % TEN
        if wrote == done != (upper + right * under) % TEN:
            return says.format(upper, under, wrote)
    return otherwise


def _piece(rows: Sum, miss: Miss) -> Iterable[tuple[int, int, int]]:
    """Return the columns of a piece, as bytes: the figure above, the one under it, the written."""
    first = rows.skip + miss.place * rows.size
    if first < 0 or len(miss.wrote) != rows.size:
        return ()
    end = first + rows.size
    return zip(
        rows.upper[first:end].encode(),
        rows.under[first:end].encode(),
        miss.wrote.encode(),
        strict=False,
    )


def _apart(rows: Sum, miss: Miss) -> str:
    """Tell the first smaller figure that was taken from the larger one under it."""
    for above, below, written in _piece(rows, miss):
        upper, under, wrote = above - _ZERO, below - _ZERO, written - _ZERO
        if wrote == under - upper > 0 and wrote != HALF:
            return (
                f"the {under} stands under the {upper}, and you took {upper} from {under} and got "
                f"{wrote}"
            )
    return "the second row is taken from the first"


def _carried(rows: Sum, result: Compared, miss: Miss) -> str:
    """Tell the sum from which a ten was carried."""
    front = _in_front(rows, result, miss)
    if front >= 0:
        upper, under = int(rows.upper[front]), int(rows.under[front])
        if upper + under == TEN + _wrote(rows, result, front):
            return f"{_to_write(upper, under)}, and you wrote it in front"
    place = _handed_on(rows, result, miss, 1)
    if place < 0:
        return "of a sum of ten or more the last figure is written, and the 1 goes nowhere"
    told = _to_write(int(rows.upper[place]), int(rows.under[place]))
    return f"{told}, and you took it to the figure on the left"


def _to_write(upper: int, under: int) -> str:
    """Say what is written of a sum that makes a ten."""
    total = upper + under
    return f"{upper} and {under} are {total}, so write {total % TEN}; the 1 goes nowhere"


def _borrowed(rows: Sum, result: Compared, miss: Miss) -> str:
    """Tell the difference for which a ten was borrowed."""
    place = _handed_on(rows, result, miss, -1)
    if place < 0:
        return "where the upper figure is the smaller one, ten is lent to it for nothing"
    upper, under = int(rows.upper[place]), int(rows.under[place])
    lent = f"{upper} less {under} is {upper - under + TEN}, with ten lent for nothing"
    return f"{lent}, and you took 1 for it from the figure on the left"


def _one_ten(rows: Sum, miss: Miss) -> str:
    """Tell the one figure of a piece that is wrong because of the ten of the figure behind it.

    Whoever carries, or borrows, every ten of a piece is told so by name; this one did it once.
    """
    columns = [(up - _ZERO, low - _ZERO, it - _ZERO) for up, low, it in _piece(rows, miss)]
    values = [upper + rows.sign * under for upper, under, _ in columns]
    offs = [(it - value) % TEN for (*_, it), value in zip(columns, values, strict=True)]
    wrong = [place for place, off in enumerate(offs) if off]
    behind = wrong[0] + 1 if len(wrong) == 1 else len(values)
    if behind >= len(values) or 0 <= values[behind] < TEN or offs[wrong[0]] != rows.sign % TEN:
        return ""
    upper, under, _ = columns[behind]
    if rows.sign > 0:
        why = f"more than it should be: the ten of {upper} and {under} behind it was carried"
    else:
        why = f"less than it should be: for {upper} less {under} behind it a ten was borrowed"
    return f"figure {behind} of it is one {why}"


def _in_front(rows: Sum, result: Compared, miss: Miss) -> int:
    """Return the place in front of which a 1 was written that belongs to its sum, or -1."""
    if len(miss.wrote) == rows.size + 1:
        return max(rows.skip + miss.place * rows.size, NOTHING)
    if rows.size > 1:
        return NOTHING
    behind = result.columns[miss.column : miss.column + 2]
    if len(behind) < len("1,") or behind[0].place >= 0 or behind[1].place < 0:
        return NOTHING
    return max(rows.skip + behind[1].place * rows.size, NOTHING)


def _handed_on(rows: Sum, result: Compared, miss: Miss, sign: int) -> int:
    """Return the place in a piece, or right of it, whose ten spoilt a figure of the piece, or -1.

    It is right itself; what lies between has handed the ten on. A figure that is spoilt is one more
    than its sum, or one less than its difference.
    """
    place = rows.skip + miss.place * rows.size
    spoilt = False
    for above, below, written in _piece(rows, miss):
        value = above - _ZERO + sign * (below - _ZERO)
        off = (written - _ZERO - value) % TEN
        if spoilt and off == 0 and not 0 <= value < TEN:
            return place
        spoilt = off == sign % TEN
        place += 1
    while spoilt and place < min(len(rows.upper), len(rows.under)):
        value = int(rows.upper[place]) + sign * int(rows.under[place])
        wrote = _wrote(rows, result, place)
        if wrote == value % TEN and not 0 <= value < TEN:
            return place
        spoilt = wrote == (value + sign) % TEN and not 0 <= value + sign < TEN
        place += 1
    return NOTHING


def _wrote(rows: Sum, result: Compared, place: int) -> int:
    """Return the figure that was written below a place, or -1."""
    piece, at = divmod(place - rows.skip, rows.size)
    columns = result.columns
    found: Column | None = columns[piece] if piece < len(columns) else None
    if found is None or found.place != piece:
        found = next((each for each in columns if each.place == piece), None)
    figure = found.wrote[at - rows.size :][:1] if found is not None else ""
    return int(figure) if figure.isdigit() else NOTHING

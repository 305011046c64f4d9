"""Rows of figures at the speed of the memory, and the sums of clerks who go wrong.

Rows hold 0 to 9 alone and two of them are equally long; who calls has seen to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat

from cablesim.text.groups import cut

_ZERO = ord("0")
_SUM = bytes((byte - 2 * _ZERO) % 10 + _ZERO for byte in range(256))
# What the first byte of a group counts from, what makes any other one overflow at ten, and what
# sets the highest bit of a byte from ten on.
_FIRST = 2 * _ZERO
_OVERFLOW = 256 - 10 - _FIRST
_HIGH = 128 - 10 - _FIRST
_IN_FIGURES = bytes((byte if byte < 10 else byte - 6) % 10 + _ZERO for byte in range(256))  # noqa: PLR2004 - those have overflown.
_LESS = bytes.maketrans(b"0123456789", b"0987654321")


def plus(left: str, right: str) -> str:
    """Return the sum of two rows, figure by figure, without carrying.

    The rows are added as two long integers: no place overflows into the next.

    >>> plus("77651", "74177")
    '41728'
    """
    total = int.from_bytes(left.encode(), "big") + int.from_bytes(right.encode(), "big")
    return total.to_bytes(len(left), "big").translate(_SUM).decode()


def handed_on(left: str, right: str, size: int) -> int:
    """Return in how many groups a ten goes to a neighbour, for someone who carries in this sum.

    Whoever borrows in taking the second row off the sum again borrows in just these. The groups
    are those that come out otherwise than without carrying.

    >>> handed_on("7125", "5111", 4), handed_on("17251125", "15111511", 4)
    (0, 1)
    """
    total = int.from_bytes(left.encode(), "big") + int.from_bytes(right.encode(), "big")
    # The highest bit of a byte is set from ten on; it is laid upon the first byte of its group.
    length = len(left)
    tens = total + _lift(length, size, _HIGH, _HIGH)
    upon_first = 0
    for place in range(1, size):
        upon_first |= tens << 8 * place
    return (upon_first & _lift(length, size, 0x80, 0)).bit_count()


def minus(left: str, right: str) -> str:
    """Return a row less another, figure by figure, without borrowing.

    >>> minus("86154", "20952")
    '66202'
    """
    less = right.encode().translate(_LESS)
    total = int.from_bytes(left.encode(), "big") + int.from_bytes(less, "big")
    return total.to_bytes(len(left), "big").translate(_SUM).decode()


def carried(left: str, right: str, size: int) -> str:
    """Return the sums of two rows group by group as someone adds who carries within a group.

    >>> carried("77651", "74177", 5)
    '51828'
    """
    return _as_numbers(left, right, size, 1).translate(_IN_FIGURES).decode()


def borrowed(left: str, right: str, size: int) -> str:
    """Return the differences of two rows group by group as someone subtracts who borrows.

    >>> borrowed("86154", "20955", 5)
    '65199'
    """
    return _as_numbers(left, right, size, -1).translate(_IN_FIGURES).decode()


def total(left: str, right: str, sign: int) -> tuple[int, str]:
    """Return an ordinary sum or difference of two rows: what goes over in front, and the row.

    >>> total("77651", "74177", 1), total("20955", "86154", -1)
    ((1, '51828'), (-1, '34801'))
    """
    found = _as_numbers(left, right, len(left), sign)
    return (found[0] - _FIRST) // 10, found.translate(_IN_FIGURES).decode()


def _as_numbers(left: str, right: str, size: int, sign: int) -> bytes:
    """Return the sums or differences of groups; `_IN_FIGURES` tells the figure of each byte.

    The rows are added as two long integers, and the carry of a byte does the work of a ten: a
    figure of a sum is lifted so far that it overflows from ten on, one of a difference borrows by
    itself. The first figure of a group is lifted so that it never does either.
    """
    length = len(left)
    found = int.from_bytes(left.encode(), "big") + sign * int.from_bytes(right.encode(), "big")
    found += _lift(length, size, 0, _OVERFLOW) if sign > 0 else _lift(length, size, _FIRST, 0)
    return found.to_bytes(length, "big")


@lru_cache(256)
def _lift(length: int, size: int, first: int, rest: int) -> int:
    """Return what is added to each byte of a row: to the first of a group, and to the others."""
    group = bytes([first]) + bytes([rest]) * (size - 1)
    return int.from_bytes((group * (length // size + 1))[:length], "big")


def apart(left: str, right: str) -> str:
    """Return the smaller figure taken from the larger, column by column.

    >>> apart("86154", "20955")
    '66801'
    """
    pairs = zip(left.encode(), right.encode(), strict=True)
    return bytes([_ZERO + abs(one - other) for one, other in pairs]).decode()


def kept(left: str, right: str, size: int) -> tuple[str, ...]:
    """Return the sums of two rows group by group, the 1 of a sum that is too long in front.

    >>> kept("77651", "74177", 5), kept("1111", "2222", 4)
    (('151828',), ('3333',))
    """
    sums = map(total, cut(left, size), cut(right, size), repeat(1))
    return tuple([f"{over or ''}{row}" for over, row in sums])


def neighbours_swapped(row: str, size: int) -> str:
    """Return a row in whose first group that allows it two neighbouring figures changed places.

    >>> neighbours_swapped("11112345", 4)
    '11113245'
    """
    for start in range(0, len(row), size):
        group = row[start : start + size]
        for place in range(len(group) - 1):
            if group[place] != group[place + 1]:
                at = start + place
                return f"{row[:at]}{row[at + 1]}{row[at]}{row[at + 2 :]}"
    return row


def is_swap(wrote: str, meant: str) -> bool:
    """Say whether two neighbouring figures (or signs) changed places, and nothing else.

    >>> is_swap("3245", "2345"), is_swap("2345", "2345")
    (True, False)
    """
    if len(wrote) != len(meant) or wrote == meant:
        return False
    first = next(place for place in range(len(meant)) if wrote[place] != meant[place])
    pair = meant[first : first + 2]
    return wrote == f"{meant[:first]}{pair[::-1]}{meant[first + 2 :]}"


def one_changed(group: str) -> Iterator[str]:
    """Yield every group that differs from this one in one figure.

    >>> len(list(one_changed("1234")))
    36
    """
    for place, figure in enumerate(group):
        for other in "0123456789":
            if other != figure:
                yield f"{group[:place]}{other}{group[place + 1 :]}"


def spaced(row: str, size: int) -> str:
    """Return a row in groups with blanks between.

    >>> spaced("12345678", 4)
    '1234 5678'
    """
    return " ".join(cut(row, size))

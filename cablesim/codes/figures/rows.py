"""Rows of figures as a whole: sums without carrying, chain addition, groups with blanks between.

Everything here works on bytes and long integers at once; the sheets of the systems count by
themselves, figure by figure.
"""

from __future__ import annotations

from functools import cache

from cablesim.text.bulk import added, less_from, modulo, numbers, spelled

FIGURES = "0123456789"


def added_in(left: str, right: str, signs: str = FIGURES) -> str:
    """Return the sums of two equally long rows in a row of signs, place by place.

    >>> added_in("77651", "74177")
    '41728'
    """
    total = added(numbers(left, signs), numbers(right, signs))
    return spelled(total.translate(modulo(len(signs))), signs)


def less_in(left: str, right: str, signs: str = FIGURES) -> str:
    """Return the left row less the right one in a row of signs, place by place.

    >>> less_in("86154", "20952")
    '66202'
    """
    size = len(signs)
    total = added(numbers(left, signs), numbers(right, signs).translate(less_from(size, size)))
    return spelled(total.translate(modulo(size)), signs)


def chained(seed: str, length: int, lag: int = 1) -> str:
    """Return the first figures of a chain: each further one is s[i] plus s[i + lag], modulo 10.

    The seed has more figures than the lag. Modulo a prime the rule holds over prime times, prime
    squared times ... the distance as well, so that the known part grows by a factor at each step;
    the remainders modulo 2 and modulo 5 together give the figure.

    >>> chained("86154", 10)
    '8615447698'
    """
    if length <= len(seed):
        return seed[:length]
    row = numbers(seed, FIGURES)
    twos = _grown(row, length, lag, 2)
    fives = _grown(row, length, lag, 5).translate(_doubled())
    return spelled(added(twos, fives).translate(_joined()), FIGURES)


def _grown(seed: bytes, length: int, lag: int, prime: int) -> bytes:
    """Return a chain modulo a prime."""
    row = bytearray(seed.translate(modulo(prime)))
    leap = 1
    while len(row) < length:
        while leap * prime * len(seed) <= len(row):
            leap *= prime
        first = len(row) - leap * len(seed)
        second = first + leap * lag
        count = min(leap * (len(seed) - lag), length - len(row))
        total = added(bytes(row[first : first + count]), bytes(row[second : second + count]))
        row += total.translate(modulo(prime))
    return bytes(row)


@cache
def _doubled() -> bytes:
    """Return the table that doubles every number below 128."""
    return bytes(number * 2 % 256 for number in range(256))


@cache
def _joined() -> bytes:
    """Return the table from (remainder by 2) + 2 (remainder by 5) to the figure that has both."""
    table = bytearray(256)
    for figure in range(10):
        table[figure % 2 + 2 * (figure % 5)] = figure
    return bytes(table)


def grouped(row: str, size: int) -> str:
    """Return a row of ASCII signs in groups of a size with blanks between; the last may be short.

    >>> grouped("793421571139", 5)
    '79342 15711 39'
    """
    whole = len(row) // size
    signs = row.encode("ascii")
    out = bytearray(b" ") * (whole * (size + 1))
    for place in range(size):
        out[place :: size + 1] = signs[place : whole * size : size]
    out += signs[whole * size :]
    return out.decode("ascii").rstrip(" ")


def filled(row: str, size: int, fill: str) -> str:
    """Return what is needed to fill up the last group of a row: as much of the fill as it takes.

    >>> filled("793421571139", 5, "0"), filled("12", 5, "21"), filled("12345", 5, "0")
    ('000', '212', '')
    """
    needed = -len(row) % size
    return (fill * needed)[:needed]

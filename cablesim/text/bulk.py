"""Whole texts at once: letters as bytes, worked on by tables, slices and long integers.

A text of an alphabet becomes one byte a sign, its number in the alphabet. Tables (`translate`),
strided slices and sums of two rows as long integers then work at the memory's speed, in plain
Python and without changing an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

_BLOCK = 1 << 16
_STRIDE = 1 << 9
_CODEC = "iso8859_5"  # Holds ASCII and all Russian letters, one byte each.


@cache
def _to_numbers(signs: str) -> bytes | dict[int, int]:
    """Return the table from a sign (a byte, else a code point) to its number."""
    try:
        return bytes.maketrans(signs.encode(_CODEC), bytes(range(len(signs))))
    except UnicodeEncodeError:
        return {ord(sign): number for number, sign in enumerate(signs)}


@cache
def _to_signs(signs: str) -> bytes | str:
    """Return the table from a number to its sign: bytes of the codec, else a row of signs."""
    try:
        return signs.encode(_CODEC).ljust(256, b"?")
    except UnicodeEncodeError:
        return signs


def numbers(text: str, signs: str) -> bytes:
    """Return the numbers (from 0) of a text's signs in a row of signs; all of them must be in it.

    >>> list(numbers("BAC", "ABC"))
    [1, 0, 2]
    """
    table = _to_numbers(signs)
    if isinstance(table, bytes):
        return text.encode("ascii" if text.isascii() else _CODEC).translate(table)
    return text.translate(table).encode("latin-1")


def spelled(row: bytes | bytearray, signs: str) -> str:
    """Return the signs for a row of numbers.

    >>> spelled(bytes([1, 0, 2]), "ABC")
    'BAC'
    """
    table = _to_signs(signs)
    if isinstance(table, bytes):
        return row.translate(table).decode("ascii" if signs.isascii() else _CODEC)
    return "".join(map(table.__getitem__, row))


def strided(row: bytes, tables: Sequence[bytes]) -> bytes:
    """Return a row whose places go through the tables in turn, the first table first.

    >>> list(strided(bytes([0, 0, 0]), [shift(1, 26), shift(2, 26)]))
    [1, 2, 1]
    """
    step = len(tables)
    out = bytearray(len(row))
    for start, table in enumerate(tables[: len(row)]):
        out[start::step] = row[start::step].translate(table)
    return bytes(out)


@cache
def shift(by: int, modulus: int) -> bytes:
    """Return the table that adds a number modulo the length of the alphabet."""
    return bytes((number + by) % modulus for number in range(modulus)).ljust(256, b"\0")


@cache
def modulo(modulus: int) -> bytes:
    """Return the table of remainders."""
    return bytes(number % modulus for number in range(256))


@cache
def less_from(minuend: int, modulus: int) -> bytes:
    """Return the table that subtracts every number from one number, modulo a length."""
    return bytes((minuend - number) % modulus for number in range(256))


def added(left: bytes, right: bytes) -> bytes:
    """Return the sums of two equally long rows, place by place; no sum may pass 255.

    The rows are added as two long integers, a block at a time: no place overflows into the next.
    """
    if len(left) <= _BLOCK:
        return _sum(left, right)
    return b"".join(
        _sum(left[start : start + _BLOCK], right[start : start + _BLOCK])
        for start in range(0, len(left), _BLOCK)
    )


def _sum(left: bytes, right: bytes) -> bytes:
    """Return the sums of two short rows."""
    total = int.from_bytes(left, "little") + int.from_bytes(right, "little")
    return total.to_bytes(len(left), "little")


def interleaved(*rows: bytes) -> bytes:
    """Return rows of equal length woven into one: the first sign of each, the second of each.

    >>> interleaved(b"ace", b"bdf")
    b'abcdef'
    """
    out = bytearray(sum(map(len, rows)))
    for start, row in enumerate(rows):
        out[start :: len(rows)] = row
    return bytes(out)


def repeated(row: bytes, length: int) -> bytes:
    """Return a row written again and again until it has a length.

    >>> repeated(b"abc", 7)
    b'abcabca'
    """
    if not row:
        return b""
    return (row * (length // len(row) + 1))[:length]


def chained(row: bytes, stride: int, modulus: int, *, minus: bool = False) -> bytes:
    """Return a row in which every number has had the result one stride before it added to it.

    `minus` subtracts that result instead. A number and the one a stride before are summed in bulk
    until the stride is long; then whole strides are summed one after another: linear in length.

    >>> list(chained(bytes([1, 2, 3, 4]), 1, 26))
    [1, 3, 6, 10]
    >>> list(chained(bytes([1, 2, 3, 4]), 1, 26, minus=True))
    [1, 1, 2, 2]
    """
    back, left = less_from(0, modulus), modulo(modulus)
    while stride < min(_STRIDE, len(row)):
        before = row.translate(back) if minus else row
        row = added(row, bytes(stride) + before[:-stride]).translate(left)
        stride, minus = 2 * stride, False
    piece, pieces = bytes(stride), []
    for start in range(0, len(row), stride):
        before = piece.translate(back) if minus else piece
        piece = row[start : start + stride]
        piece = added(piece, before[: len(piece)]).translate(left)
        pieces.append(piece)
    return b"".join(pieces)


def paired(row: bytes, table: dict[int, int]) -> bytes:
    """Return a row of even length whose pairs of numbers have gone through a table.

    A pair (a, b) is the key a + 256 b, and so is what stands for it: the row is read as one sign
    for every two numbers and goes through the table at once. Numbers must lie below 216.

    >>> list(paired(bytes([1, 2]), {1 + 256 * 2: 3 + 256 * 4}))
    [3, 4]
    """
    return row.decode("utf-16-le").translate(table).encode("utf-16-le")


def torn(parts: Sequence[bytes], period: int) -> bytes:
    """Return rows of equal length block by block: in each block the first row's part, the second's.

    A last block may be short. Many short blocks are woven place by place, few long ones are put
    side by side, so that either way takes few steps.

    >>> torn([b"abcde", b"ABCDE"], 2)
    b'abABcdCDeE'
    """
    count, kinds = len(parts[0]), len(parts)
    if period * period > count:
        return b"".join(
            part[start : start + period] for start in range(0, count, period) for part in parts
        )
    whole = count // period * period
    out = bytearray(kinds * whole)
    for kind, part in enumerate(parts):
        for place in range(period):
            out[kind * period + place :: kinds * period] = part[place:whole:period]
    return bytes(out) + b"".join(part[whole:] for part in parts)


def mended(row: bytes, kinds: int, period: int) -> list[bytes]:
    """Return the rows that `torn` has torn into blocks; the row must hold whole blocks.

    >>> mended(b"abABcdCDeE", 2, 2)
    [b'abcde', b'ABCDE']
    """
    count = len(row) // kinds
    whole = count // period * period
    step, last = kinds * period, count - whole
    ends = range(kinds * whole, len(row), max(last, 1))
    tail = [row[end : end + last] for end in ends] or [b""] * kinds
    if period * period > count:
        return [
            b"".join([row[start : start + period] for start in range(first, kinds * whole, step)])
            + tail[kind]
            for kind, first in enumerate(range(0, step, period))
        ]
    found = []
    for kind in range(kinds):
        part = bytearray(whole)
        for place in range(period):
            part[place::period] = row[kind * period + place : kinds * whole : step]
        found.append(bytes(part) + tail[kind])
    return found

"""What is moved about in a VIC message: halves, columns, columns around triangles.

The bulk road moves whole columns and rows by slices; the slow road writes every figure into its
cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablesim.codes.keys import read_off

Ranks = tuple[int, ...]
Cell = tuple[int, int]


def second_half_first(text: str, mark: str) -> str:
    """Return a text cut in two, the second half first and a mark between; it has no such mark.

    Marks in braces and numbers are not cut.

    >>> second_half_first("AB12{X}C", "{S}")
    '{X}C{S}AB12'
    """
    parts = re.findall(r"\{[^{}]*\}|[0-9]+|.", text, re.DOTALL)
    half = (len(parts) + 1) // 2
    return "".join((*parts[half:], mark, *parts[:half]))


def first_half_first(text: str, mark: str) -> str:
    """Return a text as it was before it was cut; without a mark, as it is.

    >>> first_half_first("{X}C{S}AB12", "{S}")
    'AB12{X}C'
    """
    second, _, first = text.partition(mark)
    return first + second


def taken_by_columns(row: str, ranks: Ranks) -> str:
    """Return a row written under a key line by line and read column by column in its order.

    >>> taken_by_columns("ABCDE", (1, 0))
    'BDACE'
    """
    return "".join(row[column :: len(ranks)] for column in read_off(ranks))


def put_by_columns(row: str, ranks: Ranks) -> str:
    """Return what was read by columns, written back and read line by line.

    >>> put_by_columns("BDACE", (1, 0))
    'ABCDE'
    """
    signs = row.encode("ascii")
    out = bytearray(len(signs))
    start = 0
    for column in read_off(ranks):
        count = len(range(column, len(signs), len(ranks)))
        out[column :: len(ranks)] = signs[start : start + count]
        start += count
    return out.decode("ascii")


def first_places(ranks: Ranks, rows: int) -> list[int]:
    """Return, row by row, how many places are filled in the first round.

    A triangle begins under the lowest rank and takes a place less in each further row; after its
    last place one row is whole, and the next triangle begins under the next rank. Rows after the
    last triangle are whole and not in the list.

    >>> first_places((1, 0, 2), 6)
    [1, 2, 3, 0, 1, 2]
    """
    width = len(ranks)
    found: list[int] = []
    for column in read_off(ranks):
        if len(found) >= rows:
            break
        found.extend(range(column, width + 1))
    return found[:rows]


def written_around(row: str, ranks: Ranks) -> str:
    """Return a row written into the places outside the triangles, then inside, read line by line.

    >>> written_around("ABCDEFGHI", (1, 0, 2))
    'AGHBCIDEF'
    """
    parts = list(_parts(len(row), ranks))
    covered = sum(first + second for first, second in parts)
    inner = sum(first for first, _ in parts) + len(row) - covered
    out: list[str] = []
    outside, inside = 0, inner
    for first, second in parts:
        out += (row[outside : outside + first], row[inside : inside + second])
        outside += first
        inside += second
    return "".join((*out, row[outside:inner]))


def read_around(row: str, ranks: Ranks) -> str:
    """Return what stands outside the triangles, then what stands inside, line by line.

    >>> read_around("AGHBCIDEF", (1, 0, 2))
    'ABCDEFGHI'
    """
    outside: list[str] = []
    inside: list[str] = []
    start = 0
    for first, second in _parts(len(row), ranks):
        outside.append(row[start : start + first])
        inside.append(row[start + first : start + first + second])
        start += first + second
    return "".join((*outside, row[start:], *inside))


def _parts(count: int, ranks: Ranks) -> Iterator[Cell]:
    """Yield how many figures of each row stand outside and inside; whole rows at the end do not."""
    width = len(ranks)
    for row, places in enumerate(first_places(ranks, -(-count // width))):
        length = min(width, count - row * width)
        yield min(places, length), length - min(places, length)


def cells(count: int, ranks: Ranks, *, triangles: bool) -> list[Cell]:
    """Return the cells of a table in the order in which figures are written into them."""
    width = len(ranks)
    every = [divmod(place, width) for place in range(count)]
    if not triangles:
        return every
    inside: set[Cell] = set()
    top = 0
    for rank in range(width):
        for down, left in enumerate(range(ranks.index(rank), width)):
            inside.update((top + down, column) for column in range(left, width))
        top += width - ranks.index(rank) + 1
        if top * width > count:
            break
    return [cell for cell in every if cell not in inside] + [
        cell for cell in every if cell in inside
    ]


def columns(count: int, ranks: Ranks) -> Iterator[list[Cell]]:
    """Yield the cells of each column, the columns in the order of their ranks."""
    width = len(ranks)
    for rank in range(width):
        column = ranks.index(rank)
        yield [(row, column) for row in range(-(-count // width)) if row * width + column < count]

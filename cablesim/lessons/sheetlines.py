"""A sheet for figures laid out in lines of a width, for the screen and for plain lines alike.

Rows are cut between groups; each sum shows its rows, the tens that are dropped or lent below its
result, and under an answer that was judged a sign for every group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from cablesim.lessons.grid import GAP, Grid, Own, Sum

LABEL, BETWEEN = 15, 2
EMPTY = "·"


class Look(Enum):
    """How a piece of a line is to be seen."""

    KNOWN = "known"
    OWN = "own"
    HERE = "here"


Piece = tuple[str, Look]


@dataclass(slots=True)
class SheetLines:
    """The lines of a sheet, each in pieces, and which of them has the cursor (from 0).

    `block` is where the lines of its columns begin, and where they are over.
    """

    lines: list[list[Piece]] = field(default_factory=list)
    here: int = 0
    block: tuple[int, int] = (0, 0)

    def texts(self) -> Iterator[str]:
        """Yield the lines as they are read where nothing can be coloured."""
        for pieces in self.lines:
            yield "".join(text for text, _ in pieces).rstrip()


def laid_out(grid: Grid, width: int, signs: Sequence[str] = ()) -> SheetLines:
    """Return the lines of a sheet in `width` columns; `signs` go below the groups of an answer."""
    found = SheetLines()
    per = max((width - LABEL + BETWEEN) // (grid.size + BETWEEN), 1) * grid.size
    for start in range(0, grid.width, per):
        columns = range(start, min(start + per, grid.width))
        results: set[int] = set()
        first = len(found.lines)
        for each in grid.sums:
            _add_sum(found, grid, each, columns, results)
            results.add(each.result)
        if signs and grid.has(Own.ANSWER):
            found.lines.append(_judged(grid, columns, signs))
        if first <= found.here:
            found.block = first, len(found.lines)
        found.lines.append([])
    found.lines.pop()
    return found


def _add_sum(found: SheetLines, grid: Grid, each: Sum, columns: range, results: set[int]) -> None:
    """Add the rows of one sum and its tens.

    A result of a sum before may stand in this one again; it is not written here, so the cursor is
    not shown here.
    """
    signs = {each.upper: "", each.lower: f"{each.sign} ", each.result: "= "}
    for row, sign in signs.items():
        cursor = grid.here.first + grid.at if row == grid.row and row not in results else -1
        if cursor in columns:
            found.here = len(found.lines)
        found.lines.append(_row(sign, row, grid, columns, cursor))
    ten = "ten dropped" if each.adds else "ten lent"
    found.lines.append([_label(f"  {ten}"), *_cells(grid.tens(each), grid, columns, Look.KNOWN)])


def _label(name: str) -> Piece:
    """Return the beginning of a line."""
    return name.ljust(LABEL), Look.KNOWN


def _row(sign: str, row: int, grid: Grid, columns: range, cursor: int) -> list[Piece]:
    """Return one line: a name, then the figures in groups; the cell of the cursor is marked."""
    line = grid.lines[row]
    page = f" {grid.page + 1}" if len(line.pages) > 1 else ""
    figures = grid.across(row)
    if line.own is None:
        shown, look = figures.replace(GAP, " "), Look.KNOWN
    else:
        shown, look = " " * line.first + figures[line.first :].replace(GAP, EMPTY), Look.OWN
        shown = shown[: line.first + len(line.cells)].ljust(grid.width)
    return [_label(f"{sign}{line.name}{page}"), *_cells(shown, grid, columns, look, cursor)]


def _cells(
    figures: str, grid: Grid, columns: range, look: Look, cursor: int = -1
) -> Iterator[Piece]:
    """Yield the signs of some columns in groups."""
    for place in columns:
        yield figures[place], Look.HERE if place == cursor else look
        if (place + 1) % grid.size == 0:
            yield " " * BETWEEN, look


def _judged(grid: Grid, columns: range, signs: Sequence[str]) -> list[Piece]:
    """Return what is said of the answer, below every group or every figure of it."""
    first = next(line.first for line in grid.lines if line.own is Own.ANSWER)
    said = "".join(sign[: grid.part].ljust(grid.part) for sign in signs)
    row = (" " * first + said).ljust(grid.width)[: grid.width]
    return [_label(""), *_cells(row, grid, columns, Look.OWN)]

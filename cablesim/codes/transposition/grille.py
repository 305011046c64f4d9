"""The turning grille: a square mask with holes, laid on the paper four times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt
from typing import Annotated

from cablesim.codes.transposition.rows import (
    Nulls,
    Transposition,
    fill_rule,
    filled,
    picked,
    put_back,
    spaced,
)
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Choice, Rows, Whole
from cablesim.systems.system import Row, System, Way

Cell = tuple[int, int]
TURNS = ("clockwise", "counterclockwise")
_ALSO = (("right", TURNS[0]), ("anticlockwise", TURNS[1]), ("anti-clockwise", TURNS[1]),
         ("counter-clockwise", TURNS[1]), ("left", TURNS[1]))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mask:
    """Reads a mask row by row: X, O, # or 1 is a hole, anything else is none."""

    choices: tuple[str, ...] = ()
    kind: str = "rows with blanks between, X for a hole and . for none"

    def read(self, name: str, value: object) -> tuple[tuple[int, ...], ...]:
        """Return row and column of every hole."""
        rows = value
        if isinstance(value, str) and ";" in value:
            rows = ["".join(row.split()) for row in value.split(";")]
        elif isinstance(value, str):
            rows = value.replace("/", " ").split()
        if not isinstance(rows, list | tuple):
            raise ParameterRefused(name, f"write {self.kind}")
        if len(rows) == 1 and isinstance(rows[0], str):
            side = isqrt(len(rows[0]))
            rows = [rows[0][at : at + side] for at in range(0, side * side, max(side, 1))]
        marks = [[str(each).upper() in ("X", "O", "#", "1", "TRUE") for each in row]
                 for row in rows if isinstance(row, str | list | tuple)]  # fmt: skip
        if not marks or any(len(row) != len(marks) for row in marks):
            raise ParameterRefused(name, "write as many rows as columns")
        holes = (
            (row, at) for row, cells in enumerate(marks) for at, hole in enumerate(cells) if hole
        )
        return (*holes, (len(marks),))


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningGrille(Transposition):
    """A mask whose holes uncover every cell of a square once in four turns.

    What the clerk does: he lays the mask on squared paper, writes the text into the holes from left
    to right and from the top down, turns the mask by a quarter, and goes on; after four turns the
    square is full and is read off row by row. A longer text takes several squares.

    The rule: a quarter turn clockwise takes the hole in row r, column c (from 0) of a square of
    side n to row c, column n - 1 - r.

    Source: the standard definition, as in Wikipedia "Grille (cryptography)"; vector
    turning-grille-01.

    Traps: the turn and which side is up are part of the key. In a square of odd side the middle
    cell is left empty. A last square that is not full is read without its empty cells.

    >>> from cablesim.codes import registry
    >>> holes = [[0, 0], [0, 1], [0, 2], [1, 2]]
    >>> system = registry.system("turning-grille")
    >>> system.encipher("WEAREDISCOVERED", size=4, holes_row_col_from_0=holes).result
    'WEAERERDDCISOVE'
    """

    size: Annotated[int, Whole(0, 100), "rows and columns; 0: as the holes need it"] = 0
    holes_row_col_from_0: Annotated[
        tuple[tuple[int, ...], ...], Rows(), "row and column of every hole, counted from 0"
    ] = ()
    holes_row_col_from_1: Annotated[
        tuple[tuple[int, ...], ...], Rows(), "the same, counted from 1"
    ] = ()
    mask: Annotated[
        tuple[tuple[int, ...], ...], Mask(), "or the mask itself, row by row, X for a hole"
    ] = ()
    turn: Annotated[str, Choice(TURNS, also=_ALSO), "which way the mask is turned"] = TURNS[0]
    fill: Annotated[str, Nulls(), "nulls that fill up the last square, or none"] = ""

    def _given(self) -> tuple[tuple[int, ...], ...]:
        """Return the holes, counted from 0."""
        if self.mask:
            return self.mask[:-1]
        if self.holes_row_col_from_1:
            return tuple(tuple(each - 1 for each in pair) for pair in self.holes_row_col_from_1)
        if not self.holes_row_col_from_0:
            raise ParameterRefused(
                "holes_row_col_from_0", "write row and column of every hole, or the mask"
            )
        return self.holes_row_col_from_0

    def _side(self) -> int:
        """Return how many rows and columns there are: four times the holes, or one more."""
        if self.size:
            return self.size
        if self.mask:
            return self.mask[-1][0]
        holes = 4 * len(self._given())
        return isqrt(holes) if isqrt(holes) ** 2 == holes else isqrt(holes + 1)

    def _turned(self, cell: Cell) -> Cell:
        """Return where a hole is after a quarter turn."""
        row, column = cell
        last = self._side() - 1
        return (column, last - row) if self.turn == TURNS[0] else (last - column, row)

    def _positions(self) -> list[list[Cell]]:
        """Return the holes of the four positions; raises where they do not fit together."""
        side = self._side()
        holes = [self._hole(pair) for pair in self._given()]
        positions = [sorted(holes)]
        for _ in range(3):
            holes = [self._turned(cell) for cell in holes]
            positions.append(sorted(holes))
        cells = [cell for position in positions for cell in position]
        twice = sorted({cell for cell in cells if cells.count(cell) > 1})
        if twice:
            raise ParameterRefused(
                "holes_row_col_from_0", f"these cells are uncovered more than once: {_named(twice)}"
            )
        middle = {(side // 2, side // 2)} if side % 2 else set()
        every = {(row, column) for row in range(side) for column in range(side)}
        missing = sorted(every - set(cells) - middle)
        if missing:
            raise ParameterRefused(
                "holes_row_col_from_0", f"these cells are never uncovered: {_named(missing)}"
            )
        return positions

    def _hole(self, pair: tuple[int, ...]) -> Cell:
        """Return a hole; raises where it is none."""
        side = self._side()
        if len(pair) != 2 or not all(0 <= each < side for each in pair):  # noqa: PLR2004 - row and column.
            raise ParameterRefused(
                "holes_row_col_from_0",
                f"{pair} is no cell; write row and column from 0 to {side - 1}",
            )
        return pair[0], pair[1]

    def conventions(self) -> Iterator[str]:
        """Yield mask, turn, fill."""
        first = self._positions()[0]
        yield f"mask: side {self._side()}, holes (row, column from 0) {_named(first)}"
        yield f"turned {self.turn} by a quarter; written left to right, top down; read by rows"
        yield fill_rule(self.fill)

    def nulls(self, text: str) -> str:
        """Return the nulls that complete the last square."""
        return filled(text, 4 * len(self._given()), self.fill)

    def _square(self) -> list[int]:
        """Return for one square which sign is read off first, second, and so on."""
        cells = [cell for position in self._positions() for cell in position]
        return sorted(range(len(cells)), key=cells.__getitem__)

    def _order(self, count: int) -> list[int]:
        """Return the same for a whole text; a last square may be short."""
        square = self._square()
        size = len(square)
        whole = [start + place for start in range(0, count - size + 1, size) for place in square]
        start = len(whole)
        return whole + [start + place for place in square if start + place < count]

    def encipher(self, text: str) -> str:
        """Return square after square, read by rows."""
        whole = text + self.nulls(text)
        return picked(whole, self._order(len(whole)))

    def decipher(self, text: str) -> str:
        """Return what stands in the holes, position after position."""
        return put_back(text, self._order(len(text)))

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield for every square what the positions hold and what the rows hold."""
        whole = text + self.nulls(text) if way is Way.ENCIPHER else text
        positions = self._positions()
        size = sum(map(len, positions))
        for start in range(0, len(whole), size):
            part = whole[start : start + size]
            cells = [cell for position in positions for cell in position][: len(part)]
            by_row = sorted(cells)
            block = dict(zip(cells if way is Way.ENCIPHER else by_row, part, strict=True))
            through = [
                (f"position {number}", [cell for cell in position if cell in block])
                for number, position in enumerate(positions, 1)
            ]
            rows = [
                (f"row {row + 1}", [cell for cell in by_row if cell[0] == row])
                for row in range(self._side())
            ]
            steps = [through, rows] if way is Way.ENCIPHER else [rows, through]
            for last, step in enumerate(steps):
                for name, held in step:
                    signs = [block[cell] for cell in held]
                    yield Row((name, spaced(signs)), "".join(signs) if last else "")


def _named(cells: list[Cell]) -> str:
    """Return cells as they are written down."""
    shown = " ".join(f"{row},{column}" for row, column in cells[:12])
    return f"{shown} and {len(cells) - 12} more" if len(cells) > 12 else shown  # noqa: PLR2004 - a line.


SYSTEMS = (
    System(
        "turning-grille",
        "transposition",
        "Turning grille",
        TurningGrille,
        aliases={
            "holes": "holes_row_col_from_0",
            "holes_from_0": "holes_row_col_from_0",
            "holes_from_1": "holes_row_col_from_1",
            "grille": "mask",
            "grid": "mask",
            "key": "mask",
            "rotation": "turn",
            "direction": "turn",
            "rotate": "turn",
            "side": "size",
        },
    ),
)

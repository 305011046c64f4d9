"""Routes: a text wound round a rod, and a text written along one way and read along another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.transposition.columnar import column_lines, read_columns, write_columns
from cablesim.codes.transposition.rows import (
    ColumnKey,
    Nulls,
    Transposition,
    fill_rule,
    filled,
    picked,
    put_back,
    spaced,
)
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Choice, Whole
from cablesim.systems.system import Example, Row, System, Way

Cell = tuple[int, int]
_MOST = 100_000
CORNERS = ("top left", "top right", "bottom left", "bottom right")


def by_rows(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells row by row."""
    yield from ((row, column) for row in range(rows) for column in range(columns))


def by_columns(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells column by column."""
    yield from ((row, column) for column in range(columns) for row in range(rows))


def rows_in_turn(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells row by row, every second row backwards."""
    for row in range(rows):
        cells = [(row, column) for column in range(columns)]
        yield from cells if row % 2 == 0 else reversed(cells)


def columns_in_turn(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells column by column, every second column backwards."""
    for column in range(columns):
        cells = [(row, column) for row in range(rows)]
        yield from cells if column % 2 == 0 else reversed(cells)


def by_diagonals(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells diagonal by diagonal, each from its right end down to the left."""
    for total in range(rows + columns - 1):
        for row in range(max(0, total - columns + 1), min(rows, total + 1)):
            yield row, total - row


def diagonals_in_turn(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells diagonal by diagonal, every second one upwards."""
    for total in range(rows + columns - 1):
        cells = [
            (row, total - row) for row in range(max(0, total - columns + 1), min(rows, total + 1))
        ]
        yield from cells if total % 2 == 0 else reversed(cells)


def clockwise(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells in a spiral inwards, along the first row first."""
    top, left, bottom, right = 0, 0, rows - 1, columns - 1
    while top <= bottom and left <= right:
        yield from ((top, column) for column in range(left, right + 1))
        yield from ((row, right) for row in range(top + 1, bottom + 1))
        if top < bottom and left < right:
            yield from ((bottom, column) for column in range(right - 1, left - 1, -1))
            yield from ((row, left) for row in range(bottom - 1, top, -1))
        top, left, bottom, right = top + 1, left + 1, bottom - 1, right - 1


def counterclockwise(rows: int, columns: int) -> Iterator[Cell]:
    """Yield the cells in a spiral inwards, down the first column first."""
    yield from ((row, column) for column, row in clockwise(columns, rows))


PATHS: dict[str, Callable[[int, int], Iterator[Cell]]] = {
    "rows": by_rows,
    "columns": by_columns,
    "rows in turn": rows_in_turn,
    "columns in turn": columns_in_turn,
    "diagonals": by_diagonals,
    "diagonals in turn": diagonals_in_turn,
    "spiral clockwise": clockwise,
    "spiral counterclockwise": counterclockwise,
    "spiral clockwise outwards": lambda rows, columns: reversed([*counterclockwise(rows, columns)]),
    "spiral counterclockwise outwards": lambda rows, columns: reversed([*clockwise(rows, columns)]),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scytale(Transposition):
    """A text written along a strip that is wound round a rod.

    What the clerk does: he winds a strip round a rod, writes the text along the rod row by row, and
    takes the strip off: it shows the columns one after another.

    The rule: a columnar transposition whose columns are read from left to right.

    Source: the standard definition, as in Wikipedia "Scytale"; vectors scytale-01 and scytale-03.

    Traps: some tools count the turns of the strip and some the signs along the rod; here `columns`
    is how many signs stand in one row, `rows` how many rows there are. The last row may be short.

    >>> from cablesim.codes import registry
    >>> registry.system("scytale").encipher("IAMHURTVERYBADLYHELP", columns=3).result
    'IHTRAYLAUVYDHPMREBLE'
    """

    columns_wide: Annotated[int, Whole(0, _MOST), "how many signs stand in a row"] = 0
    rows: Annotated[int, Whole(0, _MOST), "how many rows there are, instead of the columns"] = 0
    fill: Annotated[str, Nulls(), "nulls that fill up the last row, or none"] = ""

    def _width(self, count: int) -> int:
        """Return how many signs stand in a row."""
        if bool(self.columns_wide) == bool(self.rows):
            raise ParameterRefused("columns", "give either columns or rows, and not both")
        return self.columns_wide or max(-(-count // self.rows), 1)

    def conventions(self) -> Iterator[str]:
        """Yield columns or rows, and fill."""
        self._width(1)
        yield f"columns: {self.columns_wide}" if self.columns_wide else f"rows: {self.rows}"
        yield "columns are read from left to right"
        yield fill_rule(self.fill)

    def nulls(self, text: str) -> str:
        """Return the nulls that complete the last row."""
        return filled(text, self._width(len(text)), self.fill)

    def encipher(self, text: str) -> str:
        """Return the columns from left to right."""
        return read_columns(text + self.nulls(text), range(self._width(len(text))))

    def decipher(self, text: str) -> str:
        """Return the rows that have these columns."""
        return write_columns(text, range(self._width(len(text))))

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield rows and columns."""
        width = self._width(len(text))
        whole = text + self.nulls(text) if way is Way.ENCIPHER else text
        heads = tuple(str(number + 1) for number in range(width))
        yield from column_lines(whole, ColumnKey(heads, tuple(range(width))), range(width), way)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Transposition):
    """A rectangle written along one way and read along another.

    What the clerk does: he writes the text into a rectangle along one way, mostly row by row, and
    reads it off along another: down and up the columns, along the diagonals, in a spiral.

    The rule: rows are as many as the text needs for the columns; cells that the text does not reach
    stay empty and are passed over. A way begins in the corner that is named.

    Source: the standard definition, as in the American Cryptogram Association's "Route
    transposition".

    Traps: a spiral inwards and one outwards are each other backwards; the corner and the turn must
    both be named. A rectangle with empty cells is read differently from one filled with nulls.

    >>> from cablesim.codes import registry
    >>> system = registry.system("route")
    >>> system.encipher("WEAREDISCOVERED", columns=5, read="spiral clockwise").result
    'WEAREODEREVDISC'
    """

    columns_wide: Annotated[int, Whole(1, _MOST), "how many signs stand in a row"]
    written: Annotated[str, Choice(tuple(PATHS)), "the way along which the text is written"] = (
        "rows"
    )
    read: Annotated[str, Choice(tuple(PATHS)), "the way along which it is read off"] = (
        "spiral clockwise"
    )
    corner: Annotated[str, Choice(CORNERS), "where reading begins"] = CORNERS[0]
    fill: Annotated[str, Nulls(), "nulls that fill up the rectangle, or none"] = ""

    def conventions(self) -> Iterator[str]:
        """Yield the rectangle and both ways."""
        yield f"columns: {self.columns_wide}, as many rows as the text needs"
        yield f"written: {self.written}, from the top left"
        yield f"read: {self.read}, from the {self.corner}"
        yield fill_rule(self.fill)

    def nulls(self, text: str) -> str:
        """Return the nulls that complete the rectangle."""
        return filled(text, self.columns_wide, self.fill)

    def _rows(self, count: int) -> int:
        """Return how many rows a count of signs takes."""
        return -(-count // self.columns_wide)

    def _cells(self, path: str, corner: str, rows: int) -> Iterator[Cell]:
        """Yield the cells of a way that begins in a corner."""
        flip_row, flip_column = corner.startswith("bottom"), corner.endswith("right")
        for row, column in PATHS[path](rows, self.columns_wide):
            yield (
                rows - 1 - row if flip_row else row,
                self.columns_wide - 1 - column if flip_column else column,
            )

    def _order(self, count: int) -> list[int]:
        """Return the places of the text in the order in which they are read off."""
        rows = self._rows(count)
        at = [0] * (rows * self.columns_wide)
        for place, (row, column) in enumerate(self._cells(self.written, CORNERS[0], rows)):
            at[row * self.columns_wide + column] = place
        cells = self._cells(self.read, self.corner, rows)
        places = (at[row * self.columns_wide + column] for row, column in cells)
        return [place for place in places if place < count]

    def encipher(self, text: str) -> str:
        """Return the text along the way it is read."""
        whole = text + self.nulls(text)
        return picked(whole, self._order(len(whole)))

    def decipher(self, text: str) -> str:
        """Return the text along the way it was written."""
        return put_back(text, self._order(len(text)))

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the rectangle row by row, then the way out of it, ten signs a line."""
        whole = text + self.nulls(text) if way is Way.ENCIPHER else text
        rows = self._rows(len(whole))
        written = list(self._cells(self.written, CORNERS[0], rows))[: len(whole)]
        used = set(written)
        taken = [cell for cell in self._cells(self.read, self.corner, rows) if cell in used]
        enter, leave = (written, taken) if way is Way.ENCIPHER else (taken, written)
        block = dict(zip(enter, whole, strict=True))
        for row in range(rows):
            signs = [block.get((row, column), "·") for column in range(self.columns_wide)]
            yield Row((f"row {row + 1}", spaced(signs)))
        for start in range(0, len(leave), 10):
            part = "".join(block[cell] for cell in leave[start : start + 10])
            yield Row(("read", spaced(part)), part)


COLUMNS = {"columns": "columns_wide"}
SYSTEMS = (
    System("scytale", "transposition", "Scytale", Scytale, aliases=COLUMNS),
    System(
        "route",
        "transposition",
        "Route transposition",
        Route,
        aliases=COLUMNS,
        example=Example(
            "WE ARE DISCOVERED FLEE AT ONCE", {"columns": 5, "read": "spiral clockwise"}
        ),
    ),
)

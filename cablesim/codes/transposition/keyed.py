"""Keyed transpositions beside the plain columnar: equal key letters, unequal cells, squares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.keys import read_off
from cablesim.codes.transposition.rows import (
    TIES,
    ColumnKey,
    Columns,
    Nulls,
    Transposition,
    fill_rule,
    filled,
    material,
    picked,
    put_back,
    spaced,
    text_of,
    woven,
)
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Choice, Digits
from cablesim.systems.system import Row, Way

# Squares of a longer key would be filled up with many thousand nulls.
_MOST_SIDE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Myszkowski(Transposition):
    """A columnar transposition in which columns of equal key letters are read together.

    What the clerk does: he writes the text in rows under the key and gives equal key letters the
    same number; columns that share a number are read row by row, from left to right.

    The rule: for each number in turn, the signs of its columns in the order of the rows, and within
    a row from left to right.

    Source: the standard definition, as in Wikipedia "Transposition cipher"; vector
    myszkowski-transposition-01.

    Traps: with a key of unequal letters it is the plain columnar transposition. The last row may be
    short.

    >>> from cablesim.codes import registry
    >>> system = registry.system("myszkowski-transposition")
    >>> system.encipher("WEAREDISCOVEREDFLEEATONCE", key="TOMATO").result
    'ROFOACDTEDSEEEACWEIVRLENE'
    """

    key: Annotated[ColumnKey | None, Columns(), "the key over the columns"] = None
    numbers: Annotated[str, Digits(), "the key's numbers, instead of a word or beside it"] = ""
    fill: Annotated[str, Nulls(), "nulls that fill up the last row, or none"] = ""

    def _levels(self) -> tuple[int, ...]:
        """Return each column's number, from 0."""
        if self.numbers:
            found = ColumnKey(tuple(self.numbers), tuple(map(int, self.numbers))).dense()
            if self.key is not None and self.key.dense() != found:
                raise ParameterRefused("numbers", f"they are not those of the key {self.key}")
            return found
        if self.key is None:
            raise ParameterRefused("key", "write the key as a word, or its numbers")
        return self.key.dense()

    def conventions(self) -> Iterator[str]:
        """Yield numbers and fill."""
        yield f"numbers over the columns: {spaced(str(level + 1) for level in self._levels())}"
        yield "columns of one number are read row by row, left to right"
        yield fill_rule(self.fill)

    def nulls(self, text: str) -> str:
        """Return the nulls that complete the last row."""
        return filled(text, len(self._levels()), self.fill)

    def _groups(self) -> list[list[int]]:
        """Return the columns of each number."""
        levels = self._levels()
        return [
            [column for column, level in enumerate(levels) if level == number]
            for number in range(max(levels) + 1)
        ]

    def encipher(self, text: str) -> str:
        """Return the columns, those of one number woven together."""
        row, width = material(text + self.nulls(text)), len(self._levels())
        return text_of(woven([row[column::width] for column in group]) for group in self._groups())

    def decipher(self, text: str) -> str:
        """Return the rows that have these columns."""
        row, width, at = material(text), len(self._levels()), 0
        found = [row[:0]] * width
        for group in self._groups():
            count = sum(len(range(column, len(row), width)) for column in group)
            part = row[at : at + count]
            at += count
            for place, column in enumerate(group):
                found[column] = part[place :: len(group)]
        return text_of([woven(found)])

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the rows, then the signs of each number; deciphering, the rows last."""
        whole = text + self.nulls(text) if way is Way.ENCIPHER else text
        levels = self._levels()
        width, rows = len(levels), -(-len(whole) // len(levels))
        yield Row(("numbers", spaced(str(level + 1) for level in levels)))
        grid = [[""] * min(width, len(whole) - row * width) for row in range(rows)]
        if way is Way.ENCIPHER:
            for number in range(rows):
                grid[number] = list(whole[number * width : (number + 1) * width])
                yield Row((f"row {number + 1}", spaced(grid[number])))
        signs = iter(whole)
        for number in range(max(levels) + 1):
            part = []
            for cells in grid:
                for column in range(len(cells)):
                    if levels[column] == number:
                        if way is Way.DECIPHER:
                            cells[column] = next(signs)
                        part.append(cells[column])
            gives = "".join(part) if way is Way.ENCIPHER else ""
            yield Row((f"number {number + 1}", spaced(part)), gives)
        if way is Way.DECIPHER:
            for number, cells in enumerate(grid, 1):
                yield Row((f"row {number}", spaced(cells)), "".join(cells))


@dataclass(frozen=True, slots=True)
class FirstCell:
    """Reads how many signs the first cell holds: 1 or 2, as a number, a word or the turns `2,1`."""

    choices: tuple[str, ...] = ()
    kind: str = "1 or 2"

    def read(self, name: str, value: object) -> int:
        """Return 1 or 2; where a sentence speaks of the first cell, what it says of that."""
        shown = " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value).lower()
        words = re.findall(r"[a-z]+|[0-9]+", shown.partition("first")[2] or shown)
        for word in words:
            if word in ("1", "one", "single", "singles", "letter", "monograph"):
                return 1
            if word in ("2", "two", "double", "pair", "digraph", "digraphs", "bigram", "letters"):
                return 2
        raise ParameterRefused(name, f"'{value}' does not fit; write {self.kind}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amsco(Transposition):
    """A columnar transposition of cells that hold one sign and two signs in turn.

    What the clerk does: he writes the text under the key in cells of one sign and of two signs,
    taking turns along the first row and down the first column, and reads the columns off in the
    order of the key.

    The rule: the cell in row r, column c (from 0) holds one sign more or less than its neighbours:
    with a first cell of two, two where r + c is even; the last cell may be short.

    Source: the American Cryptogram Association's "Amsco"; its example begins with a cell of two.

    Traps: with a key of even length the turns must change at the beginning of each row as well,
    which a text simply cut into ones and twos does not do.

    >>> from cablesim.codes import registry
    >>> text = "INCOMPLETECOLUMNARWITHALTERNATINGSINGLELETTERSANDDIGRAPHS"
    >>> registry.system("amsco").encipher(text, key="41325").result
    'CECRTEGLENPHPLUTNANTEIOMOWIRSITDDSINTNALINESAALEMHATGLRGR'
    """

    key: Annotated[ColumnKey, Columns(), "the key over the columns"]
    start: Annotated[int, FirstCell(), "how many signs the first cell holds, 1 or 2"] = 2
    ties: Annotated[str, Choice(TIES), "how equal key signs are counted"] = TIES[0]

    def conventions(self) -> Iterator[str]:
        """Yield key, ties, first cell."""
        ranks = spaced(str(rank + 1) for rank in self.key.ranks(self.ties))
        yield f"key: {self.key}, columns read in the order {ranks}"
        yield f"equal key signs: {self.ties}"
        yield f"the first cell holds {self.start}, then one and two in turn, along rows and columns"

    def _order(self, count: int) -> list[int]:
        """Return the places of a text in the order in which they are read off."""
        width, columns, at, row = len(self.key), [[] for _ in self.key.heads], 0, 0  # type: ignore[var-annotated]  # Lists of places.
        sizes = (self.start, 3 - self.start)
        while at < count:
            for column in range(width):
                size = sizes[(row + column) % 2]
                columns[column].extend(range(at, min(at + size, count)))
                at += size
                if at >= count:
                    break
            row += 1
        return [
            place for column in read_off(self.key.ranks(self.ties)) for place in columns[column]
        ]

    def encipher(self, text: str) -> str:
        """Return the columns in the order of the key."""
        return picked(text, self._order(len(text)))

    def decipher(self, text: str) -> str:
        """Return the text whose columns these are."""
        return put_back(text, self._order(len(text)))

    def _cells(self, count: int) -> Iterator[list[int]]:
        """Yield the sizes of the cells of each row."""
        row = 0
        while count > 0:
            sizes = []
            for column in range(len(self.key)):
                size = min(self.start if (row + column) % 2 == 0 else 3 - self.start, count)
                if size:
                    sizes.append(size)
                count -= size
            yield sizes
            row += 1

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield rows of cells and columns; deciphering, the rows last."""
        rows = list(self._cells(len(text)))
        ranks = self.key.ranks(self.ties)
        yield Row(("key", spaced(self.key.heads)), remark=spaced(str(rank + 1) for rank in ranks))
        grid: list[list[str]] = [[""] * len(sizes) for sizes in rows]
        at = 0
        if way is Way.ENCIPHER:
            for number, sizes in enumerate(rows):
                for column, size in enumerate(sizes):
                    grid[number][column] = text[at : at + size]
                    at += size
                yield Row((f"row {number + 1}", spaced(grid[number])))
        for rank in range(len(ranks)):
            column = ranks.index(rank)
            part = []
            for number, sizes in enumerate(rows):
                if column < len(sizes):
                    if way is Way.DECIPHER:
                        grid[number][column] = text[at : at + sizes[column]]
                        at += sizes[column]
                    part.append(grid[number][column])
            gives = "".join(part) if way is Way.ENCIPHER else ""
            yield Row((f"column {column + 1}", spaced(part)), gives)
        if way is Way.DECIPHER:
            for number, cells in enumerate(grid, 1):
                yield Row((f"row {number}", spaced(cells)), "".join(cells))


@dataclass(frozen=True, slots=True, kw_only=True)
class NihilistTransposition(Transposition):
    """A square whose columns and rows are both put in the order of one key.

    What the clerk does: he writes the text into a square as wide as the key, puts the columns in
    the order of the key's numbers, then the rows by the same numbers, and reads off columns or
    rows. A longer text takes several squares.

    The rule: column j of the new square is the column over which the number j stands; rows are
    taken in the same way.

    Source: the American Cryptogram Association's "Nihilist transposition"; vector
    nihilist-transposition-01.

    Traps: whether the result is read by columns or by rows is part of the key. A short square must
    be filled up with nulls.

    >>> from cablesim.codes import registry
    >>> system = registry.system("nihilist-transposition")
    >>> system.encipher("SQUARENEEDEDHERE", order=[2, 1, 3, 4], read_off="columns").result
    'EQDERSEHNUEREADE'
    """

    order: Annotated[ColumnKey, Columns(most=_MOST_SIDE), "the numbers over the columns, or a word"]
    read_off: Annotated[
        str,
        Choice(("columns", "rows"), also=(("column", "columns"), ("row", "rows"))),
        "how the new square is read",
    ] = "columns"
    fill: Annotated[str, Nulls(), "nulls that fill up the last square"] = "X"

    def conventions(self) -> Iterator[str]:
        """Yield key, way of reading, fill."""
        ranks = spaced(str(rank + 1) for rank in self.order.ranks())
        yield f"columns, then rows, in the order {ranks}"
        yield f"read off by {self.read_off}"
        yield fill_rule(self.fill)

    def _size(self) -> int:
        """Return how many signs a square holds."""
        return len(self.order) ** 2

    def nulls(self, text: str) -> str:
        """Return the nulls that complete the last square."""
        if -len(text) % self._size() and not self.fill:
            raise ParameterRefused(
                "fill", f"squares of {self._size()} must be full; name nulls, or write more text"
            )
        return filled(text, self._size(), self.fill)

    def _square(self) -> list[int]:
        """Return the places of one square in the order in which they are read off."""
        side, taken = len(self.order), read_off(self.order.ranks())
        by_rows = [row * side + column for row in taken for column in taken]
        if self.read_off == "rows":
            return by_rows
        return [by_rows[row * side + column] for column in range(side) for row in range(side)]

    def encipher(self, text: str) -> str:
        """Return square after square, read off."""
        row, size = material(text + self.nulls(text)), self._size()
        return text_of([woven([row[place::size] for place in self._square()])])

    def decipher(self, text: str) -> str:
        """Return the text of the squares."""
        if len(text) % self._size():
            raise ParameterRefused(
                "order",
                f"{len(text)} signs make no whole squares of {self._size()}; look for a lost sign",
            )
        row, size = material(text), self._size()
        found = [row[:0]] * size
        for place, original in enumerate(self._square()):
            found[original] = row[place::size]
        return text_of([woven(found)])

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield for every square its rows before and after, and what is read off."""
        whole = text + self.nulls(text) if way is Way.ENCIPHER else text
        side, ranks = len(self.order), self.order.ranks()
        taken = read_off(ranks)
        yield Row(("order", spaced(str(rank + 1) for rank in ranks)))
        for start in range(0, len(whole), side * side):
            part = whole[start : start + side * side]
            rows = [list(part[at : at + side]) for at in range(0, side * side, side)]
            if way is Way.ENCIPHER:
                for number, cells in enumerate(rows, 1):
                    yield Row((f"row {number}", spaced(cells)))
                columns = [[cells[column] for column in taken] for cells in rows]
                moved = [columns[row] for row in taken]
                if self.read_off == "columns":
                    moved = [list(column) for column in zip(*moved, strict=True)]
                for number, cells in enumerate(moved, 1):
                    yield Row((f"{self.read_off[:-1]} {number}", spaced(cells)), "".join(cells))
                continue
            if self.read_off == "columns":
                rows = [list(column) for column in zip(*rows, strict=True)]
            for number, cells in enumerate(rows, 1):
                yield Row((f"moved row {number}", spaced(cells)))
            for row in range(side):
                cells = [rows[ranks[row]][ranks[column]] for column in range(side)]
                yield Row((f"row {row + 1}", spaced(cells)), "".join(cells))

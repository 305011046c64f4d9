"""Two transpositions in a row, and a columnar transposition disrupted by triangles left blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.keys import read_off
from cablesim.codes.transposition.columnar import column_lines, read_columns, write_columns
from cablesim.codes.transposition.rows import (
    TIES,
    ColumnKey,
    Columns,
    Nulls,
    Transposition,
    fill_rule,
    filled,
    picked,
    put_back,
    spaced,
)
from cablesim.systems.parameters import Choice
from cablesim.systems.system import Example, Row, System, Way

Cell = tuple[int, int]


def disrupted_cells(ranks: Sequence[int], count: int) -> list[Cell]:
    """Return the cells (row, column from 0) of a count of signs in the order they are filled.

    First come the cells outside the triangles, row by row, then those of the triangles. A triangle
    begins at the top of the column of rank 0, runs to the right edge, and begins one column later
    in each row until nothing is left of it; one full row follows, then the triangle of the next
    rank. (Ranks count from 0.)
    """
    width = len(ranks)
    left = _left_edges(ranks, -(-count // width) if width else 0)
    cells = [divmod(place, width) for place in range(count)]
    outside = [cell for cell in cells if cell[1] < left[cell[0]]]
    return outside + [cell for cell in cells if cell[1] >= left[cell[0]]]


def _left_edges(ranks: Sequence[int], rows: int) -> list[int]:
    """Return for each row the column where its triangle begins; the width where there is none."""
    width = len(ranks)
    edges = [width] * rows
    row = 0
    for rank in range(width):
        for column in range(list(ranks).index(rank), width):
            if row >= rows:
                return edges
            edges[row] = column
            row += 1
        row += 1
    return edges


def disrupted_order(ranks: Sequence[int], count: int) -> list[int]:
    """Return which sign of a text (from 0) is read off first, second, and so on.

    The cells are filled as `disrupted_cells` says and read column by column in the order of the
    ranks.
    """
    width = len(ranks)
    filled_at = [0] * count
    for place, (row, column) in enumerate(disrupted_cells(ranks, count)):
        filled_at[row * width + column] = place
    return [
        filled_at[cell] for column in read_off(tuple(ranks)) for cell in range(column, count, width)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleTransposition(Transposition):
    """A columnar transposition of a columnar transposition.

    What the clerk does: he reads the columns of a first block off into the rows of a second one,
    under another key, and reads those columns off.

    The rule: columnar transposition by the first key, then by the second; deciphering goes the
    other way round.

    Source: the standard definition, as in Wikipedia "Transposition cipher"; vector
    double-transposition-01.

    Traps: the same key twice is weaker than it looks. A last row filled up in the first block
    moves everything in the second.

    >>> from cablesim.codes import registry
    >>> system = registry.system("double-transposition")
    >>> system.encipher("WEAREDISCOVEREDFLEEATONCE", key1="ZEBRAS", key2="STRIPE").result
    'CAEENSOIAEDRLEFWEDREEVTOC'
    """

    key1: Annotated[ColumnKey, Columns(), "the first key"]
    key2: Annotated[ColumnKey, Columns(), "the second key"]
    fill: Annotated[str, Nulls(), "nulls that fill up the first block's last row, or none"] = ""
    ties: Annotated[str, Choice(TIES), "how equal key signs are counted"] = TIES[0]

    def conventions(self) -> Iterator[str]:
        """Yield both keys, ties, fill."""
        for name, key in (("first", self.key1), ("second", self.key2)):
            ranks = spaced(str(rank + 1) for rank in key.ranks(self.ties))
            yield f"{name} key: {key}, columns read in the order {ranks}"
        yield f"equal key signs: {self.ties}"
        yield fill_rule(self.fill)

    def nulls(self, text: str) -> str:
        """Return the nulls that complete the first block."""
        return filled(text, len(self.key1), self.fill)

    def encipher(self, text: str) -> str:
        """Return the text through both blocks."""
        first = read_columns(text + self.nulls(text), read_off(self.key1.ranks(self.ties)))
        return read_columns(first, read_off(self.key2.ranks(self.ties)))

    def decipher(self, text: str) -> str:
        """Return the text back through both blocks."""
        first = write_columns(text, read_off(self.key2.ranks(self.ties)))
        return write_columns(first, read_off(self.key1.ranks(self.ties)))

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield both sheets; what the first gives is worked on by the second."""
        keys = [self.key1, self.key2] if way is Way.ENCIPHER else [self.key2, self.key1]
        whole = text + self.nulls(text) if way is Way.ENCIPHER else text
        given = []
        for row in column_lines(whole, keys[0], keys[0].ranks(self.ties), way):
            given.append(row.gives)
            yield row._replace(gives="")
        yield from column_lines("".join(given), keys[1], keys[1].ranks(self.ties), way)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disrupted(Transposition):
    """A columnar transposition whose block has triangles that are filled last.

    What the clerk does: he marks off triangles in the block, fills the rest with the text row by
    row, then the triangles, and reads the columns off in the order of the key.

    The rule: the first triangle begins in the first row at the column of the key's first number and
    runs to the right edge, one column less in each row; after its last row one row stays whole,
    then the triangle of the next number begins.

    Source: D. Kahn's account of the second table of the 1953 message, vector vic-01, whose second
    step this is.

    Traps: accounts differ on the row between two triangles. The triangles depend on how many signs
    there are, so one lost sign moves everything.

    >>> from cablesim.codes import registry
    >>> system = registry.system("disrupted-transposition")
    >>> enciphered = system.encipher("WEAREDISCOVEREDFLEEATONCE", key="ZEBRAS").result
    >>> system.decipher(enciphered, key="ZEBRAS").result
    'WEAREDISCOVEREDFLEEATONCE'
    """

    key: Annotated[ColumnKey, Columns(), "the key over the columns"]
    ties: Annotated[str, Choice(TIES), "how equal key signs are counted"] = TIES[0]

    def conventions(self) -> Iterator[str]:
        """Yield key, ties, triangles."""
        ranks = spaced(str(rank + 1) for rank in self.key.ranks(self.ties))
        yield f"key: {self.key}, columns read in the order {ranks}"
        yield f"equal key signs: {self.ties}"
        yield "triangles to the right edge in the key's order, one whole row between two of them"

    def encipher(self, text: str) -> str:
        """Return the columns of the block."""
        return picked(text, disrupted_order(self.key.ranks(self.ties), len(text)))

    def decipher(self, text: str) -> str:
        """Return the text that fills the block so."""
        return put_back(text, disrupted_order(self.key.ranks(self.ties), len(text)))

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the block with its triangles, and the columns; deciphering, the text last."""
        ranks, width = self.key.ranks(self.ties), len(self.key)
        cells = disrupted_cells(ranks, len(text))
        block: dict[Cell, str] = {}
        if way is Way.ENCIPHER:
            block = dict(zip(cells, text, strict=True))
            yield from self._block(block, len(text))
        at = 0
        for rank in range(width):
            column = ranks.index(rank)
            count = len(range(column, len(text), width))
            if way is Way.DECIPHER:
                block.update(((row, column), text[at + row]) for row in range(count))
                at += count
            signs = [block[row, column] for row in range(count)]
            gives = "".join(signs) if way is Way.ENCIPHER else ""
            yield Row((f"column {column + 1}", spaced(signs)), gives)
        if way is Way.DECIPHER:
            yield from self._block(block, len(text))
            for start in range(0, len(cells), width):
                part = "".join(block[cell] for cell in cells[start : start + width])
                yield Row(("text", spaced(part)), part)

    def _block(self, block: dict[Cell, str], count: int) -> Iterator[Row]:
        """Yield the block row by row, a bar where a triangle begins."""
        ranks, width = self.key.ranks(self.ties), len(self.key)
        edges = _left_edges(ranks, -(-count // width))
        for row, edge in enumerate(edges):
            signs = [block[row, column] for column in range(min(width, count - row * width))]
            before, inside = spaced(signs[:edge]), spaced(signs[edge:])
            yield Row((f"row {row + 1}", f"{before} | {inside}" if inside else before))


SYSTEMS = (
    System(
        "double-transposition",
        "transposition",
        "Double transposition",
        DoubleTransposition,
        aliases={"keyword1": "key1", "keyword2": "key2", "key": "key1"},
        parts={"keys": ("key1", "key2"), "keywords": ("key1", "key2"), "key": ("key1", "key2")},
    ),
    System(
        "disrupted-transposition",
        "transposition",
        "Disrupted transposition",
        Disrupted,
        example=Example("WE ARE DISCOVERED FLEE AT ONCE", {"key": "ZEBRAS"}),
    ),
)

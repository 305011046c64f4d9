"""Columnar transposition: a text in rows under a key, read off column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.keys import read_off
from cablesim.codes.transposition.keyed import Amsco, Myszkowski, NihilistTransposition
from cablesim.codes.transposition.rows import (
    TIES,
    ColumnKey,
    Columns,
    Nulls,
    Transposition,
    fill_rule,
    filled,
    material,
    spaced,
    text_of,
    woven,
)
from cablesim.systems.fixed import Always
from cablesim.systems.parameters import Choice
from cablesim.systems.system import Example, Row, System, Way

_BLOCK_ROWS = 1 << 15


def read_columns(text: str, order: Sequence[int]) -> str:
    """Return a text written in rows as wide as the order, read column by column."""
    width = len(order)
    if len(text) <= width * _BLOCK_ROWS:
        return "".join([text[column::width] for column in order])
    # Pieces that the processor's memory holds: new memory for long columns costs more than reading.
    block = width * _BLOCK_ROWS
    return "".join(
        [
            text[start + column : start + block : width]
            for column in order
            for start in range(0, len(text), block)
        ]
    )


def write_columns(text: str, order: Sequence[int]) -> str:
    """Return the rows of a text whose columns stand one after another in that order."""
    row, width, at = material(text), len(order), 0
    found = [row[:0]] * width
    for column in order:
        count = len(range(column, len(row), width))
        found[column] = row[at : at + count]
        at += count
    return text_of([woven(found)])


def column_lines(text: str, key: ColumnKey, ranks: Sequence[int], way: Way) -> Iterator[Row]:
    """Yield the sheet of one columnar transposition: key, rows, columns; deciphering, rows last."""
    width = len(key)
    heads = spaced(key.heads)
    yield Row(("key", heads), remark=spaced(str(rank + 1) for rank in ranks))
    columns: list[list[str]] = [[] for _ in key.heads]
    full, rest = divmod(len(text), width)
    if way is Way.ENCIPHER:
        for start in range(0, len(text), width):
            part = text[start : start + width]
            for column, sign in zip(columns, part, strict=False):
                column.append(sign)
            yield Row((f"row {start // width + 1}", spaced(part)))
    at = 0
    for rank in range(width):
        place = ranks.index(rank)
        if way is Way.DECIPHER:
            count = full + (place < rest)
            columns[place] = list(text[at : at + count])
            at += count
        signs = columns[place]
        gives = "".join(signs) if way is Way.ENCIPHER else ""
        yield Row((f"column {place + 1}", spaced(signs)), gives, f"{key.heads[place]}, {rank + 1}")
    if way is Way.DECIPHER:
        for number in range(full + (rest > 0)):
            cells = [column[number] for column in columns if number < len(column)]
            yield Row((f"row {number + 1}", spaced(cells)), "".join(cells))


@dataclass(frozen=True, slots=True, kw_only=True)
class Columnar(Transposition):
    """Rows under a key, columns in the order of its letters.

    What the clerk does: he writes the text in rows under the key, numbers the key's letters in the
    order of the alphabet, and reads the columns off in the order of the numbers.

    The rule: with a key of w signs, the sign at place i stands in row i // w, column i % w; column
    after column is read in the order of their ranks. Without nulls the last row may be short.

    Source: the standard definition, as in Wikipedia "Transposition cipher"; vectors
    columnar-transposition-01, -03 (filled up with X) and -05 (a key with repeated letters).

    Traps: some tools fill up the last row without a word, so a text that ends in a real X comes
    back without it or with more. Equal key letters count from left to right here unless the
    other way is named.

    >>> from cablesim.codes import registry
    >>> system = registry.system("columnar-transposition")
    >>> system.encipher("WEAREDISCOVEREDFLEEATONCE", key="ZEBRAS").result
    'EVLNACDTESEAROFODEECWIREE'
    """

    key: Annotated[ColumnKey, Columns(), "the key over the columns"]
    fill: Annotated[str, Nulls(), "nulls that fill up the last row, or none"] = ""
    ties: Annotated[str, Choice(TIES), "how equal key signs are counted"] = TIES[0]
    read_off: Annotated[str, Always(("col", "by col")), "columns are read off"] = ""
    written: Annotated[str, Always(("row", "by row")), "the text is written in rows"] = ""

    def conventions(self) -> Iterator[str]:
        """Yield key, ties, fill."""
        ranks = spaced(str(rank + 1) for rank in self.key.ranks(self.ties))
        yield f"key: {self.key}, columns read in the order {ranks}"
        yield f"equal key signs: {self.ties}"
        yield fill_rule(self.fill)

    def nulls(self, text: str) -> str:
        """Return the nulls that complete the last row."""
        return filled(text, len(self.key), self.fill)

    def encipher(self, text: str) -> str:
        """Return the columns in the order of the key."""
        return read_columns(text + self.nulls(text), read_off(self.key.ranks(self.ties)))

    def decipher(self, text: str) -> str:
        """Return the rows that have these columns."""
        return write_columns(text, read_off(self.key.ranks(self.ties)))

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield rows and columns."""
        whole = text + self.nulls(text) if way is Way.ENCIPHER else text
        yield from column_lines(whole, self.key, self.key.ranks(self.ties), way)


SYSTEMS = (
    System(
        "columnar-transposition",
        "transposition",
        "Columnar transposition",
        Columnar,
        presets={"aca": {"fill": "none"}, "complete": {"fill": "X"}},
        aliases={"complete": "fill", "regular": "fill", "rectangle": "fill"},
    ),
    System("myszkowski-transposition", "transposition", "Myszkowski transposition", Myszkowski),
    System(
        "amsco",
        "transposition",
        "Amsco",
        Amsco,
        example=Example(
            "INCOMPLETE COLUMNAR WITH ALTERNATING SINGLE LETTERS AND DIGRAPHS",
            {"key": "41325", "start": 2},
        ),
        aliases={
            "first": "start",
            "first_cell": "start",
            "starts_with": "start",
            "start_with": "start",
            "begin": "start",
            "begins_with": "start",
            "cut": "start",
            "cut_sequence": "start",
            "sequence": "start",
            "pattern": "start",
            "cells": "start",
            "cell_sizes": "start",
            "alternation": "start",
            "first_group": "start",
            "first_chunk": "start",
        },
    ),
    System(
        "nihilist-transposition",
        "transposition",
        "Nihilist transposition",
        NihilistTransposition,
        aliases={"read": "read_off", "reading": "read_off", "output": "read_off"},
    ),
)

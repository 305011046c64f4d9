"""Bifid: coordinates written under the letters, torn apart, and read as letters again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.square import Square, Squared, square_of
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Whole, Word
from cablesim.systems.system import Example, Row, System, Way
from cablesim.text.bulk import added, numbers, spelled

_MOST = 10_000_000
# How sources say that the text is one block.
WHOLE = tuple((word, 0) for word in ("whole", "none", "message", "text", "entire", "all", "no "))


def torn(parts: list[bytes], period: int) -> bytes:
    """Return coordinates block by block: in each block all of the first kind, then the second ...

    The parts are as long as each other, one number a letter; a last block may be short. Many short
    blocks are woven place by place, few long ones are put side by side.
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
    """Return what `torn` was made of."""
    count = len(row) // kinds
    whole = count // period * period
    rest = count - whole
    if period * period > count:
        starts = range(0, kinds * whole, kinds * period)
        body = [
            b"".join(row[start + kind * period : start + (kind + 1) * period] for start in starts)
            for kind in range(kinds)
        ]
    else:
        body = []
        for kind in range(kinds):
            part = bytearray(whole)
            for place in range(period):
                part[place::period] = row[: kinds * whole][kind * period + place :: kinds * period]
            body.append(bytes(part))
    tail = kinds * whole
    return [
        part + row[tail + kind * rest : tail + (kind + 1) * rest] for kind, part in enumerate(body)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bifid(Squared):
    """Rows and columns of the letters, read across.

    What the clerk does: he writes under every letter its row and its column in the square, block by
    block, reads the rows and then the columns of a block from left to right, and takes the figures
    by twos as letters again.

    The rule: a block of p letters has coordinates r1 .. rp c1 .. cp; the letters at (r1, r2),
    (r3, r4) and so on are its cipher text. A period of 0 takes the whole text as one block.

    Source: the standard definition, as in Wikipedia "Bifid cipher"; vectors bifid-01, -03 (a short
    last block) and -05 (36 Russian signs).

    Traps: the last block may be short. In some programs only the first J is merged, or J is
    dropped; here every merged letter is listed.

    >>> from cablesim.codes import registry
    >>> square = "BGWKZQPNDSIOAXEFCLUMTHYVR"
    >>> registry.system("bifid").encipher("FLEEATONCE", square=square).result
    'UAEOLWRINS'
    """

    period: Annotated[
        int, Whole(0, _MOST, words=WHOLE), "letters in a block; 0 takes the whole text"
    ] = 0

    def _into(self) -> Square:
        """Return the square that gives the letters again."""
        return self.grid

    def conventions(self) -> Iterator[str]:
        """Yield square and period."""
        yield f"square {self.grid.described()}"
        yield f"period: {self.period or 'the whole text'}"
        yield "rows first, then columns, both counted from 1; a last block may be short"

    def _period(self, count: int) -> int:
        """Return how many letters a block has."""
        return self.period or max(count, 1)

    def encipher(self, text: str) -> str:
        """Return the text with its coordinates read across."""
        return self._through(text, self.grid, self._into(), Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return the text whose coordinates were read so."""
        return self._through(text, self._into(), self.grid, Way.DECIPHER)

    def _through(self, text: str, taken: Square, given: Square, way: Way) -> str:
        side, period = taken.side, self._period(len(text))
        row = numbers(text, taken.signs)
        halves = [
            row.translate(bytes(number // side for number in range(256))),
            row.translate(bytes(number % side for number in range(256))),
        ]
        scaled = bytes(number * side % 256 for number in range(256))
        if way is Way.ENCIPHER:
            across = torn(halves, period)
            first, second = across[::2], across[1::2]
        else:
            pairs = bytearray(2 * len(row))
            pairs[::2], pairs[1::2] = halves
            first, second = mended(bytes(pairs), 2, period)
        return spelled(added(first.translate(scaled), second), given.signs)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name block, figures, result."""
        if way is Way.ENCIPHER:
            return ("plain", "rows", "columns", "cipher")
        return ("cipher", "figures", "rows and columns", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every block."""
        period = self._period(len(text))
        taken, given = (self.grid, self._into())
        if way is Way.DECIPHER:
            taken, given = given, taken
        for start in range(0, len(text), period):
            block = text[start : start + period]
            places = [taken.place(letter) for letter in block]
            flat = [figure for place in places for figure in place]
            rows, columns = [row for row, _ in places], [column for _, column in places]
            if way is Way.ENCIPHER:
                across = rows + columns
                pairs = list(zip(across[::2], across[1::2], strict=True))
                cells = (block, _figures(rows), _figures(columns))
            else:
                pairs = list(zip(flat[: len(block)], flat[len(block) :], strict=True))
                upper, lower = _figures(flat[: len(block)]), _figures(flat[len(block) :])
                cells = (block, _figures(flat), f"{upper} / {lower}")
            gives = "".join(given.sign(row, column) for row, column in pairs)
            yield Row((*cells, gives), gives)


def _figures(places: list[int]) -> str:
    """Return coordinates as the clerk writes them, counted from 1."""
    return "".join(str(place + 1) for place in places)


@dataclass(frozen=True, slots=True, kw_only=True)
class CmBifid(Bifid):
    """Bifid with a second square: coordinates from the one, letters from the other.

    What the clerk does: as for bifid, but he takes the letters of the cipher text from a second
    square.

    The rule: coordinates are those of the first square; the letters at (r1, r2), (r3, r4) and so on
    are read in the second square.

    Source: the American Cryptogram Association's "CM Bifid" (conjugated matrix).

    Traps: both squares must hold the same letters. With two equal squares it is bifid.

    >>> from cablesim.codes import registry
    >>> given = {"keyword": "EXTRAODINARY", "second_keyword": "MERCHANTS", "period": 7}
    >>> system = registry.system("cm-bifid")
    >>> system.decipher(system.encipher("ODDPERIODSAREPOPULAR", **given).result, **given).result
    'ODDPERIODSAREPOPULAR'
    """

    second_square: Annotated[str, Word(empty=True), "the second square, row by row"] = ""
    second_keyword: Annotated[str, Word(empty=True), "the word the second square begins with"] = ""

    def _into(self) -> Square:
        """Return the second square."""
        first = self.grid
        second = square_of(
            "second_square", self.second_square, self.second_keyword, self.alphabet, first.merges
        )
        if set(second.signs) != set(first.signs):
            raise ParameterRefused("second_square", f"its signs are not those of {first.signs}")
        return second

    def conventions(self) -> Iterator[str]:
        """Yield both squares and the period."""
        yield from Bifid.conventions(self)
        yield f"letters are taken from the second square {self._into().described()}"


SYSTEMS = (
    System("bifid", "squares", "Bifid", Bifid, presets={"aca": {"period": 7}}),
    System(
        "cm-bifid",
        "squares",
        "CM bifid",
        CmBifid,
        aliases={
            "square1": "square",
            "square2": "second_square",
            "square_1": "square",
            "square_2": "second_square",
            "plain_square": "square",
            "cipher_square": "second_square",
            "keyword1": "keyword",
            "keyword2": "second_keyword",
            "key1": "square",
            "key2": "second_square",
        },
        parts={"squares": ("square", "second_square"), "keywords": ("keyword", "second_keyword")},
        example=Example(
            "ODD PERIODS ARE POPULAR",
            {"keyword": "EXTRAODINARY", "second_keyword": "MERCHANTS", "period": 7},
        ),
    ),
)

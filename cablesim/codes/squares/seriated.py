"""Seriated Playfair: the letters of a pair stand under each other, a period apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.squares.pairs import even, through
from cablesim.codes.squares.playfair import (
    ALIASES,
    EVERY,
    NONE,
    Playfair,
    playfair_pair,
    playfair_table,
    unlike,
)
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Whole
from cablesim.systems.system import Row, System, Way
from cablesim.text.bulk import interleaved, mended, numbers, spelled, torn

MOST_PERIOD = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriatedPlayfair(Playfair):
    """Playfair on pairs that stand under each other in two rows.

    What the clerk does: he writes the text in two rows of a period's length, block after block, and
    enciphers each letter of the upper row with the one below it. Where a letter would stand under
    its like, he puts a filler there and the letter waits for the next place.

    The rule: in a block of twice the period the letters at places i and i + period are a pair; the
    cipher letters are written in the same two rows and read off row by row.

    Source: the American Cryptogram Association's "Seriated Playfair"; vector seriated-playfair-01.

    Traps: a filler moves every later letter, so pairs are made one block at a time. The two rows of
    a last block are as long as what is left allows. Fillers stay in the deciphered text.

    >>> from cablesim.codes import registry
    >>> system = registry.system("seriated-playfair")
    >>> system.encipher("COMEQUICKLYW", keyword="LOGARITHM", period=6).result
    'NLBCSPCDFGXZ'
    """

    period: Annotated[int, Whole(1, MOST_PERIOD), "how many letters stand in a row"] = 6

    def conventions(self) -> Iterator[str]:
        """Yield what Playfair says, and the period."""
        yield from Playfair.conventions(self)
        yield f"period {self.period}: pairs stand under each other, a last block may be short"

    def put_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield each filler with the place (from 0) of the letter before which it is put in."""
        if self.split == EVERY:
            raise ParameterRefused("split", "pairs stand under each other; write inside pairs")
        start = 0
        while start < len(text):
            fillers, end = self._block(text, start)
            if end < 0:
                fillers, end = self._last(text, start), len(text)
            yield from fillers
            start = end

    def _block(self, text: str, start: int) -> tuple[list[tuple[int, str]], int]:
        """Return the fillers of a block and where it ends in the text; -1 if it is not full."""
        upper = text[start : start + self.period]
        at, fillers = start + self.period, []
        if text[at : at + self.period] and self.split == NONE:
            at += self.period
            return [], at if at <= len(text) else -1
        for letter in upper:
            if at >= len(text):
                return [], -1
            if text[at] == letter:
                fillers.append((at, self.parting(letter)))
            else:
                at += 1
        return fillers, at

    def _last(self, text: str, start: int) -> list[tuple[int, str]]:
        """Return the fillers of a short block: its rows are halves of what is left.

        A filler may make the rows longer, which moves the letters of the lower row: so the rows are
        looked through anew after each.
        """
        letters = list(enumerate(text[start:], start))
        fillers: list[tuple[int, str]] = []
        while True:
            half = (len(letters) + 1) // 2
            pairs = enumerate(zip(letters, letters[half:], strict=False))
            place = next((at for at, (above, below) in pairs if above[1] == below[1]), None)
            if place is None or self.split == NONE:
                break
            at, letter = letters[half + place]
            fillers.append((at, self.parting(letter)))
            letters.insert(half + place, fillers[-1])
        if len(letters) % 2:
            fillers.append((len(text), self.ending(letters[half - 1][1])))
        return sorted(fillers, key=lambda filler: filler[0])

    def encipher(self, text: str) -> str:
        """Return the pairs of the text through the square, in its two rows."""
        return self._through(self.returned(text), 1)

    def decipher(self, text: str) -> str:
        """Return the pairs back; fillers stay."""
        return self._through(self._whole(text), -1)

    def _rows(self, text: str) -> list[bytes]:
        """Return all upper rows as one row of numbers, and all lower rows."""
        return mended(numbers(text, self.grid.signs), 2, self.period)

    def _through(self, text: str, step: int) -> str:
        """Return a text of whole pairs through the table, block by block."""
        signs = self.grid.signs
        pairs = spelled(interleaved(*self._rows(text)), signs)
        row = numbers(through(pairs, signs, playfair_table(self.grid, step)), signs)
        return spelled(torn([row[::2], row[1::2]], self.period), signs)

    def _whole(self, text: str) -> str:
        """Return a cipher text whose pairs can be; raises where a letter is over or none."""
        upper, lower = self._rows(even(text))
        if self.split != NONE and (place := unlike(upper, lower).find(0)) >= 0:
            block, column = divmod(place, self.period)
            raise SystemRefused(
                f"block {block + 1}, column {column + 1}: equal letters cannot stand under each "
                "other; look for a wrong or lost letter before it, or write split=none"
            )
        return text

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name the rows of a block."""
        first, last = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        return f"{first} rows", f"{last} rows"

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every block: its two rows, letter under letter by the rule."""
        square, step = self.grid, 1 if way is Way.ENCIPHER else -1
        whole = self.returned(text) if way is Way.ENCIPHER else even(text)
        for start in range(0, len(whole), 2 * self.period):
            block = whole[start : start + 2 * self.period]
            half = len(block) // 2
            upper, lower = block[:half], block[half:]
            found = [playfair_pair(square, a, b, step) for a, b in zip(upper, lower, strict=True)]
            above, below = ("".join(row) for row in zip(*found, strict=True))
            yield Row((f"{upper} / {lower}", f"{above} / {below}"), above + below)


SYSTEMS = (
    System(
        "seriated-playfair",
        "squares",
        "Seriated Playfair",
        SeriatedPlayfair,
        presets={"aca": {"filler": "X"}},
        aliases=ALIASES,
    ),
)

"""Seriated Playfair: pairs that stand one above the other, on a Playfair square."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.square import Square, Squared, square_of
from cablesim.codes.squares.pairs import even, filler, sound, through
from cablesim.codes.squares.playfair import playfair_pair, playfair_table
from cablesim.systems.parameters import Whole, Word
from cablesim.systems.system import Example, Row, System, Way
from cablesim.text.ledger import Change, ChangeKind

_MOST = 100_000
# The upper row, the lower one, and the places of fillers in the lower one (from 0).
Block = tuple[str, str, list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriatedPlayfair(Squared):
    """Pairs of letters that stand one above the other in two rows, on one square.

    What the clerk does: he writes the text in two rows of so many letters, the second below the
    first, then in two rows again, and so on. The letters above each other are a pair, replaced as
    in Playfair and written back in their places. Two equal letters may not stand above each other:
    he puts a filler in the lower row.

    The rule: pairs are upper letter, lower letter, block by block; a last block with fewer letters
    has two rows of half its length. A block is read off by its upper row, then its lower one.

    Source: the American Cryptogram Association's "Seriated Playfair"; vector seriated-playfair-01.

    Traps: a filler in the lower row moves all that follows. Fillers stay in the deciphered text.

    >>> from cablesim.codes import registry
    >>> system = registry.system("seriated-playfair")
    >>> system.encipher("COMEQUICKLYW", keyword="LOGARITHM", period=6).result
    'NLBCSPCDFGXZ'
    """

    period: Annotated[int, Whole(1, _MOST), "letters in a row of a block"] = 6
    filler: Annotated[str, Word(empty=True), "the letter below its like; else X"] = ""
    second_filler: Annotated[str, Word(empty=True), "the letter below that filler; else Q"] = ""

    @property
    def grid(self) -> Square:
        """The square; raises `ParameterRefused` where it is none."""
        found = square_of("square", self.square, self.keyword, self.alphabet, self.merge)
        return sound(found, self.size)

    def _fillers(self) -> tuple[str, str]:
        """Return the filler and the one below itself."""
        signs = self.grid.signs
        first = filler("filler", self.filler, signs)
        return first, filler("second_filler", self.second_filler, signs, first)

    def conventions(self) -> Iterator[str]:
        """Yield square, period, fillers."""
        first, second = self._fillers()
        yield f"square {self.grid.described()}"
        yield f"period: two rows of {self.period}; a short last block in two rows of half"
        yield f"filler {first} in the lower row below its like, {second} below {first}"

    def _lower(self, upper: str, rest: str, fillers: tuple[str, str]) -> tuple[str, list[int], int]:
        """Return the lower row, the places of its fillers, how many letters of the rest it took."""
        first, second = fillers
        row, places, taken = [], [], 0
        for place, letter in enumerate(upper):
            if taken < len(rest) and rest[taken] != letter:
                row.append(rest[taken])
                taken += 1
                continue
            row.append(second if letter == first else first)
            places.append(place)
        return "".join(row), places, taken

    def _blocks(self, text: str) -> Iterator[Block]:
        """Yield block after block as the clerk writes them."""
        fillers, at = self._fillers(), 0
        while at < len(text):
            size = min(self.period, (len(text) - at + 1) // 2)
            while True:
                upper, rest = text[at : at + size], text[at + size : at + 2 * size]
                lower, places, taken = self._lower(upper, rest, fillers)
                # A short block is as long as all that is left needs it to be.
                if size == self.period or at + size + taken >= len(text):
                    break
                size += 1
            yield upper, lower, places
            at += size + taken

    def returned(self, text: str) -> str:
        """Return the text with its fillers."""
        return "".join([upper + lower for upper, lower, _ in self._blocks(text)])

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield every filler, with the place before which it is put in."""
        if way is not Way.ENCIPHER:
            return
        at = 0
        for upper, lower, places in self._blocks(text):
            at += len(upper)
            for number, place in enumerate(places):
                yield Change(ChangeKind.FILLER, at + place - number + 1, "", lower[place])
            at += len(lower) - len(places)

    def encipher(self, text: str) -> str:
        """Return the blocks through the square."""
        return self._through(self.returned(text), 1)

    def decipher(self, text: str) -> str:
        """Return the blocks back; fillers stay."""
        return self._through(even(text), -1)

    def _through(self, text: str, step: int) -> str:
        """Return whole blocks, their columns taken as pairs."""
        width, square = 2 * self.period, self.grid
        blocks = [text[start : start + width] for start in range(0, len(text), width)]
        pairs = "".join(
            [
                "".join(
                    map(
                        "".join,
                        zip(block[: len(block) // 2], block[len(block) // 2 :], strict=True),
                    )
                )
                for block in blocks
            ]
        )
        found = through(pairs, square.signs, playfair_table(square, step))
        upper, lower = found[::2], found[1::2]
        return "".join(
            [
                row[start : start + self.period]
                for start in range(0, len(upper), self.period)
                for row in (upper, lower)
            ]
        )

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name the rows before and after."""
        before, after = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        return ("row", before, after)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield two lines for every block."""
        square, step = self.grid, 1 if way is Way.ENCIPHER else -1
        if way is Way.ENCIPHER:
            blocks = ((upper, lower) for upper, lower, _ in self._blocks(text))
        else:
            width = 2 * self.period
            parts = (even(text)[at : at + width] for at in range(0, len(text), width))
            blocks = ((part[: len(part) // 2], part[len(part) // 2 :]) for part in parts)
        for upper, lower in blocks:
            pairs = [playfair_pair(square, a, b, step) for a, b in zip(upper, lower, strict=True)]
            for name, row, found in (
                ("upper", upper, "".join(pair[0] for pair in pairs)),
                ("lower", lower, "".join(pair[1] for pair in pairs)),
            ):
                yield Row((name, row, found), found)


SYSTEMS = (
    System(
        "seriated-playfair",
        "squares",
        "Seriated Playfair",
        SeriatedPlayfair,
        presets={"aca": {"filler": "X"}},
        aliases={"key": "keyword", "null": "filler"},
        example=Example(
            "COME QUICKLY WE NEED HELP IMMEDIATELY TOM", {"keyword": "LOGARITHM", "period": 6}
        ),
    ),
)

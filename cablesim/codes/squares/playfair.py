"""Playfair: pairs of letters on one square."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from cablesim.codes.square import Square, Squared, square_of
from cablesim.codes.squares.pairs import (
    Pair,
    even,
    filler,
    pair_columns,
    pair_lines,
    sound,
    table_of,
    through,
)
from cablesim.systems.errors import SystemRefused
from cablesim.systems.parameters import Choice, Word
from cablesim.systems.system import Row, System, Way
from cablesim.text.bulk import numbers
from cablesim.text.ledger import Change, ChangeKind

INSIDE, EVERY, NONE = "inside pairs", "every double", "none"
ALIASES = {
    "key": "keyword",
    "doubles": "split",
    "double_filler": "second_filler",
    "filler_for_filler": "second_filler",
    "filler_x": "second_filler",
    "double_x": "second_filler",
    "pad": "odd",
    "padding": "odd",
    "odd_filler": "odd",
    "null": "filler",
    "double_letter": "filler",
    "final": "odd",
}


def playfair_pair(square: Square, left: str, right: str, step: int) -> Pair:
    """Return the pair for a pair: `step` 1 enciphers, -1 deciphers.

    In one row each letter gives the one to its right, in one column the one below, else the letter
    in its own row and the other's column.
    """
    (row, column), (other_row, other_column) = square.place(left), square.place(right)
    if row == other_row:
        return square.sign(row, column + step), square.sign(row, other_column + step)
    if column == other_column:
        return square.sign(row + step, column), square.sign(other_row + step, column)
    return square.sign(row, other_column), square.sign(other_row, column)


def kind_of_pair(square: Square, left: str, right: str) -> str:
    """Return whether two letters stand in one row, one column, or make a rectangle."""
    above, below = square.place(left), square.place(right)
    if above[0] == below[0]:
        return "same row"
    return "same column" if above[1] == below[1] else "rectangle"


@cache
def playfair_table(square: Square, step: int) -> dict[int, int]:
    """Return the table of all pairs of a square."""
    signs = square.signs
    return table_of(lambda a, b: playfair_pair(square, a, b, step), signs, signs, signs)


def unlike(left: bytes, right: bytes) -> bytes:
    """Return a row that is nought where two rows agree; a longer one ends with the shorter."""
    size = min(len(left), len(right))
    apart = int.from_bytes(left[:size], "little") ^ int.from_bytes(right[:size], "little")
    return apart.to_bytes(size, "little")


@dataclass(frozen=True, slots=True, kw_only=True)
class Playfair(Squared):
    """Pairs of letters on one square.

    What the clerk does: he cuts the text into pairs, puts a filler between two equal letters of one
    pair and behind a letter left over, and replaces each pair by its place in the square.

    The rule: letters in one row give those to the right, in one column those below, else each gives
    the letter in its own row and the other's column; deciphering goes left and up.

    Source: the standard definition, as in Wikipedia "Playfair cipher"; vectors playfair-01, -03 and
    -05.

    Traps: a filler stands only between equal letters inside one pair. Some programs put it between
    all equal neighbours (split=every double), some put in none and move both letters of a double
    to the right (split=none), and some write it over the second letter and lose that. A double
    filler is parted by a second filler. Fillers stay in the deciphered text.

    >>> from cablesim.codes import registry
    >>> system = registry.system("playfair")
    >>> system.encipher("HIDETHEGOLDINTHETREESTUMP", keyword="PLAYFAIREXAMPLE").result
    'BMODZBXDNABEKUDMUIXMMOUVIF'
    """

    filler: Annotated[str, Word(empty=True), "the letter between two equal ones; else X"] = ""
    second_filler: Annotated[
        str, Word(empty=True), "the letter between two of these fillers; else Q"
    ] = ""
    odd: Annotated[str, Word(empty=True), "the letter behind an odd end; else the filler"] = ""
    split: Annotated[str, Choice((INSIDE, EVERY, NONE)), "which equal neighbours are parted"] = (
        INSIDE
    )

    @property
    def grid(self) -> Square:
        """The square; raises `ParameterRefused` where it is none."""
        found = square_of("square", self.square, self.keyword, self.alphabet, self.merge)
        return sound(found, self.size)

    def _fillers(self) -> tuple[str, str, str]:
        """Return filler, second filler, and the letter for an odd end."""
        signs = self.grid.signs
        first = filler("filler", self.filler, signs)
        second = filler("second_filler", self.second_filler, signs, first)
        return first, second, filler("odd", self.odd or first, signs)

    def conventions(self) -> Iterator[str]:
        """Yield square, fillers, which doubles are parted."""
        first, second, odd = self._fillers()
        yield f"square {self.grid.described()}"
        if self.size:
            yield f"size: {self.size}"
        yield f"filler {first}, {second} between two of these"
        yield f"behind an odd end {odd}; another filler where that is the last letter itself"
        yield f"equal neighbours parted: {self.split}"

    def parting(self, letter: str) -> str:
        """Return the filler that parts a letter from its like."""
        first, second, _ = self._fillers()
        return second if letter == first else first

    def ending(self, letter: str) -> str:
        """Return the filler behind a last letter without a partner; it is never that letter."""
        first, second, odd = self._fillers()
        return next(each for each in (odd, first, second) if each != letter)

    def _doubles(self, text: str) -> Iterator[int]:
        """Yield the places (from 0) before which a filler parts two equal letters.

        Every filler moves the pairs behind it by one. So both ways of pairing are compared at once,
        and the search goes over from one to the other at each filler.
        """
        row = numbers(text, self.grid.signs)
        if self.split == EVERY:
            apart = unlike(row, row[1:])
            place = apart.find(0)
            while place >= 0:
                yield place + 1
                place = apart.find(0, place + 1)
        if self.split != INSIDE:
            return
        even_pairs, odd_pairs = row[::2], row[1::2]
        ways = unlike(even_pairs, odd_pairs), unlike(odd_pairs, even_pairs[1:])
        place, way = ways[0].find(0), 0
        while place >= 0:
            start = 2 * place + way + 1
            yield start
            way = start % 2
            place = ways[way].find(0, start // 2)

    def put_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield each filler with the place (from 0) of the letter before which it is put in."""
        first, second, _ = self._fillers()
        count = 0
        for count, place in enumerate(self._doubles(text), 1):  # noqa: B007 - the last one counts.
            yield place, second if text[place] == first else first
        if (len(text) + count) % 2:
            yield len(text), self.ending(text[-1])

    def returned(self, text: str) -> str:
        """Return the text in whole pairs, with its fillers."""
        pieces, start = [], 0
        for place, letter in self.put_in(text):
            pieces += [text[start:place], letter]
            start = place
        return "".join([*pieces, text[start:]])

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield every filler, with the place before which it is put in."""
        if way is Way.ENCIPHER:
            for place, letter in self.put_in(text):
                yield Change(ChangeKind.FILLER, place + 1, "", letter)

    def encipher(self, text: str) -> str:
        """Return the pairs of the text through the square."""
        square = self.grid
        return through(self.returned(text), square.signs, playfair_table(square, 1))

    def decipher(self, text: str) -> str:
        """Return the pairs back; fillers stay."""
        square = self.grid
        return through(self._whole(text), square.signs, playfair_table(square, -1))

    def _whole(self, text: str) -> str:
        """Return a cipher text of pairs that can be; raises where a letter is over or a pair none.

        Unequal letters always give unequal letters: a double tells of an error.
        """
        if self.split == NONE:
            return even(text)
        row = numbers(even(text), self.grid.signs)
        place = 2 * unlike(row[::2], row[1::2]).find(0)
        if place >= 0:
            raise SystemRefused(
                f"place {place + 1}: the pair {text[place : place + 2]} cannot come from parted "
                "letters; look for a wrong or lost letter before it, or write split=none"
            )
        return text

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name both pairs."""
        return pair_columns(way)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every pair, cut off by hand."""
        square, step = self.grid, 1 if way is Way.ENCIPHER else -1
        pairs = self._by_hand(text) if way is Way.ENCIPHER else iter([even(text)])
        for piece in pairs:
            yield from pair_lines(
                piece,
                lambda a, b: playfair_pair(square, a, b, step),
                lambda a, b: kind_of_pair(square, a, b),
            )

    def _by_hand(self, text: str) -> Iterator[str]:
        """Yield pair after pair as a clerk cuts them off."""
        left = before = ""
        for letter in text:
            parted = letter == before and (self.split == EVERY or (self.split == INSIDE and left))
            for each in (self.parting(letter), letter) if parted else (letter,):
                left += each
                if len(left) == 2:  # noqa: PLR2004 - a pair.
                    yield left
                    left = ""
            before = letter
        if left:
            yield left + self.ending(left)


SYSTEMS = (
    System(
        "playfair",
        "squares",
        "Playfair",
        Playfair,
        presets={
            "aca": {"filler": "X", "split": INSIDE},
            "wikipedia": {"filler": "X", "split": INSIDE},
            "every-double": {"filler": "X", "split": EVERY},
            "no-filler": {"split": NONE},
        },
        aliases=ALIASES,
    ),
)

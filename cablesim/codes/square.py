"""Squares of letters: signs by row and column, filled in the order of a keyword or given whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isqrt
from typing import Annotated

from cablesim.codes.keys import mixed
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Merges, Remark, Word
from cablesim.systems.system import Letters
from cablesim.text.alphabet import (
    LATIN25,
    RUSSIAN36,
    Alphabet,
    AlphabetRefused,
    Merge,
    usual_merges,
)
from cablesim.text.reading import Signs


@dataclass(frozen=True, slots=True)
class Square:
    """Signs in as many rows as columns, row by row, and the letters that are merged.

    An oblong has fewer rows, and its last one may be short.
    """

    signs: str
    merges: tuple[Merge, ...] = ()

    @property
    def side(self) -> int:
        """How many columns there are."""
        return isqrt(len(self.signs) - 1) + 1

    def place(self, sign: str) -> tuple[int, int]:
        """Return row and column (from 0) of a sign."""
        return divmod(self.signs.index(sign), self.side)

    def sign(self, row: int, column: int) -> str:
        """Return the sign in a row and column (from 0); both turn round at the edge."""
        side = self.side
        return self.signs[row % side * side + column % side]

    def taken(self) -> Signs:
        """Return the signs of a text that this square serves."""
        return Signs(self.signs, self.merges, "square")

    def described(self) -> str:
        """Return the square row by row, as a convention names it."""
        side = self.side
        rows = (self.signs[start : start + side] for start in range(0, len(self.signs), side))
        merged = "".join(f", {written} as {read}" for written, read in self.merges)
        return f"{-(-len(self.signs) // side)}x{side}: {' '.join(rows)}{merged}"


@cache
def square_of(
    name: str,
    given: str,
    keyword: str,
    alphabet: Alphabet,
    merges: tuple[Merge, ...] | None,
    *,
    oblong: bool = False,
) -> Square:
    """Return a square: given whole, or an alphabet mixed by a keyword.

    `name` is the parameter's, for refusals: raises `ParameterRefused` where the signs are no
    square number, one stands twice, or the keyword has a sign that the alphabet lacks.
    """
    base = given or alphabet.signs
    found = merges
    if found is None:
        found = usual_merges(base) if given else alphabet.merges or usual_merges(base)
    reads = dict(found)
    word = "".join(reads.get(letter, letter) for letter in keyword)
    foreign = next((letter for letter in word if letter not in base), None)
    if foreign is not None:
        raise ParameterRefused(name, f"the keyword's {foreign!a} is not among {base}")
    signs = given or mixed(word, base)
    if (isqrt(len(signs)) ** 2 != len(signs) and not oblong) or len(signs) < 4:  # noqa: PLR2004 - the least square.
        raise ParameterRefused(name, f"{len(signs)} signs make no square; write 25 or 36 of them")
    try:
        Alphabet("square", signs)
    except AlphabetRefused as error:
        raise ParameterRefused(name, str(error)) from None
    return Square(signs, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Squared(Letters):
    """What systems on one square share: its signs, given whole or by a keyword, and its merges."""

    square: Annotated[str, Word(empty=True), "the whole square, row by row"] = ""
    keyword: Annotated[str, Word(empty=True), "the word the square begins with, if not given"] = ""
    alphabet: Annotated[
        Alphabet, AlphabetOf(LATIN25, RUSSIAN36), "the signs of the square, if it is not given"
    ] = AUTO
    merge: Annotated[tuple[Merge, ...] | None, Merges(), "letters read as others, or none"] = None
    size: Annotated[str, Remark(), "rows and columns; the signs decide"] = ""

    @property
    def grid(self) -> Square:
        """The square; raises `ParameterRefused` where it is none."""
        return square_of("square", self.square, self.keyword, self.alphabet, self.merge)

    @property
    def plain(self) -> Signs:
        """The signs of the square."""
        return self.grid.taken()

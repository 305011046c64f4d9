"""Four-square: pairs of letters over four squares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from cablesim.codes.square import Square, square_of
from cablesim.codes.squares.pairs import Pair, even, pair_columns, pair_lines, table_of, through
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Merges, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN25, RUSSIAN36, Alphabet, Merge
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import Signs


def four_square_pair(
    plain: tuple[Square, Square], cipher: tuple[Square, Square], pair: str
) -> Pair:
    """Return the corners across from a pair: first row and second column, then the other way."""
    (row, column), (other_row, other_column) = plain[0].place(pair[0]), plain[1].place(pair[1])
    return cipher[0].sign(row, other_column), cipher[1].sign(other_row, column)


def straight(signs: str) -> str:
    """Return signs in the order of their alphabet, figures behind the letters."""
    return "".join(sorted(signs, key=lambda sign: (sign.isdigit(), sign)))


@cache
def _table(
    plain: tuple[Square, Square], cipher: tuple[Square, Square], into: str
) -> dict[int, int]:
    """Return the table of all pairs."""
    return table_of(
        lambda a, b: four_square_pair(plain, cipher, a + b), plain[0].signs, plain[1].signs, into
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FourSquare(Letters):
    """Pairs of letters, taken from two squares and given by two others.

    What the clerk does: he draws four squares in a block, finds the first letter of a pair in the
    upper left one and the second in the lower right one, and writes down the letters at the two
    other corners of the rectangle, the upper right one first.

    The rule: first cipher letter from the upper right square, in the first letter's row and the
    second one's column; second cipher letter from the lower left square, in the second letter's row
    and the first one's column.

    Source: the standard definition, as in Wikipedia "Four-square cipher"; vectors four-square-01
    and -03.

    Traps: squares of 25 letters merge J with I or leave out Q: the squares say which. The American
    Cryptogram Association fills some squares by columns; then give the squares themselves.

    >>> from cablesim.codes import registry
    >>> no_q = "ABCDEFGHIJKLMNOPRSTUVWXYZ"
    >>> system = registry.system("four-square")
    >>> system.encipher("HELPMEOBIWANKENOBI", top_left=no_q, bottom_right=no_q,
    ...     top_right="EXAMPLE", bottom_left="KEYWORD").result
    'FYGMKYHOBXMFKKKIMD'
    """

    top_right: Annotated[str, Word(), "the upper right square, or its key word"]
    bottom_left: Annotated[str, Word(), "the lower left square, or its key word"]
    top_left: Annotated[str, Word(empty=True), "the upper left square; else the alphabet"] = ""
    bottom_right: Annotated[str, Word(empty=True), "the lower right square; else the same"] = ""
    alphabet: Annotated[
        Alphabet, AlphabetOf(LATIN25, RUSSIAN36), "the signs of squares that are not given"
    ] = AUTO
    merge: Annotated[tuple[Merge, ...] | None, Merges(), "letters read as others, or none"] = None
    odd: Annotated[str, Word(empty=True), "the letter behind an odd end; else X"] = ""

    def _squares(self) -> tuple[Square, Square, Square, Square]:
        """Return upper left, lower right, upper right, lower left."""
        first = square_of("top_left", self.top_left, "", self.alphabet, self.merge)
        base = Alphabet("square", straight(first.signs), first.merges)
        found = [first]
        for name, given in (
            ("bottom_right", self.bottom_right or first.signs),
            ("top_right", self.top_right),
            ("bottom_left", self.bottom_left),
        ):
            whole = len(given) == len(first.signs) and len(set(given)) == len(given)
            square = square_of(
                name,
                given if whole else "",
                "" if whole else given,
                base,
                first.merges if self.merge is None else self.merge,
            )
            if set(square.signs) != set(first.signs):
                raise ParameterRefused(name, f"its signs are not those of {first.signs}")
            found.append(square)
        return found[0], found[1], found[2], found[3]

    @property
    def plain(self) -> Signs:
        """The signs of the upper left square."""
        return self._squares()[0].taken()

    def conventions(self) -> Iterator[str]:
        """Yield the four squares and the end."""
        names = ("upper left", "lower right", "upper right", "lower left")
        for name, square in zip(names, self._squares(), strict=True):
            yield f"{name} {square.described()}"
        yield f"behind an odd end: {self._end()}"

    def _end(self) -> str:
        """Return the letter behind an odd end."""
        signs = self._squares()[0].signs
        odd = self.odd or next((each for each in "XХ" if each in signs), signs[-1])
        if len(odd) != 1 or odd not in signs:
            raise ParameterRefused("odd", f"'{odd}' is not one of {signs}; write one of them")
        return odd

    def returned(self, text: str) -> str:
        """Return the text in whole pairs."""
        return text + self._end() if len(text) % 2 else text

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield the letter behind an odd end."""
        if way is Way.ENCIPHER and len(text) % 2:
            yield Change(ChangeKind.FILLER, len(text) + 1, "", self._end())

    def _sides(self, way: Way) -> tuple[tuple[Square, Square], tuple[Square, Square]]:
        """Return the two squares read from and the two written from."""
        first, second, third, fourth = self._squares()
        plain, cipher = (first, second), (third, fourth)
        return (plain, cipher) if way is Way.ENCIPHER else (cipher, plain)

    def encipher(self, text: str) -> str:
        """Return the pairs from the cipher squares."""
        return self._through(self.returned(text), Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return the pairs from the plain squares."""
        return self._through(even(text), Way.DECIPHER)

    def _through(self, text: str, way: Way) -> str:
        into = self._squares()[0].signs
        return through(text, into, _table(*self._sides(way), into))

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name both pairs."""
        return pair_columns(way)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every pair."""
        plain, cipher = self._sides(way)
        whole = self.returned(text) if way is Way.ENCIPHER else even(text)
        yield from pair_lines(
            whole,
            lambda a, b: four_square_pair(plain, cipher, a + b),
            lambda a, b: f"rows {plain[0].place(a)[0] + 1} and {plain[1].place(b)[0] + 1}",
        )


_NAMES = {
    "key1": "top_right",
    "key2": "bottom_left",
    "keyword1": "top_right",
    "keyword2": "bottom_left",
    "square1": "top_right",
    "square2": "bottom_left",
    "upper_right": "top_right",
    "lower_left": "bottom_left",
    "upper_left": "top_left",
    "lower_right": "bottom_right",
    "plain_square": "top_left",
    "plain_square1": "top_left",
    "plain_square2": "bottom_right",
    "cipher_square1": "top_right",
    "cipher_square2": "bottom_left",
}
SYSTEMS = (
    System(
        "four-square",
        "squares",
        "Four-square",
        FourSquare,
        aliases=_NAMES,
        parts={
            "keys": ("top_right", "bottom_left"),
            "keywords": ("top_right", "bottom_left"),
            "squares": ("top_right", "bottom_left"),
        },
    ),
)

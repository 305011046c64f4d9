"""Two-square: pairs of letters over two squares, side by side or one above the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from cablesim.codes.square import Square, square_of
from cablesim.codes.squares.foursquare import straight
from cablesim.codes.squares.pairs import Pair, even, pair_columns, pair_lines, table_of, through
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Merges, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN25, RUSSIAN36, Alphabet, Merge
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import Signs

LAYOUTS = ("horizontal", "vertical")
SAME = ("as the rule gives", "reverse", "transparent")
RIGHT_FIRST, LEFT_FIRST = "right-square letter first", "left-square letter first"


@dataclass(frozen=True, slots=True)
class Layout:
    """Two squares and how pairs go through them; hashable, so that its table is made once."""

    first: Square
    second: Square
    vertical: bool
    same: str
    right_first: bool

    def encipher(self, left: str, right: str) -> Pair:
        """Return the pair for a plain pair."""
        (row, column), (other_row, other_column) = self.first.place(left), self.second.place(right)
        level = column == other_column if self.vertical else row == other_row
        if level and self.same == "reverse":
            return right, left
        if level and self.same == "transparent":
            return left, right
        if self.vertical:
            return self.first.sign(row, other_column), self.second.sign(other_row, column)
        above, below = self.second.sign(row, other_column), self.first.sign(other_row, column)
        return (above, below) if self.right_first else (below, above)

    def table(self, way: Way) -> dict[int, int]:
        """Return the table of all pairs one way."""
        return _table(self, way)


@cache
def _table(layout: Layout, way: Way) -> dict[int, int]:
    """Return the table of all pairs; deciphering turns the other one round."""
    signs = layout.first.signs
    there = table_of(layout.encipher, signs, layout.second.signs, signs)
    if len(set(there.values())) < len(there):
        raise ParameterRefused(
            "same_row",
            "with this order of letters two pairs would give one; write 'as the rule gives'",
        )
    return there if way is Way.ENCIPHER else {below: above for above, below in there.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSquare(Letters):
    """Pairs of letters over two squares.

    What the clerk does: he finds the first letter of a pair in the one square and the second letter
    in the other, and writes down the two other corners of the rectangle.

    The rule: side by side, the cipher letters are the one in the right square in the first letter's
    row and the one in the left square in the second letter's row; one above the other, those in the
    same rows with the columns exchanged. On one line the pair comes out turned round or as it is.

    Source: the American Cryptogram Association's "Two-square" (side by side, turned round on one
    row), vector two-square-01; Wikipedia "Two-square cipher" (one above the other).

    Traps: which cipher letter comes first decides whether pairs on one row are turned round or stay
    as they are; some programs exchange rows for pairs in one column as well.

    >>> from cablesim.codes import registry
    >>> registry.system("two-square").encipher("ANOTHERDIGRAPHICSETUPX",
    ...     left="DIALOGUE", right="BIOGRAPHY").result
    'IRRTEHMKGIMEQGRUNMMZSV'
    """

    left: Annotated[str, Word(), "the left or upper square, or its key word"]
    right: Annotated[str, Word(), "the right or lower square, or its key word"]
    alphabet: Annotated[
        Alphabet, AlphabetOf(LATIN25, RUSSIAN36), "the signs of squares that are not given whole"
    ] = AUTO
    merge: Annotated[tuple[Merge, ...] | None, Merges(), "letters read as others, or none"] = None
    layout: Annotated[str, Choice(LAYOUTS), "side by side, or one above the other"] = LAYOUTS[0]
    same_row: Annotated[str, Choice(SAME), "what a pair on one line gives"] = SAME[0]
    ciphertext_order: Annotated[
        str, Choice((RIGHT_FIRST, LEFT_FIRST)), "which cipher letter comes first, side by side"
    ] = RIGHT_FIRST
    odd: Annotated[str, Word(empty=True), "the letter behind an odd end; else X"] = ""

    def _square(self, name: str, given: str) -> Square:
        """Return a square, given whole or by its key word."""
        sizes = {len(self.alphabet), 25, 36}
        whole = len(given) in sizes and len(set(given)) == len(given)
        return square_of(
            name, given if whole else "", "" if whole else given, self.alphabet, self.merge
        )

    def _layout(self) -> Layout:
        """Return both squares as they lie."""
        first, second = self._square("left", self.left), self._square("right", self.right)
        if set(first.signs) != set(second.signs):
            raise ParameterRefused("right", f"its signs are not those of {straight(first.signs)}")
        vertical = self.layout == LAYOUTS[1]
        return Layout(first, second, vertical, self.same_row, self.ciphertext_order == RIGHT_FIRST)

    @property
    def plain(self) -> Signs:
        """The signs of the squares."""
        return self._layout().first.taken()

    def conventions(self) -> Iterator[str]:
        """Yield squares, layout, what one line gives, the order."""
        layout = self._layout()
        yield f"left or upper square {layout.first.described()}"
        yield f"right or lower square {layout.second.described()}"
        layout.table(Way.ENCIPHER)
        yield f"layout: {self.layout}; a pair on one line: {self.same_row}"
        if not layout.vertical:
            yield f"order: {self.ciphertext_order}"
        yield f"behind an odd end: {self._end()}"

    def _end(self) -> str:
        """Return the letter behind an odd end."""
        signs = self._layout().first.signs
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

    def encipher(self, text: str) -> str:
        """Return the pairs through both squares."""
        layout = self._layout()
        return through(self.returned(text), layout.first.signs, layout.table(Way.ENCIPHER))

    def decipher(self, text: str) -> str:
        """Return the pairs back."""
        layout = self._layout()
        return through(even(text), layout.first.signs, layout.table(Way.DECIPHER))

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name both pairs."""
        return pair_columns(way)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every pair; deciphering looks for the pair that gives it."""
        layout = self._layout()
        if way is Way.ENCIPHER:
            yield from pair_lines(self.returned(text), layout.encipher, _rows_of(layout))
            return
        signs = layout.first.signs
        back = {layout.encipher(a, b): (a, b) for a in signs for b in signs}
        yield from pair_lines(even(text), lambda a, b: back[a, b], lambda _a, _b: "")


def _rows_of(layout: Layout) -> Callable[[str, str], str]:
    """Return what says in which rows the letters of a pair stand."""

    def said(left: str, right: str) -> str:
        return f"rows {layout.first.place(left)[0] + 1} and {layout.second.place(right)[0] + 1}"

    return said


SYSTEMS = (
    System(
        "two-square",
        "squares",
        "Two-square",
        TwoSquare,
        presets={
            "aca": {"layout": "horizontal", "same_row": "reverse"},
            "wikipedia": {"layout": "vertical", "same_row": "transparent"},
        },
        aliases={
            "top": "left",
            "bottom": "right",
            "same_column": "same_row",
            "same_line": "same_row",
            "square1": "left",
            "square2": "right",
            "key1": "left",
            "key2": "right",
            "keyword1": "left",
            "keyword2": "right",
            "orientation": "layout",
            "variant": "layout",
            "transparent": "same_row",
        },
    ),
)

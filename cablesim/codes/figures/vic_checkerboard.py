"""The checkerboard of the VIC system as an exercise of its own: from a word, or given whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.figures.rows import FIGURES
from cablesim.codes.figures.summed import AS_FIGURES
from cablesim.codes.figures.vic_board import REFUSE, SHOW, Board
from cablesim.codes.figures.vic_keys import TEN, Keyed
from cablesim.codes.keys import key_letters
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Choice, Digits, Gathered, Line
from cablesim.systems.system import Row, Way
from cablesim.text.alphabet import Alphabet
from cablesim.text.reading import Signs

RUSSIAN_MARKS = ("Н/Ц", "Н/Т", "П/Л", "ПВТ", "№")
LATIN_MARKS = ("FIGS", "START", "SHIFT", "REPEAT", "#")
# A mark of one of these names stands before and after figures.
FOR_FIGURES = ("Н/Ц", "НЦ", "FIGS", "FIG")
USUAL_WORD = 7
BLANKS = 3


@dataclass(frozen=True, slots=True)
class Times:
    """How often each figure is written: `each digit tripled between two Н/Ц signs`."""

    choices: tuple[str, ...] = ("tripled", "doubled")
    kind: str = "tripled or doubled"

    def read(self, name: str, value: object) -> int:
        """Return 3 or 2."""
        text = str(value).strip().lower()
        if re.search(r"tripl|three|thrice|^3$", text):
            return 3
        if re.search(r"doubl|two times|twice|^2$", text):
            return 2
        raise ParameterRefused(name, f"'{text[:60]}' says no number; write {self.kind}")


@dataclass(frozen=True, slots=True, kw_only=True)
class VicCheckerboard(Keyed):
    """A checkerboard of one and two figures: a word on top, three rows of letters and marks.

    What the clerk does: he writes the word into the top row and leaves three places; the figures
    over these stand before the three rows. The other letters he fills in column by column, past
    the places of full stop, comma and marks. A letter of the top row is one figure; any other is
    the figure of its row, then that of its column. Figures stand between two marks for figures,
    each written three times.

    The rule: `header` is the row of figures on top, or it is drawn from the key as the full
    system does. The rows may be given whole: `top_row` with `_` for a place left blank, `row_6`
    and so on with cells between blanks.

    Source: practice.md B5; vector vic-checkerboard-01.

    Traps: one wrong figure may throw the reading out of step up to the next pair that fits; a
    lost mark for figures spoils all up to the next. Marks are written in braces in a text, with or
    without their stroke: {НТ} begins the message, {ПВТ} says repeat. Й, Ё and Ъ have no place.

    >>> from cablesim.codes import registry
    >>> board = registry.system("vic-checkerboard")
    >>> board.encipher("ПРИКРЫТИЯ", keyword="СНЕГОПА", header="5073894612").result
    '96920636961192012'
    >>> board.decipher("68181111867", keyword="СНЕГОПА", header="5073894612").result
    '№1.'
    """

    sign_for_sign: ClassVar[bool] = False
    header: Annotated[str, Digits(least=0, most=10), "the ten figures over the board"] = ""
    top_row: Annotated[str, Line(), "the top row, blanks between the cells, _ for no cell"] = ""
    rows: Annotated[
        tuple[tuple[str, str], ...], Gathered(r"row_\d"), "the other rows: row_6=..., row_1=..."
    ] = ()
    digits: Annotated[int, Times(), "how often each figure is written"] = 3
    garbles: Annotated[
        str, Choice((REFUSE, SHOW)), "what becomes of figures that cannot be read"
    ] = REFUSE

    @property
    def board(self) -> Board:
        """The board; raises `ParameterRefused` where it is none."""
        header = self.header or self.derived().header
        if sorted(header) != sorted(FIGURES):
            raise ParameterRefused("header", f"'{header}' is not each of 0 to 9 once; write it so")
        if self.rows or self.top_row:
            return given_board(header, self.top_row, self.rows, self.digits)
        return worded_board(header, self.keyword, self.alphabet, self.digits)

    @property
    def plain(self) -> Signs:
        """The signs of the board, figures, marks in braces."""
        return self.board.taken(self.alphabet)

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return AS_FIGURES

    def conventions(self) -> Iterator[str]:
        """Yield the board and how figures are written."""
        board = self.board
        yield f"board: {board.described()}"
        if board.figures:
            yield f"figures: each {board.times} times between two {board.figures} ({board.shift})"
        yield f"what cannot be read: {self.garbles}"

    def encipher(self, text: str) -> str:
        """Return the figures of the whole text."""
        return self.board.encoded(text)

    def decipher(self, text: str) -> str:
        """Return the text of all figures."""
        return self.board.decoded(text, garbles=self.garbles)

    def returned(self, text: str) -> str:
        """Return the text with its marks as the board writes them."""
        return self.board.canonical(text)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name sign and figures."""
        return ("plain", "figures") if way is Way.ENCIPHER else ("figures", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every sign, looked up cell by cell."""
        board = self.board
        pairs = board.coded(text) if way is Way.ENCIPHER else board.read(text, garbles=self.garbles)
        yield from (Row(pair, pair[1]) for pair in pairs)


def worded_board(header: str, keyword: str, alphabet: Alphabet, times: int) -> Board:
    """Return the board of a word; raises `ParameterRefused` where it does not fit in."""
    word = key_letters("keyword", keyword, alphabet)
    if len(word) != USUAL_WORD or len(set(word)) != USUAL_WORD:
        raise ParameterRefused("keyword", f"write {USUAL_WORD} different letters")
    russian = "Н" in alphabet
    figures, start, other, repeat, number = RUSSIAN_MARKS if russian else LATIN_MARKS
    fixed = {
        (0, 2): ".", (1, 2): ",", (2, 2): other, (0, 4): number, (1, 4): figures, (2, 4): start,
        (2, 9): repeat,
    }  # fmt: skip
    free = [
        (row, column)
        for column in range(TEN)
        for row in range(BLANKS)
        if (row, column) not in fixed
    ]
    rest = [letter for letter in alphabet.signs if letter not in word]
    if len(rest) > len(free):
        raise ParameterRefused(
            "alphabet",
            f"it has {len(alphabet)} letters and the board {len(free) + USUAL_WORD} places",
        )
    cells = fixed | dict(zip(free, rest, strict=False))
    rows = tuple(
        (header[USUAL_WORD + row], tuple(cells.get((row, column), "") for column in range(TEN)))
        for row in range(BLANKS)
    )
    return Board(header, (*word, *[""] * BLANKS), rows, figures, times)


def given_board(header: str, top: str, rows: tuple[tuple[str, str], ...], times: int) -> Board:
    """Return a board whose rows are given; raises `ParameterRefused` where they do not fit."""
    first = _cells("top_row", top)
    blank = [figure for figure, cell in zip(header, first, strict=True) if not cell]
    if sorted(blank) != sorted(label for label, _ in rows):
        raise ParameterRefused(
            "top_row", f"the places left blank are {' '.join(blank) or 'none'}; give each its row_N"
        )
    labelled = tuple((label, _cells(f"row_{label}", row)) for label, row in rows)
    marks = [cell for row in (first, *(row for _, row in labelled)) for cell in row]
    marks = [mark for mark in marks if mark in FOR_FIGURES]
    board = Board(header, first, labelled, marks[0] if marks else "", times)
    if any(figure in board.codes() for figure in FIGURES):
        board = Board(header, first, labelled)
    if board.shift and board.shift[0] == board.shift[-1]:
        raise ParameterRefused(
            "top_row", f"{board.figures} must not stand at {board.shift}; move it to another place"
        )
    return board


def _cells(name: str, row: str) -> tuple[str, ...]:
    """Return the ten cells of a row, empty where there is none."""
    cells = tuple("" if cell == "_" else cell.upper() for cell in row.split())
    if len(cells) > TEN:
        raise ParameterRefused(name, f"it has {len(cells)} cells; write ten, _ for none")
    return (*cells, *[""] * (TEN - len(cells)))

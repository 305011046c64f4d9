"""Straddling checkerboards: frequent letters as one figure, the others as two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.substitution.boarded import Boarded
from cablesim.codes.substitution.boards import FIGURES, Board, Cells, condensed, row_cells, sound
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import (
    Choice,
    Digits,
    Gathered,
    Line,
    Numbers,
    Remark,
    Table,
    Whole,
    Word,
)
from cablesim.systems.system import Example, Row, System, Way
from cablesim.text.bulk import numbers, shift, spelled, strided
from cablesim.text.reading import Signs

_TEN = 10
ALIASES = {
    "board": "top_row",
    "grid": "top_row",
    "first_row": "top_row",
    "digits": "header",
    "column_labels": "header",
    "row_labels": "two_digit_rows",
    "escape": "figure_sign",
    "numeric_escape": "figure_sign",
    "figure_shift": "figure_sign",
    "table": "cells",
    "mapping": "cells",
    "digit_repeat": "figure_repeat",
    "figures": "convention",
    "rule": "convention",
}
ADDITIVE = {"key": "additive", "pad": "additive", "number": "additive"}
DEFAULT_ROWS = (("2", "BCDFGHJKLM"), ("6", "PQ/UVWXYZ."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Straddling(Boarded):
    """A board whose first row gives one figure and whose other rows give two.

    What the clerk does: he writes frequent letters under the figures of the first row, leaves some
    cells empty, and labels the other rows with the figures above the empty cells; a letter of the
    first row is sent as its column's figure, any other as the row's label and the column's figure.

    The rule: no figure that labels a row is a code itself, so figures need no mark between.
    Figures of the text are repeated between two figure signs.

    Source: the standard definition, as in Wikipedia "Straddling checkerboard"; boards made by a
    keyword as in vectors straddling-checkerboard-05 and -07; single cells as in -03.

    Traps: the order of the header, the empty cells and the way figures are sent differ from source
    to source, and all of it is printed. One wrong figure can shift what follows.

    >>> from cablesim.codes import registry
    >>> system = registry.system("straddling-checkerboard")
    >>> system.encipher("ATTACKATDAWN", top_row="ET AON RIS", row_2="BCDFGHJKLM",
    ...     row_6="PQ/UVWXYZ.").result
    '3113212731223655'
    """

    top_row: Annotated[str, Line(), "the first row; a blank or _ is an empty cell"] = ""
    rows: Annotated[
        tuple[tuple[str, str], ...], Gathered(r"row_[0-9]"), "the rows by label: row_2=..."
    ] = ()
    header: Annotated[str, Digits(10, 10), "the figures over the columns"] = FIGURES
    blanks: Annotated[
        tuple[int, ...], Numbers(0, 9), "the labels of the rows, if they are to be said"
    ] = ()
    keyword: Annotated[str, Word(empty=True), "makes the board, with two_digit_rows"] = ""
    two_digit_rows: Annotated[str, Digits(0, 4), "the labels of the rows of a keyword's board"] = ""
    cells: Annotated[tuple[tuple[str, str], ...], Table(), "single cells instead of rows"] = ()
    figure_sign: Annotated[str, Line(), "the sign between which figures stand"] = "/"
    figure_repeat: Annotated[int, Whole(1, 5), "how often each figure is written"] = 2
    convention: Annotated[str, Remark(), "how the source describes its board"] = ""

    def board(self) -> Board:
        """Return the board."""
        if self.cells:
            found: Cells = sound("cells", self.cells)
        elif self.two_digit_rows and not self.top_row:
            if not self.keyword or len(set(self.two_digit_rows)) != 2:  # noqa: PLR2004 - two rows.
                raise ParameterRefused("two_digit_rows", "write a keyword and two figures")
            found = sound("keyword", condensed(self.keyword, self.two_digit_rows))
        else:
            found = sound("top_row", tuple(self._rows()))
        return Board(found, self.figure_sign, self.figure_repeat)

    def _rows(self) -> Iterator[tuple[str, str]]:
        """Yield the cells of the rows; without any, those of a common English board."""
        if len(set(self.header)) != _TEN:
            raise ParameterRefused("header", "write each figure from 0 to 9 once")
        top, rows = self._laid()
        labels = {label for label, _ in rows}
        if self.blanks and labels != set(map(str, self.blanks)):
            raise ParameterRefused("blanks", f"the rows are labelled {' '.join(sorted(labels))}")
        yield from row_cells("top_row", top, self.header)
        for label, row in rows:
            yield from row_cells(f"row_{label}", row, self.header, label)

    def _laid(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return the first row and the others by label.

        Rows without labels, or a board written in one line, take the figures over the empty cells.
        """
        top, rows = self.top_row, self.rows
        texts = [row for label, row in rows if not label]
        if not rows and len(top) > _TEN:
            texts = [top[start : start + _TEN] for start in range(0, len(top), _TEN)]
            top = ""
        if not texts:
            return top or "ET AON RIS", rows or (() if top else DEFAULT_ROWS)
        top = top or texts.pop(0)
        empty = [self.header[at] for at, sign in enumerate(top[:_TEN]) if sign in " _"]
        if len(empty) < len(texts):
            raise ParameterRefused("rows", "leave an empty cell in the first row for each row")
        return top, tuple(zip(empty, texts, strict=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class StraddlingAdditive(Straddling):
    """A board, and a repeated row of figures added without carrying.

    What the clerk does: he turns the text into figures by the board, writes a number again and
    again under them, and adds figure by figure, dropping the tens.

    The rule: cipher figure is board figure plus additive, modulo 10.

    Source: the standard definition, as in Wikipedia "Straddling checkerboard" (ATTACKATDAWN with
    0452 gives 3565257935743007).

    Traps: a short number that comes again and again is no pad. Some programs read the sums through
    the board once more and call both by one name.

    >>> from cablesim.codes import registry
    >>> system = registry.system("straddling-checkerboard+additive")
    >>> system.encipher("ATTACKATDAWN", top_row="ET AON RIS", row_2="BCDFGHJKLM",
    ...     row_6="PQ/UVWXYZ.", additive="0452").result
    '3565257935743007'
    """

    additive: Annotated[str, Digits(), "the number that is added again and again"]
    addition: Annotated[str, Choice(("non-carrying",)), "how figures are added"] = "non-carrying"

    def conventions(self) -> Iterator[str]:
        """Yield the board and the additive."""
        yield from Straddling.conventions(self)
        yield f"additive: {self.additive} again and again, added without carrying"

    def summed(self, row: str, way: Way) -> str:
        """Return figures with the additive put on or taken off, all at once."""
        sign = 1 if way is Way.ENCIPHER else -1
        tables = [shift(sign * int(figure), _TEN) for figure in self.additive]
        return spelled(strided(numbers(row, FIGURES), tables), FIGURES)

    def encipher(self, text: str) -> str:
        """Return the figures of the text plus the additive."""
        return self.summed(self.board().figures_of(text), Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return the text of the figures less the additive."""
        return self.board().text_of(self.summed(text, Way.DECIPHER))

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name sign, code, additive, sum."""
        if way is Way.ENCIPHER:
            return ("plain", "code", "additive", "cipher")
        return ("cipher", "additive", "code", "plain")

    def _added(self, row: str, at: int, sign: int) -> tuple[str, str]:
        """Return the additive under some figures, and the sums, figure by figure."""
        under = [self.additive[(at + place) % len(self.additive)] for place in range(len(row))]
        sums = [(int(one) + sign * int(two)) % _TEN for one, two in zip(row, under, strict=True)]
        return "".join(under), "".join(map(str, sums))

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every sign."""
        board, at = self.board(), 0
        if way is Way.ENCIPHER:
            for piece in self._pieces(text, board):
                code = self._code(piece, board)
                under, sums = self._added(code, at, 1)
                at += len(code)
                yield Row((piece, code, under, sums), sums)
            return
        _, row = self._added(text, 0, -1)
        for code, meaning in board.tokens(row):
            cipher = text[at : at + len(code)]
            yield Row((cipher, self._added(cipher, at, -1)[0], code, meaning), meaning)
            at += len(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class StraddlingReverse(StraddlingAdditive):
    """A board, an additive, and the sums read through the board as letters again.

    What the clerk does: he adds as before and reads the sums as letters on the same board.

    The rule: figures by the board, plus the additive, and the sums by the board back to signs; a
    last figure that begins a pair is completed by one more figure, which deciphering drops.

    Source: grimore.org, vector straddling-checkerboard+additive+reverse-01.

    Traps: sums need cells for every pair of figures, so the board must be full. It is the same
    system with another dress, and is sold under the same name.

    >>> from cablesim.codes import registry
    >>> system = registry.system("straddling-checkerboard+additive+reverse")
    >>> system.encipher("LETTHEREBE", top_row="ETAO N RIS", row_4="BC/DFGHJKL",
    ...     row_6="MPQUVWXYZ.", additive="0727").result
    'HAITTIRRRYE'
    """

    def board(self) -> Board:
        """Return the board; raises where it is not full."""
        board = Straddling.board(self)
        if len(board.cells) != _TEN - len(board.labels) + _TEN * len(board.labels):
            raise ParameterRefused("top_row", "sums are read as letters, so every cell is needed")
        return board

    @property
    def cipher(self) -> Signs:
        """The signs of the board."""
        return Signs("".join(sign for sign, _ in self.board().cells), name="board")

    def conventions(self) -> Iterator[str]:
        """Yield board, additive, and that sums are read again."""
        yield from StraddlingAdditive.conventions(self)
        yield "sums are read through the board; a last half pair is completed"

    def _whole(self, row: str) -> str:
        """Return sums with a figure behind where the last one begins a pair.

        The figure is chosen so that deciphering finds a label there, which it drops.
        """
        labels = self.board().labels
        if _whole_codes(row, labels) == len(row):
            return row
        under = int(self.additive[len(row) % len(self.additive)])
        return row + str((int(labels[0]) + under) % _TEN)

    def encipher(self, text: str) -> str:
        """Return the sums read as signs."""
        sums = StraddlingAdditive.encipher(self, text)
        return self.board().text_of(self._whole(sums), literal=True)

    def decipher(self, text: str) -> str:
        """Return the text of the signs' figures less the additive."""
        return self.board().text_of(self._plain_row(text))

    def _plain_row(self, text: str) -> str:
        """Return the figures of a cipher text less the additive, a completing figure dropped."""
        board = self.board()
        codes = dict(board.cells)
        row = self.summed("".join(codes[sign] for sign in text), Way.DECIPHER)
        return row[: _whole_codes(row, board.labels)]

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name what stands before, the figures, what stands after."""
        del way
        return ("step", "figures", "signs")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the codes and sums of every sign, then the sums as signs; or the other way."""
        board, at = self.board(), 0
        if way is Way.ENCIPHER:
            row = ""
            for piece in self._pieces(text, board):
                code = self._code(piece, board)
                _, sums = self._added(code, at, 1)
                at += len(code)
                row += sums
                yield Row((piece, code, sums))
            for code, meaning in board.tokens(self._whole(row), literal=True):
                yield Row(("read again", code, meaning), meaning)
            return
        for sign in text:
            yield Row((sign, self._code_of(sign, board), ""))
        for code, meaning in board.tokens(self._plain_row(text)):
            yield Row(("less additive", code, meaning), meaning)

    @staticmethod
    def _code_of(sign: str, board: Board) -> str:
        """Return a sign's own code, a figure sign's too."""
        return dict(board.cells)[sign]


def _whole_codes(row: str, labels: str) -> int:
    """Return how many figures of a row are whole codes: all of them, or all but a last label."""
    found = re.match(rf"(?:[{labels}].|[^{labels}])*", row) if labels else None
    return found.end() if found else len(row)


SYSTEMS = (
    System(
        "straddling-checkerboard",
        "substitution",
        "Straddling checkerboard",
        Straddling,
        aliases=ALIASES,
    ),
    System(
        "straddling-checkerboard+additive",
        "substitution",
        "Straddling checkerboard with additive",
        StraddlingAdditive,
        aliases=ALIASES | ADDITIVE,
        example=Example(
            "ATTACKATDAWN",
            {
                "top_row": "ET AON RIS",
                "row_2": "BCDFGHJKLM",
                "row_6": "PQ/UVWXYZ.",
                "additive": "0452",
            },
        ),
    ),
    System(
        "straddling-checkerboard+additive+reverse",
        "substitution",
        "Straddling checkerboard, additive, read again",
        StraddlingReverse,
        aliases=ALIASES | ADDITIVE,
    ),
)

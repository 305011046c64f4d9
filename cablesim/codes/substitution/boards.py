"""Boards of one- and two-figure codes: what straddling checkerboards and their kin share.

A board is prefix free: the figures that begin a two-figure code are no codes themselves, so a row
of figures can be read without marks between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cablesim.codes.keys import mixed
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.text.bulk import interleaved

Cells = tuple[tuple[str, str], ...]
FIGURES = "0123456789"
_CODEC = "iso8859_5"
_CONDENSED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ/-"
_NONE = 0xFF


@dataclass(frozen=True, slots=True)
class Board:
    """Codes of signs; the sign between which figures stand, and how often each is written.

    Figures can be sent where that sign has a code of two different figures, so that it cannot be
    taken for a repeated figure.
    """

    cells: Cells
    figure_sign: str
    repeat: int

    @property
    def signs(self) -> str:
        """The signs that have codes, the figure sign left out where figures are sent."""
        left_out = self.figure_sign if self.figures else ""
        return "".join(sign for sign, _ in self.cells if sign != left_out)

    @property
    def shift(self) -> str:
        """The figure sign where the board has it, else nothing."""
        return self.figure_sign if self.figure_sign in dict(self.cells) else ""

    @property
    def figures(self) -> bool:
        """Whether figures can be sent."""
        code = dict(self.cells).get(self.figure_sign, "")
        return len(set(code)) == 2 and self.repeat > 1  # noqa: PLR2004 - two different figures.

    @property
    def labels(self) -> str:
        """The figures that begin two-figure codes."""
        return "".join(sorted({code[0] for _, code in self.cells if len(code) > 1}))

    def described(self) -> str:
        """Return the board as a convention names it."""
        single = " ".join(f"{sign}={code}" for sign, code in self.cells if len(code) == 1)
        double = " ".join(f"{sign}={code}" for sign, code in self.cells if len(code) > 1)
        return f"{single}; {double}"

    def figures_of(self, text: str) -> str:
        """Return the figures of a text of the board's signs and figures."""
        if not self.figures:
            return _coded(text, self.cells)
        pieces = re.split(r"([0-9]+)", text)
        if len(pieces) == 1:
            return _coded(text, self.cells)
        shift = dict(self.cells)[self.shift]
        return "".join(
            f"{shift}{''.join(figure * self.repeat for figure in piece)}{shift}"
            if piece[:1].isdigit()
            else _coded(piece, self.cells)
            for piece in pieces
            if piece
        )

    def tokens(self, row: str, *, literal: bool = False) -> Iterator[tuple[str, str]]:
        """Yield code and meaning, one after another; `literal` reads the figure sign as a sign.

        Raises `SystemRefused` at a code that the board lacks, and where the last one is cut off.
        """
        table = {code: sign for sign, code in self.cells}
        runs = self.figures and not literal
        for match in _reading(self, runs=runs).finditer(row):
            code = match.group()
            if runs and match.group("run"):
                yield code, match.group("run")[:: self.repeat]
                continue
            if code not in table:
                place = match.start() + 1
                why = "is cut off" if len(code) == 1 else "stands for nothing on this board"
                raise SystemRefused(
                    f"figure {place}: '{code}' {why}; look for a lost or wrong figure before it"
                )
            yield code, table[code]

    def text_of(self, row: str, *, literal: bool = False) -> str:
        """Return the text of a row of figures."""
        return "".join(meaning for _, meaning in self.tokens(row, literal=literal))


@cache
def _reading(board: Board, *, runs: bool) -> re.Pattern[str]:
    """Return the pattern that cuts a row into codes, and into runs of repeated figures."""
    code = rf"[{board.labels}][0-9]|[0-9]" if board.labels else r"[0-9]"
    if not runs:
        return re.compile(code)
    shift = dict(board.cells)[board.shift]
    same = rf"(?:([0-9])\2{{{board.repeat - 1}}})"
    return re.compile(rf"{shift}(?P<run>{same}+){shift}|{code}")


@cache
def _tables(cells: Cells) -> tuple[bytes, bytes] | dict[int, str]:
    """Return first and second figure by byte; a dictionary where a sign has no byte."""
    first, second = bytearray([_NONE] * 256), bytearray([_NONE] * 256)
    try:
        for sign, code in cells:
            (at,) = sign.encode(_CODEC)
            first[at] = ord(code[0])
            second[at] = ord(code[1]) if len(code) > 1 else _NONE
    except (UnicodeEncodeError, ValueError):
        return {ord(sign): code for sign, code in cells}
    return bytes(first), bytes(second)


def _coded(text: str, cells: Cells) -> str:
    """Return the codes of a text: two rows of figures woven, what is no figure taken out."""
    tables = _tables(cells)
    if isinstance(tables, dict):
        return text.translate(tables)
    row = text.encode("ascii" if text.isascii() else _CODEC)
    woven = interleaved(row.translate(tables[0]), row.translate(tables[1]))
    return woven.translate(None, bytes([_NONE])).decode("ascii")


def row_cells(name: str, row: str, header: str, label: str = "") -> Iterator[tuple[str, str]]:
    """Yield sign and code of one row of a board; a blank or _ is an empty cell.

    A row may be written with blanks between its cells. Raises `ParameterRefused` where it is longer
    than the header.
    """
    spaced = row.split(" ")
    signs = spaced if len(spaced) == len(header) and max(map(len, spaced)) == 1 else list(row)
    if len(signs) > len(header):
        raise ParameterRefused(name, f"{len(signs)} cells under {len(header)} figures; shorten it")
    for sign, figure in zip(signs, header, strict=False):
        if sign not in (" ", "_", ""):
            yield sign.upper(), label + figure


def sound(name: str, cells: Cells) -> Cells:
    """Return the cells of a board; raises where a sign or code stands twice or is no code."""
    signs, codes = [sign for sign, _ in cells], [code for _, code in cells]
    twice = next((sign for sign in signs if signs.count(sign) > 1), None)
    if twice is not None:
        raise ParameterRefused(name, f"'{twice}' stands twice on the board; write each sign once")
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise ParameterRefused(name, f"the code {twice} is given twice; write each code once")
    for sign, code in cells:
        if len(sign) != 1 or not 1 <= len(code) <= 2 or not set(code) <= set(FIGURES):  # noqa: PLR2004 - one or two.
            raise ParameterRefused(name, f"'{sign}'={code!a}: write one sign, one or two figures")
        if len(code) == 1 and any(other[0] == code for other in codes if len(other) > 1):
            raise ParameterRefused(
                name, f"the code {code} of '{sign}' begins two-figure codes; leave that cell empty"
            )
    if len(cells) < 2:  # noqa: PLR2004 - a board of one sign says nothing.
        raise ParameterRefused(name, "write two signs or more on the board")
    return cells


def condensed(keyword: str, labels: str, easy: str = "ESANTIRU") -> Cells:
    """Return the board made by a keyword over the alphabet A-Z / -, read by columns.

    The alphabet is written under the keyword's letters (each once), the columns are read off from
    left to right; the letters of `easy` take the single figures in that order, the others the
    two-figure codes.

    >>> dict(condensed("ARABESQUE", "36"))["C"]
    '30'
    """
    word = mixed(keyword, "")
    whole = mixed(word, _CONDENSED)
    if len(whole) != len(_CONDENSED):
        raise ParameterRefused("keyword", "write letters from A to Z")
    order = [whole[at] for start in range(len(word)) for at in range(start, len(whole), len(word))]
    singles = iter(figure for figure in FIGURES if figure not in labels)
    doubles = iter(label + figure for label in labels for figure in FIGURES)
    return tuple((sign, next(singles if sign in easy else doubles)) for sign in order)

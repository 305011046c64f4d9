"""The checkerboard of a VIC message: single and double figures for letters, signs and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cablesim.codes.figures.rows import FIGURES
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.text.alphabet import Alphabet
from cablesim.text.reading import Signs

REFUSE, SHOW = "refuse", "show"
UNREADABLE = "?"
# Signs for private use stand for the marks while a text is worked on.
_FIRST_MARK = 0xE000
_TOKENS = re.compile(r"\{[^{}]*\}|.", re.DOTALL)
# So many codes are read at once: a list of them takes more memory than the text.
_RUN = 20_000


@dataclass(frozen=True, slots=True)
class Board:
    """Cells by their figures; a cell of more than one sign is a mark, in braces in a text.

    `figures` is the mark that stands before and after figures, each written `times` times.
    """

    header: str
    top: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    figures: str = ""
    times: int = 3

    @property
    def labels(self) -> str:
        """The figures that begin a pair."""
        return "".join(label for label, _ in self.rows)

    @property
    def shift(self) -> str:
        """The code of the mark for figures; empty where there is none."""
        return self.codes().get(self.figures, "")

    def codes(self) -> dict[str, str]:
        """Return the code of every cell."""
        return _codes(self)

    def described(self) -> str:
        """Return the board row by row, as a convention names it."""
        rows = [("top", self.top), *((f"row {label}", cells) for label, cells in self.rows)]
        shown = (f"{label} {' '.join(cell or '_' for cell in cells)}" for label, cells in rows)
        return f"{self.header} over {'; '.join(shown)}"

    def taken(self, alphabet: Alphabet) -> Signs:
        """Return the signs of a text: those of the cells, figures, marks in braces."""
        cells = "".join(dict.fromkeys("".join(self.codes())))
        more = "".join(sign for sign in FIGURES + "{}/" if sign not in cells)
        merges = tuple(
            (written, read)
            for written, read in alphabet.merges
            if read in cells and written not in cells
        )
        return Signs(cells + more, merges, "checkerboard")

    def encoded(self, text: str) -> str:
        """Return the figures of a text, all at once."""
        private = self._private()
        row = self._marked(text)
        table = {ord(figure): f"\n{figure * self.times}\n" for figure in FIGURES}
        for cell, code in self.codes().items():
            table[ord(private.get(cell, cell))] = code
        # Between two figures that stand side by side nothing is closed and opened again.
        return row.translate(table).replace("\n\n", "").replace("\n", self.shift)

    def canonical(self, text: str) -> str:
        """Return a text as deciphering gives it back: marks without strokes, figures plain."""
        back = {ord(sign): in_braces(cell) for cell, sign in self._private().items()}
        return self._marked(text).translate(back)

    def _marked(self, text: str) -> str:
        """Return a text with one sign for each mark; refuses what the board has no place for."""
        private = self._private()
        row = text
        if "{" in text:
            written = {in_braces(cell): sign for cell, sign in private.items()}
            row = re.sub(r"\{[^{}]*\}", lambda mark: written.get(in_braces(mark[0]), mark[0]), text)
        known = {private.get(cell, cell) for cell in self.codes() if cell != self.figures}
        if self.figures:
            known.update(FIGURES)
            between = private[self.figures]
            row = re.sub(f"{between}([0-9]*){between}", lambda run: self._once(run[1]), row)
        if not set(row) <= known:
            self._refuse(text)
        return row

    def _once(self, run: str) -> str:
        """Return each figure once of a run that was written as it is sent."""
        once = run[:: self.times]
        if run != "".join(figure * self.times for figure in once):
            raise SystemRefused(
                f"between two signs for figures stands {run[:20]}; write every figure "
                f"{self.times} times there, or plain figures without these signs"
            )
        return once

    def _refuse(self, text: str) -> None:
        """Refuse the first sign or mark of a text that has no place on the board."""
        known = {shown(cell) for cell in self.codes()}
        known -= {in_braces(self.figures)}
        known |= set(FIGURES if self.figures else "")
        marks = ", ".join(in_braces(cell) for cell in self._private()) or "none"
        for token in _TOKENS.finditer(text):
            if shown(token[0]) not in known:
                raise SystemRefused(
                    f"place {token.start() + 1}: the board has no place for '{token[0][:20]}'; its "
                    f"marks are {marks}; one for figures is closed by another"
                )

    def _private(self) -> dict[str, str]:
        """Return a sign of its own for every mark."""
        marks = (cell for cell in self.codes() if len(cell) > 1)
        return {cell: chr(_FIRST_MARK + at) for at, cell in enumerate(marks)}

    def decoded(self, row: str, *, spare: int = 0, garbles: str = REFUSE) -> str:
        """Return the text of figures, run by run.

        Of the last `spare` figures, which may be nulls, falls away what cannot be read. Elsewhere
        it is refused with its place, or shown as a question mark.
        """
        reading = _reading(self)
        out: list[str] = []
        place = 0
        while place < len(row):
            run = reading.run.match(row, place)
            sent = None if run or not self.shift else reading.sent.match(row, place)
            if run:
                out.append("".join(map(reading.cells.__getitem__, reading.one.findall(run[0]))))
                place = run.end()
            elif sent:
                out.append(sent[1][:: self.times])
                place = sent.end()
            elif len(row) - place <= spare:
                break
            else:
                piece, place = self.garbled(row, place, garbles)
                out.append(piece)
        return "".join(out)

    def garbled(self, row: str, place: int, garbles: str) -> tuple[str, int]:
        """Return what is shown for a place that cannot be read, and where reading goes on."""
        opened = self.shift != "" and row.startswith(self.shift, place)
        if garbles == REFUSE:
            what = "figures that are not closed or not alike" if opened else "no place of the board"
            raise SystemRefused(
                f"figure {place + 1}: {row[place : place + 12]} begins with {what}; compare the "
                "message and the key, or write garbles=show to read on"
            )
        if not opened:
            return UNREADABLE, place + (2 if row[place] in self.labels else 1)
        out = []
        place += len(self.shift)
        while place < len(row) and not row.startswith(self.shift, place):
            part = row[place : place + self.times]
            out.append(part[0] if part == part[0] * self.times else UNREADABLE)
            place += self.times
        return "".join(out), place + len(self.shift)

    def coded(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield each sign or mark with its code, looked up cell by cell."""
        within = False
        for token in _TOKENS.findall(self.canonical(text)):
            figure = self.figures != "" and token in FIGURES
            if figure != within:
                yield in_braces(self.figures), self._looked_up(in_braces(self.figures))
                within = figure
            yield token, token * self.times if figure else self._looked_up(token)
        if within:
            yield in_braces(self.figures), self._looked_up(in_braces(self.figures))

    def _looked_up(self, token: str) -> str:
        """Return the code of a sign or mark: its row's label and the figure over its column."""
        for label, cells in (("", self.top), *self.rows):
            for figure, cell in zip(self.header, cells, strict=True):
                if cell and token == shown(cell):
                    return label + figure
        raise AssertionError(token)

    def read(self, row: str, *, spare: int = 0, garbles: str = REFUSE) -> Iterator[tuple[str, str]]:
        """Yield each code with its sign, read figure by figure."""
        place = 0
        while place < len(row):
            found = self._found(row, place)
            if found is None and len(row) - place <= spare:
                yield row[place:], ""
                return
            text, end = found or self.garbled(row, place, garbles)
            yield row[place:end], text
            place = end

    def _found(self, row: str, place: int) -> tuple[str, int] | None:
        """Return what stands at a place and where it ends; nothing where it cannot be read."""
        rows = dict(self.rows)
        label = row[place] if row[place] in rows else ""
        end = place + len(label) + 1
        if end > len(row):
            return None
        cell = rows.get(label, self.top)[self.header.index(row[end - 1])]
        if cell != self.figures or not cell:
            return (shown(cell), end) if cell else None
        run = self._run(row, end)
        return None if run is None else (run[:: self.times], end + len(run) + len(self.shift))

    def _run(self, row: str, place: int) -> str | None:
        """Return figures as they were sent from a place on, up to the mark that closes them."""
        first = place
        while not row.startswith(self.shift, place):
            part = row[place : place + self.times]
            if len(part) < self.times or part != part[0] * self.times:
                return None
            place += self.times
        return row[first:place]


class _Reading(NamedTuple):
    """Patterns for a run of codes, for one code, for figures as they are sent; what codes mean."""

    run: re.Pattern[str]
    one: re.Pattern[str]
    sent: re.Pattern[str]
    cells: dict[str, str]


@cache
def _reading(board: Board) -> _Reading:
    """Return the patterns of a board."""
    cells = {code: shown(cell) for cell, code in board.codes().items() if cell != board.figures}
    ends: dict[str, str] = {}
    for code in cells:
        ends[code[:-1]] = ends.get(code[:-1], "") + code[-1]
    one = "|".join(f"{label}[{figures}]" for label, figures in ends.items())
    alike = "".join(r"\2" for _ in range(board.times - 1))
    return _Reading(
        re.compile(f"(?:{one}){{1,{_RUN}}}+"),
        re.compile(one),
        re.compile(f"{board.shift}((?:([0-9]){alike})*+){board.shift}"),
        cells,
    )


@cache
def _codes(board: Board) -> dict[str, str]:
    """Return the code of every cell; raises `ParameterRefused` where two cells are the same."""
    codes: dict[str, str] = {}
    for label, cells in (("", board.top), *board.rows):
        for figure, cell in zip(board.header, cells, strict=True):
            if cell in codes:
                raise ParameterRefused(
                    "top_row", f"'{cell}' stands twice on the board; write it once"
                )
            if cell:
                codes[cell] = label + figure
    return codes


def in_braces(mark: str) -> str:
    """Return a mark as it stands in a text: in braces, without strokes.

    >>> in_braces("Н/Т"), in_braces("{Н/Т}"), in_braces("{НТ}")
    ('{НТ}', '{НТ}', '{НТ}')
    """
    return f"{{{re.sub(r'[{}/]', '', mark)}}}"


def shown(cell: str) -> str:
    """Return a cell as it stands in a text: a sign as it is, a mark in braces."""
    return in_braces(cell) if len(cell) > 1 else cell

"""A sheet for figures: rows over each other that are added or taken away, figure under figure.

Some rows are known, some are the learner's own: what is worked out on the way (the note) and the
answer. A `Sum` says which row is put to which, and where its result is written. What is not
filled in is a gap. Every change gives a new grid, and the rows are kept as texts, so that the
sheet and a free text can take turns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from cablesim.errors import CablesimError
from cablesim.exercises.reading.answers import in_figures
from cablesim.text.groups import cut

GAP = "_"
FIGURES = "0123456789"
# Between two rows of one's own that are kept as one text.
ROW_END = " / "


class PasteRefused(CablesimError):  # noqa: N818 - the name says what happened.
    """What was pasted is not of this row."""


class Own(StrEnum):
    """What a row is that the learner fills in."""

    NOTE = "note"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its name, and a figure or a gap in every cell, from the column `first` on.

    A row with `pages` shows the one that is in use; a row with `own` is the learner's.
    """

    name: str
    cells: str = ""
    first: int = 0
    own: Own | None = None
    pages: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The row as it was filled in, without the gaps at its end."""
        return self.cells.rstrip(GAP)


@dataclass(frozen=True, slots=True)
class Sum:
    """Which row is put to which, and where the result is written; rows by number from 0.

    The lower row may lie so many columns `back`: a sum that runs on from group to group is put to
    each group from the one before, and from nothing to the first.
    """

    upper: int
    lower: int
    result: int
    adds: bool
    back: int = 0

    @property
    def sign(self) -> str:
        """The sign before the lower row."""
        return "+" if self.adds else "-"

    def ten(self, upper: str, lower: str) -> bool:
        """Tell whether a ten is dropped or lent where these two figures meet."""
        return int(upper) + int(lower) > 9 if self.adds else int(upper) < int(lower)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and what is done with them; `size` figures are a group, `width` the longest row.

    An answer is judged by `part` figures at a time: by groups, or figure by figure. `page` is the
    page in use; `row` (one of the learner's own) and `at` are where the cursor is, and `full` says
    that it went on behind the last cell: nothing is written there. `before` parts are worked
    already and do not stand here.
    """

    size: int
    part: int
    width: int
    lines: tuple[Line, ...]
    sums: tuple[Sum, ...]
    row: int
    page: int = 0
    at: int = 0
    before: int = 0
    full: bool = False

    @property
    def here(self) -> Line:
        """The row under the cursor."""
        return self.lines[self.row]

    @property
    def pages(self) -> int:
        """How many pages there are to choose from."""
        return max((len(line.pages) for line in self.lines), default=0)

    @property
    def numbers(self) -> range:
        """The numbers of the groups on the sheet: those of the whole message.

        Where single figures are judged, groups are only for the eye, and counted from 1.
        """
        before = self.before if self.part == self.size else 0
        return range(before + 1, before + 1 - (-self.width // self.size))

    def called(self, column: int) -> str:
        """Return what a column (from 0) is called: as a verdict counts, group and figure in it.

        Where single figures are judged it is the figure's number in the whole answer.
        """
        if self.part != self.size:
            return f"figure {self.before + column + 1}"
        group, figure = divmod(column, self.size)
        return f"group {self.numbers[group]}, figure {figure + 1}"

    @property
    def where(self) -> str:
        """Where the cursor is, in words: the row, then the cell."""
        return f"{self.here.name}, {self.called(self.here.first + self.at)}"

    def has(self, own: Own) -> bool:
        """Tell whether a row of this sort is the learner's to fill in."""
        return any(line.own is own for line in self.lines)

    def text(self, own: Own) -> str:
        """Return the rows of one sort in groups, gaps as `_`, as they are kept."""
        rows = [" ".join(cut(line.text, self.size)) for line in self.lines if line.own is own]
        return ROW_END.join(rows).rstrip(ROW_END)

    def across(self, number: int) -> str:
        """Return a row over the whole width, gaps where nothing is known."""
        line = self.lines[number]
        cells = line.pages[self.page] if line.pages else line.cells
        return (GAP * line.first + cells).ljust(self.width, GAP)[: self.width]

    def beneath(self, each: Sum) -> str:
        """Return the lower row of a sum as it stands under the upper one."""
        return ("0" * each.back + self.across(each.lower))[: self.width]

    @property
    def asked(self) -> str:
        """What stands over the cell under the cursor, as a sum to be worked; it is not worked."""
        place = self.here.first + self.at
        for each in self.sums:
            upper, lower = self.across(each.upper)[place], self.beneath(each)[place]
            if each.result == self.row and GAP not in (upper, lower):
                return f"{upper} {each.sign} {lower}"
        return ""

    def tens(self, each: Sum) -> str:
        """Return a mark in every filled cell of a result where a ten is dropped or lent."""
        rows = (self.across(each.upper), self.beneath(each), self.across(each.result))
        return "".join(
            "x" if GAP not in column and each.ten(*column[:2]) else " "
            for column in zip(*rows, strict=True)
        )

    @property
    def hole(self) -> str:
        """Where the answer has a gap before its last figure, in words; nothing if it has none."""
        for line in self.lines:
            at = line.text.find(GAP)
            if line.own is Own.ANSWER and at >= 0:
                return f"{line.name}, {self.called(line.first + at)}"
        return ""

    # What hands do.

    def put(self, figure: str) -> Grid:
        """Write a figure under the cursor and go on to the next cell; behind the last, nothing."""
        return self if self.full else self._written(self.at, figure).behind(self.at + 1)

    def _written(self, at: int, signs: str) -> Grid:
        """Write signs from a cell on, as many as there is room for."""
        cells = self.here.cells
        return self._with({self.row: (cells[:at] + signs + cells[at + len(signs) :])[: len(cells)]})

    def _with(self, cells: dict[int, str]) -> Grid:
        """Return the grid with other cells in some rows."""
        lines = (
            replace(line, cells=cells.get(number, line.cells))
            for number, line in enumerate(self.lines)
        )
        return replace(self, lines=tuple(lines))

    def rubbed_out(self) -> Grid:
        """Take away what is under the cursor, or else before it, and stay there."""
        at = self.at if self.here.cells[self.at] != GAP else max(self.at - 1, 0)
        return self._written(at, GAP).gone(at)

    def cleared(self) -> Grid:
        """Take away what is under the cursor."""
        return self._written(self.at, GAP).gone(self.at)

    def emptied(self) -> Grid:
        """Take away the whole row under the cursor."""
        return self._with({self.row: GAP * len(self.here.cells)}).gone(0)

    @property
    def in_last_group(self) -> bool:
        """There is no group of this row after the one under the cursor."""
        return self.at // self.size == (len(self.here.cells) - 1) // self.size

    @property
    def in_lowest_row(self) -> bool:
        """There is no row of one's own below the one under the cursor."""
        return self.row == max(self._owned())

    def pasted(self, text: str) -> Grid:
        """Write the figures of a text from the cursor on, however they are grouped.

        A whole row is written from its first cell on. Raises `PasteRefused` for a text that holds
        anything but figures, or more of them than there is room for; nothing is dropped unsaid.
        """
        figures = "".join(sign for sign in in_figures(text) if not _between(sign))
        other = next((sign for sign in figures if sign not in FIGURES), "")
        if other:
            name = unicodedata.name(other, "an unknown sign").lower()
            raise PasteRefused(
                f"what you pasted holds {other} ({name}), which is no figure; nothing was pasted"
            )
        room = len(self.here.cells)
        at = 0 if len(figures) == room else self.at + self.full
        if at + len(figures) > room:
            raise PasteRefused(
                f"what you pasted has {len(figures)} figures, and there is room for {room - at} "
                "from here; nothing was pasted"
            )
        return self._written(at, figures).behind(at + len(figures))

    def moved(self, by: int) -> Grid:
        """Go along the row, not beyond its ends."""
        return self.gone(self.at + by)

    def gone(self, at: int) -> Grid:
        """Go to a cell of the row."""
        return replace(self, at=min(max(at, 0), len(self.here.cells) - 1), full=False)

    def behind(self, at: int) -> Grid:
        """Go to the cell behind what was written; there is none behind the last."""
        return replace(self.gone(at), full=at >= len(self.here.cells))

    def to_group(self, by: int) -> Grid:
        """Go to the beginning of the next group, or of this one and then the one before."""
        start = self.at - self.at % self.size
        if by < 0 and start != self.at:
            return self.gone(start)
        return self.gone(start + by * self.size)

    def to_row(self, by: int) -> Grid:
        """Go to the row of one's own above or below, staying in the column."""
        mine = list(self._owned())
        place = min(max(mine.index(self.row) + by, 0), len(mine) - 1)
        column = self.here.first + self.at
        return replace(self, row=mine[place]).gone(column - self.lines[mine[place]].first)

    def turned(self, by: int) -> Grid:
        """Take another page of the pad in hand."""
        return replace(self, page=(self.page + by) % self.pages) if self.pages else self

    def filled(self, own: Own, text: str) -> Grid | None:
        """Return the grid with the rows of one sort as kept; None where a text does not fit."""
        mine = list(self._owned(own))
        parts = ["".join(part.split()) for part in text.split(ROW_END.strip())]
        if not mine or len(parts) > len(mine):
            return None
        written: dict[int, str] = {}
        for number, signs in zip_longest(mine, parts, fillvalue=""):
            room = len(self.lines[int(number)].cells)
            if len(signs) > room or not set(signs) <= {*FIGURES, GAP}:
                return None
            written[int(number)] = signs.ljust(room, GAP)
        grid = self._with(written)
        return grid.behind(len(grid.here.text)) if self.row in written else grid

    def _owned(self, own: Own | None = None) -> Iterator[int]:
        """Yield the numbers of the learner's rows, of one sort or of all."""
        for number, line in enumerate(self.lines):
            if line.own is not None and own in (None, line.own):
                yield number


def _between(sign: str) -> bool:
    """Tell whether a sign only parts groups: a blank, a dash, a stop; or is not seen at all."""
    return sign.isspace() or unicodedata.category(sign)[0] in "PZC"


def sheet(
    size: int,
    lines: tuple[Line, ...],
    sums: tuple[Sum, ...],
    part: int | None = None,
    before: int = 0,
) -> Grid:
    """Return an empty sheet, the cursor at the first row of the learner's own.

    Without `part` an answer is judged by groups.
    """
    width = max(line.first + len(line.cells) for line in lines)
    row = next(number for number, line in enumerate(lines) if line.own is not None)
    return Grid(size, part or size, width, lines, sums, row, before=before)

"""A sheet for figures: book group, pad group and answer, figure under figure.

The rows that are known stand in it; one or two rows are the learner's own: the groups worked out
on the way (the note) and the answer. What is not filled in is a gap. Every change gives a new
grid, and the rows are kept as texts, so that the sheet and a free text can take turns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.variant import Variant
from cablesim.text.groups import cut

GAP = "_"
FIGURES = "0123456789"


class Own(StrEnum):
    """A row that the learner fills in."""

    NOTE = "note"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Cells:
    """One of the learner's own rows: its name, and a figure or a gap in every cell."""

    own: Own
    name: str
    cells: str
    first: int = 0

    @property
    def text(self) -> str:
        """The row as it was filled in, without the gaps at its end."""
        return self.cells.rstrip(GAP)


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows over each other; `adds` says whether the pad is added or taken away.

    `above` is the row over the pad, or the learner's note stands there. `pads` are the pages, of
    which `page` is in use; `size` figures are a group. A row may begin some cells in (`first`).
    `offset` groups of the message are worked already and do not stand on the sheet.
    """

    size: int
    width: int
    above: tuple[str, str]
    above_first: int
    pads: tuple[str, ...]
    rows: tuple[Cells, ...]
    adds: bool
    page: int = 0
    row: int = 0
    at: int = 0
    offset: int = 0

    @property
    def here(self) -> Cells:
        """The row under the cursor."""
        return self.rows[self.row]

    def own(self, own: Own) -> Cells | None:
        """Return one of the learner's rows."""
        return next((row for row in self.rows if row.own is own), None)

    def text(self, own: Own) -> str:
        """Return a row in groups, gaps as `_`, as it is kept; nothing for an empty one."""
        row = self.own(own)
        return "" if row is None else " ".join(cut(row.text, self.size))

    @property
    def pad(self) -> str:
        """The figures of the page in use."""
        return self.pads[self.page]

    @property
    def over(self) -> str:
        """The figures over the pad, cell by cell, gaps where they are not known."""
        note = self.own(Own.NOTE)
        figures, first = self.above[1], self.above_first
        if note is not None and not figures:
            figures, first = note.cells, note.first
        return (GAP * first + figures).ljust(self.width, GAP)

    @property
    def asked(self) -> str:
        """What stands over the cell under the cursor, as a sum to be worked; it is not worked."""
        place = self.here.first + self.at
        upper, lower = self.over[place : place + 1], self.pad[place : place + 1]
        last = self.own(Own.ANSWER) or self.rows[-1]
        if upper not in FIGURES or not lower or self.here is not last:
            return ""
        return f"{upper} {'+' if self.adds else '-'} {lower}"

    @property
    def tens(self) -> str:
        """A mark in every filled cell where a ten is dropped or lent; nothing is carried."""
        row = self.own(Own.ANSWER) or self.rows[-1]
        return "".join(self._ten(row, place) for place in range(self.width))

    def _ten(self, row: Cells, place: int) -> str:
        """Return the mark of one cell."""
        cell = row.cells[place - row.first : place - row.first + 1] if place >= row.first else ""
        upper, lower = self.over[place], self.pad[place : place + 1]
        if not cell or GAP in (cell, upper) or not lower:
            return " "
        ten = int(upper) + int(lower) > 9 if self.adds else int(upper) < int(lower)  # noqa: PLR2004
        return "x" if ten else " "

    def put(self, figure: str) -> Grid:
        """Write a figure under the cursor and go on to the next cell."""
        return self._written(self.at, figure).moved(1)

    def _written(self, at: int, signs: str) -> Grid:
        """Write signs from a cell on, as many as there is room for."""
        row = self.here
        cells = (row.cells[:at] + signs + row.cells[at + len(signs) :])[: len(row.cells)]
        rows = tuple(replace(each, cells=cells) if each is row else each for each in self.rows)
        return replace(self, rows=rows)

    def rubbed_out(self) -> Grid:
        """Take away what is under the cursor, or else before it, and stay there."""
        at = self.at if self.here.cells[self.at] != GAP else max(self.at - 1, 0)
        return replace(self._written(at, GAP), at=at)

    def cleared(self) -> Grid:
        """Take away what is under the cursor."""
        return self._written(self.at, GAP)

    def pasted(self, text: str) -> Grid:
        """Write the figures of a text from the cursor on, however they are grouped."""
        figures = "".join(sign for sign in text if sign in FIGURES)
        grid = self._written(self.at, figures)
        return grid.moved(len(figures))

    def moved(self, by: int) -> Grid:
        """Go along the row, not beyond its ends."""
        return self.gone(self.at + by)

    def gone(self, at: int) -> Grid:
        """Go to a cell of the row."""
        return replace(self, at=min(max(at, 0), len(self.here.cells) - 1))

    def to_group(self, by: int) -> Grid:
        """Go to the beginning of the next group, or of this one and then the one before."""
        start = self.at - self.at % self.size
        if by < 0 and start != self.at:
            return self.gone(start)
        return self.gone(start + by * self.size)

    def to_row(self, by: int) -> Grid:
        """Go to the row above or below, staying in the column."""
        row = min(max(self.row + by, 0), len(self.rows) - 1)
        column = self.here.first + self.at
        return replace(self, row=row).gone(column - self.rows[row].first)

    def turned(self, by: int) -> Grid:
        """Take another page of the pad in hand."""
        return replace(self, page=(self.page + by) % len(self.pads))

    def filled(self, own: Own, text: str) -> Grid | None:
        """Return the grid with one row as kept; None where a text is not of this row."""
        row = self.own(own)
        signs = "".join(text.split())
        if row is None or len(signs) > len(row.cells) or not set(signs) <= {*FIGURES, GAP}:
            return None
        cells = signs.ljust(len(row.cells), GAP)
        rows = tuple(replace(each, cells=cells) if each is row else each for each in self.rows)
        end = min(len(signs), len(row.cells) - 1)
        return replace(self, rows=rows, at=end if self.here.own is own else self.at)


def grid_of(variant: Variant) -> Grid | None:
    """Return the empty sheet of an exercise by book and pad; None where there is no pad."""
    if not isinstance(variant, BookWork) or not variant.task.adds or not variant.asked:
        return None
    return _encoding(variant) if variant.task.encodes else _decoding(variant)


def _encoding(work: BookWork) -> Grid:
    """Return the sheet of an encoding: code groups, pad, what goes on the wire."""
    size, lead = work.text.size, len(work.pages[work.page].indicator)
    skip = work.offset * size
    first = max(lead - skip, 0)
    width = len(work.row) - skip
    answer = Cells(Own.ANSWER, "on the wire", GAP * width)
    pads = tuple(page.row[skip : skip + width] for page in work.pages)
    if work.task.codes:
        note = Cells(Own.NOTE, "book group", GAP * (width - first), first)
        rows, above = (note, answer), ("", "")
        return Grid(size, width, above, 0, pads, rows, adds=True, offset=work.offset)
    above = ("book group", work.text.row[max(skip - lead, 0) :])
    return Grid(size, width, above, first, pads, (answer,), adds=True, offset=work.offset)


def _decoding(work: BookWork) -> Grid:
    """Return the sheet of a decoding: what came in, pad, code groups."""
    size, lead = work.text.size, len(work.pages[work.page].indicator)
    skip = 0 if work.speaks else work.offset * size
    came = work.cipher[skip:]
    first = max(lead - skip, 0)
    own = Own.NOTE if work.speaks else Own.ANSWER
    rows = (Cells(own, "book group", GAP * (len(came) - first), first),)
    pads = tuple(page.row[skip : skip + len(came)] for page in work.pages)
    above = ("came in", came)
    return Grid(size, len(came), above, 0, pads, rows, adds=False, offset=skip // size)

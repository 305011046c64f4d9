"""The clerk's sheet as one widget that draws lines: a sheet of any length costs one screenful."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cablesim.lessons.drill import Drill
from cablesim.systems.working import WorkedLine
from cablesim.text.visible import visible_line

ALWAYS_SEEN = 3
COVERED = "·····"
HERE = Style(bold=True, reverse=True)
# Cells before the columns: the mark of the current line, its number, two blanks.
LEAD, GAP = 8, 2
REMARK = 15

Row = tuple[str, ...]


class Worksheet(ScrollView, can_focus=True):
    """Lines of a sheet: those played are whole, the current one is marked, the rest covered.

    A line whose cells are wider than their columns takes several rows, so that none is cut off.
    """

    DEFAULT_CSS = """
    Worksheet { height: 1fr; padding: 0 1; overflow-x: hidden; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._drill: Drill | None = None
        self._widths: tuple[int, ...] = ()
        self._measured_at = 0
        self._starts: list[int] = []
        self._rows: list[tuple[int, int]] = []

    def show(self, drill: Drill) -> None:
        """Show a sheet as far as it was played, the current line in sight."""
        width = self.scrollable_content_region.width
        fresh = self._drill is None or self._drill.working is not drill.working
        self._drill = drill
        if fresh or width != self._measured_at:
            self._measure(drill, width)
        here = self._starts[drill.shown] if drill.shown < len(self._starts) else len(self._rows)
        wanted = max(here - self.size.height + ALWAYS_SEEN, 0)
        if not wanted <= self.scroll_offset.y <= max(here - 1, 0):
            self.scroll_to(y=wanted, animate=False, force=True)
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Lay the columns out anew for another width."""
        del event
        if self._drill is not None:
            self.show(self._drill)

    def _measure(self, drill: Drill, width: int) -> None:
        """Lay out the columns, and note at which row each line stands."""
        self._measured_at = width
        lines = drill.working.lines
        columns = list(zip(*map(_cells, lines), strict=True))
        widest = [max(1, *map(len, column)) for column in columns]
        words = [
            max((len(word) for cell in one for word in cell.split()), default=1) for one in columns
        ]
        self._widths = tuple(widest) if drill.in_figures else _fitted(widest, words, width - LEAD)
        self._starts, self._rows = [], []
        for place, line in enumerate(lines):
            self._starts.append(len(self._rows))
            count = len(self._wrapped(_cells(line)))
            self._rows += [(place, number) for number in range(count)]
        self.virtual_size = Size(width, len(self._rows))

    def _wrapped(self, cells: Row) -> list[Row]:
        """Return the rows that the cells of a line take in their columns."""
        columns = [
            textwrap.wrap(cell, width) or [""]
            for cell, width in zip(cells, self._widths, strict=True)
        ]
        return list(zip_longest(*columns, fillvalue=""))

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window."""
        drill = self._drill
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if drill is None or row >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        place, number = self._rows[row]
        style = self.rich_style + HERE if place == drill.shown else self.rich_style
        text = visible_line(self._text(drill, drill.working.lines[place], place, number))
        return Strip([Segment(text, style)]).adjust_cell_length(width, self.rich_style)

    def _text(self, drill: Drill, line: WorkedLine, place: int, number: int) -> str:
        """Return one row of a line as text: covered from the current line on."""
        cells = _cells(line)
        if place > drill.shown:
            cells = (COVERED, *("" for _ in cells[1:]))
        elif place == drill.shown:
            cells = (*line.cells[:-1], covered(drill, line), "")
        rows = self._wrapped(cells)
        row = rows[number] if number < len(rows) else tuple("" for _ in cells)
        padded = (cell.ljust(width) for cell, width in zip(row, self._widths, strict=True))
        sign = "▶" if place == drill.shown and not number else " "
        lead = f"{sign}{line.place:>5}" if not number else ""
        return f"{lead:<{LEAD}}{(' ' * GAP).join(padded)}"


def _cells(line: WorkedLine) -> Row:
    """Return what a line shows: its cells, then the remark on them."""
    return (*line.cells, line.remark)


def _fitted(widest: list[int], words: list[int], room: int) -> tuple[int, ...]:
    """Return column widths that fit into the room: the widest give way, down to their words."""
    least = [min(word, room // len(words)) for word in words]
    widths = [*widest[:-1], max(min(widest[-1], REMARK), least[-1])]
    while sum(widths) + GAP * (len(widths) - 1) > room:
        spare = [width - lowest for width, lowest in zip(widths, least, strict=True)]
        if max(spare) <= 0:
            break
        wide = max(range(len(widths)), key=lambda column: (spare[column] > 0, widths[column]))
        widths[wide] -= 1
    return tuple(max(width, 1) for width in widths)


def covered(drill: Drill, line: WorkedLine) -> str:
    """Return the last cell of the current line: the figures shown, the next asked for, the rest."""
    if not drill.in_figures:
        return "?"
    whole = line.cells[-1]
    return f"{whole[: drill.figures]}_{'.' * (len(whole) - drill.figures - 1)}"

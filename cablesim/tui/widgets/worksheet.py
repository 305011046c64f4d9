"""The clerk's sheet as one widget that draws lines: a sheet of any length costs one screenful."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cablesim.lessons.drill import Drill
from cablesim.systems.working import WorkedLine
from cablesim.text.visible import visible_line

ALWAYS_SEEN = 3
COVERED = "·····"
HERE = Style(bold=True, reverse=True)


class Worksheet(ScrollView, can_focus=True):
    """Lines of a sheet: those played are whole, the current one is marked, the rest covered."""

    DEFAULT_CSS = """
    Worksheet { height: 1fr; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._drill: Drill | None = None
        self._widths: tuple[int, ...] = ()

    def show(self, drill: Drill) -> None:
        """Show a sheet as far as it was played, the current line in sight."""
        if self._drill is None or self._drill.working is not drill.working:
            lines = drill.working.lines
            rows = [_row(drill, line.cells, line.remark) for line in lines]
            self._widths = tuple(max(map(len, column)) for column in zip(*rows, strict=True))
        self._drill = drill
        self.virtual_size = Size(
            8 + sum(self._widths) + 2 * len(self._widths), len(drill.working.lines)
        )
        wanted = max(drill.shown - self.size.height + ALWAYS_SEEN, 0)
        if not wanted <= self.scroll_offset.y <= max(drill.shown - 1, 0):
            self.scroll_to(y=wanted, animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        drill = self._drill
        left, top = self.scroll_offset
        place = y + top
        if drill is None or place >= len(drill.working.lines):
            return Strip.blank(self.size.width, self.rich_style)
        style = self.rich_style + HERE if place == drill.shown else self.rich_style
        text = visible_line(self._text(drill, drill.working.lines[place], place))
        strip = Strip([Segment(text, style)]).crop(left, left + self.size.width)
        return strip.adjust_cell_length(self.size.width, self.rich_style)

    def _text(self, drill: Drill, line: WorkedLine, place: int) -> str:
        """Return a line as text: covered from the current line on."""
        sign = "▶" if place == drill.shown else " "
        cells, remark = line.cells, line.remark
        if place > drill.shown:
            cells, remark = (COVERED, *("" for _ in cells[1:])), ""
        elif place == drill.shown:
            cells, remark = (*cells[:-1], covered(drill, line)), ""
        row = _row(drill, cells, remark)
        padded = (cell.ljust(width) for cell, width in zip(row, self._widths, strict=True))
        return f"{sign}{line.place:>5}  {'  '.join(padded)}"


def _row(drill: Drill, cells: tuple[str, ...], remark: str) -> tuple[str, ...]:
    """Return the cells of a line in the order drawn: what may be long stands last."""
    return (cells[0], remark, *cells[1:]) if drill.by_book else (*cells, remark)


def covered(drill: Drill, line: WorkedLine) -> str:
    """Return the last cell of the current line: the figures shown, the next asked for, the rest."""
    if not drill.in_figures:
        return "?"
    whole = line.cells[-1]
    return f"{whole[: drill.figures]}_{'.' * (len(whole) - drill.figures - 1)}"

"""The clerk's sheet as one widget that draws lines: a sheet of any length costs one screenful."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cablesim.codes.working import WorkedLine
from cablesim.lessons.drill import Drill
from cablesim.text.visible import visible_line

ALWAYS_SEEN = 3


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
            count = len(drill.working.columns)
            self._widths = tuple(
                max(
                    [
                        len(drill.working.columns[i]),
                        *(min(len(line.cells[i]), 30) for line in lines),
                    ]
                )
                for i in range(count)
            )
        self._drill = drill
        self.virtual_size = Size(self._line_width(), len(drill.working.lines))
        wanted = max(drill.shown - self.size.height + ALWAYS_SEEN, 0)
        if not wanted <= self.scroll_offset.y <= max(drill.shown - 1, 0):
            self.scroll_to(y=wanted, animate=False, force=True)
        self.refresh()

    def _line_width(self) -> int:
        """Return how many cells a line takes."""
        return 8 + sum(width + 2 for width in self._widths) + 30

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        drill = self._drill
        place = y + self.scroll_offset.y
        if drill is None or place >= len(drill.working.lines):
            return Strip.blank(self.size.width, self.rich_style)
        text = self._text(drill, drill.working.lines[place], place)
        style = self.rich_style
        if place == drill.shown:
            style = style.combine([style, style.from_color(style.color, style.bgcolor)])
            style += type(style)(bold=True, reverse=True)
        segment = Segment(visible_line(text), style)
        return Strip([segment]).adjust_cell_length(self.size.width, self.rich_style)

    def _text(self, drill: Drill, line: WorkedLine, place: int) -> str:
        """Return a line as text: the last cell covered from the current line on."""
        cells = list(line.cells)
        sign = "▶" if place == drill.shown else " "
        if place > drill.shown:
            cells = ["·" * min(len(cells[0]), 5), *("" for _ in cells[1:])]
        elif place == drill.shown:
            cells[-1] = covered(drill, line)
        remark = line.remark if place < drill.shown else ""
        row = "  ".join(
            cell[:30].ljust(width) for cell, width in zip(cells, self._widths, strict=True)
        )
        return f"{sign}{line.place:>5}  {row}  {remark}"


def covered(drill: Drill, line: WorkedLine) -> str:
    """Return the last cell of the current line: the figures shown, the next asked for, the rest."""
    if not drill.in_figures:
        return "?"
    whole = line.cells[-1]
    return f"{whole[: drill.figures]}_{'.' * (len(whole) - drill.figures - 1)}"

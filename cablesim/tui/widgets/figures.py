"""The sheet for figures as one widget that draws lines: rows over each other, one cell marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cablesim.lessons.grid import FIGURES, Grid, PasteRefused
from cablesim.lessons.sheetlines import Look, SheetLines, laid_out
from cablesim.tui.keys import Place, bindings

LOOKS = {
    Look.KNOWN: Style(),
    Look.OWN: Style(bold=True),
    Look.HERE: Style(bold=True, reverse=True),
}
# These signs are keys of the sheet; any other that is no figure is for the field.
SIGNS = frozenset(" +-.,")
FULL = "The row is full: ← and → go to a figure of it, ↓ to the next row; ⌫ rubs out."
# The row of the cursor is the third of its sum at most.
ABOVE = 2
# The border has no room for its corners, nor for the blanks beside what it says.
CORNERS = 4


class FigureGrid(ScrollView, can_focus=True):
    """Book group, pad and answer, figure under figure; every key gives a new `Grid`."""

    DEFAULT_CSS = """
    FigureGrid { height: auto; max-height: 8; border: double $accent; padding: 0 1; }
    FigureGrid { overflow-x: hidden; scrollbar-size-vertical: 1; }
    FigureGrid:focus { border: double $secondary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.GRID))

    class Changed(Message):
        """Something was written on the sheet."""

        def __init__(self, grid: Grid) -> None:
            super().__init__()
            self.grid = grid

    class Left(Message):
        """The hands went on behind the last group, or below the lowest row."""

    class Typed(Message):
        """A sign was typed that is for no row of figures."""

        def __init__(self, sign: str) -> None:
            super().__init__()
            self.sign = sign

    class Refused(Message):
        """What was typed or pasted is not of this row; `why` says so."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self) -> None:
        super().__init__(id="grid")
        self.grid: Grid | None = None
        self._signs: Sequence[str] = ()
        self._lines: list[list[Segment]] = []

    def show(self, grid: Grid, signs: Sequence[str] | None = None) -> None:
        """Show a sheet; `signs` are drawn below the groups of the answer, none when it changes."""
        if signs is not None:
            self._signs = signs
        self.grid = grid
        self.refresh(layout=True)
        self._draw()

    def _take(self, grid: Grid) -> None:
        """Take a changed sheet, draw it, and tell of it."""
        before, self.grid = self.grid, grid
        if before is None or before.lines != grid.lines:
            self._signs = ()
            self.post_message(self.Changed(grid))
        self._draw()

    # Drawing.

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as the sheet has; the style says how many at most."""
        del container, viewport
        return 1 if self.grid is None else len(laid_out(self.grid, width, self._signs).lines)

    def on_resize(self, event: Resize) -> None:
        """Lay the groups out anew for another width."""
        del event
        self._draw()

    def _draw(self) -> None:
        """Lay out all lines, and keep the cell under the cursor in sight."""
        grid = self.grid
        width = self.scrollable_content_region.width
        if grid is None or width <= 0:
            return
        sheet = laid_out(grid, width, self._signs)
        base = self.rich_style
        self._lines = [
            [Segment(text, base + LOOKS[look]) for text, look in pieces] for pieces in sheet.lines
        ]
        self.virtual_size = Size(width, len(self._lines))
        self._keep_in_sight(sheet)
        self._tell(grid)
        self.refresh()

    def _tell(self, grid: Grid) -> None:
        """Say on the border where the cursor is, what is asked there, and what is out of sight."""
        pages = f" · page {grid.page + 1} of {grid.pages}, + turns" if grid.pages > 1 else ""
        sum_ = f" · {grid.asked}" if grid.asked else ""
        title, below = "SHEET · made up · nothing is carried", f"{grid.where}{sum_}{pages}"
        more = self._out_of_sight()
        if len(below) + len(more) > self.size.width - CORNERS:
            title, more = f"{title}{more}", ""
        self.border_title, self.border_subtitle = title, f"{below}{more}"

    def _out_of_sight(self) -> str:
        """Return how many lines stand above and below the window."""
        above = self.scroll_offset.y
        below = len(self._lines) - above - self.scrollable_content_region.height
        return f" · ▲ {above}" * (above > 0) + f" · ▼ {below} more" * (below > 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say anew what is out of sight."""
        super().watch_scroll_y(old_value, new_value)
        if self.grid is not None:
            self._tell(self.grid)

    def _keep_in_sight(self, sheet: SheetLines) -> None:
        """Scroll so far that the lines of the cursor's columns are seen, or those of its sum."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        first, end = sheet.block
        if end - first <= height:
            wanted = min(max(top, end - height), first)
        elif top + ABOVE <= sheet.here < top + height - 1:
            wanted = top
        else:
            wanted = max(sheet.here - ABOVE, first)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        return Strip(self._lines[place]).adjust_cell_length(width, self.rich_style)

    # What hands do.

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Figures are written here; no letter acts while the sheet has the focus."""
        del key
        return character is not None and character.isprintable()

    def on_key(self, event: Key) -> None:
        """Write a figure; other signs that can be typed are for the field."""
        sign = event.character or ""
        if self.grid is not None and sign and sign in FIGURES:
            event.stop()
            if self.grid.full:
                self.post_message(self.Refused(FULL))
            self._take(self.grid.put(sign))
        elif sign and sign.isprintable() and sign not in SIGNS:
            event.stop()
            self.post_message(self.Typed(sign))

    def on_paste(self, event: Paste) -> None:
        """Write a row from the cursor on, however it is grouped."""
        event.stop()
        if self.grid is None:
            return
        try:
            self._take(self.grid.pasted(event.text))
        except PasteRefused as error:
            self.post_message(self.Refused(str(error)))

    def _acted(self, grid: Grid | None) -> None:
        """Take what an act gives."""
        if grid is not None:
            self._take(grid)

    def action_group(self, by: int) -> None:
        """Go to the next group or the one before; behind the last there may be a field."""
        if by > 0 and self.grid is not None and self.grid.in_last_group:
            self.post_message(self.Left())
        self._acted(self.grid and self.grid.to_group(by))

    def action_move(self, by: int) -> None:
        """Go one cell on or back."""
        self._acted(self.grid and self.grid.moved(by))

    def action_row(self, by: int) -> None:
        """Go to the next row of one's own, or the one before; below them there may be a field."""
        if by > 0 and self.grid is not None and self.grid.in_lowest_row:
            self.post_message(self.Left())
        self._acted(self.grid and self.grid.to_row(by))

    def action_end(self, last: int) -> None:
        """Go to the first or the last cell."""
        self._acted(self.grid and self.grid.gone(last * self.grid.width))

    def action_turn(self, by: int) -> None:
        """Take another page of the pad."""
        self._acted(self.grid and self.grid.turned(by))

    def action_rub_out(self) -> None:
        """Take away the figure here, or else the one before."""
        self._acted(self.grid and self.grid.rubbed_out())

    def action_empty(self) -> None:
        """Take away the whole row."""
        self._acted(self.grid and self.grid.emptied())

    def action_clear(self) -> None:
        """Take away the figure here."""
        self._acted(self.grid and self.grid.cleared())

"""The clerk's sheet: figure under figure, the next one predicted before it is shown."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from cablesim.lessons.drill import WAYS, Drill
from cablesim.lessons.walk import Walk
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, TEACHING, joined, words
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.worksheet import Worksheet, covered


class SheetScreen(Screen[None]):
    """One sheet of a station, played line by line; how far is kept on the record."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.SHEET))
    DEFAULT_CSS = """
    SheetScreen #sheet-head { height: 7; padding: 0 1; border: double $accent; }
    SheetScreen.-narrow #sheet-head { height: 8; }
    SheetScreen #sheet-said { height: 2; padding: 0 1; }
    SheetScreen #sheet-columns { height: 1; padding: 0 1; }
    """
    AUTO_FOCUS = "Worksheet"
    PLACE = Place.SHEET
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-middle")]  # noqa: RUF012 - Textual types it.
    HELP = "The clerk's sheet: predict the next figure, or how the next word is found."

    def __init__(self, walk: Walk, sheet: str, drill: Drill) -> None:
        super().__init__()
        self._walk = walk
        self._sheet = sheet
        self._drill = drill

    def compose(self) -> ComposeResult:
        """Show the current line large, what is said, and the sheet."""
        yield Static(id="sheet-head")
        yield Static(id="sheet-said")
        yield Worksheet()
        yield Footer(Place.SHEET)

    def on_mount(self) -> None:
        """Draw the sheet as far as it was played."""
        head = self.query_one("#sheet-head", Static)
        own = self._walk.scenario.teaching.procedure.pinned
        made_up = "TEACHING CIPHER · made up for practice"
        head.border_title = "EXERCISE · the message's own cipher" if own else made_up
        self._draw(Content(""))

    def on_resize(self) -> None:
        """Keep the current line in sight."""
        self.query_one(Worksheet).show(self._drill)

    def _draw(self, said: Content) -> None:
        """Draw everything for the present state."""
        self.query_one("#sheet-head", Static).update(self._head(), layout=False)
        self.query_one("#sheet-said", Static).update(said, layout=False)
        self.query_one(Worksheet).show(self._drill)
        self.query_one(Footer).say("")
        self.query_one(Footer).warn(self._walk.record.trouble)

    def _head(self) -> Content:
        """Return the current line, figure under figure, and what to predict."""
        drill = self._drill
        working = drill.working
        line = drill.current
        count = f"{drill.shown:,} of {len(working.lines):,} lines shown"
        title = words(f"{working.title} · {count}", TEACHING)
        if line is None:
            return joined([title, words("The sheet is finished. q goes back to the walk.")])
        if drill.in_figures:
            widest = max(len(name) for name in working.columns)
            cells = (*line.cells[:-1], covered(drill, line))
            rows = [
                words(f"  {name.ljust(widest)}  {'  '.join(cell)}", "bold")
                for name, cell in zip(working.columns, cells, strict=True)
            ]
            ask = words(
                f"Line {line.place}, {line.remark}: which figure comes next? 0 to 9.", QUIET
            )
            return joined([title, *rows, ask])
        if not drill.by_book:
            ask = words(f"Line {line.place}: Enter shows it, p twenty lines, r the rest.", QUIET)
            return joined([title, words("  What stands on the next line?", "bold"), ask])
        ways = ", ".join(f"{key} {way}" for key, way in WAYS.items())
        plain = line.cells[0] or "(no word: a steering group or a null)"
        ask = words(f"Line {line.place}: how is it found? {ways}.", QUIET)
        return joined([title, words(f"  {plain}", "bold"), ask])

    def _play(self, drill: Drill, said: Content | None = None) -> None:
        """Go on to another state of the sheet, kept before it is drawn."""
        self._drill = drill
        self._walk.played(self._sheet, drill)
        self._draw(said if said is not None else Content(""))

    def action_predict(self, key: str) -> None:
        """Predict the next figure, or how the next word is found."""
        if self._drill.finished or self._drill.in_figures != key.isdigit():
            return
        drill, said = self._drill.predicted(key)
        sign = "✓ " if said.right else "✗ "
        self._play(drill, words(f"{sign}{said.text}", "bold"))

    def action_line(self) -> None:
        """Show the rest of this line."""
        self._play(self._drill.line())

    def action_page(self) -> None:
        """Show the rest of this page."""
        self._play(self._drill.page())

    def action_rest(self) -> None:
        """Show the whole sheet."""
        self._play(self._drill.rest())

    def action_cover(self) -> None:
        """Cover the last line again."""
        self._play(self._drill.back())

    def action_copy(self) -> None:
        """Copy the whole sheet as text."""
        self.app.copy_to_clipboard(self._drill.working.text())
        self.query_one(Footer).say("The sheet is copied.")

    def action_leave(self) -> None:
        """Go back to the walk."""
        self.dismiss()

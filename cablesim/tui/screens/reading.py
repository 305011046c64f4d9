"""One text to read over the walk: the document, the map, the copies, the glossary, the help."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from cablesim.tui.keys import Place, bindings
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane


class ReadingScreen(Screen[None]):
    """A text with a title; it opens at a given line and is left with one key."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.READING))
    DEFAULT_CSS = """
    ReadingScreen Pane { height: 1fr; border: round $primary; padding: 0 1; }
    """
    AUTO_FOCUS = "#reading"
    PLACE = Place.READING

    def __init__(self, title: str, content: Content, *, line: int = 0) -> None:
        super().__init__()
        self._title = title
        self._content = content
        self._line = line

    def compose(self) -> ComposeResult:
        """Show the text and the keys."""
        yield Pane(self._title, id="reading")
        yield Footer(Place.READING)

    def on_mount(self) -> None:
        """Show the text from the wanted line on."""
        pane = self.query_one(Pane)
        pane.show(self._content)
        pane.tell(up=True, down=True)
        if self._line:
            self.call_after_refresh(self._to_line)

    def _to_line(self) -> None:
        """Scroll to the wanted line."""
        self.query_one(Pane).scroll_to_line(self._line)

    def action_leave(self) -> None:
        """Go back to where this was opened."""
        self.dismiss()

    def action_copy(self) -> None:
        """Copy the text."""
        self.app.copy_to_clipboard(self._content.plain)
        self.query_one(Footer).say("Copied.")

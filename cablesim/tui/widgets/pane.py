"""A pane: one text that scrolls, in a border with a title of its own."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Pane(VerticalScroll):
    """A scrolling text; history and teaching panes differ by border, title and class."""

    def __init__(self, title: str, *, id: str, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._title = title
        self._text = Static(id=f"{id}-text")

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield self._text

    def on_mount(self) -> None:
        """Give the border its title; titles are words of the program, never of a file."""
        self.border_title = self._title

    @property
    def text(self) -> str:
        """The text shown, without styles."""
        content = self._text.content
        return content.plain if isinstance(content, Content) else ""

    def show(self, content: Content, *, top: bool = True) -> None:
        """Show a text, from its top unless the place is to be kept."""
        self._text.update(content)
        if top:
            self.scroll_home(animate=False)

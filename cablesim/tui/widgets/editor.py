"""A file's text to write in: plain, with line numbers, a cursor that does not blink, no markup."""

from __future__ import annotations

from textual.document._document import Document
from textual.widgets import TextArea


class Editor(TextArea):
    """The text of one file.

    Tab goes to the next pane. A text whose line ends cannot be kept as they are is read only:
    the widget knows one kind of line end in a text, and would change the others.
    """

    DEFAULT_CSS = """
    Editor { width: 1fr; height: 1fr; border: round $secondary; padding: 0; }
    Editor:focus { border: heavy $secondary; }
    """

    def __init__(self) -> None:
        super().__init__(
            language=None, soft_wrap=False, show_line_numbers=True, tab_behavior="focus", id="file"
        )
        self.cursor_blink = False

    def open(self, text: str, *, writable: bool) -> bool:
        """Show a text from its beginning; return whether it can be kept letter for letter."""
        whole = kept_whole(text)
        self.load_text(text)
        self.read_only = not (writable and whole)
        return whole

    def become(self, text: str) -> None:
        """Change the text to another as one edit that can be undone; the cursor stays near."""
        before = self.text
        if text == before:
            return
        start, end, piece = _changed(before, text)
        place = self.cursor_location
        self.replace(piece, _location(before, start), _location(before, end))
        self.move_cursor(self.clamp_visitable(place))

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor on a line and column (from 1), in the middle of the pane."""
        self.move_cursor(self.clamp_visitable((line - 1, column - 1)), center=True)


def kept_whole(text: str) -> bool:
    """Tell whether a text goes through the widget letter for letter."""
    return Document(text).text == text


def _changed(before: str, after: str) -> tuple[int, int, str]:
    """Return the lines that differ: where they begin and end, and what stands there then."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    start = sum(map(len, old[:first]))
    end = len(before) - sum(map(len, old[len(old) - last :]))
    return start, end, "".join(new[first : len(new) - last])


def _location(text: str, at: int) -> tuple[int, int]:
    """Return row and column (from 0) of a place in a text."""
    lines = text[:at].splitlines(keepends=True)
    if not lines:
        return 0, 0
    ended = lines[-1].endswith(("\n", "\r"))
    return (len(lines), 0) if ended else (len(lines) - 1, len(lines[-1]))

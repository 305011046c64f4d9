"""The field for an answer: typed or pasted; Enter hands it in where it is one line."""

from __future__ import annotations

from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea


class AnswerField(TextArea):
    """A field in which Enter hands in, unless the answer is long; page keys scroll outside."""

    DEFAULT_CSS = """
    AnswerField { height: 5; border: round $secondary; padding: 0 1; }
    AnswerField:focus { border: heavy $secondary; }
    """

    class HandedIn(Message):
        """Enter was pressed; `text` is what stood there then."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Paged(Message):
        """A page key was pressed."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Above(Message):
        """The hands went up from the first line, where a sheet stands above."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word.
        super().__init__(id=id, highlight_cursor_line=False)
        self.cursor_blink = False
        self.long = False
        self.below_sheet = False

    async def _on_key(self, event: Key) -> None:
        """Hand in on Enter; whatever else is typed goes into the text."""
        if event.key == "enter" and not self.long:
            event.stop()
            event.prevent_default()
            self.post_message(self.HandedIn(self.text))

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's.
        """Go a line up; from the first one to the sheet above."""
        top = self.navigator.is_first_wrapped_line(self.cursor_location)
        if self.below_sheet and top and not select:
            self.post_message(self.Above())
        else:
            super().action_cursor_up(select)

    def action_cursor_page_up(self) -> None:
        """Scroll what stands above the field."""
        self.post_message(self.Paged("pageup"))

    def action_cursor_page_down(self) -> None:
        """Scroll what stands above the field."""
        self.post_message(self.Paged("pagedown"))

    def action_delete_to_start_of_line(self) -> None:
        """Rub out from the beginning of the line to the cursor, in however many rows it is shown.

        What is marked goes with it. At the beginning of a line the end of the one before goes.
        """
        start, end = sorted(self.selection)
        joins = start == end and not end[1]
        first = self.get_cursor_left_location() if joins else (start[0], 0)
        self._delete_via_keyboard(first, end)

    async def action_delete_to_end_of_line_or_delete_line(self) -> None:
        """Rub out from the cursor to the end of the line, in however many rows it is shown.

        What is marked goes with it. At the end of a line the next one is joined to it.
        """
        start, end = sorted(self.selection)
        last = (end[0], len(self.document.get_line(end[0])))
        joins = start == last
        self._delete_via_keyboard(start, self.get_cursor_right_location() if joins else last)

    def fill(self, text: str) -> None:
        """Put a text into the field, the cursor at its end."""
        if text != self.text:
            self.load_text(text)
        self.move_cursor(self.document.end)

"""A pane: one text that scrolls, in a border with a title of its own, drawn line by line.

A text in a scrolling container would be laid out, measured, given scroll bars and laid out again
for every page turned; drawn by lines, a new page is one layout at most, and a scroll is none.
"""

from __future__ import annotations

from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

LEAST_WIDTH = 8


class Pane(ScrollView, can_focus=True):
    """A scrolling text; history and teaching panes differ by border, title and class.

    A pane that takes no focus is scrolled by its screen: moving the focus is a layout and a drawing
    more for every page turned.
    """

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    Pane { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 0; }
    """

    def __init__(
        self,
        title: str,
        *,
        id: str,  # noqa: A002 - Textual's word.
        classes: str = "",
        focusable: bool = True,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.can_focus = focusable
        # Titles are words of the program, never of a file.
        self.border_title = title
        self._content = Content("")
        self._lines: list[Strip] | None = None
        self._wrapped_at = 0
        self._up = self._down = False
        self._kept: int | None = None

    @property
    def text(self) -> str:
        """The text shown, without styles."""
        return self._content.plain

    def show(self, content: Content, *, top: bool = True, room: Size | None = None) -> None:
        """Show a text, from its top unless the place is to be kept.

        `room` is the size that the text is going to have where that is known before the layout;
        the border then says at once what stands below, and looks again when the layout is done.
        """
        self._content, self._kept = content, None
        self._measure(room)
        if room is not None:
            # A layout that leaves another room, but the same as before, resizes nothing.
            self.call_after_refresh(self._correct)
        if top:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def scroll_to_line(self, line: int) -> None:
        """Scroll so that a line of the text, counted before wrapping, stands near the top."""
        self.scroll_to(y=max(self._rows_before(line) - 2, 0), animate=False)

    def _rows_before(self, line: int) -> int:
        """Return how many lines of the window a text takes before one of its own lines."""
        width = self._wrapped_at or self._width
        before = self._content.split("\n")[:line]
        return sum(len(part.wrap(width)) if part.plain else 1 for part in before)

    def tell(self, *, up: bool | None = None, down: bool | None = None) -> None:
        """Say anew what stands above and below, once a layout has given the pane another height.

        `up` and `down` say whether the page keys scroll this pane, and so are named.
        """
        self._up = self._up if up is None else up
        self._down = self._down if down is None else down
        self._tell()

    @property
    def below(self) -> int:
        """How many lines stand below the window."""
        window = self.scrollable_content_region.height
        return self.virtual_size.height - self.scroll_offset.y - window

    @property
    def unread(self) -> bool:
        """The pane is shown, and something stands below its window."""
        return self.display and self.scrollable_content_region.height > 0 and self.below > 0

    def scroll_by(self, key: str) -> None:
        """Scroll as a key says."""
        acts = {
            "up": self.scroll_up,
            "down": self.scroll_down,
            "pageup": self.scroll_page_up,
            "pagedown": self.scroll_page_down,
            "home": self.scroll_home,
            "end": self.scroll_end,
        }
        acts[key](animate=False)

    def keep_in_sight(self, line: int) -> None:
        """Scroll no further than needed to show a line of the text and the one below it.

        Another height changes nothing of it, until another text is shown.
        """
        self._kept = line
        first, last = self._rows_before(line), self._rows_before(line + 1)
        height = self.scrollable_content_region.height
        if first < self.scroll_offset.y or last >= self.scroll_offset.y + height:
            self.scroll_to(y=max(min(first, last + 1 - height), 0), animate=False, immediate=True)

    @property
    def _width(self) -> int:
        """How many cells a line has."""
        return max(self.scrollable_content_region.width, 1)

    def _measure(self, room: Size | None = None) -> None:
        """Wrap the text to the width, and say how long it is.

        The length is set without the layout that Textual would do for it, since there is no scroll
        bar to be laid out: the border says in words what is above and below. A pane that is not
        shown has no width yet; it is measured when it has.
        """
        self._lines = None
        width = self._width if room is None else room.width
        if (room is None and not self.display) or width < LEAST_WIDTH:
            self.border_subtitle = ""
            return
        self._lines = Visual.to_strips(self, self._content, width, None, self.visual_style)
        self._wrapped_at = width
        self.set_reactive(Pane.virtual_size, Size(width, len(self._lines)))
        self._tell(room)

    def _tell(self, room: Size | None = None) -> None:
        """Say on the border how many lines stand above and below the window."""
        self.border_subtitle = self._standing(room)

    def _correct(self) -> None:
        """Say it anew where it is not so; the border is drawn once more only then."""
        said = self._standing()
        if said != self.border_subtitle:
            self.border_subtitle = said

    def _standing(self, room: Size | None = None) -> str:
        """Return how many lines stand above and below the window."""
        above = self.scroll_offset.y
        window = self.scrollable_content_region if room is None else room
        below = self.virtual_size.height - above - window.height
        parts = [f"▲ {above}{' PgUp' * self._up}"] if above > 0 else []
        parts += [f"▼ {below} more{' PgDn' * self._down}"] if below > 0 else []
        return " · ".join(parts)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say anew what stands above and below."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def on_resize(self, event: Resize) -> None:
        """Wrap anew to another width, and say anew what stands above and below at another height.

        A first drawing has already wrapped to this width.
        """
        del event
        if self._lines is None or self._wrapped_at != self._width:
            self._measure()
            self.refresh()
        if self._kept is not None:
            self.keep_in_sight(self._kept)
        self._correct()

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        super().notify_style_update()
        self._lines = None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self._lines = None
        super().selection_updated(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text."""
        return selection.extract(self._content.plain), "\n"

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        if self._lines is None or self._wrapped_at != self._width:
            self._measure()
            # The border is drawn already; what it says is set when this drawing is done.
            self.call_after_refresh(self._tell)
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        blank = self.visual_style.rich_style
        if self._lines is None or place >= len(self._lines):
            return Strip.blank(width, blank)
        return self._lines[place].adjust_cell_length(width, blank)

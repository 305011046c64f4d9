"""Question and what is said to it: side by side where there is room, else one over the other.

The question keeps its place: what is said has a pane of its own below it, as high as it needs, at
least two fifths of the room where both are long. Where not even that is there, as beside an open
sheet in a small window, the two are one text.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from cablesim.tui.letters import joined
from cablesim.tui.widgets.pane import Pane

QUESTION, SAID = "QUESTION", "WHAT IS SAID TO IT"
WIDE = 118
BORDERS = 4
# With fewer lines for both, they are one text.
LEAST = 6
LEAST_SAID = 4


class Texts(Container):
    """Two panes that share a place; a page key scrolls the one whose border names it."""

    DEFAULT_CSS = """
    Texts { height: 1fr; layout: vertical; }
    Texts.-beside { layout: horizontal; }
    Texts Pane { width: 1fr; height: 1fr; padding: 0 1; border: round $primary; }
    Texts Pane.teaching { border: double $accent; }
    Texts #said { display: none; border: heavy $secondary; }
    """

    def __init__(self) -> None:
        super().__init__(id="texts")
        self._asked = Content("")
        self._told: Content | None = None
        self._one = False

    def compose(self) -> ComposeResult:
        """Lay out both panes."""
        yield Pane(QUESTION, id="question", focusable=False)
        yield Pane(SAID, id="said", focusable=False)

    def on_mount(self) -> None:
        """Name the keys anew whenever a pane was scrolled."""
        for pane in (self.question, self.said):
            self.watch(pane, "scroll_y", self.tell, init=False)

    @property
    def question(self) -> Pane:
        """The pane of the question."""
        return self.query_one("#question", Pane)

    @property
    def said(self) -> Pane:
        """The pane of what is said."""
        return self.query_one("#said", Pane)

    def title(self, question: str, said: str, *, teaching: bool) -> None:
        """Name both panes; what is for `teaching` has a border of its own and says so."""
        self.question.set_class(teaching, "teaching")
        self.question.border_title = f"{question}{' · made up for practice' * teaching}"
        self.said.border_title = said

    def show(
        self,
        question: Content,
        said: Content | None,
        *,
        top: bool = False,
        line: int | None = None,
    ) -> None:
        """Show both: the question from its `top`, what is said from a `line` of it (from 0).

        Without them each stays where it was scrolled to.
        """
        self._asked, self._told = question, said
        self._share()
        self._fill(top=top)
        if line is not None:
            self.call_after_refresh(self._show_line, line)

    def _show_line(self, line: int) -> None:
        """Scroll to a line of what is said."""
        if self._one:
            self.question.scroll_to_line(self._asked.plain.count("\n") + 3 + line)
        else:
            self.said.scroll_to_line(line + 2 * (line > 0))

    def _share(self) -> None:
        """Give each pane its share of the room."""
        beside = self.size.width >= WIDE
        room = self.size.height - BORDERS
        self.set_class(beside, "-beside")
        self._one = not beside and self._told is not None and room < LEAST
        self.said.display = beside or (self._told is not None and not self._one)
        if beside or self._told is None:
            self.said.styles.height = "1fr"
        elif not self._one:
            width = self.size.width - BORDERS
            needed, left = _rows(self._told, width), room - _rows(self._asked, width)
            self.said.styles.height = 2 + min(needed, max(left, LEAST_SAID, room * 4 // 10))

    def _fill(self, *, top: bool) -> None:
        """Put the texts into the panes."""
        whole = self._asked
        if self._one and self._told is not None:
            whole = joined([self._asked, self._told], "\n\n")
        self.question.show(whole, top=top)
        self.said.show(self._told or Content(""), top=False)
        # The room that a pane has is known once it is laid out.
        self.call_after_refresh(self.tell)

    def on_resize(self) -> None:
        """Share another room."""
        self._share()
        self._fill(top=False)

    def page(self, key: str) -> None:
        """Scroll by a page: down what is said and then the question, up the other way round."""
        pane = self._mover(down=key == "pagedown")
        if pane is not None:
            (pane.scroll_page_down if key == "pagedown" else pane.scroll_page_up)(animate=False)

    def _mover(self, *, down: bool) -> Pane | None:
        """Return the pane that a page key scrolls."""
        panes = [pane for pane in (self.said, self.question) if pane.display]
        if down:
            return next((pane for pane in panes if pane.below > 0), None)
        return next((pane for pane in reversed(panes) if pane.scroll_offset.y > 0), None)

    def tell(self) -> None:
        """Say on the borders what stands above and below, and which page key shows it."""
        up, down = self._mover(down=False), self._mover(down=True)
        for pane in (self.question, self.said):
            if pane.display:
                pane.tell(up=pane is up, down=pane is down)


def _rows(content: Content, width: int) -> int:
    """Return how many lines a text takes at a width."""
    return len(content.wrap(max(width, 1)))

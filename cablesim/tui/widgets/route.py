"""The route as a strip: what is done, where the walker is, what is to come, what rests on a gap."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from cablesim.lessons.page import Page, PageKind
from cablesim.tui.letters import LIT, QUIET, words

DONE, HERE, TO_COME = "■", "◆", "□"


class Route(Widget):
    """One mark a page: ■ done, ◆ here, □ to come; ┄ leads to a page that rests on a gap."""

    DEFAULT_CSS = "Route { height: 1; padding: 0 1; }"

    class Wanted(Message):
        """The walker clicked on a page of the route."""

        def __init__(self, page: str) -> None:
            super().__init__()
            self.page = page

    def __init__(self) -> None:
        super().__init__()
        self._pages: Sequence[Page] = ()
        self._here = 0

    def show(self, pages: Sequence[Page], here: int) -> None:
        """Show where the walker is."""
        self._pages = pages
        self._here = here
        self.refresh()

    def render(self) -> Content:
        """Draw the strip; the present page's name stands in it, others where there is room."""
        names = [page.id for page in self._pages]
        roomy = sum(len(name) + 4 for name in names) <= self.content_size.width
        parts: list[Content] = []
        for place, page in enumerate(self._pages):
            if place:
                parts.append(words("┄" if page.rests_on_gap else "─", QUIET))
            parts.append(self._mark(place, page, roomy=roomy))
        return Content.assemble(*parts)

    def _mark(self, place: int, page: Page, *, roomy: bool) -> Content:
        """Return the mark of one page."""
        if place == self._here:
            return words(f" {HERE} {page.id} ", LIT)
        sign = DONE if place < self._here else TO_COME
        if page.kind is PageKind.CONTRAST and not roomy:
            sign = "◇"
        return words(f"{sign}{page.id}" if roomy else sign, "" if place < self._here else QUIET)

    def on_click(self, event: Click) -> None:
        """Tell which page was clicked."""
        at = event.x - self.styles.padding.left
        names = [page.id for page in self._pages]
        roomy = sum(len(name) + 4 for name in names) <= self.content_size.width
        for place, page in enumerate(self._pages):
            at -= 1 if place else 0
            width = len(self._mark(place, page, roomy=roomy).plain)
            if at < width:
                self.post_message(self.Wanted(page.id))
                return
            at -= width

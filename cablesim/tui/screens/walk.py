"""The walk: what can be shown on one side, the teaching cipher on the other, the route above.

The screen holds no state of its own: it draws the `Walk`, and every key asks the `Walk` to step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from cablesim.lessons.entry import Event
from cablesim.lessons.page import Page, PageKind
from cablesim.lessons.stations import line_sentence, recipient_sentence
from cablesim.lessons.walk import Beat, Walk
from cablesim.office.event import Act
from cablesim.tui.atlas import (
    copies_content,
    document_content,
    first_lit,
    glossary_content,
    map_content,
)
from cablesim.tui.keys import Place, bindings
from cablesim.tui.paint import (
    history_content,
    question_content,
    status_content,
    teaching_content,
    walk_heading,
)
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.sheet import SheetScreen
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane
from cablesim.tui.widgets.route import Route

SHOWN = "WHAT CAN BE SHOWN"
MADE_UP = "TEACHING CIPHER · made up"
EXERCISE = "EXERCISE · its own cipher"
MODERN = "MODERN · made up for teaching"
DOCUMENT = "THE DOCUMENT"
# Cells that a pane's border and padding take: across, and down.
FRAME = Size(4, 2)
# Where the footer offers to change the line; the key works everywhere.
LINE_PAGES = (Act.SEND, Act.RECEIVE, Act.REPAIR)
NARROW, MIDDLE, WIDE = "-narrow", "-middle", "-wide"


class WalkScreen(Screen[None]):
    """One walker's way through one scenario."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.WALK))
    HORIZONTAL_BREAKPOINTS = [(0, NARROW), (76, MIDDLE), (118, WIDE)]  # noqa: RUF012 - Textual types it.
    CSS_PATH = "walk.tcss"
    AUTO_FOCUS = ""
    PLACE = Place.WALK
    HELP = "The walk: one station after another, from the signature to the copies."

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self._proof = False
        self._status_rows = 0
        self._side = "history"

    def compose(self) -> ComposeResult:
        """Lay out heading, route, status, panes, keys."""
        yield Static(id="heading")
        yield Route()
        yield Static(id="status")
        with Horizontal(id="panes"):
            yield Pane(SHOWN, id="history", classes="history", focusable=False)
            yield Pane(MADE_UP, id="teaching", classes="teaching", focusable=False)
            yield Pane("PREDICT", id="question", classes="question", focusable=False)
            yield Pane(DOCUMENT, id="document", classes="history", focusable=False)
        yield Footer(Place.WALK)

    def on_mount(self) -> None:
        """Draw where the walker is."""
        self.draw()
        for pane in self.query(Pane):
            self.watch(pane, "scroll_y", self._name_forward, init=False)

    def take_in(self, _: Sequence[Event]) -> None:
        """Take in what another window answered; the place is this window's own."""
        self.walk.catch_up()
        self.draw(top=False)

    # Drawing.

    def draw(self, *, top: bool = True) -> None:
        """Draw the present beat; `top` shows it from its beginning."""
        walk = self.walk
        page = walk.page
        question = walk.question
        heading = walk_heading(walk, self.size.width)
        self.query_one("#heading", Static).update(heading, layout=False)
        self.query_one(Route).show(walk.pages, walk.index)
        self._draw_status()
        self._draw_footer()
        self.set_class(page.kind is PageKind.CONTRAST, "-modern")
        if question is not None:
            pane = self.query_one("#question", Pane)
            pane.border_title = "PREDICT" if question.prediction else "LOOK BACK"
            before = page.before if question.prediction else ()
            asked = question_content(question, walk.chosen(question), before)
            pane.show(asked, top=top, room=self._room(1))
        else:
            self._draw_sides(top=top)
        if self._beside:
            self._draw_document(top=top)
        self._draw_panes()
        self.call_after_refresh(self._name_forward)

    def _unread(self) -> list[Pane]:
        """Return the panes of which something stands below.

        The document and the list of all that is known at the end are read at will.
        """
        if self.walk.page.kind is PageKind.END:
            return []
        return [pane for pane in self.query(Pane) if pane.unread and pane.id != "document"]

    def _name_forward(self) -> None:
        """Say on the footer whether Enter shows more, or goes on."""
        word = "more" if self._unread() else "on"
        self.query_one(Footer).at(self.PLACE, {"screen.forward": word})

    def _draw_panes(self) -> None:
        """Show the panes of this beat, and no others.

        Asked of each pane, since a class on the screen would style every widget of it anew.
        """
        shown = {"question"} if self.walk.question is not None else set(self._sides())
        if self.has_class(NARROW) and len(shown) > 1:
            shown = {self._side}
        if self._beside:
            shown.add("document")
        for pane in self.query(Pane):
            pane.display = pane.id in shown

    def _draw_document(self, *, top: bool) -> None:
        """Draw the document beside, on a new page from the first words that are lit."""
        scenario, page = self.walk.scenario, self.walk.page
        panes = 1 if self.walk.question is not None else len(self._sides()) - 1
        pane = self.query_one("#document", Pane)
        pane.show(document_content(scenario, page), top=top, room=self._room(panes))
        if top:
            pane.scroll_to_line(first_lit(scenario, page))

    @property
    def _beside(self) -> bool:
        """There is room for the document beside; on the cover it is not to be read yet."""
        return self.has_class(WIDE) and self.walk.page.kind is not PageKind.COVER

    def _draw_footer(self) -> None:
        """Show the keys that have something to do on this beat, and what is wrong."""
        footer = self.query_one(Footer)
        footer.without(*self._idle())
        footer.say("")
        footer.warn(self.walk.record.trouble)

    def _idle(self) -> list[str]:
        """Return the actions that have nothing to do on this beat."""
        page = self.walk.page
        idle = [] if page.sheets else ["screen.sheet"]
        if page.id not in LINE_PAGES:
            idle.append("screen.garbles")
        if page.id != Act.DELIVER:
            idle.append("screen.recipient")
        if self.walk.question is not None or len(self._sides()) == 1:
            idle.append("screen.side")
        if self.walk.question is not None:
            idle.append("screen.proof")
        return idle

    def _draw_sides(self, *, top: bool) -> None:
        """Draw evidence and exercise, and show the side that was in use."""
        page = self.walk.page
        both = bool(page.teaching and page.history)
        room = self._room(2 if both and not self.has_class(NARROW) else 1)
        if page.history:
            history = history_content(page.history, proof=self._proof)
            self.query_one("#history", Pane).show(history, top=top, room=room)
        if page.teaching:
            banner = self.walk.scenario.teaching.banner
            teaching = teaching_content(page.teaching, banner)
            self.query_one("#teaching", Pane).show(teaching, top=top, room=room)
        if self._side not in self._sides():
            self._side = self._sides()[0]
        self._show_side()

    def _sides(self) -> list[str]:
        """Return the panes that can be scrolled on this page, first to last."""
        page = self.walk.page
        sides = [name for name in ("history", "teaching") if getattr(page, name)]
        return [*sides, "document"] if self._beside else sides

    def _room(self, panes: int) -> Size:
        """Return the room for a text beside so many panes, as the style sheet lays them out."""
        panes += self._beside
        bare = self._status_page().status is None
        rows = 0 if bare else self._status_rows
        footer = self.query_one(Footer).rows
        height = self.size.height - rows - footer - 2
        return Size(self.size.width // panes, height) - FRAME

    def _show_side(self) -> None:
        """Put the side in use in front; on narrow screens the other one is behind it."""
        page = self.walk.page
        own = EXERCISE if self.walk.scenario.teaching.procedure.pinned else MADE_UP
        lesson = MODERN if page.kind is PageKind.CONTRAST else own
        both = bool(page.teaching and page.history)
        narrow = both and self.has_class(NARROW)
        titles = {
            "history": (SHOWN, lesson),
            "teaching": (lesson, SHOWN),
            "document": (DOCUMENT, ""),
        }
        for name, (title, other) in titles.items():
            here = "▸ " if name == self._side and len(self._sides()) > 1 and not narrow else ""
            pane = self.query_one(f"#{name}", Pane)
            pane.border_title = f"{title}  ⇥ {other}" if narrow and other else f"{here}{title}"

    def _draw_status(self) -> None:
        """Draw where the message is, on as many lines as that takes: nothing of it is cut off."""
        status = self._status_page().status
        static = self.query_one("#status", Static)
        static.display = status is not None
        if status is None:
            return
        content = status_content(status)
        rows = len(content.wrap(max(self.size.width - 2, 1)))
        if rows != self._status_rows:
            self._status_rows = rows
            static.styles.height = rows
        static.update(content, layout=False)

    def _status_page(self) -> Page:
        """Return the page whose outcome holds now."""
        walk = self.walk
        before = walk.beat is Beat.PREDICT and walk.index
        return walk.pages[walk.index - 1] if before else walk.page

    def on_resize(self) -> None:
        """Keep place and side at another size."""
        self.call_after_refresh(self.draw, top=False)

    # What keys do.

    def _stepped(self, moved: bool, otherwise: str) -> None:  # noqa: FBT001
        """Draw after a step, or say why there was none."""
        if moved:
            self.draw()
        else:
            self.query_one(Footer).say(otherwise)

    def action_forward(self) -> None:
        """Show more of this page where it goes on below; else go on."""
        unread = self._unread()
        for pane in unread:
            pane.scroll_by("pagedown")
        if not unread:
            self.action_past()

    def action_past(self) -> None:
        """Go on."""
        self._stepped(self.walk.forward(), "This is the last page. q goes home, ⌫ goes back.")

    def action_back(self) -> None:
        """Go back."""
        self._stepped(self.walk.back(), "This is the first page. Enter goes on.")

    def action_answer(self, key: str) -> None:
        """Answer the question that is asked."""
        if self.walk.answer(key) is not None:
            self.draw(top=False)
            # What is said to the answer may stand below the window of a small terminal.
            self.query_one("#question", Pane).scroll_end(animate=False)

    def action_side(self) -> None:
        """Go to the other side, or on wide screens through the panes."""
        sides = self._sides()
        if self.walk.question is None and len(sides) > 1:
            place = sides.index(self._side) if self._side in sides else 0
            self._side = sides[(place + 1) % len(sides)]
            self._show_side()
            self._draw_panes()
            self.call_after_refresh(self._name_forward)

    def action_scroll(self, key: str) -> None:
        """Scroll the question, or the side that is marked."""
        pane = self.query_one("#question" if self.walk.question else f"#{self._side}", Pane)
        pane.scroll_by(key)

    def action_proof(self) -> None:
        """Show or hide quotes, sources and doubts."""
        self._proof = not self._proof
        self.draw(top=False)

    def action_garbles(self) -> None:
        """Make the line worse, or good again."""
        self.walk.next_garbles()
        self._changed(f"{line_sentence(self.walk.run)} See the stations after the line.")

    def action_recipient(self) -> None:
        """Choose the other final recipient."""
        self._changed(recipient_sentence(self.walk.next_recipient()))

    def action_clock(self) -> None:
        """Simulated times on or off."""
        self.walk.set_clock(on=not self.walk.progress.choices.clock)
        on = self.walk.progress.choices.clock
        self._changed("Simulated times are shown." if on else "Simulated times are hidden.")

    def _changed(self, sentence: str) -> None:
        """Draw after a choice, and say what it did."""
        self.draw(top=False)
        self.query_one(Footer).say(sentence)

    def action_document(self) -> None:
        """Read the document with the words of this page lit."""
        walk = self.walk
        content = document_content(walk.scenario, walk.page)
        line = first_lit(walk.scenario, walk.page)
        self.app.push_screen(ReadingScreen("THE DOCUMENT, to the letter", content, line=line))

    def action_map(self) -> None:
        """See who can read what where."""
        width = self.size.width - 4
        content = map_content(self.walk.run, self.walk.page.id, width)
        self.app.push_screen(ReadingScreen("WHO CAN READ WHAT, WHERE", content))

    def action_copies(self) -> None:
        """See the numbered copies."""
        self.app.push_screen(ReadingScreen("THE COPIES", copies_content(self.walk.run)))

    def action_glossary(self) -> None:
        """Read what the words mean."""
        content = glossary_content(self.walk.scenario)
        self.app.push_screen(ReadingScreen("WHAT THE WORDS MEAN", content))

    def action_sheet(self) -> None:
        """Play the clerk's sheet of this station."""
        sheet = self.walk.next_sheet
        drill = None if sheet is None else self.walk.drill(sheet)
        if sheet is None or drill is None:
            self.query_one(Footer).say("There is no clerk's sheet at this station.")
            return
        self.app.push_screen(SheetScreen(self.walk, sheet, drill), lambda _: self.draw())

    def action_copy(self) -> None:
        """Copy what this page shows."""
        names = ("question",) if self.walk.question is not None else ("history", "teaching")
        text = "\n\n".join(self.query_one(f"#{name}", Pane).text for name in names)
        self.app.copy_to_clipboard(text)
        self.query_one(Footer).say("This page is copied.")

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss()

    def on_route_wanted(self, message: Route.Wanted) -> None:
        """Go to a page that was clicked on the route."""
        self.go_to(message.page)

    def go_to(self, page: str) -> None:
        """Go to a page by name."""
        if self.walk.go(page):
            self.draw()

    def commands(self) -> list[tuple[str, str, Callable[[], None]]]:
        """Return the pages as commands for the palette.

        The palette reads its texts as markup, so no text of a scenario is given to it: an id is
        letters, figures and dashes.
        """
        of = len(self.walk.pages)
        return [
            (f"Go to: {page.id}", f"Page {number} of {of}", partial(self.go_to, page.id))
            for number, page in enumerate(self.walk.pages, 1)
        ]

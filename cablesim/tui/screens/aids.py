"""What is looked up beside an exercise: the document, the claims, the words, the practice book."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from cablesim.lessons.lines import shown
from cablesim.lessons.lookup import ALL_CLAIMS, asked_for, book_lines
from cablesim.lessons.page import Page, PageKind
from cablesim.lessons.session import Session
from cablesim.scenario.exercise import BookTask
from cablesim.scenario.scenario import Scenario
from cablesim.tui.atlas import document_content, glossary_content
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import TEACHING, joined, words
from cablesim.tui.paint import history_content
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

# The document is shown without any page's words lit.
_UNLIT = Page("", PageKind.END, "", rests_on_gap=False, history=(), teaching=(), questions=())

OF_THIS_PAGE = "What this page rests on"


def aids_for(session: Session) -> list[str]:
    """Return the names of the actions that look up what an exercise is done with."""
    task = session.exercise.task
    if isinstance(task, BookTask):
        return ["screen.book"] if task.codes else []
    drawn = session.drawn
    return ["screen.document"] if drawn.scenario.document.lines and not drawn.banner else []


class AidedScreen(Screen[None]):
    """A screen beside which things are looked up, in one scenario, with one key each."""

    CLAIMS_HERE = OF_THIS_PAGE

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self.scenario = scenario

    def action_document(self) -> None:
        """Read the document to the letter."""
        content = document_content(self.scenario, _UNLIT)
        self.app.push_screen(ReadingScreen("THE DOCUMENT, to the letter", content))

    def action_glossary(self) -> None:
        """Read what the words mean."""
        content = glossary_content(self.scenario)
        self.app.push_screen(ReadingScreen("WHAT THE WORDS MEAN", content))

    def claims_here(self) -> tuple[str, ...]:
        """Return the names of the claims on which what is read here rests, where that is told."""
        return ()

    def action_claims(self) -> None:
        """Read every claim with its standing and proof, those of what is read here first."""
        evidence = self.scenario.evidence
        every = [shown(evidence, claim) for claim in evidence.claims]
        content = history_content(every, proof=True)
        own = [shown(evidence, evidence.claim(name)) for name in self.claims_here()]
        if own:
            here = history_content(own, proof=True)
            parts = [words(self.CLAIMS_HERE, "bold"), here, words(ALL_CLAIMS, "bold"), content]
            content = joined(parts, "\n\n")
        self.app.push_screen(ReadingScreen("WHAT CAN BE SHOWN", content))

    def action_book(self) -> None:
        """Look something up in the practice book."""
        self.app.push_screen(LookupScreen(self.scenario))


class LookupScreen(Screen[None]):
    """The practice book: a word or a group is typed, its entries are there."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.LOOKUP))
    DEFAULT_CSS = """
    LookupScreen #band { height: auto; padding: 0 1; background: $panel; }
    LookupScreen Input { margin: 0 1; }
    LookupScreen Pane { width: 100%; height: 1fr; border: double $accent; padding: 0 1; }
    """
    AUTO_FOCUS = "Input"
    PLACE = Place.LOOKUP
    HELP = "The practice book, made up: type the beginning of a word or of a group."

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._scenario = scenario

    def compose(self) -> ComposeResult:
        """Show the band, the field, the entries."""
        yield Static(words(self._scenario.teaching.banner, TEACHING), id="band")
        yield Input(placeholder="a word, or a group: KOREA, 0417", compact=True)
        yield Pane("THE PRACTICE BOOK · made up", id="book", focusable=False)
        yield Footer(Place.LOOKUP)

    def on_mount(self) -> None:
        """Say what the book is."""
        self._show("")

    def _show(self, wanted: str) -> None:
        """Show the entries that begin so."""
        lines = book_lines(self._scenario.teaching.book, asked_for(wanted))
        self.query_one(Pane).show(words("\n".join(lines)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look up as somebody types."""
        self._show(event.value)

    def action_leave(self) -> None:
        """Go back to the exercise."""
        self.dismiss()

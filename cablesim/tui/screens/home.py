"""Home: the scenarios, how long they take, where you stopped; one key goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cablesim.errors import CablesimError
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.wanted import WritingWanted
from cablesim.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.entry import Event
    from cablesim.lessons.library import Binder
    from cablesim.scenario.course import Course
    from cablesim.scenario.listing import Card
    from cablesim.tui.desk import Desk

WELCOME = (
    "Follow one real ciphered telegram from its signature to its readers.",
    (
        "On one side what can be shown, with its proof. On the other a teaching cipher, made up; "
        "nobody knows which cipher carried the telegram."
    ),
)


class HomeScreen(Screen[None]):
    """The scenarios at hand."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.HOME))
    DEFAULT_CSS = """
    HomeScreen #welcome { height: auto; padding: 1 2 0 2; }
    HomeScreen OptionList { height: 1fr; margin: 1 1 0 1; border: round $primary; padding: 0 1; }
    HomeScreen OptionList:focus { border: round $primary; }
    """
    AUTO_FOCUS = "OptionList"
    PLACE = Place.HOME
    HELP = "Home: choose a scenario with the arrow keys; Enter opens it where you stopped."

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """Show the welcome, the scenarios, the keys."""
        yield Static(self._welcome(), id="welcome")
        yield OptionList(*self._options())
        yield Footer(Place.HOME)

    def on_mount(self) -> None:
        """Name the list."""
        self.query_one(OptionList).border_title = "SCENARIOS"
        self.query_one(Footer).say(self._desk.record.notice)
        self.query_one(Footer).warn(self._desk.record.trouble)

    def on_screen_resume(self) -> None:
        """Show anew where the walker stopped, and where the course stands."""
        self.query_one("#welcome", Static).update(self._welcome())
        self.query_one(Footer).warn(self._desk.record.trouble)
        options = self.query_one(OptionList)
        place = options.highlighted or 0
        options.clear_options()
        options.add_options(self._options())
        options.highlighted = place if self._desk.cards else None

    def take_in(self, _: Sequence[Event]) -> None:
        """Show anew where things stand after another window's work."""
        self.on_screen_resume()

    def _welcome(self) -> Content:
        """Return what the program is, and where the course stands once it was begun."""
        course = self._desk.course_stands()
        lines = [words("cablesim", "bold $primary"), *map(words, WELCOME)]
        return joined([*lines, words(course, "bold")] if course else lines)

    def _options(self) -> list[Option]:
        """Return the scenarios as options."""
        return [Option(self._card(card)) for card in self._desk.cards]

    def _card(self, card: Card) -> Content:
        """Return one scenario: title, facts, where the walker stopped."""
        facts = f"{card.id} · {card.minutes} minutes · {card.language} · version {card.version}"
        return joined(
            [words(card.title, "bold"), words(facts, QUIET), words(self._desk.stopped_at(card.id))]
        )

    def _chosen(self) -> Card | None:
        """Return the scenario under the cursor."""
        place = self.query_one(OptionList).highlighted
        return None if place is None else self._desk.cards[place]

    def on_option_list_option_selected(self) -> None:
        """Open the scenario that was chosen with Enter or the mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Open the scenario where the walker stopped."""
        self._open(anew=False)

    def action_systems(self) -> None:
        """Go to the teaching systems."""
        from cablesim.tui.screens.systems import SystemsScreen

        self.app.push_screen(SystemsScreen(self._desk))

    def action_studio(self) -> None:
        """Write in the files of the scenario under the cursor."""
        card = self._chosen()
        if card is not None:
            self.post_message(WritingWanted(card.path))

    def action_exercises(self) -> None:
        """List the exercises of the scenario under the cursor."""
        card = self._chosen()
        if card is None:
            return
        from cablesim.tui.screens.exercises import ExercisesScreen
        from cablesim.tui.screens.loading import load_then

        def show(binder: Binder) -> None:
            self.app.push_screen(ExercisesScreen(self._desk, binder))

        load_then(self, lambda: self._desk.library.binder(card.path), show, "the exercises")

    def action_lessons(self) -> None:
        """List the lessons of the course."""
        from cablesim.tui.screens.lessons import LessonsScreen
        from cablesim.tui.screens.loading import load_then

        def show(course: Course) -> None:
            self.app.push_screen(LessonsScreen(self._desk, course))

        load_then(self, self._desk.library.course, show, "the course")

    def action_review(self) -> None:
        """Go to today's review."""
        from cablesim.tui.screens.review import open_review

        open_review(self, self._desk)

    def action_progress(self) -> None:
        """See what is done and due, and what you seem to have."""
        from cablesim.tui.screens.progress import open_progress

        open_progress(self, self._desk)

    def begin(self, choice: str | None) -> None:
        """Go on after the first run with what was chosen there."""
        from cablesim.lessons.whereabouts import welcomed

        welcomed(self._desk.record)
        match choice:
            case "1":
                self.action_open()
            case "2":
                self.action_lessons()
            case "3":
                self.action_exercises()
            case "4":
                self.action_systems()
            case _:
                pass

    def action_again(self) -> None:
        """Begin the scenario again."""
        self._open(anew=True)

    def _open(self, *, anew: bool) -> None:
        """Open the walk, or show what is wrong with the scenario."""
        card = self._chosen()
        if card is None:
            return
        try:
            walk = self._desk.walk(card.path)
        except CablesimError as error:
            from cablesim.tui.screens.reading import ReadingScreen

            self.app.push_screen(ReadingScreen("THIS SCENARIO CANNOT BE OPENED", words(str(error))))
            return
        from cablesim.tui.screens.walk import WalkScreen

        if anew:
            walk.again()
        self.app.push_screen(WalkScreen(walk))

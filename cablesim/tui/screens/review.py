"""Today's review: at most ten exercises, one after another, and it ends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.review import Review
from cablesim.lessons.session import Session
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.entry import Event
    from cablesim.tui.desk import Desk

ABOUT = (
    "What you did comes back, in a fresh variant where there is one; sure and wrong comes first."
)


class ReviewScreen(Screen[None]):
    """The items of today; between two of them, and at the end, this screen says how it stands."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.REVIEW))
    DEFAULT_CSS = """
    ReviewScreen Pane { height: 1fr; border: round $primary; padding: 0 1; }
    """
    AUTO_FOCUS = ""
    PLACE = Place.REVIEW
    HELP = "The review: at most ten a day, then it ends. What is not done waits; nothing piles up."

    def __init__(self, desk: Desk, books: Workbooks, *, going_on: bool = False) -> None:
        super().__init__()
        self._going_on = going_on
        self._desk = desk
        self._books = books
        self._review = Review(desk.record, books)

    def compose(self) -> ComposeResult:
        """Show what there is today."""
        yield Pane("TODAY'S REVIEW", id="review", focusable=False)
        yield Footer(Place.REVIEW)

    def on_mount(self) -> None:
        """Say what there is; what was cut off goes on at once."""
        went(self._desk.record, Whereabouts(Spot.REVIEW))
        self._draw()
        if self._going_on and self._left:
            self.call_after_refresh(self.action_forward)

    @property
    def _left(self) -> int:
        """How many are left for today."""
        return len(self._review.left())

    @property
    def _count(self) -> int:
        """How many today has, with those that are done; a break changes nothing of it."""
        return self._review.done() + self._left

    def _draw(self) -> None:
        """Say how many are left, or that it has ended."""
        self.query_one(Footer).warn(self._desk.record.trouble)
        left = self._review.left()
        if not left:
            end = words(self._review.end(), "bold")
            content = joined([end, words("Enter goes back.", QUIET)])
        else:
            done = self._review.done()
            begun = f"{self._review.so_far()}. " if done else ""
            items = [words(f"  {due.task.title} · {due.task.skill}") for due in left]
            content = joined(
                [
                    words(f"{begun}{len(left)} to do today.", "bold"),
                    words(ABOUT, QUIET),
                    *items,
                    words("Enter begins the first of them; q leaves, and they wait."),
                ]
            )
        self.query_one(Pane).show(content)

    def take_in(self, _: Sequence[Event]) -> None:
        """Say anew what is left after another window's work."""
        self._draw()

    def action_forward(self) -> None:
        """Do the next item; at the end, leave."""
        from cablesim.tui.screens.exercise import ExerciseScreen

        sitting = self._review.sitting()
        if sitting is None:
            self.action_leave()
            return
        went(self._desk.record, Whereabouts(Spot.REVIEW, asked=sitting.task.exercise))
        place = f"{self._review.done() + 1} of {self._count}"
        screen = ExerciseScreen(Session(self._books, sitting), place)
        self.app.push_screen(screen, lambda _: self._back(left=screen.left))

    def _back(self, *, left: bool) -> None:
        """Go on with the next item, or wait where the learner left."""
        if not left and self._left:
            self.action_forward()
            return
        went(self._desk.record, Whereabouts(Spot.REVIEW))
        self._draw()

    def action_leave(self) -> None:
        """Leave; what is left waits."""
        went(self._desk.record, Whereabouts())
        self.dismiss()


def open_review(screen: Screen[None], desk: Desk, *, going_on: bool = False) -> None:
    """Load what the record tells of, then open the review over a screen.

    `going_on` begins with the next item at once.
    """
    from cablesim.lessons.catalogue import catalogue_at_hand
    from cablesim.tui.screens.loading import load_then

    events = desk.record.events()
    load_then(
        screen,
        lambda: catalogue_at_hand(events),
        lambda books: screen.app.push_screen(ReviewScreen(desk, books, going_on=going_on)),
        "the review",
    )

"""The check of a lesson: does somebody know it already? It ends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from cablesim.lessons.knowing import ABOUT, Check, questions
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.text.visible import visible_line
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.entry import Event
    from cablesim.lessons.session import Session
    from cablesim.scenario.course import Course, Lesson
    from cablesim.tui.desk import Desk


class CheckScreen(Screen[None]):
    """The questions of a check; between two of them, and at the end, it says how things stand."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.CHECK))
    DEFAULT_CSS = """
    CheckScreen Pane { height: 1fr; border: round $primary; padding: 0 1; }
    """
    AUTO_FOCUS = ""
    PLACE = Place.CHECK
    HELP = "The check of a lesson: all right at once, and you may pass it by. It locks nothing."

    def __init__(
        self,
        desk: Desk,
        course: Course,
        lesson: Lesson,
        *,
        cut_off: bool = False,
        asked: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._course = course
        binder = desk.library.of_course(course)
        self._check = Check(desk.record, binder, course, lesson, cut_off=cut_off)
        self._asked = asked

    def compose(self) -> ComposeResult:
        """Show the lesson."""
        yield Pane("DO YOU KNOW IT ALREADY?", id="check", focusable=False)
        yield Footer(Place.CHECK)

    def on_mount(self) -> None:
        """Say what will be asked; a question that was cut off is there again at once."""
        self._arrive()
        self._draw()
        if self._asked:
            self.call_after_refresh(self._ask, self._check.left())

    def _arrive(self, *, asked: str = "") -> None:
        """Keep that the learner is here, or at a question of it."""
        there = Whereabouts(Spot.CHECK, self._course.id, self._check.lesson.id, asked)
        went(self._desk.record, there)

    def _draw(self) -> None:
        """Say how many are right at once, or how it ended."""
        self.query_one(Footer).warn(self._desk.record.trouble)
        check = self._check
        title = words(visible_line(check.lesson.title), "bold")
        if check.over:
            content = joined([title, words(check.end(), "bold"), words("Enter goes back.", QUIET)])
        else:
            done = f"{check.done} of {check.count} right at once. " * bool(check.done)
            content = joined(
                [
                    title,
                    words(f"{done}{questions(check.count - check.done)} to come.", "bold"),
                    words(ABOUT, QUIET),
                    words("Enter begins the next; q leaves."),
                ]
            )
        self.query_one(Pane).show(content)

    def take_in(self, _: Sequence[Event]) -> None:
        """Say anew how things stand after another window's work."""
        self._draw()

    def action_forward(self) -> None:
        """Ask the next question; at the end, leave."""
        session = self._check.session()
        if session is None:
            self.action_leave()
        else:
            self._ask(session)

    def _ask(self, session: Session | None) -> None:
        """Put a question, where there is one."""
        from cablesim.tui.screens.checked import CheckedScreen

        if session is not None:
            self._arrive(asked=session.exercise.id)
            place = f"{self._check.done + 1} of {self._check.count}"
            screen = CheckedScreen(session, place)
            self.app.push_screen(screen, lambda _: self._back(left=screen.left))

    def _back(self, *, left: bool) -> None:
        """Go on with the next question, or say how it stands."""
        if not left and not self._check.over:
            self.action_forward()
            return
        self._arrive()
        self._draw()

    def action_leave(self) -> None:
        """Leave; what was done is on the record."""
        went(self._desk.record, Whereabouts())
        self.dismiss()

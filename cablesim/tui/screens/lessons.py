"""The lessons of a course, with where the learner stands in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cablesim.lessons.course import Study
from cablesim.scenario.course import Section
from cablesim.text.visible import visible_line
from cablesim.tui.keys import Place, bindings
from cablesim.tui.lesson_paint import lesson_content
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.entry import Event
    from cablesim.scenario.course import Course
    from cablesim.tui.desk import Desk


class LessonsScreen(Screen[None]):
    """The course: nothing is locked, any lesson may be opened."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.LESSONS))
    DEFAULT_CSS = """
    LessonsScreen #about { height: auto; padding: 0 2; }
    LessonsScreen OptionList { height: 1fr; margin: 0 1; border: round $primary; padding: 0 1; }
    LessonsScreen OptionList:focus { border: round $primary; }
    """
    AUTO_FOCUS = "OptionList"
    PLACE = Place.LESSONS
    HELP = "The lessons of the course: Enter opens one where you left it; none is locked."

    def __init__(self, desk: Desk, course: Course) -> None:
        super().__init__()
        self._desk = desk
        self._course = course

    def compose(self) -> ComposeResult:
        """Show what the course is, and its lessons."""
        course = self._course
        title = f"{visible_line(course.title)} · about {course.minutes} minutes in all"
        about = visible_line(" ".join(course.about.split()))
        yield Static(joined([words(title, "bold"), words(about, QUIET)]), id="about")
        yield OptionList()
        yield Footer(Place.LESSONS)

    def on_mount(self) -> None:
        """Show the lessons, the one to go on with under the cursor."""
        options = self.query_one(OptionList)
        options.border_title = "LESSONS"
        options.border_subtitle = "□ new  ◐ begun  ■ read"
        self._show(self._going_on)

    @property
    def _going_on(self) -> int:
        """The place of the lesson to go on with: the present one, or the next if it is read."""
        study = Study(self._course, self._desk.record)
        if study.lesson is None:
            return 0
        place = self._course.lessons.index(study.lesson)
        read = study.page.section is Section.NEXT
        return min(place + read, len(self._course.lessons) - 1)

    def on_screen_resume(self) -> None:
        """Show anew where the learner stands."""
        options = self.query_one(OptionList)
        if options.option_count:
            self._show(options.highlighted or 0)

    def take_in(self, _: Sequence[Event]) -> None:
        """Show anew where things stand after another window's work."""
        self.on_screen_resume()

    def _show(self, place: int) -> None:
        """Show the lessons."""
        self.query_one(Footer).warn(self._desk.record.trouble)
        standings = Study(self._course, self._desk.record).standings()
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            [Option(lesson_content(number, each)) for number, each in enumerate(standings, 1)]
        )
        options.highlighted = place

    def on_option_list_option_selected(self) -> None:
        """Open the lesson that was chosen with Enter or the mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Open the lesson under the cursor."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            from cablesim.tui.screens.lesson import LessonScreen

            lesson = self._course.lessons[place]

            def back(_: None) -> None:
                self._show(self._going_on)

            self.app.push_screen(LessonScreen(self._desk, self._course, lesson), back)

    def action_check(self) -> None:
        """Ask whether the lesson under the cursor is known already."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            from cablesim.tui.screens.knowing import CheckScreen

            lesson = self._course.lessons[place]
            self.app.push_screen(CheckScreen(self._desk, self._course, lesson))

    def action_exercises(self) -> None:
        """List all exercises of the course."""
        from cablesim.tui.screens.exercises import ExercisesScreen

        binder = self._desk.library.of_course(self._course)
        self.app.push_screen(ExercisesScreen(self._desk, binder))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

"""A lesson page by page: words, a worked example, questions, exercises, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from cablesim.errors import CablesimError
from cablesim.lessons.attempts import Outcome, attempts_of, resumed
from cablesim.lessons.course import Study
from cablesim.lessons.page import Question
from cablesim.lessons.reading import Covered, Reading
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.scenario.exercise import Exercise
from cablesim.text.visible import visible_line
from cablesim.tui.keys import Place, bindings
from cablesim.tui.lesson_paint import MORE, asked_line, page_content, todo_hint, todo_word
from cablesim.tui.letters import QUIET, TEACHING, joined, words
from cablesim.tui.screens.aids import AidedScreen
from cablesim.tui.widgets.entry import EntryField
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.entry import Event
    from cablesim.scenario.course import Course, Lesson
    from cablesim.tui.desk import Desk


class LessonScreen(AidedScreen):
    """One reader in one lesson; every page turned is on the record.

    `cut_off` is where the reader was, if the lesson opens again by itself.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.LESSON))
    DEFAULT_CSS = """
    LessonScreen #heading { height: auto; padding: 0 1; background: $panel; }
    LessonScreen Pane { width: 100%; height: 1fr; border: double $accent; padding: 0 1; }
    LessonScreen #todo { height: auto; padding: 0 2; }
    LessonScreen Input { margin: 0 1; }
    """
    AUTO_FOCUS = ""
    PLACE = Place.LESSON
    HELP = "A lesson: Enter does what there is to do and goes on; → goes past it; q leaves."

    def __init__(
        self, desk: Desk, course: Course, lesson: Lesson, cut_off: Whereabouts | None = None
    ) -> None:
        super().__init__(course.scenario)
        self._desk = desk
        self._course = course
        study = Study(course, desk.record)
        if cut_off is None or study.lesson is not lesson:
            # What was cut off stands on its page, be it the last.
            study.open(lesson)
        desk.library.of_course(course).keep(desk.record)
        self.reading = Reading(study)
        self.reading.refresh()
        self._said = ""
        self._asked = "" if cut_off is None else cut_off.asked

    def compose(self) -> ComposeResult:
        """Lay out heading, page, the field for covered cells, keys."""
        yield Static(id="heading")
        yield Pane("LESSON", id="page", focusable=False)
        yield Static(id="todo")
        yield EntryField(placeholder="what stands there?", compact=True)
        yield Footer(Place.LESSON, more=True)

    def on_mount(self) -> None:
        """Draw the page; an exercise that was cut off is there again at once."""
        self._arrive()
        self.draw()
        left = self._left_open()
        if left is not None:
            self.call_after_refresh(self._do, left)
        self.watch(self.query_one(Pane), "scroll_y", self._draw_todo, init=False)

    def _arrive(self, asked: str = "") -> None:
        """Keep that the reader is here, or at an exercise of the lesson."""
        there = Whereabouts(Spot.LESSON, self._course.id, self.reading.lesson.id, asked)
        went(self._desk.record, there)

    def _left_open(self) -> Exercise | None:
        """Return the exercise that was cut off, if a variant of it is open."""
        attempts = attempts_of(self._desk.record.events(self._course.id))
        begun = resumed(attempts, (self._course.id, self._asked)) is not None
        return self._course.exercises.named(self._asked) if begun else None

    def take_in(self, _: Sequence[Event]) -> None:
        """Take in what another window answered and did; the page is this window's own."""
        self.reading.study.catch_up()
        self.reading.refresh()
        self.draw(top=False)

    def draw(self, *, top: bool = True) -> None:
        """Draw the page as it stands; `top` shows it from its beginning."""
        reading = self.reading
        page, lesson = reading.page, reading.lesson
        place = f"Lesson {reading.number} of {len(self._course.lessons)}: "
        heading = words(f"{place}{visible_line(lesson.title)}", "bold")
        banner = words(visible_line(self.scenario.teaching.banner), TEACHING)
        self.query_one("#heading", Static).update(joined([heading, banner]))
        pane = self.query_one(Pane)
        number = reading.study.pages.index(page) + 1
        pane.border_title = f"{page.title} · {number}/{len(reading.study.pages)}"
        pane.show(page_content(reading, self.size.width - 4), top=top)
        covered = isinstance(reading.todo, Covered)
        field = self.query_one(Input)
        field.display = covered
        if covered:
            field.focus()
        else:
            self.set_focus(None)
        # The field may have come or gone, so the page has another height by then.
        self.call_after_refresh(self._in_sight)
        self._draw_todo()

    def _in_sight(self) -> None:
        """Show the line of a worked example that is asked for, and say what stands out of sight."""
        pane = self.query_one(Pane)
        line = asked_line(pane.text)
        if isinstance(self.reading.todo, Covered) and line is not None:
            pane.keep_in_sight(line)
        pane.tell(up=True, down=True)
        self._draw_todo()

    @property
    def _unread(self) -> bool:
        """Something of the page stands below the window, and no line of it is asked for."""
        return self.query_one(Pane).unread and not isinstance(self.reading.todo, Covered)

    def _draw_todo(self) -> None:
        """Say what Enter does, after what was just said."""
        hint = MORE if self._unread else todo_hint(self.reading)
        text = " ".join(filter(None, (self._said, hint)))
        self.query_one("#todo", Static).update(words(visible_line(text), QUIET))
        footer = self.query_one(Footer)
        word = "more" if self._unread else todo_word(self.reading)
        footer.at(self.PLACE, {"screen.forward": word})
        footer.warn(self._desk.record.trouble)
        footer.say("")

    def on_resize(self) -> None:
        """Keep the place at another size."""
        self.call_after_refresh(self.draw, top=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Uncover a line, what was written or not."""
        covered = self.reading.todo
        if isinstance(covered, Covered):
            self._open_line(covered, event.value)

    def _open_line(self, covered: Covered, answer: str) -> None:
        """Uncover a line and show it, and the next; the last are followed by the result."""
        self._said = self.reading.uncover(covered, answer)
        self.draw(top=False)
        if not isinstance(self.reading.todo, Covered):
            self.query_one(Pane).scroll_end(animate=False)

    def action_forward(self) -> None:
        """Show more of the page where it goes on below; else do what there is to do, or go on."""
        if self._unread:
            self.query_one(Pane).scroll_by("pagedown")
            return
        self._said = ""
        match self.reading.todo:
            case None:
                self._turn()
            case Exercise() as exercise:
                self._do(exercise)
            case Question():
                self.reading.go_past()
                self.draw(top=False)
                self.query_one(Pane).scroll_end(animate=False)
            case Covered() as covered:
                self._open_line(covered, "")

    def _turn(self) -> None:
        """Go to the next page or lesson."""
        if not self.reading.forward():
            self.query_one(Footer).say("That was the last lesson. q leaves, ⌫ goes back.")
            return
        self._arrive()
        self.draw()

    def _do(self, exercise: Exercise) -> None:
        """Open an exercise of this page; one that fades begins with its second step."""
        from cablesim.tui.screens.exercise import ExerciseScreen

        binder = self._desk.library.of_course(self._course)
        try:
            session = binder.session(self._desk.record, exercise.id, first=1)
        except CablesimError as error:
            self.reading.did(exercise.id)
            self.query_one(Footer).say(str(error))
            return

        self._arrive(exercise.id)
        screen = ExerciseScreen(session, within=True)

        def back(_: None) -> None:
            self._said = ""
            outcome = screen.session.attempt.outcome
            if outcome is Outcome.GAVE_UP:
                self._said = "The answer was shown."
            elif outcome is Outcome.SKIPPED:
                self._said = "It is put off."
            elif not screen.left:
                self.reading.did(exercise.id)
            self.reading.refresh()
            self._arrive()
            self.draw(top=False)

        self.app.push_screen(screen, back)

    def claims_here(self) -> tuple[str, ...]:
        """Return what this page rests on."""
        found = (name for block in self.reading.page.words for name in block.claims)
        return tuple(dict.fromkeys(found))

    def action_past(self) -> None:
        """Go past what there is to do, or on."""
        self._said = ""
        if self.reading.todo is None:
            self._turn()
            return
        self.reading.go_past()
        self.draw(top=False)

    def action_back(self) -> None:
        """Go back one page."""
        self._said = ""
        if self.reading.study.back():
            self.draw()
        else:
            self.query_one(Footer).say("This is the beginning of the lesson. Enter goes on.")

    def action_answer(self, key: str) -> None:
        """Answer the question that is asked."""
        question = self.reading.todo
        if isinstance(question, Question) and self.reading.study.answer(question, key) is not None:
            self.draw(top=False)
            self.query_one(Pane).scroll_end(animate=False)

    def action_scroll(self, key: str) -> None:
        """Scroll the page."""
        self.query_one(Pane).scroll_by(key)

    def action_leave(self) -> None:
        """Leave the lesson; the place is kept."""
        went(self._desk.record, Whereabouts())
        self.dismiss()

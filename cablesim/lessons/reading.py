"""A lesson read page by page: what there is to do on a page, one thing after another.

Lines of a worked example are uncovered, questions answered, exercises done; nothing is locked. A
question passed over is on the record as an answer is; what else was passed over or uncovered here
is only for this reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from cablesim.lessons.course import Faded, LessonPage, Study, fits
from cablesim.lessons.page import Question
from cablesim.scenario.course import Lesson, Section
from cablesim.scenario.exercise import Exercise
from cablesim.systems.working import WorkedLine
from cablesim.text.visible import visible_line


@dataclass(frozen=True, slots=True)
class Covered:
    """A covered line of a worked example: the example, and which of its covered lines (from 0)."""

    faded: Faded
    place: int

    @property
    def line(self) -> WorkedLine:
        """The line."""
        return self.faded.covered[self.place]

    @property
    def column(self) -> str:
        """The name of the column whose cell is covered."""
        return self.faded.working.columns[-1]


Todo: TypeAlias = "Covered | Question | Exercise"


@dataclass(slots=True)
class Reading:
    """One reading of a lesson; `solved` are the exercises done, by id, `shown` those given up.

    Some of those done are `handed_in`, and so not solved.
    """

    study: Study
    solved: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    handed_in: frozenset[str] = frozenset()
    _uncovered: dict[str, int] = field(default_factory=dict)
    _passed: set[str] = field(default_factory=set)

    @property
    def page(self) -> LessonPage:
        """The present page."""
        return self.study.page

    @property
    def lesson(self) -> Lesson:
        """The present lesson."""
        return self.study.lesson or self.study.course.lessons[0]

    @property
    def number(self) -> int:
        """The number of the lesson, from 1."""
        return self.study.course.lessons.index(self.lesson) + 1

    @property
    def todo(self) -> Todo | None:
        """What is to be done next on this page, or None."""
        for faded in self.page.examples:
            done = self.uncovered(faded)
            if done < len(faded.covered):
                return Covered(faded, done)
        for question in self.page.questions:
            if self.study.chosen(question) is None and not self.passed(question):
                return question
        for exercise in self.page.exercises:
            if self._open(exercise):
                return exercise
        return None

    def _open(self, exercise: Exercise) -> bool:
        """Tell whether an exercise is to be done; one that looks back is done once more."""
        if self._mark(exercise.id) in self._passed:
            return False
        return self.page.section is Section.RECALL or exercise.id not in self.solved

    def _mark(self, exercise: str) -> str:
        """Return under which name an exercise of this page is passed over."""
        return f"{self.lesson.id}/{self.page.section}/{exercise}"

    def passed(self, question: Question) -> bool:
        """Tell whether a question was passed over without an answer."""
        return self.study.passed(question)

    def uncovered(self, faded: Faded) -> int:
        """Return how many covered lines of an example were uncovered."""
        return self._uncovered.get(faded.example.title, 0)

    def uncover(self, covered: Covered, answer: str) -> str:
        """Uncover a line, and say whether what was written is what stands there."""
        self._uncovered[covered.faded.example.title] = covered.place + 1
        cell, wrote = covered.line.cells[-1], visible_line(answer.strip())
        if not wrote:
            return f"{covered.column}: {cell}."
        if fits(covered.line, answer):
            return f"Yes: {cell}."
        means = self._means(covered, answer)
        if means and means == covered.line.cells[0]:
            return f"Yes: {wrote} is {means} too; here stands {cell}."
        named = f"; {wrote} is {means}" if means else ""
        return f"No, not {wrote}: it is {cell}{named}."

    def _means(self, covered: Covered, answer: str) -> str:
        """Return what a group stands for in the practice book, on a sheet by that book."""
        group = "".join(answer.split())
        if covered.faded.example.system or not group.isdecimal():
            return ""
        entry = self.study.course.scenario.teaching.book.entry_of(group)
        return "" if entry is None else entry.plain

    def go_past(self) -> None:
        """Pass over what there is to do next."""
        match self.todo:
            case Covered() as covered:
                self.uncover(covered, "")
            case Question() as question:
                self.study.go_past(question)
            case Exercise() as exercise:
                self.did(exercise.id)
            case None:
                pass

    def did(self, exercise: str) -> None:
        """Take an exercise for done on this page, solved or not."""
        self._passed.add(self._mark(exercise))

    def refresh(self) -> None:
        """Read from the record which exercises are done, and which were given up."""
        self.solved, self.shown = self.study.solved, self.study.shown
        self.handed_in = self.study.handed_in

    def following(self) -> Lesson | None:
        """Return the lesson after this one, or None after the last."""
        lessons = self.study.course.lessons
        return lessons[self.number] if self.number < len(lessons) else None

    def forward(self) -> bool:
        """Go to the next page, or into the next lesson; return False at the end of the course."""
        if self.study.forward():
            return True
        after = self.following()
        if after is None:
            return False
        self.study.open(after)
        return True

"""The scenarios and courses that a learner has open, each loaded once: exercises, words, pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cablesim.errors import CablesimError

if TYPE_CHECKING:
    from cablesim.lessons.catalogue import Workbooks
    from cablesim.lessons.record import Record
    from cablesim.lessons.session import Session
    from cablesim.lessons.shelf import Row
    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Binder:
    """The exercises of one scenario or course, ready to be drawn."""

    scenario: Scenario
    books: Workbooks
    path: Path

    def rows(self, record: Record) -> tuple[Row, ...]:
        """Return the exercises in order with where the learner stands today."""
        from cablesim.lessons.attempts import attempts_of
        from cablesim.lessons.days import calendar
        from cablesim.lessons.entry import now
        from cablesim.lessons.shelf import rows

        events = record.events(self.scenario.id)
        today = calendar([*(event.believed for event in events), now()]).today
        exercises = self.scenario.exercises.exercises
        pairs = zip(self.books.tasks(), exercises, strict=True)
        return rows(pairs, attempts_of(events), today)

    def session(
        self, record: Record, exercise: str, *, first: int = 0, number: int | None = None
    ) -> Session:
        """Sit down at an exercise by its id: where it was left, or at a variant by its number."""
        from cablesim.lessons.session import at, task_named

        task = task_named(self.books, self.scenario.id, exercise)
        session = at(record, self.books, task, first=first, number=number)
        self.keep(record)
        return session

    def keep(self, record: Record) -> None:
        """Keep on a record where this lies, so that review and progress find it."""
        from cablesim.lessons.folders import keep_folder

        keep_folder(record, self.scenario, self.path)


@dataclass(slots=True)
class Library:
    """What was loaded so far, by folder."""

    _binders: dict[Path, Binder] = field(default_factory=dict)
    _courses: dict[Path, Course] = field(default_factory=dict)

    def binder(self, path: Path) -> Binder:
        """Return the exercises of a scenario's or a course's folder."""
        if path not in self._binders:
            from cablesim.lessons.catalogue import Workbooks, loaded

            scenario, files = loaded(path)
            self._binders[path] = Binder(scenario, Workbooks([(scenario, files)]), path)
        return self._binders[path]

    def named(self, name: str) -> Binder:
        """Return the exercises of a scenario or course by its id or folder."""
        from cablesim.scenario.places import resolve_practice

        return self.binder(resolve_practice(name))

    def course(self, name: str = "") -> Course:
        """Return a course by its id or folder, the first that ships where none is named."""
        from cablesim.lessons.places import checked_marks
        from cablesim.scenario.course_loading import load_course
        from cablesim.scenario.places import course_folders, resolve_course

        shipped = course_folders()
        if not name and not shipped:
            raise CablesimError("no course was found; install cablesim again")
        path = resolve_course(name) if name else shipped[0]
        if path not in self._courses:
            self._courses[path] = load_course(path, checked_marks())
        return self._courses[path]

    def of_course(self, course: Course) -> Binder:
        """Return the exercises of a course that is open."""
        from cablesim.lessons.catalogue import Workbooks

        path = next(path for path, each in self._courses.items() if each is course)
        if path not in self._binders:
            scenario = course.practice
            self._binders[path] = Binder(scenario, Workbooks([(scenario, course.content)]), path)
        return self._binders[path]

"""A check of a lesson for somebody who knows it already: a few minutes, and it ends by itself.

Each skill of the lesson is asked for in fresh variants of its exercises, the last ones first, until
two were right at once: the sign of mastery, as everywhere (see `mastery`). The first that is not
right at once ends the check, since the lesson is the shorter way then. It locks nothing and opens
nothing, and what is done in it counts as all practice does.

Each question is kept with the name of the check that asked it, so a check that was left or cut off
goes on where it was; what is practised meanwhile is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablesim.lessons.attempts import Attempt, Folding, Outcome
from cablesim.lessons.library import Binder
from cablesim.lessons.mastery import IN_A_ROW
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, task_named
from cablesim.lessons.sitting import Sitting
from cablesim.scenario.course import Course, Lesson
from cablesim.scenario.exercise import Exercise

ABOUT = "The first that is not right at once ends it."
PASSED = "All right at once: you seem to have it. Read the lesson or pass it by, as you like."
FAILED = "That one was not right at once: the lesson is the shorter way now."
SEEN = "What is left to ask was put to you before, so this shows nothing; read the lesson."
NOTHING = "Nothing in this lesson can be checked by a program; read it."
WHOLE = re.compile("[0-9]{1,9}")


def _untouched(attempt: Attempt) -> bool:
    """Tell of an attempt that was opened, with nothing of it worked, and only read."""
    read = attempt.outcome is Outcome.OPEN and not (attempt.tries or attempt.hints)
    return read and attempt.opened.level is None and not attempt.opened.review


def questions(count: int) -> str:
    """Return a number of questions in words."""
    return f"{count} question{'s' * (count != 1)}"


class Check:
    """One learner's check of one lesson; what was done in it follows from the record.

    One that is not over goes on; else another begins, unless it is to be `cut_off` that is shown.
    """

    def __init__(
        self,
        record: Record,
        binder: Binder,
        course: Course,
        lesson: Lesson,
        *,
        cut_off: bool = False,
    ) -> None:
        self._record = record
        self._folding = Folding(record.events)
        self._binder = binder
        self.lesson = lesson
        self._asked = tuple(
            each
            for each in course.exercises_of(lesson)
            if not each.handed_in and each.skill in lesson.skills
        )
        self._number = self._last()
        if not self._number or (self.over and not cut_off):
            self._number += 1
        binder.keep(record)

    def _last(self) -> int:
        """Return the number of the last check of this lesson, 0 where there was none."""
        checks = (each.opened.check.rpartition(" ") for each in self._attempts())
        numbers = (number for lesson, _, number in checks if lesson == self.lesson.id)
        return max((int(each) for each in numbers if WHOLE.fullmatch(each)), default=0)

    @property
    def _name(self) -> str:
        """The name under which the record keeps the questions of this check."""
        return f"{self.lesson.id} {self._number}"

    @property
    def begun(self) -> bool:
        """A question was asked already."""
        return bool(self._own())

    @property
    def count(self) -> int:
        """How many questions there are if all goes well."""
        return IN_A_ROW * len(self._skills)

    @property
    def done(self) -> int:
        """How many were right at once by now."""
        return sum(map(self._right, self._skills))

    @property
    def _skills(self) -> tuple[str, ...]:
        """The skills that are asked for, in the lesson's order."""
        return tuple(dict.fromkeys(each.skill for each in self._asked))

    def _attempts(self) -> Sequence[Attempt]:
        """Return what the record tells of the exercises of the course."""
        course = self._binder.scenario.id
        return [each for each in self._folding.attempts() if each.about.scenario == course]

    def _own(self) -> Sequence[Attempt]:
        """Return the attempts at what this check asks for."""
        asked = {each.id for each in self._asked}
        return [
            attempt
            for attempt in self._attempts()
            if attempt.opened.check == self._name and attempt.about.exercise in asked
        ]

    def _right(self, skill: str) -> int:
        """Return how many of a skill were right at once, as far as they are wanted."""
        own = [each for each in self._own() if each.opened.skill == skill]
        return min(sum(each.at_once and not each.opened.seen for each in own), IN_A_ROW)

    @property
    def failed(self) -> bool:
        """Something was not right at once, or needed a hint, or was put off."""
        return any(
            (each.judged or each.hints or each.outcome is Outcome.SKIPPED) and not each.at_once
            for each in self._own()
        )

    @property
    def over(self) -> bool:
        """There is no other question."""
        return self.failed or (self._open is None and self._ask is None)

    def session(self) -> Session | None:
        """Sit down at the question that was left, or the next one; return None at the end."""
        if self.failed:
            return None
        return self.left() or (None if self._ask is None else self._sit(self._ask))

    def left(self) -> Session | None:
        """Sit down at the question that stands open, be it answered wrongly; None without one."""
        return None if self._open is None else self._sit(self._open.about.exercise, self._open)

    def _sit(self, exercise: str, left: Attempt | None = None) -> Session:
        """Sit down at an exercise: at an attempt, at what was only read before, or at a fresh one.

        What was opened and left untouched is asked for as it was.
        """
        books = self._binder.books
        task = task_named(books, self._binder.scenario.id, exercise)
        mine = (each for each in self._attempts() if each.about.exercise == exercise)
        found = left or next(filter(_untouched, mine), None)
        number, student = (found.about.number, found.about.student) if found else (None, "")
        sitting = Sitting(self._record, books, task, number, student=student, check=self._name)
        return Session(books, sitting)

    @property
    def _open(self) -> Attempt | None:
        """The question of this check that stands open."""
        return next((each for each in self._own() if each.outcome is Outcome.OPEN), None)

    @property
    def _ask(self) -> str | None:
        """The exercise that is asked for next."""
        wanted = (skill for skill in self._skills if self._right(skill) < IN_A_ROW)
        return next((each.id for each in map(self._next, wanted) if each is not None), None)

    def _next(self, skill: str) -> Exercise | None:
        """Return the exercise of a skill that was asked for least in this check, the last first.

        None where each was asked as often as is wanted, and some had no other form.
        """
        asked = [attempt.about.exercise for attempt in self._own()]
        mine = [each for each in reversed(self._asked) if each.skill == skill]
        least = min(mine, key=lambda each: asked.count(each.id))
        return least if asked.count(least.id) < IN_A_ROW else None

    def end(self) -> str:
        """Return the sentence with which the check ends."""
        if not self.count:
            return NOTHING
        if self.failed:
            return FAILED
        return PASSED if self.done == self.count else SEEN

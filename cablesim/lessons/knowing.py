"""A check of a lesson for somebody who knows it already: a few minutes, and it ends by itself.

Each skill of the lesson is asked for in fresh variants of its exercises, the last ones first, until
two were right at once: the sign of mastery, as everywhere (see `mastery`). The first that is not
right at once ends the check, since the lesson is the shorter way then. It locks nothing and opens
nothing, and what is done in it counts as all practice does.
"""

from __future__ import annotations

from collections.abc import Sequence

from cablesim.lessons.attempts import Attempt, Folding, Outcome
from cablesim.lessons.library import Binder
from cablesim.lessons.mastery import IN_A_ROW
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, at, task_named
from cablesim.lessons.sitting import Sitting
from cablesim.scenario.course import Course, Lesson
from cablesim.scenario.exercise import Exercise

ABOUT = "The first that is not right at once ends it."
PASSED = "All right at once: you seem to have it. Read the lesson or pass it by, as you like."
FAILED = "That one was not right at once: the lesson is the shorter way now."
SEEN = "What is left to ask was put to you before, so this shows nothing; read the lesson."
NOTHING = "Nothing in this lesson can be checked by a program; read it."


def _untouched(attempt: Attempt) -> bool:
    """Tell of an attempt that was opened, with nothing of it worked, and only read."""
    read = attempt.outcome is Outcome.OPEN and not (attempt.tries or attempt.hints)
    return read and attempt.opened.level is None and not attempt.opened.review


def questions(count: int) -> str:
    """Return a number of questions in words."""
    return f"{count} question{'s' * (count != 1)}"


class Check:
    """One learner's check of one lesson; what was done in it follows from the record."""

    def __init__(self, record: Record, binder: Binder, course: Course, lesson: Lesson) -> None:
        self._record = record
        self._folding = Folding(record.events)
        self._binder = binder
        self.lesson = lesson
        self._asked = tuple(
            each
            for each in course.exercises_of(lesson)
            if not each.handed_in and each.skill in lesson.skills
        )
        # What was opened and left untouched is asked for again, as it was.
        self._before = {each.about for each in self._attempts() if not _untouched(each)}
        binder.keep(record)

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
        """Return the attempts that were begun in this check, at what it asks for."""
        asked = {each.id for each in self._asked}
        return [
            attempt
            for attempt in self._attempts()
            if attempt.about not in self._before and attempt.about.exercise in asked
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
        books, ask = self._binder.books, self._open or self._ask
        if self.failed or ask is None:
            return None
        task = task_named(books, self._binder.scenario.id, ask)
        if self._open:
            return at(self._record, books, task)
        return Session(books, Sitting(self._record, books, task))

    @property
    def _open(self) -> str | None:
        """The exercise that was begun in this check and left."""
        found = (each for each in self._own() if each.outcome is Outcome.OPEN)
        return next((each.about.exercise for each in found), None)

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

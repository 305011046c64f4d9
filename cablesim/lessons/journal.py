"""Practice at an exercise, put on the record as it happens, and taken up where it was left."""

from __future__ import annotations

from cablesim.exercises.answers import ENGINE
from cablesim.exercises.marking import Try
from cablesim.exercises.practice import Practice
from cablesim.exercises.seeds import DRAW
from cablesim.exercises.verdict import Verdict
from cablesim.exercises.workbook import Workbook
from cablesim.lessons.acts import (
    Act,
    Confidence,
    Confident,
    Drafted,
    Finished,
    GaveUp,
    Hinted,
    Opened,
    Skipped,
    Tried,
    Variant,
    What,
    entry_of,
)
from cablesim.lessons.attempts import Attempt, attempts_of, name_of, next_number, resumed
from cablesim.lessons.learner import learner_of
from cablesim.lessons.record import Record


class Journal:
    """What a learner does at one exercise of a workbook; `taken_up` says that it was begun before.

    `files` is the hash of the scenario's files; `student` is whose the variants are, where it is
    not the learner of the record.
    """

    def __init__(
        self, record: Record, book: Workbook, exercise: str, files: str, student: str = ""
    ) -> None:
        self.record = record
        self.taken_up = False
        self._book = book
        self._exercise = book.exercise(exercise)
        self._files = files
        self._student = student
        self._number: int | None = None
        self._open = False

    def begin(self, number: int | None) -> Practice:
        """Return practice at a variant by its number, at the one left open, or at a fresh one."""
        scenario, exercise = self._book.scenario.id, self._exercise.id
        attempts = attempts_of(self.record.events(scenario))
        name = (scenario, exercise)
        left = resumed(attempts, name) if number is None else None
        if left is not None:
            self.taken_up = self._open = True
            self._number, self._student = left.about.number, left.about.student
            return self._again(left)
        self._student = self._student or learner_of(self.record)
        done = sum(attempt.judged and name_of(attempt) == name for attempt in attempts)
        found = next_number(attempts, name) if number is None else number
        return Practice(self._book, exercise, found, done, student=self._student)

    def _again(self, left: Attempt) -> Practice:
        """Return practice as far as an attempt had come."""
        tries = [Try(made.tried.score, made.hints) for made in left.tries]
        return Practice(
            self._book,
            self._exercise.id,
            left.about.number,
            left.opened.level or 0,
            tries=tries,
            hints=len(left.hints),
            student=self._student,
            _last=left.tries[-1].tried.read if left.tries else "",
        )

    def at(self, practice: Practice) -> None:
        """Keep that a variant is at hand; one that was left for it is put off."""
        if practice.n == self._number:
            return
        if self._open:
            self._do(Skipped())
        self._number = practice.n
        self._open = True
        # Only where steps fade does the level belong to what was drawn.
        fades = bool(getattr(self._exercise.task, "fade", ()))
        level = practice.level if fades else None
        self._do(Opened(str(ENGINE), str(DRAW), self._files, self._exercise.skill, level))

    def answered(self, text: str, verdict: Verdict, sure: str, *, counts: bool) -> None:
        """Keep an answer and its verdict; what is no try is kept as a draft."""
        if verdict.readable and sure in set(Confidence):
            self._do(Confident(Confidence(sure)))
        if counts and not verdict.by_hand:
            self._do(Tried(text, verdict.read, verdict.score, verdict.mistakes))
        else:
            self._do(Drafted(text))
        if verdict.readable and (verdict.right or verdict.by_hand):
            self._end(Finished())

    def hinted(self, number: int) -> None:
        """Keep that a hint was opened, counted from 1."""
        self._do(Hinted(number))

    def gave_up(self) -> None:
        """Keep that the answer was asked for."""
        self._end(GaveUp())

    def _end(self, what: What) -> None:
        """Close the attempt, once."""
        if self._open:
            self._do(what)
        self._open = False

    def _do(self, what: What) -> None:
        """Put an act on the record."""
        scenario = self._book.scenario
        number, exercise = self._number or 0, self._exercise.id
        about = Variant(scenario.id, scenario.version, exercise, number, self._student)
        self.record.add(entry_of(Act(about, what)))

"""Sitting at one variant of an exercise: every act is on the record before it counts.

What the exercises must offer for that is said here as protocols, so that record, review and
screens do not depend on how exercises are drawn and judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from cablesim.exercises.seeds import SELF
from cablesim.exercises.verdict import Part, Remark
from cablesim.lessons.acts import (
    Act,
    Confidence,
    Confident,
    Drafted,
    Finished,
    GaveUp,
    Hinted,
    Noted,
    Opened,
    Restarted,
    SelfMarked,
    Skipped,
    Tried,
    Unmarked,
    Variant,
    What,
    act_of,
    entry_of,
)
from cablesim.lessons.attempts import (
    Attempt,
    Outcome,
    after,
    attempts_of,
    left_off,
)
from cablesim.lessons.days import EARLIEST
from cablesim.lessons.entry import Event
from cablesim.lessons.freshness import fresh_number
from cablesim.lessons.learner import learner_of
from cablesim.lessons.merging import FORGOTTEN
from cablesim.lessons.record import Record
from cablesim.lessons.schedule import Task


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an exercise says of an answer: could it be read, as what, how right, and in words.

    `headline` is the verdict in a word; `finished` says that nothing more is to be done, `by_hand`
    that a teacher gives the points.
    `parts`, `wrote` and `remarks` say the same part by part, for a face that can point at them.
    """

    readable: bool
    read: str
    score: float
    mistakes: tuple[str, ...]
    says: tuple[str, ...]
    finished: bool
    by_hand: bool = False
    parts: tuple[bool, ...] = ()
    remarks: tuple[Remark, ...] = ()
    wrote: tuple[Part, ...] = ()
    headline: str = ""


class Deal(Protocol):
    """One variant drawn: its rules, its words, its judge."""

    @property
    def opened(self) -> Opened:
        """The rules and files from which it was drawn, and its skill."""

    @property
    def asks(self) -> Sequence[str]:
        """The question, line by line."""

    @property
    def hints(self) -> Sequence[str]:
        """The hints, the principle first."""

    @property
    def model(self) -> Sequence[str]:
        """The right answer and why it is right, line by line."""

    @property
    def confidence(self) -> bool:
        """The learner is asked how sure the answer is."""

    def judge(self, answer: str) -> Verdict:
        """Judge an answer as it was typed."""

    def look(self, text: str) -> Sequence[str] | None:
        """Return what a request to look something up stands for; None for any other text."""


class Catalogue(Protocol):
    """The exercises at hand."""

    def tasks(self) -> Sequence[Task]:
        """Return every exercise, in the order of the scenarios."""

    def deal(self, task: Task, number: int, level: int | None, student: str = SELF) -> Deal:
        """Draw a variant of an exercise for a student.

        `level` says how much of it is worked already, None nothing.
        """


class Sitting:
    """One learner at one variant; `attempt` is what the record tells of it.

    The variant is drawn for the student that is given, or else for the learner of the record.
    Without a number it is one whose question is new to the learner, where there is one.
    `check` names the check that asks for it; what practice had open is the check's from then on.
    """

    def __init__(
        self,
        record: Record,
        catalogue: Catalogue,
        task: Task,
        number: int | None = None,
        *,
        student: str = "",
        level: int | None = None,
        review: bool = False,
        check: str = "",
    ) -> None:
        self.record = record
        self.task = task
        student, seen = student or learner_of(record), False
        if number is None:
            attempts = attempts_of(record.events(task.scenario))
            number, seen = fresh_number(
                task.name,
                attempts,
                student,
                lambda number, whose: catalogue.deal(task, number, None, whose).asks,
            )
        self.about = Variant(task.scenario, task.version, task.exercise, number, student)
        left = self._found()
        if left is not None:
            level, seen = left.opened.level, left.opened.seen
        self.deal = catalogue.deal(task, number, level, student)
        opened = replace(self.deal.opened, level=level, review=review, seen=seen, check=check)
        self.attempt = left or Attempt(self.about, opened)
        taken_over = check and self.attempt.opened.check != check
        if left is None or left.outcome is Outcome.SKIPPED or taken_over:
            self._do(opened)

    def _found(self) -> Attempt | None:
        """Return the attempt at this variant that the record tells of."""
        found = None
        for attempt in attempts_of(self.record.events(self.task.scenario)):
            if self._is_mine(attempt.about):
                found = attempt if attempt.outcome is not Outcome.LEFT else found
        return found

    def concerns(self, events: Iterable[Event]) -> bool:
        """Tell whether what another window did is about this variant."""
        return any(
            event.entry.kind == FORGOTTEN
            or ((act := act_of(event.entry)) is not None and self._is_mine(act.about))
            for event in events
        )

    def _is_mine(self, about: Variant) -> bool:
        """Tell whether something is about this variant, in whatever version of the scenario."""
        return replace(about, version=self.about.version) == self.about

    def refresh(self) -> None:
        """Read from the record where things stand, after another window has written to it.

        A variant that was forgotten there is begun anew here.
        """
        found = self._found()
        if found is not None:
            self.attempt = found
            return
        self.attempt = Attempt(self.about, self.attempt.opened)
        self._do(self.attempt.opened)

    def _do(self, what: What) -> None:
        """Put an act on the record, then take the step here too.

        Turn and day are the record's affair; here it matters only that there are some.
        """
        act = Act(self.about, what)
        self.record.add(entry_of(act))
        self.attempt = after(self.attempt, act, 1, EARLIEST)

    @property
    def draft(self) -> str:
        """The answer as it was typed so far."""
        return self.attempt.draft

    def type(self, text: str) -> None:
        """Keep the answer as it stands; the same text again costs nothing."""
        if text != self.draft:
            self._do(Drafted(text))

    def note(self, text: str) -> None:
        """Keep what was worked out on the way; the same text again costs nothing."""
        if text != self.attempt.note:
            self._do(Noted(text))

    def say(self, confidence: Confidence) -> None:
        """Keep how sure the learner is of the answer to come."""
        self._do(Confident(confidence))

    def hint(self) -> str | None:
        """Open the next hint and return it, or None where there is no other."""
        opened = len(self.attempt.hints)
        if opened >= len(self.deal.hints):
            return None
        self._do(Hinted(opened + 1))
        return self.deal.hints[opened]

    def answer(self, text: str) -> Verdict:
        """Have an answer judged; what cannot be read is kept as a draft and is no try.

        Nor is what a teacher marks: it has no score yet.
        """
        verdict = self.deal.judge(text)
        self.take(text, verdict)
        return verdict

    def take(self, text: str, verdict: Verdict) -> None:
        """Keep an answer with its verdict, as `answer` does."""
        if not verdict.readable or verdict.by_hand:
            self.type(text)
        else:
            self._do(Tried(text, verdict.read, verdict.score, verdict.mistakes))
        if verdict.finished:
            self._do(Finished())

    def seen(self) -> None:
        """Close a variant of which all was worked already: to read it is no try."""
        self._do(Finished())

    def mark(self, given: SelfMarked | Unmarked) -> None:
        """Keep what the learner gives the answer for a part of its rubric, or takes back."""
        self._do(given)

    def give_up(self) -> Sequence[str]:
        """Close the attempt and return the right answer."""
        self._do(GaveUp())
        return self.deal.model

    def skip(self) -> None:
        """Put the variant off."""
        self._do(Skipped())

    def again(self) -> None:
        """Begin the same variant anew; what was done stays on the record."""
        self._do(Restarted())


def practice(
    record: Record,
    catalogue: Catalogue,
    task: Task,
    *,
    fresh: bool = False,
    level: int | None = None,
) -> Sitting:
    """Sit down at an exercise: at the variant that was left open or put off, or at a fresh one.

    `level` is that of a fresh one; what was left keeps its own.
    """
    attempts = attempts_of(record.events(task.scenario))
    left = None if fresh else left_off(attempts, task.name)
    if left is None:
        return Sitting(record, catalogue, task, level=level)
    about = left.about
    return Sitting(record, catalogue, task, about.number, student=about.student, level=level)

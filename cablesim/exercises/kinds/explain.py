"""An answer in the student's own words, marked by rubric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cablesim.exercises.judging.sentences import USUAL
from cablesim.exercises.phrases import filled
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, plain, words
from cablesim.exercises.reading.ownwords import copied, repeated
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Unworked
from cablesim.exercises.verdict import Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Exercise, ExplainTask

READ = 60
# A long text has words again; only one of a few words is none.
FEW = 8
COPIED = "This is the question again. What is wanted is {why} of your own."
REPEATED = "This is the same words over and over; answer the question in words of your own."


@dataclass(frozen=True)
class ExplainVariant(Unworked):
    """The question; it is the same for everybody."""

    exercise: Exercise
    task: ExplainTask = field(repr=False)

    asked = 1

    def values(self) -> Mapping[str, str]:
        """Return nothing to fill in."""
        return {}

    def shown(self) -> Sequence[str]:
        """Return the rubric, so that what counts is known before."""
        return tuple(
            f"{line.points:g} point{'s' * (line.points != 1)}: {line.text}"
            for line in self.task.rubric
        )

    def how(self) -> str:
        """Say how the answer is written."""
        return f"Write {self._bounds} in your own words."

    @property
    def _bounds(self) -> str:
        """How long an answer may be."""
        return f"{self.task.least} to {self.task.most} words"

    def model(self) -> str:
        """Return an answer to compare with."""
        return self.task.model

    def mistakes(self) -> Iterator[Slip]:
        """Yield an answer that is too short, one that is too long, and the prompt again."""
        some = words(self.task.model)
        if self.task.least > 1:
            yield Slip("short", " ".join(some[: self.task.least - 1]))
        long = some * (self.task.most // max(len(some), 1) + 1)
        yield Slip("long", " ".join(long[: self.task.most + 1]))
        yield Slip("copied", self.exercise.prompt)

    def judge(self, answer: str) -> Verdict:
        """Return whether the answer is whole: then it is handed in, and a rubric gives its points.

        One that is too short, too long or a copy of the question is no try.
        """
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        count = len(words(answer))
        if not count:
            return unread(f"Nothing was written that could be read. {self.how()}")
        text = plain(answer)
        length = f"{count} word{'s' * (count != 1)}"
        read = f"{length}: {text[:READ]}{'…' * (len(text) > READ)}"
        name = self._name(answer)
        if not name and repeated(words(answer), min(self.task.least, FEW)):
            return unread(REPEATED, read)
        if not name:
            note = Remark(
                "It is whole. Set it beside the model; the rubric decides the points.",
                right=True,
            )
            return Verdict(1.0, f"{length}: {text}", (note,), (True,), by_hand=True)
        values = {"read": length, "why": self._bounds, "n": "1"}
        told = self.exercise.feedback.get(name) or (COPIED if name == "copied" else USUAL[name])
        return unread(filled(told, values), read, name=name)

    def _name(self, answer: str) -> str:
        """Name what is wrong with the form of an answer, or nothing."""
        spoken = words(answer)
        if copied(spoken, words(self.exercise.prompt), self.task.least):
            return "copied"
        if len(spoken) < self.task.least:
            return "short"
        return "long" if len(spoken) > self.task.most else ""


class ExplainItem:
    """An exercise in words, made ready."""

    names = ("short", "long", "copied")
    placeholders: tuple[str, ...] = ()

    def __init__(self, exercise: Exercise, task: ExplainTask, sources: Sources) -> None:
        del sources
        self.exercise = exercise
        self.task = task

    @cached_property
    def _variant(self) -> ExplainVariant:
        """The one variant."""
        return ExplainVariant(self.exercise, self.task)

    def draw(self, stream: Stream, level: int | None = None) -> ExplainVariant:
        """Return the question; nothing of it is drawn."""
        del stream, level
        return self._variant

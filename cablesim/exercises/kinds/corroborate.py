"""Sources side by side, and whether they make a claim stronger, weaker, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cablesim.exercises.judging.sentences import said
from cablesim.exercises.kinds.evidence import claim_named, proof
from cablesim.exercises.phrases import filled
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, folded, words
from cablesim.exercises.reading.contradictions import contradicted
from cablesim.exercises.reading.directions import DIRECTIONS, Direction, direction
from cablesim.exercises.reading.ownwords import copied, of_question, repeated, wordless
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Unworked
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import CorroborateTask, Exercise

NO_REASON = "no-reason"
BOTH = "Two directions are named in one breath."
COPIED = "The reason is the question again; give it in words of your own."
OF_QUESTION = "The reason has hardly a word that is not the question's; give it in your own."
WORDLESS = "Most of the reason is no words; say what the sources have to do with it."
REPEATED = "The reason is the same words over and over; say what the sources have to do with it."
NOT_JUDGED = "The direction is right. The reason is counted and not judged: no program can do that."
PRAISE = "Right, as far as a program can tell."
COUNTED = "The reason is counted and not judged."
UNCLEAR = "It is not sure which direction is meant; name it plainly, without a not or a question."
NONE = "No direction is named."
AGAINST = "You name {read}, and the reason says of the statement that it is {why}. Which is meant?"
_USUAL = "{read} is not how it comes out. Set the two side by side once more: {why}"
# Stands in the model answer where the author gives none; it says nothing of its own.
_REASON = "because here stands a reason in the student's own words"


@dataclass(frozen=True)
class CorroborateVariant(Unworked):
    """The claims side by side; they are the same for everybody."""

    exercise: Exercise
    item: CorroborateItem = field(compare=False, repr=False)

    asked = 2

    @property
    def task(self) -> CorroborateTask:
        """What the exercise asks for."""
        return self.item.task

    def values(self) -> Mapping[str, str]:
        """Return nothing to fill in."""
        return {}

    def shown(self) -> Sequence[str]:
        """Return the claims, numbered, with what they rest on."""
        return tuple(f"{n}. {claim}" for n, claim in enumerate(self.item.beside, 1))

    def how(self) -> str:
        """Say how the answer is written."""
        least = self.task.least
        reason = f", and why in {least} words or more" if least else ""
        return f"Write stronger, weaker or neither{reason}."

    def model(self) -> str:
        """Return the direction and a reason."""
        return f"{self.task.answer}, {self._reason()}"

    def _reason(self) -> str:
        """Return the author's reason, made long enough where it is short."""
        reason = self.task.model or _REASON
        while len(words(reason)) < self.task.least:
            reason = f"{reason}, {_REASON}"
        return reason

    def mistakes(self) -> Iterator[Slip]:
        """Yield the other directions, and the right one without a reason."""
        for other in DIRECTIONS:
            if other != self.task.answer:
                yield Slip(other, f"{other}, {self._reason()}")
        if self.task.least:
            yield Slip(NO_REASON, self.task.answer)

    def judge(self, answer: str) -> Verdict:
        """Return the verdict of the direction; one without a whole reason is no try."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        found = direction(answer)
        if not found.name:
            told = BOTH if found.both else UNCLEAR if found.unclear else NONE
            return unread(f"{told} {self.how()}")
        count = len(words(found.rest))
        read = f"{found.name}; a reason of {count} word{'s' * (count != 1)}"
        if count < self.task.least:
            why = f"{self.task.least} words or more, and here are {count}"
            values = {"read": found.name, "n": "2", "why": why}
            # Nothing is judged yet, so that the sentence is the same beside any direction.
            return unread(said(self.exercise, NO_REASON, values), read, name=NO_REASON)
        trouble = self._not_own(found)
        if trouble:
            return unread(trouble, read)
        if found.name == self.task.answer:
            right = Verdict(1.0, read, parts=(True, True))
            unjudged = Remark(NOT_JUDGED, right=True)
            return right._replace(remarks=(unjudged,), praise=PRAISE) if self.task.least else right
        values = {"read": found.name, "n": "1", "why": self.item.beside[-1]}
        text = filled(self.exercise.feedback.get(found.name) or _USUAL, values)
        notes = (Remark(text, 1, found.name, found.name), Remark(COUNTED, 2, right=True))
        shown = (Part(found.name, 1, right=False), Part(f"{count} words", 2, right=True))
        return Verdict(round(self.task.reason, 4), read, notes, (False, True), wrote=shown)

    def _not_own(self, found: Direction) -> str:
        """Say why a reason is none, or against its own direction, or nothing; it is not judged."""
        if not self.task.least:
            return ""
        against = contradicted(folded(found.rest), found.name)
        if against:
            return filled(AGAINST, {"read": found.name, "why": against})
        reason = words(found.rest)
        if repeated(reason, self.task.least):
            return REPEATED
        if wordless(reason):
            return WORDLESS
        given = self.item.asked_words
        if copied(reason, given, self.task.least):
            return COPIED
        return OF_QUESTION if of_question(reason, given) else ""


class CorroborateItem:
    """An exercise of sources side by side, made ready."""

    placeholders: tuple[str, ...] = ()

    def __init__(self, exercise: Exercise, task: CorroborateTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        scenario = sources.scenario
        claims = [claim_named(scenario.evidence, name, "beside") for name in task.beside]
        self.beside = tuple(f"{claim.text} {proof(scenario, claim)}" for claim in claims)
        self.names = tuple(
            name
            for name in (*DIRECTIONS, NO_REASON)
            if name != task.answer and (task.least or name != NO_REASON)
        )

    @cached_property
    def asked_words(self) -> tuple[str, ...]:
        """The words of the question."""
        return tuple(words(self.exercise.prompt))

    @cached_property
    def _variant(self) -> CorroborateVariant:
        """The one variant."""
        return CorroborateVariant(self.exercise, self)

    def draw(self, stream: Stream, level: int | None = None) -> CorroborateVariant:
        """Return the sources; nothing of them is drawn."""
        del stream, level
        return self._variant

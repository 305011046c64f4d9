"""Sources side by side, and whether they make a claim stronger, weaker, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cablesim.exercises.answers import LONGEST, TOO_LONG, folded, plain, words
from cablesim.exercises.kinds.evidence import claim_named, proof
from cablesim.exercises.phrases import filled
from cablesim.exercises.sentences import said, usual
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Unworked
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import CorroborateTask, Exercise

DIRECTIONS = ("stronger", "weaker", "neither")
NO_REASON = "no-reason"
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
        """Return the claims with what they rest on."""
        return self.item.beside

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
        for direction in DIRECTIONS:
            if direction != self.task.answer:
                yield Slip(direction, f"{direction}, {self._reason()}")
        if self.task.least:
            yield Slip(NO_REASON, self.task.answer)

    def judge(self, answer: str) -> Verdict:
        """Return the verdict: the direction, and whether a reason is there."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        direction, reason = _parted(answer)
        if direction is None:
            return unread(f"No direction is named there. {self.how()}")
        count = len(words(reason))
        right, reasoned = direction == self.task.answer, count >= self.task.least
        read = f"{direction}; a reason of {count} word{'s' * (count != 1)}"
        remarks: list[Remark] = []
        if not right:
            why = self.item.beside[-1]
            own = self.exercise.feedback.get(direction)
            values = {"read": direction, "n": "1", "why": why}
            text = filled(own or _USUAL, values)
            remarks.append(Remark(text, 1, direction, direction))
        if not reasoned:
            why = f"{self.task.least} words or more, and here are {count}"
            values = {"read": direction, "n": "2", "why": why}
            # The author's sentence is for the right direction without a reason; beside a wrong one
            # it could say what is not so.
            text = said(self.exercise, NO_REASON, values) if right else usual(NO_REASON, values)
            remarks.append(Remark(text, 2, NO_REASON))
        score = self.task.direction * right + self.task.reason * reasoned
        if right and reasoned:
            score = 1.0
        shown = (Part(direction, 1, right), Part(reason and f"{count} words", 2, reasoned))
        return Verdict(round(score, 4), read, tuple(remarks), (right, reasoned), wrote=shown)


def _parted(answer: str) -> tuple[str | None, str]:
    """Return the direction that is named first, and the rest of the answer."""
    text = plain(answer)
    found = re.search(r"\b(?:stronger|weaker|neither)\b", folded(text))
    if found is None:
        return None, text
    return found[0], text[: found.start()] + " " + text[found.end() :]


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
    def _variant(self) -> CorroborateVariant:
        """The one variant."""
        return CorroborateVariant(self.exercise, self)

    def draw(self, stream: Stream, level: int | None = None) -> CorroborateVariant:
        """Return the sources; nothing of them is drawn."""
        del stream, level
        return self._variant

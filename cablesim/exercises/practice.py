"""One learner at one exercise: variants, tries, hints, how far the worked steps have faded.

No screen and no record: what is kept of it is for others to keep. A hint costs its share; the next
one opens only after a changed try; after a hint that shows a step, the work goes on with a fresh
variant. Where an exercise is to be tried first, help opens after two honest tries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cablesim.exercises.helping import RuleQuestion, explanation, hint, rule_question
from cablesim.exercises.marking import Mark, Try, mark
from cablesim.exercises.phrases import STEP, placeholders
from cablesim.exercises.variant import Variant
from cablesim.exercises.verdict import Verdict
from cablesim.exercises.workbook import Workbook

HONEST_TRIES = 2


@dataclass(frozen=True, slots=True)
class Help:
    """What asking for help gives: a hint, or why there is none yet; `fresh` says a new variant."""

    text: str
    opened: bool
    fresh: bool = False


@dataclass(slots=True)
class Practice:
    """The state: number and level of the variant, tries at the exercise, hints opened.

    `student` is whose the variants are, where it is not the student of the workbook.
    """

    book: Workbook
    name: str
    n: int = 0
    level: int = 0
    tries: list[Try] = field(default_factory=list)
    hints: int = 0
    solved: bool = False
    student: str = ""
    _variant: Variant | None = None
    _asked_after: int = -1
    _last: str = ""

    @property
    def variant(self) -> Variant:
        """The variant at hand; it is drawn when it is first looked at."""
        if self._variant is None:
            self._variant = self.book.draw(self.name, self.n, self.level, self.student)
        return self._variant

    @property
    def mark(self) -> Mark:
        """What the tries have earned so far."""
        return mark(self.variant.exercise.points, self.tries, self.book.marking)

    @property
    def faded(self) -> bool:
        """Steps of this variant are worked, so the rule behind them is asked for."""
        return any(step.given for step in self.variant.steps())

    def answer(self, text: str) -> Verdict:
        """Judge an answer; what cannot be read, and the same answer again, is no try."""
        verdict = self.variant.judge(text)
        if verdict.readable and verdict.read != self._last:
            self._last = verdict.read
            self.tries.append(Try(verdict.score, self.hints))
        self.solved = self.solved or verdict.right
        return verdict

    def help(self) -> Help:
        """Open the next hint, if it may be opened."""
        exercise = self.variant.exercise
        honest = len(self.tries)
        if exercise.try_first and honest < HONEST_TRIES:
            left = HONEST_TRIES - honest
            more = f"{left} more answer{'s' * (left > 1)}"
            return Help(f"Try it first: help opens after {more}.", opened=False)
        if self.hints and self._asked_after == honest:
            waits = "Try something with this hint first; the next opens after an answer."
            return Help(waits, opened=False)
        text = hint(self.variant, self.hints + 1)
        if text is None:
            return Help("There is no further hint; give up shows how it goes.", opened=False)
        self.hints += 1
        self._asked_after = honest
        shows = any(each.startswith(STEP) for each in placeholders(exercise.hints[self.hints - 1]))
        last = self.hints == len(exercise.hints)
        if shows and last:
            self.fresh()
        return Help(text, opened=True, fresh=shows and last)

    def give_up(self) -> Sequence[str]:
        """Return the model answer, the steps behind it, and why it is so."""
        steps = [f"{step.place}. {step.text}" for step in self.variant.steps()]
        return (f"The answer is: {self.variant.model()}", *steps, *explanation(self.variant))

    def rule(self) -> RuleQuestion | None:
        """Return the question about the rule behind the steps that were given."""
        stream = self.book.seed(f"{self.name}/rule", self.n, self.student).stream()
        return rule_question(self.variant, stream) if self.faded else None

    def fresh(self) -> None:
        """Go on with a fresh variant of the same exercise; tries and hints stay."""
        self.n += 1
        self._variant = None
        self._last = ""

    def forward(self) -> None:
        """Go on to a fresh variant with less of it worked, once this one is done."""
        self.level += 1
        self.tries, self.hints, self.solved, self._asked_after = [], 0, False, -1
        self.fresh()

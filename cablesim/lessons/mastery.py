"""Mastery of a skill: a signal to the learner, never a lock on the next page.

Two fresh variants in a row, each right at the first try and without a hint, are taken as a sign
that a skill is mastered. The signal goes out again with the next variant that is not right at once.
A question that was put before, since its exercise has no other form, is no sign of it when right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cablesim.lessons.attempts import Attempt, Outcome, in_order

IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Mastery:
    """How many variants of a skill were judged, and how many of the last were right at once."""

    judged: int = 0
    in_a_row: int = 0

    @property
    def signal(self) -> bool:
        """The skill is mastered, as far as practice can tell."""
        return self.in_a_row >= IN_A_ROW

    def after(self, attempt: Attempt) -> Mastery:
        """Return the mastery after one more judged variant."""
        if not attempt.at_once:
            return Mastery(self.judged + 1)
        return Mastery(self.judged + 1, self.in_a_row + (not attempt.opened.seen))


def _unmarked(attempt: Attempt) -> bool:
    """Tell of an attempt that was finished without a try: it waits for a teacher, or was shown."""
    return attempt.outcome is Outcome.FINISHED and not attempt.tries


def recorded_skill(attempt: Attempt) -> str:
    """Return the skill that an attempt was opened for."""
    return attempt.opened.skill


def mastery_of(
    attempts: Iterable[Attempt], skill_of: Callable[[Attempt], str] = recorded_skill
) -> dict[str, Mastery]:
    """Return the mastery of each skill that was practised, by the order of first judgements."""
    found: dict[str, Mastery] = {}
    for attempt in in_order(attempts):
        skill = skill_of(attempt)
        if skill and not _unmarked(attempt):
            found[skill] = found.get(skill, Mastery()).after(attempt)
    return found

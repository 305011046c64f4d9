"""From an answer to a mark, in three pure steps that can each be run again by itself.

1. answer to score: `Variant.judge`, whose rules have the number `ENGINE`;
2. tries to a mark: `mark`;
3. marks to a total: `total`.

The rules of 2 and 3 have the number `MARKING`; a mark that was given keeps the number it was given
under. Tries and hints are what the student's own program says, so in work that counts both costs
are best 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cablesim.scenario.exercise import Marking

MARKING = 1
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Try:
    """One answer given: its score, the hints opened before it, whether it could be read."""

    score: float
    hints: int = 0
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """What the tries at one exercise earned, of how many points, and which try earned it.

    `hints` and `wrong` are the shares that hints and earlier wrong tries took off that try.
    """

    points: float
    of: float
    best: int
    tries: int
    hints: float = 0.0
    wrong: float = 0.0
    marking: int = MARKING

    @property
    def share(self) -> float:
        """The share of the points, 0 where there are none to earn."""
        return self.points / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Total:
    """What all exercises earned together, of how many points; how many of them were tried."""

    points: float
    of: float
    done: int
    count: int
    marking: int = MARKING


def mark(points: float, tries: Iterable[Try], rules: Marking) -> Mark:
    """Return the mark of one exercise: the best of its tries, less what hints and errors cost.

    A try can only add. What could not be read is no try; tries beyond the last that counts are
    free practice. `best` numbers the try from 1 among those that count, 0 where none earned.

    >>> mark(4, [Try(0.5), Try(1.0, hints=1)], Marking()).points
    3.2
    """
    counted = [each for each in tries if each.readable]
    best, earned, wrong = 0, 0.0, 0
    off = (0.0, 0.0)
    for number, each in enumerate(counted[: rules.attempts], 1):
        costs = (rules.hint_cost * each.hints, rules.attempt_cost * wrong)
        worth = each.score - sum(costs)
        if worth > earned:
            best, earned, off = number, worth, costs
        wrong += each.score < 1
    return Mark(round(points * earned, _PLACES), points, best, len(counted), *off)


def total(marks: Sequence[Mark]) -> Total:
    """Return the sum of marks; an exercise without a try counts with the points it could earn.

    >>> total([Mark(3.0, 4, 1, 1), Mark(0.0, 2, 0, 0)])
    Total(points=3.0, of=6, done=1, count=2, marking=1)
    """
    return Total(
        round(sum(each.points for each in marks), _PLACES),
        sum(each.of for each in marks),
        sum(1 for each in marks if each.tries),
        len(marks),
    )

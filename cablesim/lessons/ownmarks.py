"""A learner's own marks beside a rubric: self-reported, for nobody but the learner.

They are no marks of the program: they count for no skill, no review and no points.
"""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.lessons.acts import Unmarked
from cablesim.lessons.attempts import Attempt
from cablesim.lessons.sitting import Sitting

SELF_REPORTED = "self-reported"
# More points than this have no key of their own.
MOST_KEYS = 9


@dataclass(frozen=True, slots=True)
class OwnMarks:
    """What a learner gave an answer over the whole of its rubric, of how many points."""

    points: float
    most: float

    @property
    def words(self) -> str:
        """The same in words."""
        return f"by your own marks {self.points:g} of {self.most:g} ({SELF_REPORTED})"


def own_marks(attempt: Attempt) -> OwnMarks | None:
    """Return the learner's own marks of an answer; None where some part of the rubric has none."""
    own = attempt.own
    if not own or len(own) != own[-1].parts:
        return None
    return OwnMarks(sum(given.points for given in own), sum(given.most for given in own))


def take_back(sitting: Sitting) -> bool:
    """Take back the mark of the last part that has one; tell whether there was any."""
    last = max((given.part for given in sitting.attempt.own), default=0)
    if last:
        sitting.mark(Unmarked(last))
    return last > 0


def handed_in_words(attempt: Attempt) -> str:
    """Return in words that an answer was handed in, with the learner's own marks if there are."""
    own = own_marks(attempt)
    return "handed in" if own is None else f"handed in, {own.words}"


def steps(most: float) -> tuple[float, ...]:
    """Return what may be given for a part of a rubric, from nothing to all of it.

    >>> steps(2.0), steps(2.5)
    ((0.0, 1.0, 2.0), (0.0, 1.25, 2.5))
    """
    if float(most).is_integer() and 0 < most <= MOST_KEYS:
        return tuple(float(points) for points in range(int(most) + 1))
    return (0.0, most / 2, most) if most else (0.0,)


def step_words(most: float) -> tuple[str, ...]:
    """Return the steps of a part of a rubric in words, the first of them for nothing."""
    rest = [f"{points:g} point{'s' * (points != 1)}" for points in steps(most)[1:]]
    return ("none", *rest)

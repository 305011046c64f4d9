"""A simulated clock: minutes drawn from ranges, always marked as made up, never a time of day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cablesim.office.draw import Draw


@dataclass(frozen=True, slots=True)
class Leg:
    """How long a stage takes in the simulation, in minutes.

    `n` is the number of printed cases behind the range, 0 where the range itself is made up;
    `claim` names the evidence for it.
    """

    stage: str
    low: int
    middle: int
    high: int
    n: int
    claim: str | None = None

    def draw(self, draw: Draw) -> int:
        """Draw minutes: half of the draws fall below the middle, half above it."""
        if draw.below(2):
            return draw.between(self.middle, self.high)
        return draw.between(self.low, self.middle)


def minutes_by_stage(legs: Iterable[Leg], draw: Draw) -> dict[str, int]:
    """Draw the minutes of every leg, in order."""
    return {leg.stage: leg.draw(draw) for leg in legs}


def elapsed(minutes: int) -> str:
    """Write simulated minutes since signature.

    >>> elapsed(80), elapsed(1505)
    ('T+1:20', 'T+25:05')
    """
    return f"T+{minutes // 60}:{minutes % 60:02d}"

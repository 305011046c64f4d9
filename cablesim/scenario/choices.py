"""What a walker chooses: the seed, how bad the line is, who is told, whether a clock runs."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_SEED = 1950
MOST_GARBLES = 5


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of one run; the same choices give the same run, sign for sign.

    `garbles` is how many groups the line damages; `recipient` is the party told in the end, None
    for the first that the document names; `clock` shows simulated minutes.
    """

    seed: int = FIRST_SEED
    garbles: int = 0
    recipient: str | None = None
    clock: bool = True

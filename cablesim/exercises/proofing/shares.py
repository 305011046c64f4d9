"""How many variants of each exercise the checker looks at: 200, or a fair share of a large file.

The number follows from the file alone and never from a clock, so that a check says the same on
every machine. What is shared out is work: a variant of a long text is more of it.

>>> Share.of(48).draws(30), Share.of(500).draws(30), Share.of(1000).draws(3000)
(200, 40, 20)
"""

from __future__ import annotations

from dataclasses import dataclass

DRAWS = 200
# However large the file, so many variants of each exercise are looked at.
LEAST = 20
# The variants of short texts that a check looks at in one file: 100 exercises get all of theirs.
MOST = 20_000
# An answer of so many signs more costs as much as another variant of a short text.
SHORT = 200


@dataclass(frozen=True, slots=True)
class Share:
    """One exercise's share of a check: so many variants of short texts, never above `most`."""

    work: int = MOST
    most: int = DRAWS

    @classmethod
    def of(cls, exercises: int, most: int = DRAWS) -> Share:
        """Return the share of each of so many exercises."""
        return cls(MOST // max(exercises, 1), most)

    def draws(self, signs: int) -> int:
        """Return how many variants are looked at where the model answer has so many signs."""
        fair = self.work // (1 + signs // SHORT)
        return min(self.most, max(LEAST, fair))

"""Seeds: what makes a variant a student's own, and the same for ever.

A variant is drawn from HMAC-SHA256 over a class salt and the label
``draw1|scenario|exercise|student|n``; `n` is a redraw number, so that one bad draw can be replaced
for one student. `DRAW` is the number of these rules and stands in the label; old numbers stay.

>>> seed = Seed("class of 2026", "demo", "add-pad", "Anna Tarn")
>>> seed.label
'draw1|demo|add-pad|anna tarn|0'
>>> seed.stream().figures(5) == seed.stream().figures(5)
True
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from cablesim.modern.digits import Stream

DRAW = 1
SALT = "practice"
SELF = "self"


@dataclass(frozen=True, slots=True)
class Seed:
    """Whose variant of which exercise: salt, scenario, exercise, student, redraw number."""

    salt: str
    scenario: str
    exercise: str
    student: str
    n: int = 0

    @property
    def label(self) -> str:
        """The label of the stream; the student's name is folded: case and blanks do not count."""
        return f"draw{DRAW}|{self.scenario}|{self.exercise}|{folded(self.student)}|{self.n}"

    def stream(self) -> Stream:
        """Return the draws of this variant, from their beginning."""
        return Stream(self.salt.encode("utf-8", "surrogatepass"), self.label)

    def again(self) -> Seed:
        """Return the seed of the next variant for the same student."""
        return replace(self, n=self.n + 1)


def folded(name: str) -> str:
    """Return a student's name as the label has it: one form, one blank, small letters."""
    if name.isascii():
        return " ".join(name.lower().split())
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())

"""The first ninety seconds: one group deciphered, one figure a key, before anything is explained.

Group, pad and meaning are made up for practice; 4679 KOREA is an entry of the practice book.

>>> first = FirstRun()
>>> for figure in "4679":
...     first, said = first.typed(figure)
>>> first.done, said
(True, 'Right: 13 - 4 is 9.')
"""

from __future__ import annotations

from dataclasses import dataclass, replace

CIPHER, PAD, MEANS = "9753", "5184", "KOREA"
BANNER = (
    "TEACHING CIPHER · made up for practice; nobody has shown which cipher carried No. 3305, the "
    "telegram of July 1950 that this program follows."
)
TASK = (
    "A group of figures has come in. Your pad hides it: take the pad away, figure under figure.",
    "Where the upper figure is too small, lend it ten: 5 less 8 is 15 less 8. Nothing is borrowed.",
)
DONE = (
    f"You have deciphered your first group. The practice book says: {{group}} is {MEANS}.",
    "A message is read so, group after group. Choose what comes now:",
)
CHOICES = {
    "1": ("the walk", "one real telegram, from signature to copies"),
    "2": ("the lessons", "ten, from the first code group on"),
    "3": ("the exercises", "on the evidence and the practice cipher"),
    "4": ("the desk", "teaching systems, to use by hand"),
}


@dataclass(frozen=True, slots=True)
class FirstRun:
    """How many figures of the group are found."""

    found: int = 0

    @property
    def group(self) -> str:
        """The group under the pad."""
        return "".join(str(_less(upper, lower)) for upper, lower in zip(CIPHER, PAD, strict=True))

    @property
    def shown(self) -> str:
        """The group as far as it is found; the figure asked for is a question mark."""
        rest = len(CIPHER) - self.found - 1
        return self.group if self.done else f"{self.group[: self.found]}?{'·' * rest}"

    @property
    def done(self) -> bool:
        """The whole group is found."""
        return self.found >= len(CIPHER)

    @property
    def asks(self) -> str:
        """The question at the figure that is next."""
        upper, lower = CIPHER[self.found], PAD[self.found]
        return f"Figure {self.found + 1} of {len(CIPHER)}: {upper} - {lower} = ?"

    def typed(self, figure: str) -> tuple[FirstRun, str]:
        """Take a figure; return what is then, and what is said to it."""
        if self.done:
            return self, ""
        upper, lower = CIPHER[self.found], PAD[self.found]
        lent = f"1{upper}" if upper < lower else upper
        right = str(_less(upper, lower))
        if figure == right:
            return replace(self, found=self.found + 1), f"Right: {lent} - {lower} is {right}."
        return self, f"Not {figure}: {_why(figure, upper, lower) or _hint(upper, lower)}."


def _hint(upper: str, lower: str) -> str:
    """Return the sum that finds a figure."""
    if upper < lower:
        return f"lend ten, then it is 1{upper} - {lower}"
    return f"it is {upper} - {lower}"


def _why(figure: str, upper: str, lower: str) -> str:
    """Name the slip behind a wrong figure, the two where both give it; nothing for any other."""
    added = figure == str((int(upper) + int(lower)) % 10)
    turned = upper < lower and figure == str(int(lower) - int(upper))
    if turned:
        too = f", and {upper} + {lower} ends in it too" if added else ""
        take = f"take the pad away, {upper} - {lower}: {_hint(upper, lower)}"
        return f"that is {lower} - {upper}{too}; {take}"
    return "that is the sum; the pad was added to hide the group, so take it away" if added else ""


def _less(upper: str, lower: str) -> int:
    """Return a figure less another, without borrowing."""
    return (int(upper) - int(lower)) % 10

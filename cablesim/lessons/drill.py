"""A clerk's sheet played line by line, the next thing predicted before it is shown.

On a sheet of additive the walker predicts the next figure of the result; on a sheet of the book
how the next word is found. A wrong prediction is answered at that figure; nothing is ever lost,
and every key shows more. On the sheet of another system nothing is predicted: each key shows the
next line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cablesim.systems.working import WorkedLine, Working

FIGURES = "0123456789"
_ADDITIVE = frozenset({("code", "pad", "cipher"), ("cipher", "pad", "code")})
_BOOK = frozenset({"plain", "groups"})


@dataclass(frozen=True, slots=True)
class Said:
    """What the program says to a prediction: right or not, and why, in a sentence."""

    right: bool
    text: str


@dataclass(frozen=True, slots=True)
class Drill:
    """How far a sheet has been played: full lines shown, and figures shown of the next line."""

    working: Working
    shown: int = 0
    figures: int = 0

    @property
    def finished(self) -> bool:
        """Every line is shown."""
        return self.shown >= len(self.working.lines)

    @property
    def current(self) -> WorkedLine | None:
        """The line being played."""
        return None if self.finished else self.working.lines[self.shown]

    @property
    def in_figures(self) -> bool:
        """The sheet is one of additive: figure under figure."""
        return self.working.columns in _ADDITIVE

    @property
    def by_book(self) -> bool:
        """The sheet is one of a book: what is predicted is how a word is found."""
        return set(self.working.columns) == _BOOK

    def predicted(self, key: str) -> tuple[Drill, Said]:
        """Take one predicted figure or way of finding; show it and say whether it was right."""
        line = self.current
        if line is None:
            return self, Said(right=True, text="The sheet is finished.")
        if self.in_figures:
            return self._figure(line, key)
        if self.by_book:
            return self._way(line, key)
        return self.line(), Said(right=True, text=f"{' · '.join(filter(None, line.cells))}.")

    def _figure(self, line: WorkedLine, key: str) -> tuple[Drill, Said]:
        """Judge a predicted figure of the result."""
        above, additive, below = (cell[self.figures] for cell in line.cells)
        right = key == below
        sum_is = f"{above} {self._sign} {additive} is {below}"
        text = f"Yes: {sum_is}." if right else f"You said {key}; {sum_is}{self._why(line, key)}."
        last = self.figures + 1 == len(line.cells[2])
        after = self.line() if last else replace(self, figures=self.figures + 1)
        return after, Said(right, text)

    @property
    def _sign(self) -> str:
        """The sum that this sheet does, as a sign."""
        return "+" if self.working.columns[-1] == "cipher" else "−"

    def _why(self, line: WorkedLine, key: str) -> str:
        """Name the slip behind a wrong figure where it is a known one."""
        above, additive, _ = (int(cell[self.figures]) for cell in line.cells)
        add = self._sign == "+"
        other = (above - additive) % 10 if add else (above + additive) % 10
        carried = (above + additive + 1) % 10 if add else (above - additive - 1) % 10
        if key == str(other):
            return "; you took the pad away" if add else "; you added the pad once more"
        if key == str(carried):
            return "; nothing is carried to a neighbour" if add else "; nothing is borrowed from it"
        return ", and the tens are dropped" if add else ", with ten borrowed where it is needed"

    def _way(self, line: WorkedLine, key: str) -> tuple[Drill, Said]:
        """Judge a predicted way of finding a word."""
        wanted = way(line)
        chosen = WAYS.get(key)
        right = chosen == wanted
        head = "Yes" if right else f"You said {chosen}" if chosen else "Shown"
        plain = line.cells[0] or "This"
        return self.line(), Said(right, f"{head}: {plain} is {line.remark}.")

    def line(self) -> Drill:
        """Show the rest of the current line."""
        return replace(self, shown=min(self.shown + 1, len(self.working.lines)), figures=0)

    def page(self) -> Drill:
        """Show the rest of the current pad page, or twenty lines of another sheet."""
        line = self.current
        if line is None:
            return self
        if not self.in_figures:
            return replace(self, shown=min(self.shown + 20, len(self.working.lines)), figures=0)
        end = self.shown
        while end < len(self.working.lines) and self.working.lines[end].remark == line.remark:
            end += 1
        return replace(self, shown=end, figures=0)

    def rest(self) -> Drill:
        """Show everything."""
        return replace(self, shown=len(self.working.lines), figures=0)

    def back(self) -> Drill:
        """Cover the last line again."""
        return replace(self, shown=max(self.shown - 1, 0), figures=0)


WAYS = {"b": "in the book", "s": "spelled", "f": "figures", "o": "something else"}


def way(line: WorkedLine) -> str:
    """Return how a line of the book was found, as one of `WAYS`."""
    return next((word for word in WAYS.values() if line.remark.startswith(word)), "something else")

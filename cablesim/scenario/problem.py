"""What is wrong with a file, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cablesim.errors import CablesimError
from cablesim.text.visible import visible_line

LONGEST_VALUE = 80
MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: file, line and column (from 1), the key, what is wrong, what to write."""

    file: str
    line: int
    column: int
    key: str
    message: str
    write_instead: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        key = f" {self.key}:" if self.key else ""
        cure = f"; {self.write_instead}" if self.write_instead else ""
        return visible_line(f"{place}:{key} {self.message}{cure}")


class ScenarioError(CablesimError):
    """A scenario that cannot be opened, with everything that is wrong with it at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [str(problem) for problem in self.problems[:MOST_SHOWN]]
        more = len(self.problems) - len(shown)
        if more > 0:
            shown.append(f"and {more} more")
        super().__init__("\n".join(shown))


def shortened(value: object) -> str:
    """Return a value for a message: one visible line of at most 80 signs."""
    text = visible_line(str(value))
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"

"""What is wrong with a file, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cablesim.errors import CablesimError
from cablesim.text.visible import visible_line

LONGEST_VALUE = 80
MOST_SHOWN = 40


class Severity(StrEnum):
    """How much a finding weighs: an error must be mended, a warning should be, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said of a file: code, file, line and column (from 1), key, what is wrong, the cure.

    The code's letter is its family (T text, S shape, H history, C cipher, E exercise, V variants,
    L leak, A access); every code has a page.
    """

    code: str
    file: str
    line: int
    column: int
    key: str
    message: str
    write_instead: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        key = f" {self.key}:" if self.key else ""
        cure = f"; {self.write_instead}" if self.write_instead else ""
        return visible_line(f"{place}:{key} {self.message}{cure}")


class ScenarioError(CablesimError):
    """A scenario that cannot be opened, with everything that is wrong with it at once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        shown = [str(finding) for finding in self.findings[:MOST_SHOWN]]
        more = len(self.findings) - len(shown)
        if more > 0:
            shown.append(f"and {more} more")
        super().__init__("\n".join(shown))


def shortened(value: object) -> str:
    """Return a value for a message: one visible line of at most 80 signs."""
    text = visible_line(str(value))
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"

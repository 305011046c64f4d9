"""What is wrong with a file, said so that its author can mend it."""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from cablesim.errors import CablesimError
from cablesim.scenario.diagnostics import CODES, Severity
from cablesim.text.visible import visible_line

LONGEST_VALUE = 80
MOST_ALIKE = 5
LONGEST_CURE = 240
MOST_SHOWN = 40
LONGEST_NAME = 250


@dataclass(frozen=True, slots=True)
class Edit:
    """One mending of a text: from one place to another (signs from 0), what stands there then."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said of a file: code, file, line and column (from 1), key, what is wrong, the cure.

    `mend` holds the edits of the file's text that carry the cure out, where a program can. A code
    that is not in the table of codes raises `KeyError`: it would have no page.
    """

    code: str
    file: str
    line: int
    column: int
    key: str
    message: str
    write_instead: str = ""
    mend: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        CODES[self.code]

    @property
    def severity(self) -> Severity:
        """How much it weighs; the code decides."""
        return CODES[self.code].severity

    def __str__(self) -> str:
        place = f"{shortened(self.file, LONGEST_NAME)}:{self.line}:{self.column}"
        key = f" {shortened(self.key)}:" if self.key else ""
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


def shortened(value: object, most: int = LONGEST_VALUE) -> str:
    """Return a value for a message: one visible line of at most 80 signs, or as many as given."""
    text = visible_line(str(value))
    return text if len(text) <= most else f"{text[: most - 1]}…"


def mended(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits carried out; of two that overlap the first one counts.

    >>> mended("a = b", [Edit(4, 5, '"b"')])
    'a = "b"'
    """
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start >= at:
            pieces += (text[at : edit.start], edit.text)
            at = edit.end
    return "".join((*pieces, text[at:]))


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the known name nearest to a word, or nothing where none is near.

    Only names of much the same letters are compared sign by sign, which is slow for names that
    repeat one letter.

    >>> nearest("standng", ["standing", "text"])
    'standing'
    """
    wanted = word[:LONGEST_VALUE]
    letters = difflib.SequenceMatcher(b=wanted)

    def alike(name: str) -> float:
        letters.set_seq1(name)
        return min(letters.real_quick_ratio(), letters.quick_ratio())

    short = (name for name in names if len(name) <= 2 * LONGEST_VALUE)
    found = difflib.get_close_matches(wanted, heapq.nlargest(MOST_ALIKE, short, key=alike), n=1)
    return found[0] if found else ""

r"""The one spelling that a code book can write, and the ledger of what was changed to reach it.

What clerks did: a telegram has capitals only, and the clerk does not send the layout of the page.

The rule, in order: signs that are written in two ways are written in one (Unicode NFC); every
line end is one line end; blanks at the ends of lines and blank lines at the ends of the text go;
several blanks become one; small letters become capitals. Nothing else is changed. The first of
these changes is listed as one; every other is listed with its place in what it leaves.

>>> normal("Telegraph  fulfillment.\n").text
'TELEGRAPH FULFILLMENT.'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from cablesim.text.visible import visible_line

RULES = (
    "small letters are written as capitals",
    "several blanks are written as one, and blanks at the ends of lines are left out",
    "every line end is written as one paragraph group",
    "blank lines at the ends of the text are left out",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the writer's text: line and column (from 1) there, what it was, what it is.

    A letter and the marks on it count as they stand once they are written in one way.
    """

    line: int
    column: int
    was: str
    became: str
    reason: str


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as the book can write it, with every change made to the writer's text."""

    text: str
    changes: tuple[Change, ...]

    def summary(self) -> tuple[str, ...]:
        """Return one sentence for each reason, with the number of places."""
        counts: dict[str, int] = {}
        for change in self.changes:
            counts[change.reason] = counts.get(change.reason, 0) + 1
        return tuple(
            f"{reason} ({count} {'place' if count == 1 else 'places'})"
            for reason, count in counts.items()
        )


_ONE_WAY = "line ends and composed signs are written in one way"
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def normal(text: str) -> Normal:
    """Return the text as the book can write it, and the changes made."""
    composed = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    changes: list[Change] = []
    if composed != text:
        changes.append(Change(1, 1, "", "", _ONE_WAY))
    lines = [_line(number, line, changes) for number, line in enumerate(composed.split("\n"), 1)]
    kept = [number for number, line in enumerate(lines, 1) if line]
    first, last = (kept[0], kept[-1]) if kept else (1, 1)
    changes += [
        Change(number, 1, visible_line("\n"), "", RULES[3])
        for number in (*range(1, first), *range(last + 1, len(lines) + 1))
    ]
    return Normal("\n".join(lines[first - 1 : last]), tuple(changes))


def _line(number: int, line: str, changes: list[Change]) -> str:
    """Return one line as the book writes it; list the changes."""
    pieces: list[str] = []
    end = 0
    for blank in _BLANKS.finditer(line):
        pieces.append(_capitals(number, end, line[end : blank.start()], changes))
        inner = blank.start() > 0 and blank.end() < len(line)
        became = " " if inner else ""
        if blank[0] != became:
            changes.append(
                Change(number, blank.start() + 1, visible_line(blank[0]), became, RULES[1])
            )
        pieces.append(became)
        end = blank.end()
    pieces.append(_capitals(number, end, line[end:], changes))
    return "".join(pieces)


def _capitals(number: int, start: int, piece: str, changes: list[Change]) -> str:
    """Return a piece in capitals; list the letters that changed.

    A letter goes with its marks: its capital may be one sign with a mark that stood apart.
    """
    signs: list[str] = []
    offset = 0
    for sign in _with_marks(piece):
        capital = unicodedata.normalize("NFC", sign.upper())
        if capital != sign:
            changes.append(Change(number, start + offset + 1, sign, capital, RULES[0]))
        signs.append(capital)
        offset += len(sign)
    return "".join(signs)


def _with_marks(piece: str) -> list[str]:
    """Return the signs of a piece, each with the marks that combine with it."""
    signs: list[str] = []
    for sign in piece:
        if signs and unicodedata.combining(sign):
            signs[-1] += sign
        else:
            signs.append(sign)
    return signs

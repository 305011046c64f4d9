"""What a scan of TOML text gathers: places of keys and values, findings, and edits that mend them.

Offsets count signs from 0; lines and columns, where a person sees them, count from 1.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from cablesim.scenario.finding import LONGEST_CURE, Edit, Finding, shortened

Path = tuple[str | int, ...]
NAME = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\[^\n])*\"|'[^'\n]*')"
NAMES = rf"{NAME}(?:[ \t]*\.[ \t]*{NAME})*"
# How the line after an unclosed text or list looks, where something new begins.
BEGINS = re.compile(
    rf"[ \t]*(?:{NAMES}[ \t]*=|\[\[?[ \t]*{NAMES}[ \t]*\]\]?[ \t]*(?:#|$))", re.MULTILINE
)
_NAME = re.compile(NAME)
_REST = re.compile(r"[ \t]*(#[^\n]*)?(?:\n|\Z)")
_LINE = re.compile(r"[^\n]*")
# Blanks that look like blanks and are none to a parser: no-break, en, em, thin, ideographic.
_ODD_BLANKS = "\u00a0\u2002\u2003\u2009\u202f\u3000"
_BLANKS = re.compile(rf"[ \t{_ODD_BLANKS}]*")


# A file with more slips than this is no slip of the pen; the scan stops there.
MOST_FINDINGS = 100
MOST_EDITS = 500


class EnoughError(Exception):
    """A file has more slips than a scan goes on with."""


class Expected(Protocol):
    """What a format wants where: a list of tables under a name, kinds of values at a path."""

    def many(self, names: tuple[str, ...]) -> bool | None:
        """Tell whether a table of these names is one of a list; None where that is not known."""

    def kinds(self, path: Path) -> frozenset[str]:
        """Return the kinds of value at a path: string, integer, boolean, array, object."""

    def known(self, path: Path) -> Mapping[str, object]:
        """Return the keys that a table at a path may have."""

    def homes(self, name: str) -> list[str]:
        """Return the dotted names of the tables that end with a name."""


class Anything:
    """A format of which nothing is known."""

    def many(self, names: tuple[str, ...]) -> bool | None:  # noqa: ARG002 - nothing is known.
        """Tell nothing."""
        return None

    def kinds(self, path: Path) -> frozenset[str]:  # noqa: ARG002 - nothing is known.
        """Tell nothing."""
        return frozenset()

    def known(self, path: Path) -> Mapping[str, object]:  # noqa: ARG002 - nothing is known.
        """Tell nothing."""
        return {}

    def homes(self, name: str) -> list[str]:  # noqa: ARG002 - nothing is known.
        """Tell nothing."""
        return []


@dataclass(slots=True)
class Source:
    """A TOML text under scan, and all that was found in it.

    `keys` and `values` hold the offset of each key and each value by its path, `ends` that behind
    each value; `spans` the whole statement of a key, `heads` that of each table's head. `touched`
    holds the paths whose value was mended by a guess, `stray_lines` where each run of lines that
    are no keys began. `expected` is what the format wants.
    """

    text: str
    file: str
    expected: Expected = field(default_factory=Anything)
    keys: dict[Path, int] = field(default_factory=dict)
    values: dict[Path, int] = field(default_factory=dict)
    ends: dict[Path, int] = field(default_factory=dict)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)
    heads: dict[Path, int] = field(default_factory=dict)
    touched: set[Path] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    stray_lines: dict[int, int] = field(default_factory=dict)
    _starts: list[int] = field(init=False)
    _seen: dict[tuple[str, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def line_start(self, at: int) -> int:
        """Return the offset at which the line of an offset begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """Return the offset at which the line of an offset ends, before its line end."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def fault(
        self,
        code: str,
        at: int,
        message: str,
        cure: str = "",
        *mend: Edit,
        guess: tuple[Edit, ...] = (),
    ) -> None:
        """Note what is wrong at an offset; the same code on the same line counts once.

        `mend` carries the cure out; `guess` only lets the rest of the file be read.
        """
        self.edits += (*mend, *guess)
        if len(self.findings) >= MOST_FINDINGS or len(self.edits) >= MOST_EDITS:
            raise EnoughError
        cure = shortened(cure, LONGEST_CURE)
        line, column = self.place(at)
        number = self._seen.get((code, line), self._seen.get(("T117", line)))
        if number is not None:
            known = self.findings[number]
            self.findings[number] = replace(known, mend=(*known.mend, *mend))
            return
        self._seen[code, line] = len(self.findings)
        self.findings.append(Finding(code, self.file, line, column, "", message, cure, mend))

    def seen(self, code: str, at: int) -> bool:
        """Tell whether a code was noted on the line of an offset."""
        return (code, self.place(at)[0]) in self._seen

    def skip(self, at: int) -> int:
        """Return the offset behind blanks; a blank that only looks like one is noted."""
        end = past(_BLANKS, self.text, at)
        for place in range(at, end):
            if self.text[place] in _ODD_BLANKS:
                number = f"U+{ord(self.text[place]):04X}"
                self.fault(
                    "T129",
                    place,
                    f"this blank ({number}) only looks like one",
                    "write a plain blank",
                    Edit(place, place + 1, " "),
                )
        return end

    def rest_is_blank(self, at: int) -> bool:
        """Tell whether nothing but blanks and a remark follows on the line."""
        return _REST.match(self.text, at) is not None

    def names(self, dotted: str) -> tuple[str, ...]:
        """Split a dotted key into its names, quotes taken off."""
        return tuple(_name(name) for name in _NAME.findall(dotted))

    def key(self, path: Path, at: int) -> None:
        """Note the place of a key, and of the tables around it that nothing else names."""
        while path and path not in self.keys:
            self.keys[path] = at
            path = path[:-1]

    def last_written(self, at: int) -> int:
        """Return the offset behind the last sign that is no blank before an offset."""
        return len(self.text[:at].rstrip())


def _name(written: str) -> str:
    """Return a name as it is read: quotes and their special signs taken off."""
    if written[0] not in "\"'":
        return written
    if "\\" not in written or written[0] == "'":
        return written[1:-1]
    try:
        return str(tomllib.loads(f"name = {written}")["name"])
    except tomllib.TOMLDecodeError:
        return written[1:-1]


def past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return the offset behind what a pattern finds at an offset, or the offset itself."""
    found = pattern.match(text, at)
    return at if found is None else found.end()


def first_of(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """Return the first line from an offset's next line on that begins as a pattern says."""
    while (at := text.find("\n", at) + 1) > 0:
        found = pattern.match(text, at)
        if found:
            return found
    return None

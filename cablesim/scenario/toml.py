"""TOML read behind a guard: what would stall or overflow the parser is refused before it runs.

The parser of the standard library needs hours for one key of 20,000 dots and overflows on deep
nesting, so keys and nesting are bounded by a scan that knows strings and remarks.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cablesim.scenario.finding import Finding, ScenarioError, mended

if TYPE_CHECKING:
    from cablesim.scenario.locating import Places
    from cablesim.scenario.scan.source import Expected

MOST_DOTS = 16
MOST_DEPTH = 12
LONGEST_NUMBER = 100
Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | object"
Table: TypeAlias = dict[str, Value]

# Strings and remarks are stepped over, so that only structure is counted.
_PIECE = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|.', re.DOTALL
)
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
# What only the scan can see although the parser reads on: it is said in any case.
_BEYOND_SYNTAX = frozenset({"S101", "S109", "T121"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A TOML text as read: its tables, where all stands, what is wrong with it as TOML.

    `data` holds what the text says, or what it says once the cures are carried out; it is None
    where even then no parser reads it. `text` is the text that was read in the end.
    """

    data: Table | None
    text: str
    places: Places
    findings: tuple[Finding, ...]


def read_toml(text: str, file: str) -> Table:
    """Parse TOML text; raise `ScenarioError` with everything that is wrong with it as TOML."""
    wrong = guard(text, file)
    if wrong is None:
        parsed, _ = _parsed(text)
        if parsed is not None:
            return parsed
        raise ScenarioError(read_whole(text, file).findings)
    raise ScenarioError([wrong])


def read_whole(text: str, file: str, expected: Expected | None = None) -> Reading:
    """Read TOML text that may hold slips: whatever is wrong is told, whatever can be read is."""
    from cablesim.scenario.locating import Places
    from cablesim.scenario.scan.scanner import scan

    wrong = guard(text, file)
    if wrong is not None:
        return Reading(None, text, Places(""), (wrong,))
    source = scan(text, file, expected)
    data, error = _parsed(text)
    findings, right = list(source.findings), text
    if error is None:
        findings = [each for each in findings if each.code in _BEYOND_SYNTAX]
    if error is not None or findings:
        edits = source.edits if error is not None else [e for f in findings for e in f.mend]
        right = mended(text, edits)
        data, error = _parsed(right)
        if error is not None and not findings:
            findings = [_told(error, text, file)]
    return Reading(data, right, Places("", source=source), tuple(sorted(findings, key=_by_place)))


def _by_place(finding: Finding) -> tuple[int, int]:
    """Order findings as a reader meets them."""
    return finding.line, finding.column


def _parsed(text: str) -> tuple[Table | None, Exception | None]:
    """Return what the parser reads, or what it says."""
    try:
        return dict(tomllib.loads(text)), None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, OverflowError) as error:
        return None, error


def _told(error: Exception, text: str, file: str) -> Finding:
    """Return the parser's own words with its place."""
    found = _AT.search(str(error))
    if not isinstance(error, tomllib.TOMLDecodeError):
        return Finding("T110", file, 1, 1, "", "a value here cannot be read", "write it as a text")
    line, column = (int(found[1]), int(found[2])) if found else (text.count("\n") + 1, 1)
    message = _AT.sub("", str(error)).strip().rstrip(".")
    cure = 'write key = "value", texts in straight quotes'
    return Finding("T110", file, line, column, "", message[:1].lower() + message[1:], cure)


def guard(text: str, file: str) -> Finding | None:
    """Tell which bound is passed: keys of many dots, deep nesting, endless numbers."""
    depth = dots = figures = 0
    line = 1
    for piece in _PIECE.findall(text):
        line += piece.count("\n")
        if len(piece) > 1:
            continue
        dots = 0 if piece in "\n=,[{" else dots + (piece == ".")
        figures = figures + 1 if piece.isalnum() or piece == "_" else 0
        depth = max(0, depth + (piece in "[{") - (piece in "]}"))
        wrong = _wrong(depth, dots, figures)
        if wrong:
            return Finding("T128", file, line, 1, "", wrong, "write it more plainly")
    return None


def _wrong(depth: int, dots: int, figures: int) -> str:
    """Say which bound is passed, or nothing."""
    if depth > MOST_DEPTH:
        return f"tables or lists lie more than {MOST_DEPTH} deep in each other"
    if dots > MOST_DOTS:
        return f"a key has more than {MOST_DOTS} dots"
    if figures > LONGEST_NUMBER:
        return f"a name or number has more than {LONGEST_NUMBER} signs without quotes"
    return ""

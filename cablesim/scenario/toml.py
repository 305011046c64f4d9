"""TOML read behind a guard: what would stall or overflow the parser is refused before it runs.

The parser of the standard library needs hours for one key of 20,000 dots and overflows on deep
nesting, so keys and nesting are bounded by a scan that knows strings and remarks.
"""

from __future__ import annotations

import re
import tomllib
from typing import TypeAlias

from cablesim.scenario.finding import Finding, ScenarioError

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


def read_toml(text: str, file: str) -> Table:
    """Parse TOML text; raise `ScenarioError` with the place of what is wrong."""
    _guard(text, file)
    try:
        return dict(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (text.count("\n") + 1, 1)
        message = _AT.sub("", str(error)).strip().rstrip(".")
        cure = 'write key = "value", texts in straight quotes'
        raise ScenarioError([Finding("T110", file, line, column, "", message, cure)]) from error
    except (RecursionError, ValueError, OverflowError) as error:
        finding = Finding(
            "T110", file, 1, 1, "", "a value here cannot be read", "write it as a text"
        )
        raise ScenarioError([finding]) from error


def _guard(text: str, file: str) -> None:
    """Refuse keys of many dots, deep nesting and endless numbers, with their line."""
    depth = dots = figures = 0
    line = 1
    for piece in _PIECE.findall(text):
        line += piece.count("\n")
        if len(piece) > 1:
            continue
        dots = 0 if piece in "\n=,[{" else dots + (piece == ".")
        figures = figures + 1 if piece.isalnum() or piece == "_" else 0
        depth = max(0, depth + (piece in "[{") - (piece in "]}"))
        if piece == "\n" and dots == 0 and depth > MOST_DEPTH:
            break
        wrong = _wrong(depth, dots, figures)
        if wrong:
            raise ScenarioError(
                [Finding("T128", file, line, 1, "", wrong, "write it more plainly")]
            )


def _wrong(depth: int, dots: int, figures: int) -> str:
    """Say which bound is passed, or nothing."""
    if depth > MOST_DEPTH:
        return f"tables or lists lie more than {MOST_DEPTH} deep in each other"
    if dots > MOST_DOTS:
        return f"a key has more than {MOST_DOTS} dots"
    if figures > LONGEST_NUMBER:
        return f"a name or number has more than {LONGEST_NUMBER} signs without quotes"
    return ""

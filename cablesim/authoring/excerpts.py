"""A finding with the line that it is about and a mark below its column, for any screen."""

from __future__ import annotations

from functools import lru_cache

from cablesim.scenario.finding import Finding
from cablesim.scenario.proofs.words import width
from cablesim.text.visible import visible_line

COLUMNS = 80
_MORE = "…"


def excerpt(finding: Finding, text: str, columns: int = COLUMNS) -> tuple[str, ...]:
    """Return the source line with its number and a line with the mark, at most `columns` wide.

    A long line is shown around its column. A text without that line gives nothing.
    """
    lines = _lines(text)
    if not 0 < finding.line <= len(lines) or not text:
        return ()
    number = f"{finding.line:>6} | "
    line, at = _window(lines[finding.line - 1], finding.column - 1, columns - len(number))
    before = width(visible_line(line[:at]))
    return (f"{number}{visible_line(line)}", f"{'':>6} | {'':{before}}^")


@lru_cache(maxsize=16)
def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text, cut once for all its findings."""
    return tuple(text.split("\n"))


def _window(line: str, at: int, room: int) -> tuple[str, int]:
    """Return the piece of a line around a place that fits, and the place within it."""
    at = max(0, min(at, len(line)))
    if width(visible_line(line)) <= room:
        return line, at
    start = max(0, at - room // 3)
    end = start
    used = 2
    while end < len(line):
        used += width(visible_line(line[end]))
        if used > room:
            break
        end += 1
    lead = _MORE if start else ""
    tail = _MORE if end < len(line) else ""
    return f"{lead}{line[start:end]}{tail}", at - start + len(lead)

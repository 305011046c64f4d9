"""Where a key stands in TOML text, since the parser of the standard library does not say.

A scan for table heads and keys; what stands within a value on several lines counts to its key.
"""

from __future__ import annotations

import re

Path = tuple[str | int, ...]
_HEAD = re.compile(r"^\s*(\[\[?)\s*([^\]\n]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"^\s*((?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')(?:\s*\.\s*[A-Za-z0-9_\"'-]+)*)\s*="
)


def _names(dotted: str) -> Path:
    """Split a dotted key into its names, quotes taken off."""
    return tuple(
        part.strip().strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.]+", dotted)
    )


class Places:
    """The places of all heads and keys of one TOML text."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._places: dict[Path, tuple[int, int]] = {(): (1, 1)}
        self._scan()

    def _scan(self) -> None:
        """Note every head and key with its line and column."""
        table: Path = ()
        counts: dict[Path, int] = {}
        inside = ""
        for number, line in enumerate(self._lines, 1):
            if inside:
                inside = "" if line.count(inside) % 2 else inside
                continue
            head = _HEAD.match(line)
            key = _KEY.match(line)
            if head and not key:
                table = self._table(_names(head[2]), counts, many=head[1] == "[[")
                self._places[table] = (number, line.index("[") + 1)
            elif key:
                column = len(line) - len(line.lstrip()) + 1
                self._places.setdefault((*table, *_names(key[1])), (number, column))
            inside = _opens(line)

    def _table(self, names: Path, counts: dict[Path, int], *, many: bool) -> Path:
        """Return the path of a table head; a list of tables counts from 0."""
        path: Path = ()
        for depth, name in enumerate(names):
            path = (*path, name)
            last = depth == len(names) - 1
            if last and many:
                counts[path] = counts.get(path, -1) + 1
            if path in counts:
                path = (*path, counts[path])
        return path

    def of(self, path: Path) -> tuple[int, int]:
        """Return line and column of a key, or of the nearest thing around it."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, (1, 1))


def _opens(line: str) -> str:
    """Return the quotes of a text on several lines that begins on this line."""
    for quotes in ("'''", '"""'):
        if line.count(quotes) % 2:
            return quotes
    return ""

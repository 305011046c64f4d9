"""Where every value of a TOML text begins and ends, so that one can be changed and no more.

The parser of the standard library gives values without places; this scan gives places without
values. It reads text that the parser has accepted and does not judge it again.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
_BARE = re.compile(r"[^,\]}#\r\n]*")
_BLANKS = re.compile(r"[ \t]*")
_BETWEEN_LINES = re.compile(r"(?:[ \t\r\n\ufeff]+|#[^\n]*)*")
_BETWEEN = re.compile(r"(?:[ \t\r\n,]+|#[^\n]*)*")
# Up to two more quotes may belong to a long text; the last form takes what has no end.
_QUOTED = (
    re.compile(r'"""(?:[^\\"]|\\.|"(?!""))*"""(?:"{1,2}(?!"))?', re.DOTALL),
    re.compile(r"'''(?:[^']|'(?!''))*'''(?:'{1,2}(?!'))?", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"(?!"")'),
    re.compile(r"'[^'\n]*'(?!'')"),
    re.compile(r"[\s\S]*"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A key with its value: where the key begins, where the value begins and ends (offsets)."""

    key: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: its path, where its line begins and where the line ends."""

    path: Path
    start: int
    end: int


@dataclass(slots=True)
class Layout:
    """All heads in order, the first of them the text itself, and all keys by path."""

    heads: list[Head] = field(default_factory=lambda: [Head((), 0, 0)])
    keys: dict[Path, Span] = field(default_factory=dict)

    def count(self, path: Path) -> int:
        """Return how many tables stand in the list of tables at a path."""
        return len({head.path[len(path)] for head in self.heads if _within(head.path, path)})


def _within(path: Path, list_path: Path) -> bool:
    """Tell whether a path lies in the list of tables at another path."""
    size = len(list_path)
    return len(path) > size and path[:size] == list_path and isinstance(path[size], int)


def layout(text: str) -> Layout:
    """Return where every head, key and value of a TOML text stands."""
    return _Scan(text).run()


def _unquoted(name: str) -> str:
    """Return a name without its quotes."""
    return str(tomllib.loads(f"x = {name}")["x"]) if "\\" in name else name[1:-1]


class _Scan:
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found = Layout()
        self._counts: dict[Path, int] = {}

    def run(self) -> Layout:
        """Read heads and keys to the end of the text."""
        table: Path = ()
        while self._skip(_BETWEEN_LINES):
            if self.text[self.at] == "[":
                table = self._head()
            else:
                self._pair(table)
        return self.found

    def _skip(self, between: re.Pattern[str]) -> bool:
        """Step over blanks and remarks; tell whether anything is left."""
        found = between.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at < len(self.text)

    def _line_end(self) -> int:
        """Return where the present line ends."""
        end = self.text.find("\n", self.at)
        return len(self.text) if end < 0 else end

    def _head(self) -> Path:
        """Read a table's head and return its path."""
        start = self.text.rfind("\n", 0, self.at) + 1
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        path = self._resolved(self._names("]"), many=many)
        self.at = self._line_end()
        end = min(self.at + 1, len(self.text))
        self.found.heads.append(Head(path, start, end))
        return path

    def _resolved(self, names: list[str], *, many: bool) -> Path:
        """Return the path of a head; within a list of tables it is the last one so far."""
        path: Path = ()
        for depth, name in enumerate(names, 1):
            path = (*path, name)
            if many and depth == len(names):
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _names(self, end: str) -> list[str]:
        """Read the names of a dotted key up to a sign."""
        names: list[str] = []
        while self.at < len(self.text) and self.text[self.at] != end:
            sign = self.text[self.at]
            if sign in " \t.":
                self.at += 1
                continue
            start = self.at
            if sign in "\"'":
                self._quoted()
                names.append(_unquoted(self.text[start : self.at]))
            else:
                while self.at < len(self.text) and self.text[self.at] not in f" \t.{end}\n":
                    self.at += 1
                names.append(self.text[start : self.at])
            if self.at == start:
                break
        return names

    def _pair(self, table: Path) -> None:
        """Read a key and its value."""
        key = self.at
        names = self._names("=")
        self.at += 1
        self._skip(_BLANKS)
        start = self.at
        self._value((*table, *names))
        self.found.keys[(*table, *names)] = Span(key, start, self.at)
        if self.at <= key:
            self.at = key + 1

    def _value(self, path: Path) -> None:
        """Step over a value; note the places of what is in it."""
        sign = self.text[self.at : self.at + 1]
        if sign in {'"', "'"}:
            self._quoted()
        elif sign == "[":
            self._list(path)
        elif sign == "{":
            self._inline(path)
        else:
            bare = _BARE.match(self.text, self.at)
            self.at += len(bare[0].rstrip()) if bare else 0

    def _list(self, path: Path) -> None:
        """Step over a list; its values count from 0."""
        self.at += 1
        number = 0
        while self._skip(_BETWEEN) and self.text[self.at] != "]":
            start = self.at
            self._value((*path, number))
            self.found.keys[(*path, number)] = Span(start, start, self.at)
            number += 1
            if self.at == start:
                break
        self.at += 1

    def _inline(self, path: Path) -> None:
        """Step over an inline table."""
        self.at += 1
        while self._skip(_BETWEEN) and self.text[self.at] != "}":
            start = self.at
            self._pair(path)
            if self.at == start:
                break
        self.at += 1

    def _quoted(self) -> None:
        """Step over a text in quotes, on one line or several; one without end goes to the end."""
        form = next(form for form in _QUOTED if form.match(self.text, self.at))
        found = form.match(self.text, self.at)
        self.at = found.end() if found else len(self.text)

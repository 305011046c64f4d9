"""Rewriting a scenario's older files in the present format, by small edits that keep remarks.

The steps are those by which older files are read (see `cablesim.scenario.migrating`): keys with
new names. Here each is done in the text itself; what comes out must say, to the parser, exactly
what reading the old file says, else the file is left alone.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cablesim.authoring.editing import EditRefused, set_value
from cablesim.authoring.spans import Head, Layout, Span, layout
from cablesim.authoring.spans import Path as Keys
from cablesim.authoring.writing import write_whole
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.migrating import FORMAT, Rename, migrated, steps_from
from cablesim.scenario.places import HEAD
from cablesim.scenario.reading import read_folder
from cablesim.scenario.toml import read_toml

_NAME = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file in the old format and in the present one."""

    name: str
    older: int
    before: str
    after: str

    @property
    def diff(self) -> tuple[str, ...]:
        """The lines that change, with two lines around them."""
        old, new = self.before.splitlines(), self.after.splitlines()
        names = (f"{self.name} (format {self.older})", f"{self.name} (format {FORMAT})")
        return tuple(difflib.unified_diff(old, new, *names, n=2, lineterm=""))


def rewritten(path: Path) -> tuple[Rewritten, ...]:
    """Return the files of a folder that are older than the present format; nothing is written.

    Raises `EditRefused` where one of them cannot be rewritten by small edits.
    """
    files = {each.name for each in path.glob("*.toml") if each.is_file()}
    found = (_rewritten(path, name, files) for name in sorted(files))
    return tuple(each for each in found if each is not None)


def rewrite(path: Path, files: tuple[Rewritten, ...]) -> tuple[str, ...]:
    """Write files in the present format, each after a copy of it; return the copies' names."""
    copies: list[str] = []
    for each in files:
        copy = _free(path, f"{each.name}.format-{each.older}.bak")
        write_whole(path / copy, each.before.encode())
        write_whole(path / each.name, each.after.encode())
        copies.append(copy)
    return tuple(copies)


def _free(path: Path, name: str) -> str:
    """Return a name that no file has yet."""
    number, free = 2, name
    while (path / free).exists():
        number, free = number + 1, f"{name}.{number}"
    return free


def _rewritten(path: Path, name: str, files: set[str]) -> Rewritten | None:
    """Return one file rewritten, or None where it needs nothing."""
    before = read_folder(path, (name,)).text(name)
    data = read_toml(before, name)
    older = data.get("format")
    steps = steps_from(older)
    if not steps or not isinstance(older, int):
        return None
    # A small scenario has the tables of several files in its head.
    absent = {each.file for step in steps for each in step.renames} - files
    parts = (name, *sorted(absent)) if name == HEAD else (name,)
    after = before
    for rename in (each for step in steps for part in parts for each in step.of(part)):
        after = renamed(after, rename)
    after = set_value(after, ("format",), FORMAT)
    if read_toml(after, name) != migrated(data, name, *parts)[0]:
        raise EditRefused(f"{name} cannot be rewritten by small edits; write it anew by hand")
    return Rewritten(name, older, before, after)


def renamed(text: str, rename: Rename) -> str:
    """Return a TOML text in which one key or table has its new name, wherever it stands."""
    target = (*rename.table, rename.old)
    try:
        read_toml(text, rename.file)
    except ScenarioError as error:
        raise EditRefused(f"{rename.file} cannot be read: {error}") from error
    found = layout(text)
    for start, end in sorted(_places(text, found, target, rename.new), reverse=True):
        text = text[:start] + rename.new + text[end:]
    return text


def _places(
    text: str, found: Layout, target: tuple[str, ...], new: str
) -> Iterator[tuple[int, int]]:
    """Yield where a name stands that is to be another; a table that has the new one is left."""
    heads = {(head.path, head.start) for head in found.heads}
    taken = {path[:-1] for path in found.keys if path[-1:] == (new,)}
    taken |= {path[:-1] for path, _ in heads if path and path[-1] == new}
    taken |= {path[:-2] for path, _ in heads if len(path) > 1 and path[-2] == new}
    for path, span in found.keys.items():
        yield from _within(text, path, target, taken, span)
    for head in found.heads[1:]:
        yield from _within(text, head.path, target, taken, head)


def _within(
    text: str, path: Keys, target: tuple[str, ...], taken: set[Keys], place: Span | Head
) -> Iterator[tuple[int, int]]:
    """Yield where a key's or head's own text has the name."""
    names = tuple(part for part in path if isinstance(part, str))
    if names[: len(target)] != target or _prefix(path, len(target)) in taken:
        return
    whole = isinstance(place, Head)
    start = place.start if isinstance(place, Head) else place.key
    end = text.index("]" if whole else "=", start)
    spots = list(_NAME.finditer(text, start, end))
    # A head has all names of its path; a key has the last ones only.
    at = len(target) - 1 - (0 if whole else len(names) - len(spots))
    if 0 <= at < len(spots):
        yield spots[at].span()


def _prefix(path: Keys, count: int) -> Keys:
    """Return the path of the table in which the name with a place among the names stands."""
    seen = 0
    for place, part in enumerate(path):
        seen += isinstance(part, str)
        if seen == count:
            return path[:place]
    return path

"""What is said of keys: unknown ones, missing ones, and those that fell into the table above.

A slip of the pen makes two mistakes for a machine (one key unknown, another missing) and is one
for its author; so the two are told together, at the place where the hand slipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cablesim.scenario.finding import Edit, Finding, nearest, shortened
from cablesim.scenario.jsonschema import Node, Shape
from cablesim.scenario.locating import Path, Places

if TYPE_CHECKING:
    from cablesim.scenario.toml import Table

# What the standing of a claim asks for, by the key that is missing: code, message, cure.
_ASKED_FOR = {
    "from": ("H104", "an inference says what it rests on", 'write from = ["..."] with claim ids'),
    "source": ("H106", "what is known from elsewhere has its source", 'write source = "..."'),
    "asks": ("H107", "a gap leaves a question", 'write asks = "...?"'),
    "quote": ("H120", "a claim of the page has its quote", 'write quote = "..." from the page'),
    "line": ("H120", "a claim of the page has its line", "write line = ... with the line's number"),
}
_SAMPLES = {"string": '"..."', "integer": "1", "array": '["..."]', "boolean": "true"}
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(slots=True)
class Slips:
    """A file's data, its shape, where all stands, and its name."""

    shape: Shape
    data: Table
    places: Places
    file: str
    missing: dict[Path, set[str]] = field(default_factory=dict)

    def table(self, path: Path) -> dict[str, object]:
        """Return the table at a path, or an empty one."""
        here: object = self.data
        for part in path:
            if isinstance(part, int) and isinstance(here, list) and part < len(here):
                here = here[part]
            elif isinstance(part, str) and isinstance(here, dict):
                here = here.get(part)
            else:
                return {}
        return here if isinstance(here, dict) else {}

    def finding(
        self, code: str, path: Path, message: str, cure: str = "", *mend: Edit, value: bool = False
    ) -> Finding:
        """Return a finding at a key, or at its value."""
        line, column = self.places.value(path) if value else self.places.of(path)
        key = shortened(".".join(str(part) for part in path))
        return Finding(code, self.file, line, column, key, message, cure, mend)


Key = tuple[str, Path]


def said_of_keys(found: list[Key], slips: Slips) -> list[Finding]:
    """Return what is wrong with keys; each item is a kind of mistake and the path it stands at."""
    for kind, path in found:
        if kind == "missing":
            slips.missing.setdefault(path[:-1], set()).add(str(path[-1]))
    unknown = [path for kind, path in found if kind == "extra_forbidden"]
    findings = [each for path in _standing(found) for each in _no_standing(path, slips)]
    findings += [each for path in _runs(unknown, slips) for each in _unknown(path, slips)]
    for table, keys in slips.missing.items():
        findings += [_missing(table, key, slips) for key in sorted(keys)]
    return findings


def _standing(found: list[Key]) -> list[Path]:
    """Return the tables whose kind cannot be told."""
    return [path for kind, path in found if kind.startswith("union_tag")]


def _no_standing(path: Path, slips: Slips) -> list[Finding]:
    """Say that the key which decides the kind of a table is missing, misspelled or unknown."""
    table = slips.table(path)
    tags = {"standing", "kind"} & set(slips.shape.known(path))
    tag = next(iter(sorted(tags)), "standing")
    known = slips.shape.known(path)
    if tag in table:
        choices = _choices(tag, known, slips.shape, path)
        near = nearest(str(table[tag]), choices)
        cure = f"write one of {', '.join(choices)}"
        message = f"'{shortened(table[tag])}' is no {tag}"
        mend = _revalued(slips, (*path, tag), near)
        return [slips.finding("S107", (*path, tag), message, cure, *mend, value=True)]
    odd = [key for key in table if key not in known and nearest(key, [tag])]
    if odd:
        return [_renamed(slips, (*path, odd[0]), tag)]
    return [
        slips.finding("S102", path, f"'{tag}' is missing here", f'write {tag} = "..."')
        if (*path, tag) not in slips.places.source.touched
        else slips.finding("S107", path, f"the {tag} is not known", "")
    ]


def _choices(tag: str, known: dict[str, Node], shape: Shape, path: Path) -> list[str]:
    """Return the values of a key that decides the kind of a table."""
    found: set[str] = set()
    for node in (known[tag], *shape.alternatives((*path, tag))):
        constant, listed = node.get("const"), node.get("enum")
        found |= {str(constant)} if constant is not None else set()
        found |= {str(each) for each in listed} if isinstance(listed, list) else set()
    return sorted(found)


def _revalued(slips: Slips, path: Path, right: str) -> tuple[Edit, ...]:
    """Return the edit that writes another text as a value, where one is known."""
    written = slips.places.written(path)
    if written is None or not right:
        return ()
    return (Edit(written[0], written[0] + len(written[1]), f'"{right}"'),)


def _renamed(slips: Slips, path: Path, near: str) -> Finding:
    """Say that a key is not known, and which one is near; the edit renames it."""
    at = slips.places.source.keys.get(path)
    mend: tuple[Edit, ...] = ()
    written = _BARE.match(slips.places.source.text, at) if at is not None else None
    if written is not None and written[0] == path[-1]:
        mend = (Edit(written.start(), written.end(), near),)
    message = f"the key '{shortened(path[-1])}' is not known here"
    return slips.finding("S101", path, message, f"write '{near}'", *mend)


def _runs(unknown: list[Path], slips: Slips) -> list[Path]:
    """Return the unknown keys in the order of the file."""
    return sorted(unknown, key=slips.places.of)


def _unknown(path: Path, slips: Slips) -> list[Finding]:
    """Say what an unknown key was meant to be: another word, or a key of another table."""
    table, key = path[:-1], str(path[-1])
    missing = slips.missing.get(table, set())
    known = slips.shape.known(table)
    above = _owner(table, key, slips)
    within = "" if above is not None else _within(table, key, slips)
    if within:
        missing.discard(within)
        return [_renamed(slips, path, f"{within}.{key}")]
    near = nearest(key, missing)
    if near:
        missing.discard(near)
        return [_renamed(slips, path, near)]
    if above is not None:
        return _fallen(path, above, slips)
    near = nearest(key, [name for name in known if name not in slips.table(table)])
    if near:
        return [_renamed(slips, path, near)]
    message = f"the key '{shortened(key)}' is not known here"
    span = slips.places.source.spans.get(path)
    mend = (Edit(span[0], span[1] + 1, ""),) if span else ()
    choice = ", ".join(sorted(name for name in known if name not in slips.table(table)))
    cure = f"take it out; known here are also: {shortened(choice)}" if choice else "take it out"
    return [slips.finding("S101", path, message, cure, *mend)]


def _owner(table: Path, key: str, slips: Slips) -> Path | None:
    """Return the table around this one that knows a key and lacks it."""
    for size in range(len(table) - 1, -1, -1):
        above = table[:size]
        if key in slips.shape.known(above) and key not in slips.table(above):
            return above
    return None


def _within(table: Path, key: str, slips: Slips) -> str:
    """Return the one table within this one that knows a key and lacks it, or nothing."""
    names = tuple(str(part) for part in table if isinstance(part, str))
    found = [
        name
        for name in slips.shape.known(table)
        if key in slips.shape.known((*table, name))
        and not slips.shape.many((*names, name))
        and key not in slips.table((*table, name))
    ]
    return found[0] if len(found) == 1 else ""


def _fallen(path: Path, above: Path, slips: Slips) -> list[Finding]:
    """Say that a key stands below the head of another table than its own; the edit moves it up.

    Of several keys that fell together, the first one is told with the others.
    """
    table, key = path[:-1], str(path[-1])
    slips.missing.get(above, set()).discard(key)
    source = slips.places.source
    name = ".".join(str(part) for part in table if isinstance(part, str))
    span, head = source.spans.get(path), source.heads.get(_first_below(above, source.heads))
    owner = ".".join(str(part) for part in above if isinstance(part, str))
    where = f"table '{owner}'" if owner else "head of the file"
    mend: tuple[Edit, ...] = ()
    cure = f"move it up to the {where}, above the first head below that"
    if span is not None and head is not None:
        moved = source.text[span[0] : span[1]].rstrip("\n") + "\n"
        start = source.line_start(head)
        mend = (Edit(start, start, moved), Edit(span[0], span[1] + 1, ""))
        cure = f"move it up to the {where}: above line {source.place(head)[0]}"
    message = f"the key '{key}' belongs to the {where} and fell into the table '{name}' above it"
    return [slips.finding("S110", path, message, cure, *mend)]


def _first_below(above: Path, heads: dict[Path, int]) -> Path:
    """Return the first table within another one that has a head of its own."""
    within = [path for path in heads if len(path) > len(above) and path[: len(above)] == above]
    return min(within, key=lambda path: heads[path], default=())


def _missing(table: Path, key: str, slips: Slips) -> Finding:
    """Say that a key is missing, at the head of its table."""
    standing = slips.table(table).get("standing")
    if standing is not None and key in _ASKED_FOR:
        code, message, cure = _ASKED_FOR[key]
        return slips.finding(code, table, f"{message}, and '{key}' is missing", cure)
    sample = next(
        (_SAMPLES[kind] for kind in slips.shape.kinds((*table, key)) if kind in _SAMPLES), ""
    )
    many = slips.shape.many(tuple(str(part) for part in (*table, key) if isinstance(part, str)))
    if not sample or many:
        heads = f"[[{key}]]" if many else f"[{key}]"
        return slips.finding("S102", table, f"the table '{key}' is missing", f"write {heads}")
    return slips.finding("S102", table, f"'{key}' is missing here", f"write {key} = {sample}")

"""Small edits of a scenario's TOML text: one value, one key, one table; every other byte stays.

Remarks, order, alignment and line ends are the author's and are kept. Each edit is proved: the
text that comes out is parsed, and must differ from the text that went in by exactly what was
asked for, else `EditRefused` is raised and nothing is changed.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from cablesim.authoring.spans import Head, Layout, Path, Span, layout
from cablesim.errors import CablesimError
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.toml import Table, read_toml

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"
LONGEST_LINE = 96


class EditRefused(CablesimError):  # noqa: N818 - the name says what was found.
    """An edit that cannot be made without touching more than it should."""


def set_value(text: str, path: Path, value: Value) -> str:
    """Return the text with the value at a path set; a key that is not there yet is added.

    A new key stands after the last key of its table, aligned as that one is.
    """
    found = layout(text)
    if path in found.keys:
        span = found.keys[path]
        after = text[: span.start] + written(value) + text[span.end :]
    elif path[:-1] in found.keys:
        after = _within_inline(text, found.keys[path[:-1]], path, value)
    else:
        after = _added(text, found, path, value)
    return _proved(text, after, path, value)


def unset(text: str, path: Path) -> str:
    """Return the text without a key that stands on lines of its own."""
    found = layout(text)
    span = found.keys.get(path)
    if span is None:
        return text
    start, end = text.rfind("\n", 0, span.key) + 1, _line_after(text, span.end)
    rest = text[span.end : end].strip()
    if text[start : span.key].strip() or (rest and not rest.startswith("#")):
        raise EditRefused(f"'{dotted(path)}' shares its line with others; take it out by hand")
    return _proved(text, text[:start] + text[end:], path, None)


def append_table(text: str, name: str, values: Mapping[str, Value]) -> str:
    """Return the text with one more `[[name]]` table, after the last of that name."""
    found = layout(text)
    number = found.count((name,))
    newline = _newline(text)
    lines = [f"[[{name}]]", *(f"{_key(key)} = {written(value)}" for key, value in values.items())]
    at = _end_of(text, found, (name,)) if number else len(text)
    before = text[:at]
    if before and not before.endswith("\n"):
        before += newline
    gap = newline if before else ""
    after = f"{before}{gap}{newline.join(lines)}{newline}{text[at:]}"
    return _proved(text, after, (name, number), dict(values))


def table_count(text: str, name: str) -> int:
    """Return how many `[[name]]` tables a text has."""
    return layout(text).count((name,))


def dotted(path: Path) -> str:
    """Return a path as authors write it; places in lists are counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


# How values are written.


def written(value: Value) -> str:
    """Return a value as TOML: a text of several lines between three quotes, a list or table whole.

    >>> written({"first": 3, "last": 19})
    '{ first = 3, last = 19 }'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {written(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    items = [written(item) for item in value]
    whole = f"[{', '.join(items)}]"
    if len(whole) <= LONGEST_LINE and "\n" not in whole:
        return whole
    return "[\n" + "".join(f"  {item},\n" for item in items) + "]"


def _text(value: str) -> str:
    """Return a text as TOML."""
    plain = all(sign.isprintable() or sign == "\n" for sign in value)
    if "\n" in value and plain and "'''" not in value and not value.endswith("'"):
        return f"'''\n{value}'''"
    # A text of JSON is one of TOML but for the sign DEL, which JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    """Return a key, in quotes where it must be."""
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isascii() and bare.isalnum() else _text(name)


# Where new lines go.


def _newline(text: str) -> str:
    """Return the line end that a text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def _line_after(text: str, at: int) -> int:
    """Return where the line after a place begins."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _added(text: str, found: Layout, path: Path, value: Value) -> str:
    """Put a key behind the last key of its table, or behind the table's head."""
    heads = [head for head in found.heads if head.path == path[:-1]]
    if not heads:
        raise EditRefused(f"there is no table '{dotted(path[:-1])}' to put '{path[-1]}' into")
    head = heads[-1]
    own = [span for key, span in found.keys.items() if _is_own(key, span, head, found)]
    last = max(own, key=lambda span: span.end, default=None)
    at = head.end if last is None else _line_after(text, last.end)
    newline = _newline(text)
    line = f"{_aligned(text, last, _key(str(path[-1])))}= {written(value)}{newline}"
    before = text[:at]
    if before and not before.endswith("\n"):
        before += newline
    return before + line + text[at:]


def _is_own(key: Path, span: Span, head: Head, found: Layout) -> bool:
    """Tell whether a key stands directly in the table under a head."""
    following = [other.start for other in found.heads if other.start > head.start]
    until = min(following, default=None)
    return (
        len(key) > len(head.path)
        and key[: len(head.path)] == head.path
        and span.key >= head.end
        and (until is None or span.key < until)
    )


def _aligned(text: str, last: Span | None, key: str) -> str:
    """Return a key with blanks behind it, so that its = stands under the one before."""
    if last is None:
        return f"{key} "
    line = text[text.rfind("\n", 0, last.key) + 1 : last.start]
    indent = len(line) - len(line.lstrip())
    column = line.find("=") - indent
    return " " * indent + key.ljust(max(column - 1, 0)) + " "


def _within_inline(text: str, parent: Span, path: Path, value: Value) -> str:
    """Put a key into an inline table."""
    if text[parent.start] != "{":
        raise EditRefused(f"'{dotted(path[:-1])}' is no table")
    inner = text[parent.start + 1 : parent.end - 1].rstrip()
    comma = "," if inner.strip() else ""
    pair = f"{_key(str(path[-1]))} = {written(value)}"
    return f"{text[: parent.start]}{{{inner}{comma} {pair} }}{text[parent.end :]}"


def _end_of(text: str, found: Layout, path: Path) -> int:
    """Return where the last table of a list ends: behind its last key or head."""
    size = len(path)
    ends = [head.end for head in found.heads if head.path[:size] == path]
    ends += [_line_after(text, span.end) for key, span in found.keys.items() if key[:size] == path]
    return max(ends)


# Proof.


def _proved(before: str, after: str, path: Path, value: Value | None) -> str:
    """Return the edited text if it says what was asked for and nothing else."""
    try:
        wanted, found = read_toml(before, "the file"), read_toml(after, "the file")
    except ScenarioError as error:
        raise EditRefused(f"this file cannot be edited by form: {error}") from error
    _apply(wanted, path, value)
    if found != wanted:
        raise EditRefused(f"'{dotted(path)}' cannot be changed by form here; write it by hand")
    return after


def _apply(data: Table, path: Path, value: Value | None) -> None:
    """Do an edit on the data, as the text should say it afterwards."""
    here: object = data
    for part, following in itertools.pairwise(path):
        if isinstance(here, dict):
            here = here.setdefault(part, [] if isinstance(following, int) else {})
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part]
    last = path[-1]
    if isinstance(here, dict):
        if value is None:
            here.pop(last, None)
        else:
            here[last] = _plain(value)
    elif isinstance(here, list) and isinstance(last, int) and value is not None:
        here[last : last + 1] = [_plain(value)]


def _plain(value: Value) -> object:
    """Return a value as the parser would give it."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (str, int)):
        return value
    return [_plain(item) for item in value]

"""A scan of TOML text that never stops: every key, every value, every slip with its cure.

The parser of the standard library stays the reader of record. It stops at the first slip, says
little, and gives no places; this scan finds the places of everything, and where an author's text
is no TOML yet, what was meant by it. Its edits, carried out, give a text that the parser reads, so
that all else can be checked in the same breath.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field

from cablesim.scenario.finding import Edit, nearest
from cablesim.scenario.scan.source import NAMES, Anything, EnoughError, Expected, Path, Source
from cablesim.scenario.scan.strings import OPENING
from cablesim.scenario.scan.values import after, equals, no_value, value

_HEAD = re.compile(rf"(\[\[?)[ \t]*({NAMES})[ \t]*(\]\]?)")
_LOOSE_HEAD = re.compile(
    r"((?:[\[\]][ \t]*)+)([A-Za-z0-9_.\" -]+?)[ \t]*((?:[\[\]][ \t]*)*)(?:#[^\n]*)?(?=\n|\Z)"
)
_KEY = re.compile(NAMES)
_WORDS_KEY = re.compile(rf"([^\s=:#\"'\[][^=:#\n\"']*?|[{OPENING}][^=\n]*?)[ \t]*=[ \t]*(?=\S)")
_PLAIN = re.compile(r"[a-z][a-z0-9 _-]*")
_NEXT_KEY = re.compile(rf"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*({NAMES})[ \t]*=")


@dataclass(slots=True)
class _Tables:
    """Where the scan stands: the open table, its keys, and how often each list of tables began."""

    path: Path = ()
    counts: dict[Path, int] = field(default_factory=dict)
    singles: dict[Path, int] = field(default_factory=dict)
    keys: dict[Path, int] = field(default_factory=dict)
    double: bool = False


def scan(text: str, file: str, expected: Expected | None = None) -> Source:
    """Scan TOML text whose nesting is bounded; what is wrong becomes a finding with its cure."""
    source = Source(text, file, expected or Anything())
    with suppress(EnoughError):
        _scan(source)
    return source


def _scan(source: Source) -> None:
    """Scan statement by statement."""
    text = source.text
    tables = _Tables()
    at = 0
    while at < len(text):
        place = source.skip(at)
        if place >= len(text):
            break
        sign = text[place]
        if sign == "\n":
            at = place + 1
            continue
        if sign == "#":
            at = source.line_end(place) + 1
            continue
        end = _head(source, place, tables) if sign == "[" else _statement(source, place, tables)
        at = max(after(source, end), place) + 1


def _head(source: Source, at: int, tables: _Tables) -> int:
    """Step over the head of a table and open it."""
    text = source.text
    found = _HEAD.match(text, at)
    if found is not None and len(found[1]) == len(found[3]) and source.rest_is_blank(found.end()):
        _open(source, tables, at, found[2], double=len(found[1]) > 1, end=found.end())
        return found.end()
    loose = found if found is not None and len(found[1]) == len(found[3]) else None
    if loose is None:
        loose = _LOOSE_HEAD.match(text, at)
    if loose is None:
        source.fault(
            "T124",
            at,
            "this is no head of a table",
            "write [name] or [[name]]",
            guess=(Edit(at, at, "# "),),
        )
        return source.line_end(at)
    end = loose.end(3)
    if loose is found:
        _open(source, tables, at, loose[2], double=len(loose[1]) > 1, end=end)
        return end
    name = loose[2].strip()
    plain = re.sub(r"[ \t]*\.[ \t]*", ".", name.replace('"', "").strip(" ."))
    right = name if _KEY.fullmatch(name) else re.sub(r"[ \t]+", "-", plain)
    wanted = source.expected.many(source.names(right))
    brackets = loose[1].count("[") + loose[3].count("]")
    double = brackets > 2 if wanted is None else wanted  # noqa: PLR2004 - two pairs of brackets.
    shown = f"[[{right}]]" if double else f"[{right}]"
    source.fault(
        "T124",
        at,
        "the head of this table is not well formed",
        f"write {shown}",
        Edit(at, end, shown),
    )
    _open(source, tables, at, right, double=double, end=end, mended=True)
    return end


def _open(
    source: Source,
    tables: _Tables,
    at: int,
    dotted: str,
    *,
    double: bool,
    end: int,
    mended: bool = False,
) -> None:
    """Open a table: note its place, count it if it is one of a list, mend its brackets."""
    names, end = _known_names(source, tables, at, dotted, end)
    dotted = ".".join(names) if names != source.names(dotted) else dotted
    above = _resolved(names[:-1], tables)
    path = (*above, names[-1])
    wanted = source.expected.many(names)
    is_many = double if wanted is None else wanted
    if wanted is None and not double and path in tables.counts:
        is_many = True
    if is_many is not double and not mended:
        right = f"[[{dotted}]]" if is_many else f"[{dotted}]"
        one, two = ("one pair", "two pairs") if is_many else ("two pairs", "one pair")
        source.fault(
            "S109",
            at,
            f"'{dotted}' stands in {one} of brackets here and needs {two}",
            f"write {right}",
            Edit(at, end, right),
        )
    if is_many:
        tables.counts[path] = tables.counts.get(path, -1) + 1
        path = (*path, tables.counts[path])
    elif path in tables.singles:
        line = source.place(tables.singles[path])[0]
        source.fault(
            "T122",
            at,
            f"the table [{dotted}] stands already on line {line}",
            "write its keys there, and take this head out",
        )
    else:
        tables.singles[path] = at
    tables.path, tables.keys, tables.double = path, {}, is_many
    source.key(path, at)
    source.heads[path] = at


def _known_names(
    source: Source, tables: _Tables, at: int, dotted: str, end: int
) -> tuple[tuple[str, ...], int]:
    """Return a table's names; those that the format does not know are mended, where it is told."""
    names = source.names(dotted)
    known = source.expected.known(_resolved(names[:-1], tables))
    if not known or names[-1] in known:
        return names, end
    homes = source.expected.homes(names[-1])
    near = nearest(names[-1], known)
    right = homes[0] if len(homes) == 1 and not near else ".".join((*names[:-1], near))
    if not near and len(homes) != 1:
        return names, end
    double = source.expected.many(tuple(right.split(".")))
    shown = f"[[{right}]]" if double else f"[{right}]"
    message = f"the table '{dotted}' is not known here"
    source.fault("S101", at, message, f"write {shown}", Edit(at, end, shown))
    return tuple(right.split(".")), end


def _resolved(names: tuple[str, ...], tables: _Tables) -> Path:
    """Return the path of a table's names; a list of tables means its last one."""
    path: Path = ()
    for name in names:
        path = (*path, name)
        if path in tables.counts:
            path = (*path, tables.counts[path])
    return path


def _statement(source: Source, at: int, tables: _Tables) -> int:
    """Step over a key and its value; return the offset behind them."""
    text = source.text
    found = _KEY.match(text, at)
    place = source.skip(found.end()) if found else at
    if found is None or text[place : place + 1] not in {"=", ":", "-", '"', "'", "\n", "#", ""}:
        return _odd_key(source, at, tables)
    following = text[place : place + 2]
    if following[:1] in {"\n", "#", ""} or (following[0] == "-" and following != "->"):
        return _stray(source, at, found[0], tables)
    return _pair(source, at, found[0], place, tables)


def _pair(source: Source, at: int, key: str, place: int, tables: _Tables) -> int:
    """Step over a key whose sign and value come next."""
    names = source.names(key)
    path = (*tables.path, *names)
    first = path not in tables.keys
    if not first and _begins_anew(source, place, tables):
        path = _missing_head(source, at, names, tables)
        first = True
    place = source.skip(equals(source, place, key))
    if first:
        tables.keys[path] = at
        source.key(path, at)
    if place >= len(source.text) or source.text[place] in "\n#":
        source.touched.add(path)
        no_value(source, key, at, place)
        end = place
    else:
        end = value(source, place, path if first else ("", *path))
    if first:
        source.spans.setdefault(path, (source.line_start(at), source.line_end(end)))
    else:
        _twice(source, at, key, tables.keys[path], end)
    return end


def _begins_anew(source: Source, at: int, tables: _Tables) -> bool:
    """Tell whether a key that stands twice begins another table whose head is missing."""
    if not tables.double:
        return False
    following = _NEXT_KEY.match(source.text, source.line_end(at))
    return following is not None and (*tables.path, *source.names(following[1])) in tables.keys


def _missing_head(source: Source, at: int, names: tuple[str, ...], tables: _Tables) -> Path:
    """Note that the head of the next table in a list is missing, and open that table."""
    above = tables.path[:-1]
    dotted = ".".join(str(part) for part in above if isinstance(part, str))
    source.fault(
        "T122",
        at,
        f"'{names[0]}' stands already in this table, and here another one seems to begin",
        f"write [[{dotted}]] on a line above",
        Edit(source.line_start(at), source.line_start(at), f"[[{dotted}]]\n"),
    )
    tables.counts[above] += 1
    tables.path, tables.keys = (*above, tables.counts[above]), {}
    source.key(tables.path, at)
    return (*tables.path, *names)


def _twice(source: Source, at: int, key: str, before: int, end: int) -> None:
    """Note a key that stands twice in one table."""
    start, stop = source.line_start(at), min(source.line_end(end) + 1, len(source.text))
    source.fault(
        "T122",
        at,
        f"'{key}' stands already on line {source.place(before)[0]}",
        "keep one of the two lines",
        Edit(start, stop, ""),
    )


def _odd_key(source: Source, at: int, tables: _Tables) -> int:
    """Mend a key of several words, or of signs that no key has."""
    found = _WORDS_KEY.match(source.text, at)
    if found is None:
        return _stray(source, at, "", tables)
    words = found[1].strip(OPENING + " \t")
    near = nearest(words.replace(" ", "_"), source.expected.known(tables.path))
    plain = re.sub(r"[ -]+", "_", words) if _PLAIN.fullmatch(words) else f'"{words}"'
    right = near or plain
    smart = found[1][0] in OPENING
    source.fault(
        "T111" if smart else "T126",
        at,
        "typographic quotes stand around this key" if smart else "a key is one word, or in quotes",
        f"write {right} = ...",
        Edit(at, at + len(found[1].rstrip()), f'"{words}"' if smart else right),
    )
    place = source.text.index("=", at + len(found[1].rstrip()))
    return _pair(source, at, right, place, tables)


def _stray(source: Source, at: int, key: str, tables: _Tables) -> int:
    """Note a line that is no key; of several such lines below each other the first counts."""
    line_end = source.line_end(at)
    if key and source.rest_is_blank(at + len(key)):
        path = (*tables.path, *source.names(key))
        source.key(path, at)
        source.touched.add(path)
        no_value(source, key, at, at + len(key))
        source.edits[-1] = Edit(at + len(key), at + len(key), ' = ""')
        return line_end
    edit = Edit(at, at, "# ")
    above = source.place(at)[0] - 1
    known = source.stray_lines.get(above)
    if known is not None:
        source.stray_lines[above + 1] = known
        source.fault("T110", known, "", "", edit)
        return line_end
    source.stray_lines[above + 1] = at
    source.fault(
        "T110",
        at,
        "this line is no key with a value",
        "put # before a remark, or ''' around a text on several lines",
        edit,
    )
    return line_end

"""Values: texts, numbers, lists and tables in braces, with the places of all that is within."""

from __future__ import annotations

import re

from cablesim.scenario.finding import Edit, shortened
from cablesim.scenario.scan.bare import is_known, meant
from cablesim.scenario.scan.source import BEGINS, NAMES, Path, Source, past
from cablesim.scenario.scan.strings import OPENING, text_value

LIST, BRACES = ",]", ",}"
_KEY = re.compile(NAMES)
_HEAD = re.compile(r"\[\[?[ \t]*[a-z][A-Za-z0-9_.-]*[ \t]*\]\]?[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?:#[^\n]*\Z)?")
# A few signs by mistake before a text that is whole.
_LATE = re.compile(r"[^\w\"'\n]{1,3}[ \t]*(\"[^\"\n]*\"|'[^'\n]*')\Z|\w(\"[^\"\n]*\"|'[^'\n]*')\Z")
_TEXT = r"(?:\"[^\"\n]*\"|'[^'\n]*')"
_TEXTS = re.compile(rf"[({{][ \t]*{_TEXT}(?:[ \t]*,[ \t]*{_TEXT})*[ \t]*,?[ \t]*[)}}]")
_BREAK = re.compile(r"[ \t]*(?:#[^\n]*)?\n[ \t]*")
_ENDS = {"": "\n", LIST: ",]\n#", BRACES: ",}\n#"}


def value(source: Source, at: int, path: Path, ends: str = "") -> int:
    """Step over a value, note its place and what is wrong; return the offset behind it."""
    source.values[path] = at
    source.key(path, at)
    source.ends[path] = end = _value(source, at, path, ends)
    return end


def _value(source: Source, at: int, path: Path, ends: str) -> int:
    """Step over a value by its first sign."""
    sign = source.text[at]
    if sign in f"\"'{OPENING}":
        before = len(source.findings)
        end = text_value(source, at, ends)
        if len(source.findings) > before:
            source.touched.add(path)
        return end
    if sign == "[":
        return _list(source, at, path)
    texts = _TEXTS.match(source.text, at)
    if texts is not None:
        return _odd_list(source, at, texts.end())
    if sign == "{":
        return _braces(source, at, path)
    return _bare(source, at, path, ends)


def _bare(source: Source, at: int, path: Path, ends: str) -> int:
    """Step over a value without quotes."""
    text, end = source.text, at
    while end < len(text) and text[end] not in _ENDS[ends]:
        end += 1
    token = text[at:end]
    remark = re.search(r"[ \t]*#(?:[ \t]|\Z)|[ \t]+#", token)
    first = token.split("#", 1)[0].rstrip()
    if is_known(first):
        return at + len(first)
    known = token.split(maxsplit=1)[0] if token.strip() else ""
    kinds = source.expected.kinds(path)
    if is_known(known) and (ends or (kinds and "string" not in kinds)):
        return at + len(known)
    token = (
        token[: remark.start()] if remark and remark[0].endswith((" ", "\t")) else token
    ).rstrip()
    source.touched.add(path)
    if _LATE.match(token):
        opens = at + token.index(token[-1])
        source.fault(
            "T125", at, "something stands before the quote", "take it out", Edit(at, opens, "")
        )
        return at + len(token)
    if token and token[-1] in f"\"'{OPENING}" and not (ends and token[-1] in OPENING):
        source.fault(
            "T112", at, "this text has no opening quote", f'write "{token}', Edit(at, at, token[-1])
        )
        return at + len(token)
    if not ends and token.endswith((",", ";")) and is_known(token[:-1].rstrip()):
        _tail(source, at + len(token) - 1)
        return at + len(token)
    code, message, cure, right = meant(token, kinds)
    source.fault(code, at, message, cure, Edit(at, at + len(token), right))
    return at + max(len(token), 1)


def _tail(source: Source, at: int) -> None:
    """Mend a comma behind a value on a line of its own."""
    source.fault(
        "T119",
        at,
        "no comma stands behind a value on a line of its own",
        "take it out",
        Edit(at, at + 1, ""),
    )


def after(source: Source, at: int) -> int:
    """Demand that nothing but a remark follows on a line; return the offset of the line's end."""
    line_end = source.line_end(at)
    if source.rest_is_blank(at):
        return line_end
    at = source.skip(at)
    rest = source.text[at:line_end].rstrip()
    if not rest or rest.startswith("#"):
        return line_end
    if rest in {",", ";"} or re.match(r"[,;][ \t]*#", rest):
        _tail(source, at)
        return line_end
    source.fault(
        "T125",
        at,
        "something follows the value on its line",
        "take it out, or put # before a remark",
        Edit(at, at, "# "),
    )
    return line_end


def _list(source: Source, at: int, path: Path) -> int:
    """Step over a list; items may stand on lines of their own."""
    text, place, index, wants_comma = source.text, at + 1, 0, False
    before = behind = place
    while True:
        place = past(_BLANK_LINES, text, place)
        if place >= len(text) or _something_begins(source, place):
            return _never_closed(source, at, behind, "]")
        sign = text[place]
        if sign in "]}":
            if sign == "}":
                source.fault(
                    "T123",
                    place,
                    "a list that opens with [ ends with ]",
                    "write ]",
                    Edit(place, place + 1, "]"),
                )
            return place + 1
        if sign == ",":
            if not wants_comma:
                _too_many(source, place)
            wants_comma, place = False, place + 1
            continue
        if wants_comma:
            _too_few(source, before, behind, place)
        before = place
        place = behind = value(source, place, (*path, index), LIST)
        index, wants_comma = index + 1, True


def _odd_list(source: Source, at: int, end: int) -> int:
    """Mend a list of texts in other signs than brackets."""
    right = f"[{source.text[at + 1 : end - 1]}]"
    source.fault("T123", at, "a list stands in brackets", f"write {right}", Edit(at, end, right))
    return end


def _something_begins(source: Source, at: int) -> bool:
    """Tell whether a line within a list begins something new, so that the list ended before it."""
    if source.text[source.line_start(at) : at].strip():
        return False
    if source.text[at] == "[":
        return _HEAD.match(source.text, at) is not None
    return BEGINS.match(source.text, at) is not None


def _never_closed(source: Source, at: int, end: int, sign: str) -> int:
    """Mend a list or table that is never closed, at the end of what was read of it."""
    line_end = source.line_end(end)
    comma = re.match(r"[ \t]*,?", source.text[end:line_end])
    close = end + comma.end() if comma else end
    source.fault(
        "T123",
        at,
        f"what opens here with {source.text[at]} is never closed",
        f"write {sign} behind its last item, on line {source.place(end)[0]}",
        Edit(end if sign == "}" else close, close, sign),
    )
    return close


def _too_many(source: Source, at: int) -> None:
    """Mend a comma before which nothing stands."""
    source.fault(
        "T119", at, "nothing stands before this comma", "take it out", Edit(at, at + 1, "")
    )


def _too_few(source: Source, before: int, behind: int, at: int) -> None:
    """Mend a comma that is missing between two items; its place is behind the first."""
    shown = shortened(source.text[before:behind])
    same = source.place(behind)[0] == source.place(at)[0]
    source.fault(
        "T119",
        behind if not same else at,
        "a comma is missing between two items",
        f"write {shown},",
        Edit(behind, behind, ","),
    )


def _braces(source: Source, at: int, path: Path) -> int:
    """Step over a table in braces, which must stand on one line."""
    text, place = source.text, at + 1
    before = behind = place
    comma = -1
    wants_comma = False
    while True:
        place = _one_line(source, at, place, open_end=wants_comma)
        if place < 0 or place >= len(text):
            return _never_closed(source, at, behind, "}")
        sign = text[place]
        if sign in "}]":
            _close_braces(source, at, place, comma)
            return place + 1
        if sign == ",":
            if not wants_comma:
                _too_many(source, place)
            wants_comma, comma, place = False, place, place + 1
            continue
        if wants_comma:
            _too_few(source, before, behind, place)
        before = place
        comma = -1
        place = behind = _pair(source, place, path)
        wants_comma = True


def _one_line(source: Source, at: int, place: int, *, open_end: bool) -> int:
    """Step over blanks in braces and mend line ends; return -1 where the table was never closed."""
    while True:
        place = source.skip(place)
        found = _BREAK.match(source.text, place)
        if found is None:
            return place
        ahead = source.text[found.end() : found.end() + 1]
        if (
            not ahead
            or (open_end and ahead not in "},\n#")
            or _HEAD.match(source.text, found.end())
        ):
            return -1
        edit = Edit(found.start(), found.end(), " ")
        source.fault("T120", at, "a table in braces stands on one line", "join its lines", edit)
        place = found.end()


def _close_braces(source: Source, at: int, place: int, comma: int) -> None:
    """Mend a comma before the closing brace, and a bracket in its place."""
    if source.text[place] == "]":
        source.fault(
            "T123",
            place,
            "a table that opens with { ends with }",
            "write }",
            Edit(place, place + 1, "}"),
        )
    if comma < 0:
        return
    edit = Edit(comma, comma + 1, "")
    if source.seen("T120", at):
        source.fault("T120", at, "", "", edit)
        return
    source.fault("T119", comma, "no comma stands before }", "take it out", edit)


def _pair(source: Source, at: int, path: Path) -> int:
    """Step over one key and value in braces."""
    text = source.text
    found = _KEY.match(text, at)
    if found is None:
        end = re.compile(r"[^,}\n]*").match(text, at)
        stop = max(end.end() if end else at, at + 1)
        source.fault(
            "T110", at, "no key stands here", 'write key = "value"', guess=(Edit(at, stop, ""),)
        )
        return stop
    key: Path = (*path, *source.names(found[0]))
    source.key(key, at)
    place = equals(source, source.skip(found.end()), found[0])
    place = source.skip(place)
    if place >= len(text) or text[place] in ",}\n#":
        source.touched.add(key)
        no_value(source, found[0], at, place)
        return place
    return value(source, place, key, BRACES)


def equals(source: Source, at: int, key: str) -> int:
    """Demand an equals sign at an offset; return the offset behind it."""
    text = source.text
    if text.startswith("=", at):
        return at + 1
    for wrong in (":=", "=>", "->", ":"):
        if text.startswith(wrong, at):
            source.fault(
                "T117",
                at,
                f"{wrong} stands where TOML wants =",
                f"write {key} = ...",
                Edit(at, at + len(wrong), " ="),
            )
            return at + len(wrong)
    source.fault("T117", at, "no equals sign stands here", f"write {key} = ...", Edit(at, at, "= "))
    return at


def no_value(source: Source, key: str, at: int, place: int) -> None:
    """Note a key without a value."""
    source.fault(
        "T118",
        at,
        f"'{key}' has no value",
        f'write {key} = "...", or take the line out',
        guess=(Edit(place, place, '""'),),
    )

"""What is said of values: another kind, another form, nothing, too much."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from cablesim.scenario.finding import Edit, Finding, nearest, shortened
from cablesim.scenario.locating import Path
from cablesim.scenario.scan.bare import quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from cablesim.scenario.keyslips import Slips

_ID = "[a-z0-9-]"
_GROUP = "[0-9]{4}"
_GROUP_SIZE = 4
# Forms in words, by a piece of their pattern.
_FORMS = (
    (_GROUP, "C103", 'a group is four figures in quotes, such as "0417"'),
    (_ID, "S106", "an id is small letters, figures and hyphens, such as c-number"),
    ("[0-9a-f]{64}", "S108", "a SHA-256 is 64 small hexadecimal figures; cablesim pin writes it"),
    (r"\.", "S108", 'a version is three numbers with dots, such as "1.0.0"'),
)
_KINDS = {
    "string": "a text in quotes",
    "list": 'a list in brackets, such as ["..."]',
    "int": "a whole number without quotes",
    "float": "a number without quotes",
    "bool": "true or false without quotes",
    "dict": "a table",
    "typed_dict": "a table",
    "model": "a table",
}
_MOMENTS = (dt.date, dt.time, dt.datetime)
_TRUTH = {"true": "true", "yes": "true", "false": "false", "no": "false"}
Said = tuple[str, str, str, tuple[Edit, ...]]


def said_of_value(detail: ErrorDetails, path: Path, slips: Slips) -> Finding:
    """Return what is wrong with the value at a path."""
    kind, value = detail["type"], detail["input"]
    written = slips.places.written(path)
    context: dict[str, object] = detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        code, message, cure, mend = _form(str(value), str(context.get("pattern", "")), written)
    elif kind in {"string_too_short", "too_short"}:
        code, message, cure = _nothing(path, slips)
        mend = ()
    elif kind == "literal_error":
        code, message, cure, mend = _choice(value, str(context.get("expected", "")), written)
    elif kind.endswith(("_type", "_parsing")):
        code, message, cure, mend = _kind(kind, value, written, _wants_group(path, slips))
        cure, mend = _of_form(cure, mend, slips.shape.patterns(path))
    elif "than" in kind or kind in {"too_long", "string_too_long"}:
        code, message, mend = "S113", f"{shortened(value)} is out of bounds", ()
        cure = (
            detail["msg"]
            .replace("Input should", "it should")
            .replace("List should", "it should")
            .replace(" after validation", "")
        )
    else:
        code, cure, mend = "S103", "", ()
        message = f"'{shortened(value)}': {detail['msg'][:1].lower()}{detail['msg'][1:]}"
    return slips.finding(code, path, message, cure, *mend, value=True)


def _form(value: str, pattern: str, written: tuple[int, str] | None) -> Said:
    """Say which form a text should have."""
    usual = ("", "S108", f"its form is {pattern}")
    _, code, words = next((form for form in _FORMS if form[0] in pattern), usual)
    if code == "S106":
        right = slug(value)
        mend = _rewritten(written, f'"{right}"') if right else ()
        return code, f"'{shortened(value)}' is no id: {words}", f"write {right}", mend
    return code, f"'{shortened(value)}' has another form", words, ()


def _of_form(
    cure: str, mend: tuple[Edit, ...], patterns: list[str]
) -> tuple[str, tuple[Edit, ...]]:
    """Return a cure whose value also has the form that is wanted there."""
    right = mend[0].text.strip("[]\"'") if mend else ""
    if not mend or not patterns or any(re.search(pattern, right) for pattern in patterns):
        return cure, mend
    words = next((form[2] for form in _FORMS if form[0] in patterns[0]), cure)
    return words, ()


def slug(value: str) -> str:
    """Return the id nearest to a text.

    >>> slug("C Number_1")
    'c-number-1'
    """
    return re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")[:60]


def _nothing(path: Path, slips: Slips) -> tuple[str, str, str]:
    """Say that something must stand here."""
    table = slips.table(path[:-1])
    asked = {"from": "H104", "asks": "H107", "source": "H106", "quote": "H120"}
    code = asked.get(str(path[-1]), "S112") if "standing" in table else "S112"
    written = table.get(str(path[-1]))
    if isinstance(written, list) and written:
        count = len(written)
        return code, f"{count} stand{'s' * (count == 1)} here, and that is too few", "write more"
    return code, "nothing stands here", "write something, or take the line out if it may be missing"


def _choice(value: object, expected: str, written: tuple[int, str] | None) -> Said:
    """Say which values are known."""
    choices = re.findall(r"'([^']*)'", expected)
    near = nearest(str(value), choices)
    mend = _rewritten(written, f'"{near}"') if near and isinstance(value, str) else ()
    cure = f"write '{near}'; known are {expected}" if near else f"write {expected}"
    return "S107", f"'{shortened(value)}' cannot stand here", cure, mend


def _wants_group(path: Path, slips: Slips) -> bool:
    """Tell whether code groups stand at a path."""
    return any(_GROUP in pattern for pattern in slips.shape.patterns(path))


def _kind(kind: str, value: object, written: tuple[int, str] | None, group: bool) -> Said:  # noqa: FBT001 - a fact of the place.
    """Say which kind of value should stand here."""
    wanted = kind.removesuffix("_type").removesuffix("_parsing").removesuffix("_from_float")
    raw = written[1] if written else str(value)
    if wanted == "string" and isinstance(value, _MOMENTS):
        text = f'"{raw}"'
        return (
            "S105",
            f"{raw} is a date or time without quotes",
            f"write {text}",
            _rewritten(written, text),
        )
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if wanted in {"string", "list"} and is_number and group:
        text = f'"{raw.zfill(_GROUP_SIZE)}"'
        message = f"{raw} is a number, and a group is a text: its first 0 would be lost"
        return "S104", message, f"write {text}", _rewritten(written, text)
    cure = f"write {_KINDS.get(wanted, 'another kind of value')}"
    right = _converted(wanted, value, raw)
    if right:
        cure = f"write {right}"
    return (
        "S103",
        f"{shortened(raw)} is not {_KINDS.get(wanted, 'of this kind')}",
        cure,
        (_rewritten(written, right) if right else ()),
    )


def _converted(wanted: str, value: object, raw: str) -> str:
    """Return the value in the kind that is wanted, where that can be told."""
    match wanted, value:
        case "string", bool() | int() | float():
            right = quoted(raw)
        case "string", [str(one)]:
            right = quoted(one)
        case "list", str():
            right = f"[{raw}]"
        case "int" | "float", str(text) if re.fullmatch(r"\s*(0|[1-9][0-9]{0,8})\s*", text):
            right = text.strip()
        case "bool", str(text) if text.casefold() in _TRUTH:
            right = _TRUTH[text.casefold()]
        case _:
            right = ""
    return right


def _rewritten(written: tuple[int, str] | None, right: str) -> tuple[Edit, ...]:
    """Return the edit that writes a value in another way."""
    return () if written is None else (Edit(written[0], written[0] + len(written[1]), right),)

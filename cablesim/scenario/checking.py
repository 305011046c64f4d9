"""Checking TOML data against its shape: every mistake at once, in an author's words."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from cablesim.scenario import exercise_shapes, shapes
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.locating import Path, Places

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from cablesim.scenario.toml import Table

SHAPES: dict[str, TypeAdapter[object]] = {
    "scenario.toml": TypeAdapter(shapes.ScenarioFile),
    "history.toml": TypeAdapter(shapes.HistoryFile),
    "teaching.toml": TypeAdapter(shapes.TeachingFile),
    "codebook.toml": TypeAdapter(shapes.BookFile),
    "glossary.toml": TypeAdapter(shapes.GlossaryFile),
    "exercises.toml": TypeAdapter(exercise_shapes.ExercisesFile),
}
STANDINGS = frozenset({"document", "edition", "elsewhere", "inference", "gap"})


def check(shape: str, data: Table, text: str, file: str) -> list[Finding]:
    """Return everything in which a file differs from the shape of that name."""
    if _is_newer(data):
        message = f"this file has format {shortened(data['format'])}; this program knows format 1"
        return [
            Finding(
                "S000", file, *Places(text).of(("format",)), "format", message, "update cablesim"
            )
        ]
    try:
        SHAPES[shape].validate_python(data)
    except ValidationError as error:
        places = Places(text)
        return [_finding(detail, data, places, file) for detail in error.errors()]
    return []


def _is_newer(data: Table) -> bool:
    """Tell whether the file was made for a later program."""
    found = data.get("format")
    return isinstance(found, int) and not isinstance(found, bool) and found > 1


def _finding(detail: ErrorDetails, data: Table, places: Places, file: str) -> Finding:
    """Return one mistake in an author's words."""
    path = _path(detail["loc"], data)
    line, column = places.of(path)
    key = ".".join(str(part) for part in path)
    message, cure = _said(detail, str(path[-1]) if path else "")
    return Finding("S000", file, line, column, key, message, cure)


def _path(found: tuple[int | str, ...], data: Table) -> Path:
    """Return the place in the data: names of unions and of key checks are left out."""
    path: list[int | str] = []
    here: object = data
    for number, part in enumerate(found):
        last = number == len(found) - 1
        if isinstance(part, int) and isinstance(here, list):
            here = here[part] if part < len(here) else None
        elif isinstance(part, str) and isinstance(here, dict) and (part in here or last):
            here = here.get(part)
        else:
            continue
        path.append(part)
    return tuple(path)


def _said(detail: ErrorDetails, key: str) -> tuple[str, str]:
    """Return what is wrong, and what to write instead."""
    value = shortened(detail["input"])
    kind = detail["type"]
    if kind.startswith("union_tag"):
        return "the standing is not known", f"write one of {', '.join(sorted(STANDINGS))}"
    if kind in {"string_too_short", "too_short"}:
        return "this is empty", "write at least one"
    match kind:
        case "missing":
            said = f"'{key}' is missing here", f"write {key} = ..."
        case "extra_forbidden":
            near = difflib.get_close_matches(key, _KEYS, n=1)
            cure = f"write '{near[0]}'" if near else "take it out"
            said = f"the key '{key}' is not known here", cure
        case "literal_error":
            said = f"'{value}' cannot stand here", f"write {detail['ctx']['expected']}"
        case "string_type":
            said = f"{value} is no text", f'put it in quotes: "{value}"'
        case "string_pattern_mismatch":
            said = f"'{value}' has not the form wanted", f"its form is {detail['ctx']['pattern']}"
        case _:
            said = f"'{value}': {detail['msg'][:1].lower()}{detail['msg'][1:]}", ""
    return said


def _keys_of(shape: object) -> set[str]:
    """Return the keys of a typed dictionary."""
    return set(getattr(shape, "__annotations__", {}))


_SHAPES = (*vars(shapes).values(), *vars(exercise_shapes).values())
_KEYS = sorted(set().union(*map(_keys_of, _SHAPES)))

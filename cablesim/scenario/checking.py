"""Checking TOML data against its shape: every mistake at once, in an author's words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from cablesim.scenario import course_shapes, exercise_shapes, shapes
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.jsonschema import Node, Shape, schema_of
from cablesim.scenario.keyslips import Slips, said_of_keys
from cablesim.scenario.locating import Path, Places
from cablesim.scenario.parting import PARTS
from cablesim.scenario.places import HEAD
from cablesim.scenario.valueslips import said_of_value

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
    "course.toml": TypeAdapter(course_shapes.CourseFile),
}
# Of a table that is wrong through and through, so much is told.
MOST_ERRORS = 400
_KEY_KINDS = frozenset({"missing", "extra_forbidden", "union_tag_invalid", "union_tag_not_found"})


def check(
    shape: str, data: Table, text: str, file: str, places: Places | None = None
) -> list[Finding]:
    """Return everything in which a file differs from the shape of that name.

    Values that a scan mended by a guess are not judged a second time.
    """
    places = Places(text, shape_of(shape)) if places is None else places
    if _is_newer(data):
        message = f"this file has format {shortened(data['format'])}; this program knows format 1"
        line, column = places.of(("format",))
        return [Finding("S114", file, line, column, "format", message, "update cablesim")]
    try:
        SHAPES[shape].validate_python(data)
    except ValidationError as error:
        return _findings(
            error.errors(include_url=False)[:MOST_ERRORS],
            Slips(shape_of(shape), data, places, file),
        )
    return []


def misshapen(shape: str, data: Table, table: str) -> frozenset[int]:
    """Return which tables of a list have a wrong shape, by their numbers, however many there are.

    What is told of them is bounded; what is built from them must not be.
    """
    try:
        SHAPES[shape].validate_python(data)
    except ValidationError as error:
        paths = (each["loc"] for each in error.errors(include_url=False, include_input=False))
        pairs = (path[:2] for path in paths if len(path) > 1 and path[0] == table)
        return frozenset(number for _, number in pairs if isinstance(number, int))
    return frozenset()


@cache
def shape_of(name: str) -> Shape:
    """Return the shape of a file, which can be asked for the keys it knows."""
    return Shape(schema(name))


@cache
def head_shape(present: frozenset[str]) -> Shape:
    """Return the shape of the head's file, which holds the tables of every part without a file."""
    head = schema(HEAD)
    properties, definitions = _inner(head, "properties"), _inner(head, "$defs")
    for part, keys in PARTS.items():
        if part not in present:
            other = schema(part)
            own = _inner(other, "properties")
            properties |= {key: own[key] for key in keys}
            definitions |= _inner(other, "$defs")
    return Shape({**head, "properties": properties, "$defs": definitions})


def _inner(node: Node, key: str) -> Node:
    """Return a copy of a table within a schema."""
    found = node.get(key)
    return dict(found) if isinstance(found, dict) else {}


def schema(name: str) -> Node:
    """Return the JSON Schema of a file."""
    return schema_of(SHAPES[name], f"cablesim {name}, format 1")


def _is_newer(data: Table) -> bool:
    """Tell whether the file was made for a later program."""
    found = data.get("format")
    return isinstance(found, int) and not isinstance(found, bool) and found > 1


def _findings(details: list[ErrorDetails], slips: Slips) -> list[Finding]:
    """Return the mistakes in an author's words; of two about one value the nearer one counts."""
    keys = [(d["type"], _path(d["loc"], slips.data)) for d in details if d["type"] in _KEY_KINDS]
    found = said_of_keys(keys, slips)
    told: dict[Path, Finding] = {}
    for detail in details:
        path = _path(detail["loc"], slips.data)
        if detail["type"] in _KEY_KINDS or path in slips.places.source.touched:
            continue
        if path not in told and _fits(detail):
            told[path] = said_of_value(detail, path, slips)
    for detail in details:
        path = _path(detail["loc"], slips.data)
        touched = slips.places.source.touched
        below = any(known[: len(path)] == path for known in told)
        if detail["type"] not in _KEY_KINDS and not below and path not in touched:
            told[path] = said_of_value(detail, path, slips)
    return sorted((*found, *told.values()), key=lambda each: (each.line, each.column))


def _fits(detail: ErrorDetails) -> bool:
    """Tell whether an error is of the form that was meant, where a value may have two forms."""
    value, kind = detail["input"], detail["type"]
    wants_list = kind in {"list_type", "too_short", "too_long"}
    wants_text = kind.startswith("string_") or kind == "literal_error"
    if isinstance(value, list):
        return not wants_text
    return not wants_list or isinstance(value, dict)


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

"""Forms for the common tables: which fields they have, and how a filled form becomes an edit.

A form writes the same TOML that an author would: one value, one key, one table; remarks and order
stay as they are (see `editing`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cablesim.authoring.editing import Value, append_table, set_value, unset
from cablesim.documents.form import FieldKind
from cablesim.documents.standing import Standing
from cablesim.errors import CablesimError


class Kind(StrEnum):
    """What a field takes."""

    WORDS = "words"
    NUMBER = "a number"
    NAMES = "names, with commas between"
    CHOICE = "one of a few"
    FLAG = "yes or nothing"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its key, what it means, what it takes, whether it must be filled."""

    key: str
    meaning: str
    kind: Kind = Kind.WORDS
    needed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A table that has a form: its name for people, its file and name in TOML, its fields."""

    title: str
    file: str
    table: str
    named_by: str
    fields: tuple[Field, ...]


_CLAIMS = Field("claims", "claims shown with it, by their ids", Kind.NAMES)
_STANDINGS = tuple(each.value for each in Standing if each is not Standing.INVENTED)
FORMS: tuple[Form, ...] = (
    Form("claim", "history.toml", "claim", "id", (
        Field("id", "a short name: small letters, figures, dashes", needed=True),
        Field("standing", "how it is known", Kind.CHOICE, needed=True, choices=_STANDINGS),
        Field("text", "the sentence that is shown", needed=True),
        Field("quote", "document, edition: the words on the page, letter for letter"),
        Field("line", "document, edition: their line in document.txt", Kind.NUMBER),
        Field("source", "elsewhere: which document or work says it"),
        Field("from", "inference: the claims it is reasoned from", Kind.NAMES),
        Field("doubt", "inference: what speaks against it"),
        Field("asks", "gap: the question it leaves"),
    )),
    Form("stage", "history.toml", "stage", "id", (
        Field("id", "a short name, such as sign, encode, send, deliver", needed=True),
        Field("title", "its heading", needed=True),
        Field("who", "the party that does it, by its id", needed=True),
        Field("after", "the stages that come before it", Kind.NAMES),
        Field("sure", "the claims shown beside it", Kind.NAMES),
    )),
    Form("party", "scenario.toml", "party", "id", (
        Field("id", "a short name: small letters, figures, dashes", needed=True),
        Field("role", "what they are here: sender, addressee, copy ...", needed=True),
        Field("name", "the name that is shown", needed=True),
        Field("cover", "a cover name, as printed"),
        Field("alternative_to", "the party that could be told instead"),
        _CLAIMS,
    )),
    Form("form field", "scenario.toml", "form", "field", (
        Field("field", "which field of the form", Kind.CHOICE, needed=True,
              choices=tuple(each.value for each in FieldKind)),
        Field("value", "as the page prints it, letter for letter"),
        Field("line", "its line in document.txt", Kind.NUMBER),
        Field("missing", "yes, where the page has none", Kind.FLAG),
        Field("note", "a sentence about it"),
        _CLAIMS,
    )),
    Form("copy", "scenario.toml", "copy", "to", (
        Field("to", "the party that holds it, by its id", needed=True),
        Field("count", "how many copies", Kind.NUMBER, needed=True),
        Field("kind", "what kind of holder", Kind.CHOICE, choices=("person", "office", "file")),
        _CLAIMS,
    )),
    Form("term", "glossary.toml", "term", "term", (
        Field("term", "the word", needed=True),
        Field("text", "what it means", needed=True),
        Field("see", "claims that show it", Kind.NAMES),
        Field("teaching", "yes, where it belongs to the exercise", Kind.FLAG),
    )),
)  # fmt: skip


def form_of(title: str) -> Form:
    """Return a form by its title."""
    return next(form for form in FORMS if form.title == title)


def entries(form: Form, text: str) -> tuple[str, ...]:
    """Return the names of a form's tables in a file, in order; none where it cannot be read."""
    return tuple(str(row.get(form.named_by, "(no name)")) for row in _rows(form, text))


def _rows(form: Form, text: str) -> list[dict[str, object]]:
    """Return a form's tables in a file."""
    try:
        found = tomllib.loads(text).get(form.table, [])
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return []
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def filled_in(form: Form, text: str, number: int | None) -> dict[str, str]:
    """Return what stands in the fields of a table, as a form shows it; of a new one nothing."""
    row = {} if number is None else _rows(form, text)[number]
    return {field.key: _shown(row.get(field.key)) for field in form.fields}


def _shown(value: object) -> str:
    """Return a value as a field shows it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value)


def edited(form: Form, text: str, number: int | None, filled: Mapping[str, str]) -> str:
    """Return a file's text with a form's table filled in; only what differs is touched.

    Raises `CablesimError` that says which field is wrong, or why the file cannot be edited.
    """
    values = {field.key: _value(field, filled.get(field.key, "").strip()) for field in form.fields}
    if number is None:
        return append_table(text, form.table, {k: v for k, v in values.items() if v is not None})
    before = filled_in(form, text, number)
    for field in form.fields:
        if filled.get(field.key, "").strip() == before[field.key].strip():
            continue
        value = values[field.key]
        path = (form.table, number, field.key)
        text = unset(text, path) if value is None else set_value(text, path, value)
    return text


def _value(field: Field, words: str) -> Value | None:
    """Return what a field's words stand for; None leaves the key out."""
    if not words:
        if field.needed:
            raise CablesimError(f"'{field.key}' is empty; fill in {field.meaning}")
        return None
    match field.kind:
        case Kind.NUMBER:
            if not (words.isascii() and words.isdigit()):
                raise CablesimError(f"'{words}' is no number; '{field.key}' takes figures only")
            return int(words)
        case Kind.NAMES:
            return [name.strip() for name in words.split(",") if name.strip()]
        case Kind.FLAG:
            return True
        case Kind.CHOICE if words not in field.choices:
            raise CablesimError(f"'{words}' is none of {', '.join(field.choices)}")
        case _:
            return words

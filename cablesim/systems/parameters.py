"""Parameters of a system: read from a command line, a form or a JSON file into typed values.

A cipher is a dataclass whose fields are its parameters; a field's annotation carries the reader and
one sentence: ``key: Annotated[str, Word(), "the key word"]``. Form, help, docs and checks are made
from these alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Annotated, Any, Protocol, get_args, get_origin, get_type_hints

from cablesim.systems.errors import ParameterRefused
from cablesim.text.alphabet import (
    LATIN26,
    NAMED,
    RUSSIAN33,
    Alphabet,
    AlphabetRefused,
    Merge,
    alphabet_named,
)

AUTO = Alphabet("auto", "")
_MOST_NUMBER = 10_000_000


class Reader(Protocol):
    """Reads one kind of value; raises `ParameterRefused` with the parameter's name."""

    @property
    def kind(self) -> str:
        """The kind in words, as the help shows it."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values to choose from; none where anything of the kind is good."""

    def read(self, name: str, value: object) -> object:
        """Return the value, typed."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: name, reader, what it means, default."""

    name: str
    reader: Reader
    meaning: str
    default: object
    required: bool

    @property
    def shown_default(self) -> str:
        """The default as the help shows it."""
        default = self.default
        if self.required or default is None:
            return ""
        if isinstance(default, Alphabet):
            return default.name
        if isinstance(default, bool):
            return "yes" if default else "no"
        if isinstance(default, tuple):
            return " ".join(map(str, default))
        return str(default)


@cache
def parameters_of(cipher: type[object]) -> tuple[Parameter, ...]:
    """Return the parameters of a cipher's dataclass, in their order."""
    hints = get_type_hints(cipher, include_extras=True)
    found = []
    for each in fields(cipher):  # type: ignore[arg-type]  # Every cipher is a dataclass.
        hint = hints[each.name]
        if get_origin(hint) is not Annotated:
            message = f"{cipher.__name__}.{each.name} says neither its reader nor its meaning"
            raise TypeError(message)
        _, reader, meaning = get_args(hint)
        needed = each.default is MISSING and each.default_factory is MISSING
        default = None if needed else each.default
        found.append(Parameter(each.name, reader, meaning, default, required=needed))
    return tuple(found)


def _text(name: str, value: object) -> str:
    """Return a value as text; numbers are written out."""
    if isinstance(value, list | tuple) and value and all(isinstance(each, str) for each in value):
        return " ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ParameterRefused(name, f"'{value}' is no text; write it as one word or line")
    return str(value)


@dataclass(frozen=True, slots=True)
class Word:
    """A key word or row of letters: upper case, without blanks."""

    kind: str = "letters"
    choices: tuple[str, ...] = ()
    empty: bool = False

    def read(self, name: str, value: object) -> str:
        """Return the letters in upper case."""
        text = "".join(_text(name, value).split()).upper()
        if not text and not self.empty:
            raise ParameterRefused(name, "it is empty; write one letter or more")
        return text


@dataclass(frozen=True, slots=True)
class Line:
    """A text as it stands: blanks and case count."""

    kind: str = "text"
    choices: tuple[str, ...] = ()

    def read(self, name: str, value: object) -> str:
        """Return the text."""
        return _text(name, value)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two limits; a remark may follow, and words may stand for numbers."""

    least: int = -_MOST_NUMBER
    most: int = _MOST_NUMBER
    choices: tuple[str, ...] = ()
    words: tuple[tuple[str, int], ...] = ()

    @property
    def kind(self) -> str:
        """The kind with its limits."""
        if self.least == -_MOST_NUMBER:
            return "whole number"
        most = "more" if self.most == _MOST_NUMBER else self.most
        return f"whole number, {self.least} to {most}"

    def read(self, name: str, value: object) -> int:
        """Return the number."""
        text = _text(name, value).strip()
        found = re.match(r"[+-]?[0-9]{1,19}(?![^\s(,;])", text)
        said = (number for word, number in self.words if word in text.lower())
        number = int(found.group()) if found else next(said, None)
        if number is None:
            raise ParameterRefused(name, f"'{value}' is no whole number; write figures")
        if not self.least <= number <= self.most:
            raise ParameterRefused(name, f"{number} does not fit; write a {self.kind}")
        return number


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    kind: str = "yes or no"
    choices: tuple[str, ...] = ("yes", "no")

    def read(self, name: str, value: object) -> bool:
        """Return the switch."""
        if isinstance(value, bool):
            return value
        word = _text(name, value).strip().lower()
        if word in ("yes", "true", "on", "1"):
            return True
        if word in ("no", "false", "off", "0"):
            return False
        raise ParameterRefused(name, f"'{value}' is neither yes nor no")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words; a remark may follow the word, as in ``none (irregular)``.

    `also` names other words for a choice. They may stand anywhere in a sentence that names one.
    """

    choices: tuple[str, ...]
    kind: str = "choice"
    also: tuple[tuple[str, str], ...] = ()

    def read(self, name: str, value: object) -> str:
        """Return the choice: the longest one that the value begins with as a whole word."""
        text = re.sub(r"\s*([,+-])\s*", r"\1", _text(name, value).strip().lower())
        words = dict(self.also) | {choice: choice for choice in self.choices}
        inside = set()
        for word in sorted(words, key=len, reverse=True):
            plain = re.sub(r"\s*([,+-])\s*", r"\1", word.lower())
            found = re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", text)
            if found and found.start() == 0:
                return words[word]
            if found:
                inside.add(words[word])
        if len(inside) == 1:
            return inside.pop()
        raise ParameterRefused(
            name, f"'{value}' is unknown; write one of {', '.join(self.choices)}"
        )


@dataclass(frozen=True, slots=True)
class Digits:
    """A row of figures; a list of numbers below ten is read as one."""

    least: int = 1
    most: int = _MOST_NUMBER
    choices: tuple[str, ...] = ()
    kind: str = "figures"

    def read(self, name: str, value: object) -> str:
        """Return the figures without blanks."""
        listed = isinstance(value, Sequence) and not isinstance(value, str)
        raw = "".join(map(str, value)) if listed else _text(name, value)  # type: ignore[call-overload]  # A sequence, as tested.
        row = "".join(raw.split())
        if not row.isascii() or (row and not row.isdigit()):
            raise ParameterRefused(name, f"'{raw}' is no row of figures; write 0 to 9 only")
        if not self.least <= len(row) <= self.most:
            raise ParameterRefused(
                name, f"{len(row)} figures do not fit; write {self.least} to {self.most} of them"
            )
        return row


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers in a row: a list, or numbers with blanks or commas between.

    `run_together` reads a row without blanks figure by figure.
    """

    least: int = -_MOST_NUMBER
    most: int = _MOST_NUMBER
    run_together: bool = False
    choices: tuple[str, ...] = ()
    kind: str = "numbers"

    def read(self, name: str, value: object) -> tuple[int, ...]:
        """Return the numbers."""
        if isinstance(value, str):
            row = value.strip()
            value = list(row) if self.run_together and row.isdigit() else re.split(r"[\s,]+", row)
        if isinstance(value, int) and not isinstance(value, bool):
            value = [value]
        if not isinstance(value, Sequence) or not value:
            raise ParameterRefused(name, "write whole numbers with blanks between")
        one = Whole(self.least, self.most)
        return tuple(one.read(name, each) for each in value)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of whole numbers, as a matrix: lists, or rows with semicolons between."""

    choices: tuple[str, ...] = ()
    kind: str = "rows of numbers, ';' between rows"

    def read(self, name: str, value: object) -> tuple[tuple[int, ...], ...]:
        """Return the rows."""
        if isinstance(value, str):
            value = [row for row in value.split(";") if row.strip()]
        if not isinstance(value, Sequence) or not value:
            raise ParameterRefused(name, f"write {self.kind}")
        return tuple(Numbers().read(name, row) for row in value)


@dataclass(frozen=True, slots=True)
class AlphabetOf:
    """An alphabet by name or as a row of signs; `auto` takes Latin or Russian by the script."""

    latin: Alphabet = LATIN26
    russian: Alphabet = RUSSIAN33
    kind: str = "alphabet: a name or its signs in a row"

    @property
    def choices(self) -> tuple[str, ...]:
        """The names that are known."""
        return ("auto", *NAMED)

    def read(self, name: str, value: object) -> Alphabet:
        """Return the alphabet."""
        if isinstance(value, Alphabet):
            return value
        text = _text(name, value)
        if text.strip().lower() == AUTO.name:
            return AUTO
        try:
            return alphabet_named(text)
        except AlphabetRefused as error:
            raise ParameterRefused(name, str(error)) from None


@dataclass(frozen=True, slots=True)
class Merges:
    """Letters read as other ones: ``J->I Ё->Е``; `usual` takes those that a square lacks."""

    choices: tuple[str, ...] = ()
    kind: str = "merges like J->I, with blanks between"

    def read(self, name: str, value: object) -> tuple[Merge, ...] | None:
        """Return the merges; none where the usual ones are wanted."""
        if value is None or (isinstance(value, str) and value.strip().lower() == "usual"):
            return None
        text = _text(name, value)
        if text.strip().lower() == "none":
            return ()
        found = re.findall(r"(\S)\s*(?:->|→)\s*(\S)", text.upper())
        if not found or re.sub(r"\S\s*(?:->|→)\s*\S|[\s,]", "", text.upper()):
            raise ParameterRefused(name, f"'{text}' names no merges; write {self.kind}")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Table:
    """Signs and what stands for them: a mapping, or ``A=1 B=2``."""

    choices: tuple[str, ...] = ()
    kind: str = "table like A=1 B=2"

    def read(self, name: str, value: object) -> tuple[tuple[str, str], ...]:
        """Return pairs of sign and stand-in."""
        if isinstance(value, str):
            parts = [part.partition("=") for part in value.split()]
            if not all(between and stand_in for _, between, stand_in in parts):
                raise ParameterRefused(name, f"'{value}' is no table; write {self.kind}")
            return tuple((sign.upper(), stand_in) for sign, _, stand_in in parts)
        if not isinstance(value, Mapping):
            raise ParameterRefused(name, f"write a {self.kind}")
        return tuple((str(sign).upper(), _text(name, text)) for sign, text in value.items())


@dataclass(frozen=True, slots=True)
class Gathered:
    """Parameters whose names follow a pattern, gathered in one: ``row_2``, ``row_6``.

    In a form they stand in one field: ``2=BCDFGHJKLM; 6=PQ/UVWXYZ.``
    """

    pattern: str
    choices: tuple[str, ...] = ()
    kind: str = "rows like 2=ABC; 6=DEF"

    def read(self, name: str, value: object) -> tuple[tuple[str, str], ...]:
        """Return pairs of label and text, as they stand."""
        if isinstance(value, str):
            parts = [part.strip().partition("=") for part in value.split(";") if part.strip()]
            if not all(between for _, between, _ in parts):
                raise ParameterRefused(name, f"'{value[:40]}' names no rows; write {self.kind}")
            value = {label.strip(): row for label, _, row in parts}
        if isinstance(value, list | tuple) and all(isinstance(row, str) for row in value):
            return tuple(("", row) for row in value)
        if not isinstance(value, Mapping):
            raise ParameterRefused(name, f"write {self.kind}")
        return tuple((str(label), _text(name, text)) for label, text in value.items())


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that changes nothing; it is kept and printed with the conventions."""

    choices: tuple[str, ...] = ()
    kind: str = "remark, changes nothing"

    def read(self, name: str, value: object) -> str:
        """Return the remark."""
        del name
        return value if isinstance(value, str) else repr(value)


def as_word(value: object) -> str:
    """Return a value as it is written on a command line or in a form; readers read it back.

    >>> as_word([[6, 24], [1, 13]]), as_word({"E": "8"}), as_word([2, 6])
    ('6 24; 1 13', 'E=8', '2 6')
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case Mapping():
            return " ".join(f"{sign}={as_word(text)}" for sign, text in value.items())
        case list() | tuple():
            nested = any(isinstance(each, list | tuple) for each in value)
            return ("; " if nested else " ").join(map(as_word, value))
        case _:
            return str(value)


# Readers read into typed fields: what `cipher(**settings)` gets has passed through its reader.
Settings = dict[str, Any]

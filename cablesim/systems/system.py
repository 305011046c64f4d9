"""A teaching system: a name, a cipher whose fields are its parameters, and one way to use it.

`System.encipher(text, **parameters)` reads the parameters, reads the text with a ledger of every
change, lets the cipher work on the signs at once, and returns a `Working` whose lines are written
out only when somebody reads them. The lines are worked by another road than the result, so each
checks the other.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import ClassVar, NamedTuple, Protocol

from cablesim.systems.errors import ParameterRefused, SystemRefused, nearest
from cablesim.systems.naming import is_note, led, preset_in
from cablesim.systems.parameters import (
    AUTO,
    AlphabetOf,
    Choice,
    Gathered,
    Parameter,
    Settings,
    Word,
    parameters_of,
)
from cablesim.systems.working import LazyLines, WorkedLine, Working
from cablesim.text.alphabet import is_russian
from cablesim.text.ledger import Change, Ledger
from cablesim.text.reading import Others, Read, Signs, read

OTHERS = Parameter(
    "others",
    Choice(tuple(each.value for each in Others)),
    "what becomes of signs that the system does not take: refuse, keep where they stand, drop",
    Others.REFUSE.value,
    required=False,
)
PRESET = "preset"
# Stands on everything that a teaching system prints.
BAND = "Teaching system. Nobody has shown which cipher carried No. 3305."


class Way(Enum):
    """Which way a text goes through a system."""

    ENCIPHER = "encipher"
    DECIPHER = "decipher"


class Row(NamedTuple):
    """A line of a cipher's sheet before it has its number: cells, what it gives, a remark."""

    cells: tuple[str, ...]
    gives: str = ""
    remark: str = ""


class Cipher(Protocol):
    """A system with its parameters fixed: a frozen dataclass of annotated fields.

    `plain` and `cipher` are the signs it takes each way; texts that reach it hold these only.
    """

    sign_for_sign: ClassVar[bool]

    @property
    def plain(self) -> Signs:
        """The signs of a clear text."""

    @property
    def cipher(self) -> Signs:
        """The signs of an enciphered text."""

    def conventions(self) -> Iterable[str]:
        """Yield every convention applied, one sentence each."""

    def encipher(self, text: str) -> str:
        """Return the enciphered text, all at once."""

    def decipher(self, text: str) -> str:
        """Return the clear text, all at once."""

    def columns(self, way: Way) -> tuple[str, ...]:
        """Return the names of the sheet's columns."""

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the sheet line by line; what the lines give, joined, is the result."""

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield what the cipher itself puts into the text: fillers, nulls."""

    def returned(self, text: str) -> str:
        """Return what deciphering gives back: the text with its fillers and nulls."""


class Letters(ABC):
    """What most ciphers have in common: the same signs both ways, nothing put in."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = False

    @property
    @abstractmethod
    def plain(self) -> Signs:
        """The signs of a clear text."""

    @property
    def cipher(self) -> Signs:
        """The signs of an enciphered text."""
        return self.plain

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield nothing: nothing is put in."""
        del text, way
        return iter(())

    def returned(self, text: str) -> str:
        """Return the text itself."""
        return text


@dataclass(frozen=True, slots=True)
class Example:
    """A text and parameters to begin with, for a system that no published vector shows."""

    text: str
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Made:
    """A cipher with its parameters fixed, what becomes of other signs, and what it says."""

    cipher: Cipher
    others: Others
    conventions: tuple[str, ...]
    plain: Signs
    enciphered: Signs


# A class sends one text under many keys and many texts under one: what is made is kept.
_KEPT: dict[object, Made] = {}
_MOST_KEPT = 256


@dataclass(frozen=True, slots=True)
class System:
    """A teaching system: name, family, title, the cipher, presets and other names of parameters."""

    name: str
    family: str
    title: str
    make: type[Cipher]
    presets: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    example: Example | None = None
    # A name whose value is a list, and the fields that its items are for.
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All parameters, in the order of the form."""
        own = parameters_of(self.make)
        return (*own, OTHERS)

    @property
    def alphabets(self) -> tuple[str, ...]:
        """The alphabets a text may be written in: those of the first parameter that has any."""
        readers = [parameter.reader for parameter in parameters_of(self.make)]
        found = next((reader for reader in readers if isinstance(reader, AlphabetOf)), None)
        return (found.latin.name, found.russian.name) if found else ()

    @property
    def description(self) -> tuple[str, ...]:
        """What the clerk does, the rule, the source, the traps: paragraphs of the docstring."""
        text = (self.make.__doc__ or "").partition(">>>")[0]
        paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
        return tuple(paragraph for paragraph in paragraphs if paragraph)

    def encipher(self, text: str, **parameters: object) -> Working:
        """Encipher a text; the result is in `.result`.

        Raises `ParameterRefused` for a parameter, `ForeignSign` for a sign, `SystemRefused` for
        what the system cannot do.
        """
        return self.work(text, Way.ENCIPHER, parameters)

    def decipher(self, text: str, **parameters: object) -> Working:
        """Decipher a text; the result is in `.result`. Raises as `encipher` does."""
        return self.work(text, Way.DECIPHER, parameters)

    def work(self, text: str, way: Way, parameters: Mapping[str, object]) -> Working:
        """Do either."""
        made = self._made(parameters, text)
        cipher, others = made.cipher, made.others
        signs = made.plain if way is Way.ENCIPHER else made.enciphered
        reading = read(text, signs, others, keep_case=cipher.sign_for_sign)
        if others is Others.KEEP and not cipher.sign_for_sign:
            raise ParameterRefused(
                "others", "this system does not give one sign for one sign; write drop or refuse"
            )
        act = cipher.encipher if way is Way.ENCIPHER else cipher.decipher
        result = act(reading.text)
        if cipher.sign_for_sign:
            result = reading.restored(result)
        return Working(
            title=f"{self.title}: {way.value}",
            conventions=made.conventions,
            columns=cipher.columns(way),
            lines=LazyLines(lambda: _numbered(_rows(cipher, reading, way))),
            result=result,
            ledger=Ledger(lambda: _all_changes(cipher, reading, way)),
        )

    def cipher(self, parameters: Mapping[str, object], text: str = "") -> tuple[Cipher, Others]:
        """Return the cipher with its parameters fixed; the text decides what is `auto`."""
        made = self._made(parameters, text)
        return made.cipher, made.others

    def _made(self, parameters: Mapping[str, object], text: str) -> Made:
        """Return the cipher and what it says of itself, kept for the next text under this key."""
        words = tuple(parameters.items())
        key = (
            self.name,
            has_alphabet(self.make) and is_russian([text]),
            words if all(type(value) is str for _, value in words) else frozen(parameters),
        )
        kept = _KEPT.get(key)
        if kept is not None:
            return kept
        settings = self._settled(self.named(parameters), text)
        others = Others(settings.pop(OTHERS.name))
        cipher = self.make(**settings)
        notes = self._notes(parameters)
        conventions = (f"system {self.name}", *cipher.conventions(), *notes)
        made = Made(cipher, others, conventions, cipher.plain, cipher.cipher)
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[key] = made
        return made

    def named(self, parameters: Mapping[str, object]) -> dict[str, object]:
        """Return parameters under the names of the fields, presets written out, notes left out."""
        rest = {name: value for name, value in parameters.items() if value is not None}
        fields = tuple(each.name for each in self.parameters)
        preset = rest.pop(PRESET, None)
        for name in tuple(rest):
            found = None if name in fields else preset_in(name, rest[name], self.presets)
            if found is not None:
                preset = found
                rest.pop(name)
        if preset is not None and preset not in self.presets:
            known = ", ".join(self.presets) or "none"
            raise ParameterRefused(PRESET, f"'{preset}' is unknown here; there is: {known}")
        for name, parts in self.parts.items():
            value = rest.get(name)
            if isinstance(value, list | tuple) and len(value) <= len(parts):
                rest.pop(name)
                rest.update(zip(parts, value, strict=False))
        for parameter in self.parameters:
            _gather(parameter, rest)
        base = {} if preset is None else self.presets[str(preset)]
        given = {**base, **led(rest, fields, self.aliases)}
        return {name: value for name, value in given.items() if name in fields or not is_note(name)}

    def _notes(self, parameters: Mapping[str, object]) -> Iterator[str]:
        """Yield the sentences that came with the parameters."""
        fields = {each.name for each in self.parameters}
        for name, value in parameters.items():
            if is_note(name) and name not in fields and name not in self.aliases and value:
                yield f"{name}: {value}"

    def _settled(self, given: dict[str, object], text: str) -> Settings:
        """Return typed values for all parameters."""
        known = {parameter.name: parameter for parameter in self.parameters}
        unknown = next((name for name in given if name not in known), None)
        if unknown is not None:
            hint = nearest(unknown, known) or f"; it has: {', '.join(known)}"
            raise ParameterRefused(unknown, f"{self.name} has no such parameter{hint}")
        settings: Settings = {}
        for name, parameter in known.items():
            if parameter.required and name not in given:
                raise ParameterRefused(
                    name, f"{self.name} needs it: {parameter.meaning}; give {name}=..."
                )
            settings[name] = parameter.default
            if name in given:
                settings[name] = parameter.reader.read(name, given[name])
        self._resolve_alphabets(settings, text)
        return settings

    def _resolve_alphabets(self, settings: Settings, text: str) -> None:
        """Put Latin or Russian where the alphabet is to be taken by the script of key or text."""
        words = [settings[each.name] for each in self.parameters if isinstance(each.reader, Word)]
        written = [word for word in words if any(map(str.isalpha, word))]
        russian = is_russian(written or [text])
        for parameter in self.parameters:
            if settings[parameter.name] is AUTO and isinstance(parameter.reader, AlphabetOf):
                reader = parameter.reader
                settings[parameter.name] = reader.russian if russian else reader.latin


@cache
def has_alphabet(cipher: type[Cipher]) -> bool:
    """Say whether a cipher has an alphabet that the text may decide."""
    return any(isinstance(each.reader, AlphabetOf) for each in parameters_of(cipher))


def frozen(value: object) -> object:
    """Return a value that can be looked up by, and differs wherever the value or its type does."""
    if isinstance(value, Mapping):
        return ("mapping", *((frozen(name), frozen(each)) for name, each in value.items()))
    if isinstance(value, list | tuple):
        return (type(value), *map(frozen, value))
    return type(value), value if isinstance(value, str | int | float | bool | None) else repr(value)


def _gather(parameter: Parameter, given: dict[str, object]) -> None:
    """Put parameters whose names follow a pattern under the one name they are gathered in."""
    if not isinstance(parameter.reader, Gathered):
        return
    found = [name for name in given if re.fullmatch(parameter.reader.pattern, name)]
    if found:
        given[parameter.name] = {name.rpartition("_")[2]: given.pop(name) for name in found}


class OneWay(SystemRefused):
    """A step that cannot be undone is to be undone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} cannot be undone; it goes one way only")


def _rows(cipher: Cipher, reading: Read, way: Way) -> Iterator[Row]:
    """Yield a cipher's lines; where signs keep case and place, so do the lines."""
    rows = cipher.lines(reading.text, way)
    if not cipher.sign_for_sign or reading.written is reading.text:
        yield from rows
        return
    frame = reading.pieces(reading.text)
    blank = ("",) * (len(cipher.columns(way)) - 1)
    for worked, piece in frame:
        if not worked:
            yield Row((piece, *blank), piece, "kept as it stands")
            continue
        for sign, row in zip(piece, rows, strict=False):
            lower = sign != sign.upper()
            yield row._replace(gives=row.gives.lower()) if lower else row


def _numbered(rows: Iterator[Row]) -> Iterator[WorkedLine]:
    """Give every line its number."""
    for place, row in enumerate(rows, 1):
        yield WorkedLine(place, row.cells, row.remark, row.gives)


def _all_changes(cipher: Cipher, reading: Read, way: Way) -> Iterator[Change]:
    """Yield the changes of the reading, then those of the cipher."""
    yield from reading.ledger
    yield from cipher.changes(reading.text, way)

"""What all transpositions share: rows of signs, keys that order columns, nulls that fill up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from cablesim.systems.errors import ParameterRefused
from cablesim.systems.system import Letters, Way
from cablesim.text.alphabet import RUSSIAN33
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import ANY, Signs

TIES = ("left to right", "right to left")
_RUSSIAN_FROM = 0x400
_MOST_COLUMNS = 10_000
_FILL = "X"
_NO_NULLS = ("no", "false", "ragged", "short", "shortlastrow")

Material = bytes | str


def material(text: str) -> Material:
    """Return a text as what slices fastest: bytes where it is ASCII, else the text."""
    return text.encode("ascii") if text.isascii() else text


def text_of(parts: Iterable[Material]) -> str:
    """Return pieces of one kind joined as a text."""
    pieces = list(parts)
    if pieces and isinstance(pieces[0], bytes):
        return b"".join(piece for piece in pieces if isinstance(piece, bytes)).decode("ascii")
    return "".join(piece for piece in pieces if isinstance(piece, str))


def woven(parts: Sequence[Material]) -> Material:
    """Return pieces taken sign by sign in turn; earlier ones may be one sign longer."""
    total = sum(map(len, parts))
    row, signs = bytearray(total), [""] * total
    for start, part in enumerate(parts):
        if isinstance(part, bytes):
            row[start :: len(parts)] = part
        else:
            signs[start :: len(parts)] = part
    return bytes(row) if parts and isinstance(parts[0], bytes) else "".join(signs)


def picked(text: str, order: Sequence[int]) -> str:
    """Return the signs of a text in another order of places."""
    return "".join(map(text.__getitem__, order))


def put_back(text: str, order: Sequence[int]) -> str:
    """Return the text whose signs, in that order of places, are these."""
    found = [""] * len(text)
    for sign, place in zip(text, order, strict=True):
        found[place] = sign
    return "".join(found)


@dataclass(frozen=True, slots=True)
class ColumnKey:
    """A key over columns: what is written above each, and the value that orders it."""

    heads: tuple[str, ...]
    values: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.heads)

    def __str__(self) -> str:
        return ("" if all(len(head) == 1 for head in self.heads) else " ").join(self.heads)

    def ranks(self, ties: str = TIES[0]) -> tuple[int, ...]:
        """Return each column's rank (from 0); equal values count in the order of the ties."""
        return _ranked(self.values, 1 if ties == TIES[0] else -1)

    def dense(self) -> tuple[int, ...]:
        """Return each column's rank (from 0), the same for equal values."""
        levels = sorted(set(self.values))
        return tuple(map(levels.index, self.values))


@lru_cache(256)
def _ranked(values: tuple[int, ...], sign: int) -> tuple[int, ...]:
    """Return the rank of each value; equal ones count forwards or, with a sign of -1, backwards."""
    found = [0] * len(values)
    places = sorted(range(len(values)), key=lambda at: (values[at], sign * at))
    for rank, place in enumerate(places):
        found[place] = rank
    return tuple(found)


def _value(sign: str) -> int:
    """Return the place of a key sign; Russian letters stand in their alphabet's order."""
    if sign in RUSSIAN33:
        return _RUSSIAN_FROM + RUSSIAN33.signs.index(sign)
    return ord(sign)


@dataclass(frozen=True, slots=True)
class Columns:
    """Reads a key over columns: a word, or numbers with blanks or commas between."""

    choices: tuple[str, ...] = ()
    kind: str = "a word, or numbers with blanks between"
    most: int = _MOST_COLUMNS

    def read(self, name: str, value: object) -> ColumnKey:
        """Return the key."""
        if isinstance(value, str):
            parts = value.replace(",", " ").split()
            if len(parts) > 1 and all(part.isascii() and part.isdigit() for part in parts):
                value = [int(part) for part in parts if len(part) < len("1000000")]
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str):
            word = "".join(value.split()).upper()
            key = ColumnKey(tuple(word), tuple(map(_value, word)))
        elif isinstance(value, Sequence) and all(type(each) is int for each in value):
            key = ColumnKey(tuple(map(str, value)), tuple(value))
        else:
            raise ParameterRefused(name, f"'{value}' is no key; write {self.kind}")
        if not 0 < len(key) <= self.most:
            raise ParameterRefused(name, f"{len(key)} columns; write a key of 1 to {self.most}")
        return key


@dataclass(frozen=True, slots=True)
class Nulls:
    """Reads what fills up a short last row: signs to be repeated, or the word none."""

    choices: tuple[str, ...] = ()
    kind: str = "none, or signs to fill up with"

    def read(self, name: str, value: object) -> str:
        """Return the signs; an empty text where nothing is to be filled up."""
        if isinstance(value, bool):
            value = _FILL if value else ""
        if not isinstance(value, str) or not value.isprintable():
            raise ParameterRefused(name, f"'{value!a}' cannot fill up; write {self.kind}")
        word = "".join(value.split())
        lower = word.lower()
        empty = lower in _NO_NULLS or lower.startswith(("none", "no(", "irregular", "incomplete"))
        return "" if not word or empty else word


class Transposition(Letters):
    """Signs that keep their shape and change their places: any that show, case kept."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = False

    @property
    def plain(self) -> Signs:
        """Any sign that shows."""
        return ANY

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name what is done and the signs it is done with."""
        del way
        return ("step", "signs")

    def nulls(self, text: str) -> str:
        """Return what is put behind a text before it is enciphered."""
        del text
        return ""

    def returned(self, text: str) -> str:
        """Return the text with its nulls."""
        return text + self.nulls(text)

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield the nulls that are put behind the text."""
        added = self.nulls(text) if way is Way.ENCIPHER else ""
        if added:
            yield Change(ChangeKind.NULL, len(text) + 1, "", added)


def filled(text: str, size: int, fill: str) -> str:
    """Return the nulls that a text lacks to a whole number of pieces of a size."""
    if not fill:
        return ""
    lacking = -len(text) % size
    return (fill * lacking)[:lacking]


def fill_rule(fill: str) -> str:
    """Return the convention about nulls in words."""
    return f"fill: {fill}" if fill else "fill: none, the last row may be short"


def spaced(signs: Iterable[str]) -> str:
    """Return signs as a clerk writes them into squared paper."""
    return " ".join(signs)

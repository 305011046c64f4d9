"""The Enigma's wheels and reflectors, and how settings of them are written.

Wirings and turnover letters are those of Wikipedia "Enigma rotor details".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cablesim.systems.errors import ParameterRefused
from cablesim.text.alphabet import LATIN26
from cablesim.text.bulk import numbers, shift

LETTERS = LATIN26.signs
SIZE = len(LETTERS)


class Wheel(NamedTuple):
    """A wheel: what every contact from A to Z is wired to, and where the next wheel is moved on.

    `turnover` holds the letters in the window from which the next step moves the wheel to the left.
    """

    wiring: str
    turnover: str = ""


WHEELS = {
    "I": Wheel("EKMFLGDQVZNTOWYHXUSPAIBRCJ", "Q"),
    "II": Wheel("AJDKSIRUXBLHWTMCQGZNPYFVOE", "E"),
    "III": Wheel("BDFHJLCPRTXVZNYEIWGAKMUSQO", "V"),
    "IV": Wheel("ESOVPZJAYQUIRHXLNFTGKDCMWB", "J"),
    "V": Wheel("VZBRGITYUPSDNHLXAWMJQOFECK", "Z"),
    "VI": Wheel("JPGVOUMFYQBENHZRDKASXLICTW", "ZM"),
    "VII": Wheel("NZJHGRCXMYSWBOUFAIVLPEKQDT", "ZM"),
    "VIII": Wheel("FKQHTLXOCBJSPDZRAMEWNIUYGV", "ZM"),
    "Beta": Wheel("LEYJVCNIXWPBQMDRTAKZGFUHOS"),
    "Gamma": Wheel("FSOKANUERHMBTIYCWLQPZXVGJD"),
}
GREEK = ("Beta", "Gamma")
REFLECTORS = {
    "A": "EJMZALYXVBWFCRQUONTSPIKHGD",
    "B": "YRUHQSLDPXNGOKMIEBFZCWVJAT",
    "C": "FVPJIAOYEDRZXWGCTKUQSBNMHL",
}
THIN = {
    "B": "ENKQAUYWJICOPBLMDXZVFTHRGS",
    "C": "RDOBJNTKVEHMLFCWZAXGYIPSUQ",
}


class Fitted(NamedTuple):
    """A model: the wheels and reflectors that fit it, and how many wheels stand in it."""

    wheels: tuple[str, ...]
    reflectors: Mapping[str, str]
    places: int


MODELS = {
    "I": Fitted(("I", "II", "III", "IV", "V"), REFLECTORS, 3),
    "M3": Fitted(tuple(WHEELS)[:8], {name: REFLECTORS[name] for name in "BC"}, 3),
    "M4": Fitted(tuple(WHEELS), THIN, 4),
}


@cache
def through(wiring: str, offset: int) -> bytes:
    """Return the table from contact to contact of a wheel turned on by an offset from 0 to 25."""
    turned = shift(offset, SIZE).translate(table(wiring))
    return turned.translate(shift(SIZE - offset, SIZE))


@cache
def table(wiring: str) -> bytes:
    """Return a wiring as a table of numbers."""
    return numbers(wiring, LETTERS).ljust(256, b"\0")


@cache
def backward(wiring: str) -> str:
    """Return the wiring as it works from left to right."""
    return "".join(LETTERS[wiring.index(letter)] for letter in LETTERS)


@dataclass(frozen=True, slots=True)
class Label:
    """One of some labels, standing as a word anywhere in what is written: `UKW B`, `Enigma I`."""

    choices: tuple[str, ...]
    kind: str = "choice"

    def read(self, name: str, value: object) -> str:
        """Return the label."""
        text = value if isinstance(value, str) else ""
        words = re.findall(r"\w+", text.upper())
        found = next((label for label in self.choices if label.upper() in words), None)
        if found is None:
            raise ParameterRefused(
                name, f"'{value}' is unknown; write one of {', '.join(self.choices)}"
            )
        return found


def _listed(name: str, value: object) -> list[str]:
    """Return what is written as words: a list, or words with blanks, commas or dashes between."""
    if isinstance(value, str):
        return [word for word in re.split(r"[\s,;/-]+", value.strip().upper()) if word]
    if isinstance(value, Sequence) and all(isinstance(each, list | tuple) for each in value):
        value = ["".join(map(str, each)) for each in value]
    if isinstance(value, Sequence) and all(
        isinstance(each, str | int) and not isinstance(each, bool) for each in value
    ):
        return [str(each).strip().upper() for each in value]
    raise ParameterRefused(name, f"'{value}' is no list; write words with blanks between")


@dataclass(frozen=True, slots=True)
class WheelNames:
    """Names of wheels in their order; numbers 1 to 8 stand for I to VIII."""

    choices: tuple[str, ...] = ()
    kind: str = f"wheels with blanks between: {', '.join(WHEELS)}"

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the names."""
        known = {wheel.upper(): wheel for wheel in WHEELS}
        known |= {str(number): wheel for number, wheel in enumerate(WHEELS, 1) if number <= 8}  # noqa: PLR2004
        words = _listed(name, value)
        unknown = next((word for word in words if word not in known), None)
        if unknown is not None or not words:
            raise ParameterRefused(
                name, f"'{unknown or ''}' is no wheel; write some of {', '.join(WHEELS)}"
            )
        return tuple(known[word] for word in words)


@dataclass(frozen=True, slots=True)
class Places:
    """A letter for each wheel, `PZH`, or its number from 1 to 26, `16 26 8`."""

    choices: tuple[str, ...] = ()
    kind: str = "a letter for each wheel, or numbers from 1 to 26"

    def read(self, name: str, value: object) -> str:
        """Return the letters."""
        words = _listed(name, value)
        if all(word.isascii() and word.isdigit() and len(word) <= 2 for word in words):  # noqa: PLR2004
            if all(1 <= int(word) <= SIZE for word in words):
                return "".join(LETTERS[int(word) - 1] for word in words)
        elif set(letters := "".join(words)) <= set(LETTERS):
            return letters
        raise ParameterRefused(name, f"'{value}' does not fit; write {self.kind}")


@dataclass(frozen=True, slots=True)
class Plugs:
    """Pairs of letters joined by cables, with blanks between; `none` for no cable."""

    choices: tuple[str, ...] = ()
    kind: str = "pairs of letters with blanks between, or none"

    def read(self, name: str, value: object) -> str:
        """Return the pairs with blanks between."""
        words = _listed(name, value)
        if words[:1] in (["NONE"], ["NO"], ["EMPTY"]):
            return ""
        letters = "".join(words)
        if len(letters) % 2 or not set(letters) <= set(LETTERS):
            raise ParameterRefused(name, f"'{value}' does not fit; write {self.kind}")
        twice = next((letter for letter in letters if letters.count(letter) > 1), None)
        if twice is not None:
            raise ParameterRefused(name, f"{twice} has two cables; plug every letter once")
        return " ".join(letters[place : place + 2] for place in range(0, len(letters), 2))

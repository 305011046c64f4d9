"""Shifted, reversed and multiplied alphabets: every letter by one rule."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd
from typing import Annotated, ClassVar

from cablesim.systems.errors import ParameterRefused
from cablesim.systems.fixed import Always
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Whole
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import FIGURES, LATIN26, RUSSIAN33, Alphabet
from cablesim.text.bulk import numbers, spelled
from cablesim.text.reading import Signs

LETTERS = "the letters, in the order of their numbers"
RIGHT, LEFT = "right", "left"
_LEFT = (("back", LEFT), ("backwards", LEFT), ("negative", LEFT),
         ("forward", RIGHT), ("forwards", RIGHT), ("positive", RIGHT))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shift:
    """Reads a shift: a whole number, or the key letter that A becomes."""

    choices: tuple[str, ...] = ()
    kind: str = "whole number, or the letter that A becomes"

    def read(self, name: str, value: object) -> int:
        """Return the number."""
        letter = value.strip().upper() if isinstance(value, str) else ""
        for alphabet in (LATIN26, RUSSIAN33):
            if len(letter) == 1 and letter in alphabet:
                return alphabet.signs.index(letter)
        return Whole().read(name, value)


class Monoalphabetic(Letters):
    """One cipher letter for each letter, the same throughout the text."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = True
    alphabet: Alphabet

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet."""
        return Signs.of(self.alphabet)

    @abstractmethod
    def number(self, value: int, way: Way) -> int:
        """Return what a letter's number becomes, by the rule itself."""

    def encipher(self, text: str) -> str:
        """Return every letter's stand-in."""
        return self._through(text, Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return the letters that these stand for."""
        return self._through(text, Way.DECIPHER)

    def _through(self, text: str, way: Way) -> str:
        length = len(self.alphabet)
        table = bytes(self.number(value, way) for value in range(length)).ljust(256, b"\0")
        signs = self.alphabet.signs
        return spelled(numbers(text, signs).translate(table), signs)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and stand-in."""
        return ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter with both numbers."""
        signs = self.alphabet.signs
        for letter in text:
            value = signs.index(letter)
            found = self.number(value, way)
            yield Row((letter, signs[found]), signs[found], f"{value} gives {found}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caesar(Monoalphabetic):
    """Every letter a number of places further on in the alphabet.

    What the clerk does: he writes for every letter the one that stands a fixed number of places
    further on, and begins the alphabet again at its end.

    The rule: cipher number is plain number plus shift, modulo the length of the alphabet.

    Source: the standard definition, as in Wikipedia "Caesar cipher"; vectors caesar-01 and -03.

    Traps: a shift to the left is a negative number. The shift is that of the enciphering clerk;
    some programs ask for the deciphering one.

    >>> from cablesim.codes import registry
    >>> registry.system("caesar").encipher("Hello, world", shift=7, others="keep").result
    'Olssv, dvysk'
    """

    shift: Annotated[int, Shift(), "how many places further on; negative goes back"]
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO
    direction: Annotated[
        str, Choice((RIGHT, LEFT), also=_LEFT), "which way the enciphering clerk goes"
    ] = RIGHT

    def _step(self) -> int:
        """Return the places that the enciphering clerk goes on."""
        return self.shift if self.direction == RIGHT else -self.shift

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and shift."""
        yield f"alphabet: {self.alphabet.described()}, numbered from 0"
        yield f"rule: cipher is text plus {self._step()}, modulo {len(self.alphabet)}"

    def number(self, value: int, way: Way) -> int:
        """Return the number plus or less the shift."""
        return (value + (self._step() if way is Way.ENCIPHER else -self._step())) % len(
            self.alphabet
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rot13(Monoalphabetic):
    """Every letter half an alphabet further on, so that twice gives the text back.

    What the clerk does: he writes for every letter the one half an alphabet away; deciphering is
    the same act.

    The rule: cipher number is plain number plus half the length, modulo the length, which must be
    even: 13 of 26.

    Source: the standard definition, as in Wikipedia "ROT13"; vector rot13-01.

    Traps: the Russian alphabet of 33 letters has no half; take 32 or 30 letters.

    >>> from cablesim.codes import registry
    >>> registry.system("rot13").encipher("WHYDIDTHECHICKENCROSSTHEROAD").result
    'JULQVQGURPUVPXRAPEBFFGUREBNQ'
    """

    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO
    shift: Annotated[str, Always(("13", "16", "15", "half")), "half the alphabet"] = ""

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and shift."""
        yield f"alphabet: {self.alphabet.described()}"
        yield f"rule: {self._half()} places further on, the same both ways"

    def _half(self) -> int:
        """Return half the length; raises where there is none."""
        length = len(self.alphabet)
        if length % 2:
            raise ParameterRefused(
                "alphabet", f"{length} letters have no half; take russian32 or another even number"
            )
        if self.shift.isdigit() and int(self.shift) != length // 2:
            raise ParameterRefused("shift", f"half of {length} letters is {length // 2}")
        return length // 2

    def number(self, value: int, way: Way) -> int:
        """Return the number half an alphabet on."""
        del way
        return (value + self._half()) % len(self.alphabet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rot5(Caesar):
    """Every figure five places further on.

    What the clerk does: he writes for every figure the one five places further on; deciphering is
    the same act.

    The rule: cipher figure is plain figure plus the shift, modulo 10; with a shift of 5 both ways
    are one.

    Source: the standard definition, as in Wikipedia "ROT13"; vector rot5-digits-01.

    Traps: letters are refused unless they are to be kept; ROT18 is this beside ROT13.

    >>> from cablesim.codes import registry
    >>> registry.system("rot5-digits").encipher("3305").result
    '8850'
    """

    shift: Annotated[int, Shift(), "how many places further on"] = 5
    alphabet: Annotated[Alphabet, AlphabetOf(FIGURES, FIGURES), "the figures"] = FIGURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Atbash(Monoalphabetic):
    """The alphabet backwards.

    What the clerk does: he writes the alphabet forwards, under it the alphabet backwards, and takes
    for each letter the one below; deciphering is the same act.

    The rule: cipher number is the last number less the plain number.

    Source: the standard definition, as in Wikipedia "Atbash"; vector atbash-01.

    Traps: in an alphabet of odd length the middle letter stays itself.

    >>> from cablesim.codes import registry
    >>> registry.system("atbash").encipher("OLD SLOW SLIM HORN", others="keep").result
    'LOW HOLD HORN SLIM'
    """

    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def conventions(self) -> Iterator[str]:
        """Yield the alphabet."""
        yield f"alphabet: {self.alphabet.described()}, against itself backwards"

    def number(self, value: int, way: Way) -> int:
        """Return the number counted from the end."""
        del way
        return len(self.alphabet) - 1 - value


@dataclass(frozen=True, slots=True, kw_only=True)
class Affine(Monoalphabetic):
    """The number of each letter multiplied and shifted.

    What the clerk does: he numbers the letters, multiplies each number by a, adds b, and drops
    whole alphabets.

    The rule: cipher number is a x + b modulo the length of the alphabet; a must have no factor in
    common with that length, and deciphering multiplies by its inverse.

    Source: the standard definition, as in Wikipedia "Affine cipher"; vectors affine-01 and -03.

    Traps: an a that shares a factor with the length cannot be undone and is refused; some programs
    take -a for the inverse, which is right for few values only.

    >>> from cablesim.codes import registry
    >>> registry.system("affine").encipher("AFFINECIPHER", a=5, b=8).result
    'IHHWVCSWFRCP'
    """

    a: Annotated[int, Whole(), "the factor"]
    b: Annotated[int, Whole(), "what is added"]
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and rule."""
        self._inverse()
        yield f"alphabet: {self.alphabet.described()}, numbered from 0"
        yield f"rule: cipher is {self.a} times text plus {self.b}, modulo {len(self.alphabet)}"

    def _inverse(self) -> int:
        """Return the inverse of the factor; raises where it has none."""
        length = len(self.alphabet)
        if gcd(self.a, length) != 1:
            good = [str(each) for each in range(1, length) if gcd(each, length) == 1]
            raise ParameterRefused(
                "a",
                f"{self.a} shares a factor with the {length} letters, so nothing could be "
                f"deciphered; write one of {' '.join(good)}",
            )
        return pow(self.a, -1, length)

    def number(self, value: int, way: Way) -> int:
        """Return the number by the rule, or back."""
        inverse, length = self._inverse(), len(self.alphabet)
        if way is Way.ENCIPHER:
            return (self.a * value + self.b) % length
        return (value - self.b) * inverse % length


SYSTEMS = (
    System("caesar", "substitution", "Caesar", Caesar, presets={"rot3": {"shift": 3}}),
    System("rot13", "substitution", "ROT13", Rot13),
    System("rot5-digits", "substitution", "ROT5", Rot5),
    System("atbash", "substitution", "Atbash", Atbash),
    System("affine", "substitution", "Affine", Affine, parts={"key": ("a", "b")}),
)

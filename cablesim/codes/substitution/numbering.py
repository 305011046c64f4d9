"""Letters as numbers, and as rows of two signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.fixed import Between, kept, without
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Line
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26, Alphabet
from cablesim.text.reading import Signs

FIVE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class A1Z26(Letters):
    """Every letter as its number in the alphabet.

    What the clerk does: he writes for every letter its number, with a mark between.

    The rule: numbers count from 1 in the order of the alphabet.

    Source: the standard definition; vector a1z26-01.

    Traps: without a mark between them numbers run together and cannot be read, so one is needed.

    >>> from cablesim.codes import registry
    >>> registry.system("a1z26").encipher("THIS", separator="-").result
    '20-8-9-19'
    """

    separator: Annotated[str, Line(), "what stands between two numbers"] = " "
    alphabet: Annotated[Alphabet, AlphabetOf(), "the letters, numbered from 1"] = AUTO

    def _mark(self) -> str:
        """Return the mark between; raises where it cannot be told from the figures."""
        if not self.separator or not set(self.separator).isdisjoint("0123456789"):
            raise ParameterRefused("separator", "write a blank or a sign that is no figure")
        return self.separator

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet."""
        return Signs.of(self.alphabet)

    @property
    def cipher(self) -> Signs:
        """Figures and the mark."""
        return Signs("0123456789" + "".join(dict.fromkeys(self._mark())), name="figures and mark")

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and mark."""
        yield f"alphabet: {self.alphabet.described()}, numbered from 1"
        yield f"between two numbers: '{self._mark()}'"

    def encipher(self, text: str) -> str:
        """Return the numbers with the mark between."""
        mark = self._mark()
        signs = enumerate(self.alphabet.signs, 1)
        table = str.maketrans({sign: f"{number}{mark}" for number, sign in signs})
        return text.translate(table).removesuffix(mark)

    def decipher(self, text: str) -> str:
        """Return the letters of the numbers."""
        return "".join(self._letters(text))

    def _letters(self, text: str) -> Iterator[str]:
        """Yield the letter of each number; raises at one that has none."""
        signs = self.alphabet.signs
        table = {str(number): sign for number, sign in enumerate(signs, 1)}
        for place, number in enumerate(text.split(self._mark()) if text else (), 1):
            sign = table.get(number.lstrip("0") if number.isdigit() else number)
            if sign is None:
                if not number:
                    continue
                raise SystemRefused(
                    f"number {place}: '{number[:20]}' names no letter; write 1 to {len(signs)} "
                    f"with '{self._mark()}' between"
                )
            yield sign

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and number."""
        return ("plain", "number") if way is Way.ENCIPHER else ("number", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        signs = self.alphabet.signs
        if way is Way.DECIPHER:
            for letter in self._letters(text):
                yield Row((str(signs.index(letter) + 1), letter), letter)
            return
        for place, letter in enumerate(text):
            number = str(signs.index(letter) + 1)
            yield Row((letter, number), f"{self._mark()}{number}" if place else number)


_ALSO = (("unique", "26"), ("original", "24"), ("i=j", "24"), ("complete", "26"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bacon(Letters):
    """Every letter as a row of five of two signs.

    What the clerk does: he writes for every letter its group of five, each place one of two signs.

    The rule: the number of the letter (from 0) as five binary places, a for nought and b for one;
    with 24 letters I and J share a group, and U and V.

    Source: the standard definition, as in Wikipedia "Bacon's cipher"; vector bacon-01.

    Traps: with 24 letters and with 26 most groups differ. The two signs may be anything: two kinds
    of type, two words; only the groups are made here.

    >>> from cablesim.codes import registry
    >>> registry.system("bacon").encipher("ACE").result
    'AAAAA AAABA AABAA'
    """

    alphabet: Annotated[str, Choice(("24", "26"), also=_ALSO), "24 letters (I=J, U=V) or 26"] = "24"
    a: Annotated[str, Line(), "the sign for nought"] = "A"
    b: Annotated[str, Line(), "the sign for one"] = "B"
    separator: Annotated[str, Between(), "what stands between groups"] = " "

    def _letters(self) -> str:
        """Return the letters that have groups; raises where the two signs are not two."""
        if len(self.a) != 1 or len(self.b) != 1 or self.a == self.b or (self.a + self.b).isspace():
            raise ParameterRefused("a", "write one sign for a and another one for b")
        if " " in (self.a, self.b):
            raise ParameterRefused("a", "a blank stands between the groups; write another sign")
        every = LATIN26.signs
        return every if self.alphabet == "26" else every.replace("J", "").replace("V", "")

    @property
    def plain(self) -> Signs:
        """The letters."""
        merges = () if self.alphabet == "26" else (("J", "I"), ("V", "U"))
        return Signs(self._letters(), merges, f"{self.alphabet} letters")

    @property
    def cipher(self) -> Signs:
        """The two signs."""
        self._letters()
        if not set(self.separator).isdisjoint({self.a, self.b}):
            raise ParameterRefused("separator", "it is one of the two signs; write another one")
        return Signs(self.a + self.b + kept(self.separator), name="the two signs")

    def conventions(self) -> Iterator[str]:
        """Yield letters and signs."""
        yield f"letters: {self._letters()}{'' if self.alphabet == '26' else ', J as I, V as U'}"
        yield f"signs: {self.a} for nought, {self.b} for one"

    def _group(self, number: int) -> str:
        """Return the group of a number."""
        return f"{number:05b}".replace("1", "\0").replace("0", self.a).replace("\0", self.b)

    def encipher(self, text: str) -> str:
        """Return the groups with blanks between."""
        pairs = enumerate(self._letters())
        between = self.separator
        table = str.maketrans({letter: self._group(number) + between for number, letter in pairs})
        return text.translate(table).removesuffix(between)

    def decipher(self, text: str) -> str:
        """Return the letters of the groups."""
        return "".join(self._read(text))

    def _read(self, text: str) -> Iterator[str]:
        """Yield the letter of each group; raises at one that has none."""
        letters, text = self._letters(), without(text, self.separator)
        for start in range(0, len(text), FIVE):
            group = text[start : start + FIVE]
            bits = "".join("0" if sign == self.a else "1" for sign in group)
            if len(group) < FIVE or int(bits, 2) >= len(letters):
                raise SystemRefused(
                    f"group {start // FIVE + 1}: '{group}' names no letter; look for a lost sign"
                )
            yield letters[int(bits, 2)]

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and group."""
        return ("plain", "group") if way is Way.ENCIPHER else ("group", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        letters = self._letters()
        if way is Way.DECIPHER:
            for letter in self._read(text):
                yield Row((self._group(letters.index(letter)), letter), letter)
            return
        for place, letter in enumerate(text):
            group = self._group(letters.index(letter))
            yield Row((letter, group), f"{self.separator}{group}" if place else group)


SYSTEMS = (
    System("a1z26", "substitution", "Letters as numbers", A1Z26),
    System(
        "bacon",
        "substitution",
        "Bacon's two signs",
        Bacon,
        aliases={
            "variant": "alphabet",
            "a_mark": "a",
            "b_mark": "b",
            "mark_a": "a",
            "mark_b": "b",
            "zero": "a",
            "one": "b",
        },
    ),
)

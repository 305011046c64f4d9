"""One to many: homophones, and a square of words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from math import isqrt
from typing import Annotated

from cablesim.codes.keys import key_letters
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.fixed import Always
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Remark, Table, Word
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.alphabet import LATIN25, RUSSIAN30, Alphabet
from cablesim.text.reading import Signs

CHOICES = ("in turn", "first")
FIGURES = "0123456789"
_HUNDRED = 100


class Homophones(Letters):
    """What both systems of many stand-ins share: two figures for a letter, several for some."""

    __slots__ = ()
    choice: str

    @abstractmethod
    def stand_ins(self) -> Mapping[str, Sequence[str]]:
        """Return the two-figure stand-ins of every letter."""

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return Signs(FIGURES, name="figures")

    def encipher(self, text: str) -> str:
        """Return a stand-in for every letter, chosen in turn or always the first."""
        table = self.stand_ins()
        if self.choice == CHOICES[1]:
            return text.translate({ord(letter): each[0] for letter, each in table.items()})
        turns = {letter: cycle(each) for letter, each in table.items()}
        return "".join([next(turns[letter]) for letter in text])

    def decipher(self, text: str) -> str:
        """Return the letters that the stand-ins name."""
        return "".join(letter for _, letter in self._read(text))

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield stand-in and letter; raises at one that names none."""
        letters = {each: letter for letter, found in self.stand_ins().items() for each in found}
        for start in range(0, len(text), 2):
            pair = text[start : start + 2]
            letter = letters.get(pair)
            if letter is None:
                raise SystemRefused(
                    f"pair {start // 2 + 1}: '{pair}' stands for no letter; look for a lost figure"
                )
            yield pair, letter

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and stand-in."""
        return ("plain", "figures") if way is Way.ENCIPHER else ("figures", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter, with how often it has been before."""
        if way is Way.DECIPHER:
            for pair, letter in self._read(text):
                yield Row((pair, letter), letter)
            return
        table = self.stand_ins()
        used: dict[str, int] = {}
        for letter in text:
            before = used.get(letter, 0)
            used[letter] = before + 1
            found = table[letter]
            pair = found[before % len(found) if self.choice == CHOICES[0] else 0]
            yield Row((letter, pair), pair, f"stand-in {found.index(pair) + 1} of {len(found)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Homophonic(Homophones):
    """Several numbers for each letter, in rows that a key word moves along.

    What the clerk does: he writes the alphabet, under it rows of two-figure numbers, each row
    beginning under a letter of the key word, and takes one of a letter's numbers at will.

    The rule: row r (from 0) of an alphabet of n letters holds the numbers r n + 1 to r n + n, the
    first of them under the key's letter, 100 written 00. A table of one's own may be given.

    Source: the American Cryptogram Association's "Homophonic" (four rows of 25).

    Traps: which of its numbers a letter takes is free, so only deciphering has one right result.
    Taken in turn the numbers hide counts better than at random.

    >>> from cablesim.codes import registry
    >>> registry.system("homophonic").encipher("ANNA", key="GOLF").result
    '20075038'
    """

    key: Annotated[str, Word(empty=True), "a letter for each row of numbers"] = ""
    table: Annotated[
        tuple[tuple[str, str], ...], Table(), "numbers of one's own: A=01,27 B=02 ..."
    ] = ()
    choice: Annotated[str, Choice(CHOICES), "which number is taken"] = CHOICES[0]
    alphabet: Annotated[Alphabet, AlphabetOf(LATIN25, RUSSIAN30), "the letters"] = AUTO
    merged: Annotated[str, Remark(), "what the source merges; the alphabet decides"] = ""

    def stand_ins(self) -> Mapping[str, Sequence[str]]:
        """Return every letter's numbers; raises where they clash or run out."""
        return self._given() if self.table else self._rows()

    def _given(self) -> dict[str, list[str]]:
        """Return the numbers of a given table."""
        found = {letter: numbers.replace(",", " ").split() for letter, numbers in self.table}
        every = [number for numbers in found.values() for number in numbers]
        if any(len(each) != 2 or not set(each) <= set(FIGURES) for each in every):  # noqa: PLR2004 - two figures.
            raise ParameterRefused("table", "write numbers of two figures, commas between")
        if len(set(every)) != len(every) or not all(found.values()):
            raise ParameterRefused("table", "give each number to one letter, and each letter one")
        if any(len(letter) != 1 for letter in found):
            raise ParameterRefused("table", "write single letters before the equals sign")
        return found

    def _rows(self) -> dict[str, list[str]]:
        """Return the numbers of rows that the key moves."""
        word = key_letters("key", self.key, self.alphabet)
        length = len(self.alphabet)
        if not word or len(word) * length > _HUNDRED:
            raise ParameterRefused(
                "key", f"write 1 to {_HUNDRED // length} letters, one for each row of {length}"
            )
        found: dict[str, list[str]] = {letter: [] for letter in self.alphabet.signs}
        for row, letter in enumerate(word):
            start = self.alphabet.signs.index(letter)
            for place in range(length):
                number = (row * length + place + 1) % _HUNDRED
                found[self.alphabet.signs[(start + place) % length]].append(f"{number:02d}")
        return found

    @property
    def plain(self) -> Signs:
        """The letters that have numbers."""
        if self.table:
            return Signs("".join(self._given()), name="letters of the table")
        return Signs.of(self.alphabet)

    def conventions(self) -> Iterator[str]:
        """Yield numbers and choice."""
        for letter, numbers in self.stand_ins().items():
            yield f"{letter}: {' '.join(numbers)}"
        yield f"chosen: {self.choice}"


@dataclass(frozen=True, slots=True)
class Words:
    """Reads words: a list, or words with blanks between."""

    choices: tuple[str, ...] = ()
    kind: str = "words with blanks between"

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the words in upper case."""
        given: Iterable[object] = value.split() if isinstance(value, str) else ()
        if isinstance(value, list | tuple):
            given = value
        words = tuple(each.upper() for each in given if isinstance(each, str) and each.isalpha())
        side = isqrt(len(words[0])) if len(words) == 1 else 0
        if side and side * side == len(words[0]):
            words = tuple(words[0][at : at + side] for at in range(0, side * side, side))
        if not words:
            raise ParameterRefused(name, f"write {self.kind}")
        return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Grandpre(Homophones):
    """A square of words; a letter is any place where it stands.

    What the clerk does: he writes words of equal length into a square, numbers rows and columns,
    and writes for each letter the row and column of a place where it stands.

    The rule: as many words as each has letters; rows and columns are numbered 1 to 9 and 0; the row
    comes first.

    Source: the American Cryptogram Association's "Grandpré".

    Traps: a letter that stands in no word cannot be sent and is refused. Which place is taken is
    free, so only deciphering has one right result.

    >>> from cablesim.codes import registry
    >>> words = "LADYBUGS AZIMUTHS CALFSKIN QUACKISH UNJOYFUL EVULSION ROWDYISM SEXTUPLE"
    >>> registry.system("grandpre").encipher("ABBA", words=words, choice="first").result
    '12151512'
    """

    words: Annotated[tuple[str, ...], Words(), "as many words as each has letters"]
    size: Annotated[str, Remark(), "rows and columns; the words decide"] = ""
    labels: Annotated[str, Always(("1", "rows")), "how rows and columns are numbered"] = ""
    order: Annotated[str, Always(("row",)), "which number comes first"] = ""
    choice: Annotated[str, Choice(CHOICES), "which place is taken"] = CHOICES[0]

    def stand_ins(self) -> Mapping[str, Sequence[str]]:
        """Return every letter's places; raises where the words make no square."""
        side = len(self.words)
        if side > len(FIGURES) or any(len(word) != side for word in self.words):
            raise ParameterRefused("words", f"write words of {side} letters, as many as letters")
        labels = "1234567890"
        found: dict[str, list[str]] = {}
        for row, word in enumerate(self.words):
            for column, letter in enumerate(word):
                found.setdefault(letter, []).append(labels[row] + labels[column])
        return found

    @property
    def plain(self) -> Signs:
        """The letters of the words."""
        return Signs("".join(self.stand_ins()), name="letters of the words")

    def conventions(self) -> Iterator[str]:
        """Yield words and choice."""
        yield f"words: {' '.join(self.words)}"
        yield f"row first, labels 1 to 9 and 0; chosen: {self.choice}"


SYSTEMS = (
    System(
        "homophonic",
        "substitution",
        "Homophonic",
        Homophonic,
        aliases={"keyword": "key", "merge": "merged", "numbers": "table"},
        example=Example("SEND HELP", {"key": "GOLF"}),
    ),
    System(
        "grandpre",
        "substitution",
        "Grandpré",
        Grandpre,
        aliases={"square": "words", "rows": "words", "key": "words", "keywords": "words"},
        example=Example(
            "MASSIVE",
            {"words": "LADYBUGS AZIMUTHS CALFSKIN QUACKISH UNJOYFUL EVULSION ROWDYISM SEXTUPLE"},
        ),
    ),
)

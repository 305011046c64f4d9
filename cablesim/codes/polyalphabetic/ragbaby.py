"""Ragbaby: every letter moves along a mixed alphabet by a number that its word and place give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.keys import key_letters, mixed
from cablesim.codes.polyalphabetic.periodic import held
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Merges, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26, RUSSIAN32, Alphabet, Merge, usual_merges
from cablesim.text.bulk import added, modulo, numbers, repeated, spelled
from cablesim.text.reading import Signs

LATIN24 = Alphabet(
    "latin24", LATIN26.signs.replace("J", "").replace("X", ""), (("J", "I"), ("X", "W"))
)
BLANK = " "
MOVING = "first word starts at 1"
STANDING = "every word starts at 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ragbaby(Letters):
    """Every letter moves along a mixed alphabet; word divisions stay.

    What the clerk does: he numbers the letters of the first word from 1, of the second from 2, and
    so on, beginning again after the last number of the alphabet; then he counts every letter as
    many places to the right in an alphabet that begins with a keyword.

    The rule: in an alphabet of n letters (24 Latin ones) the letter at place p becomes the letter
    at place p + number, modulo n; number is the word's place plus the letter's place in the word,
    less one. Deciphering counts to the left.

    Source: the American Cryptogram Association's "Ragbaby"; vector ragbaby-01.

    Traps: the word divisions are part of the system: they stay in the cipher text, and a blank
    too many shifts all later words. J is written as I and X as W; both come back so.

    >>> from cablesim.codes import registry
    >>> ragbaby = registry.system("ragbaby")
    >>> ragbaby.encipher("WORD DIVISIONS ARE KEPT", keyword="GROSBEAK").result
    'YBBL HNGQDUFGL DEF HFYR'
    """

    sign_for_sign: ClassVar[bool] = False
    keyword: Annotated[str, Word(empty=True), "the keyword that begins the alphabet"] = ""
    alphabet24: Annotated[
        Alphabet, AlphabetOf(LATIN24, RUSSIAN32), "the alphabet, mixed already or not"
    ] = AUTO
    merge: Annotated[
        tuple[Merge, ...] | None, Merges(), "letters that the alphabet lacks and how they are read"
    ] = None
    numbering: Annotated[
        str, Choice((MOVING, STANDING)), "the number of each word's first letter"
    ] = MOVING

    def _alphabet(self) -> Alphabet:
        """Return the mixed alphabet with its merges."""
        base = held(self.alphabet24)
        merges = self.merge
        if merges is None:
            lacking = (("X", "W"),) if "X" not in base and "W" in base else ()
            merges = tuple(dict.fromkeys((*base.merges, *usual_merges(base.signs), *lacking)))
        for written, meant in merges:
            if written in base or meant not in base:
                raise ParameterRefused(
                    "merge",
                    f"{written}->{meant} does not fit {base.signs}; name a letter that it lacks "
                    "and one that it has",
                )
        base = Alphabet(base.name, base.signs, merges)
        keyword = key_letters("keyword", self.keyword, base)
        return Alphabet(base.name, mixed(keyword, base.signs), merges)

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet, and the blank."""
        return Signs.of(self._alphabet(), BLANK)

    def conventions(self) -> Iterator[str]:
        """Yield the alphabet, the numbering, what becomes of blanks."""
        alphabet = self._alphabet()
        yield f"alphabet: {alphabet.described()}"
        moving = ", second at 2, and so on" if self.numbering == MOVING else ""
        yield f"numbering: {self.numbering}{moving}, modulo {len(alphabet)}"
        yield "letters move to the right; blanks stay and divide words"

    def encipher(self, text: str) -> str:
        """Return every letter counted to the right."""
        return self._moved(text, 1)

    def decipher(self, text: str) -> str:
        """Return every letter counted to the left."""
        return self._moved(text, -1)

    def _moved(self, text: str, step: int) -> str:
        """Return a text whose letters have been moved; a blank's sum stands above all letters'."""
        signs = self._alphabet().signs
        length = len(signs)
        ramp = bytes(step * place % length for place in range(length))
        ramp = repeated(ramp, length + len(text))
        keys = bytearray([length]) * len(text)
        for place, word in enumerate(re.finditer(f"[^{BLANK}]+", text), 1):
            first, last = word.span()
            number = (place if self.numbering == MOVING else 1) % length
            keys[first:last] = ramp[number : number + last - first]
        back = bytearray(modulo(length))
        back[2 * length] = length
        sums = added(numbers(text, signs + BLANK), bytes(keys))
        return spelled(sums.translate(bytes(back)), signs + BLANK)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, number, result."""
        first, last = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        return first, "word", "number", last

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter and every blank, counting along the alphabet."""
        signs = self._alphabet().signs
        word, number = 0, 0
        for before, letter in zip(BLANK + text, text, strict=False):
            if letter == BLANK:
                yield Row((letter, "", "", letter), letter, "word division")
                continue
            if before == BLANK:
                word += 1
                number = word if self.numbering == MOVING else 1
            else:
                number += 1
            counted = (number - 1) % len(signs) + 1
            moved = counted if way is Way.ENCIPHER else -counted
            found = signs[(signs.index(letter) + moved) % len(signs)]
            yield Row((letter, str(word), str(counted), found), found)


SYSTEMS = (
    System(
        "ragbaby",
        "long keys",
        "Ragbaby",
        Ragbaby,
        aliases={"alphabet": "alphabet24", "merges": "merge", "key": "keyword"},
    ),
)

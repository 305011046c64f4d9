"""What the systems of long keys share: three rules by which text and key letter are combined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from cablesim.codes.polyalphabetic.periodic import held
from cablesim.systems.system import Letters, Row, Way
from cablesim.text.alphabet import Alphabet
from cablesim.text.bulk import added, less_from, modulo
from cablesim.text.reading import Signs

# Signs of text and key letter in the cipher letter.
SIGNS = {"vigenere": (1, 1), "beaufort": (-1, 1), "variant": (1, -1)}
FORMULAS = {
    "vigenere": "cipher is text plus key",
    "beaufort": "cipher is key less text",
    "variant": "cipher is text less key",
}
RULE = "how text and key letter are put together: vigenere, beaufort, variant (text less key)"


class LongKeyed(Letters):
    """What the systems of long keys share: the rule by which text and key letter are combined."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = True
    alphabet: Alphabet
    rule: str

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet."""
        return Signs.of(held(self.alphabet))

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and rule."""
        yield f"alphabet: {self.alphabet.described()}, numbered from 0"
        yield f"rule: {self.rule}, {FORMULAS[self.rule]}, modulo {len(self.alphabet)}"

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, key, result."""
        return ("plain", "key", "cipher") if way is Way.ENCIPHER else ("cipher", "key", "plain")

    def weights(self, way: Way) -> tuple[int, int]:
        """Return the signs of letter and key letter in what is written down."""
        text, key = SIGNS[self.rule]
        return (text, key) if way is Way.ENCIPHER else (text, -text * key)

    def signed(self, row: bytes, sign: int) -> bytes:
        """Return a row of numbers, or what is left when they are taken from 0."""
        return row if sign > 0 else row.translate(less_from(0, len(self.alphabet)))

    def combined(self, row: bytes, keys: bytes, way: Way) -> bytes:
        """Return the numbers that a row gives under a row of key numbers as long."""
        text, key = self.weights(way)
        sums = added(self.signed(row, text), self.signed(keys, key))
        return sums.translate(modulo(len(self.alphabet)))

    def counted(self, letter: str, by: int, way: Way) -> Row:
        """Return the sheet's line for one letter under one key number."""
        signs = self.alphabet.signs
        value = signs.index(letter)
        match self.rule, way:
            case ("vigenere", Way.ENCIPHER) | ("variant", Way.DECIPHER):
                found, formula = value + by, f"{value} + {by}"
            case ("vigenere", Way.DECIPHER) | ("variant", Way.ENCIPHER):
                found, formula = value - by, f"{value} - {by}"
            case _:
                found, formula = by - value, f"{by} - {value}"
        found %= len(signs)
        return Row((letter, signs[by], signs[found]), signs[found], f"{formula} gives {found}")

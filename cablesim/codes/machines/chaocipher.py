"""Chaocipher: two alphabets in rings that are turned and mixed anew after every letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.polyalphabetic.periodic import held
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import Alphabet, AlphabetRefused, alphabet_named
from cablesim.text.bulk import numbers, spelled
from cablesim.text.reading import Signs

_LEAST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Chaocipher(Letters):
    """Two rings of letters lie side by side; each letter turns both and moves one tab in each.

    What the clerk does: he turns the right ring until the plain letter stands at the top (zenith)
    and reads the cipher letter at the top of the left ring. Then he moves one letter in each ring
    and goes on with the next. To decipher he looks the letter up in the left ring instead.

    The rule: rings are read from the zenith; nadir is the place in the middle, the 14th of 26.
    With both letters at the zenith, take the second letter of the left ring, close the gap, and
    put it in at the nadir. Turn the right ring on by one, take its third letter, close the gap,
    and put it in at the nadir.

    Source: M. Rubin, "Chaocipher Revealed: The Algorithm"; vector chaocipher-01.

    Traps: the right ring is turned on by one more place than the left. The rings depend on the
    text: one wrong letter spoils all that follows. Both rings must hold the same letters.

    >>> from cablesim.codes import registry
    >>> rings = {"left_cipher": "HXUCZVAMDSLKPEFJRIGTWOBNYQ",
    ...          "right_plain": "PTLNBQDEOYSFAVZKGJRIHWXUMC"}
    >>> registry.system("chaocipher").encipher("WELLDONEISBETTERTHANWELLSAID", **rings).result
    'OAHQHCNYNXTSZJRRHJBYHQKSOUJY'
    """

    sign_for_sign: ClassVar[bool] = True
    left_cipher: Annotated[str, Word(), "the ring of cipher letters, from the zenith"]
    right_plain: Annotated[str, Word(), "the ring of plain letters, from the zenith"]

    def _letters(self) -> Alphabet:
        """Return the right ring as an alphabet; raises `ParameterRefused` where rings differ."""
        try:
            alphabet = held(alphabet_named(self.right_plain))
        except AlphabetRefused as error:
            raise ParameterRefused("right_plain", str(error)) from None
        if len(alphabet) < _LEAST:
            raise ParameterRefused(
                "right_plain", f"{alphabet.signs} is too short; write the whole alphabet"
            )
        if sorted(self.left_cipher) != sorted(alphabet.signs):
            raise ParameterRefused(
                "left_cipher", "it must hold the letters of the right ring, each once; write them"
            )
        return alphabet

    @property
    def plain(self) -> Signs:
        """The letters of the rings."""
        return Signs.of(self._letters())

    def conventions(self) -> Iterator[str]:
        """Yield the rings and the nadir."""
        alphabet = self._letters()
        yield f"left ring (cipher): {self.left_cipher}"
        yield f"right ring (plain): {alphabet.described()}"
        yield f"rings are read from the zenith; nadir is place {len(alphabet) // 2 + 1}"
        yield "after each letter the left ring's second and the right ring's third letter move"

    def encipher(self, text: str) -> str:
        """Return the text, letters looked up in the right ring."""
        signs = self._letters().signs
        left, right = bytearray(numbers(self.left_cipher, signs)), bytearray(range(len(signs)))
        out, nadir = bytearray(), len(signs) // 2
        write = out.append
        for letter in numbers(text, signs):
            at = right.index(letter)
            write(left[at])
            left = left[at:] + left[:at]
            left.insert(nadir, left.pop(1))
            at += 1
            right = right[at:] + right[:at]
            right.insert(nadir, right.pop(2))
        return spelled(out, signs)

    def decipher(self, text: str) -> str:
        """Return the text, letters looked up in the left ring."""
        signs = self._letters().signs
        left, right = bytearray(numbers(self.left_cipher, signs)), bytearray(range(len(signs)))
        out, nadir = bytearray(), len(signs) // 2
        write = out.append
        for letter in numbers(text, signs):
            at = left.index(letter)
            write(right[at])
            left = left[at:] + left[:at]
            left.insert(nadir, left.pop(1))
            at += 1
            right = right[at:] + right[:at]
            right.insert(nadir, right.pop(2))
        return spelled(out, signs)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, both rings with the letter at the zenith, result."""
        first, last = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        return first, "left ring", "right ring", last

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter: the rings turned, then a letter moved in each."""
        left, right = self.left_cipher, self._letters().signs
        half = len(right) // 2
        for letter in text:
            while (right if way is Way.ENCIPHER else left)[0] != letter:
                left, right = left[1:] + left[0], right[1:] + right[0]
            found = left[0] if way is Way.ENCIPHER else right[0]
            yield Row((letter, left, right, found), found)
            left = left[0] + left[2 : half + 1] + left[1] + left[half + 1 :]
            right = right[1:] + right[0]
            right = right[:2] + right[3 : half + 1] + right[2] + right[half + 1 :]


SYSTEMS = (
    System(
        "chaocipher",
        "machines",
        "Chaocipher",
        Chaocipher,
        aliases={
            "left": "left_cipher",
            "right": "right_plain",
            "left_alphabet": "left_cipher",
            "right_alphabet": "right_plain",
            "cipher_alphabet": "left_cipher",
            "plain_alphabet": "right_plain",
            "ciphertext_alphabet": "left_cipher",
            "plaintext_alphabet": "right_plain",
            "left_disk": "left_cipher",
            "right_disk": "right_plain",
        },
    ),
)

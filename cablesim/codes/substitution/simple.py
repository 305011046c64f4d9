"""Simple substitution: one mixed alphabet against another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.keys import key_letters, mixed
from cablesim.codes.substitution.shifts import Monoalphabetic
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Whole, Word
from cablesim.systems.system import System, Way
from cablesim.text.alphabet import Alphabet

FILLS = ("from the beginning", "behind the keyword", "backwards")


@dataclass(frozen=True, slots=True, kw_only=True)
class Simple(Monoalphabetic):
    """A plain alphabet against a mixed one.

    What the clerk does: he writes the alphabet, under it a mixed one, and takes for each letter the
    one below.

    The rule: the mixed alphabet begins with a key word, each letter once, and goes on with the
    letters left over: from the alphabet's beginning, from behind the key word's last letter, or
    backwards. It may be moved along by some places, or be given whole.

    Source: the standard definition, as in Wikipedia "Substitution cipher"; vectors
    simple-substitution-01, -03 and -05.

    Traps: some programs exchange the two directions. Where the letters left over begin is a
    convention, and is printed.

    >>> from cablesim.codes import registry
    >>> registry.system("simple-substitution").encipher("FLEEATONCE", keyword="ZEBRAS").result
    'SIAAZQLKBA'
    """

    sign_for_sign: ClassVar[bool] = True
    keyword: Annotated[str, Word(empty=True), "the word that the mixed alphabet begins with"] = ""
    cipher_alphabet: Annotated[str, Word(empty=True), "the whole mixed alphabet"] = ""
    fill: Annotated[str, Choice(FILLS), "where the letters left over begin"] = FILLS[0]
    move: Annotated[int, Whole(), "how many places the mixed alphabet is moved to the right"] = 0
    alphabet: Annotated[Alphabet, AlphabetOf(), "the plain alphabet"] = AUTO

    def _mixed(self) -> str:
        """Return the mixed alphabet; raises where it does not hold the same letters."""
        signs = self.alphabet.signs
        if self.cipher_alphabet:
            if sorted(self.cipher_alphabet) != sorted(signs):
                raise ParameterRefused(
                    "cipher_alphabet", f"write each letter of {signs} once, in another order"
                )
            found = self.cipher_alphabet
        elif self.keyword:
            found = self._by_keyword(key_letters("keyword", self.keyword, self.alphabet))
        else:
            raise ParameterRefused("keyword", "write a key word, or the whole cipher_alphabet")
        at = -self.move % len(found)
        return found[at:] + found[:at]

    def _by_keyword(self, word: str) -> str:
        """Return the alphabet that a key word begins."""
        signs = self.alphabet.signs
        if self.fill == FILLS[1]:
            at = signs.index(word[-1])
            return mixed(word, signs[at:] + signs[:at])
        return mixed(word, signs[::-1] if self.fill == FILLS[2] else signs)

    def conventions(self) -> Iterator[str]:
        """Yield both alphabets."""
        yield f"plain alphabet: {self.alphabet.described()}"
        yield f"cipher alphabet: {self._mixed()}"
        if not self.cipher_alphabet:
            yield f"letters left over: {self.fill}; moved by {self.move}"

    def number(self, value: int, way: Way) -> int:
        """Return the place, in the plain alphabet, of the letter above or below."""
        signs, found = self.alphabet.signs, self._mixed()
        return signs.index(found[value]) if way is Way.ENCIPHER else found.index(signs[value])


SYSTEMS = (System("simple-substitution", "substitution", "Simple substitution", Simple),)

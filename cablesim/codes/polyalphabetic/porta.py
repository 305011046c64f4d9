"""Porta: half the alphabet stands against the other half, slid along as the key letter says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.keys import key_numbers
from cablesim.codes.polyalphabetic.periodic import LETTERS, Periodic, held
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Remark, Word
from cablesim.systems.system import System, Way
from cablesim.text.alphabet import LATIN26, RUSSIAN32, Alphabet
from cablesim.text.reading import Signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Porta(Periodic):
    """Every letter is exchanged with one of the other half of the alphabet.

    What the clerk does: he writes the key again and again under the text, goes to the row of the
    table that the key letter's pair names, finds the letter in either half and takes the one that
    stands against it. Deciphering is the same act.

    The rule: the alphabet is cut into two halves of h letters; key letters count in pairs (A and B
    are pair 0, C and D pair 1). A letter of the upper half at place x stands against place
    x + pair, modulo h, of the lower half ("right"), or against x - pair ("left").

    Source: the American Cryptogram Association's "Porta", practicalcryptography "Porta cipher" and
    pycipher slide right, vector porta-01; TheAlgorithms slides left, vector porta-03.

    Traps: the direction in which the lower half slides differs between sources; "right" means that
    under key letter C the letter A becomes O, "left" that it becomes Z. Two key letters of a pair
    act alike. The alphabet must have an even number of letters: Russian 32 or 30, not 33.

    >>> from cablesim.codes import registry
    >>> porta = registry.system("porta")
    >>> porta.encipher("DEFENDTHEEAST", key="FORTIFICATION").result
    'SYNNJSCVRNRLA'
    >>> porta.encipher("JESSICA", key="MARVIN", lower_half_slides="left").result
    'QRACRWU'
    """

    formula: ClassVar[str] = "upper and lower half change places, and the same both ways"
    key: Annotated[str, Word(), "the key word, written again and again under the text"]
    lower_half_slides: Annotated[
        str, Choice(("right", "left")), "which way the lower half moves with each key pair"
    ] = "right"
    first_pair: Annotated[str, Remark(), "how the first pair of key letters stands"] = ""
    alphabet: Annotated[Alphabet, AlphabetOf(LATIN26, RUSSIAN32), LETTERS] = AUTO

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet, an even number of them."""
        if len(self.alphabet) % 2:
            raise ParameterRefused(
                "alphabet",
                f"its {len(self.alphabet)} letters cannot be halved; write an even number of them, "
                "such as russian32 or russian30",
            )
        return Signs.of(held(self.alphabet))

    def shifts(self) -> tuple[int, ...]:
        """Return the numbers of the key letters' pairs."""
        return tuple(each // 2 for each in key_numbers("key", self.key, self.alphabet))

    def key_cell(self, by: int) -> str:
        """Return the pair of key letters."""
        return self.alphabet.signs[2 * by : 2 * by + 2]

    def conventions(self) -> Iterator[str]:
        """Yield alphabet, rule, period, the way of sliding."""
        yield from Periodic.conventions(self)
        signs, half = self.alphabet.signs, len(self.alphabet) // 2
        yield f"first pair {signs[:2]}: {signs[:half]} stands against {signs[half:]}"
        against = self._lower(0, 1 % half)
        yield (
            f"lower half slides {self.lower_half_slides}: under key pair {signs[2:4] or signs[:2]} "
            f"{signs[0]} stands against {signs[against]}"
        )
        if self.first_pair:
            yield f"first pair, as given: {self.first_pair}"

    def _lower(self, place: int, pair: int) -> int:
        """Return the number of the lower letter that stands against an upper one."""
        half = len(self.alphabet) // 2
        return half + (place + (pair if self.lower_half_slides == "right" else -pair)) % half

    def table(self, by: int, way: Way) -> bytes:
        """Return the table of one key pair: the lower half slid, then the upper half slid back."""
        del way
        half = len(self.alphabet) // 2
        slid = by % half if self.lower_half_slides == "right" else -by % half
        upper, lower = bytes(range(half)), bytes(range(half, 2 * half))
        back = half - slid
        row = lower[slid:] + lower[:slid] + upper[back:] + upper[:back]
        return row.ljust(256, b"\0")

    def number(self, value: int, by: int, way: Way) -> int:
        """Return the number of the letter that stands against one."""
        del way
        half = len(self.alphabet) // 2
        if value < half:
            return self._lower(value, by)
        return next(upper for upper in range(half) if self._lower(upper, by) == value)


SYSTEMS = (System("porta", "periodic", "Porta", Porta),)

"""One-time pads: a key as long as the text, used for one text and never again."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.figures.padbits import OneTimePadBits
from cablesim.codes.figures.summed import PLUS, Operation, Summed
from cablesim.codes.keys import key_letters
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Digits, Whole, Word
from cablesim.systems.system import Example, System
from cablesim.text.alphabet import Alphabet
from cablesim.text.reading import Signs

# A sum of two numbers has to fit in one byte.
MOST_SIGNS = 128


class OnePad(Summed):
    """What the pads of letters and figures share: how much is used up, and that it suffices."""

    __slots__ = ()
    key: str
    start: int

    @abstractmethod
    def pad(self) -> str:
        """Return the signs of the pad, from its first."""

    def conventions(self) -> Iterator[str]:
        """Yield the rule, the pad's length and where it is begun."""
        yield from Summed.conventions(self)
        yield f"pad: {len(self.key)} signs, of which {self.start} were used up before; used once"

    def key_for(self, length: int) -> str:
        """Return the part of the pad that stands under a text."""
        pad = self.pad()
        left = max(len(pad) - self.start, 0)
        if left < length:
            raise ParameterRefused(
                "key",
                f"the pad has {left} signs left and the text has {length}; a one-time pad is as "
                "long as the text and is never written twice: take a longer one or cut the text",
            )
        return pad[self.start : self.start + length]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTimePadLetters(OnePad):
    """Letters with a pad of random letters under them.

    What the clerk does: he writes the letters of the pad under the text, adds the numbers of each
    pair, takes the length of the alphabet off where the sum passes it, and destroys what he used.

    The rule: every cipher letter is text plus pad, letters numbered from 0, modulo the length of
    the alphabet; the receiver subtracts. The pad is as long as the text or longer.

    Source: practice.md F4; vector one-time-pad-letters-01 (HELLO and XMCKL give EQNVZ).

    Traps: letters numbered from 1 give another result. A pad that is too short is refused here:
    written again, it is a Vigenère. A pad used for two texts gives their difference away.

    >>> from cablesim.codes import registry
    >>> registry.system("one-time-pad-letters").encipher("HELLO", key="XMCKL").result
    'EQNVZ'
    """

    key: Annotated[str, Word(), "the letters of the pad"]
    alphabet: Annotated[Alphabet, AlphabetOf(), "the letters, in the order of their numbers"] = AUTO
    operation: Annotated[str, Operation(), "how text and pad are combined to encipher"] = PLUS
    start: Annotated[int, Whole(least=0), "how many letters of the pad are used up already"] = 0

    @property
    def signs(self) -> str:
        """The letters of the alphabet."""
        if len(self.alphabet) > MOST_SIGNS:
            raise ParameterRefused(
                "alphabet", f"it has {len(self.alphabet)} signs; write {MOST_SIGNS} or fewer"
            )
        return self.alphabet.signs

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet."""
        return Signs.of(self.alphabet)

    def pad(self) -> str:
        """Return the letters of the pad."""
        if set(self.key) <= set(self.signs):
            return self.key
        return key_letters("key", self.key, self.alphabet)

    def conventions(self) -> Iterator[str]:
        """Yield the alphabet, the rule, the pad."""
        yield f"alphabet: {self.alphabet.described()}, numbered from 0"
        yield from OnePad.conventions(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTimePadFigures(OnePad):
    """Figures with a pad of random figures under them.

    What the clerk does: he writes the figures of the pad under the figures of the message and
    adds without carrying; the receiver subtracts the same figures; both destroy the page.

    The rule: every cipher figure is text plus pad, modulo 10. The pad is as long as the text or
    longer.

    Source: practice.md F4 and F1; the arithmetic is vector non-carrying-addition-03.

    Traps: a pad that is too short is refused here: written again, it is an additive with a
    period. Two texts under the same figures give their difference away without any key.

    >>> from cablesim.codes import registry
    >>> registry.system("one-time-pad-figures").encipher("77651", key="74177 20952").result
    '41728'
    """

    key: Annotated[str, Digits(), "the figures of the pad"]
    operation: Annotated[str, Operation(), "how text and pad are combined to encipher"] = PLUS
    start: Annotated[int, Whole(least=0), "how many figures of the pad are used up already"] = 0

    def pad(self) -> str:
        """Return the figures of the pad."""
        return self.key


SYSTEMS = (
    System("one-time-pad-letters", "figures", "One-time pad of letters", OneTimePadLetters),
    System(
        "one-time-pad-figures",
        "figures",
        "One-time pad of figures",
        OneTimePadFigures,
        example=Example("01181 00914", {"key": "14159 26535"}),
    ),
    System(
        "one-time-pad-bits",
        "figures",
        "One-time pad of bits",
        OneTimePadBits,
        example=Example("AB", {"key": "ff003c"}),
    ),
)

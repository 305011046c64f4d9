"""Parts of the VIC system that are exercises of their own: numbering, and the lines of the key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.figures.rows import FIGURES
from cablesim.codes.figures.summed import AS_FIGURES
from cablesim.codes.figures.vic_keys import ORDER, TEN, Keyed, LineOf, numbered
from cablesim.systems.parameters import AUTO, AlphabetOf, Digits, Remark, Whole, Word
from cablesim.systems.system import Letters, OneWay, Row, Way
from cablesim.text.alphabet import LATIN26, RUSSIAN30, Alphabet
from cablesim.text.bulk import modulo, numbers, spelled
from cablesim.text.reading import RAW, Signs


@dataclass(frozen=True, slots=True, kw_only=True)
class VicSequencing(Letters):
    """Letters numbered in the order of the alphabet, each ten for themselves.

    What the clerk does: under the first letter in the order of the alphabet he writes 1, under
    the next 2, and so on; the tenth gets 0. Of equal letters the left one comes first. Figures are
    numbered the same way, with 0 as the last.

    The rule: a letter's number is one more than the count of those before it, ties left to right,
    ten written as 0. A longer row is cut into tens, each numbered anew.

    Source: practice.md F6; vector vic-sequencing-01 (IDREAMOFJE gives 6203189574).

    Traps: 0 counts as ten, in what is numbered and in the numbers. The way back does not exist.

    >>> from cablesim.codes import registry
    >>> registry.system("vic-sequencing").encipher("IDREAMOFJE").result
    '6203189574'
    """

    sign_for_sign: ClassVar[bool] = False
    alphabet: Annotated[Alphabet, AlphabetOf(LATIN26, RUSSIAN30), "the letters in their order"] = (
        AUTO
    )
    rule: Annotated[str, Remark(), "a remark on the rule; it changes nothing"] = ""

    @property
    def order(self) -> str:
        """The letters in their order, then the figures with 0 last."""
        more = "".join(figure for figure in ORDER if figure not in self.alphabet)
        return self.alphabet.signs + more

    @property
    def plain(self) -> Signs:
        """Letters and figures."""
        return Signs(self.order, self.alphabet.merges, self.alphabet.name)

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return AS_FIGURES

    def conventions(self) -> Iterator[str]:
        """Yield the order and the rule."""
        yield f"order: {self.order}, ties left to right"
        yield "numbers: 1 to 9, then 0 for ten; every ten signs are numbered anew"
        yield from _remark("rule", self.rule)

    def encipher(self, text: str) -> str:
        """Return the numbers of all signs."""
        row = numbers(text, self.order)
        found = bytearray(len(row))
        for start in range(0, len(row), TEN):
            places = sorted(range(start, min(start + TEN, len(row))), key=row.__getitem__)
            for figure, place in enumerate(places, 1):
                found[place] = figure
        return spelled(found.translate(modulo(TEN)), FIGURES)

    def decipher(self, text: str) -> str:
        """Refuse: many texts have the same numbers."""
        del text
        raise OneWay("vic-sequencing")

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name ten signs and their numbers."""
        del way
        return ("signs", "numbers")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every ten signs."""
        del way
        for start in range(0, len(text), TEN):
            part = text[start : start + TEN]
            figures = "".join(map(str, numbered(part, self.order)))
            yield Row((part, figures), figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class VicKeyDerivation(Keyed):
    """The figures that a VIC message is enciphered with, drawn from what the writer remembers.

    What the clerk does: he takes the date from the key group without borrowing and lets the five
    figures grow to ten (C). He numbers both halves of the song's line (E1, E2), adds C and E1 (G),
    and looks each figure up over E2 (H). From H a chain of fifty figures goes on in five rows (K
    to P). He reads the columns in the order of H: the keys of the two transpositions (Q, R). The
    last row, numbered, stands over the checkerboard (S).

    The rule: the widths are the personal number plus the last two unlike figures of P; Q takes
    the first of these many figures, R the next.

    Source: practice.md F6; vectors vic-key-derivation-01 and -03. The lines have the
    letters of its published descriptions; `line` takes a letter or what the line is.

    Traps: 0 counts as ten in every numbering. The figure before the last that is unlike it belongs
    to the first table, the last to the second. The text changes nothing: the key alone decides.

    >>> from cablesim.codes import registry
    >>> derivation = registry.system("vic-key-derivation")
    >>> key = {"phrase20": "ТОЛЬКО СЛЫШНО НА УЛИЦЕ Г", "date_digits": "391945"}
    >>> derivation.encipher("", line="C", keygroup="20818", personal_number=13, **key).result
    '9172408964'
    """

    sign_for_sign: ClassVar[bool] = False
    phrase20: Annotated[str, Word(), "a line of a song: its first twenty letters"]
    date_digits: Annotated[str, Digits(), "the figures of a date, six as a rule"]
    personal_number: Annotated[int, Whole(least=1, most=99), "the writer's own number"]
    keygroup: Annotated[str, Digits(least=0, most=5), "the key group, five figures"]
    line: Annotated[str, LineOf(), "the line that is wanted: its letter, or what it is"] = "S"

    @property
    def plain(self) -> Signs:
        """Anything: a note of what goes in."""
        return RAW

    @property
    def cipher(self) -> Signs:
        """Anything."""
        return RAW

    def conventions(self) -> Iterator[str]:
        """Yield the alphabet and the rules of numbering."""
        yield f"alphabet: {self.alphabet.described()}"
        yield "0 counts as ten; ties left to right; no carrying and no borrowing"
        widths = self.derived().widths
        yield f"widths: personal number {self.personal_number} and the last figures: {widths}"
        yield f"line: {self.line}; the text is a note and changes nothing"

    def encipher(self, text: str) -> str:
        """Return the line that is wanted."""
        del text
        return self.derived().lines[self.line]

    def decipher(self, text: str) -> str:
        """Refuse: a line does not tell the key."""
        del text
        raise OneWay("vic-key-derivation")

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name the line and its figures."""
        del way
        return ("line", "figures")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield every line in its order; the one that is wanted gives the result."""
        del text, way
        for letter, figures, remark in self.counted():
            yield Row((letter, figures), self._wanted(letter, figures), remark)

    def _wanted(self, letter: str, figures: str) -> str:
        """Return what a line gives of the one that is wanted."""
        match self.line, letter:
            case ("F" | "F1", "C") | ("E", "E1" | "E2") | ("K-P", "K" | "L" | "M" | "N" | "P"):
                return figures + (ORDER if self.line == "F" else "")
            case ("F2", "C"):
                return ORDER
            case ("widths", "Q" | "R"):
                return str(len(figures)) + (" " if letter == "Q" else "")
            case _:
                return figures if letter == self.line else ""


def _remark(name: str, remark: str) -> Iterator[str]:
    """Yield a remark where there is one."""
    if remark:
        yield f"{name}: {remark}"

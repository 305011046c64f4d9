"""Monome-dinome: a board of eight columns with 24 letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.keys import mixed
from cablesim.codes.substitution.boarded import Boarded
from cablesim.codes.substitution.boards import Board
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Digits, Merges, Word
from cablesim.systems.system import Example, System
from cablesim.text.alphabet import LATIN26, RUSSIAN30, Alphabet, Merge
from cablesim.text.reading import Signs

_TEN = 10
_RARE = (("Щ", "Ш"), ("Ы", "И"), ("Э", "Е"), ("Ю", "У"), ("Ф", "В"), ("Ц", "С"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MonomeDinome(Boarded):
    """A board of eight columns: eight letters as one figure, sixteen as two.

    What the clerk does: he numbers eight columns with eight figures, labels two further rows with
    the two others, and fills three rows with a mixed alphabet of 24 letters.

    The rule: letters of the first row are sent as the column's figure, those of the other rows as
    label and figure. J is read as I and Z as Y (Russian: the alphabet of 30 in three rows).

    Source: the American Cryptogram Association's "Monome-Dinome".

    Traps: 24 letters need two merges, and sources differ on which. The labels are no columns.

    >>> from cablesim.codes import registry
    >>> system = registry.system("monome-dinome")
    >>> there = system.encipher("HIGHFREQKEYS", digits="6701234589", keyword="NORMALZEBRAS").result
    >>> system.decipher(there, digits="6701234589", keyword="NORMALZEBRAS").result
    'HIGHFREQKEYS'
    """

    digits: Annotated[str, Digits(0, 10), "two row labels, then the figures of the columns"] = ""
    row_digits: Annotated[str, Digits(0, 2), "the two row labels, if written apart"] = ""
    column_digits: Annotated[str, Digits(0, 8), "the figures of the columns, likewise"] = ""
    keyword: Annotated[str, Word(empty=True), "the word that the mixed alphabet begins with"] = ""
    alphabet: Annotated[str, Word(empty=True), "the whole mixed alphabet of 24 letters"] = ""
    merge: Annotated[tuple[Merge, ...] | None, Merges(), "letters read as others"] = None

    def _digits(self) -> str:
        """Return the ten figures; raises where they are not ten."""
        found = self.digits or self.row_digits + self.column_digits
        if len(found) != _TEN or len(set(found)) != _TEN:
            raise ParameterRefused("digits", "write each figure from 0 to 9 once")
        return found

    def _letters(self) -> Alphabet:
        """Return the mixed alphabet and its merges."""
        merges: tuple[Merge, ...] = self.merge or (("J", "I"), ("Z", "Y"))
        reads = dict(merges)
        base = "".join(letter for letter in LATIN26.signs if letter not in reads)
        given = self.alphabet or self.keyword
        if any(letter in RUSSIAN30.signs for letter in given):
            # Twenty-four of thirty: the rarest are read as their neighbours.
            merges = self.merge or (*RUSSIAN30.merges, *_RARE)
            reads = dict(merges)
            base = "".join(letter for letter in RUSSIAN30.signs if letter not in reads)
        word = "".join(reads.get(letter, letter) for letter in given)
        found = mixed(word, "" if self.alphabet else base)
        if sorted(found) != sorted(base):
            raise ParameterRefused(
                "alphabet" if self.alphabet else "keyword", f"write letters of {base}"
            )
        return Alphabet("mixed", found, merges)

    def board(self) -> Board:
        """Return the board."""
        digits, letters = self._digits(), self._letters().signs
        labels, header = digits[:2], digits[2:]
        codes = [*header, *(label + figure for label in labels for figure in header)]
        if len(letters) != len(codes):
            raise ParameterRefused("merge", f"{len(letters)} letters are left; 24 have places")
        return Board(tuple(zip(letters, codes, strict=True)), "", 1)

    @property
    def plain(self) -> Signs:
        """The letters, with their merges."""
        letters = self._letters()
        return Signs(letters.signs, letters.merges, "24 letters")


SYSTEMS = (
    System(
        "monome-dinome",
        "substitution",
        "Monome-dinome",
        MonomeDinome,
        aliases={
            "digit_key": "digits",
            "numbers": "digits",
            "key": "keyword",
            "letters": "alphabet",
            "square": "alphabet",
            "cipher_alphabet": "alphabet",
            "row_labels": "row_digits",
            "labels": "row_digits",
            "two_digit_rows": "row_digits",
            "columns": "column_digits",
            "header": "column_digits",
        },
        example=Example("SEND HELP", {"digits": "6701234589", "keyword": "NORMALZEBRAS"}),
    ),
)

"""Periodic systems: one shifted alphabet after the other, as the letters of a key say."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Annotated, ClassVar

from cablesim.codes.keys import key_numbers
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Numbers, Whole, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import Alphabet
from cablesim.text.bulk import less_from, numbers, shift, spelled, strided
from cablesim.text.reading import Signs

LETTERS = "the letters, in the order of their numbers"
NUMBERED = "the number of the alphabet's first letter: 0, or 1 as in some textbooks"
# Two letters' numbers are added in one byte.
MOST_LETTERS = 127


def held(alphabet: Alphabet) -> Alphabet:
    """Return an alphabet that the tables can hold; raises `ParameterRefused` for a longer one."""
    if len(alphabet) > MOST_LETTERS:
        raise ParameterRefused(
            "alphabet", f"it has {len(alphabet)} signs; write {MOST_LETTERS} of them at most"
        )
    return alphabet


class Periodic(Letters):
    """What all periodic systems share: a row of shifts, and how text and shift are combined."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = True
    formula: ClassVar[str]
    alphabet: Alphabet

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet."""
        return Signs.of(held(self.alphabet))

    @abstractmethod
    def shifts(self) -> tuple[int, ...]:
        """Return one number for each place of the period."""

    def table(self, by: int, way: Way) -> bytes:
        """Return the table from number to number for one place of the period."""
        return shift(by if way is Way.ENCIPHER else -by, len(self.alphabet))

    def number(self, value: int, by: int, way: Way) -> int:
        """Return one number by the rule itself, as the clerk counts it out."""
        return (value + (by if way is Way.ENCIPHER else -by)) % len(self.alphabet)

    def conventions(self) -> Iterator[str]:
        """Yield alphabet, rule, period."""
        yield f"alphabet: {self.alphabet.described()}"
        yield f"rule: {self.formula}, modulo {len(self.alphabet)}"
        yield f"period: {len(self.shifts())}; the key moves with letters only"

    def encipher(self, text: str) -> str:
        """Return every letter through its place's table."""
        return self._through(text, Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return every letter back through its place's table."""
        return self._through(text, Way.DECIPHER)

    def _through(self, text: str, way: Way) -> str:
        tables = [self.table(by, way) for by in self.shifts()]
        row = numbers(text, self.alphabet.signs)
        return spelled(strided(row, tables), self.alphabet.signs)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, key, result."""
        return ("plain", "key", "cipher") if way is Way.ENCIPHER else ("cipher", "key", "plain")

    def key_cell(self, by: int) -> str:
        """Return what stands in the key column."""
        return self.alphabet.signs[by]

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter, counted out by the rule."""
        signs = self.alphabet.signs
        for letter, by in zip(text, cycle(self.shifts()), strict=False):
            value = signs.index(letter)
            found = self.number(value, by, way)
            cells = (letter, self.key_cell(by), signs[found])
            yield Row(cells, signs[found], f"{value} and {by} give {found}")


class Keyed(Periodic):
    """What the periodic systems with a key word share."""

    __slots__ = ()
    # What numbering from 1 adds to the shift of every key letter.
    per_number: ClassVar[int] = 1
    key: str
    numbered_from: int

    def shifts(self) -> tuple[int, ...]:
        """Return the shifts that the key's letters stand for."""
        more = self.per_number * self.numbered_from
        return tuple(number + more for number in key_numbers("key", self.key, self.alphabet))

    def key_cell(self, by: int) -> str:
        """Return the key letter."""
        return self.alphabet.signs[by - self.per_number * self.numbered_from]

    def conventions(self) -> Iterator[str]:
        """Yield alphabet, rule, period, and the shift of the key's letters."""
        yield from Periodic.conventions(self)
        first, shifts = self.key[0], self.shifts()
        yield f"letters count from {self.numbered_from}: key letter {first} stands for {shifts[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vigenere(Keyed):
    """A key word shifts every letter of the text forward by its own letter.

    What the clerk does: he writes the key again and again under the text and looks every letter up
    in the square: the row of the key letter, the column of the text letter.

    The rule: letters are numbered from 0; cipher is text plus key, modulo the length of the
    alphabet; plain is cipher less key.

    Source: the standard definition, as in Wikipedia "Vigenère cipher"; vectors vigenere-01 to
    vigenere-05.

    Traps: some textbooks count letters from 1, which shifts every letter one further
    (`numbered_from`). Blanks and kept signs do not move the key here; where another program
    lets them, the two agree up to the first blank only.

    >>> from cablesim.codes import registry
    >>> registry.system("vigenere").encipher("ATTACKATDAWN", key="LEMON").result
    'LXFOPVEFRNHR'
    """

    formula: ClassVar[str] = "cipher is text plus key"
    key: Annotated[str, Word(), "the key word, written again and again under the text"]
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO
    numbered_from: Annotated[int, Whole(0, 1), NUMBERED] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantBeaufort(Keyed):
    """A key word shifts every letter of the text back by its own letter.

    What the clerk does: he works the Vigenère square the other way round, enciphering as another
    clerk would decipher.

    The rule: letters are numbered from 0; cipher is text less key, modulo the length of the
    alphabet; plain is cipher plus key.

    Source: the standard definition, as in the American Cryptogram Association's "Variant"; vector
    variant-beaufort-01.

    Traps: public code carries this system under the name Beaufort, which is key less text and
    gives other letters. It is not its own inverse.

    >>> from cablesim.codes import registry
    >>> registry.system("variant-beaufort").encipher("THEGERMANATTACK", key="SECRET").result
    'BDCPAYUWLJPAIYI'
    """

    formula: ClassVar[str] = "cipher is text less key"
    key: Annotated[str, Word(), "the key word, written again and again under the text"]
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO
    numbered_from: Annotated[int, Whole(0, 1), NUMBERED] = 0

    def table(self, by: int, way: Way) -> bytes:
        """Return the table that subtracts the key letter."""
        return shift(-by if way is Way.ENCIPHER else by, len(self.alphabet))

    def number(self, value: int, by: int, way: Way) -> int:
        """Return text less key, or cipher plus key."""
        return (value - (by if way is Way.ENCIPHER else -by)) % len(self.alphabet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beaufort(Keyed):
    """Every letter of the text is subtracted from a letter of the key, the same way both ways.

    What the clerk does: he finds the text letter at the head of a column of the square, goes down
    to the key letter, and reads the cipher letter at the row's beginning. Deciphering is the same
    act.

    The rule: letters are numbered from 0; cipher is key less text, modulo the length of the
    alphabet; plain is key less cipher.

    Source: the standard definition, as in practicalcryptography "Beaufort cipher"; vectors
    beaufort-01 and beaufort-03.

    Traps: text less key is the variant, another system (`variant-beaufort`); names are swapped in
    some public code.

    >>> from cablesim.codes import registry
    >>> registry.system("beaufort").encipher("DEFENDTHEEAST", key="FORTIFICATION").result
    'CKMPVCPVWPIWU'
    """

    formula: ClassVar[str] = "cipher is key less text, and the same both ways"
    per_number: ClassVar[int] = -1
    key: Annotated[str, Word(), "the key word, written again and again under the text"]
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO
    numbered_from: Annotated[int, Whole(0, 1), NUMBERED] = 0

    def table(self, by: int, way: Way) -> bytes:
        """Return the table that subtracts from the key letter."""
        del way
        return less_from(by, len(self.alphabet))

    def number(self, value: int, by: int, way: Way) -> int:
        """Return key less letter."""
        del way
        return (by - value) % len(self.alphabet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gronsfeld(Periodic):
    """A row of figures shifts every letter of the text forward.

    What the clerk does: he writes the figures again and again under the text and counts every
    letter forward by its figure.

    The rule: letters are numbered from 0; cipher is text plus figure, modulo the length of the
    alphabet; plain is cipher less figure.

    Source: the standard definition, as in the American Cryptogram Association's "Gronsfeld";
    vectors gronsfeld-01 and gronsfeld-03.

    Traps: a key in one row is read figure by figure; shifts above 9, which some programs allow,
    are written with blanks between. Figure 0 leaves a letter as it is.

    >>> from cablesim.codes import registry
    >>> registry.system("gronsfeld").encipher("ТЕКСТ", key="3 17 19 7 10").result
    'ХХЭШЬ'
    """

    formula: ClassVar[str] = "cipher is text plus figure"
    key: Annotated[
        tuple[int, ...],
        Numbers(least=0, most=255, run_together=True),
        "the figures of the key; numbers above 9 with blanks between",
    ]
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def shifts(self) -> tuple[int, ...]:
        """Return the figures."""
        return self.key

    def key_cell(self, by: int) -> str:
        """Return the figure."""
        return str(by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trithemius(Periodic):
    """Every letter of the text is shifted one further than the last.

    What the clerk does: he takes the rows of the square one after another, a new row for every
    letter, and begins again after the last row.

    The rule: letters are numbered from 0; cipher is text plus place, modulo the length of the
    alphabet, the first place being `start`.

    Source: the standard definition; vector trithemius-01.

    Traps: the first letter stays as it is under the usual start 0; some begin with 1. There is no
    key: whoever knows the system reads the text.

    >>> from cablesim.codes import registry
    >>> registry.system("trithemius").encipher("THEQUICKBROWNFOX").result
    'TIGTYNIRJAYHZSCM'
    """

    formula: ClassVar[str] = "cipher is text plus place"
    start: Annotated[int, Whole(), "the shift of the first letter"] = 0
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def shifts(self) -> tuple[int, ...]:
        """Return the whole alphabet, from the start."""
        length = len(self.alphabet)
        return tuple((self.start + place) % length for place in range(length))


SYSTEMS = (
    System("trithemius", "periodic", "Trithemius", Trithemius),
    System("vigenere", "periodic", "Vigenère", Vigenere),
    System("gronsfeld", "periodic", "Gronsfeld", Gronsfeld),
    System("beaufort", "periodic", "Beaufort", Beaufort),
    System("variant-beaufort", "periodic", "Variant Beaufort", VariantBeaufort),
)

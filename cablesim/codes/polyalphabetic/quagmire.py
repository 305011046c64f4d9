"""The four quagmires: periodic systems whose plain or cipher alphabet, or both, are mixed."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Annotated, ClassVar

from cablesim.codes.keys import key_letters, mixed
from cablesim.codes.polyalphabetic.periodic import LETTERS, held
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Word
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.alphabet import Alphabet
from cablesim.text.bulk import numbers, shift, spelled, strided
from cablesim.text.reading import Signs

PLAIN = "the plain alphabet: a keyword that begins it, or all its letters"
CIPHER = "the cipher alphabet: a keyword that begins it, or all its letters"
INDICATOR = "the key word whose letters stand one after another under one plain letter"
UNDER = "the plain letter under which the indicator stands, usually A; or: first"
STRAIGHT = "the straight alphabet; it may be left out"
FIRST = "FIRST"


@dataclass(frozen=True, slots=True)
class Under:
    """One letter, which a remark may follow, or `first`: the plain alphabet's first letter."""

    kind: str = "one letter, or first"
    choices: tuple[str, ...] = ()

    def read(self, name: str, value: object) -> str:
        """Return the letter, or `FIRST`, or nothing for the usual one."""
        if isinstance(value, str) and (
            found := re.match(rf"{FIRST}\b|\w\b|$", value.strip().upper())
        ):
            return found.group()
        raise ParameterRefused(name, f"'{value}' is no letter; write {self.kind}")


class Quagmire(Letters):
    """What the four have in common: two alphabets, and how far the second is slid."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = True
    indicator_key: str
    indicator_under: str
    alphabet: Alphabet

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet."""
        return Signs.of(held(self.alphabet))

    @abstractmethod
    def alphabets(self) -> tuple[str, str]:
        """Return plain and cipher alphabet in full."""

    def full(self, name: str, keyword: str) -> str:
        """Return an alphabet that a keyword begins; a whole alphabet begins itself."""
        return mixed(key_letters(name, keyword, self.alphabet), self.alphabet.signs)

    def straight(self, name: str, given: str) -> str:
        """Return the alphabet as it is; raises `ParameterRefused` where a mixed one is given."""
        if self.full(name, given) != self.alphabet.signs:
            raise ParameterRefused(
                name, "this alphabet is straight here; leave it out, or take quagmire-4"
            )
        return self.alphabet.signs

    def _under(self) -> int:
        """Return the place in the plain alphabet under which the indicator stands."""
        if self.indicator_under == FIRST:
            return 0
        plain, _ = self.alphabets()
        letter = self.indicator_under or self.alphabet.signs[0]
        return plain.index(key_letters("indicator_under", letter, self.alphabet))

    def _indicator(self) -> str:
        """Return the letters of the indicator key."""
        return key_letters("indicator_key", self.indicator_key, self.alphabet)

    def conventions(self) -> Iterator[str]:
        """Yield the alphabets and where the key stands."""
        plain, cipher = self.alphabets()
        yield f"alphabet: {self.alphabet.described()}"
        yield f"plain alphabet: {plain}"
        yield f"cipher alphabet: {cipher}"
        yield f"indicator key {self._indicator()} stands under plain letter {plain[self._under()]}"
        yield "the key moves with letters only"

    def encipher(self, text: str) -> str:
        """Return every letter through the two alphabets, slid as its place's key letter says."""
        plain, cipher = self.alphabets()
        return self._slid(text, plain, cipher, 1)

    def decipher(self, text: str) -> str:
        """Return every letter back."""
        plain, cipher = self.alphabets()
        return self._slid(text, cipher, plain, -1)

    def _slid(self, text: str, read: str, written: str, sign: int) -> str:
        """Return the text read in one alphabet and written in the other."""
        _, cipher = self.alphabets()
        under = self._under()
        slides = [cipher.index(letter) - under for letter in self._indicator()]
        tables = [shift(sign * slide % len(cipher), len(cipher)) for slide in slides]
        return spelled(strided(numbers(text, read), tables), written)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, key, the cipher alphabet as it lies, result."""
        first, last = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        return first, "key", "cipher alphabet from the first plain letter", last

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter: the cipher alphabet laid down, the letter looked up."""
        plain, cipher = self.alphabets()
        under = self._under()
        for letter, key in zip(text, cycle(self._indicator()), strict=False):
            laid = cipher
            while laid[under] != key:
                laid = laid[1:] + laid[:1]
            read, written = (plain, laid) if way is Way.ENCIPHER else (laid, plain)
            found = written[read.index(letter)]
            yield Row((letter, key, laid, found), found)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuagmireOne(Quagmire):
    """A mixed plain alphabet stands over a straight cipher alphabet that the key slides.

    What the clerk does: he writes a plain alphabet that begins with a keyword, lays under it, for
    every letter of the indicator key, the straight alphabet so that the key letter stands under
    one fixed plain letter, and takes these rows in turn.

    The rule: a plain letter at place p of the plain alphabet becomes the letter at place
    p + k - u of the cipher alphabet, k being the key letter's place in it and u the place of the
    fixed letter in the plain alphabet.

    Source: the American Cryptogram Association's "Quagmire I"; vector quagmire-1-01.

    Traps: the indicator stands under plain A unless another letter is named, and A is seldom the
    first letter of a mixed alphabet.

    >>> from cablesim.codes import registry
    >>> quagmire = registry.system("quagmire-1")
    >>> quagmire.encipher("THEQUAG", plain_alphabet="SPRINGFEVER", indicator_key="FLOWER").result
    'QPMGQRB'
    """

    indicator_key: Annotated[str, Word(), INDICATOR]
    plain_alphabet: Annotated[str, Word(), PLAIN]
    cipher_alphabet: Annotated[str, Word(empty=True), STRAIGHT] = ""
    indicator_under: Annotated[str, Under(), UNDER] = ""
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def alphabets(self) -> tuple[str, str]:
        """Return the mixed plain alphabet and the straight one."""
        straight = self.straight("cipher_alphabet", self.cipher_alphabet)
        return self.full("plain_alphabet", self.plain_alphabet), straight


@dataclass(frozen=True, slots=True, kw_only=True)
class QuagmireTwo(Quagmire):
    """A straight plain alphabet stands over a mixed cipher alphabet that the key slides.

    What the clerk does: he writes a cipher alphabet that begins with a keyword and lays it under
    the straight alphabet, for every letter of the indicator key so that the key letter stands
    under one fixed plain letter; he takes these rows in turn.

    The rule: a plain letter at place p of the alphabet becomes the letter at place p + k - u of
    the cipher alphabet, k being the key letter's place in it and u the place of the fixed letter.

    Source: the American Cryptogram Association's "Quagmire II".

    Traps: the indicator stands under plain A unless another letter is named; the key letters are
    looked up in the mixed alphabet.

    >>> from cablesim.codes import registry
    >>> quagmire = registry.system("quagmire-2")
    >>> quagmire.encipher("INDEED", cipher_alphabet="SPRINGFEVER", indicator_key="FLOWER").result
    'JIUSCG'
    """

    indicator_key: Annotated[str, Word(), INDICATOR]
    cipher_alphabet: Annotated[str, Word(), CIPHER]
    plain_alphabet: Annotated[str, Word(empty=True), STRAIGHT] = ""
    indicator_under: Annotated[str, Under(), UNDER] = ""
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def alphabets(self) -> tuple[str, str]:
        """Return the straight plain alphabet and the mixed one."""
        straight = self.straight("plain_alphabet", self.plain_alphabet)
        return straight, self.full("cipher_alphabet", self.cipher_alphabet)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuagmireThree(Quagmire):
    """The same mixed alphabet stands over itself, slid by the key.

    What the clerk does: he writes one alphabet that begins with a keyword twice, the second under
    the first, for every letter of the indicator key so that the key letter stands under one fixed
    plain letter; he takes these rows in turn.

    The rule: a letter at place p of the mixed alphabet becomes the letter at place p + k - u of
    the same alphabet, k being the key letter's place in it and u the place of the fixed letter.

    Source: the American Cryptogram Association's "Quagmire III"; vector quagmire-3-01.

    Traps: the indicator stands under plain A unless another letter is named; some set it under the
    first letter of the mixed alphabet (`indicator_under=first`).

    >>> from cablesim.codes import registry
    >>> quagmire = registry.system("quagmire-3")
    >>> quagmire.encipher("THESAME", plain_alphabet="AUTOMOBILE", indicator_key="HIGHWAY").result
    'KRSLWMI'
    """

    indicator_key: Annotated[str, Word(), INDICATOR]
    plain_alphabet: Annotated[str, Word(), "a keyword that begins both alphabets, or all letters"]
    cipher_alphabet: Annotated[str, Word(empty=True), "the same; it may be left out"] = ""
    indicator_under: Annotated[str, Under(), UNDER] = ""
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def alphabets(self) -> tuple[str, str]:
        """Return the mixed alphabet twice."""
        plain = self.full("plain_alphabet", self.plain_alphabet)
        if self.cipher_alphabet and self.full("cipher_alphabet", self.cipher_alphabet) != plain:
            raise ParameterRefused(
                "cipher_alphabet", "it is the plain one here; leave it out, or take quagmire-4"
            )
        return plain, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class QuagmireFour(Quagmire):
    """A mixed plain alphabet stands over another mixed cipher alphabet, slid by the key.

    What the clerk does: he writes two alphabets that begin with two keywords and lays the second
    under the first, for every letter of the indicator key so that the key letter stands under one
    fixed plain letter; he takes these rows in turn.

    The rule: a letter at place p of the plain alphabet becomes the letter at place p + k - u of
    the cipher alphabet, k being the key letter's place in it and u the place of the fixed letter.

    Source: the American Cryptogram Association's "Quagmire IV".

    Traps: here the indicator stands under the first letter of the plain alphabet unless another is
    named, not under A.

    >>> from cablesim.codes import registry
    >>> keys = {"plain_alphabet": "SENSORY", "cipher_alphabet": "PERCEPTION"}
    >>> registry.system("quagmire-4").encipher("THISONE", indicator_key="EXTRA", **keys).result
    'VBMRFCY'
    """

    indicator_key: Annotated[str, Word(), INDICATOR]
    plain_alphabet: Annotated[str, Word(), PLAIN]
    cipher_alphabet: Annotated[str, Word(), CIPHER]
    indicator_under: Annotated[
        str, Under(), "the plain letter under which the indicator stands, usually: first"
    ] = FIRST
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def alphabets(self) -> tuple[str, str]:
        """Return the two mixed alphabets."""
        plain = self.full("plain_alphabet", self.plain_alphabet)
        return plain, self.full("cipher_alphabet", self.cipher_alphabet)


_NAMES = {"key": "indicator_key", "plain_keyword": "plain_alphabet",
          "cipher_keyword": "cipher_alphabet", "indicator": "indicator_key",
          "indicator_position": "indicator_under", "under": "indicator_under"}  # fmt: skip
_PLAIN, _CIPHER = {"keyword": "plain_alphabet"}, {"keyword": "cipher_alphabet"}
_TWO = {"keyword1": "plain_alphabet", "keyword2": "cipher_alphabet"}
SYSTEMS = (
    System("quagmire-1", "periodic", "Quagmire I", QuagmireOne, aliases=_NAMES | _PLAIN),
    System(
        "quagmire-2",
        "periodic",
        "Quagmire II",
        QuagmireTwo,
        aliases=_NAMES | _CIPHER,
        example=Example(
            "SEND HELP AT ONCE",
            {"indicator_key": "FLOWER", "cipher_alphabet": "SPRINGFEVABCDHJKLMOQTUWXYZ"},
        ),
    ),
    System("quagmire-3", "periodic", "Quagmire III", QuagmireThree, aliases=_NAMES | _PLAIN),
    System(
        "quagmire-4",
        "periodic",
        "Quagmire IV",
        QuagmireFour,
        aliases=_NAMES | _TWO,
        example=Example(
            "SEND HELP AT ONCE",
            {
                "indicator_key": "FLOWER",
                "plain_alphabet": "SENORYABCDFGHIJKLMPQTUVWXZ",
                "cipher_alphabet": "PERCTIONABDFGHJKLMQSUVWXYZ",
            },
        ),
    ),
)

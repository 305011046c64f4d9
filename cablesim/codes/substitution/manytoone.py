"""Many to one: a phrase under the alphabet, three letters a figure."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.keys import key_letters, mixed, ranks
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Digits, Word
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26, Alphabet
from cablesim.text.reading import Signs

FIGURES = "0123456789"


class ManyToOne(Letters):
    """What both systems of many letters to one sign share: deciphering gives all that fit."""

    __slots__ = ()

    @abstractmethod
    def stand_in(self, letter: str) -> str:
        """Return a letter's stand-in."""

    def letters_of(self) -> dict[str, str]:
        """Return the letters that each stand-in may be, in their order."""
        found: dict[str, str] = {}
        for letter in self.plain.taken:
            stand_in = self.stand_in(letter)
            found[stand_in] = found.get(stand_in, "") + letter
        return found

    @staticmethod
    def shown(letters: str) -> str:
        """Return letters that may be meant: one as it is, several in brackets."""
        return letters if len(letters) == 1 else f"[{letters}]"

    def encipher(self, text: str) -> str:
        """Return every letter's stand-in."""
        return text.translate({ord(letter): self.stand_in(letter) for letter in self.plain.taken})

    def decipher(self, text: str) -> str:
        """Return for every sign the letters that it may be."""
        table = {ord(sign): self.shown(letters) for sign, letters in self.letters_of().items()}
        self._known(text)
        return text.translate(table)

    def _known(self, text: str) -> None:
        """Raise at a sign that stands for nothing."""
        known = self.letters_of()
        strange = next((at for at, sign in enumerate(text, 1) if sign not in known), None)
        if strange is not None:
            raise SystemRefused(f"place {strange}: '{text[strange - 1]}' stands for no letter here")

    def returned(self, text: str) -> str:
        """Return for every letter all that share its stand-in."""
        known = self.letters_of()
        return text.translate(
            {ord(letter): self.shown(known[self.stand_in(letter)]) for letter in self.plain.taken}
        )

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and stand-in."""
        return ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "may be")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every sign."""
        if way is Way.ENCIPHER:
            for letter in text:
                yield Row((letter, self.stand_in(letter)), self.stand_in(letter))
            return
        self._known(text)
        known = self.letters_of()
        for sign in text:
            yield Row((sign, known[sign]), self.shown(known[sign]))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPhrase(ManyToOne):
    """A phrase of as many letters as the alphabet, under it.

    What the clerk does: he writes under the alphabet a phrase with as many letters, and takes for
    each letter the one below, though several letters then share one.

    The rule: the letter at place i gives the phrase's letter at place i; deciphering can only say
    which letters may be meant, and writes several in brackets.

    Source: the American Cryptogram Association's "Key phrase".

    Traps: a reader needs the sense to choose. The phrase must have exactly as many letters.

    >>> from cablesim.codes import registry
    >>> system = registry.system("key-phrase")
    >>> system.encipher("BAD", phrase="GIVEMELIBERTYORGIVEMEDEATH").result
    'IGE'
    >>> system.decipher("IGE", phrase="GIVEMELIBERTYORGIVEMEDEATH").result
    '[BHQ][AP][DFJSUW]'
    """

    phrase: Annotated[str, Word(), "a phrase of as many letters as the alphabet"]
    alphabet: Annotated[Alphabet, AlphabetOf(), "the alphabet over the phrase"] = AUTO

    def _phrase(self) -> str:
        """Return the phrase; raises where it is too short or long."""
        found = key_letters("phrase", self.phrase, self.alphabet)
        if len(found) != len(self.alphabet):
            raise ParameterRefused(
                "phrase", f"it has {len(found)} letters; write {len(self.alphabet)}"
            )
        return found

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet, and blanks: word divisions are kept."""
        return Signs.of(self.alphabet, " ")

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and phrase."""
        yield f"alphabet: {self.alphabet.described()}; blanks between words are kept"
        yield f"phrase: {self._phrase()}; several letters that may be meant stand in brackets"

    def stand_in(self, letter: str) -> str:
        """Return the phrase's letter below; a blank stays one."""
        return " " if letter == " " else self._phrase()[self.alphabet.signs.index(letter)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tridigital(ManyToOne):
    """Nine columns of up to three letters, and a tenth figure between words.

    What the clerk does: he numbers ten columns by a key word, writes a mixed alphabet under nine of
    them in three rows, and takes for each letter its column's number; the tenth parts words.

    The rule: the figures are the ranks of the first key word's ten letters (the tenth rank 0); the
    alphabet of the second key word fills three rows of nine; the last figure stands for a blank.

    Source: the American Cryptogram Association's "Tridigital".

    Traps: three letters share a figure, so deciphering names all that may be meant, in brackets.
    Equal key letters count from left to right.

    >>> from cablesim.codes import registry
    >>> system = registry.system("tridigital")
    >>> system.encipher("AN ACE", digits="1234567890", keyword="").result
    '150135'
    """

    digits: Annotated[str, Digits(0, 10), "the ten figures, or none where a word gives them"] = ""
    digit_keyword: Annotated[str, Word(empty=True), "a word of ten letters for the figures"] = ""
    keyword: Annotated[str, Word(empty=True), "the word that the mixed alphabet begins with"] = ""
    divider: Annotated[str, Digits(0, 1), "the figure between words, if written apart"] = ""

    def _figures(self) -> str:
        """Return the ten figures; raises where they are not ten."""
        found = self.digits
        if self.divider and len(found) == len(FIGURES) - 1:
            found += self.divider
        if self.divider and not found.endswith(self.divider):
            raise ParameterRefused("divider", f"the last of the ten figures is {found[-1:]}")
        if not found and self.digit_keyword:
            found = "".join(str((rank + 1) % 10) for rank in ranks(self.digit_keyword))
        if len(found) != len(FIGURES) or len(set(found)) != len(FIGURES):
            raise ParameterRefused("digits", "write each figure once, or a digit_keyword of ten")
        return found

    def _letters(self) -> str:
        """Return the mixed alphabet; raises where the word has other letters."""
        found = mixed(self.keyword, LATIN26.signs)
        if len(found) != len(LATIN26):
            raise ParameterRefused("keyword", f"write letters of {LATIN26.signs}")
        return found

    @property
    def plain(self) -> Signs:
        """Letters and blanks."""
        return Signs(LATIN26.signs + " ", name="letters and blanks")

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return Signs(FIGURES, name="figures")

    def conventions(self) -> Iterator[str]:
        """Yield figures and alphabet."""
        letters = self._letters()
        yield f"figures: {self._figures()}, the last one between words"
        yield f"alphabet: {letters[:9]} {letters[9:18]} {letters[18:]}"
        yield "several letters that may be meant stand in brackets"

    def stand_in(self, letter: str) -> str:
        """Return the figure of a letter's column."""
        figures = self._figures()
        return figures[-1] if letter == " " else figures[self._letters().index(letter) % 9]


SYSTEMS = (
    System(
        "key-phrase",
        "substitution",
        "Key phrase",
        KeyPhrase,
        aliases={"key": "phrase", "cipher_alphabet": "phrase"},
        example=Example("SEND HELP", {"phrase": "GIVEMELIBERTYORGIVEMEDEATH"}),
    ),
    System(
        "tridigital",
        "substitution",
        "Tridigital",
        Tridigital,
        aliases={
            "key1": "digit_keyword",
            "key2": "keyword",
            "digit_key": "digits",
            "numbers": "digits",
            "order": "digits",
            "alphabet": "keyword",
            "square": "keyword",
            "letters": "keyword",
            "cipher_alphabet": "keyword",
            "word_divider": "divider",
            "separator": "divider",
            "separator_digit": "divider",
            "word_separator": "divider",
            "space": "divider",
        },
        example=Example("SEND HELP", {"digits": "4096183527", "keyword": "NOVELCRAFT"}),
    ),
)

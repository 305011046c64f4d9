"""One to many and many to one: homophones, a square of words, a phrase, three letters a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Annotated

from cablesim.codes.keys import key_letters, mixed, ranks
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Digits, Table, Word
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.alphabet import LATIN25, LATIN26, RUSSIAN30, Alphabet
from cablesim.text.reading import Signs

CHOICES = ("in turn", "first")
FIGURES = "0123456789"
_HUNDRED = 100


class Homophones(Letters):
    """What both systems of many stand-ins share: two figures for a letter, several for some."""

    __slots__ = ()
    choice: str

    def stand_ins(self) -> Mapping[str, Sequence[str]]:
        """Return the two-figure stand-ins of every letter."""
        raise NotImplementedError

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return Signs(FIGURES, name="figures")

    def encipher(self, text: str) -> str:
        """Return a stand-in for every letter, chosen in turn or always the first."""
        table = self.stand_ins()
        if self.choice == CHOICES[1]:
            return text.translate({ord(letter): each[0] for letter, each in table.items()})
        turns = {letter: cycle(each) for letter, each in table.items()}
        return "".join([next(turns[letter]) for letter in text])

    def decipher(self, text: str) -> str:
        """Return the letters that the stand-ins name."""
        return "".join(letter for _, letter in self._read(text))

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield stand-in and letter; raises at one that names none."""
        letters = {each: letter for letter, found in self.stand_ins().items() for each in found}
        for start in range(0, len(text), 2):
            pair = text[start : start + 2]
            letter = letters.get(pair)
            if letter is None:
                raise SystemRefused(
                    f"pair {start // 2 + 1}: '{pair}' stands for no letter; look for a lost figure"
                )
            yield pair, letter

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and stand-in."""
        return ("plain", "figures") if way is Way.ENCIPHER else ("figures", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter, with how often it has been before."""
        if way is Way.DECIPHER:
            for pair, letter in self._read(text):
                yield Row((pair, letter), letter)
            return
        table = self.stand_ins()
        used: dict[str, int] = {}
        for letter in text:
            before = used.get(letter, 0)
            used[letter] = before + 1
            found = table[letter]
            pair = found[before % len(found) if self.choice == CHOICES[0] else 0]
            yield Row((letter, pair), pair, f"stand-in {found.index(pair) + 1} of {len(found)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Homophonic(Homophones):
    """Several numbers for each letter, in rows that a key word moves along.

    What the clerk does: he writes the alphabet, under it rows of two-figure numbers, each row
    beginning under a letter of the key word, and takes one of a letter's numbers at will.

    The rule: row r (from 0) of an alphabet of n letters holds the numbers r n + 1 to r n + n, the
    first of them under the key's letter, 100 written 00. A table of one's own may be given.

    Source: the American Cryptogram Association's "Homophonic" (four rows of 25).

    Traps: which of its numbers a letter takes is free, so only deciphering has one right result.
    Taken in turn the numbers hide counts better than at random.

    >>> from cablesim.codes import registry
    >>> registry.system("homophonic").encipher("ANNA", key="GOLF").result
    '20075038'
    """

    key: Annotated[str, Word(empty=True), "a letter for each row of numbers"] = ""
    table: Annotated[
        tuple[tuple[str, str], ...], Table(), "numbers of one's own: A=01,27 B=02 ..."
    ] = ()
    choice: Annotated[str, Choice(CHOICES), "which number is taken"] = CHOICES[0]
    alphabet: Annotated[Alphabet, AlphabetOf(LATIN25, RUSSIAN30), "the letters"] = AUTO

    def stand_ins(self) -> Mapping[str, Sequence[str]]:
        """Return every letter's numbers; raises where they clash or run out."""
        return self._given() if self.table else self._rows()

    def _given(self) -> dict[str, list[str]]:
        """Return the numbers of a given table."""
        found = {letter: numbers.replace(",", " ").split() for letter, numbers in self.table}
        every = [number for numbers in found.values() for number in numbers]
        if any(len(each) != 2 or not set(each) <= set(FIGURES) for each in every):  # noqa: PLR2004 - two figures.
            raise ParameterRefused("table", "write numbers of two figures, commas between")
        if len(set(every)) != len(every) or not all(found.values()):
            raise ParameterRefused("table", "give each number to one letter, and each letter one")
        if any(len(letter) != 1 for letter in found):
            raise ParameterRefused("table", "write single letters before the equals sign")
        return found

    def _rows(self) -> dict[str, list[str]]:
        """Return the numbers of rows that the key moves."""
        word = key_letters("key", self.key, self.alphabet)
        length = len(self.alphabet)
        if not word or len(word) * length > _HUNDRED:
            raise ParameterRefused(
                "key", f"write 1 to {_HUNDRED // length} letters, one for each row of {length}"
            )
        found: dict[str, list[str]] = {letter: [] for letter in self.alphabet.signs}
        for row, letter in enumerate(word):
            start = self.alphabet.signs.index(letter)
            for place in range(length):
                number = (row * length + place + 1) % _HUNDRED
                found[self.alphabet.signs[(start + place) % length]].append(f"{number:02d}")
        return found

    @property
    def plain(self) -> Signs:
        """The letters that have numbers."""
        if self.table:
            return Signs("".join(self._given()), name="letters of the table")
        return Signs.of(self.alphabet)

    def conventions(self) -> Iterator[str]:
        """Yield numbers and choice."""
        for letter, numbers in self.stand_ins().items():
            yield f"{letter}: {' '.join(numbers)}"
        yield f"chosen: {self.choice}"


@dataclass(frozen=True, slots=True)
class Words:
    """Reads words: a list, or words with blanks between."""

    choices: tuple[str, ...] = ()
    kind: str = "words with blanks between"

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the words in upper case."""
        given: Iterable[object] = value.split() if isinstance(value, str) else ()
        if isinstance(value, list | tuple):
            given = value
        words = tuple(each.upper() for each in given if isinstance(each, str) and each.isalpha())
        if not words:
            raise ParameterRefused(name, f"write {self.kind}")
        return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Grandpre(Homophones):
    """A square of words; a letter is any place where it stands.

    What the clerk does: he writes words of equal length into a square, numbers rows and columns,
    and writes for each letter the row and column of a place where it stands.

    The rule: as many words as each has letters; rows and columns are numbered 1 to 9 and 0; the row
    comes first.

    Source: the American Cryptogram Association's "Grandpré".

    Traps: a letter that stands in no word cannot be sent and is refused. Which place is taken is
    free, so only deciphering has one right result.

    >>> from cablesim.codes import registry
    >>> words = "LADYBUGS AZIMUTHS CALFSKIN QUACKISH UNJOYFUL EVULSION ROWDYISM SEXTUPLE"
    >>> registry.system("grandpre").encipher("ABBA", words=words, choice="first").result
    '12151512'
    """

    words: Annotated[tuple[str, ...], Words(), "as many words as each has letters"]
    choice: Annotated[str, Choice(CHOICES), "which place is taken"] = CHOICES[0]

    def stand_ins(self) -> Mapping[str, Sequence[str]]:
        """Return every letter's places; raises where the words make no square."""
        side = len(self.words)
        if side > len(FIGURES) or any(len(word) != side for word in self.words):
            raise ParameterRefused("words", f"write words of {side} letters, as many as letters")
        labels = "1234567890"
        found: dict[str, list[str]] = {}
        for row, word in enumerate(self.words):
            for column, letter in enumerate(word):
                found.setdefault(letter, []).append(labels[row] + labels[column])
        return found

    @property
    def plain(self) -> Signs:
        """The letters of the words."""
        return Signs("".join(self.stand_ins()), name="letters of the words")

    def conventions(self) -> Iterator[str]:
        """Yield words and choice."""
        yield f"words: {' '.join(self.words)}"
        yield f"row first, labels 1 to 9 and 0; chosen: {self.choice}"


class ManyToOne(Letters):
    """What both systems of many letters to one sign share: deciphering gives all that fit."""

    __slots__ = ()

    def stand_in(self, letter: str) -> str:
        """Return a letter's stand-in."""
        raise NotImplementedError

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
        """The letters of the alphabet."""
        return Signs.of(self.alphabet)

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and phrase."""
        yield f"alphabet: {self.alphabet.described()}"
        yield f"phrase: {self._phrase()}; several letters that may be meant stand in brackets"

    def stand_in(self, letter: str) -> str:
        """Return the phrase's letter below."""
        return self._phrase()[self.alphabet.signs.index(letter)]


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

    def _figures(self) -> str:
        """Return the ten figures; raises where they are not ten."""
        found = self.digits
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
        "homophonic",
        "substitution",
        "Homophonic",
        Homophonic,
        example=Example("SEND HELP", {"key": "GOLF"}),
    ),
    System(
        "grandpre",
        "substitution",
        "Grandpré",
        Grandpre,
        example=Example(
            "MASSIVE",
            {"words": "LADYBUGS AZIMUTHS CALFSKIN QUACKISH UNJOYFUL EVULSION ROWDYISM SEXTUPLE"},
        ),
    ),
    System(
        "key-phrase",
        "substitution",
        "Key phrase",
        KeyPhrase,
        aliases={"key": "phrase", "key_phrase": "phrase", "keyphrase": "phrase"},
        example=Example("SEND HELP", {"phrase": "GIVEMELIBERTYORGIVEMEDEATH"}),
    ),
    System(
        "tridigital",
        "substitution",
        "Tridigital",
        Tridigital,
        aliases={"key1": "digit_keyword", "key2": "keyword"},
        example=Example("SEND HELP", {"digits": "4096183527", "keyword": "NOVELCRAFT"}),
    ),
)

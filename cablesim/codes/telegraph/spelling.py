"""Spelling alphabets: a word for every letter, for voices on bad lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.systems.errors import SystemRefused, nearest
from cablesim.systems.parameters import Choice
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26, RUSSIAN33
from cablesim.text.reading import Signs

_INTERNATIONAL = (
    "ALFA BRAVO CHARLIE DELTA ECHO FOXTROT GOLF HOTEL INDIA JULIETT KILO LIMA MIKE NOVEMBER OSCAR "
    "PAPA QUEBEC ROMEO SIERRA TANGO UNIFORM VICTOR WHISKEY X-RAY YANKEE ZULU"
)
_RUSSIAN_NAMES = (
    "АННА БОРИС ВАСИЛИЙ ГРИГОРИЙ ДМИТРИЙ ЕЛЕНА ЁЛКА ЖЕНЯ ЗИНАИДА ИВАН ИВАН-КРАТКИЙ КОНСТАНТИН "
    "ЛЕОНИД МИХАИЛ НИКОЛАЙ ОЛЬГА ПАВЕЛ РОМАН СЕМЁН ТАТЬЯНА УЛЬЯНА ФЁДОР ХАРИТОН ЦАПЛЯ ЧЕЛОВЕК ШУРА "
    "ЩУКА ТВЁРДЫЙ-ЗНАК ЕРЫ МЯГКИЙ-ЗНАК ЭХО ЮРИЙ ЯКОВ"
)
_RUSSIAN_RADIO = (
    "АНТОН БОРИС ВАСИЛИЙ ГАЛИНА ДМИТРИЙ ЕЛЕНА ЁЛКА ЖУК ЗОЯ ИВАН ЙОТ КИЛОВАТТ ЛЕОНИД МАРИЯ НИКОЛАЙ "
    "ОЛЬГА ПАВЕЛ РАДИО СЕРГЕЙ ТАМАРА УЛЬЯНА ФЁДОР ХАРИТОН ЦЕНТР ЧЕЛОВЕК ШУРА ЩУКА ТВЁРДЫЙ-ЗНАК "
    "ИГРЕК МЯГКИЙ-ЗНАК ЭММА ЮРИЙ ЯКОВ"
)
TABLES = {
    "international": dict(zip(LATIN26.signs, _INTERNATIONAL.split(), strict=True)),
    "russian names": dict(zip(RUSSIAN33.signs, _RUSSIAN_NAMES.split(), strict=True)),
    "russian radio": dict(zip(RUSSIAN33.signs, _RUSSIAN_RADIO.split(), strict=True)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling(Letters):
    """Every letter as a word that begins with it.

    What the clerk does: on a bad line he says for each letter its word.

    The rule: a fixed table of words; the listener writes down the letters.

    Source: the international radiotelephony alphabet; two Russian tables as in Wikipedia "Russian
    spelling alphabet".

    Traps: it keeps nothing secret. Two letters of the Russian tables have two words, written here
    with a hyphen.

    >>> from cablesim.codes import registry
    >>> registry.system("spelling-alphabet").encipher("No").result
    'NOVEMBER OSCAR'
    """

    table: Annotated[str, Choice(tuple(TABLES)), "which table of words"] = "international"

    @property
    def plain(self) -> Signs:
        """The letters of the table."""
        return Signs("".join(TABLES[self.table]), name=self.table)

    @property
    def cipher(self) -> Signs:
        """Letters, hyphens and blanks."""
        return Signs("".join(TABLES[self.table]) + "- ", name="words of the table")

    def conventions(self) -> Iterator[str]:
        """Yield the table."""
        yield f"table: {self.table}"

    def encipher(self, text: str) -> str:
        """Return the words with blanks between."""
        table = {ord(letter): f"{word} " for letter, word in TABLES[self.table].items()}
        return text.translate(table)[:-1]

    def decipher(self, text: str) -> str:
        """Return the letters of the words."""
        return "".join(letter for _, letter in self._read(text))

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield word and letter; raises at a word that the table lacks."""
        letters = {word: letter for letter, word in TABLES[self.table].items()}
        for place, word in enumerate(text.split(), 1):
            letter = letters.get(word)
            if letter is None:
                raise SystemRefused(
                    f"word {place}: '{word[:30]}' is not in the table{nearest(word, letters)}"
                )
            yield word, letter

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and word."""
        return ("plain", "word") if way is Way.ENCIPHER else ("word", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        if way is Way.DECIPHER:
            for word, letter in self._read(text):
                yield Row((word, letter), letter)
            return
        for place, letter in enumerate(text):
            word = TABLES[self.table][letter]
            yield Row((letter, word), f" {word}" if place else word)


SYSTEMS = (
    System(
        "spelling-alphabet",
        "telegraph",
        "Spelling alphabet",
        Spelling,
        example=Example("PEKING", {"table": "international"}),
    ),
)

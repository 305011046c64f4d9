"""Numbers written as words, English and Russian, read whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_RUSSIAN = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_TENS = (
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
)
_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
SMALL: dict[str, int] = {
    **{word: n for row in (_ENGLISH, _RUSSIAN) for n, word in enumerate(row.split())},
    **{word: n for n, word in enumerate(ORDINALS.split())},
    **{word: 10 * n for row in _TENS for n, word in enumerate(row.split(), 2)},
    **{word: 100 * n for n, word in enumerate(_HUNDREDS.split(), 1)},
    "nought": 0,
    "none": 0,
    "нуль": 0,
    "одна": 1,
    "одно": 1,
    "две": 2,
    "fourty": 40,
}
HUNDRED = frozenset({"hundred", "hundreds"})
SCALES = {
    "thousand": 1_000,
    "тысяча": 1_000,
    "тысячи": 1_000,
    "тысяч": 1_000,
    "million": 1_000_000,
    "миллион": 1_000_000,
    "миллиона": 1_000_000,
    "миллионов": 1_000_000,
}
# Only small ones: among larger ones are words, and single letters stand for many things.
_ROMAN = re.compile("(?P<tens>x{0,3})(?:(?P<less>i[xv])|(?P<five>v?)(?P<ones>i{0,3}))")
_AND, _ONE = "and", frozenset({"a", "an"})
_TEN, _TWENTY, _CENTURY, _NONE = 10, 20, 100, 1


@dataclass(slots=True)
class _Sum:
    """A number under way: thousands done, what stands behind them, and what may still follow.

    A word may follow if it is less than `room`, so that twenty takes three and not thirty; a scale
    if it is less than the last one.
    """

    done: int = 0
    here: int | None = None
    room: int = 1_000
    scale: int = 1_000_000_000

    def takes(self, value: int) -> bool:
        """Add a small number, if one may stand here."""
        if value >= self.room or (value == 0 and (self.here is not None or self.done)):
            return False
        self.here = (self.here or 0) + value
        self.room = _CENTURY if value >= _CENTURY else _TEN if value >= _TWENTY else _NONE
        return True

    def by_hundred(self) -> bool:
        """Multiply by a hundred, if that may stand here."""
        here = 1 if self.here is None else self.here
        if not 0 < here < _CENTURY:
            return False
        self.here, self.room = here * _CENTURY, _CENTURY
        return True

    def by(self, scale: int) -> bool:
        """Multiply by a thousand or a million, if that may stand here."""
        here = 1 if self.here is None and not self.done else self.here
        if not here or scale >= self.scale:
            return False
        self.done, self.here = self.done + here * scale, None
        self.room, self.scale = 1_000, scale
        return True


def roman(word: str) -> int | None:
    """Return a Roman number from 1 to 39 that is written in small letters, or None.

    >>> [roman(word) for word in ("iii", "xiv", "xxxix", "iiii", "vx", "mix", "")]
    [3, 14, 39, None, None, None, None]
    """
    found = _ROMAN.fullmatch(word)
    if not word or found is None:
        return None
    ones = {"ix": 9, "iv": 4}.get(found["less"]) or 5 * bool(found["five"]) + len(found["ones"])
    return _TEN * len(found["tens"]) + ones


def spoken(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield (first word, word behind the last, value) for every number in a row of words.

    Each is as long as it can be. Figures may stand before hundred or thousand.

    >>> list(spoken("one hundred and seventy five copies and two".split()))
    [(0, 5, 175), (7, 8, 2)]
    >>> [value for _, _, value in spoken(["сто", "двадцать", "три"])]
    [123]
    >>> [value for _, _, value in spoken(["4", "hundred", "two", "three"])]
    [402, 3]
    """
    place = 0
    while place < len(words):
        end, value = _longest(words, place)
        if end > place:
            yield place, end, value
        place = max(end, place + 1)


def _longest(words: Sequence[str], start: int) -> tuple[int, int]:
    """Return where the number that begins at a word ends, and its value; or the word itself."""
    total = _Sum()
    place = end = start
    while place < len(words):
        word = words[place]
        if word == _AND and place > start and total.room >= _CENTURY:
            place += 1
            continue
        if word in _ONE and place == start and _multiplies(words, place + 1):
            total.takes(1)
        elif not _taken(total, words, place, first=place == start):
            break
        place += 1
        end = place
    return end, total.done + (total.here or 0)


def _taken(total: _Sum, words: Sequence[str], place: int, *, first: bool) -> bool:
    """Say whether a word goes on with a number, and add it."""
    word = words[place]
    if word in SMALL:
        return total.takes(SMALL[word])
    if word in HUNDRED:
        return total.by_hundred()
    if word in SCALES:
        return total.by(SCALES[word])
    figures = first and word.isascii() and word.isdigit() and _multiplies(words, place + 1)
    return figures and total.takes(int(word[:4]))


def _multiplies(words: Sequence[str], place: int) -> bool:
    """Say whether a word multiplies what stands before it."""
    return place < len(words) and (words[place] in HUNDRED or words[place] in SCALES)

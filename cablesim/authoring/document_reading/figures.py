"""Figures that a telegram writes twice, in figures and in words, as a guard against garbling."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_RUSSIAN = {
    "один": 1, "одна": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6,
    "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "одиннадцать": 11, "двенадцать": 12,
    "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "восемнадцать": 18, "девятнадцать": 19, "двадцать": 20, "тридцать": 30, "сорок": 40,
    "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90,
    "сто": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600,
    "семьсот": 700, "восемьсот": 800, "девятьсот": 900,
}  # fmt: skip
WORDS = (
    {word: value for value, word in enumerate(_SMALL)}
    | {word: 20 + 10 * place for place, word in enumerate(_TENS)}
    | _RUSSIAN
)
_HUNDRED = {"hundred", "hundreds"}
_THOUSAND = {"thousand", "thousands", "тысяча", "тысячи", "тысяч"}
_TWICE = re.compile(
    r"(?<![\d.])(\d{1,3}(?:[ ,]\d{3})+|\d+)\s*[(—–-]\s*([^\W\d_][^\d()]*?)\s*(?:\)|[—–-])"
)


@dataclass(frozen=True, slots=True)
class Twice:
    """A figure written twice: the figures, the words, whether they are the same number."""

    figure: int
    words: str
    agree: bool


def number_in_words(words: str) -> int | None:
    """Return the number that words say, or None where one of them is no number word.

    >>> number_in_words("one hundred and fifty"), number_in_words("сто двадцать")
    (150, 120)
    """
    whole = part = 0
    pieces = [
        piece for piece in re.split(r"[\s-]+", words.lower().strip()) if piece not in {"and", "и"}
    ]
    if not pieces or pieces == [""]:
        return None
    for piece in pieces:
        if piece in WORDS:
            part += WORDS[piece]
        elif piece in _HUNDRED:
            part = max(part, 1) * 100
        elif piece in _THOUSAND:
            whole, part = whole + max(part, 1) * 1000, 0
        else:
            return None
    return whole + part


def written_twice(text: str) -> tuple[Twice, ...]:
    """Return the figures of a text that stand there in figures and in words."""
    found: list[Twice] = []
    for match in _TWICE.finditer(text):
        value = number_in_words(match[2])
        if value is not None:
            figure = int(re.sub(r"\D", "", match[1]))
            found.append(Twice(figure, match[2], agree=figure == value))
    return tuple(found)

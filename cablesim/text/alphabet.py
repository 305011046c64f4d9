"""Alphabets: signs in an order, and the signs that are written as another one of them.

Latin letters in 26 and 25, Russian letters in 33, 32 and 30, squares of 36, figures. Which letters
a smaller alphabet merges is part of it, and is said wherever it is applied.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cablesim.errors import CablesimError

Merge = tuple[str, str]


class AlphabetRefused(CablesimError):  # noqa: N818 - the name says what happened.
    """A row of signs cannot serve as an alphabet; the message says why."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Signs in an order, upper case, each once; merges as (written, read as)."""

    name: str
    signs: str
    merges: tuple[Merge, ...] = ()

    def __post_init__(self) -> None:
        twice = next((sign for sign in self.signs if self.signs.count(sign) > 1), None)
        if twice is not None:
            raise AlphabetRefused(f"'{twice}' stands twice in the alphabet; write each sign once")

    def __len__(self) -> int:
        return len(self.signs)

    def __contains__(self, sign: object) -> bool:
        return isinstance(sign, str) and sign in self.signs

    def described(self) -> str:
        """Return the alphabet as a convention names it.

        >>> LATIN25.described()
        'latin25 ABCDEFGHIKLMNOPQRSTUVWXYZ, J as I'
        """
        merged = "".join(f", {written} as {read}" for written, read in self.merges)
        return f"{self.name} {self.signs}{merged}"


_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_RUSSIAN30 = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯ"
_YO, _SHORT_I, _HARD = ("Ё", "Е"), ("Й", "И"), ("Ъ", "Ь")

LATIN26 = Alphabet("latin26", _LATIN)
LATIN25 = Alphabet("latin25", _LATIN.replace("J", ""), (("J", "I"),))
LATIN36 = Alphabet("latin36", _LATIN + "0123456789")
RUSSIAN33 = Alphabet("russian33", _RUSSIAN)
RUSSIAN32 = Alphabet("russian32", _RUSSIAN.replace("Ё", ""), (_YO,))
RUSSIAN30 = Alphabet("russian30", _RUSSIAN30, (_YO, _SHORT_I, _HARD))
RUSSIAN36 = Alphabet("russian36", _RUSSIAN30 + "012345", (_YO, _SHORT_I, _HARD))
FIGURES = Alphabet("figures", "0123456789")

NAMED = {
    alphabet.name: alphabet
    for alphabet in (
        LATIN26, LATIN25, LATIN36, RUSSIAN33, RUSSIAN32, RUSSIAN30, RUSSIAN36, FIGURES
    )
}  # fmt: skip
# The merges that a square needs for the letters it leaves out, in the order in which they apply.
USUAL_MERGES = (("J", "I"), _YO, _SHORT_I, _HARD)


def usual_merges(signs: str) -> tuple[Merge, ...]:
    """Return the usual merges for letters that are left out where their stand-in is there.

    >>> usual_merges("ABCDEFGHIKLMNOPQRSTUVWXYZ")
    (('J', 'I'),)
    """
    return tuple(
        (written, read) for written, read in USUAL_MERGES if written not in signs and read in signs
    )


def alphabet_named(text: str) -> Alphabet:
    """Return the alphabet of that name, or the signs given as an alphabet of their own.

    Letters are taken in upper case. Raises `AlphabetRefused` where a sign stands twice.
    """
    known = NAMED.get(text.strip().lower())
    if known is not None:
        return known
    signs = "".join(text.split()).upper()
    if len(signs) < 2:  # noqa: PLR2004 - one sign is no alphabet.
        raise AlphabetRefused(
            f"'{text[:40]}' is no alphabet; write its signs in a row or name one of "
            f"{', '.join(NAMED)}"
        )
    same = next((each for each in NAMED.values() if each.signs == signs), None)
    return same or Alphabet("given", signs, usual_merges(signs))


def is_russian(texts: Iterable[str]) -> bool:
    """Say whether the first letter found is Russian; without any, Latin is taken.

    >>> is_russian(["13", "пекин"])
    True
    """
    for text in texts:
        if text.isascii():
            if text.lower() != text.upper():
                return False
            continue
        for sign in text:
            if sign.isalpha():
                return sign.upper() in _RUSSIAN
    return False

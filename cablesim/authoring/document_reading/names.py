"""Names as they stand in headers: in capitals, spaced out, in a Russian case, and in lists."""

from __future__ import annotations

import re

OR = re.compile(r"\s+(?:or|или|либо)\s+", re.IGNORECASE)
AND = re.compile(r"\s*,\s*(?:and|и)\s+|\s+(?:and|и)\s+|\s*,\s*", re.IGNORECASE)
TITLES = re.compile(
    r"^(?:cde\.?|comrade|comrades|mr\.?|mrs\.?|miss|dr\.?|т\.|тов\.|товарищу|товарищам|тт\.)\s+",
    re.IGNORECASE,
)
# What stands before a name in "or to his brother Carlo Riva".
_BESIDE = re.compile(r"^(?:to\s+)?(?:(?:his|her|their|the)\s+[a-z]+\s+)?(?=[A-ZА-ЯЁ])")
_SPACED = re.compile(r"^(?:[^\W\d_] ){2,}[^\W\d_]$")
_CAPITALS = re.compile(r"^[^a-zа-яё]*[A-ZА-ЯЁ][^a-zа-яё]*$")
MOST_WORDS = 5
# Endings of the dative and what the name then ends in; the first that fits is taken.
_DATIVE = (
    (re.compile(r"(?<=[оеи][вн])ой$"), "а"),
    (re.compile(r"(?<=[бвгджзйклмнпрстфхцчшщ])скому$"), "ский"),
    (re.compile(r"(?<=[а-яё]{2})ому$"), "ой"),
    (re.compile(r"(?<=[а-яё])ии$"), "ия"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])у$"), ""),
    (re.compile(r"(?<=[аеиоуыэяё])ю$"), "й"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])ю$"), "ь"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])е$"), "а"),
)


def is_capitals(text: str) -> bool:
    """Tell whether a text has letters and no small one."""
    return _CAPITALS.match(text) is not None


def is_short(text: str) -> bool:
    """Tell whether a text has no more words than a name or an office has."""
    return 0 < len(text.split()) <= MOST_WORDS or _SPACED.match(text.strip()) is not None


def closed_up(text: str) -> str:
    """Return a name without the blanks between its letters.

    >>> closed_up("T A L B O T")
    'TALBOT'
    """
    return text.replace(" ", "") if _SPACED.match(text.strip()) else text


def as_name(text: str) -> str:
    """Return a name that stands in capitals as a name is written.

    >>> as_name("ANNA TARN")
    'Anna Tarn'
    """
    name = closed_up(TITLES.sub("", text.strip().strip(".,;:")).strip())
    return " ".join(_word(word) for word in name.split()) if is_capitals(name) else name


def _word(word: str) -> str:
    """Return one word of a name in capitals as it is written, hyphened parts each."""
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def from_dative(name: str) -> str:
    """Return a Russian name read back from the dative; one that shows no case stays as it is.

    >>> from_dative("Анне Тарн"), from_dative("Питу Хольму")
    ('Анна Тарн', 'Пит Хольм')
    """
    return " ".join(_nominative(word) for word in name.split())


def _nominative(word: str) -> str:
    """Return one word of a name in the nominative."""
    for ending, instead in _DATIVE:
        if len(word) > 3 and ending.search(word):  # noqa: PLR2004 - shorter words show no ending.
            return ending.sub(instead, word)
    return word


def listed(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the names of a phrase as printed, and whether they are alternatives."""
    alternatives = OR.search(text) is not None
    pieces = OR.split(text) if alternatives else [text]
    names = [name for piece in pieces for name in AND.split(piece)]
    bare = (_BESIDE.sub("", name.strip().strip(".,;:")) for name in names)
    cleaned = (TITLES.sub("", name).strip() for name in bare)
    return tuple(name for name in cleaned if name), alternatives

"""Dates in an answer: the ways in which a day is written, and a text without its dates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

_ENGLISH = "january february march april may june july august september october november december"
_RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_SHORT = 3
MONTHS = {
    **{word: n for row in (_ENGLISH, _RUSSIAN) for n, word in enumerate(row.split(), 1)},
    **{word[:_SHORT]: n for n, word in enumerate(_ENGLISH.split(), 1)},
    **{word[:_SHORT]: n for n, word in enumerate(_RUSSIAN.split(), 1) if n != 5},  # noqa: PLR2004
    "sept": 9,
}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:18|19|20)\d{2}|'?\d{2})(?!\d|\s?[.:h]\s?\d)"
_DAY = r"(?<![\d:.])0?(?P<day>\d{1,2})(?:st|nd|rd|th|-?го)?"
_WORDED = (
    re.compile(rf"{_DAY}(?:\s+of)?[\s./-]+(?P<month>{_NAME})\b\.?(?:[,/-]?\s*{_YEAR})?"),
    re.compile(
        rf"\b(?P<month>{_NAME})\b\.?\s+(?:the\s+)?0?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\s?[.:h]\s?\d)"
        rf"(?:,?\s*{_YEAR})?"
    ),
)
_FIGURES = re.compile(
    r"(?<![\d:.])(?P<day>\d{1,2})\s?(?P<mark>[./-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>\d{4}|\d{2})(?!\d|\s?[:h])"
)
_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<mark>[./-])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})(?!\d)"
)
_PATTERNS = (_ISO, _FIGURES, *_WORDED)
_ROMAN_NAMES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {word: n for n, word in enumerate(_ROMAN_NAMES, 1)}
# These are dates only where a date is asked for: within other words they may be something else.
_ROMAN_MONTH = re.compile(
    rf"{_DAY}\s?[\s./-]\s?(?P<month>{'|'.join(reversed(_ROMAN_NAMES))})(?:\s?[\s./-]\s?{_YEAR})?"
)
_NO_YEAR = re.compile(r"(?P<day>\d{1,2})\s?(?P<mark>[./-])\s?(?P<month>\d{1,2})(?P<year>(?!))?")
MOST_DAYS, MOST_MONTHS, CENTURY = 31, 12, 100


class Day(NamedTuple):
    """A day; the year by its last two figures, or None where none is written."""

    day: int
    month: int
    year: int | None


def days(text: str) -> frozenset[Day]:
    """Return the days that a folded text may mean: two where day and month could change places.

    >>> [tuple(min(days(text))) for text in ("july 13, 1950", "13/7/50", "3 декабря")]
    [(13, 7, 50), (13, 7, 50), (3, 12, None)]
    >>> [tuple(min(days(text))) for text in ("13.vii.50", "3.12")]
    [(13, 7, 50), (3, 12, None)]
    """
    for pattern in (*_PATTERNS, _ROMAN_MONTH, _NO_YEAR):
        found = pattern.fullmatch(text.strip(" .,г"))
        if found:
            return frozenset(_meant(found))
    return frozenset()


def dates_in(text: str) -> tuple[frozenset[Day], ...]:
    """Return the dates that stand in a folded text, each with the days that it may mean.

    >>> [tuple(min(found)) for found in dates_in("20:15 on 12 july, or 13.7.50")]
    [(13, 7, 50), (12, 7, None)]
    """
    return dates_taken_out(text)[1]


def without_dates(text: str) -> str:
    """Return a folded text without its dates.

    >>> without_dates("12 july 1950, 20:15").strip(" ,")
    '20:15'
    """
    return dates_taken_out(text)[0]


def are_true(dates: Iterable[frozenset[Day]], right: Collection[Day]) -> bool:
    """Say whether every date means one of the right days; one without a year may be of any.

    >>> [are_true(dates_in(text), days("12.7.50")) for text in ("on 12 july", "12 july 1951")]
    [True, False]
    """
    return all(any(_alike(day, each) for day in found for each in right) for found in dates)


def _alike(one: Day, other: Day) -> bool:
    """Say whether two days are one, as far as both have a year."""
    return one[:2] == other[:2] and (None in (one.year, other.year) or one.year == other.year)


def dates_taken_out(text: str) -> tuple[str, tuple[frozenset[Day], ...]]:
    """Return a folded text without its dates, and the dates."""
    dates: list[frozenset[Day]] = []

    def taken(found: re.Match[str]) -> str:
        """Keep a date, and return what is left in its place."""
        meant = frozenset(_meant(found))
        dates.extend([meant] if meant else [])
        return " " if meant else found[0]

    for pattern in _PATTERNS:
        text = pattern.sub(taken, text)
    return text, tuple(dates)


def _meant(found: re.Match[str]) -> Iterator[Day]:
    """Yield the days that are meant by what was found, if there are such days."""
    month, year = found["month"], found["year"]
    pairs = [(int(found["day"]), MONTHS.get(month) or _ROMAN.get(month) or int(month))]
    if found.re is _FIGURES or (found.re is _NO_YEAR and found["mark"] != "."):
        pairs.append((int(month), int(found["day"])))
    for day, number in pairs:
        if 1 <= day <= MOST_DAYS and 1 <= number <= MOST_MONTHS:
            yield Day(day, number, int(year.strip("'")) % CENTURY if year else None)

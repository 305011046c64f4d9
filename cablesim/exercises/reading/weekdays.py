"""Days of the week beside a date, and whether the date falls on them."""

from __future__ import annotations

import re
from datetime import date

from cablesim.exercises.reading.dates import Day

_NAMES = (
    r"mon(?:day)?|понедельник",
    r"tue(?:s(?:day)?)?|вторник",
    r"wed(?:nesday)?|сред[ау]",
    r"thu(?:r(?:s(?:day)?)?)?|четверг",
    r"fri(?:day)?|пятниц[ау]",
    r"sat(?:urday)?|суббот[ау]",
    r"sun(?:day)?|воскресенье",
)
_ANY = re.compile(
    r"[\s,(]*(?:\b(?:on|a|was a|в|во)\s+)?\b(?:"
    + "|".join(f"(?P<d{n}>{name})" for n, name in enumerate(_NAMES))
    + r")\b\.?[\s,)]*"
)
_CENTURY = 1900


def weekdays_taken_out(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a folded text without its days of the week, and these, from 0 for Monday.

    >>> weekdays_taken_out("thursday, 13 july 1950")
    ('13 july 1950', (3,))
    """
    found = tuple(int((each.lastgroup or "d0")[1:]) for each in _ANY.finditer(text))
    return _ANY.sub(" ", text).strip() if found else text, found


def falls_on(day: Day, weekday: int) -> bool:
    """Say whether a day falls on a day of the week; without a year it may fall on any.

    >>> falls_on(Day(13, 7, 50), 3), falls_on(Day(13, 7, 50), 4), falls_on(Day(3, 12, None), 4)
    (True, False, True)
    """
    if day.year is None:
        return True
    try:
        return date(_CENTURY + day.year, day.month, day.day).weekday() == weekday
    except ValueError:
        return False

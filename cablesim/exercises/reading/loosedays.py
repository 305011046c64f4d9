"""Days as they are named beside a time of day: `the 14th`, `14/7`, `the day before`, `tomorrow`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from cablesim.exercises.reading.dates import CENTURY, MOST_MONTHS, Day, dates_taken_out, days

_ORDINAL = re.compile(r"(?<![\w:.])(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|-?го)\b(?:\s+day\b)?")
_SHORT = re.compile(r"(?<![\d:./])\d{1,2}\s?/\s?\d{1,2}(?![\d/])")
_POINTED = re.compile(r"(?<![\d:./])\d{1,2}\.\s?\d{1,2}(?![\d:./]\d|\d)")
# The night and the morning after belong to either day, and stay words.
_DAY, _PART = r"(?:day|date)", r"(?:day|date|evening|afternoon|morning)"
_RELATIVE = {
    -1: re.compile(
        rf"\b(?:(?:(?:1|a|one)\s+)?{_DAY}\s+earlier|{_PART}\s+before|(?:previous|preceding)\s+{_PART}"
        r"|yesterday|накануне|вчера)\b|(?<!\w)-\s?1\s?(?:day|d)\b"
    ),
    0: re.compile(rf"\b(?:same\s+{_PART}|that\s+{_DAY}|today|сегодня|того\s+же\s+дня)\b"),
    1: re.compile(
        rf"\b(?:(?:next|following)\s+{_DAY}|(?:(?:1|a|one)\s+)?{_DAY}\s+(?:after|later)|tomorrow"
        r"|завтра|(?:на\s+)?следующий\s+день)\b|(?<!\w)\+\s?1\b(?:\s?(?:day|d)\b)?"
    ),
}


def days_taken_out(text: str, base: Day | None) -> tuple[str, tuple[frozenset[Day], ...]]:
    """Return a folded text without the days that it names, and each day as it may be meant.

    A day is counted from the base, such as that of the prompt; without one it stays in the text.

    >>> left, found = days_taken_out("20:15 the day before", Day(13, 7, 50))
    >>> left.split(), [tuple(min(day)) for day in found]
    (['20:15', 'the'], [(12, 7, 50)])
    >>> days_taken_out("20:15 the day before", None)
    ('20:15 the day before', ())
    """
    text, found = dates_taken_out(text)
    loose = list(found)

    def ordinal(match: re.Match[str]) -> str:
        """Keep the so manieth of any month."""
        number = int(match["day"])
        loose.append(frozenset(Day(number, month + 1, None) for month in range(MOST_MONTHS)))
        return " "

    text, short = _in_figures(text, _SHORT)
    loose += short
    text = _ORDINAL.sub(ordinal, text)
    for off, pattern in _RELATIVE.items() if base else ():
        text, count = pattern.subn(" ", text)
        loose += [frozenset(_moved(base, off))] * bool(count)
    return text, tuple(loose)


def pointed_days_taken_out(text: str) -> tuple[str, tuple[frozenset[Day], ...]]:
    """Return what stands beside a time without days such as `12.7.`, and these days.

    Before the time is taken out, 8.10 may be that time.

    >>> left, found = pointed_days_taken_out("(12.7.)")
    >>> left, [tuple(min(day)) for day in found]
    ('( .)', [(12, 7, None)])
    """
    left, found = _in_figures(text, _POINTED)
    return left, tuple(found)


def _in_figures(text: str, pattern: re.Pattern[str]) -> tuple[str, list[frozenset[Day]]]:
    """Return a text without the days and months in figures, and these days."""
    found: list[frozenset[Day]] = []

    def taken(match: re.Match[str]) -> str:
        """Keep a day and a month, if there is such a day."""
        meant = days(match[0])
        found.extend([meant] if meant else [])
        return " " if meant else match[0]

    return pattern.sub(taken, text), found


def _moved(base: Day | None, off: int) -> tuple[Day, ...]:
    """Return the day that lies so many days behind a base, if there is such a day."""
    if base is None or base.year is None:
        return ()
    try:
        day = date(1900 + base.year, base.month, base.day) + timedelta(days=off)
    except ValueError:
        return ()
    return (Day(day.day, day.month, day.year % CENTURY),)

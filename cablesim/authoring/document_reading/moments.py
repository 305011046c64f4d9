"""Printed times and dates, in the forms that telegrams have; read, never converted to a clock."""

from __future__ import annotations

import re
from dataclasses import dataclass

CENTURY = 1900
_MONTHS = (
    ("january", "jan", "января"), ("february", "feb", "февраля"), ("march", "mar", "марта"),
    ("april", "apr", "апреля"), ("may", "may", "мая"), ("june", "jun", "июня"),
    ("july", "jul", "июля"), ("august", "aug", "августа"), ("september", "sep", "sept", "сентября"),
    ("october", "oct", "октября"), ("november", "nov", "ноября"), ("december", "dec", "декабря"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ROMAN = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12,
}  # fmt: skip
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(\d{4}|\d{2})(?!\d)(?:\s?г(?:ода|\.)?)?"
_DATES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
    re.compile(rf"(?<![\d.])(?P<d>\d{{1,2}})(?P<s>[./-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{_YEAR})"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})[. ]\s?(?P<r>[IVX]{{1,4}})[. ]\s?(?P<y>{_YEAR})"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ .]+(?:of )?(?P<n>{_NAME})\b\.?,?\s?"
        rf"(?P<y>{_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<n>{_NAME})\b\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y>\d{{4}}))?",
        re.IGNORECASE,
    ),
)
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_TIMES = (
    re.compile(
        r"(?<!\d)(?P<h>\d{1,2})\s?(?:hours?|hrs?\.?|часов|часа|час\.?|ч\.?|h)\s?"
        r"(?P<m>\d{1,2})\s?(?:minutes?|mins?\.?|m\b\.?|минут[аы]?|мин\.?|м\b\.?)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\d.:])(?P<h>\d{{1,2}}):(?P<m>\d{{2}})(?!\d)(?:\s?{_HALF})?", re.IGNORECASE),
    re.compile(rf"(?<![\d.:])(?P<h>\d{{1,2}})\.(?P<m>\d{{2}})(?!\d|\.\d)\s?{_HALF}", re.IGNORECASE),
    re.compile(rf"(?<![\d.:])(?P<h>\d{{1,2}})(?P<m>)\s?{_HALF}", re.IGNORECASE),
    re.compile(r"(?<![\d.:])(?P<h>\d{1,2})\.(?P<m>\d{2})(?=\s+\d{1,2}[. ][\dа-яa-zIVX])"),
)
# What is a time only where a word just before says so: 0745 may be a number, 02.40 a date.
_AFTER_WORD = re.compile(
    r"^\W*(?:(?:at|on|в|in)\s+)?(?P<all>(?P<h>[01]?\d|2[0-3])(?:[.](?P<m>[0-5]\d)(?![\d.]\d|\d)|(?P<mm>[0-5]\d)(?!\d)(?:\s?(?:hours|hrs|h)\b)?))",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\(?(?:(?P<named>[A-Z][a-z]+|[A-Z]{3,}|local) time|по (?P<ru>[а-яё]+ому) времени|"
    r"(?P<short>МСК|MSK|GMT)\b|(?P<bare>local)\b)\)?",
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A time or date found: where it stands, its value (HH:MM or YYYY-MM-DD), what is doubtful."""

    start: int
    end: int
    value: str
    doubt: str = ""


def dates_in(text: str, *, year: str = "") -> tuple[Spot, ...]:
    """Return the dates of a text in order; one without a year gets the year given, or no value."""
    spots: list[Spot] = []
    for form in _DATES:
        for found in form.finditer(text):
            if not any(spot.start < found.end() and found.start() < spot.end for spot in spots):
                spot = _date(found, year)
                if spot is not None:
                    spots.append(spot)
    return tuple(sorted(spots, key=lambda spot: spot.start))


def _date(found: re.Match[str], year: str) -> Spot | None:
    """Return one date, or None where the figures are no date."""
    parts = found.groupdict()
    if parts.get("n"):
        month = MONTHS[parts["n"].lower()]
    else:
        month = _ROMAN.get(parts["r"], 0) if parts.get("r") else int(parts["m"])
    day = int(parts["d"])
    written = re.match(r"\d+", parts["y"] or "")
    years = written[0] if written else year
    if not (1 <= day <= 31 and 1 <= month <= 12):  # noqa: PLR2004 - days and months.
        return None
    doubt = ""
    if parts.get("s") == "/" and day <= 12 and day != month:  # noqa: PLR2004 - as above.
        doubt = "day and month could be the other way round"
    whole = int(years) + CENTURY if len(years) == 2 else int(years or 0)  # noqa: PLR2004 - two figures.
    value = f"{whole:04d}-{month:02d}-{day:02d}" if years else ""
    return Spot(found.start(), found.end(), value, doubt)


def times_in(text: str, *, after_word: int | None = None) -> tuple[Spot, ...]:
    """Return the times of a text in order.

    `after_word` is where a word ended that lets a bare 0745 or 02.40 be a time.
    """
    spots: list[Spot] = []
    taken = [(spot.start, spot.end) for spot in dates_in(text)]
    for form in _TIMES:
        for found in form.finditer(text):
            free = not any(a < found.end() and found.start() < b for a, b in taken)
            spot = _time(found) if free else None
            if spot is not None:
                spots.append(spot)
                taken.append((spot.start, spot.end))
    if not spots and after_word is not None:
        bare = _AFTER_WORD.match(text[after_word:])
        start = after_word + bare.start("all") if bare else 0
        if bare and not any(a <= start < b for a, b in taken):
            minute = bare["m"] or bare["mm"]
            end = after_word + bare.end("all")
            spots.append(Spot(start, end, f"{int(bare['h']):02d}:{minute}"))
    return tuple(sorted(spots, key=lambda spot: spot.start))


def _time(found: re.Match[str]) -> Spot | None:
    """Return one time, or None where the figures are no time."""
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if hour > 24 or minute > 59:  # noqa: PLR2004 - hours and minutes.
        return None
    half = (found.groupdict().get("half") or "").lower().replace(".", "").replace(" ", "")
    doubt = ""
    if half and not 1 <= hour <= 12:  # noqa: PLR2004 - a clock of twelve hours.
        doubt = f"{hour}:{minute:02d} {half} cannot be; the figures are taken as they stand"
    elif half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Spot(found.start(), found.end(), f"{hour:02d}:{minute:02d}", doubt)


def clock_in(text: str) -> tuple[str, str]:
    """Return whose clock a text names, as a word and as printed; empty where it names none."""
    found = _CLOCK.search(text)
    if found is None:
        return "", ""
    word = found["named"] or found["ru"] or found["short"] or found["bare"]
    return ("local" if word in {"local", "местному"} else word), found[0].strip("()")


def minutes_between(first: str, second: str) -> int:
    """Return the minutes from one HH:MM to another on the same day, negative if it is earlier."""
    hours, minutes = (
        int(b) - int(a) for a, b in zip(first.split(":"), second.split(":"), strict=True)
    )
    return hours * 60 + minutes

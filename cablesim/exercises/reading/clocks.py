"""Reading one time of day out of an answer, or saying why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cablesim.exercises.reading.answers import TO_LATIN, folded, in_figures, plain
from cablesim.exercises.reading.dates import Day, without_dates
from cablesim.exercises.reading.denials import denied
from cablesim.exercises.reading.loosedays import days_taken_out, pointed_days_taken_out
from cablesim.exercises.reading.quantities import EQUALS, LETTER, LETTER_TOLD, Quantity
from cablesim.exercises.reading.spokenclocks import in_clock_figures

HOURS, MINUTES, HALF_DAY, LATE = 24, 60, 12, 6
# Where only the time is read, days are left out of it, whatever they are counted from.
_SOME_DAY = Day(1, 1, None)
_HALF = r"(?P<half>\s?[ap]\s?\.?\s?m(?![^\W\d_])\.?)?"
# From the surest form to the least sure; of the surest that is there, one time is taken.
_FORMS = (
    re.compile(
        r"(?<![\d:.])(?P<hour>\d{1,2})\s?"
        r"(?::(?=\s?\d\d)|h(?:ours?|rs?)?\b\.?,?|ч(?:ас(?:а|ов)?)?\b\.?,?|[hч])\s?"
        rf"(?:and |и )?(?P<minute>\d{{1,2}})(?::00)?(?!\d|\s?:\s?\d){_HALF}"
    ),
    re.compile(
        rf"(?<![\d:.])(?P<hour>\d{{1,2}})\s?[.,'-]\s?(?P<minute>\d{{2}})(?!\d|[:.]\d){_HALF}"
    ),
    re.compile(rf"(?<![\d:.])(?P<hour>\d{{1,2}})\s?(?P<minute>\d{{2}})(?!\d|[:.]\d){_HALF}"),
)
_HOUR = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?P<minute>)\s?"
    r"(?:(?P<half>[ap]\s?\.?\s?m(?![^\W\d_]))|o'clock\b|h\b)"
)
_PLAIN = re.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_YEAR_ALONE = re.compile(r"(?:18|19|20)\d{2}(?!\d)")
_PARTS = re.compile(r"\b(?:quarter|half|past|to|полчаса|четверть)\b")
_TIMES_OF_DAY = {
    "p": re.compile(r"\b(?:evening|afternoon|noon|midday|вечера|дня|полдень)\b"),
    "a": re.compile(r"\b(?:morning|midnight|утра|полночь)\b"),
    "n": re.compile(r"\b(?:night|ночи)\b"),
}
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00", "полдень": "12:00",
          "полночь": "00:00"}  # fmt: skip


@lru_cache(16)
def read_clock(text: str) -> Quantity:
    """Return the one time of day that an answer holds, as hours and minutes of 24.

    >>> [read_clock(text).readings for text in ("8:15 in Beijing", "8.15", "0815", "25:00")]
    [('08:15',), ('08:15',), ('08:15',), ()]
    >>> [read_clock(text).readings for text in ("8:15 PM", "12 July 1950, 20:15", "3:15 or 8:15")]
    [('20:15',), ('20:15',), ()]
    """
    if _PLAIN.fullmatch(text):
        return Quantity((text,))
    whole = in_figures(folded(text))
    if LETTER.search(whole.translate(TO_LATIN)):
        return Quantity(trouble=LETTER_TOLD)
    if denied(text):
        return Quantity(trouble=f"“{plain(text)[:40]}” does not come down to one time.")
    words = in_clock_figures(EQUALS.split(whole)[-1])
    timed = days_taken_out(words, _SOME_DAY)[0]
    found = _times(timed, words)[0]
    if not found and _YEAR_ALONE.search(words) and without_dates(words) != words:
        return Quantity(trouble="A date stands there, and no time with a colon.")
    if len(found) > 1:
        return Quantity(trouble=f"Several times stand there: {', '.join(found)}. Choose one.")
    trouble = "" if found else f"No time of day can be read in “{plain(text)[:40]}”."
    return Quantity(tuple(found), trouble)


def beside_clock(text: str, base: Day | None) -> tuple[str, tuple[frozenset[Day], ...]]:
    """Return what stands beside the time of an answer: the rest of its words, and its days.

    Days such as `the day before` are counted from the base; without one they stay words.

    >>> beside_clock("20:15 GMT", None)
    ('  gmt', ())
    >>> left, found = beside_clock("20:15 on 12 July", None)
    >>> left.split(), [tuple(min(day)) for day in found]
    (['on'], [(12, 7, None)])
    """
    if _PLAIN.fullmatch(text):
        return "", ()
    words = in_clock_figures(EQUALS.split(in_figures(folded(text)))[-1])
    rest, found = days_taken_out(words, base)
    left, pointed = pointed_days_taken_out(_times(rest, words)[1])
    return left, (*found, *pointed)


def _times(timed: str, words: str) -> tuple[list[str], str]:
    """Return the times of the surest form that a text has, each once, and the text without them.

    The half of the day may stand in words that are left out of the text.
    """
    half = next((name for name, told in _TIMES_OF_DAY.items() if told.search(words)), "")
    for form in _FORMS:
        matches = list(form.finditer(timed))
        if matches:
            return list(dict.fromkeys(_each(matches, half))), form.sub(" ", timed)
    matches = list(_HOUR.finditer(timed))
    if _PARTS.search(timed) or len(re.findall(r"\d+", timed)) > 1:
        return [], timed
    named = [time for word, time in _NAMED.items() if word in timed.split()]
    return list(dict.fromkeys(_each(matches, half))) or named[:1], _HOUR.sub(" ", timed)


def _each(matches: list[re.Match[str]], half: str) -> Iterator[str]:
    """Yield the times of day among what was found."""
    for found in matches:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        hour = _by_half(hour, (found["half"] or half).strip()[:1])
        if hour == HOURS and not minute:
            hour = 0
        if 0 <= hour < HOURS and minute < MINUTES:
            yield f"{hour:02d}:{minute:02d}"


def _by_half(hour: int, half: str) -> int:
    """Return an hour of 24 from one of twelve, by the half of the day; none fits as -1."""
    if half == "p":
        return hour + HALF_DAY if 0 < hour < HALF_DAY else hour or -1
    if half == "a":
        return -1 if hour > HALF_DAY else hour % HALF_DAY
    if half == "n" and LATE <= hour <= HALF_DAY:
        return (hour + HALF_DAY) % HOURS
    return hour

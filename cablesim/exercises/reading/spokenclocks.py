"""Times of day as they are spoken: `quarter past eight`, `eight fifteen`, `four oh seven`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablesim.exercises.reading.numerals import ORDINALS, spoken

_TOKEN = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"\s+|-")
_ORDINAL = frozenset(ORDINALS.split())
_NOUGHT = re.compile(r"(?<![\d:.])(\d{1,2})\s(?:oh?|0)\s(\d)(?!\d)")
_PAST = re.compile(
    r"(?<![\d:.])(?:a |the )?\b(?P<part>quarter|half|\d{1,2})(?:\s?min(?:ute)?s?)?"
    r"\s(?P<way>past|to)\s(?P<hour>\d{1,2})(?!\d|\s?[:.h]?\s?\d)"
)
_PARTS = {"quarter": 15, "half": 30}
_HOURS, _MINUTES = 24, 60


def in_clock_figures(words: str) -> str:
    """Return a folded text with its spoken numbers and times in figures.

    >>> [in_clock_figures(text) for text in ("quarter past eight pm", "eight fifteen", "ten to 5")]
    ['8:15 pm', '8 15', '4:50']
    >>> in_clock_figures("four oh seven, on the twenty-first")
    '4:07, on the 21st'
    """
    figures = "".join(_pieces(words))
    if figures == words and " to " not in words and " past " not in words:
        return words
    return _PAST.sub(_past, _NOUGHT.sub(r"\1:0\2", figures))


def _pieces(words: str) -> Iterator[str]:
    """Yield a text piece by piece, numbers in words as figures."""
    tokens = list(_TOKEN.finditer(words))
    at = first = 0
    for place, token in enumerate(tokens, 1):
        ends = place == len(tokens)
        if ends or not _JOINT.fullmatch(words, token.end(), tokens[place].start()):
            run = tokens[first:place]
            for start, last, value in spoken([each[0] for each in run]):
                end = run[last - 1]
                yield words[at : run[start].start()]
                yield f"{value}{_suffix(value) if end[0] in _ORDINAL else ''}"
                at = end.end()
            first = place
    yield words[at:]


def _suffix(value: int) -> str:
    """Return what stands behind an ordinal number in figures."""
    teens = value // 10 % 10 == 1
    return "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _past(found: re.Match[str]) -> str:
    """Return so many minutes past or to an hour as hours and minutes."""
    part, hour = _PARTS.get(found["part"]) or int(found["part"]), int(found["hour"])
    if part >= _MINUTES or (found["part"] == "half" and found["way"] == "to"):
        return found[0]
    if found["way"] == "to" and part:
        # One to one is said of a clock of twelve hours.
        hour, part = (hour - 1) or 12, _MINUTES - part
    return f"{hour % _HOURS}:{part:02d}"

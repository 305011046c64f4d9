"""What an author means by the value of a number exercise: it is read as an answer is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cablesim.exercises.reading.answers import folded
from cablesim.exercises.reading.clocks import beside_clock, read_clock
from cablesim.exercises.reading.numerals import ORDINALS, spoken
from cablesim.scenario.exercise import Number

_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_NUMBER = re.compile(r"[-+]?\d+(?:[ ',]\d{3})*(?:[.,]\d+)?")
_WORDS = re.compile(r"[^\W\d_]+(?:[\s-]+[^\W\d_]+)*")
_OF_THINGS = re.compile(r"(?P<number>.*\S)\s+(?:[a-z]{3,}s|people|aircraft)")
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b")
# These are words before they are numbers.
_NO_NUMBER = frozenset({*ORDINALS.split(), "none"})


def is_clock(text: str) -> bool:
    """Say whether an author's value is a time of day."""
    return _CLOCK.fullmatch(text.strip()) is not None


def is_text(text: str) -> bool:
    """Say whether it is more than a number or a time, and so compared as a whole."""
    return not (_NUMBER.fullmatch(text.strip()) or is_clock(text))


@lru_cache(256)
def in_figures_if_number(value: Number, prompt: str = "") -> Number:
    """Return a number in words in figures, and any other value as it is.

    Where the prompt asks how many, what is counted may stand behind the number.

    >>> [in_figures_if_number(value) for value in ("nine", "a hundred", "none", "pilot", "08:15")]
    ['9', '100', 'none', 'pilot', '08:15']
    >>> in_figures_if_number("nine divisions", "How many?"), in_figures_if_number("9 divisions")
    ('9', '9 divisions')
    """
    counted = _OF_THINGS.fullmatch(value) if isinstance(value, str) else None
    if counted and _HOW_MANY.search(folded(prompt)):
        number = in_figures_if_number(counted["number"])
        return value if is_text(str(number)) else number
    words = _WORDS.fullmatch(folded(value)) if isinstance(value, str) else None
    if words is None:
        return value
    row = re.split(r"[\s-]+", words[0])
    found = list(spoken(row))
    whole = len(found) == 1 and found[0][:2] == (0, len(row)) and not _NO_NUMBER & set(row)
    return str(found[0][2]) if whole else value


def misread(values: Iterable[Number]) -> str:
    """Say why an answer would not be compared with one of some values as its author means it.

    >>> misread([9, "08:15", "2nd Guards Division"])
    "'9' is no time of day, and '08:15' is one; write hours and minutes with a colon"
    >>> misread(["8 h 30"])
    "'8 h 30' would be compared as words, and 08:30 be wrong; write '08:30'"
    """
    texts = [str(value) for value in values]
    clock = next(filter(is_clock, texts), "")
    return next(filter(None, (_misread(text, clock) for text in texts)), "")


def _misread(text: str, clock: str) -> str:
    """Say why a value would be compared in another way than its author means, or nothing."""
    if not is_text(text):
        if not clock or is_clock(text):
            return ""
        wanted = "write hours and minutes with a colon"
        return f"'{text}' is no time of day, and '{clock}' is one; {wanted}"
    # Figures with blanks between may be groups.
    time = read_clock(text).readings if any(map(str.isalpha, text)) else ()
    if time and not beside_clock(text, None)[0].strip():
        return f"'{text}' would be compared as words, and {time[0]} be wrong; write '{time[0]}'"
    return ""

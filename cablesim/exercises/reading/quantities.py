"""Reading one number out of an answer, or saying why it cannot be read.

What is read is one number and no other: a number word or a Roman one is read whole, of a sum what
stands behind the last equals sign, or alone before it, and where several numbers stand, or a "not",
nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from cablesim.exercises.reading.answers import TO_LATIN, folded, in_figures, plain
from cablesim.exercises.reading.denials import bounded, denied
from cablesim.exercises.reading.numerals import ORDINALS, roman, spoken

MOST_FIGURES = 25
MOST_NAMED = 5
LETTER_TOLD = "A letter stands among the figures (o, l or i); write figures only."
_NUMBER = re.compile(
    r"(?P<long>[1-9]\d{0,2}(?:(?P<mark>[ ',.])\d{3})(?:(?P=mark)\d{3})*(?!\d)(?:[.,]\d+)?)"
    r"|(?P<plain>\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
)
_LABEL = re.compile(r"(?<![^\W\d_])(?:no|nr|n|numero|number|номер)\s?[.°]?\s?(?=\d)|#\s?(?=\d)")
# In "the right one" the word counts nothing.
_SOME_ONE = re.compile(r"\b(?:the|this|that|which|right|correct|wrong|other|only|each)\s+one\b")
EQUALS = re.compile(r"=|\bequals\b|\bравно\b")
_SUM = frozenset("+-*/×÷^:x") | {"plus", "minus", "times", "плюс", "минус"}
# With one of these between, numbers are still to be worked out.
_WORKING = re.compile(r"[+*×÷]|(?<!\w)(?:plus|minus|times|x|плюс|минус)(?!\w)")
_GOES_ON = re.compile(r"\s*[+*×÷]\s*\w")
# A number, and behind it in brackets, with words, how it comes about. Longer ones may be names.
_EXPLAINED = re.compile(
    r"(?P<number>(?:\d{1,3}(?!\d)|[^\W\d_]+)[^():;,\d]*)\((?=[^()]*[^\W\d_]{3})[^()]*"
)
_HEDGED = re.compile(
    r"\b(?:or|if|unless|maybe|perhaps|possibly|probably|might|could|may|else|either|rather|but"
    r"|and not|или|если|может|возможно)\b|\?"
)
_HOURS = re.compile(r"(?<!\d)\d{1,2}\s?:\s?\d\d(?!\d)|\d\s?(?:h|hours?|hrs?|ч|час(?:а|ов)?)\b\W*\d")
LETTER = re.compile(r"\d[oil]|(?<![^\W\d_])[oil]\d")
_PARTS = re.compile(
    r"\b(?:half|halves|quarters?|thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths"
    r"|hundredths?|thousandths?|dozens?|pairs?|couples?|полтора|полторы|половина|пол|дюжина|пар[аы]?)\b"
    r"|\b(?:an?|one)[\s-](?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|\d\s?k\b"
)
# Taken apart, 3½ would be 31 and 2.
_FRACTION = re.compile("[¼-¾⅐-⅞↉]")
_MINUS = re.compile(r"(?:(?<!\w)-|\b(?:minus|минус)\s)$")
_JOINT = re.compile(r"\s+|-")
_UNITS = {
    "seconds": r"seconds|secs?|секунд[аыу]?|сек",
    "minutes": r"minutes?|mins?|минут[аы]?|мин",
    "hours": r"hours?|hrs?|h|час(?:а|ов)?",
    "days": r"days?|день|дня|дней",
    "weeks": r"weeks?|недел[яиь]",
    "fortnights": r"fortnights?",
    "months": r"months?|месяц(?:а|ев)?",
    "years": r"years?|год(?:а|ов)?|лет",
}
_ANY_UNIT = "|".join(f"(?P<{name}>{forms})" for name, forms in _UNITS.items())
_UNIT = re.compile(rf"(?<![^\W\d_])(?:{_ANY_UNIT})\b")
_ASKED = re.compile(rf"\bhow many (?:{_ANY_UNIT})\b")
# A number behind one of these is the number of it.
_THINGS = {
    "line": r"lines?|строк[аеиу]",
    "page": r"pages?|pp?\.|страниц[аеыу]|стр",
    "paragraph": r"paragraphs?|paras?|абзац[аеу]?",
    "row": r"rows?|ряд[ау]?",
    "column": r"columns?|столб(?:ец|ца|це|цу)",
    "section": r"sections?|раздел[ау]?",
    "footnote": r"(?:foot)?notes?|сноск[аеиу]",
}
_ANY_THING = "|".join(f"(?P<{name}>{forms})" for name, forms in _THINGS.items())
_THING = re.compile(
    rf"(?<![^\W\d_])(?:{_ANY_THING})(?![^\W\d_])\.?(?:\s*(?:no|nr|number|номер)\b\.?)?\s*$"
)
_ASKED_THING = re.compile(
    rf"\b(?:which|what|как\w+)\b[^.?!]*?(?<![^\W\d_])(?:{_ANY_THING})(?![^\W\d_])(?!\s*\d)"
)
_NAMED = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(_THINGS.values())})")
# Behind these the same is said once more in other words.
_AGAIN = re.compile(r"[(;,]|\b(?:or|that is|i\.e)\b")
_WHICH = re.compile(
    rf"(?:it is |it's )?(?:the )?(?:{'|'.join(ORDINALS.split())}|\d{{1,2}}(?:st|nd|rd|th))"
    r"(?: one| number)?[.!]?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What an answer holds: its readings, more than one where a mark may mean two things.

    Without a reading there is `trouble`: why nothing was read, and what to write instead.
    """

    readings: tuple[str, ...] = ()
    trouble: str = ""


def read_number(text: str) -> Quantity:
    """Return the one number that an answer holds.

    >>> [read_number(text).readings for text in ("three copies", "5,794 km", "2 + 1 = 3", "№ 12")]
    [('3',), ('5794', '5.794'), ('3',), ('12',)]
    >>> [read_number(text).readings for text in ("twenty-three", "no idea", "not 3", "2 and 1")]
    [('23',), (), (), ()]
    """
    if not text.isascii() and _FRACTION.search(text):
        return _trouble(f"“{_written(text)}” has a fraction in it; write it in figures.")
    whole = _SOME_ONE.sub(" ", _LABEL.sub(" ", in_figures(folded(text))))
    words = _result(whole)
    if LETTER.search(words.translate(TO_LATIN)):
        return _trouble(LETTER_TOLD)
    found = list(_numbers(words))
    if not found and len(words) == 1 and roman(words):
        return Quantity((str(roman(words)),))
    if not found:
        return _trouble(f"There is no number in “{_short(text)}”.")
    trouble = _unclear(text, words, found)
    head = _EXPLAINED.fullmatch(words) if trouble and not found[0].start else None
    if head and not _HEDGED.search(words) and not denied(text):
        return read_number(head["number"])
    return _trouble(trouble) if trouble else Quantity(found[0].readings)


def _result(whole: str) -> str:
    """Return what a sum comes to: what stands behind the last equals sign, or before the first.

    >>> _result("2 + 1 = 3"), _result("3 = 2 + 1")
    ('3', '3')
    """
    first, *rest = (piece.strip(" .,;:!?\"'()") for piece in EQUALS.split(whole))
    if len(rest) == 1 and _WORKING.search(rest[0]) and not _WORKING.search(first):
        return first
    return rest[-1] if rest else first


def points_at(text: str) -> bool:
    """Say whether an answer says which one of several is meant, and not how many.

    >>> points_at("The second one."), points_at("two"), points_at("the second day of July")
    (True, False, False)
    """
    return _WHICH.fullmatch(folded(text)) is not None


def unit_trouble(text: str, prompt: str) -> str:
    """Say which unit of time an answer has that was not asked for, or nothing.

    Only a prompt that asks how many of a unit has one; what follows the answer in that unit, in
    brackets or behind a comma, does no harm.

    >>> unit_trouble("one week and a day", "How many days lie between?")
    'This is in weeks, and days are asked for.'
    >>> unit_trouble("8 days (a week and a day)", "How many days lie between?")
    ''
    """
    wanted = _ASKED.search(folded(prompt))
    if wanted is None:
        return ""
    asked, last = wanted.lastgroup, EQUALS.split(folded(text))[-1]
    head = _AGAIN.split(last, maxsplit=1)[0]
    units = [found.lastgroup for found in _UNIT.finditer(head)]
    if asked not in units:
        units = [found.lastgroup for found in _UNIT.finditer(last)]
    other = next((unit for unit in units if unit != asked), None)
    return f"This is in {other}, and {asked} are asked for." if other else ""


def thing_trouble(text: str, prompt: str) -> str:
    """Say of which thing an answer gives the number where that is not asked for, or nothing.

    A prompt that asks which line, or what page, has that for its answer.

    >>> thing_trouble("line 19", "How many copies does line 19 lead you to expect?")
    'This is the number of a line, and that is not asked for.'
    >>> thing_trouble("3 lines", "How many are there?"), thing_trouble("line 3", "On which line?")
    ('', '')
    """
    if not _NAMED.search(folded(text)):
        return ""
    words = EQUALS.split(_LABEL.sub(" ", in_figures(folded(text))))[-1]
    before = [_THING.search(words, 0, each.start) for each in _numbers(words)]
    named = next((found.lastgroup for found in before if found), None)
    if named is None or None in before:
        return ""
    if any(found.lastgroup == named for found in _ASKED_THING.finditer(folded(prompt))):
        return ""
    return f"This is the number of a {named}, and that is not asked for."


@dataclass(frozen=True, slots=True)
class _Found:
    """A number where it stands in an answer, and how it may be read."""

    start: int
    end: int
    wrote: str
    readings: tuple[str, ...]


def _trouble(text: str) -> Quantity:
    """Return that nothing was read."""
    return Quantity(trouble=text)


def _short(text: str) -> str:
    """Return the beginning of an answer, to speak of it."""
    return plain(text)[:40]


def _written(text: str) -> str:
    """Return the beginning of an answer sign by sign, as it was written."""
    return " ".join(text.split())[:40]


def _unclear(text: str, words: str, found: list[_Found]) -> str:
    """Say why the numbers of an answer do not make one, or nothing."""
    before = words[: found[0].start]
    if denied(text) or bounded(before) or _PARTS.search(words):
        return f"“{_short(text)}” does not come down to one number."
    if _HOURS.search(words):
        return "This is a time in hours and minutes; one number is wanted, in the unit asked for."
    if _MINUS.search(before) and _MINUS.sub("", before).strip(" :("):
        return f"It is not clear whether {found[0].wrote} has a minus."
    between = {words[one.end : other.start].strip() for one, other in pairwise(found)}
    if any(map(_WORKING.search, between)) or _GOES_ON.match(words, found[-1].end):
        return f"“{_short(text)}” has still to be worked out; write what it comes to."
    if len({each.readings for each in found}) > 1 or between & _SUM:
        named = ", ".join(each.wrote for each in found[:MOST_NAMED])
        return f"Several numbers stand there: {named}. Choose one, and leave no blanks in it."
    return ""


def _numbers(words: str) -> Iterator[_Found]:
    """Yield every number of a folded text; what is joined in words is read whole."""
    run: list[re.Match[str]] = []
    for token in _NUMBER.finditer(words):
        if run and not _JOINT.fullmatch(words, run[-1].end(), token.start()):
            yield from _of_run(words, run)
            run = []
        run.append(token)
    yield from _of_run(words, run)


def _of_run(words: str, run: list[re.Match[str]]) -> Iterator[_Found]:
    """Yield the numbers of words and figures that have only blanks or hyphens between."""
    spelt = {first: (last, value) for first, last, value in spoken([each[0] for each in run])}
    place = 0
    while place < len(run):
        start = run[place].start()
        minus = "-" * bool(_MINUS.search(words[max(start - len("минус "), 0) : start]))
        last, value = spelt.get(place, (place + 1, 0))
        if place in spelt:
            end = run[last - 1].end()
            yield _Found(start, end, words[start:end], (f"{minus}{value}",))
        elif run[place]["word"] is None:
            readings = tuple(_decimal(minus + row) for row in _rows(run[place]))
            yield _Found(start, run[place].end(), run[place][0], readings)
        elif len(run[place][0]) > 1 and roman(run[place][0]):
            readings = (f"{minus}{roman(run[place][0])}",)
            yield _Found(start, run[place].end(), run[place][0], readings)
        place = last


def _rows(token: re.Match[str]) -> tuple[str, ...]:
    """Return the figures of a number, both ways where a mark may stand before thousands or parts.

    A comma is first taken as the mark of thousands, a point as that of parts.
    """
    wrote, mark = token[0], token["mark"]
    if mark is None:
        return (wrote.replace(",", "."),)
    whole = wrote.replace(mark, "").replace(",", ".")
    if mark not in ".," or wrote.count(mark) > 1 or whole.count("."):
        return (whole,)
    return (whole, wrote.replace(mark, ".")) if mark == "," else (wrote, whole)


def _decimal(row: str) -> str:
    """Return a number in one form: no noughts at the end, nor before the first figure."""
    try:
        number = Decimal(row)
    except InvalidOperation:
        return row
    if len(row) > MOST_FIGURES:
        return row
    return f"{number.normalize():f}"

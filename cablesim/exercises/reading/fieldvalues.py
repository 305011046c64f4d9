"""What was written for a field of the form beside what the page has there, in all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cablesim.documents.form import FieldKind, FormField
from cablesim.exercises.reading.answers import TO_LATIN, bare, folded, in_figures, plain
from cablesim.exercises.reading.clocks import read_clock
from cablesim.exercises.reading.dates import Day, are_true, dates_in, days, without_dates
from cablesim.exercises.reading.numerals import ORDINALS, SMALL
from cablesim.exercises.reading.weekdays import falls_on, weekdays_taken_out

NONE = "none"
# A value of the page has some words; what is much longer is compared by its letters alone.
LONGEST_READ = 160
MOST_FIGURES = 4
_NUMBER_SIGN = re.compile(r"(?<![^\W\d_])(?:NO|NR|N|NUMBER)\s?[.°]?\s?(?=\d)|#\s?(?=\d)")
_RUN = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPOKEN = re.compile(r"[^\s.,;:!\"()\[\]-]+")
_SIGN = "NO"
# Words of a list of copies that change nothing: "Stalin (two copies) and Molotov".
_OF_COPIES = frozenset({"AND", "COPIES", "COPY", "И".translate(TO_LATIN)})
_IN_FIGURES = {word.upper(): str(number) for word, number in SMALL.items()}
_ARTICLES = frozenset({"THE", "A", "AN"})
# Words round a time of day that say nothing but that it is one.
_OF_CLOCKS = frozenset(
    {
        "am",
        "pm",
        "a",
        "p",
        "m",
        "h",
        "hr",
        "hrs",
        "hour",
        "hours",
        "min",
        "minutes",
        "and",
        "at",
        "on",
    }
    | {"o'clock", "o", "clock", "time", "line", "the", "in", "morning", "ч", "час", "часа", "часов"}
    | {"мин", "минут", "и", "в", "время", "утра"}
)
_SIGNS_OF_NOTHING = frozenset({"-", "--", "n/a", "∅", "ø", "0", "00", "..", "..."})
_NOT = frozenset({"no", "not", "isn't", "hasn't", "doesn't", "without", "не", "без", "нет"})
# "No, none" is none, and "not none" is some.
_DENYING = _NOT - {"no", "нет"}
_LACKS = frozenset(
    {NONE, "missing", "absent", "nothing", "nil", "blank", "empty", "omitted", "lacking", "zero"}
    | {"nought", "void", "unfilled", "ничего", "отсутствует", "нету", "отсутствуют", "пусто"}
    | {"kein", "keine", "keiner", "keins", "nichts", "aucun", "aucune", "rien", "ninguno"}
    | {"ninguna", "nada", "nessuno", "nessuna", "niente", "brak", "nic"}
)
# These deny nothing alone: "not given", and never "given".
_SAID = frozenset(
    {"given", "stated", "shown", "printed", "present", "there", "here", "found", "named", "have"}
    | {"mentioned", "indicated", "listed", "marked", "specified", "recorded", "available", "on"}
    | {"в", "на", "указано", "указан", "указана", "указаны", "дано", "есть", "имеется"}
)
_FILLERS = _SAID | frozenset(
    {"there", "is", "are", "was", "it", "its", "has", "the", "a", "an", "any", "this", "that", "in"}
    | {"page", "document", "telegram", "message", "text", "form", "of", "at", "all", "one", "such"}
    | {
        "field",
        "value",
        "entry",
        "line",
        "mark",
        "marking",
        "does",
        "say",
        "says",
        "appear",
        "print",
        "prints",
        "names",
        "gives",
        "left",
    }
    | {"appears", "exist", "exists", "show", "странице", "документе", "тексте", "поля"}
)
MOST_WORDS = 12
_UNKNOWN = re.compile(
    r"(?:i |we )?(?:do not|don't|cannot|can't|не) (?:know|say|tell|знаю|знаем|могу сказать)\b.*"
    r"|(?:it is |it's |is )?(?:unknown|unclear|unsure|неизвестно|неясно)\b.*"
    r"|(?:(?:i am|i'm|it is|it's|is) )?(?:not|un|не) (?:known|sure|clear|certain|известно|ясно)\b.*"
    r"|no idea|dunno|\?{2,}|idk"
)
# What a page says of a field in other words than its name.
_SAYING = {
    FieldKind.SIGNATURE: r"(?:signed(?: by)?|signature of|подпись|подписал)",
    FieldKind.TO: r"(?:addressed to|sent to|to|for|кому)",
    # "From" would say more than the page does.
    FieldKind.PLACE: r"(?:in|at)",
    FieldKind.COPIES: r"(?:copies to|copied to|copies for)",
    FieldKind.DATE: r"(?:dated|date of|on|of)",
    FieldKind.TIME_LINE: r"(?:time of sending|at)",
}
_OF_LINE = re.compile(
    r"(?:on |in |at )?line (\d{1,3})(?: (?:says|has|reads|is))?\s?[:,.=-]?\s+", re.IGNORECASE
)


_LINE_BEHIND = re.compile(
    r"[\s,;:([-]+(?:(?:on|in|at|see|from)\s+)?(?:line|l\.)\s?(\d{1,3})[)\]]?\.?$", re.IGNORECASE
)
# That the page names no clock is true of any time line to which none is printed.
_GIVEN = r"(?:named|stated|given)"
_NO_CLOCK = re.compile(
    rf"[\s,;([-]+(?:(?:no|without an?y?) (?:clock|(?:time )?zone)(?: (?:is )?{_GIVEN})?"
    rf"|(?:the )?(?:clock|(?:time )?zone) (?:is )?not {_GIVEN})[)\]]?\.?$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS.split()[1:])})\b")
_BEFORE_DAY = re.compile(r"^(?:on\s+)?the\s+|^on\s+")


def compared(text: str) -> str:
    """Return a field as it is compared: its letters and figures, whatever signs stand between.

    >>> compared("№ 3305") == compared("No. 3305"), compared("13. 7. 50") == compared("13.7.50")
    (True, True)
    """
    capital = plain(text).upper().translate(TO_LATIN)
    return " ".join(_RUN.findall(_NUMBER_SIGN.sub("NO ", capital))) or bare(text)


def says_nothing(wrote: str, name: str) -> bool:
    """Say whether an answer means that the page does not have a field of that name.

    >>> [says_nothing(text, "classification") for text in ("none", "no classification", "No. 1")]
    [True, True, False]
    >>> [says_nothing(text, "office") for text in ("not given", "not missing", "given", "?")]
    [True, False, False, False]
    >>> [says_nothing(text, "office") for text in ("left blank", '""', "0", "keine", "10", "")]
    [True, True, True, True, False, False]
    """
    if len(wrote) > LONGEST_READ:
        return False
    whole = folded(wrote)
    text = whole.strip(" .,;:!?\"'()[]_")
    empty = bool(whole) and not whole.strip("\"'()[]_ ")
    if empty or {text, whole} & _SIGNS_OF_NOTHING:
        return True
    found = _SPOKEN.findall(text)
    heard, own = set(found), {*folded(name).split(), *(f"{word}s" for word in folded(name).split())}
    if not found or len(found) > MOST_WORDS or not heard <= _NOT | _LACKS | _FILLERS | own:
        return False
    if any(word in _DENYING and after == NONE for word, after in pairwise(found)):
        return False
    denied, lacks = heard & _NOT, heard & (_LACKS - {NONE})
    if denied and lacks:
        return False
    return bool(heard & _LACKS or found in (["no"], ["нет"]) or (denied and heard - _NOT))


def denies(wrote: str) -> bool:
    """Say whether an answer begins by denying something, and not with a number.

    >>> denies("no such thing up there"), denies("No. 3305"), denies("Urgent")
    (True, False, False)
    """
    first, _, rest = folded(wrote).lstrip(" (['\"").partition(" ")
    return first.strip(" .,;:") in _NOT | _LACKS and not rest[:1].isdigit()


def is_unknown(wrote: str) -> bool:
    """Say whether an answer means that its writer does not know the field.

    >>> [is_unknown(text) for text in ("I don't know", "Unknown.", "not sure", "not given")]
    [True, True, True, False]
    """
    return len(wrote) <= LONGEST_READ and _UNKNOWN.fullmatch(bare(wrote)) is not None


@dataclass(frozen=True)
class Wanted:
    """A field that is asked for: its name, what the page has, other answers that are right.

    `dates` is what the page has as its date, if it has one.
    """

    name: str
    item: FormField
    accept: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()

    def has(self, wrote: str) -> bool:
        """Say whether a text is what the page has, in another form perhaps."""
        given = compared(wrote)
        if given in self._right:
            return True
        if len(wrote) > LONGEST_READ:
            return False
        if self._same_words(given) or self._same_day(wrote) or self._same_time(wrote):
            return True
        rest = self._said(wrote)
        return rest != wrote and self.has(rest)

    def _said(self, wrote: str) -> str:
        """Return a text without the true line of the page, or a verb, before it."""
        text = plain(wrote)
        line = _OF_LINE.match(text)
        if line:
            return text[line.end() :] if int(line[1]) == self.item.line else wrote
        behind = _LINE_BEHIND.search(text)
        if behind:
            return text[: behind.start()] if int(behind[1]) == self.item.line else wrote
        note = self.item.kind is FieldKind.TIME_LINE and _NO_CLOCK.search(text)
        if note:
            return text[: note.start()]
        if self._labels and self._labels.search(text):
            parts = [part.strip(" ,;") for part in self._labels.split(text)]
            joined = " ".join(parts).strip()
            right = self._same_words(compared(joined))
            return joined if right else " ".join(reversed(parts)).strip()
        saying = _SAYING.get(self.item.kind)
        verb = saying and re.match(rf"{saying}\s?:?\s+", text, re.IGNORECASE)
        return text[verb.end() :] if verb else wrote

    @cached_property
    def _labels(self) -> re.Pattern[str] | None:
        """The parts of the field's name as labels, if it has several: `kind: ..., number: ...`."""
        names = self.name.split(" and ")
        each = "|".join(map(re.escape, names))
        return re.compile(rf"(?<!\w)(?:{each})\s?[:=]", re.IGNORECASE) if names[1:] else None

    @cached_property
    def forms(self) -> frozenset[str]:
        """The value of the page with and without its own label."""
        label, colon, rest = bare(self.item.value or "").partition(":")
        short = {compared(rest)} if colon and rest.strip() and " " not in label else set()
        return frozenset({compared(self.item.value or "")} | short)

    @cached_property
    def _right(self) -> frozenset[str]:
        """All that is right, letter for letter."""
        return self.forms | frozenset(map(compared, self.accept))

    @cached_property
    def _cores(self) -> frozenset[tuple[str, ...]]:
        """All that is right, by the words that say something."""
        return frozenset(map(self._core, self._right))

    def _core(self, text: str) -> tuple[str, ...]:
        """Return the words of a compared text, without the field's own name and articles first.

        The sign for a number is left out before its figures.
        """
        found = text.split()
        name = compared(self.name).split()
        if found[: len(name)] == name:
            found = found[len(name) :] or found
        while len(found) > 1 and found[0] in _ARTICLES:
            found = found[1:]
        if self.item.kind is FieldKind.COPIES:
            found = [_IN_FIGURES.get(word, word) for word in found if word not in _OF_COPIES]
        pairs = zip(found, [*found[1:], ""], strict=False)
        return tuple(word for word, after in pairs if not (word == _SIGN and after[:1].isdigit()))

    def false_line(self, wrote: str) -> bool:
        """Say whether a text is right but for the line of the page that is named beside it."""
        text = plain(wrote)
        before, behind = _OF_LINE.match(text), _LINE_BEHIND.search(text)
        rest = text[before.end() :] if before else text[: behind.start()] if behind else ""
        return bool(rest) and not self.has(wrote) and self.has(rest)

    def _same_words(self, given: str) -> bool:
        """Say whether a text has the words of the page, or some of them where fewer are right."""
        core = self._core(given)
        if core in self._cores:
            return True
        shorter = any(_within(each, core) for each in self._cores if each)
        return shorter and any(_within(core, each) for each in self._cores)

    def _same_day(self, wrote: str) -> bool:
        """Say whether a date is the one of the page, however it is written."""
        return self.item.kind is FieldKind.DATE and self.weekday_beside(wrote) is True

    def weekday_beside(self, wrote: str) -> bool | None:
        """Say whether the right day falls on the day of the week beside it; None for other days.

        Without one beside it nothing is false.
        """
        if self.item.kind is not FieldKind.DATE:
            return None
        text, named = weekdays_taken_out(folded(wrote))
        text = _ORDINAL.sub(lambda each: str(SMALL[each[0]]), text)
        right = days(_BEFORE_DAY.sub("", text)) & self._days
        return all(falls_on(day, each) for day in right for each in named) if right else None

    @cached_property
    def _days(self) -> frozenset[Day]:
        """The days that are right."""
        return frozenset(day for text in self._texts for day in days(folded(text)))

    def _same_time(self, wrote: str) -> bool:
        """Say whether a time of day is the one of the page, with the same words beside it."""
        if self.item.kind is not FieldKind.TIME_LINE or not self._times:
            return False
        return _timed(self._unnamed(wrote)) in self._times or self.date_beside(wrote) is True

    def date_beside(self, wrote: str) -> bool | None:
        """Say whether a date beside the right time is the one of the page; None if none stands so.

        A page without a date leaves it open.
        """
        if self.item.kind is not FieldKind.TIME_LINE or not self.dates:
            return None
        text = in_figures(folded(self._unnamed(wrote)))
        dates = dates_in(text)
        if not dates or _timed(without_dates(text)) not in self._times:
            return None
        return are_true(dates, [day for each in self.dates for day in days(folded(each))])

    def _unnamed(self, wrote: str) -> str:
        """Return a text without the field's name and a colon before it."""
        name, colon, rest = wrote.partition(":")
        return rest if colon and folded(name) in (folded(self.name), "time") else wrote

    @cached_property
    def _times(self) -> frozenset[object]:
        """The times that are right, with the words beside them."""
        return frozenset(filter(None, map(_timed, self._texts)))

    @cached_property
    def _texts(self) -> Sequence[str]:
        """The value of the page, and the other answers that are right."""
        return (self.item.value or "", *self.accept)


def _within(some: Sequence[str], every: Iterable[str]) -> bool:
    """Say whether words stand in others in the same order."""
    rest: Iterator[str] = iter(every)
    return all(word in rest for word in some)


def _timed(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the time of day of a text and the words beside it; nothing where it is not one.

    >>> _timed("Sent 3.15 am") == _timed("sent 03:15"), _timed("Came in 03:15") == _timed("03:15")
    (True, False)
    """
    if not 1 <= sum(map(str.isdigit, text)) <= MOST_FIGURES:
        return None
    found = read_clock(text)
    if len(found.readings) != 1:
        return None
    beside = (word for word in _LETTERS.findall(folded(text)) if word not in _OF_CLOCKS)
    return found.readings[0], tuple(beside)

"""One line of a header: the fields that stand in it, and what is left when they are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cablesim.authoring.document_reading.copylists import THIS_COPY
from cablesim.authoring.document_reading.found import Doubt, Proposed, Time
from cablesim.authoring.document_reading.moments import Spot, clock_in, dates_in, times_in
from cablesim.authoring.document_reading.names import is_capitals, is_short
from cablesim.authoring.document_reading.phrases import (
    CLERK,
    EVENTS,
    FROM,
    FUSED,
    HEADING,
    ISSUING,
    KIND_ALONE,
    OFFICE,
    OWN,
    PIECES,
    PLACE_TO,
    SPECIAL,
    TO_LINE,
    TO_PLACE,
    TO_WHOM,
)
from cablesim.documents.form import FieldKind

TAKEN = "\0"
_ASIDE = re.compile(r"(?<![^\W\d_])\[[^\]]*\]")


def _covered(found: re.Match[str]) -> str:
    """Return as many signs as a bracket has, that no field is looked for in it."""
    return TAKEN * len(found[0])


@dataclass(slots=True)
class Peeled:
    """A header line: its fields and times, doubts about them, and the words that are left."""

    number: int
    text: str
    fields: list[Proposed]
    times: list[Time]
    doubts: list[Doubt]
    left: str

    def take(self, kind: FieldKind, start: int, end: int, note: str = "") -> None:
        """Take a field out of the line."""
        value = self.text[start:end].strip(" ,;")
        if value:
            self.fields.append(Proposed(kind, value, self.number, note))
        self.left = self.left[:start] + TAKEN * (end - start) + self.left[end:]

    @property
    def words(self) -> str:
        """What is left, closed up."""
        return re.sub(rf"[{TAKEN}\s]+", " ", self.left).strip(" .,;:")


def fused_in(text: str) -> tuple[str, str] | None:
    """Return the two fields that a line glues together, letter for letter, or None."""
    for form in FUSED:
        found = form.match(text)
        if found:
            return found["a"], found["b"]
    return None


def peel(number: int, text: str, *, glued: bool) -> Peeled:
    """Take every known field out of a header line; `glued` parts fused fields first."""
    peeled = Peeled(number, text, [], [], [], _ASIDE.sub(_covered, text))
    _numbers(peeled)
    parted = fused_in(text) if glued else None
    apart = len(parted[0]) if parted else 0
    _events(peeled, apart)
    if (found := PLACE_TO.match(peeled.left)) and is_capitals(found["place"]):
        peeled.take(FieldKind.PLACE, *found.span("place"))
        peeled.take(FieldKind.TO, *found.span("to"))
        peeled.left = ""
    if found := THIS_COPY.search(peeled.left):
        peeled.take(FieldKind.COPIES, *found.span(), "the number of this sheet")
    _pieces(peeled, apart)
    for kind, form, group in (
        (FieldKind.TO, TO_WHOM, "v"),
        (FieldKind.PLACE, TO_PLACE, "v"),
        (FieldKind.PLACE, FROM, "v"),
    ):
        if found := form.search(peeled.left):
            peeled.take(kind, *found.span(group))
            peeled.left = peeled.left[: found.start()] + peeled.left[found.end(group) :]
    return peeled


def _pieces(peeled: Peeled, apart: int) -> None:
    """Take out what is known by its words, and a date beside a time that has none."""
    for kind, form in PIECES:
        for start in dict.fromkeys((0, apart)):
            if found := form.search(peeled.left[start:]):
                peeled.take(kind, start + found.start(), start + found.end())
                break
    if peeled.times and all(item.kind is not FieldKind.DATE for item in peeled.fields):
        for date in dates_in(peeled.left)[:1]:
            peeled.take(FieldKind.DATE, date.start, date.end)


def _numbers(peeled: Peeled) -> None:
    """Take out kind and numbers."""
    for form, note in (
        (SPECIAL, "a special number"),
        (ISSUING, "an office's number"),
        (HEADING, ""),
        (KIND_ALONE, ""),
        (OWN, "a number by itself"),
    ):
        found = form.search(peeled.left.strip() if form in {KIND_ALONE, OWN} else peeled.left)
        if found:
            shift = len(peeled.left) - len(peeled.left.lstrip()) if form in {KIND_ALONE, OWN} else 0
            end = found.end("n") if "n" in form.groupindex else found.end()
            peeled.take(FieldKind.NUMBER, found.start() + shift, end + shift, note)
            if re.search(r"/\s?I{1,3}$", found[0]):
                said = f"'{found[0]}' may end in a Cyrillic Ш read as a Roman III"
                peeled.doubts.append(Doubt(peeled.number, said))


def _events(peeled: Peeled, parted: int) -> None:
    """Take out the times that a word names; a date or hour without a word is taken too."""
    found = [
        (start, start + len(match), event)
        for event, form in EVENTS
        for start, match in _each(form, peeled.text, parted)
        if _begins(peeled.text, start, parted)
    ]
    found.sort(key=lambda item: (item[0], -item[1]))
    starts = [start for start, _, _ in found]
    for place, (start, end, event) in enumerate(found):
        if place and start < found[place - 1][1]:
            continue
        until = min((other for other in starts if other >= end), default=len(peeled.text))
        _time(peeled, event, start, end, until)
    if not found:
        _bare(peeled)


def _each(form: re.Pattern[str], text: str, parted: int) -> Iterator[tuple[int, str]]:
    """Yield where a form stands; what is glued together is looked at apart."""
    for offset, part in ((0, text[:parted]), (parted, text[parted:])):
        yield from ((offset + match.start(), match[0]) for match in form.finditer(part))


def _begins(text: str, at: int, parted: int) -> bool:
    """Tell whether a word begins a field: nothing but capitals, figures and `from` before it."""
    before = text[:at]
    words = re.sub(r"\b(?:from|No|Copy|из)\b", " ", before, flags=re.IGNORECASE)
    return at == parted or not re.search(
        r"[a-zа-яё]{2,}", re.sub(r"\b[A-ZА-ЯЁ][a-zа-яё]+", "", words)
    )


def _time(peeled: Peeled, event: str, start: int, end: int, until: int) -> None:
    """Take out one time line: from its word to its last hour, date or clock."""
    part = peeled.text[start:until]
    times = times_in(part, after_word=end - start)
    dates = dates_in(part)
    if not times:
        return
    word, clock = clock_in(part)
    last = max([times[0].end, *(date.end for date in dates)])
    if clock and part.find(clock) < last + len(clock) + 2:
        last = max(last, part.find(clock) + len(clock))
    printed = part[:last].strip()
    by = re.search(r"\bby\b\s*|^\w+\s+(?=[А-ЯЁ][а-яё]+)", part)
    who = CLERK.match(part[by.end() :]) if by else None
    clerk = who["v"] if who and event in {"deciphered", "enciphered", "typed"} else ""
    date = dates[0] if dates else Spot(0, 0, "")
    peeled.times.append(
        Time(event, printed, peeled.number, times[0].value, date.value, word, clerk)
    )
    for doubt in (times[0].doubt, date.doubt):
        if doubt:
            peeled.doubts.append(Doubt(peeled.number, f"'{printed}': {doubt}"))
    if re.match(r"лоступ", printed, re.IGNORECASE):
        said = f"'{printed.split()[0]}' is read as Поступила; its first letter differs"
        peeled.doubts.append(Doubt(peeled.number, said))
    _take_time(peeled, start, last, dates, clock, clerk)


def _take_time(
    peeled: Peeled, start: int, last: int, dates: tuple[Spot, ...], clock: str, clerk: str
) -> None:
    """Take a time line out, and the date, clock and clerk that stand in it."""
    number, text = peeled.number, peeled.text
    for date in dates[:1]:
        value = text[start + date.start : start + date.end]
        peeled.fields.append(Proposed(FieldKind.DATE, value, number, "in the time line"))
    if clock:
        peeled.fields.append(Proposed(FieldKind.CLOCK, clock, number))
    if clerk:
        peeled.fields.append(Proposed(FieldKind.CLERKS, clerk, number))
    peeled.take(FieldKind.TIME_LINE, start, start + last)


def _bare(peeled: Peeled) -> None:
    """Take out an hour or a date that stands without a word for what happened."""
    left = peeled.left
    times, dates = times_in(left), dates_in(left)
    spots = sorted((*times[:1], *dates[:1]), key=lambda spot: spot.start)
    if not spots or re.sub(r"[\W\d_]|г(?:ода)?\b", "", _without(left, spots)).strip(TAKEN):
        return
    if times:
        start, end = spots[0].start, spots[-1].end
        date = dates[0].value if dates else ""
        printed = peeled.text[start:end]
        peeled.times.append(Time("not named", printed, peeled.number, times[0].value, date))
        said = f"'{printed}' has no word for what happened then"
        peeled.doubts.append(Doubt(peeled.number, said))
        peeled.take(FieldKind.TIME_LINE, start, end, "no word says what happened then")
    else:
        if dates[0].doubt:
            peeled.doubts.append(Doubt(peeled.number, f"'{peeled.text.strip()}': {dates[0].doubt}"))
        peeled.take(FieldKind.DATE, dates[0].start, dates[0].end)


def _without(text: str, spots: list[Spot]) -> str:
    """Return a text without some of its spots."""
    for spot in reversed(spots):
        text = text[: spot.start] + text[spot.end :]
    return text


def rest_of(peeled: Peeled, *, has_place: bool) -> bool:
    """Say what the words left in a header line are; tell whether they can be a header's at all.

    An office by its words; a name or place in capitals, or each word with a capital and no full
    stop: the first is the place, the next the one it goes to.
    """
    words = peeled.words
    if not words:
        return True
    start = peeled.text.find(words)
    if start < 0:
        return False
    if line := TO_LINE.match(peeled.left.strip(f" {TAKEN}")):
        at = peeled.text.find(line["v"])
        peeled.take(FieldKind.TO, at, at + len(line["v"]))
        return True
    ends = peeled.text.strip().endswith((".", "?", "!")) and not is_capitals(words)
    if OFFICE.search(words) and not ends:
        peeled.take(FieldKind.OFFICE, start, start + len(words))
        return True
    titled = all(word[:1].isupper() or not word[:1].isalpha() for word in words.split())
    if not is_short(words) or not (is_capitals(words) or (titled and not ends)):
        return False
    kind = FieldKind.TO if has_place else FieldKind.PLACE
    peeled.take(kind, start, start + len(words))
    return True

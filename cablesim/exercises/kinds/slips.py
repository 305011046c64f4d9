"""What a student writes who goes wrong with a book and a pad: whole rows by named mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from cablesim.exercises import figures
from cablesim.exercises.rows import SlipRow
from cablesim.exercises.texts import BookText
from cablesim.scenario.exercise import BookTask

SINGLE_WORDS = "single-words"


class Page(NamedTuple):
    """A pad page as a row of figures; `indicator` is its first group where it is sent in clear."""

    row: str
    indicator: str

    def additive(self, length: int, late: int = 0) -> str:
        """Return so many figures of additive, begun `late` figures behind their place."""
        start = len(self.indicator) + late
        return self.row[start : start + length]


class Drawn(Protocol):
    """What was drawn for a task: the text, the pad pages and the one that is used."""

    @property
    def task(self) -> BookTask:
        """What is to be done."""

    @property
    def text(self) -> BookText:
        """The text."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pad pages."""

    @property
    def page(self) -> int:
        """Which of them is used, from 0."""

    @property
    def row(self) -> str:
        """The right row, indicator and all."""

    @property
    def as_numbers(self) -> str:
        """The row of who carries tens, or borrows them."""


def slips_of(drawn: Drawn) -> Iterator[SlipRow]:
    """Yield the rows that the mistakes of a task give, the usual way to make each one first.

    Rows may be alike where the text makes them so.
    """
    task, text, pages, page = drawn.task, drawn.text, drawn.pages, drawn.page
    if task.encodes:
        yield from _encoding(drawn)
    elif task.adds:
        yield from _taking_off(drawn)
    if task.adds:
        yield from _more_with_pad(task, text, pages, page)
    if task.codes and task.encodes:
        for row in (text.shortest_entries, text.single_unfilled):
            sent = _sent(row, pages[page]) if task.adds else row
            yield SlipRow(SINGLE_WORDS, sent, alone=False)


def _encoding(drawn: Drawn) -> Iterator[SlipRow]:
    """Yield the rows of encoding by mistake: code groups, and the pad where it is added."""
    task, text = drawn.task, drawn.text
    if not task.adds:
        yield from _looked_up(text)
    else:
        yield from _adding(drawn)
        if task.codes:
            for name, row, alone in _looked_up(text):
                yield SlipRow(name, _sent(row, drawn.pages[drawn.page]), alone)
    yield SlipRow("swapped", figures.neighbours_swapped(drawn.row, text.size))


def _sent(row: str, page: Page) -> str:
    """Return a row of code groups as it goes on the line."""
    return page.indicator + figures.plus(row, page.additive(len(row)))


def _looked_up(text: BookText) -> Iterator[SlipRow]:
    """Yield the rows of looking up the wrong entry.

    Single words make more groups than there should be, so one group of them says nothing.
    """
    yield SlipRow(SINGLE_WORDS, text.single_words, alone=False)
    yield SlipRow("wrong-row", text.wrong_row)
    yield SlipRow("other-entry", text.other_entry)


def _adding(drawn: Drawn) -> Iterator[SlipRow]:
    """Yield the rows of adding a pad by mistake."""
    task, pages, page = drawn.task, drawn.pages, drawn.page
    row, size, this = drawn.text.row, drawn.text.size, pages[page]
    head, length = this.indicator, len(row)
    pad, once = this.additive(length), drawn.row[len(head) :]
    yield SlipRow("carried", drawn.as_numbers)
    yield SlipRow("subtracted", head + figures.minus(row, pad))
    yield SlipRow("added-twice", head + figures.plus(once, pad))
    yield SlipRow("not-added", head + row)
    yield SlipRow("shifted", head + figures.plus(row, this.additive(length, size)))
    if task.indicator:
        yield SlipRow("forgot-indicator", once)
        yield SlipRow("added-indicator", head + figures.plus(row, this.row[:length]))
    if len(pages) > 1:
        yield SlipRow("wrong-page", _sent(row, pages[(page + 1) % len(pages)]))


def _taking_off(drawn: Drawn) -> Iterator[SlipRow]:
    """Yield the rows of taking a pad off by mistake."""
    task, pages, page = drawn.task, drawn.pages, drawn.page
    row, size, this = drawn.text.row, drawn.text.size, pages[page]
    length = len(row)
    pad = this.additive(length)
    cipher = figures.plus(row, pad)
    yield SlipRow("added", figures.plus(cipher, pad))
    yield SlipRow("borrowed", drawn.as_numbers)
    yield SlipRow("not-taken-off", cipher)
    yield SlipRow("shifted", figures.minus(cipher, this.additive(length, size)))
    if task.indicator:
        yield SlipRow("added-indicator", figures.minus(cipher, this.row[:length]))
    if len(pages) > 1:
        other = pages[(page + 1) % len(pages)]
        yield SlipRow("wrong-page", figures.minus(cipher, other.additive(length)))
    if not task.codes:
        yield SlipRow("swapped", figures.neighbours_swapped(row, size))


def as_numbers(task: BookTask, text: BookText, pages: tuple[Page, ...], page: int) -> str:
    """Return the row of who carries tens, or borrows them."""
    this, size = pages[page], text.size
    pad = this.additive(len(text.row))
    if task.encodes:
        return this.indicator + figures.carried(text.row, pad, size)
    return figures.borrowed(figures.plus(text.row, pad), pad, size)


def _more_with_pad(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int
) -> Iterator[SlipRow]:
    """Yield the rows of a pad laid otherwise beside its place, of any other page, of long sums."""
    this = pages[page]
    length = len(text.row)
    pad = this.additive(length)
    work, head, row = figures.minus, "", figures.plus(text.row, pad)
    if task.encodes:
        work, head, row = figures.plus, this.indicator, text.row
    for moved in _moved(row, this, text.size, work):
        yield SlipRow("shifted", head + moved, alone=False)
    whole = figures.carried if task.encodes else figures.borrowed
    yield SlipRow("carried" if task.encodes else "borrowed", head + whole(row, pad, length))
    for other in (*pages[page + 1 :], *pages[:page]):
        worked = work(row, other.additive(length))
        for first in dict.fromkeys((other.indicator, this.indicator)) if head else ("",):
            yield SlipRow("wrong-page", first + worked)


def _moved(row: str, page: Page, size: int, work: Callable[[str, str], str]) -> Iterator[str]:
    """Yield a row under a pad that begins one group late, or one figure late or early.

    What stands before a pad that begins late is left as it was.
    """
    length = len(row)
    for late in dict.fromkeys((size, 1)):
        if late < length:
            yield row[:late] + work(row[late:], page.additive(length - late))
    yield work(row, page.additive(length, 1))


def names_of(task: BookTask) -> tuple[str, ...]:
    """Return the named mistakes of a task, whatever is drawn."""
    found: list[str] = []
    if task.adds and task.encodes:
        found += ["carried", "subtracted", "added-twice", "not-added", "shifted"]
    elif task.adds:
        found += ["added", "borrowed", "not-taken-off", "shifted"]
    if task.adds and task.indicator:
        found += ["forgot-indicator"] * task.encodes + ["added-indicator"]
    if task.adds and task.pages > 1:
        found.append("wrong-page")
    if task.codes:
        found += [SINGLE_WORDS] * task.encodes + ["wrong-row", "other-entry"]
    if task.codes and task.adds and not task.encodes:
        found.append("not-looked-up")
    if task.encodes or not task.codes:
        found.append("swapped")
    return tuple(found)

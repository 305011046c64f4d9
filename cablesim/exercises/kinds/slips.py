"""What a student writes who goes wrong with a book and a pad: whole rows by named mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

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


def encoding_slips(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int, right: str
) -> tuple[SlipRow, ...]:
    """Return the rows of encoding by mistake: code groups, and the pad where it is added.

    `right` is the right row, indicator and all.
    """
    if not task.adds:
        found = list(_looked_up(text))
    else:
        this = pages[page]
        found = list(_adding(task, text, pages, page, right[len(this.indicator) :]))
        if task.codes:
            found += [SlipRow(n, _sent(row, this), a) for n, row, a in _looked_up(text)]
    return (*found, SlipRow("swapped", figures.neighbours_swapped(right, text.size)))


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


def _adding(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int, once: str
) -> Iterator[SlipRow]:
    """Yield the rows of adding a pad by mistake; `once` is the row with the pad added."""
    row, size, this = text.row, text.size, pages[page]
    head, length = this.indicator, len(text.row)
    pad = this.additive(length)
    yield SlipRow("carried", head + figures.carried(row, pad, size))
    yield SlipRow("subtracted", head + figures.minus(row, pad))
    yield SlipRow("added-twice", head + figures.plus(once, pad))
    yield SlipRow("not-added", head + row)
    yield SlipRow("shifted", head + figures.plus(row, this.additive(length, size)))
    if task.indicator:
        yield SlipRow("forgot-indicator", once)
        yield SlipRow("added-indicator", head + figures.plus(row, this.row[:length]))
    if len(pages) > 1:
        yield SlipRow("wrong-page", _sent(row, pages[(page + 1) % len(pages)]))


def decoding_slips(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int, right: str
) -> tuple[SlipRow, ...]:
    """Return the rows of code groups that taking a pad off by mistake gives."""
    del right
    return tuple(_taking_off(task, text, pages, page)) if task.adds else ()


def _taking_off(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int
) -> Iterator[SlipRow]:
    """Yield the rows of taking a pad off by mistake."""
    row, size, this = text.row, text.size, pages[page]
    length = len(row)
    pad = this.additive(length)
    cipher = figures.plus(row, pad)
    yield SlipRow("added", figures.plus(cipher, pad))
    yield SlipRow("borrowed", figures.borrowed(cipher, pad, size))
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


def further_slips(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int
) -> tuple[SlipRow, ...]:
    """Return more rows of the same mistakes, each made in another way than the usual one."""
    found: list[SlipRow] = []
    if task.adds:
        found += _more_with_pad(task, text, pages, page)
    if task.codes and task.encodes:
        rows = (text.shortest_entries, text.single_unfilled)
        found += [
            SlipRow(SINGLE_WORDS, _sent(row, pages[page]) if task.adds else row, alone=False)
            for row in rows
        ]
    return tuple(found)


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

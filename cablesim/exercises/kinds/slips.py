"""What a student writes who goes wrong with a book and a pad: whole rows by named mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from cablesim.exercises import figures
from cablesim.exercises.judging.along import OFF, turned
from cablesim.exercises.judging.rows import APART, COPIED_PAD, EXCHANGED, FORGOT, SlipRow
from cablesim.exercises.texts import BookText
from cablesim.scenario.exercise import BookTask
from cablesim.text.groups import cut

SINGLE_WORDS, SHORTER_ENTRY = "single-words", "shorter-entry"
TURNED_ROUND, SHIFTED, OTHER_PAD = "turned-round", "shifted", "other-pad"
ADDED_INDICATOR, WORKED_INDICATOR = "added-indicator", "worked-indicator"


class Page(NamedTuple):
    """A pad page as a row of figures; `indicator` is its first group where it is sent in clear."""

    row: str
    indicator: str

    def additive(self, length: int, late: int = 0) -> str:
        """Return so many figures of additive, begun `late` figures behind their place."""
        start = len(self.indicator) + late
        return self.row[start : start + length]


@dataclass(slots=True)
class Laid:
    """A text over its pad as it was drawn: the task, the pages, the one in use, the right row.

    The rows of mistakes are reckoned from this and not from the variant: a variant that were held
    by its own mistakes would have to wait for the collector of cycles.
    """

    task: BookTask
    text: BookText
    pages: tuple[Page, ...]
    page: int
    row: str
    _handed_on: int = field(default=-1, init=False, compare=False, repr=False)
    _as_numbers: str = field(default="", init=False, compare=False, repr=False)
    _pad: str = field(default="", init=False, compare=False, repr=False)
    _cipher: str = field(default="", init=False, compare=False, repr=False)

    @property
    def pad(self) -> str:
        """The figures of the page that belong to the text."""
        if not self._pad:
            self._pad = self.pages[self.page].additive(len(self.text.row))
        return self._pad

    @property
    def cipher(self) -> str:
        """The text with the pad added, without the indicator."""
        if not self._cipher:
            self._cipher = figures.plus(self.text.row, self.pad)
        return self._cipher

    @property
    def handed_on(self) -> int:
        """How many groups come out otherwise for who carries tens, or borrows them."""
        if self._handed_on < 0:
            self._handed_on = figures.handed_on(self.text.row, self.pad, self.text.size)
        return self._handed_on

    @property
    def as_numbers(self) -> str:
        """The row of who carries tens, or borrows them; it is reckoned once."""
        if not self._as_numbers:
            this, text = self.pages[self.page], self.text
            if self.task.encodes:
                self._as_numbers = this.indicator + figures.carried(text.row, self.pad, text.size)
            else:
                self._as_numbers = figures.borrowed(self.cipher, self.pad, text.size)
        return self._as_numbers


def slips_of(laid: Laid) -> Iterator[SlipRow]:
    """Return the rows that the mistakes of a task give, the usual way to make each one first.

    Rows may be alike where the text makes them so. Each is reckoned when it is asked for.
    """
    return chain.from_iterable(_kinds(laid))


def _kinds(laid: Laid) -> Iterator[Iterator[SlipRow]]:
    """Yield the rows kind by kind: of the pad, of the book, of the pen, and of rarer ways."""
    task, text = laid.task, laid.text
    if task.adds:
        yield _adding(laid) if task.encodes else _taking_off(laid)
    if task.encodes:
        if task.codes or not task.adds:
            yield _on_the_line(laid, _looked_up(text))
        yield iter((("swapped", figures.neighbours_swapped(laid.row, text.size), True),))
    if task.adds:
        yield _more_with_pad(laid)
    if task.codes and task.encodes:
        yield _on_the_line(laid, _singly(text))


def _on_the_line(laid: Laid, rows: Iterator[SlipRow]) -> Iterator[SlipRow]:
    """Yield rows of code groups as they go on the line: with the pad, where it is added."""
    if not laid.task.adds:
        yield from rows
        return
    page = laid.pages[laid.page]
    for name, row, alone in rows:
        yield name, _sent(row, page), alone


def _singly(text: BookText) -> Iterator[SlipRow]:
    """Yield the rows of rarer ways to look up word by word."""
    yield SINGLE_WORDS, text.shortest_entries, False
    yield SINGLE_WORDS, text.single_unfilled, False


def _sent(row: str, page: Page) -> str:
    """Return a row of code groups as it goes on the line."""
    return page.indicator + figures.plus(row, page.additive(len(row)))


def _looked_up(text: BookText) -> Iterator[SlipRow]:
    """Yield the rows of looking up the wrong entry.

    Single words make more groups than there should be, so one group of them says nothing.
    """
    yield SINGLE_WORDS, text.single_words, False
    yield SHORTER_ENTRY if text.below_is_shorter else "wrong-row", text.wrong_row, True
    yield "other-entry", text.other_entry, True


def _adding(laid: Laid) -> Iterator[SlipRow]:
    """Yield the rows of adding a pad by mistake."""
    task, pages, page = laid.task, laid.pages, laid.page
    row, size, this = laid.text.row, laid.text.size, pages[page]
    head, length = this.indicator, len(row)
    pad, once = laid.pad, laid.row[len(head) :]
    yield "carried", laid.as_numbers, True
    yield "subtracted", head + figures.minus(row, pad), True
    yield "added-twice", head + figures.plus(once, pad), True
    yield "not-added", head + row, True
    yield SHIFTED, head + figures.plus(row, this.additive(length, size)), True
    if task.indicator:
        yield FORGOT, once, False
        yield ADDED_INDICATOR, head + figures.plus(row, this.row[:length]), True
    if len(pages) > 1:
        yield "wrong-page", _sent(row, pages[(page + 1) % len(pages)]), True


def _taking_off(laid: Laid) -> Iterator[SlipRow]:
    """Yield the rows of taking a pad off by mistake."""
    task, pages, page = laid.task, laid.pages, laid.page
    row, size, this = laid.text.row, laid.text.size, pages[page]
    length = len(row)
    pad, cipher = laid.pad, laid.cipher
    yield "added", figures.plus(cipher, pad), True
    yield "borrowed", laid.as_numbers, True
    yield "not-taken-off", cipher, True
    yield SHIFTED, figures.minus(cipher, this.additive(length, size)), True
    if task.indicator:
        yield ADDED_INDICATOR, figures.minus(cipher, this.row[:length]), True
    if len(pages) > 1:
        other = pages[(page + 1) % len(pages)]
        yield "wrong-page", figures.minus(cipher, other.additive(length)), True
    if not task.codes:
        yield "swapped", figures.neighbours_swapped(row, size), True


def _more_with_pad(laid: Laid) -> Iterator[SlipRow]:
    """Yield the rows of a pad laid otherwise beside its place, of any other page, of long sums."""
    task, text, pages, page = laid.task, laid.text, laid.pages, laid.page
    this, pad, length = pages[page], laid.pad, len(text.row)
    others = (*pages[page + 1 :], *pages[:page])
    if task.encodes:
        work, head, row = figures.plus, this.indicator, text.row
    else:
        # The next page alone is the usual way, and stands there already.
        work, head, row, others = figures.minus, "", laid.cipher, others[1:]
    for moved in _moved(row, this, text.size, work):
        yield SHIFTED, head + moved, False
    whole = figures.carried if task.encodes else figures.borrowed
    yield "carried" if task.encodes else "borrowed", head + whole(row, pad, length), True
    for other in others:
        worked = work(row, other.additive(length))
        for first in dict.fromkeys((other.indicator, this.indicator)) if head else ("",):
            yield "wrong-page", first + worked, True


def rarer_of(laid: Laid) -> Iterator[SlipRow]:
    """Return the rows of mistakes that no draw is held against, as far as groups are written."""
    task, text = laid.task, laid.text
    if task.adds:
        pad = laid.pad
        if not task.encodes:
            yield TURNED_ROUND, figures.minus(pad, laid.cipher), False
            yield APART, figures.apart(laid.cipher, pad), False
            yield from _with_indicator(laid)
        head = laid.pages[laid.page].indicator if task.encodes else ""
        if task.encodes:
            less = figures.borrowed(text.row, pad, text.size)
            yield "subtracted", head + less, False
        yield COPIED_PAD, head + pad, False


def _with_indicator(laid: Laid) -> Iterator[SlipRow]:
    """Yield the rows that are a group too long because the indicator was deciphered too."""
    this = laid.pages[laid.page]
    if this.indicator:
        came = this.indicator + laid.cipher
        yield WORKED_INDICATOR, figures.minus(came, this.row[: len(came)]), False
        yield WORKED_INDICATOR, figures.minus(came, this.additive(len(came))), False


def exchanged_of(laid: Laid) -> Iterator[SlipRow]:
    """Yield the row with two neighbouring groups in each other's place, if two are unlike.

    Who judges knows any two groups; this is the usual way to make the mistake.
    """
    task, size = laid.task, laid.text.size
    entry_of = laid.text.shelf.book.entry_of
    groups = cut(laid.row, size)
    for place in range(bool(task.adds and task.encodes and task.indicator), len(groups) - 1):
        one, other = groups[place : place + 2]
        entry = entry_of(one) if task.codes and not task.adds else None
        if one != other and not (entry and entry is entry_of(other)):
            row = "".join([*groups[:place], other, one, *groups[place + 2 :]])
            yield EXCHANGED, row, False
            return


def turned_of(laid: Laid, given: int) -> Iterator[SlipRow]:
    """Yield the row turned by one figure, either way, behind so many figures that are given."""
    head, row, size = laid.row[:given], laid.row[given:], laid.text.size
    for other in (row[1:] + row[:1], row[-1:] + row[:-1]):
        if turned(cut(other, size), cut(row, size)):
            yield OFF, head + other, False


def both_of(laid: Laid, written: str) -> tuple[SlipRow, SlipRow] | None:
    """Return the two mistakes that give a row at once: another page, and tens carried; or none.

    The first is the row of the other page alone.
    """
    task, text, this = laid.task, laid.text, laid.pages[laid.page]
    size, length = text.size, len(text.row)
    row = text.row if task.encodes else laid.cipher
    plainly, as_number = figures.plus, figures.carried
    if not task.encodes:
        plainly, as_number = figures.minus, figures.borrowed
    head = written[: len(this.indicator)] if task.encodes else ""
    body = written[len(head) :]
    for other in (*laid.pages[laid.page + 1 :], *laid.pages[: laid.page]):
        pad = other.additive(length)
        alone = plainly(row, pad)
        # Tens that are carried never change the last figure of a group.
        if head in (other.indicator, this.indicator, "") and (
            alone[size - 1 :: size] == body[size - 1 :: size] and as_number(row, pad, size) == body
        ):
            name = "carried" if task.encodes else "borrowed"
            return ("wrong-page", head + alone, True), (name, written, True)
    return None


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
        found += ["carried", "subtracted", "added-twice", "not-added", SHIFTED]
    elif task.adds:
        found += ["added", "borrowed", "not-taken-off", SHIFTED]
    if task.adds and task.indicator:
        found += [FORGOT if task.encodes else WORKED_INDICATOR, ADDED_INDICATOR]
    if task.adds and task.pages > 1:
        found.append("wrong-page")
    if task.codes:
        found += [SINGLE_WORDS, SHORTER_ENTRY] * task.encodes + ["wrong-row", "other-entry"]
    if task.codes and task.adds and not task.encodes:
        found.append("not-looked-up")
    if task.adds and not task.encodes:
        found += [TURNED_ROUND, APART]
    found += [COPIED_PAD, OTHER_PAD] * task.adds + ["swapped", EXCHANGED, OFF]
    return tuple(found)

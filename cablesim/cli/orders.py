"""The words that may be typed at an exercise, wherever it is met: one table, one help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cablesim.lessons.lookup import HELP as LOOKING


class Order(StrEnum):
    """What can be asked for beside an answer; the value is the word that is printed."""

    HINT = "hint"
    SHOW = "show"
    SKIP = "skip"
    FRESH = "fresh"
    AGAIN = "again"
    SHEET = "sheet"
    PAGE = "page"
    NOTE = "note"
    DRAFT = "draft"
    CLEAR = "clear"
    HELP = "help"
    QUIT = "quit"


# Other words for the same, so that nobody has to learn which face says what.
ALSO = {
    "give up": Order.SHOW,
    "next": Order.FRESH,
    "n": Order.FRESH,
    "work": Order.SHEET,
    "working": Order.SHEET,
    "?": Order.HELP,
    "h": Order.HELP,
    "q": Order.QUIT,
}
# Behind these words stands what they are about.
_TAKING = frozenset({Order.SHEET, Order.PAGE, Order.NOTE, Order.DRAFT})
_MEANS = {
    Order.HINT: "opens a hint, the principle first; each costs a little, and the next opens "
    "after another answer",
    Order.SHOW: "(or give up) shows the answer and how it is found",
    Order.SKIP: "puts the exercise off; it comes back",
    Order.FRESH: "goes on with a fresh variant",
    Order.AGAIN: "says the question once more, with the hints that are open",
    Order.SHEET: "(or work) reads the sheet for figures, where there is one; sheet 2 reads its "
    "second group figure by figure, page 2 turns to another page of the pad",
    Order.NOTE: "and a text keeps what you worked out on the way; note alone reads it",
    Order.DRAFT: "and a text keeps an answer that is not finished",
    Order.CLEAR: "rubs out the answer that is begun",
    Order.QUIT: "(or q) leaves; your place is kept",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An order with what was typed behind it."""

    order: Order
    about: str = ""


def read(text: str) -> Asked | None:
    """Return the order that was typed, or None for any other text.

    >>> read("Give  up"), read("sheet 2"), read("give 4417"), read("hint please")
    (Asked(order=<Order.SHOW: 'show'>, about=''), Asked(order=<Order.SHEET: 'sheet'>, about='2'), \
None, None)
    """
    whole = " ".join(text.split())
    known = {**ALSO, **{order.value: order for order in Order}}
    if whole.casefold() in known:
        return Asked(known[whole.casefold()])
    word, _, about = whole.partition(" ")
    order = known.get(word.casefold())
    return Asked(order, about) if order in _TAKING else None


def help_lines() -> Iterator[str]:
    """Yield what may be typed, one word a line."""
    yield "Type your answer on one line, and Enter; it is read back to you before it is judged."
    yield from (f"{order}: {means}." for order, means in _MEANS.items())
    yield f"To look something up: {LOOKING}."

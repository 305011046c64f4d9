"""The words that may be typed at an exercise, wherever it is met: one table, one help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.sitting import Verdict


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
    BACK = "back"
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
    "b": Order.BACK,
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


def alone(text: str) -> Asked | None:
    """Return the order that a line is, with nothing behind it; lines of an answer are longer.

    >>> alone("hint"), alone("note the first line"), alone(".hint")
    (Asked(order=<Order.HINT: 'hint'>, about=''), None, None)
    """
    asked = read(text)
    return None if asked is None or asked.about else asked


def is_option(text: str, judge: Callable[[str], Verdict]) -> bool:
    """Tell whether b names an option, right or not: it is read where the word is not."""
    letter = text.strip().casefold() == "b"
    return letter and judge("b").readable and not judge(Order.BACK).readable


def as_text(line: str) -> str:
    """Return a line of an answer; an order behind a full stop is meant as a word of it.

    >>> as_text(".hint"), as_text("...and so on")
    ('hint', '...and so on')
    """
    word = line.removeprefix(".")
    return word if word != line and alone(word) else line


NO_BACK = "back is nothing here; quit leaves, .back is a word of the answer."
ONE_LINE = "Type your answer on one line, and Enter; it is read back to you before it is judged."
MANY_LINES = (
    "Type your answer on as many lines as you like; a full stop alone on a line hands it in.",
    "A word of these alone on its line is obeyed; with a full stop before it (.hint) it is text.",
)


def help_lines(*, long: bool = False) -> Iterator[str]:
    """Yield what may be typed, one word a line; a `long` answer has several lines."""
    yield from MANY_LINES if long else (ONE_LINE,)
    yield from (f"{order}: {means}." for order, means in _MEANS.items())
    yield f"To look something up: {LOOKING}."

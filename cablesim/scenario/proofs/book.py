"""The code book and the pad: no group stands for two things, no page is added twice."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.scenario.facts import BOOK, Facts, Row
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.locating import Path

ADDS = "add-no-carry"
TABLES = ("words", "syllables", "letters", "figures", "signs", "controls", "nulls")


def prove_book(facts: Facts) -> Iterator[Finding]:
    """Yield groups that stand for two things, and a pad that is added twice."""
    books = [book for cipher in facts.rows("cipher") for book in cipher.rows("book")]
    if BOOK in facts.sheets:
        books.append(Row(facts.sheets[BOOK], (), facts.sheets[BOOK].data))
    for book in books:
        yield from _groups(book)
    yield from _pads(facts)


def _pads(facts: Facts) -> Iterator[Finding]:
    """The pad is added once; only a lesson on depth shares a page."""
    for cipher in facts.rows("cipher"):
        adds = [step for step in cipher.rows("step") if step.text("does") == ADDS]
        for step in adds[1:]:
            message = "this step adds the pad a second time"
            yield step.finding("C105", ("does",), message, "leave the step out")
    for exercise in facts.rows("exercise"):
        shared = [row for row in exercise.rows("vary") if row.text("pad") == "shared"]
        if shared and exercise.text("kind") != "depth":
            message = "two texts share a pad page here, and this is no lesson on depth"
            mend = shared[0].rewritten("pad", '"fresh"')
            yield shared[0].finding("C105", ("pad",), message, 'write pad = "fresh"', *mend)


def _groups(book: Row) -> Iterator[Finding]:
    """Every group of a book belongs to one entry."""
    tables = [row for name in TABLES for row in book.rows(name)] or [book]
    first: dict[str, tuple[str, Path]] = {}
    for table in tables:
        for plain in table.data:
            for path, group in table.names(plain):
                if group not in first:
                    first[group] = (plain, path)
                    continue
                other, where = first[group]
                line = book.sheet.places.value(where)[0]
                message = (
                    f"the group {shortened(group)} stands already for '{shortened(other)}', "
                    f"on line {line}"
                )
                key = path[len(table.path) :]
                yield table.finding("C101", key, message, "give one of them another group")

"""The code book: no group stands twice, and a group is four figures."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.scenario.facts import BOOK, Facts, Row
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.locating import Path

TABLES = ("words", "syllables", "letters", "figures", "signs", "controls", "nulls")


def prove_book(facts: Facts) -> Iterator[Finding]:
    """Yield groups that stand for two things."""
    books = [book for cipher in facts.rows("cipher") for book in cipher.rows("book")]
    if BOOK in facts.sheets:
        books.append(Row(facts.sheets[BOOK], (), facts.sheets[BOOK].data))
    for book in books:
        yield from _groups(book)


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

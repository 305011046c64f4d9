"""Code books of a scenario: the author's tables, and what they leave out made to fit the text.

A table that the author gives is taken as it is. One that is not there is made: letters, figures,
signs, steering groups and nulls with groups that the book has free, drawn for the scenario, so
that the same scenario always has the same book. Without any words, every word of the text of two
letters or more gets an entry; what is left is spelled.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from cablesim.codes.codebook import CodeBook, Control, Entry, EntryKind
from cablesim.codes.errors import CodeError
from cablesim.codes.normal import normal
from cablesim.modern.digits import Stream

if TYPE_CHECKING:
    from cablesim.scenario import shapes

CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
SIGNS = ".,:;?!'’‘\"“”„«»()[]{}<>-–—/\\…№#%&+=*@_|~^`·°§$£€"
NULLS = 8
LEAST_WORD = 2
_WORD = re.compile(r"[^\W\d_]+")


def book_of(tables: shapes.BookTables, text: str, title: str, secret: str) -> CodeBook:
    """Return the book of an author's tables, filled up so that it can write a text.

    Raises `CodeError` where the tables cannot be told apart or no group is left.
    """
    written = normal(text).text
    given = list(_given(tables))
    taken = {group for entry in given for group in entry.groups}
    free = (group for group in _drawn(secret) if group not in taken)
    made = [
        Entry(kind, plain, (_next(free, plain),))
        for kind, plains in _lacking(tables, written)
        for plain in plains
    ]
    if "nulls" not in tables:
        made.append(Entry(EntryKind.NULL, "null", tuple(_next(free, "null") for _ in range(NULLS))))
    return CodeBook(tables.get("title", title), (*given, *made))


def _given(tables: shapes.BookTables) -> Iterator[Entry]:
    """Yield the entries of the tables that the author gave."""
    for kind, table in (
        (EntryKind.WORD, tables.get("words", {})),
        (EntryKind.SYLLABLE, tables.get("syllables", {})),
        (EntryKind.LETTER, tables.get("letters", {})),
        (EntryKind.FIGURE, tables.get("figures", {})),
        (EntryKind.SIGN, tables.get("signs", {})),
        (EntryKind.CONTROL, tables.get("controls", {})),
    ):
        for plain, groups in table.items():
            yield Entry(kind, plain, (groups,) if isinstance(groups, str) else tuple(groups))
    if "nulls" in tables:
        yield Entry(EntryKind.NULL, "null", tuple(tables["nulls"]["groups"]))


def _lacking(tables: shapes.BookTables, text: str) -> Iterator[tuple[EntryKind, Iterable[str]]]:
    """Yield the tables that the author left out, as the text needs them."""
    if "words" not in tables:
        words = {word for word in _WORD.findall(text) if len(word) >= LEAST_WORD}
        yield EntryKind.WORD, sorted(words)
    if "letters" not in tables:
        usual = string.ascii_uppercase + (
            CYRILLIC if any(sign in CYRILLIC for sign in text) else ""
        )
        yield EntryKind.LETTER, dict.fromkeys(usual + "".join(filter(str.isalpha, text)))
    if "figures" not in tables:
        yield EntryKind.FIGURE, string.digits
    if "signs" not in tables:
        own = (sign for sign in text if not (sign.isalpha() or sign in " \n" + string.digits))
        yield EntryKind.SIGN, dict.fromkeys((*SIGNS, *own))
    if "controls" not in tables:
        yield EntryKind.CONTROL, [control.value for control in Control]


@lru_cache(2)
def _drawn(secret: str) -> tuple[str, ...]:
    """Return all groups in an order drawn for a scenario; four equal figures are left out."""
    possible = [f"{number:04d}" for number in range(10_000) if len(set(f"{number:04d}")) > 1]
    return Stream(secret.encode(), "draw1|book").shuffle(possible)


def _next(free: Iterator[str], plain: str) -> str:
    """Take the next free group."""
    for group in free:
        return group
    raise CodeError(f"no group is left for '{plain}'; take entries out of the book")

"""The practice book of a draft: the one that ships, with every sign that the document needs."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator

from cablesim.authoring.editing import set_value, written
from cablesim.codes.codebook import CodeBook, Entry, EntryKind
from cablesim.codes.encoding import FIVE, encode
from cablesim.codes.normal import normal
from cablesim.scenario.places import FIRST, resolve
from cablesim.text.groups import regrouped

NOTE = "Invented for teaching. No real cipher or code is shown in it."
MOST_PAGES, USUAL_GROUPS, MOST_GROUPS = 2_000, 60, 1_000
# What a page keeps for itself: its indicator, its check and some room.
KEPT = 4
SPARE_PAGES = 3
_KINDS = {
    "words": EntryKind.WORD,
    "syllables": EntryKind.SYLLABLE,
    "letters": EntryKind.LETTER,
    "figures": EntryKind.FIGURE,
    "signs": EntryKind.SIGN,
    "controls": EntryKind.CONTROL,
}


def book_file(words: str) -> str:
    """Return the text of `codebook.toml`: the practice book, able to write these words."""
    shipped = (resolve(FIRST) / "codebook.toml").read_text(encoding="utf-8")
    text = "#:schema codebook\n# Everything in this file is made up for teaching.\n"
    text += shipped[shipped.index("format = 1") :]
    text = set_value(text, ("note",), NOTE)
    data = tomllib.loads(text)
    known = {sign for table in ("letters", "figures", "signs") for sign in data[table]}
    free = _free(text)
    for sign in dict.fromkeys(normal(words).text):
        if sign not in known and sign not in " \n":
            table = "[letters]\n" if sign.isalpha() else "[signs]\n"
            text = text.replace(table, f"{table}{written(sign)} = {written(next(free))}\n", 1)
    return text


def _free(text: str) -> Iterator[str]:
    """Yield groups that the book does not use, in an order of no meaning."""
    taken = set(_groups(tomllib.loads(text)))
    numbers = ((number * 7_919 + 1_357) % 10_000 for number in itertools.count())
    return (f"{number:04d}" for number in numbers if f"{number:04d}" not in taken)


def _groups(value: object) -> Iterator[str]:
    """Yield every text of four figures in some data."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _groups(item)
    elif isinstance(value, list):
        for item in value:
            yield from _groups(item)
    elif isinstance(value, str) and len(value) == 4 and value.isdigit():  # noqa: PLR2004 - a group.
        yield value


def pad_for(words: str, book: str) -> tuple[int, int]:
    """Return pages and groups a page of a pad that is long enough for these words."""
    count = len(regrouped(encode(normal(words).text, _book(book)).groups, FIVE))
    groups = USUAL_GROUPS
    while count // (groups - KEPT) + SPARE_PAGES > MOST_PAGES and groups < MOST_GROUPS:
        groups += USUAL_GROUPS
    return count // (groups - KEPT) + SPARE_PAGES, min(groups, MOST_GROUPS)


def _book(text: str) -> CodeBook:
    """Return the code book that a text describes."""
    data = tomllib.loads(text)
    entries = [
        Entry(kind, plain, (groups,) if isinstance(groups, str) else tuple(groups))
        for table, kind in _KINDS.items()
        for plain, groups in data[table].items()
    ]
    return CodeBook(
        data["title"], (*entries, Entry(EntryKind.NULL, "null", tuple(data["nulls"]["groups"])))
    )

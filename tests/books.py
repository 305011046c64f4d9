"""Small code books and pads for tests."""

from __future__ import annotations

import itertools
import string

from cablesim.codes.codebook import CodeBook, Control, Entry, EntryKind
from cablesim.codes.pad import Pad, PadPage
from cablesim.modern.digits import Stream

CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
WORDS = (
    "THE", "KOREA", "KOREAN", "THE KOREAN QUESTION", "SECURITY COUNCIL", "WE", "WE INTEND",
    "WE INTEND TO", "TO", "AND", "A", "IN", "PEOPLE'S REPUBLIC", "ПЕКИН",
)  # fmt: skip
SIGNS = ".,:;?!'’“”()[]—-"


def small_book() -> CodeBook:
    """Return a book with words, syllables, Latin and Cyrillic letters, figures and signs."""
    groups = (f"{number * 7 % 10_000:04d}" for number in itertools.count(1))
    entries = [Entry(EntryKind.WORD, word, (next(groups), next(groups))) for word in WORDS]
    for kind, plains in (
        (EntryKind.SYLLABLE, ("TH", "ING", "ER", "CH", "ST")),
        (EntryKind.LETTER, string.ascii_uppercase + CYRILLIC),
        (EntryKind.FIGURE, string.digits),
        (EntryKind.SIGN, SIGNS),
        (EntryKind.CONTROL, [control.value for control in Control]),
    ):
        entries += [Entry(kind, plain, (next(groups),)) for plain in plains]
    entries.append(Entry(EntryKind.NULL, "null", tuple(next(groups) for _ in range(4))))
    return CodeBook("small", tuple(entries))


def pad_of(seed: int, pages: int = 12, groups: int = 60) -> Pad:
    """Return a pad whose pages all begin with another group."""
    draw = Stream(str(seed).encode(), "test pad")
    found: dict[str, PadPage] = {}
    while len(found) < pages:
        row = tuple(draw.figures(5) for _ in range(groups))
        found.setdefault(row[0], PadPage(len(found) + 1, row))
    return Pad(tuple(found.values()))

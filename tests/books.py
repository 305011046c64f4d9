"""Small code books and pads for tests."""

from __future__ import annotations

import itertools
import string

from cablesim.codes.additive import Enciphered, encipher
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


def groups_of(book: CodeBook, *kinds: EntryKind) -> list[str]:
    """Return all groups of a book, or those of some kinds of entries."""
    wanted = kinds or tuple(EntryKind)
    return [group for kind in wanted for entry in book.of_kind(kind) for group in entry.groups]


def pad_of(seed: int, pages: int = 12, groups: int = 60) -> Pad:
    """Return a pad whose pages all begin with another group."""
    draw = Stream(str(seed).encode(), "test pad")
    found: dict[str, PadPage] = {}
    while len(found) < pages:
        row = tuple(draw.figures(5) for _ in range(groups))
        found.setdefault(row[0], PadPage(len(found) + 1, row))
    return Pad(tuple(found.values()))


def counted_pad(pages: int = 12, groups: int = 60) -> Pad:
    """Return a pad in which no group stands twice."""
    numbers = itertools.count(10_001, 7)
    rows = [tuple(f"{next(numbers):05d}" for _ in range(groups)) for _ in range(pages)]
    return Pad(tuple(PadPage(number, row) for number, row in enumerate(rows, 1)))


def message(count: int, pad: Pad, seed: int = 0) -> Enciphered:
    """Return so many drawn groups, enciphered."""
    draw = Stream(str(seed).encode(), "message")
    return encipher([draw.figures(5) for _ in range(count)], pad, serial=1, day=13)

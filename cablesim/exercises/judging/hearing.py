"""Hearing words in an answer that has more than the words, or other blanks between them.

What leads up to the words, `it means`, `page 2:`, is no part of them; blanks do not count; groups
may stand for words where both are taken. Each is another reading of the same answer, asked for only
where the plain one is not right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cablesim.codes.codebook import EntryKind
from cablesim.exercises.judging.besidewords import Known, odd_number, words_alone
from cablesim.exercises.judging.rows import Row
from cablesim.exercises.reading.answers import (
    TO_CYRILLIC,
    TO_LATIN,
    edit_distance,
    foreign_look,
    words,
)
from cablesim.exercises.reading.leads import FIRST, MOST_LEADING, behind_lead
from cablesim.exercises.shelf import Shelf
from cablesim.text.alphabet import LATIN26, RUSSIAN33, is_russian

LONGEST_WORD = 24
LEAST_FOR_TYPO = 5
# In so long a word one wrong sign within it is a slip of the pen.
LONG_ENOUGH = 7
_DOUBLED = re.compile(r"(.)\1+")
_GIVEN_UP = frozenset(
    tuple(each.split())
    for each in (
        "I DO NOT KNOW", "I DON'T KNOW", "DO NOT KNOW", "DON'T KNOW", "DUNNO", "IDK", "NO IDEA",
        "I HAVE NO IDEA", "NOT SURE", "I AM NOT SURE", "I'M NOT SURE", "NO CLUE", "I CANNOT TELL",
        "I CAN'T TELL", "I GIVE UP", "PASS", "НЕ ЗНАЮ", "Я НЕ ЗНАЮ",
    )
)  # fmt: skip
_FIGURE = re.compile(r"\d")
_TWO_NUMBERS = re.compile(r"\d \d")


def readings(
    answer: str,
    heard: Row,
    model: Sequence[str],
    shelf: Shelf,
    known: Known,
    *,
    groups: bool = False,
) -> Iterator[Row]:
    """Yield the words of an answer in each way in which they may be read, the plainest first.

    `heard` is that one. Where the book has an entry of the words that lead up with those behind,
    none lead up. `known` gives the groups that may stand beside words, and `groups` says that code
    groups beside the words may stand for words too.
    """
    yield heard
    if groups and _FIGURE.search(answer):
        yield _looked_up(words(answer), model, shelf, known)
    if heard[0] not in FIRST:
        return
    whole = words(answer)
    for text in behind_lead(answer):
        row = words(text)
        if not _is_entry(whole, len(whole) - len(row), shelf):
            yield words_alone(text, model, shelf, known)
            if groups and _FIGURE.search(text):
                yield _looked_up(row, model, shelf, known)


def _is_entry(heard: Sequence[str], lead: int, shelf: Shelf) -> bool:
    """Say whether the book has an entry that begins in the leading words and ends behind them."""
    ends = range(lead + 1, min(lead + MOST_LEADING, len(heard)) + 1)
    return any(shelf.named(tuple(heard[at:end])) for at in range(lead) for end in ends)


def _looked_up(heard: Sequence[str], model: Sequence[str], shelf: Shelf, known: Known) -> Row:
    """Return words with the groups of the book among them as words, and without other groups.

    Where a group has its own words beside it, they are there already.
    """
    found: list[str] = []
    for place, word in enumerate(heard, 1):
        entry = shelf.book.entry_of(word) if word.isdigit() and word not in model else None
        if entry is None or entry.kind is not EntryKind.WORD:
            found.append(word)
            continue
        spoken = words(entry.plain)
        count = len(spoken)
        if spoken not in (list(heard[place : place + count]), found[-count:]):
            found += spoken
    return words_alone(" ".join(found), model, shelf, known)


def spells(heard: Sequence[str], model: Sequence[str]) -> bool:
    """Say whether words have the letters of others, whatever blanks stand between.

    Two numbers side by side are not one.

    >>> spells(["ATONCE"], ["AT", "ONCE"]), spells(["38"], ["3", "8"])
    (True, False)
    """
    if len(heard) == len(model):
        return tuple(heard) == tuple(model)
    if _letters(heard) != _letters(model):
        return False
    return not any(_TWO_NUMBERS.search(" ".join(row)) for row in (heard, model))


def _letters(row: Sequence[str]) -> str:
    """Return words run together."""
    return "".join(row).replace("'", "")


def apart(word: str, known: Collection[str]) -> Row:
    """Return the known words that a word runs together, as few as can be; none where it does not.

    >>> apart("TOTHEPILOT", {"TO", "THE", "PILOT"})
    ('TO', 'THE', 'PILOT')
    """
    ends_known = tuple(known)
    if not (word.startswith(ends_known) and word.endswith(ends_known)):
        return ()
    longest = max(map(len, known), default=0)
    rest: dict[int, tuple[int, int]] = {len(word): (0, 0)}
    for start in reversed(range(len(word))):
        ends = range(start + 1, min(start + longest, len(word)) + 1)
        ways = [(rest[end][0] + 1, end) for end in ends if end in rest and word[start:end] in known]
        if ways:
            rest[start] = min(ways)
    found: list[str] = []
    start = 0
    while start in rest and start < len(word):
        end = rest[start][1]
        found.append(word[start:end])
        start = end
    return tuple(found) if len(found) > 1 else ()


def near(word: str, known: Collection[str]) -> str:
    """Return the one long word that differs in a sign at most, or nothing.

    >>> near("PLOTS", {"PILOTS", "TRAIN"}), near("PLOT", {"PILOT"})
    ('PILOTS', '')
    """
    if len(word) < LEAST_FOR_TYPO:
        return ""
    found = [other for other in known if edit_distance(word, other, 1) <= 1]
    return found[0] if len(found) == 1 and len(found[0]) >= LEAST_FOR_TYPO else ""


def slip_of_the_pen(word: str, meant: str) -> bool:
    """Say whether a word that is near another is that one, miswritten, and no word of its own.

    Neighbours that are exchanged and a letter twice are slips, and one sign wrong within a long
    word; other words such as PLOTS for PILOTS, or another ending, are not taken for them.

    >>> slip_of_the_pen("CHINSE", "CHINESE"), slip_of_the_pen("PLOTS", "PILOTS")
    (True, False)
    """
    if word[0] != meant[0] or word[-1] != meant[-1]:
        return False
    same = sorted(word) == sorted(meant) or _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", meant)
    return same or len(meant) >= LONG_ENOUGH


def trouble(heard: Sequence[str], model: Sequence[str], shelf: Shelf) -> str:
    """Say why words cannot be read: they only say that nothing was read, or one is unclear."""
    if tuple(heard) in _GIVEN_UP:
        return "No word was read yet; write what you can read, or ask for a hint."
    odd = odd_number(heard, model, shelf)
    return odd or _unclear(heard, model, shelf) or _doubtful(heard, model, shelf)


def _doubtful(heard: Sequence[str], model: Sequence[str], shelf: Shelf) -> str:
    """Say which word is near a right one and may be another, if the book has it not."""
    known = set(model)
    for place, word in enumerate(heard, 1):
        if word in known or _FIGURE.search(word) or shelf.named((word,)):
            continue
        meant = near(word, known)
        if meant and not slip_of_the_pen(word, meant):
            return (
                f"Word {place}, {word[:LONGEST_WORD]}: the book has no such entry. Look at its "
                "spelling, or look the group up once more."
            )
    return ""


def _unclear(heard: Sequence[str], model: Sequence[str], shelf: Shelf) -> str:
    """Say which word has a letter of another alphabet, or runs words together."""
    russian = is_russian(model)
    plainly = not russian and all(map(str.isascii, heard))
    if plainly and max(map(len, heard)) <= LONGEST_WORD:
        return ""
    for place, word in enumerate(heard, 1):
        ours = plainly or word in model or shelf.named((word,)) is not None
        look = "" if ours else _foreign(word, russian=russian)
        if look:
            return f"Word {place}, {word[:LONGEST_WORD]}: {look}"
        if len(word) > LONGEST_WORD and not apart(word, set(model)):
            return (
                f"Word {place}, {word[:LONGEST_WORD]}..., is longer than a word can be; write "
                "blanks between the words."
            )
    return ""


def _foreign(word: str, *, russian: bool) -> str:
    """Say which letter of a word is one of another alphabet, if all of it looks like this one."""
    signs = (RUSSIAN33 if russian else LATIN26).signs
    table = TO_CYRILLIC if russian else TO_LATIN
    whole = all(sign in signs or sign.isdigit() or sign == "'" for sign in word.translate(table))
    look = foreign_look(word, signs) if whole else ""
    return look[:1].lower() + look[1:]

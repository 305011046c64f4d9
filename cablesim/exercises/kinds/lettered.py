"""Things shown with letters before them, and answers that name them."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from cablesim.exercises.reading.answers import TO_LATIN
from cablesim.exercises.reading.leads import behind_lead

LETTERS = string.ascii_lowercase
_MARKS = " :=,->→"
Found = TypeVar("Found")
# What was read, and why it could not be.
Read: TypeAlias = tuple[Found, str]


def behind_words(read: Callable[[str], Read[Found]], answer: str) -> Read[Found]:
    """Return what is read in an answer, or behind the words that only lead up to it.

    >>> behind_words(lambda text: (text, "" if len(text) == 1 else "too long"), "the answer is b")
    ('b', '')
    """
    found = read(answer)
    if not found[1]:
        return found
    behind = (read(rest.strip(_MARKS)) for rest in behind_lead(answer))
    return next((each for each in behind if not each[1]), found)


def lettered(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts with their letters before them.

    >>> lettered(["one", "two"])
    ('a) one', 'b) two')
    """
    return tuple(f"{LETTERS[place]}) {text}" for place, text in enumerate(texts))


def place_of(token: str, count: int) -> int | None:
    """Return the place (from 0) that one letter names, or None; a Cyrillic twin is read as Latin.

    >>> place_of("B", 3), place_of("d", 3), place_of("bb", 3)
    (1, None, None)
    """
    letter = token.casefold().translate(TO_LATIN)
    if len(letter) != 1 or letter not in LETTERS[:count]:
        return None
    return LETTERS.index(letter)

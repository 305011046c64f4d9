"""Things shown with letters before them, and answers that name them."""

from __future__ import annotations

import string
from collections.abc import Sequence

from cablesim.exercises.answers import TO_LATIN

LETTERS = string.ascii_lowercase


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

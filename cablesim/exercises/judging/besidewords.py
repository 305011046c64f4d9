"""Groups of figures beside the words that were read, and numbers among them that are meant.

Whoever writes `4679 KOREA` shows the group of a word, and has written KOREA. Where the book has
figures of its own a telegram may speak of a year, and `SEND 1950 TONS` has a word too many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain

from cablesim.codes.codebook import EntryKind
from cablesim.exercises.judging.rows import Row
from cablesim.exercises.reading.answers import spoken_words, words
from cablesim.exercises.reading.leads import without_labels
from cablesim.exercises.shelf import Shelf
from cablesim.exercises.texts import BookText

# A number of fewer figures is no group.
GROUP = 4
# The groups that a learner has before him.
Known = Callable[[], Collection[str]]


def words_alone(answer: str, model: Sequence[str], shelf: Shelf, known: Known) -> Row:
    """Return the words of an answer without the groups that only stand beside them.

    A group is one that the exercise shows or the text has, or one of the book with its own words
    beside it. A number that the text has is kept, and so is any other one if the book has figures
    of its own; where no word stands there, all is left as it is.
    """
    if not any(map(str.isdigit, answer)):
        return tuple(words(answer))
    heard = words(answer)
    if all(map(is_long, heard)):
        return tuple(heard)
    answer = without_labels(answer)
    heard = words(answer)
    long = [place for place, word in enumerate(heard) if is_long(word)]
    if not long or all(map(str.isdigit, heard)):
        return tuple(spoken_words(answer, model))
    shown, figures = known(), _has_figures(shelf)
    beside = {
        place
        for place in long
        if heard[place] not in model
        and (heard[place] in shown or not figures or _has_words_beside(heard, place, shelf))
    }
    rest = [word for place, word in enumerate(heard) if place not in beside]
    if len(beside) < len(long):
        return tuple(rest)
    return tuple(spoken_words(" ".join(rest), model))


def is_long(word: str) -> bool:
    """Say whether a word is a number as long as a group, or longer."""
    return len(word) >= GROUP and word.isdigit()


def odd_number(heard: Sequence[str], model: Sequence[str], shelf: Shelf) -> str:
    """Say that a number is neither a group nor one of the text, where the text has none as long.

    It may be a slip in a group that only stands beside the words. The group of another word is
    none of these.
    """
    if not any(map(str.isdigit, heard)) or all(map(str.isdigit, heard)):
        return ""
    if any(map(is_long, model)):
        return ""
    entries = ((word, shelf.book.entry_of(word)) for word in heard if is_long(word))
    strange = (word for word, entry in entries if not entry or entry.kind is not EntryKind.WORD)
    odd = next(strange, "")
    return odd and (
        f"{odd[:20]} is no group of this message, nor a number in it that could be read. Write the "
        "words alone."
    )


def groups_of(text: BookText) -> Iterator[str]:
    """Yield the groups of a text as they are written, and every group of the same entries."""
    entries = filter(None, text.shelf.read(text.row))
    return chain(text.groups, text.codes, *(entry.groups for entry in entries))


def _has_figures(shelf: Shelf) -> bool:
    """Say whether a book can write a number."""
    return any(shelf.book.of_kind(EntryKind.FIGURE))


def _has_words_beside(heard: Sequence[str], place: int, shelf: Shelf) -> bool:
    """Say whether a group of the book has its own words before or behind it."""
    entry = shelf.book.entry_of(heard[place])
    if entry is None:
        return False
    own = words(entry.plain)
    before = heard[max(place - len(own), 0) : place]
    return own in (list(before), list(heard[place + 1 : place + 1 + len(own)]))

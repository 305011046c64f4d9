"""A small code book given as a table: words and phrases, and the group of figures of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.text.alphabet import LATIN26, RUSSIAN33
from cablesim.text.reading import Signs

Pairs = tuple[tuple[str, str], ...]
_FIGURES = "0123456789"
_PART = 1 << 16
_MARKS = ".,-/?№'"


@dataclass(frozen=True, slots=True)
class Book:
    """Words and their groups, both ways; all groups are of one size."""

    groups: dict[str, str]
    words: dict[str, str]
    size: int
    longest: int

    @classmethod
    def of(cls, pairs: Pairs, size: int = 0) -> Book:
        """Return the book of a table; raises `ParameterRefused` where the table is none."""
        return _book(pairs, size)

    def taken(self) -> Signs:
        """Return the signs a text of words may hold: letters, figures, marks and the blank."""
        usual = LATIN26.signs + RUSSIAN33.signs + _FIGURES + _MARKS
        more = sorted(set("".join(self.groups)) - set(usual) - {" "})
        return Signs(usual + "".join(more) + " ", name="letters, figures and marks")

    def coded(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield each word or phrase with its group, the longest phrase that is there first.

        Raises `SystemRefused` at a word that is not in the book.
        """
        words = _words(text)
        ahead: list[str] = []
        place = 1
        while True:
            ahead += islice(words, self.longest - len(ahead))
            if not ahead:
                return
            for count in range(len(ahead), 0, -1):
                phrase = " ".join(ahead[:count])
                if phrase in self.groups:
                    break
            else:
                raise SystemRefused(
                    f"word {place}, '{ahead[0][:40]}', is not in the book; write one of its words, "
                    "or put it in"
                )
            yield phrase, self.groups[phrase]
            del ahead[:count]
            place += count

    def decoded(self, row: str) -> list[str]:
        """Return the words of groups run together.

        Raises `SystemRefused` at a group that is not in the book.
        """
        count = len(row) // self.size
        found = [
            self.words.get(row[start : start + self.size], "")
            for start in range(0, count * self.size, self.size)
        ]
        if "" in found:
            place = found.index("")
            group = row[place * self.size : (place + 1) * self.size]
            raise SystemRefused(
                f"code group {place + 1}, {group}, is not in the book: another page, another book "
                "or a garble; compare the message"
            )
        return found


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, cut up part by part: a list of all takes more than the text."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + _PART)
        end = len(text) if end < 0 else end
        yield from text[start:end].split()
        start = end


@cache
def _book(pairs: Pairs, size: int) -> Book:
    """Return the book of a table."""
    groups = {" ".join(word.split()): "".join(group.split()) for word, group in pairs}
    wanted = size or len(next(iter(groups.values()), ""))
    for word, group in groups.items():
        if not word or not group or set(group) - set(_FIGURES):
            raise ParameterRefused("book", f"'{word[:40]}={group[:20]}' is no word with a group")
        if len(group) != wanted:
            raise ParameterRefused(
                "book",
                f"'{word[:40]}={group[:20]}' is no group of {wanted} figures; make all alike",
            )
    words = {group: word for word, group in groups.items()}
    if len(words) < len(groups):
        twice = next(word for word, group in groups.items() if words[group] != word)
        raise ParameterRefused(
            "book", f"'{twice[:40]}' and '{words[groups[twice]][:40]}' have one group; change one"
        )
    return Book(groups, words, wanted, max((word.count(" ") + 1 for word in groups), default=1))

"""A code book as a clerk uses it: both parts in order, and the entries beside each entry."""

from __future__ import annotations

import re
from functools import cached_property

from cablesim.codes.codebook import GROUP_SIZE, CodeBook, Entry, EntryKind
from cablesim.exercises.reading.answers import words
from cablesim.text.groups import cut

_FAR = 7
_GROUP = re.compile(rf"(?<!\d)\d{{{GROUP_SIZE}}}(?!\d)")


class Shelf:
    """A code book with what exercises look up in it again and again."""

    def __init__(self, book: CodeBook) -> None:
        self.book = book

    @cached_property
    def alphabetical(self) -> tuple[Entry, ...]:
        """The words of the first part, in the order of the alphabet."""
        return tuple(sorted(self.book.of_kind(EntryKind.WORD), key=lambda entry: entry.plain))

    @cached_property
    def numerical(self) -> tuple[tuple[str, Entry], ...]:
        """The words of the second part, in the order of their groups."""
        pairs = [(group, entry) for entry in self.alphabetical for group in entry.groups]
        return tuple(sorted(pairs, key=lambda pair: pair[0]))

    @cached_property
    def _place(self) -> dict[str, int]:
        """Where each word stands in the first part."""
        return {entry.plain: place for place, entry in enumerate(self.alphabetical)}

    @cached_property
    def _row(self) -> dict[str, int]:
        """Where each group stands in the second part."""
        return {group: place for place, (group, _) in enumerate(self.numerical)}

    @cached_property
    def _spoken(self) -> dict[tuple[str, ...], Entry]:
        """The entries by their words as they are compared."""
        return {tuple(words(entry.plain)): entry for entry in self.alphabetical}

    @cached_property
    def single(self) -> CodeBook:
        """The book without the entries of more than one word."""
        entries = self.book.entries
        kept = (entry for entry in entries if entry.kind is not EntryKind.WORD or _one(entry.plain))
        return CodeBook(self.book.title, tuple(kept))

    def listed(self, prompt: str) -> Shelf | None:
        """Return the book as a prompt lists it, `WE AGREE 6473` or `6473 WE AGREE`; or nothing.

        Who has a list before him can look up no more than that, and the rows beside one are others.
        """
        found: dict[str, Entry] = {}
        for group in _GROUP.findall(prompt):
            entry = self.book.entry_of(group)
            if entry is None or entry.kind is not EntryKind.WORD:
                continue
            if f"{entry.plain} {group}" in prompt or f"{group} {entry.plain}" in prompt:
                found.setdefault(entry.plain, Entry(entry.kind, entry.plain, (group,)))
        return Shelf(CodeBook(self.book.title, tuple(found.values()))) if found else None

    def above_and_below(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the entries beside one in the first part; none for what is no word."""
        place = self._place.get(entry.plain) if entry.kind is EntryKind.WORD else None
        if place is None:
            return ()
        return (*self.alphabetical[max(place - 1, 0) : place], *self.alphabetical[place + 1 :][:1])

    def rows_beside(self, group: str) -> tuple[Entry, ...]:
        """Return the words beside a word's group in the second part."""
        place = self._row.get(group)
        if place is None:
            return ()
        pairs = (*self.numerical[max(place - 1, 0) : place], *self.numerical[place + 1 :][:1])
        return tuple(entry for _, entry in pairs)

    def far_from(self, entry: Entry) -> Entry:
        """Return a word some lines away in both parts, so that it is beside it in neither.

        Where a book is so small that there is none, it is the entry itself.
        """
        place, count = self._place[entry.plain], len(self.alphabetical)
        beside = {near.plain for group in entry.groups for near in self.rows_beside(group)}
        beside |= {near.plain for near in self.above_and_below(entry)}
        for away in range(_FAR, _FAR + count):
            other = self.alphabetical[(place + away) % count]
            if other.plain not in beside and other.plain != entry.plain:
                return other
        return entry

    def named(self, spoken: tuple[str, ...]) -> Entry | None:
        """Return the word entry that has these words."""
        return self._spoken.get(spoken)

    def has(self, plain: str) -> bool:
        """Say whether these very words are an entry."""
        return plain in self._place

    def read(self, row: str) -> tuple[Entry | None, ...]:
        """Return what each group of a row stands for."""
        return tuple(map(self.book.entry_of, cut(row, GROUP_SIZE)))


def _one(plain: str) -> bool:
    """Say whether an entry is one word, joined by nothing."""
    return not any(sign.isspace() for sign in plain)

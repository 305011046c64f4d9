"""A text as the code book writes it, made ready once for all variants that use it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from cablesim.codes.codebook import GROUP_SIZE, Entry, EntryKind
from cablesim.codes.encoding import FILLED, SPELLED, Written, encode
from cablesim.codes.normal import normal
from cablesim.errors import CablesimError
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.reading.answers import words
from cablesim.exercises.shelf import Shelf
from cablesim.text.groups import cut

_FEW = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """One entry as written: its words as they are compared, its groups, where the first stands."""

    words: tuple[str, ...]
    plain: str
    groups: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class BookText:
    """A text, what the clerk wrote for it, and the row of figures in groups of `size`.

    `seen` is the book as far as the student sees it, where the exercise lists a part of it.
    """

    plain: str
    size: int
    row: str
    written: tuple[Written, ...] = field(compare=False, repr=False)
    shelf: Shelf = field(compare=False, repr=False)
    seen: Shelf = field(compare=False, repr=False)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The groups of the book, fillers included."""
        return cut(self.row, GROUP_SIZE)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The row in groups of the size that is wanted."""
        return cut(self.row, self.size)

    @cached_property
    def count(self) -> int:
        """How many groups of `size` the row has."""
        return len(self.row) // self.size

    @cached_property
    def units(self) -> tuple[int, ...]:
        """How many groups each thing written has."""
        return tuple(len(item.groups) for item in self.written)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the text as they are compared."""
        return tuple(words(self.plain))

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The words of all entries, in order."""
        return tuple(word for part in self.segments for word in part.words)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The things written that have words, in order."""
        starts = accumulate(self.units, initial=0)
        return tuple(
            Segment(tuple(words(item.plain)), item.plain, item.groups, start)
            for item, start in zip(self.written, starts, strict=False)
            if words(item.plain)
        )

    @cached_property
    def spells(self) -> bool:
        """Some word is spelled because the book lacks it."""
        return any(item.how == SPELLED for item in self.written)

    @cached_property
    def single_words(self) -> str:
        """The row that looking up word by word gives; the row itself where that is the same."""
        return row_of(self._singly, self.size)

    @cached_property
    def single_unfilled(self) -> str:
        """The same row without the nulls that fill its last group."""
        return row_of(tuple(item for item in self._singly if item.how != FILLED), self.size)

    @cached_property
    def _singly(self) -> tuple[Written, ...]:
        """What is written word by word; the text as it is right where the book lacks a word."""
        try:
            return encode(self.plain, self.seen.single).written
        except CablesimError:
            return self.written

    @cached_property
    def _shortest(self) -> tuple[Entry, ...]:
        """The shortest entries that the text can be put together from; none where it cannot."""
        rest: dict[int, tuple[Entry, ...]] = {len(self.words): ()}
        for start in reversed(range(len(self.words))):
            for stop in range(start + 1, len(self.words) + 1):
                entry = self.seen.named(self.words[start:stop])
                if entry is not None and stop in rest:
                    rest[start] = (entry, *rest[stop])
                    break
        return rest.get(0, ())

    @cached_property
    def shortest_entries(self) -> str:
        """The row of the shortest entries, for who takes single words where the book has them."""
        return "".join(entry.groups[0] for entry in self._shortest) or self.row

    @cached_property
    def singly_read(self) -> frozenset[tuple[str, ...]]:
        """The entries, by what they stand for, of both ways to look up the single words.

        What is also the right way is none of them.
        """
        rows = (self.single_unfilled, self.shortest_entries)
        right = row_of(tuple(item for item in self.written if item.how != FILLED), self.size)
        return frozenset(self._spoken(row) for row in rows if row != right)

    @cached_property
    def has_near_rows(self) -> bool:
        """Some wrong entry changes so few figures that a slip in a sum may look the same.

        That is two figures at most, or figures that all go up by one, as a carried ten makes them.
        """
        rows = [self.single_words, self.wrong_row, self.other_entry]
        wrong = [row for row in rows if row != self.row]
        if len(set(wrong)) < len(wrong):
            return True
        for row in wrong:
            off = {(int(b) - int(a)) % 10 for a, b in zip(self.row, row, strict=False) if a != b}
            changed = sum(map(str.__ne__, self.row, row))
            if changed <= _FEW or off == {1}:
                return True
        return False

    def _spoken(self, row: str) -> tuple[str, ...]:
        """Return what the groups of a row stand for."""
        return tuple(entry.plain if entry else "" for entry in self.shelf.read(row))

    @cached_property
    def wrong_row(self) -> str:
        """The row with the first word's group taken from the entry below it in the first part."""
        for place, entry in enumerate(self.shelf.read(self.row)):
            beside = self.seen.above_and_below(entry) if entry is not None else ()
            if beside:
                return self._with(place, beside[-1])
        return self.row

    @cached_property
    def below_is_shorter(self) -> bool:
        """The entry below is the beginning of the right one."""
        rows = zip(self.shelf.read(self.row), self.shelf.read(self.wrong_row), strict=True)
        return any(right and below and begins(below, right) for right, below in rows)

    @cached_property
    def other_entry(self) -> str:
        """The row with the last word's group taken from an entry some lines away."""
        entries = self.shelf.read(self.row)
        for place in reversed(range(len(entries))):
            entry = entries[place]
            if entry is not None and entry.kind is EntryKind.WORD:
                return self._with(place, self.seen.far_from(entry))
        return self.row

    def _with(self, place: int, entry: Entry) -> str:
        """Return the row with one group of the book replaced."""
        at = place * GROUP_SIZE
        return self.row[:at] + entry.groups[0] + self.row[at + GROUP_SIZE :]


def begins(shorter: Entry, entry: Entry) -> bool:
    """Say whether an entry is the first words of another one.

    >>> jets = [Entry(EntryKind.WORD, plain, ()) for plain in ("JET", "JET FIGHTERS")]
    >>> begins(*jets), begins(*jets[::-1])
    (True, False)
    """
    both = shorter.kind is entry.kind is EntryKind.WORD
    return both and entry.plain.startswith(f"{shorter.plain} ")


def row_of(written: tuple[Written, ...], size: int) -> str:
    """Return the figures of what was written; fillers only where the groups are cut anew."""
    kept = (item for item in written if size != GROUP_SIZE or item.how != FILLED)
    return "".join(group for item in kept for group in item.groups)


def book_text(plain: str, shelf: Shelf, size: int, listed: Shelf | None = None) -> BookText:
    """Return a text made ready; raise `ExerciseRefused` where the book cannot write it.

    `listed` is the part of the book that the exercise lists; it counts where it has all the text.
    """
    text = normal(plain).text
    try:
        written = encode(text, shelf.book).written
    except CablesimError as error:
        raise ExerciseRefused(f"the book cannot write this text: {error}", "vary.plain") from error
    if listed and not all(listed.has(item.plain) for item in written if item.how != FILLED):
        listed = None
    if listed:
        written = tuple(_as_listed(item, listed) for item in written)
    kept = tuple(item for item in written if item.how != FILLED)
    row = row_of(written, size)
    if not row:
        raise ExerciseRefused("this text has nothing to write; give it words", "vary.plain")
    written = kept if size == GROUP_SIZE else written
    return BookText(text, size, row, written, shelf, shelf if listed is None else listed)


def _as_listed(item: Written, listed: Shelf) -> Written:
    """Return what was written with the group of the list, where the book has several for it."""
    entry = listed.named(tuple(words(item.plain))) if item.how != FILLED else None
    return item if entry is None else replace(item, groups=entry.groups)

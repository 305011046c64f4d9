"""A text as the code book writes it, made ready once for all variants that use it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from cablesim.codes.codebook import GROUP_SIZE, Entry, EntryKind
from cablesim.codes.encoding import Written, encode
from cablesim.codes.normal import normal
from cablesim.errors import CablesimError
from cablesim.exercises.answers import words
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.shelf import Shelf
from cablesim.text.groups import cut

FILL = "null, means nothing"


@dataclass(frozen=True, slots=True)
class Segment:
    """One entry as written: its words as they are compared, its groups, where the first stands."""

    words: tuple[str, ...]
    plain: str
    groups: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class BookText:
    """A text, what the clerk wrote for it, and the row of figures in groups of `size`."""

    plain: str
    size: int
    row: str
    written: tuple[Written, ...] = field(compare=False, repr=False)
    shelf: Shelf = field(compare=False, repr=False)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The groups of the book, fillers included."""
        return cut(self.row, GROUP_SIZE)

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
    def segments(self) -> tuple[Segment, ...]:
        """The things written that have words, in order."""
        starts = accumulate(self.units, initial=0)
        return tuple(
            Segment(tuple(words(item.plain)), item.plain, item.groups, start)
            for item, start in zip(self.written, starts, strict=False)
            if words(item.plain)
        )

    @cached_property
    def single_words(self) -> str:
        """The row that looking up word by word gives; the row itself where that is the same."""
        try:
            return row_of(encode(self.plain, self.shelf.single).written, self.size)
        except CablesimError:
            return self.row

    @cached_property
    def wrong_row(self) -> str:
        """The row with the first word's group taken from the entry below it in the first part."""
        for place, entry in enumerate(self.shelf.read(self.row)):
            beside = self.shelf.above_and_below(entry) if entry is not None else ()
            if beside:
                return self._with(place, beside[-1])
        return self.row

    @cached_property
    def other_entry(self) -> str:
        """The row with the last word's group taken from an entry some lines away."""
        entries = self.shelf.read(self.row)
        for place in reversed(range(len(entries))):
            entry = entries[place]
            if entry is not None and entry.kind is EntryKind.WORD:
                return self._with(place, self.shelf.far_from(entry))
        return self.row

    def _with(self, place: int, entry: Entry) -> str:
        """Return the row with one group of the book replaced."""
        at = place * GROUP_SIZE
        return self.row[:at] + entry.groups[0] + self.row[at + GROUP_SIZE :]


def row_of(written: tuple[Written, ...], size: int) -> str:
    """Return the figures of what was written; fillers only where the groups are cut anew."""
    kept = (item for item in written if size != GROUP_SIZE or item.how != FILL)
    return "".join(group for item in kept for group in item.groups)


def book_text(plain: str, shelf: Shelf, size: int) -> BookText:
    """Return a text made ready; raise `ExerciseRefused` where the book cannot write it."""
    text = normal(plain).text
    try:
        written = encode(text, shelf.book).written
    except CablesimError as error:
        raise ExerciseRefused(f"the book cannot write this text: {error}", "vary.plain") from error
    kept = tuple(item for item in written if item.how != FILL)
    row = row_of(written, size)
    if not row:
        raise ExerciseRefused("this text has nothing to write; give it words", "vary.plain")
    return BookText(text, size, row, kept if size == GROUP_SIZE else written, shelf)

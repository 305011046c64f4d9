"""From placode back to text: the second part of the book, read by group.

A group that the book lacks, a figure that does not stand three times, a spelling that never ends:
each is marked in the text as `‹...›` and listed, so that damage is seen and never read over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cablesim.codes.codebook import CodeBook, Control, Entry, EntryKind
from cablesim.codes.encoding import FIGURES, FILLED, IN_BOOK, SPELLED, TIMES
from cablesim.codes.spacing import gap
from cablesim.systems.working import WorkedLine, Working

CONVENTIONS = (
    "every group is looked up in the second part of the book",
    "nulls are passed over; blanks are set by the book's rule",
    "what cannot be read is marked ‹ › and never guessed",
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the placode that does not read: the group's place (from 1) and the reason."""

    place: int
    group: str
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """One thing read: its groups, the first one's place (from 1), the text, a remark."""

    place: int
    groups: tuple[str, ...]
    text: str
    remark: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text read from a placode, what was read in order, and every doubt."""

    text: str
    read: tuple[Read, ...]
    doubts: tuple[Doubt, ...]

    def working(self) -> Working:
        """Return the clerk's sheet of the decoding."""
        lines = tuple(
            WorkedLine(number, (" ".join(item.groups), item.text.replace("\n", "¶")), item.remark)
            for number, item in enumerate(self.read, 1)
        )
        columns = ("groups", "plain")
        return Working("From code groups to words", CONVENTIONS, columns, lines, self.text)


@dataclass(slots=True)
class _Reader:
    """The clerk reading: what has been read, what is open, how the next blank stands."""

    book: CodeBook
    groups: Sequence[str]
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    read: list[Read] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    override: str | None = None

    def next_entry(self) -> Entry | None:
        """Pass over nulls and return what the next group stands for."""
        while self.at < len(self.groups):
            entry = self.book.entry_of(self.groups[self.at])
            if entry is None or entry.kind is not EntryKind.NULL:
                return entry
            self.at += 1
        return None

    def doubt(self, place: int, reason: str) -> None:
        """List something that does not read; place counts from 0 here."""
        group = self.groups[place] if place < len(self.groups) else ""
        self.doubts.append(Doubt(place + 1, group, reason))

    def say(self, text: str, start: int, remark: str) -> None:
        """Put a piece of text down, with the blank that belongs before it."""
        previous = self.pieces[-1] if self.pieces else ""
        blank = gap(previous, text) if self.override is None else self.override
        self.override = None
        self.pieces += [blank, text] if blank else [text]
        self.note(text, start, remark)

    def note(self, text: str, start: int, remark: str) -> None:
        """Put a line on the sheet without adding to the text."""
        self.read.append(Read(start + 1, tuple(self.groups[start : self.at]), text, remark))


def decode(groups: Sequence[str], book: CodeBook) -> Decoded:
    """Decode four-figure groups; damage is marked and listed, never guessed or dropped."""
    reader = _Reader(book, groups)
    while reader.at < len(groups):
        start = reader.at
        entry = book.entry_of(groups[start])
        reader.at += 1
        _take(reader, entry, start)
    return Decoded("".join(reader.pieces), tuple(reader.read), tuple(reader.doubts))


def _take(reader: _Reader, entry: Entry | None, start: int) -> None:
    """Read one entry, and whatever it opens."""
    if entry is None:
        reader.doubt(start, "the book does not have this group")
        reader.say(f"‹{reader.groups[start]}›", start, "not in the book")
        return
    match entry.kind:
        case EntryKind.WORD | EntryKind.SIGN:
            found = IN_BOOK if entry.kind is EntryKind.WORD else "sign"
            reader.say(entry.plain, start, found)
        case EntryKind.NULL:
            reader.note("", start, FILLED)
        case EntryKind.CONTROL:
            _steer(reader, Control(entry.plain), start)
        case EntryKind.SYLLABLE | EntryKind.LETTER | EntryKind.FIGURE:
            reader.doubt(start, f"a {entry.kind.value} outside a spelling or a number")
            reader.say(f"‹{entry.plain}›", start, f"stray {entry.kind.value}")


def _steer(reader: _Reader, control: Control, start: int) -> None:
    """Follow a steering group."""
    match control:
        case Control.PARAGRAPH:
            reader.say("\n", start, "paragraph")
        case Control.CLOSE_UP:
            reader.override = ""
            reader.note("", start, "no blank here")
        case Control.SPACE:
            reader.override = " "
            reader.note(" ", start, "a blank here")
        case Control.BEGIN_SPELL:
            reader.say(_spelling(reader, start), start, SPELLED)
        case Control.BEGIN_FIGURES:
            reader.say(_number(reader, start), start, FIGURES)
        case Control.REPEAT:
            _again(reader, start)
        case Control.END_SPELL | Control.END_FIGURES:
            reader.doubt(start, f"'{control.value}' with nothing to end")
            reader.say("‹?›", start, f"stray {control.value}")


def _until(
    reader: _Reader, start: int, end: Control, kinds: tuple[EntryKind, ...]
) -> tuple[list[str], bool]:
    """Collect the plains of some kinds until an end group; tell whether the end was found."""
    plains: list[str] = []
    while reader.at < len(reader.groups):
        entry = reader.book.entry_of(reader.groups[reader.at])
        if entry is not None and entry.kind is EntryKind.CONTROL and entry.plain == end.value:
            reader.at += 1
            return plains, True
        if entry is None or entry.kind not in kinds:
            if entry is not None and entry.kind is not EntryKind.NULL:
                break
            if entry is None:
                reader.doubt(reader.at, "the book does not have this group")
                plains.append("‹?›")
        else:
            plains.append(entry.plain)
        reader.at += 1
    reader.doubt(start, f"no '{end.value}' follows")
    return plains, False


def _spelling(reader: _Reader, start: int) -> str:
    """Read a spelled word."""
    kinds = (EntryKind.SYLLABLE, EntryKind.LETTER)
    plains, ended = _until(reader, start, Control.END_SPELL, kinds)
    return "".join(plains) if ended and plains else f"‹{''.join(plains)}›"


def _number(reader: _Reader, start: int) -> str:
    """Read a number; a figure that does not stand three times is decided by two of three."""
    plains, ended = _until(reader, start, Control.END_FIGURES, (EntryKind.FIGURE,))
    figures: list[str] = []
    for first in range(0, len(plains), TIMES):
        heard = plains[first : first + TIMES]
        figure, times = Counter(heard).most_common(1)[0]
        if times < TIMES:
            reader.doubt(start, f"a figure reads {' '.join(heard)} instead of three times the same")
        figures.append(figure if times * 2 > TIMES and figure != "‹?›" else "‹?›")
    number = "".join(figures)
    return number if ended and number else f"‹{number}›"


def _again(reader: _Reader, start: int) -> None:
    """Read a number that is said again and compare it with the one before."""
    before = reader.pieces[-1] if reader.pieces else ""
    entry = reader.next_entry()
    if entry is None or entry.plain != Control.BEGIN_FIGURES.value:
        reader.doubt(start, "'repeat' is not followed by a number")
        reader.note("", start, "stray repeat")
        return
    reader.at += 1
    again = _number(reader, start)
    if again != before:
        reader.doubt(start, f"the number reads {before} and then {again}")
    reader.note("", start, "the number again, after repeat")

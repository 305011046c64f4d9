"""A code book: plain words on one side, groups of figures on the other.

What clerks did: they looked up words and phrases, the longest that the book had, and wrote their
groups; what the book lacked they spelled between two groups that say "begin spell" and "end
spell"; common words had several groups, taken in turn, so that no group stood out.

The rule: every group belongs to one entry; an entry may have several groups. A two-part book
lists its groups in an order that has nothing to do with the alphabet, so that it needs a second
part, sorted by group, for decoding.

Source: the general form of such books (`evidence/practice.md`, unit A5); every book here is made
up for teaching.

>>> book = CodeBook("tiny", (Entry(EntryKind.WORD, "KOREA", ("6629", "0417")),))
>>> book.entry_of("0417").plain
'KOREA'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from cablesim.codes.errors import CodeError


class EntryKind(StrEnum):
    """What an entry stands for."""

    WORD = "word"
    SYLLABLE = "syllable"
    LETTER = "letter"
    FIGURE = "figure"
    SIGN = "sign"
    CONTROL = "control"
    NULL = "null"


class Control(StrEnum):
    """The groups that steer the reader instead of meaning words."""

    PARAGRAPH = "paragraph"
    BEGIN_SPELL = "begin-spell"
    END_SPELL = "end-spell"
    BEGIN_FIGURES = "begin-figures"
    END_FIGURES = "end-figures"
    REPEAT = "repeat"
    CLOSE_UP = "close-up"
    SPACE = "space"


GROUP_SIZE = 4
_CONTROLS = frozenset(control.value for control in Control)
_CHOICE = ", ".join(Control)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the book: what it stands for and its groups of four figures."""

    kind: EntryKind
    plain: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeBook:
    """A book of entries; it refuses what cannot be told apart or cannot be read.

    That is a group that stands twice or is not four figures, an entry that stands twice or has no
    group, and a steering entry that no clerk knows.
    """

    title: str
    entries: tuple[Entry, ...]
    _by_group: dict[str, Entry] = field(init=False, repr=False, compare=False)
    _by_plain: dict[tuple[EntryKind, str], Entry] = field(init=False, repr=False, compare=False)
    _phrases: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_group: dict[str, Entry] = {}
        by_plain: dict[tuple[EntryKind, str], Entry] = {}
        for entry in self.entries:
            if not entry.groups:
                raise CodeError(f"'{entry.plain}' has no group; give it one of four figures")
            if entry.kind is EntryKind.CONTROL and entry.plain not in _CONTROLS:
                raise CodeError(f"'{entry.plain}' steers nothing; the controls are: {_CHOICE}")
            for group in entry.groups:
                _demand_group(group, entry)
                if group in by_group:
                    raise CodeError(
                        f"group {group} stands for both '{by_group[group].plain}' and "
                        f"'{entry.plain}'; give one of them another group"
                    )
                by_group[group] = entry
            if (entry.kind, entry.plain) in by_plain:
                raise CodeError(f"'{entry.plain}' stands twice; keep one entry with all its groups")
            by_plain[entry.kind, entry.plain] = entry
        object.__setattr__(self, "_by_group", by_group)
        object.__setattr__(self, "_by_plain", by_plain)
        object.__setattr__(self, "_phrases", _by_first_word(self.of_kind(EntryKind.WORD)))

    def of_kind(self, kind: EntryKind) -> Iterator[Entry]:
        """Yield the entries of one kind in the book's order."""
        return (entry for entry in self.entries if entry.kind is kind)

    def entry_of(self, group: str) -> Entry | None:
        """Return what a group stands for, or None where the book does not have it."""
        return self._by_group.get(group)

    def entry(self, kind: EntryKind, plain: str) -> Entry | None:
        """Return the entry for a plain of one kind, or None."""
        return self._by_plain.get((kind, plain))

    def control(self, control: Control) -> Entry:
        """Return a steering entry; a book that lacks it cannot write the text."""
        entry = self.entry(EntryKind.CONTROL, control.value)
        if entry is None:
            raise CodeError(f"the book has no group for '{control.value}'; add it to its controls")
        return entry

    def phrases_from(self, word: str) -> tuple[str, ...]:
        """Return the word entries that begin with this word, the longest first."""
        return self._phrases.get(word, ())

    def __len__(self) -> int:
        return len(self.entries)


def _demand_group(group: str, entry: Entry) -> None:
    """Refuse a group that is not four figures."""
    if len(group) != GROUP_SIZE or not (group.isascii() and group.isdigit()):
        raise CodeError(
            f"'{group[:20]}' for '{entry.plain}' is no group of {GROUP_SIZE} figures; "
            "write it in quotes with its leading zeros"
        )


def first_word(phrase: str) -> str:
    """Return the run of letters that a phrase begins with, or its first sign.

    >>> first_word("PEOPLE'S REPUBLIC")
    'PEOPLE'
    """
    end = 0
    while end < len(phrase) and phrase[end].isalpha():
        end += 1
    return phrase[: max(end, 1)]


def _by_first_word(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Index phrases by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        found.setdefault(first_word(entry.plain), []).append(entry.plain)
    return {word: tuple(sorted(plains, key=len, reverse=True)) for word, plains in found.items()}

"""Which entry of the book stands behind a wrong group, and what may be said of it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from cablesim.codes.codebook import GROUP_SIZE, Control, Entry, EntryKind
from cablesim.exercises.figures import minus
from cablesim.exercises.judging.rows import Row
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.slips import SHORTER_ENTRY
from cablesim.exercises.texts import begins
from cablesim.text.groups import cut

# So many figures of a sum may well be a slip of the sum.
FEW = 2
WRONG_ROW, OTHER_ENTRY = "wrong-row", "other-entry"
# One group is enough to know these by: slips of a sum hardly ever give them.
_SURE = frozenset({WRONG_ROW, SHORTER_ENTRY})
_SPELLING = frozenset({EntryKind.SYLLABLE, EntryKind.LETTER})
LOOKED_UP = frozenset({SHORTER_ENTRY, OTHER_ENTRY})


class OtherEntry(NamedTuple):
    """An entry in the place of the right one: the mistake's name, its group, what is wanted.

    Without a name it is not sure that it was looked up.
    """

    name: str
    code: str
    found: str
    wanted: str
    changed: int

    def told(self, *, added: bool, anew: bool) -> str:
        """Say what a group is: less the pad where one is added, in part where cut anew."""
        what = f"{self.code}, {self.found}" if added or anew else self.found
        how = "has figures of" if anew else "is"
        which = "less the pad it" if added else "that"
        if self.name == SHORTER_ENTRY:
            return f"{which} {how} {what} in the book; a longer entry fits, look further"
        return f"{which} {how} {what} in the book, and {self.wanted} is wanted"


Entries: TypeAlias = dict[int, OtherEntry]


def other(work: BookWork, code: str, right: str) -> OtherEntry | None:
    """Return what is said of a group of the book that stands for another; None if it does not."""
    shelf, seen = work.text.shelf, work.text.seen
    found, entry = shelf.book.entry_of(code), shelf.book.entry_of(right)
    if found is None or entry is None or found is entry:
        return None
    beside = {near.plain for near in (*seen.above_and_below(entry), *shelf.above_and_below(entry))}
    name = OTHER_ENTRY
    if found.kind is EntryKind.WORD and found.plain in beside:
        name = WRONG_ROW
    if begins(found, entry):
        name = SHORTER_ENTRY
    changed = sum(map(str.__ne__, code, right))
    says = _of_its_kind if found.plain == entry.plain else _named
    return OtherEntry(name, code, says(found), says(entry), changed)


def entries_behind(work: BookWork, row: Row) -> Entries:
    """Return which groups of a row hold the figures of wrong entries, and what is said.

    A group counts only if every entry in it that is not right is another one of the book. Under a
    pad a slip of the sum may come out as an entry by chance: far ones are named only where all
    groups that are wrong, and more than one, are other entries.
    """
    size = work.text.size
    head, pad = head_and_pad(work, row)
    written = "".join(row)[len(head) :]
    right = work.text.codes[sum(work.units[: work.given]) :]
    if len(written) != GROUP_SIZE * len(right):
        return {}
    codes = cut(minus(written, pad[: len(written)]), GROUP_SIZE)
    wrong = {n: other(work, codes[n], right[n]) for n in range(len(right)) if codes[n] != right[n]}
    sure = not work.task.adds or (
        len(wrong) > 1 and all(each and each.changed > FEW for each in wrong.values())
    )
    found: Entries = {}
    for place in range(len(row)):
        first = place * size - len(head)
        touched = range(max(first, 0) // GROUP_SIZE, -(-(first + size) // GROUP_SIZE))
        others = [wrong[n] for n in touched if n in wrong]
        if others and others[0] and all(each and each.name == others[0].name for each in others):
            named = sure or others[0].name in _SURE
            found[place] = others[0] if named else others[0]._replace(name="")
    return found


def head_and_pad(work: BookWork, row: Row) -> tuple[str, str]:
    """Return the indicator that the answer must begin with, and the additive behind it."""
    size = work.text.size
    if not work.task.adds:
        return "", "0" * len("".join(row))
    this = work.pages[work.page]
    done = sum(work.units[: work.given]) * size
    return ("" if work.given else this.indicator), this.additive(len(this.row), done)


def spelled_otherwise(work: BookWork, row: Row) -> bool:
    """Say whether groups that stand in the book say the text, its names spelled otherwise."""
    if in_part(work):
        return False
    entry_of = work.text.shelf.book.entry_of
    for group, right in zip(row, work.groups, strict=False):
        if group != right:
            entry, meant = entry_of(group), entry_of(right)
            if entry is not meant:
                kinds = {each.kind for each in (entry, meant) if each}
                return kinds <= _SPELLING and _read(work, row) == _read(work, work.groups)
    return False


def in_part(work: BookWork) -> bool:
    """Say whether a group that is written is not as it stands in the book."""
    return work.task.adds or work.text.size != GROUP_SIZE


def _read(work: BookWork, row: Row) -> list[tuple[str, str]]:
    """Return the entries of a row by kind and words; what is spelled is one, whatever spells it."""
    found: list[tuple[str, str]] = []
    for group in row:
        entry = work.text.shelf.book.entry_of(group)
        kind, plain = (entry.kind, entry.plain) if entry else ("", group)
        if kind in _SPELLING and found and found[-1][0] == Control.BEGIN_SPELL:
            found[-1] = (Control.BEGIN_SPELL, found[-1][1] + plain)
        elif kind is EntryKind.CONTROL and plain == Control.BEGIN_SPELL:
            found.append((Control.BEGIN_SPELL, ""))
        else:
            found.append((kind, plain))
    return found


def is_null(work: BookWork, code: str) -> bool:
    """Say whether a group of the book means nothing."""
    entry = work.text.shelf.book.entry_of(code)
    return entry is not None and entry.kind is EntryKind.NULL


def _named(entry: Entry) -> str:
    """Return an entry as it is spoken of."""
    return entry.plain.replace("\n", "¶")


def _of_its_kind(entry: Entry) -> str:
    """Return an entry as it is spoken of beside one of another kind that reads the same."""
    return f"the {entry.kind} {_named(entry)}"

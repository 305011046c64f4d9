"""Judging groups and words of a book exercise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from cablesim.codes.codebook import GROUP_SIZE, EntryKind
from cablesim.exercises.answers import (
    read_groups,
    tokens,
    too_few,
)
from cablesim.exercises.figures import is_swap, minus, plus
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.slips import SINGLE_WORDS
from cablesim.exercises.rows import WRONG, Compared, Miss, Row, Slips, compared
from cablesim.exercises.telling import remarks, written
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.text.groups import cut


class OtherEntry(NamedTuple):
    """An entry in the place of the right one: the mistake's name, what it is, what is wanted."""

    name: str
    found: str
    wanted: str

    @property
    def as_group(self) -> str:
        """What is said where groups are those of the book."""
        return f"that is {self.found} in the book, and {self.wanted} is wanted"

    @property
    def in_fives(self) -> str:
        """What is said where groups were cut anew."""
        return f"that has figures of {self.found}, and {self.wanted} is wanted"


Entries: TypeAlias = dict[int, OtherEntry]


def judge_groups(work: BookWork, answer: str) -> Verdict:
    """Return the verdict of groups: of an encoding, or of a pad taken off."""
    size, model = work.text.size, work.groups
    found = read_groups(answer, size, len(model))
    if found.trouble:
        row = _unfilled(work, answer)
        return _judged(work, row) if row else _carried_out(work, answer) or unread(found.trouble)
    if found.groups == model:
        return Verdict(1.0, " ".join(model), (), (True,) * len(model))
    return _judged(work, found.groups)


def _unfilled(work: BookWork, answer: str) -> Row:
    """Return the groups of single words looked up, run together, that do not fill the last one."""
    written = "".join(tokens(answer))
    fits = work.task.encodes and work.task.codes and written.isascii() and written.isdigit()
    row = cut(written, work.text.size) if fits else ()
    return row if _looked_up_singly(work, row) else ()


def _looked_up_singly(work: BookWork, row: Row) -> bool:
    """Say whether a row is the text in single words, whichever of their groups were taken.

    Groups that mean nothing may fill it up, or what is left of a group.
    """
    if work.given or not (work.task.encodes and work.task.codes):
        return False
    body = "".join(row)
    head, pad = _head_and_pad(work, row)
    if not body.startswith(head):
        return False
    body = body[len(head) :]
    least = min(map(len, work.text.singly_read), default=0)
    if not least or len(body) // GROUP_SIZE < least:
        return False
    length = min(len(body), len(pad))
    codes = list(cut(minus(body[:length], pad[:length]), GROUP_SIZE))
    while codes and (len(codes[-1]) < GROUP_SIZE or _is_null(work, codes[-1])):
        codes.pop()
    entries = map(work.text.shelf.book.entry_of, codes)
    read = tuple(entry.plain if entry else "" for entry in entries)
    return read in work.text.singly_read


def _judged(work: BookWork, row: Row) -> Verdict:
    """Return the verdict of groups that are not the model as it stands."""
    size, model = work.text.size, work.groups
    offset = work.offset
    own = row
    if offset and len(row) == len(model) + offset:
        row = row[offset:]  # Whoever writes the given groups again has done nothing wrong.
        own = row
    read = " ".join(row)
    notes: tuple[Remark, ...] = ()
    slips = Slips(work.slips, size, offset * size)
    entries: Entries = {}
    whole = slips.whole(row)
    if work.task.encodes and work.task.codes:
        whole = whole or SINGLE_WORDS * _looked_up_singly(work, row)
    if not whole and len(row) < len(model):
        return unread(too_few(len(row), len(model), "groups"), read)
    if not whole and work.task.encodes and work.task.codes:
        row, notes = _by_the_book(work, row)
        entries = _entries_behind(work, row) if size != GROUP_SIZE else {}
    result = compared(
        row, model, slips, lambda place, wrote: _local(work, place, wrote, entries), whole
    )
    told = remarks(
        work.exercise,
        result,
        work.values,
        lambda miss: _why_group(work, miss, entries),
        offset=offset,
    )
    shown = written(result, offset)
    if notes:
        shown = _as_written(shown, own)
    return Verdict(_score(work, result), read, (*told, *notes), result.parts, wrote=shown)


def _as_written(shown: Sequence[Part], own: Row) -> tuple[Part, ...]:
    """Return parts with the learner's own groups, where others were read for them.

    What stands behind the parts, such as a null, does no harm.
    """
    groups = iter(own)
    found = [Part(next(groups, p.text) if p.text else "", p.number, p.right) for p in shown]
    last = max((each.number for each in found if each.text), default=0)
    return (*found, *(Part(each, n, right=True) for n, each in enumerate(groups, last + 1)))


def _carried_out(work: BookWork, answer: str) -> Verdict | None:
    """Return the verdict of groups of which some are a figure too long because a ten was carried.

    The figure in front is left off to judge the rest; the group itself is the mistake.
    """
    size = work.text.size
    figures = tokens(answer)
    long = [place for place, token in enumerate(figures) if len(token) == size + 1]
    fits = all(token.isascii() and token.isdigit() for token in figures)
    if not (work.task.adds and work.task.encodes and long and fits):
        return None
    if any(figures[place][0] != "1" for place in long):
        return None
    row = tuple(token[-size:] for token in figures)
    if len(row) != len(work.groups) or any(len(token) != size for token in row):
        return None
    verdict = _judged(work, row) if row != work.groups else Verdict(1.0, "")
    misses = tuple(Miss(place, figures[place], "carried", place) for place in long)
    told = remarks(
        work.exercise, Compared((), misses, 0), work.values, lambda _: "", offset=work.offset
    )
    rest = tuple(each for each in verdict.remarks if each.mistake != "carried")
    right = verdict.parts or (True,) * len(row)
    parts = tuple(ok and place not in long for place, ok in enumerate(right))
    score = float(all(parts)) if work.task.whole else sum(parts) / len(parts)
    shown = tuple(Part(each, n + 1 + work.offset, parts[n]) for n, each in enumerate(figures))
    return Verdict(score, " ".join(figures), (*told, *rest), parts, wrote=shown)


def _score(work: BookWork, result: Compared) -> float:
    """Return the share of parts, or all or nothing."""
    whole = work.task.whole
    return float(all(result.parts) and not result.misses) if whole else result.share


def _by_the_book(work: BookWork, row: Row) -> tuple[Row, tuple[Remark, ...]]:
    """Read every other group of the right entry as the model's own, and say so.

    Of several groups for one entry any is right; so are other fillers, or none.
    """
    size = work.text.size
    head, pad = _head_and_pad(work, row)
    figures = "".join(row)
    if figures[: len(head)] != head:
        return row, ()
    body = figures[len(head) :]
    length = min(len(body), len(pad))
    codes = list(cut(minus(body[:length], pad[:length]), GROUP_SIZE))
    start = sum(work.units[: work.given])
    shelf, notes = work.text.shelf, []
    model = work.text.codes[start:]
    for place, (code, meant) in enumerate(zip(codes, model, strict=False)):
        entry = shelf.book.entry_of(meant)
        if code != meant and entry is not None and code in entry.groups:
            codes[place] = meant
            text = f"{code} is another group for {entry.plain}; that is right too."
            notes.append(Remark(text, place + 1, wrote=code, right=True))
    while len(codes) > len(model) and _is_null(work, codes[-1]):
        notes.append(Remark(f"{codes.pop()} is a null and does no harm.", right=True))
    if not notes:
        return row, ()
    body = "".join(codes)
    tail = figures[len(head) + length :]
    return cut(head + plus(body, pad[: len(body)]) + tail, size), tuple(notes)


def _head_and_pad(work: BookWork, row: Row) -> tuple[str, str]:
    """Return the indicator that the answer must begin with, and the additive behind it."""
    size = work.text.size
    if not work.task.adds:
        return "", "0" * len("".join(row))
    this = work.pages[work.page]
    done = sum(work.units[: work.given]) * size
    return ("" if work.given else this.indicator), this.additive(len(this.row), done)


def _is_null(work: BookWork, code: str) -> bool:
    """Say whether a group of the book means nothing."""
    entry = work.text.shelf.book.entry_of(code)
    return entry is not None and entry.kind is EntryKind.NULL


def _local(work: BookWork, place: int, wrote: str, entries: Entries) -> str:
    """Name a mistake made at one group alone."""
    meant = work.groups[place]
    if is_swap(wrote, meant):
        return "swapped"
    if place in entries:
        return entries[place].name
    if not (work.task.codes and work.text.size == GROUP_SIZE):
        return ""
    other = _other(work, *_codes_at(work, place, wrote))
    return other.name if other else ""


def _other(work: BookWork, code: str, right: str) -> OtherEntry | None:
    """Return what is said of a group of the book that stands for another; None if it does not."""
    shelf, seen = work.text.shelf, work.text.seen
    found, entry = shelf.book.entry_of(code), shelf.book.entry_of(right)
    if found is None or entry is None or found is entry:
        return None
    beside = {near.plain for near in (*seen.above_and_below(entry), *shelf.above_and_below(entry))}
    name = "wrong-row" if found.plain in beside else "other-entry"
    return OtherEntry(name, _named(found.plain), _named(entry.plain))


def _entries_behind(work: BookWork, row: Row) -> Entries:
    """Return which groups of a row cut anew hold the figures of wrong entries, and what is said.

    A group counts only if every entry in it that is not right is another one of the book.
    """
    size = work.text.size
    head, pad = _head_and_pad(work, row)
    written = "".join(row)[len(head) :]
    if len(head) + len(written) != len(work.row):
        return {}
    codes = cut(minus(written, pad[: len(written)]), GROUP_SIZE)
    right = cut(work.text.row, GROUP_SIZE)
    wrong = {n: _other(work, codes[n], right[n]) for n in range(len(right)) if codes[n] != right[n]}
    found: Entries = {}
    for place in range(len(row)):
        first = place * size - len(head)
        touched = range(max(first, 0) // GROUP_SIZE, -(-(first + size) // GROUP_SIZE))
        others = [wrong[n] for n in touched if n in wrong]
        if others and others[0] and all(each and each.name == others[0].name for each in others):
            found[place] = others[0]
    return found


def _codes_at(work: BookWork, place: int, wrote: str) -> tuple[str, str]:
    """Return the group of the book behind a written group, and the right one."""
    at = place + work.offset - (work.task.indicator and work.task.adds)
    right = work.text.codes[at] if 0 <= at < len(work.text.codes) else ""
    if not work.task.adds:
        return wrote, right
    pad = work.pages[work.page].additive(GROUP_SIZE, at * GROUP_SIZE) if at >= 0 else ""
    return (minus(wrote, pad) if len(pad) == len(wrote) else ""), right


def _why_group(work: BookWork, miss: Miss, entries: Entries) -> str:
    """Say what the book has for a group, or which of its figures are wrong."""
    if miss.place >= len(work.groups):
        return ""
    meant = work.groups[miss.place]
    if miss.place in entries:
        return entries[miss.place].in_fives
    if work.task.codes and work.task.encodes and work.text.size == GROUP_SIZE:
        other = _other(work, *_codes_at(work, miss.place, miss.wrote))
        if other:
            return other.as_group
    if miss.name != WRONG or len(miss.wrote) != len(meant):
        return ""
    wrong = [n for n in range(len(meant)) if miss.wrote[n] != meant[n]]
    *before, last = [str(n + 1) for n in wrong]
    places = " and ".join(filter(None, (", ".join(before), last)))
    if len(wrong) == len(meant):
        return "none of its figures is right; work it again from the first"
    many = len(wrong) > 1
    return f"figure{'s' * many} {places} of it {'are' if many else 'is'} not right"


def _named(plain: str) -> str:
    """Return an entry as it is spoken of."""
    return plain.replace("\n", "¶")

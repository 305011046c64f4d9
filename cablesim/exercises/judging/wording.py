"""Judging a text word by word against what the groups say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from cablesim.exercises.judging.hearing import apart, near, slip_of_the_pen
from cablesim.exercises.judging.moves import moved
from cablesim.exercises.judging.rows import (
    MISSING,
    MORE,
    MOVED,
    WRONG,
    Column,
    Compared,
    Miss,
    columns_of,
    opcodes,
)
from cablesim.exercises.reading.answers import in_letters, words
from cablesim.exercises.shelf import Shelf
from cablesim.exercises.texts import BookText, Segment
from cablesim.exercises.verdict import Remark

_UNKNOWN = frozenset({WRONG, MISSING, MORE, MOVED})


@dataclass(frozen=True, slots=True)
class Worded:
    """Words beside the model: right or not for each, the misses, words read in spite of a typo."""

    parts: tuple[bool, ...]
    misses: tuple[Miss, ...]
    typos: tuple[tuple[int, str, str], ...]
    written: int
    columns: tuple[Column, ...]

    @property
    def compared(self) -> Compared:
        """The words as groups are compared."""
        return Compared(self.parts, self.misses, self.written, self.columns)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words as they were written, those that were run together apart."""
        return tuple(column.wrote for column in self.columns if column.wrote)

    @property
    def known(self) -> bool:
        """Some mistake has a name."""
        return any(miss.name not in _UNKNOWN for miss in self.misses)

    def heard(self, offset: int = 0) -> tuple[Remark, ...]:
        """Return how words with a typo were read; `offset` words stand before the first of all."""
        return tuple(
            Remark(f"{wrote} was read as {meant}.", offset + place + 1, wrote=wrote, right=True)
            for place, wrote, meant in self.typos
        )

    @property
    def whole(self) -> bool:
        """All words are right, and none is too many."""
        return all(self.parts) and not self.misses

    @property
    def share(self) -> float:
        """The share of words that are right; words too many count as wrong ones."""
        return sum(self.parts) / max(len(self.parts), self.written, 1)


def worded(answer: Sequence[str], segments: Sequence[Segment], text: BookText) -> Worded:
    """Compare words with those of some entries; a wrong entry is named by where the book has it."""
    model = [word for segment in segments for word in segment.words]
    shown, heard, typos = _heard(answer, model, text.shelf)
    parts = [False] * len(model)
    misses: list[Miss] = []
    codes = opcodes(model, heard)
    columns = tuple(columns_of(shown, codes))
    alone = sum(code[0] != "equal" for code in codes) == 1
    column = 0
    for kind, start, end, first, last in codes:
        here, column = column, column + max(end - start, last - first)
        if kind == "equal":
            parts[start:end] = [True] * (end - start)
            continue
        wrote = tuple(heard[first:last])
        entry = _entry(start, end, wrote, segments, text) if wrote or alone else None
        if entry is not None:
            misses.append(entry._replace(column=here + entry.column))
        elif kind == "insert":
            misses.append(Miss(start, " ".join(wrote), MORE, here))
        elif kind == "delete":
            misses += [Miss(n, "", MISSING, here + n - start) for n in range(start, end)]
        else:
            misses.append(Miss(start, " ".join(wrote), WRONG, here))
    known = any(miss.name not in _UNKNOWN for miss in misses)
    told = () if known else moved(heard, model, columns)
    return Worded(tuple(parts), told or tuple(misses), tuple(typos), len(heard), columns)


def closest(
    answers: Iterable[Sequence[str]], segments: Sequence[Segment], text: BookText
) -> tuple[Sequence[str], Worded]:
    """Return, of several readings of an answer, that which explains it best, and what is right.

    One with a wrong entry of the book comes first, then that with most words right, the shortest.
    """
    rows = tuple(dict.fromkeys(answers))
    if len(rows) == 1:
        return rows[0], worded(rows[0], segments, text)
    judged = ((answer, worded(answer, segments, text)) for answer in rows)
    return max(judged, key=lambda pair: (pair[1].known, pair[1].share, -pair[1].written))


def why_word(
    miss: Miss, segments: Sequence[Segment], shelf: Shelf, *, tell_group: bool = True
) -> str:
    """Say which group the book has for a word, and which group stands here if that may be told."""
    at, here = 0, ""
    meant: tuple[str, ...] = ()
    for part in segments:
        if at <= miss.place < at + len(part.words):
            here, meant = " ".join(part.groups), part.words
            break
        at += len(part.words)
    if miss.name == WRONG:
        told = here and tell_group
        return f"that is not what {here} stands for; look the group up again" if told else ""
    wrote = tuple(words(miss.wrote))
    entry = shelf.named(wrote)
    if entry and _lacks_words(wrote, meant):
        group = f"the group here, {here}," if tell_group else "the group that stands here"
        return f"that alone is {entry.groups[0]} in the book; {group} says more"
    stands = f"here stands {here}" if tell_group else "another group stands here"
    return f"that is {entry.groups[0]} in the book, and {stands}" if entry else ""


def _lacks_words(wrote: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Say whether words are those of an entry, less some that stand together in it."""
    left = len(meant) - len(wrote)
    return left > 0 and any(
        meant[:at] + meant[at + left :] == wrote for at in range(len(wrote) + 1)
    )


def _heard(
    answer: Sequence[str], model: Sequence[str], shelf: Shelf
) -> tuple[list[str], list[str], list[tuple[int, str, str]]]:
    """Read words through slips of the pen; return them as written, as meant, and the slips.

    They are figures that look like letters, one sign wrong in a long word that is no other entry,
    and words without blanks between.
    """
    known = set(model)
    shown: list[str] = []
    heard: list[str] = []
    typos: list[tuple[int, str, str]] = []
    for word in answer:
        meant: Sequence[str] = (word,)
        if word not in known and not shelf.named((word,)):
            one = _in_letters(word, known, shelf) or _typo(word, known)
            meant = (one,) if one else apart(word, known) or meant
        if meant[0] != word:
            typos.append((len(heard), word, " ".join(meant)))
        shown += meant if len(meant) > 1 else (word,)
        heard += meant
    return shown, heard, typos


def _in_letters(word: str, known: Collection[str], shelf: Shelf) -> str:
    """Return the word that is meant where figures look like its letters, or nothing."""
    meant = in_letters(word)
    wanted = (each for each in meant if each in known)
    return next(wanted, "") or next((each for each in meant if shelf.named((each,))), "")


def _typo(word: str, known: Collection[str]) -> str:
    """Return the one long word that is meant by a slip of the pen, or nothing."""
    meant = near(word, known)
    return meant if meant and slip_of_the_pen(word, meant) else ""


def _entry(
    start: int, end: int, wrote: tuple[str, ...], segments: Sequence[Segment], text: BookText
) -> Miss | None:
    """Return the miss for words that make another entry of the one that stands there, if they do.

    Words that both entries share are right and stand beside the wrong ones: they belong to the
    entry that was looked up. The miss has its column counted from the first that is wrong; where
    words are only left out, it is that of the first word of the entry.
    """
    at = 0
    shelves = (text.shelf, text.seen)
    for segment in segments:
        stop = at + len(segment.words)
        touches = at <= start and end <= stop
        spoken = (*segment.words[: start - at], *wrote, *segment.words[end - at :])
        entry = text.shelf.named(spoken) if touches else None
        if entry is not None and spoken != segment.words:
            rows = [shelf.rows_beside(group) for group in segment.groups for shelf in shelves]
            beside = {near.plain for near in chain.from_iterable(rows)}
            name = "wrong-row" if entry.plain in beside else "other-entry"
            begins = at - start if start > at else end - start
            return Miss(min(start, stop - 1), entry.plain, name, 0 if wrote else begins)
        at = stop
    return None

"""Judging a text word by word against what the groups say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cablesim.exercises.answers import edit_distance, in_letters
from cablesim.exercises.rows import MISSING, MORE, WRONG, Miss, opcodes
from cablesim.exercises.shelf import Shelf
from cablesim.exercises.texts import Segment

LEAST_FOR_TYPO = 5


@dataclass(frozen=True, slots=True)
class Worded:
    """Words beside the model: right or not for each, the misses, words read in spite of a typo."""

    parts: tuple[bool, ...]
    misses: tuple[Miss, ...]
    typos: tuple[tuple[int, str, str], ...]
    written: int

    @property
    def share(self) -> float:
        """The share of words that are right; words too many count as wrong ones."""
        return sum(self.parts) / max(len(self.parts), self.written, 1)


def worded(answer: Sequence[str], segments: Sequence[Segment], shelf: Shelf) -> Worded:
    """Compare words with those of some entries; a wrong entry is named by where the book has it."""
    model = [word for segment in segments for word in segment.words]
    heard, typos = _heard(answer, model, shelf)
    parts = [False] * len(model)
    misses: list[Miss] = []
    for kind, start, end, first, last in opcodes(model, heard):
        if kind == "equal":
            parts[start:end] = [True] * (end - start)
            continue
        wrote = tuple(heard[first:last])
        entry = _entry(start, end, wrote, segments, shelf)
        if entry is not None:
            misses.append(entry)
        elif kind == "insert":
            misses.append(Miss(start, " ".join(wrote), MORE))
        elif kind == "delete":
            misses += [Miss(place, "", MISSING) for place in range(start, end)]
        else:
            misses.append(Miss(start, " ".join(wrote), WRONG))
    return Worded(tuple(parts), tuple(misses), tuple(typos), len(heard))


def _heard(
    answer: Sequence[str], model: Sequence[str], shelf: Shelf
) -> tuple[list[str], list[tuple[int, str, str]]]:
    """Read words through slips of the pen.

    They are figures that look like letters, and one sign wrong in a long word that is no other
    entry.
    """
    known = set(model)
    heard: list[str] = []
    typos: list[tuple[int, str, str]] = []
    for place, word in enumerate(answer):
        meant = word
        if word not in known and not shelf.named((word,)):
            meant = _in_letters(word, known, shelf) or _typo(word, known) or word
        if meant != word:
            typos.append((place, word, meant))
        heard.append(meant)
    return heard, typos


def _in_letters(word: str, known: Collection[str], shelf: Shelf) -> str:
    """Return the word that is meant where figures look like its letters, or nothing."""
    meant = in_letters(word)
    wanted = (each for each in meant if each in known)
    return next(wanted, "") or next((each for each in meant if shelf.named((each,))), "")


def _typo(word: str, known: Collection[str]) -> str:
    """Return the one long word that differs in a sign at most, or nothing."""
    if len(word) < LEAST_FOR_TYPO:
        return ""
    near = [other for other in known if edit_distance(word, other, 1) <= 1]
    return near[0] if len(near) == 1 and len(near[0]) >= LEAST_FOR_TYPO else ""


def _entry(
    start: int, end: int, wrote: tuple[str, ...], segments: Sequence[Segment], shelf: Shelf
) -> Miss | None:
    """Return the miss for words that make another entry of the one that stands there, if they do.

    Words that both entries share are right and stand beside the wrong ones: they belong to the
    entry that was looked up.
    """
    at = 0
    for segment in segments:
        stop = at + len(segment.words)
        touches = at <= start and end <= stop
        spoken = (*segment.words[: start - at], *wrote, *segment.words[end - at :])
        entry = shelf.named(spoken) if touches else None
        if entry is not None and spoken != segment.words:
            beside = {near.plain for group in segment.groups for near in shelf.rows_beside(group)}
            name = "wrong-row" if entry.plain in beside else "other-entry"
            return Miss(min(start, stop - 1), entry.plain, name)
        at = stop
    return None

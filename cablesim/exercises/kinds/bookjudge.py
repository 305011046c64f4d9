"""Judging words of a book exercise, and groups where words are wanted."""

from __future__ import annotations

from dataclasses import replace

from cablesim.exercises.answers import (
    LONGEST,
    TOO_LONG,
    read_groups,
    spoken_words,
    too_few,
    words,
)
from cablesim.exercises.figures import is_swap, spaced
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.groupjudge import scored
from cablesim.exercises.rows import MORE, WRONG, Compared, Miss, Slips, compared
from cablesim.exercises.telling import remarks, written
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.exercises.wording import worded

STAGE = 0.5


def judge_words(work: BookWork, answer: str) -> Verdict:
    """Return the verdict of words; figures are taken as code groups and judged as half the way."""
    if len(answer) > LONGEST:
        return unread(TOO_LONG)
    model = work.asked_words
    if answer.isascii() and answer.replace(" ", "").isdigit() and not any(map(str.isdigit, model)):
        return _judge_codes(work, answer)
    heard = tuple(spoken_words(answer, model))
    if not heard:
        return unread("Nothing was written that could be read; write the words.")
    if heard == model:
        return Verdict(1.0, " ".join(heard), (), (True,) * len(model))
    if len(heard) == len(work.text.words) and heard == work.text.words:
        heard = heard[len(heard) - len(model) :]
    if all(map(str.isdigit, heard)) and not all(map(str.isdigit, model)):
        return _judge_codes(work, answer)
    result = worded(heard, work.left, work.text)
    offset = len(work.text.words) - len(model)
    told = remarks(
        work.exercise,
        result.compared,
        work.values,
        lambda miss: _why_word(work, miss),
        part="Word",
        offset=offset,
    )
    notes = tuple(
        Remark(f"{wrote} was read as {meant}.", place + 1, wrote=wrote, right=True)
        for place, wrote, meant in result.typos
    )
    shown = written(result.compared, offset)
    return Verdict(
        scored(work, result.compared), " ".join(heard), (*told, *notes), result.parts, wrote=shown
    )


def _why_word(work: BookWork, miss: Miss) -> str:
    """Say which group the book has for a word, and which group stands here."""
    at = 0
    here = ""
    for part in work.left:
        if at <= miss.place < at + len(part.words):
            here = " ".join(part.groups)
            break
        at += len(part.words)
    if miss.name in (WRONG, MORE):
        return f"that is not what {here} stands for; look the group up again" if here else ""
    entry = work.text.shelf.named(tuple(words(miss.wrote)))
    return f"that is {entry.groups[0]} in the book, and here stands {here}" if entry else ""


def _judge_codes(work: BookWork, answer: str) -> Verdict:
    """Return the verdict of code groups where words are wanted: half the way, if they are right."""
    size, model = work.text.size, work.text.groups
    found = read_groups(answer, size, len(model))
    if found.trouble:
        return unread(found.trouble)
    row = found.groups
    read = " ".join(row)
    parts = (False,) * len(work.asked_words)
    if row == model:
        text = remarks(
            work.exercise,
            Compared((), (Miss(0, spaced("".join(row), size), "not-looked-up"),), 0),
            work.values,
            lambda _: "",
        )
        half = STAGE if work.task.adds and not work.task.whole else 0.0
        shown = tuple(Part(group, n, right=True) for n, group in enumerate(row, 1))
        told = tuple(replace(each, part=0) for each in text)
        return Verdict(half, read, told, parts, wrote=shown)
    slips = Slips(work.slips, size)
    if len(row) < len(model) and not slips.whole(row):
        return unread(too_few(len(row), len(model), "groups"), " ".join(row))
    result = compared(
        row, model, slips, lambda place, wrote: "swapped" * is_swap(wrote, model[place])
    )
    told = remarks(work.exercise, result, work.values, lambda _: "")
    half = STAGE * result.share if work.task.adds and not work.task.whole else 0.0
    return Verdict(half, read, told, parts, wrote=written(result))

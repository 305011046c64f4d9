"""Judging the words that were read from groups; the groups alone are half the way."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.exercises.figures import spaced
from cablesim.exercises.judging.along import OFF, turned
from cablesim.exercises.judging.besidewords import groups_of, words_alone
from cablesim.exercises.judging.hearing import readings, spells, trouble
from cablesim.exercises.judging.rows import Compared, Miss, Row, Slips
from cablesim.exercises.judging.telling import remarks, written
from cablesim.exercises.judging.wording import closest, why_word
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.groupwise import (
    by_groups,
    slips_beside,
    summed,
    two_at_once,
    why_beside,
    wrong_figures,
)
from cablesim.exercises.kinds.padlaid import named_singly, why_single
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, read_groups, too_few, words
from cablesim.exercises.verdict import Part, Verdict, unread
from cablesim.text.groups import cut

STAGE = 0.5
# The end of what is said of groups that cannot be read, where it is groups that are wanted.
_AGAIN = "Write it again."


def judge_words(work: BookWork, answer: str) -> Verdict:
    """Return the verdict of words; figures are taken as code groups and judged as half the way."""
    if len(answer) > LONGEST:
        return unread(TOO_LONG)
    model = work.asked_words
    if answer.isascii() and answer.replace(" ", "").isdigit() and not any(map(str.isdigit, model)):
        return _judge_codes(work, answer)
    heard = words_alone(answer, model, work.text.shelf, lambda: _known(work))
    if not heard:
        return unread("Nothing was written that could be read; write the words.")
    rows = () if heard == model else tuple(_left_over(work, answer, heard))
    if heard == model or any(spells(row, model) for row in rows):
        return Verdict(1.0, " ".join(model), (), (True,) * len(model))
    codes = next((row for row in rows if all(map(str.isdigit, row))), ())
    if codes and not all(map(str.isdigit, model)):
        return _judge_codes(work, " ".join(codes))
    unclear = trouble(heard, model, work.text.shelf) or _not_looked_up(work, answer, heard)
    return unread(unclear) if unclear else _worded(work, rows)


def _not_looked_up(work: BookWork, answer: str, heard: Row) -> str:
    """Say which groups of the text were written where words are wanted, and words are missing."""
    if len(heard) >= len(work.asked_words) or not any(map(str.isdigit, answer)):
        return ""
    spoken = f" {' '.join(heard)} "
    said = {
        group
        for part in work.left
        for group in part.groups
        if f" {' '.join(part.words)} " not in spoken
    }
    found = list(dict.fromkeys(word for word in words(answer) if word in said))
    if not found:
        return ""
    stand = "stands" if len(found) == 1 else "stand"
    return f"{' '.join(found)} {stand} where words are wanted: look up every group, then write all."


def _left_over(work: BookWork, answer: str, heard: Row) -> Iterator[Row]:
    """Yield each reading of an answer, and what it has behind the words that are given."""
    model, whole = work.asked_words, work.text.words
    given = whole[: len(whole) - len(model)]
    for row in readings(answer, heard, model, work.text.shelf, lambda: _known(work)):
        yield row
        if given and row[: len(given)] == given and row != given:
            yield row[len(given) :]
        elif given and spells(row, whole):
            yield model


def _known(work: BookWork) -> frozenset[str]:
    """Return the groups that may stand beside words: of the text, of what came, of the pages."""
    size = work.text.size
    pages = (group for page in work.pages for group in cut(page.row, size))
    came = cut(work.cipher, size) if work.task.adds else ()
    return frozenset((*groups_of(work.text), *pages, *came))


def _worded(work: BookWork, rows: tuple[Row, ...]) -> Verdict:
    """Return the verdict of words in the reading that suits the learner best."""
    left = work.left
    _, result = closest(rows, left, work.text)
    offset = len(work.text.words) - len(work.asked_words)
    told = remarks(
        work.exercise,
        result.compared,
        work.values,
        lambda miss: why_word(miss, left, work.text.shelf, tell_group=not work.task.adds),
        part="Word",
        offset=offset,
    )
    shown = written(result.compared, offset)
    score = float(result.whole) if work.task.whole else result.share
    return Verdict(
        score, " ".join(result.shown), (*told, *result.heard(offset)), result.parts, wrote=shown
    )


def _judge_codes(work: BookWork, answer: str) -> Verdict:
    """Return the verdict of code groups where words are wanted: half the way, if they are right."""
    size, model = work.text.size, work.text.groups
    found = read_groups(answer, size, len(model))
    if found.trouble:
        short = len("".join(answer.split())) < size
        why = f"{answer.strip()} is no word." if short else found.trouble.removesuffix(_AGAIN)
        return unread(f"{why.rstrip()} {work.how()}")
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
        told = tuple(each._replace(part=0) for each in text)
        return Verdict(half, read, told, parts, wrote=shown)
    slips = slips_beside(row, model, Slips(work.slips, size, rarer=work.rarer))
    whole = OFF * turned(row, model) or slips.whole(row)
    if len(row) < len(model) and not whole:
        return unread(too_few(len(row), len(model), "groups"), " ".join(row))
    result = two_at_once(work, row) if not whole else None
    if result is None:
        result = by_groups(row, model, slips, whole=whole)
        result = result if whole else named_singly(work, result)
    told = remarks(
        work.exercise,
        result,
        work.values,
        lambda miss: (
            why_beside(miss, row, model)
            or summed(work, result, miss)
            or why_single(work, result, miss)
            or wrong_figures(miss, model)
        ),
    )
    half = STAGE * result.share if work.task.adds and not work.task.whole else 0.0
    return Verdict(half, read, told, parts, wrote=written(result))

"""Judging the result of a teaching system, sign by sign or piece by piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from cablesim.exercises.figures import is_swap
from cablesim.exercises.judging.along import OFF, turned, why_off
from cablesim.exercises.judging.ownsums import Sum, own_sum
from cablesim.exercises.judging.rows import (
    EXCHANGED,
    NO_SLIPS,
    Compared,
    Miss,
    compared,
    side_by_side,
)
from cablesim.exercises.judging.telling import remarks, written
from cablesim.exercises.kinds.carriedout import CARRIED, beside_ones
from cablesim.exercises.kinds.groupwise import out_of_order, wrong_figures
from cablesim.exercises.kinds.sumslips import FIVE, ones_in_front, sum_rows
from cablesim.exercises.kinds.systemsigns import (
    in_plural,
    lines_up,
    named_by_signs,
    why_signs,
    with_places,
)
from cablesim.exercises.kinds.systemslips import COPIED
from cablesim.exercises.kinds.systemways import CHECK_IN_FRONT
from cablesim.exercises.kinds.systemwork import SystemWork
from cablesim.exercises.reading.answers import (
    LONGEST,
    TOO_LONG,
    foreign_look,
    plain,
    read_groups,
    tokens,
    too_few,
    uneven,
)
from cablesim.exercises.reading.leads import behind_lead, without_fillers, without_labels
from cablesim.exercises.reading.signs import clear
from cablesim.exercises.verdict import Remark, Verdict, unread
from cablesim.text.alphabet import LATIN26, RUSSIAN33, is_russian
from cablesim.text.groups import cut

SWAPPED = "swapped"
_DENIAL = re.compile(r"\W*(?:not|never|no|не|нет)\b", re.IGNORECASE)
_RUN = re.compile(r"[^\W\d_]+|\d+")
_MERGED = {frozenset("JI"), frozenset("ЁЕ"), frozenset("ЙИ"), frozenset("ЪЬ")}


def judge_result(work: SystemWork, answer: str) -> Verdict:
    """Return the verdict of a result."""
    if len(answer) > LONGEST:
        return unread(TOO_LONG)
    right = work.right
    answer = clear(answer)
    if not answer.strip():
        return unread("Nothing was written that could be read; write the result.")
    row, trouble = _read(answer, right, work)
    if trouble:
        return unread(trouble)
    model = pieces(right, right)[work.given :]
    if len(row) == len(model) + work.given and work.given:
        row = row[work.given :]
    read = " ".join(row) if " " in right else work.written("".join(row))
    if row == model:
        return Verdict(1.0, read, (), (True,) * len(model))
    other = _other_convention(work, row)
    if other is not None:
        text, score = other
        right_too = score >= 1
        parts = (right_too,) * len(model)
        return Verdict(score, read, (Remark(text, right=right_too),), parts)
    return _compared(work, row, model, read, answer)


def pieces(text: str, right: str) -> tuple[str, ...]:
    """Return a result as it is compared: its pieces where the right one has blanks, else signs.

    Signs are those that the right result may hold: where it is letters and figures alone, all
    others are left out.
    """
    if " " in right:
        return tuple(plain(text).upper().split())
    capital = "".join(plain(text).upper().split())
    if right.isalnum():
        return tuple(sign for sign in capital if sign.isalnum())
    return tuple(capital)


def _read(answer: str, right: str, work: SystemWork) -> tuple[tuple[str, ...], str]:
    """Read an answer; what only looks like a sign of the result is told."""
    if work.in_groups:
        return _read_groups(answer, right, work)
    if right.isascii() and right.isdigit():
        found = read_groups(answer, 1, len(right) - work.given)
        return found.groups, found.trouble
    if right.isalpha():
        answer = without_labels(answer)
        look = _look(answer, right)
        if look:
            answer = next((text for text in behind_lead(answer) if not _look(text, right)), "")
        if not answer:
            return (), look
        if any(map(str.isdigit, answer)):
            answer = _without_numbers(answer)
    row = pieces(answer, right)
    wanted = len(right) - work.given
    if right.isalnum() and len(row) > wanted:
        texts = (answer, *behind_lead(answer))
        behind = (pieces(each, right) for text in texts for each in (text, without_fillers(text)))
        row = next((each for each in behind if len(each) == wanted), row)
        if len(row) > wanted and _is_denied(answer, wanted):
            return (), "This says what the result is not; write what it is."
    return row, "" if row else "Nothing was written that could be read; write the result."


def _look(text: str, right: str) -> str:
    """Say which letter of a text only looks like one of the alphabet of the result, or nothing."""
    alphabet = RUSSIAN33 if is_russian([right]) else LATIN26
    return foreign_look("".join(plain(text).split()), alphabet.signs)


def _is_denied(answer: str, wanted: int) -> bool:
    """Say whether a denial stands before as many signs as are wanted."""
    for text in (answer, *behind_lead(answer)):
        found = _DENIAL.match(text)
        if found and len(pieces(text[found.end() :], "A")) == wanted:
            return True
    return False


def _without_numbers(answer: str) -> str:
    """Return letters without the numbers of a list that stand before each group of them."""
    written = _RUN.findall(answer)
    numbers, groups = written[::2], written[1::2]
    counted = numbers == [str(n) for n in range(1, len(groups) + 1)]
    return " ".join(groups) if counted else answer


def _read_groups(answer: str, right: str, work: SystemWork) -> tuple[tuple[str, ...], str]:
    """Read groups of figures, whatever stands between; what a named mistake gives has other sizes.

    Groups of unequal size cannot be cut anew, so they are taken as they stand.
    """
    groups = tuple(tokens(answer))
    model = right.split()
    size = len(model[0])
    figures = "".join(groups)
    uneven = any(len(group) != size for group in model)
    if groups in [tuple(row.split()) for _, row, _ in work.worked.slips] or (
        uneven and figures.isascii() and figures.isdigit()
    ):
        return groups, ""
    found = read_groups(answer, size, len(model))
    return found.groups, found.trouble


def _other_convention(work: SystemWork, row: tuple[str, ...]) -> tuple[str, float] | None:
    """Return what is said to an answer that is right by another convention, and its score."""
    worked, right = work.worked, work.right
    for also in worked.also:
        if row == pieces(also, right)[work.given :]:
            return "Fillers and merged letters are read away there; that is right too.", 1.0
    for convention, result in zip(work.task.conventions, worked.conventions, strict=True):
        if result and row == pieces(result, right)[work.given :]:
            return convention.says, convention.score
    model = pieces(right, right)[work.given :]
    if len(row) == len(model) and work.worked.also:
        wrong = [pair for pair in zip(row, model, strict=True) if pair[0] != pair[1]]
        if all(frozenset(pair) in _MERGED for pair in wrong):
            said = ", ".join(f"{wrote} for {meant}" for wrote, meant in dict.fromkeys(wrong))
            return f"You read {said}; these letters are one here, so that is right too.", 1.0
    return None


def _compared(
    work: SystemWork, row: tuple[str, ...], model: tuple[str, ...], read: str, answer: str
) -> Verdict:
    """Compare an answer with the model and with the rows of the named mistakes."""
    right, given, worked = work.right, work.given, work.worked
    slips = chain(worked.slips, worked.rarer)
    whole = next((name for name, each, _ in slips if pieces(each, right)[given:] == row), "")
    whole = whole or OFF * (work.is_even and turned(row, model))
    if len(row) < len(model) and not whole:
        return unread(too_few(len(row), len(model), work.parts_name), read)
    if work.in_groups and not whole:
        doubt = uneven(answer, len(model[0]), len(model))
        if doubt and len({len(group) for group in model}) == 1:
            return unread(doubt)
    result = _beside(work, row, model, whole)
    in_line = bool(whole) or work.in_tokens or lines_up(result)
    if not whole and not work.in_tokens:
        result = _place_by_place(work, result, row, model, in_line=in_line)
    aligned = not work.in_tokens and all(n == each.place for n, each in enumerate(result.columns))
    if not whole:
        result = _told_together(work, result, row, model)
    elif whole == SWAPPED and not work.in_tokens:
        result = _as_a_pair(result)
    told = remarks(
        work.exercise,
        result,
        lambda: {**work.values(), "way": "enciphering" if work.task.encodes else "deciphering"},
        lambda miss: (
            why_off(row, model, work.sign_name)
            if miss.name == OFF
            else _summed(work, result, miss) or _why(work, miss, model, aligned=aligned)
        ),
        part=work.part_name,
        offset=given,
    )
    told = told[:1] if whole else tuple([_finished(work, each) for each in told])
    if not in_line and len(row) > len(model):
        told = (Remark(_out_of_line(work, row, model)),)
    if whole == COPIED:
        shown = tuple(part._replace(right=False) for part in written(result, given))
        return Verdict(0.0, read, told, (False,) * len(model), wrote=shown)
    score = float(not result.misses) if work.task.whole else _share(work, row, result)
    return Verdict(score, read, told, result.parts, wrote=written(result, given))


def _beside(work: SystemWork, row: tuple[str, ...], model: tuple[str, ...], whole: str) -> Compared:
    """Lay a row beside the model; what is carried out in front moves no figure from its place."""
    if whole == CARRIED and len(row) > len(model) and not work.given:
        done = work.worked.work
        ones = ones_in_front(done.text, done.parameters, "".join(row))
        if len(row) == len(model) + len(ones):
            return beside_ones(row, model, ones)
    if whole not in ("", OFF) and len(row) == len(model):
        return side_by_side(row, model, whole)
    return compared(
        row, model, NO_SLIPS, lambda place, wrote: _local(work, wrote, model[place]), whole
    )


def _local(work: SystemWork, wrote: str, meant: str) -> str:
    """Name a mistake that shows at one piece alone: neighbours swapped, or its check in front."""
    if is_swap(wrote, meant):
        return SWAPPED
    checked = work.worked.work.system.name == "check-figure" and work.task.encodes
    return CHECK_IN_FRONT * (checked and wrote == meant[-1:] + meant[:-1])


def _share(work: SystemWork, row: Sequence[str], result: Compared) -> float:
    """Return the share of signs that are right; a text that was only written down again is none.

    Where the result begins with the text itself, as a chain does, what comes behind it counts.
    """
    copied = pieces(work.worked.work.text, work.right)
    model = pieces(work.right, work.right)
    head = len(copied) - work.given
    begins = len(copied) < len(model) and model[: len(copied)] == copied
    if head <= 0 or not begins or tuple(row[:head]) != copied[work.given :]:
        return result.share
    return (sum(result.parts) - head) / (max(len(result.parts), result.written) - head)


def _place_by_place(
    work: SystemWork, laid: Compared, row: tuple[str, ...], model: tuple[str, ...], *, in_line: bool
) -> Compared:
    """Return a comparison with signs named by what gives them, where they stand place by place.

    So they do where they cannot be laid along the right ones, or where a mistake shows only so.
    """
    beside = side_by_side(row, model)
    if len(row) != len(model):
        return laid if in_line else beside
    named = named_by_signs(work, beside, model)
    as_laid = laid.columns == beside.columns or not in_line
    return named if as_laid or any(miss.name for miss in named.misses) else laid


def _told_together(
    work: SystemWork, result: Compared, row: tuple[str, ...], model: tuple[str, ...]
) -> Compared:
    """Return a comparison as it is told: groups out of order, neighbours as one."""
    if work.in_groups:
        return out_of_order(result, row, model)
    if not work.in_tokens and len(row) == len(model):
        blocks = _blocks("".join(row), "".join(model))
        if blocks:
            return result._replace(misses=blocks)
    return result._replace(misses=tuple(_runs(result.misses, row, model)))


def _as_a_pair(result: Compared) -> Compared:
    """Return a comparison that tells two signs in each other's place as they stand together."""
    first, *others = result.misses
    wrote = "".join([first.wrote, *(miss.wrote for miss in others)])
    return result._replace(misses=(first._replace(wrote=wrote),))


def _blocks(row: str, model: str) -> tuple[Miss, ...]:
    """Return the two groups, as a row is shown, that stand in each other's place; or none."""
    wrote, meant = cut(row, FIVE), cut(model, FIVE)
    wrong = [n for n in range(len(meant)) if wrote[n] != meant[n]]
    if len(wrong) != len("ab"):
        return ()
    one, other = wrong
    if wrote[one] != meant[other] or wrote[other] != meant[one]:
        return ()
    return tuple(Miss(FIVE * n, wrote[n], EXCHANGED, FIVE * n) for n in wrong)


def _runs(misses: Sequence[Miss], row: Sequence[str], model: Sequence[str]) -> list[Miss]:
    """Return misses with neighbours told together, and two in each other's place named so."""
    found: list[Miss] = []
    for miss in misses:
        last = found[-1] if found else None
        follows = last is not None and not last.name and not miss.name
        if last is not None and follows and last.place + len(last.wrote) == miss.place:
            found[-1] = last._replace(wrote=last.wrote + miss.wrote)
        else:
            found.append(miss)
    if len(row) != len(model):
        return found
    return [_named(miss, model) for miss in found]


def _named(miss: Miss, model: Sequence[str]) -> Miss:
    """Name two signs that changed places."""
    two = 2
    meant = "".join(model[miss.place : miss.place + two])
    if len(miss.wrote) == two and miss.wrote == meant[::-1] and not miss.name:
        return miss._replace(name=SWAPPED)
    return miss


def _summed(work: SystemWork, result: Compared, miss: Miss) -> str:
    """Return what the learner did with the figures of the text and of the key, if it is known."""
    done = work.worked.work
    upper, under = sum_rows(done.system, done.text, done.parameters)
    return own_sum(Sum(upper, under, 1, work.given), result, miss) if under else ""


def _why(work: SystemWork, miss: Miss, model: tuple[str, ...], *, aligned: bool) -> str:
    """Say what is wrong with signs, or with a group of figures, that no mistake is named for."""
    if work.in_groups:
        return wrong_figures(miss, model, "work it again")
    return "" if work.in_tokens else why_signs(work, miss, aligned=aligned)


def _finished(work: SystemWork, remark: Remark) -> Remark:
    """Return a remark with the numbers of all the signs that it is about."""
    return with_places(work, in_plural(remark, work.part_name))


def _out_of_line(work: SystemWork, row: Sequence[str], model: Sequence[str]) -> str:
    """Say that more was written than was asked for, and that hardly any of it fits."""
    return (
        f"You wrote {len(row)} {work.parts_name} where {len(model)} are asked for, and they do not "
        f"line up with the right answer; {work.again()}."
    )

"""Judging groups of a book exercise: of an encoding, or of a pad taken off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cablesim.codes.codebook import GROUP_SIZE
from cablesim.exercises.figures import is_swap, minus, plus
from cablesim.exercises.judging.along import OFF, turned
from cablesim.exercises.judging.rows import EXCHANGED, WRONG, Compared, Miss, Row, Slips
from cablesim.exercises.judging.telling import remarks, written
from cablesim.exercises.kinds.bookentries import (
    FEW,
    LOOKED_UP,
    Entries,
    entries_behind,
    head_and_pad,
    in_part,
    is_null,
    other,
    spelled_otherwise,
)
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.carriedout import carried_out, marked, ones
from cablesim.exercises.kinds.groupwise import (
    LOOK_AGAIN,
    WORK_AGAIN,
    by_groups,
    is_bare,
    slips_beside,
    spared,
    summed,
    two_at_once,
    why_beside,
    wrong_figures,
)
from cablesim.exercises.kinds.padlaid import named_singly, why_single
from cablesim.exercises.kinds.shownwork import last_row, results
from cablesim.exercises.kinds.slips import SHIFTED, SINGLE_WORDS
from cablesim.exercises.reading.answers import read_groups, tokens, too_few, uneven, without_numbers
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.text.groups import cut

_OWN = "Of the groups that you wrote: "


def judge_groups(work: BookWork, answer: str) -> Verdict:
    """Return the verdict of groups: of an encoding, or of a pad taken off."""
    size, model = work.text.size, work.groups
    found = read_groups(answer, size, len(model))
    if found.groups == model:
        return _right(work, answer)
    # Whoever shows the work has written more than the groups.
    shown = _among_work(work, answer, found.groups) if len(found.groups) != len(model) else None
    if shown:
        return shown
    row = found.groups or _unfilled(work, answer)
    if row and work.text.spells and spelled_otherwise(work, row):
        text = f"This spelling is right too; with the longest syllables first it is {_line(model)}."
        notes = (Remark(text, right=True),)
        return Verdict(1.0, _line(row), notes, (True,) * len(model))
    verdict = _judged(work, row) if row else unread(_OWN * bool(work.offset) + found.trouble)
    if verdict.right or tuple(answer.split()) == row:
        return verdict
    long = carried_out(work, answer)
    if long:
        return _judged(work, tuple(piece[-size:] for piece in long), ones(long, size))
    doubt = uneven(answer, size, len(model)) if verdict.readable else ""
    explained = len(verdict.remarks) == len(verdict.mistakes) == 1
    return unread(doubt) if doubt and not explained else verdict


def _among_work(work: BookWork, answer: str, groups: Row) -> Verdict | None:
    """Return the verdict of groups that stand among the learner's working; None of any others."""
    count = len(work.groups)
    row: Row | None = results(answer, work.text.size, count)
    if not row and len(groups) > count:
        row = last_row(work, groups)
        if row is None and len(groups) == 3 * count and not work.task.codes:
            text = f"These are {len(groups)} groups, as of three rows"
            return unread(f"{text}; write the {count} groups of the last row alone.")
        if row == ():
            return unread(f"The rows that were given stand there; write the {count} groups below.")
    if not row:
        return None
    return judge_groups(work, _line(row))


def _line(row: Row) -> str:
    """Return groups as they are written in a line."""
    return " ".join(row)


def _right(work: BookWork, answer: str) -> Verdict:
    """Return the verdict of the right figures; cutting them is a part of the work, if it is asked.

    Groups of the book's own size are not cut yet, and that is no try.
    """
    model, size = work.groups, work.text.size
    notes: tuple[Remark, ...] = ()
    if size != GROUP_SIZE and tuple(answer.split()) != model:
        if _uncut(work, answer):
            return unread(f"The figures are right; now cut them in groups of {size}.")
        notes = _cut_so(answer, model)
    return Verdict(1.0, " ".join(model), notes, (True,) * len(model))


def _uncut(work: BookWork, answer: str) -> bool:
    """Say whether figures that are to be cut anew stand in the groups of the book."""
    task = work.task
    if not (task.codes and task.encodes):
        return False
    pieces = without_numbers(tokens(answer), len("".join(work.groups)))
    return {len(piece) for piece in pieces} == {GROUP_SIZE}


def _cut_so(answer: str, model: Row) -> tuple[Remark, ...]:
    """Say that figures were cut anew, where cutting them is a part of the work."""
    if tuple(tokens(answer)) == model:
        return ()
    text = f"The figures are right; on the line they are cut so: {' '.join(model)}."
    return (Remark(text, right=True),)


def _unfilled(work: BookWork, answer: str) -> Row:
    """Return the groups of single words looked up, run together, that do not fill the last one."""
    figures = "".join(tokens(answer))
    fits = work.task.encodes and work.task.codes and figures.isascii() and figures.isdigit()
    row = cut(figures, work.text.size) if fits else ()
    return row if _looked_up_singly(work, row) else ()


def _looked_up_singly(work: BookWork, row: Row) -> bool:
    """Say whether a row is the text in single words, whichever of their groups were taken.

    Groups that mean nothing may fill it up, or what is left of a group.
    """
    if work.given or not (work.task.encodes and work.task.codes):
        return False
    body = "".join(row)
    head, pad = head_and_pad(work, row)
    if not body.startswith(head):
        return False
    body = body[len(head) :]
    least = min(map(len, work.text.singly_read), default=0)
    if not least or len(body) // GROUP_SIZE < least:
        return False
    length = min(len(body), len(pad))
    codes = list(cut(minus(body[:length], pad[:length]), GROUP_SIZE))
    while codes and (len(codes[-1]) < GROUP_SIZE or is_null(work, codes[-1])):
        codes.pop()
    entries = map(work.text.shelf.book.entry_of, codes)
    read = tuple(entry.plain if entry else "" for entry in entries)
    return read in work.text.singly_read


def _judged(work: BookWork, row: Row, kept: Mapping[int, str] | None = None) -> Verdict:
    """Return the verdict of groups that are not the model as it stands.

    `kept` has those, by place, that were written with the 1 of a carried ten in front.
    """
    model = work.groups
    offset = work.offset
    if offset and len(row) == len(model) + offset:
        row = row[offset:]  # Whoever writes the given groups again has done nothing wrong.
    own = row
    as_written = [kept.get(n, group) for n, group in enumerate(row)] if kept else row
    read = " ".join(as_written)
    size = work.text.size
    slips = slips_beside(row, model, Slips(work.slips, size, offset * size, work.rarer))
    whole = OFF * turned(row, model) or slips.whole(row)
    looked_up = work.task.encodes and work.task.codes
    if looked_up:
        whole = whole or SINGLE_WORDS * _looked_up_singly(work, row)
    if not whole and len(row) < len(model):
        return unread(_too_few(work, row), read)
    notes: tuple[Remark, ...] = ()
    entries: Entries = {}
    if looked_up and not whole:
        row, notes = _by_the_book(work, row)
        whole = slips.whole(row) if notes and row != model else ""
        entries = entries_behind(work, row) if in_part(work) else {}
    result = two_at_once(work, row) if not whole else None
    if result is None:
        result = by_groups(row, model, slips, lambda at, own: _local(work, at, own, entries), whole)
        result = result if whole else named_singly(work, result)
    if whole == SHIFTED:
        result = spared(work, result)
    if kept:
        result = marked(work, result, kept)
    told = remarks(
        work.exercise,
        result,
        work.values,
        lambda miss: (
            why_beside(miss, row, model, offset)
            or summed(work, result, miss)
            or why_single(work, result, miss)
            or _why(work, miss, entries or _behind(work, row, miss))
        ),
        offset=offset,
    )
    shown = written(result, offset)
    if notes:
        shown = _as_written(shown, own)
    return Verdict(_score(work, result), read, (*told, *notes), result.parts, wrote=shown)


def _too_few(work: BookWork, row: Row) -> str:
    """Say that a row is not whole yet; of a page that is not named, where its name goes."""
    wanted = len(work.groups)
    short = too_few(len(row), wanted, "groups")
    task = work.task
    named = work.given or not (task.adds and task.encodes and task.indicator)
    if named or len(row) != wanted - 1 or row[0] in {page.indicator for page in work.pages}:
        return short
    count = short.partition(";")[0]
    return f"{count}: the first of the {wanted} names the page. Write all {wanted}."


def _as_written(shown: Sequence[Part], own: Row) -> tuple[Part, ...]:
    """Return parts with the learner's own groups, where others were read for them.

    What stands behind the parts, such as a null, does no harm.
    """
    groups = iter(own)
    found = [Part(next(groups, p.text) if p.text else "", p.number, p.right) for p in shown]
    last = max((each.number for each in found if each.text), default=0)
    return (*found, *(Part(each, n, right=True) for n, each in enumerate(groups, last + 1)))


def _score(work: BookWork, result: Compared) -> float:
    """Return the share of parts, or all or nothing."""
    whole = work.task.whole
    return float(all(result.parts) and not result.misses) if whole else result.share


def _by_the_book(work: BookWork, row: Row) -> tuple[Row, tuple[Remark, ...]]:
    """Read every other group of the right entry as the model's own, and say so.

    Of several groups for one entry any is right; so are other fillers, or none.
    """
    size = work.text.size
    head, pad = head_and_pad(work, row)
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
    while len(codes) > len(model) and is_null(work, codes[-1]):
        notes.append(Remark(f"{codes.pop()} is a null and does no harm.", right=True))
    if not notes:
        return row, ()
    body = "".join(codes)
    tail = figures[len(head) + length :]
    return cut(head + plus(body, pad[: len(body)]) + tail, size), tuple(notes)


def _local(work: BookWork, place: int, wrote: str, entries: Entries) -> str:
    """Name a mistake made at one group alone."""
    if is_swap(wrote, work.groups[place]):
        return "swapped"
    if place in entries:
        return entries[place].name
    if not work.task.codes or in_part(work):
        return ""
    found = other(work, wrote, work.groups[place])
    return found.name if found else ""


def _behind(work: BookWork, row: Row, miss: Miss) -> Entries:
    """Return the wrong entries of a row that is known from end to end to be looked up so."""
    return entries_behind(work, row) if miss.name in LOOKED_UP and in_part(work) else {}


def _why(work: BookWork, miss: Miss, entries: Entries) -> str:
    """Say what the book has for a group, or which of its figures are wrong."""
    if miss.place >= len(work.groups) or miss.name == EXCHANGED:
        return ""
    meant = work.groups[miss.place]
    if miss.name == WRONG and is_bare(work, miss):
        encodes = work.task.encodes
        what, how = ("code", "added to") if encodes else ("cipher", "taken off")
        return f"it is the {what} group as it was, and no pad was {how} it"
    found = entries.get(miss.place) if len(miss.wrote) == len(meant) else None
    if work.task.codes and work.task.encodes and not in_part(work):
        found = other(work, miss.wrote, meant)
    # Under a pad a slip of the sum may well have the same few figures wrong.
    if found and (found.name or miss.name or found.changed > FEW):
        return found.told(added=work.task.adds, anew=work.text.size != GROUP_SIZE)
    return wrong_figures(miss, work.groups, WORK_AGAIN if work.task.adds else LOOK_AGAIN)

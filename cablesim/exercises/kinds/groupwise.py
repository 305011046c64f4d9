"""Groups of figures beside the right ones, as all kinds compare them that take groups."""

from __future__ import annotations

from cablesim.exercises.figures import is_swap, plus
from cablesim.exercises.judging.along import OFF, slid, turned, why_off
from cablesim.exercises.judging.moves import in_order, moved
from cablesim.exercises.judging.ownsums import Sum, own_sum
from cablesim.exercises.judging.rows import (
    EXCHANGED,
    NO_SLIPS,
    WRONG,
    Compared,
    Local,
    Miss,
    Row,
    Slips,
    compared,
    exchanged,
)
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.slips import both_of
from cablesim.text.groups import cut

WORK_AGAIN, LOOK_AGAIN = "work it again from the first", "look it up again"


def slips_beside(row: Row, model: Row, slips: Slips) -> Slips:
    """Return the slips that a row may come from: none where it has the right groups out of order.

    No mistake but exchanging or moving them leaves all groups as they are.
    """
    same = len(row) == len(model) and row[0] in model and sorted(row) == sorted(model)
    return NO_SLIPS if same else slips


def by_groups(
    row: Row, model: Row, slips: Slips, local: Local | None = None, whole: str | None = None
) -> Compared:
    """Compare groups with the right ones; two in each other's place, or moved, are told so.

    `local` names a mistake made at one group alone; without it, two figures in each other's place.
    """
    if whole is None:
        whole = OFF * turned(row, model) or slips.whole(row)
    whole = whole or slid(row, model)
    result = compared(row, model, slips, local or _swap_in(model), whole)
    if whole == OFF:
        return result._replace(misses=result.misses[:1])
    return result if whole else out_of_order(result, row, model)


def out_of_order(result: Compared, row: Row, model: Row) -> Compared:
    """Return a comparison with groups in each other's place named so, or as one if they were moved.

    Of groups that were moved, those are right that are still in order.
    """
    misses = result.misses
    if len(misses) <= 1:
        return result
    named = tuple(exchanged(misses, model))
    pair = len(named) == len("ab") and all(miss.name == EXCHANGED for miss in named)
    told = () if pair else moved(row, model, result.columns)
    if not told:
        return result._replace(misses=named)
    return in_order(result._replace(misses=told), row)


def _swap_in(model: Row) -> Local:
    """Return what names two neighbouring figures of a group in each other's place."""
    return lambda place, wrote: "swapped" * is_swap(wrote, model[place])


def two_at_once(work: BookWork, row: Row) -> Compared | None:
    """Compare a row of which another page and carried tens together spoil hardly less than all.

    The two are known from end to end alone; of any other row it returns nothing.
    """
    model, size = work.groups, work.text.size
    if len(work.pages) < 2 or work.given or len(row) != len(model):  # noqa: PLR2004 - a choice.
        return None
    pair = both_of(work.laid, "".join(row)) if sum(map(str.__eq__, row, model)) <= 1 else None
    if pair is None:
        return None
    (page, by_page, _), (carried, _, _) = pair
    result = compared(row, model, NO_SLIPS, lambda *_: "", page)
    steps = cut(by_page, size)
    misses = [miss for miss in result.misses if steps[miss.place] != model[miss.place]]
    further = [
        miss._replace(name=carried) for miss in result.misses if steps[miss.place] != miss.wrote
    ]
    return result._replace(misses=(*misses, *further))


def spared(work: BookWork, result: Compared) -> Compared:
    """Return a comparison in which a mistake with the pad names no group that has no pad."""
    misses = list(result.misses)
    if not misses or not is_bare(work, misses[0]):
        return result  # A pad that begins late leaves the first group bare, and no other one.
    misses[0] = misses[0]._replace(name=WRONG)
    return result._replace(misses=tuple(misses))


def is_bare(work: BookWork, miss: Miss) -> bool:
    """Say whether a group is as it was before a pad was added to it, or taken off it."""
    if not work.task.adds or miss.place >= len(work.groups):
        return False
    size, this = work.text.size, work.pages[work.page]
    row = this.indicator + work.text.row if work.task.encodes else work.cipher
    at = len(row) - len(work.row) + (work.offset + miss.place) * size
    return row[at : at + size] == miss.wrote


def why_beside(miss: Miss, row: Row, model: Row, offset: int = 0) -> str:
    """Say how a whole row came to stand one place off, if that is the mistake.

    `offset` groups stand before the first that was asked for.
    """
    return why_off(row, model, offset=offset) if miss.name == OFF else ""


def summed(work: BookWork, result: Compared, miss: Miss) -> str:
    """Return what the learner did with the figures of a group and of its pad, if that is known."""
    if not work.task.adds:
        return ""
    text, this = work.text, work.pages[work.page]
    pad = this.additive(len(text.row))
    upper = text.row if work.task.encodes else plus(text.row, pad)
    skip = len(text.row) - text.size * len(result.parts)
    sign = 1 if work.task.encodes else -1
    return own_sum(Sum(upper, pad, text.size, skip, sign), result, miss)


def wrong_figures(miss: Miss, model: Row, again: str = WORK_AGAIN) -> str:
    """Say which figures of a group are wrong, where no mistake is known that gives it.

    `again` is what is said where no figure is right. A group may have a figure too many in front.
    """
    meant = model[miss.place] if miss.place < len(model) else ""
    if miss.name != WRONG or not meant:
        return ""
    if len(miss.wrote) == len(meant) + 1:
        return f"it has a figure too many, the {miss.wrote[0]} in front"
    if len(miss.wrote) != len(meant):
        return ""
    wrong = [n for n in range(len(meant)) if miss.wrote[n] != meant[n]]
    if len(wrong) == len(meant):
        return f"none of its figures is right; {again}"
    *before, last = [str(n + 1) for n in wrong]
    places = " and ".join(filter(None, (", ".join(before), last)))
    many = len(wrong) > 1
    return f"figure{'s' * many} {places} of it {'are' if many else 'is'} not right"

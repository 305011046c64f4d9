"""Which exercises have a sheet for figures, and what stands on it before anything is written.

Exercises by book and pad have one, sums of two rows of figures, telegrams in depth, and those with
a damaged figure. What the learner has to look up or to find is left empty; what stands in the
question stands here too.
"""

from __future__ import annotations

from cablesim.codes.codebook import GROUP_SIZE
from cablesim.codes.figures.summed import KEY_LESS, PLUS, Summed
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.depth import DepthVariant
from cablesim.exercises.kinds.garble import GarbleVariant
from cablesim.exercises.kinds.sumslips import FIVE
from cablesim.exercises.kinds.systemwork import SystemWork
from cablesim.exercises.variant import Variant
from cablesim.lessons.grid import FIGURES, GAP, Grid, Line, Own, Sum, sheet
from cablesim.systems.system import Way

BOOK = "book group"


def grid_of(variant: Variant) -> Grid | None:
    """Return the empty sheet of an exercise; None where nothing is reckoned figure by figure."""
    match variant:
        case BookWork() if variant.task.adds and variant.asked:
            return _encoding(variant) if variant.task.encodes else _decoding(variant)
        case SystemWork() if variant.asked:
            return _summing(variant)
        case DepthVariant():
            return _in_depth(variant)
        case GarbleVariant():
            return _damaged(variant)
        case _:
            return None


def _encoding(work: BookWork) -> Grid:
    """Return the sheet of an encoding: code groups, pad, what goes on the wire."""
    lead = len(work.pages[work.page].indicator)
    skip = work.offset * work.text.size
    first = max(lead - skip, 0)
    width = len(work.row) - skip
    if work.task.codes:
        above = Line(BOOK, GAP * (width - first), first, Own.NOTE)
    else:
        above = Line(BOOK, work.text.row[max(skip - lead, 0) :], first)
    answer = Line("on the wire", GAP * width, own=Own.ANSWER)
    lines = (above, _pad(work, skip, width), answer)
    return sheet(work.text.size, lines, (Sum(0, 1, 2, adds=True),), before=work.offset)


def _decoding(work: BookWork) -> Grid:
    """Return the sheet of a decoding: what came in, pad, code groups."""
    lead = len(work.pages[work.page].indicator)
    skip = 0 if work.speaks else work.offset * work.text.size
    came = work.cipher[skip:]
    first = max(lead - skip, 0)
    own = Own.NOTE if work.speaks else Own.ANSWER
    found = Line(BOOK, GAP * (len(came) - first), first, own)
    lines = (Line("came in", came), _pad(work, skip, len(came)), found)
    before = skip // work.text.size
    return sheet(work.text.size, lines, (Sum(0, 1, 2, adds=False),), before=before)


def _pad(work: BookWork, skip: int, width: int) -> Line:
    """Return the row of the pad, all its pages, from some figures on."""
    pages = tuple(page.row[skip : skip + width] for page in work.pages)
    return Line("pad", pages=pages)


def _summing(work: SystemWork) -> Grid | None:
    """Return the sheet of two rows that are added or taken away; None for any other system."""
    text, way = work.worked.work.text, work.worked.work.way
    cipher, _ = work.worked.work.system.cipher(dict(work.parameters), text)
    figures = "".join(text.split())
    if not isinstance(cipher, Summed) or cipher.signs != FIGURES or not set(figures) <= {*FIGURES}:
        return None
    key = cipher.key_for(len(figures))[work.given :]
    lines = (
        Line("above", figures[work.given :]),
        Line("below", key),
        Line("answer", GAP * len(key), own=Own.ANSWER),
    )
    adds = (cipher.operation == PLUS) == (way is Way.ENCIPHER)
    upper, lower = (1, 0) if cipher.operation == KEY_LESS else (0, 1)
    sums = (Sum(upper, lower, 2, adds=adds and cipher.operation != KEY_LESS),)
    return sheet(FIVE, lines, sums, part=1, before=work.given)


def _in_depth(variant: DepthVariant) -> Grid:
    """Return the sheet of two telegrams on one page: the known words open the pad, it the other.

    Only as much is on it as the known words reach.
    """
    one, two = (row[: variant.length] for row in variant.ciphers)
    empty = GAP * variant.length
    lines = (
        Line("first came in", one),
        Line("known words", empty, own=Own.NOTE),
        Line("pad", empty, own=Own.NOTE),
        Line("second came in", two),
        Line("second text", empty, own=Own.NOTE),
    )
    return sheet(GROUP_SIZE, lines, (Sum(0, 1, 2, adds=False), Sum(3, 2, 4, adds=False)))


def _damaged(variant: GarbleVariant) -> Grid:
    """Return the sheet of a message with a damaged figure: its groups, and the sum of the check.

    Under each group stands the sum of all up to it, as they came; that under the last is to be set
    beside the check, which has no pad and no group of the book.
    """
    size, sent = GROUP_SIZE, len(variant.sent) * GROUP_SIZE
    lines = [
        Line("came in", "".join(variant.received)),
        Line("pad", variant.pad[:sent]),
        Line(BOOK, GAP * sent, own=Own.NOTE),
    ]
    sums = [Sum(0, 1, 2, adds=False)]
    if variant.task.check:
        lines.append(Line("sum so far", GAP * sent, own=Own.NOTE))
        sums.append(Sum(0, 3, 3, adds=True, back=size))
    return sheet(size, tuple(lines), tuple(sums))

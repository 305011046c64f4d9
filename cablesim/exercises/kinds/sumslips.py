"""What a student writes who goes wrong with a sum of figures: who carries, borrows, turns it round.

Tens are carried, and borrowed, over as many figures as somebody sees in one piece: the whole row,
the groups that the text is given in, or the groups of five in which a long row is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from cablesim.exercises import figures
from cablesim.exercises.judging.rows import APART, COPIED_PAD
from cablesim.exercises.reading.answers import words
from cablesim.systems.system import System
from cablesim.text.groups import cut

ADDS = frozenset({"non-carrying-addition", "one-time-pad-figures"})
TAKES_AWAY = frozenset({"non-carrying-subtraction"})
FIVE = 5


def sum_names(system: System, *, encodes: bool) -> tuple[str, ...]:
    """Return the named mistakes of a system that adds figures or takes them away."""
    if system.name not in ADDS | TAKES_AWAY:
        return ()
    if (system.name in ADDS) is encodes:
        return "carried", COPIED_PAD
    return "borrowed", "turned-round", APART, COPIED_PAD


def sum_slips(
    system: System, text: str, parameters: Mapping[str, object], *, encodes: bool
) -> Iterator[tuple[str, str]]:
    """Yield the results of sums done as with numbers, and of what is taken away the wrong way."""
    pieces = words(text)
    row = "".join(pieces)
    under = _under(row, parameters)
    if not under:
        return
    shown = [pieces, [row], list(cut(row, FIVE))]
    if (system.name in ADDS) is encodes:
        for parts in shown:
            yield "carried", _by_piece(parts, under, 1)
        yield "carried", "".join(figures.kept(row, under, len(row)))
        return
    for parts in shown:
        yield "borrowed", _by_piece(parts, under, -1)
    yield "turned-round", figures.minus(under, row)


def rarer_sums(
    system: System, text: str, parameters: Mapping[str, object], *, encodes: bool
) -> Iterator[tuple[str, str]]:
    """Yield what is written by further ways to go wrong, that no draw is held against."""
    pieces = words(text)
    row = "".join(pieces)
    under = _under(row, parameters)
    if not under or system.name not in ADDS | TAKES_AWAY:
        return
    if (system.name in ADDS) is encodes:
        yield "carried", "".join(figures.kept(row, under, FIVE))
    else:
        yield APART, figures.apart(row, under)
    yield COPIED_PAD, under


def ones_in_front(text: str, parameters: Mapping[str, object], written: str) -> Sequence[int]:
    """Return where the 1 of a carried ten stands in front of what it was carried out of.

    Places are those of a row of sums as it was written: of all the row, or of its groups of five.
    """
    row = "".join(words(text))
    under = _under(row, parameters)
    for size in (len(row), FIVE) if under else ():
        sums = figures.kept(row, under, size)
        if "".join(sums) == written:
            starts = accumulate(map(len, sums), initial=0)
            long = zip(starts, sums, cut(row, size), strict=False)
            return [start for start, one, piece in long if len(one) > len(piece)]
    return ()


def sum_rows(system: System, text: str, parameters: Mapping[str, object]) -> tuple[str, str]:
    """Return the figures of a text and those of the key under them; nothing where none are summed.

    What is summed in groups with blanks between is none of these.
    """
    row = "".join(words(text))
    if system.name not in ADDS | TAKES_AWAY or not row.isdigit():
        return "", ""
    return row, _under(row, parameters)


def _under(row: str, parameters: Mapping[str, object]) -> str:
    """Return the figures of the key under a row; nothing where either is none of figures."""
    key = "".join(str(parameters.get("key", "")).split())
    if not (key.isdigit() and row.isdigit()):
        return ""
    return (key * (len(row) // len(key) + 1))[: len(row)]


def _by_piece(pieces: list[str], under: str, sign: int) -> str:
    """Return sums or differences piece by piece, each with as many figures as the piece has."""
    found = []
    at = 0
    for piece in pieces:
        width = len(piece)
        found.append(figures.total(piece, under[at : at + width], sign)[1])
        at += width
    return "".join(found)

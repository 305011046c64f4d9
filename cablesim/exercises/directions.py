"""The direction that an answer in words names: stronger, weaker or neither.

What is denied is not named: `not stronger but weaker` is weaker, and `neither stronger nor weaker`
is neither. The first clause that names a direction counts, so that a reason may speak of the
others; a clause that names two of them is not understood, and nothing is guessed.

>>> direction("It is not stronger but weaker, because the list has no name.").name
'weaker'
>>> direction("stronger, since neither list makes the other weaker").name
'stronger'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cablesim.exercises.answers import folded, plain

STRONGER, WEAKER, NEITHER = DIRECTIONS = ("stronger", "weaker", "neither")

_CLAUSE = re.compile(r"[,;:.!?\n]|\b(?:because|since|as|for|so)\b")
# `neither` before another word than these speaks of two things and is no direction.
_NEITHER = (
    r"neither(?=\s*(?:$|[,;:.!?]|(?:because|since|as|for|is|of|way|one|really|stronger|weaker)\b))"
)
_NAMED = re.compile(rf"\b(?:stronger|weaker|{_NEITHER})\b|\bneither\s*$")
_DENIED = re.compile(
    r"(?:\bnot|\bno|\bnever|n't|\bnor|\bneither|\bcannot|\brather than|\binstead of)"
    r"(?:\s+(?:it|is|be|been|get|gets|become|becomes|make|made|makes|any|much|at|all|really|"
    r"actually|that|to|say|think|call|the|claim|statement|a|bit|little))*\s+$"
)


@dataclass(frozen=True, slots=True)
class Direction:
    """The direction named, if one is; `both` says that two were and none could be chosen.

    `rest` is the answer without it: the reason.
    """

    name: str = ""
    rest: str = ""
    both: bool = False


def direction(answer: str) -> Direction:
    """Return the direction of an answer, and the reason that is left of it."""
    text = folded(answer)
    denied: list[str] = []
    start = 0
    for end in (*(found.start() for found in _CLAUSE.finditer(text)), len(text)):
        clause = text[start:end]
        named: dict[str, tuple[int, int]] = {}
        for found in _NAMED.finditer(clause):
            if _DENIED.search(clause[: found.start()]):
                denied.append(found[0])
            else:
                named.setdefault(found[0], (start + found.start(), start + found.end()))
        if len(named) > 1 and NEITHER not in named:
            return Direction(rest=plain(answer), both=True)
        if named:
            name = NEITHER if NEITHER in named else next(iter(named))
            first, last = named[name]
            return Direction(name, f"{text[:first]} {text[last:]}")
        start = end
    if {STRONGER, WEAKER} <= set(denied):
        return Direction(NEITHER, text)
    return Direction(rest=text)

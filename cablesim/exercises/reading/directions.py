"""The direction that an answer in words names: stronger, weaker or neither.

What is denied is not named: `not stronger but weaker` is weaker, and `neither stronger nor weaker`
is neither. The first clause that names a direction counts, so that a reason may speak of the
others. Nothing is guessed: a clause that names two, one with a hedge or a denial that is not laid
at a direction's door (`hardly stronger`), a question, and a later clause that takes the direction
back are not understood.

>>> direction("It is not stronger but weaker, because the list has no name.").name
'weaker'
>>> direction("stronger, since neither list makes the other weaker").name
'stronger'
>>> direction("hardly stronger").unclear, direction("weaker? no, stronger").unclear
(True, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cablesim.exercises.reading.answers import folded, plain
from cablesim.exercises.reading.signs import clear

STRONGER, WEAKER, NEITHER = DIRECTIONS = ("stronger", "weaker", "neither")
NEAR = 80
BOTH = 2

_SAYS = r"(?:it|this|that)(?:'s|\s+(?:is|gets?|becomes?|makes?))\b|stronger\b|weaker\b"
_CLAUSE = re.compile(
    r"[,;:.!?\n]|\b(?:because|since|as|for)\b"
    r"|\bso(?!\s+(?:far|much|certain|sure|clear|clearly|simple|easily|that)\b)\b"
    rf"|\b(?:and|but)(?=\s+(?:{_SAYS}))"
)
# `neither` before another word than these speaks of two things and is no direction.
_NEITHER = (
    r"neither(?=\s*(?:$|[,;:.!?)\"'-]|"
    r"(?:because|since|as|for|is|of|way|one|really|stronger|weaker)\b))"
)
# A direction that has a first line of its own.
_ALONE = re.compile(
    r"\A\W*(stronger|weaker|neither)\W*\n(?!\W*(?:of|nor|than|stronger|weaker|[a-z]+ nor)\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:stronger|weaker|{_NEITHER})\b|\bneither\s*$")
_DENIED = re.compile(
    r"(?:\bnot|\bno|\bnever|n't|\bnor|\bneither|\bcannot|\brather than|\binstead of)"
    r"(?:\s+(?:it|is|be|been|get|gets|become|becomes|make|made|makes|any|much|at|all|really|"
    r"actually|that|to|say|think|call|the|claim|statement|a|bit|little))*\s+$"
)
_SURE = re.compile(r"\b(?:no|without(?: a| any)?) (?:doubt|question)\b")
# A word that turns a direction round, or takes the weight from it, wherever it stands before it.
_TURNS = re.compile(
    r"\b(?:not|never|nor|neither|cannot|no|none|nobody|nothing|nowhere|hardly|barely|scarcely|"
    r"far from|anything but|less|wrong|false|untrue|mistaken?|incorrect|absurd|impossible|unlikely|"
    r"doubt(?:s|ful)?|deny|denies|refuse|fails?|although|though|while|whereas|despite|unless|if|"
    r"whether|at first|не|нельзя|едва|вряд)\b|n't\b"
    r"|\b(?:some|others|people|one|you) (?:(?:may|might|could|would) )?(?:say|think|claim|call)\b"
)
_SUPPOSED = re.compile(r"\b(?:would|could|might)\b")
_IF = re.compile(r"\b(?:if|unless)\b(?! only\b)")
# What is said of a direction behind it: it is the subject of a sentence that denies it.
_SPOKEN_OF = re.compile(
    r"[\s\"')]*(?:(?:it|this|that)\s+)?"
    r"(?:is|was|seems|sounds|looks|would|could|can|does|did|has|not|never|no|cannot|"
    r"\w+n't)\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:wrong|false|untrue|mistaken|incorrect|too|not|no|never|hardly)\b|n't\b"
)
_LEFT_HANGING = re.compile(
    r"(?:\b(?:not|never|hardly|barely|scarcely|far|cannot|anything)|n't)\s*$"
)
_VERDICT_WORDS = (
    "a actually all and answer are at be believe but call claim clearly correct course do does "
    "doesn't don't fact false gets hence i i'd i'll i'm in incorrect indeed is isn't it it's just "
    "make makes mean mistaken my no not now of or perhaps possible quite rather really right say "
    "so sorry statement sure that that's the then therefore think this thus true untrue very was "
    "which would wrong"
)
_OF_A_VERDICT = frozenset(_VERDICT_WORDS.split())
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
MOST_OF_A_VERDICT = 12


class _Clause(NamedTuple):
    """A piece of an answer: where it begins, its words, and the mark or word that ends it."""

    start: int
    text: str
    end: str


@dataclass(frozen=True, slots=True)
class Direction:
    """The direction named, if one is; `both` says that two were and none could be chosen.

    `unclear` says that one was, and that it is hedged, asked or taken back. `rest` is the answer
    without it: the reason.
    """

    name: str = ""
    rest: str = ""
    both: bool = False
    unclear: bool = False


def direction(answer: str) -> Direction:
    """Return the direction of an answer, and the reason that is left of it."""
    text = _SURE.sub(" ", folded(_ALONE.sub(r"\1. ", clear(answer))))
    clauses = tuple(_clauses(text))
    denied: list[str] = []
    for place, clause in enumerate(clauses):
        named, here = _names(clause.text)
        denied += here
        if len(named) > 1 and NEITHER not in named:
            return Direction(rest=plain(answer), both=True)
        if named:
            name = NEITHER if NEITHER in named else next(iter(named))
            first, last = named[name]
            hanging = any(_LEFT_HANGING.search(each.text[-NEAR:]) for each in clauses[:place])
            if hanging or _unclear(clause, name, named) or _taken_back(clauses[place + 1 :], name):
                return Direction(rest=plain(answer), unclear=True)
            first, last = clause.start + first, clause.start + last
            return Direction(name, f"{text[:first]} {text[last:]}")
    if {STRONGER, WEAKER} <= set(denied):
        return Direction(NEITHER, text)
    return Direction(rest=text)


def _clauses(text: str) -> Iterator[_Clause]:
    """Yield the clauses of a folded text."""
    start = 0
    for found in _CLAUSE.finditer(text):
        yield _Clause(start, text[start : found.start()], found[0])
        start = found.start()
    yield _Clause(start, text[start:], "")


def _names(clause: str) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Return the directions that a clause names, each where it stands first, and those denied."""
    named: dict[str, tuple[int, int]] = {}
    denied: list[str] = []
    for found in _NAMED.finditer(clause):
        if _DENIED.search(clause, max(found.start() - NEAR, 0), found.start()):
            denied.append(found[0])
        else:
            named.setdefault(found[0], found.span())
    return named, denied


def _unclear(clause: _Clause, name: str, named: dict[str, tuple[int, int]]) -> bool:
    """Say whether the clause that names a direction asks, hedges or denies it in some other way."""
    if clause.end == "?":
        return True
    if name == NEITHER and len({found[0] for found in _NAMED.finditer(clause.text)}) == BOTH:
        return True
    first, last = named[name]
    before, behind = _behind_denied(clause.text[:first]), clause.text[last:]
    if _TURNS.search(before) or (_SUPPOSED.search(before) and _IF.search(behind)):
        return True
    return bool(_SPOKEN_OF.match(behind) and _TAKEN_BACK.search(_undenied(behind)))


def _behind_denied(text: str) -> str:
    """Return what stands behind the direction that a text denies; all of it where it denies none.

    An `or` behind it goes on with the denial, and stays.
    """
    for found in _NAMED.finditer(text):
        if _DENIED.search(text, max(found.start() - NEAR, 0), found.start()):
            rest = text[found.end() :]
            return text if rest.split()[:1] == ["or"] else rest
    return text


def _undenied(text: str) -> str:
    """Return a text up to where it denies another direction, as in `and not weaker`."""
    for found in _NAMED.finditer(text):
        denial = _DENIED.search(text, max(found.start() - NEAR, 0), found.start())
        if denial:
            return text[: denial.start()]
    return text


def _taken_back(clauses: tuple[_Clause, ...], name: str) -> bool:
    """Say whether a later clause names another direction for itself, or denies the one named.

    Only one that says nothing else is such a clause; a reason may speak of any direction.
    """
    for place, clause in enumerate(clauses):
        spoken = _WORD.findall(clause.text)
        if len(spoken) > MOST_OF_A_VERDICT or not spoken:
            continue
        named, denied = _names(clause.text)
        if NEITHER in named and clause.end == "for":
            continue  # Such as "neither for it nor against it".
        bare = all(word in _OF_A_VERDICT or word in DIRECTIONS for word in spoken)
        if bare and (set(named) - {name} or name in denied):
            return True
        if bare and place == 0 and not named and not denied and _TAKEN_BACK.search(clause.text):
            return True
    return False

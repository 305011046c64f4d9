"""From misses to remarks: one sentence a mistake, at the first group where it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from cablesim.exercises.judging.rows import EXCHANGED, WRONG, Column, Compared, Miss, Move
from cablesim.exercises.judging.sentences import asks_why, said
from cablesim.exercises.verdict import Part, Remark
from cablesim.scenario.exercise import Exercise

MOST = 12
LONGEST_SHOWN = 60
# What is said of these is true of one group alone.
ONE_BY_ONE = frozenset({WRONG, "other-entry", "shorter-entry", "other-pad"})
# Says why a group is wrong (for `{why}`), beyond its name.
Why: TypeAlias = Callable[[Miss], str]
Values: TypeAlias = Callable[[], Mapping[str, str]]


def remarks(
    exercise: Exercise,
    compared: Compared,
    values: Values,
    why: Why,
    part: str = "Group",
    offset: int = 0,
) -> tuple[Remark, ...]:
    """Return the remarks on an answer; groups of one named mistake are told together.

    `part` is what a part is called; `offset` parts stand before the first that was asked for.
    """
    named: dict[str, list[Miss]] = {}
    for miss in compared.misses:
        alone = miss.name in ONE_BY_ONE or (miss.name == EXCHANGED and why(miss))
        key = f"{miss.name} {miss.place}" if alone else miss.name
        named.setdefault(key, []).append(miss)
    places = _Places(compared.columns, _numbers(compared, offset), offset)
    told = list(named.values())[:MOST]
    found = [_remark(exercise, misses, values, why, part, places) for misses in told]
    more = len(named) - MOST
    if more > 0:
        found.append(Remark(f"{more} more parts are not right."))
    return tuple(found)


def written(compared: Compared, offset: int = 0) -> tuple[Part, ...]:
    """Return what the learner wrote, numbered as it was written; a gap as in the right answer."""
    columns = zip(_numbers(compared, offset), compared.columns, strict=True)
    return tuple([Part(wrote, number, right) for number, (wrote, _, right) in columns])


def _numbers(compared: Compared, offset: int) -> Sequence[int]:
    """Return the number of each column: as it was written, or of a gap as in the right answer."""
    columns = compared.columns
    if len(columns) == compared.written:
        return range(offset + 1, offset + 1 + len(columns))
    count = accumulate(bool(column.wrote) for column in columns)
    pairs = zip(columns, count, strict=True)
    return [offset + (n if column.wrote else column.place + 1) for column, n in pairs]


class _Places(NamedTuple):
    """What was written and the number of each part of it."""

    columns: Sequence[Column]
    numbers: Sequence[int]
    offset: int

    def number(self, miss: Miss) -> int:
        """Return the number of what is missed."""
        at = miss.column
        return self.numbers[at] if at < len(self.numbers) else at + 1 + self.offset

    def is_about(self, miss: Miss) -> bool:
        """Say whether a sentence is about a part: not about a gap, nor one that is right itself."""
        column = self.columns[miss.column] if miss.column < len(self.columns) else None
        return column is None or (bool(column.wrote) and not column.right)

    def beside(self, miss: Miss) -> str:
        """Say beside what, of all that was written, something is missing."""
        at = miss.column
        before = next((each.wrote for each in self.columns[:at][::-1] if each.wrote), "")
        if before:
            return f", after {before}"
        behind = next((each.wrote for each in self.columns[at:] if each.wrote), "")
        return f", before {behind}" if behind else ""


def _remark(
    exercise: Exercise,
    misses: list[Miss],
    values: Values,
    why: Why,
    part: str,
    places: _Places,
) -> Remark:
    """Return the sentence for one mistake, with the other places where it was made."""
    if not misses[0].wrote:
        misses = [miss for miss in misses if miss.wrote] or misses
    first, *others = misses
    n = places.number(first)
    also = f" (Also {', '.join([str(places.number(each)) for each in others])}.)" if others else ""
    about = n if places.is_about(first) else 0
    match first.name:
        case "missing":
            place = places.beside(first)
            return Remark(f"{part} {n} of the right answer is missing{place}.{also}")
        case "more":
            named, are = _several(first, part, n)
            text = f"{named}, {first.wrote}, {are} too many.{also}"
            return Remark(text, about, wrote=first.wrote)
        case "moved" if first.move:
            return Remark(_moved(first.wrote, first.move, part, places), about, wrote=first.wrote)
        case "":
            reason = why(first) or "it is not right, and no common slip gives it; work it again"
            named, _ = _several(first, part, n)
            return Remark(f"{named}, {first.wrote}: {reason}.{also}", about, wrote=first.wrote)
        case name:
            reason = why(first) if name == EXCHANGED else ""
            if reason:
                text = f"{part} {n}, {first.wrote}: {reason}."
                return Remark(text, about, name, first.wrote)
            own = {"n": str(n), "read": first.wrote, "part": part}
            if asks_why(exercise, name):
                own["why"] = why(first) or "it is not right; work it again"
            text = said(exercise, name, own, values)
            return Remark(text + also, about, name, first.wrote)


def _several(miss: Miss, part: str, n: int) -> tuple[str, str]:
    """Return what is said of one part, or of words that stand together, from the n-th on."""
    more = miss.wrote.count(" ") if part == "Word" else 0
    return (f"{part}s {n} to {n + more}", "are") if more else (f"{part} {n}", "is")


def _moved(wrote: str, move: Move, part: str, places: _Places) -> str:
    """Return the sentence for parts that are right and stand at a wrong place."""
    first, last, beside = (places.offset + n for n in (move.start + 1, move.end, move.beside + 1))
    what = f", {wrote}," if len(wrote) <= LONGEST_SHOWN else ""
    where = f"{'before' if beside < first else 'after'} {part.lower()} {beside}, {move.neighbour}"
    if first == last:
        return f"{part} {first}{what} is right, but not at this place: it belongs {where}."
    named = f"{part}s {first} to {last}{what}"
    return f"{named} are right, but not at this place: they belong {where}."

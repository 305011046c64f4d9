"""From misses to remarks: one sentence a mistake, at the first group where it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from cablesim.exercises.phrases import Lazily
from cablesim.exercises.rows import WRONG, Compared, Miss
from cablesim.exercises.sentences import said
from cablesim.exercises.verdict import Part, Remark
from cablesim.scenario.exercise import Exercise

MOST = 12
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
        key = miss.name if miss.name != WRONG else f"{WRONG}{miss.place}"
        named.setdefault(key, []).append(miss)
    found = [
        _remark(exercise, misses, values, why, part, offset)
        for misses in list(named.values())[:MOST]
    ]
    more = len(named) - MOST
    if more > 0:
        found.append(Remark(f"{more} more parts are not right."))
    return tuple(found)


def written(compared: Compared, offset: int = 0) -> tuple[Part, ...]:
    """Return what the learner wrote, numbered as the remarks number it."""
    columns = enumerate(compared.columns, offset + 1)
    return tuple([Part(wrote, number, right) for number, (wrote, _, right) in columns])


def _remark(
    exercise: Exercise,
    misses: list[Miss],
    values: Values,
    why: Why,
    part: str,
    offset: int,
) -> Remark:
    """Return the sentence for one mistake, with the other places where it was made."""
    first = misses[0]
    n = first.column + 1 + offset
    also = _also(misses[1:], offset)
    match first.name:
        case "missing":
            return Remark(f"{part} {n} is missing.{also}", n)
        case "more":
            text = f"{part} {n}, {first.wrote}, is too many.{also}"
            return Remark(text, n, wrote=first.wrote)
        case "":
            reason = why(first) or "it is not right, and no common slip gives it; work it again"
            return Remark(f"{part} {n}, {first.wrote}: {reason}.{also}", n, wrote=first.wrote)
        case name:
            own = {"n": str(n), "read": first.wrote, "part": part}
            text = said(exercise, name, own, lambda: Lazily({"why": lambda: why(first)}, values()))
            return Remark(text + also, n, name, first.wrote)


def _also(misses: Iterable[Miss], offset: int) -> str:
    """Return the other places of a mistake, or nothing."""
    places = [str(miss.column + 1 + offset) for miss in misses]
    return f" (Also {', '.join(places)}.)" if places else ""

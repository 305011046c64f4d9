"""Rows of things of which some must stand before others: a right order, the longest right part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from graphlib import TopologicalSorter


def ancestors(after: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Return for each thing all that must stand before it, directly or through others.

    >>> sorted(ancestors({"a": [], "b": ["a"], "c": ["b"]})["c"])
    ['a', 'b']
    """
    found: dict[str, frozenset[str]] = {}
    for name in TopologicalSorter(after).static_order():
        direct = after.get(name, ())
        found[name] = frozenset(direct).union(*(found[each] for each in direct))
    return found


def ordered(names: Sequence[str], before: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Return the names in an order that is right, as near to theirs as can be.

    >>> ordered(["b", "a"], {"a": [], "b": ["a"]})
    ('a', 'b')
    """
    left, row = list(names), []
    while left:
        name = next(each for each in left if not set(before[each]) & set(left))
        left.remove(name)
        row.append(name)
    return tuple(row)


def widest(row: Sequence[str], before: Mapping[str, Collection[str]]) -> int:
    """Return how many things of a row can stay so that none stands before one it must follow.

    To stand wrongly is an order of its own (if a stands wrongly before b, and b before c, so does a
    before c), so the greatest set without a wrong pair has as many members as chains are needed to
    cover the row: its length less a greatest matching of the wrong pairs.

    >>> widest(["b", "a", "c"], {"a": [], "b": ["a"], "c": ["b", "a"]})
    2
    """
    wrong = {
        name: [later for later in row[place + 1 :] if later in before[name]]
        for place, name in enumerate(row)
    }
    partner: dict[str, str] = {}

    def matched(name: str, seen: set[str]) -> bool:
        """Find a partner for a name, moving others along if need be."""
        for later in wrong[name]:
            if later in seen:
                continue
            seen.add(later)
            if later not in partner or matched(partner[later], seen):
                partner[later] = name
                return True
        return False

    return len(row) - sum(matched(name, set()) for name in row)


def kept(row: Sequence[str], before: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Return the things of a row that can stay, as many as can be: those that stand later first.

    >>> kept(["b", "c", "a"], {"a": [], "b": ["a"], "c": ["b", "a"]})
    ('b', 'c')
    >>> kept(["b", "a"], {"a": [], "b": ["a"]})
    ('a',)
    """
    most, left = widest(row, before), list(row)
    if most == len(left):
        return tuple(left)
    for name in row:
        rest = [each for each in left if each != name]
        if len(left) > most == widest(rest, before):
            left = rest
    return tuple(left)

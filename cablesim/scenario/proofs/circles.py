"""Circles among names that point at each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def circles(points: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, beginning with its first name in order; names unknown lead nowhere.

    A name on several circles is told with one of them.

    >>> list(circles({"a": ["b"], "b": ["a"], "c": ["c"], "d": []}))
    [('a', 'b'), ('c',)]
    """
    done: set[str] = set()
    for start in points:
        way: list[str] = []
        on_way: dict[str, int] = {}
        trail = [(start, iter(points[start]))] if start not in done else []
        if trail:
            way.append(start)
            on_way[start] = 0
        while trail:
            name, rest = trail[-1]
            ahead = next((each for each in rest if each in points and each not in done), None)
            if ahead is None:
                done.add(name)
                trail.pop()
                del on_way[way.pop()]
            elif ahead in on_way:
                yield _from_first(way[on_way[ahead] :], points)
                done.update(way[on_way[ahead] :])
            else:
                on_way[ahead] = len(way)
                way.append(ahead)
                trail.append((ahead, iter(points[ahead])))


def _from_first(circle: list[str], points: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return a circle turned so that it begins with the name that comes first in order."""
    order = {name: number for number, name in enumerate(points)}
    first = circle.index(min(circle, key=order.__getitem__))
    return (*circle[first:], *circle[:first])

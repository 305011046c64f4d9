"""Placeholders in an author's sentences: ``{pad}``, ``{step.1}``; any other brace stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

_PLACE = re.compile(r"\{([a-z_][a-z0-9_-]*(?:\.[a-z0-9-]+)?)\}")
STEP = "step"


class Lazily(Mapping[str, str]):
    """Values by name, each put together only when it is asked for; the rest is known otherwise.

    >>> Lazily({"pad": lambda: "1234"}, {"what": "5678"})["pad"]
    '1234'
    """

    __slots__ = ("_makers", "_rest")

    def __init__(
        self, makers: Mapping[str, Callable[[], str]], rest: Mapping[str, str] | None = None
    ) -> None:
        self._makers = makers
        self._rest = rest or {}

    def __getitem__(self, name: str) -> str:
        """Put a value together; raises KeyError where the name has none."""
        maker = self._makers.get(name)
        return self._rest[name] if maker is None else maker()

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter({**self._makers, **dict.fromkeys(self._rest)})

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._makers.keys() | self._rest.keys())


def filled(
    text: str, values: Mapping[str, str], more: Callable[[], Mapping[str, str]] | None = None
) -> str:
    """Return a sentence with its placeholders filled; what has no value stays as it is.

    `more` is asked for further values only where the first do not have a name.

    >>> filled("Add {pad} to {what}.", {"pad": "1234"})
    'Add 1234 to {what}.'
    """
    if "{" not in text:
        return text
    pieces = list(_pieces(text))
    for at in range(1, len(pieces), 2):
        name = pieces[at]
        known = values if name in values or more is None else more()
        pieces[at] = known.get(name, f"{{{name}}}")
    return "".join(pieces)


@lru_cache(256)
def _pieces(text: str) -> tuple[str, ...]:
    """Return a sentence in pieces: every second one is the name of a placeholder."""
    return tuple(_PLACE.split(text))


def placeholders(text: str) -> Iterator[str]:
    """Yield the names that stand in braces, in order."""
    return (found[1] for found in _PLACE.finditer(text))

"""Placeholders in an author's sentences: ``{pad}``, ``{step.1}``; any other brace stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

_PLACE = re.compile(r"\{([a-z_][a-z0-9_-]*(?:\.[a-z0-9-]+)?)\}")
STEP = "step"


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

    def value(found: re.Match[str]) -> str:
        """Return what stands for one placeholder."""
        name = found[1]
        if name not in values and more is not None:
            return more().get(name, found[0])
        return values.get(name, found[0])

    return _PLACE.sub(value, text)


def placeholders(text: str) -> Iterator[str]:
    """Yield the names that stand in braces, in order."""
    return (found[1] for found in _PLACE.finditer(text))

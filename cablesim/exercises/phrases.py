"""Placeholders in an author's sentences: ``{pad}``, ``{step.1}``; any other brace stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_PLACE = re.compile(r"\{([a-z_][a-z0-9_-]*(?:\.[a-z0-9-]+)?)\}")
STEP = "step"


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a sentence with its placeholders filled; what has no value stays as it is.

    >>> filled("Add {pad} to {what}.", {"pad": "1234"})
    'Add 1234 to {what}.'
    """
    if "{" not in text:
        return text
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def placeholders(text: str) -> Iterator[str]:
    """Yield the names that stand in braces, in order."""
    return (found[1] for found in _PLACE.finditer(text))

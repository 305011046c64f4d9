"""Hostile scenario folders, made anew for every run: each case spoils a sound folder in one way.

The names say the kind: `term` terminal sequences, `uni` signs of Unicode that hide or turn, `mark`
markup of others, `bomb` what grows or stalls, `path` files that are none or lie elsewhere, `type`
values of another type, `mut` keys renamed or doubled, `ver` other formats.
"""

from __future__ import annotations

from hostile.bombs import BOMBS
from hostile.paths import path_cases
from hostile.spoiling import Case
from hostile.texts import HIDDEN, MARKUP, SEQUENCES, text_cases
from hostile.values import value_cases


def cases() -> tuple[Case, ...]:
    """Return the whole corpus."""
    return (
        *text_cases("term", SEQUENCES),
        *text_cases("uni", HIDDEN),
        *text_cases("mark", MARKUP),
        *(Case(f"bomb-{name}", spoil) for name, spoil in BOMBS.items()),
        *path_cases(),
        *value_cases(),
    )

"""The longest part of an order that is right, held against trying out every part."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.judging.chains import ancestors, kept, ordered, widest

NAMES = "abcdefg"


@st.composite
def orders(draw: st.DrawFn) -> dict[str, list[str]]:
    """Return what each of seven things comes after: earlier ones only, so without a circle."""
    return {
        name: draw(st.lists(st.sampled_from(NAMES[:place]), unique=True)) if place else []
        for place, name in enumerate(NAMES)
    }


def right(row: tuple[str, ...], before: dict[str, frozenset[str]]) -> bool:
    """Say whether nothing in a row stands before what it must follow."""
    return not any(later in before[name] for at, name in enumerate(row) for later in row[at + 1 :])


@given(orders(), st.permutations(NAMES))
def test_the_widest_part_is_the_longest_that_trying_finds(
    after: dict[str, list[str]], row: list[str]
) -> None:
    before = ancestors(after)
    longest = max(
        size
        for size in range(1, len(row) + 1)
        for part in combinations(row, size)
        if right(part, before)
    )
    assert widest(row, before) == longest
    stays = kept(row, before)
    assert len(stays) == longest
    assert right(stays, before)


@given(orders(), st.permutations(NAMES))
def test_an_order_that_is_made_is_right(after: dict[str, list[str]], row: list[str]) -> None:
    before = ancestors(after)
    made = ordered(row, before)
    assert sorted(made) == sorted(NAMES)
    assert right(made, before)
    assert widest(made, before) == len(NAMES)

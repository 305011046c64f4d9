"""What goes wrong with one teaching system alone, reckoned here anew on 200 draws.

The right way is reckoned beside the wrong ones, so that a wrong one is what it is said to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from exercises.desk import DRAWS, drawn
from exercises.test_wrong_ways import letters, recognised

from cablesim.exercises.variant import Variant

COURSE = "ten-lessons"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RUSSIAN = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯ012345"
SQUARE = "ABCDEFGHIKLMNOPQRSTUVWXYZ"
Ways = Iterator[tuple[str, str]]


def row_of(variant: Variant) -> str:
    """Return the right result without its blanks."""
    return "".join(variant.model().split())


def labels(square: str, side: int) -> Callable[[Variant], Ways]:
    """Write the column of every letter before its row."""

    def wrong(variant: Variant) -> Ways:
        places = [divmod(square.index(letter), side) for letter in variant.values()["plain"]]
        assert row_of(variant) == "".join(f"{row + 1}{column + 1}" for row, column in places)
        yield "row-column", "".join(f"{column + 1}{row + 1}" for row, column in places)

    return wrong


def numbered(variant: Variant) -> Ways:
    """List places, write places of the alphabet, number equal letters otherwise, count from 0."""
    word = variant.values()["plain"]
    listed = sorted(range(len(word)), key=lambda at: (word[at], at))
    right = [listed.index(at) + 1 for at in range(len(word))]
    assert row_of(variant) == "".join(map(str, right))
    yield "places-listed", "".join(str(at + 1) for at in listed)
    places = [LATIN.index(letter) + 1 for letter in word]
    yield "alphabet-places", " ".join(map(str, places))
    yield "alphabet-places", "".join(map(str, places))
    known = sorted(set(word))
    yield "equal-letters", "".join(str(known.index(letter) + 1) for letter in word)
    turned = sorted(range(len(word)), key=lambda at: (word[at], -at))
    yield "equal-letters", "".join(str(turned.index(at) + 1) for at in range(len(word)))
    yield "off-by-one", "".join(str(number - 1) for number in right)


def columns(variant: Variant) -> Ways:
    """Read columns in every order but the right one, and rows."""
    text, key = variant.values()["plain"], variant.values()["key"]
    read = [text[at :: len(key)] for at in range(len(key))]
    order = sorted(range(len(key)), key=lambda at: (key[at], at))
    assert row_of(variant) == "".join(read[at] for at in order)
    yield "key-ignored", "".join(read)
    yield "last-first", "".join(read[at] for at in reversed(order))
    rows = [text[at : at + len(key)] for at in range(0, len(text), len(key))]
    yield "rows-read", "".join(row[at] for row in rows for at in order if at < len(row))
    for one, other in combinations(range(len(order)), 2):
        swapped = [*order]
        swapped[one], swapped[other] = order[other], order[one]
        yield "columns-exchanged", "".join(read[at] for at in swapped)


def pairs(variant: Variant) -> Ways:
    """Turn corners and whole pairs round; go left in rows alone, and up in columns alone."""
    word, text = variant.values()["keyword"], variant.values()["plain"]
    grid = "".join(dict.fromkeys(word + SQUARE))
    if len(text) % 2:
        text += "X"
    forward = [moved(grid, text[at : at + 2], 1) for at in range(0, len(text), 2)]
    back = [moved(grid, text[at : at + 2], -1) for at in range(0, len(text), 2)]
    if row_of(variant) != "".join(pair for pair, _ in forward):
        return  # A filler stands in it.
    corners = [pair[::-1] if kind == "corners" else pair for pair, kind in forward]
    yield "corners-swapped", "".join(corners)
    yield "pairs-turned", "".join(pair[::-1] for pair, _ in forward)
    kinds = {kind for _, kind in forward}
    for line in ("row", "column"):
        both = zip(forward, back, strict=True)
        if {"row", "column"} <= kinds:
            yield "line-wrong-way", "".join(b if kind == line else a for (a, kind), (b, _) in both)


def moved(grid: str, pair: str, step: int) -> tuple[str, str]:
    """Return a pair through a square, and whether its letters make a row, a column or corners."""
    (a, b), (c, d) = (divmod(grid.index(letter), 5) for letter in pair)
    if a == c:
        return grid[5 * a + (b + step) % 5] + grid[5 * c + (d + step) % 5], "row"
    if b == d:
        return grid[5 * ((a + step) % 5) + b] + grid[5 * ((c + step) % 5) + d], "column"
    return grid[5 * a + d] + grid[5 * c + b], "corners"


def checks(variant: Variant) -> Ways:
    """Put every check in front of its group."""
    groups = variant.values()["plain"].split()
    sums = [str(sum(map(int, group)) % 10) for group in groups]
    assert variant.model() == " ".join(map("".join, zip(groups, sums, strict=True)))
    yield "check-in-front", " ".join(map("".join, zip(sums, groups, strict=True)))


def key_ends(variant: Variant) -> Ways:
    """Write the key once, or twice, and leave the rest of the text as it is."""
    text, key = variant.values()["plain"], variant.values()["key"]
    assert row_of(variant) == letters(text, key)
    for end in range(len(key), len(text), len(key)):
        left = zip(text[end:], row_of(variant)[end:], strict=True)
        if sum(a != b for a, b in left) > 2:
            yield "key-not-repeated", letters(text[:end], key) + text[end:]


CASES: tuple[tuple[str, Callable[[Variant], Ways]], ...] = (
    ("square-figures", labels(SQUARE, 5)),
    ("square-russian", labels(RUSSIAN, 6)),
    ("number-the-key", numbered),
    ("columns-forward", columns),
    ("pairs-forward", pairs),
    ("check-figures", checks),
    ("key-word", key_ends),
)


@pytest.mark.parametrize(("exercise", "wrong"), CASES, ids=[case[0] for case in CASES])
def test_what_goes_wrong_with_one_system_is_told_by_its_name(
    exercise: str, wrong: Callable[[Variant], Ways]
) -> None:
    recognised(COURSE, exercise, wrong)


def test_columns_filled_from_left_to_right_are_told_in_deciphering_too() -> None:
    for n in range(DRAWS):
        variant = drawn(COURSE, "columns-back", n)
        row, width = "".join(variant.values()["cipher"].split()), len(variant.values()["key"])
        found, at = [""] * len(row), 0
        for column in range(width):
            count = len(range(column, len(row), width))
            found[column::width] = row[at : at + count]
            at += count
        assert variant.judge("".join(found)).mistakes == ("key-ignored",), (n, found)


def test_row_for_column_is_told_place_by_place_and_not_as_figures_left_out() -> None:
    for n in range(DRAWS):
        variant = drawn(COURSE, "square-figures", n)
        row = row_of(variant)
        turned = "".join(row[at + 1] + row[at] for at in range(0, len(row), 2))
        verdict = variant.judge(turned)
        assert [part.text for part in verdict.wrote] == list(turned)
        assert list(verdict.parts) == [a == b for a, b in zip(row, turned, strict=True)]


def test_one_check_in_front_and_one_wrong_check_are_told_at_their_group() -> None:
    for n in range(DRAWS):
        variant = drawn(COURSE, "check-figures", n)
        first, second, third = variant.model().split()
        front = third[-1] + third[:-1]
        verdict = variant.judge(f"{first} {second} {front}")
        assert verdict.mistakes == ("check-in-front",)
        assert verdict.remarks[0].text.startswith(f"Group 3, {front}, has its check in front;")
        wrong = second[:-1] + str((int(second[-1]) + 1) % 10)
        verdict = variant.judge(f"{first} {wrong} {third}")
        assert [remark.text for remark in verdict.remarks] == [
            f"Group 2, {wrong}: figure 5 of it is not right."
        ]

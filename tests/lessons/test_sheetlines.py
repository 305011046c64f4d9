"""How the sheet for figures is laid out: rows whole at every width, signs below what they judge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.lessons.grid import GAP, Grid, Line, Own, Sum, sheet
from cablesim.lessons.sheetlines import LABEL, Look, laid_out

figures = st.text("0123456789", min_size=12, max_size=12)


def summed(upper: str, lower: str, *, size: int, part: int, first: int = 0) -> Grid:
    """A sheet on which one row is added to another, and the answer begins some columns in."""
    lines = (
        Line("above", upper),
        Line("below", pages=(lower,)),
        Line("answer", GAP * (len(upper) - first), first, Own.ANSWER),
    )
    return sheet(size, lines, (Sum(0, 1, 2, adds=True),), part)


@given(figures, figures, st.integers(1, 120), st.integers(1, 5))
def test_every_row_is_whole_at_every_width(upper: str, lower: str, width: int, size: int) -> None:
    lines = laid_out(summed(upper, lower, size=size, part=size), width)
    names = {"above": upper, "+ below": lower, "= answer": "·" * 12}
    for name, row in names.items():
        cut = [text[LABEL:] for text in lines.texts() if text[:LABEL].rstrip() == name]
        assert "".join("".join(cut).split()) == row


@given(figures, st.integers(0, 11), st.integers(18, 90))
def test_the_cursor_is_seen_once_and_in_the_line_that_is_told(
    row: str, at: int, width: int
) -> None:
    lines = laid_out(summed(row, row, size=4, part=4).gone(at), width)
    seen = [
        number
        for number, pieces in enumerate(lines.lines)
        for _, look in pieces
        if look is Look.HERE
    ]
    assert seen == [lines.here]


@pytest.mark.parametrize(("part", "first"), [(4, 0), (4, 4), (1, 0), (1, 3)])
def test_a_sign_stands_below_the_very_group_or_figure_it_is_said_of(part: int, first: int) -> None:
    grid = summed("1" * 12, "2" * 12, size=4, part=part, first=first)
    said = next(text for text in laid_out(grid, 80, ("✓", "✗2")).texts() if "✗" in text)
    answer = next(text for text in laid_out(grid, 80).texts() if text.startswith("= answer"))
    assert said.index("✓") == answer.index("·")
    second = first + part
    assert said.index("✗") == LABEL + second + second // 4 * 2


def test_a_ten_is_marked_where_one_is_dropped_and_nowhere_else() -> None:
    grid = summed("7715", "7482", size=4, part=4).filled(Own.ANSWER, "41_7")
    assert grid is not None
    ten = next(text for text in laid_out(grid, 80).texts() if "ten dropped" in text)
    assert ten[LABEL:] == "xx"


def test_a_result_that_is_put_to_another_row_is_shown_there_without_the_cursor() -> None:
    lines = (
        Line("first", "1234"),
        Line("known", GAP * 4, own=Own.NOTE),
        Line("pad", GAP * 4, own=Own.NOTE),
        Line("second", "5678"),
        Line("found", GAP * 4, own=Own.NOTE),
    )
    sums = (Sum(0, 1, 2, adds=False), Sum(3, 2, 4, adds=False))
    grid = sheet(4, lines, sums).to_row(1).put("9")
    shown = [text[:LABEL].rstrip() for text in laid_out(grid, 80).texts() if text]
    assert shown == [
        *("first", "- known", "= pad", "  ten lent"),
        *("second", "- pad", "= found", "  ten lent"),
    ]
    here = [look for pieces in laid_out(grid, 80).lines for _, look in pieces].count(Look.HERE)
    assert here == 1


@given(figures, st.integers(0, 11), st.integers(18, 90))
def test_the_lines_of_the_columns_at_hand_are_those_between_two_empty_ones(
    row: str, at: int, width: int
) -> None:
    laid = laid_out(summed(row, row, size=4, part=4).gone(at), width, ("✓", "✗2", "✓"))
    first, end = laid.block
    assert first <= laid.here < end
    assert all(laid.lines[first:end])
    assert first == 0 or not laid.lines[first - 1]
    assert end == len(laid.lines) or not laid.lines[end]

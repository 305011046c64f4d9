"""The sheet for figures: what hands do to it, and that sheet and free text are one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.lessons.catalogue import Drawn, Workbooks
from cablesim.lessons.grid import GAP, Cells, Grid, Own, grid_of

if TYPE_CHECKING:
    from cablesim.scenario.scenario import Scenario

WITH_PAD = ("add-pad", "take-pad-off", "encipher", "five-figures", "send-with-page")
SPOKEN = ("decode", "find-page")


@pytest.fixture(scope="module")
def books(telegram: Scenario) -> Workbooks:
    return Workbooks([(telegram, "f" * 64)])


def drawn(books: Workbooks, exercise: str, level: int | None = None, number: int = 0) -> Drawn:
    task = next(task for task in books.tasks() if task.exercise == exercise)
    deal = books.deal(task, number, level)
    assert isinstance(deal, Drawn)
    return deal


def sheet(books: Workbooks, exercise: str, level: int | None = None, number: int = 0) -> Grid:
    found = grid_of(drawn(books, exercise, level, number).variant)
    assert found is not None
    return found


@pytest.mark.parametrize("exercise", WITH_PAD)
@pytest.mark.parametrize("level", [None, 1, 2])
def test_the_right_answer_fills_the_sheet_to_its_last_cell(
    books: Workbooks, exercise: str, level: int | None
) -> None:
    for number in range(5):
        model = drawn(books, exercise, level, number).variant.model()
        full = sheet(books, exercise, level, number).filled(Own.ANSWER, model)
        assert full is not None
        row = full.own(Own.ANSWER)
        assert row is not None
        assert GAP not in row.cells
        assert full.text(Own.ANSWER) == model


@pytest.mark.parametrize("exercise", ["add-pad", "take-pad-off", "send-with-page"])
def test_figure_under_figure_gives_the_answer_and_no_ten_is_carried(
    books: Workbooks, exercise: str
) -> None:
    variant = drawn(books, exercise).variant
    grid = sheet(books, exercise)
    grid = grid.turned(int(variant.values().get("page", "1")) - 1)
    full = grid.filled(Own.ANSWER, variant.model())
    assert full is not None
    row = full.own(Own.ANSWER)
    assert row is not None
    for over, pad, cell, ten in zip(full.over, full.pad, row.cells, full.tens, strict=True):
        if over == GAP:
            assert cell == pad, "the indicator is sent as it stands"
            continue
        total = int(over) + int(pad) if full.adds else int(over) - int(pad)
        assert int(cell) == total % 10
        assert (ten == "x") == (total != total % 10)


@pytest.mark.parametrize("exercise", SPOKEN)
def test_where_the_answer_is_words_the_sheet_is_for_the_groups_on_the_way(
    books: Workbooks, exercise: str
) -> None:
    grid = sheet(books, exercise)
    assert grid.own(Own.ANSWER) is None
    assert grid.own(Own.NOTE) is not None
    assert grid.text(Own.ANSWER) == ""


def test_exercises_without_a_pad_have_no_sheet(books: Workbooks) -> None:
    for exercise in ("encode-words", "copies", "garble", "order-route"):
        assert grid_of(drawn(books, exercise).variant) is None


def test_a_text_of_another_kind_does_not_go_on_the_sheet(books: Workbooks) -> None:
    grid = sheet(books, "add-pad")
    for text in ("KOREA", "1234 56a8", "1" * 99):
        assert grid.filled(Own.ANSWER, text) is None


def test_the_sum_at_the_cursor_is_put_and_not_worked(books: Workbooks) -> None:
    grid = sheet(books, "encipher")
    assert grid.asked == "", "the groups of the book are looked up, not reckoned"
    below = grid.put("7").gone(0).to_row(1)
    assert below.here.own is Own.ANSWER
    assert below.asked == f"7 + {grid.pad[0]}"


def empty(size: int, groups: int) -> Grid:
    """A sheet of zeros with an empty answer."""
    width = size * groups
    row = Cells(Own.ANSWER, "on the wire", GAP * width)
    return Grid(size, width, ("book group", "0" * width), 0, ("0" * width,), (row,), adds=True)


acts = st.one_of(
    st.builds(lambda f: lambda g: g.put(f), st.sampled_from("0123456789")),
    st.just(Grid.rubbed_out),
    st.just(Grid.cleared),
    st.builds(lambda n: lambda g: g.moved(n), st.integers(-9, 9)),
    st.builds(lambda n: lambda g: g.to_group(n), st.sampled_from([-1, 1])),
    st.builds(lambda n: lambda g: g.to_row(n), st.sampled_from([-1, 1])),
    st.builds(lambda n: lambda g: g.turned(n), st.sampled_from([-1, 1])),
    st.builds(lambda t: lambda g: g.pasted(t), st.text("0123456789 \n-", max_size=40)),
)


@given(st.integers(1, 5), st.integers(1, 6), st.lists(acts, max_size=30))
def test_whatever_hands_do_the_cursor_stays_inside_and_the_text_comes_back(
    size: int, groups: int, doings: list[object]
) -> None:
    grid = empty(size, groups)
    for act in doings:
        grid = act(grid)  # type: ignore[operator]  # The strategy yields functions.
        assert 0 <= grid.at < grid.width
        assert len(grid.here.cells) == size * groups
    again = empty(size, groups).filled(Own.ANSWER, grid.text(Own.ANSWER))
    assert again is not None
    assert again.rows == grid.rows


@given(st.text("0123456789", min_size=12, max_size=12), st.sampled_from(["", " ", "\n", ", "]))
def test_a_row_is_pasted_however_it_is_grouped(row: str, between: str) -> None:
    text = between.join(row[at : at + 5] for at in range(0, 12, 5))
    assert empty(4, 3).pasted(text).text(Own.ANSWER) == f"{row[:4]} {row[4:8]} {row[8:]}"


def test_backspace_takes_the_figure_here_or_else_the_one_before() -> None:
    grid = empty(4, 1).put("1").put("2")
    assert grid.rubbed_out().text(Own.ANSWER) == "1"
    assert grid.gone(0).rubbed_out().text(Own.ANSWER) == "_2"
    assert empty(4, 1).rubbed_out() == empty(4, 1)

"""The sheet for figures: what hands do to it, and that sheet and free text are one answer."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.figures import minus
from cablesim.exercises.kinds.depth import DepthVariant
from cablesim.exercises.kinds.garble import GarbleVariant
from cablesim.lessons.catalogue import Drawn, Workbooks
from cablesim.lessons.grid import GAP, Grid, Line, Own, PasteRefused, Sum, sheet
from cablesim.lessons.sheets import grid_of
from cablesim.text.digits import column_sums
from cablesim.text.groups import cut

if TYPE_CHECKING:
    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario

WITH_PAD = ("add-pad", "take-pad-off", "encipher", "five-figures", "send-with-page")
SPOKEN = ("decode", "find-page")
SUMS = ("add-figures", "take-figures-off", "difference", "page-from-crib")


@pytest.fixture(scope="module")
def books(telegram: Scenario) -> Workbooks:
    return Workbooks([(telegram, "f" * 64)])


@pytest.fixture(scope="module")
def course_books(lessons: Course) -> Workbooks:
    return Workbooks([(lessons.practice, lessons.content)])


def drawn(books: Workbooks, exercise: str, level: int | None = None, number: int = 0) -> Drawn:
    task = next(task for task in books.tasks() if task.exercise == exercise)
    deal = books.deal(task, number, level)
    assert isinstance(deal, Drawn)
    return deal


def sheet_of(books: Workbooks, exercise: str, level: int | None = None, number: int = 0) -> Grid:
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
        full = sheet_of(books, exercise, level, number).filled(Own.ANSWER, model)
        assert full is not None
        assert GAP not in full.lines[-1].cells
        assert full.text(Own.ANSWER) == model


@pytest.mark.parametrize("exercise", ["add-pad", "take-pad-off", "send-with-page"])
def test_figure_under_figure_gives_the_answer_and_no_ten_is_carried(
    books: Workbooks, exercise: str
) -> None:
    variant = drawn(books, exercise).variant
    grid = sheet_of(books, exercise)
    grid = grid.turned(int(variant.values().get("page", "1")) - 1)
    full = grid.filled(Own.ANSWER, variant.model())
    assert full is not None
    each = full.sums[0]
    for over, pad, cell, ten in zip(*map(full.across, (0, 1, 2)), full.tens(each), strict=True):
        if over == GAP:
            assert cell == pad, "the indicator is sent as it stands"
            continue
        total = int(over) + int(pad) if each.adds else int(over) - int(pad)
        assert int(cell) == total % 10
        assert (ten == "x") == (total != total % 10)


@pytest.mark.parametrize("exercise", SPOKEN)
def test_where_the_answer_is_words_the_sheet_is_for_the_groups_on_the_way(
    books: Workbooks, exercise: str
) -> None:
    grid = sheet_of(books, exercise)
    assert not grid.has(Own.ANSWER)
    assert grid.has(Own.NOTE)
    assert grid.text(Own.ANSWER) == ""


@pytest.mark.parametrize("exercise", SUMS)
def test_a_bare_sum_of_figures_has_a_sheet_that_the_right_answer_fills(
    course_books: Workbooks, exercise: str
) -> None:
    for number in range(20):
        model = drawn(course_books, exercise, number=number).variant.model()
        full = sheet_of(course_books, exercise, number=number).filled(Own.ANSWER, model)
        assert full is not None
        assert full.text(Own.ANSWER) == model
        for upper, lower, cell in zip(*map(full.across, (0, 1, 2)), strict=True):
            total = int(upper) + int(lower) if full.sums[0].adds else int(upper) - int(lower)
            assert int(cell) == total % 10


def test_only_sums_of_figures_have_a_sheet(course_books: Workbooks) -> None:
    for exercise in ("shift-letters", "square-figures", "chain", "number-the-key"):
        assert grid_of(drawn(course_books, exercise).variant) is None


@pytest.mark.parametrize("exercise", ["first-depth", "second-depth"])
def test_two_telegrams_in_depth_come_out_on_the_sheet_as_in_the_worked_steps(
    course_books: Workbooks, exercise: str
) -> None:
    for number in range(10):
        variant = drawn(course_books, exercise, number=number).variant
        assert isinstance(variant, DepthVariant)
        end = variant.length
        rows = (variant.first.row[:end], variant.pad[:end], variant.second.row[:end])
        full = sheet_of(course_books, exercise, number=number).filled(Own.NOTE, " / ".join(rows))
        assert full is not None
        for each in full.sums:
            for upper, lower, cell in zip(
                *map(full.across, (each.upper, each.lower, each.result)), strict=True
            ):
                assert int(cell) == (int(upper) - int(lower)) % 10
        again = sheet_of(course_books, exercise, number=number).filled(
            Own.NOTE, full.text(Own.NOTE)
        )
        assert again is not None
        assert again.lines == full.lines


@pytest.mark.parametrize("exercise", ["garble", "garble-long"])
def test_a_damaged_message_has_a_sheet_for_its_groups_and_the_sum_of_its_check(
    books: Workbooks, exercise: str
) -> None:
    for number in range(10):
        variant = drawn(books, exercise, number=number).variant
        assert isinstance(variant, GarbleVariant)
        *came, check = variant.received
        pads = cut(variant.pad, 4)[: len(came)]
        codes = [minus(group, pad) for group, pad in zip(came, pads, strict=True)]
        sums = [column_sums(tuple(came[:end])) for end in range(1, len(came) + 1)]
        grid = sheet_of(books, exercise, number=number)
        assert grid.across(0) == "".join((*came, check)), "the check stands there as it came"
        full = grid.filled(Own.NOTE, " / ".join(("".join(codes), "".join(sums))))
        assert full is not None
        for line, right in ((2, codes), (3, sums)):
            assert full.lines[line].cells == "".join(right), "each row is as long as the message"
        assert full.text(Own.NOTE) == " / ".join((" ".join(codes), " ".join(sums)))
        code, total = full.sums
        for place in range(len(came) * 4):
            upper, lower = full.across(0)[place], full.across(1)[place]
            assert int(full.across(2)[place]) == (int(upper) - int(lower)) % 10
            assert (full.tens(code)[place] == "x") == (int(upper) < int(lower))
            before = full.across(3)[place - 4] if place >= 4 else "0"
            assert full.beneath(total)[place] == before
            assert int(full.across(3)[place]) == (int(upper) + int(before)) % 10
            assert (full.tens(total)[place] == "x") == (int(upper) + int(before) > 9)
        assert set(full.tens(total)[len(came) * 4 :]) == {" "}, "nothing is put to the check"
        at_sum = full.to_row(1).gone(5)
        assert at_sum.asked == f"{came[1][1]} + {sums[0][1]}"


def test_exercises_without_a_pad_have_no_sheet(books: Workbooks) -> None:
    for exercise in ("encode-words", "copies", "order-route"):
        assert grid_of(drawn(books, exercise).variant) is None


def test_a_text_of_another_kind_does_not_go_on_the_sheet(books: Workbooks) -> None:
    grid = sheet_of(books, "add-pad")
    for text in ("KOREA", "1234 56a8", "1" * 99):
        assert grid.filled(Own.ANSWER, text) is None


def test_the_sum_at_the_cursor_is_put_and_not_worked(books: Workbooks) -> None:
    grid = sheet_of(books, "encipher")
    assert grid.asked == "", "the groups of the book are looked up, not reckoned"
    below = grid.put("7").gone(0).to_row(1)
    assert below.here.own is Own.ANSWER
    assert below.asked == f"7 + {grid.across(1)[0]}"


def empty(size: int, groups: int) -> Grid:
    """A sheet of noughts with an empty answer."""
    width = size * groups
    lines = (
        Line("book group", "0" * width),
        Line("pad", pages=("0" * width,)),
        Line("on the wire", GAP * width, own=Own.ANSWER),
    )
    return sheet(size, lines, (Sum(0, 1, 2, adds=True),))


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
        with suppress(PasteRefused):
            grid = act(grid)  # type: ignore[operator]  # The strategy yields functions.
        assert 0 <= grid.at < grid.width
        assert len(grid.here.cells) == size * groups
    again = empty(size, groups).filled(Own.ANSWER, grid.text(Own.ANSWER))
    assert again is not None
    assert again.lines == grid.lines


@given(st.text("0123456789", min_size=12, max_size=12), st.sampled_from(["", " ", "\n", ", "]))
def test_a_row_is_pasted_however_it_is_grouped(row: str, between: str) -> None:
    text = between.join(row[at : at + 5] for at in range(0, 12, 5))
    assert empty(4, 3).pasted(text).text(Own.ANSWER) == f"{row[:4]} {row[4:8]} {row[8:]}"


def test_a_whole_row_is_pasted_from_its_first_cell_wherever_the_cursor_is() -> None:
    assert empty(4, 2).gone(5).pasted("0440 5881").text(Own.ANSWER) == "0440 5881"
    assert empty(4, 2).gone(4).pasted("٥٨٨١").text(Own.ANSWER) == "____ 5881"


@pytest.mark.parametrize("text", ["\u041e440 5811", "O440", "0440 5811 99", "KOREA"])
def test_nothing_is_pasted_of_a_text_that_does_not_fit(text: str) -> None:
    grid = empty(4, 2)
    with pytest.raises(PasteRefused, match="nothing was pasted"):
        grid.pasted(text)


def test_backspace_takes_the_figure_here_or_else_the_one_before() -> None:
    grid = empty(4, 1).put("1").put("2")
    assert grid.rubbed_out().text(Own.ANSWER) == "1"
    assert grid.gone(0).rubbed_out().text(Own.ANSWER) == "_2"
    assert empty(4, 1).rubbed_out() == empty(4, 1)


def test_a_gap_before_the_last_figure_is_named_and_one_at_the_end_is_not() -> None:
    grid = empty(4, 3).gone(5).put("7")
    assert grid.hole == "on the wire, group 1, figure 1"
    assert grid.gone(0).pasted("123456").cleared().hole == ""
    assert empty(4, 3).pasted("1234").hole == ""
    assert empty(4, 3).pasted("12345678").gone(6).cleared().hole == "on the wire, group 2, figure 3"

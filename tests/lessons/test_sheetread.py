"""The sheet in plain lines says what the sheet on the screen shows, group by group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.grid import GAP, Grid, Own
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, at, task_named
from cablesim.lessons.sheetread import EMPTY, group_read_out, read_out
from cablesim.lessons.sheets import grid_of

if TYPE_CHECKING:
    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario


def begun(telegram: Scenario, exercise: str, *, fresh: int = 0) -> Session:
    """Return a learner at an exercise, so many variants on."""
    books = Workbooks([(telegram, "f" * 64)])
    session = at(Record(None), books, task_named(books, telegram.id, exercise))
    for _ in range(fresh):
        session.sitting.seen()
        session = session.fresh()
    return session


def sheet(session: Session) -> Grid:
    """Return its empty sheet."""
    grid = grid_of(session.drawn.variant)
    assert grid is not None
    return grid


@pytest.mark.parametrize("exercise", ["encipher", "take-pad-off", "send-with-page", "find-page"])
def test_every_figure_that_is_known_is_read_and_every_other_said_to_be_open(
    telegram: Scenario, exercise: str
) -> None:
    grid = sheet(begun(telegram, exercise))
    head, *groups = read_out(grid)
    assert "made up for practice" in head
    assert ("Page 1 of 3" in head) is (grid.pages == 3)
    pads = re.findall(r"pad (\d+)", " ".join(groups))
    assert "".join(pads) == grid.across(1).rstrip(GAP)
    assert sum(EMPTY in line for line in groups) >= len(groups) - 1
    assert not any("_" in line for line in groups)


def test_a_full_sheet_reads_the_answer_and_where_tens_were_dropped(telegram: Scenario) -> None:
    session = begun(telegram, "encipher")
    model = session.drawn.variant.model()
    grid = sheet(session).filled(Own.ANSWER, model)
    assert grid is not None
    codes = session.drawn.variant.values()["groups"]
    grid = grid.filled(Own.NOTE, codes)
    assert grid is not None
    groups = list(read_out(grid))[1:]
    for line, code, wire in zip(groups, codes.split(), model.split(), strict=True):
        assert f"book group {code}, pad " in line
        assert f"on the wire {wire}" in line
        pad = line.partition("pad ")[2][:4]
        tens = [n for n, (a, b) in enumerate(zip(code, pad, strict=True), 1) if int(a) + int(b) > 9]
        assert ("ten dropped" in line) is bool(tens)
        told = line.partition("ten dropped at figure")[2]
        assert [int(n) for n in re.findall(r"\d", told)] == tens


def test_one_group_is_read_figure_by_figure_with_its_ten(telegram: Scenario) -> None:
    session = begun(telegram, "take-pad-off")
    grid = sheet(session)
    came, pad = grid.across(0)[:4], grid.across(1)[:4]
    _, *figures = group_read_out(grid, 1)
    assert figures == [
        f"Figure {n}: {a} - {b}: {EMPTY}."
        for n, (a, b) in enumerate(zip(came, pad, strict=True), 1)
    ]
    full = grid.filled(Own.ANSWER, session.drawn.variant.model())
    assert full is not None
    for line, upper, lower in zip(list(group_read_out(full, 1))[1:], came, pad, strict=True):
        assert line.endswith(", ten lent.") is (int(upper) < int(lower))
    assert list(group_read_out(grid, 99)) == [f"The sheet has the groups 1 to {grid.width // 4}."]


def test_groups_have_the_numbers_by_which_a_verdict_calls_them(telegram: Scenario) -> None:
    session = begun(telegram, "add-pad", fresh=1)
    assert session.given == 2
    verdict = session.answer("1111 2222")
    assert [remark.part for remark in verdict.remarks] == [3, 4]
    grid = sheet(session)
    names = [line.partition(":")[0] for line in read_out(grid)][1:]
    assert names == ["Group 3", "Group 4"]
    assert grid.gone(grid.size).where == "on the wire, group 4, figure 1", "and so is the cursor's"
    filled = grid.filled(Own.ANSWER, "1111 _222")
    assert filled is not None
    assert filled.hole == "on the wire, group 4, figure 1", "and so is a gap"


def test_a_sum_of_figures_is_read_with_the_numbers_of_its_figures(lessons: Course) -> None:
    practice = lessons.practice
    books = Workbooks([(practice, lessons.content)])
    found = [
        grid
        for task in books.tasks()
        if (grid := grid_of(at(Record(None), books, task).drawn.variant)) is not None
        and grid.part == 1
    ]
    assert found
    for grid in found:
        names = [line.partition(":")[0] for line in read_out(grid)][1:]
        assert names[0].startswith(f"Group 1, figures {grid.before + 1} to ")
        assert names[-1].endswith(f" to {grid.before + grid.width}")
        figures = [line.partition(":")[0] for line in group_read_out(grid, 1)][1:]
        assert figures[0] == f"Figure {grid.before + 1}"
        assert grid.gone(2).where == f"answer, figure {grid.before + 3}"


def test_both_sums_of_telegrams_in_depth_are_read(telegram: Scenario) -> None:
    grid = sheet(begun(telegram, "depth"))
    head, first, *_ = read_out(grid)
    assert "first came in less known words is pad" in head
    assert "second came in less pad is second text" in head
    assert first.count(EMPTY) == 3
    assert len(list(group_read_out(grid, 1))) == 1 + 2 * grid.size


def test_the_sum_of_a_check_is_read_group_by_group_and_the_check_as_it_came(
    telegram: Scenario,
) -> None:
    session = begun(telegram, "garble")
    grid = sheet(session)
    received = session.drawn.variant.values()["cipher"].split()
    head, *groups = read_out(grid)
    assert "came in less pad is book group" in head
    assert "came in plus sum so far of the group before is sum so far" in head
    assert groups[0].endswith(f"book group {EMPTY}, sum so far {EMPTY}.")
    assert groups[-1] == f"Group {len(received)}: came in {received[-1]}."
    assert len(list(group_read_out(grid, 1))) == 1 + 2 * grid.size
    assert list(group_read_out(grid, len(received))) == [groups[-1]], "nothing is reckoned there"
    noted = grid.filled(Own.NOTE, f"____ / {received[0]}")
    assert noted is not None
    _, *figures = group_read_out(noted, 2)
    for line, upper, lower in zip(figures[grid.size :], received[1], received[0], strict=True):
        assert f": {upper} + {lower}: {EMPTY}" in line

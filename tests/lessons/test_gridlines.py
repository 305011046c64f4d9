"""The sheet in plain lines says what the sheet on the screen shows, group by group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.grid import Grid, Own, grid_of
from cablesim.lessons.gridlines import EMPTY, grid_lines, group_lines
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, at, task_named

if TYPE_CHECKING:
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
    head, *groups = grid_lines(grid)
    assert "made up for practice" in head
    assert ("Page 1 of 3" in head) is (len(grid.pads) == 3)
    pads = re.findall(r"pad (\d+)", " ".join(groups))
    assert "".join(pads) == grid.pad
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
    groups = list(grid_lines(grid))[1:]
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
    came, pad = grid.above[1][:4], grid.pad[:4]
    _, *figures = group_lines(grid, 1)
    assert figures == [
        f"Figure {n}: {a} - {b}: {EMPTY}."
        for n, (a, b) in enumerate(zip(came, pad, strict=True), 1)
    ]
    full = grid.filled(Own.ANSWER, session.drawn.variant.model())
    assert full is not None
    for line, upper, lower in zip(list(group_lines(full, 1))[1:], came, pad, strict=True):
        assert line.endswith(", ten lent.") is (int(upper) < int(lower))
    assert list(group_lines(grid, 99)) == [f"The sheet has the groups 1 to {grid.width // 4}."]


def test_groups_have_the_numbers_by_which_a_verdict_calls_them(telegram: Scenario) -> None:
    session = begun(telegram, "add-pad", fresh=1)
    assert session.given == 2
    verdict = session.answer("1111 2222")
    assert [remark.part for remark in verdict.remarks] == [3, 4]
    names = [line.partition(":")[0] for line in grid_lines(sheet(session))][1:]
    assert names == ["Group 3", "Group 4"]

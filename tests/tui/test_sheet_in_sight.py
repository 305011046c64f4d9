"""The sheet of figures: what belongs to the column at hand is in sight, or it says what is not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from screens import Size, press, shown
from study import Room, doing

from cablesim.lessons.grid import GAP, Grid, Line, Own, Sum, sheet
from cablesim.tui.widgets.figures import FigureGrid

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from cablesim.tui.app import CablesimApp

ROWS = (
    "first came in",
    "- known words",
    "= pad",
    "second came in",
    "- pad",
    "= second text",
)


def _title(app: CablesimApp) -> str:
    grid = app.screen.query_one(FigureGrid)
    return f"{grid.border_title} {grid.border_subtitle}"


async def _in_depth(room: Room, size: Size) -> list[str]:
    async with doing(room, "depth", size) as (app, pilot):
        await press(pilot, "f4")
        seen = [shown(app)]
        await press(pilot, *"1234", "down", "down")
        return [*seen, shown(app), _title(app)]


@pytest.mark.parametrize("size", [(80, 24), (76, 24), (120, 40)], ids=["80", "76", "120"])
def test_both_sums_in_depth_are_in_sight_at_once(room: Room, size: Size) -> None:
    opened, written, title = asyncio.run(_in_depth(room, size))
    for text in (opened, written):
        lines = [line.strip(" ║") for line in text.splitlines()]
        for row in ROWS:
            assert any(line.startswith(row) for line in lines), row
        assert sum(line.startswith("ten lent") for line in lines) == 2
        assert "Two telegrams of our exercise" in text, "the question stays"
    assert "more" not in title
    assert "▲" not in title


async def _in_a_small_window(room: Room) -> None:
    async with doing(room, "depth", (60, 20)) as (app, pilot):
        await press(pilot, "f4")
        assert "= second text" not in shown(app)
        assert "▼ 2 more" in _title(app)
        await press(pilot, "down", "down")
        assert "= second text" in shown(app)
        assert "▲ 2" in _title(app)
        assert "▼" not in _title(app)
        await press(pilot, "up", "up")
        assert "- known words" in shown(app)
        assert "▼ 2 more" in _title(app)


def test_a_small_window_says_how_many_rows_are_out_of_sight_and_follows_the_cursor(
    room: Room,
) -> None:
    asyncio.run(_in_a_small_window(room))


def _long() -> Grid:
    """A sheet of two sums whose rows go over several blocks of columns."""
    row, empty = "1234" * 30, GAP * 120
    lines = (
        Line("one", row),
        Line("known", empty, own=Own.NOTE),
        Line("pad", empty, own=Own.NOTE),
        Line("two", row),
        Line("found", empty, own=Own.NOTE),
    )
    return sheet(4, lines, (Sum(0, 1, 2, adds=False), Sum(3, 2, 4, adds=False)))


async def _along(room: Room) -> None:
    async with doing(room, "depth", (80, 24)) as (app, pilot):
        await press(pilot, "f4")
        grid = app.screen.query_one(FigureGrid)
        grid.show(_long())
        await _whole_block(grid, pilot)
        for key in ("end", "down", "home", "down", "end", "up", "up"):
            await press(pilot, key)
            await _whole_block(grid, pilot)


async def _whole_block(grid: FigureGrid, pilot: Pilot[None]) -> None:
    """Assert that all rows of the columns under the cursor are in the window."""
    await pilot.pause()
    texts = [grid.render_line(y).text for y in range(grid.scrollable_content_region.height)]
    names = [text[:15].strip() for text in texts]
    assert names == ["one", "- known", "= pad", "ten lent", "two", "- pad", "= found", "ten lent"]


def test_on_a_long_sheet_all_rows_of_the_columns_at_hand_are_in_sight(room: Room) -> None:
    asyncio.run(_along(room))

"""Driving the screen in tests: an app on a record of its own, and what it shows as text."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from cablesim.lessons.record import Record
from cablesim.lessons.whereabouts import is_new, welcomed
from cablesim.scenario.listing import listing
from cablesim.tui.app import CablesimApp
from cablesim.tui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from cablesim.scenario.scenario import Scenario

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((60, 20), (80, 24), (120, 40))


def at_sizes(*sizes: Size) -> pytest.MarkDecorator:
    """Run a test once for each size of the screen, which it gets as `size`."""
    return pytest.mark.parametrize("size", sizes, ids=lambda size: f"{size[0]}x{size[1]}")


sizes = at_sizes(*SIZES)


def app_at(home: Path | None, scenario: Scenario | None = None) -> CablesimApp:
    """Return an app at home, or in the walk of a scenario, of somebody who is not new here."""
    from cablesim.lessons.walk import Walk

    record = Record(None if home is None else home / "record.sqlite")
    if is_new(record):
        welcomed(record)
    desk = Desk(listing(), record)
    return CablesimApp(desk, None if scenario is None else Walk(scenario, record))


@asynccontextmanager
async def running(app: CablesimApp, size: Size = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run an app without a terminal and wait until it is drawn."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, each when what the one before opened is there."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()


def shown(app: CablesimApp) -> str:
    """Return what the screen shows, line by line, without trailing blanks."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)

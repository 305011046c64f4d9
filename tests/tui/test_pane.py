"""Panes: what a border says of lines above and below is what stands above and below."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from screens import Size, app_at, press, running, sizes

from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from cablesim.scenario.scenario import Scenario

PAGES = ("cover", "send", "deliver")
KEYS = ("e", "end", "x", "w", "pagedown")


def _lies(screen: WalkScreen) -> list[str]:
    """Return what borders of the panes in sight say and is not so."""
    found = []
    for pane in screen.query(Pane):
        if not pane.display:
            continue
        above = pane.scroll_offset.y
        below = len(pane._lines or ()) - above - pane.scrollable_content_region.height
        parts = [f"▲ {above}"] if above > 0 else []
        parts += [f"▼ {below} more"] if below > 0 else []
        said = " · ".join(parts)
        if pane.border_subtitle != said:
            found.append(f"{pane.id}: {pane.border_subtitle!r}, and it is {said!r}")
    return found


async def _look(pilot: Pilot[None], screen: WalkScreen, after: str, lies: list[str]) -> None:
    """Add what borders say and is not so."""
    place = f"{screen.walk.page.id} {screen.walk.beat} {screen.size} after {after}"
    await pilot.pause()
    lies += [f"{place}: {lie}" for lie in _lies(screen)]


async def _walk(scenario: Scenario, size: Size) -> list[str]:
    app = app_at(None, scenario)
    width, height = size
    lies: list[str] = []
    async with running(app, size) as pilot:
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        for page in PAGES:
            screen.go_to(page)
            while screen.walk.question is not None:
                await press(pilot, "enter")
            await _look(pilot, screen, "arriving", lies)
            for key in KEYS:
                await press(pilot, key)
                await _look(pilot, screen, key, lies)
            for other in ((width, height + 3), (width - 3, height), (80, 17), size):
                await pilot.resize_terminal(*other)
                await pilot.pause()
                await _look(pilot, screen, "resizing", lies)
    return lies


@sizes
def test_borders_say_how_many_lines_stand_above_and_below(telegram: Scenario, size: Size) -> None:
    assert asyncio.run(_walk(telegram, size)) == []

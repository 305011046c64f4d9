"""An author's desk for tests of the studio and the preview: apps on a folder, looks, waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens import running, shown

from cablesim.lessons.record import Record
from cablesim.scenario.listing import listing
from cablesim.tui.app import CablesimApp
from cablesim.tui.desk import Desk
from cablesim.tui.screens.studio import StudioScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from screens import Size
    from textual.pilot import Pilot
    from textual.screen import Screen


def app_with(opening: Callable[[], Screen[None]]) -> CablesimApp:
    """Return an app that opens with some screen in front of home."""
    return CablesimApp(Desk(listing(), Record(None)), None, opening)


async def look(opening: Callable[[], Screen[None]], size: Size, *keys: str) -> str:
    """Return what is shown after some keys."""
    app = app_with(opening)
    async with running(app, size) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        return shown(app)


def studio(app: CablesimApp) -> StudioScreen:
    """Return the studio, whatever is in front of it."""
    return next(each for each in app.screen_stack if isinstance(each, StudioScreen))


def on(app: CablesimApp, kind: type[Screen[Any]]) -> bool:
    """Tell whether a screen of some kind is in front."""
    return isinstance(app.screen, kind)


def text_on(app: CablesimApp, name: str) -> str:
    """Return the text of a file as the studio holds it."""
    return studio(app).held(name).text


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for a worker to be done."""
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"it did not come about:\n{shown(pilot.app)}")  # type: ignore[arg-type]  # ours.

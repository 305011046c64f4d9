"""The preview: what it looks like, and how it follows the files as they are saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from author import app_with, look, on, until
from folders import change
from screens import Size, running, shown, sizes

from cablesim.tui.screens.findings import FindingsScreen, PreviewScreen, opened
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.studio import StudioScreen

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion


@sizes
def test_the_preview_looks_like_the_walk_with_a_line_above(
    folder: Path, golden: SnapshotAssertion, size: Size
) -> None:
    assert asyncio.run(look(lambda: opened(folder), size, "right", "right")) == golden


@sizes
def test_findings_without_any_view_look_as_they_did(
    folder: Path, golden: SnapshotAssertion, size: Size
) -> None:
    change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
    assert asyncio.run(look(lambda: opened(folder), size)) == golden


async def _live(folder: Path) -> None:
    app = app_with(lambda: opened(folder))
    async with running(app) as pilot:
        screen = app.screen
        assert isinstance(screen, PreviewScreen)
        await pilot.press("right", "right")
        page = screen.walk.page.id
        title = screen.walk.page.title
        change(folder, "history.toml", title, "Quite another heading")
        await until(pilot, lambda: "Quite another heading" in shown(app))
        assert screen.walk.page.id == page
        change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
        await until(pilot, lambda: on(app, FindingsScreen))
        await pilot.pause()
        assert "history.toml:" in shown(app)
        await pilot.press("q")
        await pilot.pause()
        assert "last good view" in shown(app)
        assert "Quite another heading" in shown(app)
        await pilot.press("f")
        assert on(app, FindingsScreen)
        change(folder, "history.toml", 'standng = "gap"', 'standing = "gap"')
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: "nothing to be mended" in shown(app))
        await pilot.press("i")
        await pilot.pause()
        assert on(app, StudioScreen)


def test_a_save_redraws_the_same_page_and_a_mistake_shows_its_place(folder: Path) -> None:
    asyncio.run(_live(folder))


async def _from_broken(folder: Path) -> None:
    app = app_with(lambda: opened(folder))
    async with running(app) as pilot:
        assert on(app, FindingsScreen)
        change(folder, "history.toml", 'standng = "gap"', 'standing = "gap"')
        await until(pilot, lambda: on(app, PreviewScreen))
        await pilot.press("q")
        assert on(app, HomeScreen)


def test_a_preview_that_begins_with_a_mistake_becomes_the_walk_when_it_is_mended(
    folder: Path,
) -> None:
    change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
    asyncio.run(_from_broken(folder))

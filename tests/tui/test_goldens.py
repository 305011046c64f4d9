"""Every screen as text at three sizes and in three themes; a change shows in the diff."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from screens import SIZES, Size, app_at, at_sizes, running, shown, sizes

from cablesim.lessons.walk import Beat
from cablesim.tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from cablesim.scenario.scenario import Scenario


async def _walk_screens(scenario: Scenario, size: Size) -> dict[str, str]:
    """Return every beat of every page of the walk as drawn."""
    app = app_at(None, scenario)
    found: dict[str, str] = {}
    async with running(app, size) as pilot:
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        walk = screen.walk
        while True:
            await pilot.pause()
            found[f"{walk.index:02d}-{walk.page.id}-{walk.beat}"] = shown(app)
            if walk.beat is Beat.SEE and walk.page.teaching and size[0] < 76:
                await pilot.press("tab")
                await pilot.pause()
                found[f"{walk.index:02d}-{walk.page.id}-teaching"] = shown(app)
                await pilot.press("tab")
            if walk.at_end:
                return found
            await pilot.press("right")


@sizes
def test_every_page_of_the_walk_looks_as_it_did(
    telegram: Scenario, golden: SnapshotAssertion, size: Size
) -> None:
    found = asyncio.run(_walk_screens(telegram, size))
    assert len(found) >= len(telegram.evidence.route.stages) * 2
    text = "\n".join(f"===== {name}\n{screen}" for name, screen in found.items())
    assert text == golden


async def _other(scenario: Scenario, size: Size, keys: tuple[str, ...], home: Path) -> str:
    app = app_at(home, scenario)
    async with running(app, size) as pilot:
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        screen.go_to("encipher")
        await pilot.press("right")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        return shown(app)


OTHERS = {
    "answered": ("backspace", "1"),
    "evidence": ("e",),
    "document": ("d",),
    "map": ("m",),
    "copies": ("c",),
    "glossary": ("g",),
    "help": ("question_mark",),
    "sheet": ("s", "enter", "1", "2"),
    "sheet-help": ("s", "question_mark"),
    "sheet-rest": ("s", "r"),
    "line-damaged": ("x",),
}


@sizes
@pytest.mark.parametrize("name", OTHERS)
def test_what_is_one_key_away_looks_as_it_did(
    telegram: Scenario, golden: SnapshotAssertion, size: Size, name: str, tmp_path: Path
) -> None:
    assert asyncio.run(_other(telegram, size, OTHERS[name], tmp_path)) == golden


async def _home(size: Size, home: Path) -> str:
    app = app_at(home)
    async with running(app, size):
        return shown(app)


@at_sizes(*SIZES, (49, 15))
def test_home_looks_as_it_did(golden: SnapshotAssertion, size: Size, tmp_path: Path) -> None:
    assert asyncio.run(_home(size, tmp_path)) == golden


async def _themed(scenario: Scenario, theme: str, home: Path) -> str:
    app = app_at(home, scenario)
    async with running(app) as pilot:
        app.theme = theme
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        screen.go_to("encode")
        await pilot.press("right")
        await pilot.pause()
        return shown(app)


@pytest.mark.parametrize("theme", ["cable-light", "ansi-dark", "textual-light"])
def test_no_theme_changes_a_word_or_a_mark(telegram: Scenario, theme: str, tmp_path: Path) -> None:
    ours = asyncio.run(_themed(telegram, "cable-dark", tmp_path / "a"))
    assert asyncio.run(_themed(telegram, theme, tmp_path / "b")) == ours

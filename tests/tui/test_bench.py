"""The desk on the screen: found by typing, filled in by keys, kept, saved; every size."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from screens import Size, app_at, running, shown, sizes
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import TextArea

from cablesim.lessons.bench import Bench
from cablesim.systems.system import BAND
from cablesim.tui.app import CablesimApp
from cablesim.tui.screens.bench import BenchScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.systems import SystemsScreen
from cablesim.tui.widgets.pane import Pane


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another and wait until the screen is still."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def at_desk(pilot: Pilot[None], name: str) -> BenchScreen:
    """Go from home to a system's desk by keys alone."""
    await press(pilot, "d", *name)
    await press(pilot, "enter")
    screen = pilot.app.screen
    assert isinstance(screen, BenchScreen)
    return screen


def result_of(app: CablesimApp) -> str:
    return app.screen.query_one("#result", Pane).text


async def _drawn(size: Size, keys: tuple[str, ...], home: Path) -> str:
    app = app_at(home)
    async with running(app, size) as pilot:
        await press(pilot, "d")
        for key in keys:
            await press(pilot, key)
        return shown(app)


SCREENS = {
    "systems": (),
    "systems-found": tuple("playf"),
    "desk-empty": (*"vigenere", "enter"),
    "desk-example": (*"vigenere", "enter", "f3"),
    "desk-refused": (*"vigenere", "enter", "1", "tab", "tab", "tab", "A"),
    "desk-sheet": (*"straddling", "enter", "f3", "f4"),
    "desk-about": (*"playfair", "enter", "f8"),
    "desk-chain": (*"polybius", "enter", "f3", "f5", *"columnar", "enter", *"ZEBRAS"),
    "desk-save": (*"vigenere", "enter", "f3", "ctrl+s"),
    "desk-help": (*"vigenere", "enter", "f1"),
}


@sizes
@pytest.mark.parametrize("name", SCREENS)
def test_the_desk_looks_as_it_did(
    golden: SnapshotAssertion, size: Size, name: str, tmp_path: Path
) -> None:
    assert asyncio.run(_drawn(size, SCREENS[name], tmp_path)) == golden


@pytest.mark.parametrize("name", [name for name in SCREENS if "help" not in name])
def test_every_screen_of_the_desk_says_that_it_is_a_teaching_system(
    name: str, tmp_path: Path
) -> None:
    text = asyncio.run(_drawn((80, 24), SCREENS[name], tmp_path))
    assert BAND in text


async def _typed(home: Path) -> None:
    app = app_at(home)
    async with running(app) as pilot:
        screen = await at_desk(pilot, "vigenere")
        await press(pilot, *"ключ")
        screen.query_one(TextArea).focus()
        await press(pilot, *"пекин")
        assert result_of(app).startswith("ъриаш\n")
        await press(pilot, "f2")
        assert result_of(app).startswith("пекин\n")
        await press(pilot, "escape")
        assert isinstance(app.screen, SystemsScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen_stack[-1], HomeScreen)


def test_a_russian_sentence_is_enciphered_as_it_is_typed_and_turned_back(tmp_path: Path) -> None:
    asyncio.run(_typed(tmp_path))


async def _left_and_found_again(home: Path) -> Bench:
    app = app_at(home)
    async with running(app) as pilot:
        await at_desk(pilot, "vigenere")
        await press(pilot, *"lemon", "escape")
    again = app_at(home)
    async with running(again) as pilot:
        return (await at_desk(pilot, "vigenere")).bench


def test_what_stands_on_the_desk_is_there_the_next_day(tmp_path: Path) -> None:
    assert asyncio.run(_left_and_found_again(tmp_path)).given["key"] == "lemon"


async def _saved(folder: Path, home: Path) -> str:
    app = app_at(home)
    async with running(app) as pilot:
        await at_desk(pilot, "vigenere")
        await press(pilot, "f3", "ctrl+s")
        field = app.screen.query_one("Input")
        field.value = str(folder / "sheet.txt")  # type: ignore[attr-defined]  # An Input has one.
        await press(pilot, "enter")
        assert isinstance(app.screen, BenchScreen)
        await press(pilot, "ctrl+s")
        app.screen.query_one("Input").value = str(folder / "sheet.txt")  # type: ignore[attr-defined]
        await press(pilot, "enter")
        refused = shown(app)
        await press(pilot, "escape")
        return refused


def test_a_sheet_is_saved_and_not_written_over(tmp_path: Path) -> None:
    refused = asyncio.run(_saved(tmp_path, tmp_path / "home"))
    assert "there already" in refused
    assert (tmp_path / "sheet.txt").read_text(encoding="utf-8").startswith(BAND)


async def _chained(home: Path) -> tuple[str, str]:
    app = app_at(home)
    async with running(app) as pilot:
        await at_desk(pilot, "polybius")
        await press(pilot, "f3", "f5", *"columnar", "enter")
        await press(pilot, *"ZEBRAS")
        two = app.screen
        assert isinstance(two, BenchScreen)
        steps = " ".join(step.system for step in two.bench.chain.steps)
        await press(pilot, "f9")
        one = app.screen
        assert isinstance(one, BenchScreen)
        return steps, one.bench.system


def test_the_result_goes_on_through_another_system_and_back(tmp_path: Path) -> None:
    assert asyncio.run(_chained(tmp_path)) == ("polybius columnar-transposition", "polybius")


async def _odd_keys(home: Path) -> None:
    app = app_at(home)
    async with running(app, (60, 20)) as pilot:
        await press(pilot, "d", *"zzzz", "enter", "down", "up")
        assert isinstance(app.screen, SystemsScreen)
        await press(pilot, *["backspace"] * 4, *"m-209", "enter", "f5", "f9", "f3", "f2", "f2")
        await press(pilot, "f4", "escape", "f8", "escape", "ctrl+o")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await press(pilot, "f1")
        assert isinstance(app.screen, ReadingScreen)
        assert not app.bug


def test_keys_that_have_nothing_to_do_say_so_and_break_nothing(tmp_path: Path) -> None:
    asyncio.run(_odd_keys(tmp_path))


async def _kept_while_typing(home: Path) -> list[str]:
    app = app_at(home)
    kept = []
    async with running(app) as pilot:
        await at_desk(pilot, "vigenere")
        for text in ("ATTACK", "ATTACK AT DAWN"):
            app.screen.query_one(TextArea).load_text(text)
            await pilot.pause(0.8)
            kept.append(app_at(home).desk.bench("vigenere").text)
    return kept


def test_what_is_typed_is_kept_after_every_pause_and_not_only_after_the_first(
    tmp_path: Path,
) -> None:
    assert asyncio.run(_kept_while_typing(tmp_path)) == ["ATTACK", "ATTACK AT DAWN"]

"""What an author typed and did not save yet is never lost, nor what others wrote meanwhile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from author import app_with, on, studio, text_on, until
from screens import running, shown

from cablesim.authoring.manuscript import Manuscript, journals
from cablesim.authoring.writing import write_whole
from cablesim.tui.screens.choosing import ChoosingScreen
from cablesim.tui.screens.studio import StudioScreen
from cablesim.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from pathlib import Path


async def _left(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder, "walk.md"))
    async with running(app) as pilot:
        await pilot.press(*"abc", "escape")
        assert on(app, ChoosingScreen)
        await pilot.press("escape")
        assert on(app, StudioScreen), "back to writing"
        await pilot.press("escape", "down", "enter")
        assert not on(app, StudioScreen)
    assert len(list(journals().glob("*.journal"))) == 1
    app = app_with(lambda: StudioScreen(folder))
    async with running(app) as pilot:
        await pilot.pause()
        assert on(app, ChoosingScreen)
        assert "Unsaved text of walk.md" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert studio(app).name_open == "walk.md"
        assert text_on(app, "walk.md").startswith("abc# cover")
        assert studio(app).query_one(Editor).text.startswith("abc# cover")
        await pilot.press("escape", "enter")
    assert (folder / "walk.md").read_text(encoding="utf-8").startswith("abc# cover")
    assert list(journals().glob("*.journal")) == []


def test_unsaved_text_is_kept_when_leaving_offered_again_and_saved(folder: Path) -> None:
    asyncio.run(_left(folder))


async def _thrown(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder))
    async with running(app) as pilot:
        await pilot.pause()
        assert on(app, ChoosingScreen)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert on(app, StudioScreen)
    assert list(journals().glob("*.journal")) == []


def test_unsaved_text_can_be_thrown_away(folder: Path) -> None:
    manuscript = Manuscript(folder / "walk.md")
    manuscript.typed("x")
    manuscript.close()
    asyncio.run(_thrown(folder))


async def _conflict(folder: Path, choice: str) -> str:
    app = app_with(lambda: StudioScreen(folder, "walk.md"))
    async with running(app) as pilot:
        await pilot.press(*"mine ")
        write_whole(folder / "walk.md", b"# cover\n\ntheirs {task}\n")
        await until(pilot, lambda: "changed on disk too" in shown(app))
        await pilot.press("ctrl+s")
        assert on(app, ChoosingScreen)
        await pilot.press("home", *{"mine": (), "theirs": ("down",)}[choice], "enter")
        await pilot.pause()
        assert not studio(app).held("walk.md").dirty
        return studio(app).query_one(Editor).text


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_file_that_changed_on_disk_meanwhile_is_asked_about(folder: Path, choice: str) -> None:
    shown_text = asyncio.run(_conflict(folder, choice))
    assert shown_text.startswith("mine # cover" if choice == "mine" else "# cover")
    assert (folder / "walk.md").read_text(encoding="utf-8") == shown_text


async def _changed(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder, "walk.md"))
    async with running(app) as pilot:
        write_whole(folder / "walk.md", b"# cover\n\nOther words. {task}\n")
        await until(pilot, lambda: "Other words." in studio(app).query_one(Editor).text)
        assert not studio(app).held("walk.md").dirty


def test_a_file_changed_on_disk_that_is_not_in_hand_is_shown_as_it_is_there(folder: Path) -> None:
    asyncio.run(_changed(folder))


async def _strange(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder, "walk.md"))
    async with running(app, (120, 40)) as pilot:
        await pilot.press("x", "delete")
        assert "line ends of several kinds" in shown(app)
        assert not studio(app).held("walk.md").dirty


@pytest.mark.parametrize("text", ["# cover\r\n\nmixed {task}\n", "# cover\n\na\u2028b {task}\n"])
def test_a_text_that_the_editor_could_not_keep_whole_is_not_edited(folder: Path, text: str) -> None:
    (folder / "walk.md").write_bytes(text.encode())
    asyncio.run(_strange(folder))
    assert (folder / "walk.md").read_bytes() == text.encode()

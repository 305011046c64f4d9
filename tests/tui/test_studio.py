"""The studio: what it looks like, where its findings lead, what each key does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from author import app_with, look, on, studio, text_on, until
from folders import change
from screens import Size, running, shown, sizes
from textual.widgets import Input, OptionList

from cablesim.lessons.record import Record
from cablesim.scenario.listing import listing
from cablesim.tui.desk import Desk
from cablesim.tui.screens.choosing import ChoosingScreen
from cablesim.tui.screens.filling import FillingScreen
from cablesim.tui.screens.findings import PreviewScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.studio import StudioScreen
from cablesim.tui.widgets.editor import Editor
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

# Looks.

LOOKS = {
    "opened": (),
    "jumped": ("f3",),
    "findings": ("f9", "f9"),
    "view": ("f9",),
    "explained": ("f4",),
    "forms": ("f5",),
    "filling": ("f5", "down", "enter", "enter"),
    "files": ("f8",),
    "help": ("f1",),
}


@sizes
@pytest.mark.parametrize("name", LOOKS)
def test_the_studio_looks_as_it_did(
    folder: Path, golden: SnapshotAssertion, size: Size, name: str
) -> None:
    change(folder, "walk.md", "{task}", "{c-gpa}")
    assert asyncio.run(look(lambda: StudioScreen(folder), size, *LOOKS[name])) == golden


@sizes
def test_the_studio_with_nothing_to_mend_looks_as_it_did(
    folder: Path, golden: SnapshotAssertion, size: Size
) -> None:
    assert asyncio.run(look(lambda: StudioScreen(folder), size, "f9", "f12", "f12")) == golden


# Findings and places.


async def _jump(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder))
    async with running(app, (120, 40)) as pilot:
        screen = studio(app)
        assert screen.name_open == screen.findings[0].file
        screen.query_one("#findings", OptionList).focus()
        for number, finding in enumerate(screen.findings):
            screen.query_one("#findings", OptionList).highlighted = number
            screen.query_one("#findings", OptionList).focus()
            await pilot.press("enter")
            editor = screen.query_one(Editor)
            assert app.focused is editor
            assert screen.name_open == finding.file
            assert editor.cursor_location == (finding.line - 1, finding.column - 1)
        first = editor.cursor_location
        await pilot.press("f3")
        assert (screen.name_open, editor.cursor_location) != (screen.findings[-1].file, first)
        await pilot.press("shift+f3")
        assert editor.cursor_location == first
        await pilot.press("f4")
        assert on(app, ReadingScreen)
        assert screen.findings[-1].message[:20] in app.screen.query_one(Pane).text


def test_enter_and_f3_jump_to_line_and_column_of_a_finding_and_f4_explains_it(
    folder: Path,
) -> None:
    change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
    change(folder, "scenario.toml", "minutes = 5", 'minutes = "5"')
    asyncio.run(_jump(folder))


def test_a_finding_mended_and_saved_goes_and_the_students_view_comes(folder: Path) -> None:
    change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
    text = (folder / "history.toml").read_text(encoding="utf-8")
    asyncio.run(_mend_at(folder, text.split("\n").index('standng = "gap"')))


async def _mend_at(folder: Path, number: int) -> None:
    app = app_with(lambda: StudioScreen(folder))
    async with running(app, (120, 40)) as pilot:
        screen = studio(app)
        assert "cannot be opened yet" in screen.query_one("#view", Pane).text
        await pilot.press("f3")
        screen.query_one(Editor).go_to(number + 1, 6)
        await pilot.press("i")
        assert screen.held("history.toml").dirty
        assert "unsaved: history.toml" in shown(app)
        assert 'standng = "gap"' in (folder / "history.toml").read_text(encoding="utf-8")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.findings and not screen.preview.stale)
        await pilot.pause()
        assert 'standing = "gap"' in (folder / "history.toml").read_text(encoding="utf-8")
        view = screen.query_one("#view", Pane)
        before = view.text
        assert "WHAT CAN BE SHOWN" in before
        await pilot.press("f12")
        assert view.text != before
        await pilot.press("f11")
        assert view.text == before
        await pilot.press("ctrl+r")
        assert on(app, PreviewScreen)


async def _cure(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder))
    async with running(app, (120, 40)) as pilot:
        screen = studio(app)
        assert screen.findings[0].mend
        await pilot.press("f3", "f6")
        assert 'standing = "gap"' in text_on(app, "history.toml")
        await pilot.press("f6")
        assert "not as it was checked" in shown(app)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.findings)


def test_f6_carries_out_a_cure_that_a_program_can(folder: Path) -> None:
    change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
    asyncio.run(_cure(folder))


# Keys and fields.


async def _letters(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder))
    async with running(app, (80, 24)) as pilot:
        before = text_on(app, "scenario.toml")
        await pilot.press(*"qdfi?n1 ", "enter")
        assert on(app, StudioScreen)
        assert text_on(app, "scenario.toml") == "qdfi?n1 \n" + before
        await pilot.press("f5", "enter", "enter")
        assert on(app, FillingScreen)
        await pilot.press(*"qdfi?")
        assert app.screen.query_one("#field-id", Input).value == "qdfi?"
        await pilot.press("tab", "enter")
        assert app.focused is app.screen.query_one("#field-text")
        await pilot.press("escape")
        assert on(app, StudioScreen)
        assert text_on(app, "history.toml") == (folder / "history.toml").read_text("utf-8")


def test_letters_never_act_while_somebody_writes(folder: Path) -> None:
    asyncio.run(_letters(folder))


async def _panes(folder: Path, size: Size) -> list[str]:
    app = app_with(lambda: StudioScreen(folder))
    seen = []
    async with running(app, size) as pilot:
        for _ in range(3):
            await pilot.press("f9")
            await pilot.pause()
            screen = studio(app)
            seen.append(" ".join(each for each in ("findings", "file", "view")
                                 if screen.query_one(f"#{each}").display))  # fmt: skip
            assert app.focused is not None
            assert app.focused.display
    return seen


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((60, 20), ["view", "findings", "file"]),
        ((80, 24), ["file view", "findings file", "findings file"]),
        ((120, 40), ["findings file view"] * 3),
    ],
)
def test_one_two_or_three_panes_by_size_and_f9_goes_round(
    folder: Path, size: Size, wanted: list[str]
) -> None:
    assert asyncio.run(_panes(folder, size)) == wanted


async def _form(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder))
    async with running(app, (80, 24)) as pilot:
        await pilot.press("f5", *["down"] * 5, "enter", "down", "enter")
        assert on(app, FillingScreen)
        field = app.screen.query_one("#field-text", Input)
        field.value = "One page of figures."
        app.screen.query_one("#field-term", Input).value = ""
        await pilot.press("ctrl+s")
        assert on(app, FillingScreen), "a needed field is empty"
        assert "'term' is empty" in shown(app)
        app.screen.query_one("#field-term", Input).value = "pad"
        await pilot.press("ctrl+s")
        screen = studio(app)
        assert on(app, StudioScreen)
        assert screen.name_open == "glossary.toml"
        before = (folder / "glossary.toml").read_text(encoding="utf-8")
        wanted = before.replace('"Figures."', '"One page of figures."')
        assert wanted != before
        assert screen.query_one(Editor).text == text_on(app, "glossary.toml") == wanted
        screen.query_one(Editor).focus()
        await pilot.press("ctrl+z")
        assert text_on(app, "glossary.toml") == before, "a form's edit can be taken back"


def test_a_form_writes_one_line_into_the_file_as_an_edit(folder: Path) -> None:
    asyncio.run(_form(folder))


async def _files(folder: Path) -> None:
    app = app_with(lambda: StudioScreen(folder, "walk.md"))
    async with running(app, (80, 24)) as pilot:
        screen = studio(app)
        assert screen.name_open == "walk.md"
        await pilot.press("down", "down", "f8")
        assert on(app, ChoosingScreen)
        app.screen.query_one(OptionList).highlighted = screen.names.index("document.txt")
        await pilot.press("enter")
        assert screen.name_open == "document.txt"
        await pilot.press("x")
        assert text_on(app, "document.txt") == (folder / "document.txt").read_text("utf-8")
        assert "nobody edits the document" in shown(app)
        await pilot.press("f8", "escape")
        assert screen.name_open == "document.txt"
        screen.open("walk.md")
        assert screen.query_one(Editor).cursor_location[0] == 2, "the place is kept"


def test_another_file_opens_and_the_document_is_only_read(folder: Path) -> None:
    asyncio.run(_files(folder))


async def _home(folder: Path) -> None:
    app = app_with(HomeScreenTwice)
    async with running(app) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert on(app, StudioScreen)
        await pilot.press("escape")
        assert on(app, HomeScreen)


class HomeScreenTwice(HomeScreen):
    """Home once more on top, as it is below."""

    def __init__(self) -> None:
        super().__init__(Desk(listing(), Record(None)))


def test_home_opens_the_files_of_a_scenario_with_one_key(folder: Path) -> None:
    asyncio.run(_home(folder))

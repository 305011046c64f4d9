"""Text is shown to the letter, acts on nothing, and needs no colour."""

from __future__ import annotations

import ast
import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screens import app_at, running, shown
from textual.color import Color

from cablesim.lessons.drill import Drill
from cablesim.lessons.record import Record
from cablesim.lessons.walk import Walk
from cablesim.systems.working import WorkedLine, Working
from cablesim.text.visible import visible
from cablesim.tui.letters import words
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.sheet import SheetScreen
from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.themes import OURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.theme import Theme

    from cablesim.scenario.scenario import Scenario

TUI = Path(__file__).resolve().parents[2] / "cablesim" / "tui"
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
BRACKETS = (
    "FILIPPOV [Stalin] signs [sic] and [stet] [b5]",
    "Copies: [Stalin], [/Molotov]",
    "[b]bold[/b] [red]red[/] [dim] [/y] \\[x] [[x]]",
    "[@click=app.quit]Read on[/]",
    "[link=https://example.org]here[/link] $x ${y} :warning:",
    "[毛澤東] [Мао] [ ] [] ] [",
)


@settings(max_examples=400)
@given(st.text(max_size=80))
def test_any_text_is_the_contents_plain_text_with_hidden_signs_made_visible(text: str) -> None:
    content = words(text)
    assert content.plain == visible(text).expandtabs(4)
    assert not HIDDEN.search(content.plain)
    assert content.spans == []


async def _clicked_all_over(texts: Sequence[str]) -> None:
    app = app_at(None)
    async with running(app, (120, 40)) as pilot:
        app.push_screen(ReadingScreen("TITLE", words("\n".join(texts))))
        await pilot.pause()
        before = shown(app)
        rows = before.splitlines()
        for text in texts:
            row = next(n for n, line in enumerate(rows) if text in line)
            start = rows[row].index(text)
            for column in range(start, start + len(text), 2):
                await pilot.click(offset=(column, row))
        assert isinstance(app.screen, ReadingScreen)
        assert shown(app) == before


def test_brackets_are_shown_to_the_letter_and_a_click_on_text_does_nothing() -> None:
    asyncio.run(_clicked_all_over(BRACKETS))


async def _sheet(scenario: Scenario, text: str) -> str:
    app = app_at(None, scenario)
    working = Working(
        text, (text,), ("plain", "groups"), (WorkedLine(1, (text, "1"), text),) * 3, ""
    )
    async with running(app, (200, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        app.push_screen(SheetScreen(screen.walk, "none", Drill(working, 1)))
        await pilot.pause()
        return shown(app)


@pytest.mark.parametrize("text", BRACKETS)
def test_a_sheet_shows_brackets_to_the_letter(telegram: Scenario, text: str) -> None:
    assert asyncio.run(_sheet(telegram, text)).count(text) >= 3


def test_the_whole_document_is_shown_to_the_letter(telegram: Scenario) -> None:
    from cablesim.tui.atlas import document_content

    walk = Walk(telegram, Record(None))
    plain = document_content(telegram, walk.pages[1]).plain.split("\n")
    for line in telegram.document.lines:
        assert line in plain


async def _hostile(text: str) -> str:
    app = app_at(None)
    async with running(app, (120, 40)) as pilot:
        # Past the first wall on purpose: only the filter on the screen stands here.
        from textual.content import Content

        app.push_screen(ReadingScreen("TITLE", Content(text, strip_control_codes=False)))
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        filters = app.get_line_filters()
        return "".join(
            segment.text
            for strip in strips
            for segment in strip.apply_filter(filters[-1], Color(0, 0, 0))
        )


@pytest.mark.parametrize(
    "text", ["a\x1b]52;c;aGk=\x07b", "a\u202eb", "a\u200bb", "a\x9b2Jb", "\x9d0;t\x9c"]
)
def test_the_filter_on_the_screen_is_a_second_wall(text: str) -> None:
    assert not HIDDEN.search(asyncio.run(_hostile(text)))


TAKES_TEXT = {"Static", "Label", "notify", "update", "Option", "Button", "panic"}
SAFE = {"words", "joined", "Content", "assemble", "styled"}


def test_no_plain_string_is_given_to_a_widget() -> None:
    wrong = []
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in TAKES_TEXT and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant | ast.JoinedStr | ast.BinOp):
                    wrong.append(f"{path.name}:{node.lineno}")
    assert not wrong


def luminance(color: Color) -> float:
    channels = [channel / 255 for channel in color.rgb]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_our_themes_keep_a_contrast_of_4_5_to_1(theme: Theme) -> None:
    inks = [Color.parse(str(ink)) for ink in (theme.foreground, theme.primary, theme.accent)]
    for ground in (theme.background, theme.surface, theme.panel):
        under = Color.parse(str(ground))
        quiet = under.blend(inks[0], 0.75)
        for ink in (*inks, quiet):
            assert contrast(ink, under) >= 4.5, (theme.name, ink.hex, ground)

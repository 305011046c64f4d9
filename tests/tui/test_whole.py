"""Nothing is cut off: status, heading, sheet, footer and copies are whole at every size."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screens import Size, app_at, running, shown, sizes

from cablesim.lessons.drill import Drill
from cablesim.lessons.record import Record
from cablesim.lessons.walk import Walk
from cablesim.office.event import Act
from cablesim.systems.working import WorkedLine, Working
from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane
from cablesim.tui.widgets.worksheet import Worksheet

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario

TROUBLE = "progress is not saved: " + "/a/long/way/to/the/file" * 4 + " cannot be opened; free it"


def flat(text: str) -> str:
    """Return a text without line ends, frames and runs of blanks."""
    return " ".join(re.sub(r"[│║┃╏]", " ", text).split())


def walk_screen(app: object) -> WalkScreen:
    screen = getattr(app, "screen", None)
    assert isinstance(screen, WalkScreen)
    return screen


async def _stations(scenario: Scenario, size: Size) -> dict[str, tuple[str, list[str]]]:
    """Return each station's screen after its prediction, and what must stand on it."""
    app = app_at(None, scenario)
    found = {}
    async with running(app, size) as pilot:
        walk = walk_screen(app).walk
        for page in walk.pages:
            if page.status is None:
                continue
            walk_screen(app).go_to(page.id)
            await pilot.press("right")
            await pilot.pause()
            status = page.status
            wanted = [page.title, status.form, status.holder, *status.readers, status.moment]
            found[page.id] = (flat(shown(app)), [*wanted, status.simulated])
    return found


@sizes
def test_a_station_says_who_holds_the_message_who_reads_it_and_when_to_the_last_word(
    telegram: Scenario, size: Size
) -> None:
    stations = asyncio.run(_stations(telegram, size))
    assert len(stations) == len(telegram.evidence.route.stages)
    for page, (screen, wanted) in stations.items():
        for text in wanted:
            assert flat(text) in screen, page


async def _sheet(scenario: Scenario, size: Size, page: str) -> list[str]:
    """Return what the rows of a whole sheet show, drawn from its beginning to its end."""
    app = app_at(None, scenario)
    async with running(app, size) as pilot:
        walk_screen(app).go_to(page)
        await pilot.press("right", "s", "r")
        await pilot.pause()
        sheet = app.screen.query_one(Worksheet)
        rows: list[str] = []
        for top in range(0, sheet.virtual_size.height, sheet.size.height):
            sheet.scroll_to(y=top, animate=False, immediate=True)
            await pilot.pause()
            first = sheet.scroll_offset.y
            drawn = [sheet.render_line(y).text for y in range(sheet.size.height)]
            rows += drawn[top - first :]
        return rows


@sizes
@pytest.mark.parametrize("page", [Act.ENCODE, Act.ENCIPHER, Act.DECIPHER, Act.DECODE])
def test_every_group_and_word_of_a_sheet_is_drawn(
    telegram: Scenario, size: Size, page: str
) -> None:
    drawn = " ".join(asyncio.run(_sheet(telegram, size, page))).split()
    walk = Walk(telegram, Record(None))
    (sheet,) = next(one for one in walk.pages if one.id == page).sheets
    wanted = [word for line in sheet.working.lines for cell in line.cells for word in cell.split()]
    assert len(drawn) >= len(wanted)
    for word in set(wanted):
        assert drawn.count(word) >= wanted.count(word), word


@given(
    st.lists(
        st.tuples(st.text("AB 12", max_size=90), st.text("CD 34", max_size=90)),
        min_size=1,
        max_size=5,
    ),
    st.integers(30, 120),
)
def test_cells_of_any_length_are_wrapped_and_never_cut(
    cells: list[tuple[str, str]], width: int
) -> None:
    lines = tuple(WorkedLine(n, pair, "spelled", "") for n, pair in enumerate(cells, 1))
    working = Working("invented", ("plain", "groups"), (), lines, "")
    drill = Drill(working, shown=len(lines))
    sheet = Worksheet()
    sheet._measure(drill, width)
    for line in lines:
        rows = sheet._wrapped((*line.cells, line.remark))
        for place, cell in enumerate((*line.cells, line.remark)):
            assert "".join(row[place] for row in rows).replace(" ", "") == cell.replace(" ", "")
        assert all(
            len(cell) <= room for row in rows for cell, room in zip(row, sheet._widths, strict=True)
        )


async def _in_trouble(scenario: Scenario, size: Size) -> str:
    app = app_at(None, scenario)
    async with running(app, size) as pilot:
        walk_screen(app).walk.record.trouble = TROUBLE
        await pilot.press("right")
        await pilot.pause()
        return shown(app)


@sizes
def test_a_trouble_is_told_to_the_last_word_and_the_keys_stay(
    telegram: Scenario, size: Size
) -> None:
    screen = asyncio.run(_in_trouble(telegram, size))
    *_, keys = screen.splitlines()
    assert TROUBLE.replace(" ", "") in "".join(screen.split())
    assert "⏎ " in keys
    assert "? help" in keys


async def _said(size: Size, sentence: str) -> tuple[str, str]:
    app = app_at(None)
    async with running(app, size) as pilot:
        footer = app.screen.query_one(Footer)
        footer.say(sentence)
        await pilot.pause()
        told = flat(shown(app))
        footer.say("")
        await pilot.pause()
        return told, shown(app)


def test_a_sentence_of_the_footer_is_whole_and_goes_again() -> None:
    sentence = "The line damages 3 places now; see the stations send to repair. " * 2
    told, after = asyncio.run(_said((60, 20), sentence))
    assert flat(sentence) in told
    assert "places" not in after
    assert after.splitlines()[-1].startswith(" ⏎ open")


async def _wide(scenario: Scenario, home: Path) -> tuple[str, str, str]:
    """Return the cover's two beats and the page of the copies on a wide screen, from home."""
    app = app_at(home)
    async with running(app, (120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        asked = shown(app)
        await pilot.press("right")
        await pilot.pause()
        seen = shown(app)
        walk_screen(app).go_to("copies")
        await pilot.press("right")
        await pilot.pause()
        assert app.screen.query_one("#document", Pane).display
        return asked, seen, shown(app)


def test_the_source_comes_before_the_text_and_then_the_lit_words_are_in_sight(
    telegram: Scenario, tmp_path: Path
) -> None:
    asked, seen, copies = asyncio.run(_wide(telegram, tmp_path))
    for cover in (asked, seen):
        assert "THE DOCUMENT" not in cover
        assert "impertinent" not in cover
    assert "│ Copies: Stalin (2), Molotov" in copies

"""An answer under the hands: lines rubbed out and brought back, a sheet beside the field."""

from __future__ import annotations

import asyncio

from screens import press, running, shown
from study import Room, doing, find, session, write

from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.figures import FigureGrid

LONG = "Beijing; Sent 03:15; Filippov [Stalin]; two for Stalin, Molotov; nothing more is known"


async def _rubbed_out(room: Room) -> None:
    async with doing(room, "read-form", (60, 20)) as (app, pilot):
        field = app.screen.query_one(AnswerField)
        await write(pilot, LONG)
        assert field.wrapped_document.height > 1, "it is shown in several rows"
        await press(pilot, "ctrl+u")
        assert field.text == "", "and one key rubs the whole line out"
        await press(pilot, "ctrl+z")
        assert field.text == LONG, "and it can be taken back"
        field.move_cursor((0, 8))
        await press(pilot, "ctrl+k")
        assert field.text == LONG[:8]
        await press(pilot, "ctrl+z", "ctrl+u")
        assert field.text == LONG[8:], "what stands after the cursor stays"
        await press(pilot, "ctrl+u")
        assert field.text == LONG[8:]


def test_a_line_is_rubbed_out_in_however_many_rows_it_is_shown(room: Room) -> None:
    asyncio.run(_rubbed_out(room))


async def _lines_rubbed_out(room: Room) -> None:
    async with doing(room, "chaser") as (app, pilot):
        field = app.screen.query_one(AnswerField)
        assert field.long
        await write(pilot, "one two\nthree four")
        await press(pilot, "ctrl+u")
        assert field.text == "one two\n", "only this line"
        await press(pilot, "ctrl+u")
        assert field.text == "one two", "at its beginning it is joined to the one before"
        field.move_cursor((0, 0))
        field.insert("\n", (0, 3))
        field.move_cursor((0, 3))
        await press(pilot, "ctrl+k")
        assert field.text == "one two"


def test_of_a_long_answer_the_line_of_the_cursor_is_rubbed_out(room: Room) -> None:
    asyncio.run(_lines_rubbed_out(room))


async def _damaged(room: Room) -> None:
    async with doing(room, "garble") as (app, pilot):
        await press(pilot, "f4")
        lines = shown(app)
        for name in ("came in", "- pad", "= book group", "= sum so far", "ten dropped"):
            assert name in lines
        figures = session(app).drawn.variant.values()["cipher"].split()[0]
        await press(pilot, "down", *figures, "escape")
        await find(pilot, "garble")
        grid = app.screen.query_one(FigureGrid).grid
        assert app.screen.query_one(FigureGrid).has_focus
        assert grid is not None
        assert grid.lines[3].text == figures, "what was worked out is kept"
        app.screen.query_one(AnswerField).focus()
        await write(pilot, session(app).drawn.variant.model(), "enter")
        assert session(app).done


def test_a_damaged_message_is_worked_on_the_sheet_and_answered_in_the_field(room: Room) -> None:
    asyncio.run(_damaged(room))


async def _old_note(room: Room) -> str:
    app = room.app()
    room.binder.session(app.desk.record, "garble").sitting.note("the third, or the fourth?")
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "garble")
        await write(pilot, "3 ?", "escape")
        return room.binder.session(app.desk.record, "garble").attempt.note


def test_a_note_in_words_stays_where_the_sheet_has_rows_for_figures(room: Room) -> None:
    assert asyncio.run(_old_note(room)) == "the third, or the fourth?"

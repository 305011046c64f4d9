"""One's own marks: text, model and the line at hand are read together, and a mark is taken back."""

from __future__ import annotations

import asyncio

import pytest
from screens import Size, press, shown, sizes
from study import Room, doing, said, session, write

from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record
from cablesim.scenario.exercise import ExplainTask
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

WORDS = " ".join(f"word{number}" for number in range(70))


async def _side_by_side(room: Room, size: Size) -> None:
    async with doing(room, "unknowns", size) as (app, pilot):
        task = session(app).exercise.task
        assert isinstance(task, ExplainTask)
        await write(pilot, f"{WORDS}\nlast-line", "f2")
        marks = app.screen.query_one("#question", Pane)
        texts = app.screen.query_one("#said", Pane)
        both = f"{marks.text}\n{texts.text}"
        for text in (WORDS, "\nlast-line", task.model, "The question:"):
            assert text in both
        line = " ".join(task.rubric[0].text.split()[:3])
        assert line in shown(app)
        assert marks.below <= 0, "the line at hand is whole"
        seen = shown(app)
        while texts.below > 0:
            assert "PgDn" in str(texts.border_subtitle)
            await press(pilot, "pagedown")
            assert line in shown(app), "it stays while the texts are paged"
            seen += shown(app)
        for word in ("word0", "last-line", task.model.split()[0], task.model.split()[-1]):
            assert word in seen
        await press(pilot, "pageup")
        place = texts.scroll_offset.y
        await press(pilot, "1")
        assert texts.scroll_offset.y == place, "a mark leaves the place at which one reads"
        assert task.rubric[1].text[:20] in shown(app)


@sizes
def test_the_line_at_hand_stays_while_text_and_model_are_read(room: Room, size: Size) -> None:
    asyncio.run(_side_by_side(room, size))


async def _taken_back(room: Room, key: str) -> list[Entry]:
    async with doing(room, "unknowns") as (app, pilot):
        await write(pilot, WORDS, "f2")
        keys = app.screen.query_one(Footer)
        assert "⌫ back" not in keys.render().plain, "there is nothing to take back"
        await press(pilot, key)
        assert not session(app).attempt.own
        await press(pilot, "1", "2")
        assert "⌫ back" in keys.render().plain
        assert "Backspace goes back a line" in said(app)
        await press(pilot, key)
        assert [own.part for own in session(app).attempt.own] == [1]
        assert "2 of 3, 2 points" in said(app)
        await press(pilot, "0", "2")
        assert "by your own marks 3 of 6" in said(app)
        await press(pilot, key)
        assert "3 of 3, 2 points" in said(app), "the last one can be mended too"
        await press(pilot, "0")
        assert "by your own marks 1 of 6" in said(app)
        record = Record(room.home / "record.sqlite")
        return [each.entry for each in record.events() if "marked" in each.entry.kind]


@pytest.mark.parametrize("key", ["backspace", "left"])
def test_a_mark_is_taken_back_and_the_record_keeps_both(room: Room, key: str) -> None:
    told = asyncio.run(_taken_back(room, key))
    assert [(entry.kind, entry.detail["part"]) for entry in told] == [
        ("self-marked", "1"),
        ("self-marked", "2"),
        ("unmarked", "2"),
        ("self-marked", "2"),
        ("self-marked", "3"),
        ("unmarked", "3"),
        ("self-marked", "3"),
    ]


async def _passed_over(room: Room) -> None:
    async with doing(room, "unknowns") as (app, pilot):
        await write(pilot, WORDS, "f2", "2", "enter")
        assert "⌫ back" not in said(app)
        await press(pilot, "backspace")
        assert "2 of 3, 2 points" in said(app)
        assert len(session(app).attempt.own) == 1, "to come back takes nothing away"
        await press(pilot, "backspace")
        assert not session(app).attempt.own


def test_what_was_passed_over_is_come_back_to(room: Room) -> None:
    asyncio.run(_passed_over(room))


async def _elsewhere(room: Room) -> None:
    async with doing(room, "take-pad-off") as (app, pilot):
        await write(pilot, session(app).drawn.variant.model(), "enter")
        assert session(app).done
        await press(pilot, "backspace", "left")
        assert session(app).done
        assert "⌫" not in app.screen.query_one(Footer).render().plain


def test_where_there_is_no_rubric_the_key_does_nothing(room: Room) -> None:
    asyncio.run(_elsewhere(room))

"""Small windows and empty rooms of study: nothing is cut off, and each says where it goes on."""

from __future__ import annotations

import asyncio

import pytest
from screens import Size, press, running, shown
from study import Room, doing, said

from cablesim.tui.feedback import heading_content
from cablesim.tui.screens.exercise import ExerciseScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.loading import load_then
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane


async def _heading(room: Room) -> list[str]:
    async with doing(room, "two-clocks") as (app, _):
        assert isinstance(app.screen, ExerciseScreen)
        session = app.screen.session
        return [heading_content(session, "1 of 2", width).plain for width in (78, 65, 58, 49, 20)]


def test_a_heading_leaves_out_whole_parts_where_the_line_is_short(room: Room) -> None:
    title = "1 of 2 · Received before it was written?"
    skill = f"{title} · chronology"
    assert asyncio.run(_heading(room)) == [f"{skill} · variant 0"] * 2 + [skill, title, title]


async def _nothing_yet(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app, (60, 20)) as pilot:
        await press(pilot, "p")
        progress = said(app)
        await press(pilot, "q", "r")
        return progress, said(app)


def test_an_empty_record_says_on_the_screen_what_keys_begin(room: Room) -> None:
    progress, review = asyncio.run(_nothing_yet(room))
    assert "nothing on your record yet" in progress
    assert "cablesim" not in progress, "on the screen nothing is typed at a terminal"
    assert "x the exercises" in progress
    assert review.endswith("Enter goes back.")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
def test_what_is_read_names_the_keys_that_show_the_rest(room: Room, size: Size) -> None:
    async def read() -> None:
        async with doing(room, "read-form", size) as (app, pilot):
            await press(pilot, "f9")
            pane = app.screen.query_one(Pane)
            assert str(pane.border_subtitle).endswith("more PgDn")
            await press(pilot, "pagedown")
            assert "PgUp" in str(pane.border_subtitle)

    asyncio.run(read())


@pytest.mark.parametrize("what", ["the exercises", "your progress", "the review"])
def test_what_is_being_opened_is_named_within_a_whole_sentence(room: Room, what: str) -> None:
    async def opening() -> str:
        app = room.app()
        async with running(app, (80, 24)) as pilot:
            assert isinstance(app.screen, HomeScreen)
            load_then(app.screen, lambda: None, lambda _: None, what)
            text = app.screen.query_one(Footer).render().plain
            await pilot.pause()
            assert "SCENARIOS" in shown(app)
            return text

    assert asyncio.run(opening()) == f"Opening {what} ... Esc goes back."


async def _claims(room: Room, exercise: str) -> tuple[str, list[str]]:
    async with doing(room, exercise) as (app, pilot):
        assert isinstance(app.screen, ExerciseScreen)
        plain = list(app.screen.session.drawn.look("claims") or ())
        await press(pilot, "f9")
        return said(app), plain


def test_claims_that_are_set_side_by_side_are_looked_up_first(room: Room) -> None:
    text, plain = asyncio.run(_claims(room, "corroborate-copies"))
    first, _, every = text.partition("Every claim")
    assert first.startswith("Set side by side here")
    assert plain[0] == "Set side by side here:"
    head = plain[1 : plain.index("Every claim:")]
    assert sum(not line.startswith(" ") for line in head) == 2
    for line in head:
        if not line.startswith(" "):
            claim = line.partition(": ")[2]
            assert claim in first
            assert claim in every


@pytest.mark.parametrize("exercise", ["how-known", "supported", "days-between", "unknowns"])
def test_claims_that_are_an_answer_are_not_told_apart(room: Room, exercise: str) -> None:
    text, plain = asyncio.run(_claims(room, exercise))
    assert "Every claim" not in text
    assert "Every claim:" not in plain

"""The screen of a lesson: lines uncovered, exercises opened, questions, claims, reading on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from screens import Size, at_sizes, press, running, shown, sizes
from study import Room, lesson, said, session, write
from textual import events
from textual.widgets import Input

from cablesim.lessons.page import Question
from cablesim.lessons.reading import Covered
from cablesim.scenario.course import Section
from cablesim.scenario.exercise import Exercise
from cablesim.tui.app import CablesimApp
from cablesim.tui.screens.exercises import ExercisesScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def _lesson(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "x")
        assert isinstance(app.screen, ExercisesScreen)
        await press(pilot, "escape", "down", "enter")
        assert lesson(app).reading.number == 2
        await press(pilot, "backspace", "enter", "down", "pagedown", "home", "d", "escape")
        await press(pilot, "b", "escape", "g", "escape", "c", "escape", "enter", "enter", "enter")
        section = lesson(app).reading.page.section
        await press(pilot, "ctrl+q")
    again = room.app()
    async with running(again) as pilot:
        await press(pilot)
        assert lesson(again).reading.page.section is section, "a lesson opens again where it was"
        await press(pilot, "escape")
        assert isinstance(again.screen, HomeScreen)


def test_a_lesson_is_read_by_keys_and_opens_again_at_its_page(room: Room) -> None:
    asyncio.run(_lesson(room))


async def _cut_off_in_an_exercise(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "enter", "right", "right", "enter", *"spoon", "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        asked = session(app)
        assert asked.sitting.draft == "spoon"
        await write(pilot, asked.drawn.variant.model(), "enter", "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        reading = lesson(app).reading
        assert asked.exercise.id in reading.solved, "what is done is not asked for again"
        while reading.page.section is not Section.NEXT:
            await press(pilot, "enter" if isinstance(reading.todo, Covered) else "right")
        await press(pilot, "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert lesson(app).reading.page.section is Section.NEXT, "the last page is a page too"
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


def test_an_exercise_that_was_cut_off_in_a_lesson_leads_back_into_it(room: Room) -> None:
    asyncio.run(_cut_off_in_an_exercise(room))


async def _hasty(room: Room) -> list[str]:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "enter", *["right"] * 2)
        reading = lesson(app).reading
        while not isinstance(reading.todo, Covered):
            await press(pilot, "right")
        before = app.screen.query_one(Input)
        assert before.has_focus
        for key in (*"7719", "enter", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await press(pilot)
        hasty = shown(app)
        await press(pilot, "enter")
        return [hasty, shown(app)]


def test_a_second_enter_close_behind_the_first_does_not_hand_in_the_same_again(room: Room) -> None:
    hasty, after = asyncio.run(_hasty(room))
    assert "No, not 7719" not in hasty + after
    assert "Result:" in hasty + after


async def _asked_lines(room: Room, number: int, size: Size) -> list[str]:
    app = room.app()
    seen = []
    async with running(app, size) as pilot:
        await press(pilot, "l", *["down"] * (number - 1), "enter")
        reading = lesson(app).reading
        while not isinstance(reading.todo, Covered):
            await press(pilot, "right")
        while isinstance(lesson(app).reading.todo, Covered):
            seen.append(shown(app))
            await press(pilot, "enter")
        return [*seen, shown(app)]


@sizes
@pytest.mark.parametrize("number", [1, 2, 3, 5, 9])
def test_the_line_that_is_asked_for_is_in_sight_and_each_enter_uncovers_one(
    room: Room, number: int, size: Size
) -> None:
    *asked, after = asyncio.run(_asked_lines(room, number, size))
    assert asked
    for screen in asked:
        place = screen.partition("Line ")[2].partition(":")[0]
        assert any(f"▶{place:>2} " in line for line in screen.splitlines())
    assert "Result:" in after


async def _shown(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "enter")
        reading = lesson(app).reading
        while not isinstance(reading.todo, Exercise):
            await press(pilot, "right")
        name = reading.todo.name
        await press(pilot, "enter", "f5", "f5", "enter")
        assert f"▶ {name} ▨ answer shown" in shown(app)
        assert f"The answer was shown. Enter opens a fresh variant of “{name}”." in shown(app)
        await press(pilot, "enter")
        assert session(app).attempt.about.number == 1
        await write(pilot, session(app).drawn.variant.model(), "enter", "enter")
        assert f"  {name} ■ solved" in shown(app)


def test_an_exercise_of_a_lesson_that_was_given_up_is_offered_afresh(room: Room) -> None:
    asyncio.run(_shown(room))


async def _put_off(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app) as pilot:
        await _to_an_exercise(app, pilot)
        first = lesson(app).reading.todo
        await press(pilot, "enter", "f7")
        assert lesson(app).reading.todo is first
        text = shown(app)
        await press(pilot, "enter")
        assert session(app).exercise is first, "Enter opens it again"
        await press(pilot, "escape", "right")
        assert lesson(app).reading.todo is not first
        return text, shown(app)


async def _to_an_exercise(app: CablesimApp, pilot: Pilot[None]) -> None:
    await press(pilot, "l", "home", "enter")
    while not isinstance(lesson(app).reading.todo, Exercise):
        await press(pilot, "f2")
    await press(pilot, "end")


def test_an_exercise_of_a_lesson_that_was_put_off_is_offered_again(room: Room) -> None:
    text, _ = asyncio.run(_put_off(room))
    assert "It is put off. Enter opens the exercise" in text
    assert "▶" in text


async def _read_on(room: Room, size: Size) -> None:
    app = room.app()
    async with running(app, size) as pilot:
        await press(pilot, "l", "home", "down", "enter")
        pages = lesson(app).reading.study.pages
        while lesson(app).reading.page is not pages[2]:
            await press(pilot, "f2")
        pane = app.screen.query_one("#page", Pane)
        below = pane.below
        assert below > 0
        assert "⏎ more" in shown(app)
        assert "Enter shows more of this page." in shown(app)
        await press(pilot, "enter")
        assert (lesson(app).reading.page, pane.below < below) == (pages[2], True)
        while pane.below > 0:
            await press(pilot, "space")
        assert lesson(app).reading.page is pages[2]
        assert "⏎ more" not in shown(app)


@at_sizes((60, 20), (80, 24))
def test_enter_shows_the_whole_of_a_page_before_it_goes_on(room: Room, size: Size) -> None:
    asyncio.run(_read_on(room, size))


async def _asked(room: Room) -> str:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "home", "enter")
        while not isinstance(lesson(app).reading.todo, Question):
            await press(pilot, "f2")
        await press(pilot, "end")
        return shown(app)


def test_a_question_of_a_lesson_says_in_one_way_what_enter_does(room: Room) -> None:
    text = asyncio.run(_asked(room))
    assert text.count("Enter shows the answer") == 2
    assert "go on without" not in text
    assert "⏎ show it" in text


async def _claims(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "home", "enter")
        while not lesson(app).claims_here():
            await press(pilot, "f2")
        name = lesson(app).claims_here()[0]
        await press(pilot, "f9")
        return said(app), lesson_claim(room, name)


def lesson_claim(room: Room, name: str) -> str:
    return room.course.scenario.evidence.claim(name).text


def test_what_a_page_rests_on_comes_before_every_claim(room: Room) -> None:
    text, claim = asyncio.run(_claims(room))
    assert text.startswith("What this page rests on")
    assert text.index(claim) < text.index("Every claim")

"""First run, lessons, review, progress: where every key leads."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from screens import Size, app_at, at_sizes, press, running, shown, sizes
from study import ID, Room, lesson, said, session, write
from textual import events
from textual.widgets import Input

from cablesim.lessons.acts import Act, Opened, Tried, Variant, entry_of
from cablesim.lessons.library import Library
from cablesim.lessons.page import Question
from cablesim.lessons.reading import Covered
from cablesim.lessons.record import Record
from cablesim.scenario.exercise import Exercise
from cablesim.tui.app import CablesimApp
from cablesim.tui.screens.exercises import ExercisesScreen
from cablesim.tui.screens.first import FirstScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.lessons import LessonsScreen
from cablesim.tui.screens.progress import ProgressScreen
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.review import ReviewScreen
from cablesim.tui.screens.systems import SystemsScreen
from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from cablesim.scenario.course import Course


async def _first(room: Room, *keys: str) -> tuple[type, type]:
    app = room.app(new=True)
    async with running(app) as pilot:
        await press(pilot)
        assert isinstance(app.screen, FirstScreen)
        await press(pilot, *keys)
        after = type(app.screen)
    again = room.app(new=True)
    async with running(again) as pilot:
        await press(pilot)
        return after, type(again.screen)


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (("escape",), HomeScreen),
        (("enter", "q"), HomeScreen),
        ((*"4679", "enter"), HomeScreen),
        ((*"4679", "1"), WalkScreen),
        ((*"4679", "2"), LessonsScreen),
        ((*"4679", "3"), ExercisesScreen),
        ((*"4679", "4"), SystemsScreen),
        ((*"4679", "7", "q"), HomeScreen),
    ],
)
def test_the_first_run_comes_once_and_goes_where_it_is_told(
    room: Room, keys: tuple[str, ...], screen: type
) -> None:
    assert asyncio.run(_first(room, *keys)) == (screen, HomeScreen)


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


def _done_long_ago(home: Path, *exercises: str) -> None:
    """Put exercises on the record as done some days ago."""
    record = Record(home / "record.sqlite", clock=lambda: "2026-01-05T09:00+00:00")
    for name in exercises:
        about = Variant(ID, "1.0.0", name, 0)
        record.add(entry_of(Act(about, Opened("1", "1", "f" * 64, "inference"))))
        record.add(entry_of(Act(about, Tried("3", "3", 1.0))))
    record.close()


async def _review(room: Room) -> None:
    _done_long_ago(room.home, "copies", "days-between")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "r")
        assert "2 to do today" in said(app)
        await press(pilot, "enter")
        assert "1 of 2" in shown(app)
        await write(pilot, session(app).drawn.variant.model(), "ctrl+q")
    again = room.app()
    async with running(again) as pilot:
        await press(pilot)
        assert session(again).attempt.opened.review, "the review goes on where it was cut off"
        await press(pilot, "enter", "enter")
        assert "2 of 2" in shown(again)
        await press(pilot, "escape")
        assert isinstance(again.screen, ReviewScreen)
        await press(pilot, "enter", "f7")
        assert "That is all for today." in said(again)
        await press(pilot, "enter")
        assert isinstance(again.screen, HomeScreen)


def test_a_review_goes_from_item_to_item_and_ends_by_itself(room: Room) -> None:
    asyncio.run(_review(room))


async def _progress(room: Room) -> str:
    _done_long_ago(room.home, "copies")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "p")
        assert isinstance(app.screen, ProgressScreen)
        text = said(app)
        await press(pilot, "r")
        assert isinstance(app.screen, ReviewScreen)
        await press(pilot, "q", "q")
        assert isinstance(app.screen, HomeScreen)
        return text


def test_progress_counts_by_skill_and_what_is_due(room: Room) -> None:
    text = asyncio.run(_progress(room))
    line = next(line for line in text.split("\n") if line.startswith("inference"))
    assert line.split()[1:] == ["1", "of", "5", "1", "due"]


def test_home_does_not_load_exercises_before_they_are_asked_for(room: Room) -> None:
    app = app_at(room.home)
    asyncio.run(_drawn_once(app))
    assert not app.desk.library._binders


async def _drawn_once(app: CablesimApp) -> None:
    async with running(app) as pilot:
        await press(pilot)


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
        for _ in reading.todo.faded.covered:
            seen.append(shown(app))
            await press(pilot, "enter")
        return [*seen, shown(app)]


@sizes
@pytest.mark.parametrize("number", [1, 2, 3, 5])
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


async def _counted(room: Room) -> str:
    _done_long_ago(room.home, "copies", "days-between", "two-clocks")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "r", "enter", "f5", "f5", "enter")
        assert "2 of 3" in shown(app)
        await press(pilot, "ctrl+q")
    again = room.app()
    async with running(again) as pilot:
        await press(pilot)
        assert "2 of 3" in shown(again)
        await press(pilot, "escape")
        return said(again)


def test_a_review_that_was_cut_off_is_counted_on(room: Room) -> None:
    assert "1 of 3 done. 2 to do today." in asyncio.run(_counted(room))


class Slow(Library):
    """A library that waits with its courses until a gate is open."""

    def __init__(self, gate: threading.Event, library: Library) -> None:
        super().__init__(library._binders, library._courses)
        self._gate = gate

    def course(self, name: str = "") -> Course:
        self._gate.wait(10)
        return super().course(name)


async def _opening(room: Room, *keys: str) -> tuple[type, str]:
    app = room.app()
    gate = threading.Event()
    app.desk.library = Slow(gate, app.desk.library)
    async with running(app) as pilot:
        await pilot.press("l", *keys)
        await pilot.pause()
        gate.set()
        if "escape" not in keys:
            await app.workers.wait_for_complete()
            await pilot.pause()
        await press(pilot, "f2" if "escape" in keys else "f1")
        return type(app.screen), shown(app)


@pytest.mark.parametrize(
    ("keys", "screen"),
    [(("enter", "x", "p", "d"), ReadingScreen), (("escape",), SystemsScreen)],
    ids=["keys", "escape"],
)
def test_keys_open_nothing_else_while_something_is_being_opened(
    room: Room, keys: tuple[str, ...], screen: type
) -> None:
    found, text = asyncio.run(_opening(room, *keys))
    assert found is screen
    assert screen is SystemsScreen or "A lesson" in text or "lessons" in text.lower()


@pytest.mark.parametrize("size", [(50, 16), (60, 20), (80, 24)], ids=["50", "60", "80"])
def test_the_whole_choice_after_the_first_group_is_seen(room: Room, size: Size) -> None:
    text = asyncio.run(_choice(room, size))
    assert all(f" {key}  " in text for key in "1234")
    assert "Enter  home" in text
    assert "more" not in text


async def _choice(room: Room, size: Size) -> str:
    app = room.app(new=True)
    async with running(app, size) as pilot:
        await press(pilot, *"4679")
        return shown(app)


async def _passed_over(room: Room) -> str:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "enter", "enter", "enter")
        return said(app)


def test_a_question_that_was_passed_over_is_nobodys_choice(room: Room) -> None:
    text = asyncio.run(_passed_over(room))
    assert "✓ marks the answer." in text
    assert "your choice" not in text
    assert "Right." not in text


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


async def _after_the_first(room: Room) -> tuple[str, str]:
    app = room.app(new=True)
    async with running(app) as pilot:
        await press(pilot)
        before = shown(app)
        await press(pilot, *"4679")
        return before, shown(app)


def test_nothing_is_skipped_any_more_once_the_first_group_is_there(room: Room) -> None:
    before, after = asyncio.run(_after_the_first(room))
    assert "Esc skip" in before
    assert "Esc skip" not in after
    assert "Esc home" in after

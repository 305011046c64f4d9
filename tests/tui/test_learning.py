"""First run, lessons, review, progress: where every key leads."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from screens import Size, app_at, press, running, shown
from study import ID, Room, find, lesson, said, session, write
from textual.widgets import OptionList

from cablesim.lessons.acts import Act, Opened, Tried, Variant, entry_of
from cablesim.lessons.library import Library
from cablesim.lessons.record import Record
from cablesim.scenario.course import Section
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

if TYPE_CHECKING:
    from pathlib import Path

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
        await press(pilot, "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert "2 to do today" in said(app), "nothing begins by itself that was not begun"
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
        await press(pilot, "ctrl+q")
    again = room.app()
    async with running(again) as pilot:
        await press(pilot)
        assert isinstance(again.screen, ReviewScreen), "between two items it is there as well"
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


async def _course_at_home(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app) as pilot:
        new = shown(app)
        await press(pilot, "l", "down", "enter", "enter", "q", "q")
        left = shown(app)
        await press(pilot, "l", "enter")
        assert lesson(app).reading.number == 2, "and these keys do so"
        return new, left


def test_home_says_where_the_course_stands_and_which_keys_go_on_with_it(room: Room) -> None:
    new, left = asyncio.run(_course_at_home(room))
    assert "The course:" not in new
    told = " ".join(left.split())
    assert "The course: you stopped at lesson 2, " in told
    assert "l, then Enter, goes on there." in told


async def _read_to_its_end(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "enter")
        lesson(app).reading.study.go(Section.NEXT)
        await press(pilot, "q")
        assert isinstance(app.screen, LessonsScreen)
        assert app.screen.query_one(OptionList).highlighted == 1, "the cursor is on the next one"
        await press(pilot, "q")
        told = " ".join(shown(app).replace("│", " ").split())
        assert "The course: you have read lesson 1, What a code group is. " in told
        assert "l, then Enter, goes on to lesson 2, " in told
        await press(pilot, "l", "enter")
        assert lesson(app).reading.number == 2, "and these keys do so"
        await press(pilot, "q", "end", "enter")
        lesson(app).reading.study.go(Section.NEXT)
        await press(pilot, "q")
        assert app.screen.query_one(OptionList).highlighted == 9, "there is none after the last"
        await press(pilot, "q")
        assert ", the last. l opens its lessons." in " ".join(shown(app).split())


def test_a_lesson_read_to_its_end_leads_to_the_next_one(room: Room) -> None:
    asyncio.run(_read_to_its_end(room))


async def _begun_at_home(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "copies")
        await press(pilot, "escape", "escape")
        looked = shown(app)
        await press(pilot, "x")
        await find(pilot, "copies")
        await press(pilot, "f3", "f7", "f7", "escape", "escape")
        assert isinstance(app.screen, HomeScreen)
        return looked, shown(app)


def test_home_says_that_exercises_were_begun_while_the_walk_is_new(room: Room) -> None:
    looked, begun = asyncio.run(_begun_at_home(room))
    assert "exercise begun" not in looked, "it was only looked at"
    assert "1 exercise begun. The walk is new to you. Enter begins." in begun


async def _left_open(room: Room) -> str:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "copies")
        await press(pilot, "escape")
        await find(pilot, "read-form")
        await write(pilot, "to: the ambassador", "escape")
        await press(pilot, "escape", "p")
        return said(app)


def test_progress_begins_with_the_review_and_ends_with_what_was_begun(room: Room) -> None:
    text = asyncio.run(_left_open(room))
    assert text.startswith("Review today: ")
    assert "“Read the form”, read-form" in text
    assert ", copies, variant" not in text, "it was only looked at"
    assert "Type open to find it, Enter opens it as you left it." in text

"""The check of a lesson on the screen: right at once to its end, wrong, and left."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

from screens import Size, at_sizes, press, running, shown
from study import Room, exercise, said, session

from cablesim.lessons.knowing import FAILED, PASSED, Check
from cablesim.lessons.record import Record
from cablesim.tui.hearing import Hearing
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.knowing import CheckScreen
from cablesim.tui.screens.lessons import LessonsScreen

if TYPE_CHECKING:
    from seat import Seat


async def _checked(room: Room) -> list[str]:
    app = room.app()
    told = []
    async with running(app) as pilot:
        await press(pilot, "l", "down", "k")
        assert isinstance(app.screen, CheckScreen)
        told.append(shown(app))
        await press(pilot, "enter")
        for _ in range(2):
            model = session(app).drawn.variant.model()
            await press(pilot, *model, "enter")
            told.append(said(app))
            await press(pilot, "enter")
        told.append(said(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, LessonsScreen)
        told.append(shown(app))
    return told


def test_who_is_right_at_once_may_pass_the_lesson_by_and_the_list_says_so(room: Room) -> None:
    first, one, two, end, after = asyncio.run(_checked(room))
    assert "DO YOU KNOW IT ALREADY?" in first
    assert "Groups on the line, and checks" in first
    assert "2 questions to come." in first
    assert "Right." in one
    assert "Right." in two
    assert PASSED in " ".join(end.split())
    listed = " ".join(after.replace("│", " ").split())
    assert "not read, 2 of 5 exercises done; you seem" in listed, after


async def _one_left(room: Room, size: Size) -> str:
    app = room.app()
    async with running(app, size) as pilot:
        await press(pilot, "l", "down", "k", "enter")
        await press(pilot, *session(app).drawn.variant.model(), "enter", "enter", "escape")
        return shown(app)


@at_sizes((60, 20), (80, 24))
def test_a_check_names_its_lesson_whole_and_counts_the_last_question_as_one(
    room: Room, size: Size
) -> None:
    text = asyncio.run(_one_left(room, size))
    assert "Groups on the line, and checks" in text
    assert "1 of 2 right at once. 1 question to come." in text


async def _left_and_wrong(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "k", "enter")
        asked = session(app).drawn.variant.model()
        await press(pilot, "escape")
        left = said(app)
        await press(pilot, "enter")
        assert session(app).drawn.variant.model() == asked, "what was left is asked again"
        await press(pilot, *("0" if sign.isalnum() else sign for sign in asked), "enter")
        exercise(app)
        await press(pilot, "escape")
        return left, said(app)


async def _wrong(room: Room) -> tuple[str, str, str, type]:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "k", "enter", "f3")
        none = shown(app)
        asked = session(app).drawn.variant.model()
        await press(pilot, *("0" if sign.isalnum() else sign for sign in asked), "enter")
        over = shown(app)
        await press(pilot, "f6", "f3", "enter")
        back = said(app)
        await press(pilot, "enter")
        return none, over, back, type(app.screen)


def test_the_first_that_is_wrong_says_that_it_ends_the_check_and_leads_back(room: Room) -> None:
    none, over, back, screen = asyncio.run(_wrong(room))
    assert "No hints and no other form in a check" in " ".join(none.split())
    assert "the check is over. Enter goes back." in " ".join(over.split())
    assert "Write it again" not in over
    assert "Not yet" in over
    assert FAILED in " ".join(back.split())
    assert screen is LessonsScreen


def test_a_check_that_was_left_goes_on_and_the_first_that_is_wrong_ends_it(room: Room) -> None:
    left, after = asyncio.run(_left_and_wrong(room))
    assert "2 questions to come." in left
    assert FAILED in " ".join(after.split())


async def _cut_off(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "down", "k", "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert isinstance(app.screen, CheckScreen)
        assert "2 questions to come." in said(app)
        await press(pilot, "enter")
        await press(pilot, *session(app).drawn.variant.model(), "enter", "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert "1 of 2 right at once. 1 question to come." in said(app)
        await press(pilot, "enter", "0", "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert "2 of 2" in shown(app)
        assert session(app).sitting.draft == "0"
        await press(pilot, "f3")
        assert "No hints and no other form in a check" in " ".join(shown(app).split())
        await press(pilot, "enter", "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert "the check is over. Enter goes back." in " ".join(shown(app).split())
        await press(pilot, "enter", "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert isinstance(app.screen, CheckScreen), "the end was shown, not the question"
        assert FAILED in " ".join(said(app).split())
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "ctrl+q")
    app = room.app()
    async with running(app) as pilot:
        await press(pilot)
        assert isinstance(app.screen, HomeScreen), "who left a check is at home"


def test_a_check_that_was_cut_off_opens_on_the_same_screen(room: Room) -> None:
    asyncio.run(_cut_off(room))


def test_a_kill_in_a_check_comes_back_to_its_question(seat: Seat) -> None:
    terminal = seat.start("learn")
    terminal.wait_for("LESSONS")
    terminal.send("k")
    terminal.wait_for("2 questions to come.")
    terminal.send("enter")
    terminal.wait_for("1 of 2")
    terminal.send(*"12")
    terminal.settle(1.2)
    terminal.kill(signal.SIGKILL)
    again = seat.start()
    again.wait_for("1 of 2")
    again.wait_for("12")
    again.send("esc")
    again.wait_for("2 questions to come.")
    again.settle(1.2)
    again.kill(signal.SIGKILL)
    third = seat.start()
    third.wait_for("2 questions to come.")


async def _shown(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "k", "enter", "f5", "f5")
        after = shown(app)
        await press(pilot, "f6")
        return after, shown(app)


def test_an_answer_that_is_shown_in_a_check_offers_no_fresh_variant(room: Room) -> None:
    for text in asyncio.run(_shown(room)):
        assert text.splitlines()[-1].strip() == "Enter goes on."


async def _beside(room: Room) -> str:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "l", "k")
        other = Record(room.home / "record.sqlite")
        course = app.desk.library.course()
        check = Check(other, room.course, course, course.lessons[0])
        asked = check.session()
        assert asked is not None
        asked.answer(asked.drawn.variant.model())
        Hearing(app, app.desk.record).tend()
        await press(pilot)
        return said(app)


def test_what_another_window_did_in_the_check_is_counted(room: Room) -> None:
    assert "1 of 2 right at once. 1 question to come." in asyncio.run(_beside(room))

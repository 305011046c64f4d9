"""Another window on the same record: this one is told of it and keeps what is typed here."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from screens import press, running, shown
from study import ID, Room, find, session, write

from cablesim.lessons.attempts import Outcome, attempts_of
from cablesim.lessons.entry import Entry
from cablesim.lessons.merging import Scope
from cablesim.lessons.record import Record
from cablesim.lessons.walk import Walk
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.tui.hearing import EVERY_SECONDS, Hearing
from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.widgets.answer import AnswerField

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from cablesim.lessons.session import Session
    from cablesim.scenario.scenario import Scenario
    from cablesim.tui.app import CablesimApp

TOLD = "Another window"


async def hear(pilot: Pilot[None], app: CablesimApp) -> None:
    """Do at once what the program does every second."""
    Hearing(app, app.desk.record).tend()
    await pilot.pause()


def other(room: Room) -> Record:
    return Record(room.home / "record.sqlite")


async def _at_home(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        window = other(room)
        went(window, Whereabouts(Spot.LESSON, ID, "x"))
        await hear(pilot, app)
        assert TOLD not in shown(app), "where somebody looks is no work"
        window.add(Entry(ID, "1", "went", {"name": "sign", "value": "see"}))
        # Not by hand here: the program itself looks, and in time.
        for _ in range(100):
            await pilot.pause(0.1)
            if TOLD in shown(app):
                break
        text = shown(app)
        assert f"{TOLD} goes on in this record: {ID}." in text
        assert "the newest counts" in " ".join(text.split())
        assert "You stopped at: sign" in text, "the list is drawn anew"
        await press(pilot, "down", "x", "escape")
        assert TOLD not in shown(app), "it is told once"


def test_the_other_window_is_told_in_the_footer_in_time(room: Room) -> None:
    assert EVERY_SECONDS <= 2
    asyncio.run(_at_home(room))


async def begun(pilot: Pilot[None], app: CablesimApp, room: Room) -> Session:
    """Open an exercise here and, in another window, the same one; return what stands there."""
    await press(pilot, "x")
    await find(pilot, "take-pad-off")
    there = room.binder.session(other(room), "take-pad-off")
    assert there.attempt.about == session(app).attempt.about
    return there


async def _drafted(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        there = await begun(pilot, app, room)
        there.sitting.type("12345")
        await hear(pilot, app)
        assert app.screen.query_one(AnswerField).text == "12345"
        assert "exercise take-pad-off" in shown(app)
        there.sitting.type("99999")
        await write(pilot, "678")
        await hear(pilot, app)
        field = app.screen.query_one(AnswerField).text
        assert "678" in field, "what is being typed is not taken away"
        assert "9" not in field
        assert attempts_of(other(room).events(ID))[-1].draft == field, "the newest counts"


def test_what_another_window_typed_comes_here_and_what_is_typed_here_stays(room: Room) -> None:
    asyncio.run(_drafted(room))


async def _solved(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        there = await begun(pilot, app, room)
        there.sitting.answer(there.drawn.variant.model())
        await hear(pilot, app)
        assert session(app).done
        assert not app.screen.query_one(AnswerField).display
        assert "Right" in shown(app)
        assert TOLD in shown(app)
        count = len(other(room).events(ID))
        await press(pilot, "escape")
    events = other(room).events(ID)
    assert len(events) == count, "a window that only looked on has written nothing"
    assert attempts_of(events)[-1].outcome is Outcome.FINISHED


def test_an_exercise_that_is_solved_in_another_window_is_done_here(room: Room) -> None:
    asyncio.run(_solved(room))


async def _forgotten(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await begun(pilot, app, room)
        await write(pilot, "1")
        await press(pilot, "f3")
        window = other(room)
        window.forget(Scope(ID))
        await hear(pilot, app)
        assert "taken steps off this record" in " ".join(shown(app).split())
        await write(pilot, "2")
        await press(pilot, "escape")
    (attempt,) = attempts_of(other(room).events(ID))
    assert attempt.opened == session_opened(room, attempt.about.number)
    assert not attempt.hints


def session_opened(room: Room, number: int) -> object:
    """Return under which rules a variant of the exercise is opened on a record of nobody."""
    found = room.binder.session(Record(None), "take-pad-off").attempt
    assert found.about.number == number
    return found.opened


def test_an_exercise_that_is_forgotten_in_another_window_begins_anew_here(room: Room) -> None:
    asyncio.run(_forgotten(room))


async def _walk(room: Room, telegram: Scenario) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, WalkScreen)
        here = app.screen.walk
        there = Walk(telegram, other(room))
        while there.question is None:
            there.forward()
        question = there.question
        there.answer(question.options[0].key)
        place = (here.page.id, here.beat)
        await hear(pilot, app)
        assert (here.page.id, here.beat) == place, "the place is this window's own"
        assert here.chosen(question) == question.options[0]
        assert TOLD in shown(app)


def test_an_answer_of_another_window_is_taken_into_the_walk(room: Room, telegram: Scenario) -> None:
    asyncio.run(_walk(room, telegram))

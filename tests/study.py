"""One learner's room for tests of exercises and lessons: apps on one record, hands, sayings."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from screens import Size, app_at, press, running
from textual import events
from textual.widgets import Input

from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.library import Binder
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session
from cablesim.scenario.places import course_folders, folders
from cablesim.tui.app import CablesimApp
from cablesim.tui.desk import Desk
from cablesim.tui.screens.exercise import ExerciseScreen
from cablesim.tui.screens.lesson import LessonScreen
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario

ID = "stalin-zhou-3305"


class Room:
    """Apps of one test on one record, with scenario and course loaded already."""

    def __init__(self, home: Path, telegram: Scenario, lessons: Course) -> None:
        self.home = home
        self.binder = Binder(telegram, Workbooks([(telegram, "f" * 64)]), folders()[0])
        practice = lessons.practice
        books = Workbooks([(practice, lessons.content)])
        self.course = Binder(practice, books, course_folders()[0])
        self._lessons = lessons

    def app(self, *, new: bool = False) -> CablesimApp:
        app = CablesimApp(Desk(app_at(None).desk.cards, Record(self.home / "record.sqlite")))
        if not new:
            app = app_at(self.home)
        course = course_folders()[0]
        app.desk.library._binders.update({folders()[0]: self.binder, course: self.course})
        app.desk.library._courses[course] = self._lessons
        return app


async def find(pilot: Pilot[None], *words: str) -> None:
    """Type a filter into the list of exercises, and open what is found first."""
    field = pilot.app.screen.query_one(Input)
    field.value = " ".join(words)
    await press(pilot, "enter")


@asynccontextmanager
async def doing(
    room: Room, name: str, size: Size = (80, 24)
) -> AsyncIterator[tuple[CablesimApp, Pilot[None]]]:
    """Run an app of a room without a terminal, with an exercise opened from the list."""
    app = room.app()
    async with running(app, size) as pilot:
        await press(pilot, "x")
        await find(pilot, name)
        yield app, pilot


async def write(pilot: Pilot[None], text: str, *keys: str) -> None:
    """Paste an answer into the field, then press keys."""
    field = pilot.app.screen.query_one(AnswerField)
    field.select_all()
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await press(pilot, *keys)


def exercise(app: CablesimApp) -> ExerciseScreen:
    screen = app.screen
    assert isinstance(screen, ExerciseScreen)
    return screen


def lesson(app: CablesimApp) -> LessonScreen:
    screen = app.screen
    assert isinstance(screen, LessonScreen)
    return screen


def session(app: CablesimApp) -> Session:
    return exercise(app).session


def said(app: CablesimApp) -> str:
    return "\n".join(pane.text for pane in app.screen.query(Pane))


def keys(app: CablesimApp) -> str:
    """Return the keys that the footer names."""
    return app.screen.query_one(Footer).render().plain


async def helped(app: CablesimApp, pilot: Pilot[None]) -> str:
    """Return what F1 says on the screen at hand."""
    await press(pilot, "f1")
    text = said(app)
    await press(pilot, "escape")
    return text

"""First run, exercises, lessons, review, progress: how they look, and what every key does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from invented import with_notes
from screens import SIZES, Size, app_at, press, running, shown
from textual import events
from textual.widgets import Input, OptionList

from cablesim.lessons.acts import Act, Opened, Tried, Variant, entry_of
from cablesim.lessons.attempts import Outcome, attempts_of
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.grid import Own
from cablesim.lessons.library import Binder, Library
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.scenario.loading import load
from cablesim.scenario.places import course_folders, folders
from cablesim.tui.app import CablesimApp
from cablesim.tui.desk import Desk
from cablesim.tui.screens.aids import LookupScreen
from cablesim.tui.screens.exercise import ExerciseScreen
from cablesim.tui.screens.exercises import ExercisesScreen
from cablesim.tui.screens.first import FirstScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.lesson import LessonScreen
from cablesim.tui.screens.lessons import LessonsScreen
from cablesim.tui.screens.progress import ProgressScreen
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.review import ReviewScreen
from cablesim.tui.screens.systems import SystemsScreen
from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.figures import FigureGrid
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot

    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
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


@pytest.fixture
def room(tmp_path: Path, telegram: Scenario, lessons: Course) -> Room:
    return Room(tmp_path / "room", telegram, lessons)


async def find(pilot: Pilot[None], *words: str) -> None:
    """Type a filter into the list of exercises, and open what is found first."""
    field = pilot.app.screen.query_one(Input)
    field.value = " ".join(words)
    await press(pilot, "enter")


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


# How they look.


async def _new(room: Room, size: Size) -> dict[str, str]:
    app = room.app(new=True)
    seen = {}
    async with running(app, size) as pilot:
        await press(pilot)
        seen["first"] = shown(app)
        await press(pilot, "1", "4")
        seen["first-figure"] = shown(app)
        await press(pilot, "6", "4", "7", "9")
        seen["first-choice"] = shown(app)
        await press(pilot, "2")
        seen["lessons"] = shown(app)
        await press(pilot, "enter")
        for name in ("can", "try", "answered"):
            seen[f"lesson-{name}"] = shown(app)
            await press(pilot, "enter" if name == "can" else "2")
        await press(pilot, "right", "right", "enter")
        seen["lesson-example"] = shown(app)
        await press(pilot, *"9999", "enter", "0", "enter")
        seen["lesson-uncovered"] = shown(app)
        await press(pilot, "enter")
        seen["lesson-exercises"] = shown(app)
        await press(pilot, *["right"] * 8)
        seen["lesson-next"] = shown(app)
        await press(pilot, "f1")
        seen["lesson-help"] = shown(app)
    return seen


async def _doing(room: Room, size: Size) -> dict[str, str]:
    app = room.app()
    seen = {}
    async with running(app, size) as pilot:
        await press(pilot, "x")
        seen["exercises"] = shown(app)
        await find(pilot, "take-pad-off")
        right = session(app).drawn.variant.model().split()
        seen["exercise"] = shown(app)
        await write(pilot, " ".join([right[0], right[1][::-1], *right[2:]]), "enter")
        seen["exercise-wrong"] = shown(app)
        await write(pilot, "12 34", "enter")
        seen["exercise-unread"] = shown(app)
        await press(pilot, "f3")
        seen["exercise-hint"] = shown(app)
        await press(pilot, "f4", *"1234")
        seen["exercise-sheet"] = shown(app)
        await press(pilot, "f4")
        await write(pilot, " ".join(right), "enter")
        seen["exercise-right"] = shown(app)
        await press(pilot, "f1")
        seen["exercise-help"] = shown(app)
        await press(pilot, "escape", "enter")
        await find(pilot, "add-pad")
        seen["exercise-rule"] = shown(app)
        await press(pilot, "escape")
        await find(pilot, "two-clocks")
        await write(pilot, "125", "enter")
        seen["exercise-sure"] = shown(app)
        await press(pilot, "1", "f5", "f5")
        seen["exercise-given-up"] = shown(app)
        await press(pilot, "f11", *"mos")
        seen["lookup"] = shown(app)
        await press(pilot, "escape", "escape")
        seen["exercises-after"] = shown(app)
        await press(pilot, "escape", "p")
        seen["progress"] = shown(app)
    return seen


def _as_text(seen: dict[str, str]) -> str:
    return "\n".join(f"===== {name}\n{screen}" for name, screen in seen.items())


@sizes
def test_first_run_and_lessons_look_as_they_did(
    room: Room, golden: SnapshotAssertion, size: Size
) -> None:
    assert _as_text(asyncio.run(_new(room, size))) == golden


@sizes
def test_exercises_look_as_they_did(room: Room, golden: SnapshotAssertion, size: Size) -> None:
    seen = asyncio.run(_doing(room, size))
    assert "✗2" in seen["exercise-wrong"]
    assert _as_text(seen) == golden


async def _themed(room: Room, theme: str) -> list[str]:
    app = room.app()
    async with running(app) as pilot:
        app.theme = theme
        await press(pilot, "x")
        screens = [shown(app)]
        await find(pilot, "take-pad-off")
        await write(pilot, "1111 2222 3333 4444", "enter", "f4")
        screens.append(shown(app))
        await press(pilot, "escape", "escape", "l", "enter")
        return [*screens, shown(app)]


@pytest.mark.parametrize("theme", ["cable-light", "ansi-dark"])
def test_no_theme_changes_a_word_or_a_mark_of_an_exercise(room: Room, theme: str) -> None:
    ours = asyncio.run(_themed(room, "cable-dark"))
    room.home = room.home.with_name("other")
    assert asyncio.run(_themed(room, theme)) == ours


# The first run.


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
        (("enter",), HomeScreen),
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


# Exercises.


async def _list(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x", *"zzzz")
        assert "No exercise has these words" in shown(app)
        await press(pilot, "enter", *["backspace"] * 4, "down", "down", "up", "enter")
        assert session(app).exercise is room.binder.scenario.exercises.exercises[1]
        await write(pilot, "none")
        await press(pilot, "escape")
        options = app.screen.query_one(OptionList)
        assert "open" in str(options.get_option_at_index(1).prompt)
        await press(pilot, "escape", "x")
        assert app.screen.query_one(OptionList).highlighted == 1, "what was left open is at hand"


def test_the_list_is_found_in_by_typing_and_says_what_was_left_open(room: Room) -> None:
    asyncio.run(_list(room))


async def _pasted(room: Room, between: str) -> bool:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "take-pad-off")
        await write(pilot, between.join(session(app).drawn.variant.model().split()), "enter")
        assert "Right" in said(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ExercisesScreen), "Enter goes on, back to the list"
    return attempts_of(app.desk.record.events(ID))[0].solved


@pytest.mark.parametrize("between", ["", "\n", "-", " , "])
def test_a_whole_answer_is_pasted_however_it_is_grouped(room: Room, between: str) -> None:
    assert asyncio.run(_pasted(room, between))


async def _left(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "encipher")
        await press(pilot, "f4", *"5338", "down", *"12", "ctrl+q")
    again = room.app()
    async with running(again) as pilot:
        await press(pilot)
        assert session(again).exercise.id == "encipher", "it opens at the same screen"
        assert again.screen.query_one(AnswerField).text == "____ 12"
        await press(pilot, "f4")
        grid = again.screen.query_one(FigureGrid).grid
        assert grid is not None
        assert grid.text(Own.NOTE) == "5338"
        await press(pilot, "escape")
        assert isinstance(again.screen, HomeScreen)
    third = room.app()
    async with running(third) as pilot:
        await press(pilot)
        assert isinstance(third.screen, HomeScreen), "who left by a key is not taken back"


def test_what_was_typed_is_there_at_the_same_screen_the_next_time(room: Room) -> None:
    asyncio.run(_left(room))


async def _own_folder(home: Path, folder: Path) -> None:
    library = Library()
    app = app_at(home)
    library.named(str(folder)).session(app.desk.record, "notes").sitting.type("note of")
    went(app.desk.record, Whereabouts(Spot.EXERCISE, folder.name, "notes"))
    app.desk.record.close()
    async with running(app_at(home)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await press(pilot)
        assert isinstance(pilot.app, CablesimApp)
        assert pilot.app.screen.query_one(AnswerField).text == "note of"


def test_an_exercise_in_a_folder_of_ones_own_is_opened_again(tmp_path: Path) -> None:
    folder = with_notes(tmp_path / "mine")
    folder = folder.rename(folder.with_name(load(folder).id))
    asyncio.run(_own_folder(tmp_path / "home", folder))


async def _plain_note(room: Room) -> None:
    app = room.app()
    room.binder.session(app.desk.record, "take-pad-off").sitting.note("borrow nothing")
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "take-pad-off")
        await press(pilot, "1", "f4", "f4")
        assert session(app).attempt.note == "borrow nothing"
        assert session(app).sitting.draft == "1"


def test_a_note_that_was_written_in_plain_lines_is_not_lost_on_the_screen(room: Room) -> None:
    asyncio.run(_plain_note(room))


async def _hands(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "take-pad-off")
        right = session(app).drawn.variant.model()
        await press(pilot, "f4")
        app.post_message(events.Paste(right.replace(" ", "\n")))
        await press(pilot)
        assert app.screen.query_one(AnswerField).text == right
        await press(pilot, "home", "tab", "tab", "shift+tab", "delete", "d", "x")
        assert app.screen is exercise(app), "letters do nothing on the sheet"
        assert app.screen.query_one(AnswerField).text == f"{right[:5]}_{right[6:]}"
        await press(pilot, right[5], "end", "backspace", right[-1], "left", "right", "up", "down")
        assert app.screen.query_one(AnswerField).text == right
        await press(pilot, "plus", "enter")
        assert session(app).done


def test_the_sheet_does_what_hands_expect(room: Room) -> None:
    asyncio.run(_hands(room))


async def _kept_out(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "take-pad-off")
        await write(pilot, "no figures", "f4")
        assert "does not fit" in shown(app)
        assert app.screen.query_one(AnswerField).text == "no figures"
        await press(pilot, "escape")
        await find(pilot, "copies")
        await press(pilot, "f4")
        assert "There is no sheet" in shown(app)


def test_a_text_that_does_not_fit_on_the_sheet_stays_where_it_is(room: Room) -> None:
    asyncio.run(_kept_out(room))


async def _looked_up(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "take-pad-off")
        await press(pilot, "d", "c", "b", "g")
        assert app.screen.query_one(AnswerField).text == "dcbg", "letters are for the answer"
        for key, title in (("f8", "DOCUMENT"), ("f9", "SHOWN"), ("f12", "WORDS MEAN")):
            await press(pilot, key)
            assert isinstance(app.screen, ReadingScreen)
            assert title in str(app.screen.query_one(Pane).border_title)
            await press(pilot, "escape")
        await press(pilot, "f11", *"4679")
        assert isinstance(app.screen, LookupScreen)
        assert "KOREA (word): 4679" in said(app)
        await press(pilot, "escape", "pageup", "pagedown")
        assert exercise(app).query_one(AnswerField).text == "dcbg"


def test_things_are_looked_up_beside_an_exercise_and_nothing_typed_is_lost(room: Room) -> None:
    asyncio.run(_looked_up(room))


async def _helped(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "find-group")
        await press(pilot, "enter")
        assert "Nothing is written yet" in shown(app)
        await press(pilot, "f3", "f3")
        assert "Try something with this hint first" in shown(app)
        for wrong in [slip.answer for slip in session(app).drawn.variant.mistakes()][:2]:
            await write(pilot, wrong, "enter", "f3")
        assert "F6 draws a fresh variant" in said(app)
        before = session(app).attempt.about.number
        await press(pilot, "f6")
        assert session(app).attempt.about.number == before + 1
        assert app.screen.query_one(AnswerField).text == ""
        await press(pilot, "f5")
        assert "F5 once more" in shown(app)
        await press(pilot, "f5")
        assert "Right is:" in said(app)
        await press(pilot, "f3", "f5", "f7", "f4", "f6", "f7")
        assert isinstance(app.screen, ExercisesScreen)
    outcomes = [attempt.outcome for attempt in attempts_of(app.desk.record.events(ID))]
    assert outcomes == [Outcome.SKIPPED, Outcome.GAVE_UP, Outcome.SKIPPED]


def test_hints_come_in_order_then_a_fresh_variant_and_giving_up_asks_once(room: Room) -> None:
    asyncio.run(_helped(room))


async def _sure(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "two-clocks")
        await write(pilot, "125", "enter", "escape")
        assert session(app).attempt.tries == (), "Esc goes back to the answer"
        await press(pilot, "enter", "1")
        assert "worth remembering" in said(app)
        await write(pilot, "175", "enter", "enter")
        assert session(app).done
        assert [made.confidence for made in session(app).attempt.tries][1] is None


def test_how_sure_somebody_is_takes_one_key_or_none(room: Room) -> None:
    asyncio.run(_sure(room))


async def _faded(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "add-pad")
        rule = session(app).rule()
        assert rule is not None
        await press(pilot, str((rule.right + 1) % 3 + 1))
        assert "Not that one" in said(app)
        await press(pilot, "enter")
        assert session(app).drawn.variant.asked == 2
        await write(pilot, session(app).drawn.variant.model(), "enter", "enter")
        assert "✓" in said(app)
        await press(pilot, "enter")
        assert session(app).attempt.opened.level == 2


def test_worked_steps_fade_and_the_rule_behind_them_is_asked_for(room: Room) -> None:
    asyncio.run(_faded(room))


async def _long(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x")
        await find(pilot, "chaser")
        await press(pilot, "a", "enter", "b")
        assert app.screen.query_one(AnswerField).text == "a\nb"
        await write(pilot, "A telegram would ask again whether it was received. " * 12, "f2")
        assert session(app).done
        assert "no program marks this" in said(app)


def test_a_long_answer_has_lines_and_is_handed_in_by_f2(room: Room) -> None:
    asyncio.run(_long(room))


async def _resized(room: Room) -> None:
    app = room.app()
    async with running(app, (60, 20)) as pilot:
        await press(pilot, "x")
        await find(pilot, "encipher")
        await press(pilot, "f4", *"5338")
        for size in ((120, 40), (40, 10), (80, 24)):
            await pilot.resize_terminal(*size)
            await press(pilot)
        assert exercise(app).query_one(FigureGrid).grid is not None
        assert app.focused is app.screen.query_one(FigureGrid)
        assert "5338" in shown(app)


def test_a_resize_keeps_place_and_input(room: Room) -> None:
    asyncio.run(_resized(room))


# Lessons, review, progress.


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

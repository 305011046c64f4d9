"""What keys do, and that the one table of keys is the whole truth."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING

import pytest
from invented import make_folder
from screens import app_at, press, running, shown
from textual.pilot import Pilot

from cablesim.lessons.record import Record
from cablesim.lessons.recording import record_to
from cablesim.lessons.script import perform
from cablesim.lessons.walk import Beat, Walk
from cablesim.scenario.loading import load
from cablesim.tui.app import CablesimApp
from cablesim.tui.desk import Desk
from cablesim.tui.keys import ACTIONS, ASKED, Place, help_rows
from cablesim.tui.screens.aids import LookupScreen
from cablesim.tui.screens.bench import BenchScreen
from cablesim.tui.screens.choosing import ChoosingScreen
from cablesim.tui.screens.exercise import ExerciseScreen
from cablesim.tui.screens.exercises import ExercisesScreen
from cablesim.tui.screens.filling import FillingScreen
from cablesim.tui.screens.findings import FindingsScreen, PreviewScreen
from cablesim.tui.screens.first import FirstScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.knowing import CheckScreen
from cablesim.tui.screens.lesson import LessonScreen
from cablesim.tui.screens.lessons import LessonsScreen
from cablesim.tui.screens.naming import NamingScreen
from cablesim.tui.screens.progress import ProgressScreen
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.review import ReviewScreen
from cablesim.tui.screens.sheet import SheetScreen
from cablesim.tui.screens.studio import StudioScreen
from cablesim.tui.screens.systems import SystemsScreen
from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.widgets.figures import FigureGrid
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario

CLASSES = {
    Place.EVERYWHERE: CablesimApp,
    Place.HOME: HomeScreen,
    Place.WALK: WalkScreen,
    Place.SHEET: SheetScreen,
    Place.READING: ReadingScreen,
    Place.SYSTEMS: SystemsScreen,
    Place.BENCH: BenchScreen,
    Place.NAMING: NamingScreen,
    Place.FIRST: FirstScreen,
    Place.EXERCISES: ExercisesScreen,
    Place.EXERCISE: ExerciseScreen,
    **dict.fromkeys(ASKED, ExerciseScreen),
    Place.GRID: FigureGrid,
    Place.LOOKUP: LookupScreen,
    Place.REVIEW: ReviewScreen,
    Place.CHECK: CheckScreen,
    Place.PROGRESS: ProgressScreen,
    Place.LESSONS: LessonsScreen,
    Place.LESSON: LessonScreen,
    Place.PREVIEW: PreviewScreen,
    Place.FINDINGS: FindingsScreen,
    Place.STUDIO: StudioScreen,
    Place.CHOOSING: ChoosingScreen,
    Place.FILLING: FillingScreen,
}


def walk_screen(app: CablesimApp) -> WalkScreen:
    screen = app.screen
    assert isinstance(screen, WalkScreen)
    return screen


@pytest.mark.parametrize("place", Place)
def test_no_key_of_a_place_is_bound_twice(place: Place) -> None:
    keys = [key for action in ACTIONS[place] for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))
    everywhere = {key for action in ACTIONS[Place.EVERYWHERE] for key in action.keys.split(",")}
    assert place is Place.EVERYWHERE or not everywhere & set(keys)


@pytest.mark.parametrize("place", Place)
def test_every_action_of_the_table_is_there(place: Place) -> None:
    for action in ACTIONS[place]:
        owner, _, call = action.name.partition(".")
        method = f"action_{call.partition('(')[0]}"
        assert hasattr(CablesimApp if owner == "app" else CLASSES[place], method), action.name


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.EVERYWHERE])
def test_every_action_method_is_in_the_table(place: Place) -> None:
    here = [each for each in Place if CLASSES[each] is CLASSES[place]]
    actions = [action for each in here for action in ACTIONS[each]]
    named = {action.name.partition(".")[2].partition("(")[0] for action in actions}
    own = {
        name.removeprefix("action_")
        for owner in CLASSES[place].__mro__
        if owner.__module__.startswith("cablesim.")
        for name, _ in inspect.getmembers(owner, inspect.isfunction)
        if name.startswith("action_") and name in vars(owner)
    }
    assert own == named - {"quit"}


@pytest.mark.parametrize("place", Place)
def test_every_action_has_a_key_that_is_no_latin_letter(place: Place) -> None:
    for action in ACTIONS[place]:
        if action.name.startswith("screen.predict('") and not action.name[-3].isdigit():
            continue
        assert any(len(key) > 1 or not key.isalpha() for key in action.keys.split(",")), action.name


@pytest.mark.parametrize("place", Place)
def test_the_help_names_every_action(place: Place) -> None:
    sentences = {sentence for _, sentence in help_rows(place)}
    assert {action.help for action in ACTIONS[place]} <= sentences


async def _palette(scenario: Scenario) -> set[str]:
    app = app_at(None, scenario)
    async with running(app):
        return {command.title for command in app.get_system_commands(app.screen)}


def test_every_action_of_the_walk_and_every_page_is_in_the_palette(telegram: Scenario) -> None:
    titles = asyncio.run(_palette(telegram))
    words = {action.word.capitalize() for action in ACTIONS[Place.WALK] if action.word}
    assert words <= titles
    assert {f"Go to: {stage.id}" for stage in telegram.evidence.route.stages} <= titles
    assert "Theme" in titles


async def _palette_texts(folder: Path) -> str:
    app = app_at(None, load(folder))
    async with running(app):
        commands = list(app.get_system_commands(app.screen))
        return " ".join(f"{command.title} {command.help}" for command in commands)


def test_no_text_of_a_scenario_reaches_the_palette_which_reads_markup(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", "WE AGREE.\n")
    history = folder / "history.toml"
    text = history.read_text(encoding="utf-8")
    history.write_text(text.replace("At sign", "[@click=app.quit]x[/]"), encoding="utf-8")
    assert "[" not in asyncio.run(_palette_texts(folder))


async def _there_and_back(scenario: Scenario) -> None:
    app = app_at(None, scenario)
    async with running(app) as pilot:
        walk = walk_screen(app).walk
        seen = [(walk.page.id, walk.beat)]
        while not walk.at_end:
            await press(pilot, "enter")
            if (walk.page.id, walk.beat) != seen[-1]:
                seen.append((walk.page.id, walk.beat))
        await press(pilot, "right")
        assert (walk.page.id, walk.beat) == seen[-1], "the last page stays"
        for place in reversed(seen[:-1]):
            await pilot.press("backspace")
            assert (walk.page.id, walk.beat) == place
        await pilot.press("backspace")
        assert walk.at_start
    assert len({page for page, _ in seen}) == len(walk.pages)


def test_enter_walks_through_everything_and_backspace_all_the_way_back(telegram: Scenario) -> None:
    asyncio.run(_there_and_back(telegram))


async def _more(scenario: Scenario) -> None:
    app = app_at(None, scenario)
    async with running(app, (60, 20)) as pilot:
        walk, pane = walk_screen(app).walk, app.screen.query_one("#history", Pane)
        await press(pilot, "right")
        here = (walk.page.id, walk.beat)
        assert "⏎ more" in shown(app)
        assert pane.below > 0
        while pane.below > 0:
            await press(pilot, "enter")
            assert (walk.page.id, walk.beat) == here
        assert "⏎ on" in shown(app)
        await press(pilot, "home")
        assert "⏎ more" in shown(app)
        await press(pilot, "right")
        assert (walk.page.id, walk.beat) != here, "an arrow goes past what stands below"


def test_enter_shows_the_whole_of_a_page_before_it_goes_on(telegram: Scenario) -> None:
    asyncio.run(_more(telegram))


async def _resume(scenario: Scenario, home: Path) -> None:
    app = app_at(home, scenario)
    async with running(app) as pilot:
        for key in ("right", "right", "1", "right", "x", "w"):
            await pilot.press(key)
        walk = walk_screen(app).walk
        left = (
            walk.progress.page,
            walk.progress.beat,
            walk.progress.choices,
            walk.progress.answers,
        )
        before = shown(app)
    app = app_at(home, scenario)
    async with running(app):
        walk = walk_screen(app).walk
        progress = walk.progress
        assert (progress.page, progress.beat, progress.choices, progress.answers) == left
        assert shown(app).splitlines()[:8] == before.splitlines()[:8]


def test_the_walk_opens_again_where_it_was_left(telegram: Scenario, tmp_path: Path) -> None:
    asyncio.run(_resume(telegram, tmp_path))


async def _choices(scenario: Scenario) -> None:
    app = app_at(None, scenario)
    async with running(app) as pilot:
        screen = walk_screen(app)
        first = screen.walk.run.recipient
        await pilot.press("w")
        assert screen.walk.run.recipient != first
        await pilot.press("x")
        assert screen.walk.run.garbles
        await pilot.press("t")
        assert not screen.walk.progress.choices.clock
        screen.go_to("receive")
        while screen.walk.beat is not Beat.SEE:
            await pilot.press("enter")
        await pilot.pause()
        text = screen.query_one("#teaching", Pane).text
        assert "Section" in text
        assert "simulated" not in shown(app)


def test_line_recipient_and_clock_are_chosen_with_one_key(telegram: Scenario) -> None:
    asyncio.run(_choices(telegram))


async def _sheet(scenario: Scenario) -> None:
    app = app_at(None, scenario)
    async with running(app) as pilot:
        screen = walk_screen(app)
        screen.go_to("encipher")
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        sheet = screen.walk.run.outgoing.enciphered.sheet
        assert sheet is not None
        line = sheet.lines[0]
        for figure in line.cells[2]:
            await pilot.press(figure)
            await pilot.pause()
            assert "✓" in shown(app), "a right figure is said to be right"
        assert screen.walk.progress.lines("encipher") == 1
        wrong = str((int(sheet.lines[1].cells[2][0]) + 5) % 10)
        await pilot.press(wrong)
        await pilot.pause()
        assert "✗ You said" in shown(app)
        await pilot.press("r")
        await pilot.pause()
        assert "The sheet is finished" in shown(app)
        await pilot.press("backspace", "q")
        await pilot.pause()
        assert isinstance(app.screen, WalkScreen)


def test_the_clerks_sheet_asks_for_each_figure_before_it_shows_it(telegram: Scenario) -> None:
    asyncio.run(_sheet(telegram))


async def _resized(scenario: Scenario) -> None:
    app = app_at(None, scenario)
    async with running(app) as pilot:
        screen = walk_screen(app)
        screen.go_to("send")
        await pilot.press("enter", "tab")
        await pilot.pause()
        await _to(pilot, 60, 20)
        assert "TEACHING CIPHER" in shown(app)
        assert "WHAT CAN BE SHOWN" in shown(app), "the other side is named too"
        await _to(pilot, 40, 10)
        assert "too small" in shown(app)
        await _to(pilot, 120, 40)
        assert "THE DOCUMENT" in shown(app)
        assert (screen.walk.page.id, screen.walk.beat) == ("send", Beat.SEE)


async def _to(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    await pilot.pause()
    await pilot.pause()


def test_a_resize_keeps_the_place_and_too_small_says_so_and_waits(telegram: Scenario) -> None:
    asyncio.run(_resized(telegram))


async def _mouse(scenario: Scenario) -> None:
    app = app_at(None, scenario)
    async with running(app) as pilot:
        screen = walk_screen(app)
        await pilot.click("Footer", offset=(2, 0))
        await pilot.pause()
        assert screen.walk.index == 1 or screen.walk.beat is not Beat.PREDICT
        screen.go_to("send")
        await pilot.pause()
        place = screen.walk.index
        await pilot.click("Route", offset=(1, 0))
        await pilot.pause()
        assert screen.walk.index == 0 < place


def test_the_mouse_does_what_the_keys_do(telegram: Scenario) -> None:
    asyncio.run(_mouse(telegram))


async def _home(home: Path) -> None:
    app = app_at(home)
    async with running(app) as pilot:
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WalkScreen)
        await pilot.press("enter", "enter", "q")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "You stopped at" in shown(app)
        await pilot.press("n")
        await pilot.pause()
        assert walk_screen(app).walk.at_start


def test_home_opens_the_walk_says_where_it_stopped_and_begins_anew(tmp_path: Path) -> None:
    asyncio.run(_home(tmp_path))


async def _recorded(scenario: Scenario, file: Path) -> None:
    walk = Walk(scenario, Record(None))
    finish = record_to(walk, file)
    app = CablesimApp(Desk((), walk.record), walk)
    async with running(app) as pilot:
        await pilot.press("2", "1", "enter", "enter", "x", "w", "backspace")
        await pilot.pause()
    finish()


def test_a_walk_on_the_screen_is_recorded_and_runs_again(
    telegram: Scenario, tmp_path: Path
) -> None:
    asyncio.run(_recorded(telegram, tmp_path / "new.walk"))
    text = (tmp_path / "new.walk").read_text(encoding="utf-8")
    assert "answer 2" in text
    assert "recipient mao" in text
    perform(Walk(telegram, Record(None)), text)


async def _left_out(scenario: Scenario) -> None:
    app = app_at(None, scenario)
    async with running(app) as pilot:
        assert "a part is left out, see g" in shown(app)
        await pilot.press("g")
        await pilot.pause()
        assert "✗ Left out: glossary.toml:4:" in shown(app)


def test_a_broken_part_is_marked_on_the_screen(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", "WE AGREE.\n")
    (folder / "glossary.toml").write_text('format = 1\n[[term]]\nterm = "x"\ntxt = "y"\n', "utf-8")
    asyncio.run(_left_out(load(folder)))

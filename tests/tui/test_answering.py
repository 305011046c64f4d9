"""Exercises on the screen: what every key does, on the field and on the sheet."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from invented import with_notes
from screens import app_at, press, running, shown
from study import ID, Room, doing, exercise, find, said, session, write
from textual import events
from textual.widgets import Input, OptionList

from cablesim.lessons.attempts import Outcome, attempts_of
from cablesim.lessons.grid import Own
from cablesim.lessons.library import Library
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.scenario.loading import load
from cablesim.tui.screens.aids import LookupScreen
from cablesim.tui.screens.exercises import ExercisesScreen
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.figures import FigureGrid
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from pathlib import Path


async def _list(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x", *"zzzz")
        assert "No exercise has these words" in shown(app)
        await press(pilot, "enter", *["backspace"] * 4, "down", "down", "up", "enter")
        assert session(app).exercise.id == room.binder.scenario.exercises.exercises[1].id
        await write(pilot, "none")
        await press(pilot, "escape")
        options = app.screen.query_one(OptionList)
        assert "open" in str(options.get_option_at_index(1).prompt)
        await press(pilot, "escape", "x")
        assert app.screen.query_one(OptionList).highlighted == 1, "what was left open is at hand"


def test_the_list_is_found_in_by_typing_and_says_what_was_left_open(room: Room) -> None:
    asyncio.run(_list(room))


async def _titles(room: Room) -> None:
    app = room.app()
    async with running(app) as pilot:
        await press(pilot, "x", *"if no")
        await press(pilot, "enter")
        assert session(app).exercise.name == "If no report comes"


def test_words_of_a_title_are_found_before_those_of_a_kind_or_skill(room: Room) -> None:
    asyncio.run(_titles(room))


async def _pasted(room: Room, between: str) -> bool:
    async with doing(room, "take-pad-off") as (app, pilot):
        await write(pilot, between.join(session(app).drawn.variant.model().split()), "enter")
        assert "Right" in said(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ExercisesScreen), "Enter goes on, back to the list"
    return attempts_of(app.desk.record.events(ID))[0].solved


@pytest.mark.parametrize("between", ["", "\n", "-", " , "])
def test_a_whole_answer_is_pasted_however_it_is_grouped(room: Room, between: str) -> None:
    assert asyncio.run(_pasted(room, between))


async def _left(room: Room) -> None:
    async with doing(room, "encipher") as (_, pilot):
        await press(pilot, "f4", *"5338", "down", *"12", "ctrl+q")
    again = room.app()
    async with running(again) as pilot:
        await press(pilot)
        assert session(again).exercise.id == "encipher", "it opens at the same screen"
        assert again.screen.query_one(AnswerField).text == "____ 12"
        assert again.screen.query_one(FigureGrid).has_focus, "figures on the way stand on the sheet"
        grid = again.screen.query_one(FigureGrid).grid
        assert grid is not None
        assert grid.text(Own.NOTE) == "5338"
        await press(pilot, "escape")
        assert "type to find" in shown(again), "it leads back into its list"
        await press(pilot, "r")
        assert again.screen.query_one(Input).value == "r", "where letters are typed to find"
        await press(pilot, "escape")
        assert isinstance(again.screen, HomeScreen)
    third = room.app()
    async with running(third) as pilot:
        await press(pilot)
        assert isinstance(third.screen, HomeScreen), "who left by a key is not taken back"


def test_what_was_typed_is_there_at_the_same_screen_the_next_time(room: Room) -> None:
    asyncio.run(_left(room))


async def _own_folder(home: Path, folder: Path) -> None:
    app = app_at(home)
    Library().named(str(folder)).session(app.desk.record, "notes").sitting.type("note of")
    went(app.desk.record, Whereabouts(Spot.EXERCISE, folder.name, "notes"))
    app.desk.record.close()
    async with running(app_at(home)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await press(pilot)
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
    async with doing(room, "take-pad-off") as (app, pilot):
        right = session(app).drawn.variant.model()
        await press(pilot, "f4")
        app.post_message(events.Paste(right.replace(" ", "\n")))
        await press(pilot)
        assert app.screen.query_one(AnswerField).text == right
        await press(pilot, "home", "tab", "tab", "shift+tab", "delete", "d", "x")
        assert app.screen is exercise(app), "letters write nothing on the sheet"
        assert app.screen.query_one(AnswerField).text == f"{right[:5]}_{right[6:]}"
        await press(pilot, right[5], "end", "backspace", right[-1], "left", "right", "up", "down")
        assert app.screen.query_one(AnswerField).text == right
        await press(pilot, "plus", "enter")
        assert session(app).done


def test_the_sheet_does_what_hands_expect(room: Room) -> None:
    asyncio.run(_hands(room))


async def _kept_out(room: Room) -> None:
    async with doing(room, "take-pad-off") as (app, pilot):
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
    async with doing(room, "take-pad-off") as (app, pilot):
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
    async with doing(room, "find-group") as (app, pilot):
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
    async with doing(room, "two-clocks") as (app, pilot):
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
    async with doing(room, "add-pad") as (app, pilot):
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
    async with doing(room, "chaser") as (app, pilot):
        await press(pilot, "a", "enter", "b")
        assert app.screen.query_one(AnswerField).text == "a\nb"
        assert "F2 hand in" in shown(app), "Enter makes a new line here"
        await write(pilot, "A telegram would ask again whether it was received. " * 12, "f2")
        assert session(app).done
        assert "the program gives no mark for it" in said(app)


def test_a_long_answer_has_lines_and_is_handed_in_by_f2(room: Room) -> None:
    asyncio.run(_long(room))


async def _resized(room: Room) -> None:
    async with doing(room, "encipher", (60, 20)) as (app, pilot):
        await press(pilot, "f4", *"5338")
        for size in ((120, 40), (40, 10), (80, 24)):
            await pilot.resize_terminal(*size)
            await press(pilot)
        assert exercise(app).query_one(FigureGrid).grid is not None
        assert app.focused is app.screen.query_one(FigureGrid)
        assert "5338" in shown(app)


def test_a_resize_keeps_place_and_input(room: Room) -> None:
    asyncio.run(_resized(room))


async def _gap(room: Room) -> None:
    async with doing(room, "take-pad-off") as (app, pilot):
        right = session(app).drawn.variant.model()
        await press(pilot, "f4", "right", *right.replace(" ", "")[1:], "enter")
        assert "Still empty: book group, group 1, figure 1" in shown(app)
        assert not session(app).attempt.tries, "a sheet with a gap in it is no try"
        await press(pilot, "home", right[0], "enter")
        assert session(app).done


def test_a_gap_on_the_sheet_is_named_and_is_no_try(room: Room) -> None:
    asyncio.run(_gap(room))


async def _depth(room: Room) -> None:
    async with doing(room, "depth-longer") as (app, pilot):
        await press(pilot, "f4", *"1234", "down", *"56", "down", "home", "7")
        note = app.screen.query_one(FigureGrid).grid
        assert note is not None
        assert note.text(Own.NOTE) == "1234 / ____ 56 / 7"
        await press(pilot, "escape")
        await find(pilot, "depth-longer")
        assert app.screen.query_one(FigureGrid).display
        again = app.screen.query_one(FigureGrid).grid
        assert again is not None
        assert again.lines == note.lines, "what was worked on the way is kept"


def test_two_telegrams_in_depth_are_worked_on_three_rows_that_are_kept(room: Room) -> None:
    asyncio.run(_depth(room))


async def _past_the_end(room: Room) -> tuple[str, str, str]:
    async with doing(room, "take-pad-off") as (app, pilot):
        right = session(app).drawn.variant.model()
        await press(pilot, "f4", *"".join(right.split()))
        grid = app.screen.query_one(FigureGrid)
        last = "0" if right[-1] != "0" else "1"
        await press(pilot, last)
        assert grid.grid is not None
        kept, footer = grid.grid.text(Own.ANSWER), shown(app)
        await press(pilot, "left", "right", last)
        assert grid.grid is not None
        assert grid.grid.text(Own.ANSWER) == f"{right[:-1]}{last}", "who goes there may change it"
        return right, kept, footer


def test_a_full_row_says_so_and_its_last_figure_stays(room: Room) -> None:
    right, kept, footer = asyncio.run(_past_the_end(room))
    assert kept == right
    assert "The row is full" in footer


async def _pasted_wrong(room: Room) -> None:
    async with doing(room, "take-pad-off") as (app, pilot):
        right = session(app).drawn.variant.model()
        await press(pilot, "f4", "5")
        app.post_message(events.Paste(f"\u041e{right[1:]}"))
        await press(pilot)
        assert "cyrillic capital letter o" in shown(app)
        assert app.screen.query_one(AnswerField).text == "5", "nothing of it was taken"
        app.post_message(events.Paste(right))
        await press(pilot)
        assert app.screen.query_one(AnswerField).text == right, "a whole row begins at its start"


def test_what_is_no_row_of_figures_is_not_pasted_on_the_sheet(room: Room) -> None:
    asyncio.run(_pasted_wrong(room))


async def _footers(room: Room) -> tuple[str, str]:
    app = room.app()
    async with running(app) as pilot:
        home = shown(app).splitlines()[-1]
        await press(pilot, "x")
        await find(pilot, "take-pad-off")
        return home, shown(app).splitlines()[-1]


def test_the_footer_shows_keys_that_act_where_the_focus_is(room: Room) -> None:
    home, field = asyncio.run(_footers(room))
    assert "? help" in home
    assert "r review" in home
    assert "p progress" in home
    assert "F1 more" in field, "a question mark is written into the field"
    assert "?" not in field

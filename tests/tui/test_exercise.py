"""An exercise on the screen: what is written is kept, what is asked and said stays in sight."""

from __future__ import annotations

import asyncio
import re

import pytest
from screens import Size, press, shown, sizes
from study import Room, doing, find, helped, keys, said, session, write

from cablesim.lessons.acts import SelfMarked
from cablesim.lessons.grid import Own
from cablesim.lessons.record import Record
from cablesim.tui.screens.exercises import ExercisesScreen
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.figures import FigureGrid
from cablesim.tui.widgets.pane import Pane


async def _footer(room: Room, exercise: str, size: Size) -> str:
    async with doing(room, exercise, size) as (app, _):
        return shown(app).splitlines()[-1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60", "80"])
@pytest.mark.parametrize(
    ("exercise", "aid"),
    [("read-form", "F8 document"), ("how-known", "F8 document"), ("and read additive", "F4 sheet")],
)
def test_the_footer_shows_what_an_exercise_is_done_with_and_that_there_is_more(
    room: Room, exercise: str, aid: str, size: Size
) -> None:
    footer = asyncio.run(_footer(room, exercise, size))
    assert aid in footer
    assert footer.endswith("F1 more")


async def _put_off(room: Room) -> None:
    async with doing(room, "take-pad-off") as (app, pilot):
        await write(pilot, "1111 2222", "f7")
        assert isinstance(app.screen, ExercisesScreen)
        await press(pilot, "enter")
        assert session(app).attempt.about.number == 0
        assert app.screen.query_one(AnswerField).text == "1111 2222"
        await press(pilot, "f6")
        assert "F6 once more draws a fresh variant" in shown(app)
        await press(pilot, "3", "f6")
        assert session(app).attempt.about.number == 0, "what is typed takes the wish back"
        await press(pilot, "f6")
        assert session(app).attempt.about.number == 1
        await write(pilot, next(iter(session(app).drawn.variant.mistakes())).answer, "enter")
        await write(pilot, "1111", "f7")
        assert "F7 once more puts it off" in shown(app)
        await press(pilot, "f7")
        assert isinstance(app.screen, ExercisesScreen)


def test_what_is_written_is_never_put_off_or_left_behind_unasked(room: Room) -> None:
    asyncio.run(_put_off(room))


async def _beside_sheet(room: Room) -> None:
    async with doing(room, "and read additive") as (app, pilot):
        await press(pilot, "f4")
        field, grid = app.screen.query_one(AnswerField), app.screen.query_one(FigureGrid)
        assert grid.has_focus
        await press(pilot, *"15", "down", *"NI")
        assert (field.has_focus, field.text) == (True, "NI")
        await press(pilot, "up")
        assert grid.has_focus
        await press(pilot, "end", "tab")
        assert field.has_focus
        await press(pilot, "shift+tab")
        assert grid.has_focus
        await press(pilot, "n", "e")
        assert (field.has_focus, field.text) == (True, "NIne")
        await press(pilot, "enter")
        assert field.has_focus, "who wrote there goes on there"
        await press(pilot, "up", "ctrl+u")
        assert grid.grid is not None
        assert grid.grid.text(Own.NOTE) == ""
        await press(pilot, "escape")
        await find(pilot, "take-pad-off")
        await press(pilot, "f4", "k")
        assert "F4 goes back to free text" in shown(app)


def test_the_field_below_an_open_sheet_is_reached_and_no_letter_is_lost(room: Room) -> None:
    asyncio.run(_beside_sheet(room))


async def _again(room: Room) -> None:
    async with doing(room, "take-pad-off") as (app, pilot):
        field = app.screen.query_one(AnswerField)
        for wrong in [slip.answer for slip in session(app).drawn.variant.mistakes()][:2]:
            await write(pilot, wrong, "enter")
            assert field.selected_text == wrong
        await press(pilot, "left", "end", "9")
        assert field.text == f"{wrong}9", "arrows keep it"
        await write(pilot, wrong, "enter", "1")
        assert field.text == "1"
        await press(pilot, "enter", "2")
        assert field.text == "2", "what is refused is written over"
        await write(pilot, "1111", "enter", "2")
        assert field.text == "11112", "what is not whole is gone on with"


def test_a_wrong_answer_is_written_over_or_changed(room: Room) -> None:
    asyncio.run(_again(room))


async def _judged_or_refused(room: Room) -> list[str]:
    async with doing(room, "how-known") as (app, pilot):
        field = app.screen.query_one(AnswerField)
        kept = []
        for answer, *keys in (("D D D D D D D", "enter", "3"), ("Q9 !! 7", "enter")):
            await write(pilot, answer, *keys)
            kept.append(shown(app).splitlines()[-1])
            await press(pilot, "d", "e")
            kept.append(field.text)
        await press(pilot, "escape")
        await find(pilot, "take-pad-off")
        await write(pilot, "1111 ", "enter")
        kept.append(shown(app).splitlines()[-1])
        await press(pilot, "2")
        kept.append(app.screen.query_one(AnswerField).text)
        return kept


def test_what_was_judged_or_refused_is_written_over_and_the_footer_says_so(room: Room) -> None:
    said_judged, judged, said_refused, refused, said_on, on = asyncio.run(_judged_or_refused(room))
    assert (judged, refused, on) == ("de", "de", "1111 2")
    assert "Write it again (arrows keep it)" in said_judged
    assert "Write it again (arrows keep it)." in said_refused
    assert "Go on writing" in said_on


async def _nothing_written(room: Room) -> str:
    async with doing(room, "depth") as (app, pilot):
        assert session(app).exercise.try_first
        await press(pilot, "enter")
        return shown(app).splitlines()[-1]


def test_no_hint_is_offered_where_it_is_to_be_tried_first(room: Room) -> None:
    footer = asyncio.run(_nothing_written(room))
    assert "Nothing is written yet" in footer
    assert "F3 opens a hint" not in footer
    assert "Try it first" in footer


async def _small_window(room: Room) -> tuple[str, str]:
    async with doing(room, "how-known") as (app, pilot):
        await write(pilot, "DEOEIDO", "enter")
        asked = shown(app)
        await press(pilot, "3")
        return asked, shown(app)


def test_ones_own_answer_and_then_the_first_reason_are_in_sight(room: Room) -> None:
    asked, judged = asyncio.run(_small_window(room))
    assert "Your answer: DEOEIDO" in asked
    headline = judged.index("Not yet")
    assert "✗" in judged[headline + 8 :].split("\n")[1], "its first reason stands below it"


FORM = "Beijing; Sent 03:15; Filippov [Stalin]; two for Stalin, Molotov; -"


async def _form(room: Room) -> str:
    async with doing(room, "read-form") as (app, pilot):
        await write(pilot, FORM, "enter", "enter")
        return app.screen.query_one("#said", Pane).text


def test_all_reasons_stand_together_before_what_was_read(room: Room) -> None:
    text = asyncio.run(_form(room))
    before, table, after = text.partition("I read:")
    assert table
    assert [line[:2] for line in before.splitlines() if line.startswith("✗")][1:] == [
        "✗1",
        "✗3",
        "✗4",
    ]
    assert not re.search(r"✗\d \w", after), "below the signs of the table stands no reason"


async def _question_alone(room: Room) -> str:
    async with doing(room, "how-known") as (app, pilot):
        await write(pilot, "D D D D D D", "enter")
        assert "This did not count as a try" in said(app)
        await write(pilot, "D D D D D D D", "enter")
        return said(app)


def test_how_sure_an_answer_is_is_asked_without_what_was_said_to_another(room: Room) -> None:
    text = asyncio.run(_question_alone(room))
    assert "how sure are you" in text
    assert "This did not count as a try" not in text


async def _in_sight(room: Room, size: Size) -> list[str]:
    async with doing(room, "take-pad-off", size) as (app, pilot):
        seen = []
        for wrong in [slip.answer for slip in session(app).drawn.variant.mistakes()][:2]:
            await write(pilot, wrong, "enter")
            seen.append(shown(app))
            await press(pilot, "f3")
            seen.append(shown(app))
        return seen


@sizes
def test_the_figures_stay_in_sight_whatever_is_said(room: Room, size: Size) -> None:
    wrong, hint, _, again = asyncio.run(_in_sight(room, size))
    assert "Not yet" in wrong
    for text in (wrong, hint, again):
        assert "9542 5744 6726 0693" in text
        assert "8611 7509" in text
    assert "Hint 1" in hint
    assert "Hint 2" in again


async def _paged(room: Room) -> None:
    async with doing(room, "how-known", (60, 20)) as (app, pilot):
        await write(pilot, "DDDDDDD", "enter", "enter")
        question, told = (
            app.screen.query_one("#question", Pane),
            app.screen.query_one("#said", Pane),
        )
        assert "PgDn" in str(told.border_subtitle)
        assert "PgDn" not in str(question.border_subtitle)
        while told.below > 0:
            await press(pilot, "pagedown")
        assert "PgDn" in str(question.border_subtitle)
        while question.below > 0:
            await press(pilot, "pagedown")
        assert "PgUp" in str(question.border_subtitle)
        await press(pilot, *["pageup"] * 9)
        assert question.scroll_offset.y == told.scroll_offset.y == 0


def test_page_keys_show_the_whole_of_both_texts_and_the_borders_name_them(room: Room) -> None:
    asyncio.run(_paged(room))


async def _how_sure(room: Room) -> None:
    async with doing(room, "how-known", (80, 24)) as (app, pilot):
        assert "1 2 3" not in await helped(app, pilot), "figures are written in the field"
        for answer in ("DDDDDDD", "DDDDDDE"):
            await write(pilot, answer, "enter")
            assert "1 sure  2 fairly sure  3 guessing  ⏎ without  Esc back" in keys(app)
            text = await helped(app, pilot)
            assert "Say how sure you are" in text
            assert "Hand in the answer" not in text
            await press(pilot, "escape")
            assert "⏎ hand in" in keys(app)
            await press(pilot, "enter", "3")
            assert "Write it again" in keys(app)
        await press(pilot, "D")
        assert "⏎ hand in" in keys(app), "what was said makes room for the keys"


def test_while_it_is_asked_how_sure_footer_and_help_name_the_keys_of_that_question(
    room: Room,
) -> None:
    asyncio.run(_how_sure(room))


async def _which_rule(room: Room) -> None:
    async with doing(room, "add-pad", (80, 24)) as (app, pilot):
        assert "1 first  2 second  3 third  ⏎ show it" in keys(app)
        assert "4" not in keys(app).split()
        text = await helped(app, pilot)
        assert "Say which rule was used" in text
        assert "Hand in the answer" not in text
        await press(pilot, "4")
        assert "✓" not in said(app), "there are three"
        await press(pilot, "f4")
        assert "This question comes first; a sheet comes with the answer." in shown(app)
        await press(pilot, "2")
        assert "✓" in said(app)
        text = await helped(app, pilot)
        assert "Say which rule was used" not in text
        assert "Open a hint" not in text
        await press(pilot, "enter")
        assert "⏎ hand in" in keys(app)


def test_while_the_rule_is_asked_for_footer_and_help_name_the_keys_of_that_question(
    room: Room,
) -> None:
    asyncio.run(_which_rule(room))


WORDS = " ".join(f"word{number}" for number in range(70))


async def _own_marks(room: Room, size: Size) -> None:
    async with doing(room, "unknowns", size) as (app, pilot):
        assert "Enter F2" not in await helped(app, pilot), "in a long answer Enter ends a line"
        await write(pilot, WORDS, "f2")
        assert "0 of 2  1 of 2  2 of 2  ⏎ pass over" in keys(app)
        assert "1 of 3, 2 points" in shown(app)
        assert "Give yourself so many points" in await helped(app, pilot)
        await press(pilot, "3")
        assert not session(app).attempt.own, "there are two points"
        await press(pilot, "2", "1", "2")
        assert [(own.part, own.points) for own in session(app).attempt.own] == [
            (1, 2.0),
            (2, 1.0),
            (3, 2.0),
        ]
        assert "by your own marks 5 of 6" in " ".join(shown(app).split())
        assert "Enter goes on" in keys(app)
        await press(pilot, "enter")
        assert "handed in, by your own marks 5 of 6 (self-reported)" in (
            " ".join(shown(app).replace("│", " ").split())
        )
        assert "0 of 48 solved, 1 handed in" in " ".join(shown(app).split())
        await press(pilot, "escape")
        assert "1 exercise handed in." in shown(app)
        assert "solved" not in shown(app)
        await press(pilot, "p")
        text = said(app)
        assert "1 of 48 done, 1 of them handed in" in text
        assert "1 of 8          1 handed in" in text
        assert "is handed in, by your own marks 5 of 6 (self-reported)" in text
        assert "● you seem to have it" not in text


@sizes
def test_what_is_handed_in_may_be_marked_by_oneself_and_is_never_solved(
    room: Room, size: Size
) -> None:
    asyncio.run(_own_marks(room, size))


async def _passed_over(room: Room) -> None:
    async with doing(room, "unknowns") as (app, pilot):
        await write(pilot, WORDS, "f2", "2", "enter")
        assert session(app).attempt.own == (SelfMarked(1, 3, 2.0, 2.0),)
        assert "Enter goes on" in keys(app)
        assert "own marks" not in said(app)
        await press(pilot, "enter")
        assert "handed in" in shown(app)
        assert "own marks" not in shown(app), "half a rubric is no sum"
        await press(pilot, "enter")
        assert "1 of 2  2 of 2  ⏎ pass over" in keys(app), "the rest comes back"
        assert "2 of 3, 2 points" in shown(app)
        await press(pilot, "1", "2")
        assert "by your own marks 5 of 6" in " ".join(shown(app).split())


def test_ones_own_marks_are_passed_over_with_one_key(room: Room) -> None:
    asyncio.run(_passed_over(room))


async def _come_back_to(room: Room) -> None:
    async with doing(room, "unknowns") as (app, pilot):
        await write(pilot, "A register", "escape")
        await press(pilot, "escape", "p")
        assert "Left open: “Three more documents”, unknowns, variant 0" in said(app)
        assert "(cablesim " not in said(app), "on the screen nothing is typed at a terminal"
        await press(pilot, "f1")
        other = Record(room.home / "record.sqlite")
        room.binder.session(other, "unknowns").answer(WORDS)
        await press(pilot, "escape")
        assert "1 of 48 done, 1 of them handed in" in said(app)


def test_progress_is_counted_anew_when_it_is_come_back_to(room: Room) -> None:
    asyncio.run(_come_back_to(room))

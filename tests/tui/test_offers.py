"""What the screen of an exercise offers: a hint at its price, another form where there is one."""

from __future__ import annotations

import asyncio

import pytest
from screens import Size, press, shown, sizes
from study import Room, doing, helped, keys, session, write


async def _priced(room: Room, size: Size) -> None:
    async with doing(room, "take-pad-off", size) as (app, pilot):
        assert "F3 hint −10%" in keys(app)
        assert "A hint takes 10% off the points." in " ".join((await helped(app, pilot)).split())
        await press(pilot, "enter")
        assert "F3 opens a hint (10% of the points)" in " ".join(keys(app).split())
        for slip in list(session(app).drawn.variant.mistakes())[:3]:
            await write(pilot, slip.answer, "enter")
            if session(app).no_help:
                break
            assert "or F3 opens a hint, −10%." in keys(app)
            await press(pilot, "f3")
        assert len(session(app).opened) == len(session(app).exercise.hints)
        await press(pilot, "left")
        assert "−10%" not in keys(app), "there is no hint left to be paid for"


@sizes
def test_what_a_hint_costs_is_said_before_it_is_opened(room: Room, size: Size) -> None:
    asyncio.run(_priced(room, size))


async def _free(room: Room) -> None:
    async with doing(room, "unknowns", (80, 24)) as (app, pilot):
        assert "F3 hint  " in keys(app)
        assert "off the points" not in await helped(app, pilot)
        await press(pilot, "f2")
        assert "F3 opens a hint, F5 the answer." in keys(app)


def test_nothing_is_said_of_a_cost_where_a_hint_has_none(room: Room) -> None:
    asyncio.run(_free(room))


async def _one_form(room: Room, exercise: str) -> list[str]:
    async with doing(room, exercise, (120, 40)) as (app, pilot):
        before = session(app).attempt.about.number
        kept = [keys(app), await helped(app, pilot)]
        await press(pilot, "f5", "f5")
        kept.append(keys(app))
        await press(pilot, "f6")
        kept += [keys(app), str(session(app).attempt.about.number - before)]
        return kept


@pytest.mark.parametrize("exercise", ["read-form", "copies", "unknowns"])
def test_another_form_is_offered_only_where_there_is_one(room: Room, exercise: str) -> None:
    footer, help_, on, pressed, further = asyncio.run(_one_form(room, exercise))
    assert "F6" not in footer
    assert "fresh variant" not in help_
    assert on.strip() == "Enter goes on."
    assert pressed.strip() == "This exercise has no other form."
    assert further == "0"


def test_where_there_is_another_form_it_is_offered_and_drawn(room: Room) -> None:
    footer, help_, on, _, further = asyncio.run(_one_form(room, "take-pad-off"))
    assert "F6 fresh" in footer
    assert "Go on with a fresh variant." in help_
    assert on.strip() == "Enter goes on; F6 does a fresh variant."
    assert further == "1"


async def _left_as_it_is(room: Room) -> str:
    async with doing(room, "copies", (80, 24)) as (app, pilot):
        await write(pilot, "two", "f6", "f6")
        assert session(app).sitting.draft == "two"
        assert session(app).attempt.about.number == 0
        return shown(app)


def test_a_key_without_another_form_takes_nothing_away(room: Room) -> None:
    assert "no other form" in asyncio.run(_left_as_it_is(room))

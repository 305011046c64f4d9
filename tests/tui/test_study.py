"""First run, exercises, lessons: how they look."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from screens import Size, press, running, shown, sizes
from study import Room, find, session, write

from cablesim.lessons.whereabouts import SETTINGS, THEME

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


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
        await press(pilot, "right", "right", "f2")
        seen["lesson-example"] = shown(app)
        await press(pilot, *"9999", "enter", "0", "enter")
        seen["lesson-uncovered"] = shown(app)
        await press(pilot, "f2")
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


async def _chosen(room: Room, *themes: str) -> list[str]:
    app = room.app()
    async with running(app) as pilot:
        for theme in themes:
            app.theme = theme
            await pilot.pause()
    return [each.detail["name"] for each in app.desk.record.of(SETTINGS) if each.kind == THEME]


def test_a_theme_is_kept_only_where_somebody_chose_it(room: Room) -> None:
    assert not asyncio.run(_chosen(room))
    assert asyncio.run(_chosen(room, "cable-light", "cable-dark")) == ["cable-light", "cable-dark"]

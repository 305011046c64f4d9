"""The screens that a command opens; whatever is wrong is told before a screen is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from cablesim.lessons.wish import Door, Wish

if TYPE_CHECKING:
    from textual.screen import Screen

    from cablesim.tui.desk import Desk


def opening(desk: Desk, wish: Wish) -> Callable[[], Screen[None]]:
    """Load what was asked for, and return what makes its screen."""
    match wish.door:
        case Door.EXERCISES:
            return _exercises(desk, wish)
        case Door.LESSONS:
            return _lessons(desk, wish)
        case Door.REVIEW:
            from cablesim.lessons.catalogue import catalogue_at_hand

            books = catalogue_at_hand(desk.record.events())

            def review() -> Screen[None]:
                from cablesim.tui.screens.review import ReviewScreen

                return ReviewScreen(desk, books)

            return review
        case Door.PROGRESS:
            from cablesim.lessons.report import account_at_hand

            standing = account_at_hand(desk.record.events())

            def progress() -> Screen[None]:
                from cablesim.tui.screens.progress import ProgressScreen

                return ProgressScreen(desk, standing)

            return progress
        case None:
            raise ValueError("a wish without a door opens at home")
        case _:
            assert_never(wish.door)


def _exercises(desk: Desk, wish: Wish) -> Callable[[], Screen[None]]:
    """Return what makes the list of exercises, or one of them."""
    binder = desk.library.named(wish.scenario or "")
    if not wish.item:

        def listed() -> Screen[None]:
            from cablesim.tui.screens.exercises import ExercisesScreen

            return ExercisesScreen(desk, binder)

        return listed
    session = binder.session(desk.record, wish.item)

    def one() -> Screen[None]:
        from cablesim.tui.screens.exercise import ExerciseScreen

        return ExerciseScreen(session)

    return one


def _lessons(desk: Desk, wish: Wish) -> Callable[[], Screen[None]]:
    """Return what makes the list of lessons, or one of them."""
    course = desk.library.course(wish.scenario or "")
    lesson = course.lesson(wish.item) if wish.item else None

    def screen() -> Screen[None]:
        if lesson is None:
            from cablesim.tui.screens.lessons import LessonsScreen

            return LessonsScreen(desk, course)
        from cablesim.tui.screens.lesson import LessonScreen

        return LessonScreen(desk, course, lesson)

    return screen

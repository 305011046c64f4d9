"""What opens over home by itself: the first run for somebody new, or what was cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablesim.errors import CablesimError
from cablesim.lessons.folders import kept_folders
from cablesim.lessons.whereabouts import Spot, Whereabouts, is_new, where

if TYPE_CHECKING:
    from textual.screen import Screen

    from cablesim.tui.desk import Desk
    from cablesim.tui.screens.home import HomeScreen


def resume(home: HomeScreen, desk: Desk) -> None:
    """Open over home what a learner was at; nothing where that was home."""
    if is_new(desk.record):
        from cablesim.tui.screens.first import FirstScreen

        home.app.push_screen(FirstScreen(), home.begin)
        return
    there = where(desk.record)
    match there.spot:
        case Spot.HOME:
            pass
        case Spot.REVIEW:
            from cablesim.tui.screens.review import open_review

            open_review(home, desk, going_on=bool(there.asked))
        case Spot.EXERCISE | Spot.LESSON | Spot.CHECK:
            _load(home, desk, there)


def _load(home: HomeScreen, desk: Desk, there: Whereabouts) -> None:
    """Load the scenario or course of a screen, then open it; what is gone meanwhile is left."""
    from cablesim.tui.screens.loading import load_then

    name = _name(desk, there)

    def load() -> bool:
        try:
            if there.spot in {Spot.LESSON, Spot.CHECK}:
                desk.library.course(name)
            else:
                desk.library.named(name)
        except CablesimError:
            return False
        return True

    def show(found: bool) -> None:  # noqa: FBT001 - what `load` returned.
        for screen in _screens(desk, there) if found else ():
            home.app.push_screen(screen)

    load_then(home, load, show, "what you were at")


def _name(desk: Desk, there: Whereabouts) -> str:
    """Return the name by which a scenario or course is found: its id, or its folder."""
    kept = kept_folders(desk.record.events(there.scenario)).get(there.scenario)
    return there.scenario if kept is None else str(kept)


def _screens(desk: Desk, there: Whereabouts) -> tuple[Screen[None], ...]:
    """Return the screens that were cut off, the lowest first; none where nothing is to go on."""
    if there.spot is Spot.EXERCISE:
        return _exercise(desk, there)
    course = desk.library.course(_name(desk, there))
    lesson = course.lesson(there.item)
    if lesson is None:
        return ()
    if there.spot is Spot.CHECK:
        from cablesim.tui.screens.knowing import CheckScreen

        return (CheckScreen(desk, course, lesson, cut_off=True, asked=bool(there.asked)),)
    from cablesim.tui.screens.lesson import LessonScreen

    return (LessonScreen(desk, course, lesson, cut_off=there),)


def _exercise(desk: Desk, there: Whereabouts) -> tuple[Screen[None], ...]:
    """Return an exercise that was cut off over the list that it stands in; none that is done."""
    from cablesim.lessons.attempts import attempts_of, resumed
    from cablesim.tui.screens.exercise import ExerciseScreen
    from cablesim.tui.screens.exercises import ExercisesScreen

    attempts = attempts_of(desk.record.events(there.scenario))
    if resumed(attempts, (there.scenario, there.item)) is None:
        return ()
    try:
        binder = desk.library.named(_name(desk, there))
        session = binder.session(desk.record, there.item)
    except CablesimError:
        return ()
    return ExercisesScreen(desk, binder), ExerciseScreen(session)

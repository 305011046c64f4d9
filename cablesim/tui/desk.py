"""What the screen works with: the scenarios at hand, the learner's record, open walks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cablesim.lessons.attempts import attempts_of, done_exercises, handed_in, name_of
from cablesim.lessons.entry import Entry
from cablesim.lessons.library import Library
from cablesim.lessons.progress import walked
from cablesim.lessons.record import Record
from cablesim.lessons.whereabouts import SETTINGS, THEME
from cablesim.scenario.listing import Card
from cablesim.text.visible import visible_line

if TYPE_CHECKING:
    from cablesim.lessons.bench import Bench
    from cablesim.lessons.walk import Walk
    from cablesim.scenario.choices import Choices

BENCH = "bench"
NEW = "New to you. Enter begins."
# The last section of a lesson, without loading the course.
END = "next"


def done_line(solved: int, waiting: int) -> str:
    """Return how many exercises are solved and how many handed in; nothing where none is.

    >>> done_line(1, 2), done_line(0, 1)
    ('1 exercise solved, 2 handed in. ', '1 exercise handed in. ')
    """
    first = solved or waiting
    if not first:
        return ""
    more = f", {waiting} handed in" if solved and waiting else ""
    word = "solved" if solved else "handed in"
    return f"{first} exercise{'s' * (first != 1)} {word}{more}. "


def begun_line(count: int) -> str:
    """Return how many exercises were begun and not done; nothing where none was."""
    return f"{count} exercise{'s' * (count != 1)} begun. " if count else ""


def _lessons(folder: Path) -> dict[str, str]:
    """Return number and title of each lesson by id, from the head of its course."""
    from cablesim.scenario.finding import ScenarioError
    from cablesim.scenario.places import COURSE_HEAD
    from cablesim.scenario.reading import read_folder
    from cablesim.scenario.toml import read_toml

    try:
        head = read_toml(read_folder(folder, (COURSE_HEAD,)).text(COURSE_HEAD), COURSE_HEAD)
    except ScenarioError:
        return {}
    lessons = head.get("lesson")
    return {
        str(lesson.get("id")): f"lesson {number}, {visible_line(str(lesson.get('title', '')))}"
        for number, lesson in enumerate(lessons if isinstance(lessons, list) else (), 1)
        if isinstance(lesson, dict)
    }


def _goes_on(folder: Path, at: str, beat: str, count: str) -> str:
    """Say where a course was left and which keys go on; a lesson read to its end leads on."""
    named = _lessons(folder)
    where = named.get(at, at)
    if beat != END:
        return f"you stopped at {where}. {count}l, then Enter, goes on there."
    ids = list(named)
    following = ids[ids.index(at) + 1 :] if at in ids else []
    if following:
        return f"you have read {where}. {count}l, then Enter, goes on to {named[following[0]]}."
    return f"you have read {where}, the last. {count}l opens its lessons."


class Desk:
    """The scenarios and the record; a scenario is loaded when it is first opened."""

    def __init__(self, cards: tuple[Card, ...], record: Record) -> None:
        self.cards = cards
        self.record = record
        self.library = Library()

    def stopped_at(self, scenario: str) -> str:
        """Say where the walker stopped, without loading the scenario."""
        progress = walked(self.record.of(scenario))
        attempts = attempts_of(self.record.events(scenario))
        waiting = len(handed_in(attempts))
        done = done_exercises(attempts)
        count = done_line(len(done) - waiting, waiting)
        if progress.page:
            return f"{count}You stopped at: {progress.page}. Enter goes on there, n begins anew."
        # What was merely looked at is not begun, and what is done or handed in is told already.
        begun = {name_of(each) for each in attempts if each.begun_work or each.judged} - done
        count = count or begun_line(len(begun))
        return f"{count}The walk is new to you. Enter begins." if count else NEW

    def course_stands(self) -> str:
        """Say where the course stands and how it goes on, without loading it; nothing if new."""
        from cablesim.scenario.places import course_folders

        for folder in course_folders()[:1]:
            events = self.record.events(folder.name)
            went = walked(self.record.of(folder.name))
            at = went.page
            attempts = attempts_of(events)
            waiting = len(handed_in(attempts))
            count = done_line(len(done_exercises(attempts)) - waiting, waiting)
            if at:
                return f"The course: {_goes_on(folder, at, went.beat, count)}"
            if count:
                return f"The course: {count}l opens its lessons."
        return ""

    def walk(self, path: Path, choices: Choices | None = None) -> Walk:
        """Load a scenario and return the walk in it, where it was left."""
        from cablesim.lessons.folders import keep_folder
        from cablesim.lessons.places import checked_marks
        from cablesim.lessons.walk import Walk
        from cablesim.scenario.loading import load

        scenario = load(path, checked_marks())
        keep_folder(self.record, scenario, path)
        return Walk(scenario, self.record, choices=choices)

    def bench(self, system: str) -> Bench:
        """Return the bench of a system as it was left; an empty one where it never was."""
        from cablesim.lessons.bench import Bench, kept_bench

        entries = self.record.of(SETTINGS)
        left = [entry.detail for entry in entries if entry.kind == BENCH]
        mine = [detail for detail in left if detail.get("system") == system]
        return kept_bench(mine[-1]) if mine else Bench(system)

    def keep_bench(self, bench: Bench) -> None:
        """Keep a bench as it is left."""
        if bench != self.bench(bench.system):
            self.record.add(Entry(SETTINGS, "", BENCH, bench.kept()))

    def theme(self) -> str:
        """Return the theme that was chosen last, or the empty text."""
        entries = self.record.of(SETTINGS)
        chosen = [entry.detail.get("name", "") for entry in entries if entry.kind == THEME]
        return chosen[-1] if chosen else ""

    def keep_theme(self, name: str, usual: str) -> None:
        """Keep a chosen theme; the usual one is kept only where another was chosen before."""
        if name != (self.theme() or usual):
            self.record.add(Entry(SETTINGS, "", THEME, {"name": name}))

"""The record in words and as data: the account, the steps one by one, what was forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from pathlib import Path

from cablesim.lessons.account import Account, ScenarioAccount, SkillAccount, account_of
from cablesim.lessons.attempts import Attempt, attempts_of, name_of
from cablesim.lessons.catalogue import catalogue_at_hand
from cablesim.lessons.days import calendar, clock_behind, doubts
from cablesim.lessons.entry import Event, now
from cablesim.lessons.export import Json
from cablesim.lessons.folders import LAY_IN, kept_folders, lost_line
from cablesim.lessons.ownmarks import handed_in_words, own_marks
from cablesim.lessons.record import Record
from cablesim.lessons.schedule import A_DAY, Due
from cablesim.lessons.walk import Walk
from cablesim.lessons.whereabouts import SETTINGS
from cablesim.scenario.scenario import Scenario
from cablesim.text.visible import visible_line

FORMAT = 1
LONGEST_VALUE = 160


@dataclass(frozen=True, slots=True)
class Named:
    """A scenario or course as it is at hand: its title, the pages of its walk or its lessons."""

    title: str
    pages: tuple[str, ...]
    course: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """An account, what is at hand of its scenarios, and in which folders those of one's own lay.

    `clock` is what is to be said of a clock that is behind the record, or nothing.
    """

    account: Account
    at_hand: dict[str, Named]
    lay_in: dict[str, Path] = field(default_factory=dict)
    titles: dict[tuple[str, str], str] = field(default_factory=dict)
    clock: str = ""


def account_at_hand(events: Sequence[Event], at: str = "", zone: tzinfo | None = None) -> Standing:
    """Return where the learner stands among the scenarios and exercises at hand."""
    moments, present = [event.believed for event in events], at or now()
    today = calendar([*moments, present], zone).today
    catalogue = catalogue_at_hand(events)
    tasks = catalogue.tasks()
    account = account_of(events, attempts_of(events, zone), tasks, today)
    at_hand = {scenario.id: _named(scenario) for scenario in catalogue.scenarios}
    titles = {task.name: task.title for task in tasks}
    clock = clock_behind(moments, present, zone)
    return Standing(account, at_hand, kept_folders(events), titles, clock)


def _named(scenario: Scenario) -> Named:
    """Return title and walk pages of a scenario, or title and lessons of a course."""
    if scenario.lessons:
        return Named(scenario.title, scenario.lessons, course=True)
    pages = Walk(scenario, Record(None)).pages
    return Named(scenario.title, tuple(page.id for page in pages))


def account_lines(standing: Standing, *, commands: bool = True) -> Iterator[str]:
    """Return where the learner stands in lines, with or without `commands` to be typed.

    What is due today comes first, in the first line, and what was left open last.
    """
    account = standing.account
    if not account.scenarios:
        yield "There is nothing on your record yet. To begin: cablesim"
        return
    count = len(account.review)
    how = " (cablesim review)" if commands and count else ""
    yield f"Review today: {count} of at most {A_DAY}{how}"
    if standing.clock:
        yield standing.clock
    for scenario in account.scenarios:
        named = standing.at_hand.get(scenario.scenario)
        yield f"{named.title} ({scenario.scenario})" if named else scenario.scenario
        lay_in = standing.lay_in.get(scenario.scenario)
        if lay_in is not None and named is None:
            yield f"  {lost_line(scenario.scenario, lay_in)}"
        course = named is not None and named.course
        seen = f"walk: {_pages(scenario.seen, named)} pages seen"
        yield f"  {_lessons(scenario, named) if course else seen}"
        if scenario.exercises.done or scenario.exercises.of:
            unmarked = _unmarked(scenario.handed_in)
            yield f"  exercises: {scenario.exercises} done{unmarked}{_due(scenario.due)}"
        for attempt in scenario.handed_in:
            title = standing.titles.get(name_of(attempt), attempt.about.exercise)
            yield f"  “{visible_line(title)}” is {handed_in_words(attempt)}"
    if account.skills:
        yield "Skills"
    for skill in account.skills:
        done = f"{skill.exercises} done{_unmarked(skill.handed_in)}"
        yield f"  {skill.skill}: {done}{_due(skill.due)}{_mastered(skill)}"
    yield from _open_lines(standing)


def _open_lines(standing: Standing) -> Iterator[str]:
    """Return what was left open: what holds some work by name, what was only looked at counted."""
    begun = [attempt for attempt in standing.account.open if attempt.begun_work]
    yield from (_open_line(standing, attempt) for attempt in begun)
    looked = len(standing.account.open) - len(begun)
    if looked:
        too = " too" * bool(begun)
        yield f"Opened{too}, nothing done in it yet: {looked} exercise{'s' * (looked > 1)}"


def _open_line(standing: Standing, attempt: Attempt) -> str:
    """Return an exercise that was left open in a line."""
    about = attempt.about
    titled = standing.titles.get(name_of(attempt), "")
    called = f"“{visible_line(titled)}”, {about.exercise}" if titled else about.exercise
    return f"Left open: {called}, variant {about.number} ({about.scenario})"


def _pages(seen: frozenset[str], named: Named | None) -> str:
    """Return how many pages of a walk were seen, of how many where that is known."""
    if named is None:
        return str(len(seen))
    return f"{len(seen & set(named.pages))} of {len(named.pages)}"


def _lessons(scenario: ScenarioAccount, named: Named | None) -> str:
    """Return how many lessons of a course were read to their end, and how many only begun."""
    read = _pages(scenario.read, named)
    begun = len(scenario.seen - scenario.read)
    more = f", {begun}{' more' * bool(scenario.read)} begun" if begun else ""
    return f"lessons: {read} read{more}"


def _unmarked(handed_in: Sequence[Attempt]) -> str:
    """Return how many of the exercises done are handed in, and so not solved."""
    count = len(handed_in)
    return f", {count} of them handed in" if count else ""


def _due(count: int) -> str:
    """Return how many are due, if any."""
    return f", {count} due" if count else ""


def _mastered(skill: SkillAccount) -> str:
    """Return the signal of mastery in words, or nothing."""
    if not skill.mastery.signal:
        return ""
    return f", the last {skill.mastery.in_a_row} fresh variants right at once: you seem to have it"


def account_json(standing: Standing) -> dict[str, Json]:
    """Return where the learner stands as data."""
    account = standing.account
    return {
        "format": FORMAT,
        "scenarios": [
            {
                "scenario": scenario.scenario,
                "title": named.title if named else None,
                "pages_seen": len(scenario.seen & set(named.pages) if named else scenario.seen),
                "pages": len(named.pages) if named else None,
                "lessons_read": len(scenario.read) if named and named.course else None,
                "done": scenario.exercises.done,
                "of": scenario.exercises.of,
                "due": scenario.due,
                "handed_in": [_handed_in(attempt) for attempt in scenario.handed_in],
            }
            for scenario in account.scenarios
            for named in (standing.at_hand.get(scenario.scenario),)
        ],
        "skills": [
            {
                "skill": skill.skill,
                "done": skill.exercises.done,
                "of": skill.exercises.of,
                "due": skill.due,
                "judged": skill.mastery.judged,
                "in_a_row": skill.mastery.in_a_row,
                "mastery": skill.mastery.signal,
                "handed_in": [_handed_in(attempt) for attempt in skill.handed_in],
            }
            for skill in account.skills
        ],
        "review": [due_json(due) for due in account.review],
        "left": None if account.left is None else _left(account.left),
        "open": [_left(attempt) for attempt in account.open],
    }


def _handed_in(attempt: Attempt) -> dict[str, Json]:
    """Return what was handed in; the learner's own marks, where there are, are self-reported."""
    own = own_marks(attempt)
    marks: Json = None if own is None else {"points": own.points, "of": own.most}
    return {"exercise": attempt.about.exercise, "self_reported": marks}


def _left(attempt: Attempt) -> dict[str, Json]:
    """Return the attempt that was left open."""
    about = attempt.about
    return {
        "scenario": about.scenario,
        "exercise": about.exercise,
        "number": about.number,
        "student": about.student,
    }


def due_json(due: Due) -> dict[str, Json]:
    """Return an item of the review as data."""
    return {
        "scenario": due.task.scenario,
        "exercise": due.task.exercise,
        "title": due.task.title,
        "skill": due.task.skill,
        "number": due.number,
        "due": date.fromordinal(due.day).isoformat(),
        "sure_and_wrong": due.sure_and_wrong,
    }


def event_lines(events: Sequence[Event], present: str = "") -> Iterator[str]:
    """Return every step in a line; a moment that cannot be right is marked."""
    marks = doubts((event.at for event in events), present or now())
    for event, doubt in zip(events, marks, strict=True):
        wrong = f" ({doubt})" if doubt else ""
        entry = event.entry
        where = " ".join(filter(None, (entry.scenario, entry.version)))
        what = ", ".join(f"{name} {_short(text)}" for name, text in entry.detail.items() if text)
        yield f"{event.at}{wrong} {where}: {entry.kind}{': ' if what else ''}{what}"


def _short(text: str) -> str:
    """Return a text in quotes on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= LONGEST_VALUE else f"'{line[:LONGEST_VALUE]}' ..."


def removal_lines(events: Iterable[Event]) -> Iterator[str]:
    """Return what was forgotten, counted by exercise; steps of a walk are counted together."""
    counts = Counter(
        (event.entry.scenario, event.entry.detail.get("exercise", ""))
        for event in events
        if event.entry.scenario and event.entry.kind != LAY_IN
    )
    for (scenario, exercise), count in sorted(counts.items()):
        walk = "what the program keeps of itself" if scenario == SETTINGS else "the walk"
        what = f"exercise {exercise}" if exercise else walk
        yield f"  {scenario}, {what}: {count}"

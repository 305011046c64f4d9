"""What is done, due and seems mastered, by scenario and by skill: counts, and nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cablesim.lessons.acts import KINDS
from cablesim.lessons.attempts import Attempt, done_exercises, handed_in, name_of, open_attempts
from cablesim.lessons.entry import Event
from cablesim.lessons.mastery import Mastery, mastery_of, recorded_skill
from cablesim.lessons.progress import StepKind
from cablesim.lessons.schedule import Due, Task, comes_back, todays
from cablesim.scenario.course import Section

# What is kept of themes, desks and screens is no study of a scenario.
_STUDY = KINDS | set(StepKind)
_Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """How many are done of how many; `of` is None where nobody can say."""

    done: int
    of: int | None

    def __str__(self) -> str:
        return str(self.done) if self.of is None else f"{self.done} of {self.of}"


@dataclass(frozen=True, slots=True)
class ScenarioAccount:
    """A scenario on the record: walk pages seen, lessons read to their end, exercises done and due.

    `handed_in` are those of the exercises done that no program marks, as they were handed in.
    """

    scenario: str
    seen: frozenset[str]
    read: frozenset[str]
    exercises: Count
    due: int
    handed_in: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillAccount:
    """A skill: exercises done and due, whether it seems mastered, and what was `handed_in`."""

    skill: str
    exercises: Count
    due: int
    mastery: Mastery
    handed_in: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The whole record as counts; `open` is what was left, the last first, `review` is today's."""

    scenarios: tuple[ScenarioAccount, ...]
    skills: tuple[SkillAccount, ...]
    review: tuple[Due, ...]
    open: tuple[Attempt, ...]

    @property
    def left(self) -> Attempt | None:
        """Where an exercise was left last."""
        return next(iter(self.open), None)


def account_of(
    events: Sequence[Event], attempts: Sequence[Attempt], tasks: Sequence[Task], today: int
) -> Account:
    """Return what the record tells, beside the exercises at hand, on a day."""
    due = [item.task for item in comes_back(tasks, attempts, today) if item.day <= today]
    return Account(
        tuple(_scenarios(events, attempts, tasks, due)),
        tuple(_skills(attempts, tasks, due)),
        todays(tasks, attempts, today),
        open_attempts(attempts),
    )


def _scenarios(
    events: Sequence[Event], attempts: Sequence[Attempt], tasks: Sequence[Task], due: list[Task]
) -> Iterable[ScenarioAccount]:
    """Return the account of every scenario on the record."""
    there = _grouped((task.scenario, task.name) for task in tasks)
    done = _grouped((name[0], name) for name in done_exercises(attempts))
    waiting = Counter(task.scenario for task in due)
    unmarked = tuple(handed_in(attempts).values())
    study: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.entry.kind in _STUDY and event.entry.scenario:
            study[event.entry.scenario].append(event)
    for scenario, steps in study.items():
        yield ScenarioAccount(
            scenario,
            pages_seen(steps),
            lessons_read(steps),
            _count(done[scenario], there[scenario]),
            waiting[scenario],
            tuple(
                each
                for each in unmarked
                if each.about.scenario == scenario and _counted(each, there[scenario])
            ),
        )


def _skills(
    attempts: Sequence[Attempt], tasks: Sequence[Task], due: list[Task]
) -> Iterable[SkillAccount]:
    """Return the account of every skill of the scenarios begun, under its present name."""
    present = {task.name: task.skill for task in tasks}

    def skill_of(attempt: Attempt) -> str:
        return present.get(name_of(attempt)) or recorded_skill(attempt)

    solved = done_exercises(attempts)
    unmarked = tuple(handed_in(attempts).values())
    begun = {attempt.about.scenario for attempt in attempts}
    mastery = mastery_of(attempts, skill_of)
    there = _grouped((task.skill, task.name) for task in tasks if task.scenario in begun)
    tried = _grouped((skill_of(attempt), name_of(attempt)) for attempt in attempts)
    waiting = Counter(task.skill for task in due)
    for skill in sorted({*mastery, *tried, *there} - {""}):
        yield SkillAccount(
            skill,
            _count(tried[skill] & solved, there[skill]),
            waiting[skill],
            mastery.get(skill, Mastery()),
            tuple(
                each
                for each in unmarked
                if skill_of(each) == skill and _counted(each, there[skill])
            ),
        )


def _grouped(pairs: Iterable[tuple[str, _Name]]) -> defaultdict[str, set[_Name]]:
    """Return the exercises of each scenario or skill."""
    found: defaultdict[str, set[_Name]] = defaultdict(set)
    for key, name in pairs:
        found[key].add(name)
    return found


def _counted(attempt: Attempt, there: set[_Name]) -> bool:
    """Tell whether an attempt is at an exercise that is counted: one at hand, if any is."""
    return not there or name_of(attempt) in there


def _count(done: set[_Name], there: set[_Name]) -> Count:
    """Count what is done of what there is, or what is done where nothing is at hand."""
    return Count(len(done & there), len(there)) if there else Count(len(done), None)


def pages_seen(events: Iterable[Event]) -> frozenset[str]:
    """Return the pages of a walk to which the walker has come since it was last begun."""
    return frozenset(page for page, _ in _went(events))


def lessons_read(events: Iterable[Event]) -> frozenset[str]:
    """Return the lessons of a course whose last page the learner has come to."""
    return frozenset(lesson for lesson, section in _went(events) if section == Section.NEXT)


def _went(events: Iterable[Event]) -> frozenset[tuple[str, str]]:
    """Return the pages that were gone to since the last beginning, each with its part."""
    seen: set[tuple[str, str]] = set()
    for event in events:
        if event.entry.kind == StepKind.AGAIN:
            seen.clear()
        elif event.entry.kind == StepKind.WENT and event.entry.detail.get("name"):
            seen.add((event.entry.detail["name"], event.entry.detail.get("value", "")))
    return frozenset(seen)

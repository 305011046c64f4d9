"""What is done, what is due and what sits, by scenario and by skill: counts, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cablesim.lessons.acts import KINDS
from cablesim.lessons.attempts import Attempt, name_of, resumed, solved_exercises
from cablesim.lessons.entry import Event
from cablesim.lessons.mastery import Mastery, mastery_of, recorded_skill
from cablesim.lessons.progress import StepKind
from cablesim.lessons.schedule import Due, Task, comes_back, todays

# What is kept of themes, desks and screens is no study of a scenario.
_STUDY = KINDS | set(StepKind)


@dataclass(frozen=True, slots=True)
class Count:
    """How many are done of how many; `of` is None where nobody can say."""

    done: int
    of: int | None

    def __str__(self) -> str:
        return str(self.done) if self.of is None else f"{self.done} of {self.of}"


@dataclass(frozen=True, slots=True)
class ScenarioAccount:
    """A scenario on the record: walk pages seen, exercises done and due."""

    scenario: str
    seen: frozenset[str]
    exercises: Count
    due: int


@dataclass(frozen=True, slots=True)
class SkillAccount:
    """A skill: exercises done and due, and whether it sits."""

    skill: str
    exercises: Count
    due: int
    mastery: Mastery


@dataclass(frozen=True, slots=True)
class Account:
    """The whole record as counts; `left` is where an exercise was left, `review` is today's."""

    scenarios: tuple[ScenarioAccount, ...]
    skills: tuple[SkillAccount, ...]
    review: tuple[Due, ...]
    left: Attempt | None


def account_of(
    events: Sequence[Event], attempts: Sequence[Attempt], tasks: Sequence[Task], today: int
) -> Account:
    """Return what the record tells, beside the exercises at hand, on a day."""
    due = [item.task for item in comes_back(tasks, attempts, today) if item.day <= today]
    return Account(
        tuple(_scenarios(events, attempts, tasks, due)),
        tuple(_skills(attempts, tasks, due)),
        todays(tasks, attempts, today),
        resumed(attempts),
    )


def _scenarios(
    events: Sequence[Event], attempts: Sequence[Attempt], tasks: Sequence[Task], due: list[Task]
) -> Iterable[ScenarioAccount]:
    """Return the account of every scenario on the record."""
    named = [e.entry.scenario for e in events if e.entry.kind in _STUDY and e.entry.scenario]
    solved = solved_exercises(attempts)
    for scenario in dict.fromkeys(named):
        there = {task.name for task in tasks if task.scenario == scenario}
        done = {name for name in solved if name[0] == scenario}
        yield ScenarioAccount(
            scenario,
            pages_seen(event for event in events if event.entry.scenario == scenario),
            Count(len(done & there), len(there)) if there else Count(len(done), None),
            sum(task.scenario == scenario for task in due),
        )


def _skills(
    attempts: Sequence[Attempt], tasks: Sequence[Task], due: list[Task]
) -> Iterable[SkillAccount]:
    """Return the account of every skill of the scenarios begun, under its present name."""
    present = {task.name: task.skill for task in tasks}

    def skill_of(attempt: Attempt) -> str:
        return present.get(name_of(attempt)) or recorded_skill(attempt)

    solved = solved_exercises(attempts)
    begun = {attempt.about.scenario for attempt in attempts}
    mastery = mastery_of(attempts, skill_of)
    there_are = {task.skill for task in tasks if task.scenario in begun}
    for skill in sorted({*mastery, *map(skill_of, attempts), *there_are} - {""}):
        there = {task.name for task in tasks if task.skill == skill and task.scenario in begun}
        done = {name_of(a) for a in attempts if skill_of(a) == skill} & solved
        yield SkillAccount(
            skill,
            Count(len(done & there), len(there)) if there else Count(len(done), None),
            sum(task.skill == skill for task in due),
            mastery.get(skill, Mastery()),
        )


def pages_seen(events: Iterable[Event]) -> frozenset[str]:
    """Return the pages of a walk to which the walker has come since it was last begun."""
    seen: set[str] = set()
    for event in events:
        if event.entry.kind == StepKind.AGAIN:
            seen.clear()
        elif event.entry.kind == StepKind.WENT:
            seen.add(event.entry.detail.get("name", ""))
    return frozenset(seen - {""})

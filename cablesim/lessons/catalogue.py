"""The exercises of the scenarios at hand, as review, progress and sittings take them.

Here the record's words and those of the exercises meet: nothing else of `lessons` knows how an
exercise is drawn or judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cablesim.errors import CablesimError
from cablesim.exercises.helping import banner, explanation, hint, question
from cablesim.exercises.marking import Mark, Try, mark
from cablesim.exercises.reading.answers import ENGINE
from cablesim.exercises.seeds import DRAW, SALT, SELF
from cablesim.exercises.variant import Variant
from cablesim.exercises.verdict import Verdict as Finding
from cablesim.exercises.workbook import Workbook
from cablesim.lessons.acts import Opened
from cablesim.lessons.attempts import Attempt
from cablesim.lessons.entry import Event
from cablesim.lessons.lookup import looked_up, set_beside
from cablesim.lessons.schedule import Task
from cablesim.lessons.sitting import Deal, Verdict
from cablesim.scenario.exercise import Exercise, ExplainTask, Marking
from cablesim.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Drawn:
    """A variant that was drawn from a scenario, from files with a hash."""

    variant: Variant
    scenario: Scenario
    files: str

    @property
    def opened(self) -> Opened:
        """The numbers of the rules, the files, the skill."""
        return Opened(str(ENGINE), str(DRAW), self.files, self.variant.exercise.skill)

    @property
    def given(self) -> int:
        """How many steps are worked already."""
        return sum(step.given for step in self.variant.steps())

    @property
    def banner(self) -> str:
        """The sentence above what is made up for practice; empty above what is not."""
        return banner(self.variant, self.scenario)

    @property
    def asks(self) -> Sequence[str]:
        """The question with what stands below it, and how an answer is written.

        What is made up for practice says so first.
        """
        above = (self.banner,) if self.banner else ()
        return (*above, *question(self.variant), self.variant.how())

    @property
    def hints(self) -> Sequence[str]:
        """The hints, filled in for this variant."""
        count = len(self.variant.exercise.hints)
        return tuple(hint(self.variant, number) or "" for number in range(1, count + 1))

    @property
    def model(self) -> Sequence[str]:
        """The work step by step, the answer, and why it is so."""
        answer = self.variant.model()
        right = (f"Right is: {answer}",) if answer else ()
        steps = (f"{step.place}. {step.text}" for step in self.variant.steps())
        return (*steps, *right, *explanation(self.variant))

    @property
    def confidence(self) -> bool:
        """The author wishes to know how sure the learner is."""
        return self.variant.exercise.confidence

    def judge(self, answer: str) -> Verdict:
        """Return the verdict in the record's words."""
        return self.worded(self.variant.judge(answer))

    def worded(self, found: Finding) -> Verdict:
        """Return what an exercise found in the record's words."""
        remarks = tuple(remark.text for remark in found.remarks)
        return Verdict(
            readable=found.readable,
            read=found.read,
            score=found.score,
            mistakes=found.mistakes,
            says=(*((found.headline,) if found.right else ()), *remarks, *self._after(found)),
            finished=found.done,
            by_hand=found.by_hand,
            parts=found.parts,
            remarks=found.remarks,
            wrote=found.wrote,
            headline=found.headline,
        )

    def look(self, text: str) -> Sequence[str] | None:
        """Return the document, the glossary or lines of the book, if the text asks for them."""
        return looked_up(self.scenario, text, set_beside(self.variant.exercise))

    def _after(self, found: Finding) -> Sequence[str]:
        """Return what is said once nothing more is to be done."""
        return tuple(explanation(self.variant)) if found.done else ()


class Workbooks:
    """The exercises of some scenarios, each with the hash of its files, drawn for one student."""

    def __init__(
        self, scenarios: Iterable[tuple[Scenario, str]], *, salt: str = SALT, student: str = SELF
    ) -> None:
        self._books = {
            scenario.id: (Workbook(scenario, salt=salt, student=student), files)
            for scenario, files in scenarios
        }

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios, in the order given."""
        return tuple(book.scenario for book, _ in self._books.values())

    def book(self, scenario: str) -> Workbook:
        """Return the exercises of one scenario; raise where it is not at hand."""
        if scenario not in self._books:
            raise CablesimError(f"the scenario '{scenario}' is not at hand; see: cablesim list")
        return self._books[scenario][0]

    def tasks(self) -> Sequence[Task]:
        """Return every exercise, in the order of the scenarios and of their files."""
        return tuple(
            task_of(book.scenario, exercise, book.marking)
            for book, _ in self._books.values()
            for exercise in book.exercises
        )

    def deal(self, task: Task, number: int, level: int | None, student: str = SELF) -> Deal:
        """Draw a variant for a student; raise where an exercise is not there or is broken."""
        book = self.book(task.scenario)
        files = self._books[task.scenario][1]
        return Drawn(book.draw(task.exercise, number, level, student), book.scenario, files)


def task_of(scenario: Scenario, exercise: Exercise, marking: Marking) -> Task:
    """Return an exercise as a task; what a teacher marks, or its author keeps out, stays away."""
    back = exercise.review and not isinstance(exercise.task, ExplainTask)
    days = marking.review if back else ()
    return Task(scenario.id, scenario.version, exercise.id, exercise.name, exercise.skill, days)


def practice_mark(attempt: Attempt, exercise: Exercise, marking: Marking) -> Mark:
    """Return what the tries of an attempt earn by a scenario's rules."""
    tries = [Try(made.tried.score, made.hints) for made in attempt.tries]
    return mark(exercise.points, tries, marking)


def catalogue_at_hand(events: Iterable[Event]) -> Workbooks:
    """Return the exercises of what a record tells of: scenarios and courses that are in order."""
    from cablesim.lessons.folders import folders_of

    events = tuple(events)
    told = {event.entry.scenario for event in events}
    found = []
    for path in folders_of(events):
        # A folder that was kept may hold anything by now, or be gone between look and load.
        with suppress(CablesimError, OSError):
            scenario, files = loaded(path)
            if scenario.id in told:
                found.append((scenario, files))
    return Workbooks(found)


def loaded(path: Path) -> tuple[Scenario, str]:
    """Load a scenario, or a course as one; return it with the hash of its files."""
    from cablesim.lessons.places import checked_marks
    from cablesim.scenario.course_loading import load_practice

    return load_practice(path, checked_marks()), files_hash(path)


def files_hash(path: Path) -> str:
    """Return the hash of a folder's files, by which a record says what it was done with."""
    from cablesim.scenario.course_loading import practice_folder
    from cablesim.scenario.loading import content_hash

    return content_hash(practice_folder(path))

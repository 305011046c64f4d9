"""A course as a session: pages of a lesson as values, where the learner stands, what is done.

A lesson is read section by section. Every step is put on the record before it counts; exercises
are sat at by way of `sitting`, under the id of the course. Nothing is locked: any lesson may be
opened, and any section skipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cablesim.lessons.account import Count
from cablesim.lessons.attempts import Outcome, attempts_of, done_exercises, handed_in
from cablesim.lessons.entry import Entry, Event
from cablesim.lessons.mastery import mastery_of
from cablesim.lessons.page import Choice, Paragraph, Question
from cablesim.lessons.progress import Step, StepKind, after, walked
from cablesim.lessons.record import Record
from cablesim.lessons.wording import paragraph, questions
from cablesim.scenario.course import Course, Example, Lesson, Section
from cablesim.scenario.exercise import Exercise
from cablesim.systems.working import WorkedLine, Working

# What stands on the record as the key of a question that was passed over; no option has it.
PASSED = ""
TITLES = {
    Section.CAN: "What you will be able to do",
    Section.TRY: "Try first",
    Section.RULE: "The rule",
    Section.EXAMPLE: "A worked example",
    Section.PRACTISE: "Exercises",
    Section.RECALL: "Look back",
    Section.NEXT: "What comes next",
}


@dataclass(frozen=True, slots=True)
class Faded:
    """A worked example whose last lines are covered until the reader has worked them."""

    example: Example
    working: Working

    @property
    def given(self) -> tuple[WorkedLine, ...]:
        """The lines that are worked."""
        lines = tuple(self.working.lines)
        return lines[: len(lines) - self.example.leave]

    @property
    def covered(self) -> tuple[WorkedLine, ...]:
        """The lines whose last cell is left to the reader."""
        lines = tuple(self.working.lines)
        return lines[len(lines) - self.example.leave :]


def fits(line: WorkedLine, answer: str) -> bool:
    """Tell whether an answer is the last cell of a line; blanks and case do not count.

    Where that cell only adds to the one before it, as a check does, what it adds will do.
    """
    return _bare(answer) in {_bare(line.cells[-1]), _bare(added(line))} - {""}


def added(line: WorkedLine) -> str:
    """Return what the last cell adds to the group before it; nothing where it is another text."""
    before, cell = line.cells[-2:]
    return cell.removeprefix(before) if len(before) > 1 and cell.startswith(before) else ""


def _bare(text: str) -> str:
    """Return a text as cells are compared."""
    return "".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class LessonPage:
    """One section of a lesson: its words, sheets, exercises and questions."""

    section: Section
    title: str
    words: tuple[Paragraph, ...]
    examples: tuple[Faded, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    questions: tuple[Question, ...] = ()


def pages_of(course: Course, lesson: Lesson) -> tuple[LessonPage, ...]:
    """Return the pages of a lesson in order."""
    return tuple(_page(course, lesson, section) for section in Section)


def _page(course: Course, lesson: Lesson, section: Section) -> LessonPage:
    """Return the page of one section."""
    evidence = course.scenario.evidence
    words = lesson.section(section)
    faded: tuple[Faded, ...] = ()
    if section is Section.EXAMPLE:
        faded = tuple(Faded(example, course.working(example)) for example in lesson.examples)
    return LessonPage(
        section,
        TITLES[section],
        tuple(paragraph(evidence, written) for written in words.paragraphs),
        faded,
        _exercises(course, lesson, section),
        questions(evidence, words, f"{lesson.id}.{section}"),
    )


def _exercises(course: Course, lesson: Lesson, section: Section) -> tuple[Exercise, ...]:
    """Return the exercises of a section: the one to begin with, the others, the one looked back."""
    found = course.exercises_of(lesson)
    match section:
        case Section.TRY:
            return tuple(each for each in found if each.id == lesson.start)
        case Section.PRACTISE:
            return tuple(each for each in found if each.id != lesson.start)
        case Section.RECALL:
            earlier = course.exercises.named(lesson.recall)
            return () if earlier is None else (earlier,)
        case _:
            return ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands in a lesson: sections read, exercises done, its skills mastered.

    The signal locks nothing and opens nothing.
    """

    lesson: Lesson
    begun: bool
    read: bool
    exercises: Count
    mastered: bool

    @property
    def words(self) -> str:
        """The same in words."""
        if not self.begun and not self.exercises.done:
            return "not begun"
        read = "read" if self.read else "begun" if self.begun else "not read"
        have = "; you seem to have it" if self.mastered else ""
        return f"{read}, {self.exercises} exercises done{have}"


def standings(course: Course, events: Iterable[Event]) -> tuple[Standing, ...]:
    """Return where a learner stands in every lesson, from the events of the course."""
    events = [event for event in events if event.entry.scenario == course.id]
    attempts = attempts_of(events)
    solved = {exercise for _, exercise in done_exercises(attempts)}
    mastery = mastery_of(attempts)
    went = {
        (event.entry.detail.get("name", ""), event.entry.detail.get("value", ""))
        for event in events
        if event.entry.kind == StepKind.WENT
    }
    begun = {name for name, _ in went}
    found = []
    for lesson in course.lessons:
        skills = {exercise.skill for exercise in course.exercises_of(lesson)}
        found.append(
            Standing(
                lesson,
                lesson.id in begun,
                (lesson.id, Section.NEXT.value) in went,
                Count(len(solved & set(lesson.exercises)), len(lesson.exercises)),
                all(skill in mastery and mastery[skill].signal for skill in skills),
            )
        )
    return tuple(found)


class Study:
    """One learner in one course; `lesson` and `section` say where, None before the first."""

    def __init__(self, course: Course, record: Record) -> None:
        self.course = course
        self.record = record
        self.progress = walked(record.of(course.id))
        self._pages: dict[str, tuple[LessonPage, ...]] = {}

    @property
    def lesson(self) -> Lesson | None:
        """The lesson where the learner is, or None."""
        return self.course.lesson(self.progress.page)

    @property
    def pages(self) -> tuple[LessonPage, ...]:
        """The pages of the present lesson."""
        lesson = self.lesson or self.course.lessons[0]
        if lesson.id not in self._pages:
            self._pages[lesson.id] = pages_of(self.course, lesson)
        return self._pages[lesson.id]

    @property
    def page(self) -> LessonPage:
        """The present page; a section that is not known is the first."""
        return next((p for p in self.pages if p.section == self.progress.beat), self.pages[0])

    @property
    def solved(self) -> frozenset[str]:
        """The exercises of this course that were done, by id."""
        attempts = attempts_of(self.record.events(self.course.id))
        return frozenset(exercise for _, exercise in done_exercises(attempts))

    @property
    def handed_in(self) -> frozenset[str]:
        """The exercises of this course that were handed in and that no program marks, by id."""
        attempts = attempts_of(self.record.events(self.course.id))
        return frozenset(exercise for _, exercise in handed_in(attempts))

    @property
    def shown(self) -> frozenset[str]:
        """The exercises of this course at which the learner gave up last, by id."""
        last = {
            attempt.about.exercise: attempt.outcome
            for attempt in attempts_of(self.record.events(self.course.id))
        }
        return frozenset(name for name, end in last.items() if end is Outcome.GAVE_UP)

    def standings(self) -> tuple[Standing, ...]:
        """Return where the learner stands in every lesson."""
        return standings(self.course, self.record.events(self.course.id))

    def chosen(self, question: Question) -> Choice | None:
        """Return the option that the learner chose for a question."""
        key = self.progress.answer(question.id)
        return None if key is None else question.option(key)

    def catch_up(self) -> None:
        """Take in what another window answered; the place stays as it is."""
        found = walked(self.record.of(self.course.id))
        self.progress = replace(self.progress, answers=found.answers)

    def open(self, lesson: Lesson) -> None:
        """Go to a lesson: to where it was left, or to its beginning."""
        left = self._left(lesson)
        self._step(StepKind.WENT, lesson.id, left.value)

    def _left(self, lesson: Lesson) -> Section:
        """Return the section in which a lesson was left; one that was read begins anew."""
        went = [
            entry.detail.get("value", "")
            for entry in self.record.of(self.course.id)
            if entry.kind == StepKind.WENT and entry.detail.get("name") == lesson.id
        ]
        known = went[-1] if went and went[-1] in set(Section) else Section.CAN.value
        return Section.CAN if known == Section.NEXT else Section(known)

    def forward(self) -> bool:
        """Go to the next section; return False at the end of the lesson."""
        return self._move(1)

    def back(self) -> bool:
        """Go to the section before; return False at the beginning of the lesson."""
        return self._move(-1)

    def _move(self, by: int) -> bool:
        """Go along the sections of the lesson."""
        sections = [page.section for page in self.pages]
        place = sections.index(self.page.section) + by
        if self.lesson is None or not 0 <= place < len(sections):
            return False
        self._step(StepKind.WENT, self.lesson.id, sections[place].value)
        return True

    def go(self, section: Section) -> None:
        """Go to a section of the present lesson."""
        if self.lesson is not None:
            self._step(StepKind.WENT, self.lesson.id, section.value)

    def answer(self, question: Question, key: str) -> Choice | None:
        """Answer a question with one key; an unknown key does nothing."""
        option = question.option(key)
        if option is not None:
            self._step(StepKind.ANSWERED, question.id, key)
        return option

    def passed(self, question: Question) -> bool:
        """Tell whether the answer to a question was shown without a choice."""
        return self.progress.answer(question.id) == PASSED

    def go_past(self, question: Question) -> None:
        """Show the answer to a question without a choice."""
        self._step(StepKind.ANSWERED, question.id, PASSED)

    def _step(self, kind: StepKind, name: str, value: str) -> None:
        """Take a step: on the record first, then in the fold."""
        detail = {"name": name, "value": value}
        self.record.add(Entry(self.course.id, self.course.version, kind.value, detail))
        self.progress = after(self.progress, Step(kind, name, value))

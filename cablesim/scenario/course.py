"""A course as values: lessons in order, their words, worked examples and exercises.

A course draws its exercises from its own file and works them with the practice book of one
scenario; its historical sentences rest on the claims of that scenario.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cablesim.codes.decoding import decode
from cablesim.codes.encoding import encode
from cablesim.codes.normal import normal
from cablesim.codes.registry import system
from cablesim.scenario.exercise import Exercise, ExerciseSet
from cablesim.scenario.scenario import Scenario
from cablesim.scenario.walktext import WalkPage
from cablesim.systems.system import Way
from cablesim.systems.working import Working


class Section(StrEnum):
    """The parts of a lesson, in the order in which they are read."""

    CAN = "can"
    TRY = "try"
    RULE = "rule"
    EXAMPLE = "example"
    PRACTISE = "practise"
    RECALL = "recall"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a text through a system, or through the practice book where none is named.

    The last `leave` lines are covered until the reader has worked them. `vector` names the
    published vector that the example is, if it is one.
    """

    title: str
    system: str
    way: Way
    text: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    leave: int = 0
    vector: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson: what it trains, the exercises by id, its words.

    `start` is the exercise to be tried before the rule is told, `recall` one of an earlier lesson.
    """

    id: str
    title: str
    minutes: int
    skills: tuple[str, ...]
    exercises: tuple[str, ...]
    start: str
    recall: str
    examples: tuple[Example, ...]
    words: tuple[WalkPage, ...] = ()

    def section(self, section: Section) -> WalkPage:
        """Return the words of a section; one without words is empty."""
        found = (page for page in self.words if page.id == section)
        return next(found, WalkPage(section.value, (), ()))


@dataclass(frozen=True, slots=True)
class Course:
    """Lessons in order, the exercises of all of them, and the scenario they are worked with.

    `content` is the hash of the course's files.
    """

    id: str
    version: str
    title: str
    lang: str
    minutes: int
    authors: tuple[str, ...]
    licence: str
    about: str
    scenario: Scenario
    lessons: tuple[Lesson, ...]
    exercises: ExerciseSet = field(default_factory=ExerciseSet)
    content: str = ""

    def lesson(self, name: str) -> Lesson | None:
        """Return a lesson by its id, or by its number from 1."""
        if name.isascii() and name.isdigit() and 1 <= int(name) <= len(self.lessons):
            return self.lessons[int(name) - 1]
        return next((each for each in self.lessons if each.id == name), None)

    def exercises_of(self, lesson: Lesson) -> tuple[Exercise, ...]:
        """Return the exercises of a lesson that can be done, in order."""
        found = (self.exercises.named(name) for name in lesson.exercises)
        return tuple(each for each in found if each is not None)

    @property
    def practice(self) -> Scenario:
        """The course as whatever draws exercises takes it: the scenario with these exercises."""
        return replace(
            self.scenario,
            id=self.id,
            version=self.version,
            title=self.title,
            about=self.about,
            minutes=self.minutes,
            exercises=self.exercises,
            lessons=tuple(lesson.id for lesson in self.lessons),
        )

    def working(self, example: Example) -> Working:
        """Return an example's sheet; raises `CablesimError` where it cannot be worked."""
        if example.system:
            return system(example.system).work(example.text, example.way, dict(example.parameters))
        book = self.scenario.teaching.book
        if example.way is Way.ENCIPHER:
            return encode(normal(example.text).text, book).working()
        return decode(example.text.split(), book).working()

"""An exercise as values: what is asked, what helps, how it is marked; one task for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from cablesim.scenario.finding import Finding

Number: TypeAlias = "int | float | str"


EXERCISES_FILE = "exercises.toml"


@dataclass(frozen=True, slots=True)
class Marking:
    """How tries become marks: shares of the points, and days until an item comes back."""

    sealed: bool = False
    attempts: int = 3
    hint_cost: float = 0.10
    attempt_cost: float = 0.10
    review: tuple[int, ...] = (1, 3, 7, 21)


@dataclass(frozen=True, slots=True)
class ExerciseTest:
    """What is given to every variant: `give` names a mistake or `right`, `answer` is a text."""

    give: str = ""
    answer: str | None = None
    score: float | None = None
    below: float | None = None
    above: float | None = None
    says: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule offered after a worked step, and whether it is the one that was used."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class FormTask:
    """Fields of the form by name; for each, other answers that are right."""

    ask: tuple[str, ...]
    accept: Mapping[str, tuple[str, ...]]
    whole: bool


@dataclass(frozen=True, slots=True)
class BookTask:
    """A text through a cipher of the scenario.

    `steps` in the order of the work; `group` is the figures in a group; `pages` how many pad pages
    are shown; `fair` how many groups a mistake must spoil at least.
    """

    encodes: bool
    cipher: str
    steps: tuple[str, ...]
    plains: tuple[str, ...]
    group: int
    indicator: bool
    pages: int
    fair: Mapping[str, int]
    fade: tuple[int, ...]
    whole: bool

    @property
    def adds(self) -> bool:
        """The pad is part of the work."""
        return "add" in self.steps

    @property
    def codes(self) -> bool:
        """The book is part of the work."""
        return "code" in self.steps


@dataclass(frozen=True, slots=True)
class Convention:
    """Parameters of another convention, what is said to an answer by it, and its score."""

    parameters: Mapping[str, object]
    says: str
    score: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a parameter is drawn: one of some values, or figures, letters, a number, an order."""

    values: tuple[object, ...] = ()
    figures: int = 0
    letters: int = 0
    least: int = 0
    most: int = 0
    shuffle: str = ""


@dataclass(frozen=True, slots=True)
class SystemTask:
    """A text through a teaching system, with fixed and drawn parameters."""

    encodes: bool
    system: str
    parameters: Mapping[str, object]
    drawn: Mapping[str, Drawn]
    plains: tuple[str, ...]
    conventions: tuple[Convention, ...]
    fair: Mapping[str, int]
    fade: tuple[int, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class GarbleTask:
    """One damaged figure; what finding the place and repairing it are worth."""

    cipher: str
    plains: tuple[str, ...]
    place: float
    repair: float
    spares_first: bool
    leaves_book: bool
    one_repair: bool
    check: bool


@dataclass(frozen=True, slots=True)
class DepthTask:
    """Pairs of texts on one page; so many groups of the first are known."""

    cipher: str
    pairs: tuple[tuple[str, str], ...]
    crib: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Extra:
    """A stage that does not belong, and what is said to it."""

    text: str
    says: str


@dataclass(frozen=True, slots=True)
class OrderTask:
    """Stages to put in order; no other has to wait for one that is loose, and a free one waits not.

    `before` names for a loose stage those that have to wait for it all the same; `because` says for
    a stage why it has to stand behind those before it.
    """

    stages: tuple[str, ...]
    extras: tuple[Extra, ...]
    whole: bool
    loose: tuple[str, ...] = ()
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    free: tuple[str, ...] = ()
    because: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """A statement, whether it is to be chosen, what decides, and the claim with the line."""

    text: str
    right: bool
    says: str
    claim: str


@dataclass(frozen=True, slots=True)
class SupportTask:
    """Statements to choose from, with lines or without; `show` of them at a time, 0 for all."""

    options: tuple[Option, ...]
    lines: bool
    show: int
    whole: bool


@dataclass(frozen=True, slots=True)
class ClassifyTask:
    """Claims whose standing is asked for; `show` of them at a time, 0 for all."""

    claims: tuple[str, ...]
    show: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Also:
    """Another number, its score, and what is said to it."""

    value: Number
    score: float
    says: str


@dataclass(frozen=True, slots=True)
class NumberTask:
    """A number; or cases to draw from, each with its `answer`; `how` says how it is found."""

    answer: Number | None
    within: float
    also: tuple[Also, ...]
    claim: str
    cases: tuple[Mapping[str, Number], ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class CorroborateTask:
    """Claims side by side, the direction, and how long the reason must be."""

    beside: tuple[str, ...]
    answer: str
    least: int
    direction: float
    reason: float
    model: str


@dataclass(frozen=True, slots=True)
class RubricLine:
    """One line of a rubric."""

    points: float
    text: str


@dataclass(frozen=True, slots=True)
class ExplainTask:
    """An answer in words, between two lengths, with a rubric and a model."""

    least: int
    most: int
    rubric: tuple[RubricLine, ...]
    model: str


@dataclass(frozen=True, slots=True)
class RecallTask:
    """Terms of the glossary, all where none is named; `choices` offered, 0 for a written answer."""

    terms: tuple[str, ...]
    choices: int


Task: TypeAlias = (
    FormTask
    | BookTask
    | SystemTask
    | GarbleTask
    | DepthTask
    | OrderTask
    | SupportTask
    | ClassifyTask
    | NumberTask
    | CorroborateTask
    | ExplainTask
    | RecallTask
)


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as its author wrote it; `number` is its place in the file, from 0.

    `made_up` says that something of it is made up for practice; `banner` in what words that is
    said, where the author has words of his own.
    """

    id: str
    kind: str
    skill: str
    points: float
    prompt: str
    task: Task
    number: int = 0
    title: str = ""
    hints: tuple[str, ...] = ()
    feedback: Mapping[str, str] = field(default_factory=dict)
    explain: str = ""
    confidence: bool = False
    try_first: bool = False
    review: bool = True
    rules: tuple[Rule, ...] = ()
    tests: tuple[ExerciseTest, ...] = ()
    made_up: bool = False
    banner: str = ""

    @property
    def handed_in(self) -> bool:
        """An answer ends the work and is marked by a rubric, not by the program."""
        return isinstance(self.task, ExplainTask)

    @property
    def name(self) -> str:
        """What lists show."""
        return self.title or self.id


@dataclass(frozen=True, slots=True)
class ReadExercises:
    """What was read of `exercises.toml`: marking, sound exercises, what is wrong with the rest."""

    marking: Marking = Marking()
    exercises: tuple[Exercise, ...] = ()
    findings: tuple[Finding, ...] = ()


class ExerciseSet:
    """All exercises of a scenario that can be done, how they are marked, and what is broken.

    The file is read when something of it is first asked for: a walk does not wait for it.
    """

    def __init__(self, read: Callable[[], ReadExercises] = ReadExercises) -> None:
        self._reader = read

    @cached_property
    def _read(self) -> ReadExercises:
        """What stands in the file."""
        return self._reader()

    @property
    def marking(self) -> Marking:
        """How tries become marks."""
        return self._read.marking

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises that are sound, in the order of the file."""
        return self._read.exercises

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file, and with the exercises that were left out."""
        return self._read.findings

    def named(self, name: str) -> Exercise | None:
        """Return an exercise by its id."""
        return next((each for each in self.exercises if each.id == name), None)

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises)

    def __len__(self) -> int:
        return len(self.exercises)

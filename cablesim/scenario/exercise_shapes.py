"""The shapes of `exercises.toml`, as typed dictionaries: one for each kind of exercise.

Like `shapes`, builders read these types and never import this module at run time.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Discriminator, Field, Tag, with_config
from typing_extensions import TypedDict

from cablesim.scenario.shape_parts import STRICT, Count, Format, Name, Words

# Beside the keys below, `vary` takes any parameter of the system that an exercise names.
OPEN = ConfigDict(extra="allow", strict=True)
Share = Annotated[float, Field(ge=0, le=1, strict=False)]
Points = Annotated[float, Field(ge=0, le=100, strict=False)]
Plain = Annotated[str, Field(min_length=1, max_length=1_000)]
Plains = Annotated[list[Plain], Field(min_length=1, max_length=200)]
Step = Literal["code", "add"]
Value = int | float | Words


@with_config(STRICT)
class MarkingShape(TypedDict):
    """How tries become marks."""

    mode: NotRequired[Literal["practice", "sealed"]]
    attempts: NotRequired[Annotated[int, Field(ge=1, le=100)]]
    hint_cost: NotRequired[Share]
    attempt_cost: NotRequired[Share]
    review: NotRequired[Annotated[list[Annotated[int, Field(ge=1, le=1000)]], Field(min_length=1)]]


@with_config(STRICT)
class TestShape(TypedDict):
    """An answer that the checker gives to every variant, and what has to come of it."""

    give: NotRequired[Words]
    answer: NotRequired[str]
    score: NotRequired[Share]
    below: NotRequired[Share]
    above: NotRequired[Share]
    says: NotRequired[Words]
    unread: NotRequired[bool]


@with_config(STRICT)
class RuleShape(TypedDict):
    """One of the rules offered after a worked step; one of them is right."""

    text: Words
    right: NotRequired[bool]


@with_config(STRICT)
class ExerciseBase(TypedDict):
    """What every exercise has."""

    id: Name
    skill: Words
    points: Points
    prompt: Words
    title: NotRequired[Words]
    hints: NotRequired[list[Words]]
    feedback: NotRequired[dict[str, Words]]
    explain: NotRequired[Words]
    confidence: NotRequired[bool]
    first: NotRequired[Literal["teach", "try"]]
    review: NotRequired[bool]
    made_up: NotRequired[bool]
    banner: NotRequired[Words]
    rule: NotRequired[Annotated[list[RuleShape], Field(min_length=2, max_length=9)]]
    test: NotRequired[list[TestShape]]


class FormExercise(ExerciseBase):
    """Fields of the form, from the document."""

    kind: Literal["form"]
    partial: NotRequired[Literal["each", "all"]]
    ask: Annotated[list[Words], Field(min_length=1, max_length=16)]
    accept: NotRequired[dict[str, list[Words]]]


@with_config(OPEN)
class CipherVary(TypedDict):
    """What differs from student to student in a cipher exercise."""

    plain: Plains
    pad: NotRequired[Literal["fresh"]]
    pages: NotRequired[Annotated[int, Field(ge=1, le=6)]]
    fair: NotRequired[dict[str, Annotated[int, Field(ge=1, le=100)]]]


@with_config(STRICT)
class ConventionShape(TypedDict):
    """Parameters of another named convention under which an answer is right, or partly right."""

    parameters: dict[str, object]
    says: Words
    score: NotRequired[Share]


class CipherKeys(ExerciseBase):
    """What encoding and decoding have in common; one of `cipher` and `system` is needed."""

    partial: NotRequired[Literal["each", "all"]]
    cipher: NotRequired[Name]
    steps: NotRequired[Annotated[list[Step], Field(min_length=1, max_length=2)]]
    indicator: NotRequired[bool]
    group: NotRequired[Literal[4, 5]]
    system: NotRequired[Words]
    parameters: NotRequired[dict[str, object]]
    convention: NotRequired[list[ConventionShape]]
    fade: NotRequired[Annotated[list[Count], Field(min_length=1, max_length=9)]]
    vary: CipherVary


class EncodeExercise(CipherKeys):
    """From words to groups, by a cipher of the scenario or by a teaching system."""

    kind: Literal["encode"]


class DecodeExercise(CipherKeys):
    """From groups to words."""

    kind: Literal["decode"]


@with_config(STRICT)
class GarblePartial(TypedDict):
    """What finding the place and repairing it are worth."""

    place: Share
    repair: Share


@with_config(STRICT)
class DamageShape(TypedDict):
    """What the line does, and what must hold of it."""

    figures: NotRequired[Literal[1]]
    never_first_group: NotRequired[bool]
    must_leave_book: NotRequired[bool]
    one_repair: NotRequired[bool]
    check: NotRequired[bool]


@with_config(STRICT)
class GarbleVary(TypedDict):
    """What differs from student to student."""

    plain: Plains
    pad: NotRequired[Literal["fresh"]]
    damage: NotRequired[DamageShape]


class GarbleExercise(ExerciseBase):
    """A damaged figure: which group, and what should it be."""

    kind: Literal["garble"]
    partial: NotRequired[GarblePartial]
    cipher: Name
    vary: GarbleVary


@with_config(STRICT)
class ExtraShape(TypedDict):
    """A stage that does not belong in the row."""

    text: Words
    says: NotRequired[Words]


class OrderExercise(ExerciseBase):
    """Stages in an order that the evidence allows."""

    kind: Literal["order"]
    partial: NotRequired[Literal["longest-chain", "all"]]
    stages: Annotated[list[Name], Field(min_length=2, max_length=20)]
    loose: NotRequired[Annotated[list[Name], Field(max_length=20)]]
    before: NotRequired[dict[Name, Annotated[list[Name], Field(min_length=1, max_length=20)]]]
    free: NotRequired[Annotated[list[Name], Field(max_length=20)]]
    because: NotRequired[dict[Name, Words]]
    extra: NotRequired[Annotated[list[ExtraShape], Field(max_length=9)]]


@with_config(STRICT)
class OptionShape(TypedDict):
    """A statement to choose or to leave."""

    text: Words
    right: bool
    says: NotRequired[Words]
    claim: NotRequired[Name]


@with_config(STRICT)
class ShowVary(TypedDict):
    """How many of the options or claims one student sees."""

    show: Annotated[int, Field(ge=2, le=26)]


class SupportExercise(ExerciseBase):
    """Which statements the document supports, and by which line."""

    kind: Literal["support"]
    partial: NotRequired[Literal["each", "all"]]
    lines: NotRequired[bool]
    option: Annotated[list[OptionShape], Field(min_length=2, max_length=26)]
    vary: NotRequired[ShowVary]


class ClassifyExercise(ExerciseBase):
    """How each statement is known."""

    kind: Literal["classify"]
    partial: NotRequired[Literal["each", "all"]]
    claims: Annotated[list[Name], Field(min_length=2, max_length=26)]
    vary: NotRequired[ShowVary]


@with_config(STRICT)
class CribShape(TypedDict):
    """How many groups of the first telegram are known."""

    groups: Annotated[int, Field(ge=1, le=100)]


@with_config(STRICT)
class DepthVary(TypedDict):
    """Pairs of texts sent on one page."""

    plain: Annotated[
        list[Annotated[list[Plain], Field(min_length=2, max_length=2)]], Field(min_length=1)
    ]
    pad: NotRequired[Literal["shared"]]
    crib: CribShape


class DepthExercise(ExerciseBase):
    """Two telegrams in depth: read what the crib opens of the second."""

    kind: Literal["depth"]
    partial: NotRequired[Literal["each", "all"]]
    cipher: Name
    vary: DepthVary


@with_config(STRICT)
class AlsoShape(TypedDict):
    """Another number, what it is worth, and what is said to it."""

    value: Value
    score: Share
    says: Words


@with_config(STRICT)
class CaseVary(TypedDict):
    """Cases to draw from: an `answer`, `how` it is found, and words for the prompt."""

    case: Annotated[list[dict[str, Value]], Field(min_length=1, max_length=200)]


class NumberExercise(ExerciseBase):
    """A number, a time of day or a date."""

    kind: Literal["number"]
    answer: NotRequired[Value]
    how: NotRequired[Words]
    within: NotRequired[Annotated[float, Field(ge=0, strict=False)]]
    also: NotRequired[Annotated[list[AlsoShape], Field(max_length=50)]]
    claim: NotRequired[Name]
    vary: NotRequired[CaseVary]


@with_config(STRICT)
class CorroboratePartial(TypedDict):
    """What the direction and the reason are worth."""

    direction: Share
    reason: Share


@with_config(STRICT)
class BecauseShape(TypedDict):
    """How much of a reason is asked for."""

    least: Count
    words: NotRequired[Literal[True]]


class CorroborateExercise(ExerciseBase):
    """Sources side by side, and whether they make a claim stronger or weaker."""

    kind: Literal["corroborate"]
    partial: NotRequired[CorroboratePartial]
    beside: Annotated[list[Name], Field(min_length=1, max_length=6)]
    answer: Literal["stronger", "weaker", "neither"]
    because: NotRequired[BecauseShape]
    model: NotRequired[Words]


@with_config(STRICT)
class WordsShape(TypedDict):
    """How long an answer may be."""

    least: Count
    most: Annotated[int, Field(ge=1, le=2_000)]


@with_config(STRICT)
class RubricShape(TypedDict):
    """A line of the rubric."""

    points: Points
    text: Words


class ExplainExercise(ExerciseBase):
    """An answer in the student's own words, marked by rubric."""

    kind: Literal["explain"]
    words: WordsShape
    rubric: Annotated[list[RubricShape], Field(min_length=1)]
    model: Words


@with_config(STRICT)
class ChoicesVary(TypedDict):
    """How many terms are offered to choose from."""

    choices: Annotated[int, Field(ge=2, le=9)]


class RecallExercise(ExerciseBase):
    """A term of the glossary, by its meaning; for review."""

    kind: Literal["recall"]
    terms: NotRequired[Annotated[list[Words], Field(min_length=1)]]
    vary: NotRequired[ChoicesVary]


def kind_of(exercise: object) -> str | None:
    """Return the tag of an exercise's kind, told apart from any key of the same name."""
    kind = exercise.get("kind") if isinstance(exercise, dict) else None
    return f"kind {kind}" if isinstance(kind, str) else None


ExerciseShape = Annotated[
    Annotated[FormExercise, Tag("kind form")]
    | Annotated[EncodeExercise, Tag("kind encode")]
    | Annotated[DecodeExercise, Tag("kind decode")]
    | Annotated[GarbleExercise, Tag("kind garble")]
    | Annotated[OrderExercise, Tag("kind order")]
    | Annotated[SupportExercise, Tag("kind support")]
    | Annotated[ClassifyExercise, Tag("kind classify")]
    | Annotated[DepthExercise, Tag("kind depth")]
    | Annotated[NumberExercise, Tag("kind number")]
    | Annotated[CorroborateExercise, Tag("kind corroborate")]
    | Annotated[ExplainExercise, Tag("kind explain")]
    | Annotated[RecallExercise, Tag("kind recall")],
    Discriminator(kind_of),
]


@with_config(STRICT)
class ExercisesFile(TypedDict):
    """`exercises.toml`."""

    format: Format
    made_up: NotRequired[bool]
    marking: NotRequired[MarkingShape]
    exercise: Annotated[list[ExerciseShape], Field(max_length=1_000)]

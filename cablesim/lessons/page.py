"""A page of the guided walk as values: what can be shown on one side, the exercise on the other.

The plain walk prints these values as sentences, the screen draws them; neither knows more than is
here. History and teaching are different kinds of block and never share one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cablesim.documents.claim import Claim
from cablesim.documents.form import FormField
from cablesim.documents.standing import Standing
from cablesim.modern.trial import Trial
from cablesim.office.copies import Copy
from cablesim.systems.working import Working


class PageKind(StrEnum):
    """What a page is."""

    COVER = "cover"
    STATION = "station"
    CONTRAST = "contrast"
    END = "end"


class Voice(StrEnum):
    """Who speaks in a paragraph: the evidence, the made-up exercise, or the guide who asks."""

    HISTORY = "history"
    TEACHING = "teaching"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of the walk; on the historical side with the claims that they rest on."""

    voice: Voice
    text: str
    standing: Standing | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim shown beside a station, and in words what it rests on."""

    claim: Claim
    rests_on: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The claim's source, where it is more than the ids of what it rests on."""
        ids = ", ".join(self.claim.rests_on)
        return "" if ids and self.claim.source == f"reasoned from {ids}" else self.claim.source


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on a desk, whole: clear text or groups, with a heading that says what it is."""

    heading: str
    text: str
    teaching: bool
    groups: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence about the exercise: a count, a rule applied, a thing that the clerk saw."""

    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A clerk's sheet that can be played line by line."""

    id: str
    working: Working


@dataclass(frozen=True, slots=True)
class Cards:
    """Numbered copies with the names of their holders."""

    copies: tuple[tuple[Copy, str], ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Contrasted:
    """One trial of the modern contrast."""

    trial: Trial


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of the form: each with the value as printed, or that the page has none."""

    heading: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What the document is, where it comes from, what was not seen, and its rights."""

    kind: str
    edition: str
    unseen: str
    rights: str


HistoryBlock = Paragraph | Shown | Cards | Fields | About
TeachingBlock = Paragraph | Note | Desk | Sheet | Contrasted


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to an option: the sentence and its standing, or None for teaching and tasks."""

    text: str
    voice: Voice
    standing: Standing | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a question: the key that chooses it, its words, whether it is right."""

    key: str
    text: str
    right: bool
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question answered with one key: a prediction of what comes, or a look back."""

    id: str
    prediction: bool
    prompt: str
    options: tuple[Choice, ...]
    why: Reply

    @property
    def teaching(self) -> bool:
        """The question is about the made-up cipher."""
        return self.why.voice is Voice.TEACHING

    def option(self, key: str) -> Choice | None:
        """Return the option of a key, or None."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Status:
    """Where the message is after this page, in words: holder, place, form, readers, moments."""

    holder: str
    place: str
    form: str
    readers: tuple[str, ...]
    moment: str
    simulated: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its heading, whether it rests on a gap, the two sides, questions, where all is.

    `before` is what the walker may see before the prediction.
    """

    id: str
    kind: PageKind
    title: str
    rests_on_gap: bool
    history: tuple[HistoryBlock, ...]
    teaching: tuple[TeachingBlock, ...]
    questions: tuple[Question, ...]
    status: Status | None = None
    before: tuple[HistoryBlock, ...] = ()

    def question(self, *, prediction: bool) -> Question | None:
        """Return the page's prediction, or its look back, or None."""
        return next((q for q in self.questions if q.prediction is prediction), None)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets that can be played here."""
        return tuple(block for block in self.teaching if isinstance(block, Sheet))

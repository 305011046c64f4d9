"""What was read from a document: proposals with their lines, and what is doubtful about them."""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.documents.document import Bracket, Fused, Layer, LayerSpan
from cablesim.documents.form import FieldKind


@dataclass(frozen=True, slots=True)
class Proposed:
    """A field of the form: its value to the letter, its line (from 1), a note."""

    kind: FieldKind
    value: str
    line: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A printed time: what happened, the words of the page, hour and date as read, whose clock.

    `time` is HH:MM, `date` YYYY-MM-DD; either is empty where the page has none. `clock` is empty
    where none is named; `clerk` is who did it.
    """

    event: str
    printed: str
    line: int
    time: str
    date: str = ""
    clock: str = ""
    clerk: str = ""

    @property
    def moment(self) -> str:
        """Date and hour in one, or the hour alone."""
        return f"{self.date}T{self.time}" if self.date else self.time


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a line that the author must look at; nothing was mended."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a telegram: of its heading, of its register, special, in the title."""

    heading: tuple[str, ...] = ()
    title: str = ""
    special: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """A holder on the copy list, how many copies, on which line."""

    name: str
    count: int
    line: int


@dataclass(frozen=True, slots=True)
class CopyList:
    """The copy list: holders in order, the total stated, which copy this sheet is, its lines.

    `rows` are the numbers of all its lines, `stated_on` is the line of the total.
    """

    holdings: tuple[Holding, ...] = ()
    stated: int | None = None
    this: int | None = None
    first: int = 0
    last: int = 0
    rows: tuple[int, ...] = ()
    stated_on: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The holder of each copy, one entry a copy."""
        return tuple(each.name for each in self.holdings for _ in range(each.count))

    @property
    def agrees(self) -> bool | None:
        """Whether the stated total is the number listed; None where none is stated."""
        return None if self.stated is None else self.stated == len(self.names)


@dataclass(frozen=True, slots=True)
class Recipients:
    """For whom the message is in the end: names as read, as printed, whether one is enough."""

    names: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    line: int = 0
    alternatives: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: as printed, who the edition says it is, its line, whether inside a quotation."""

    printed: str
    line: int
    identity: str = ""
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the document: the lines of its words, to whom, the words without marks.

    It opens at the line of its heading, its address, or what parts it from the one before.
    """

    first: int
    last: int
    text: str
    to: str = ""
    opens: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One of several telegrams that make a message: its number, its lines, what it continues.

    `words` are the first and the last line of its words, 0 where it has none.
    """

    number: str
    first: int
    last: int
    text: str
    continues: str = ""
    words: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from a document."""

    lines: tuple[str, ...]
    telegram: LayerSpan
    layers: tuple[LayerSpan, ...]
    language: str
    fields: tuple[Proposed, ...]
    brackets: tuple[Bracket, ...]
    fused: tuple[Fused, ...]
    times: tuple[Time, ...]
    numbers: Numbers
    copies: CopyList
    recipients: Recipients
    signatures: tuple[Signature, ...]
    messages: tuple[Message, ...]
    parts: tuple[Part, ...]
    doubts: tuple[Doubt, ...]
    date: str = ""
    dated: str = ""
    body: int = 0

    def layer(self, number: int) -> Layer:
        """Return the layer of a line; a line in no span is page furniture."""
        for span in (self.telegram, *self.layers):
            if span.first <= number <= span.last:
                return span.layer
        return Layer.FURNITURE

    def values(self, kind: FieldKind) -> tuple[str, ...]:
        """Return the values of a field as printed, in order."""
        return tuple(field.value for field in self.fields if field.kind is kind)

    @property
    def body_text(self) -> str:
        """The words of all messages, office marks left out."""
        return "\n".join(message.text for message in self.messages)

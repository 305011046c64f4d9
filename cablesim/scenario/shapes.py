"""The shapes of a scenario's TOML files, as typed dictionaries.

Builders read these types and never import this module at run time; the checker hands them to
pydantic. So what is checked and what is built are the same thing, and a start that meets files
checked before pays for no checking.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

STRICT = ConfigDict(extra="forbid", strict=True)
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Words = Annotated[str, Field(min_length=1)]
Line = Annotated[int, Field(ge=1, le=100_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Group = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Groups = Group | Annotated[list[Group], Field(min_length=1)]
Format = Literal[1]
Where = Literal["moscow", "line", "beijing"]


@with_config(STRICT)
class Span(TypedDict):
    """Lines of the document, first and last included."""

    first: Line
    last: Line


class Apparatus(Span):
    """Lines that the edition added."""

    layer: NotRequired[Literal["catalogue", "summary", "furniture", "rights"]]


@with_config(STRICT)
class Source(TypedDict):
    """Where the document comes from."""

    file: Words
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    encoding: Literal["utf-8"]
    kind: Words
    edition: Words
    telegram: Span
    apparatus: NotRequired[list[Apparatus]]
    unseen: NotRequired[Words]
    translator: NotRequired[Words]
    language: NotRequired[Words]
    url: NotRequired[Words]
    record: NotRequired[Words]


@with_config(STRICT)
class Rights(TypedDict):
    """What the rights holder says."""

    statement: Words
    quote: NotRequired[Words]
    contact: NotRequired[Words]


@with_config(STRICT)
class BracketShape(TypedDict):
    """An editor's bracket within the telegram's lines."""

    line: Line
    text: Words


@with_config(STRICT)
class FusedShape(TypedDict):
    """Fields that the page glues together."""

    line: Line
    parts: Annotated[list[Words], Field(min_length=2)]
    note: Words


@with_config(STRICT)
class NameFormShape(TypedDict):
    """A printed form of a name."""

    text: Words
    line: NotRequired[Line]
    source: NotRequired[Words]


@with_config(STRICT)
class PartyShape(TypedDict):
    """A person or office."""

    id: Name
    role: Words
    name: Words
    place: NotRequired[Where]
    cover: NotRequired[Words]
    alternative_to: NotRequired[Name]
    forms: NotRequired[list[NameFormShape]]
    claims: NotRequired[list[Name]]


@with_config(STRICT)
class FormShape(TypedDict):
    """A field of the form."""

    field: Literal[
        "kind and number",
        "place",
        "handling",
        "to",
        "time line",
        "date",
        "instruction",
        "service order",
        "signature",
        "copies",
        "office",
        "classification",
        "series mark",
        "urgency",
        "clerks",
        "clock",
    ]
    value: NotRequired[Words]
    missing: NotRequired[bool]
    line: NotRequired[Line]
    note: NotRequired[Words]
    claims: NotRequired[list[Name]]


@with_config(STRICT)
class CopyShape(TypedDict):
    """A holder on the copy list."""

    to: Name
    count: Annotated[int, Field(ge=1, le=99)]
    kind: NotRequired[Literal["person", "office", "file"]]
    claims: NotRequired[list[Name]]


@with_config(STRICT)
class ScenarioFile(TypedDict):
    """`scenario.toml`."""

    format: Format
    id: Name
    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
    title: Words
    lang: Words
    minutes: Count
    authors: list[Words]
    licence: Words
    level: NotRequired[Words]
    about: NotRequired[Words]
    source: Source
    rights: Rights
    party: Annotated[list[PartyShape], Field(min_length=1)]
    form: NotRequired[list[FormShape]]
    bracket: NotRequired[list[BracketShape]]
    fused: NotRequired[list[FusedShape]]
    copy: NotRequired[list[CopyShape]]


@with_config(STRICT)
class ClaimBase(TypedDict):
    """What every claim has."""

    id: Name
    text: Words
    doubt: NotRequired[Words]
    evidence: NotRequired[list[Count]]


class QuotedClaim(ClaimBase):
    """The telegram or its edition says it: quote and line."""

    standing: Literal["document", "edition"]
    quote: Words
    line: Line
    source: NotRequired[Words]


class ElsewhereClaim(ClaimBase):
    """Another document or work says it: source."""

    standing: Literal["elsewhere"]
    source: Words


# "from" is a word of the language, so this shape is written as a call.
_InferenceKeys = TypedDict(
    "_InferenceKeys",
    {
        "standing": Literal["inference"],
        "from": Annotated[list[Name], Field(min_length=1)],
        "doubt": Words,
        "id": Name,
        "text": Words,
        "evidence": NotRequired[list[Count]],
        "source": NotRequired[Words],
    },
)


@with_config(STRICT)
class InferenceClaim(_InferenceKeys):
    """It is reasoned from other claims: which, and the doubt."""


class GapClaim(ClaimBase):
    """Nobody has shown it: the question it leaves."""

    standing: Literal["gap"]
    asks: Words
    source: NotRequired[Words]


AnyClaim = QuotedClaim | ElsewhereClaim | InferenceClaim | GapClaim
ClaimShape = Annotated[AnyClaim, Field(discriminator="standing")]


@with_config(STRICT)
class MomentShape(TypedDict):
    """A printed moment."""

    event: Words
    printed: Words
    clock: Words
    date: NotRequired[Words]
    line: NotRequired[Line]


@with_config(STRICT)
class StageShape(TypedDict):
    """A stage of the route."""

    id: Name
    title: Words
    who: Name
    where: NotRequired[Where]
    after: NotRequired[list[Name]]
    moment: NotRequired[MomentShape]
    sure: NotRequired[list[Name]]


@with_config(STRICT)
class HistoryFile(TypedDict):
    """`history.toml`."""

    format: Format
    claim: Annotated[list[ClaimShape], Field(min_length=1)]
    stage: Annotated[list[StageShape], Field(min_length=1)]


@with_config(STRICT)
class TextShape(TypedDict):
    """The lines that are enciphered."""

    first: Line
    last: Line


@with_config(STRICT)
class StepShape(TypedDict):
    """A step of the cipher, in words."""

    id: Name
    does: Literal["book", "add-no-carry"]
    text: Words


@with_config(STRICT)
class CipherShape(TypedDict):
    """The teaching cipher."""

    id: Name
    title: Words
    book: Words
    step: list[StepShape]


@with_config(STRICT)
class PadShape(TypedDict):
    """The pad: how many pages of how many groups."""

    pages: Annotated[int, Field(ge=1, le=2_000)]
    groups: Annotated[int, Field(ge=3, le=1_000)]


@with_config(STRICT)
class ClosingShape(TypedDict):
    """Serial and day of the closing group."""

    serial: Annotated[int, Field(ge=0, le=999)]
    day: Annotated[int, Field(ge=1, le=31)]


@with_config(STRICT)
class LegShape(TypedDict):
    """How long a stage takes in the simulation."""

    stage: Name
    low: Count
    middle: Count
    high: Count
    n: Count
    claim: NotRequired[Name]
    note: NotRequired[Words]


@with_config(STRICT)
class SimulatedShape(TypedDict):
    """The simulated clock."""

    unit: Literal["minutes"]
    leg: list[LegShape]


@with_config(STRICT)
class ContrastShape(TypedDict):
    """A modern station."""

    id: Name
    title: Words
    after: NotRequired[Name]


@with_config(STRICT)
class TeachingFile(TypedDict):
    """`teaching.toml`."""

    format: Format
    banner: Words
    text: TextShape
    cipher: Annotated[list[CipherShape], Field(min_length=1, max_length=1)]
    pad: PadShape
    closing: ClosingShape
    simulated: NotRequired[SimulatedShape]
    contrast: NotRequired[list[ContrastShape]]


@with_config(STRICT)
class NullsShape(TypedDict):
    """Groups that mean nothing."""

    groups: Annotated[list[Group], Field(min_length=1)]


@with_config(STRICT)
class BookFile(TypedDict):
    """`codebook.toml`."""

    format: Format
    title: Words
    note: NotRequired[Words]
    words: dict[str, Groups]
    syllables: NotRequired[dict[str, Groups]]
    letters: dict[str, Groups]
    figures: dict[str, Groups]
    signs: dict[str, Groups]
    controls: dict[
        Literal[
            "paragraph",
            "begin-spell",
            "end-spell",
            "begin-figures",
            "end-figures",
            "repeat",
            "close-up",
            "space",
        ],
        Groups,
    ]
    nulls: NullsShape


@with_config(STRICT)
class TermShape(TypedDict):
    """A term of the glossary."""

    term: Words
    text: Words
    see: NotRequired[list[Name]]
    teaching: NotRequired[bool]


@with_config(STRICT)
class GlossaryFile(TypedDict):
    """`glossary.toml`."""

    format: Format
    term: list[TermShape]

"""The shapes of a scenario's TOML files, as typed dictionaries.

Builders read these types and never import this module at run time; the checker hands them to
pydantic. So what is checked and what is built are the same thing, and a start that meets files
checked before pays for no checking.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field, with_config
from typing_extensions import TypedDict

from cablesim.scenario.shape_parts import (
    STRICT,
    Count,
    Format,
    Line,
    Name,
    Part,
    Parts,
    Span,
    Words,
)
from cablesim.scenario.teaching_shapes import (
    BookFile,
    BookTables,
    CipherShape,
    ClosingShape,
    ContrastShape,
    GlossaryFile,
    LegShape,
    PadShape,
    ShortClock,
    SimulatedShape,
    StepShape,
    TeachingFile,
    TermShape,
    VariantShape,
)

__all__ = [
    "BookFile",
    "BookTables",
    "CipherShape",
    "ClosingShape",
    "ContrastShape",
    "GlossaryFile",
    "LegShape",
    "PadShape",
    "Part",
    "ShortClock",
    "SimulatedShape",
    "Span",
    "StepShape",
    "TeachingFile",
    "TermShape",
    "VariantShape",
]


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
    telegram: Parts
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
    place: NotRequired[Name]
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
        "special number",
        "own number",
        "reference",
        "continuation",
        "enclosure",
        "specimen number",
        "stamp",
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
class CopiesShape(TypedDict):
    """How many copies the page itself states, and whether its list agrees."""

    total: Count
    agrees: NotRequired[bool]
    line: NotRequired[Line]
    claims: NotRequired[list[Name]]


@with_config(STRICT)
class PlaceShape(TypedDict):
    """A place of the route by its name."""

    id: Name
    name: Words


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
    copies: NotRequired[CopiesShape]
    place: NotRequired[list[PlaceShape]]


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


ActName = Literal[
    "sign",
    "register",
    "encode",
    "encipher",
    "send",
    "receive",
    "repair",
    "decipher",
    "decode",
    "hand",
    "deliver",
    "report",
    "copies",
    "none",
]


@with_config(STRICT)
class StageShape(TypedDict):
    """A stage of the route."""

    id: Name
    title: Words
    who: Name
    where: NotRequired[Name]
    act: NotRequired[ActName]
    after: NotRequired[list[Name]]
    moment: NotRequired[MomentShape]
    sure: NotRequired[list[Name]]


@with_config(STRICT)
class HistoryFile(TypedDict):
    """`history.toml`."""

    format: Format
    claim: Annotated[list[ClaimShape], Field(min_length=1)]
    stage: Annotated[list[StageShape], Field(min_length=1, max_length=200)]

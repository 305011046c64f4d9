"""The shapes of what is made up: `teaching.toml`, the code book, the glossary's terms."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Discriminator, Field, Tag, with_config
from typing_extensions import TypedDict

from cablesim.scenario.shape_parts import (
    STRICT,
    Count,
    Format,
    Group,
    Groups,
    Name,
    Parts,
    Words,
)


@with_config(STRICT)
class StepShape(TypedDict):
    """A step of the cipher, in words."""

    id: Name
    does: Literal["book", "add-no-carry", "system"]
    text: Words
    pad: NotRequired[Words]


@with_config(STRICT)
class NullsShape(TypedDict):
    """Groups that mean nothing."""

    groups: Annotated[list[Group], Field(min_length=1)]


Controls = dict[
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


@with_config(STRICT)
class BookTables(TypedDict):
    """The tables of a code book; one that is not there is made to fit the text."""

    title: NotRequired[Words]
    note: NotRequired[Words]
    words: NotRequired[dict[str, Groups]]
    syllables: NotRequired[dict[str, Groups]]
    letters: NotRequired[dict[str, Groups]]
    figures: NotRequired[dict[str, Groups]]
    signs: NotRequired[dict[str, Groups]]
    controls: NotRequired[Controls]
    nulls: NotRequired[NullsShape]


class BookFile(BookTables):
    """`codebook.toml`."""

    format: Format


def _kind_of_book(value: object) -> str:
    """Tell the name of a file from a list of words and from the tables of a book."""
    if isinstance(value, str):
        return "file"
    tables = isinstance(value, dict) and any(isinstance(each, dict) for each in value.values())
    return "tables" if tables else "list"


BookShape = Annotated[
    Annotated[Words, Tag("file")]
    | Annotated[dict[str, Groups], Tag("list")]
    | Annotated[BookTables, Tag("tables")],
    Discriminator(_kind_of_book),
]


@with_config(STRICT)
class VariantShape(TypedDict):
    """Other groups that the line delivers when the walker asks for them."""

    name: Words
    source: NotRequired[Words]
    groups: NotRequired[Words]
    groups_file: NotRequired[Words]


@with_config(STRICT)
class CipherShape(TypedDict):
    """The cipher of the walk: a book and a pad, or a system of the program by its name."""

    id: Name
    title: Words
    book: NotRequired[BookShape]
    system: NotRequired[Words]
    parameters: NotRequired[dict[str, object]]
    groups: NotRequired[Words]
    groups_file: NotRequired[Words]
    variant: NotRequired[VariantShape]
    step: NotRequired[list[StepShape]]


@with_config(STRICT)
class PadShape(TypedDict):
    """The pad: how many pages of how many groups."""

    pages: NotRequired[Annotated[int, Field(ge=1, le=300)]]
    groups: NotRequired[Annotated[int, Field(ge=3, le=100)]]


@with_config(STRICT)
class ClosingShape(TypedDict):
    """Serial and day of the closing group."""

    serial: NotRequired[Annotated[int, Field(ge=0, le=999)]]
    day: NotRequired[Annotated[int, Field(ge=1, le=31)]]


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
    """The simulated clock, leg by leg."""

    unit: NotRequired[Literal["minutes"]]
    leg: list[LegShape]


def _kind_of_short(value: object) -> str:
    """Tell minutes, the unit and the table `like` of a short clock."""
    if isinstance(value, str):
        return "unit"
    return "like" if isinstance(value, dict) else "minutes"


ShortValue = Annotated[
    Annotated[Count, Tag("minutes")]
    | Annotated[Literal["minutes"], Tag("unit")]
    | Annotated[dict[str, Name], Tag("like")],
    Discriminator(_kind_of_short),
]
ShortClock = dict[str, ShortValue]


def _kind_of_clock(value: object) -> str:
    """Tell a clock of legs from its short form."""
    return "legs" if isinstance(value, dict) and "leg" in value else "short"


ClockShape = Annotated[
    Annotated[SimulatedShape, Tag("legs")] | Annotated[ShortClock, Tag("short")],
    Discriminator(_kind_of_clock),
]


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
    banner: NotRequired[Words]
    text: NotRequired[Parts]
    cipher: NotRequired[Annotated[list[CipherShape], Field(min_length=1, max_length=1)]]
    pad: NotRequired[PadShape]
    closing: NotRequired[ClosingShape]
    simulated: NotRequired[ClockShape]
    contrast: NotRequired[list[ContrastShape]]


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

"""What the shapes of all files share: names, texts, lines, groups, and how a choice is told.

A choice between two forms is told apart by what was written, so that a mistake is said once and of
the form that was meant.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Discriminator, Field, Tag, with_config
from typing_extensions import TypedDict

STRICT = ConfigDict(extra="forbid", strict=True)
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Words = Annotated[str, Field(min_length=1)]
Line = Annotated[int, Field(ge=1, le=100_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Group = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Groups = Group | Annotated[list[Group], Field(min_length=1)]
Format = Literal[1]


@with_config(STRICT)
class Span(TypedDict):
    """Lines of the document, first and last included."""

    first: Line
    last: Line


class Part(Span):
    """Lines of one message or part of the telegram."""

    title: NotRequired[Words]


def _one_or_more(value: object) -> str:
    """Tell a list from a single value."""
    return "more" if isinstance(value, list) else "one"


Parts = Annotated[
    Annotated[Part, Tag("one")] | Annotated[list[Part], Field(min_length=1), Tag("more")],
    Discriminator(_one_or_more),
]

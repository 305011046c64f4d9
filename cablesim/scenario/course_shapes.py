"""The shape of `course.toml`, as typed dictionaries.

Like `shapes`, builders read these types and never import this module at run time.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field, with_config
from typing_extensions import TypedDict

from cablesim.scenario.shape_parts import STRICT, Count, Format, Name, Words


@with_config(STRICT)
class ExampleShape(TypedDict):
    """A worked example: by a system, or by the practice book where none is named."""

    title: Words
    text: Words
    system: NotRequired[Words]
    way: NotRequired[Literal["encipher", "decipher"]]
    parameters: NotRequired[dict[str, object]]
    leave: NotRequired[Annotated[int, Field(ge=0, le=100)]]
    vector: NotRequired[Words]
    says: NotRequired[Words]


@with_config(STRICT)
class LessonShape(TypedDict):
    """A lesson; its words stand in a file of its id."""

    id: Name
    title: Words
    minutes: Count
    skills: Annotated[list[Words], Field(min_length=1, max_length=9)]
    exercises: Annotated[list[Name], Field(min_length=1, max_length=20)]
    start: NotRequired[Name]
    recall: NotRequired[Name]
    example: NotRequired[Annotated[list[ExampleShape], Field(max_length=9)]]


@with_config(STRICT)
class CourseFile(TypedDict):
    """`course.toml`."""

    format: Format
    id: Name
    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
    title: Words
    lang: Words
    minutes: Count
    authors: list[Words]
    licence: Words
    scenario: Name
    about: NotRequired[Words]
    banner: NotRequired[Words]
    lesson: Annotated[list[LessonShape], Field(min_length=1, max_length=40)]

"""The JSON Schemas of a scenario's files, for an editor's completion and hover help."""

from __future__ import annotations

from cablesim.errors import CablesimError
from cablesim.scenario.checking import SHAPES, schema
from cablesim.scenario.finding import nearest
from cablesim.scenario.jsonschema import Node


class UnknownSchema(CablesimError):  # noqa: N818 - the name says what was found.
    """A name of no file of a scenario."""


def names() -> tuple[str, ...]:
    """Return the names of the schemas: those of the files without their ending."""
    return tuple(file.removesuffix(".toml") for file in SHAPES)


def schema_named(name: str) -> Node:
    """Return a schema by the name of its file, with or without its ending."""
    file = f"{name.removesuffix('.toml')}.toml"
    if file not in SHAPES:
        near = nearest(name, names())
        hint = f"did you mean '{near}'?" if near else f"there are: {', '.join(names())}"
        raise UnknownSchema(f"there is no schema '{name}'; {hint}")
    return schema(file)

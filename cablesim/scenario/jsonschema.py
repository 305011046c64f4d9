"""The shapes of the files as JSON Schemas: printed for editors, asked by the checker for keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from pydantic import TypeAdapter

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Node: TypeAlias = "dict[str, Json]"
Path = tuple[str | int, ...]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Deeper than any path of the format; a shape that names itself is not followed for ever.
_DEEPEST = 24
_DEEPEST_TABLE = 3


def schema_of(adapter: TypeAdapter[object], title: str) -> Node:
    """Return the JSON Schema of a shape, with its dialect and a title."""
    found = cast("Node", adapter.json_schema())
    return {"$schema": DIALECT, **found, "title": title}


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that can be asked which keys it knows at a place; what was asked is remembered."""

    schema: Node
    _memo: dict[Path, list[Node]] = field(default_factory=dict, repr=False)
    _many: dict[tuple[str, ...], bool | None] = field(default_factory=dict, repr=False)
    _homes: dict[str, list[str]] = field(default_factory=dict, repr=False)
    _all: list[str] = field(default_factory=list, repr=False)

    def known(self, path: Path) -> dict[str, Node]:
        """Return the keys that a table at this path may have, each with its own schema."""
        found: dict[str, Node] = {}
        for node in self._at(path):
            properties = node.get("properties")
            if isinstance(properties, dict):
                found.update({key: cast("Node", value) for key, value in properties.items()})
        return found

    def kinds(self, path: Path) -> frozenset[str]:
        """Return the kinds of value that may stand at this path: string, integer, array, ..."""
        return frozenset(
            str(node["type"]) for node in self._at(path) if isinstance(node.get("type"), str)
        )

    def alternatives(self, path: Path) -> list[Node]:
        """Return every schema that may hold at this path."""
        return self._at(path)

    def homes(self, name: str) -> list[str]:
        """Return the dotted names of the tables that end with a name, from the top down."""
        if name not in self._homes:
            self._homes[name] = self._ending_with(name)
        return self._homes[name]

    def _ending_with(self, name: str) -> list[str]:
        """Return the dotted names of the tables that end with a name, from the schema."""
        if not self._all:
            self._all.extend(self._tables((), _DEEPEST_TABLE))
        return [path for path in self._all if path.rpartition(".")[2] == name]

    def _tables(self, names: tuple[str, ...], depth: int) -> Iterator[str]:
        """Yield the dotted names of all tables below a place."""
        for key in self.known(self._any_item(names)):
            inner = (*names, key)
            if depth and self.known(self._any_item(inner)):
                yield ".".join(inner)
                yield from self._tables(inner, depth - 1)

    def _any_item(self, names: tuple[str, ...]) -> Path:
        """Return a path of names in which lists of tables stand for their first table."""
        path: Path = ()
        for name in names:
            path = (*path, name)
            if not self.known(path) and self.known((*path, 0)):
                path = (*path, 0)
        return path

    def patterns(self, path: Path) -> list[str]:
        """Return the patterns of the texts that may stand at this path, or in a list there."""
        nodes = self._at(path)
        nodes += [each for node in nodes for each in self._items(node)]
        return [str(node["pattern"]) for node in nodes if "pattern" in node]

    def many(self, names: tuple[str, ...]) -> bool | None:
        """Tell whether a table of these names is one of a list; None where both or neither fit."""
        if names not in self._many:
            self._many[names] = self._is_many(names)
        return self._many[names]

    def _is_many(self, names: tuple[str, ...]) -> bool | None:
        """Tell whether a table is one of a list, from the schema."""
        nodes = [self.schema]
        here: list[Node] = []
        for name in names:
            here = [each for node in nodes for each in self._step(node, name)]
            nodes = [*here, *(each for node in here for each in self._items(node))]
        items = [each for node in here for each in self._items(node)]
        lists_tables = any(item.get("type") == "object" for item in items)
        own_table = any(node.get("type") == "object" for node in here)
        return None if lists_tables is own_table else lists_tables

    def _at(self, path: Path) -> list[Node]:
        """Return the schemas that hold at a path; all items of a list have the same."""
        key: Path = tuple(0 if isinstance(part, int) else part for part in path)
        if key not in self._memo:
            self._memo[key] = self._found(path)
        return self._memo[key]

    def _found(self, path: Path) -> list[Node]:
        """Return the schemas that hold at a path, from the schema."""
        nodes = list(self._open(self.schema))
        for part in path:
            if isinstance(part, int):
                nodes = [each for node in nodes for each in self._items(node)]
            else:
                nodes = [each for node in nodes for each in self._step(node, part)]
        return nodes

    def _step(self, node: Node, name: str) -> Iterator[Node]:
        """Yield the schemas of a key of a table."""
        properties = node.get("properties")
        if isinstance(properties, dict) and name in properties:
            yield from self._open(cast("Node", properties[name]))
        elif isinstance(node.get("additionalProperties"), dict):
            yield from self._open(cast("Node", node["additionalProperties"]))

    def _items(self, node: Node) -> Iterator[Node]:
        """Yield the schemas of a list's items."""
        if isinstance(node.get("items"), dict):
            yield from self._open(cast("Node", node["items"]))

    def _open(self, node: Node, depth: int = 0) -> Iterator[Node]:
        """Yield a schema and all that it stands for: references and alternatives."""
        if depth > _DEEPEST:
            return
        reference = node.get("$ref")
        if isinstance(reference, str):
            definitions = cast("Node", self.schema.get("$defs", {}))
            yield from self._open(
                cast("Node", definitions[reference.rsplit("/", 1)[-1]]), depth + 1
            )
            return
        alternatives = [*_nodes(node.get("anyOf")), *_nodes(node.get("oneOf"))]
        if not alternatives:
            yield node
        for each in alternatives:
            yield from self._open(each, depth + 1)


def _nodes(value: object) -> list[Node]:
    """Return the schemas of a list of alternatives."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

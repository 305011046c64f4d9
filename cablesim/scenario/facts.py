"""A scenario's files as written: tables with their places, document, words of the walk.

The proofs read this and not the built scenario, so that one broken table hides nothing that can be
said of the others. A value of another kind than wanted counts as not written; that it is so is
said elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cablesim.documents.document import Bracket, Document, Fused, Layer, LayerSpan
from cablesim.scenario.finding import Edit, Finding
from cablesim.scenario.locating import Path, Places
from cablesim.scenario.toml import Table
from cablesim.scenario.walktext import WalkPage

HEAD = "scenario.toml"
BOOK = "codebook.toml"


@dataclass(frozen=True)
class Sheet:
    """One TOML file: its name, text and tables; the places are found when they are asked for."""

    file: str
    text: str
    data: Table
    known_places: Places | None = None

    @cached_property
    def places(self) -> Places:
        """Where everything stands."""
        return self.known_places or Places(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a file, with its path."""

    sheet: Sheet
    path: Path
    data: Mapping[str, object]

    def text(self, key: str) -> str:
        """Return a text, or the empty one."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int | None:
        """Return a whole number."""
        value = self.data.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def names(self, key: str) -> Iterator[tuple[Path, str]]:
        """Yield the names at a key, one or a list of them, each with its path."""
        value = self.data.get(key)
        if isinstance(value, str):
            yield (*self.path, key), value
        elif isinstance(value, list):
            for number, each in enumerate(value):
                if isinstance(each, str):
                    yield (*self.path, key, number), each

    def rows(self, key: str) -> Iterator[Row]:
        """Yield the tables at a key, one or a list of them."""
        value = self.data.get(key)
        if isinstance(value, dict):
            yield Row(self.sheet, (*self.path, key), value)
        elif isinstance(value, list):
            for number, each in enumerate(value):
                if isinstance(each, dict):
                    yield Row(self.sheet, (*self.path, key, number), each)

    def finding(self, code: str, key: Path, message: str, cure: str = "", *mend: Edit) -> Finding:
        """Return a finding at the value of a key of this table."""
        return at(self.sheet, code, (*self.path, *key), message, cure, *mend)

    def rewritten(self, key: str, right: str) -> tuple[Edit, ...]:
        """Return the edit that writes a value anew."""
        written = self.sheet.places.written((*self.path, key))
        return () if written is None else (Edit(written[0], written[0] + len(written[1]), right),)


def at(sheet: Sheet, code: str, path: Path, message: str, cure: str = "", *mend: Edit) -> Finding:
    """Return a finding at the value of a path of a file."""
    line, column = sheet.places.value(path)
    key = ".".join(str(part) for part in path)
    return Finding(code, sheet.file, line, column, key, message, cure, mend)


@dataclass(frozen=True)
class Facts:
    """The files of a scenario that could be read; `whole` tells that none was left out.

    `used` holds names that others take from the scenario, such as a course.
    """

    sheets: Mapping[str, Sheet]
    document: bytes | None = None
    pages: tuple[WalkPage, ...] = ()
    walk_lines: tuple[str, ...] = ()
    whole: bool = True
    used: frozenset[str] = frozenset()
    _rows: dict[str, tuple[Row, ...]] = field(default_factory=dict, compare=False)

    def rows(self, key: str) -> tuple[Row, ...]:
        """Return the tables of a name, in whichever file they stand."""
        if key not in self._rows:
            self._rows[key] = tuple(row for top in self.tops() for row in top.rows(key))
        return self._rows[key]

    def tops(self) -> Iterator[Row]:
        """Yield every file as one table."""
        for sheet in self.sheets.values():
            if sheet.file != BOOK:
                yield Row(sheet, (), sheet.data)

    @cached_property
    def page(self) -> Document | None:
        """The document with its layers, as far as the head tells them; None without a document."""
        if self.document is None:
            return None
        sources = self.rows("source")
        spans = [span for source in sources for span in _spans(source)]
        brackets = [
            Bracket(row.number("line") or 0, row.text("text")) for row in self.rows("bracket")
        ]
        fused = [
            Fused(row.number("line") or 0, tuple(text for _, text in row.names("parts")), "")
            for row in self.rows("fused")
        ]
        lines = tuple(self.document.decode("utf-8", "replace").split("\n"))
        return Document(self.document, lines, tuple(spans), tuple(brackets), tuple(fused))


def _spans(source: Row) -> Iterator[LayerSpan]:
    """Yield the layers that a source names, the telegram's first."""
    telegram = list(source.rows("telegram"))
    for row in telegram:
        yield LayerSpan(Layer.TELEGRAM, row.number("first") or 0, row.number("last") or 0)
    starts = [row.number("first") or 0 for row in telegram]
    for row in source.rows("apparatus"):
        last = row.number("last") or 0
        before = bool(starts) and last < min(starts)
        named = row.text("layer")
        known = {layer.value for layer in Layer}
        usual = Layer.CATALOGUE if before else Layer.FURNITURE
        layer = Layer(named) if named in known else usual
        yield LayerSpan(layer, row.number("first") or 0, last)

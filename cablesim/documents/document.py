"""The document: bytes pinned by their hash, lines never changed, every sign with its layer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from cablesim.errors import CablesimError


class DocumentMismatch(CablesimError):  # noqa: N818 - the name says what was found.
    """The document is not the one that was pinned."""


class Layer(StrEnum):
    """Who wrote a part of the page."""

    CATALOGUE = "catalogue"
    TELEGRAM = "telegram"
    BRACKET = "bracket"
    SUMMARY = "summary"
    FURNITURE = "furniture"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True)
class LayerSpan:
    """A run of lines of one layer, first and last included."""

    layer: Layer
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """An editor's bracket within the telegram's lines."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Fused:
    """Fields that the page glues together: shown, never repaired."""

    line: int
    parts: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line and its layer."""

    text: str
    layer: Layer


@dataclass(frozen=True, slots=True)
class Document:
    """A page as it was found, with its layers; line numbers count from 1."""

    data: bytes
    lines: tuple[str, ...]
    spans: tuple[LayerSpan, ...]
    brackets: tuple[Bracket, ...]
    fused: tuple[Fused, ...]

    @property
    def sha256(self) -> str:
        """The hash of the bytes, 64 hexadecimal figures."""
        return hashlib.sha256(self.data).hexdigest()

    def demand(self, sha256: str) -> None:
        """Raise `DocumentMismatch` unless the bytes have this hash."""
        if self.sha256 != sha256:
            raise DocumentMismatch(
                f"the document is not the pinned one: its SHA-256 begins {self.sha256[:12]}, "
                f"pinned is {sha256[:12]}; restore the file, or pin it anew if the change is wanted"
            )

    def line(self, number: int) -> str:
        """Return a line to the letter; a number outside the page gives the empty text."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def layer(self, number: int) -> Layer:
        """Return the layer of a line; a line that no span names is page furniture."""
        for span in self.spans:
            if span.first <= number <= span.last:
                return span.layer
        return Layer.FURNITURE

    def segments(self, number: int) -> tuple[Segment, ...]:
        """Return the pieces of a line by layer; their texts join to the line, letter for letter."""
        text, layer = self.line(number), self.layer(number)
        pieces: list[Segment] = []
        at = 0
        for start, end in self._bracket_places(number):
            if start > at:
                pieces.append(Segment(text[at:start], layer))
            pieces.append(Segment(text[start:end], Layer.BRACKET))
            at = end
        if at < len(text):
            pieces.append(Segment(text[at:], layer))
        return tuple(pieces)

    def _bracket_places(self, number: int) -> list[tuple[int, int]]:
        """Return where the editor's brackets of a line stand, in order, none over another."""
        text = self.line(number)
        places: list[tuple[int, int]] = []
        for bracket in self.brackets:
            start = text.find(bracket.text) if bracket.line == number and bracket.text else -1
            while start >= 0 and any(
                a < start + len(bracket.text) and start < b for a, b in places
            ):
                start = text.find(bracket.text, start + 1)
            if start >= 0:
                places.append((start, start + len(bracket.text)))
        return sorted(places)

    def stands_on(self, quote: str, number: int) -> bool:
        """Tell whether a quote stands letter for letter on a line."""
        return bool(quote) and quote in self.line(number)

    def lines_with(self, quote: str) -> tuple[int, ...]:
        """Return the numbers of the lines on which a quote stands."""
        return tuple(n for n in range(1, len(self.lines) + 1) if self.stands_on(quote, n))

    def in_layer(self, quote: str, number: int, layer: Layer) -> bool:
        """Tell whether a quote stands on a line wholly within pieces of one layer."""
        return any(quote in piece.text for piece in self.segments(number) if piece.layer is layer)

    def fused_on(self, number: int) -> tuple[Fused, ...]:
        """Return the glued fields of a line."""
        return tuple(item for item in self.fused if item.line == number)

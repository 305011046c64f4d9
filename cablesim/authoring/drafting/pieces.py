"""The messages or parts of a page: their lines, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cablesim.authoring.document_reading.found import Reading
from cablesim.authoring.document_reading.phrases import RULE, SEPARATOR
from cablesim.documents.document import Layer, LayerSpan

Lines = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A message or part: its lines, those of its words with the signatures, and a title."""

    lines: Lines
    words: Lines
    title: str


def pieces_of(reading: Reading) -> tuple[Piece, ...]:
    """Return the messages or parts of a page; nothing where the telegram is one."""
    if len(reading.parts) > 1:
        parts = [each for each in reading.parts if each.words[0]]
        starts, what = [each.first for each in parts], "part"
        words = [each.words for each in parts]
    elif len(reading.messages) > 1:
        starts, what = [each.opens for each in reading.messages], "message"
        words = [(each.first, each.last) for each in reading.messages]
    else:
        return ()
    if len(set(starts)) < 2:  # noqa: PLR2004 - one piece is the whole.
        return ()
    ends = dict(_ends(reading, sorted(starts)))
    first = min(starts)
    found: list[Piece] = []
    for number, (start, own) in enumerate(zip(starts, words, strict=True), 1):
        opened = reading.telegram.first if start == first else _inwards(reading, start, 1)
        lines = (opened, max(ends[start], own[1]))
        found.append(Piece(lines, _signed(reading, own, lines), f"{what} {number}"))
    return tuple(found)


def telegram_spans(reading: Reading) -> tuple[LayerSpan, ...]:
    """Return the telegram's own lines: one span, or one a message or part."""
    pieces = pieces_of(reading)
    return tuple(LayerSpan(Layer.TELEGRAM, *each.lines) for each in pieces) or (reading.telegram,)


def _ends(reading: Reading, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the last line of the piece that begins at each start."""
    following = [start - 1 for start in starts[1:]]
    for start, end in zip(starts, [*following, reading.telegram.last], strict=True):
        yield start, _inwards(reading, end, -1)


def _inwards(reading: Reading, number: int, step: int) -> int:
    """Return the next line, from one on, that is neither blank nor parts two messages."""
    while reading.telegram.first < number < reading.telegram.last:
        text = reading.lines[number - 1].strip()
        if text and not RULE.match(text) and not SEPARATOR.match(text):
            break
        number += step
    return number


def _signed(reading: Reading, words: Lines, lines: Lines) -> Lines:
    """Return the lines of words, with the signatures below them."""
    below = [each.line for each in reading.signatures if words[1] < each.line <= lines[1]]
    return words[0], max(below, default=words[1])

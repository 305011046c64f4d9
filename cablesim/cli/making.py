"""`cablesim new`: a scenario's folder, drafted from a document or made from nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_json, tell
from cablesim.errors import CablesimError

if TYPE_CHECKING:
    from cablesim.authoring.skeleton import Made

# One sign more than may be, so that a document that is too large is told from one that just fits.
MOST_READ = 256 * 1024 + 1


@click.command("new")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "document",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    help="A telegram's document (UTF-8 text): read line by line, copied byte for byte, pinned.",
)
@click.option(
    "--neighbour",
    "neighbours",
    multiple=True,
    metavar="NUMBER=DATE",
    help="A number of the same series with its date (3812=1931-06-29), where two numbers differ.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(
    *, path: Path, document: Path | None, neighbours: tuple[str, ...], as_json: bool
) -> int:
    """Make a new scenario in the folder PATH; a folder that is there already is left alone.

    With --from every line of the document is read, and form, layers, names, copies, messages and
    their quotes are written down as proposals, each marked "proposed, please confirm". What the
    page does not say stands as a gap to fill in. What is doubtful is told and never mended. The
    folder checks without errors and walks from the first minute:

    \b
      cablesim new my-telegram --from telegram.txt
      cablesim check my-telegram
      cablesim preview my-telegram
    """  # noqa: D301 - click takes the sign itself, by which lines are kept apart.
    from cablesim.authoring.skeleton import make

    series = _series(neighbours)
    made = make(path, None if document is None else _read(document))
    fits = _fitting(made, series)
    if as_json:
        say_json(_json(path, made, fits))
        return 0
    say(f"{path}: made with {len(made.files)} files; it checks and walks as it is.")
    say(f"proposed, please confirm: {made.proposed} places")
    say(f"to fill in: {made.to_fill_in} places")
    for doubt in made.reading.doubts:
        say(f"document.txt:{doubt.line}: {doubt.sentence}")
    if fits:
        say(f"Of the numbers only {fits} fits its neighbours; nothing was changed for that.")
    elif series:
        say("The neighbours do not decide between the numbers.")
    tell(f"look through the marked lines, then: cablesim check {path}; cablesim preview {path}")
    return 0


def _read(document: Path) -> bytes:
    """Read a document, at most a little more than one may have."""
    file = os.open(document, os.O_RDONLY | os.O_NONBLOCK)
    try:
        pieces: list[bytes] = []
        while (piece := os.read(file, MOST_READ)) and sum(map(len, pieces)) < MOST_READ:
            pieces.append(piece)
    finally:
        os.close(file)
    return b"".join(pieces)


def _series(neighbours: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the neighbours in the series as pairs of number and date."""
    from datetime import date

    pairs: list[tuple[str, str]] = []
    for each in neighbours:
        number, _, day = each.partition("=")
        try:
            pairs.append((str(int(number)), date.fromisoformat(day).isoformat()))
        except ValueError:
            raise CablesimError(
                f"'{each}' is no number with a date; write it as 3812=1931-06-29"
            ) from None
    return tuple(pairs)


def _fitting(made: Made, series: tuple[tuple[str, str], ...]) -> str:
    """Return the one number that fits the series."""
    from cablesim.authoring.document_reading.facts import fits_series

    numbers = made.reading.numbers
    found = tuple(n for n in dict.fromkeys((numbers.title, *numbers.heading)) if n.isdigit())
    dated = made.reading.date or made.reading.dated
    return fits_series(found, dated, series) if series and dated and len(found) > 1 else ""


def _json(path: Path, made: Made, fits: str) -> dict[str, object]:
    """Return what was made as data."""
    reading = made.reading
    return {
        "format": 1,
        "path": str(path),
        "files": sorted(made.files),
        "proposed": [
            {"field": item.kind.value, "value": item.value, "line": item.line}
            for item in reading.fields
        ],
        "layers": [
            {"layer": span.layer.value, "first": span.first, "last": span.last}
            for span in (reading.telegram, *reading.layers)
        ],
        "recipients": list(reading.recipients.names),
        "alternatives": reading.recipients.alternatives,
        "copies": list(reading.copies.names),
        "copies_stated": reading.copies.stated,
        "messages": len(reading.messages),
        "parts": [part.number for part in reading.parts],
        "doubts": [{"line": doubt.line, "sentence": doubt.sentence} for doubt in reading.doubts],
        "fits_series": fits or None,
        "to_confirm": made.proposed,
        "to_fill_in": made.to_fill_in,
    }

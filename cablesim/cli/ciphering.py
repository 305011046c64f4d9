"""`cablesim encipher` and `cablesim decipher`: one system, or a chain, by hand."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cablesim.cli.output import say, tell
from cablesim.errors import CablesimError
from cablesim.systems.system import BAND, Way

if TYPE_CHECKING:
    from cablesim.systems.working import WorkedLine, Working

MOST_CHANGES = 8
RECIPE = ".toml"


def _command(way: Way, act: str) -> click.Command:
    """Return the command for one way."""

    @click.command(
        way.value,
        help=f"""{act} TEXT (or standard input) by a teaching SYSTEM.

    SYSTEM is a name from `cablesim systems`, or a recipe of several systems, a file that ends in
    .toml. Without TEXT, or with -, the text comes from standard input.
    """,
    )
    @click.argument("name", metavar="SYSTEM")
    @click.argument("text", required=False)
    @click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter.")
    @click.option(
        "--params",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Parameters from a JSON file.",
    )
    @click.option("--working", is_flag=True, help="Print the clerk's sheet as well.")
    @click.option("--groups", type=click.IntRange(1, 100), help="Cut the result into groups.")
    @click.option("--json", "as_json", is_flag=True, help="One JSON document.")
    def command(
        *,
        name: str,
        text: str | None,
        pairs: tuple[str, ...],
        params: Path | None,
        working: bool,
        groups: int | None,
        as_json: bool,
    ) -> None:
        parameters = _parameters(pairs, params)
        workings = _work(name, parameters, _text(text), way)
        if as_json:
            _print_json(name, way, workings)
            return
        if working:
            for row in _sheets(workings):
                say(row)
        else:
            result = workings[-1].result
            say(_grouped(result, groups) if groups else result)
        _tell_changes(workings)

    return command


def _work(name: str, parameters: dict[str, Any], text: str, way: Way) -> tuple[Working, ...]:
    """Send a text through a system or a recipe; return the sheets, in the order of the work."""
    from cablesim.codes import registry
    from cablesim.codes.chain import read_recipe

    if not name.endswith(RECIPE):
        return (registry.system(name).work(text, way, parameters),)
    if parameters:
        raise CablesimError("a recipe holds its parameters itself; leave out -p and --params")
    try:
        recipe = Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise CablesimError(f"{name} is no UTF-8 text; save the recipe as UTF-8") from None
    return read_recipe(recipe).work(text, way).workings


def _parameters(pairs: tuple[str, ...], file: Path | None) -> dict[str, Any]:
    """Return the parameters of a file, then those of the command line, which win."""
    found: dict[str, Any] = {}
    if file is not None:
        try:
            read = json.loads(file.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:
            raise CablesimError(f"{file} is no JSON: {error}; write one object") from None
        if not isinstance(read, dict):
            raise CablesimError(f'{file} holds no object; write {{"NAME": VALUE, ...}}')
        found.update(read)
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise CablesimError(f"-p {pair[:60]}: write a parameter as NAME=VALUE")
        found[name] = value
    return found


def _text(given: str | None) -> str:
    """Return the text: the word given, or all of standard input less its last line end."""
    if given is not None and given != "-":
        return given
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CablesimError(
            f"byte {error.start + 1} of standard input is no UTF-8; save the text as UTF-8"
        ) from None
    return text.removesuffix("\n").removesuffix("\r")


def _grouped(result: str, size: int) -> str:
    """Return a result in groups, ten on a line."""
    from cablesim.text.groups import cut, written

    return written(cut("".join(result.split()), size))


def _sheets(workings: tuple[Working, ...]) -> Iterator[str]:
    """Yield all sheets row by row, under the band of the teaching systems."""
    yield BAND
    for number, working in enumerate(workings, 1):
        if len(workings) > 1:
            yield f"step {number} of {len(workings)}"
        yield from working.rows()


def _tell_changes(workings: tuple[Working, ...]) -> None:
    """Say beside the data whose cipher this is and what was changed in the text."""
    tell(BAND)
    for working in workings:
        first = list(islice(working.ledger, MOST_CHANGES + 1))
        for change in first[:MOST_CHANGES]:
            tell(f"changed, {change.sentence()}")
        if len(first) > MOST_CHANGES:
            tell(f"in all: {working.ledger.summary()}")


def _print_json(name: str, way: Way, workings: tuple[Working, ...]) -> None:
    """Print one JSON document, line by line, so that a sheet of any length costs no memory."""
    put = sys.stdout.write
    last = workings[-1]
    head = {
        "format": 1,
        "system": name,
        "way": way.value,
        "band": BAND,
        "result": last.result,
        "conventions": [rule for working in workings for rule in working.conventions],
        "changes": [change.sentence() for working in workings for change in working.ledger],
    }
    put(json.dumps(head)[:-1] + ', "working": [')
    first = True
    for step, working in enumerate(workings, 1):
        for line in working.lines:
            put(("" if first else ",") + "\n" + json.dumps(_line(step, working, line)))
            first = False
    put("\n]}\n")


def _line(step: int, working: Working, line: WorkedLine) -> dict[str, object]:
    """Return one line of a sheet as data."""
    cells = dict(zip(working.columns, line.cells, strict=True))
    return {
        "step": step,
        "place": line.place,
        "cells": cells,
        "gives": line.gives,
        "remark": line.remark,
    }


encipher = _command(Way.ENCIPHER, "Encipher")
decipher = _command(Way.DECIPHER, "Decipher")

"""Printing: data on standard output, talk on standard error, nothing that acts on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping

from cablesim.text.visible import visible


def say(line: str = "") -> None:
    """Print one line of data."""
    sys.stdout.write(visible(line) + "\n")


def say_all(lines: Iterable[str]) -> None:
    """Print lines of data."""
    for line in lines:
        say(line)


def tell(sentence: str) -> None:
    """Say something to the person, beside the data."""
    sys.stderr.write(f"cablesim: {visible(sentence)}\n")


def say_json(document: Mapping[str, object]) -> None:
    """Print one JSON document with stable keys; every sign beyond ASCII is escaped.

    So no control or direction sign of a file reaches a terminal, and the text is whole.
    """
    json.dump(document, sys.stdout, ensure_ascii=True, indent=1)
    sys.stdout.write("\n")

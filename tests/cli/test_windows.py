"""In plain mode another window is told of before the next question."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from program import ROOT
from pupils import entry

from cablesim.lessons.record import Record

if TYPE_CHECKING:
    from pathlib import Path


def until_asked(out: int) -> bytes:
    """Read until the program waits for a line."""
    said = b""
    while not said.endswith(b": "):
        piece = os.read(out, 65536)
        assert piece, said
        said += piece
    return said


@pytest.mark.parametrize(
    "words",
    [
        ("walk", "first-steps", "--ask"),
        ("do", "first-steps", "supported", "--plain"),
        ("learn", "1", "--plain"),
    ],
)
def test_another_window_is_told_of_before_the_next_question(
    home: Path, words: tuple[str, ...]
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "cablesim", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    with program:
        out = program.stdout.fileno()
        assert b"Another window" not in until_asked(out)
        Record(home / "record.sqlite").add(entry("a", "hollow-nickel-1953"))
        program.stdin.write(b"1\n")
        program.stdin.flush()
        said = until_asked(out)
        assert said.count(b"Note: Another window goes on in this record: hollow-nickel-1953.") == 1
        program.stdin.write(b"q\n")
        program.stdin.close()
        program.stdout.read()
    assert program.returncode == 0

"""In plain mode another window is told of before the next question."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from program import ROOT
from pupils import entry

from cablesim.cli.practising import Talk
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, at, task_named
from cablesim.lessons.sitting import Sitting

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario


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


def test_points_count_what_another_window_tried_meanwhile(
    home: Path, telegram: Scenario, capsys: pytest.CaptureFixture[str]
) -> None:
    books = Workbooks([(telegram, "f" * 64)])
    task = task_named(books, telegram.id, "copies")
    ours, theirs = Record(home / "record.sqlite"), Record(home / "record.sqlite")
    here = at(ours, books, task)
    about = here.attempt.about
    there = Session(books, Sitting(theirs, books, task, about.number, student=about.student))
    talk = Talk(here)
    there.answer("2")

    def typed(prompt: str, record: Record | None = None) -> str:
        assert prompt
        assert record is ours
        there.answer("9")
        return "3"

    with patch("cablesim.cli.practising.ask", typed):
        talk.step()
    told = capsys.readouterr().out
    there.sitting.refresh()
    assert there.points == here.points
    assert "Right.\n" in told
    assert here.points in told
    assert here.points == "1.6 of 2 points: 2 less 10% for each of 2 wrong tries."

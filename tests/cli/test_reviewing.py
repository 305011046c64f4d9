"""The review in conversation: everything by line, and the place is kept."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from program import ROOT, cablesim
from pupils import at

from cablesim.cli.reviewing import converse
from cablesim.lessons.catalogue import Workbooks, loaded
from cablesim.lessons.record import Record
from cablesim.lessons.review import Review
from cablesim.lessons.session import task_named
from cablesim.lessons.sitting import practice
from cablesim.scenario.places import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario


def test_a_review_that_could_not_be_kept_says_so(
    telegram: Scenario, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [0.0]
    record, books = Record(None, clock=lambda: at(days[0])), Workbooks([(telegram, "f" * 64)])
    practice(record, books, task_named(books, telegram.id, "copies")).give_up()
    days[0] = 1
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n"))
    converse(Review(record, books, at(1)), books, record)
    out = capsys.readouterr().out
    assert "1 of 1: How many copies? (inference)" in out
    assert "I read: 2" in out
    assert "Your place could not be kept." in out, "this record is in memory"


def test_a_review_killed_in_the_middle_goes_on_at_the_same_exercise(tmp_path: Path) -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=2)).isoformat(timespec="minutes")
    record = Record(tmp_path / "record.sqlite", clock=lambda: yesterday)
    books = Workbooks([loaded(resolve("stalin-zhou-3305"))])
    for task in books.tasks():
        if task.days:
            practice(record, books, task).give_up()
    record.close()
    window = subprocess.Popen(
        [sys.executable, "-m", "cablesim", "review"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "CABLESIM_HOME": str(tmp_path)},
        cwd=ROOT,
    )
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.write("skip\n\x1b]0;x\x07 12\nhint\n")
    window.stdin.flush()
    told: list[str] = []
    while sum(line.startswith("Your answer") for line in told) < 3:
        told.append(window.stdout.readline())
        assert told[-1], told
    window.kill()
    window.wait(10)
    window.stdin.close()
    window.stdout.close()
    asked = (
        next(line for line in told if line.startswith("2 of 10")).strip().removeprefix("2 of 10")
    )
    again = cablesim("review", "--plain", home=tmp_path)
    assert (again.returncode, again.stderr) == (0, "")
    assert "Review: 0 of 10 done, 1 put off; 9 to do today" in again.stdout
    assert f"2 of 10{asked}" in again.stdout
    assert "You had begun this one" in again.stdout
    assert "\x1b" not in again.stdout
    assert again.stdout.endswith("Your place is kept.\n")

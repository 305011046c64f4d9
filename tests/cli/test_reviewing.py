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
from pupils import Sums, at

from cablesim.cli.reviewing import converse
from cablesim.lessons.attempts import attempts_of
from cablesim.lessons.catalogue import catalogue_at_hand
from cablesim.lessons.record import Record
from cablesim.lessons.review import Review
from cablesim.lessons.sitting import practice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def record() -> Record:
    """Return a record of somebody who did three sums wrongly the day before."""
    days = [0.0]
    record = Record(None, clock=lambda: at(days[0]))
    for task in Sums(3).tasks():
        practice(record, Sums(3), task).answer("1")
        practice(record, Sums(3), task).give_up()
    days[0] = 1
    return record


def said(
    record: Record,
    typed: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Return what a review says when this is typed."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    converse(Review(record, Sums(3), at(1)), record)
    return capsys.readouterr().out


def test_a_review_asks_judges_and_ends(
    record: Record, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "\nlook\ntable\nhint\nfour\n3\n1\n2\n\nskip\nhint\nhint\nhint\nshow\n"
    out = said(record, typed, capsys, monkeypatch)
    for words in (
        "Review: 3 today.",
        "1 of 3: Sum 0 (more sums)",
        "Write down twice 1.",
        "book WORD or book GROUP",
        "Twice 1 is 2.",
        "Twice is once and once more.",
        "Figures.",
        "How sure are you? 1 sure, 2 fairly sure, 3 guessing",
        "I read: 3",
        "That is not twice.",
        "Right.",
        "It comes back another day.",
        "There is no other hint",
        "It is 2.",
        "That is all for today. What you put off comes back another day.",
    ):
        assert words in out
    assert "0 today" not in said(record, "", capsys, monkeypatch)
    (first, *_) = [a for a in attempts_of(record.events()) if a.opened.review]
    assert first.sure_and_wrong


@pytest.mark.parametrize("typed", ["3", "quit\n", "3\n1\nquit\n", "3\n"])
def test_a_review_that_is_left_is_taken_up_with_the_draft(
    record: Record, typed: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = said(record, typed, capsys, monkeypatch)
    assert "Your place could not be kept." in out, "this record is in memory"
    again = said(record, "", capsys, monkeypatch)
    assert "1 of 3: Sum 0" in again
    assert ("You had begun: 3" in again) is (typed != "quit\n")


def test_a_review_killed_in_the_middle_goes_on_at_the_same_exercise(tmp_path: Path) -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=2)).isoformat(timespec="minutes")
    record = Record(tmp_path / "record.sqlite", clock=lambda: yesterday)
    books = catalogue_at_hand(["stalin-zhou-3305"])
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
    while sum(line.startswith("Type your answer") for line in told) < 3:
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
    assert f"1 of 9{asked}" in again.stdout
    assert "You had begun: " in again.stdout
    assert "\x1b" not in again.stdout
    assert again.stdout.endswith("Your place is kept.\n")

"""Somebody new goes the whole way in plain lines: first run, ten lessons, review, progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from program import cablesim
from talking import performed

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_from_the_first_run_through_all_lessons_to_the_next_day(tmp_path: Path) -> None:
    # Whatever is asked in a lesson, one of the two goes past it.
    lessons = "» \n» show\n» skip\n" * 300
    talk = (
        f"$ cablesim learn --plain\n» 4\n» 6\n» 7\n» 9\n» 2\n» 1\n{lessons}"
        "$ cablesim progress\n$ day 1\n$ cablesim review\n» hint\n» show\n» \n» skip\n» quit\n"
    )
    said = performed(talk, tmp_path)
    assert "You have deciphered your first group." in said
    for number in range(1, 11):
        assert f"Lesson {number} of 10: " in said
    assert "That was the last lesson." in said
    assert "lessons: 10 of 10 read" in said
    assert "Review: 10 today, then it ends." in said
    assert "3 of 10: " in said


def test_by_pipe_the_first_run_and_the_first_lesson_are_reached(tmp_path: Path) -> None:
    done = cablesim("learn", "--plain", stdin="4679\n2\n1\n2\nshow\n\nquit\nquit\n", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout
    assert (
        said.index("You have deciphered") < said.index("Lesson 1 of 10") < said.index("Right is: ")
    )


def test_skipping_the_first_run_goes_home_and_it_stays_away(tmp_path: Path) -> None:
    first = cablesim("learn", "--plain", stdin="skip\nquit\n", home=tmp_path).stdout
    assert "1. code-group: " in first
    assert "Welcome" not in cablesim("learn", "--plain", home=tmp_path).stdout


def test_leaving_the_first_run_is_no_welcome_yet(tmp_path: Path) -> None:
    for typed in ("", "quit\n", "4\n"):
        said = cablesim("learn", "--plain", stdin=typed, home=tmp_path).stdout
        assert "Figure 1 of 4" in said
        assert "1. code-group: " not in said


def test_a_lesson_that_is_named_is_begun_without_the_first_run(tmp_path: Path) -> None:
    assert "Welcome" not in cablesim("learn", "1", "--plain", home=tmp_path).stdout


def test_off_a_terminal_without_plain_the_lessons_are_listed_and_nothing_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    done = cablesim("learn", home=tmp_path)
    assert done.stdout.endswith("Begin one with its number: cablesim learn 1\n")
    assert not (tmp_path / "record.sqlite").exists()

"""An exercise done in conversation is on the record as it happens, and goes on where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import cablesim

from cablesim.lessons.attempts import Outcome, attempts_of, resumed
from cablesim.lessons.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.lessons.attempts import Attempt

ID = "stalin-zhou-3305"


def attempts(home: Path) -> tuple[Attempt, ...]:
    """Return what the record of a home tells of exercises."""
    record = Record(home / "record.sqlite")
    found = attempts_of(record.events())
    record.close()
    return found


def test_an_exercise_left_goes_on_with_its_tries_and_hints(tmp_path: Path) -> None:
    first = cablesim("do", ID, "copies", home=tmp_path, stdin="2\n?\nq\n")
    assert first.returncode == 0
    assert "You have been here before" not in first.stdout
    (left,) = attempts(tmp_path)
    assert (len(left.tries), left.hints, left.outcome) == (1, frozenset({1}), Outcome.OPEN)
    assert left.opened.files
    second = cablesim("do", ID, "copies", home=tmp_path, stdin="3\nq\n")
    assert "You have been here before" in second.stdout
    (done,) = attempts(tmp_path)
    assert (len(done.tries), done.outcome, done.solved) == (2, Outcome.FINISHED, True)
    third = cablesim("do", ID, "copies", home=tmp_path, stdin="q\n")
    assert "You have been here before" not in third.stdout
    assert [found.about.number for found in attempts(tmp_path)] == [0, 1]
    assert "exercises: 1 of " in cablesim("progress", home=tmp_path).stdout


def test_steps_that_fade_go_on_at_the_same_level_and_figures(tmp_path: Path) -> None:
    first = cablesim("do", ID, "add-pad", home=tmp_path, stdin="1\n")
    left = resumed(attempts(tmp_path))
    assert left is not None
    assert left.opened.level is not None
    again = cablesim("do", ID, "add-pad", home=tmp_path, stdin="q\n")
    asked = [line for line in again.stdout.splitlines() if "Your code groups are" in line]
    assert asked
    assert asked[-1] in first.stdout
    last = resumed(attempts(tmp_path))
    assert last is not None
    assert (last.about, last.opened.level) == (left.about, left.opened.level)


def test_a_variant_left_for_another_is_put_off_and_giving_up_is_kept(tmp_path: Path) -> None:
    cablesim("do", ID, "decode", home=tmp_path, stdin="next\ngive up\nq\n")
    assert [found.outcome for found in attempts(tmp_path)] == [Outcome.SKIPPED, Outcome.GAVE_UP]


@pytest.mark.parametrize("words", [("--student", "anna"), ("--salt", "class of 2026")])
def test_variants_of_somebody_else_are_not_on_the_record(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = cablesim("do", ID, "copies", *words, home=tmp_path, stdin="2\nq\n")
    assert done.returncode == 0
    assert not (tmp_path / "record.sqlite").exists()


def test_words_for_a_teacher_are_kept_and_count_as_done(tmp_path: Path) -> None:
    text = " ".join(["archive"] * 70)
    cablesim("do", ID, "unknowns", home=tmp_path, stdin=f"{text}\n.\nq\n")
    (done,) = attempts(tmp_path)
    assert done.draft.startswith("archive archive")
    assert done.handed_in

"""Bare `cablesim --plain`: home in lines, from a pipe too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import cablesim

if TYPE_CHECKING:
    from pathlib import Path


def test_plain_alone_greets_somebody_new_and_is_home(tmp_path: Path) -> None:
    done = cablesim("--plain", stdin="skip\nexercises\nquit\n", home=tmp_path)
    assert done.returncode == 0
    assert "Figure 1 of 4" in done.stdout
    assert "add-pad" in done.stdout, "and the exercises are a word away"
    assert "lines alone" not in done.stderr


def test_plain_before_a_command_is_refused(tmp_path: Path) -> None:
    done = cablesim("--plain", "list", home=tmp_path)
    assert done.returncode == 2
    assert "cablesim list --help" in done.stderr


@pytest.mark.parametrize(
    ("word", "there"),
    [
        ("walk", "Page 1 of"),
        ("progress", "on your record yet. To begin: cablesim"),
        ("review", "Nothing comes back for now."),
        ("lessons", "1. code-group: "),
        ("Exercises", "To do one of them: do and its name"),
        ("exercises first-steps", "read-form: Fill in the form"),
        ("desk", "The desk is three commands."),
    ],
)
def test_words_of_home_are_taken_at_the_choice_of_the_first_run(
    tmp_path: Path, word: str, there: str
) -> None:
    done = cablesim("--plain", stdin=f"4679\n{word}\n", home=tmp_path)
    assert "is none of them" not in done.stdout
    assert there in done.stdout


def test_help_at_the_choice_of_the_first_run_says_choices_and_words_and_asks_again(
    tmp_path: Path,
) -> None:
    done = cablesim("--plain", stdin="4679\nhelp\n2\nquit\n", home=tmp_path)
    said = done.stdout.partition("4679 is KOREA")[2]
    assert said.count("Type 1 to 4, or Enter for all of it, or quit") == 2
    assert said.count("1: the walk, ") == 2
    assert "review does what comes back today" in said
    assert "1. code-group: " in said

"""Bare `cablesim --plain`: home in lines, from a pipe too."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

"""Leaving the screen says what is not on disk."""

from __future__ import annotations

import pytest
from seat import Seat


@pytest.mark.parametrize("full", [True, False])
def test_steps_that_are_not_on_disk_are_counted_on_leaving(seat: Seat, *, full: bool) -> None:
    if full:
        seat.home.write_text("in the way", encoding="utf-8")
    terminal = seat.start("walk", "stalin-zhou-3305", columns=120)
    terminal.wait_for("Page 1/16")
    terminal.send("enter")
    terminal.settle()
    terminal.send("ctrl+q")
    assert terminal.wait() == (1 if full else 0)
    assert (b"not on disk and will be gone" in terminal.raw) is full

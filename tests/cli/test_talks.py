"""Recorded conversations in plain lines: every word that is said to what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from talking import performed

TALKS = sorted((Path(__file__).parent / "talks").glob("*.talk"))


def test_there_are_conversations() -> None:
    assert len(TALKS) >= 10


@pytest.mark.parametrize("file", TALKS, ids=lambda file: file.stem)
def test_a_conversation_is_as_it_was_recorded(file: Path, tmp_path: Path) -> None:
    recorded = file.read_text(encoding="utf-8")
    assert "never asked for" not in recorded
    assert performed(recorded, tmp_path).splitlines() == recorded.splitlines()

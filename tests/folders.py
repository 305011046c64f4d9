"""Folders of scenarios as an author changes them, and what the program says of them then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cablesim.authoring.writing import write_whole
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.loading import load

if TYPE_CHECKING:
    from pathlib import Path


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Write something else in the first place where a text stands in a file, and all at once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    write_whole(path, text.replace(old, new, 1).encode())


def refused(folder: Path) -> str:
    """Return what loading says of a folder that it refuses."""
    with pytest.raises(ScenarioError) as caught:
        load(folder)
    return str(caught.value)

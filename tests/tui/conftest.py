"""What tests of the screen share: goldens in plain text, a room, a seat, an author's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented import make_folder
from seat import Seat
from study import Room
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario


class TextGolden(SingleFileSnapshotExtension):
    """One plain text file a screen."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextGolden)


@pytest.fixture
def room(tmp_path: Path, telegram: Scenario, lessons: Course) -> Room:
    return Room(tmp_path / "room", telegram, lessons)


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    seat = Seat(tmp_path / "home")
    yield seat
    seat.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small scenario; its book is short, so that checking is quick."""
    return make_folder(tmp_path / "ferry", "TO THE CONSUL\nWE AGREE [sic].\nHERON\n")

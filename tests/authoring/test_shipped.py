"""What ships is clean: every claim is used, every page marked, every exercise solved."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablesim.authoring.checker import check
from cablesim.scenario.places import folders


@pytest.mark.parametrize("folder", folders(), ids=lambda path: path.name)
def test_a_scenario_that_ships_is_clean(folder: Path) -> None:
    assert [str(each) for each in check(folder).findings] == []


@pytest.mark.parametrize("folder", folders(), ids=lambda path: path.name)
def test_its_files_name_the_schema_of_their_kind(folder: Path) -> None:
    for path in folder.glob("*.toml"):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        if path.name != "codebook.toml":
            assert first == f"#:schema ../schema/{path.stem}-1.json"
        if first.startswith("#:schema "):
            assert (path.parent / first.removeprefix("#:schema ")).is_file()

"""Scenarios in folders of somebody's own are found again by review and progress."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from invented import with_notes
from program import cablesim
from talking import performed

from cablesim.lessons.folders import LAY_IN, folders_of, keep_folder
from cablesim.lessons.record import Record
from cablesim.scenario.places import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario


def done_in(folder: Path) -> str:
    """Return a conversation in which the one exercise of a folder is given up."""
    return f"$ cablesim do {folder} notes\n» show\n» quit\n"


def name_of(folder: Path) -> str:
    """Return the id of a folder's scenario."""
    return str(json.loads(cablesim("do", str(folder), "--json").stdout)["scenario"])


def test_what_was_done_in_a_folder_comes_back_in_review(tmp_path: Path) -> None:
    folder = with_notes(tmp_path / "mine")
    talk = f"{done_in(folder)}$ day 1\n$ cablesim review\n» note of hand\n» \n$ cablesim progress\n"
    said = performed(talk, tmp_path / "home")
    assert "1 of 1: notes (inference)" in said
    assert "Right." in said
    assert f"({name_of(folder)})" in said
    assert "exercises: 1 of 1 done" in said


def test_a_folder_that_is_gone_is_named_and_found_again_where_it_is_opened_next(
    tmp_path: Path,
) -> None:
    home, folder = tmp_path / "home", with_notes(tmp_path / "mine")
    name = name_of(folder)
    performed(done_in(folder), home)
    moved = folder.rename(tmp_path / "elsewhere")
    for word in ("progress", "review"):
        assert f"{name} cannot be opened in {folder}" in cablesim(word, home=home).stdout
    cablesim("do", str(moved), "notes", home=home)
    told = cablesim("progress", home=home).stdout
    assert f"({name})" in told
    assert "cannot be opened" not in told


def test_a_folder_is_forgotten_with_its_scenario(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", with_notes(tmp_path / "mine")
    performed(done_in(folder), home)
    assert str(folder) in cablesim("progress", "dump", home=home).stdout
    cablesim("progress", "forget", name_of(folder), "--yes", home=home)
    assert str(folder) not in cablesim("progress", "dump", home=home).stdout


def test_the_same_folder_is_kept_once_and_what_ships_not_at_all(
    telegram: Scenario, tmp_path: Path
) -> None:
    record = Record(None)
    keep_folder(record, telegram, tmp_path)
    assert record.events() == ()
    home, folder = tmp_path / "home", with_notes(tmp_path / "mine")
    performed(done_in(folder) * 3, home)
    kept = Record(home / "record.sqlite").events()
    assert sum(event.entry.kind == LAY_IN for event in kept) == 1
    assert folders_of(kept) == (folder.resolve(),)


def test_a_copy_of_what_ships_does_not_take_its_place(tmp_path: Path) -> None:
    copy = shutil.copytree(resolve("first-steps"), tmp_path / "copy")
    performed(f"$ cablesim do {copy} recall\n» show\n» quit\n", tmp_path)
    events = Record(tmp_path / "record.sqlite").events()
    assert folders_of(events) == (resolve("first-steps"),)

"""The authors' commands: output, exit codes, messages, and what they leave behind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from invented import make_folder, specimen
from program import cablesim

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "scenario", "TO THE CONSUL\nWE AGREE.\nHERON\n")


def test_new_says_what_was_read_and_what_is_doubtful(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(specimen("S05_clerk_line.txt"), encoding="utf-8")
    done = cablesim("new", str(tmp_path / "made"), "--from", str(page))
    assert done.returncode == 0
    assert "document.txt:7: 10 copies are stated, 7 are listed" in done.stdout
    assert "proposed, please confirm:" in done.stdout
    assert "cablesim check" in done.stderr
    walk = cablesim("walk", str(tmp_path / "made"), "--plain")
    assert walk.returncode == 0
    assert "Station 14 of 16, copies" in walk.stdout


def test_new_json_has_fields_layers_copies_and_doubts(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(specimen("S10_number_conflict.txt"), encoding="utf-8")
    words = ("--neighbour", "3812=1931-06-29", "--neighbour", "3905=1931-07-06", "--json")
    done = cablesim("new", str(tmp_path / "made"), "--from", str(page), *words)
    found = json.loads(done.stdout)
    assert found["format"] == 1
    assert {"field": "kind and number", "value": "CIPHERED TELEGRAM No. 3870", "line": 7} in found[
        "proposed"
    ]
    assert found["fits_series"] == "3870"
    assert found["layers"][1] == {"layer": "catalogue", "first": 1, "last": 2}
    assert any("2870" in doubt["sentence"] for doubt in found["doubts"])


def test_new_without_a_document_makes_one_that_walks(tmp_path: Path) -> None:
    assert cablesim("new", str(tmp_path / "made")).returncode == 0
    assert cablesim("walk", str(tmp_path / "made"), "--plain").returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "{old}"), "is there already"),
        (("new", "{tmp}/no/where"), "was not written"),
        (("new", "{tmp}/x", "--from", "{tmp}/none"), "does not exist"),
        (("new", "{tmp}/x", "--neighbour", "3812"), "write it as 3812=1931-06-29"),
        (("pin", "{tmp}/x"), "no folder of a scenario"),
    ],
)
def test_what_cannot_be_done_is_told_and_exits_2(
    folder: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = cablesim(*(word.format(old=folder, tmp=tmp_path) for word in words))
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "x").exists()


def test_pin_changes_one_value_and_keeps_remarks(folder: Path) -> None:
    head = folder / "scenario.toml"
    text = "# mine\n" + head.read_text(encoding="utf-8")
    head.write_text(text, encoding="utf-8")
    assert cablesim("pin", str(folder), "--check").returncode == 0
    (folder / "document.txt").write_text("TO THE CONSUL\nWE REFUSE.\nHERON\n", encoding="utf-8")
    checked = cablesim("pin", str(folder), "--check")
    assert checked.returncode == 1
    assert head.read_text(encoding="utf-8") == text, "a check writes nothing"
    done = cablesim("pin", str(folder))
    assert done.returncode == 0
    old, new = (line.split()[-1] for line in done.stdout.strip().split("\n"))
    assert head.read_text(encoding="utf-8") == text.replace(old, new)
    assert "is the pinned one" in cablesim("pin", str(folder)).stdout
    assert cablesim("walk", str(folder), "--plain").returncode == 0


def test_pin_json_says_both_hashes(folder: Path) -> None:
    (folder / "document.txt").write_text("TO THE CONSUL\nA\nB\n", encoding="utf-8")
    found = json.loads(cablesim("pin", str(folder), "--check", "--json").stdout)
    assert (found["agrees"], found["written"]) == (False, False)
    assert found["document"] != found["pinned"]


def test_migrate_shows_the_diff_and_writes_only_when_told(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    head = folder / "scenario.toml"
    head.write_text('format = 0 # mine\nlanguage = "en"\n', encoding="utf-8")
    asked = cablesim("migrate", str(folder))
    assert asked.returncode == 1
    assert '-language = "en"\n' in asked.stdout
    assert '+lang = "en"\n' in asked.stdout
    assert "add --yes" in asked.stderr
    assert head.read_text(encoding="utf-8").startswith("format = 0")
    done = cablesim("migrate", str(folder), "--yes", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["written"]) == (0, True)
    assert head.read_text(encoding="utf-8") == 'format = 1 # mine\nlang = "en"\n'
    assert (folder / found["copies"][0]).read_text(encoding="utf-8").startswith("format = 0")
    assert "present format" in cablesim("migrate", str(folder)).stdout


def test_preview_once_prints_the_walk_or_what_is_wrong(folder: Path) -> None:
    fine = cablesim("preview", str(folder), "--once")
    assert fine.returncode == 0
    assert "Station 2 of 15, sign" in fine.stdout
    history = folder / "history.toml"
    text = history.read_text(encoding="utf-8")
    history.write_text(text.replace('standing = "gap"', 'standng = "gap"'), encoding="utf-8")
    wrong = cablesim("preview", str(folder), "--plain", "--once")
    assert wrong.returncode == 1
    assert "error: history.toml:" in wrong.stdout
    assert "Station" not in wrong.stdout


def test_preview_off_a_terminal_prints_once_and_ends(folder: Path) -> None:
    assert cablesim("preview", str(folder)).returncode == 0


def test_the_studio_without_a_terminal_names_the_other_ways(folder: Path) -> None:
    done = cablesim("studio", str(folder))
    assert done.returncode == 2
    assert "cablesim check" in done.stderr

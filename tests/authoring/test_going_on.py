"""What is wrong in one place hides nothing of the exercises that are sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring_pages import EXERCISES, tiny

from cablesim.authoring.checker import check

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = [
    (EXERCISES, "[marking]\n", "[marking]\nattempts = 0\n", "S113"),
    (EXERCISES, 'mode = "sealed"', 'mode = "exam"', "S107"),
    (EXERCISES, "format = 1\n", "format = 1\nmadeup = true\n", "S101"),
    (EXERCISES, "points = 3", "points = -3", "S113"),
    (EXERCISES, 'kind = "order"', 'kind = "ordr"', "S107"),
    ("glossary.toml", "term = ", "trm = ", "S101"),
    ("teaching.toml", "banner = ", "baner = ", "S101"),
    ("history.toml", "standing = ", "standng = ", "S101"),
]  # fmt: skip
HINT = 'hints = ["{claim.e-boats} Read line 4 twice."]\n'


@pytest.mark.parametrize(("file", "old", "new", "code"), SLIPS)
def test_the_sound_exercises_are_checked_beside_what_is_broken(
    file: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    folder = tiny(tmp_path / "s", exercises=True)
    path = folder / EXERCISES
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(HINT, ""), encoding="utf-8")
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [each.code for each in check(folder).findings]
    assert code in found
    assert "E101" in found


def test_a_file_of_a_later_format_is_left_alone(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "s", exercises=True)
    path = folder / EXERCISES
    text = path.read_text(encoding="utf-8").replace("format = 1", "format = 2")
    path.write_text(text.replace(HINT, ""), encoding="utf-8")
    assert [each.code for each in check(folder).findings] == ["S114"]


@pytest.mark.parametrize("head", ["format = 1\n", "format = 1\nmadeup = 1\n"])
@pytest.mark.parametrize(
    "body", ["[[exercise]]\nid = 3\n" * 500, "exercise = 3\n", 'exercise = [1, "a"]\n']
)
def test_more_that_is_broken_than_is_told_is_left_out_all_the_same(
    head: str, body: str, tmp_path: Path
) -> None:
    folder = tiny(tmp_path / "s", exercises=True)
    (folder / EXERCISES).write_text(head + body, encoding="utf-8")
    found = check(folder).findings
    assert found
    assert all(each.file == EXERCISES and each.code[0] == "S" for each in found)

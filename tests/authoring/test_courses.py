"""Checking a course: every finding of head, lessons and exercises in one run, where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from folders import change
from invented import small_exercise
from program import cablesim

from cablesim.authoring.checker import check
from cablesim.scenario.places import resolve_course

ID = "ten-lessons"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the course that may be spoilt."""
    return Path(shutil.copytree(resolve_course(ID), tmp_path / ID))


@pytest.mark.parametrize(
    ("old", "new", "file", "said"),
    [
        ("minutes = 20", "minuets = 20", "course.toml", "minuets"),
        ('title = "Shifts', "title = \u201cShifts", "course.toml", "typographic quote"),
        ('id = "boards"', 'id = "shifts"', "course.toml", "stands 2 times"),
        ('"shift-back"', '"shift-bakc"', "course.toml", "write 'shift-back'"),
        ("leave = 3", "leave = 99", "course.toml", "the sheet has 10"),
        ('id = "boards"', 'id = "baords"', "baords.md", "no such file"),
        ('id = "boards"', "id = 3", "course.toml", "not a text in quotes"),
    ],
)
def test_a_slip_in_the_head_hides_nothing_of_lessons_and_exercises(
    folder: Path, old: str, new: str, file: str, said: str
) -> None:
    change(folder, "course.toml", old, new)
    change(folder, "shifts.md", "{teaching}", "{nothing-known}")
    change(folder, "pairs.md", "# rule", "# rules")
    change(folder, "exercises.toml", "hints = [", "hint = [")
    added = small_exercise("added", score=0.5)
    change(folder, "exercises.toml", "[[exercise]]", f"{added}\n[[exercise]]")
    found = check(folder).findings
    told = {(each.file, each.code) for each in found}
    assert any(each.file == file and said in str(each) for each in found), [*map(str, found)]
    for slip in (
        ("shifts.md", "H109"),
        ("pairs.md", "H118"),
        ("exercises.toml", "S101"),
        ("exercises.toml", "V106"),
    ):
        assert slip in told, [*map(str, found)]


def test_without_its_scenario_a_course_is_looked_at_as_far_as_it_goes(folder: Path) -> None:
    change(folder, "course.toml", 'scenario = "stalin', 'scenario = "lenin')
    change(folder, "shifts.md", "# rule", "# next")
    change(folder, "exercises.toml", "hints = [", "hint = [")
    found = check(folder).findings
    assert [each.file for each in found] == ["course.toml", "shifts.md", "exercises.toml"]
    assert "mend this first" in found[0].write_instead


def test_a_finding_of_a_course_is_shown_with_its_line(folder: Path) -> None:
    change(folder, "shifts.md", "{teaching}", "{nothing-known}")
    done = cablesim("check", str(folder))
    assert done.returncode == 1
    assert "3 | When you have done this lesson" in done.stdout


@pytest.mark.parametrize("data", [b"\xff\xfe", b"lesson = 3\n", b"lesson = [[3]]\n", b"= =", b""])
def test_any_head_at_all_is_told_and_raises_nothing(folder: Path, data: bytes) -> None:
    (folder / "course.toml").write_bytes(data)
    assert any(each.file == "course.toml" for each in check(folder).findings)

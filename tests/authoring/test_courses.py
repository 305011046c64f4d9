"""Checking a course: every finding of head, lessons and exercises in one run, where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from program import cablesim

from cablesim.authoring.checker import check
from cablesim.scenario.checked import Checked
from cablesim.scenario.course_loading import load_course
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.places import resolve_course

ID = "ten-lessons"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the course that may be spoilt."""
    return Path(shutil.copytree(resolve_course(ID), tmp_path / ID))


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the first of something in a file of a course."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_course_that_ships_is_clean() -> None:
    assert check(resolve_course(ID)).findings == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "said"),
    [
        ("course.toml", '"shift-back"', '"shift-bakc"', "E103", "write 'shift-back'"),
        ("course.toml", 'recall = "first-group"', 'recall = "chain"', "E103", "no exercise of an"),
        ("course.toml", 'start = "first-group"', 'start = "chain"', "E103", "of this lesson"),
        ("course.toml", 'id = "shifts"', 'id = "boards"', "S111", "stands 2 times"),
        ("course.toml", 'scenario = "stalin', 'scenario = "lenin', "S107", "did you mean"),
        ("course.toml", 'system = "caesar"', 'system = "ceasar"', "E103", "caesar"),
        ("course.toml", 'vector = "caesar-03"', 'vector = "caesar-01"', "E103", "published"),
        ("course.toml", "leave = 3", "leave = 99", "S113", "the sheet has 10"),
        ("course.toml", "minutes = 20", "minuets = 20", "", "minuets"),
        ("course.toml", 'id = "shifts"', 'id = "../shifts"', "", "no id"),
        ("shifts.md", "# rule", "# rules", "H118", "write 'rule'"),
        ("shifts.md", "# rule", "# next", "", "twice"),
        ("shifts.md", "# try", "# can-do", "H118", "no such section"),
        ("boards.md", "{e-board-1937}", "{e-board-1936}", "H109", "write 'e-board-1937'"),
        ("boards.md", "into figures. {e-board-1937}", "into figures.", "H119", "no mark"),
        ("exercises.toml", "hints = [", "hint = [", "", "hint"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_course_is_found_where_it_stands(
    folder: Path, name: str, old: str, new: str, code: str, said: str
) -> None:
    spoil(folder, name, old, new)
    found = check(folder).findings
    assert any(
        each.file == name and each.line > 0 and code in each.code and said in str(each)
        for each in found
    ), [str(each) for each in found]


def test_a_lesson_without_words_a_link_and_a_huge_file_are_refused(folder: Path) -> None:
    words = folder / "shifts.md"
    words.rename(folder / "elsewhere.md")
    with pytest.raises(ScenarioError, match=r"shifts\.md"):
        load_course(folder)
    words.symlink_to(folder / "elsewhere.md")
    with pytest.raises(ScenarioError, match=r"shifts\.md"):
        load_course(folder)
    words.unlink()
    words.write_text("x" * 300_000, encoding="utf-8")
    with pytest.raises(ScenarioError, match="larger than"):
        load_course(folder)


def test_a_course_checked_once_is_not_checked_again_until_a_byte_changes(
    folder: Path, tmp_path: Path
) -> None:
    marks = Checked(tmp_path / "marks")
    first = load_course(folder, marks)
    assert marks.has(first.content)
    assert load_course(folder, marks).content == first.content
    spoil(folder, "shifts.md", "{teaching}", "{nothing-known}")
    with pytest.raises(ScenarioError, match="nothing-known"):
        load_course(folder, marks)


MORE = """
[[exercise]]
id = "added"
kind = "number"
skill = "counting"
points = 1
prompt = "How many?"
answer = 3
hints = ["Count."]
explain = "There are three."

[[exercise.test]]
give = "right"
score = 0.5
"""


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
    spoil(folder, "course.toml", old, new)
    spoil(folder, "shifts.md", "{teaching}", "{nothing-known}")
    spoil(folder, "pairs.md", "# rule", "# rules")
    spoil(folder, "exercises.toml", "hints = [", "hint = [")
    spoil(folder, "exercises.toml", "[[exercise]]", f"{MORE}\n[[exercise]]")
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
    spoil(folder, "course.toml", 'scenario = "stalin', 'scenario = "lenin')
    spoil(folder, "shifts.md", "# rule", "# next")
    spoil(folder, "exercises.toml", "hints = [", "hint = [")
    found = check(folder).findings
    assert [each.file for each in found] == ["course.toml", "shifts.md", "exercises.toml"]
    assert "mend this first" in found[0].write_instead


def test_a_finding_of_a_course_is_shown_with_its_line(folder: Path) -> None:
    spoil(folder, "shifts.md", "{teaching}", "{nothing-known}")
    done = cablesim("check", str(folder))
    assert done.returncode == 1
    assert "3 | When you have done this lesson" in done.stdout


@pytest.mark.parametrize("data", [b"\xff\xfe", b"lesson = 3\n", b"lesson = [[3]]\n", b"= =", b""])
def test_any_head_at_all_is_told_and_raises_nothing(folder: Path, data: bytes) -> None:
    (folder / "course.toml").write_bytes(data)
    assert any(each.file == "course.toml" for each in check(folder).findings)

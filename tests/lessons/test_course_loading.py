"""A course is loaded and checked: what is wrong with it is found where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cablesim.authoring.checker import check
from cablesim.scenario.checked import Checked
from cablesim.scenario.course_loading import load_course, load_practice
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.places import UnknownScenario, resolve_course, resolve_practice

if TYPE_CHECKING:
    from cablesim.scenario.course import Course


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


def test_a_course_is_practised_like_a_scenario_and_found_by_its_name(lessons: Course) -> None:
    practice = load_practice(resolve_practice(ID))
    assert (practice.id, len(practice.exercises)) == (ID, len(lessons.exercises))
    assert load_practice(resolve_practice("stalin-zhou-3305")).id == "stalin-zhou-3305"
    with pytest.raises(UnknownScenario, match="did you mean 'ten-lessons'"):
        resolve_practice("ten-lesson")

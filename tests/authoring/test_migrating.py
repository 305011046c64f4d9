"""Migrating: new names by small edits, a copy first, and the text says what reading it said."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cablesim.authoring.editing import EditRefused
from cablesim.authoring.migrating import renamed, rewrite, rewritten
from cablesim.scenario.migrating import MIGRATIONS, Rename, migrated

PAIR = Path(__file__).parent / "format-0"
BEFORE = (PAIR / "before.toml").read_text(encoding="utf-8")
AFTER = (PAIR / "after.toml").read_text(encoding="utf-8")


def test_a_file_of_format_0_becomes_the_pairs_other_half(tmp_path: Path) -> None:
    (tmp_path / "scenario.toml").write_text(BEFORE, encoding="utf-8")
    files = rewritten(tmp_path)
    assert [(each.name, each.older, each.after) for each in files] == [("scenario.toml", 0, AFTER)]
    assert (tmp_path / "scenario.toml").read_text(encoding="utf-8") == BEFORE
    copies = rewrite(tmp_path, files)
    assert (tmp_path / copies[0]).read_text(encoding="utf-8") == BEFORE
    assert (tmp_path / "scenario.toml").read_text(encoding="utf-8") == AFTER
    assert rewritten(tmp_path) == ()


def test_the_diff_shows_what_changes_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "scenario.toml").write_text(BEFORE, encoding="utf-8")
    changed = [line for line in rewritten(tmp_path)[0].diff if line[:1] in "+-"][2:]
    assert [line for line in changed if line[0] == "-"] == [
        "-format = 0   # the number of the format",
        '-language = "en"  # of the words',
        "-[[person]]  # who sends",
        "-[[ person ]]",
    ]


def test_every_step_in_the_text_says_what_the_step_in_memory_says() -> None:
    for step in MIGRATIONS:
        for rename in step.renames:
            table = ".".join(rename.table)
            head = f"[[{table}]]\n" if table else ""
            text = f"# a\nformat = {step.older}\n{head}x = 1\n{rename.old} = 2 # b\n"
            wanted, _ = migrated(tomllib.loads(text), rename.file, rename.file)
            after = renamed(text, rename)
            assert {**tomllib.loads(after), "format": 1} == {**wanted, "format": 1}
            assert len(after.split("\n")) == len(text.split("\n"))


def test_a_small_scenario_with_all_tables_in_its_head_is_migrated_whole(tmp_path: Path) -> None:
    text = 'format = 0\n[[person]]\nid = "a"\n[[claim]]\nid = "c"\nlevel = "gap"\n'
    (tmp_path / "scenario.toml").write_text(text, encoding="utf-8")
    after = rewritten(tmp_path)[0].after
    assert after == text.replace("format = 0", "format = 1").replace("person", "party").replace(
        "level", "standing"
    )


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("person.name = 1\n", "party.name = 1\n"),
        ("[person.x]\ny = 1\n", "[party.x]\ny = 1\n"),
        ('["person"]\ny = 1\n', "[party]\ny = 1\n"),
        ("[a]\nperson = 1\n", "[a]\nperson = 1\n"),
        ("person = 1\nparty = 2\n", "person = 1\nparty = 2\n"),
        ("a = { person = 1 }\n", "a = { person = 1 }\n"),
        ("a = '''\nperson = 1\n'''\n", "a = '''\nperson = 1\n'''\n"),
    ],
)
def test_a_name_is_changed_where_it_is_that_key_and_nowhere_else(text: str, after: str) -> None:
    assert renamed(text, Rename("scenario.toml", (), "person", "party")) == after


def test_files_of_the_present_and_of_a_newer_format_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "scenario.toml").write_text("format = 1\n", encoding="utf-8")
    (tmp_path / "history.toml").write_text("format = 9\n", encoding="utf-8")
    (tmp_path / "glossary.toml").write_text("a = 1\n", encoding="utf-8")
    assert rewritten(tmp_path) == ()


def test_a_second_copy_does_not_go_over_the_first(tmp_path: Path) -> None:
    copies: list[str] = []
    for _ in range(2):
        (tmp_path / "scenario.toml").write_text(BEFORE, encoding="utf-8")
        copies += rewrite(tmp_path, rewritten(tmp_path))
    assert len(set(copies)) == 2


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(EditRefused, match="cannot be read"):
        renamed("[[", Rename("scenario.toml", (), "person", "party"))

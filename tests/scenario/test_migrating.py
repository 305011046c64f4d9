"""Older files: each format is brought to the next one, up to the present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from invented import make_folder

from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.loading import load
from cablesim.scenario.migrating import FORMAT, MIGRATIONS, migrated, steps_from

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "TO THE CONSUL\nWE AGREE TO THE PLAN.\nHERON\n"


def test_every_step_leads_from_one_format_to_the_next_up_to_the_present() -> None:
    assert [step.older for step in MIGRATIONS] == list(range(FORMAT))
    assert steps_from(FORMAT) == steps_from(FORMAT + 1) == steps_from("0") == ()


def test_a_file_of_format_0_is_read_with_a_notice_and_gives_the_same_scenario(
    tmp_path: Path,
) -> None:
    new = make_folder(tmp_path / "new", TEXT)
    old = make_folder(tmp_path / "old", TEXT)
    for file, was, now in (
        ("scenario.toml", "[[party]]", "[[person]]"),
        ("scenario.toml", "lang =", "language ="),
        ("history.toml", "standing =", "level ="),
    ):
        path = old / file
        path.write_text(path.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    for path in old.glob("*.toml"):
        text = path.read_text(encoding="utf-8").replace("format = 1", "format = 0", 1)
        path.write_text(text, encoding="utf-8")
    before, after = load(new), load(old)
    assert before.evidence == after.evidence
    assert before.lang == after.lang
    assert {fault.severity for fault in after.faults} == {Severity.NOTICE}
    assert {fault.file for fault in after.faults} == {path.name for path in old.glob("*.toml")}
    assert after.left_out == ()


def test_a_migration_leaves_what_it_was_given_and_a_name_that_is_taken_alone() -> None:
    data: dict[str, object] = {"format": 0, "claim": [{"level": "gap", "standing": "edition"}, 3]}
    found, notices = migrated(data, "scenario.toml", "history.toml")
    assert found == {"format": 1, "claim": [{"level": "gap", "standing": "edition"}, 3]}
    assert data["format"] == 0
    assert [notice.file for notice in notices] == ["scenario.toml"]

"""A broken part is left out and told, and the rest of the scenario walks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import change
from invented import make_folder

from cablesim.lessons.chart import glossary_lines
from cablesim.lessons.record import Record
from cablesim.lessons.script import seen
from cablesim.lessons.walk import Walk
from cablesim.scenario.loading import load

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "TO THE CONSUL\nWE AGREE TO THE PLAN.\nHERON\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "kept"),
    [
        ("glossary.toml", "[[term]]", "[[trem]]", "cover"),
        ("glossary.toml", 'text = "Figures."', "text = Figures.", "cover"),
        ("walk.md", "{task}", "{c-none}", "cover"),
        ("walk.md", "Read it. {task}", "Predict: What?\n(x) a\nWhy: x {task}", "cover"),
        ("walk.md", "# cover", "# Cover!", "cover"),
    ],
)
def test_a_broken_part_is_left_out_and_the_rest_walks(
    tmp_path: Path, file: str, old: str, new: str, kept: str
) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    change(folder, file, old, new)
    scenario = load(folder)
    assert {fault.file for fault in scenario.left_out} == {file}
    assert next(glossary_lines(scenario)).startswith(f"Left out: {file}:")
    walk = Walk(scenario, Record(None))
    assert walk.page.id == kept
    while walk.forward():
        assert seen(walk)


def test_a_glossary_that_names_an_unknown_claim_keeps_its_terms(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    change(folder, "glossary.toml", "teaching = true", 'see = ["c-gap", "c-none"]')
    scenario = load(folder)
    assert [term.see for term in scenario.glossary] == [("c-gap",)]
    assert "there is no claim 'c-none'" in scenario.left_out[0].message

"""Each slip of a beginner: one finding, at its line, with a cure that makes the scenario clean."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from authoring_pages import TINY, tiny
from authoring_slips import BY_HAND, MENDED, Slip

from cablesim.authoring.checker import check
from cablesim.scenario.finding import mended

if TYPE_CHECKING:
    from pathlib import Path


def slipped(slip: Slip, folder: Path) -> int:
    """Make the slip in a copy of the tiny scenario; return the line of the change."""
    path = tiny(folder) / slip.file
    text = path.read_text(encoding="utf-8")
    assert slip.right in text
    path.write_text(text.replace(slip.right, slip.wrong, 1), encoding="utf-8")
    return text[: text.index(slip.right)].count("\n") + 1


def test_the_scenario_without_slips_is_clean(tmp_path: Path) -> None:
    assert check(tiny(tmp_path / "s", exercises=True)).findings == ()


def test_there_are_many_more_slips_than_the_23_that_were_measured() -> None:
    assert len({slip.name for slip in (*MENDED, *BY_HAND)}) == len(MENDED) + len(BY_HAND) > 90


@pytest.mark.parametrize("slip", [*MENDED, *BY_HAND], ids=lambda slip: slip.name)
def test_a_slip_gives_one_finding_at_its_line_and_its_cure_makes_all_clean(
    slip: Slip, tmp_path: Path
) -> None:
    folder = tmp_path / "s"
    line = slipped(slip, folder)
    report = check(folder)
    (finding,) = report.findings
    assert (finding.code, finding.file) == (slip.code, slip.file)
    assert finding.line == line + slip.below
    assert finding.message
    assert finding.write_instead
    assert bool(finding.mend) is (slip in MENDED)
    if finding.mend:
        cured = mended(report.texts[slip.file], finding.mend)
        (folder / slip.file).write_text(cured, encoding="utf-8")
    else:
        shutil.copy(TINY / slip.file, folder / slip.file)
    assert check(folder).findings == ()


def test_slips_in_all_files_are_told_at_once_and_each_once(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "s")
    chosen = {
        "scenario.toml": ("minutes = 10", "minutes = 010"),
        "history.toml": ('who = "heron"', "who = heron"),
        "teaching.toml": ("last = 5 }", "last = 5, }"),
        "codebook.toml": ('"AGREE" = "0417"', '"AGREE" = 0417'),
        "glossary.toml": ("teaching = true", "teaching = yes"),
        "walk.md": ("# sign", "# sing"),
    }
    for file, (right, wrong) in chosen.items():
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    found = [(each.file, each.code) for each in check(folder).findings]
    assert found == [
        ("scenario.toml", "T115"),
        ("history.toml", "T114"),
        ("teaching.toml", "T119"),
        ("codebook.toml", "T115"),
        ("glossary.toml", "T116"),
        ("walk.md", "H118"),
    ]


def test_several_slips_of_one_file_are_told_together_with_what_history_lacks(
    tmp_path: Path,
) -> None:
    path = tiny(tmp_path / "s") / "history.toml"
    text = path.read_text(encoding="utf-8")
    for right, wrong in (
        ('title = "Signed HERON"', "title = Signed HERON"),
        ('sure = ["c-signed", "e-name"]', 'sure = ["c-signed" "e-name"]'),
        ('quote = "We agree"\nline = 4', 'quote = "We agree"\nline = 5'),
    ):
        assert right in text
        text = text.replace(right, wrong, 1)
    path.write_text(text, encoding="utf-8")
    assert [each.code for each in check(tmp_path / "s").findings] == ["H101", "T114", "T119"]

"""The format: what may be left out, and what may be written short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import change, refused
from invented import make_folder
from specimen_forms import specimen_folder

from cablesim.authoring.checker import check
from cablesim.scenario.choices import Choices
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.loading import load
from cablesim.scenario.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario

TEXT = "TO THE CONSUL\nWE AGREE TO THE PLAN.\nHERON\n"
ONE_FILE = "S02_fused_header.txt"


# Lines.


@pytest.mark.parametrize(("text", "last", "told"), [(TEXT, 3, 0), (TEXT, 4, 1), (TEXT[:-1], 3, 0)])
def test_a_line_end_at_the_end_of_the_page_begins_no_line(
    tmp_path: Path, text: str, last: int, told: int
) -> None:
    folder = make_folder(tmp_path / "s", text)
    change(
        folder,
        "teaching.toml",
        f"last = {len(text.splitlines()) - (text == TEXT[:-1])}",
        f"last = {last}",
    )
    assert [each.code for each in check(folder).findings].count("H121") == told


# What may be left out.


@pytest.mark.parametrize("file", ["glossary.toml", "walk.md", "codebook.toml", "teaching.toml"])
def test_a_file_that_is_not_needed_may_be_missing(tmp_path: Path, file: str) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / file).unlink()
    if file == "codebook.toml":
        change(folder, "teaching.toml", 'book = "codebook.toml"\n', "")
    scenario = load(folder)
    assert scenario.faults == ()
    walk = run(scenario, Choices(garbles=2))
    assert walk.recovered == walk.prepared


def test_a_book_that_is_named_and_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / "codebook.toml").unlink()
    assert "codebook.toml:1:1: there is no such file in the folder" in refused(folder)


def test_a_book_or_groups_outside_the_folder_are_never_opened(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (tmp_path / "other.toml").write_text("format = 1\n", encoding="utf-8")
    change(folder, "teaching.toml", '"codebook.toml"', '"../other.toml"')
    assert "a file of a scenario lies in its folder" in refused(folder)


def test_the_document_may_have_another_name(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / "document.txt").rename(folder / "telegram.txt")
    change(folder, "scenario.toml", '"document.txt"', '"telegram.txt"')
    assert load(folder).document.line(3) == "HERON"


# One file, and short forms.


def test_in_a_scenario_of_one_file_findings_name_that_file_and_its_line(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", ONE_FILE)
    lines = (folder / "scenario.toml").read_text(encoding="utf-8").split("\n")
    line = next(at for at, text in enumerate(lines, 1) if text.startswith("asks ="))
    change(folder, "scenario.toml", "asks =", "ask =")
    assert f"scenario.toml:{line}:1: claim.0.ask" in refused(folder)


def test_what_is_proved_of_one_file_names_that_file_too(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", ONE_FILE)
    change(folder, "scenario.toml", 'sure = ["c-gap"]', 'sure = ["c-gpa"]')
    said = refused(folder)
    assert said.startswith("scenario.toml:")
    assert "there is no claim 'c-gpa'; write 'c-gap'" in said


SHORT = """
[simulated]
unit = "minutes"
sign = 5
send = 25
like = { send = "c-gap" }
"""


def test_a_short_clock_is_one_number_a_stage_with_the_case_behind_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / "teaching.toml").write_text(f"format = 1\n{SHORT}", encoding="utf-8")
    legs = {leg.stage: leg for leg in load(folder).teaching.legs}
    assert (legs["sign"].middle, legs["sign"].n, legs["sign"].claim) == (5, 0, None)
    assert (legs["send"].high, legs["send"].n, legs["send"].claim) == (25, 1, "c-gap")


def test_a_stage_that_a_short_clock_does_not_know_is_told_at_its_own_line(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    text = f"format = 1\n{SHORT.replace('send = 25', 'snd = 25')}"
    (folder / "teaching.toml").write_text(text, encoding="utf-8")
    line = text.split("\n").index("snd = 25") + 1
    assert f"teaching.toml:{line}:7: simulated.snd: there is no stage 'snd'" in refused(folder)


def test_a_short_clock_takes_whole_minutes_only(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    text = f"format = 1\n{SHORT.replace('25', '2.5')}"
    (folder / "teaching.toml").write_text(text, encoding="utf-8")
    assert refused(folder).count("\n") == 0


def inline(folder: Path, book: str) -> Scenario:
    teaching = f'format = 1\n[[cipher]]\nid = "own"\ntitle = "Own"\n[cipher.book]\n{book}'
    (folder / "teaching.toml").write_text(teaching, encoding="utf-8")
    return load(folder)


def test_a_list_of_words_is_a_book_and_the_rest_is_made_to_fit_the_text(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", 'Wir grüßen 12 mal: "TO THE PLAN" ‡ и Ё\n')
    scenario = inline(folder, '"TO THE PLAN" = "0417"\n')
    made = run(scenario, Choices())
    assert "0417" in made.outgoing.encoded.text.split()
    assert made.recovered == made.prepared
    groups = [group for entry in scenario.teaching.book.entries for group in entry.groups]
    assert len(groups) == len(set(groups))


def test_tables_that_an_author_gives_are_taken_as_they_are(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", "ABBA\n")
    letters = '[cipher.book.letters]\n"A" = "0001"\n"B" = "0002"\n'
    scenario = inline(folder, f'[cipher.book.words]\n"NO" = "0003"\n{letters}')
    assert [entry.plain for entry in scenario.teaching.book.entries][:3] == ["NO", "A", "B"]
    assert " 0001 0002 0002 0001 " in f" {run(scenario, Choices()).outgoing.encoded.text} "


def test_the_same_group_twice_in_a_list_is_told(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    with pytest.raises(ScenarioError, match="0417 stands for both 'A' and 'B'"):
        inline(folder, 'A = "0417"\nB = "0417"\n')


def test_a_wrong_group_of_a_list_is_told_once(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    with pytest.raises(ScenarioError) as caught:
        inline(folder, 'A = "417"\n')
    assert len({finding.line for finding in caught.value.findings}) == 1
    assert "'417'" in str(caught.value)

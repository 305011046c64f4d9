"""`check`, `explain` and `schema` as the contract has them, and hostile files before them."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest
from authoring_pages import tiny
from program import ROOT, cablesim

from cablesim.__main__ import guarded
from cablesim.authoring.gathering import scenarios_at
from cablesim.scenario.diagnostics import CODES

if TYPE_CHECKING:
    from pathlib import Path

ID = "stalin-zhou-3305"
KEYS = {"code", "severity", "file", "line", "column", "message", "write_instead"}


@pytest.fixture
def slipped(tmp_path: Path) -> Path:
    """The tiny scenario with a quote missing and a claim moved to a wrong line."""
    folder = tiny(tmp_path / "s")
    change(folder / "scenario.toml", 'title = "An invented', "title = “An invented")
    change(folder / "history.toml", 'quote = "We agree"\nline = 4', 'quote = "We agree"\nline = 5')
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_clean_scenario_gives_0_and_says_so(tmp_path: Path) -> None:
    done = cablesim("check", str(tiny(tmp_path / "s")))
    assert (done.returncode, done.stderr) == (0, "")
    assert "clean, 7 files" in done.stdout


def test_findings_give_1_with_place_line_caret_code_and_cure(slipped: Path) -> None:
    done = cablesim("check", str(slipped))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert re.search(r"scenario\.toml:5:9: error T111: “ is a typographic quote", lines[0])
    assert lines[1] == '     5 | title = “An invented telegram"'
    assert lines[2] == "       |         ^"
    assert lines[3] == '       = write "An invented telegram"'
    assert re.search(r"history\.toml:16:9: error H101: this does not stand on line 5", lines[5])
    assert "write line = 4" in lines[8]
    assert "2 to mend" in done.stderr
    assert "cablesim explain" in done.stderr


def test_json_is_one_document_with_the_keys_of_the_contract(slipped: Path) -> None:
    done = cablesim("check", str(slipped), "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert set(found) == {"format", "findings", "files"}
    assert (found["format"], found["files"]) == (1, 7)
    assert [set(each) for each in found["findings"]] == [KEYS, KEYS]
    assert [each["code"] for each in found["findings"]] == ["T111", "H101"]
    assert found["findings"][0]["file"].endswith("scenario.toml")


def test_json_of_a_clean_scenario_has_no_findings(tmp_path: Path) -> None:
    done = cablesim("check", str(tiny(tmp_path / "s")), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"] == []


def test_sarif_is_a_log_of_one_run_with_rules_places_and_fixes(slipped: Path) -> None:
    done = cablesim("check", str(slipped), "--sarif")
    assert done.returncode == 1
    log = json.loads(done.stdout)
    assert log["version"] == "2.1.0"
    assert "sarif" in log["$schema"]
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "cablesim"
    rules = [rule["id"] for rule in driver["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"]
        assert min(place["region"].values()) >= 1
        for fix in result["fixes"]:
            (changed,) = fix["artifactChanges"]
            for replacement in changed["replacements"]:
                assert set(replacement) == {"deletedRegion", "insertedContent"}
                region = replacement["deletedRegion"]
                assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
    fix = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["insertedContent"] == {"text": '"An invented telegram"'}


def test_a_folder_of_scenarios_checks_each_and_each_once(tmp_path: Path) -> None:
    tiny(tmp_path / "one")
    change(tiny(tmp_path / "two") / "walk.md", "{task}", "{tsak}")
    (tmp_path / "notes").mkdir()
    done = cablesim("check", str(tmp_path), str(tmp_path / "one"), "--json")
    found = json.loads(done.stdout)
    assert found["files"] == 14
    (finding,) = found["findings"]
    assert finding["file"] == str(tmp_path / "two" / "walk.md")
    assert finding["code"] == "H109"


def test_a_file_stands_for_its_scenario_and_an_id_for_one_that_ships(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "s")
    assert scenarios_at(str(folder / "history.toml")) == [folder]
    assert [path.name for path in scenarios_at(ID)] == [ID]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "PATH"),
        (["check", "stalin-zhou-3350"], f"did you mean '{ID}'"),
        (["check", "no/such/folder"], "scenario.toml"),
        (["check", "docs"], "scenario.toml"),
        (["check", ID, "--json", "--sarif"], "together"),
        (["explain", "T11"], "did you mean 'T1"),
        (["explain", "Q999"], "cablesim explain"),
        (["schema", "histroy"], "did you mean 'history'"),
        (["schema", "zzz"], "there are: scenario"),
    ],
)
def test_words_that_cannot_be_used_give_2_and_a_sentence(words: list[str], said: str) -> None:
    done = cablesim(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_explain_prints_a_page_and_lists_all_codes() -> None:
    page = cablesim("explain", "h101")
    assert page.returncode == 0
    assert page.stdout.startswith("# H101: a quote is not on its line")
    every = cablesim("explain")
    assert every.returncode == 0
    assert all(f"  {code} " in every.stdout for code in CODES)
    data = json.loads(cablesim("explain", "--json").stdout)
    assert [set(each) for each in data["codes"]] == [
        {"code", "family", "severity", "title"} for _ in CODES
    ]


def test_schemas_know_the_keys_and_are_those_that_first_lines_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = cablesim("schema").stdout.split()
    assert {"scenario", "history", "teaching", "codebook", "glossary", "exercises"} <= set(names)
    for name in names:
        assert guarded(["schema", name]) == 0
        schema = json.loads(capsys.readouterr().out)
        assert "2020-12" in schema["$schema"]
        assert "format" in schema["properties"]
        kept = (ROOT / "scenarios" / "schema" / f"{name}-1.json").read_text(encoding="utf-8")
        assert json.loads(kept) == schema, "run: python tools/make_schemas.py"


HOSTILE = {
    "escapes": b'title = "x\x1b]52;c;aGk=\x07\xc2\x9b2J\xe2\x80\xae"\n',
    "escape in a key": b'"\x1b[2Jkey" = 1\n',
    "escape as a head": b"[\x1b[31m]\n",
    "not closed": b"a = '''" + b"\x1b[0m\n" * 400,
    "not UTF-8": b"\xff\xfe\x00a\x00=\x00",
    "brackets": b"a = " + b"[" * 40_000,
    "braces": b"a = {" * 20_000,
    "dots": b"a" + b".a" * 40_000 + b" = 1\n",
    "quotes": b'"' * 100_001,
    "single quotes": b"'" * 100_001,
    "equals": b"=\n" * 60_000,
    "heads": b"[a]\n" * 50_000,
    "lists of heads": b"[[claim]]\n" * 25_000,
    "one long line": b"x" * 250_000,
    "backslashes": b'a = "' + b"\\" * 200_000,
    "commas": b"a = [" + b"," * 200_000 + b"]\n",
    "odd blanks": "a = \u00a0".encode() * 20_000,
    "marks": b"a = 1 # \xe2\x80\xae\n" * 20_000,
    "nothing": b"",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gives_findings_and_nothing_that_acts(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny(tmp_path / "s")
    (folder / "glossary.toml").write_bytes(HOSTILE[kind])
    (folder / "walk.md").write_bytes(HOSTILE[kind])
    assert guarded(["check", str(folder)]) == 1
    said = capsys.readouterr()
    assert "glossary.toml:" in said.out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said.out)
    assert "Traceback" not in said.err
    assert max(map(len, said.out.split("\n"))) < 700


def test_names_of_files_and_folders_reach_the_terminal_as_plain_signs(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "evil\x1b[2J")
    (folder / "walk.md").unlink()
    os.mkfifo(folder / "walk.md")
    done = cablesim("check", str(folder))
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "T102" in done.stdout

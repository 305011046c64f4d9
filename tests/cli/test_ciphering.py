"""`systems`, `encipher`, `decipher`, `selftest` as a person and a script use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program import cablesim as run

from cablesim.systems.system import BAND

KEY = ("-p", "key=LEMON")
RECIPE = """
format = 1
title = "two steps"
[[step]]
system = "polybius"
parameters = { keyword = "ZEBRAS" }
[[step]]
system = "columnar-transposition"
parameters = { key = "GERMAN" }
"""


def test_a_text_is_enciphered_and_comes_back() -> None:
    there = run("encipher", "vigenere", *KEY, "ATTACKATDAWN")
    assert (there.returncode, there.stdout) == (0, "LXFOPVEFRNHR\n")
    back = run("decipher", "vigenere", *KEY, there.stdout.strip())
    assert (back.returncode, back.stdout) == (0, "ATTACKATDAWN\n")


def test_russian_comes_out_in_the_case_it_went_in() -> None:
    assert run("encipher", "vigenere", "-p", "key=ключ", "пекин").stdout == "ъриаш\n"


def test_talk_and_data_go_apart_and_the_band_is_always_said() -> None:
    done = run("encipher", "vigenere", *KEY, "Attack at dawn")
    assert done.stdout == "Lxfopvefrnhr\n"
    assert BAND in done.stderr
    assert "changed, place 7: blank left out, ' '" in done.stderr


def test_standard_input_is_read_to_its_end() -> None:
    text = "ATTACKATDAWN" * 50_000
    done = run("encipher", "vigenere", *KEY, stdin=text + "\n")
    assert len(done.stdout) == len(text) + 1
    assert run("decipher", "vigenere", *KEY, "-", stdin=done.stdout).stdout == text + "\n"


def test_groups_are_cut() -> None:
    assert run("encipher", "vigenere", *KEY, "--groups", "5", "ATTACKATDAWN").stdout == (
        "LXFOP VEFRN HR\n"
    )


def test_the_sheet_stands_under_the_band() -> None:
    rows = run("encipher", "vigenere", *KEY, "--working", "AT").stdout.splitlines()
    assert rows[0] == BAND
    assert "1\tA\tL\tL\t0 and 11 give 11" in rows
    assert rows[-1] == "result: LX"


def test_one_json_document_holds_result_conventions_and_working() -> None:
    found = json.loads(run("encipher", "vigenere", *KEY, "--json", "At").stdout)
    assert found["format"] == 1
    assert found["result"] == "Lx"
    assert any("modulo 26" in rule for rule in found["conventions"])
    assert [line["gives"] for line in found["working"]] == ["L", "x"]
    assert found["working"][0]["cells"] == {"plain": "A", "key": "L", "cipher": "L"}


def test_parameters_come_from_a_file_and_the_command_line_wins(tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    file.write_text('{"key": "AAAA"}')
    assert run("encipher", "vigenere", "--params", str(file), "AT").stdout == "AT\n"
    assert run("encipher", "vigenere", "--params", str(file), *KEY, "AT").stdout == "LX\n"


def test_a_recipe_runs_its_steps_and_back(tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    file.write_text(RECIPE)
    there = run("encipher", str(file), "SENDHELP")
    assert there.returncode == 0
    assert run("decipher", str(file), there.stdout.strip()).stdout == "SENDHELP\n"
    sheet = run("encipher", str(file), "--working", "SENDHELP").stdout
    assert "step 1 of 2" in sheet
    assert "step 2 of 2" in sheet


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("encipher", "vigner", *KEY, "A"), "did you mean 'vigenere'"),
        (("encipher", "vigenere", "A"), "key: vigenere needs it"),
        (("encipher", "vigenere", "-p", "kex=A", "A"), "did you mean 'key'"),
        (("encipher", "vigenere", "-p", "key", "A"), "NAME=VALUE"),
        (("encipher", "vigenere", *KEY, "A1"), "place 2: '1'"),
        (("encipher", "vigenere", *KEY, "--params", "no.json", "A"), "no.json"),
        (("encipher", "nowhere.toml", "A"), "nowhere.toml"),
        (("systems", "vigner"), "did you mean 'vigenere'"),
        (("systms",), "did you mean 'systems'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_exits_with_2(
    words: tuple[str, ...], said: str
) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


def test_bad_files_are_told(tmp_path: Path) -> None:
    odd = tmp_path / "odd.json"
    for text, said in (("[1]", "no object"), ("{", "no JSON"), ("[" * 90_000, "no JSON")):
        odd.write_text(text)
        done = run("encipher", "vigenere", "--params", str(odd), "A")
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    recipe = tmp_path / "odd.toml"
    for text in ("", "format = 2", "format = 1", "format = 1\nstep = 3", "x", RECIPE + "[[step]]"):
        recipe.write_text(text)
        done = run("encipher", str(recipe), "A")
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_bytes_that_are_no_text_are_told() -> None:
    done = run("encipher", "vigenere", *KEY, stdin="AB\udcff")
    assert done.returncode == 2
    assert "byte 3 of standard input" in done.stderr


def test_the_systems_are_listed_with_all_their_parameters() -> None:
    assert "vigenere" in run("systems").stdout
    found = json.loads(run("systems", "--json").stdout)
    by_name = {each["name"]: each for each in found["systems"]}
    key = next(each for each in by_name["vigenere"]["parameters"] if each["name"] == "key")
    assert key["required"] is True
    assert key["type"] == "letters"
    assert key["meaning"]
    assert by_name["vigenere"]["alphabets"] == ["latin26", "russian33"]
    assert all(each["family"] and each["title"] for each in found["systems"])


def test_every_vector_holds_and_names_its_source() -> None:
    done = run("selftest", "--json")
    found = json.loads(done.stdout)
    failed = [each for each in found["vectors"] if {each["encipher"], each["decipher"]} & FAILED]
    assert not failed
    assert done.returncode == 0
    assert len(found["vectors"]) >= 107
    assert all(each["source"] for each in found["vectors"])


FAILED = {"wrong", "refused"}


def test_a_wrong_vector_fails_the_selftest(tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    vector = {
        "id": "wrong-01", "cipher": "vigenere", "parameters": {"key": "LEMON"},
        "plaintext": "ATTACK", "ciphertext": "LXFOPW", "source": "made wrong for this test",
    }  # fmt: skip
    file.write_text(json.dumps({"vectors": [vector]}))
    done = run("selftest", "--vectors", str(file))
    assert done.returncode == 1
    assert "LXFOPV instead of LXFOPW" in done.stdout

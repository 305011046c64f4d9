"""The commands as the contract has them: output, exit codes, messages, no traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from program import ROOT, cablesim

from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

if TYPE_CHECKING:
    from pathlib import Path

ID = "stalin-zhou-3305"


def test_list_names_id_title_minutes_language_and_version() -> None:
    done = cablesim("list")
    assert done.returncode == 0
    assert done.stderr == ""
    assert f"{ID}: Ciphered telegram No. 3305, 13 July 1950, 40 minutes" in done.stdout


def test_list_json_is_one_document_with_stable_keys() -> None:
    found = json.loads(cablesim("list", "--json").stdout)
    assert found["format"] == 1
    assert set(found["scenarios"][0]) == {"id", "title", "minutes", "language", "version"}


def test_walk_json_is_one_document() -> None:
    done = cablesim("walk", ID, "--json", "--seed", "3")
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert found["seed"] == 3
    assert list(found)[:4] == ["format", "scenario", "version", "seed"]


def test_the_same_seed_prints_the_same_bytes() -> None:
    assert cablesim("walk", ID, "--json").stdout == cablesim("walk", ID, "--json").stdout
    assert cablesim("walk", ID, "--plain").stdout == cablesim("walk", ID, "--plain").stdout


def test_a_scenario_can_be_named_by_its_folder() -> None:
    done = cablesim("walk", f"scenarios/{ID}", "--json")
    assert json.loads(done.stdout)["scenario"] == ID


def test_bare_cablesim_off_a_terminal_welcomes_and_prints_the_plain_walk(tmp_path: Path) -> None:
    done = cablesim(home=tmp_path)
    assert done.returncode == 0
    assert "no terminal here" in done.stderr
    assert done.stdout.count("Station ") >= 13
    assert not (tmp_path / "record.sqlite").exists(), "a printed walk keeps no record"


def test_the_plain_walk_has_every_page_claim_question_and_the_document_to_the_letter() -> None:
    done = cablesim("walk", ID, "--plain")
    assert "FILIPPOV [Stalin]" in done.stdout
    assert "Nobody has shown which cipher carried No. 3305." in done.stdout
    assert "Copies: Stalin (2), Molotov" in done.stdout
    assert done.stdout.count("\nPredict") >= 13
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["wlak"], "did you mean 'walk'"),
        (["walk", "stalin-zhou-3350"], f"did you mean '{ID}'"),
        (["walk", "./no/such/folder"], "scenario.toml"),
        (["walk", ID, "--seed", "x"], "--seed"),
        (["walk", ID, "--script", "no.walk"], "no.walk"),
        (["walk", ID, "--plain", "--recipient", "molotov"], "choose one of: zhou, mao"),
        (["walk", ID, "--jsno"], "--json"),
        (["walk"], "SCENARIO"),
    ],
)
def test_words_that_cannot_be_used_give_2_a_sentence_and_no_traceback(
    words: list[str], said: str
) -> None:
    done = cablesim(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_help_is_there_for_every_command() -> None:
    for words in (["--help"], ["list", "--help"], ["walk", "--help"]):
        done = cablesim(*words)
        assert done.returncode == 0
        assert done.stdout.startswith("Usage: cablesim")


def test_the_recorded_walk_is_as_recorded() -> None:
    done = cablesim("walk", ID, "--script", f"scenarios/{ID}/whole.walk")
    assert done.returncode == 0, done.stderr
    assert "all as recorded" in done.stdout


def test_a_recorded_walk_that_differs_gives_1_and_the_line(tmp_path: Path) -> None:
    script = tmp_path / "w.walk"
    script.write_text("page cover\nbeat predict\nnext\nsee NO SUCH WORDS\n", encoding="utf-8")
    done = cablesim("walk", ID, "--script", str(script))
    assert done.returncode == 1
    assert "line 4: not seen: NO SUCH WORDS" in done.stderr


def test_a_script_line_that_is_no_command_gives_2(tmp_path: Path) -> None:
    script = tmp_path / "w.walk"
    script.write_text("dance\n", encoding="utf-8")
    done = cablesim("walk", ID, "--script", str(script))
    assert done.returncode == 2
    assert "is no command of a walk" in done.stderr


def test_a_reader_that_closes_the_pipe_ends_the_program_quietly() -> None:
    line = f"{{ {sys.executable} -m cablesim walk {ID} --plain; echo code $? >&2; }} | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == "code 0\n", "1 would mean that a difference was found"


def test_the_door_imports_nothing_before_its_guard_stands() -> None:
    line = (
        "import sys; before = set(sys.modules); import cablesim.__main__; "
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", line], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.split() == ["__future__", "cablesim", "cablesim.__main__"]


def test_a_full_output_device_is_told_in_a_sentence() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device, not a path.
        done = subprocess.run(
            [sys.executable, "-m", "cablesim", "walk", ID, "--plain"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_conversation_by_pipe_asks_answers_resumes_and_begins_anew(tmp_path: Path) -> None:
    first = cablesim("walk", ID, "--ask", home=tmp_path, stdin="\n\n1\n\nq\n")
    assert first.returncode == 0
    assert "You chose 1" in first.stdout
    assert "Your place is kept." in first.stdout
    second = cablesim("walk", ID, "--ask", home=tmp_path, stdin="again\nq\n")
    assert "this is where you stopped" in second.stdout
    assert "Page 1 of 16" in second.stdout.split("Type ")[-2]


def test_a_conversation_shows_all_that_the_screen_has_at_hand(tmp_path: Path) -> None:
    words = "d\nm\nc\ng\n?\nx\nw\nt\nzzz\nq\n"
    done = cablesim("walk", ID, "--ask", home=tmp_path, stdin=words)
    for said in (
        "Line 5 (telegram): SOVIET AMBASSADORSent 03:15",
        "two fields",
        "Readable by nobody without book and pad",
        "Copy 3 is for Molotov",
        "(teaching term)",
        "Enter goes on",
        "The line damages 1 place on the way.",
        "is told. Either is right",
        "The simulated clock is off",
        "'zzz' is nothing to type here",
    ):
        assert said in done.stdout


def test_a_sheet_is_played_in_conversation(tmp_path: Path) -> None:
    words = "go encipher\n\ns\n5\n\np\nr\nq\n"
    done = cablesim("walk", ID, "--ask", home=tmp_path, stdin=words)
    assert "The clerk's sheet" in done.stdout
    assert "The sheet is finished" in done.stdout


HYGIENE = (
    ("list", ("textual", "rich", "cryptography", "pydantic", "sqlite3", "simpy")),
    ("progress --json", ("textual", "rich", "cryptography", "pydantic", "simpy")),
    ("review --json", ("textual", "rich", "cryptography", "pydantic", "simpy")),
    (f"walk {ID} --json", ("textual", "rich", "cryptography", "simpy")),
)


@pytest.mark.parametrize(("words", "heavy"), HYGIENE)
def test_a_command_loads_what_it_needs_and_nothing_else(
    words: str, heavy: tuple[str, ...], tmp_path: Path
) -> None:
    program = (
        "import sys, io; from cablesim.__main__ import guarded; real = sys.stdout\n"
        f"sys.stdout = io.StringIO(); code = guarded({words.split()!r}); sys.stdout = real\n"
        "print(code, *sorted(name for name in sys.modules if '.' not in name))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    code, *modules = done.stdout.split()
    assert code == "0"
    assert not set(heavy) & set(modules)


def test_a_scenario_that_was_checked_before_is_loaded_without_pydantic(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from cablesim.scenario.checked import Checked\n"
        "from cablesim.scenario.loading import load\n"
        "from cablesim.scenario.places import resolve\n"
        f"load(resolve('{ID}'), Checked(Path(sys.argv[1])))\n"
        "print('pydantic' in sys.modules)"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "marks")],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert found == ["True", "False"]


def test_importing_cablesim_costs_nothing() -> None:
    program = (
        "import sys; before = set(sys.modules); import cablesim; print(set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "{'cablesim'}"


@pytest.mark.parametrize(("words", "long"), [
    (["help"], ["--help"]), (["help", "do"], ["do", "--help"]),
    (["progress", "help"], ["progress", "--help"]),
    (["help", "progress", "dump"], ["progress", "dump", "--help"]),
])  # fmt: skip
def test_help_is_the_help_of_what_stands_behind_it(words: list[str], long: list[str]) -> None:
    done = cablesim(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == cablesim(*long).stdout


@pytest.mark.parametrize("name", [ID, "first-steps", "hollow-nickel-1953"])
def test_plain_lines_name_no_claim_by_its_id_and_bid_nobody_press_a_key(name: str) -> None:
    ids = {claim.id for claim in load(resolve(name)).evidence.claims}
    lines = cablesim("walk", name).stdout
    assert ids.isdisjoint(re.findall(r"[a-z0-9-]+", lines))
    assert "Press " not in lines
    evidence = cablesim("walk", name, "--ask", stdin="e\nq\n").stdout
    assert "It rests on: " in evidence
    assert ids.isdisjoint(re.findall(r"[a-z0-9-]+", evidence))

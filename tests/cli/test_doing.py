"""`cablesim do` as the contract has it: listing, judging, keys, hints, conversation, exit codes."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from invented import make_folder
from program import ROOT, cablesim

from cablesim.__main__ import guarded

ID = "stalin-zhou-3305"


@dataclass(frozen=True)
class Done:
    """What a run printed, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


class Do(Protocol):
    """Runs the program's words in this process, as off a terminal."""

    def __call__(self, *words: str, stdin: str = "") -> Done:
        """Run the words."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Do:
    """Run commands without starting Python anew each time."""

    def inside(*words: str, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = guarded(list(words))
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return inside


COLOUR = "\x1b[31m"


def sealed(folder: Path, mode: str = "sealed") -> Path:
    """Write a scenario with one exercise in a mode."""
    made = make_folder(folder, "AN INVENTED TEXT.\n")
    (made / "exercises.toml").write_text(
        f"""format = 1
[marking]
mode = "{mode}"
[[exercise]]
id = "add"
kind = "encode"
skill = "additive"
points = 3
cipher = "practice-book"
steps = ["add"]
hints = ["First.", "{{step.1}}"]
explain = "So it is."
prompt = "Add {{pad}} to {{groups}}."
vary.plain = ["WE ARE READY TO SEND JET FIGHTERS"]
[[exercise]]
id = "broken"
kind = "encode"
skill = "additive"
points = 3
prompt = "No plain."
""",
        encoding="utf-8",
    )
    return made


def test_the_exercises_are_listed_in_their_order(run: Do) -> None:
    done = run("do", ID)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "read-form: Read the form (form, close reading, 4 points)"
    assert len(lines) >= 12


def test_the_list_as_data_has_stable_keys() -> None:
    found = json.loads(cablesim("do", ID, "--json").stdout)
    assert list(found) == ["format", "scenario", "version", "mode", "exercises", "findings"]
    assert found["format"] == 1
    assert set(found["exercises"][0]) == {
        "id", "title", "kind", "skill", "points", "hints", "first", "review",
        "state", "open", "due",
    }  # fmt: skip


def test_the_list_as_data_says_how_each_of_the_learners_own_stands(tmp_path: Path) -> None:
    def listed(*words: str) -> dict[str, tuple[object, ...]]:
        found = json.loads(cablesim("do", ID, "--json", *words, home=tmp_path).stdout)["exercises"]
        return {each["id"]: (each["state"], each["open"], each["due"]) for each in found}

    cablesim("do", ID, "copies", "--plain", stdin="3\n3\n", home=tmp_path)
    cablesim("do", ID, "add-pad", "--plain", stdin="hint\nquit\n", home=tmp_path)
    cablesim("do", ID, "take-pad-off", "--plain", stdin="show\nquit\n", home=tmp_path)
    found = listed()
    assert found["copies"][0] == "solved"
    assert found["add-pad"] == ("open", True, False)
    assert found["take-pad-off"] == ("given up", False, False)
    assert found["read-form"] == ("new", False, False)
    whose = listed("--student", "somebody")
    assert set(whose.values()) == {(None, None, None)}, "another's exercises have no standing here"


@pytest.mark.parametrize("exercise", ["add-pad", "decode", "supported", "order-route"])
def test_the_key_of_a_practice_exercise_is_right(run: Do, exercise: str) -> None:
    key = json.loads(run("do", ID, exercise, "--key", "--json").stdout)["key"]
    done = run("do", ID, exercise, "--answer", key)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Right." in done.stdout.splitlines()


def test_a_wrong_answer_is_explained_and_ends_with_one(run: Do) -> None:
    done = run("do", ID, "copies", "--answer", "2")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "I read: 2"
    assert "You counted the names." in done.stdout
    assert "Line 19" in done.stdout


def test_what_is_handed_in_is_fine_and_said_to_be_marked_by_hand(run: Do) -> None:
    whole = " ".join(f"word{n}" for n in range(50))
    done = run("do", "first-steps", "who-was-told", "--answer", whole, "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["readable"]) == (0, True)
    assert (found["by_hand"], found["right"]) == (True, False)


def test_the_finding_as_data_has_stable_keys(run: Do) -> None:
    done = run("do", ID, "copies", "--answer", "2", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert list(found) == [
        "format", "scenario", "version", "exercise", "kind", "student", "n", "engine", "draw",
        "read", "readable", "right", "score", "by_hand", "parts", "wrote", "mistakes", "remarks",
        "explain",
    ]  # fmt: skip
    assert (found["score"], found["mistakes"]) == (0.5, ["also-1"])
    assert set(found["remarks"][0]) == {"part", "mistake", "wrote", "right", "text"}


def test_an_answer_that_cannot_be_read_is_no_try_and_ends_with_two(run: Do) -> None:
    done = run("do", ID, "add-pad", "--answer", "12O4")
    assert done.returncode == 2
    assert "did you mean 1204?" in done.stdout
    assert "This did not count as a try." in done.stdout
    assert "Traceback" not in done.stderr


def test_an_answer_may_come_from_standard_input() -> None:
    assert cablesim("do", ID, "copies", "--answer", "-", stdin="three\n").returncode == 0


def test_students_classes_and_numbers_have_variants_of_their_own(run: Do) -> None:
    def question(*words: str) -> str:
        return str(json.loads(run("do", ID, "add-pad", "--json", *words).stdout)["question"])

    first = question("--student", "Anna Tarn", "--salt", "a class")
    assert first == question("--student", "anna  tarn", "--salt", "a class")
    assert first != question("--student", "Piet Holm", "--salt", "a class")
    assert first != question("--student", "Anna Tarn", "--salt", "another")
    assert first != question("--student", "Anna Tarn", "--salt", "a class", "--n", "1")


@pytest.mark.parametrize(
    "whose", [("--student", "Anna"), ("--salt", "a class"), ("--student", "Piet", "--n", "3")]
)
def test_a_conversation_puts_the_very_variant_of_a_student_in_a_class(
    run: Do, whose: tuple[str, ...]
) -> None:
    level = ("do", ID, "decode")
    asked = json.loads(run(*level, *whose, "--json").stdout)["question"]
    told = run(*level, *whose, "--plain").stdout.splitlines()
    assert set(asked) <= set(told)
    assert told[-1].startswith("Nothing of this is kept")
    assert not set(asked) <= set(run(*level, "--plain").stdout.splitlines())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((ID, "add-padd"), "did you mean 'add-pad'?"),
        ((ID, "zzz"), "see: cablesim do"),
        (("stalin",), "did you mean 'stalin-zhou-3305'?"),
        ((ID, "copies", "--hint", "9"), "there is no hint 9; this exercise has 2"),
    ],
)
def test_unknown_words_get_the_nearest_known_one_and_two(
    run: Do, words: tuple[str, ...], says: str
) -> None:
    done = run("do", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--answer", "3"), "--answer needs the exercise before it"),
        (("--answer", ""), "--answer needs the exercise before it"),
        (("--key",), "--key needs the exercise before it"),
        (("--hint", "1", "--json"), "--hint needs the exercise before it"),
        (("--n", "2"), "--n needs the exercise before it"),
        (("copies", "--answer", "3", "--key"), "--answer and --key cannot be given together"),
        (("copies", "--answer", "2", "--hint", "1"), "--answer and --hint cannot be given"),
        (("copies", "--key", "--hint", "1", "--json"), "--key and --hint cannot be given together"),
    ],
)
def test_options_that_would_be_passed_over_are_refused(
    run: Do, words: tuple[str, ...], says: str
) -> None:
    done = run("do", ID, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_a_sealed_exercise_gives_nothing_away(run: Do, tmp_path: Path) -> None:
    folder = str(sealed(tmp_path / "sealed"))
    for option in (("--key",), ("--hint", "1")):
        done = run("do", folder, "add", *option)
        assert (done.returncode, done.stdout) == (2, "")
        assert "sealed" in done.stderr
    done = run("do", folder, "add", "--answer", "1111 2222 3333")
    assert done.returncode == 0
    assert done.stdout.startswith("I read: 1111 2222 3333\n")
    assert "ot yet" not in done.stdout
    found = json.loads(run("do", folder, "add", "--answer", "1111", "--json").stdout)
    assert found["score"] is None
    talk = run("do", folder, "add", stdin="hint\ngive up\n1111 2222 3333\n").stdout
    assert "So it is." not in talk
    assert "First." not in talk


def test_a_broken_exercise_is_left_out_and_the_rest_is_done(run: Do, tmp_path: Path) -> None:
    folder = str(sealed(tmp_path / "half", "practice"))
    listed = run("do", folder)
    assert listed.returncode == 0
    assert "add: add" in listed.stdout
    assert re.search(r"Left out: exercises\.toml:\d+:\d+: exercise\.1", listed.stdout)
    assert run("do", folder, "add", "--hint", "1").stdout == "First.\n"
    assert run("do", folder, "broken").returncode == 2
    walk = run("walk", folder, "--json")
    assert walk.returncode == 0, walk.stderr


def test_a_scenario_without_exercises_says_so(run: Do, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "none", "AN INVENTED TEXT.\n")
    done = run("do", str(folder))
    assert done.stdout == "This scenario has no exercises.\n"


def test_a_conversation_reads_back_judges_helps_and_goes_on(run: Do) -> None:
    talk = run("do", ID, "copies", "--plain", stdin="hint\nno idea\n2\nhint\n3\n\nq\n")
    assert (talk.returncode, talk.stderr) == (0, "")
    told = talk.stdout.splitlines()
    assert told[:2] == ["How many copies?", "Skill: inference. 2 points."]
    for sentence in (
        "Hint 1: Read line 19 sign by sign. What stands between the two names?",
        "This did not count as a try.",
        "I read: 2",
        "Hint 2: The figure behind a name may say how many copies that name received.",
        "I read: 3",
        "Right.",
        "1.4 of 2 points: 2 less 10% for 1 wrong try and 10% for each of 2 hints.",
    ):
        assert sentence in told, talk.stdout
    assert told.index("I read: 2") < told.index("Right.")


def test_a_conversation_shows_worked_steps_asks_the_rule_and_fades(run: Do) -> None:
    talk = run("do", ID, "add-pad", stdin="1\n\nq\n").stdout
    assert "Which rule was used in the worked steps?" in talk
    assert talk.count("Write the last 2 groups of 4 figures.") == 1


def test_every_exercise_that_ships_can_be_given_up_in_conversation(run: Do) -> None:
    names = [each["id"] for each in json.loads(run("do", ID, "--json").stdout)["exercises"]]
    for name in names[::4]:
        talk = run("do", ID, name, stdin="1\n1\ngive up\nagain\nnext\nhelp\n\n")
        assert (talk.returncode, talk.stderr) == (0, "")
        assert "Right is: " in talk.stdout or "To compare with: " in talk.stdout


def test_hostile_words_reach_no_terminal(run: Do) -> None:
    done = run("do", ID, "unknowns", "--answer", f"{COLOUR} red")
    assert COLOUR not in done.stdout + done.stderr
    done = run("do", ID, f"{COLOUR}x")
    assert COLOUR not in done.stdout + done.stderr
    assert done.returncode == 2


def test_hostile_exercises_are_shown_safely(run: Do, tmp_path: Path) -> None:
    folder = sealed(tmp_path / "hostile", "practice")
    path = folder / "exercises.toml"
    evil = "\\u001b]0;x\\u0007[red]{pad.__class__} \\u202e{0} %s"
    text = path.read_text(encoding="utf-8").replace("Add {pad} to", f"{evil} Add {{pad}} to")
    path.write_text(text.replace('["First."', f'["{evil}"'), encoding="utf-8")
    for words in (("add",), ("add", "--hint", "1"), ("add", "--json"), ()):
        done = run("do", str(folder), *words, stdin="hint\n1\n")
        assert done.returncode == 0, done.stderr
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)


def test_doing_loads_no_screen_and_no_cryptography() -> None:
    program = (
        "import sys, io; from cablesim.__main__ import guarded; real = sys.stdout\n"
        f"sys.stdout = io.StringIO(); code = guarded(['do', '{ID}', 'copies', '--answer', '3'])\n"
        "sys.stdout = real; print(code, 'textual' in sys.modules, 'cryptography' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.split() == ["0", "False", "False"]

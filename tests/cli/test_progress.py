"""`progress` and `review` as the contract has them: output, exit codes, messages, no traceback."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from program import cablesim

from cablesim.lessons.acts import Act, Drafted, Opened, Tried, Variant, entry_of
from cablesim.lessons.record import Record
from cablesim.lessons.walk import Walk

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.lessons.entry import Event
    from cablesim.scenario.scenario import Scenario

ID = "stalin-zhou-3305"


@pytest.fixture
def walked(tmp_path: Path, telegram: Scenario) -> Path:
    """Return a home with two pages of a walk and two exercises on the record."""
    record = Record(tmp_path / "record.sqlite")
    for exercise, score in (("add-pad", 1.0), ("decode", 0.5)):
        about = Variant(ID, "1.0.0", exercise, 3)
        for what in (
            Opened("1", "1", "f", "additive"),
            Drafted("12\x1b[2J"),
            Tried("1", "1", score),
        ):
            record.add(entry_of(Act(about, what)))
    walk = Walk(telegram, record)
    for _ in range(2):
        walk.forward()
    walk.answer("1")
    walk.forward()
    record.close()
    return tmp_path


def steps_in(home: Path) -> tuple[Event, ...]:
    """Return the record of a home."""
    record = Record(home / "record.sqlite")
    events = record.events()
    record.close()
    return events


def test_nothing_done_is_said_and_makes_no_record(tmp_path: Path) -> None:
    done = cablesim("progress", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing on your record yet" in done.stdout
    assert not (tmp_path / "record.sqlite").exists()
    assert json.loads(cablesim("progress", "--json", home=tmp_path).stdout)["scenarios"] == []


def test_progress_counts_pages_and_exercises_by_scenario_and_skill(walked: Path) -> None:
    done = cablesim("progress", home=walked)
    assert done.returncode == 0
    assert "walk: 2 of 16 pages seen" in done.stdout
    assert "additive: 1 of " in done.stdout
    assert ", decode, variant 3" in done.stdout
    found = json.loads(cablesim("progress", "--json", home=walked).stdout)
    assert found["format"] == 1
    (scenario,) = found["scenarios"]
    assert (scenario["scenario"], scenario["pages_seen"], scenario["pages"]) == (ID, 2, 16)
    assert scenario["done"] == 1
    assert scenario["of"] >= 12
    skills = {skill["skill"]: skill for skill in found["skills"]}
    assert (skills["additive"]["done"], skills["additive"]["judged"]) == (1, 2)
    assert skills["additive"]["mastery"] is False
    assert skills["sourcing"]["judged"] == 0, "what was not practised yet is shown too"
    left = {"scenario": ID, "exercise": "decode", "number": 3, "student": "self"}
    assert found["left"] == left


def test_a_record_is_taken_to_another_machine_and_twice_is_once(
    walked: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.jsonl"
    done = cablesim("progress", "export", str(file), home=walked)
    assert done.returncode == 0, done.stderr
    assert "10 steps" in done.stdout
    assert "\x1b" not in file.read_text(encoding="utf-8")
    other = tmp_path / "other"
    first = cablesim("progress", "import", str(file), home=other)
    assert (first.returncode, first.stdout) == (0, "10 steps new, 0 known already.\n")
    second = cablesim("progress", "import", str(file), home=other)
    assert second.stdout == "0 steps new, 10 known already.\n"
    assert steps_in(other) == steps_in(walked)
    asked = cablesim("walk", ID, "--ask", home=other, stdin="q\n")
    assert "this is where you stopped" in asked.stdout
    again = cablesim("progress", "export", str(file), home=walked)
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_a_damaged_file_is_refused_and_nothing_is_taken_over(walked: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    cablesim("progress", "export", str(file), home=walked)
    file.write_bytes(file.read_bytes()[:-40])
    other = tmp_path / "other"
    for path in (file, tmp_path / "nothing", walked / "record.sqlite"):
        done = cablesim("progress", "import", str(path), home=other)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr
        assert str(path) in done.stderr
    assert "nothing on your record" in cablesim("progress", home=other).stdout


def test_the_dump_shows_every_step_and_no_control_sign(walked: Path) -> None:
    done = cablesim("progress", "dump", home=walked)
    assert len(done.stdout.splitlines()) == 10
    assert "tried: exercise 'add-pad', number '3', answer '1', read '1', score '1.0'" in done.stdout
    assert "\x1b" not in done.stdout
    found = json.loads(cablesim("progress", "dump", "--json", home=walked).stdout)
    assert len(found["events"]) == 10


def test_forgetting_asks_says_what_is_gone_and_leaves_the_rest(walked: Path) -> None:
    kept = cablesim("progress", "forget", ID, "decode", home=walked, stdin="no\n")
    assert (kept.returncode, kept.stdout) == (0, "Nothing was forgotten.\n")
    assert "Type yes" in kept.stderr
    done = cablesim("progress", "forget", ID, "decode", home=walked, stdin="yes\n")
    assert done.returncode == 0
    assert f"{ID}, exercise decode: 3 steps removed." in done.stdout
    left = cablesim("progress", home=walked).stdout
    assert "2 of 16 pages" in left
    assert "decode" not in left
    every = cablesim("progress", "forget", "--all", "--yes", home=walked)
    assert "the whole record: 7 steps removed." in every.stdout
    assert f"{ID}, the walk: 4" in every.stdout
    assert "nothing on your record" in cablesim("progress", home=walked).stdout
    assert cablesim("progress", "forget", "--all", "--yes", home=walked).stdout == (
        "There is nothing on your record.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("forget",), "name the scenario"),
        (("forget", ID, "--all"), "name the scenario"),
        (("forget", "stalin-zhou-3350"), f"did you mean '{ID}'?"),
        (("forget", ID, "add-pda"), "did you mean 'add-pad'?"),
        (("forget", ID, "--variant", "1"), "--variant needs the exercise"),
        (("forget", ID, "add-pad", "--variant", "1"), "there is nothing of"),
        (("forget", ID), "nobody answered"),
        (("exprt", "x"), "did you mean 'export'?"),
        (("import",), "missing argument 'FILE'"),
        (("--json", "dump"), "--json belongs after"),
        (("export", "/nowhere/at/all"), "No such file"),
    ],
)
def test_a_wrong_word_is_answered_and_nothing_changes(
    walked: Path, words: tuple[str, ...], said: str
) -> None:
    before = steps_in(walked)
    done = cablesim("progress", *words, home=walked)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert steps_in(walked) == before


@pytest.mark.parametrize("words", [("progress",), ("progress", "dump"), ("review",)])
def test_a_record_of_a_newer_version_is_told_and_left_alone(
    walked: Path, words: tuple[str, ...]
) -> None:
    file = walked / "record.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    done = cablesim(*words, home=walked)
    assert (done.returncode, done.stdout) == (2, "")
    assert "newer cablesim" in done.stderr
    assert file.read_bytes() == before


def test_review_with_nothing_due_ends_with_a_sentence(walked: Path) -> None:
    done = cablesim("review", "--plain", home=walked)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    found = json.loads(cablesim("review", "--json", home=walked).stdout)
    assert (found["format"], found["due"]) == (1, [])

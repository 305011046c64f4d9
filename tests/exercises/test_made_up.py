"""What is made up says so at the exercise, in every face; what is real is not called made up."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from exercises.authored import BY_SYSTEM, PAD, found, written
from exercises.desk import drawn, every, shipped, with_exercises

from cablesim.cli.doing import command as do
from cablesim.exercises.helping import MADE_UP, banner, question
from cablesim.exercises.workbook import Workbook
from cablesim.lessons.catalogue import Drawn
from cablesim.lessons.firstrun import DONE
from cablesim.scenario.exercise import (
    BookTask,
    DepthTask,
    Exercise,
    GarbleTask,
    NumberTask,
    SystemTask,
)
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

if TYPE_CHECKING:
    from pathlib import Path

NICKEL, COURSE, STEPS = "hollow-nickel-1953", "ten-lessons", "first-steps"
SHIPPED = [pair for pair in every() if pair[0] != "tests"]
ALL = pytest.mark.parametrize(("name", "exercise"), SHIPPED, ids=map("/".join, SHIPPED))
# Drawn, and real: dates, hours and lists of papers; words and groups of the message; arithmetic.
REAL = {
    ("stalin-zhou-3305", "predict-sending"),
    ("stalin-zhou-3305", "days-between"),
    ("stalin-zhou-3305", "four-cities"),
    ("stalin-zhou-3305", "copies-stated"),
    ("stalin-zhou-3305", "division-of-124"),
    (NICKEL, "two-copies"),
    (NICKEL, "board"),
    (COURSE, "board-of-1953"),
    (COURSE, "how-many-shifts"),
}


def draws(exercise: Exercise) -> bool:
    """Say whether an exercise draws texts, keys, damage or cases."""
    task = exercise.task
    cipher = isinstance(task, BookTask | SystemTask | GarbleTask | DepthTask)
    return cipher or (isinstance(task, NumberTask) and bool(task.cases))


def above(name: str, exercise: str, n: int = 0) -> str:
    """Return the sentence above a variant."""
    return banner(drawn(name, exercise, n), shipped()[name].scenario)


@ALL
def test_whatever_is_drawn_is_made_up_unless_it_is_known_to_be_real(
    name: str, exercise: str
) -> None:
    found = shipped()[name].exercise(exercise)
    wanted = name == STEPS or (draws(found) and (name, exercise) not in REAL)
    assert bool(above(name, exercise)) is wanted


@ALL
def test_no_sentence_above_calls_all_of_it_the_messages_own(name: str, exercise: str) -> None:
    said = above(name, exercise)
    assert "keys and groups are the message's own" not in said
    assert not said or re.search(
        r"made up|invented for practice|to practise on", said, re.IGNORECASE
    ), said


@ALL
def test_a_made_up_happening_is_no_history(name: str, exercise: str) -> None:
    told = " ".join(question(drawn(name, exercise, 0)))
    assert not re.search(r"(?<!that )\b(?:a|two) clerks? (?:used|lengthen)", told, re.IGNORECASE), (
        told
    )
    assert not re.search(r"(?<!Suppose that )\b[А-Я]{4,} was sent as", told), told


def test_what_is_called_real_stands_in_the_message() -> None:
    message = load(resolve(NICKEL))
    text = "\n".join(message.document.lines)
    for name, exercise in ((NICKEL, "board"), (COURSE, "board-of-1953")):
        task = shipped()[name].exercise(exercise).task
        assert isinstance(task, SystemTask)
        assert all(re.search(rf"\b{word}\b", text) for word in task.plains), task.plains
    task = shipped()[NICKEL].exercise("two-copies").task
    assert isinstance(task, NumberTask)
    assert all(str(case["page"]) in text for case in task.cases)


@ALL
def test_every_face_says_it_before_the_question(
    name: str, exercise: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    scenario, variant = shipped()[name].scenario, shipped()[name].draw(exercise)
    said = banner(variant, scenario)
    face = Drawn(variant, scenario, "")
    assert face.banner == said
    assert list(face.asks)[: 1 + bool(said)] == [*([said] if said else []), question(variant)[0]]
    asked = CliRunner().invoke(do, [name, exercise, "--json"])
    assert json.loads(asked.output)["banner"] == said


def test_conversation_says_it_before_the_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for name, exercise in ((NICKEL, "out-of-step"), (COURSE, "words-paid"), (STEPS, "read-form")):
        book = shipped()[name]
        said, asks = above(name, exercise), question(book.draw(exercise))[0]
        lines = CliRunner().invoke(do, [name, exercise, "--plain"], input="q\n").output.split("\n")
        assert lines.index(said) == lines.index(asks) - 1


CASES = 'vary.case = [{ day = "Monday", answer = 3 }]'
ONE = """format = 1
{head}
[[exercise]]
id = "one"
kind = "number"
skill = "x"
points = 1
prompt = "How many days?"
{more}
"""


@pytest.mark.parametrize(
    ("head", "more", "made_up"),
    [
        ("", CASES, True),
        ("", f"made_up = false\n{CASES}", False),
        ("", "answer = 3", False),
        ("", 'banner = "The days are made up."\nanswer = 3', True),
        ("made_up = true", "answer = 3", True),
        ("made_up = true", "made_up = false\nanswer = 3", False),
    ],
)
def test_an_author_says_what_is_real_and_what_is_not(head: str, more: str, made_up: bool) -> None:  # noqa: FBT001 - a column of the table.
    (found,) = with_exercises(ONE.format(head=head, more=more)).exercises
    assert found.made_up is made_up


def test_the_scenarios_own_sentence_is_not_taken_where_its_groups_are_the_documents() -> None:
    assert above(NICKEL, "chain") == MADE_UP
    assert above(COURSE, "add-a-page") == shipped()[COURSE].scenario.teaching.banner


def test_the_first_run_tells_no_history_beside_practice() -> None:
    assert "clerk" not in " ".join(DONE).casefold()


ONE_PAIR = 'vary.plain = [["CONFIRM RECEIPT AT ONCE", "WE ARE READY TO SEND"]]'
GARBLED = """cipher = "practice-book"
vary.plain = ["WE ARE READY TO SEND"]
vary.damage = { check = true }"""
CHANCE = [
    ("encode", PAD),
    ("decode", PAD.replace('"add"', '"code"')),
    ("garble", GARBLED),
    ("depth", f'cipher = "practice-book"\n{ONE_PAIR}\nvary.crib = {{ groups = 2 }}'),
    ("encode", 'system = "caesar"\nvary.plain = ["AB"]\nvary.shift = { least = 1, most = 9 }'),
    ("encode", 'system = "vigenere"\nvary.plain = ["ATTACK"]\nvary.key = { letters = 5 }'),
]


@pytest.mark.parametrize(("kind", "more"), CHANCE)
def test_what_is_drawn_by_chance_is_never_called_real(kind: str, more: str) -> None:
    text = written(kind, "The clerk had {pad}: do it.", f"made_up = false\n{more}")
    (told,) = [each for each in found(text) if each.key == "exercise.0.made_up"]
    assert (told.code, "can never be real" in told.message) == ("E109", True)
    assert not [each for each in found(text.replace("false", "true")) if "real" in each.message]
    book = Workbook(with_exercises(text))
    assert banner(book.draw("one"), book.scenario) == book.scenario.teaching.banner


@pytest.mark.parametrize(
    ("kind", "more"),
    [("encode", BY_SYSTEM), ("number", "vary.case = [{ n = 3, answer = 4 }]")],
)
def test_what_is_chosen_from_a_list_may_be_real(kind: str, more: str) -> None:
    text = written(kind, "Do {plain}: it is {n}.", f"made_up = false\n{more}")
    assert not [each for each in found(text) if each.key == "exercise.0.made_up"]
    book = Workbook(with_exercises(text))
    assert banner(book.draw("one"), book.scenario) == ""

"""Every record draws variants of its own, and a variant stays as it was when it was opened."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from program import cablesim
from pupils import WRONG, at, done, learner_at

from cablesim.exercises.seeds import SALT, SELF, Seed
from cablesim.exercises.workbook import Workbook
from cablesim.lessons.acts import Opened, Tried
from cablesim.lessons.attempts import attempts_of, resumed
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.entry import Entry
from cablesim.lessons.learner import GIVEN, learner_of, named, new_learner
from cablesim.lessons.merging import Scope
from cablesim.lessons.record import Record
from cablesim.lessons.review import Review
from cablesim.lessons.session import at as sit
from cablesim.lessons.sitting import Sitting, practice
from cablesim.lessons.transfer import exported, imported
from cablesim.lessons.whereabouts import SETTINGS, is_new

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.lessons.schedule import Task
    from cablesim.scenario.scenario import Scenario

ID, PAD = "stalin-zhou-3305", "encipher"


@pytest.fixture(autouse=True)
def _somebody_else_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another person sit down at every record that has no name yet."""
    numbers = count()
    monkeypatch.setattr("cablesim.lessons.learner.new_learner", lambda: f"person-{next(numbers)}")


@pytest.fixture
def books(telegram: Scenario) -> Workbooks:
    """Return the exercises of No. 3305."""
    return Workbooks([(telegram, "hash")])


@pytest.fixture
def task(books: Workbooks) -> Task:
    """Return an exercise with a fresh pad."""
    return next(task for task in books.tasks() if task.exercise == PAD)


def asked(sitting: Sitting) -> list[str]:
    """Return the question of a variant."""
    return list(sitting.deal.asks)


def old_record(path: Path) -> Record:
    """Return a record as the program wrote it before there were names: one variant left open."""
    record = Record(path)
    for _, entry in done(Opened("1", "1", "hash", "x"), exercise=PAD):
        record.add(replace(entry, scenario=ID))
    return record


def test_two_learners_alone_get_variants_that_are_their_own(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    records = [Record(tmp_path / name) for name in "abcd"]
    asks = [asked(practice(record, books, task)) for record in records]
    assert len({tuple(each) for each in asks}) == len(records)
    assert len({learner_of(record) for record in records}) == len(records)


def test_a_name_is_made_once_and_is_the_same_in_every_window(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    assert is_new(one)
    name = learner_of(one)
    assert name != SELF
    assert learner_of(other) == learner_of(Record(tmp_path / "r")) == name
    assert len(one.of(SETTINGS)) == 1


def test_a_learner_in_memory_has_a_name_for_as_long_as_the_program_runs() -> None:
    record = Record(None)
    assert learner_of(record) == learner_of(record) != learner_of(Record(None))


def test_a_variant_is_drawn_from_the_name_on_its_record(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    record = Record(tmp_path / "r")
    sitting = practice(record, books, task)
    seed = Seed(SALT, ID, PAD, learner_of(record))
    variant = books.book(ID).item(PAD).draw(seed.stream())
    assert sitting.deal.judge(variant.model()).score == 1.0
    assert sitting.about.student == seed.student


def test_a_record_from_before_there_were_names_goes_on_as_it_was(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    record = old_record(tmp_path / "r")
    mine = books.book(ID).draw(PAD)
    left = practice(record, books, task)
    assert left.about.number == 0
    assert left.deal.judge(mine.model()).score == 1.0
    fresh = practice(record, books, task, fresh=True)
    assert fresh.deal.judge(books.book(ID).draw(PAD, 1).model()).score == 1.0
    assert learner_of(record) == SELF


def test_a_record_without_exercises_is_not_taken_for_an_old_one(tmp_path: Path) -> None:
    record = Record(tmp_path / "r")
    record.add(Entry(ID, "1.0.0", "went", {"name": "sign", "value": "see"}))
    record.add(Entry(SETTINGS, "", "theme", {"name": "dark"}))
    assert learner_of(record) != SELF


def test_the_name_comes_along_into_an_empty_record(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    here, there = Record(tmp_path / "a"), Record(tmp_path / "b")
    asks = asked(practice(here, books, task))
    there.add(Entry(SETTINGS, "", "theme", {"name": "dark"}))
    there.merge(imported(exported(here.events()).encode()))
    assert learner_of(there) == learner_of(here)
    assert asked(practice(there, books, task)) == asks
    fresh = [asked(practice(record, books, task, fresh=True)) for record in (here, there)]
    assert fresh[0] == fresh[1]


def test_an_old_export_brings_the_old_name_into_an_empty_record(tmp_path: Path) -> None:
    there = Record(tmp_path / "b")
    there.merge(old_record(tmp_path / "a").events())
    assert learner_of(there) == SELF


def test_joined_records_draw_each_variant_as_it_was_and_agree_on_one_name(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    one = Record(tmp_path / "a", clock=lambda: at(0))
    other = Record(tmp_path / "b", clock=lambda: at(1))
    sittings = [practice(record, books, task) for record in (one, other)]
    for number, sitting in enumerate(sittings):
        sitting.type(f"draft {number}")
    names = [sitting.about.student for sitting in sittings]
    before = (one.events(), other.events())
    one.merge(before[1])
    other.merge(before[0])
    assert learner_of(one) == learner_of(other) == names[0], "the name that was kept first"
    for record in (one, other):
        found = {each.about.student: each for each in attempts_of(record.events(ID))}
        assert {name: found[name].draft for name in names} == dict(
            zip(names, ("draft 0", "draft 1"), strict=True)
        )
        assert [each.about.number for each in found.values()] == [0, 0]
        for name, sitting in zip(names, sittings, strict=True):
            again = Sitting(record, books, task, 0, student=name)
            assert asked(again) == asked(sitting)
            assert again.draft == sitting.draft
        fresh = practice(record, books, task, fresh=True)
        assert (fresh.about.number, fresh.about.student) == (1, names[0])


def test_what_was_left_open_under_another_name_is_taken_up_as_it_was(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    one = Record(tmp_path / "a", clock=lambda: at(0))
    other = Record(tmp_path / "b", clock=lambda: at(1))
    learner_of(one)
    sitting = practice(other, books, task)
    one.merge(other.events())
    assert asked(practice(one, books, task)) == asked(sitting)
    assert sit(one, books, task).attempt.about == sitting.about
    taken_up = sit(one, books, task)
    assert taken_up.drawn.variant.judge(_right(sitting, books)).right
    taken_up.sitting.answer("1")
    left = resumed(attempts_of(one.events(ID)))
    assert left is not None
    assert left.about == sitting.about


def _right(sitting: Sitting, books: Workbooks) -> str:
    """Return the right answer of the variant that somebody sits at."""
    about = sitting.about
    return books.book(ID).draw(PAD, about.number, None, about.student).model()


def test_a_review_that_was_cut_off_goes_on_with_the_variant_of_its_name(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    days = [0.0]
    one = Record(tmp_path / "a", clock=lambda: at(days[0]))
    learner_of(one)
    other = Record(tmp_path / "b", clock=lambda: at(days[0]))
    first = practice(other, books, task)
    first.answer("1234")
    first.give_up()
    days[0] = 2
    begun = Review(other, books, at(2)).sitting()
    assert begun is not None
    one.merge(other.events())
    again = Review(one, books, at(2)).sitting()
    assert again is not None
    assert (again.about, asked(again)) == (begun.about, asked(begun))


def test_all_forgotten_gives_another_name(books: Workbooks, task: Task, tmp_path: Path) -> None:
    record = Record(tmp_path / "r")
    asks = asked(practice(record, books, task))
    name = learner_of(record)
    record.forget(Scope())
    assert asked(practice(record, books, task)) != asks
    assert learner_of(record) != name


def test_a_name_is_taken_from_what_was_opened_where_it_was_lost(tmp_path: Path) -> None:
    record = Record(tmp_path / "r")
    record.add(named("b7"))
    for _, entry in done(Opened("1", "1", "h", "x"), WRONG):
        entry.detail["student"] = "b7"
        record.add(entry)
    record.forget(Scope(SETTINGS))
    assert learner_of(record) == "b7"


def test_a_try_knows_the_name_under_which_it_was_made(
    books: Workbooks, task: Task, tmp_path: Path
) -> None:
    record = Record(tmp_path / "r")
    sitting = practice(record, books, task)
    assert sitting.answer(_right(sitting, books)).score == 1.0
    (attempt,) = attempts_of(Record(tmp_path / "r").events(ID))
    made = attempt.tries[0].tried
    assert isinstance(made, Tried)
    about = attempt.about
    redrawn = Workbook(books.book(ID).scenario, student=about.student).draw(PAD, about.number)
    assert redrawn.judge(made.answer).right


# From outside.


def asks_of(home: Path, *words: str) -> str:
    """Return what a conversation asks in a home."""
    return cablesim("do", ID, PAD, *words, home=home, stdin="q\n").stdout


def test_a_conversation_asks_each_learner_for_something_else_and_one_for_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(GIVEN, "anna")
    first = asks_of(tmp_path / "a")
    assert asks_of(tmp_path / "b") == first, "one person is asked the same from a fresh record"
    monkeypatch.setenv(GIVEN, "piet")
    assert asks_of(tmp_path / "c") != first
    question = next(line for line in first.splitlines() if "pad" in line.casefold())
    assert question in asks_of(tmp_path / "a"), "the record keeps whose it is"


def test_a_name_follows_from_login_and_machine_and_does_not_show_them(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(GIVEN)
    monkeypatch.setattr("getpass.getuser", lambda: "anna")
    first = new_learner()
    assert first == new_learner()
    assert "anna" not in first
    monkeypatch.setattr("getpass.getuser", lambda: "piet")
    assert new_learner() != first
    monkeypatch.setattr("getpass.getuser", lambda: "anna")
    monkeypatch.setattr("cablesim.lessons.learner.MACHINE", tmp_path / "machine")
    by_name = new_learner()
    (tmp_path / "machine").write_text("c0ffee\n")
    assert len({first, by_name, new_learner()}) == len(["here", "by name", "by number"])
    monkeypatch.setenv(GIVEN, " seat 7 ")
    assert new_learner() == "seat 7"


def test_who_has_no_login_has_the_name_that_all_have(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.delenv(GIVEN)
    monkeypatch.setattr("getpass.getuser", nobody)
    assert new_learner() == SELF


@pytest.mark.parametrize("name", ["b7", ""])
def test_what_is_judged_without_a_conversation_is_what_one_asks(tmp_path: Path, name: str) -> None:
    home = learner_at(tmp_path, name) if name else tmp_path
    told = json.loads(cablesim("do", ID, PAD, "--key", "--json", home=home).stdout)
    assert told["student"] == (name or SELF)
    assert cablesim("do", ID, PAD, "--answer", told["key"], home=home).returncode == 0
    assert (home / "record.sqlite").exists() == bool(name), "to judge is to write nothing"
    done = cablesim("do", ID, PAD, "--n", "0", "--plain", stdin=told["key"], home=home)
    assert "Right." in done.stdout


def test_the_variant_of_a_record_can_be_drawn_again_by_its_name(tmp_path: Path) -> None:
    home = learner_at(tmp_path, "b7")
    asked_for = asks_of(home)
    data = cablesim("do", ID, PAD, "--student", "b7", "--json", home=home).stdout
    assert all(line in asked_for for line in json.loads(data)["question"])

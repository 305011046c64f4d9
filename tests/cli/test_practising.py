"""An exercise done in conversation is on the record as it happens, and goes on where it was."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from invented import with_notes
from program import cablesim

from cablesim.cli.orders import ALSO, NO_BACK, Order, is_option
from cablesim.cli.practising import Talk
from cablesim.lessons.attempts import Outcome, attempts_of, resumed
from cablesim.lessons.catalogue import Workbooks, loaded
from cablesim.lessons.record import Record
from cablesim.lessons.session import at, task_named
from cablesim.scenario.places import course_folders, folders, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.lessons.attempts import Attempt

ID = "stalin-zhou-3305"


def attempts(home: Path) -> tuple[Attempt, ...]:
    """Return what the record of a home tells of exercises."""
    record = Record(home / "record.sqlite")
    found = attempts_of(record.events())
    record.close()
    return found


def test_an_exercise_left_goes_on_with_its_tries_and_hints(tmp_path: Path) -> None:
    first = cablesim("do", ID, "copies", home=tmp_path, stdin="2\nhint\nq\n")
    assert first.returncode == 0
    assert "You had begun this one" not in first.stdout
    (left,) = attempts(tmp_path)
    assert (len(left.tries), left.hints, left.outcome) == (1, frozenset({1}), Outcome.OPEN)
    assert left.opened.files
    second = cablesim("do", ID, "copies", home=tmp_path, stdin="3\nq\n")
    assert "You had begun this one" in second.stdout
    (done,) = attempts(tmp_path)
    assert (len(done.tries), done.outcome, done.solved) == (2, Outcome.FINISHED, True)
    third = cablesim("do", ID, "copies", home=tmp_path, stdin="q\n")
    assert "You had begun this one" not in third.stdout
    assert [found.about.number for found in attempts(tmp_path)] == [0, 1]
    assert "exercises: 1 of " in cablesim("progress", home=tmp_path).stdout


def test_steps_that_fade_go_on_at_the_same_level_and_figures(tmp_path: Path) -> None:
    first = cablesim("do", ID, "add-pad", home=tmp_path, stdin="1\n\ndraft 12 34\n")
    left = resumed(attempts(tmp_path))
    assert left is not None
    assert left.opened.level is not None
    again = cablesim("do", ID, "add-pad", home=tmp_path, stdin="q\n")
    assert "You had written: 12 34" in again.stdout
    asked = [line for line in again.stdout.splitlines() if "Your code groups are" in line]
    assert asked
    assert asked[-1] in first.stdout
    last = resumed(attempts(tmp_path))
    assert last is not None
    assert (last.about, last.opened.level) == (left.about, left.opened.level)


def test_a_variant_left_for_another_is_put_off_and_giving_up_is_kept(tmp_path: Path) -> None:
    cablesim("do", ID, "decode", home=tmp_path, stdin="next\ngive up\nq\n")
    assert [found.outcome for found in attempts(tmp_path)] == [Outcome.SKIPPED, Outcome.GAVE_UP]


@pytest.mark.parametrize("words", [("--student", "anna"), ("--salt", "class of 2026")])
def test_variants_of_somebody_else_are_not_on_the_record(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = cablesim("do", ID, "copies", *words, home=tmp_path, stdin="2\nq\n")
    assert done.returncode == 0
    assert not (tmp_path / "record.sqlite").exists()


def test_words_for_a_teacher_are_kept_and_count_as_done(tmp_path: Path) -> None:
    text = " ".join(f"archive{number}" for number in range(70))
    cablesim("do", ID, "unknowns", home=tmp_path, stdin=f"{text}\n.\nq\n")
    (done,) = attempts(tmp_path)
    assert done.draft.startswith("archive0 archive1")
    assert done.handed_in


def test_words_for_a_teacher_that_were_cut_off_are_a_draft_and_not_handed_in(
    tmp_path: Path,
) -> None:
    cablesim("do", ID, "unknowns", home=tmp_path, stdin="One line.\nAnother line.\n")
    (left,) = attempts(tmp_path)
    assert (left.draft, left.outcome) == ("One line.\nAnother line.", Outcome.OPEN)


# The same orders behind every door.


def behind(door: str, typed: str, home: Path, exercise: str = "copies") -> str:
    """Return what is said to what is typed at an exercise, by whatever way it was come to."""
    yesterday = (datetime.now(UTC) - timedelta(days=2)).isoformat(timespec="minutes")
    match door:
        case "do":
            return cablesim("do", ID, exercise, "--plain", stdin=typed, home=home).stdout
        case "learn":
            return cablesim("learn", "1", "--plain", stdin=f"2\n{typed}", home=home).stdout
        case _:
            record = Record(home / "record.sqlite", clock=lambda: yesterday)
            books = Workbooks([loaded(resolve(ID))])
            at(record, books, task_named(books, ID, exercise)).sitting.give_up()
            record.close()
            return cablesim("review", "--plain", stdin=typed, home=home).stdout


@pytest.mark.parametrize("door", ["do", "learn", "review"])
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("hint\nhint\n", "Try something with this hint first; the next opens after an answer."),
        ("show\n", "This is how it is done:"),
        ("Give  Up\n", "This is how it is done:"),
        ("skip\n", "It is put off; it comes back "),
        ("12\nhint\nhint\nhint\nhint\n", "Hint 1: "),
        ("note half of it\nnote\n", "Your note: half of it"),
        ("draft 12\ndraft\n", "Kept, not handed in: 12"),
        ("sheet\n", "There is no sheet of figures for this."),
        ("?\n", "fresh: goes on with a fresh variant."),
        ("? gap\n", "gap (term): "),
        ("q\n", "Your place is kept."),
        ("", "Your place is kept."),
    ],
)
def test_the_same_orders_do_the_same_wherever_an_exercise_is_met(
    door: str, typed: str, says: str, tmp_path: Path
) -> None:
    assert says in behind(door, typed, tmp_path)


@pytest.mark.parametrize("door", ["do", "learn", "review"])
def test_a_fresh_variant_is_drawn_wherever_an_exercise_is_met(door: str, tmp_path: Path) -> None:
    behind(door, "fresh\n", tmp_path, "take-pad-off")
    put_off, fresh = attempts(tmp_path)[-2:]
    assert put_off.outcome is Outcome.SKIPPED
    assert (fresh.outcome, fresh.about.number) == (Outcome.OPEN, put_off.about.number + 1)
    assert fresh.opened.review is (door == "review")


@pytest.mark.parametrize("door", ["do", "review"])
def test_the_same_question_is_not_put_again_as_a_fresh_variant(door: str, tmp_path: Path) -> None:
    told = behind(door, "fresh\n3\nfresh\n", tmp_path)
    assert told.count("This exercise has no other form.") == 2
    assert told.count("How many copies does line 19") == 1
    assert "or again, help, quit" in told, "once done, it is not offered"
    assert attempts(tmp_path)[-1].outcome is Outcome.FINISHED


@pytest.mark.parametrize("word", ["fresh", "skip"])
def test_an_order_that_leaves_something_written_behind_is_typed_twice(
    word: str, tmp_path: Path
) -> None:
    name, tried = "take-pad-off", "0000 0000 0000 0000"
    told = cablesim("do", ID, name, home=tmp_path, stdin=f"{tried}\ndraft 4\n{word}\n").stdout
    assert f"Type {word} once more" in told
    assert [(left.outcome, left.draft) for left in attempts(tmp_path)] == [(Outcome.OPEN, "4")]
    told = cablesim("do", ID, name, home=tmp_path, stdin=f"{word}\n{word}\nq\n").stdout
    assert "Type" not in told.partition("once more")[2].partition("Your answer")[0]
    assert attempts(tmp_path)[0].outcome is Outcome.SKIPPED


def test_what_is_put_off_untried_opens_again_as_it_was(tmp_path: Path) -> None:
    told = cablesim("do", ID, "take-pad-off", home=tmp_path, stdin="draft 1111 2222\nskip\n").stdout
    assert "It is put off; it comes back as it is." in told
    again = cablesim("do", ID, "take-pad-off", home=tmp_path, stdin="q\n").stdout
    assert "You had written: 1111 2222" in again
    assert [found.about.number for found in attempts(tmp_path)] == [0]


def test_no_order_is_a_right_answer_and_no_right_answer_is_taken_for_an_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for path in (*folders(), *course_folders()):
        books = Workbooks([loaded(path)])
        for task in books.tasks():
            session = at(Record(None), books, task, number=0)
            talk = Talk(session)
            judge = session.sitting.deal.judge
            for word in (each for each in (*Order, *ALSO) if not is_option(each, judge)):
                assert session.long or not talk._answers(word, ""), (task.name, word)
            right = session.drawn.variant.model()
            if right and not session.long:
                assert not talk._obeyed(right), (task.name, right)
    assert capsys.readouterr().out == ""


def test_an_answer_that_begins_with_an_order_is_an_answer_where_it_is_right(
    tmp_path: Path,
) -> None:
    folder = with_notes(tmp_path / "mine")
    said = cablesim("do", str(folder), "notes", home=tmp_path, stdin="note of hand\nnote it\nq\n")
    assert said.stdout.index("Right.") < said.stdout.index("Your note is kept.")


def test_what_another_window_did_at_the_same_variant_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    books = Workbooks([loaded(resolve(ID))])
    here, there = Record(tmp_path / "r"), Record(tmp_path / "r")
    task = task_named(books, ID, "copies")
    talk = Talk(at(here, books, task))
    talk.begin()
    at(there, books, task).answer("3")
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n"))
    talk.step()
    said = capsys.readouterr().out
    assert "Another window goes on in this record" in said
    assert said.endswith("This variant is done.\n")
    assert len(talk.session.attempt.tries) == 1


def test_what_has_no_other_form_offers_no_fresh_variant(tmp_path: Path) -> None:
    said = cablesim("do", ID, "copies", "--plain", stdin="3\n\n3\nq\n", home=tmp_path).stdout
    first, again = said.split("This exercise has no other form")
    assert "Enter to be asked it once more" in first
    assert "Enter for a fresh variant" not in first
    assert "Enter for a fresh variant" not in again
    assert "Enter to be asked it once more" in again


def test_why_nothing_is_saved_is_said_once_and_then_that_it_is_so(tmp_path: Path) -> None:
    file = tmp_path / "record.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")
    typed = "note 5 and 8\nhint\n\nq\n"
    done = cablesim("do", ID, "copies", home=tmp_path, stdin=typed)
    assert done.stdout.count("newer cablesim") == 1
    assert done.stdout.count("quit (not saved): ") == typed.count("\n")
    assert "Your note is here, and not saved." in done.stdout
    assert "is kept" not in done.stdout
    walk = cablesim("walk", ID, "--ask", home=tmp_path, stdin="\n\nq\n")
    assert walk.stdout.count("newer cablesim") == 1
    assert walk.stdout.count("leave (not saved): ") == 3


@pytest.mark.parametrize(
    ("course", "exercise"), [("ten-lessons", "first-group"), (ID, "take-pad-off")]
)
def test_back_is_no_try_in_an_exercise(tmp_path: Path, course: str, exercise: str) -> None:
    said = cablesim("do", course, exercise, "--plain", home=tmp_path, stdin="back\nB\nquit\n")
    assert said.stdout.count(NO_BACK) == 2
    (left,) = attempts(tmp_path)
    assert left.tries == ()
    said = cablesim("do", course, exercise, "--plain", home=tmp_path, stdin=".back\nquit\n")
    assert NO_BACK not in said.stdout, "with a full stop before it, it is a word of the answer"


def test_back_behind_a_full_stop_is_judged_as_the_word(tmp_path: Path) -> None:
    said = cablesim("do", "ten-lessons", "first-group", home=tmp_path, stdin=".back\nquit\n")
    assert "I read: BACK" in said.stdout
    (left,) = attempts(tmp_path)
    assert [each.tried.answer for each in left.tries] == ["back"]


def test_a_letter_that_names_an_option_is_an_answer_and_no_way_back() -> None:
    found = 0
    for path in folders():
        books = Workbooks([loaded(path)])
        for task in books.tasks():
            talk = Talk(at(Record(None), books, task, number=0))
            if talk.session.exercise.kind == "recall":
                found += 1
                assert talk._answers("b", "")
                assert not talk._answers("back", "")
    assert found

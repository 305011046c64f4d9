"""What may be done at an exercise and when: hints, faded steps, the same answer, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cablesim.lessons.acts import Confidence
from cablesim.lessons.attempts import Outcome, attempts_of
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.learner import named
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, at, task_named
from cablesim.lessons.telling import put_off_line

if TYPE_CHECKING:
    from cablesim.scenario.scenario import Scenario

FILES = "f" * 64


@pytest.fixture(scope="module")
def books(telegram: Scenario) -> Workbooks:
    return Workbooks([(telegram, FILES)])


@pytest.fixture
def record() -> Record:
    return Record(None)


def begun(books: Workbooks, record: Record, exercise: str) -> Session:
    return at(record, books, task_named(books, books.scenarios[0].id, exercise))


def slips(session: Session) -> list[str]:
    return [slip.answer for slip in session.drawn.variant.mistakes()]


def test_a_hint_opens_only_after_a_changed_try(books: Workbooks, record: Record) -> None:
    session = begun(books, record, "decode")
    assert session.help().opened
    assert not session.help().opened
    first, second = slips(session)[:2]
    session.answer(first)
    assert session.help().opened
    session.answer(first)
    assert not session.help().opened, "the same answer again is no changed try"
    session.answer(second)
    found = session.help()
    assert found.opened
    assert found.fresh, "the last hint has shown a step"
    assert "{step" not in found.text
    assert len(session.attempt.tries) == 2


def test_after_the_last_hint_a_fresh_variant_is_at_hand_and_the_old_one_is_put_off(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "decode")
    fresh = session.fresh()
    assert fresh.attempt.about.number == session.attempt.about.number + 1
    assert fresh.asks != session.asks
    left = attempts_of(record.events())[0]
    assert left.outcome is Outcome.SKIPPED
    assert begun(books, record, "decode").attempt.about == fresh.attempt.about


@pytest.mark.parametrize("tried", [False, True])
def test_what_is_put_off_opens_again_as_it_was_where_nothing_was_judged(
    books: Workbooks, record: Record, *, tried: bool
) -> None:
    session = begun(books, record, "take-pad-off")
    if tried:
        session.answer(slips(session)[0])
    session.sitting.type("1111 2222")
    session.sitting.note("0417")
    assert session.begun
    session.sitting.skip()
    again = begun(books, record, "take-pad-off")
    assert (again.attempt.about == session.attempt.about) is not tried
    assert again.sitting.draft == ("" if tried else "1111 2222")
    assert again.attempt.outcome is Outcome.OPEN


def test_all_hints_open_one_by_one_where_an_answer_is_handed_in_and_ends_the_work(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "chaser")
    assert all(session.help().opened for _ in session.exercise.hints)
    assert len(session.opened) == len(session.exercise.hints) > 1


def test_words_that_are_too_few_are_no_try_and_show_no_model_and_whole_ones_are_handed_in(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "chaser")
    model = session.drawn.variant.model()
    short = session.answer("Too short.")
    assert (short.readable, short.finished, session.done) == (False, False, False)
    assert not any("To compare with" in line for line in short.says)
    done = session.answer(model)
    assert (done.by_hand, done.finished, session.done) == (True, True, True)
    assert "Right." not in done.says
    assert any("To compare with" in line for line in done.says)


def test_what_is_to_be_tried_first_gives_no_help_before_two_answers(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "depth")
    assert "2 more answers" in session.help().text
    first, second = slips(session)[:2]
    session.answer(first)
    session.answer(first)
    assert "1 more answer." in session.help().text
    session.answer(second)
    assert session.help().opened


def test_worked_steps_fade_from_variant_to_variant_and_then_nothing_is_given(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "add-pad")
    levels = []
    while session.attempt.opened.level is not None:
        levels.append((session.attempt.opened.level, session.drawn.variant.asked))
        rule = session.rule()
        assert rule is not None
        assert rule.judge(str(rule.right + 1))
        if session.all_given:
            session.sitting.seen()
        else:
            assert session.answer(session.drawn.variant.model()).finished
        assert session.done
        session = session.fresh()
    assert levels == [(0, 0), (1, 2), (2, 4)]
    assert session.given == 0
    assert session.rule() is None


def test_reading_worked_steps_is_no_try_and_no_exercise_solved(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "add-pad")
    session.sitting.seen()
    assert not session.attempt.tries
    assert not session.attempt.solved
    assert not session.attempt.handed_in


def test_how_sure_somebody_is_is_asked_before_each_answer_that_can_be_read(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "two-clocks")
    assert not session.asks_confidence("no number")
    assert session.asks_confidence("125")
    session.sitting.say(Confidence.SURE)
    assert not session.asks_confidence("125")
    session.answer("125")
    assert session.attempt.sure_and_wrong
    assert session.asks_confidence("175")


def test_draft_and_note_are_there_again_on_the_next_day(books: Workbooks, record: Record) -> None:
    session = begun(books, record, "encipher")
    session.sitting.type("12 3")
    session.sitting.note("5338 80")
    again = begun(books, record, "encipher")
    assert (again.sitting.draft, again.attempt.note) == ("12 3", "5338 80")
    assert again.attempt.about == session.attempt.about


def test_the_verdict_of_a_wrong_answer_names_the_very_parts(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "take-pad-off")
    right = session.drawn.variant.model().split()
    wrong = [*right[:1], right[1][::-1], *right[2:]]
    verdict = session.answer(" ".join(wrong))
    assert verdict.parts == tuple(a == b for a, b in zip(wrong, right, strict=True))
    assert [remark.part for remark in verdict.remarks] == [2]
    assert session.points.endswith("of 4 points.")


def test_the_same_answer_again_and_what_cannot_be_read_are_no_tries(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "copies")
    for answer in ("2", " 2 ", "two", "no idea", ""):
        session.answer(answer)
    assert len(session.attempt.tries) == 1
    assert session.answer("3").finished
    assert session.points == "1.8 of 2 points: 2 less 10% for 1 wrong try."


def test_an_answer_that_was_begun_is_told_from_one_that_was_judged(
    books: Workbooks, record: Record
) -> None:
    session = begun(books, record, "copies")
    assert session.unsent == ""
    session.answer("2")
    assert session.unsent == ""
    session.sitting.type(" 3 ")
    assert begun(books, record, "copies").unsent == "3"


def test_a_variant_named_by_its_number_begins_anew_once_it_was_done(
    books: Workbooks, record: Record
) -> None:
    task = task_named(books, books.scenarios[0].id, "copies")
    first = at(record, books, task, number=5)
    first.answer("2")
    assert at(record, books, task, number=5).attempt.tries, "one that is open goes on"
    first.answer("3")
    again = at(record, books, task, number=5)
    assert not again.done
    assert (again.attempt.tries, again.attempt.begun) == ((), 2)


def test_variants_of_a_class_are_those_of_its_salt_and_student(telegram: Scenario) -> None:
    def asked(salt: str, student: str) -> object:
        record = Record(None)
        record.add(named(student))
        return begun(Workbooks([(telegram, FILES)], salt=salt), record, "decode").asks

    assert asked("a class", "Anna") == asked("a class", "anna")
    assert asked("a class", "Anna") != asked("a class", "Piet")
    assert asked("a class", "Anna") != asked("another", "Anna")


def test_what_comes_back_of_an_exercise_with_one_form_is_said_to_have_no_other(
    books: Workbooks, record: Record
) -> None:
    once, drawn = begun(books, record, "copies"), begun(books, record, "decode")
    assert (once.varies, drawn.varies) == (False, True)
    for session in (once, drawn):
        session.answer(slips(session)[0])
    assert put_off_line(once).endswith("with the same question, since it has no other form.")
    assert put_off_line(drawn).endswith("in a fresh variant.")


def test_what_hints_and_tries_take_off_is_said_where_they_take_something(
    books: Workbooks, record: Record
) -> None:
    costs = "Points taken off: each hint 10%, each wrong try 10%. The first 3 tries count."
    assert begun(books, record, "copies").costs == costs
    assert begun(books, record, "copies").hint_cost == "10% of the points"
    assert begun(books, record, "chaser").costs == "", "no program marks it"
    assert begun(books, record, "chaser").hint_cost == ""

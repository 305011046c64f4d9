"""What is told of exercises follows from the events alone: attempts, mastery, days, marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pupils import OPENED, RIGHT, WRONG, acts, at, day, done, entries, events_of, moments

from cablesim.lessons.acts import (
    Act,
    Confidence,
    Confident,
    Drafted,
    Finished,
    GaveUp,
    Hinted,
    Restarted,
    SelfMarked,
    Skipped,
    Tried,
    Unmarked,
    act_of,
    entry_of,
)
from cablesim.lessons.attempts import (
    Attempt,
    Outcome,
    attempts_of,
    done_exercises,
    handed_in,
    marks_of,
    next_number,
    resumed,
)
from cablesim.lessons.days import EARLIEST, Calendar, calendar, day_of
from cablesim.lessons.entry import Entry
from cablesim.lessons.mastery import mastery_of
from cablesim.lessons.ownmarks import OwnMarks, handed_in_words, own_marks


@given(acts)
def test_an_act_is_read_from_the_record_as_it_was_kept(act: Act) -> None:
    assert act_of(entry_of(act)) == act


@given(st.text(max_size=9), st.dictionaries(st.text(max_size=9), st.text(max_size=9)))
def test_an_entry_that_is_no_act_is_none(kind: str, detail: dict[str, str]) -> None:
    assert act_of(Entry("s", "1", kind, detail)) is None


@pytest.mark.parametrize("score", ["", "x", "nan", "inf", "-0.1", "1.1", "1e999"])
def test_a_score_that_is_none_makes_no_try(score: str) -> None:
    detail = {"exercise": "a", "number": "0", "score": score}
    assert act_of(Entry("s", "1", "tried", detail)) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"part": "0"},
        {"part": "4"},
        {"parts": ""},
        {"points": "3"},
        {"points": "-1"},
        {"points": "nan"},
        {"points": "x"},
        {"of": "inf"},
        {"points": "inf", "of": "inf"},
    ],
)
def test_points_that_no_rubric_has_are_no_own_marks(wrong: dict[str, str]) -> None:
    detail = {"exercise": "a", "number": "0", "part": "1", "parts": "3", "points": "2", "of": "2"}
    assert act_of(Entry("s", "1", "self-marked", detail)) is not None
    assert act_of(Entry("s", "1", "self-marked", {**detail, **wrong})) is None


@pytest.mark.parametrize("part", ["0", "-1", "", "one"])
def test_a_part_that_no_rubric_has_takes_no_mark_back(part: str) -> None:
    detail = {"exercise": "a", "number": "0", "part": part}
    assert act_of(Entry("s", "1", "unmarked", detail)) is None
    assert act_of(Entry("s", "1", "unmarked", {**detail, "part": "1"})) is not None


@given(st.lists(st.tuples(moments, entries)), st.integers(0, 20))
def test_attempts_are_a_fold_that_takes_anything(told: list[tuple[str, Entry]], cut: int) -> None:
    whole = attempts_of(events_of(told), UTC)
    keys = [(replace(a.about, version=""), a.begun) for a in whole]
    assert len(set(keys)) == len(keys)
    for attempt in whole:
        assert attempt.judged or not attempt.tries
        assert attempt.begun >= 1
    part = attempts_of(events_of(told[:cut]), UTC)
    assert done_exercises(part) <= done_exercises(whole), "nothing that was done is undone"


def test_an_attempt_holds_draft_confidence_hints_and_tries() -> None:
    told = done(
        OPENED,
        Drafted("123"),
        Confident(Confidence.SURE),
        WRONG,
        Hinted(1),
        Drafted("12345"),
        RIGHT,
        Finished(),
    )
    (attempt,) = attempts_of(events_of(told), UTC)
    assert attempt.outcome is Outcome.FINISHED
    assert attempt.solved
    assert not attempt.at_once
    assert attempt.sure_and_wrong
    assert [(made.tried, made.confidence, made.hints) for made in attempt.tries] == [
        (WRONG, Confidence.SURE, 0),
        (RIGHT, None, 1),
    ]


def test_the_exercise_left_open_last_is_taken_up_with_its_draw_and_draft() -> None:
    told = [
        *done(OPENED, Drafted("old"), exercise="one", number=2),
        *done(OPENED, Drafted("1 2"), exercise="two", number=4),
        *done(OPENED, RIGHT, Finished(), exercise="three"),
    ]
    attempts = attempts_of(events_of(told), UTC)
    left = resumed(attempts)
    assert left is not None
    assert (left.about.exercise, left.about.number, left.draft) == ("two", 4, "1 2")
    one = resumed(attempts, ("s", "one"))
    assert one is not None
    assert one.draft == "old"
    assert resumed(attempts, ("s", "three")) is None
    assert next_number(attempts, ("s", "two")) == 5
    assert next_number(attempts, ("s", "four")) == 0


def test_beginning_anew_keeps_what_was_done_before() -> None:
    told = done(OPENED, RIGHT, Finished(), Restarted(), Drafted("9"))
    before, present = attempts_of(events_of(told), UTC)
    assert (before.outcome, before.solved) == (Outcome.LEFT, True)
    assert (present.outcome, present.draft, present.tries) == (Outcome.OPEN, "9", ())
    assert done_exercises((before, present)) == {("s", "add-pad")}


def test_what_a_teacher_marks_is_done_when_it_is_handed_in() -> None:
    attempts = attempts_of(events_of(done(OPENED, Drafted("words"), Finished())), UTC)
    assert done_exercises(attempts) == {("s", "add-pad")}
    assert done_exercises(attempts_of(events_of(done(OPENED, GaveUp())), UTC)) == frozenset()


def test_own_marks_are_told_once_the_rubric_is_through_and_count_for_nothing() -> None:
    told = done(OPENED, Drafted("words"), Finished(), SelfMarked(1, 2, 3.0, 4.0), days=1)
    (half,) = attempts_of(events_of(told), UTC)
    assert own_marks(half) is None
    assert handed_in_words(half) == "handed in"
    told += done(SelfMarked(2, 2, 2.0, 5.0), days=2)
    (whole,) = attempts_of(events_of(told), UTC)
    assert own_marks(whole) == OwnMarks(5.0, 9.0)
    assert handed_in_words(whole) == "handed in, by your own marks 5 of 9 (self-reported)"
    assert handed_in((whole,)) == {("s", "add-pad"): whole}
    assert (whole.day, whole.judged_at) == (half.day, half.judged_at)
    assert not mastery_of([whole])
    assert marks_of([whole], lambda attempt: float(len(attempt.tries))) == {("s", "add-pad"): 0}


def test_a_kind_of_step_that_is_not_known_changes_nothing() -> None:
    told = done(OPENED, Drafted("words"), Finished())
    later = Entry("s", "1.0.0", "of-a-later-program", told[0][1].detail)
    assert attempts_of(events_of([*told, (at(), later)]), UTC) == attempts_of(events_of(told), UTC)


def test_marks_are_the_best_by_the_rule_that_is_passed_in() -> None:
    told = [
        *done(OPENED, Tried("1", "1", 0.5), number=0),
        *done(OPENED, Tried("1", "1", 0.75), number=1),
        *done(OPENED, Tried("1", "1", 0.25), number=2),
        *done(OPENED, Drafted("not handed in"), exercise="other"),
    ]

    def best(attempt: Attempt) -> float:
        return max(made.tried.score for made in attempt.tries)

    assert marks_of(attempts_of(events_of(told), UTC), best) == {("s", "add-pad"): 0.75}


def in_a_row(*told: list[tuple[str, Entry]]) -> int:
    events = events_of([step for steps in told for step in steps])
    return mastery_of(attempts_of(events, UTC))["additive"].in_a_row


def test_two_fresh_variants_right_at_once_are_a_signal_and_it_goes_out_again() -> None:
    first, second = done(OPENED, RIGHT), done(OPENED, RIGHT, number=1)
    wrong = done(OPENED, WRONG, RIGHT, number=2)
    assert in_a_row(first) == 1
    assert in_a_row(first, second) == 2
    assert in_a_row(first, second, wrong) == 0
    assert in_a_row(wrong, first, second) == 2


@pytest.mark.parametrize(
    "again",
    [
        done(RIGHT),
        done(Restarted(), RIGHT),
        done(OPENED, Hinted(1), RIGHT, number=1),
        done(OPENED, GaveUp(), number=1),
        done(OPENED, Skipped(), number=1),
    ],
)
def test_the_same_variant_a_hint_or_giving_up_never_make_two_in_a_row(
    again: list[tuple[str, Entry]],
) -> None:
    assert in_a_row(done(OPENED, RIGHT), again) < 2


def test_practice_after_success_on_an_old_variant_changes_no_order() -> None:
    told = [done(OPENED, RIGHT), done(OPENED, WRONG, number=1), done(RIGHT)]
    assert in_a_row(*told) == 0


def test_a_clock_set_back_is_not_followed() -> None:
    hours = [at(5), at(5 - 1 / 24), at(4), at(5 - 30), "1970-01-01T00:00:00+00:00", "nonsense"]
    for count in range(1, len(hours) + 1):
        assert calendar(hours[:count], UTC).today == day(5)


def test_a_clock_that_was_far_ahead_once_does_not_stop_the_days() -> None:
    ahead = "2099-01-01T00:00:00+00:00"
    assert calendar([at(0), ahead, at(0)], UTC).today == day_of(ahead, UTC)
    assert calendar([at(0), ahead, at(0), at(1), at(2)], UTC).today == day(2)
    assert calendar([at(0), ahead, at(0), at(2), at(3)], UTC).today == day(3)


@given(st.lists(st.integers(0, 60)))
def test_the_calendar_never_runs_past_the_days_it_saw(days: list[int]) -> None:
    found = Calendar()
    for each in days:
        found = found.after(EARLIEST + each)
    assert found.today == EARLIEST or found.today - EARLIEST in days


@given(st.lists(st.integers(0, 60)))
def test_a_clock_that_only_runs_on_is_believed(days: list[int]) -> None:
    found = Calendar()
    for each in sorted(days):
        found = found.after(EARLIEST + each)
        assert found.today == EARLIEST + each


def test_own_marks_are_taken_back_one_by_one_and_may_be_given_anew() -> None:
    told = done(
        OPENED,
        Finished(),
        SelfMarked(1, 2, 3.0, 4.0),
        SelfMarked(2, 2, 2.0, 5.0),
        Unmarked(2),
        days=1,
    )
    (attempt,) = attempts_of(events_of(told), UTC)
    assert attempt.own == (SelfMarked(1, 2, 3.0, 4.0),)
    assert own_marks(attempt) is None
    assert handed_in_words(attempt) == "handed in"
    told += done(Unmarked(2), Unmarked(1), SelfMarked(1, 2, 1.0, 4.0), days=1)
    (attempt,) = attempts_of(events_of(told), UTC)
    assert attempt.own == (SelfMarked(1, 2, 1.0, 4.0),)
    assert len(told) == 8, "what was given and taken back stays on the record"

"""What comes back when, at most ten a day, and a sitting that the record can take up."""

from __future__ import annotations

from datetime import UTC, date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pupils import OPENED, RIGHT, WRONG, Sums, at, day, done, events_of

from cablesim.lessons.acts import (
    Act,
    Confidence,
    Confident,
    Drafted,
    Finished,
    GaveUp,
    Hinted,
    Opened,
    Skipped,
    Tried,
    Variant,
    What,
    entry_of,
)
from cablesim.lessons.attempts import Outcome, attempts_of
from cablesim.lessons.record import Record
from cablesim.lessons.review import Review
from cablesim.lessons.schedule import A_DAY, DAYS, Due, Task, comes_back, todays
from cablesim.lessons.sitting import Sitting, practice

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.lessons.entry import Entry

TASK = Task("s", "1.0.0", "add-pad", "Add the pad", "additive")


def back(*told: list[tuple[str, Entry]], today: int = 0) -> list[int]:
    """Return the days, from the first, on which the exercise comes back."""
    attempts = attempts_of(events_of([step for steps in told for step in steps]), UTC)
    return [due.day - day(0) for due in comes_back([TASK], attempts, day(today))]


def test_an_exercise_comes_back_after_1_3_7_and_21_days_and_then_rests() -> None:
    told = []
    days = 0
    for number, wait in enumerate(DAYS):
        told.append(done(OPENED, RIGHT, number=number, days=days))
        assert back(*told, today=days) == [days + wait]
        days += wait
    told.append(done(OPENED, RIGHT, number=4, days=days))
    assert back(*told, today=days) == []


@pytest.mark.parametrize("end", [(WRONG, RIGHT), (Hinted(1), RIGHT), (GaveUp(),)])
def test_what_is_not_right_at_once_comes_back_after_the_first_wait(
    end: tuple[Tried | Hinted | GaveUp, ...],
) -> None:
    told = [done(OPENED, RIGHT), done(OPENED, RIGHT, number=1, days=1)]
    assert back(*told, today=1) == [4]
    assert back(*told, done(OPENED, *end, number=2, days=4), today=4) == [5]


def test_much_practice_on_one_day_is_no_reason_to_wait_longer() -> None:
    assert back(*(done(OPENED, RIGHT, number=n) for n in range(6))) == [1]


def test_what_was_done_on_a_day_yet_to_come_comes_back_today() -> None:
    assert back(done(OPENED, RIGHT, days=3000), today=0) == [0]


def test_what_was_never_judged_does_not_come_back() -> None:
    assert back(done(OPENED, Drafted("1"), Skipped())) == []


def test_sure_and_wrong_comes_first_then_the_earlier_day() -> None:
    told = [
        *done(OPENED, WRONG, exercise="sum-0", days=0),
        *done(OPENED, WRONG, exercise="sum-1", days=-2),
        *done(OPENED, Confident(Confidence.SURE), WRONG, exercise="sum-2", days=1),
        *done(OPENED, Confident(Confidence.GUESSING), WRONG, exercise="sum-3", days=-3),
    ]
    events = events_of(sorted(told, key=lambda step: step[0]))
    left = todays(Sums(5).tasks(), attempts_of(events, UTC), day(2))
    assert [due.task.exercise for due in left] == ["sum-2", "sum-3", "sum-1", "sum-0"]
    assert left[0].sure_and_wrong
    assert {due.number for due in left} == {None}, "each is a fresh variant"


def learner(record: Record, count: int) -> None:
    """Do so many sums wrongly on the first day."""
    for number in range(count):
        sitting = practice(record, Sums(count), Sums(count).tasks()[number])
        sitting.answer("1")
        sitting.give_up()


def record_on(days: list[float], path: Path | None = None) -> Record:
    """Return a record whose clock shows the first of the days; the list may be changed."""
    return Record(path, clock=lambda: at(days[0]))


def test_a_day_has_at_most_ten_and_the_review_ends_by_itself() -> None:
    days: list[float] = [0]
    record = record_on(days)
    learner(record, 23)
    assert Review(record, Sums(23), at(0), UTC).left() == ()
    for evening, expected in ((1, 10), (1, 0), (2, 10), (3, 3)):
        days[0] = evening
        review = Review(record, Sums(23), at(evening), UTC)
        count = 0
        while sitting := review.sitting():
            sitting.answer(str(2 * sitting.about.number))
            count += 1
        assert count == expected
        assert review.end().startswith("That is all for today")
    assert "what is left can wait" not in Review(record, Sums(23), at(3), UTC).end()


@given(
    st.lists(
        st.tuples(st.integers(0, 14), st.sampled_from(["right", "wrong", "skip", "leave"])),
        max_size=40,
    )
)
def test_no_order_of_doing_makes_a_day_longer_than_ten(told: list[tuple[int, str]]) -> None:
    record = record_on([0])
    learner(record, 15)
    events = record.events()
    review = [step for steps in (acts_of(*each) for each in told) for step in steps]
    attempts = attempts_of((*events, *events_of(review)), UTC)
    left = todays(Sums(15).tasks(), attempts, day(1))
    closed = [a for a in attempts if a.opened.review and a.outcome is not Outcome.OPEN]
    assert len(left) <= max(0, A_DAY - len(closed))
    assert len({due.task for due in left}) == len(left)


def acts_of(number: int, end: str) -> list[tuple[str, Entry]]:
    """Return one item of a review, ended in some way."""
    ends: dict[str, list[What]] = {
        "right": [RIGHT, Finished()],
        "wrong": [WRONG],
        "skip": [Skipped()],
        "leave": [],
    }
    about = Variant("s", "1.0.0", f"sum-{number}", 1)
    whats: list[What] = [Opened("1", "1", "f", "sums", review=True), *ends[end]]
    return [(at(1), entry_of(Act(about, what))) for what in whats]


def test_a_skipped_item_is_not_asked_again_that_day_and_first_the_next() -> None:
    days: list[float] = [0]
    record = record_on(days)
    learner(record, 2)
    days[0] = 1
    review = Review(record, Sums(2), at(1), UTC)
    sitting = review.sitting()
    assert sitting is not None
    assert sitting.about.exercise == "sum-0"
    sitting.skip()
    assert [due.task.exercise for due in review.left()] == ["sum-1"]
    following = Review(record, Sums(2), at(2), UTC).left()
    assert [due.task.exercise for due in following] == ["sum-0", "sum-1"]


def test_what_was_put_off_untried_comes_back_with_its_draft_and_what_was_tried_anew() -> None:
    days: list[float] = [0]
    record = record_on(days)
    learner(record, 2)
    days[0] = 1
    review = Review(record, Sums(2), at(1), UTC)
    for draft, tried in (("4", ""), ("4", "1")):
        sitting = review.sitting()
        assert sitting is not None
        if tried:
            sitting.answer(tried)
        sitting.type(draft)
        sitting.skip()
    days[0] = 2
    review = Review(record, Sums(2), at(2), UTC)
    assert [due.number for due in review.left()] == [1, None]
    again = review.sitting()
    assert again is not None
    assert (again.about.number, again.draft, again.attempt.outcome) == (1, "4", Outcome.OPEN)


def test_the_days_count_goes_on_where_a_review_was_cut_off() -> None:
    days: list[float] = [0]
    record = record_on(days)
    learner(record, 12)
    days[0] = 1
    first = Review(record, Sums(12), at(1), UTC)
    for end in ("answer", "skip", "leave"):
        sitting = first.sitting()
        assert sitting is not None
        if end == "answer":
            sitting.give_up()
        elif end == "skip":
            sitting.skip()
    again = Review(record, Sums(12), at(1), UTC)
    assert (again.done(), len(again.left())) == (2, 8)
    assert again.so_far() == "1 of 10 done, 1 put off"
    assert Review(record, Sums(12), at(2), UTC).done() == 0


def test_an_interrupted_review_goes_on_with_the_same_variant_and_draft(tmp_path: Path) -> None:
    days: list[float] = [0]
    record = record_on(days, tmp_path / "r")
    learner(record, 3)
    days[0] = 1
    sitting = Review(record, Sums(3), at(1), UTC).sitting()
    assert sitting is not None
    sitting.type("1")
    # No close: the window is gone.
    review = Review(Record(tmp_path / "r"), Sums(3), at(1), UTC)
    again = review.sitting()
    assert again is not None
    assert (again.about, again.draft) == (sitting.about, "1")
    assert len(review.left()) == 3


def test_the_end_says_when_the_next_comes_back() -> None:
    record = record_on([0])
    assert "Nothing comes back" in Review(record, Sums(2), at(0), UTC).end()
    learner(record, 1)
    end = Review(record, Sums(2), at(0), UTC).end()
    assert str(date.fromordinal(day(1))) in end
    assert "clock" not in end


def test_the_end_tells_of_a_step_in_the_future_and_what_follows() -> None:
    record = record_on([400, 400])
    learner(record, 1)
    end = Review(record, Sums(2), at(0), UTC).end()
    assert f"latest day on your record is {date.fromordinal(day(400))}" in end
    assert "from 2 days after your next step on it is believed" in end


def test_an_exercise_that_is_on_no_shelf_any_more_is_left_alone() -> None:
    record = record_on([0])
    learner(record, 3)
    left = Review(record, Sums(2), at(5), UTC).left()
    assert [due.task.exercise for due in left] == ["sum-0", "sum-1"]


def test_a_sitting_puts_every_act_on_the_record_before_it_counts() -> None:
    record = record_on([0])
    task = Sums(1).tasks()[0]
    sitting = practice(record, Sums(1), task)
    sitting.type("4")
    sitting.type("4")
    assert sitting.hint() == "Twice is once and once more."
    assert sitting.hint() == "Add it to itself."
    assert sitting.hint() is None
    sitting.say(Confidence.FAIRLY)
    assert not sitting.answer("four").readable
    assert sitting.draft == "four", "what cannot be read is no try and is not lost"
    assert sitting.answer("1").mistakes == ("once",)
    assert sitting.answer("0").finished
    kinds = [entry.kind for entry in record.of("s")]
    assert kinds == [
        *("opened", "drafted", "hinted", "hinted", "confident"),
        *("drafted", "tried", "tried", "finished"),
    ]
    (told,) = attempts_of(record.events(), UTC)
    assert told.tries == sitting.attempt.tries
    assert told.hints == frozenset({1, 2})
    assert (told.draft, told.outcome) == ("0", Outcome.FINISHED)


def test_practice_goes_on_where_it_was_left_or_draws_a_fresh_variant() -> None:
    record = record_on([0])
    task = Sums(1).tasks()[0]
    practice(record, Sums(1), task).type("7")
    assert practice(record, Sums(1), task).draft == "7"
    assert practice(record, Sums(1), task, fresh=True).about.number == 1
    sitting = practice(record, Sums(1), task)
    assert sitting.about.number == 1
    sitting.again()
    assert (sitting.draft, sitting.attempt.begun) == ("", 2)
    sitting.answer("2")
    assert practice(record, Sums(1), task).about.number == 0


def test_what_was_left_open_is_drawn_at_the_level_at_which_it_was_begun() -> None:
    record = record_on([0])
    task = Sums(1).tasks()[0]
    practice(record, Sums(1), task, level=0)
    sitting = practice(record, Sums(1), task)
    assert sitting.attempt.opened.level == 0
    assert [entry.kind for entry in record.of("s")] == ["opened"]


def test_another_window_at_the_same_variant_is_seen(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    task = Sums(1).tasks()[0]
    first, second = (Sitting(record, Sums(1), task, 0) for record in (one, other))
    first.type("12")
    assert other.news()
    second.refresh()
    assert second.draft == "12"


def test_a_due_item_says_what_it_is() -> None:
    attempts = attempts_of(events_of(done(OPENED, RIGHT)), UTC)
    assert comes_back([TASK], attempts, day(0)) == (Due(TASK, day(1), sure_and_wrong=False),)

"""From tries to a mark, from marks to a total: pure, rerunnable, never losing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.marking import Mark, Try, mark, total
from cablesim.scenario.exercise import Marking

TRIES = st.lists(
    st.builds(
        Try,
        st.floats(0, 1, allow_nan=False),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=6,
)
RULES = st.builds(
    Marking,
    st.just(False),  # noqa: FBT003 - not sealed.
    st.integers(1, 5),
    st.floats(0, 0.5),
    st.floats(0, 0.5),
)


def test_hints_and_wrong_tries_before_cost_their_share() -> None:
    rules = Marking(attempts=3, hint_cost=0.1, attempt_cost=0.1)
    assert mark(10, [Try(1.0)], rules).points == 10
    assert mark(10, [Try(0.0), Try(1.0)], rules).points == 9
    seven = mark(10, [Try(0.0), Try(1.0, hints=2)], rules)
    assert (seven.points, seven.hints, seven.wrong) == (7, 0.2, 0.1)
    assert mark(10, [Try(0.0)] * 3 + [Try(1.0)], rules).points == 0, "the fourth is practice"


def test_what_cannot_be_read_is_no_try() -> None:
    rules = Marking()
    unread = Try(0.0, readable=False)
    assert mark(4, [unread, unread, unread, Try(1.0)], rules) == mark(4, [Try(1.0)], rules)


@given(TRIES, TRIES, RULES)
def test_a_try_can_only_add(tries: list[Try], more: list[Try], rules: Marking) -> None:
    before, after = mark(7, tries, rules), mark(7, [*tries, *more], rules)
    assert 0 <= before.points <= after.points <= 7


@given(TRIES, RULES)
def test_marking_again_gives_the_same_mark(tries: list[Try], rules: Marking) -> None:
    assert mark(5, tries, rules) == mark(5, list(tries), rules)


def test_a_total_counts_what_was_not_tried() -> None:
    found = total([Mark(3.5, 4, 1, 2), Mark(0, 6, 0, 0)])
    assert (found.points, found.of, found.done, found.count) == (3.5, 10, 1, 2)

"""A row that stands one place off is told as that: not as groups missing, wrong or too many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from exercises.desk import drawn
from exercises.test_wrong_ways import Ways, recognised
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.judging.along import OFF, slid, turned, why_off
from cablesim.exercises.variant import Variant
from cablesim.text.groups import cut

SHIP, COURSE = "stalin-zhou-3305", "ten-lessons"


def moved_to_the_end(variant: Variant) -> Ways:
    """Begin with the second figure, the first at the end; or with the last one."""
    groups = variant.model().split()
    row, size = "".join(groups), len(groups[0])
    for other in (row[1:] + row[0], row[-1] + row[:-1]):
        yield "one-place-off", " ".join(other[at : at + size] for at in range(0, len(row), size))


def lost(variant: Variant) -> Ways:
    """Lose a figure or put one in, well before the end, and cut the rest anew."""
    groups = variant.model().split()
    row, size = "".join(groups), len(groups[0])
    for at in range(len(row) - 2 * size):
        for other in (f"{row[:at]}{row[at + 1 :]}7", f"{row[:at]}4{row[at:-1]}"):
            if sum(map(str.__ne__, row[at:], other[at:])) > size:
                yield (
                    "one-place-off",
                    " ".join(other[n : n + size] for n in range(0, len(row), size)),
                )


CASES = [
    *(
        (SHIP, each, moved_to_the_end)
        for each in ("encode-words", "add-pad", "take-pad-off", "encipher")
    ),
    *((SHIP, each, moved_to_the_end) for each in ("five-figures", "send-with-page")),
    *(
        (COURSE, each, moved_to_the_end)
        for each in ("add-figures", "square-figures", "check-figures")
    ),
    *((SHIP, each, lost) for each in ("encode-words", "add-pad", "take-pad-off", "five-figures")),
    (SHIP, "send-with-page", lost),
]


@pytest.mark.parametrize(
    ("name", "exercise", "wrong"), CASES, ids=[f"{c[1]}-{c[2].__name__}" for c in CASES]
)
def test_a_row_one_place_off_is_recognised_on_all_draws(
    name: str, exercise: str, wrong: Callable[[Variant], Ways]
) -> None:
    recognised(name, exercise, wrong)


def regrouped(row: str, like: str) -> str:
    """Return a row of figures in groups as long as those of another."""
    size = len(like.split(maxsplit=1)[0])
    return " ".join(row[at : at + size] for at in range(0, len(row), size))


@pytest.mark.parametrize("exercise", ["add-pad", "take-pad-off", "encode-words", "five-figures"])
def test_a_figure_at_the_wrong_end_is_the_one_thing_told(exercise: str) -> None:
    model = drawn(SHIP, exercise, 0).model()
    row = model.replace(" ", "")
    verdict = drawn(SHIP, exercise, 0).judge(regrouped(row[1:] + row[0], model))
    (remark,) = verdict.remarks
    assert remark.mistake == OFF
    assert f"the first figure, {row[0]}, stands at the end" in remark.text
    assert verdict.score == 0
    (remark,) = drawn(SHIP, exercise, 0).judge(regrouped(row[-1] + row[:-1], model)).remarks
    assert f"the last figure, {row[-1]}, stands in front" in remark.text


def test_the_group_is_told_in_which_a_figure_was_lost_or_put_in() -> None:
    variant = drawn(SHIP, "send-with-page", 0)
    model = variant.model()
    row = model.replace(" ", "")
    for at in range(4, 8):
        changed = f"{row[:at]}{row[at + 1 :]}5"
        verdict = variant.judge(regrouped(changed, model))
        first = next(n for n in range(len(row)) if changed[n] != row[n]) // 4 + 1
        assert f"a figure is missing in group {first}, and all behind" in verdict.remarks[0].text
        assert [part.right for part in verdict.wrote].index(False) == first - 1
        assert len(verdict.remarks) == 1
    verdict = variant.judge(regrouped(f"{row[:9]}x{row[9:-1]}".replace("x", "0"), model))
    assert "group 3 has a figure too many, 0, and all behind it moved on" in verdict.remarks[0].text


def test_a_row_without_its_first_figure_is_still_no_try() -> None:
    variant = drawn(SHIP, "add-pad", 0)
    row = variant.model().replace(" ", "")
    verdict = variant.judge(regrouped(row[1:], variant.model()))
    assert not verdict.readable


def test_a_row_of_single_figures_is_not_told_as_missing_and_too_many() -> None:
    variant = drawn(COURSE, "add-figures", 0)
    row = variant.model().replace(" ", "")
    verdict = variant.judge(row[1:] + row[0])
    assert verdict.mistakes == (OFF,)
    assert not any("missing" in each.text or "too many" in each.text for each in verdict.remarks)


def test_letters_are_called_letters() -> None:
    variant = drawn(COURSE, "shift-letters", 0)
    row = variant.model().replace(" ", "")
    verdict = variant.judge(row[1:] + row[0])
    assert verdict.mistakes == (OFF,)
    assert f"the first letter, {row[0]}, stands at the end" in verdict.remarks[0].text


def test_given_groups_are_counted() -> None:
    assert why_off(("1245", "6789"), ("1234", "5678"), offset=2).startswith(
        "a figure is missing in group 3"
    )


@given(row=st.text("0123456789", min_size=8, max_size=24), size=st.sampled_from([4, 5]))
def test_what_is_right_is_not_one_place_off(row: str, size: int) -> None:
    row = row[: len(row) // size * size]
    groups = cut(row, size)
    assert not turned(groups, groups)
    assert not slid(groups, groups)

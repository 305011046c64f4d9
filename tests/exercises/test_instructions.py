"""What is said of how an answer is written holds of this very variant, and is said once."""

from __future__ import annotations

from exercises.desk import drawn, every, shipped

from cablesim.exercises.helping import question
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.garble import GarbleVariant
from cablesim.exercises.kinds.systemwork import SystemWork
from cablesim.exercises.seeds import Seed

COURSE = "ten-lessons"


def test_one_word_is_asked_for_as_one_and_figures_are_said_to_be_none() -> None:
    variant = drawn(COURSE, "first-group", 0)
    assert variant.how() == "Write the word."
    verdict = variant.judge("2")
    assert not verdict.readable
    assert [each.text for each in verdict.remarks] == ["2 is no word. Write the word."]
    (uneven,) = variant.judge("46795").remarks
    assert uneven.text.endswith("a group here has 4. Write the word.")


def test_where_steps_are_worked_it_says_that_the_rest_is_wanted() -> None:
    seen = 0
    for name, exercise in every():
        if name not in shipped():
            continue
        item = shipped()[name].item(exercise)
        for level in range(3):
            seed = Seed("practice", name, exercise, "self", 0)
            variant = item.draw(seed.stream(), level)
            if isinstance(variant, BookWork | SystemWork) and variant.given and variant.asked:
                how = variant.how()
                assert "the last " in how or how.endswith(" left."), (name, exercise, how)
                seen += 1
    assert seen > 3


def test_the_check_of_a_message_is_explained_once() -> None:
    seen = 0
    for name, exercise in every():
        variant = drawn(name, exercise, 0)
        if isinstance(variant, GarbleVariant) and variant.task.check:
            assert "\n".join(question(variant)).count("is the check") == 1, (name, exercise)
            seen += 1
    assert seen > 2

"""A group that was worked with another one is told by itself, and nothing is said of right ones."""

from __future__ import annotations

import pytest
from exercises.desk import drawn
from exercises.test_wrong_ways import SHIP, add, less, row_of

from cablesim.exercises.variant import Variant
from cablesim.exercises.verdict import Verdict

BOTH = ["add-pad", "take-pad-off"]


def rows(variant: Variant, exercise: str) -> tuple[list[str], list[str]]:
    """Return the groups that the pad is added to, or taken off, and those of the pad."""
    upper = variant.values()["groups" if exercise == "add-pad" else "cipher"].split()
    return upper, variant.values()["pad"].split()


def worked(exercise: str, upper: str, pad: str) -> str:
    """Return a group as it comes out over a pad group."""
    return add(upper, pad) if exercise == "add-pad" else less(upper, pad)


def told(verdict: Verdict) -> list[str]:
    """Return what is said, sentence by sentence."""
    return [remark.text for remark in verdict.remarks]


def test_who_sent_the_indicator_is_not_told_that_it_is_missing() -> None:
    for n in range(40):
        variant = drawn(SHIP, "send-with-page", n)
        right = variant.model().split()
        for at in range(1, len(right) - 1):
            wrong = [*right]
            wrong[at] = right[at + 1]
            assert "forgot-indicator" not in variant.judge(" ".join(wrong)).mistakes
            if at + 2 < len(right):
                wrong[at + 1] = right[at + 2]
                assert "forgot-indicator" not in variant.judge(" ".join(wrong)).mistakes
        assert variant.judge(" ".join(right[1:])).mistakes == ("forgot-indicator",)


@pytest.mark.parametrize("exercise", BOTH)
@pytest.mark.parametrize("beside", [1, -1])
def test_one_group_over_the_pad_group_of_its_neighbour_names_that_one(
    exercise: str, beside: int
) -> None:
    for n in range(20):
        variant = drawn(SHIP, exercise, n)
        upper, pad = rows(variant, exercise)
        answer = variant.model().split()
        answer[1] = worked(exercise, upper[1], pad[1 + beside])
        verdict = variant.judge(" ".join(answer))
        number = 2 + beside
        says = f"group {number}" if number <= len(upper) else "behind the last one"
        (text,) = told(verdict)
        assert verdict.mistakes == ("other-pad",), verdict
        assert text.startswith(f"Group 2, {answer[1]}: under it you used ")
        assert says in text


@pytest.mark.parametrize("exercise", BOTH)
def test_two_pad_groups_exchanged_are_each_told_with_the_other(exercise: str) -> None:
    for n in range(20):
        variant = drawn(SHIP, exercise, n)
        upper, pad = rows(variant, exercise)
        answer = variant.model().split()
        answer[0] = worked(exercise, upper[0], pad[1])
        answer[1] = worked(exercise, upper[1], pad[0])
        one, other = told(variant.judge(" ".join(answer)))
        assert one == f"Group 1, {answer[0]}: under it you used the pad group of group 2."
        assert other == f"Group 2, {answer[1]}: under it you used the pad group of group 1."


@pytest.mark.parametrize("exercise", [*BOTH, "encipher", "send-with-page"])
def test_two_groups_exchanged_before_the_pad_are_called_exchanged(exercise: str) -> None:
    for n in range(20):
        variant = drawn(SHIP, exercise, n)
        upper, pad = rows(variant, "take-pad-off" if exercise == "take-pad-off" else "add-pad")
        lead = exercise == "send-with-page"
        answer = variant.model().split()
        if len(upper) < 2 or upper[0] == upper[1]:
            continue
        for at, other in ((0, 1), (1, 0)):
            way = exercise if exercise == "take-pad-off" else "add-pad"
            answer[at + lead] = worked(way, upper[other], pad[at + lead])
        verdict = variant.judge(" ".join(answer))
        assert verdict.mistakes == ("exchanged",), verdict
        assert len(verdict.remarks) == 2
        for at, text in enumerate(told(verdict)):
            assert text.startswith(f"Group {at + 1 + lead}, {answer[at + lead]}: ")
            assert f"{upper[1 - at]}, and that" in text
            assert text.endswith(f"group {2 - at + lead}.")


@pytest.mark.parametrize("exercise", BOTH)
def test_one_pad_group_copied_and_one_group_turned_round_are_named(exercise: str) -> None:
    for n in range(20):
        variant = drawn(SHIP, exercise, n)
        upper, pad = rows(variant, exercise)
        answer = variant.model().split()
        answer[2] = pad[2]
        assert variant.judge(" ".join(answer)).mistakes == ("pad-copied",)
        if exercise == "take-pad-off":
            answer[2] = less(pad[2], upper[2])
            assert variant.judge(" ".join(answer)).mistakes == ("turned-round",)


def test_a_pad_beside_its_place_under_all_groups_is_still_told_once() -> None:
    for n in range(10):
        variant = drawn(SHIP, "add-pad", n)
        upper, pad = rows(variant, "add-pad")
        answer = [add(one, other) for one, other in zip(upper, pad[1:], strict=False)]
        answer[1] = less(answer[1], "0123")
        mistakes = variant.judge(" ".join(answer)).mistakes
        assert mistakes.count("shifted") == 1, mistakes
        assert "other-pad" not in mistakes


def test_the_indicator_that_is_deciphered_too_is_told_so() -> None:
    for n in range(20):
        variant = drawn(SHIP, "find-page", n)
        came, page = row_of(variant, "cipher"), row_of(variant, "pad")
        for pad in (page, page[4:]):
            row = less(came, pad)
            groups = [row[at : at + 4] for at in range(0, len(row), 4)]
            verdict = variant.judge(" ".join(groups))
            if 4 * len(groups) == len(came):
                assert verdict.mistakes == ("worked-indicator",), verdict


def test_groups_by_another_page_are_called_groups_where_words_are_wanted() -> None:
    variant = drawn(SHIP, "find-page", 0)
    (slip,) = [each for each in variant.mistakes() if each.name == "wrong-page"][:1]
    assert told(variant.judge(slip.answer))[0].startswith("Group 1, ")


def test_a_group_left_among_words_is_told_and_is_no_try() -> None:
    for n in range(20):
        variant = drawn(SHIP, "decode-words", n)
        groups, words = variant.values()["groups"].split(), variant.model().split()
        if len(groups) < 2:
            continue
        lines = [step.text for step in variant.steps()]
        first, last = (lines[at].partition(" is ")[2].split() for at in (0, -1))
        if words[: len(first)] != first or words[-len(last) :] != last:
            continue
        verdict = variant.judge(" ".join([*first, *groups[1:]]))
        assert not verdict.readable
        (text,) = told(verdict)
        assert text.startswith(" ".join(groups[1:])), text
        # A group beside its own words stays what it was, and so do words alone.
        assert variant.judge(f"{groups[0]} {' '.join(first)}").readable
        assert variant.judge(f"{groups[0]} {variant.model()}").right


def test_words_too_many_are_all_counted() -> None:
    variant = drawn(SHIP, "decode-words", 0)
    (text,) = told(variant.judge(f"THE NUMBER {variant.model()}"))
    assert text == "Words 1 to 2, THE NUMBER, are too many."


@pytest.mark.parametrize("name", [SHIP, "first-steps"])
def test_telegrams_as_they_came_and_their_sum_are_named(name: str) -> None:
    for n in range(10):
        variant = drawn(name, "depth", n)
        one, two = (variant.values()[f"cipher.{k}"].split() for k in (1, 2))
        count = len(variant.steps())
        one, two = one[:count], two[:count]
        assert variant.judge(" ".join(one)).mistakes == ("copied",)
        assert variant.judge(" ".join(two)).mistakes == ("copied",)
        summed = [add(*pair) for pair in zip(one, two, strict=True)]
        assert variant.judge(" ".join(summed)).mistakes == ("telegrams-added",)

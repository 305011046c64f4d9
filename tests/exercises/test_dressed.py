"""Right answers in the dress of a list, a label or a paste are right; wrong ones stay wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from exercises.desk import book, drawn, every

from cablesim.exercises.kinds.form import FormVariant

SHIP, COURSE, NICKEL = "stalin-zhou-3305", "ten-lessons", "hollow-nickel-1953"
ROUND: tuple[Callable[[str], str], ...] = (
    lambda text: f"Answer: {text}",
    lambda text: f"Answer = {text}",
    lambda text: f"The answer is {text}",
    lambda text: f"= {text}",
    lambda text: f"→ {text}",
    lambda text: f"{text}.",
    lambda text: f"“{text}”",
    lambda text: f"`{text}`",
    lambda text: f"**{text}**",
    lambda text: f"[{text}]",
    lambda text: f"- {text}",
    lambda text: f"• {text}",
    lambda text: f"\ufeff\u200b{text}\r\n",
    lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
)
# Of Morse a dash or a point is a sign.
JUDGED = [
    pair for pair in every()
    if book(pair[0]).exercise(pair[1]).kind != "explain" and pair[1] != "morse"
]  # fmt: skip


def _is_grouped(name: str, exercise: str) -> bool:
    """Say whether an answer has parts; those of unequal length may be cut in many ways."""
    first, *others = drawn(name, exercise, 0).model().split()
    alike = all(len(part) == len(first) for part in others[:-1])
    return book(name).exercise(exercise).kind in ("encode", "decode") and (alike or first.isalpha())


GROUPED = [pair for pair in JUDGED if _is_grouped(*pair)]


@pytest.mark.parametrize(("name", "exercise"), JUDGED, ids=map("/".join, JUDGED))
def test_a_right_answer_is_right_in_any_dress(name: str, exercise: str) -> None:
    for n in range(3):
        variant = drawn(name, exercise, n)
        for dress in ROUND:
            answer = dress(variant.model())
            assert variant.judge(answer).right, answer


@pytest.mark.parametrize(("name", "exercise"), JUDGED, ids=map("/".join, JUDGED))
def test_a_named_mistake_is_right_in_no_dress(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 0)
    for slip in variant.mistakes():
        for dress in ROUND:
            assert not variant.judge(dress(slip.answer)).right, dress(slip.answer)


@pytest.mark.parametrize(("name", "exercise"), GROUPED, ids=map("/".join, GROUPED))
def test_labels_before_the_parts_of_an_answer_are_no_parts(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 0)
    parts = variant.model().split()
    for label in ("Group {}: ", "group {}) ", "Word {} = ", "- Group {}: "):
        answer = "\n".join(f"{label.format(n)}{part}" for n, part in enumerate(parts, 1))
        assert variant.judge(answer).right, answer


def test_labels_out_of_order_are_not_left_out() -> None:
    variant = drawn(SHIP, "add-pad", 0)
    one, *others = variant.model().split()
    verdict = variant.judge(f"Group 2: {one} group 1: {' '.join(others)}")
    assert not verdict.right


@pytest.mark.parametrize(("name", "exercise"), [(NICKEL, "date-off"), (SHIP, "find-group")])
@pytest.mark.parametrize("number", ["1. ", "1) ", "1: "])
def test_a_list_of_one_is_read(name: str, exercise: str, number: str) -> None:
    variant = drawn(name, exercise, 0)
    assert variant.judge(number + variant.model()).right
    assert not variant.judge(number.replace(" ", "") + variant.model()[1:]).right


def test_lines_between_groups_and_a_mark_behind_the_last_are_no_figures() -> None:
    variant = drawn(SHIP, "add-pad", 0)
    groups = variant.model().split()
    for answer in (" | ".join(groups), f"| {' | '.join(groups)} |", f"{variant.model()}!"):
        assert variant.judge(answer).right
    doubt = variant.judge(f"{variant.model()[:-1]}!")
    assert not doubt.readable
    assert "did you mean" in doubt.remarks[0].text


def fields(exercise: str) -> tuple[FormVariant, list[tuple[str, str]]]:
    """Return a form with its fields as they are right, by name."""
    variant = drawn(SHIP, exercise, 0)
    assert isinstance(variant, FormVariant)
    return variant, list(zip(variant.task.ask, variant.model().split("; "), strict=True))


@pytest.mark.parametrize("exercise", ["read-form", "read-gaps-in-form"])
def test_a_form_is_read_in_the_dress_of_a_list(exercise: str) -> None:
    variant, row = fields(exercise)
    for line in ("- {}: {}", "* {}: {}", "• {} = {}", "**{}**: {}", "- **{}**: {}"):
        answer = "\n".join(line.format(name, value) for name, value in row)
        assert variant.judge(answer).right, answer
    bare = "\n".join(f"* {value}" for _, value in row)
    assert variant.judge(bare).right
    pairs = ", ".join(f'"{name}": "{value}"' for name, value in row)
    assert variant.judge(f"{{{pairs}}}").right
    name, value = row[0]
    wrong = pairs.replace(f'"{name}": "{value}"', f'"{name}": "MUKDEN"')
    assert not variant.judge(f"{{{wrong}}}").right


@pytest.mark.parametrize(
    "answer",
    ["all but {} {}", "more than {} {}", "{} {}. No, {} 0000", "less than {} {}"],
)
def test_a_repair_that_is_denied_is_no_try(answer: str) -> None:
    for n in range(5):
        variant = drawn(SHIP, "garble", n)
        place, repair = variant.model().split()
        assert not variant.judge(answer.format(place, repair, place)).right
        assert variant.judge(f"{place}_{repair}").right


def test_letters_are_read_among_words_that_say_nothing_else() -> None:
    variant = drawn(SHIP, "no-direct-line", 0)
    letters = variant.model().split(", ")
    row = " and ".join(letters)
    for answer in (f"both {row}", f"only {row}", f"{row} are right", f"{row} hold",
                   f"the statements {row}", f"options {row}", f"{row} are true"):  # fmt: skip
        assert variant.judge(answer).right, answer
    for answer in (f"{row} are not right", f"{row} are false", f"not {row}", f"{row} are wrong"):
        assert not variant.judge(answer).readable, answer
    lined = drawn(SHIP, "supported", 0)
    pairs = [pair.split() for pair in lined.model().split(", ")]
    for joint in ("{} in line {}", "{} at line {}", "statement {}, line {}", "{} from line {}"):
        assert lined.judge("; ".join(joint.format(*pair) for pair in pairs)).right, joint


def test_ways_of_knowing_may_be_said_in_a_sentence() -> None:
    variant = drawn(SHIP, "how-known", 0)
    names = {"D": "document", "E": "edition", "O": "elsewhere", "I": "inference", "?": "gap"}
    said = [names[mark] for mark in variant.model().split()]
    letters = "abcdefghij"
    assert variant.judge(
        "; ".join(f"{a} is {b}" for a, b in zip(letters, said, strict=False))
    ).right
    assert variant.judge(", ".join(f"the {name}" for name in said)).right
    assert not variant.judge("; ".join(f"{a} is not {b}" for a, b in zip(
        letters, said, strict=False))).readable  # fmt: skip


def test_a_letter_of_a_term_may_be_called_one() -> None:
    for n in range(5):
        variant = drawn(SHIP, "recall-evidence", n)
        offered = [text.partition(") ")[2] for text in variant.shown()[1:]]
        for place, term in enumerate(offered):
            for name in ("option {}", "letter {}", "the letter ({})"):
                verdict = variant.judge(name.format("abcdefgh"[place]))
                assert verdict.readable
                assert verdict.right == variant.judge(term).right


@pytest.mark.parametrize("mark", [" - ", "\n", " — ", "\n\n- ", "”, "])
def test_neither_may_stand_before_any_mark_or_on_a_line_of_its_own(mark: str) -> None:
    variant = drawn(SHIP, "series-limit", 0)
    direction, _, reason = variant.model().partition(", ")
    assert direction == "neither"
    assert variant.judge(f"neither{mark}{reason}").right
    assert not variant.judge(f"stronger{mark}{reason}").right
    broken = variant.judge(f"neither\nof the sources makes it stronger, since {reason}")
    assert not (broken.right and broken.score)

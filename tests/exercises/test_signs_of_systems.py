"""Single signs, and a few of them, that are wrong in the result of a teaching system."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from exercises.desk import drawn
from exercises.test_wrong_ways import add, less, letters

from cablesim.exercises.variant import Variant

COURSE = "ten-lessons"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DRAWN = 60


def row_of(variant: Variant) -> str:
    """Return the right result without its blanks."""
    return "".join(variant.model().split())


def texts(variant: Variant, answer: str) -> list[str]:
    """Return what is said to an answer, and see that it names no mistake."""
    verdict = variant.judge(answer)
    assert not verdict.mistakes, verdict
    assert verdict.score < 1
    return [remark.text for remark in verdict.remarks]


def beside(variant: Variant) -> dict[str, str]:
    """Return the rows of some mistakes by their names."""
    value = variant.values()
    if variant.exercise.id == "shift-letters":
        text, shift = value["plain"], int(value["shift"])
        return {
            "other-way": letters(text, LATIN[-shift]),
            "copied": text,
            "fewer": letters(text, LATIN[shift - 1]),
        }
    if variant.exercise.id == "key-word":
        text, key = value["plain"], value["key"]
        back = "".join(LATIN[-LATIN.index(letter)] for letter in key)
        return {"other-way": letters(text, back), "copied": text}
    return {"subtracted": less(value["plain"], value["key"]), "copied": value["plain"]}


SYSTEMS = pytest.mark.parametrize("exercise", ["shift-letters", "key-word", "add-figures"])


@SYSTEMS
def test_one_sign_names_nothing_and_never_says_that_nothing_gives_it(exercise: str) -> None:
    gives: dict[str, int] = {}
    for n in range(DRAWN):
        variant = drawn(COURSE, exercise, n)
        right = row_of(variant)
        for name, row in beside(variant).items():
            for at in range(len(right)):
                if row[at] == right[at]:
                    continue
                answer = right[:at] + row[at] + right[at + 1 :]
                (text,) = texts(variant, answer)
                assert text.startswith(f"{variant.part_name} {at + 1}, {row[at]}: it is not right;")  # type: ignore[attr-defined]
                assert "no common slip" not in text
                gives[name] = gives.get(name, 0) + (f"; {row[at]} " in text)
    assert set(gives) == set(beside(drawn(COURSE, exercise, 0)))
    assert all(count > DRAWN for count in gives.values()), gives


def test_one_letter_shifted_too_far_is_told_by_the_shift_that_gives_it() -> None:
    for n in range(DRAWN):
        variant = drawn(COURSE, "shift-letters", n)
        right, shift = row_of(variant), int(variant.values()["shift"])
        text = variant.values()["plain"]
        for by in (1, -1):
            wrong = letters(text, LATIN[shift + by])[1]
            said = texts(variant, right[0] + wrong + right[2:])[0]
            gives = f"{wrong} is what a shift of {shift + by} gives"
            assert said == f"Letter 2, {wrong}: it is not right; {gives}."


@SYSTEMS
def test_three_to_five_signs_that_one_mistake_gives_are_named(exercise: str) -> None:
    told = 0
    for n in range(DRAWN):
        variant = drawn(COURSE, exercise, n)
        right = row_of(variant)
        for name, row in beside(variant).items():
            if name == "fewer":
                continue
            for count in (3, 4, 5):
                part = row[1 : 1 + count]
                if any(a == b for a, b in zip(part, right[1:], strict=False)):
                    continue
                verdict = variant.judge(right[0] + part + right[1 + count :])
                if not verdict.mistakes:
                    assert len(rivals(variant, part)) > 1, (n, name, part)
                    continue
                assert verdict.mistakes == (name,), (n, verdict)
                assert len(verdict.remarks) == 1
                said = verdict.remarks[0].text
                places = re.findall(r"\d+", said.rpartition("(")[2])
                numbers = [2, *map(int, places)] if "Also" in said else [int(places[0])]
                assert numbers[0] == 2
                told += 1
    assert told > DRAWN


def rivals(variant: Variant, part: str) -> set[str]:
    """Return the names of the mistakes that give signs behind the first."""
    slips = ((slip.name, "".join(slip.answer.split())) for slip in variant.mistakes())
    return {name for name, row in slips if row.startswith(part, 1)}


@SYSTEMS
def test_three_wrong_signs_that_nothing_gives_are_named_by_nothing(exercise: str) -> None:
    told = 0
    for n in range(DRAWN):
        variant = drawn(COURSE, exercise, n)
        right = row_of(variant)
        known = [row for row in map(wrong_row, variant.mistakes()) if len(row) == len(right)]
        signs = "0123456789" if right.isdigit() else LATIN
        strange = [
            next(sign for sign in signs if sign not in {right[at], *(row[at] for row in known)})
            for at in range(3)
            if {right[at], *(row[at] for row in known)} < set(signs)
        ]
        if len(strange) == 3:
            wrote = "".join(strange)
            (text,) = texts(variant, wrote + right[3:])
            assert text.startswith(f"{variant.part_name}s 1 to 3, {wrote}, are not right; work")  # type: ignore[attr-defined]
            told += 1
    assert told > DRAWN // 4


def wrong_row(slip: object) -> str:
    """Return what a mistake writes, without blanks."""
    return "".join(slip.answer.split())  # type: ignore[attr-defined]


def exchanges(row: str) -> Iterator[str]:
    """Yield a row with the first sign and another that is no neighbour in each other's place."""
    for at in range(2, len(row)):
        if row[at] != row[0]:
            yield f"{row[at]}{row[1:at]}{row[0]}{row[at + 1 :]}"


@SYSTEMS
def test_two_signs_in_each_others_place_are_told_wherever_they_stand(exercise: str) -> None:
    for n in range(DRAWN):
        variant = drawn(COURSE, exercise, n)
        for answer in exchanges(row_of(variant)):
            if answer in map(wrong_row, variant.mistakes()):
                continue
            verdict = variant.judge(answer)
            assert verdict.mistakes == ("exchanged",), (n, answer, verdict)
            assert len(verdict.remarks) == 1


@pytest.mark.parametrize(
    "jumble", [lambda row: row[9:] + row[:9], lambda row: row[::-1], lambda row: row * 2]
)
def test_an_answer_that_does_not_line_up_is_told_in_one_sentence(
    jumble: Callable[[str], str],
) -> None:
    for n in range(DRAWN):
        variant = drawn(COURSE, "columns-forward", n)
        right = row_of(variant)
        answer = jumble(right) + "QX"
        if len(answer) > 2 * len(right):
            answer = "Q" + right[::-1] + right
        (said,) = texts(variant, answer)
        assert said.startswith(f"You wrote {len(answer)} letters where {len(right)} are asked for")
        assert said.endswith("do not line up with the right answer; write the columns out again.")


def test_a_letter_too_many_in_what_lines_up_is_still_told_at_its_place() -> None:
    for n in range(DRAWN):
        variant = drawn(COURSE, "columns-forward", n)
        right = row_of(variant)
        for at in range(len(right) + 1):
            assert texts(variant, f"{right[:at]}Q{right[at:]}") == [
                f"Letter {at + 1}, Q, is too many."
            ]


def test_one_wrong_figure_of_a_sum_is_worked_again_with_the_one_under_it() -> None:
    variant = drawn(COURSE, "add-figures", 0)
    above, below = variant.values()["plain"], variant.values()["key"]
    right = add(above, below)
    used = {right[0], less(above, below)[0], less(below, above)[0], above[0], below[0]}
    rows = [wrong_row(slip) for slip in variant.mistakes()]
    used |= {row[0] for row in rows if len(row) == len(right)}
    free = next(figure for figure in "0123456789" if figure not in used)
    assert texts(variant, free + right[1:]) == [
        f"Figure 1, {free}: it is not right; work it again with the one under it."
    ]


def test_a_text_that_is_read_is_shown_in_one_piece_and_what_is_sent_in_fives() -> None:
    for n in range(DRAWN):
        read, sent = drawn(COURSE, "board-letters", n), drawn(COURSE, "columns-forward", n)
        assert " " not in read.model()
        assert read.judge(read.model()).read == read.model()
        assert max(map(len, sent.model().split())) == 5
        assert sent.judge(row_of(sent)).read == sent.model()

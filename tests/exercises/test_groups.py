"""Groups of figures are read whatever stands between them, of a book or of a teaching system."""

from __future__ import annotations

import pytest
from exercises.desk import book, drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.exercises import figures
from cablesim.exercises.reading.answers import read_groups

SEPARATORS = st.text(alphabet=" ,;:/.-–、\n\t_·", min_size=1, max_size=3)
CHECKS = ("ten-lessons", "check-figures")


def test_figures_that_fill_the_groups_are_cut_anew_whatever_stands_between() -> None:
    for written in ("1234 5678 90 12", "1234-5678-90-12", "1234,5678,9,0,1,2", "12345678/9012"):
        assert read_groups(written, 4, 3).groups == ("1234", "5678", "9012"), written
    for written in ("62351-4", "6235.1-4", "6 2 3 5 1 4"):
        assert read_groups(written, 1, 6).groups == tuple("623514"), written
    assert "Group 2, 567, has 3 figures" in read_groups("1234 567 8901", 4, 3).trouble


@settings(max_examples=60)
@given(data=st.data(), n=st.integers(0, 20))
def test_a_result_in_groups_may_have_any_separators_and_any_script(
    data: st.DataObject, n: int
) -> None:
    variant = drawn(*CHECKS, n)
    groups = variant.model().split()
    joints = data.draw(st.lists(SEPARATORS, min_size=len(groups), max_size=len(groups)))
    zero = data.draw(st.sampled_from("0٠०０"))
    written = "".join(group + joint for group, joint in zip(groups, joints, strict=True))
    script = written.translate({48 + figure: ord(zero) + figure for figure in range(10)})
    assert variant.judge(script).right, script
    assert variant.judge("".join(groups)).right


def test_a_wrong_group_of_a_result_is_called_a_group_and_judged_alone() -> None:
    variant = drawn(*CHECKS, 0)
    groups = variant.model().split()
    groups[1] = groups[1][:-1] + str((int(groups[1][-1]) + 1) % 10)
    verdict = variant.judge(", ".join(groups))
    assert verdict.parts == (True, False, True)
    assert verdict.remarks[0].text.startswith(f"Group 2, {groups[1]}: ")


def test_a_result_whose_groups_have_no_size_of_their_own_is_told_and_is_no_try() -> None:
    variant = drawn(*CHECKS, 0)
    verdict = variant.judge(variant.model()[:-1])
    assert not verdict.readable
    assert "a group here has 5" in verdict.remarks[0].text
    assert not variant.judge(variant.values()["plain"]).readable, "the checks are left out"


@pytest.mark.parametrize("written", ["{0}-{1}", "{0}.{1}", "{0}, {1}"])
def test_a_row_of_single_figures_is_cut_anew(written: str) -> None:
    variant = drawn("ten-lessons", "number-the-key", 0)
    row = variant.model().replace(" ", "")
    assert variant.judge(written.format(row[:4], row[4:])).right
    assert variant.judge(written.format(row[:5], row[5:])).right


LISTS = (
    "{n}) {group} ",
    "{n}. {group}\n",
    "{n}: {group}; ",
    "({n}) {group}, ",
    "{n} {group} ",
    "{n}.{group} ",
)


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("stalin-zhou-3305", "add-pad"),
        ("stalin-zhou-3305", "encode-words"),
        CHECKS,
        ("ten-lessons", "add-figures"),
        ("ten-lessons", "key-word"),
    ],
)
def test_the_numbers_of_a_list_are_no_groups(name: str, exercise: str, form: str) -> None:
    for n in range(9):
        variant = drawn(name, exercise, n)
        groups = variant.model().split()
        if len(groups) == 1:
            continue
        listed = "".join(form.format(n=n, group=group) for n, group in enumerate(groups, 1))
        assert variant.judge(listed).right, listed


@pytest.mark.parametrize(
    ("name", "exercise", "sizes"),
    [(*CHECKS, (4, 4, 4, 1, 1, 1)), ("stalin-zhou-3305", "add-pad", (3, 5, 4, 4, 4))],
)
def test_wrong_figures_that_can_be_cut_in_more_than_one_way_are_no_try(
    name: str, exercise: str, sizes: tuple[int, ...]
) -> None:
    variant = drawn(name, exercise, 0)
    row = "".join(variant.model().split())

    def cut(row: str) -> str:
        """Cut a row into groups of these sizes."""
        starts = [sum(sizes[:n]) for n in range(len(sizes))]
        return " ".join(row[at : at + size] for at, size in zip(starts, sizes, strict=True))

    assert variant.judge(cut(row)).right
    verdict = variant.judge(cut(row.translate(str.maketrans("0123456789", "1234567890"))))
    assert not verdict.readable
    assert "Group 1, " in verdict.remarks[0].text
    assert f"has {sizes[0]} figures" in verdict.remarks[0].text


@pytest.mark.parametrize(
    ("name", "exercise", "said"),
    [
        ("ten-lessons", "key-word", "work them again from the key"),
        ("ten-lessons", "add-figures", "work them again, each figure with the one under it"),
        ("hollow-nickel-1953", "chain", "work them again"),
    ],
)
def test_what_is_to_be_worked_again_is_what_the_system_has(
    name: str, exercise: str, said: str
) -> None:
    variant = drawn(name, exercise, 0)
    row = [*"".join(variant.model().split())]
    row[2:6] = ["X" if row[0].isalpha() else str(9 - int(sign)) for sign in row[2:6]]
    text = variant.judge("".join(row)).remarks[0].text
    assert text.rstrip(".").endswith(f"are not right; {said}"), text


def test_groups_that_are_right_and_cut_otherwise_are_right_and_shown_as_they_are_cut() -> None:
    for n in range(10):
        variant = drawn("ten-lessons", "cut-in-fives", n)
        assert not variant.judge(variant.model()).remarks
        row = variant.model().replace(" ", "")
        for size in (6, 10, len(row)):
            verdict = variant.judge(
                " ".join(row[at : at + size] for at in range(0, len(row), size))
            )
            assert verdict.right
            text = verdict.remarks[0].text
            assert text.endswith(f"on the line they are cut so: {variant.model()}.")


def test_groups_of_the_book_are_not_cut_yet_and_nothing_is_lost_by_it() -> None:
    for name, exercise in (("ten-lessons", "cut-in-fives"), ("stalin-zhou-3305", "five-figures")):
        for n in range(10):
            variant = drawn(name, exercise, n)
            row = variant.model().replace(" ", "")
            fours = [row[at : at + 4] for at in range(0, len(row), 4)]
            listed = [f"{place}) {group}" for place, group in enumerate(fours, 1)]
            for answer in (" ".join(fours), "-".join(fours), ", ".join(listed)):
                verdict = variant.judge(answer)
                assert not verdict.readable
                assert verdict.remarks[0].text == (
                    "The figures are right; now cut them in groups of 5."
                )


def test_a_word_under_a_pad_is_not_answered_with_the_group_that_is_to_be_found() -> None:
    for exercise in ("decode", "find-page"):
        for n in range(10):
            variant = drawn("stalin-zhou-3305", exercise, n)
            codes = variant.values()["groups"].split()
            for answer in ("QQQ", "KOREA", "WAR"):
                told = " ".join(remark.text for remark in variant.judge(answer).remarks)
                assert not any(code in told for code in codes), (answer, told)


def test_sums_of_rows_of_any_length_are_those_of_numbers() -> None:
    for length in (1, 4, 20, 4_001, 9_000):
        left, right = "9" * length, f"{'0' * (length - 1)}1"
        assert figures.total(left, right, 1) == (1, "0" * length)
        assert figures.total("0" * length, right, -1) == (-1, "9" * length)
        assert figures.carried(left, right, length) == "0" * length
        assert figures.borrowed(right, left, length) == f"{'0' * (length - 1)}2"


@pytest.mark.parametrize(
    ("exercise", "again", "never"),
    [("encode-words", "look it up", "work it"), ("add-pad", "work it", "look it up")],
)
def test_what_is_only_looked_up_is_not_worked_again(exercise: str, again: str, never: str) -> None:
    variant = drawn("stalin-zhou-3305", exercise, 0)
    groups = variant.model().split()
    told = ""
    for more in range(1, 10):
        wrong = "".join(str((int(figure) + more) % 10) for figure in groups[0])
        told += variant.judge(" ".join([wrong, *groups[1:]])).remarks[0].text
    assert f"none of its figures is right; {again} again" in told
    assert f"{never} again" not in told


def test_the_syllable_of_a_word_is_told_apart_from_the_word() -> None:
    variants = (drawn("stalin-zhou-3305", "encipher", n) for n in range(300))
    variant = next(each for each in variants if "REPORT ON" in each.values()["plain"])
    words = [step.text.split(" is ")[0] for step in variant.steps()]
    pad = variant.values()["pad"].split()[words.index("ON")]
    sent = "".join(str((int(a) + int(b)) % 10) for a, b in zip("4323", pad, strict=True))
    row = variant.model().split()
    row[words.index("ON")] = sent
    (remark,) = variant.judge(" ".join(row)).remarks
    assert "4323, the syllable ON in the book, and the word ON is wanted" in remark.text


@pytest.mark.parametrize("exercise", ["add-figures", "key-word", "difference", "number-the-key"])
def test_neighbouring_signs_in_each_others_place_are_told_as_the_two_they_are(
    exercise: str,
) -> None:
    for n in range(20):
        variant = drawn("ten-lessons", exercise, n)
        for slip in variant.mistakes():
            if slip.name == "swapped":
                (remark,) = variant.judge(slip.answer).remarks
                assert len(remark.wrote) == 2
                assert f", {remark.wrote}, has two neighbouring signs" in remark.text
                assert "Also" not in remark.text


def test_a_name_spelled_in_letters_is_right_and_told_how_the_clerk_spells_it() -> None:
    entries = book("stalin-zhou-3305").sources.shelf("practice-book").book.entries
    letters = {entry.plain: entry.groups for entry in entries if entry.kind == "letter"}
    told = 0
    for n in range(20):
        variant = drawn("stalin-zhou-3305", "spell-name", n)
        row = variant.model().split()
        name = next(each for each in ("MAO", "ZHOU", "KIM") if each in variant.values()["plain"])
        start, end = row.index("7953") + 1, row.index("0216")
        spelt = [letters[sign][-1] for sign in name]
        verdict = variant.judge(" ".join([*row[:start], *spelt, *row[end:]]))
        assert verdict.right, verdict
        assert verdict.remarks[0].right
        assert verdict.remarks[0].text.endswith(f"first it is {variant.model()}.")
        wrong = [letters["X"][0], *spelt[1:]]
        assert not variant.judge(" ".join([*row[:start], *wrong, *row[end:]])).right
        assert not variant.judge(" ".join([*row[: start - 1], *spelt, *row[end + 1 :]])).right
        others = [next(e.groups for e in entries if group in e.groups) for group in row]
        if all(len(groups) == 1 for groups in others):
            continue
        told += 1
        alike = [next(g for g in each if len(each) == 1 or g != old)
                 for each, old in zip(others, row, strict=False)]  # fmt: skip
        assert not any(
            "spelling" in remark.text for remark in variant.judge(" ".join(alike)).remarks
        )
    assert told


@pytest.mark.parametrize("label", ["page 2: ", "Page 2:\n", "the page 12 = ", "Страница 2: "])
def test_a_label_with_its_number_leads_up_to_figures(label: str) -> None:
    variant = drawn("stalin-zhou-3305", "send-with-page", 0)
    assert variant.judge(label + variant.model()).right
    assert not variant.judge(f"not page 2: {variant.model()}").readable
    assert not variant.judge(f"page 2: {variant.model()} page 3: {variant.model()}").right


@pytest.mark.parametrize("denial", ["not ", "It is not ", "The answer is not: ", "No, ", "never "])
def test_a_denial_before_letters_is_no_try(denial: str) -> None:
    for exercise in ("key-word", "shift-letters", "columns-forward"):
        variant = drawn("ten-lessons", exercise, 0)
        for letters in (variant.model(), variant.model()[::-1]):
            verdict = variant.judge(denial + letters)
            assert not verdict.readable
            assert verdict.remarks[0].text == "This says what the result is not; write what it is."
    assert variant.judge(f"NOT{variant.model()[3:]}").readable

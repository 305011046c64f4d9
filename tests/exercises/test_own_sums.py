"""What is said of a sum gone wrong is said with the learner's own figures, at the very place."""

from __future__ import annotations

import re

import pytest
from exercises.desk import book, drawn, every
from exercises.test_wrong_ways import SHIP, fours, row_of

from cablesim.exercises.judging.ownsums import Sum, own_sum
from cablesim.exercises.judging.rows import WRONG, Column, Compared, Miss
from cablesim.exercises.variant import Variant

COURSE = "ten-lessons"
CARRIED = re.compile(r"(\d) and (\d) are (\d\d), so write (\d)")
LENT = re.compile(r"(\d) less (\d) is (\d), with ten lent for nothing")
DONE = {
    "subtracted": re.compile(r"from (?P<a>\d) you took (?P<b>\d) away, and wrote (?P<c>\d)"),
    "added": re.compile(r"to (?P<a>\d) you added (?P<b>\d), and wrote (?P<c>\d)"),
    "added-twice": re.compile(r"(?P<a>\d) and (?P<b>\d) and \d again give the (?P<c>\d) that"),
    "turned-round": re.compile(r"you took (?P<a>\d) from (?P<b>\d), and wrote (?P<c>\d)"),
    "smaller-from-larger": re.compile(r"you took (?P<a>\d) from (?P<b>\d) and got (?P<c>\d)"),
}
DOES = {
    "subtracted": lambda a, b: a - b,
    "added": lambda a, b: a + b,
    "added-twice": lambda a, b: a + 2 * b,
    "turned-round": lambda a, b: b - a,
    "smaller-from-larger": lambda a, b: abs(b - a),
}
RIGHT = {"subtracted": 1, "added": -1, "added-twice": 1}
PADS = [(SHIP, "add-pad"), (SHIP, "take-pad-off"), (SHIP, "encipher"), (SHIP, "five-figures")]
PADS += [(SHIP, "send-with-page"), (SHIP, "find-page"), (SHIP, "decode"), (COURSE, "add-a-page")]


def columns_of(variant: Variant, answer: str) -> list[tuple[int, int, int, int]]:
    """Return each column: the figure above, the one of the pad, what was written, what is right."""
    pad, codes = row_of(variant, "pad"), row_of(variant, "groups")
    wrote = "".join(answer.split())
    if variant.exercise.kind == "decode":
        cipher, right = row_of(variant, "cipher"), codes
        head = len(cipher) - len(codes)
        rows = (cipher[head:], pad[head:], wrote, right)
    else:
        right = row_of(variant, "cipher")
        head = len(right) - len(codes)
        rows = (codes, pad[head:], wrote[head:], right[head:])
    return [(int(a), int(b), int(c), int(d)) for a, b, c, d in zip(*rows, strict=False)]


@pytest.mark.parametrize(("name", "exercise"), PADS)
def test_the_sum_that_is_told_is_one_of_the_answer(name: str, exercise: str) -> None:
    told = 0
    for n in range(60):
        variant = drawn(name, exercise, n)
        for slip in variant.mistakes():
            if not slip.answer.replace(" ", "").isdigit():
                continue
            columns = None
            for remark in variant.judge(slip.answer).remarks:
                text = remark.text
                columns = columns or columns_of(variant, slip.answer)
                if found := CARRIED.search(text):
                    a, b, total, last = map(int, found.groups())
                    at = [k for k, each in enumerate(columns) if each == (a, b, last, last)]
                    assert a + b == total
                    assert total % 10 == last
                    assert any(_is_off(columns[k - 1], 1) for k in at if k), (text, slip)
                elif found := LENT.search(text):
                    a, b, last = map(int, found.groups())
                    at = [k for k, each in enumerate(columns) if each == (a, b, last, last)]
                    assert a - b + 10 == last
                    assert any(_is_off(columns[k - 1], -1) for k in at if k), (text, slip)
                elif remark.mistake in DONE and (found := DONE[remark.mistake].search(text)):
                    a, b, wrote = int(found["a"]), int(found["b"]), int(found["c"])
                    assert DOES[remark.mistake](a, b) % 10 == wrote
                    assert any(each[:3] == (a, b, wrote) != (*each[:2], each[3])
                               for each in columns), (text, slip)  # fmt: skip
                else:
                    assert not re.search(r"\d and \d|took \d", text), text
                    continue
                told += 1
    assert told > 60


def _is_off(column: tuple[int, int, int, int], sign: int) -> bool:
    """Say whether a written figure is one beside the right one."""
    return column[2] == (column[3] + sign) % 10


SUMS = [pair for pair in every() if book(pair[0]).exercise(pair[1]).kind in ("encode", "decode")]


@pytest.mark.parametrize(("name", "exercise"), SUMS)
def test_no_sum_that_is_told_names_a_figure_still_to_be_found(name: str, exercise: str) -> None:
    for n in range(10):
        variant = drawn(name, exercise, n)
        for slip in variant.mistakes():
            verdict = variant.judge(slip.answer)
            for remark in verdict.remarks:
                found = CARRIED.search(remark.text) or LENT.search(remark.text)
                if found:
                    assert verdict.right or found[found.re.groups] in slip.answer


def test_the_figures_are_those_of_the_group_that_is_named() -> None:
    variant = drawn(SHIP, "add-pad", 0)
    codes, pad = row_of(variant, "groups"), row_of(variant, "pad")
    groups = variant.model().split()
    for place in range(len(groups)):
        at = slice(4 * place, 4 * place + 4)
        wrong = f"{(int(codes[at]) + int(pad[at])) % 10_000:04d}"
        if wrong == groups[place]:
            continue
        verdict = variant.judge(" ".join([*groups[:place], wrong, *groups[place + 1 :]]))
        found = CARRIED.search(verdict.remarks[0].text)
        assert found, verdict
        assert verdict.mistakes == ("carried",)
        pairs = zip(codes[at], pad[at], strict=True)
        assert (found[1], found[2]) in list(pairs)


def told(upper: str, under: str, wrote: list[str], size: int, name: str, place: int = 0) -> str:
    """Return what is said of one piece of an answer."""
    columns = tuple(Column(each, n, right=False) for n, each in enumerate(wrote))
    result = Compared((False,) * len(wrote), (), len(wrote), columns)
    return own_sum(Sum(upper, under, size), result, Miss(place, wrote[place], name, place))


@pytest.mark.parametrize(
    ("upper", "under", "wrote", "says"),
    [
        ("2157", "3445", ["5602"], "7 and 5 are 12, so write 2"),
        ("4195", "2806", ["7001"], "5 and 6 are 11, so write 1"),
        ("9157", "3441", ["12598"], "9 and 3 are 12, so write 2; the 1 goes nowhere, and you wr"),
        ("1157", "1241", ["2403"], "of a sum of ten or more the last figure is written"),
        ("12349999", "11110001", ["2346", "0000"], "9 and 1 are 10, so write 0"),
    ],
)
def test_the_ten_that_was_carried_is_found(
    upper: str, under: str, wrote: list[str], says: str
) -> None:
    assert told(upper, under, wrote, 4, "carried").startswith(says)


def test_a_ten_is_borrowed_through_a_nought() -> None:
    text = told("5002", "1005", ["3997"], 4, "borrowed")
    assert text.startswith("2 less 5 is 7, with ten lent for nothing, and you took 1 for it")
    assert told("5002", "1005", ["3996"], 4, "borrowed").startswith("where the upper figure")


def test_a_row_of_figures_is_told_as_one_of_groups() -> None:
    for n in range(20):
        variant = drawn(COURSE, "add-figures", n)
        one, key = row_of(variant, "plain"), row_of(variant, "key")
        answer = f"{(int(one) + int(key)) % 10 ** len(one):0{len(one)}d}"
        verdict = variant.judge(answer)
        if verdict.right:
            continue
        found = CARRIED.search(verdict.remarks[0].text)
        assert found, verdict
        at = [k for k in range(len(one)) if (one[k], key[k]) == (found[1], found[2])]
        assert any(k >= verdict.remarks[0].part for k in at)


def test_what_was_added_to_a_telegram_in_depth_is_told() -> None:
    variant = drawn(SHIP, "depth", 0)
    one, step = variant.values()["cipher.1"].split()[0], variant.steps()[0].text
    known = step.split(" - ")[1].split(" = ")[0]
    slip = next(each for each in variant.mistakes() if each.name == "added")
    text = variant.judge(fours(slip.answer.replace(" ", ""))).remarks[0].text
    assert f"to {one} of the first telegram you added the known {known}" in text


@pytest.mark.parametrize("exercise", ["difference", "page-from-crib"])
def test_where_no_pad_is_taken_away_the_row_that_is_taken_away_is_named(exercise: str) -> None:
    named: set[str] = set()
    for n in range(12):
        variant = drawn(COURSE, exercise, n)
        for slip in variant.mistakes():
            verdict = variant.judge(slip.answer)
            if "turned-round" in verdict.mistakes:
                said = " ".join(remark.text for remark in verdict.remarks)
                assert "cryptogram" in said, said
                assert "pad, or key" not in said.casefold(), said
                named.update(verdict.mistakes)
    assert "turned-round" in named


@pytest.mark.parametrize(
    ("rows", "wrote", "says"),
    [
        (("1385", "6328", 1), "7613", "figure 3 of it is one more than it should be: the ten of 5"),
        (("1385", "6328", 1), "7703", "figure 2 of it is one more than it should be: the ten of 8"),
        (("1995", "2008", 1), "3903", "figure 3 of it is one more than it should be: the ten of 5"),
        (("1385", "6328", 1), "7713", ""),
        (("1385", "6328", 1), "7623", ""),
        (("1385", "6328", 1), "7593", ""),
        (("1385", "6328", 1), "8603", ""),
        (("1385", "6328", 1), "7604", ""),
        (("1385", "6328", 1), "17603", ""),
        (("7603", "6328", -1), "1375", "figure 3 of it is one less than it should be: for 3 less "),
        (("7603", "6328", -1), "1395", ""),
        (("1385", "6328", 0), "7613", ""),
    ],
)
def test_a_single_ten_is_told_beside_the_figure_that_it_spoilt(
    rows: tuple[str, str, int], wrote: str, says: str
) -> None:
    upper, under, sign = rows
    result = Compared((False,), (), 1, (Column(wrote, 0, right=False),))
    text = own_sum(Sum(upper, under, 4, 0, sign), result, Miss(0, wrote, WRONG))
    assert text.startswith(says)
    assert bool(text) == bool(says)


@pytest.mark.parametrize(("exercise", "sign"), [("add-pad", 1), ("take-pad-off", -1)])
def test_one_of_several_tens_is_told_in_an_answer(exercise: str, sign: int) -> None:
    found = 0
    for n in range(20):
        variant = drawn(SHIP, exercise, n)
        groups = variant.model().split()
        columns = columns_of(variant, variant.model())
        head = len(groups) - len(columns) // 4
        tens = [k for k, (a, b, *_) in enumerate(columns) if k % 4 and not 0 <= a + sign * b < 10]
        for k in tens:
            place, at = head + k // 4, k % 4
            if sum(other // 4 == k // 4 for other in tens) < 2:
                continue
            right = groups[place]
            wrong = f"{right[: at - 1]}{(int(right[at - 1]) + sign) % 10}{right[at:]}"
            verdict = variant.judge(" ".join([*groups[:place], wrong, *groups[place + 1 :]]))
            assert verdict.mistakes == ()
            a, b = columns[k][:2]
            why = f"the ten of {a} and {b} behind it was carried."
            why = why if sign > 0 else f"for {a} less {b} behind it a ten was borrowed."
            assert f": figure {at} of it is one " in verdict.remarks[0].text
            assert verdict.remarks[0].text.endswith(why)
            found += 1
    assert found > 5

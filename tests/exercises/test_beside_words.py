"""A number among words is a number of the text, unless it is the group of a word beside it."""

from __future__ import annotations

import re

import pytest
from exercises.authored import written
from exercises.desk import drawn, with_exercises

from cablesim.exercises.seeds import Seed
from cablesim.exercises.variant import Variant
from cablesim.exercises.workbook import Workbook

SHIP = "stalin-zhou-3305"
READ = """cipher = "practice-book"
steps = ["add", "code"]
vary.plain = ["{}"]"""


def numbered(plain: str) -> Variant:
    """Return a variant whose text has a number in it."""
    text = written("decode", "Take {pad} off {cipher} and read it.", READ.format(plain))
    book = Workbook(with_exercises(text))
    return book.item("one").draw(Seed("class", "x", "one", "anna").stream())


@pytest.mark.parametrize("exercise", ["decode", "find-page", "decode-words", "depth"])
def test_groups_of_the_work_beside_words_take_nothing_away(exercise: str) -> None:
    for n in range(20):
        variant = drawn(SHIP, exercise, n)
        values = variant.values()
        shown = values.get("cipher") or values["cipher.2"] if exercise != "decode-words" else ""
        first = (shown or values["groups"]).split()[0]
        assert variant.judge(f"{first} {variant.model()}").right
        lines = "; ".join(step.text for step in variant.steps())
        group = lines.split(" = ")[-1][:4] if " = " in lines else values["groups"][:4]
        assert variant.judge(f"{variant.model()} ({group})").right


@pytest.mark.parametrize("exercise", ["decode", "find-page", "decode-words", "depth"])
def test_a_year_that_the_text_does_not_have_is_no_right_answer(exercise: str) -> None:
    told = 0
    for n in range(20):
        variant = drawn(SHIP, exercise, n)
        first, *rest = variant.model().split()
        for year in ("1950", "1953", "3305"):
            for answer in (" ".join([first, year, *rest]), " ".join([first, *rest, year])):
                verdict = variant.judge(answer)
                if verdict.right:
                    assert year in _all(variant) | {*re.findall(r"\d{4}", str(variant.steps()))}
                    continue
                told += 1
                assert not verdict.readable or "too many" in verdict.remarks[-1].text, verdict
    assert told > 80


def _all(variant: Variant) -> set[str]:
    """Return all groups that are shown."""
    return {group.strip(";:") for text in variant.values().values() for group in text.split()}


def test_what_is_neither_a_group_nor_in_the_text_is_told_and_no_try() -> None:
    variant = drawn(SHIP, "decode", 0)
    verdict = variant.judge(f"{variant.model()} 0001")
    assert not verdict.readable
    assert verdict.remarks[0].text.startswith("0001 is no group of this message")


def test_a_number_that_the_text_has_is_read_and_groups_beside_it_are_not() -> None:
    variant = numbered("WE ARE READY TO SEND 1950 AIRCRAFT")
    model = variant.model()
    assert "1950" in model.split()
    assert variant.judge(model).right
    groups = variant.values()["groups"].split()
    assert variant.judge(f"{groups[0]} {model}").right
    assert variant.judge(model.replace("1950", f"1950 ({groups[0]})")).right
    wrong = variant.judge(model.replace("1950", "1951"))
    assert wrong.readable
    assert not wrong.right
    assert not variant.judge(model.replace("1950 ", "")).right


def test_the_words_of_a_wrong_group_beside_it_are_judged_as_before() -> None:
    variant = drawn(SHIP, "decode", 0)
    entries = [slip for slip in variant.mistakes() if slip.name == "wrong-row"]
    book = variant.text.shelf.book  # type: ignore[attr-defined]
    for slip in entries:
        new = next(each for each in book.entries if each.plain in slip.answer and each.groups)
        beside = slip.answer.replace(new.plain, f"{new.groups[0]} {new.plain}", 1)
        assert variant.judge(beside).mistakes == variant.judge(slip.answer).mistakes

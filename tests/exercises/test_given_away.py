"""An author gives no answer away, and shows what is to be worked."""

from __future__ import annotations

import pytest
from exercises.authored import ABOVE_ONE, BY_SYSTEM, PAD, codes, found, written

ANSWERS = [
    ("encode", "Add {pad} to {groups}: {cipher}.", PAD, "{cipher} is"),
    ("encode", "Do {plain}: {groups}.", PAD.replace('"add"', '"code"'), "{groups} is"),
    ("decode", "Take {pad} off {cipher}: {groups}.", PAD, "{groups} is"),
    ("decode", "{plain}: {cipher}, {pad}", PAD.replace('["add"]', '["add", "code"]'), "{plain} is"),
    ("encode", "Do {plain}: {cipher}.", BY_SYSTEM, "{cipher} is"),
    ("decode", "Do {cipher}: {plain}.", BY_SYSTEM, "{plain} is"),
    ("encode", "Add {pad} to {groups}. {step.1}", PAD, "{step.1} is"),
    ("decode", "Take {pad} off {cipher}. {step.1}", PAD, "{step.1} is"),
    ("number", "How many are {n}?", "vary.case = [{ n = 3, answer = 3 }]", "{n} is"),
    ("number", "How many? {step.1}", 'answer = 3\nhow = "3"', "{step.1} is"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "prompt", "more", "says"), ANSWERS)
def test_a_placeholder_that_gives_the_answer_away_is_told(
    kind: str, prompt: str, more: str, says: str
) -> None:
    told = [each for each in found(written(kind, prompt, more)) if each.code == "L102"]
    assert [says in each.message for each in told] == [True]
    early = written(kind, "Do it.", more).replace('"Look."', f'"{prompt}", "Look."')
    assert "L102" in codes(early), "a worked step may stand in the last hint alone"
    last = written(kind, "Do it.", more).replace('"Look."', f'"Look.", "{prompt}"')
    assert "L102" not in codes(last)
    said = written(kind, "Do it.", more).replace("points", f'feedback.x = "{prompt}"\npoints')
    assert ("L102" in codes(said)) is (says != "{step.1} is")


@pytest.mark.parametrize(
    ("kind", "prompt", "more", "key"),
    [
        ("number", "What is it?", 'title = "All nine of them"\nanswer = 9', "title"),
        ("number", "What is it?", 'title = "The 9"\nanswer = 9', "title"),
        ("number", "What is it?", 'title = "8 or 9?"\nanswer = 9', ""),
        ("number", "What is it?", 'title = "Line nine"\nanswer = 9', ""),
        ("number", "What is it (9)?", "answer = 9", "prompt"),
        ("number", "What is it, of 9 groups?", "answer = 9", ""),
        ("corroborate", "Is it stronger?", ABOVE_ONE.replace("0.9", "0.5"), "prompt"),
        ("corroborate", "Is it stronger or weaker?", ABOVE_ONE.replace("0.9", "0.5"), ""),
    ],
)
def test_an_answer_in_the_title_or_the_prompt_is_told(
    kind: str, prompt: str, more: str, key: str
) -> None:
    told = [each.key for each in found(written(kind, prompt, more)) if each.code == "L103"]
    assert told == [f"exercise.0.{key}"] * bool(key)


@pytest.mark.parametrize(
    ("answer", "hint", "told"),
    [
        ("3", "It is 3.", True),
        ("3", "Look at line 3.", False),
        ("3", "Lines 2 to 3 have it.", False),
        ("3", "There are 33, or 3.5.", False),
        ("9", "It is nine of them.", True),
        ("9", "Look at line nine.", False),
        ("9", "The ninth line has it.", False),
        ("19", "There are nineteen.", True),
        ("9", "There are ninety-nine.", False),
        ('"08:15"', "That is 08:15 there.", True),
        ('"Filippov"', "It is signed FILIPPOV.", True),
        ('"Filippov"', "It is signed.", False),
    ],
)
def test_a_hint_that_has_the_answer_is_told_unless_it_is_the_last(
    answer: str,
    hint: str,
    told: bool,  # noqa: FBT001 - a column of the table.
) -> None:
    text = written("number", "What is it?", f"answer = {answer}")
    assert codes(text.replace('["Look."]', f'["{hint}", "Look."]')) == ["L103"] * told
    assert codes(text.replace('["Look."]', f'["Look.", "{hint}"]')) == []


@pytest.mark.parametrize(
    ("kind", "prompt", "more"),
    [
        ("encode", "Encode it with {pad}.", PAD.replace('"add"', '"code", "add"')),
        ("encode", "Add to {groups}.", PAD),
        ("encode", "Encipher with {key}.", BY_SYSTEM.replace('"A"', '"ATTACK", "RETREAT"')),
        ("decode", "Take {pad} off.", PAD),
        ("decode", "Read it.", PAD.replace('"add"', '"code"')),
    ],
)
def test_a_prompt_that_does_not_show_what_is_to_be_worked_is_told(
    kind: str, prompt: str, more: str
) -> None:
    assert "E110" in codes(written(kind, prompt, more))


def test_a_text_that_stands_in_the_prompt_in_so_many_words_is_shown() -> None:
    one = BY_SYSTEM.replace('["A"]', '["ATTACK AT DAWN"]')
    assert "E110" not in codes(written("encode", "Encipher “Attack at dawn” by {key}.", one))

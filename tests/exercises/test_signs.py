"""What nobody sees or types takes nothing from an answer, in any kind of exercise."""

from __future__ import annotations

import re

import pytest
from exercises.desk import drawn, every
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.exercises.reading.signs import INVISIBLE, clear

UNSEEN = st.sampled_from(
    [chr(code) for code in range(0x110000) if re.match(f"[{INVISIBLE}]", chr(code))]
)


@settings(max_examples=400)
@given(data=st.data(), which=st.sampled_from(every()), n=st.integers(0, 3))
def test_an_invisible_sign_anywhere_leaves_a_right_answer_right(
    data: st.DataObject, which: tuple[str, str], n: int
) -> None:
    variant = drawn(*which, n)
    written = list(variant.model())
    for sign in data.draw(st.lists(UNSEEN, min_size=1, max_size=4)):
        written.insert(data.draw(st.integers(0, len(written))), sign)
    assert variant.judge("".join(written)).done


@pytest.mark.parametrize(("name", "exercise"), every(), ids=map("/".join, every()))
def test_marks_of_direction_and_what_a_terminal_adds_do_not_count(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 1)
    model = variant.model()
    middle = len(model) // 2
    for sign in "\u200e\u200f\u202b\u2067\u034f\ufe0f\0":
        assert variant.judge(f"{model[:middle]}{sign}{model[middle:]}").done, sign
        assert variant.judge(f"{sign}{model}{sign}").done, sign
    assert variant.judge(f"\x1b[200~{model}\x1b[201~").done
    assert variant.judge(f"\x1b[31m{model}\x1b[0m\r\n").done


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\v"])
def test_every_end_of_a_line_is_one(end: str) -> None:
    assert clear(f"one{end}two") == "one\ntwo"


@given(st.text(max_size=60))
def test_what_is_clear_stays_as_it_is(text: str) -> None:
    assert clear(clear(text)) == clear(text)

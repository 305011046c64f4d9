"""Figures, groups and visible signs."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.text.digits import (
    NotFigures,
    add_without_carry,
    column_sums,
    subtract_without_carry,
)
from cablesim.text.groups import cut, regrouped, written
from cablesim.text.visible import visible, visible_line

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "figures.json").read_text(encoding="utf-8")
)
FIGURES = st.text("0123456789", max_size=80)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_published_vectors_hold_both_ways(vector: dict[str, str]) -> None:
    adds = vector["operation"] == "add"
    there = add_without_carry if adds else subtract_without_carry
    back = subtract_without_carry if adds else add_without_carry
    assert there(vector["left"], vector["right"]) == vector["result"]
    assert back(vector["result"], vector["right"]) == vector["left"]


@given(st.data())
def test_adding_and_taking_away_are_inverse_for_every_row(data: st.DataObject) -> None:
    left = data.draw(FIGURES)
    right = data.draw(st.text("0123456789", min_size=len(left), max_size=len(left)))
    assert subtract_without_carry(add_without_carry(left, right), right) == left
    assert add_without_carry(left, right) == add_without_carry(right, left)


@given(FIGURES, FIGURES)
def test_no_figure_touches_its_neighbour(left: str, right: str) -> None:
    size = min(len(left), len(right))
    whole = add_without_carry(left[:size], right[:size])
    single = [add_without_carry(a, b) for a, b in zip(left[:size], right[:size], strict=True)]
    assert whole == "".join(single)


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [("12a", "123", "'12a'"), ("12", "123", "2 and 3"), ("١٢", "12", "other than")],
)
def test_what_is_no_row_of_figures_is_refused_in_words(left: str, right: str, said: str) -> None:
    with pytest.raises(NotFigures, match=said):
        add_without_carry(left, right)


@given(st.lists(st.text("0123456789", min_size=5, max_size=5), max_size=12))
def test_column_sums_are_the_sum_of_all_groups_one_after_another(groups: list[str]) -> None:
    total = "00000"
    for group in groups:
        total = add_without_carry(total, group)
    assert column_sums(tuple(groups)) == (total if groups else "")


@given(FIGURES, st.integers(1, 9))
def test_cutting_loses_nothing(figures: str, size: int) -> None:
    groups = cut(figures, size)
    assert "".join(groups) == figures
    assert all(len(group) == size for group in groups[:-1])
    assert "".join(written(groups).split()) == figures
    assert regrouped(groups, size) == groups


def test_code_groups_run_together_and_are_cut_into_fives() -> None:
    assert regrouped(("7934", "2157", "1139"), 5) == ("79342", "15711", "39")


@given(st.text(st.characters(codec=None), max_size=60))
def test_no_hidden_sign_is_left_in_any_text(text: str) -> None:
    for shown in (visible(text), visible_line(text)):
        hidden = {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"}
        assert all(c in "\n\t" or unicodedata.category(c) not in hidden for c in shown)
        assert visible(shown) == shown
    assert "\n" not in visible_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=60))
def test_honest_text_is_shown_to_the_letter(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    "code", [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x200B, 0x202E, 0x2066, 0xFEFF, 0xE0041]
)
def test_every_control_and_direction_sign_has_a_stand_in(code: int) -> None:
    if chr(code) not in "\n\t":
        assert visible(chr(code)) != chr(code)

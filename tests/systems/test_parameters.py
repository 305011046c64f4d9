"""Parameters are read from words, lists and tables, and refused by their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.codes import registry
from cablesim.systems import parameters as p
from cablesim.systems.errors import ParameterRefused, nearest


@pytest.mark.parametrize(
    ("reader", "value", "wanted"),
    [
        (p.Word(), " le mon ", "LEMON"),
        (p.Word(), 12, "12"),
        (p.Line(), " as it stands ", " as it stands "),
        (p.Whole(), "-3", -3),
        (p.Whole(1, 5), 5, 5),
        (p.Switch(), "Yes", True),
        (p.Switch(), False, False),
        (p.Choice(("none", "X")), "none (irregular)", "none"),
        (p.Choice(("ordinary", "mod 100")), "ordinary (carrying), sums up to 110", "ordinary"),
        (p.Digits(), "31 41", "3141"),
        (p.Digits(), [3, 1], "31"),
        (p.Numbers(), "3, 17 19", (3, 17, 19)),
        (p.Numbers(run_together=True), "2781393", (2, 7, 8, 1, 3, 9, 3)),
        (p.Numbers(), [3, 17], (3, 17)),
        (p.Rows(), "6 24; 1 13", ((6, 24), (1, 13))),
        (p.Rows(), [[6, 24], [1, 13]], ((6, 24), (1, 13))),
        (p.Merges(), "J->I", (("J", "I"),)),
        (p.Merges(), "Ё->Е Й->И Ъ->Ь", (("Ё", "Е"), ("Й", "И"), ("Ъ", "Ь"))),
        (p.Merges(), "none", ()),
        (p.Merges(), "usual", None),
        (p.Table(), "e=8 s=28", (("E", "8"), ("S", "28"))),
        (p.Table(), {"E": "8"}, (("E", "8"),)),
        (p.Remark(), ["anything"], "['anything']"),
    ],
)
def test_a_value_is_read_in_every_shape_it_comes_in(
    reader: p.Reader, value: object, wanted: object
) -> None:
    assert reader.read("name", value) == wanted


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (p.Word(), ""),
        (p.Word(), [1]),
        (p.Whole(), "three"),
        (p.Whole(1, 5), 6),
        (p.Whole(), True),
        (p.Switch(), "perhaps"),
        (p.Choice(("none", "X")), "nonesuch"),
        (p.Digits(), "12a"),
        (p.Digits(), "٣"),
        (p.Digits(least=3), "12"),
        (p.Numbers(), ""),
        (p.Numbers(), [[1]]),
        (p.Rows(), 3),
        (p.Merges(), "J=I"),
        (p.Table(), "E"),
        (p.Table(), 3),
        (p.AlphabetOf(), "AA"),
    ],
)
def test_what_does_not_fit_is_refused_by_the_parameters_name(
    reader: p.Reader, value: object
) -> None:
    with pytest.raises(ParameterRefused, match=r"^size: "):
        reader.read("size", value)


@pytest.mark.parametrize("columns", [101, 5_000])
def test_a_square_too_large_to_be_filled_up_is_refused(columns: int) -> None:
    system = registry.system("nihilist-transposition")
    with pytest.raises(ParameterRefused, match=r"^order: .* write a key of 1 to 100$"):
        system.encipher("MEET AT NOON", order="9" * columns)


JSON_VALUES = st.recursive(
    st.integers(-99, 99) | st.text("ABC123", min_size=1, max_size=5),
    lambda inner: st.lists(inner, min_size=1, max_size=3),
    max_leaves=6,
)


@given(st.lists(st.lists(st.integers(-99, 99), min_size=1, max_size=4), min_size=1, max_size=4))
def test_rows_written_as_a_word_are_read_back(rows: list[list[int]]) -> None:
    assert p.Rows().read("m", p.as_word(rows)) == tuple(map(tuple, rows))


@given(st.lists(st.integers(-99, 99), min_size=1, max_size=6))
def test_numbers_written_as_a_word_are_read_back(numbers: list[int]) -> None:
    assert p.Numbers().read("n", p.as_word(numbers)) == tuple(numbers)


@given(JSON_VALUES)
def test_every_reader_reads_or_refuses(value: object) -> None:
    for reader in (p.Word(), p.Whole(), p.Digits(), p.Numbers(), p.Rows(), p.Merges(), p.Table()):
        try:
            reader.read("x", value)
        except ParameterRefused as error:
            assert error.name == "x"  # noqa: PT017 - a refusal is allowed, a crash is not.


def test_a_field_without_reader_and_meaning_is_no_parameter() -> None:
    @dataclass(frozen=True)
    class Bare:
        key: str

    @dataclass(frozen=True)
    class Said:
        key: Annotated[str, p.Word(), "the key"]

    with pytest.raises(TypeError, match="Bare"):
        p.parameters_of(Bare)
    # Types that stand inside a function are not seen by their annotations' text.
    Said.__annotations__["key"] = Annotated[str, p.Word(), "the key"]
    assert [each.meaning for each in p.parameters_of(Said)] == ["the key"]


def test_the_nearest_word_is_named() -> None:
    assert nearest("vigener", ["porta", "vigenere"]) == "; did you mean 'vigenere'?"
    assert not nearest("xyz", ["porta"])

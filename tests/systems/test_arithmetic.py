"""Figures added without carrying, chains of them, and one-time pads of figures, letters, bits."""

from __future__ import annotations

import random

import pytest
from systems.roads import back, there

from cablesim.codes.figures.rows import chained
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.text.alphabet import RUSSIAN33


def test_a_published_difference_and_sum_of_the_same_groups() -> None:
    # old-crypto-rs (keltia, @9a2f66e), src/vic.rs, test_addmod10 and test_submod10.
    assert there("non-carrying-addition", "86154", key="20952", operation="add") == "06006"
    assert there("non-carrying-subtraction", "77651", key="74177") == "03584"


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("add", "38"),
        ("plain + key, digit by digit, modulo 10", "38"),
        ("minuend - key", "94"),
        ("subtract", "94"),
        ("key - plain", "16"),
        ("key less plain", "16"),
    ],
)
def test_an_operation_is_read_from_its_words(operation: str, expected: str) -> None:
    for name in ("non-carrying-addition", "non-carrying-subtraction", "one-time-pad-figures"):
        assert there(name, "16", key="22", operation=operation) == expected
        assert back(name, expected, key="22", operation=operation) == "16"


def test_an_additive_is_written_again_only_where_that_is_said() -> None:
    with pytest.raises(ParameterRefused, match="key_use=repeat"):
        there("non-carrying-addition", "123456", key="11")
    repeated = there("non-carrying-addition", "123456", key="19", key_use="repeat")
    assert repeated == "214365"


def test_blanks_between_groups_do_not_move_the_key() -> None:
    kept = there("non-carrying-addition", "77651 77651", key="7417774177", others="keep")
    assert kept == "41728 41728"
    assert there("non-carrying-addition", "77651 77651", key="74177 74177") == "4172841728"


def test_a_chain_goes_on_from_its_new_figures() -> None:
    # old-crypto-rs (keltia, @9a2f66e), src/vic.rs, test_expand5to10.
    assert there("chain-addition", "77651", seed_digits=5, extend_by=5) == "7765143165"
    assert there("chain-addition", "86154", extend_by=0) == "86154"
    assert there("chain-addition", "12", extend_by=6) == "12358314"


def test_a_chain_is_the_same_in_leaps_and_figure_by_figure() -> None:
    draw = random.Random(3305)  # noqa: S311 - reproducible, nothing is kept secret with it.
    for _ in range(300):
        size = draw.randint(2, 12)
        lag = draw.randint(1, size - 1)
        row = [draw.randrange(10) for _ in range(size)]
        seed = "".join(map(str, row))
        for place in range(400):
            row.append((row[place] + row[place + lag]) % 10)
        assert chained(seed, len(row), lag) == "".join(map(str, row))


def test_a_row_that_breaks_the_rule_of_its_chain_is_refused_with_the_place() -> None:
    with pytest.raises(SystemRefused, match="place 8: the chain gives 6 and 7 stands there"):
        back("chain-addition", "8615447798", extend_by=5)
    with pytest.raises(SystemRefused, match="hold no seed"):
        back("chain-addition", "8615", extend_by=5)
    with pytest.raises(SystemRefused, match="the seed has 4 figures where 5 belong"):
        there("chain-addition", "8615", seed_digits=5)
    with pytest.raises(SystemRefused, match="write 2 or more"):
        there("chain-addition", "8")
    with pytest.raises(ParameterRefused, match="no such rule"):
        there("chain-addition", "86", rule="append (s[i]+s[i+1]) mod 7")


# --- one-time pads


def test_a_one_time_pad_is_never_stretched() -> None:
    for name, text, key in (
        ("one-time-pad-letters", "HELLO", "XMCK"),
        ("one-time-pad-figures", "77651", "7417"),
        ("one-time-pad-bits", "AB", "ff"),
    ):
        with pytest.raises(ParameterRefused, match="one-time pad is as long"):
            there(name, text, key=key)


def test_a_pad_is_begun_where_it_was_left() -> None:
    assert there("one-time-pad-letters", "LO", key="XMCKL", start=3) == "VZ"
    with pytest.raises(ParameterRefused, match="the pad has 1 signs left and the text has 2"):
        there("one-time-pad-letters", "LO", key="XMCKL", start=4)


def test_a_pad_of_russian_letters_adds_in_the_russian_alphabet() -> None:
    before = "".join(RUSSIAN33.signs[RUSSIAN33.signs.index(sign) - 1] for sign in "ПЕКИН")
    assert there("one-time-pad-letters", "ПЕКИН", key="ЯЯЯЯЯ") == before == "ОДЙЗМ"
    assert there("one-time-pad-letters", "Пекин", key="ЯЯЯЯЯ") == "Одйзм"


def test_two_texts_under_one_pad_give_their_difference_away() -> None:
    one = there("one-time-pad-figures", "123456", key="905173")
    other = there("one-time-pad-figures", "654321", key="905173")
    difference = there("non-carrying-subtraction", one, key=other)
    assert difference == there("non-carrying-subtraction", "123456", key="654321")


def test_bits_take_any_bytes_and_any_number_of_bits() -> None:
    assert there("one-time-pad-bits", "Ж", key="d096") == "0000"
    assert there("one-time-pad-bits", "10110", key="11000", key_encoding="bits",
                 plaintext_encoding="bits", output="bits") == "01110"  # fmt: skip
    assert there("one-time-pad-bits", "00FF", key="0f0f", plaintext_encoding="hex") == "0ff0"
    assert back("one-time-pad-bits", "0FF0", key="0f0f", plaintext_encoding="hex") == "00ff"
    with pytest.raises(SystemRefused, match="write it as bits"):
        there("one-time-pad-bits", "101", key="ff", plaintext_encoding="bits")
    with pytest.raises(SystemRefused, match="plaintext_encoding=hex"):
        back("one-time-pad-bits", "ff", key="00")
    with pytest.raises(SystemRefused, match="half of a sign"):
        there("one-time-pad-bits", "A\ud800", key="00" * 9)
    with pytest.raises(ParameterRefused, match="none of the hex signs"):
        there("one-time-pad-bits", "A", key="xyz")

"""Nihilist substitution and gromark: letters become figures, and a key is added to them."""

from __future__ import annotations

import pytest
from systems.roads import back, there

from cablesim.codes import registry
from cablesim.systems.errors import ParameterRefused, SystemRefused

# --- nihilist substitution


def test_hundreds_are_dropped_where_sums_are_taken_modulo_100() -> None:
    ordinary = there("nihilist-substitution", "DYNAMITE", keyword="ZEBRAS", key="RUSSIAN")
    dropped = there(
        "nihilist-substitution", "DYNAMITE", keyword="ZEBRAS", key="RUSSIAN", preset="aca"
    )
    assert ordinary == "37 106 62 36 67 47 86 26"
    assert dropped == "37 06 62 36 67 47 86 26"
    assert (
        back("nihilist-substitution", dropped, keyword="ZEBRAS", key="RUSSIAN", preset="aca")
        == "DYNAMITE"
    )


def test_no_figure_is_carried_where_that_is_said() -> None:
    square = {"keyword": "", "key": "Z", "addition": "without carrying"}
    assert there("nihilist-substitution", "Z", **square) == "00"
    assert back("nihilist-substitution", "00", **square) == "Z"


def test_sums_may_run_together() -> None:
    key = {"keyword": "ZEBRAS", "key": "RUSSIAN"}
    assert back("nihilist-substitution", "3710662366747", **key) == "DYNAMI"
    assert back("nihilist-substitution", "  37   106 62 ", **key) == "DYN"
    assert back("nihilist-substitution", "110", key="Z") == "Z"


def test_the_key_is_read_with_the_merges_of_the_square() -> None:
    assert there("nihilist-substitution", "JOB", key="JIM") == there(
        "nihilist-substitution", "IOB", key="IIM"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("37 5 62", "number 2 is 5"),
        ("37 206", "number 2 is 206"),
        ("37 99 99", "number 2 is 99: less"),
        ("3", "number 1 is 3"),
        ("19", "number 1 is 19"),
    ],
)
def test_numbers_that_are_no_sums_are_refused_with_their_place(text: str, why: str) -> None:
    with pytest.raises(SystemRefused, match=why):
        back("nihilist-substitution", text, keyword="ZEBRAS", key="RUSSIAN")


def test_a_key_outside_the_square_is_refused() -> None:
    with pytest.raises(ParameterRefused, match="not in the square"):
        there("nihilist-substitution", "A", key="Ж", alphabet="latin25")
    with pytest.raises(ParameterRefused, match="addition"):
        there("nihilist-substitution", "A", key="A", addition="by guess")


# --- gromark


def test_the_alphabet_of_a_published_gromark_is_read_by_columns() -> None:
    # The worked example of the CryptoCrack user guide, keyword GRONSFELD.
    cipher, _ = registry.system("gromark").cipher({"keyword": "GRONSFELD", "primer": "32941"})
    assert any("DPEKYFJXGAQLMZNHVOCURBTSIW" in rule for rule in cipher.conventions())


def test_primer_and_check_are_sent_around_the_text() -> None:
    key = {"keyword": "ENIGMA", "primer": "23452", "preset": "aca"}
    sent = there("gromark", "THEREAREUPTOTENSUBSTITUTESPERLETTER", **key)
    assert sent == "23452NFYCKBTIJCNWZYCACJNAYNLQPWWSTWPJQFL6"
    assert back("gromark", sent, **key) == "THEREAREUPTOTENSUBSTITUTESPERLETTER"
    assert back("gromark", sent, keyword="ENIGMA", preset="aca").startswith("THEREARE")
    with pytest.raises(SystemRefused, match="check figure is 6 and the chain ends with"):
        back("gromark", sent.replace("NFYCK", "NFY"), **key)
    with pytest.raises(SystemRefused, match="begins with 23452 and the primer is 11111"):
        back("gromark", sent, **{**key, "primer": "11111"})
    with pytest.raises(SystemRefused, match="not primer, letters"):
        back("gromark", "ABC", **key)


def test_a_chain_needs_two_figures() -> None:
    with pytest.raises(ParameterRefused, match="two figures or more"):
        there("gromark", "ABC", keyword="ENIGMA", primer="1")
    with pytest.raises(ParameterRefused, match="in another order"):
        there("gromark", "ABC", alphabet="QWERTY", primer="12")

"""Names of parameters as sources write them."""

from __future__ import annotations

import pytest

from cablesim.codes import registry
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.naming import is_note, led, preset_in

ATTACK = ("ATTACKATDAWN", "LXFOPVEFRNHR")


NAMES = [
    {"key": "LEMON"},
    {"Key": "LEMON"},
    {"keyword": "LEMON"},
    {"key_word": "LEMON"},
    {"passphrase": "LEMON"},
    {"key": "LEMON", "note": "Wikipedia"},
    {"key": "LEMON", "alphabet": None},
]


@pytest.mark.parametrize("given", NAMES)
def test_a_key_by_any_name_is_the_key(given: dict[str, object]) -> None:
    assert registry.system("vigenere").encipher(ATTACK[0], **given).result == ATTACK[1]


def test_a_number_before_or_behind_a_name_is_the_same_number() -> None:
    assert led({"first_key": 1, "key_2": 2}, ("key1", "key2"), {}) == {"key1": 1, "key2": 2}


def test_two_names_for_one_field_must_say_the_same() -> None:
    system = registry.system("autokey")
    assert system.encipher("AB", key="Q", primer="Q").result == "QB"
    with pytest.raises(ParameterRefused, match="primer is given under another name too"):
        system.encipher("AB", key="Q", primer="R")


def test_what_no_family_knows_is_refused_by_its_name() -> None:
    with pytest.raises(ParameterRefused, match="nonsense: vigenere has no such parameter"):
        registry.system("vigenere").encipher("A", key="B", nonsense="1")


def test_a_variant_that_is_a_preset_is_taken_as_one() -> None:
    assert preset_in("variant", "ACA: halves", {"aca"}) == "aca"
    assert preset_in("key", "ACA", {"aca"}) is None
    working = registry.system("running-key").encipher("ATTACKATDAWN", variant="ACA")
    assert any("halves" in each for each in working.conventions)


def test_a_convention_that_is_not_done_here_is_refused_and_not_passed_over() -> None:
    with pytest.raises(ParameterRefused, match="fill"):
        registry.system("adfgx").encipher("A", key="B", fill="XX")
    with pytest.raises(ParameterRefused, match="half of 26 letters is 13"):
        registry.system("rot13").encipher("A", shift=15)


def test_a_sentence_beside_the_parameters_is_printed_with_the_conventions() -> None:
    assert is_note("note_on_plaintext")
    working = registry.system("vigenere").encipher("A", key="B", note="as in Kahn")
    assert "note: as in Kahn" in working.conventions


def test_a_key_given_once_is_not_taken_for_another_of_equal_value() -> None:
    caesar = registry.system("caesar")
    assert caesar.encipher("A", shift=1).result == "B"
    with pytest.raises(ParameterRefused):
        caesar.encipher("A", shift=True)
    assert caesar.encipher("Я", shift=1).result == "А"

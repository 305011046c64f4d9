"""The systems of figures: published vectors, edges, refusals, and both roads for all keys."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from systems.keys_figures import KEYS, TEXTS

from cablesim.codes import registry
from cablesim.codes.figures.rows import chained
from cablesim.errors import CablesimError
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.system import OneWay, Way
from cablesim.systems.vectors import Vector, prove, shipped
from cablesim.text.alphabet import RUSSIAN33
from cablesim.text.ledger import ChangeKind
from cablesim.text.reading import ForeignSign

FIGURE_SYSTEMS = tuple(
    name
    for module, names in registry.modules().items()
    for name in names
    if module.startswith("cablesim.codes.figures.")
)
VECTORS = [vector for vector in shipped() if vector.system in FIGURE_SYSTEMS]


def there(name: str, text: str, **parameters: object) -> str:
    """Return a text enciphered, the sheet held against the result."""
    working = registry.system(name).encipher(text, **parameters)
    assert working.replay() == working.result
    return working.result


def back(name: str, text: str, **parameters: object) -> str:
    """Return a text deciphered, the sheet held against the result."""
    working = registry.system(name).decipher(text, **parameters)
    assert working.replay() == working.result
    return working.result


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_published_vectors_hold_both_ways(vector: Vector) -> None:
    proof = prove(vector, registry.system(vector.system))
    assert proof.holds, proof.got


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_the_sheet_of_a_published_vector_gives_its_result(vector: Vector) -> None:
    there(vector.system, vector.plain, **vector.parameters)


@pytest.mark.parametrize("name", FIGURE_SYSTEMS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_both_roads_agree_and_lead_back(name: str, data: st.DataObject) -> None:
    system = registry.system(name)
    parameters = data.draw(KEYS[name])
    cipher, _ = system.cipher(parameters)
    signs = cipher.plain.taken or "Tелеграмма 9"
    text = data.draw(TEXTS.get(name, st.text(signs, max_size=60)))
    enciphered = there(name, text, **parameters)
    list(registry.system(name).encipher(text, **parameters).ledger)
    try:
        assert back(name, enciphered, **parameters) == cipher.returned(text)
    except OneWay:
        assert name in ("vic-sequencing", "vic-key-derivation")


# --- arithmetic


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


# --- code and additive

BOOK = {"MEET": "7934", "AT": 2157, "MACAULAY": "1139"}
PAD = "13962 70992 65172"


def test_a_published_code_with_a_pad_comes_out() -> None:
    # prezi.com/oh3y0gkn0ohn/venona, recomputed in the evidence of the project (peers.md 4.1).
    assert (
        there("code-plus-additive", "MEET AT MACAULAY", book=BOOK, pad=PAD) == "82204 85603 94172"
    )
    assert back("code-plus-additive", "82204 85603 94172", book=BOOK, pad=PAD) == "MEET AT MACAULAY"
    assert there("code-plus-additive", "7934 2157 1139", key=PAD) == "82204 85603 94172"
    assert back("code-plus-additive", "8220485603 94172", key=PAD) == "7934 2157 1139"


def test_the_fill_is_in_the_ledger() -> None:
    changes = registry.system("code-plus-additive").encipher("7934 2157 1139", key=PAD).ledger
    assert [change.read for change in changes if change.kind is ChangeKind.NULL] == ["000"]


def test_an_indicator_names_the_page_and_is_not_added() -> None:
    sent = there("code-plus-additive", "79342157", key="55555 13962 70992", indicator="pad")
    assert sent == "55555 82204 85692"
    assert back("code-plus-additive", sent, key="55555 13962 70992", indicator="pad") == "7934 2157"
    with pytest.raises(SystemRefused, match="the message names page 55555 and this one is 44444"):
        back("code-plus-additive", sent, key="44444 13962 70992", indicator="pad")
    with pytest.raises(ParameterRefused, match="write 5 figures"):
        there("code-plus-additive", "7934", key=PAD, indicator="12")


def test_adding_begins_at_the_starting_point() -> None:
    late = there("code-plus-additive", "79342157", key=f"00000 {PAD}", start=2)
    assert late == there("code-plus-additive", "79342157", key=PAD)


def test_phrases_are_looked_up_before_their_words() -> None:
    book = {"TO": "10", "TO THE": "11", "THE": "12", "AMBASSADOR": "13"}
    text = "TO THE AMBASSADOR"
    sent = there("code-plus-additive", text, book=book, key="00000")
    assert sent == "11130"
    assert back("code-plus-additive", sent, book=book, key="00000") == text


def test_fill_that_makes_whole_groups_falls_away_or_comes_back() -> None:
    assert back("code-plus-additive", "17000", key="00000", code_size=2) == "17 00"
    assert back("code-plus-additive", "17000", key="00000", book={"PEKING": "17"}) == "PEKING"
    with pytest.raises(SystemRefused, match="code group 2, 01, is not in the book"):
        back("code-plus-additive", "17010", key="00000", book={"PEKING": "17"})


def test_a_book_in_russian_serves_as_well() -> None:
    book = "ПЕКИН=1234 ПОСОЛ=5678"
    sent = there("code-plus-additive", "посол пекин", book=book, key="11111 11111")
    assert sent == "67892 34511"
    assert back("code-plus-additive", sent, book=book, key="1111111111") == "ПОСОЛ ПЕКИН"


@pytest.mark.parametrize(
    ("text", "parameters", "why"),
    [
        ("MEET ROSHCHIN", {"book": BOOK}, "word 2, 'ROSHCHIN', is not in the book"),
        ("79342", {}, "no groups of 4"),
        ("7934", {"key": "12"}, "pad has 2 figures"),
        ("MEET", {"book": "MEET=12 AT=345"}, "no group of 2 figures"),
        ("MEET", {"book": "MEET=12 AT=12"}, "have one group"),
        ("MEET", {"book": "MEET=1x"}, "no word with a group"),
    ],
)
def test_what_cannot_be_coded_is_refused(
    text: str, parameters: dict[str, object], why: str
) -> None:
    with pytest.raises(CablesimError, match=why):
        there("code-plus-additive", text, **{"key": PAD, **parameters})


@pytest.mark.parametrize(
    ("text", "parameters", "why"),
    [
        ("8220", {}, "no groups of 5"),
        ("82204 85703", {"book": BOOK}, "code group 2, 2158, is not in the book"),
        ("82204 85603 94172", {"code_size": 9}, "more than a fill"),
    ],
)
def test_what_cannot_be_decoded_is_refused(
    text: str, parameters: dict[str, object], why: str
) -> None:
    with pytest.raises(CablesimError, match=why):
        back("code-plus-additive", text, **{"key": PAD, **parameters})


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(st.sampled_from(["MEET", "AT", "MACAULAY", "ПОСОЛ"]), max_size=12),
    size=st.integers(1, 7),
    fill=st.text("0123456789", min_size=1, max_size=3),
    indicator=st.sampled_from(["", "pad"]),
)
def test_words_come_back_through_book_and_pad(
    words: list[str], size: int, fill: str, indicator: str
) -> None:
    parameters = {
        "book": {**BOOK, "ПОСОЛ": "0000"}, "key": "31415926535897932384" * 5, "group_size": size,
        "fill": fill, "indicator": indicator,
    }  # fmt: skip
    cipher, _ = registry.system("code-plus-additive").cipher(parameters)
    text = " ".join(words)
    sent = there("code-plus-additive", text, **parameters)
    assert back("code-plus-additive", sent, **parameters) == cipher.returned(text)
    assert cipher.returned(text).startswith(text)


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


# --- all of them


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("non-carrying-addition", {"key": "1"}),
        ("non-carrying-subtraction", {"key": "1"}),
        ("chain-addition", {}),
        ("nihilist-substitution", {"key": "A"}),
        ("code-plus-additive", {"key": "1", "indicator": "12345"}),
        ("one-time-pad-letters", {"key": "A"}),
        ("one-time-pad-figures", {"key": "1"}),
        ("one-time-pad-bits", {"key": "00"}),
        ("gromark", {"keyword": "A", "primer": "12", "preset": "aca"}),
    ],
)
def test_an_empty_text_gives_an_empty_result(name: str, parameters: dict[str, object]) -> None:
    assert there(name, "", **parameters) == ""
    assert back(name, "", **parameters) == ""


@pytest.mark.parametrize("name", ["non-carrying-addition", "chain-addition", "code-plus-additive"])
def test_letters_among_figures_are_refused_with_their_place(name: str) -> None:
    parameters = {} if name == "chain-addition" else {"key": "1234567890"}
    for way in Way:
        with pytest.raises(ForeignSign, match="place 3"):
            registry.system(name).work("12X4", way, parameters)

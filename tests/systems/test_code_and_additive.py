"""A code book with a pad added to its groups: pages, indicators, fill, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems.roads import back, there

from cablesim.codes import registry
from cablesim.errors import CablesimError
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.text.ledger import ChangeKind

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

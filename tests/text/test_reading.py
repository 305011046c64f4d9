"""Reading a writer's text: every change is listed, nothing is dropped without a word."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.text.alphabet import (
    FIGURES,
    LATIN25,
    LATIN26,
    NAMED,
    RUSSIAN30,
    RUSSIAN32,
    RUSSIAN33,
    AlphabetRefused,
    alphabet_named,
    is_russian,
)
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import ANY, RAW, ForeignSign, Others, Signs, read

LATIN = Signs.of(LATIN26)


def entries(text: str, signs: Signs, others: Others = Others.REFUSE) -> list[Change]:
    return list(read(text, signs, others).ledger)


def test_a_text_that_needs_no_change_is_the_very_text() -> None:
    text = "ATTACKATDAWN" * 1000
    reading = read(text, LATIN)
    assert reading.text is text
    assert list(reading.ledger) == []


def test_case_and_blanks_are_listed_with_their_places() -> None:
    reading = read("At dawn", LATIN)
    assert reading.text == "ATDAWN"
    assert list(reading.ledger) == [
        Change(ChangeKind.CASE, 2, "t", "T"),
        Change(ChangeKind.BLANK, 3, " ", ""),
        Change(ChangeKind.CASE, 4, "dawn", "DAWN"),
    ]


def test_merged_letters_are_listed() -> None:
    assert read("JOIN", Signs.of(LATIN25)).text == "IOIN"
    assert entries("JOIN", Signs.of(LATIN25)) == [Change(ChangeKind.MERGED, 1, "J", "I")]
    assert read("ЁЖИЙЪ", Signs.of(RUSSIAN30)).text == "ЕЖИИЬ"
    assert read("ёж", Signs.of(RUSSIAN32)).text == "ЕЖ"


def test_a_foreign_sign_is_refused_with_its_place() -> None:
    with pytest.raises(ForeignSign, match=r"place 7: '!' \(U\+0021\)") as refusal:
        read("ATTACK! AT DAWN?", LATIN)
    assert refusal.value.place == 7


def test_foreign_signs_are_left_out_or_kept_only_when_asked() -> None:
    assert read("NO 3305!", LATIN, Others.DROP).text == "NO"
    assert [change.kind for change in entries("NO 3305!", LATIN, Others.DROP)] == [
        ChangeKind.BLANK,
        ChangeKind.DROPPED,
    ]
    kept = read("No 3305!", LATIN, Others.KEEP, keep_case=True)
    assert kept.text == "NO"
    assert kept.restored("AB") == "Ab 3305!"


def test_decomposed_letters_are_composed_and_said_so() -> None:
    reading = read("И\u0306ОД", Signs.of(RUSSIAN33))
    assert reading.text == "ЙОД"
    assert [change.kind for change in reading.ledger] == [ChangeKind.COMPOSED]


@pytest.mark.parametrize("sign", ["ß", "ı", "ſ", "\0", "\u202e", "\ud800", "é", "А", "👍"])
def test_lookalikes_and_hidden_signs_are_no_latin_letters(sign: str) -> None:
    with pytest.raises(ForeignSign):
        read(f"A{sign}B", LATIN)


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u202e", "\u200d", "\ud800", "\u0301"])
def test_what_does_not_show_cannot_change_places(sign: str) -> None:
    with pytest.raises(ForeignSign):
        read(f"x{sign}b", ANY)


def test_any_sign_that_shows_keeps_its_case() -> None:
    assert read("Да, 42 🚀!", ANY).text == "Да,42🚀!"
    assert read("a\u00adb", RAW).text == "a\u00adb"


def test_a_blank_that_is_taken_stays_and_line_ends_become_one() -> None:
    assert read("GO\nON", Signs("GNO ", name="blank")).text == "GO ON"


SIGNS = st.sampled_from([Signs.of(alphabet) for alphabet in NAMED.values()] + [ANY])


@given(st.text(max_size=60), SIGNS, st.sampled_from(Others))
def test_whatever_is_read_holds_taken_signs_only(text: str, signs: Signs, others: Others) -> None:
    try:
        reading = read(text, signs, others)
    except ForeignSign:
        return
    assert not signs.taken or set(reading.text) <= set(signs.taken)
    assert read(reading.text, signs).text == reading.text
    if reading.text != text:
        assert list(reading.ledger)


@given(st.text(string.ascii_letters + " .,!й3", max_size=60))
def test_keeping_others_gives_the_writers_text_back(text: str) -> None:
    reading = read(text, LATIN, Others.KEEP, keep_case=True)
    assert reading.restored(reading.text) == text


@given(st.text(string.ascii_letters + " jJ", max_size=60))
def test_the_ledger_accounts_for_every_sign_that_differs(text: str) -> None:
    reading = read(text, Signs.of(LATIN25))
    rebuilt = list(text)
    for change in reversed(list(reading.ledger)):
        start = change.place - 1
        assert text[start : start + len(change.written)] == change.written
        rebuilt[start : start + len(change.written)] = list(change.read)
    assert "".join(rebuilt) == reading.text


def test_alphabets_are_named_or_written_out() -> None:
    assert alphabet_named("Latin26") is LATIN26
    assert alphabet_named("abcdefghijklmnopqrstuvwxyz") is LATIN26
    assert alphabet_named("0123456789") is FIGURES
    assert alphabet_named("ZYX").signs == "ZYX"
    with pytest.raises(AlphabetRefused, match="twice"):
        alphabet_named("ABCA")
    with pytest.raises(AlphabetRefused, match="no alphabet"):
        alphabet_named("")


def test_the_script_is_that_of_the_first_letter() -> None:
    assert is_russian(["12", "", "ёлка"])
    assert not is_russian(["A", "Б"])
    assert not is_russian([])

"""The code book: what is written comes back sign for sign, and damage is never hidden."""

from __future__ import annotations

import pytest
from books import CYRILLIC, SIGNS, small_book
from hypothesis import given
from hypothesis import strategies as st

from cablesim.codes.codebook import CodeBook, Control, Entry, EntryKind
from cablesim.codes.decoding import decode
from cablesim.codes.encoding import FIVE, encode
from cablesim.codes.errors import CodeError, UnknownSign
from cablesim.codes.normal import normal

BOOK = small_book()
WRITABLE = st.text(
    st.sampled_from(
        "abcxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + CYRILLIC + "0123456789" + SIGNS + "   \n\n"
    ),
    max_size=120,
)
PHRASES = st.lists(
    st.one_of(
        st.sampled_from(
            ["THE", "KOREA", "KOREAN QUESTION", "WE INTEND TO", "1950", "38TH", "124", "“1."]
        ),
        st.text(st.sampled_from("QZXÏ".replace("Ï", "") + SIGNS), max_size=4),
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(WRITABLE, PHRASES))
def test_any_text_the_book_can_write_comes_back_sign_for_sign(text: str) -> None:
    written = normal(text).text
    encoded = encode(written, BOOK)
    decoded = decode(encoded.groups, BOOK)
    assert decoded.text == written
    assert decoded.doubts == ()
    assert len(encoded.groups) % FIVE == 0


@given(WRITABLE)
def test_the_normal_text_is_normal_and_its_ledger_is_the_whole_difference(text: str) -> None:
    found = normal(text)
    assert normal(found.text).text == found.text
    assert "  " not in found.text
    assert found.text == found.text.upper()
    lines = text.split("\n")
    for change in found.changes:
        if len(change.was) == 1 and change.was.isalpha():
            assert lines[change.line - 1][change.column - 1] == change.was
            assert change.became == change.was.upper()
    if not found.changes:
        assert found.text == text.strip("\n")


@given(WRITABLE)
def test_the_sheets_cover_every_group_exactly_once(text: str) -> None:
    encoded = encode(normal(text).text, BOOK)
    there = [group for line in encoded.working().lines for group in line.cells[1].split()]
    assert there == list(encoded.groups)
    back = [
        group
        for line in decode(encoded.groups, BOOK).working().lines
        for group in line.cells[0].split()
    ]
    assert back == list(encoded.groups)
    assert encoded.working().text() == encode(normal(text).text, BOOK).working().text()


@given(st.lists(st.integers(0, 9999).map(lambda number: f"{number:04d}"), max_size=60))
def test_any_row_of_groups_is_read_without_an_error_and_what_is_unknown_is_marked(
    groups: list[str],
) -> None:
    decoded = decode(groups, BOOK)
    if any(BOOK.entry_of(group) is None for group in groups):
        assert decoded.doubts
        assert "‹" in decoded.text


@given(WRITABLE.filter(lambda text: bool(text.strip())), st.data())
def test_a_group_that_the_book_lacks_is_always_seen(text: str, data: st.DataObject) -> None:
    groups = list(encode(normal(text).text, BOOK).groups)
    if groups:
        place = data.draw(st.integers(0, len(groups) - 1))
        groups[place] = "0000"
        decoded = decode(groups, BOOK)
        assert decoded.doubts


def plains(text: str) -> list[str]:
    return [item.plain for item in encode(text, BOOK).written if item.plain]


def test_the_longest_entry_is_taken_and_only_whole_words() -> None:
    assert plains("WE INTEND TO") == ["WE INTEND TO"]
    assert plains("WE INTENDED") == ["WE", "INTENDED"]
    assert plains("THE KOREAN QUESTIONS") == ["THE", "KOREAN", "QUESTIONS"]
    assert plains("PEOPLE'S REPUBLIC") == ["PEOPLE'S REPUBLIC"]


def test_several_groups_of_one_word_are_taken_in_turn() -> None:
    entry = BOOK.entry(EntryKind.WORD, "THE")
    assert entry is not None
    groups = [item.groups[0] for item in encode("THE THE THE", BOOK).written if item.plain == "THE"]
    assert groups == [entry.groups[0], entry.groups[1], entry.groups[0]]


def test_each_figure_is_written_three_times_and_a_long_number_again() -> None:
    short, long = encode("38", BOOK).written[0], encode("124", BOOK).written
    assert len(short.groups) == 2 + 2 * 3
    assert len({*short.groups[1:4]}) == 1
    again = [item for item in long if "repeat" in item.how]
    assert len(again) == 1
    assert again[0].groups[1:] == long[0].groups


def test_one_wrong_figure_of_three_is_decided_by_the_other_two_and_told() -> None:
    groups = list(encode("38", BOOK).groups)
    groups[1] = groups[4]
    decoded = decode(groups, BOOK)
    assert decoded.text == "38"
    assert "instead of three times the same" in decoded.doubts[0].reason


def test_nulls_mean_nothing_wherever_they_stand() -> None:
    null = BOOK.entry(EntryKind.NULL, "null")
    assert null is not None
    groups = encode("WE SPELL XYZ 124.", BOOK).groups
    for place in range(len(groups) + 1):
        assert (
            decode((*groups[:place], null.groups[0], *groups[place:]), BOOK).text
            == "WE SPELL XYZ 124."
        )


@pytest.mark.parametrize(
    ("text", "line", "column"), [("A\nIN 毛", 2, 4), ("É", 1, 1), ("A BÉC", 1, 4), ("№", 1, 1)]
)
def test_a_sign_that_the_book_lacks_is_named_with_its_place(
    text: str, line: int, column: int
) -> None:
    with pytest.raises(UnknownSign) as caught:
        encode(text, BOOK)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (
            (Entry(EntryKind.WORD, "A", ("0417",)), Entry(EntryKind.WORD, "B", ("0417",))),
            "stands for both",
        ),
        ((Entry(EntryKind.WORD, "A", ("417",)),), "no group of 4 figures"),
        ((Entry(EntryKind.WORD, "A", ("04l7",)),), "no group of 4 figures"),
        ((Entry(EntryKind.WORD, "A", ()),), "has no group"),
        (
            (Entry(EntryKind.WORD, "A", ("0001",)), Entry(EntryKind.WORD, "A", ("0002",))),
            "stands twice",
        ),
    ],
)
def test_a_book_that_is_none_is_refused_in_words(entries: tuple[Entry, ...], said: str) -> None:
    with pytest.raises(CodeError, match=said):
        CodeBook("bad", entries)


@pytest.mark.parametrize("lacks", list(Control))
def test_a_book_without_a_control_says_which_it_lacks(lacks: Control) -> None:
    poor = CodeBook("poor", tuple(entry for entry in BOOK.entries if entry.plain != lacks.value))
    text = "THE\nXYZ38TH 124 . A"
    with pytest.raises(CodeError, match=lacks.value):
        encode(text, poor)


def test_changed_spacing_is_told_apart_from_the_rule() -> None:
    for text in ("A , B", "A,B", "( A )", "“ A ”", "A -B", "38TH", "A.B"):
        assert decode(encode(text, BOOK).groups, BOOK).text == text

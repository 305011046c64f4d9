"""What can be looked up beside an exercise, by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cablesim.lessons.lookup import MOST, book_lines, looked_up

if TYPE_CHECKING:
    from cablesim.scenario.scenario import Scenario


def test_the_document_and_the_words_are_there(telegram: Scenario) -> None:
    document = looked_up(telegram, " Document ")
    assert document is not None
    assert any("FILIPPOV [Stalin]" in line for line in document)
    assert looked_up(telegram, "glossary")


def test_the_book_says_that_it_is_made_up_and_reads_both_ways(telegram: Scenario) -> None:
    found = looked_up(telegram, "book korea")
    assert found is not None
    assert found[0] == telegram.teaching.banner
    assert found[1].startswith("KOREA (word): ")
    group = found[1].split(": ")[1].split(" or ")[0]
    back = looked_up(telegram, f"book {group}")
    assert back is not None
    assert back[1] == found[1]


@given(st.text(max_size=12))
def test_anything_may_be_asked_of_the_book(telegram: Scenario, wanted: str) -> None:
    lines = list(book_lines(telegram.teaching.book, wanted))
    assert 1 <= len(lines) <= MOST + 1


def test_an_answer_is_no_request(telegram: Scenario) -> None:
    for text in ("", "7339 4317", "document 7", "bookish", "3", "glossary of terms"):
        assert looked_up(telegram, text) is None

"""What can be looked up beside an exercise, by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cablesim.lessons.lookup import MOST, book_lines, looked_up
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

if TYPE_CHECKING:
    from cablesim.scenario.scenario import Scenario


def test_the_document_and_the_words_are_there(telegram: Scenario) -> None:
    document = looked_up(telegram, " Document ")
    assert document is not None
    assert any("FILIPPOV [Stalin]" in line for line in document)
    assert looked_up(telegram, "glossary")


def test_a_word_is_looked_up_alone_with_or_without_a_blank(telegram: Scenario) -> None:
    very = looked_up(telegram, "? Gap")
    assert very is not None
    assert len(very) == 1
    assert very[0].startswith("gap (term): ")
    assert looked_up(telegram, "?gap") == very
    part = looked_up(telegram, "? page")
    assert part is not None
    assert any(line.startswith("pad page") for line in part)
    assert looked_up(telegram, "? plcode") == (
        "The glossary has no word 'plcode'; did you mean 'placode'?",
    )
    assert looked_up(telegram, "? xyz") == ("The glossary has no word 'xyz'; see: glossary",)


def test_every_claim_is_there_with_its_proof(telegram: Scenario) -> None:
    found = looked_up(telegram, "claims")
    assert found is not None
    for claim in telegram.evidence.claims:
        assert any(line.endswith(f": {claim.text}") for line in found)
    assert any(line.startswith("  Quote, line ") for line in found)


def test_a_message_without_a_code_book_says_that_there_is_none() -> None:
    found = looked_up(load(resolve("hollow-nickel-1953")), "book KOREA")
    assert found is not None
    assert "has no code book" in found[0]


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
    for text in ("", "?", "? ", "7339 4317", "document 7", "bookish", "3", "glossary of terms"):
        assert looked_up(telegram, text) is None


def test_blanks_and_hyphens_are_alike_in_the_book(telegram: Scenario) -> None:
    book = telegram.teaching.book
    with_blank, with_hyphen = (list(book_lines(book, f"begin{by}spell")) for by in (" ", "-"))
    assert with_blank == with_hyphen
    assert with_blank[0].startswith("begin-spell (control): ")


def test_of_several_words_it_is_said_which_stand_in_the_book_alone(telegram: Scenario) -> None:
    book = telegram.teaching.book
    (both,) = book_lines(book, "report on")
    assert both == "The book has nothing that begins with REPORT ON; by itself it has REPORT, ON."
    (one,) = book_lines(book, "report qqq")
    assert one.endswith("; by itself it has REPORT.")
    (none,) = book_lines(book, "qqq qqqq")
    assert none.endswith("; nor has it these words alone.")
    (group,) = book_lines(book, "99999")
    assert group == "The book has no group that begins with 99999."

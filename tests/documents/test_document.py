"""The document: lines never change, every sign has one layer, quotes are found to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.documents.document import Bracket, Document, DocumentMismatch, Layer, LayerSpan
from cablesim.documents.moment import Moment
from cablesim.documents.route import Route, RouteError, Stage
from cablesim.documents.standing import Standing, weakest


def page(text: str, *brackets: Bracket) -> Document:
    return Document(
        text.encode("utf-8", "surrogatepass"),
        tuple(text.split("\n")),
        (LayerSpan(Layer.TELEGRAM, 1, 99),),
        brackets,
        (),
    )


@given(st.text("ab[] \\'\"“”é毛", max_size=60), st.lists(st.text("ab[]", max_size=6), max_size=6))
def test_segments_join_to_the_line_for_any_brackets(text: str, brackets: list[str]) -> None:
    document = page(text, *(Bracket(1, bracket) for bracket in brackets))
    pieces = document.segments(1)
    assert "".join(piece.text for piece in pieces) == document.line(1)
    assert all(piece.text for piece in pieces)


def test_a_bracket_is_a_layer_of_its_own_each_time_it_is_named() -> None:
    document = page("A [x] B [x] C", Bracket(1, "[x]"), Bracket(1, "[x]"))
    layers = [piece.layer for piece in document.segments(1)]
    assert layers == [Layer.TELEGRAM, Layer.BRACKET] * 2 + [Layer.TELEGRAM]


def test_a_document_that_is_not_the_pinned_one_is_refused_with_both_hashes() -> None:
    document = page("A")
    document.demand(document.sha256)
    with pytest.raises(DocumentMismatch, match=document.sha256[:12]):
        document.demand("0" * 64)


def test_a_quote_stands_on_a_line_to_the_letter_or_not_at_all() -> None:
    document = page("One.\nTwo two.")
    assert document.stands_on("two", 2)
    assert not document.stands_on("TWO", 2)
    assert not document.stands_on("", 1)
    assert not document.stands_on("One", 7)
    assert document.lines_with("o") == (2,)


def test_standings_go_from_firm_to_open() -> None:
    assert weakest([]) is Standing.DOCUMENT
    assert weakest(Standing) is Standing.INVENTED
    assert weakest([Standing.ELSEWHERE, Standing.EDITION]) is Standing.ELSEWHERE
    assert len({standing.mark for standing in Standing}) == len(Standing)
    assert all(standing.meaning for standing in Standing)


def test_a_route_refuses_a_circle_and_a_stage_that_is_not_there() -> None:
    with pytest.raises(RouteError, match="wait for each other"):
        Route((Stage("a", "A", "x", "", ("b",)), Stage("b", "B", "x", "", ("a",))))
    with pytest.raises(RouteError, match="which is no stage"):
        Route((Stage("a", "A", "x", "", ("z",)),))


def test_a_moment_keeps_its_printed_value_and_that_no_clock_is_stated() -> None:
    moment = Moment("came in", "03.15", "not stated", Standing.DOCUMENT)
    assert (moment.printed, moment.clock) == ("03.15", "not stated")

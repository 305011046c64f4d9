"""The walk as a session: beats, back and forth, choices, questions, sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons.moves import move

from cablesim.errors import CablesimError
from cablesim.lessons.drill import Drill
from cablesim.lessons.lines import page_lines
from cablesim.lessons.page import Contrasted, PageKind, Shown
from cablesim.lessons.record import Record
from cablesim.lessons.walk import Beat, Walk, beats_of
from cablesim.systems.working import WorkedLine, Working

if TYPE_CHECKING:
    from cablesim.scenario.scenario import Scenario


@pytest.fixture(scope="module")
def walk(telegram: Scenario) -> Walk:
    return Walk(telegram, Record(None))


def test_every_stage_of_the_route_is_a_page_between_cover_and_end(walk: Walk) -> None:
    names = [page.id for page in walk.pages]
    stages = [stage.id for stage in walk.scenario.evidence.route.stages]
    assert names == ["cover", *stages, "modern", "end"]


def test_every_station_predicts_and_every_prediction_has_a_right_answer_and_a_why(
    walk: Walk,
) -> None:
    for page in walk.pages:
        if page.kind is PageKind.STATION:
            assert beats_of(page)[0] is Beat.PREDICT, page.id
        for question in page.questions:
            assert any(option.right for option in question.options)
            assert question.why.text
            assert [option.key for option in question.options] == [
                str(number) for number in range(1, len(question.options) + 1)
            ]


def test_every_wrong_option_is_answered(walk: Walk) -> None:
    for page in walk.pages:
        for question in page.questions:
            for option in question.options:
                assert option.right or option.reply, f"{question.id}: {option.text}"


def test_from_the_third_station_on_every_station_looks_back(walk: Walk) -> None:
    stations = [page for page in walk.pages if page.kind is PageKind.STATION]
    assert all(page.question(prediction=False) for page in stations[2:])


@settings(max_examples=25)
@given(moves=st.lists(st.sampled_from(["on", "back", "1", "2", "x", "w", "t"]), max_size=40))
def test_any_keys_leave_the_walk_on_a_page_and_back_undoes_forward(
    telegram: Scenario, moves: list[str]
) -> None:
    walk = Walk(telegram, Record(None))
    for each in moves:
        before = (walk.page.id, walk.beat)
        move(walk, each)
        if each == "on" and (walk.page.id, walk.beat) != before:
            walk.back()
            assert (walk.page.id, walk.beat) == before
            walk.forward()
        assert walk.beat in beats_of(walk.page)
        assert walk.run.recovered == walk.run.prepared


def test_a_recipient_who_is_none_is_refused(walk: Walk) -> None:
    with pytest.raises(CablesimError, match="choose one of: zhou, mao"):
        walk.choose_recipient("molotov")


def test_the_contrast_is_carried_out_only_when_it_is_shown(telegram: Scenario) -> None:
    walk = Walk(telegram, Record(None))
    modern = next(page for page in walk.pages if page.kind is PageKind.CONTRAST)
    assert not any(isinstance(block, Contrasted) for block in modern.teaching)
    walk.go(modern.id, Beat.SEE)
    trials = [block.trial for block in walk.page.teaching if isinstance(block, Contrasted)]
    assert [trial.id for trial in trials] == [
        "copies",
        "stranger",
        "signature",
        "tampering",
        "nonce",
    ]


def test_the_end_shows_every_claim_once(walk: Walk) -> None:
    end = walk.pages[-1]
    shown = [block.claim.id for block in end.history if isinstance(block, Shown)]
    assert sorted(shown) == sorted(claim.id for claim in walk.scenario.evidence.claims)


def test_every_page_with_a_teaching_side_says_that_it_is_made_up(walk: Walk) -> None:
    banner = walk.scenario.teaching.banner
    for page in walk.pages:
        lines = list(page_lines(page, banner))
        if page.teaching:
            assert f"Teaching: {banner}" in lines


def test_no_group_of_the_exercise_stands_on_the_historical_side(walk: Walk) -> None:
    groups = set(walk.run.outgoing.cryptogram) | set(walk.run.outgoing.encoded.text.split())
    years = {"1949", "1950", "1951", "1944", "1945", "1929", "1928", "1948", "1947", "1927", "1957"}
    numbers = {word for claim in walk.scenario.evidence.claims for word in claim.text.split()}
    assert not (groups - years) & {number for number in numbers if len(number) == 5}


SHEET = Working(
    "t",
    (),
    ("code", "pad", "cipher"),
    (
        WorkedLine(1, ("79342", "13962", "82204"), "page 1"),
        WorkedLine(2, ("15711", "70992", "85603"), "page 1"),
    ),
    "",
)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("8", "Yes: 7 + 1 is 8."),
        ("6", "took the pad away"),
        ("9", "nothing is carried"),
        ("3", "tens are dropped"),
    ],
)
def test_a_predicted_figure_is_answered_at_that_figure(key: str, said: str) -> None:
    drill, answer = Drill(SHEET).predicted(key)
    assert said in answer.text
    assert answer.right is (key == "8")
    assert (drill.shown, drill.figures) == (0, 1)


def test_the_last_figure_of_a_line_goes_on_to_the_next_line() -> None:
    drill = Drill(SHEET)
    for key in "82204":
        drill, answer = drill.predicted(key)
        assert answer.right
    assert (drill.shown, drill.figures) == (1, 0)
    assert drill.page().finished
    assert drill.rest().back().shown == 1

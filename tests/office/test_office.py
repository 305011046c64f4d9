"""The office: events fold into a state, the line damages what it says, copies are numbered."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.modern.digits import Stream
from cablesim.office.clock import Leg, elapsed, minutes_by_stage
from cablesim.office.copies import numbered
from cablesim.office.event import LINE, Act, Event, Form
from cablesim.office.journey import JourneyError, State, apply, fold
from cablesim.office.line import APART, carry
from cablesim.office.service import RepeatRequest, ServiceError, read_request

ORDER = [
    (Act.SIGN, Form.PLAIN), (Act.REGISTER, Form.PLAIN), (Act.PREPARE, Form.PLAIN),
    (Act.ENCODE, Form.PLACODE), (Act.ENCIPHER, Form.ENCICODE), (Act.SEND, Form.CRYPTOGRAM),
    (Act.RECEIVE, Form.RECEIVED), (Act.REPAIR, Form.RECEIVED), (Act.DECIPHER, Form.PLACODE),
    (Act.DECODE, Form.PLAIN), (Act.HAND, Form.PLAIN), (Act.DELIVER, Form.PLAIN),
    (Act.REPORT, Form.REPORT),
]  # fmt: skip


def event(act: Act, form: Form) -> Event:
    where = LINE if act is Act.SEND else "desk"
    made = Event(
        act.value, act, f"who-{act}", where, form, act.value, (f"reads-{act}",), teaching=True
    )
    return replace(made, recipient="zhou") if act is Act.DELIVER else made


LEGAL = [event(act, form) for act, form in ORDER]
RECIPIENTS = ("zhou", "mao")


def test_the_usual_order_is_legal_and_the_state_is_the_last_events() -> None:
    for length in range(1, len(LEGAL) + 1):
        state = fold(LEGAL[:length], RECIPIENTS)
        last = LEGAL[length - 1]
        assert (state.holder, state.where, state.form, state.text) == (
            last.who, last.where, last.form, last.text,
        )  # fmt: skip
        assert state.stages == tuple(item.stage for item in LEGAL[:length])
    assert fold(LEGAL, RECIPIENTS).delivered_to == "zhou"


def test_stepping_back_is_the_fold_of_a_prefix() -> None:
    state = State(recipients=RECIPIENTS)
    for length, item in enumerate(LEGAL):
        assert state == fold(LEGAL[:length], RECIPIENTS)
        state = apply(state, item)


@pytest.mark.parametrize("missing", range(len(LEGAL) - 1))
def test_an_event_without_the_one_it_needs_is_refused(missing: int) -> None:
    if LEGAL[missing].act is Act.REGISTER:
        return
    with pytest.raises(JourneyError, match="needs"):
        fold([*LEGAL[:missing], *LEGAL[missing + 1 :]], RECIPIENTS)


def test_clear_text_may_not_go_on_the_line() -> None:
    wrong = replace(LEGAL[5], form=Form.PLAIN)
    with pytest.raises(JourneyError, match="clear text may not"):
        fold([*LEGAL[:5], wrong], RECIPIENTS)


def test_only_a_final_recipient_can_be_told() -> None:
    wrong = replace(LEGAL[11], recipient="molotov")
    with pytest.raises(JourneyError, match="choose one of: zhou, mao"):
        fold([*LEGAL[:11], wrong], RECIPIENTS)


def test_copies_and_service_messages_do_not_move_the_message() -> None:
    before = fold(LEGAL[:7], RECIPIENTS)
    copy = replace(event(Act.COPY, Form.PLAIN), copy=1, readable_by=("molotov",))
    ask = replace(event(Act.ASK, Form.CRYPTOGRAM), where=LINE)
    after = fold([*LEGAL[:7], copy, ask], RECIPIENTS)
    assert (after.holder, after.where, after.text) == (before.holder, before.where, before.text)
    assert after.copies == ((1, "molotov"),)


GROUPS = st.lists(st.text("0123456789", min_size=5, max_size=5), max_size=400)


@given(GROUPS, st.integers(0, 8), st.integers(0, 1000))
def test_the_line_damages_as_many_places_as_it_says_and_no_others(
    groups: list[str], garbles: int, seed: int
) -> None:
    came, made = carry(groups, Stream(str(seed).encode(), "line"), garbles=garbles)
    assert len(made) <= garbles
    places = [garble.place for garble in made]
    assert all(b - a >= APART for a, b in pairwise(places))
    undone = list(came)
    for garble in reversed(made):
        shift = sum(len(other.came) - 1 for other in made if other.place < garble.place)
        at = garble.place - 1 + shift
        assert tuple(undone[at : at + len(garble.came)]) == garble.came != (garble.sent,)
        undone[at : at + len(garble.came)] = [garble.sent]
    assert undone == groups
    assert carry(groups, Stream(str(seed).encode(), "line"), garbles=garbles) == (came, made)


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_a_request_is_read_as_it_was_made(one: int, other: int) -> None:
    request = RepeatRequest(min(one, other), max(one, other))
    groups = request.groups()
    assert all(len(group) == 5 and group.isdigit() for group in groups)
    assert read_request(groups) == request


def test_what_is_no_request_is_refused() -> None:
    with pytest.raises(ServiceError, match="no request"):
        read_request(("12345",))
    with pytest.raises(ServiceError, match="cannot be asked for"):
        RepeatRequest(5, 4).groups()


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.just("person"), st.integers(1, 5)), max_size=6)
)
def test_copies_are_numbered_through_the_list(entries: list[tuple[str, str, int]]) -> None:
    copies = numbered(entries)
    assert [copy.number for copy in copies] == list(range(1, len(copies) + 1))
    assert len(copies) == sum(count for _, _, count in entries)
    holders = [holder for holder, _, count in entries for _ in range(count)]
    assert [copy.holder for copy in copies] == holders


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 999))
def test_simulated_minutes_stay_within_their_range(a: int, b: int, c: int, seed: int) -> None:
    low, middle, high = sorted((a, b, c))
    leg = Leg("send", low, middle, high, 3)
    minutes = minutes_by_stage([leg], Stream(str(seed).encode(), "clock"))["send"]
    assert low <= minutes <= high
    assert elapsed(minutes).startswith("T+0:")

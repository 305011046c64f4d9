"""What `walk --json` promises for every scenario and seed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import make_folder, specimen, specimen_names
from specimen_forms import specimen_folder

from cablesim.codes.errors import UnknownSign
from cablesim.codes.normal import normal
from cablesim.lessons.export import walk_json
from cablesim.lessons.record import Record
from cablesim.lessons.script import seen
from cablesim.lessons.walk import Walk
from cablesim.scenario.choices import Choices
from cablesim.scenario.loading import load
from cablesim.scenario.running import page_text

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypedDict

    from cablesim.scenario.scenario import Scenario

    class EventJson(TypedDict):
        stage: str
        act: str
        who: str
        where: str
        form: str
        text: str
        readable_by: list[str]
        moment: dict[str, str] | None
        teaching: bool
        claims: list[str]

    class ClaimJson(TypedDict):
        id: str
        standing: str
        text: str
        quote: str | None
        line: int | None
        source: str
        asks: str | None

    class WalkJson(TypedDict):
        format: int
        scenario: str
        version: str
        seed: int
        events: list[EventJson]
        copies: list[dict[str, str | int]]
        claims: list[ClaimJson]


LETTERS_ONLY = re.compile(r"[A-Z0-9]{1,5}([ \n][A-Z0-9]{1,5})*")
GROUPS_ONLY = re.compile(r"[0-9]{3,5}([ \n][0-9]{3,5})*")


def walked(scenario: Scenario, choices: Choices) -> WalkJson:
    return cast("WalkJson", json.loads(json.dumps(walk_json(scenario, choices))))


def demand_always(scenario: Scenario, choices: Choices) -> WalkJson:
    walk = walked(scenario, choices)
    events = walk["events"]
    plain = next(event["text"] for event in events if event["act"] == "prepare")
    recovered = [event["text"] for event in events if event["act"] == "decode"][-1]
    assert recovered == plain, "the recovered text is the encoded text, sign for sign"
    if scenario.teaching.procedure.book is not None:
        assert plain == normal(page_text(scenario)).text, "the whole text goes through"
    on_line = [event for event in events if event["where"] == "line"]
    assert on_line
    for event in on_line:
        only = GROUPS_ONLY if scenario.teaching.procedure.book is not None else LETTERS_ONLY
        assert only.fullmatch(event["text"]), "the line holds groups and nothing else"
        assert event["readable_by"] == []
    assert len(walk["copies"]) == sum(entry.count for entry in scenario.evidence.copies)
    assert [copy["number"] for copy in walk["copies"]] == list(range(1, len(walk["copies"]) + 1))
    for event in events:
        if event["moment"] is not None and event["moment"]["clock"] == "simulated":
            assert event["moment"]["standing"] == "invented"
    teaching = {contrast.id for contrast in scenario.teaching.contrasts} | {"practice-book"}
    for claim in walk["claims"]:
        assert claim["standing"] != "invented"
        assert not any(name in claim["text"] for name in teaching)
    return walk


@pytest.mark.parametrize("start", range(0, 200, 25))
def test_the_walk_of_3305_holds_every_always_for_seeds_0_to_199(
    telegram: Scenario, start: int
) -> None:
    for seed in range(start, start + 25):
        demand_always(telegram, Choices(seed=seed))


@pytest.mark.parametrize("garbles", [1, 3, 5])
def test_a_damaged_line_is_repaired_for_every_seed(telegram: Scenario, garbles: int) -> None:
    for seed in range(30):
        walk = demand_always(telegram, Choices(seed=seed, garbles=garbles))
        acts = [event["form"] for event in walk["events"] if event["stage"] == "repair"]
        assert len(acts) > 1, "something was asked for again"


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(telegram: Scenario) -> None:
    one = json.dumps(walk_json(telegram, Choices(seed=7, garbles=3)))
    again = json.dumps(walk_json(telegram, Choices(seed=7, garbles=3)))
    other = json.dumps(walk_json(telegram, Choices(seed=8, garbles=3)))
    assert one == again
    assert one != other


def test_the_copies_of_3305_are_two_for_stalin_and_one_for_molotov(telegram: Scenario) -> None:
    copies = walked(telegram, Choices())["copies"]
    assert [copy["holder"] for copy in copies] == ["originator", "originator", "molotov"]
    assert {copy["standing"] for copy in copies} == {"inference"}


def test_without_the_clock_no_moment_is_invented(telegram: Scenario) -> None:
    walk = walked(telegram, Choices(clock=False))
    moments = [event["moment"] for event in walk["events"] if event["moment"] is not None]
    assert moments
    assert all(moment["standing"] != "invented" for moment in moments)
    assert {moment["printed"] for moment in moments} == {"03:15"}


def test_stages_come_in_the_order_of_the_route_and_every_claim_named_is_there(
    telegram: Scenario,
) -> None:
    walk = walked(telegram, Choices())
    stages = list(dict.fromkeys(event["stage"] for event in walk["events"]))
    assert stages == [stage.id for stage in telegram.evidence.route.stages]
    names = {claim["id"] for claim in walk["claims"]}
    assert all(name in names for event in walk["events"] for name in event["claims"])


@pytest.mark.parametrize("name", specimen_names())
def test_every_invented_telegram_goes_through_with_and_without_damage(
    name: str, tmp_path: Path
) -> None:
    scenario = load(make_folder(tmp_path / "s", specimen(name)))
    for seed in range(5):
        demand_always(scenario, Choices(seed=seed, garbles=seed))


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scenario]:
    home = tmp_path_factory.mktemp("forms")
    return {name: load(specimen_folder(home / name, name)) for name in specimen_names()}


@settings(max_examples=60)
@given(
    name=st.sampled_from(specimen_names()), seed=st.integers(0, 10_000), garbles=st.integers(0, 5)
)
def test_every_form_of_telegram_walks_for_every_seed(
    forms: dict[str, Scenario], name: str, seed: int, garbles: int
) -> None:
    demand_always(forms[name], Choices(seed=seed, garbles=garbles))


@pytest.mark.parametrize("name", specimen_names())
def test_every_form_of_telegram_has_pages_that_can_be_read_to_the_end(
    forms: dict[str, Scenario], name: str
) -> None:
    walk = Walk(forms[name], Record(None))
    seen_pages = 1
    while walk.forward():
        assert seen(walk)
        seen_pages += 1
    stages = forms[name].evidence.route.stages
    assert seen_pages >= len(stages) + 2
    assert {walk.progress.page} == {"end"}


@settings(max_examples=40)
@given(
    text=st.text(
        st.sampled_from("abcdefXYZ абвЖЁ 0123456789.,:;()[]“”—-'\n  "), min_size=1, max_size=400
    ).filter(lambda text: bool(text.strip())),
    seed=st.integers(0, 10_000),
    garbles=st.integers(0, 5),
    copies=st.lists(
        st.tuples(st.sampled_from(["originator", "consul", "tarn"]), st.integers(1, 9)),
        min_size=1,
        max_size=5,
    ),
)
def test_any_text_the_book_can_write_goes_through(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    seed: int,
    garbles: int,
    copies: list[tuple[str, int]],
) -> None:
    folder = make_folder(tmp_path_factory.mktemp("any") / "s", text + "\n", tuple(copies))
    demand_always(load(folder), Choices(seed=seed, garbles=garbles))


def test_a_sign_that_the_book_lacks_is_refused_with_its_place(tmp_path: Path) -> None:
    scenario = load(make_folder(tmp_path / "s", "WE SEE\nTHE 毛 SIGN\n"))
    with pytest.raises(UnknownSign, match="line 2, column 5"):
        walk_json(scenario, Choices())

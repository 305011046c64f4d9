"""Who does what: every needed act is done once, on its own side of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import change
from invented import make_folder

from cablesim.authoring.checker import check
from cablesim.documents.copies import CopyEntry
from cablesim.documents.evidence import Evidence
from cablesim.documents.party import Party
from cablesim.documents.route import Route, Stage
from cablesim.office.event import LINE, Act
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.duties import ORDER, STAGED_ONLY, duties, idle
from cablesim.scenario.loading import load

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "TO THE CONSUL\nWE AGREE TO THE PLAN.\nHERON\n"


def evidence_of(*stages: tuple[str, str, str]) -> Evidence:
    """Return evidence with a route of stages given as (id, who, place)."""
    people = {who: Party(who, "addressee", who, place) for _, who, place in stages}
    route = Route(tuple(Stage(name, name, who, "") for name, who, _ in stages))
    return Evidence((), tuple(people.values()), (), route, (CopyEntry("a", 1, "person"),))


ROUTES = [
    (("sign", "a", "x"),),
    (("anything", "a", ""), ("else", "b", "")),
    (("send", "w", "line"),),
    (("sign", "a", "x"), ("send", "w", "line"), ("deliver", "b", "y")),
    (("copies", "a", "x"), ("sign", "a", "x"), ("decipher", "b", "y")),
    (("receive", "b", "y"), ("report", "b", "y")),
    (("encipher", "a", "x"), ("transmit", "b", "y"), ("transmit-2", "b", "y")),
    (("decode", "b", "y"), ("send", "w", "line"), ("sign", "a", "x")),
]


@pytest.mark.parametrize("stages", ROUTES)
def test_every_needed_act_is_done_once_in_order_and_nobody_works_in_clear_on_the_line(
    stages: tuple[tuple[str, str, str], ...],
) -> None:
    done = duties(evidence_of(*stages))
    main = [duty.act for duty in done if duty.act is not Act.COPY]
    needed = [act for act in ORDER if act not in STAGED_ONLY or act in main]
    assert main == needed
    assert [duty.act for duty in done].count(Act.COPY) == 1
    for duty in done:
        assert (duty.where == LINE) is (duty.act is Act.SEND)


def test_a_missing_act_is_done_on_its_own_side_of_the_line() -> None:
    done = duties(evidence_of(*ROUTES[3]))
    at = {duty.act: (duty.stage.id, duty.who) for duty in done}
    assert at[Act.ENCODE] == at[Act.ENCIPHER] == ("sign", "a")
    assert at[Act.DECIPHER] == at[Act.HAND] == ("deliver", "b")


def test_a_stage_that_stands_too_late_is_warned_of_and_the_rest_walks(tmp_path: Path) -> None:
    assert [stage.id for stage in idle(evidence_of(*ROUTES[-1]).route.stages)] == ["send", "sign"]
    folder = make_folder(tmp_path / "s", TEXT)
    change(folder, "history.toml", 'id = "report"', 'id = "check"')
    assert load(folder).faults == ()
    (found,) = [each for each in check(folder).findings if each.code == "H123"]
    assert found.severity is Severity.WARNING
    assert "nothing is left to 'repair' here" in found.message

"""An order is wrong only where the evidence forbids it, and a loose stage keeps its bounds."""

from __future__ import annotations

import re

import pytest
from exercises.authored import found, written
from exercises.desk import drawn, with_exercises

from cablesim.exercises.seeds import Seed
from cablesim.exercises.workbook import Workbook

SHIP = "stalin-zhou-3305"
REST = ["sign", "encipher", "send", "decipher", "deliver", "report", "copies"]


@pytest.mark.parametrize("row", [["copies", "report"], ["report", "copies"]])
def test_a_right_order_is_not_said_to_stand_the_wrong_way_round(row: list[str]) -> None:
    made = with_exercises(written("order", "In order?", 'stages = ["copies", "report"]'))
    variant = Workbook(made).item("one").draw(Seed("", "", "one", "", 0).stream())
    verdict = variant.judge(", ".join(row))
    assert verdict.right
    assert verdict.remarks == ()
    assert "backwards" not in {slip.name for slip in variant.mistakes()}


def test_stages_of_which_no_order_can_be_wrong_are_told() -> None:
    finding, *more = found(written("order", "In order?", 'stages = ["copies", "report"]'))
    assert (finding.code, finding.key, more) == ("E109", "exercise.0.stages", [])
    assert "no order of these stages can be wrong" in finding.message
    assert not found(written("order", "In order?", 'stages = ["copies", "sign"]'))
    freed = 'stages = ["register", "send"]\nloose = ["register"]'
    assert [each.code for each in found(written("order", "In order?", freed))] == ["E109"]
    bound = f'{freed}\nbefore.register = ["send"]'
    assert not found(written("order", "In order?", bound))


@pytest.mark.parametrize("place", range(8))
def test_number_and_time_stand_before_the_deciphering_and_nothing_else_binds_them(
    place: int,
) -> None:
    row = [*REST[:place], "register", *REST[place:]]
    verdict = drawn(SHIP, "order-route", 0).judge(", ".join(row))
    assert verdict.right == (row.index("register") < row.index("decipher"))
    if not verdict.right:
        late, early = "“Taken out of cipher” comes after it", "comes after “The number 3305"
        assert verdict.mistakes in (("too-late",), ("too-early",))
        assert any(why in verdict.remarks[0].text for why in (late, early))


@pytest.mark.parametrize("place", range(7))
def test_nothing_says_when_the_list_of_copies_was_written(place: int) -> None:
    row = [name for name in ["sign", "register", *REST[1:]] if name != "copies"]
    row.insert(place, "copies")
    assert drawn(SHIP, "order-route", 0).judge(", ".join(row)).right


def test_every_bound_of_the_route_is_told_with_what_decides_it() -> None:
    variant = drawn(SHIP, "order-route", 0)
    row = ["sign", "register", "encipher", "send", "decipher", "deliver", "report", "copies"]
    told = 0
    for place in range(1, 7):
        turned = [*row[: place - 1], row[place], row[place - 1], *row[place + 1 :]]
        verdict = variant.judge(", ".join(turned))
        if not verdict.right:
            told += 1
            assert re.search(r"\(line \d+, “", verdict.remarks[0].text), turned
    assert told == 4
    bound = [step.text for step in variant.steps() if ": after “" in step.text]
    assert len(bound) == 5
    assert all("(line " in text for text in bound)


def test_a_free_stage_waits_for_none_and_must_be_one_of_the_exercise() -> None:
    stages = 'stages = ["sign", "encipher", "send"]'
    made = with_exercises(written("order", "In order?", f'{stages}\nfree = ["encipher"]'))
    variant = Workbook(made).item("one").draw(Seed("", "", "one", "", 0).stream())
    assert variant.judge("encipher, sign, send").right
    assert not variant.judge("sign, send, encipher").right
    for key in ('free = ["encipher", "sent"]', 'because.sent = "It is so."'):
        assert "did you mean 'send'" in str(found(written("order", "?", f"{stages}\n{key}"))[0])


BOUNDS = [
    ('before.registr = ["send"]', "before", "did you mean 'register'"),
    ('before.sign = ["send"]', "before", "'sign' is none of the loose stages"),
    ('before.register = ["sent"]', "before.register", "did you mean 'send'"),
    ('before.register = ["sign"]', "before", "no order keeps these bounds"),
    ('before.register = ["register"]', "before", "no order keeps these bounds"),
]


@pytest.mark.parametrize(("bound", "key", "says"), BOUNDS)
def test_a_bound_that_cannot_be_kept_is_told_at_its_key(bound: str, key: str, says: str) -> None:
    text = f'stages = ["sign", "register", "send"]\nloose = ["register"]\n{bound}'
    finding, *more = found(written("order", "In order?", text))
    assert (finding.code, finding.key, more) == ("E103", f"exercise.0.{key}", [])
    assert says in str(finding)

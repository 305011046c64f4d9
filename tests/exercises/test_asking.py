"""What asks for more than there is is told, and not cut in silence."""

from __future__ import annotations

import pytest
from exercises.authored import PAD, codes, found, written

DEPTH = """cipher = "practice-book"
vary.plain = [["CONFIRM RECEIPT AT ONCE", "WE ARE READY TO SEND JET FIGHTERS"]]
vary.crib = { groups = %d }"""
ASKS = "Read {cipher.2} with {cipher.1} and {crib}."


def test_a_mistake_that_is_to_spoil_more_groups_than_there_are_is_told() -> None:
    text = written(more=PAD.replace("steps", "vary.fair = { carried = 9 }\nsteps"))
    (finding,) = found(text)
    assert (finding.code, finding.key) == ("E111", "exercise.0.vary.fair")
    assert "spoils 9 groups" in finding.message
    assert codes(text.replace("= 9", "= 2")) == []


def test_a_crib_longer_than_the_first_text_is_told() -> None:
    told = [each for each in found(written("depth", ASKS, DEPTH % 9)) if each.code == "E111"]
    assert [each.key for each in told] == ["exercise.0.vary.crib"]
    assert "“CONFIRM RECEIPT AT ONCE” has 2" in told[0].message
    assert "write 2 at most" in told[0].write_instead


def test_to_know_all_of_the_first_text_is_no_slip() -> None:
    assert "E111" not in codes(written("depth", ASKS, DEPTH % 2))


@pytest.mark.parametrize(("beside", "told"), [('["c-copies"]', True), ('["c-or", "c-to"]', False)])
def test_one_claim_alone_is_a_warning(beside: str, told: bool) -> None:  # noqa: FBT001 - a column of the table.
    text = written("corroborate", "How?", f'beside = {beside}\nanswer = "stronger"')
    assert ("E111" in codes(text)) is told

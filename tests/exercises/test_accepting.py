"""What an author accepts for a field is no mistake that the field has a name for."""

from __future__ import annotations

import pytest
from exercises.authored import codes, found, written

ASK = 'ask = ["time line", "signature", "copies", "classification"]\n'


def accepted(more: str) -> list[tuple[str, str, str]]:
    """Return code, key and sentence of what is said of a form that accepts more."""
    told = found(written("form", "Fill in: {fields}.", f"{ASK}{more}"))
    return [(each.code, each.key.removeprefix("exercise.0."), each.message) for each in told]


@pytest.mark.parametrize(
    ("more", "key", "says"),
    [
        ('accept.signature = ["Stalin"]', "accept.signature", "mistake 'bracket'"),
        ('accept.signature = ["FILIPPOV [Stalin]"]', "accept.signature", "mistake 'bracket'"),
        ('accept.signature = ["Copies: Stalin (2), Molotov"]', "accept.signature", "as copies"),
        ('accept.signature = ["none"]', "accept.signature", "the page has none"),
        ('accept.classification = ["Urgent"]', "accept.classification", "answer is none"),
        ('accept.date = ["13.7.50"]', "accept.date", "not asked for"),
    ],
)
def test_an_accepted_mistake_is_told(more: str, key: str, says: str) -> None:
    told = [(where, message) for code, where, message in accepted(more) if code == "E109"]
    assert [where for where, _ in told] == [key]
    assert says in told[0][1]


@pytest.mark.parametrize(
    "more",
    [
        'accept."time line" = ["03:15"]',
        'accept.signature = ["Filippov", "signed FILIPPOV", "Phillipov"]',
        'accept.copies = ["Stalin twice, Molotov once", "Stalin (2), Molotov"]',
    ],
)
def test_another_form_of_what_the_page_has_is_accepted(more: str) -> None:
    assert accepted(more) == []


def test_a_field_that_the_form_does_not_have_is_told_once() -> None:
    assert codes(written("form", "Fill in.", f'{ASK}accept.dote = ["13.7.50"]')) == ["E103"]

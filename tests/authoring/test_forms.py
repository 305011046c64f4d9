"""Forms write what an author would write, and touch nothing else."""

from __future__ import annotations

import tomllib

import pytest

from cablesim.authoring.forms import FORMS, Form, edited, entries, filled_in, form_of
from cablesim.errors import CablesimError
from cablesim.scenario.places import resolve

FOLDER = resolve("stalin-zhou-3305")
NEW = {
    "claim": {"id": "c-new", "standing": "gap", "text": "Not known.", "asks": "Who?"},
    "stage": {"id": "later", "title": "Later", "who": "mao", "after": "sign, copies"},
    "party": {"id": "clerk", "role": "copy", "name": "A clerk", "claims": "c-or"},
    "form field": {"field": "clock", "missing": "yes", "note": "None."},
    "copy": {"to": "mao", "count": "2", "kind": "person"},
    "term": {"term": "sheet", "text": "Paper.", "teaching": "yes"},
}


def text_of(form: Form) -> str:
    return (FOLDER / form.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_a_form_that_is_sent_off_unchanged_changes_no_byte(form: Form) -> None:
    text = text_of(form)
    assert entries(form, text)
    for number in range(0, len(entries(form, text)), 7):
        assert edited(form, text, number, filled_in(form, text, number)) == text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_a_new_entry_is_added_and_can_be_filled_in_again(form: Form) -> None:
    text = text_of(form)
    after = edited(form, text, None, NEW[form.title])
    names = entries(form, after)
    assert names[:-1] == entries(form, text)
    shown = filled_in(form, after, len(names) - 1)
    assert {key: value for key, value in shown.items() if value} == NEW[form.title]
    lines = text.split("\n")
    assert set(lines) <= set(after.split("\n"))


def test_one_field_changed_is_one_line_changed() -> None:
    form = form_of("claim")
    text = text_of(form)
    shown = {**filled_in(form, text, 3), "text": "Another sentence."}
    after = edited(form, text, 3, shown)
    pairs = [(a, b) for a, b in zip(text.split("\n"), after.split("\n"), strict=True) if a != b]
    assert len(pairs) == 1
    assert pairs[0][1] == 'text     = "Another sentence."'


def test_a_field_that_is_emptied_is_taken_out() -> None:
    form = form_of("form field")
    text = text_of(form)
    after = edited(form, text, 0, {**filled_in(form, text, 0), "note": ""})
    assert "note" not in tomllib.loads(after)["form"][0]
    assert len(after.split("\n")) == len(text.split("\n")) - 1


@pytest.mark.parametrize(
    ("title", "changed", "said"),
    [
        ("claim", {"id": ""}, "'id' is empty; fill in a short name"),
        ("claim", {"standing": "sure"}, "'sure' is none of document"),
        ("copy", {"count": "two"}, "'two' is no number"),
    ],
)
def test_a_field_filled_in_wrongly_is_told(title: str, changed: dict[str, str], said: str) -> None:
    form = form_of(title)
    text = text_of(form)
    with pytest.raises(CablesimError, match=said):
        edited(form, text, 0, {**filled_in(form, text, 0), **changed})


def test_a_file_that_is_no_toml_has_no_entries_and_is_not_edited() -> None:
    form = form_of("term")
    assert entries(form, "[[term]\n") == ()
    with pytest.raises(CablesimError, match="cannot be edited by form"):
        edited(form, "[[term]\n", None, NEW["term"])

"""Editing: what was asked for is changed, and every other byte stays."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.authoring.editing import (
    EditRefused,
    append_table,
    set_value,
    table_count,
    unset,
    written,
)
from cablesim.authoring.spans import layout
from cablesim.scenario.places import resolve

FOLDER = resolve("stalin-zhou-3305")
SHIPPED = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml"))}
VALUES = st.one_of(
    st.text(max_size=40),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.lists(st.text(max_size=10), max_size=4),
)
PATHS = [
    (name, path)
    for name in ("scenario.toml", "history.toml", "teaching.toml", "glossary.toml")
    for path in layout(SHIPPED[name]).keys
]


def value_at(data: object, path: tuple[str | int, ...]) -> object:
    for part in path:
        assert isinstance(data, (dict, list))
        data = data[part]  # type: ignore[index]  # the path came from this data.
    return data


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_the_scan_finds_every_value_of_the_shipped_files_at_its_place(name: str) -> None:
    text, data = SHIPPED[name], tomllib.loads(SHIPPED[name])
    found = layout(text).keys
    for path, span in found.items():
        said = tomllib.loads(f"x = {text[span.start : span.end]}")["x"]
        assert said == value_at(data, path), path
    assert len(found) > 20


@settings(max_examples=25)
@given(st.sampled_from(PATHS), VALUES)
def test_a_value_that_is_set_and_set_back_leaves_every_byte(
    place: tuple[str, tuple[str | int, ...]], value: str | int | list[str]
) -> None:
    name, path = place
    text = SHIPPED[name]
    span = layout(text).keys[path]
    after = set_value(text, path, value)
    assert value_at(tomllib.loads(after), path) == value
    end = len(text) - span.end
    assert after[: span.start] == text[: span.start]
    assert after[len(after) - end :] == text[span.end :]
    changed = layout(after).keys[path]
    old = text[span.start : span.end]
    assert after[: changed.start] + old + after[changed.end :] == text


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(["id", "text", "line", "a b", "é"]), VALUES, min_size=1))
def test_a_table_that_is_added_stands_last_of_its_name_and_nothing_else_moves(
    values: dict[str, str | int | list[str]],
) -> None:
    text = SHIPPED["history.toml"]
    before = tomllib.loads(text)
    after = append_table(text, "claim", values)
    found = tomllib.loads(after)
    assert found["claim"] == [*before["claim"], values]
    assert found["stage"] == before["stage"]
    start = next(at for at, sign in enumerate(after) if at >= len(text) or sign != text[at])
    assert text[start:]
    assert after.endswith(text[start:]), "the text was only parted"


def test_a_new_key_stands_behind_the_last_of_its_table_in_the_same_columns() -> None:
    text = (
        '# top\n[[claim]]\nid       = "a"  # mine\nstanding = "gap"\n\n# next\n[[claim]]\nid = 1\n'
    )
    after = set_value(text, ("claim", 0, "asks"), "Who?")
    assert after == text.replace('= "gap"\n', '= "gap"\nasks     = "Who?"\n')


def test_a_key_is_taken_out_with_its_line_and_its_remark() -> None:
    text = 'a = 1\nb = """x\ny"""  # why\nc = 3\n'
    assert unset(text, ("b",)) == "a = 1\nc = 3\n"
    assert unset(text, ("nothing",)) == text


def test_keys_within_lists_and_inline_tables_are_reached() -> None:
    text = "telegram = { first = 3, last = 19 } # lines\nforms = [\n  { text = 'a' }, # one\n]\n"
    after = set_value(text, ("telegram", "last"), 20)
    after = set_value(after, ("forms", 0, "line"), 7)
    assert after == (
        "telegram = { first = 3, last = 20 } # lines\n"
        "forms = [\n  { text = 'a', line = 7 }, # one\n]\n"
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_stay_as_they_are(ending: str) -> None:
    text = ending.join(["a = 1", "[[t]]", "b = 2", ""])
    after = append_table(set_value(text, ("t", 0, "c"), 3), "t", {"b": 4})
    assert after.count("\n") == after.count(ending)
    assert tomllib.loads(after)["t"] == [{"b": 2, "c": 3}, {"b": 4}]


def test_a_file_without_a_last_line_end_and_an_empty_one_can_be_added_to() -> None:
    assert append_table("a = 1", "t", {"b": 2}) == "a = 1\n\n[[t]]\nb = 2\n"
    assert append_table("", "t", {"b": 2}) == "[[t]]\nb = 2\n"
    assert set_value("", ("a",), "x") == 'a = "x"\n'


def test_sub_tables_of_lists_stay_with_their_own() -> None:
    text = "[[c]]\nid = 1\n[[c.s]]\nx = 1\n[[c]]\nid = 2\n[[c.s]]\nx = 2\n[other]\n"
    after = set_value(text, ("c", 1, "s", 0, "x"), 9)
    assert after == text.replace("x = 2", "x = 9")
    assert table_count(text, "c") == 2
    added = tomllib.loads(append_table(text, "c", {"id": 3}))
    assert [each["id"] for each in added["c"]] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a = 1\n", ("b", "c")),
        ("a = 1\n", ("a", "c")),
        ("a = [1, 2\n", ("a",)),
        ("a = 1\na = 2\n", ("a",)),
        ("[t]\na.b = 1\n", ("t", "a", "c")),
    ],
)
def test_what_cannot_be_edited_cleanly_is_refused(text: str, path: tuple[str, ...]) -> None:
    with pytest.raises(EditRefused):
        set_value(text, path, "x")


def test_a_key_that_shares_its_line_is_not_taken_out() -> None:
    with pytest.raises(EditRefused, match="by hand"):
        unset("t = { a = 1, b = 2 }\n", ("t", "a"))


@given(VALUES)
def test_every_value_is_written_so_that_it_reads_back(value: str | int | list[str]) -> None:
    assert tomllib.loads(f"x = {written(value)}")["x"] == value

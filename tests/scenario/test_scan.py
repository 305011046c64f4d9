"""The scan of TOML: a place for everything, no slip where there is none, never a stop."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from authoring_pages import TINY
from hypothesis import given, settings
from hypothesis import strategies as st
from program import ROOT

from cablesim.scenario.checking import shape_of
from cablesim.scenario.finding import mended
from cablesim.scenario.locating import Places
from cablesim.scenario.scan.scanner import scan
from cablesim.scenario.toml import guard, read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from cablesim.scenario.locating import Path

FILES = sorted([*(ROOT / "scenarios").glob("*/*.toml"), *TINY.glob("*.toml")])
BEYOND = {"S101", "S109", "T121"}

LAYOUT = """\
# a remark with = and [brackets]
title = "one"
"quoted key" = 'two' # remark
a.b.c = 3
list = [
  "first", # with a remark
  { inner = "x", deep = { more = 1 } },
]
long = '''
[not.a.head]
key = "not a key"
'''
[table]
empty = []
[[many]]
name = "first"
[many.sub]
x = 1
[[many]]
name = "second"
[[many.item]]
n = 1.5
"""


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every key and every item of a list."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield (*path, key)
            yield from paths(each, (*path, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield (*path, number)
            yield from paths(each, (*path, number))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_key_of_a_shipped_file_has_a_place_of_its_own_and_no_slip(file: FilePath) -> None:
    text = file.read_text(encoding="utf-8")
    source = scan(text, file.name)
    assert source.findings == []
    for path in paths(tomllib.loads(text)):
        assert path in source.keys, path


def test_keys_and_values_stand_where_they_are_written() -> None:
    places = Places(LAYOUT)
    assert places.of(("title",)) == (2, 1)
    assert places.value(("title",)) == (2, 9)
    assert places.of(("quoted key",)) == (3, 1)
    assert places.value(("a", "b", "c")) == (4, 9)
    assert places.value(("list", 0)) == (6, 3)
    assert places.of(("list", 1, "inner")) == (7, 5)
    assert places.value(("list", 1, "deep", "more")) == (7, 34)
    assert places.value(("long",)) == (9, 8)
    assert places.of(("table",)) == (13, 1)
    assert places.of(("many", 0, "sub", "x")) == (18, 1)
    assert places.of(("many", 1)) == (19, 1)
    assert places.value(("many", 1, "item", 0, "n")) == (22, 5)


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    places = Places(LAYOUT)
    assert places.of(("many", 1, "lost")) == (19, 1)
    assert places.of(("nowhere",)) == (1, 1)
    assert places.value(("many", 1, "name", 4)) == (20, 1)


def quoted(text: str) -> str:
    """Return a text as TOML writes it in double quotes."""
    signs = (f"\\U{ord(s):08X}" if s in '"\\' or not s.isprintable() else s for s in text)
    return f'"{"".join(signs)}"'


names = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
texts = st.text(max_size=12)
scalars = st.one_of(
    texts.map(quoted),
    st.integers(-99, 9999).map(str),
    st.booleans().map(lambda truth: "true" if truth else "false"),
    st.sampled_from(["1950-07-13", "12:15:00", "1.5", "-0.5e3", "0x1F", "inf"]),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(names, inner, max_size=3).map(
            lambda table: (
                "{ " + ", ".join(f"{k} = {v}" for k, v in table.items()) + " }" if table else "{}"
            )
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=120)
@given(st.dictionaries(names, values, max_size=6))
def test_text_that_the_parser_reads_has_no_slip_and_a_place_for_every_key(
    table: dict[str, str],
) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in table.items())
    data = tomllib.loads(text)
    reading = read_whole(text, "any.toml")
    assert not reading.findings
    assert reading.data == data
    for path in paths(data):
        assert path in reading.places.source.keys


@settings(max_examples=250)
@given(
    st.sampled_from(FILES[-6:]),
    st.lists(
        st.tuples(
            st.floats(0, 1, exclude_max=True),
            st.integers(0, 3),
            st.sampled_from([*"\"'[]{}=,.#:\n\\“”0a- \t", "'''", "[[", "]]", "= ="]),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_a_damaged_file_never_stops_the_scan_and_is_never_silent(
    file: FilePath, damages: list[tuple[float, int, str]]
) -> None:
    text = file.read_text(encoding="utf-8")
    for share, gone, come in damages:
        at = int(share * len(text))
        text = text[:at] + come + text[at + gone :]
    shape = shape_of(file.name) if file.name != "exercises.toml" else None
    reading = read_whole(text, file.name, shape)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert reading.findings
    else:
        assert {each.code for each in reading.findings} <= BEYOND
    lines = text.split("\n")
    for finding in reading.findings:
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@given(st.text(max_size=300))
def test_any_text_is_scanned_and_its_edits_lie_within_it(text: str) -> None:
    if guard(text, "any.toml") is None:
        source = scan(text, "any.toml")
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in source.edits)
        mended(text, source.edits)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a" + ".a" * 40 + " = 1\n", 1), ("\nb = " + "[" * 40, 2), ("c = " + "9" * 400, 1)],
)
def test_what_would_stall_a_parser_is_refused_before_it(text: str, line: int) -> None:
    reading = read_whole(text, "any.toml")
    assert [(each.code, each.line) for each in reading.findings] == [("T128", line)]
    assert reading.data is None

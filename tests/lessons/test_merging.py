"""Records are joined like sets, in order, and what was forgotten stays so."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pupils import pools, scopes

from cablesim.lessons.entry import Entry, Event
from cablesim.lessons.files import named
from cablesim.lessons.merging import FORGOTTEN, MergeConflict, Scope, kept, merged
from cablesim.lessons.record import Record
from cablesim.lessons.transfer import (
    TransferRefused,
    exported,
    imported,
    read_file,
    write_new,
)

if TYPE_CHECKING:
    from pathlib import Path

parts = st.tuples(pools(), st.integers(0, 2**14 - 1), st.integers(0, 2**14 - 1)).map(
    lambda drawn: tuple(
        tuple(event for n, event in enumerate(drawn[0]) if mask >> n & 1)
        for mask in (drawn[1], drawn[2], drawn[1] ^ drawn[2])
    )
)


@given(parts)
def test_joining_is_idempotent_commutative_and_associative(
    three: tuple[tuple[Event, ...], ...],
) -> None:
    a, b, c = three
    assert merged(a, a) == kept(a)
    assert merged(a, b) == merged(b, a)
    assert merged(merged(a, b), c) == merged(a, merged(b, c))
    assert merged(merged(a, b), b) == merged(a, b)


@given(pools())
def test_the_order_is_kept_and_only_what_was_forgotten_is_left_out(
    events: tuple[Event, ...],
) -> None:
    left = kept(events)
    assert left == tuple(sorted(left, key=lambda event: event.place))
    marks = [e for e in events if e.entry.kind == FORGOTTEN]
    for event in events:
        later = [mark for mark in marks if mark.place > event.place]
        covered = any(
            Scope(m.entry.scenario, m.entry.detail["exercise"], m.entry.detail["number"]).covers(
                event.entry
            )
            for m in later
            if {"exercise", "number"} <= m.entry.detail.keys()
        )
        assert (event in left) is not covered


@given(scopes, scopes)
def test_a_wider_scope_covers_the_mark_of_a_narrower_one(one: Scope, other: Scope) -> None:
    wide = (one.scenario, one.exercise, one.number)
    narrow = (other.scenario, other.exercise, other.number)
    given = [name for name in wide if name]
    assert one.covers(other.entry) is (list(narrow[: len(given)]) == given)


@given(pools())
def test_an_export_is_imported_as_it_was(events: tuple[Event, ...]) -> None:
    text = exported(events)
    assert imported(text.encode("utf-8")) == events
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    other = text.replace("\n", "\r\n\r\n").replace(": ", ":  ")
    if not any(": " in str(event) for event in events):
        assert imported(b"\xef\xbb\xbf" + other.encode("utf-8")) == events


@settings(max_examples=30)
@given(pools(), pools())
def test_a_file_joins_as_the_pure_function_does(
    tmp_path_factory: pytest.TempPathFactory, ours: tuple[Event, ...], theirs: tuple[Event, ...]
) -> None:
    theirs = tuple(replace(event, id=event.id[1:] + "f") for event in theirs)
    record = Record(tmp_path_factory.mktemp("joined") / "r")
    record.merge(ours)
    done = record.merge(theirs, removing=True)
    assert record.events() == merged(ours, theirs)
    assert done.new + done.known + done.forgotten == len(theirs)
    again = record.merge(theirs)
    assert (again.new, record.events()) == (0, merged(ours, theirs))
    record.close()


def event(number: int = 1, **changed: str) -> Event:
    entry = Entry(
        "s", "1", "drafted", {"exercise": "a", "number": "0", "text": "ш\x1b[2J", **changed}
    )
    return Event(f"{number:032x}", number, "2026-01-01T00:00:00+00:00", entry)


def test_a_changed_event_is_refused_and_nothing_is_taken_over(tmp_path: Path) -> None:
    record = Record(tmp_path / "r")
    record.merge([event(1)])
    with pytest.raises(MergeConflict, match="not the same in both"):
        record.merge([event(2), event(1, text="changed")])
    assert record.events() == (event(1),)


GOOD = exported([event(1), event(2)])
HEAD, ONE, TWO = GOOD.splitlines()
DAMAGED = {
    "nothing": "",
    "blank lines": "\n\n",
    "another file": '{"a": 1}\n',
    "no json": "PK\x03\x04",
    "a list": "[1, 2]\n",
    "cut after a line": f"{HEAD}\n{ONE}\n",
    "cut within a line": GOOD[:-20],
    "cut head": GOOD[30:],
    "a line twice": f"{HEAD}\n{ONE}\n{ONE}\n",
    "a line more": f"{GOOD}{ONE}\n",
    "order changed": f"{HEAD}\n{TWO}\n{ONE}\n",
    "a letter changed": GOOD.replace("drafted", "brafted", 1),
    "a newer format": GOOD.replace('"format": 1', '"format": 2'),
    "a format of text": GOOD.replace('"format": 1', '"format": "1"'),
    "a true format": GOOD.replace('"format": 1', '"format": true'),
    "a key twice": GOOD.replace('"turn": 1,', '"turn": 1, "turn": 1,'),
    "a key more": GOOD.replace('"turn": 1,', '"turn": 1, "x": 1,'),
    "a turn of text": GOOD.replace('"turn": 1,', '"turn": "1",'),
    "a turn after all time": GOOD.replace('"turn": 1,', f'"turn": {10**18},'),
    "a turn of very many figures": GOOD.replace('"turn": 1,', f'"turn": 1{"0" * 9000},'),
    "a turn that is no number": GOOD.replace('"turn": 1,', '"turn": NaN,'),
    "an identity with a quote": GOOD.replace("0" * 31 + "1", "'; DROP TABLE event; --"),
    "a detail of numbers": GOOD.replace('"number": "0"', '"number": 0'),
    "a detail of lists": GOOD.replace('"number": "0"', '"number": []'),
    "very deep": f"{HEAD}\n{'[' * 100_000}\n{ONE}\n",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_or_hostile_file_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_text(DAMAGED[name], encoding="utf-8")
    with pytest.raises(TransferRefused, match="nothing was taken over") as refused:
        read_file(file)
    assert len(str(refused.value)) < 500


@given(st.integers(0, len(GOOD.encode()) - 1), st.integers(1, 255))
def test_a_file_with_any_one_byte_changed_is_refused_or_says_the_same(
    place: int, change: int
) -> None:
    data = bytearray(GOOD.encode())
    data[place] ^= change
    try:
        found = imported(bytes(data))
    except TransferRefused:
        return
    assert found == imported(GOOD.encode())


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_taken_or_refused(data: bytes) -> None:
    with pytest.raises(TransferRefused):
        imported(data)


def test_a_file_in_place_is_never_overwritten_and_a_failure_leaves_none(tmp_path: Path) -> None:
    file = tmp_path / "f"
    write_new(file, GOOD)
    assert file.read_text(encoding="utf-8") == GOOD
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(TransferRefused, match="is there already"):
        write_new(file, "other")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(TransferRefused, match="is there already"):
        write_new(tmp_path / "link", "other")
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path / "g", "\ud800")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f", "link"]


def test_a_disk_without_links_takes_a_file_too_and_keeps_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refused)
    write_new(tmp_path / "f", GOOD)
    with pytest.raises(TransferRefused, match="is there already"):
        write_new(tmp_path / "f", "other")
    with pytest.raises(FileExistsError):
        named(tmp_path / "g", tmp_path / "f")
    assert read_file(tmp_path / "f") == (event(1), event(2))


def test_a_folder_or_pipe_is_no_file_to_import(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", ".", "nothing"):
        with pytest.raises(TransferRefused, match="is no file"):
            read_file(tmp_path / name)

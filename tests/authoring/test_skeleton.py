"""A new scenario: it opens, walks, says what was guessed, and appears whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import specimen, specimen_names

from cablesim.authoring.checker import check
from cablesim.authoring.drafting.lines import FILL_IN, PROPOSED
from cablesim.authoring.skeleton import draft, make
from cablesim.authoring.writing import NotWritten, make_folder, write_whole
from cablesim.errors import CablesimError
from cablesim.lessons.record import Record
from cablesim.lessons.walk import Walk
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.loading import load

if TYPE_CHECKING:
    from cablesim.scenario.scenario import Scenario

TELEGRAMS = sorted((Path(__file__).parent.parent / "telegrams").glob("*.txt"))
PAGES = {name: specimen(name) for name in specimen_names()} | {
    path.name: path.read_text(encoding="utf-8") for path in TELEGRAMS
}


def walked(scenario: Scenario) -> list[str]:
    walk = Walk(scenario, Record(None))
    pages = [walk.page.id]
    while walk.forward():
        pages.append(walk.page.id)
    assert walk.run.recovered == walk.run.prepared
    return list(dict.fromkeys(pages))


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_scenario_made_from_a_telegram_checks_without_errors_and_walks(
    name: str, tmp_path: Path
) -> None:
    data = PAGES[name].encode()
    made = make(tmp_path / "new", data)
    report = check(tmp_path / "new")
    assert [each for each in report.findings if each.severity is Severity.ERROR] == []
    assert (tmp_path / "new" / "document.txt").read_bytes() == data
    scenario = load(tmp_path / "new")
    pages = walked(scenario)
    assert pages[0] == "cover"
    assert pages[-1] == "end"
    assert len(pages) >= 14
    assert len(scenario.evidence.copies) == len(made.reading.copies.holdings)


def test_every_guess_is_marked_and_the_marks_are_counted(tmp_path: Path) -> None:
    made = make(tmp_path / "new", PAGES["S02_fused_header.txt"].encode())
    text = (tmp_path / "new" / "scenario.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    assert data["source"]["sha256"] == hashlib.sha256(made.files["document.txt"]).hexdigest()
    for table in ("form", "bracket", "fused", "copy"):
        heads = [line for line in text.split("\n") if line.startswith(f"[[{table}]]")]
        assert len(heads) == len(data[table])
        assert all(line.endswith(PROPOSED) for line in heads)
    marked = "".join(content.decode() for name, content in made.files.items() if "toml" in name)
    assert made.proposed == sum(line.endswith(PROPOSED) for line in marked.split("\n"))
    assert made.to_fill_in == sum(line.endswith(FILL_IN) for line in marked.split("\n"))


def test_what_is_doubtful_stands_in_the_file_and_nothing_was_mended(tmp_path: Path) -> None:
    made = make(tmp_path / "new", PAGES["S10_number_conflict.txt"].encode())
    text = (tmp_path / "new" / "scenario.toml").read_text(encoding="utf-8")
    for doubt in made.reading.doubts:
        assert f"#   line {doubt.line}: {doubt.sentence}" in text
    gaps = {claim["id"]: claim for claim in tomllib.loads(
        (tmp_path / "new" / "history.toml").read_text(encoding="utf-8"))["claim"]}  # fmt: skip
    assert gaps["g-number"]["standing"] == "gap"
    assert "2870" in gaps["g-number"]["text"]
    assert "3870" in gaps["g-number"]["text"]


def test_what_the_page_does_not_say_is_a_gap_with_its_question(tmp_path: Path) -> None:
    make(tmp_path / "new", PAGES["bare.txt"].encode())
    scenario = load(tmp_path / "new")
    gaps = [claim for claim in scenario.evidence.claims if claim.asks]
    assert {"g-drafter", "g-cipher", "g-delivery"} <= {claim.id for claim in gaps}
    assert "copies" not in {stage.id for stage in scenario.evidence.route.stages}


def test_messages_and_parts_are_proposed_each_with_its_lines(tmp_path: Path) -> None:
    parts = "TELEGRAM No. 52\nContinuation of No. 51.\nand tents.\nOLDEN\n----\nTELEGRAM No. 51\nTo BRANN. We need horses\n"  # noqa: E501 - a page.
    make(tmp_path / "new", parts.encode())
    head, teaching = (
        tomllib.loads((tmp_path / "new" / f"{file}.toml").read_text(encoding="utf-8"))
        for file in ("scenario", "teaching")
    )
    assert head["source"]["telegram"] == [
        {"first": 6, "last": 7, "title": "part 1"},
        {"first": 1, "last": 4, "title": "part 2"},
    ]
    assert teaching["text"] == [{"first": 7, "last": 7}, {"first": 3, "last": 4}]
    assert load(tmp_path / "new").document.lines[5] == "TELEGRAM No. 51"


@pytest.mark.parametrize(("total", "agrees"), [("2 copies", ""), ("4 copies", "false")])
def test_a_stated_total_and_the_place_are_proposed(
    total: str,
    agrees: str,
    tmp_path: Path,
) -> None:
    page = f"TELEGRAM No. 1\nFrom NORTHAVEN\nTo VESK\nAll is well.\nORLO\nCopies: Vesk, Ames\nTotal: {total}\n"  # noqa: E501 - a page.
    make(tmp_path / "new", page.encode())
    data = tomllib.loads((tmp_path / "new" / "scenario.toml").read_text(encoding="utf-8"))
    assert (data["copies"]["total"], data["copies"]["line"]) == (int(total[0]), 7)
    assert str(data["copies"].get("agrees", "")).lower() == agrees
    assert data["place"] == [{"id": "northaven", "name": "Northaven"}]
    assert check(tmp_path / "new").findings == ()


def test_from_nothing_an_invented_telegram_stands_in(tmp_path: Path) -> None:
    make(tmp_path / "new", None)
    scenario = load(tmp_path / "new")
    assert scenario.document.lines[0].startswith("Ciphered telegram, an invented")
    assert walked(scenario)[-2:] == ["modern", "end"]


ENDINGS = {
    "crlf": PAGES["S02_fused_header.txt"].replace("\n", "\r\n").encode(),
    "bom": b"\xef\xbb\xbf" + PAGES["S02_fused_header.txt"].encode(),
    "strange signs": "TO THE CONSUL\n\x1b]52;c;x\x07 \u202e é ß 漢 ☃ ١ \\ ''' \"\"\"\n".encode(),
    "one line without end": b"HERON",
}


@pytest.mark.parametrize("name", sorted(ENDINGS))
def test_pages_with_other_ends_and_signs_open_and_are_copied_byte_for_byte(
    name: str, tmp_path: Path
) -> None:
    make(tmp_path / "new", ENDINGS[name])
    assert (tmp_path / "new" / "document.txt").read_bytes() == ENDINGS[name]
    walked(load(tmp_path / "new"))


@settings(max_examples=15)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_whatever_the_text_is_the_files_are_whole(text: str) -> None:
    if not text.strip():
        return
    made = draft("x", text.encode())
    for name, content in made.files.items():
        if name.endswith(".toml"):
            assert tomllib.loads(content.decode())["format"] == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"TO\nTHE \xff CONSUL", r"line 2 .* no UTF-8 \(0xff\); save it as UTF-8"),
        (b" \n\n", "has no text"),
        (b"x" * 300_000, "larger than 262,144 bytes"),
        (b"a\0b", "no text: a␀b; save it as plain text"),
    ],
)
def test_what_is_no_telegram_is_refused_and_nothing_is_made(
    data: bytes, said: str, tmp_path: Path
) -> None:
    with pytest.raises(CablesimError, match=said):
        make(tmp_path / "new", data)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_is_there_already_is_left_alone(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "new"
    if kind == "folder":
        path.mkdir()
    elif kind == "file":
        path.write_text("mine", encoding="utf-8")
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotWritten, match="there already"):
        make(path, None)
    assert [each.name for each in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize("call", ["fsync", "write", "fchmod"])
def test_a_disk_that_fails_leaves_no_half_made_folder(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(NotWritten, match="No space left"):
        make_folder(tmp_path / "new", {"a": b"x"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "write", "rename", "fchmod"])
def test_a_file_that_cannot_be_written_stays_as_it_was(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")

    def fails(*_: object, **__: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(NotWritten, match="was not written"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


def test_a_file_keeps_its_mode_and_halves_of_the_dead_are_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    (tmp_path / ".a.toml.999999999.half").write_bytes(b"left behind")
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


@pytest.mark.parametrize("kind", ["link", "hard link", "pipe", "folder"])
def test_nothing_is_written_through_a_link_or_into_what_is_no_file(
    kind: str, tmp_path: Path
) -> None:
    path, other = tmp_path / "a.toml", tmp_path / "other"
    other.write_bytes(b"not ours")
    if kind == "link":
        path.symlink_to(other)
    elif kind == "hard link":
        path.hardlink_to(other)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(NotWritten):
        write_whole(path, b"new")
    assert other.read_bytes() == b"not ours"

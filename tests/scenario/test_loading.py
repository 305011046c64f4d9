"""Loading: every slip is told with file, line and key; a stranger's folder does no harm."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from folders import change
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import make_folder
from program import ROOT, cablesim

from cablesim.scenario.checked import Checked
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.loading import load
from cablesim.scenario.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "TO THE CONSUL\nWE AGREE [sic] TO THE PLAN.\nHERON\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "scenario", TEXT)


def problems(folder: Path) -> str:
    """Return everything that is said of a folder, whether it refuses or leaves a part out."""
    try:
        return "\n".join(map(str, load(folder).faults))
    except ScenarioError as error:
        return str(error)


SLIPS = [
    (
        "history.toml",
        'standing = "gap"',
        'standng = "gap"',
        r"history\.toml:\d+:1: claim\.0.*standing",
    ),
    (
        "history.toml",
        'asks = "Who made it up?"',
        "",
        r"history\.toml:\d+:1: claim\.0.*'asks' is missing",
    ),
    ("history.toml", 'sure = ["c-gap"]', 'sure = ["c-gpa"]', r"no claim 'c-gpa'; write 'c-gap'"),
    ("history.toml", 'after = ["sign"]', 'after = ["sing"]', r"after 'sing', which is no stage"),
    ("history.toml", "after = []", 'after = ["copies"]', r"wait for each other"),
    (
        "history.toml",
        'who = "originator"',
        'who = "orignator"',
        r"no party 'orignator'; write 'originator'",
    ),
    ("scenario.toml", "minutes = 5", 'minutes = "5"', r"scenario\.toml:6:11: minutes: .*write 5"),
    ("scenario.toml", 'title = "An', 'titel = "An', r"scenario\.toml:4:1: titel: .*write 'title'"),
    ("scenario.toml", 'lang = "en"', "lang = en", r"scenario\.toml:5:8"),
    ("scenario.toml", "format = 1", "format = 2", r"format 2; this program knows format 1; update"),
    ("scenario.toml", 'id = "post"', 'id = "tarn"', r"the id 'tarn' stands already on line \d+"),
    ("scenario.toml", "count = 2", "count = 0", r"copy\.0\.count"),
    (
        "teaching.toml",
        "pages = 60",
        "pages = 0",
        r"teaching\.toml:4:17: pad\.pages: 0 is out of bounds",
    ),
    ("teaching.toml", "last = 3", "last = 99", r"the document has 3 lines, and these go on to 99"),
    (
        "codebook.toml",
        '"A DECISION" = "',
        '"A DECISION" = "0',
        r"codebook\.toml:\d+:16: words\.A DECISION: .*four figures",
    ),
    ("glossary.toml", "teaching = true", "teaching = yes", r"glossary\.toml:5:12"),
    (
        "walk.md",
        "{task}",
        "{c-gpa}",
        r"walk\.md:3:11: cover: there is no claim 'c-gpa'; write \{c-gap\}",
    ),
    ("walk.md", "# cover", "# covr", r"there is no page 'covr'; write # cover"),
    (
        "walk.md",
        "Read it. {task}",
        "Predict: What?\n( ) a\n( ) b\nWhy: x {task}",
        r"no option is right",
    ),
    ("document.txt", "AGREE", "REFUSE", r"document\.txt:1:1: the document is not the pinned one"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), SLIPS)
def test_a_slip_is_told_with_its_place_and_cure(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    change(folder, file, old, new)
    assert re.search(said, problems(folder)), problems(folder)


def test_all_slips_of_a_kind_are_told_at_once(folder: Path) -> None:
    change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
    change(folder, "scenario.toml", "minutes = 5", 'minutes = "5"')
    change(folder, "teaching.toml", "pages = 60", "pages = 0")
    said = problems(folder)
    assert {"history.toml", "scenario.toml", "teaching.toml"} <= set(
        re.findall(r"^\w+\.toml", said, re.MULTILINE)
    )


def quoted_claim(folder: Path, standing: str, quote: str, line: int) -> str:
    change(
        folder,
        "history.toml",
        "[[stage]]",
        f'[[claim]]\nid = "c-new"\nstanding = "{standing}"\ntext = "It says so."\n'
        f'quote = "{quote}"\nline = {line}\n[[stage]]',
    )
    change(folder, "scenario.toml", "[rights]", '[[bracket]]\nline = 2\ntext = "[sic]"\n[rights]')
    return problems(folder)


def test_a_quote_on_the_wrong_line_is_told_with_the_right_one(folder: Path) -> None:
    assert "does not stand on line 1 of the document; it stands on line 3" in quoted_claim(
        folder, "document", "HERON", 1
    )


def test_a_document_quote_may_not_hold_the_editions_bracket(folder: Path) -> None:
    assert "holds an editor's bracket" in quoted_claim(folder, "document", "AGREE [sic]", 2)


def unlinked(change_it: Callable[[Path, Path], object]) -> Callable[[Path, str], None]:
    """Return a change of a file that begins by taking it away, kept outside."""

    def changed(folder: Path, name: str) -> None:
        target, outside = folder / name, folder.parent / "outside.toml"
        shutil.move(target, outside)
        change_it(target, outside)

    return changed


def text(content: str) -> Callable[[Path, Path], object]:
    return lambda target, _: target.write_text(content, encoding="utf-8")


KINDS: dict[str, Callable[[Path, str], None]] = {
    "link": unlinked(lambda target, outside: target.symlink_to(outside)),
    "hard link": unlinked(lambda target, outside: os.link(outside, target)),
    "pipe": unlinked(lambda target, _: os.mkfifo(target)),
    "folder": unlinked(lambda target, _: target.mkdir()),
    "device": unlinked(lambda target, _: target.symlink_to("/dev/zero")),
    "too large": unlinked(text("#" * 300_000)),
    "no UTF-8": unlinked(lambda target, _: target.write_bytes(b"format = 1\nx = '\xff'\n")),
    "missing": unlinked(lambda _, __: None),
    "dots": unlinked(text("a" + ".a" * 20_000 + " = 1\n")),
    "brackets": unlinked(text("a = " + "[" * 20_000 + "\n")),
    "digits": unlinked(text("a = " + "9" * 100_000 + "\n")),
    "tables": unlinked(text("[" + ".".join(["a"] * 5_000) + "]\n")),
}


@pytest.mark.parametrize(
    ("file", "code"), [("history.toml", 2), ("glossary.toml", 0)], ids=["needed", "spare"]
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_is_refused_or_left_out_with_its_name_quickly_and_small(
    folder: Path, kind: str, file: str, code: int
) -> None:
    KINDS[kind](folder, file)
    program = (
        "import resource, sys; from cablesim.__main__ import guarded\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (5, 5))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        f"sys.exit(guarded(['walk', {str(folder)!r}, '--json']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == code
    at_home = "scenario.toml:" if kind == "missing" else f"{file}:"
    assert at_home in done.stderr or (kind, code) == ("missing", 0)
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 8_000


@pytest.mark.parametrize("name", ["title", "licence", "about"])
def test_control_signs_of_a_file_reach_no_output(folder: Path, name: str) -> None:
    bad = "x\\u001b]52;c;aGk=\\u0007\\u202e\\u200b\\u009b2Jy"
    change(folder, "scenario.toml", 'licence = "CC0-1.0"', f'licence = "CC0-1.0"\nabout = "{bad}"')
    change(folder, "scenario.toml", 'title = "An invented', f'title = "{bad} An invented')
    for words in (["walk", str(folder), "--plain"], ["walk", str(folder), "--json"]):
        done = cablesim(*words)
        assert done.returncode == 0
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", done.stdout
        )


def test_checked_marks_change_with_every_byte(folder: Path, tmp_path: Path) -> None:
    marks = Checked(tmp_path / "marks")
    load(folder, marks)
    assert len(list((tmp_path / "marks").iterdir())) == 1
    change(folder, "glossary.toml", "Figures.", "Figures!")
    load(folder, marks)
    assert len(list((tmp_path / "marks").iterdir())) == 2


def test_marks_that_cannot_be_written_cost_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "marks").write_text("in the way", encoding="utf-8")
    assert load(folder, Checked(tmp_path / "marks")).id == "invented"


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_any_text_as_toml_is_read_or_refused_in_words(text: str) -> None:
    try:
        read_toml(text, "any.toml")
    except ScenarioError as error:
        assert str(error).startswith("any.toml:")  # noqa: PT017 - either outcome is right.


@settings(max_examples=60)
@given(st.data())
def test_any_byte_changed_in_any_file_loads_or_is_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = make_folder(tmp_path_factory.mktemp("byte") / "s", TEXT)
    file = data.draw(
        st.sampled_from(
            ["scenario.toml", "history.toml", "teaching.toml", "walk.md", "glossary.toml"]
        )
    )
    whole = bytearray((folder / file).read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    (folder / file).write_bytes(bytes(whole))
    try:
        load(folder)
    except ScenarioError as error:
        assert re.match(r"\S+:\d+:\d+:", str(error))  # noqa: PT017 - either outcome is right.

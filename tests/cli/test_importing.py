"""`progress import` says what it would take away, and no file breaks what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import cablesim
from pupils import at, entry

from cablesim.lessons.entry import Entry, Event, now, turn_after
from cablesim.lessons.record import Record
from cablesim.lessons.transfer import exported

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = {"exercise": "", "number": ""}


def home_with(folder: Path, *steps: str) -> Path:
    folder.mkdir(exist_ok=True)
    record = Record(folder / "record.sqlite")
    for step in steps:
        record.add(entry(step))
    record.close()
    return folder


def file_with(path: Path, *events: Event) -> str:
    path.write_text(exported(events), encoding="utf-8")
    return str(path)


def lines(home: Path) -> int:
    return len(cablesim("progress", "dump", home=home).stdout.splitlines())


def test_an_import_asks_for_a_word_before_it_removes_and_says_what_it_removed(
    tmp_path: Path,
) -> None:
    b = home_with(tmp_path / "b", *"1234567")
    # All was done within one minute or two, so the wish is put after that.
    mark = Event("a" * 32, turn_after(0, now()) + 60_000, now(), Entry("", "", "forgotten", {}))
    file = file_with(tmp_path / "f", mark)
    done = cablesim("progress", "import", file, home=b)
    assert (done.returncode, done.stdout, lines(b)) == (2, "", 7)
    assert "7 of your steps would be removed, because the other record forgot them" in done.stderr
    assert "s, the walk: 7" in done.stderr
    assert "Add --yes" in done.stderr
    done = cablesim("progress", "import", file, "--yes", home=b)
    assert (done.returncode, lines(b)) == (0, 1)
    assert "7 steps removed: the other record forgot them." in done.stdout
    (copy,) = b.glob("record.sqlite.before-import-*")
    assert str(copy) in done.stdout


def test_a_wish_to_forget_from_the_end_of_time_removes_nothing(tmp_path: Path) -> None:
    b = home_with(tmp_path / "b", *"1234567")
    mark = Event("a" * 32, 10**15, at(), Entry("", "", "forgotten", EVERYTHING))
    for words in ((), ("--yes",)):
        done = cablesim("progress", "import", file_with(tmp_path / "f", mark), *words, home=b)
        assert (done.returncode, lines(b)) == (0, 7)
        assert "left out: 1 wish of the other record to forget" in done.stderr


@pytest.mark.parametrize("turn", [10**15, 10**16])
def test_an_export_after_any_import_can_be_imported(tmp_path: Path, turn: int) -> None:
    b, c = home_with(tmp_path / "b", "1"), tmp_path / "c"
    far = Event("a" * 32, turn, "9999-12-31T23:59+00:00", entry("far"))
    assert cablesim("progress", "import", file_with(tmp_path / "f", far), home=b).returncode == 0
    home_with(b, "2")
    assert cablesim("progress", "export", str(tmp_path / "g"), home=b).returncode == 0
    done = cablesim("progress", "import", str(tmp_path / "g"), home=c)
    assert (done.returncode, done.stderr, lines(c)) == (0, "", 3)
    assert "by a clock that was ahead" in cablesim("progress", "dump", home=c).stdout
    for words in (("review", "--plain"), ("review", "--json"), ("progress", "--plain")):
        assert cablesim(*words, home=c).returncode == 0


def test_half_a_sign_is_refused_with_its_line(tmp_path: Path) -> None:
    half = Event("a" * 32, 1, at(), entry("x", "\ud800"))
    done = cablesim("progress", "import", file_with(tmp_path / "f", half), home=tmp_path / "b")
    assert (done.returncode, done.stdout) == (2, "")
    assert "line 2 holds half a sign" in done.stderr

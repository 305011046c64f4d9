"""Unsaved text: in the journal at once, offered again, thrown away only when it is saved."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from program import ROOT

from cablesim.authoring.journal import Journal, difference, left_behind
from cablesim.authoring.manuscript import Conflict, Manuscript, files_of, journals
from cablesim.authoring.writing import NotWritten
from cablesim.errors import CablesimError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "walk.md"
    path.write_text("# cover\n", encoding="utf-8")
    return path


@given(st.text(), st.text())
def test_the_change_between_two_texts_leads_from_one_to_the_other(a: str, b: str) -> None:
    change = difference(a, b)
    assert change.of(a) == b
    assert not (change.removed and change.inserted and a == b)


def test_a_change_is_no_larger_than_what_was_typed() -> None:
    change = difference("one two three", "one twwo three")
    assert (change.removed, change.inserted) == (0, "w")


@given(st.lists(st.text(max_size=20), max_size=8), st.text(max_size=20))
def test_every_text_typed_is_had_again_from_the_journal(texts: list[str], base: str) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name), Path(name) / "a.toml"
        journal, text = Journal(folder, file, base), base
        for each in texts:
            journal.add(difference(text, each))
            text = each
        journal.close()
        left = left_behind(folder, file)
        assert [each.text for each in left] == ([text] if text != base else [])


def test_what_a_living_program_holds_is_not_offered(file: Path) -> None:
    manuscript = Manuscript(file)
    manuscript.typed("# cover\n\nHello.\n")
    assert Manuscript(file).left() == ()
    manuscript.close()
    left = Manuscript(file).left()
    assert [(each.text, each.changes) for each in left] == [("# cover\n\nHello.\n", 1)]


def test_a_journal_cut_short_anywhere_gives_a_text_that_was_there(file: Path) -> None:
    manuscript = Manuscript(file)
    texts = ["# cover\n" + "words "[:n] for n in range(1, 7)]
    for text in texts:
        manuscript.typed(text)
    manuscript.close()
    path = next(journals().glob("*.journal"))
    whole = path.read_bytes().rstrip(b"\0")
    for size in range(len(whole) - 40, len(whole) + 1):
        path.write_bytes(whole[:size])
        found = left_behind(journals(), file)
        assert {each.text for each in found} <= set(texts)
        assert found
    path.write_bytes(b"rubbish\n")
    assert left_behind(journals(), file) == ()
    assert not path.exists()


def test_saving_writes_the_file_whole_and_throws_the_journal_away(file: Path) -> None:
    manuscript = Manuscript(file)
    manuscript.typed("# end\n")
    assert manuscript.dirty
    assert file.read_text(encoding="utf-8") == "# cover\n"
    manuscript.save()
    assert manuscript.text == manuscript.saved == "# end\n"
    assert file.read_text(encoding="utf-8") == "# end\n"
    assert list(journals().iterdir()) == []


def test_text_that_is_typed_back_to_what_is_saved_leaves_no_journal(file: Path) -> None:
    manuscript = Manuscript(file)
    manuscript.typed("# cover!\n")
    manuscript.typed("# cover\n")
    manuscript.close()
    assert Manuscript(file).left() == ()


def test_a_file_that_changed_on_disk_is_not_written_over_unasked(file: Path) -> None:
    manuscript = Manuscript(file)
    manuscript.typed("# mine\n")
    file.write_text("# theirs\n", encoding="utf-8")
    assert manuscript.changed_on_disk
    with pytest.raises(Conflict, match="changed on disk"):
        manuscript.save()
    assert file.read_text(encoding="utf-8") == "# theirs\n"
    manuscript.save(over=True)
    assert file.read_text(encoding="utf-8") == "# mine\n"
    file.write_text("# again\n", encoding="utf-8")
    manuscript.reload()
    assert manuscript.text == "# again\n"


def test_a_save_that_fails_keeps_text_and_journal(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manuscript = Manuscript(file)
    manuscript.typed("# mine\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(NotWritten):
            manuscript.save()
    assert manuscript.dirty
    manuscript.close()
    assert [left.text for left in Manuscript(file).left()] == ["# mine\n"]
    assert file.read_text(encoding="utf-8") == "# cover\n"


def test_a_journal_that_cannot_be_written_says_so_and_catches_up(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manuscript = Manuscript(file)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(os, "pwrite", full)
        broken.setattr(os, "posix_fallocate", full)
        manuscript.typed("# a\n")
        assert "not kept on disk" in manuscript.trouble
    manuscript.typed("# ab\n")
    assert manuscript.trouble == ""
    manuscript.close()
    assert [left.text for left in Manuscript(file).left()] == ["# ab\n"]


def test_a_disk_that_fills_up_leaves_the_room_that_was_taken_ahead(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manuscript = Manuscript(file)
    manuscript.typed("# c\n")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "posix_fallocate", full)
    for count in range(1, 200):
        manuscript.typed("# c" + "x" * count)
    assert manuscript.trouble == ""
    assert next(journals().glob("*.journal")).stat().st_size == 64 * 1024


def test_the_document_and_what_cannot_be_read_are_not_edited(tmp_path: Path) -> None:
    document = tmp_path / "document.txt"
    document.write_text("TO\n", encoding="utf-8")
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    (tmp_path / "link.toml").symlink_to(document)
    for name in ("document.txt", "bad.toml", "link.toml"):
        manuscript = Manuscript(tmp_path / name)
        assert manuscript.why_not
        manuscript.typed("changed")
        with pytest.raises(CablesimError, match="not edited here"):
            manuscript.save()
    assert document.read_text(encoding="utf-8") == "TO\n"


def test_journals_are_the_authors_own(file: Path) -> None:
    Manuscript(file).typed("x")
    path = next(journals().glob("*.journal"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert journals().stat().st_mode & 0o777 == 0o700


def test_the_files_are_offered_in_the_order_of_an_authors_work(tmp_path: Path) -> None:
    for name in ("walk.md", "scenario.toml", "glossary.toml", ".x.toml", "pad.bin", "history.toml"):
        (tmp_path / name).touch()
    assert files_of(tmp_path) == ("scenario.toml", "history.toml", "walk.md", "glossary.toml")


TYPIST = """
import sys
from pathlib import Path
from cablesim.authoring.manuscript import Manuscript
manuscript = Manuscript(Path(sys.argv[1]))
for number in range(100_000):
    manuscript.typed(manuscript.text + "x")
    print(len(manuscript.text), flush=True)
"""


def test_kill_9_at_any_moment_loses_at_most_the_change_in_flight(file: Path, home: Path) -> None:
    for wait in (0.02, 0.05, 0.09):
        environment = {**os.environ, "CABLESIM_HOME": str(home), "PYTHONPATH": str(ROOT)}
        words = [sys.executable, "-c", TYPIST, str(file)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, env=environment) as typist:
            assert typist.stdout is not None
            typist.stdout.readline()
            time.sleep(wait)
            typist.send_signal(signal.SIGKILL)
            last = int(typist.stdout.read().split()[-1])
        left = Manuscript(file).left()
        assert last <= len(left[0].text) <= last + 1
        assert left[0].text.rstrip("x") == "# cover\n"
        left[0].forget()

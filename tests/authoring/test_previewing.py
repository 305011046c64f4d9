"""The preview: it sees a save, keeps the place, and keeps the last good view."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from invented import make_folder

from cablesim.authoring.previewing import Preview
from cablesim.authoring.watching import stamp
from cablesim.authoring.writing import write_whole
from cablesim.lessons.places import record_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "s", "TO THE CONSUL\nWE AGREE.\nHERON\n")


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    write_whole(folder / file, text.replace(old, new, 1).encode())


def looked(preview: Preview) -> Preview:
    preview.take(preview.look())
    return preview


def test_a_save_is_seen_and_the_walker_stays_on_the_page(folder: Path) -> None:
    preview = looked(Preview(folder))
    assert stamp(folder) == (preview.latest.stamp if preview.latest else ())
    assert preview.walk is not None
    preview.walk.go("encode")
    preview.walk.set_garbles(3)
    change(folder, "history.toml", "At encode", "Another heading")
    assert preview.changed
    looked(preview)
    assert (preview.walk.page.id, preview.walk.page.title) == ("encode", "Another heading")
    assert preview.walk.progress.choices.garbles == 3


def test_a_mistake_is_told_with_its_place_and_the_last_good_view_stays(folder: Path) -> None:
    preview = looked(Preview(folder))
    good = preview.walk
    change(folder, "history.toml", 'standing = "gap"', 'standng = "gap"')
    look = preview.look()
    preview.take(look)
    assert preview.stale
    assert preview.walk is good
    assert str(look.findings[0]).startswith("history.toml:")
    change(folder, "history.toml", 'standng = "gap"', 'standing = "gap"')
    assert not looked(preview).stale


def test_where_a_page_is_gone_its_neighbour_is_shown(folder: Path) -> None:
    preview = looked(Preview(folder))
    assert preview.walk is not None
    preview.walk.go("report")
    text = (folder / "history.toml").read_text(encoding="utf-8")
    write_whole(folder / "history.toml", text.replace('"report"', '"answer"').encode())
    looked(preview)
    assert preview.walk.page.id == "answer"


def test_a_preview_leaves_no_trace_on_the_record(folder: Path) -> None:
    preview = looked(Preview(folder))
    assert preview.walk is not None
    preview.walk.forward()
    assert not record_file().exists()


def test_the_stamp_sees_writing_replacing_adding_and_not_halves(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a", encoding="utf-8")
    first = stamp(tmp_path)
    (tmp_path / ".a.toml.1.half").write_text("x", encoding="utf-8")
    assert stamp(tmp_path) == first
    os.utime(path, ns=(1, 1))
    second = stamp(tmp_path)
    assert second != first
    (tmp_path / "b.md").touch()
    assert stamp(tmp_path) != second
    assert stamp(tmp_path / "none") == ()

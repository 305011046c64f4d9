"""Whatever the umask, nobody else can look into what the program keeps of a learner."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from program import ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXERCISE = ("do", "stalin-zhou-3305", "copies", "--plain")


def left_open(folder: Path) -> list[str]:
    """Return what others than the owner have a right to, below a folder."""
    return [
        f"{stat.S_IMODE(path.stat().st_mode):o} {path.relative_to(folder)}"
        for path in folder.rglob("*")
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]


@pytest.mark.parametrize("umask", [0, 0o022])
@pytest.mark.parametrize("named", [True, False])
def test_every_folder_and_file_is_the_owners_alone(
    tmp_path: Path, umask: int, *, named: bool
) -> None:
    home = {"CABLESIM_HOME": str(tmp_path / "above" / "home")}
    xdg = {
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache" / "deep"),
        "CABLESIM_HOME": "",
    }
    # It is killed at the end, so that logs and locks are there to be looked at as well.
    running = subprocess.Popen(
        [sys.executable, "-m", "cablesim", *EXERCISE],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(home if named else xdg)},
        cwd=ROOT,
        umask=umask,
    )
    end = time.monotonic() + 60
    try:
        while running.poll() is None and not list(tmp_path.rglob("record.sqlite-wal")):
            assert time.monotonic() < end, "the record has no log where this folder lies"
            time.sleep(0.05)
        assert running.poll() is None
        assert list(tmp_path.rglob("checked/*"))
        assert left_open(tmp_path) == []
    finally:
        running.kill()
        running.communicate(timeout=30)

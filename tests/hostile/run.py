"""Tries the hostile folders of one kind and prints what did not hold, a line each.

    python tests/hostile/run.py term

It runs in a process of its own, so that the peak memory of a run is the program's.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hostile import corpus, harness
from hostile.spoiling import Case
from invented import make_folder

TEXT = "TELEGRAM No. 17\nTO REED\nMEET THE HERON AT NOON. 12 BOXES.\nAGREED\nDIRECTOR\n"
CODES = {0, 1, 2}
MOST_TOLD = 200_000
LONGEST_REFUSAL = 8_000
# Line ends and tabs are the only control signs that may reach a terminal.
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\udc80-\udcff]"
)


def main(kind: str) -> int:
    """Try every case of a kind; return how many promises were broken."""
    broken = 0
    with tempfile.TemporaryDirectory() as made:
        base = Path(made)
        os.environ["CABLESIM_HOME"] = str(base / "home")
        sound = make_folder(base / "sound", TEXT)
        harness.warm(sound)
        chosen = [case for case in corpus.cases() if case.kind == kind]
        for number, case in enumerate(chosen):
            for line in _broken(case, sound, base / f"case{number}"):
                broken += 1
                sys.stdout.write(f"{case.name}: {line}\n")
            shutil.rmtree(base / f"case{number}")
    sys.stdout.write(f"{len(chosen)} cases tried\n")
    return broken


def _broken(case: Case, sound: Path, place: Path) -> Iterator[str]:
    """Spoil a copy of the sound folder, run the program on it, yield what did not hold."""
    folder = place / "in" / "folder"
    shutil.copytree(sound, folder)
    (place / "out").mkdir()
    case.spoil(folder)
    before = _seen(place / "in")
    acts = [["check", str(folder)]]
    if case.walks:
        acts.append(["walk", str(folder), "--plain"])
    for words in acts:
        ran = harness.run(words, place / "out")
        yield from (f"{words[0]}: {line}" for line in _kept(ran, folder))
    if _seen(place / "in") != before:
        yield "a file was changed, made or taken away"


def _kept(ran: harness.Ran, folder: Path) -> Iterator[str]:
    """Yield every promise that a run did not keep."""
    said = ran.out + ran.err
    if ran.code not in CODES:
        yield f"left with {ran.code}: {said[-300:]!a}"
    if ran.peak > harness.MOST_BYTES:
        yield f"took {ran.peak // 1024 // 1024} MB"
    if "Traceback" in said or "is a bug in" in said:
        yield f"a traceback or bug: {said[-300:]!a}"
    if found := ACTING.search(said):
        yield f"{found.group()!a} reached the terminal: {said[found.start() - 40 :][:80]!a}"
    if ran.code and not said.strip():
        yield "nothing was said"
    if len(ran.err) > LONGEST_REFUSAL:
        yield f"the refusal has {len(ran.err):,} signs"
    yield from _done(ran, folder)


def _done(ran: harness.Ran, folder: Path) -> Iterator[str]:
    """Yield what a run did to the world that it must not do."""
    for doing in ran.doings:
        act, _, what = doing.partition(" ")
        if act == "write" and str(folder.parent) in what:
            yield f"wrote {what}"
        elif act == "read" and re.search(r"outside|/etc/passwd|/dev/zero|environ", what):
            yield f"read {what}"
        elif act.startswith(harness.FORBIDDEN):
            yield f"did {doing[:200]}"


def _seen(place: Path) -> dict[str, str]:
    """Return what lies at a place: kinds, and hashes of plain files that can be read."""
    found = {}
    for path in sorted(place.rglob("*")):
        plain = path.is_file() and not path.is_symlink()
        found[os.fsdecode(path)] = (
            hashlib.sha256(path.read_bytes()).hexdigest() if plain else f"{path.lstat().st_mode}"
        )
    return found


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1]), 99))

"""Kill a learner's program, or have the disk fail it, at every call by which it writes.

The program is run under `strace`, which can have one call of it fail (no room on the disk, an error
of the disk) or kill it there; a disk that is full stays so until the end, an error passes. Whatever
happens, the program goes on to its end and says what is not saved; the record is sound, holds every
act that was told to be safe, and all acts where the fault has passed.

    python tools/disk_faults.py [--every 1] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from traced import WAYS, Call, disk_for, missing, prepare, run, script, traced

from cablesim.lessons.record import Record

KILL, FULL, ERROR = "signal=KILL", "error=ENOSPC", "error=EIO"
WRITES = frozenset({"pwrite64", "write", "ftruncate"})
MAKES = frozenset({"openat", "link", "linkat", "mkdir", "rename"})
FORCES = frozenset({"fsync", "fdatasync"})
TAKES = frozenset({"unlink", "unlinkat"})
KILLED = {-9, 137}
ACTS = 5


@dataclass(frozen=True, slots=True)
class Point:
    """A call of the program by its name and number among its like, and what happens there."""

    name: str
    number: int
    fault: str

    @property
    def passes(self) -> bool:
        """The disk is well again afterwards."""
        return self.fault == ERROR

    @property
    def option(self) -> str:
        """What strace is told."""
        # Files are opened for reading too, which a full disk does not hinder.
        stays = "+" if self.fault == FULL and self.name != "openat" else ""
        return f"inject={self.name}:{self.fault}:when={self.number}{stays}"

    def __str__(self) -> str:
        return f"{self.fault} at {self.name} {self.number}"


def points(seen: tuple[Call, ...], folder: Path) -> Iterator[Point]:
    """Return every point at which a call that changes a folder can fail."""
    numbers: Counter[str] = Counter()
    handles: set[int] = set()
    for call in seen:
        numbers[call.name] += 1
        if call.result < 0 or not _concerns(call, folder, handles):
            continue
        fills = call.name in WRITES | MAKES
        if call.name == "openat":
            fills = "O_CREAT" in " ".join(call.words)
        for fault in (KILL, ERROR, FULL):
            if fault != FULL or fills:
                yield Point(call.name, numbers[call.name], fault)


def _concerns(call: Call, folder: Path, handles: set[int]) -> bool:
    """Tell whether a call changes something in a folder; keep which handles are open there."""
    if call.name == "close":
        handles.discard(call.number(0))
        return False
    if call.name in WRITES | FORCES:
        return call.number(0) in handles
    if call.name not in MAKES | TAKES:
        return False
    at = call.name in {"openat", "unlinkat", "linkat"}
    path = call.path(int(at))
    ours = path == folder or folder in path.parents
    if call.name == "openat":
        handles.discard(call.result)
        if ours:
            handles.add(call.result)
    return ours


def fails(way: str, point: Point) -> str:
    """Run the program with one fault; return what is wrong afterwards, or nothing."""
    disk = disk_for(way)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name).resolve() / "r"
        before = prepare(way, path)
        done = run(
            way, path, ACTS, Path(os.devnull), "-e", f"trace={point.name}", "-e", point.option
        )
        killed = point.fault == KILL and done.returncode in KILLED
        ended = done.returncode == 0 and done.stdout[-1:] in {b".", b"?"}
        if done.stderr or not (killed or ended):
            said = done.stderr[-300:].decode(errors="replace")
            return f"it ended with {done.returncode} after {done.stdout!r}: {said}"
        record = Record(path, disk=lambda _: disk)
        entries = tuple(event.entry for event in record.events())
        record.close()
        if record.trouble or record.notice not in {"", disk.notice}:
            return record.trouble or record.notice
        whole = (*before, *script(ACTS))
        if entries != whole[: len(entries)]:
            return "the acts are not those of the script in order"
        told = done.stdout.count(b"+")
        enough = len(whole) if point.passes else len(before) + told
        return "" if len(entries) >= enough else f"{told} told, {len(entries)} of {enough} found"


def main() -> int:
    """Run as told and print one line of figures for each way."""
    words = argparse.ArgumentParser(description="a kill or a failing disk at every call")
    words.add_argument("--every", type=int, default=1, help="take one point of so many")
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    if why := missing():
        print(f"no failing disks: {why}", file=sys.stderr)
        return 0
    chance = random.Random(asked.seed)  # noqa: S311 - a choice of points, no secret.
    faulty = 0
    for way in WAYS:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name).resolve() / "r"
            prepare(way, path)
            found = list(points(traced(way, path, ACTS), path.parent))
        taken = chance.sample(found, -(-len(found) // asked.every))
        faults = [f"{point}: {wrong}" for point in taken if (wrong := fails(way, point))]
        for fault in faults:
            print(f"fault: {way}, {fault}", file=sys.stderr)
        count = f"{len(taken)} of {len(found)} points"
        print(f"faults of the disk, {way}: {count}, {len(faults)} wrong", flush=True)
        faulty += len(faults)
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())

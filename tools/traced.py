"""A learner's program under `strace`: the ways in which it writes, and every call that it makes.

    python tools/traced.py WAY FILE ACTS     write as in a way; tell each act once it counts

`strace` is a program of Linux. Where it is missing, or may not look at other programs, `missing`
says so: nothing else shows what a program hands to the system, call by call and byte by byte.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from soak import old_record, step

from cablesim.lessons.acts import entry_of
from cablesim.lessons.disk import Disk, Way
from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record

ROOT = Path(__file__).resolve().parent.parent
OLD_STEPS = 40
# How the record is written, whether every act waits for the disk, and from which format. The last
# is wrong on purpose: it tells that acts are safe which nothing has forced to the disk.
LIGHT = "light"
UNSETTLED = "unsettled"
WAYS = (*Way, LIGHT, *(f"renewal-{way}" for way in (Way.LOG, Way.ALONE)))
CALLS = (
    "openat,open,creat,write,pwrite64,writev,pwritev,ftruncate,truncate,fsync,fdatasync,rename,"
    "renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,close"
)
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_HEX = re.compile(r"\\x([0-9a-f]{2})")


def disk_for(way: str) -> Disk:
    """Return the disk that a way is for."""
    kind = way.removeprefix("renewal-")
    return Disk("a kind", Way(kind) if kind in set(Way) else Way.LOG)


def prepare(way: str, path: Path) -> tuple[Entry, ...]:
    """Lay out what is there before; return the entries that must be there at every moment."""
    if not way.startswith("renewal"):
        return ()
    return tuple(Entry("s", "1", "went", {"value": value}) for value in old_record(path, OLD_STEPS))


def script(acts: int) -> tuple[Entry, ...]:
    """Return so many acts of a learner."""
    return tuple(entry_of(step(number)) for number in range(acts))


def learn(way: str, path: Path, acts: int) -> None:
    """Write as in a way; tell `+` for each act that is safe, `!` where one is not saved."""
    disk = disk_for(way)
    record = Record(path, disk=lambda _: disk)
    waiting = 0
    for number, entry in enumerate(script(acts), 1):
        record.add(entry, firm=way not in {LIGHT, UNSETTLED})
        waiting += 1
        if way == LIGHT and number % 4:
            continue
        if way != UNSETTLED:
            record.settle()
        safe = record.saved and (record.settled or way == UNSETTLED)
        os.write(1, b"+" * waiting if safe else b"!")
        waiting = 0 if safe else waiting
    record.close()
    os.write(1, b"." if record.trouble == "" else b"?")


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its name, its words as strace prints them, what it returned; below 0 it failed."""

    name: str
    words: tuple[str, ...]
    result: int

    def path(self, place: int) -> Path:
        """Return the path among the words."""
        return Path(os.fsdecode(self.data(place)))

    def data(self, place: int) -> bytes:
        """Return the bytes among the words."""
        return bytes.fromhex("".join(_HEX.findall(self.words[place])))

    def number(self, place: int) -> int:
        """Return the number among the words; that of a handle is followed by its path."""
        return int(self.words[place].partition("<")[0])


def missing() -> str:
    """Say why calls cannot be seen on this machine, or nothing where they can."""
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed"
    words = [strace, "-o", os.devnull, sys.executable, "-c", ""]
    done = subprocess.run(words, capture_output=True, check=False)
    return "" if done.returncode == 0 else "strace may not look at other programs here"


def run(
    way: str, path: Path, acts: int, log: Path, *more: str
) -> subprocess.CompletedProcess[bytes]:
    """Let the learner write under strace, with more of its options."""
    tracing = ["strace", "-f", "-qq", "-xx", "-y", "-s", "1000000", "-o", str(log), *more]
    return subprocess.run(
        [*tracing, sys.executable, str(Path(__file__)), way, str(path), str(acts)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
    )


def traced(way: str, path: Path, acts: int) -> tuple[Call, ...]:
    """Return every call by which the learner writes."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        done = run(way, path, acts, log, "-e", f"trace={CALLS}")
        if done.returncode != 0 or not done.stdout.endswith(b"."):
            raise RuntimeError(f"the run that should succeed did not: {done!r}")
        return tuple(calls(log.read_text(encoding="ascii").splitlines()))


def calls(lines: Sequence[str]) -> Iterator[Call]:
    """Read the calls; what else stands in a log of one thread is passed by."""
    for line in lines:
        found = _CALL.match(line)
        if found is not None:
            yield Call(found[1], tuple(found[2].split(", ")), int(found[3]))


if __name__ == "__main__":
    learn(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))

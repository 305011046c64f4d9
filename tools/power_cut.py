"""Look at the disk as a power cut might leave it after each call of a learner's program.

The program is run once under `strace`. Its calls are replayed on a model of a folder in which a
write is on the disk only after its file was forced there, a name only after the folder was; until
then any part of it may be there or not, writes also by sectors. After each call some such pictures
are laid out and opened with the program's own code: each must be sound, hold every act that was
told to be safe, in order, and take the next one.

    python tools/power_cut.py [--pictures 5000] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from traced import WAYS, Call, disk_for, missing, prepare, script, traced

from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record

SECTOR = 512
MEMORY = "-shm"
ACTS = 12
MOST_TOLD = 5
Write = tuple[int, bytes | None]
"""A place and the bytes written there, or a size and None."""


def put(content: bytearray, write: Write) -> None:
    """Write into a content, or give it another size."""
    place, data = write
    if len(content) < place:
        content.extend(bytes(place - len(content)))
    if data is None:
        del content[place:]
    else:
        content[place : place + len(data)] = data


@dataclass(eq=False)
class File:
    """A file: what is on the disk, and what was written since."""

    firm: bytearray = field(default_factory=bytearray)
    writes: list[Write] = field(default_factory=list)

    def force(self) -> None:
        """Put everything on the disk."""
        for write in self.writes:
            put(self.firm, write)
        self.writes.clear()

    def picture(self, chance: random.Random, share: float) -> bytes:
        """Return the content with that share of what was not forced; some of it by sectors."""
        content = bytearray(self.firm)
        for place, data in self.writes:
            if data is not None and 0 < share < 1 and chance.random() < share / 2:
                for start in range(0, len(data), SECTOR):
                    if chance.random() < share:
                        put(content, (place + start, data[start : start + SECTOR]))
            elif chance.random() < share:
                put(content, (place, data))
        return bytes(content)


Change = tuple[str, File | None]
"""A name, and the file that bears it from now on; None where no file does."""


@dataclass
class Folder:
    """A folder: the names on the disk, those that were changed since, and what is open."""

    path: Path
    firm: dict[str, File] = field(default_factory=dict)
    changes: list[tuple[Change, ...]] = field(default_factory=list)
    open: dict[int, File | None] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, File]:
        """The names as the program sees them."""
        return self._with(self.changes)

    def _with(self, changes: Sequence[tuple[Change, ...]]) -> dict[str, File]:
        """Return the names on the disk with some changes."""
        names = dict(self.firm)
        for name, file in (one for change in changes for one in change):
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file
        return names

    def picture(self, chance: random.Random, share: float) -> dict[str, bytes]:
        """Return the files with that share of what was not forced to the disk."""
        kept = [change for change in self.changes if chance.random() < share]
        found = self._with(kept)
        return {name: file.picture(chance, share) for name, file in found.items()}

    def do(self, call: Call) -> bool:
        """Replay a call; tell whether it was about this folder."""
        match call.name:
            case "openat" | "open" | "creat":
                return self._opened(call)
            case "close":
                return self.open.pop(call.number(0), None) is not None
            case "write" | "pwrite64" | "ftruncate" | "fsync" | "fdatasync":
                return self._written(call)
            case "rename" | "link" | "linkat" | "renameat" | "renameat2":
                return self._named(call)
            case "unlink" | "unlinkat":
                return self._changed((call.path(call.name == "unlinkat"), None))
            case _:
                return False

    def _opened(self, call: Call) -> bool:
        """Open, and make a file where there was none."""
        path = call.path(call.name == "openat")
        self.open.pop(call.result, None)
        if path == self.path:
            self.open[call.result] = None
            return False
        if path.parent != self.path or path.name.endswith(MEMORY):
            return False
        flags = " ".join(call.words)
        made = path.name not in self.names
        if made:
            self._changed((path, File()))
        file = self.open[call.result] = self.names[path.name]
        if "O_TRUNC" in flags:
            file.writes.append((0, None))
        return made

    def _written(self, call: Call) -> bool:
        """Write to an open file or force one to the disk."""
        handle = call.number(0)
        if handle not in self.open:
            return False
        file = self.open[handle]
        if file is None:
            self.firm, self.changes = self.names, []
        elif call.name == "pwrite64":
            file.writes.append((call.number(3), call.data(1)))
        elif call.name == "ftruncate":
            file.writes.append((int(call.words[1], 0), None))
        elif call.name == "write":
            raise RuntimeError("the record is written by a call that has no place in a file")
        else:
            file.force()
        return True

    def _named(self, call: Call) -> bool:
        """Give a file another name, or one more."""
        at = call.name.endswith(("at", "at2"))
        old, new = (call.path(1), call.path(3)) if at else (call.path(0), call.path(1))
        file = self.names.get(old.name) if old.parent == self.path else None
        if call.name.startswith("rename"):
            return self._changed((new, file), (old, None))
        return self._changed((new, file))

    def _changed(self, *changes: tuple[Path, File | None]) -> bool:
        """Change names, all of them at once on the disk or none."""
        ours = tuple((path.name, file) for path, file in changes if path.parent == self.path)
        ours = tuple((name, file) for name, file in ours if not name.endswith(MEMORY))
        if ours:
            self.changes.append(ours)
        return bool(ours)


@dataclass
class Tally:
    """What was seen over all pictures."""

    pictures: int = 0
    looked_at: int = 0
    lost: int = 0
    faults: list[str] = field(default_factory=list)


def moments(folder: Folder, seen: Sequence[Call]) -> Iterator[int]:
    """Replay the calls; after each that concerns the folder, return how many acts were told."""
    told = 0
    yield told
    for call in seen:
        if call.name == "write" and call.number(0) == 1:
            told += call.data(1).count(b"+")
        elif call.result >= 0 and folder.do(call):
            yield told


def replay(way: str, each: int, chance: random.Random) -> Tally:
    """Look at so many pictures after each call of a learner who writes as in a way."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name).resolve() / "r"
        before = prepare(way, path)
        folder = Folder(path.parent, {p.name: File(bytearray(p.read_bytes())) for p in _in(path)})
        seen = traced(way, path, ACTS)
        last: set[int] = set()
        for told in moments(folder, seen):
            fresh = set()
            for number in range(each):
                share = {0: 0.0, 1: 1.0}.get(number, chance.random())
                picture = folder.picture(chance, share)
                tally.pictures += 1
                mark = hash((told, tuple(sorted(picture.items()))))
                fresh.add(mark)
                if mark not in last:
                    tally.looked_at += 1
                    look(way, picture, before, told, tally)
            last = fresh
    return tally


def _in(path: Path) -> list[Path]:
    """Return the files that lie beside a path, itself among them."""
    return [each for each in path.parent.iterdir() if not each.name.endswith(MEMORY)]


def look(
    way: str, picture: dict[str, bytes], before: tuple[Entry, ...], told: int, tally: Tally
) -> None:
    """Open a picture of the disk with the program's own code, and go on in it."""
    disk = disk_for(way)
    with tempfile.TemporaryDirectory(dir=_memory()) as name:
        path = Path(name) / "r"
        for file, content in picture.items():
            path.with_name(file).write_bytes(content)
        record = Record(path, disk=lambda _: disk)
        entries = tuple(event.entry for event in record.events())
        whole = (*before, *script(ACTS))
        wrong = record.trouble or record.notice
        if wrong not in {"", disk.notice}:
            tally.faults.append(f"{way}: {wrong}")
        elif entries != whole[: len(entries)] or len(entries) < len(before):
            tally.faults.append(f"{way}: the acts are not those of the script in order")
        tally.lost += len(entries) < len(before) + told
        record.add(script(1)[0])
        if not record.saved:
            tally.faults.append(f"{way}: {record.trouble}")
        record.close()
        copy = path.with_name("r.format-1")
        if before and copy.exists():
            old = Record(copy, disk=lambda _: disk)
            if tuple(event.entry for event in old.events()) != before:
                tally.faults.append(f"{way}: the copy is not whole")
            old.close()


def _memory() -> str | None:
    """Return a folder in memory, where there is one: nothing here need outlive a real power cut."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - folders in it are our own.


def main() -> int:
    """Run as told and print one line of figures for each way."""
    words = argparse.ArgumentParser(description="pictures of the disk after a power cut")
    words.add_argument("--pictures", type=int, default=5000, help="at least so many in all")
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    if why := missing():
        print(f"no power cuts: {why}", file=sys.stderr)
        return 0
    faulty, count = 0, 0
    for number, way in enumerate(WAYS):
        share = asked.pictures // len(WAYS) + 1
        tally = Tally()
        while tally.pictures < share:
            found = replay(way, 8, random.Random(asked.seed + number + count))  # noqa: S311 - no secret.
            tally = Tally(
                tally.pictures + found.pictures,
                tally.looked_at + found.looked_at,
                tally.lost + found.lost,
                tally.faults + found.faults,
            )
            count += 1
        for fault in tally.faults[:MOST_TOLD]:
            print(f"fault: {fault}", file=sys.stderr)
        print(
            f"power cuts, {way}: {tally.pictures} pictures ({tally.looked_at} unlike the last) of "
            f"{ACTS} acts, {len(tally.faults)} damaged, {tally.lost} in which an act was lost"
        )
        faulty += len(tally.faults) + tally.lost
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())

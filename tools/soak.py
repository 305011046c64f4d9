"""Kill a learner's program at random moments, and look at the record each time.

A forked process takes up the record, goes on with a scripted run of exercises from where the
record says it stopped, and tells each act once it counts. It is killed with SIGKILL at a random
moment, also while it opens the file. Then the record must be sound, hold every act that was told,
at most one more, in the order of the script, and lead back to the exercise that was open.

    python tools/soak.py [--kills 500] [--seed 1] FILE
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from cablesim.lessons.acts import (
    Act,
    Confidence,
    Confident,
    Drafted,
    Finished,
    Hinted,
    Opened,
    Tried,
    Variant,
    What,
    act_of,
    entry_of,
)
from cablesim.lessons.attempts import Attempt, attempts_of, resumed
from cablesim.lessons.record import Record

LATEST_KILL = 0.06
# The share of the kills that find the process at work; the others may find it opening the file.
AT_WORK = 0.75
# To look at a long record takes longer than to write it.
LONGEST = 700
FORMAT_1 = """
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    scenario TEXT NOT NULL,
    version TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT
"""
OPENED = Opened(engine="1", draw="1", files="0" * 64, skill="additive")


def step(number: int) -> Act:
    """Return one act of the scripted run; ten make up an exercise."""
    text = "39741 22000 5100"[: 3 + number % 10]
    script: tuple[What, ...] = (
        OPENED,
        Drafted(text),
        Drafted(text),
        Confident(Confidence.SURE),
        Tried(text, text, 0.5, ("carried",)),
        Hinted(1),
        Drafted(text),
        Drafted(text),
        Tried(text, text, 1.0),
        Finished(),
    )
    about = Variant("soak", "1.0.0", f"exercise-{number // 10 % 7}", number // 70)
    return Act(about, script[number % 10])


@dataclass
class Tally:
    """What was seen over all kills."""

    kills: int = 0
    told: int = 0
    opening: int = 0
    not_told: int = 0
    faults: list[str] = field(default_factory=list)


def learn(path: Path, pipe: int) -> None:
    """Go on with the script for ever, and tell each act once it is on the record."""
    record = Record(path)
    number = len(record.events())
    while True:
        record.add(entry_of(step(number)))
        if not record.saved:
            os.write(pipe, b"!")
        os.write(pipe, b".")
        number += 1


def killed(work: Callable[[int], None], seconds: float, *, once_it_told: bool = False) -> bytes:
    """Let a process work, kill it after so many seconds, and return what it told down its pipe.

    The seconds count from its start, or from the first thing it told.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            work(write)
        finally:
            os._exit(1)
    os.close(write)
    told = os.read(read, 1) if once_it_told else b""
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    while piece := os.read(read, 65536):
        told += piece
    os.close(read)
    os.waitpid(child, 0)
    return told


def look(path: Path, before: int, told: bytes, tally: Tally) -> int:
    """Check the record after a kill; return how many acts it holds."""
    if not path.exists():
        return before
    if list(path.parent.glob(f"{path.name}.damaged-*")):
        tally.faults.append("a record was set aside as damaged")
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            tally.faults.append(f"damaged: {found}")
    record = Record(path)
    events = record.events()
    record.close()
    if record.trouble or record.notice:
        tally.faults.append(record.trouble or record.notice)
    acknowledged = told.count(b".")
    extra = len(events) - before - acknowledged
    if b"!" in told or extra not in {0, 1}:
        tally.faults.append(f"{acknowledged} told, {len(events) - before} found")
    if [act_of(event.entry) for event in events] != [step(n) for n in range(len(events))]:
        tally.faults.append("the acts are not those of the script in order")
    _look_where_it_goes_on(len(events), resumed(attempts_of(events)), tally)
    tally.opening += not acknowledged
    tally.not_told += extra
    tally.told += acknowledged
    return len(events)


def _look_where_it_goes_on(count: int, left: Attempt | None, tally: Tally) -> None:
    """Check that the exercise and draft taken up are those of the last act."""
    begun = count % 10
    expected = None if begun == 0 else (step(count - 1).about, _draft(count))
    found = None if left is None else (left.about, left.draft)
    if found != expected:
        tally.faults.append(f"after {count} acts it goes on at {found}, not {expected}")


def _draft(count: int) -> str:
    """Return the draft after so many acts of the script."""
    for number in range(count - 1, count - count % 10 - 1, -1):
        match step(number).what:
            case Drafted(text) | Tried(text, _, _, _):
                return text
            case _:
                continue
    return ""


def soak(path: Path, kills: int, seed: int) -> Tally:
    """Kill so often, and return what was seen; stop at the first fault."""
    chance = random.Random(seed)  # noqa: S311 - moments to kill at, no secret.
    tally = Tally()
    before = 0
    while tally.kills < kills and not tally.faults:
        told = killed(
            partial(learn, path),
            chance.uniform(0, LATEST_KILL),
            once_it_told=chance.random() < AT_WORK,
        )
        before = look(path, before, told, tally)
        tally.kills += 1
        if before > LONGEST:
            for file in path.parent.glob(f"{path.name}*"):
                file.unlink()
            before = 0
    return tally


def old_record(path: Path, count: int) -> tuple[str, ...]:
    """Write a record of format 1; return what it tells, as this program reads it."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(FORMAT_1)
        database.execute("PRAGMA user_version = 1")
        database.executemany(
            "INSERT INTO event (at, scenario, version, kind, detail) "
            "VALUES (?, 's', '1', 'went', ?)",
            [("2026-03-02T09:00:00+00:00", f'{{"value": "{n}"}}') for n in range(count)],
        )
    return tuple(str(n) for n in range(count))


def renew(path: Path, kills: int, seed: int) -> Tally:
    """Kill while a record of format 1 is brought up to date; each must be whole afterwards."""
    chance = random.Random(seed)  # noqa: S311 - as above.
    tally = Tally()
    longest = 0.0
    while tally.kills < kills and not tally.faults:
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
        told = old_record(path, 400)
        if not longest:
            began = time.monotonic()
            Record(path).close()
            longest = 2 * (time.monotonic() - began)
            continue
        killed(lambda _: Record(path).close(), chance.uniform(0, longest))
        with closing(sqlite3.connect(path)) as database:
            tally.not_told += database.execute("PRAGMA user_version").fetchone()[0] == 1
        record = Record(path)
        found = tuple(event.entry.detail["value"] for event in record.events())
        if found != told or record.notice or record.trouble:
            tally.faults.append(f"{len(found)} of {len(told)}: {record.notice}{record.trouble}")
        record.close()
        tally.kills += 1
    return tally


def main() -> int:
    """Run as told and print one line of figures, or the faults."""
    words = argparse.ArgumentParser(description="kill -9 at random moments; the record must hold")
    words.add_argument("file", type=Path, help="a record that may be used up")
    words.add_argument("--kills", type=int, default=500)
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    tally = soak(asked.file, asked.kills, asked.seed)
    renewed = renew(asked.file.with_name("old"), max(1, asked.kills // 5), asked.seed)
    tally.faults += renewed.faults
    for fault in tally.faults:
        print(f"fault after {tally.kills} kills: {fault}", file=sys.stderr)
    print(
        f"{tally.kills} kills, {tally.told} acts told and all found, {tally.not_told} found that "
        f"could not be told any more, {tally.opening} kills before the first act, "
        f"{len(tally.faults)} faults"
    )
    print(
        f"{renewed.kills} kills while an old record was renewed: {renewed.not_told} were old "
        f"still, {renewed.kills - renewed.not_told} new, all whole"
    )
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())

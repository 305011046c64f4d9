"""Power cuts and failing disks at every call: what is told to be safe is there, nothing is damaged.

Where there is no `strace` only the model of the disk is tested; see `tools/traced.py`.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from disk_faults import ERROR, FULL, KILL, fails, points
from power_cut import File, Folder, moments, replay
from traced import LIGHT, UNSETTLED, WAYS, Call, calls, missing, prepare, traced

from cablesim.lessons.disk import Way

MISSING = missing()
seen_calls = pytest.mark.skipif(bool(MISSING), reason=MISSING)


def log(*lines: str) -> tuple[Call, ...]:
    """Read a log that is written here in plain signs; strace writes them as numbers."""
    coded = []
    for line in lines:
        parts = line.split('"')
        parts[1::2] = ["".join(f"\\x{sign:02x}" for sign in part.encode()) for part in parts[1::2]]
        coded.append("7 " + '"'.join(parts))
    return tuple(calls(coded))


IN_PLACE = log(
    'openat(AT_FDCWD, "/d/old", O_RDWR|O_TRUNC) = 3</d/old>',
    'pwrite64(3</d/old>, "new", 3, 0) = 3',
    "close(3</d/old>) = 0",
    'write(1<pipe:[1]>, "+", 1) = 1',
)
BY_RENAMING = (
    'openat(AT_FDCWD, "/d/half", O_RDWR|O_CREAT, 0600) = 3</d/half>',
    'pwrite64(3</d/half>, "new", 3, 0) = 3',
    'rename("/d/half", "/d/old") = 0',
)
FORCED = (
    *BY_RENAMING[:2],
    "fsync(3</d/half>) = 0",
    BY_RENAMING[2],
    'openat(AT_FDCWD, "/d", O_RDONLY) = 4</d>',
    "fsync(4</d>) = 0",
    'write(1<pipe:[1]>, "+", 1) = 1',
)


def contents(told: tuple[Call, ...]) -> list[set[bytes | None]]:
    """Return what may stand in a file after each moment of a run."""
    folder = Folder(Path("/d"), {"old": File(bytearray(b"before"))})
    chance = random.Random(1)  # noqa: S311 - no secret.
    found = []
    for _ in moments(folder, told):
        pictures = [folder.picture(chance, share) for share in (0, 1, *[0.5] * 40)]
        found.append({picture.get("old") for picture in pictures})
    return found


def test_the_model_damages_a_file_that_is_written_in_place() -> None:
    last = contents(IN_PLACE)[-1]
    assert {b"before", b"new", b"", b"newore"} <= last


def test_the_model_may_put_a_name_on_the_disk_before_what_the_file_holds() -> None:
    assert contents(log(*BY_RENAMING))[-1] == {b"before", b"new", b""}


def test_the_model_keeps_what_was_forced_to_the_disk() -> None:
    found = contents(log(*FORCED))
    assert all(each <= {b"before", b"new"} for each in found)
    assert found[-1] == {b"new"}


def test_a_call_that_failed_changes_nothing_and_still_counts() -> None:
    told = log(
        'openat(AT_FDCWD, "/d/none", O_RDONLY) = -1 ENOENT (No such file or directory)',
        'openat(AT_FDCWD, "/d/r", O_RDWR|O_CREAT, 0600) = 3</d/r>',
        'pwrite64(3</d/r>, "new", 3, 0) = 3',
        'pwrite64(9</e/r>, "new", 3, 0) = 3',
    )
    found = [(point.name, point.number, point.fault) for point in points(told, Path("/d"))]
    opened = [("openat", 2, fault) for fault in (KILL, ERROR, FULL)]
    assert found == [*opened, *(("pwrite64", 1, fault) for fault in (KILL, ERROR, FULL))]


@seen_calls
@pytest.mark.parametrize("way", WAYS)
def test_no_power_cut_damages_a_record_or_loses_an_act_that_was_told(way: str) -> None:
    tally = replay(way, 2, random.Random(7))  # noqa: S311 - no secret.
    assert tally.faults == []
    assert tally.lost == 0
    assert tally.looked_at > 60


@seen_calls
def test_the_replay_finds_what_is_lost_where_nothing_waits_for_the_disk() -> None:
    tally = replay(UNSETTLED, 2, random.Random(7))  # noqa: S311 - no secret.
    assert tally.faults == []
    assert tally.lost > 5


@seen_calls
@pytest.mark.parametrize("way", [Way.LOG, Way.ALONE, LIGHT, "renewal-log"])
def test_no_failing_call_damages_a_record_or_loses_an_act_that_was_told(way: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name).resolve() / "r"
        prepare(way, path)
        found = list(points(traced(way, path, 5), path.parent))
    assert {point.fault for point in found} == {KILL, ERROR, FULL}
    for point in random.Random(7).sample(found, 6):  # noqa: S311 - no secret.
        assert fails(way, point) == "", str(point)

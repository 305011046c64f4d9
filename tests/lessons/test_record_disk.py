"""On network file systems there is no log and one process alone; nobody else may read a record."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pupils import entry, values
from soak import old_record

from cablesim.lessons.disk import Disk, Way, disk_of
from cablesim.lessons.entry import Entry
from cablesim.lessons.merging import Scope
from cablesim.lessons.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

NFS = Disk("nfs4", Way.ALONE)
LOCAL = Disk("ext4", Way.LOG)
UNTOLD = Disk("", Way.JOURNAL)

TABLE = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/root rw
30 27 0:40 / /net/home rw,relatime shared:7 - nfs4 server:/home rw,vers=4.2
31 30 0:41 / /net/home/local rw - xfs /dev/sdb rw
32 27 0:42 / /mnt/two\040words rw - cifs //server/share rw
33 27 0:43 / /ssh rw - fuse.sshfs me@server: rw
34 27 0:44 / /usb rw - fuseblk /dev/sdc1 rw
35 27 0:45 / /crypt rw - fuse.something something rw
36 27 0:46 / /over rw - ext4 /dev/sdd rw
37 27 0:47 / /over rw - nfs server:/over rw
38 27 0:48 / /auto rw - autofs systemd-1 rw
39 38 0:49 / /auto/x rw - smb3 //server/x rw
a line that is no mount
"""


@pytest.mark.parametrize(
    ("name", "kind", "way"),
    [
        ("/home/me/r", "ext4", Way.LOG),
        ("/net/home/me/r", "nfs4", Way.ALONE),
        ("/net/homes/r", "ext4", Way.LOG),
        ("/net/home/local/r", "xfs", Way.LOG),
        ("/mnt/two words/r", "cifs", Way.ALONE),
        ("/ssh/r", "fuse.sshfs", Way.ALONE),
        ("/usb/r", "fuseblk", Way.LOG),
        ("/crypt/r", "fuse.something", Way.JOURNAL),
        ("/over/r", "nfs", Way.ALONE),
        ("/auto/x/r", "smb3", Way.ALONE),
    ],
)
def test_the_innermost_mount_says_how_to_write(
    tmp_path: Path, name: str, kind: str, way: Way
) -> None:
    table = tmp_path / "mounts"
    table.write_text(TABLE, encoding="utf-8")
    assert disk_of(Path(name), table) == Disk(kind, way)


def test_a_link_into_the_network_is_on_the_network(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(tmp_path / "far")
    table.write_text(
        f"1 1 0:1 / / rw - ext4 x rw\n2 1 0:2 / {tmp_path / 'far'} rw - nfs x rw\n",
        encoding="utf-8",
    )
    assert disk_of(tmp_path / "near" / "new" / "r", table).way is Way.ALONE
    assert disk_of(tmp_path / "other" / "r", table).way is Way.LOG


def test_where_nothing_is_told_the_way_is_taken_that_is_right_everywhere(tmp_path: Path) -> None:
    assert disk_of(tmp_path / "r", tmp_path / "none") == UNTOLD


@given(st.text())
def test_no_table_ends_the_program(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    table = tmp_path_factory.mktemp("table") / "mounts"
    table.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert disk_of(table, table).way in set(Way)


def on(disk: Disk) -> Callable[[Path], Disk]:
    return lambda _: disk


def modes(record: Record) -> tuple[object, object]:
    database = record._database
    assert database is not None
    journal = database.execute("PRAGMA journal_mode").fetchone()[0]
    return journal, database.execute("PRAGMA synchronous").fetchone()[0]


def test_a_network_file_system_gets_a_journal_and_every_commit_waits(tmp_path: Path) -> None:
    record = Record(tmp_path / "r", disk=on(NFS))
    for value in "abc":
        record.add(entry(value), firm=False)
        assert record.settled
        record.settle()
        assert {file.name for file in tmp_path.iterdir()} <= {"r", "r-journal", "home"}
    assert modes(record) == ("delete", 3), "3 is EXTRA"
    record.close()
    assert values(Record(tmp_path / "r", disk=on(NFS))) == ["a", "b", "c"]
    assert modes(Record(tmp_path / "local", disk=on(LOCAL))) == ("wal", 2)
    assert modes(Record(tmp_path / "untold", disk=on(UNTOLD))) == ("delete", 3)


def test_the_network_is_told_once(tmp_path: Path) -> None:
    record = Record(tmp_path / "r", disk=on(NFS))
    assert "network file system (nfs4)" in record.notice
    assert "CABLESIM_HOME" in record.notice
    record.close()
    again = Record(tmp_path / "r", disk=on(NFS))
    assert (again.notice, again.trouble) == ("", "")
    assert Record(tmp_path / "s", disk=on(LOCAL)).notice == ""
    assert Record(tmp_path / "t", disk=on(UNTOLD)).notice == ""


def test_a_record_goes_from_this_computer_to_the_network_and_back(tmp_path: Path) -> None:
    record = Record(tmp_path / "r", disk=on(LOCAL))
    record.add(entry("here"))
    record.close()
    record = Record(tmp_path / "r", disk=on(NFS))
    assert "network" in record.notice
    record.add(entry("there"))
    assert modes(record) == ("delete", 3)
    record.close()
    record = Record(tmp_path / "r", disk=on(LOCAL))
    assert (modes(record), record.notice) == (("wal", 2), "")
    assert values(record) == ["here", "there"]


def test_one_process_alone_has_a_record_on_the_network_and_the_next_is_told(
    tmp_path: Path,
) -> None:
    one = Record(tmp_path / "r", disk=on(NFS))
    one.add(entry("a"))
    other = Record(tmp_path / "r", disk=on(NFS))
    other.add(entry("b"))
    assert "only one can; leave the other" in other.trouble
    assert "locked" not in other.trouble
    assert not other.readable, "what somebody is writing is not read past the lock"
    assert values(other) == ["b"], "the lesson goes on in memory"
    one.add(entry("c"))
    assert one.trouble == ""
    one.close()
    assert other.retry()
    assert other.trouble == ""
    assert values(other) == ["a", "c", "b"]


def test_windows_share_a_record_where_nothing_is_told(tmp_path: Path) -> None:
    one, other = (Record(tmp_path / "r", disk=on(UNTOLD)) for _ in range(2))
    one.add(entry("a"))
    other.add(entry("b"))
    assert [event.entry.detail["value"] for event in one.news()] == ["b"]
    assert values(one) == values(other) == ["a", "b"]


@pytest.mark.parametrize("disk", [NFS, UNTOLD])
def test_what_is_forgotten_is_not_left_in_a_journal(tmp_path: Path, disk: Disk) -> None:
    folder = tmp_path / "data"
    record = Record(folder / "r", disk=on(disk))
    for number in range(50):
        detail = {"exercise": "a", "number": "0", "text": f"SECRETWORD{number}"}
        record.add(Entry("s", "1", "drafted", detail))
    assert len(record.forget(Scope("s")).events) == 50
    assert not any(b"SECRETWORD" in file.read_bytes() for file in folder.iterdir())


def test_an_old_record_is_renewed_on_the_network_too(tmp_path: Path) -> None:
    told = old_record(tmp_path / "r", 5)
    record = Record(tmp_path / "r", disk=on(NFS))
    assert values(record) == list(told)
    assert (tmp_path / "r.format-1").is_file()


UMASK = """
import os, sys
from pathlib import Path
from cablesim.lessons.disk import Disk, Way
from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record
os.umask(0)
way = Way(sys.argv[2])
record = Record(Path(sys.argv[1]), disk=lambda _: Disk("nfs", way))
database = record._database
database.execute("BEGIN IMMEDIATE")
database.execute("UPDATE event SET at = ''")
for path in sorted(Path(sys.argv[1]).parent.iterdir()):
    print(path.name, oct(path.stat().st_mode & 0o777))
database.execute("ROLLBACK")
record.add(Entry("s", "1", "went", {}))
"""


@pytest.mark.parametrize(
    ("way", "logs"),
    [
        (Way.LOG, ["r-shm", "r-wal"]),
        (Way.ALONE, ["r-journal"]),
    ],
)
def test_nobody_else_may_read_any_file_or_folder_of_a_record(
    tmp_path: Path, way: Way, logs: list[str]
) -> None:
    folder = tmp_path / "new" / "folders"
    done = subprocess.run(
        [sys.executable, "-c", UMASK, str(folder / "none" / "r"), way],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for each in (folder.parent, folder, folder / "none"):
        assert stat.S_IMODE(each.stat().st_mode) == 0o700
    # A file that was copied here with every right, in the format before, in a folder of others.
    old_record(folder / "r", 3)
    (folder / "r").chmod(0o666)
    done = subprocess.run(
        [sys.executable, "-c", UMASK, str(folder / "r"), way],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = ["r", *logs, "r.format-1"]
    assert done.stdout.splitlines() == ["none 0o700", *(f"{name} 0o600" for name in files)]


def test_a_pipe_or_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        record = Record(tmp_path / name)
        record.add(entry("a"))
        assert "it is no file" in record.trouble
        assert values(record) == ["a"]

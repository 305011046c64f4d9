"""Runs the program on hostile folders, each in a process of its own with bounds and a watch.

The program is imported once and forked for every run, so a run costs what the program itself
costs. A run is watched by an audit hook: programs started, connections opened and files opened are
written down.
"""

from __future__ import annotations

import os
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

CPU_SECONDS = 2
MOST_BYTES = 200 * 1024 * 1024
FORBIDDEN = (
    "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.", "socket.connect",
    "socket.bind", "urllib.", "http.", "webbrowser.", "ftplib.", "ctypes.dlopen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of one run: exit code (negative for a signal), output, peak memory, doings."""

    code: int
    out: str
    err: str
    peak: int
    doings: tuple[str, ...]


def warm(sound: Path) -> None:
    """Load what the runs need, so that a fork has it."""
    from cablesim.__main__ import guarded

    with Path(os.devnull).open("w", encoding="utf-8") as nothing:
        keep = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = nothing
        try:
            for words in (["check", str(sound)], ["walk", str(sound), "--plain"]):
                guarded(words)
        finally:
            sys.stdout, sys.stderr = keep


def run(words: list[str], place: Path) -> Ran:
    """Run the program's words in a forked process; its output lies in `place` meanwhile."""
    names = [place / name for name in ("out", "err", "doings")]
    child = os.fork()
    if child == 0:
        _in_child(words, names)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    out, err, doings = (name.read_bytes().decode("utf-8", "surrogateescape") for name in names)
    return Ran(code, out, err, used.ru_maxrss * 1024, tuple(doings.splitlines()))


def _in_child(words: list[str], names: list[Path]) -> None:
    """Bound, watch and run; leave at once with the program's exit code."""
    code = 99
    try:
        opened = [os.open(name, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600) for name in names]
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(opened[0], 1)
        os.dup2(opened[1], 2)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="surrogateescape")
        from cablesim.__main__ import guarded

        sys.addaudithook(lambda event, args: _note(opened[2], event, args))
        code = guarded(words)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _note(file: int, event: str, args: tuple[object, ...]) -> None:
    """Write down what the run does to the world."""
    if event == "open":
        path, _mode, flags = args
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        os.write(file, f"{'write' if writes else 'read'} {path!a}\n".encode())
    elif event.startswith(FORBIDDEN) or event in ("os.remove", "os.rename", "os.mkdir"):
        os.write(file, f"{event} {args!a}\n".encode())

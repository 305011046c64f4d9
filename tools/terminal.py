"""A terminal for programs under test: it starts one, types keys, and reads what is on the screen.

Every chunk of output is kept with its time and replayed through an emulator afterwards, so that
reading never delays a measurement. Queries that a program asks its terminal are answered as a
plain one would.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "esc": "\x1b",
    "backspace": "\x7f",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
}
SIZE_NAMES = ("COLUMNS", "LINES")
_QUERY = re.compile(rb"\x1b\[\?(\d+)\$p|\x1b\[(0?c)|\x1b\[(6n)|\x1b\](1[01]);\?(?:\x07|\x1b\\)")
# What pyte does not know: private modes with < = >, sub-parameters, strings to the terminal.
_UNKNOWN = re.compile(
    r"\x1b\[[<=>?][0-9;]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\"
)
_COLONS = re.compile(r"\x1b\[[0-9;:]*:[0-9;:]*m")


class Terminal:
    """A program in a terminal of a given size."""

    def __init__(
        self,
        argv: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.size = (columns, rows)
        self.chunks: list[tuple[float, bytes]] = []
        self.exit_code: int | None = None
        # A size in the environment would hide the terminal's own.
        outer = {name: value for name, value in os.environ.items() if name not in SIZE_NAMES}
        variables = {**outer, "TERM": "xterm-256color", **(env or {})}
        self.started = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child.
            with contextlib.suppress(OSError):
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.chdir(cwd or Path.cwd())
                # Who runs the tests may ignore a hang-up (nohup) or Ctrl+C (in the background);
                # the program is to hear them.
                for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                    signal.signal(number, signal.SIG_DFL)
                os.execvpe(argv[0], list(argv), variables)  # noqa: S606 - a program under test.
            os._exit(127)

    # Input.

    def send(self, *keys: str) -> float:
        """Type keys by name, or text as it is; return the moment just before."""
        moment = time.perf_counter()
        for key in keys:
            os.write(self._file, KEYS.get(key, key).encode())
        return moment

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.size = (columns, rows)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    # Output.

    def pump(self, seconds: float) -> bool:
        """Read what comes within some seconds at most; return whether anything came."""
        ready, _, _ = select.select([self._file], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._file, 65_536)
        except OSError:
            data = b""
        if not data:
            self._reap()
            return False
        self.chunks.append((time.perf_counter(), data))
        self._answer(data)
        return True

    def _answer(self, data: bytes) -> None:
        """Answer what the program asks its terminal."""
        for mode, attributes, cursor, colour in _QUERY.findall(data):
            if mode:
                os.write(self._file, b"\x1b[?%s;0$y" % mode)
            elif attributes:
                os.write(self._file, b"\x1b[?62;22c")
            elif cursor:
                os.write(self._file, b"\x1b[1;1R")
            elif colour:
                rgb = b"ffff/ffff/ffff" if colour == b"10" else b"0000/0000/0000"
                os.write(self._file, b"\x1b]%s;rgb:%s\x1b\\" % (colour, rgb))

    def settle(self, quiet: float = 0.15, most: float = 30.0) -> float:
        """Read until nothing has come for a while; return the time of the last chunk."""
        end = time.perf_counter() + most
        while self.exit_code is None and time.perf_counter() < end:
            if not self.pump(quiet):
                break
        return self.chunks[-1][0] if self.chunks else self.started

    def wait_for(self, text: str, most: float = 30.0) -> float:
        """Read until a text is on the screen; return when its chunk came."""
        end = time.perf_counter() + most
        while time.perf_counter() < end:
            self.pump(0.1)
            if any(text in line for line in self.screen()):
                return self.chunks[-1][0]
            if self.exit_code is not None:
                break
        picture = "\n".join(self.screen())
        raise TimeoutError(f"'{text}' did not appear; the screen shows:\n{picture}")

    @property
    def raw(self) -> bytes:
        """Everything the program has written."""
        return b"".join(data for _, data in self.chunks)

    def screen(self) -> list[str]:
        """Return what the screen shows now, line by line."""
        screen = pyte.Screen(*self.size)
        stream = pyte.Stream(screen)
        text = _COLONS.sub("", _UNKNOWN.sub("", self.raw.decode("utf-8", "replace")))
        stream.feed(text)
        return [line.rstrip() for line in screen.display]

    # The process.

    def _reap(self) -> None:
        """Note the exit code once the program has ended."""
        if self.exit_code is None:
            with contextlib.suppress(ChildProcessError):
                _, status = os.waitpid(self.pid, 0)
                self.exit_code = os.waitstatus_to_exitcode(status)

    def wait(self, most: float = 30.0) -> int:
        """Read until the program has ended; return its exit code."""
        end = time.perf_counter() + most
        while self.exit_code is None and time.perf_counter() < end:
            self.pump(0.1)
        if self.exit_code is None:
            raise TimeoutError("the program did not end")
        return self.exit_code

    def kill(self, number: int = signal.SIGKILL) -> None:
        """End the program at once, as a dying machine would, or by another signal."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)
        if number == signal.SIGKILL:
            self._reap()
        elif self.exit_code is None:
            self._await_end(10.0)

    def hang_up(self, most: float = 10.0) -> None:
        """Close the window; wait until the program has ended."""
        os.close(self._file)
        self._await_end(most)

    def _await_end(self, most: float) -> None:
        """Wait until the program has ended, but no longer than so many seconds."""
        end = time.perf_counter() + most
        while self.exit_code is None and time.perf_counter() < end:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            self.exit_code = os.waitstatus_to_exitcode(status) if done else None
            time.sleep(0.02)

    def close(self) -> None:
        """End the program and let go of the terminal."""
        if self.exit_code is None:
            self.kill()
        with contextlib.suppress(OSError):
            os.close(self._file)

    def rss_mib(self) -> float:
        """Return the resident memory of the program, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def cpu_seconds(self) -> float:
        """Return the processor time that the program has used."""
        fields = (
            Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

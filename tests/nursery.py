"""A process that has loaded the program and forks for every run, so that a run need not load it.

The run itself is the program's own: its words, its environment, its streams, its way to end. Who
wants Python itself started otherwise, or another language of the machine, starts a new process.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
MOST_BYTES = 1 << 20
LONGEST = 120.0
# These act on Python before it runs anything.
ACT_AT_START = ("PYTHON", "LC_", "LANG")


def fits(environment: Mapping[str, str]) -> bool:
    """Say whether a run with this environment is the same in a fork."""
    names = {name for name in {*environment, *os.environ} if name.startswith(ACT_AT_START)}
    return all(environment.get(name) == os.environ.get(name) for name in names - {"PYTHONPATH"})


class Nursery:
    """The process that forks, started when it is first needed; one run at a time."""

    def __init__(self) -> None:
        self._line: socket.socket | None = None
        atexit.register(self.close)

    def run(self, words: list[str], environment: Mapping[str, str], streams: list[int]) -> int:
        """Run the program's words on three open files and return the exit code.

        Raises TimeoutError where it does not end.
        """
        if self._line is None:
            self._line = self._started()
        asked = json.dumps([words, dict(environment)]).encode()
        socket.send_fds(self._line, [asked], streams)
        try:
            return int(self._line.recv(MOST_BYTES))
        except TimeoutError:
            self.close()
            raise

    def _started(self) -> socket.socket:
        """Start the process that forks."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(LONGEST)
        number = theirs.fileno()
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(number)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            pass_fds=[number],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        theirs.close()
        return ours

    def close(self) -> None:
        """End the process that forks, and a run that has not ended."""
        if self._line is not None:
            self._line.close()
            self._line = None
            self._process.kill()
            self._process.communicate()


def serve(line: socket.socket) -> None:
    """Fork for every run that is asked for, until nobody asks; return in a fork, ready to run."""
    while True:
        asked, streams, _, _ = socket.recv_fds(line, MOST_BYTES, 3)
        if not asked:
            raise SystemExit(0)
        child = os.fork()
        if child == 0:
            line.close()
            words, environment = json.loads(asked)
            _become(words, environment, streams)
            return
        for number in streams:
            os.close(number)
        _, status = os.waitpid(child, 0)
        line.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(words: list[str], environment: dict[str, str], streams: list[int]) -> None:
    """Take on the words, the environment and the streams of a run."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = words


def _loaded() -> None:
    """Load all of the program but its screen."""
    package = importlib.import_module("cablesim")
    for module in pkgutil.walk_packages(package.__path__, "cablesim."):
        if not module.name.startswith("cablesim.tui") and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gc.freeze()


if __name__ == "__main__":
    _loaded()
    serve(socket.socket(fileno=int(sys.argv[1])))
    from cablesim.__main__ import main

    main()

"""Running the program as a person would, off a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

from nursery import Nursery, fits

ROOT = Path(__file__).resolve().parent.parent
NURSERY = Nursery()


def cablesim(
    *words: str, stdin: str = "", home: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program with some words and return what it printed and its exit code."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    if home is not None:
        variables["CABLESIM_HOME"] = str(home)
    if fits(variables):
        return _forked(list(words), stdin, variables)
    return subprocess.run(
        [sys.executable, "-m", "cablesim", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        env=variables,
        cwd=ROOT,
        check=False,
        timeout=120,
    )


def _forked(
    words: list[str], stdin: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run the program in a fork of a process that has loaded it."""
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin.encode("utf-8", "surrogateescape"))
        given.seek(0)
        code = NURSERY.run(words, environment, [given.fileno(), out.fileno(), err.fileno()])
        printed = []
        for stream in (out, err):
            stream.seek(0)
            text = stream.read().decode("utf-8", "surrogateescape")
            printed.append(text.replace("\r\n", "\n"))
    return subprocess.CompletedProcess(words, code, *printed)

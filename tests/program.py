"""Running the program as a person would, off a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def cablesim(
    *words: str, stdin: str = "", home: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program with some words and return what it printed and its exit code."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    if home is not None:
        variables["CABLESIM_HOME"] = str(home)
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

"""Opening a stranger's folder does no harm: a finding or a safe display, nothing touched."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hostile import corpus

HERE = Path(__file__).parent
KINDS = Counter(case.kind for case in corpus.cases())


def test_the_corpus_is_large_and_no_case_stands_twice() -> None:
    names = [case.name for case in corpus.cases()]
    assert len(set(names)) == len(names) >= 150


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_folders_are_told_or_shown_safely(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "run.py"), kind],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KINDS[kind]} cases tried" in done.stdout

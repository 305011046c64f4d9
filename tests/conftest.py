"""What every test shares: a home of its own, and properties without a clock."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from cablesim.exercises.seeds import SELF
from cablesim.scenario.course_loading import load_course
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve, resolve_course

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario

SLOWEST = ("_terminal.py", "test_corpus.py", "_crash.py", "_power.py", "test_pages.py")


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at a time: many of them wait, for a screen or for the disk."""
    return len(os.sched_getaffinity(0)) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Deal out the slowest tests among the first half, so that none is waited for at the end."""
    slow = [item for item in items if item.path.name.endswith(SLOWEST)]
    rest = [item for item in items if not item.path.name.endswith(SLOWEST)]
    step = max(len(rest) // (2 * len(slow) + 1), 1)
    for number, item in enumerate(slow):
        rest.insert(number * (step + 1), item)
    items[:] = rest


settings.register_profile(
    "ours", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("ours")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep records and marks of tests in a folder of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CABLESIM_HOME", str(folder))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture(autouse=True)
def _learner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the variants of every learner alike, so that what a test sees is always the same."""
    monkeypatch.setenv("CABLESIM_LEARNER", SELF)


@pytest.fixture(scope="session")
def telegram() -> Scenario:
    """The scenario of No. 3305 as it ships."""
    return load(resolve("stalin-zhou-3305"))


@pytest.fixture(scope="session")
def lessons() -> Course:
    """The course of ten lessons as it ships."""
    return load_course(resolve_course("ten-lessons"))

"""Which folders are meant by the words of a command: an id, a folder, a folder of scenarios."""

from __future__ import annotations

from pathlib import Path

from cablesim.scenario.loading import FILES, OPTIONAL
from cablesim.scenario.places import COURSE_HEAD, resolve_practice

# A folder of more scenarios than this is no folder of scenarios.
MOST = 10_000


def scenarios_at(name: str) -> list[Path]:
    """Return the scenarios and courses that a word names; raise `UnknownScenario` for none.

    A folder that holds files of a scenario is one, even if its head is missing: that is a finding.
    A file within a scenario stands for the scenario.
    """
    path = Path(name)
    if path.is_file() and path.name in {*FILES, *OPTIONAL, COURSE_HEAD}:
        return [path.parent]
    if path.is_dir():
        if _is_scenario(path):
            return [path]
        within = [each for each in sorted(path.iterdir())[:MOST] if _is_scenario(each)]
        if within:
            return within
    return [resolve_practice(name)]


def _is_scenario(path: Path) -> bool:
    """Tell whether a folder holds files of a scenario or course; links are not followed."""
    return not path.is_symlink() and any(
        (path / name).is_file() for name in (*FILES, *OPTIONAL, COURSE_HEAD)
    )

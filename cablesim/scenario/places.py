"""Where scenarios lie: beside the package in a checkout, inside it in a wheel, or in any folder."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

from cablesim.errors import CablesimError

HEAD = "scenario.toml"
FIRST = "stalin-zhou-3305"


class UnknownScenario(CablesimError):  # noqa: N818 - the name says what was found.
    """A scenario that is not there."""


def shipped() -> Path:
    """Return the folder of the scenarios that ship."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def folders() -> tuple[Path, ...]:
    """Return the folders of the scenarios that ship, the first to walk first."""
    home = shipped()
    found = [path for path in home.iterdir() if (path / HEAD).is_file()] if home.is_dir() else []
    return tuple(sorted(found, key=lambda path: (path.name != FIRST, path.name)))


def resolve(name: str) -> Path:
    """Return the folder of a scenario, named by its id or by its path."""
    names = {path.name: path for path in folders()}
    if name in names:
        return names[name]
    if os.sep in name or name in {".", ".."} or Path(name).is_dir():
        path = Path(name)
        if (path / HEAD).is_file():
            return path
        raise UnknownScenario(
            f"'{name}' is no folder of a scenario: it has no {HEAD}; name the folder that has one"
        )
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.3)
    hint = f"did you mean '{near[0]}'?" if near else "see: cablesim list"
    raise UnknownScenario(f"there is no scenario '{name}'; {hint}")

"""Where scenarios and courses lie: beside the package, inside it in a wheel, or in any folder."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

from cablesim.errors import CablesimError

HEAD = "scenario.toml"
COURSE_HEAD = "course.toml"
FIRST = "stalin-zhou-3305"


class UnknownScenario(CablesimError):  # noqa: N818 - the name says what was found.
    """A scenario that is not there."""


def shipped(kind: str = "scenarios") -> Path:
    """Return the folder of the scenarios that ship, or of the `courses`."""
    package = Path(__file__).resolve().parent.parent
    inside = package / f"_{kind}"
    return inside if inside.is_dir() else package.parent / kind


def folders() -> tuple[Path, ...]:
    """Return the folders of the scenarios that ship, the first to walk first."""
    home = shipped()
    found = [path for path in home.iterdir() if (path / HEAD).is_file()] if home.is_dir() else []
    return tuple(sorted(found, key=lambda path: (path.name != FIRST, path.name)))


def course_folders() -> tuple[Path, ...]:
    """Return the folders of the courses that ship, in the order of their names."""
    home = shipped("courses")
    found = home.iterdir() if home.is_dir() else ()
    return tuple(sorted(path for path in found if (path / COURSE_HEAD).is_file()))


def resolve(name: str) -> Path:
    """Return the folder of a scenario, named by its id or by its path."""
    return _resolved(name, folders(), (HEAD,), "scenario", "see: cablesim list")


def resolve_course(name: str) -> Path:
    """Return the folder of a course, named by its id or by its path."""
    return _resolved(name, course_folders(), (COURSE_HEAD,), "course", "see: cablesim learn")


def resolve_practice(name: str) -> Path:
    """Return the folder of a scenario or of a course: of whatever has exercises."""
    known = (*folders(), *course_folders())
    hint = "see: cablesim list and cablesim learn"
    return _resolved(name, known, (HEAD, COURSE_HEAD), "scenario or course", hint)


def _resolved(
    name: str, known: tuple[Path, ...], heads: tuple[str, ...], what: str, otherwise: str
) -> Path:
    """Return the folder of that name among those that ship, or the path, if it has a head."""
    names = {path.name: path for path in known}
    if name in names:
        return names[name]
    if os.sep in name or name in {".", ".."} or Path(name).is_dir():
        path = Path(name)
        if any((path / head).is_file() for head in heads):
            return path
        raise UnknownScenario(
            f"'{name}' is no folder of a {what}: it has no {' or '.join(heads)}; "
            "name the folder that has one"
        )
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.3)
    hint = f"did you mean '{near[0]}'?" if near else otherwise
    raise UnknownScenario(f"there is no {what} '{name}'; {hint}")

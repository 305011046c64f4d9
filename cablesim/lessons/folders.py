"""In which folder a scenario or course of somebody's own was last opened, kept on the record.

Review and progress know exercises by the id of their scenario alone. What ships is found by that
id; of anything else the record keeps the folder, under the scenario's own name, so that it goes
when the scenario is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cablesim.lessons.entry import Entry, Event
from cablesim.lessons.record import Record
from cablesim.scenario.places import COURSE_HEAD, HEAD, course_folders, folders
from cablesim.scenario.scenario import Scenario

LAY_IN = "lay-in"


def keep_folder(record: Record, scenario: Scenario, path: Path) -> None:
    """Keep where a scenario lies, unless it ships; the same folder again costs nothing."""
    there = path.resolve()
    if scenario.id in _shipped():
        return
    if kept_folders(record.events(scenario.id)).get(scenario.id) != there:
        detail = {"folder": str(there)}
        record.add(Entry(scenario.id, scenario.version, LAY_IN, detail), firm=False)


def kept_folders(events: Iterable[Event]) -> dict[str, Path]:
    """Return the folder in which each scenario was last opened, by its id."""
    return {
        event.entry.scenario: Path(event.entry.detail.get("folder", ""))
        for event in events
        if event.entry.kind == LAY_IN and event.entry.scenario
    }


def lost_line(scenario: str, path: Path) -> str:
    """Say that a scenario is not where it was, and how it is found again."""
    return (
        f"{scenario} cannot be opened in {path}; once you do one of its exercises where it lies "
        "now, it is found again: cablesim do FOLDER EXERCISE"
    )


def folders_of(events: Iterable[Event]) -> tuple[Path, ...]:
    """Return the folders of what a record tells of: what ships first, then what is still there."""
    events = tuple(events)
    wanted = {event.entry.scenario for event in events}
    shipped = _shipped()
    own = (path for name, path in kept_folders(events).items() if name not in shipped)
    there = (path for path in own if _holds_one(path))
    return (*(path for name, path in shipped.items() if name in wanted), *there)


def _holds_one(folder: Path) -> bool:
    """Tell whether a scenario or course lies in a folder of this machine.

    A record may come from elsewhere, and name what can be no folder here.
    """
    try:
        return folder.is_absolute() and any(
            (folder / head).is_file() for head in (HEAD, COURSE_HEAD)
        )
    except OSError:
        return False


def _shipped() -> dict[str, Path]:
    """Return what ships by its id, which is the name of its folder."""
    return {path.name: path for path in (*folders(), *course_folders())}

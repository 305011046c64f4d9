"""Where a learner's files lie: the record, and the marks of scenarios that were checked before."""

from __future__ import annotations

import os
from pathlib import Path

from cablesim.scenario.checked import Checked

HOME = "CABLESIM_HOME"


def data_folder() -> Path:
    """Return the folder of the learner's record; the variable CABLESIM_HOME names another."""
    named = os.environ.get(HOME)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("cablesim", appauthor=False)


def record_file() -> Path:
    """Return the file of the learner's record."""
    return data_folder() / "record.sqlite"


def checked_marks() -> Checked:
    """Return the marks of scenarios that were checked before, so that loading is quick."""
    named = os.environ.get(HOME)
    if named:
        return Checked(Path(named) / "checked")
    from platformdirs import user_cache_path

    return Checked(user_cache_path("cablesim", appauthor=False) / "checked")

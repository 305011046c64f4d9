"""The TOML files of a scenario together, each in the shape that the checker proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablesim.scenario import shapes


@dataclass(frozen=True, slots=True)
class Tables:
    """The TOML files of a scenario, each in its shape."""

    head: shapes.ScenarioFile
    history: shapes.HistoryFile
    teaching: shapes.TeachingFile
    book: shapes.BookFile
    glossary: shapes.GlossaryFile

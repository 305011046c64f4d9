"""The TOML files of a scenario together, in the shapes that were proved and written out in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from cablesim.scenario import shapes


class LongTeaching(TypedDict):
    """What is made up, every short form written out."""

    banner: str
    text: list[shapes.Part]
    cipher: shapes.CipherShape
    pad: shapes.PadShape
    closing: shapes.ClosingShape
    simulated: NotRequired[shapes.SimulatedShape]
    contrast: NotRequired[list[shapes.ContrastShape]]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a scenario; `groups` holds the texts of files that give groups, by name."""

    head: shapes.ScenarioFile
    history: shapes.HistoryFile
    teaching: LongTeaching
    book: shapes.BookTables
    glossary: shapes.GlossaryFile
    groups: dict[str, str]

"""The short forms that an author may write, written out in full, so that one form is built.

`text` is the telegram's own lines where it is not given; a clock of one number a stage becomes
legs; a list of words within the cipher becomes the words of a book; a scenario without a cipher
has a book that is made to fit its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from cablesim.scenario import shapes
    from cablesim.scenario.tables import LongTeaching

BANNER = "Made up for teaching."
UNIT, LIKE = "unit", "like"


def listed(parts: shapes.Part | list[shapes.Part]) -> list[shapes.Part]:
    """Return one part, or several, as a list."""
    return parts if isinstance(parts, list) else [parts]


def teaching_in_full(teaching: shapes.TeachingFile, head: shapes.ScenarioFile) -> LongTeaching:
    """Return what is made up with every short form written out."""
    # It has no id, so that an exercise may call it as it likes.
    usual: shapes.CipherShape = {"id": "", "title": "A code book and a one-time pad"}
    full: LongTeaching = {
        "banner": teaching.get("banner", BANNER),
        "text": listed(teaching.get("text", head["source"]["telegram"])),
        "cipher": teaching["cipher"][0] if "cipher" in teaching else usual,
        "pad": teaching.get("pad", {}),
        "closing": teaching.get("closing", {}),
    }
    if "contrast" in teaching:
        full["contrast"] = teaching["contrast"]
    if "simulated" in teaching:
        full["simulated"] = clock_in_full(teaching["simulated"])
    return full


def clock_in_full(clock: shapes.SimulatedShape | shapes.ShortClock) -> shapes.SimulatedShape:
    """Return a simulated clock leg by leg; `like` names the one printed case behind a number.

    >>> clock_in_full({"send": 25, "like": {"send": "e-clock"}})["leg"][0]["claim"]
    'e-clock'
    """
    if "leg" in clock:
        return cast("shapes.SimulatedShape", clock)
    like = cast("dict[str, str]", clock.get(LIKE, {}))
    legs: list[shapes.LegShape] = []
    for stage, minutes in clock.items():
        if stage in (UNIT, LIKE) or not isinstance(minutes, int):
            continue
        leg: shapes.LegShape = {
            "stage": stage,
            "low": minutes,
            "middle": minutes,
            "high": minutes,
            "n": int(stage in like),
        }
        if stage in like:
            leg["claim"] = like[stage]
        legs.append(leg)
    return {"leg": legs}


def book_in_full(book: object) -> shapes.BookTables:
    """Return a book that stands within the cipher: its tables, or a list of words as one table."""
    tables = book if isinstance(book, dict) else {}
    if any(isinstance(value, dict) for value in tables.values()) or not tables:
        return cast("shapes.BookTables", tables)
    return {"words": cast("dict[str, str | list[str]]", tables)}

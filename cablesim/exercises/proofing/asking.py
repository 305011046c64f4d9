"""Values that ask for more groups than a text has: in silence, as many as there are are taken."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.exercises.fault import Fault
from cablesim.exercises.kinds.book import BookVariant
from cablesim.exercises.kinds.depth import DepthVariant
from cablesim.exercises.variant import Variant

CODE = "E111"


def asks_too_much(variant: Variant) -> Iterator[Fault]:
    """Yield what a variant is asked for and its text is too short for."""
    match variant:
        case BookVariant():
            text, has = variant.text.plain, len(variant.row) // variant.text.size
            for name, least in variant.task.fair.items():
                if least > has:
                    message = f"fair asks that {name} spoils {least} groups, and {_has(text, has)}"
                    yield Fault(CODE, message, _cure(has), "vary.fair")
        case DepthVariant():
            text, has, known = variant.first.plain, variant.first.count, variant.task.crib
            if known > has:
                message = f"the crib is to be {known} groups of the first text, and "
                yield Fault(CODE, message + _has(text, has), _cure(has), "vary.crib")
        case _:
            return


def _has(text: str, count: int) -> str:
    """Say how many groups a text has."""
    return f"“{text[:40]}” has {count}"


def _cure(most: int) -> str:
    """Say what to write."""
    return f"write {most} at most, or give longer texts"

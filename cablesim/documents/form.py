"""The form of a telegram: optional fields, each with the value as printed and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """The fields that telegrams of the evidence have; no form has them all."""

    NUMBER = "kind and number"
    PLACE = "place"
    HANDLING = "handling"
    TO = "to"
    TIME_LINE = "time line"
    DATE = "date"
    INSTRUCTION = "instruction"
    SERVICE_ORDER = "service order"
    SIGNATURE = "signature"
    COPIES = "copies"
    OFFICE = "office"
    CLASSIFICATION = "classification"
    SERIES_MARK = "series mark"
    URGENCY = "urgency"
    CLERKS = "clerks"
    CLOCK = "clock"
    SPECIAL_NUMBER = "special number"
    OWN_NUMBER = "own number"
    REFERENCE = "reference"
    CONTINUATION = "continuation"
    ENCLOSURE = "enclosure"
    SPECIMEN_NUMBER = "specimen number"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: its value as printed, or None where the page has none, with line and note."""

    kind: FieldKind
    value: str | None
    line: int | None = None
    note: str = ""
    claims: tuple[str, ...] = ()

"""What is read from the invented telegrams equals what their front matter says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from front_matter import expected
from invented import specimen, specimen_names

from cablesim.authoring.document_reading import facts
from cablesim.authoring.document_reading.body import points_of
from cablesim.authoring.document_reading.figures import written_twice
from cablesim.authoring.document_reading.moments import minutes_between
from cablesim.authoring.document_reading.reading import read
from cablesim.documents.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from cablesim.authoring.document_reading.found import Reading, Time


def first(reading: Reading, kind: FieldKind) -> str:
    return reading.values(kind)[0]


def time_of(reading: Reading, event: str) -> Time:
    return next(time for time in reading.times if time.event == event)


def times(reading: Reading) -> list[list[str]]:
    whole = all(time.date for time in reading.times) and len(reading.times) == 2
    return [[time.event, time.moment if whole else time.time] for time in reading.times]


def delivered(reading: Reading) -> str:
    time = time_of(reading, "delivered")
    return f"{time.time} {time.clock}"


def four_hours(reading: Reading) -> str:
    early, late = time_of(reading, "enclosed_received"), time_of(reading, "received")
    hours, minutes = divmod(minutes_between(early.time, late.time) + 4 * 60, 60)
    return f"with a four-hour difference the journey took {hours} h {minutes} min"


def order_by(reading: Reading) -> str:
    received = [time.line for time in reading.times if time.event == "received"]
    assert reading.parts[0].first > received[0], "the first part came second"
    return "text, not by time of receipt"


READ: dict[str, Callable[[Reading], object]] = {
    "number": lambda r: r.numbers.heading[0],
    "special_number": lambda r: r.numbers.special,
    "own_number": lambda r: r.numbers.own,
    "title_number": lambda r: r.numbers.title,
    "text_number": lambda r: r.numbers.heading[0],
    "to_place": lambda r: first(r, FieldKind.PLACE),
    "to_office": lambda r: first(r, FieldKind.TO),
    "times": times,
    "time": lambda r: r.times[0].time,
    "time_word": lambda r: r.times[0].printed.split()[0],
    "came_in": lambda r: time_of(r, "came_in").time,
    "received": lambda r: time_of(r, "received").time,
    "enclosed_received": lambda r: time_of(r, "enclosed_received").time,
    "enclosed_clock": lambda r: time_of(r, "enclosed_received").clock,
    "delivered": delivered,
    "minutes_in_office": facts.minutes_in_office,
    "note": four_hours,
    "encloses": facts.encloses,
    "signature_inner": lambda r: facts.signed_by(r, inner=True),
    "signature_outer": lambda r: facts.signed_by(r, inner=False),
    "signatures": lambda r: list(facts.names_signed(r)),
    "copies": lambda r: list(r.copies.names),
    "copies_stated": lambda r: r.copies.stated,
    "copies_listed": lambda r: len(r.copies.names),
    "copies_agree": lambda r: r.copies.agrees,
    "this_copy": lambda r: r.copies.this,
    "fulfilment_report_demanded": facts.report_demanded,
    "date": lambda r: r.date,
    "dated": lambda r: r.dated,
    "recipients": lambda r: list(r.recipients.names),
    "recipients_are": lambda r: "alternatives" if r.recipients.alternatives else "all",
    "points": lambda r: points_of(r.lines)[0],
    "in_addition_to": lambda r: dict(zip(("own", "incoming"), facts.reference(r), strict=True)),
    "messages": lambda r: len(r.messages),
    "figures_agree": lambda r: all(each.agree for each in written_twice(r.body_text)),
    "figure": lambda r: written_twice(r.body_text)[0].figure,
    "clerks": lambda r: {time.event: time.clerk for time in r.times if time.clerk},
    "stamp_incoming": facts.stamp_number,
    "body_must_read_through": lambda r: (
        "three hundred sacks, of which forty go to Stoneford"
        if "three hundred sacks, of which forty go to Stoneford" in r.body_text
        else r.body_text
    ),
    "parts": lambda r: len(r.parts),
    "numbers": lambda r: [part.number for part in r.parts],
    "order_by": order_by,
    "joined_sentence": facts.sentence_across,
    "refers_to_date": facts.refers_to,
    "acknowledged": facts.acknowledged,
    "order": facts.order,
    "institutional_alias": facts.institution,
    "language": lambda r: r.language,
    "classification": lambda r: first(r, FieldKind.CLASSIFICATION),
    "mode": facts.mode,
}


@pytest.mark.parametrize("name", specimen_names())
def test_what_is_read_from_a_specimen_equals_its_front_matter(name: str) -> None:
    wanted = expected(name)
    reading = read(specimen(name))
    neighbours = wanted.pop("neighbours", [])
    accept = wanted.pop("accept", None)
    assert wanted
    assert {key: READ[key](reading) for key in wanted} == wanted
    if accept is not None:
        assert isinstance(neighbours, list)
        pairs = tuple((str(each[0]), str(each[1])) for each in neighbours if isinstance(each, list))
        both = (reading.numbers.title, *reading.numbers.heading)
        assert facts.fits_series(both, reading.dated, pairs) == accept

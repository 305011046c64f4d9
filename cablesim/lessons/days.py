"""On which day things were done, by clocks that may be wrong.

A clock set back is not followed: the day is the latest one seen. So a clock that was far ahead
once would stop all days for years; one that runs on for two days behind the latest day is
therefore believed again. Days before this program was written, and a hundred years after, are
nobody's days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo
from functools import reduce

from cablesim.lessons.entry import moment

EARLIEST = date(2020, 1, 1).toordinal()
LATEST = date(2120, 1, 1).toordinal()
BELIEVED_AFTER = 2
# Moments are kept to the minute, and two machines may differ by a few.
SLACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The latest day that is believed, and where a clock behind it began to run.

    Days are numbered as `date.toordinal` does; `behind` is 0 while no clock runs behind.
    """

    today: int = EARLIEST
    behind: int = 0

    def after(self, day: int | None) -> Calendar:
        """Return the calendar after one more day was read off a clock; None is no day."""
        if day is None or not is_day(day):
            return self
        if day >= self.today:
            return Calendar(day)
        behind = min(self.behind or day, day)
        if day - behind >= BELIEVED_AFTER:
            return Calendar(day)
        return replace(self, behind=behind)


def is_day(day: int | None) -> bool:
    """Tell whether a day may be somebody's."""
    return day is not None and EARLIEST <= day <= LATEST


def day_of(at: str, zone: tzinfo | None = None) -> int | None:
    """Return the number of the day of a moment where the learner is, or None for no moment.

    Without a zone it is that of this computer.
    """
    read = moment(at)
    if read is None:
        return None
    try:
        return read.astimezone(zone).date().toordinal()
    except (OverflowError, ValueError, OSError):
        return None


def calendar(moments: Iterable[str], zone: tzinfo | None = None) -> Calendar:
    """Return the calendar after moments in the order in which things were done."""
    return reduce(Calendar.after, (day_of(at, zone) for at in moments), Calendar())


def clock_behind(moments: Iterable[str], present: str, zone: tzinfo | None = None) -> str:
    """Say that the last step lies after the `present`, and what follows; nothing where none does.

    Nobody can tell whether that step's clock was ahead or today's is behind.
    """
    latest, day = calendar(moments, zone), day_of(present, zone)
    if day is None or not is_day(day) or latest.after(day).today == day:
        return ""
    if latest.behind and latest.behind <= day:
        when = f"from {date.fromordinal(latest.behind + BELIEVED_AFTER)} on"
    else:
        when = f"from {BELIEVED_AFTER} days after your next step on"
    return (
        f"By the clock of this computer it is {date.fromordinal(day)}, and the latest day on your "
        f"record is {date.fromordinal(latest.today)}: one of the two clocks is wrong. If "
        f"today's is right, go on as usual: {when} it is believed, and what was done by the other "
        "comes back at once. If it is wrong, set it."
    )


def doubts(moments: Iterable[str], present: str, zone: tzinfo | None = None) -> Iterator[str]:
    """Return for each moment, in order, why it cannot be right, or the empty text.

    A moment that is earlier than one before it was read off a clock that had been set back, as
    long as the later one is believed; one after the `present` off a clock that was ahead.
    """
    latest, believed = Calendar(), ""
    for at in moments:
        day = day_of(at, zone)
        if day is None:
            yield "no moment at all"
            continue
        if _is_ahead(at, present):
            yield "by a clock that was ahead"
            continue
        before, latest = latest, latest.after(day)
        if day < EARLIEST:
            yield "before this program was written"
        elif day < latest.today or (day == before.today and _is_ahead(believed, at)):
            yield "by a clock that was set back"
        else:
            believed = at
            yield ""


def _is_ahead(at: str, other: str) -> bool:
    """Tell whether a moment is later than another by more than two clocks differ as a rule."""
    one, two = moment(at), moment(other)
    return one is not None and two is not None and one - two > SLACK

"""On which day things were done, by clocks that may be wrong.

A clock set back is not followed: the day is the latest one seen. So a clock that was far ahead
once would stop all days for years; one that runs on for two days behind the latest day is
therefore believed again. Days before this program was written are nobody's days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from functools import reduce

from cablesim.lessons.entry import moment

EARLIEST = date(2020, 1, 1).toordinal()
BELIEVED_AFTER = 2


@dataclass(frozen=True, slots=True)
class Calendar:
    """The latest day that is believed, and where a clock behind it began to run.

    Days are numbered as `date.toordinal` does; `behind` is 0 while no clock runs behind.
    """

    today: int = EARLIEST
    behind: int = 0

    def after(self, day: int | None) -> Calendar:
        """Return the calendar after one more day was read off a clock; None is no day."""
        if day is None or day < EARLIEST:
            return self
        if day >= self.today:
            return Calendar(day)
        behind = min(self.behind or day, day)
        if day - behind >= BELIEVED_AFTER:
            return Calendar(day)
        return replace(self, behind=behind)


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

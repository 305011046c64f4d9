"""Today's review as a session: item by item, and it ends by itself."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, tzinfo

from cablesim.exercises.errors import ExerciseRefused
from cablesim.lessons.attempts import Attempt, Folding, Outcome, name_of
from cablesim.lessons.days import calendar, clock_behind
from cablesim.lessons.entry import now
from cablesim.lessons.record import Record
from cablesim.lessons.schedule import A_DAY, Due, comes_back, done_on, todays
from cablesim.lessons.sitting import Catalogue, Sitting


class Review:
    """One day's review; what is left of it follows from the record alone."""

    def __init__(
        self, record: Record, catalogue: Catalogue, at: str = "", zone: tzinfo | None = None
    ) -> None:
        self._record = record
        self._catalogue = catalogue
        self._at = at or now()
        self._zone = zone
        self._folding = Folding(record.events, zone)
        moments = [event.believed for event in record.events()]
        self.today = calendar([*moments, self._at], zone).today
        self._clock = clock_behind(moments, self._at, zone)

    def left(self) -> tuple[Due, ...]:
        """Return what is left of today's review, the next item first."""
        return todays(self._catalogue.tasks(), self._attempts(), self.today)

    def done(self) -> int:
        """Return how many of today's were done or put off already."""
        return len(done_on(self._attempts(), self.today))

    def so_far(self) -> str:
        """Return how many of today's were done and how many put off, in words."""
        past = self.done()
        waiting = len(self._put_off() & done_on(self._attempts(), self.today))
        done = f"{past - waiting} of {past + len(self.left())} done"
        return f"{done}, {waiting} put off" if waiting else done

    def _put_off(self) -> frozenset[tuple[str, str]]:
        """Return the exercises that were put off today."""
        return frozenset(
            name_of(attempt)
            for attempt in self._attempts()
            if attempt.opened.review
            and attempt.outcome is Outcome.SKIPPED
            and attempt.day == self.today
        )

    def _attempts(self) -> Sequence[Attempt]:
        """Return what the record tells now."""
        return self._folding.attempts()

    def sitting(self) -> Sitting | None:
        """Sit down at the next item, or return None at the end."""
        for due in self.left():
            # An exercise that its author broke meanwhile is passed over, not put off.
            with suppress(ExerciseRefused):
                record, catalogue, student = self._record, self._catalogue, due.student
                return Sitting(
                    record, catalogue, due.task, due.number, student=student, review=True
                )
        return None

    def end(self) -> str:
        """Return the sentence with which the review ends, and one of a clock that is behind."""
        return " ".join(filter(None, (self._end(), self._clock)))

    def _end(self) -> str:
        """Return how the review ends."""
        attempts = self._attempts()
        days = [due.day for due in comes_back(self._catalogue.tasks(), attempts, self.today)]
        waiting = sum(day <= self.today for day in days)
        if waiting > len(self._put_off()):
            return f"That is all for today: {A_DAY} a day are enough, and what is left can wait."
        if waiting:
            return "That is all for today. What you put off comes back another day."
        if days:
            return f"That is all for today. The next comes back on {date.fromordinal(min(days))}."
        return "Nothing comes back for now. Exercises that you do come back here after a day."

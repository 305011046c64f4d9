"""What became of each variant of an exercise: a fold over the acts on the record.

Where two windows or two machines worked on one variant, their acts are one attempt in the order
of the record, and the newest draft stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import StrEnum

from cablesim.lessons.acts import (
    Act,
    Confidence,
    Confident,
    Drafted,
    Finished,
    GaveUp,
    Hinted,
    Noted,
    Opened,
    Restarted,
    SelfMarked,
    Skipped,
    Tried,
    Unmarked,
    Variant,
    act_of,
)
from cablesim.lessons.days import EARLIEST, Calendar, day_of
from cablesim.lessons.entry import Event

RIGHT = 1.0


class Outcome(StrEnum):
    """How an attempt stands; one is left when its variant is begun anew."""

    OPEN = "open"
    FINISHED = "finished"
    GAVE_UP = "gave up"
    SKIPPED = "skipped"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Try:
    """One judged answer, how sure the learner was, and how many hints were open by then."""

    tried: Tried
    confidence: Confidence | None
    hints: int

    @property
    def right(self) -> bool:
        """The whole answer is right."""
        return self.tried.score >= RIGHT


@dataclass(frozen=True, slots=True)
class Attempt:
    """One learner at one variant: draft and note, the hints, the tries, the end.

    A variant that is begun anew gives another attempt; `begun` counts them from 1. `judged_at` is
    the turn of the first judgement, or 0; `day` the believed day of the last one, or of the skip.
    `own` is what the learner gave the answer beside its rubric, part by part as far as that went.
    """

    about: Variant
    opened: Opened
    draft: str = ""
    note: str = ""
    confidence: Confidence | None = None
    hints: frozenset[int] = frozenset()
    tries: tuple[Try, ...] = ()
    own: tuple[SelfMarked, ...] = ()
    outcome: Outcome = Outcome.OPEN
    begun: int = 1
    judged_at: int = 0
    day: int = EARLIEST

    @property
    def judged(self) -> bool:
        """There is something to learn from: a try, or the answer was asked for or handed in."""
        return self.judged_at > 0

    @property
    def solved(self) -> bool:
        """One of the tries is wholly right."""
        return any(made.right for made in self.tries)

    @property
    def at_once(self) -> bool:
        """The first try was right, without a hint, on a variant never seen before."""
        return bool(self.tries) and self.tries[0].right and not self.tries[0].hints and self.fresh

    @property
    def begun_work(self) -> bool:
        """Something was done: a draft, a note, a hint or a try; not only looked at."""
        return bool(self.tries or self.draft.strip() or self.note.strip() or self.hints)

    @property
    def handed_in(self) -> bool:
        """The answer waits for a teacher; a variant that is worked in part is no such answer."""
        done = self.outcome is Outcome.FINISHED and not self.tries
        return done and self.opened.level is None

    @property
    def fresh(self) -> bool:
        """The variant was begun once."""
        return self.begun == 1

    @property
    def sure_and_wrong(self) -> bool:
        """The learner was sure of an answer that was not right."""
        return any(made.confidence is Confidence.SURE and not made.right for made in self.tries)


class _Growing:
    """An attempt to which acts are added one after another, without a copy of it for each."""

    def __init__(self, attempt: Attempt) -> None:
        self._begin(attempt)

    def _begin(self, attempt: Attempt) -> None:
        """Stand where an attempt stands."""
        self._attempt = attempt
        self._about, self._opened = attempt.about, attempt.opened
        self._draft, self._note = attempt.draft, attempt.note
        self._confidence, self._outcome = attempt.confidence, attempt.outcome
        self._hints, self._tries = set(attempt.hints), list(attempt.tries)
        self._judged_at, self._day = attempt.judged_at, attempt.day
        self._own = {given.part: given for given in attempt.own}

    def take(self, act: Act, turn: int, day: int) -> None:
        """Add an act that was done at a turn and on a day."""
        self._take(act)
        self._about = act.about
        if isinstance(act.what, Tried | Finished | GaveUp):
            self._judged_at = self._judged_at or turn
            self._day = day
        elif isinstance(act.what, Skipped):
            self._day = day

    def _take(self, act: Act) -> None:  # noqa: C901, PLR0912 - one line for each act.
        """Add what was done."""
        match act.what:
            case Drafted(text):
                self._draft = text
            case Opened() as opened:
                self._opened = opened
                # A variant opened again goes on; one that was skipped is taken up.
                if self._outcome is Outcome.SKIPPED:
                    self._outcome = Outcome.OPEN
            case Noted(text):
                self._note = text
            case Confident(confidence):
                self._confidence = confidence
            case Hinted(hint):
                self._hints.add(hint)
            case Tried() as tried:
                self._tries.append(Try(tried, self._confidence, len(self._hints)))
                self._confidence, self._draft = None, tried.answer
            case Finished():
                self._outcome = Outcome.FINISHED
            case GaveUp():
                self._outcome = Outcome.GAVE_UP
            case Skipped():
                self._outcome = Outcome.SKIPPED
            case SelfMarked(part) as given:
                self._own[part] = given
            case Unmarked(part):
                self._own.pop(part, None)
            case Restarted():
                begun = self._attempt.begun + 1
                self._begin(Attempt(act.about, self._opened, begun=begun))

    def grown(self) -> Attempt:
        """Return the attempt with all that was added."""
        return replace(
            self._attempt,
            about=self._about,
            opened=self._opened,
            draft=self._draft,
            note=self._note,
            confidence=self._confidence,
            hints=frozenset(self._hints),
            tries=tuple(self._tries),
            own=tuple(self._own[part] for part in sorted(self._own)),
            outcome=self._outcome,
            judged_at=self._judged_at,
            day=self._day,
        )


def attempts_of(events: Iterable[Event], zone: tzinfo | None = None) -> tuple[Attempt, ...]:
    """Return every attempt that the events tell of, in the order in which they were last touched.

    An act on a variant that was never opened opens it under no rules. A version that changed
    meanwhile does not part an attempt in two.
    """
    found: dict[tuple[str, str, int, str, int], _Growing] = {}
    calendar = Calendar()
    for event in events:
        calendar = calendar.after(day_of(event.believed, zone))
        act = act_of(event.entry)
        if act is None:
            continue
        about = act.about
        key = (about.scenario, about.exercise, about.number, about.student, 0)
        growing = found.pop(key, None) or _Growing(Attempt(about, Opened("", "", "", "")))
        if isinstance(act.what, Restarted):
            left = replace(growing.grown(), outcome=Outcome.LEFT)
            found[*key[:4], left.begun] = _Growing(left)
        growing.take(act, event.turn, calendar.today)
        found[key] = growing
    return tuple(growing.grown() for growing in found.values())


def after(attempt: Attempt, act: Act, turn: int, day: int) -> Attempt:
    """Return the attempt after one more act, which was done at a turn and on a day."""
    growing = _Growing(attempt)
    growing.take(act, turn, day)
    return growing.grown()


def in_order(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Return the judged attempts in the order of their first judgements."""
    judged = (attempt for attempt in attempts if attempt.judged)
    return tuple(sorted(judged, key=lambda attempt: attempt.judged_at))


def resumed(attempts: Iterable[Attempt], exercise: tuple[str, str] | None = None) -> Attempt | None:
    """Return the open attempt that was touched last, of one (scenario, exercise) or of all."""
    found = [
        attempt
        for attempt in attempts
        if attempt.outcome is Outcome.OPEN and exercise in {None, name_of(attempt)}
    ]
    return found[-1] if found else None


def open_attempts(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Return all that is open, one variant of each exercise, what was touched last first."""
    found: dict[tuple[str, str], Attempt] = {}
    for attempt in attempts:
        if attempt.outcome is Outcome.OPEN:
            found.pop(name_of(attempt), None)
            found[name_of(attempt)] = attempt
    return tuple(reversed(found.values()))


def put_off(
    attempts: Iterable[Attempt], exercise: tuple[str, str], *, review: bool = False
) -> Attempt | None:
    """Return the attempt with which an exercise that was put off is gone on with, or None.

    It is the last one touched, if nothing of it was judged; what was put off in a review comes
    back there, and what was put off in practice in practice.
    """
    mine = [attempt for attempt in attempts if name_of(attempt) == exercise]
    last = mine[-1] if mine else None
    if last is None or last.outcome is not Outcome.SKIPPED or last.judged:
        return None
    return last if last.opened.review is review else None


def left_off(attempts: Iterable[Attempt], exercise: tuple[str, str]) -> Attempt | None:
    """Return the attempt with which practice of an exercise goes on: left open, or put off."""
    attempts = tuple(attempts)
    return resumed(attempts, exercise) or put_off(attempts, exercise)


def name_of(attempt: Attempt) -> tuple[str, str]:
    """Return the scenario and exercise of an attempt."""
    return attempt.about.scenario, attempt.about.exercise


def next_number(attempts: Iterable[Attempt], exercise: tuple[str, str]) -> int:
    """Return the number of the first variant of an exercise that was never opened."""
    numbers = (a.about.number for a in attempts if name_of(a) == exercise)
    return max(numbers, default=-1) + 1


def marks_of(
    attempts: Iterable[Attempt], marking: Callable[[Attempt], float]
) -> dict[tuple[str, str], float]:
    """Return the best mark of each (scenario, exercise) by a marking rule; no mark ever falls."""
    marks: dict[tuple[str, str], float] = {}
    for attempt in attempts:
        if attempt.judged:
            name = name_of(attempt)
            marks[name] = max(marks.get(name, 0.0), marking(attempt))
    return marks


def done_exercises(attempts: Iterable[Attempt]) -> frozenset[tuple[str, str]]:
    """Return the (scenario, exercise) pairs that were done: solved, or handed in for a teacher."""
    return frozenset(
        name_of(attempt) for attempt in attempts if attempt.solved or attempt.handed_in
    )


def handed_in(attempts: Iterable[Attempt]) -> dict[tuple[str, str], Attempt]:
    """Return the last attempt at each (scenario, exercise) that was handed in and never solved."""
    attempts = tuple(attempts)
    solved = {name_of(attempt) for attempt in attempts if attempt.solved}
    waiting = {name_of(attempt): attempt for attempt in attempts if attempt.handed_in}
    return {name: attempt for name, attempt in waiting.items() if name not in solved}


class Folding:
    """The attempts that a record tells of, folded once for each time that it was written to."""

    def __init__(self, events: Callable[[], tuple[Event, ...]], zone: tzinfo | None = None) -> None:
        self._events = events
        self._zone = zone
        self._folded: tuple[tuple[Event, ...], tuple[Attempt, ...]] | None = None

    def attempts(self) -> tuple[Attempt, ...]:
        """Return them as the record is now."""
        events = self._events()
        if self._folded is None or self._folded[0] is not events:
            self._folded = events, attempts_of(events, self._zone)
        return self._folded[1]

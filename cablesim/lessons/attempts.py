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
    Skipped,
    Tried,
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
    """

    about: Variant
    opened: Opened
    draft: str = ""
    note: str = ""
    confidence: Confidence | None = None
    hints: frozenset[int] = frozenset()
    tries: tuple[Try, ...] = ()
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


def _after(attempt: Attempt, act: Act) -> Attempt:  # noqa: C901, PLR0911 - one line for each act.
    """Return the attempt after one more act."""
    match act.what:
        case Opened() as opened:
            # A variant opened again goes on; one that was skipped is taken up.
            taken = Outcome.OPEN if attempt.outcome is Outcome.SKIPPED else attempt.outcome
            return replace(attempt, opened=opened, outcome=taken)
        case Drafted(text):
            return replace(attempt, draft=text)
        case Noted(text):
            return replace(attempt, note=text)
        case Confident(confidence):
            return replace(attempt, confidence=confidence)
        case Hinted(hint):
            return replace(attempt, hints=attempt.hints | {hint})
        case Tried() as tried:
            made = Try(tried, attempt.confidence, len(attempt.hints))
            return replace(
                attempt, tries=(*attempt.tries, made), confidence=None, draft=tried.answer
            )
        case Finished():
            return replace(attempt, outcome=Outcome.FINISHED)
        case GaveUp():
            return replace(attempt, outcome=Outcome.GAVE_UP)
        case Skipped():
            return replace(attempt, outcome=Outcome.SKIPPED)
        case Restarted():
            return Attempt(act.about, attempt.opened, begun=attempt.begun + 1)


def attempts_of(events: Iterable[Event], zone: tzinfo | None = None) -> tuple[Attempt, ...]:
    """Return every attempt that the events tell of, in the order in which they were last touched.

    An act on a variant that was never opened opens it under no rules. A version that changed
    meanwhile does not part an attempt in two.
    """
    found: dict[tuple[str, str, int, str, int], Attempt] = {}
    calendar = Calendar()
    for event in events:
        calendar = calendar.after(day_of(event.at, zone))
        act = act_of(event.entry)
        if act is None:
            continue
        about = act.about
        key = (about.scenario, about.exercise, about.number, about.student, 0)
        before = found.pop(key, None) or Attempt(about, Opened("", "", "", ""))
        if isinstance(act.what, Restarted):
            found[*key[:4], before.begun] = replace(before, outcome=Outcome.LEFT)
        found[key] = after(before, act, event.turn, calendar.today)
    return tuple(found.values())


def after(attempt: Attempt, act: Act, turn: int, day: int) -> Attempt:
    """Return the attempt after one more act, which was done at a turn and on a day."""
    attempt = _after(attempt, act)
    if isinstance(act.what, Tried | Finished | GaveUp):
        return replace(attempt, about=act.about, judged_at=attempt.judged_at or turn, day=day)
    if isinstance(act.what, Skipped):
        return replace(attempt, about=act.about, day=day)
    # Most acts are drafts of one version: a copy that changes nothing is spared.
    return attempt if attempt.about == act.about else replace(attempt, about=act.about)


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


def solved_exercises(attempts: Iterable[Attempt]) -> frozenset[tuple[str, str]]:
    """Return the (scenario, exercise) pairs that were done: solved, or handed in for a teacher."""
    return frozenset(
        name_of(attempt) for attempt in attempts if attempt.solved or attempt.handed_in
    )

"""One learner at one exercise with all that teaches: hints in order, faded steps, their rule.

A `Sitting` keeps every act on the record; here is what may be done when. A hint opens only after
a changed try, but one by one where an answer is handed in and ends the work; where an exercise is
to be tried first, help opens after two honest tries; after a last hint that shows a step, a fresh
variant is offered. Everything follows from the record alone,
so that a session that was cut off goes on as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cablesim.errors import CablesimError
from cablesim.exercises.helping import RuleQuestion, question, rule_question
from cablesim.exercises.phrases import STEP, placeholders
from cablesim.exercises.workbook import Workbook
from cablesim.lessons.acts import Confidence, SelfMarked
from cablesim.lessons.attempts import Attempt, Outcome, attempts_of, left_off, name_of
from cablesim.lessons.catalogue import Drawn, Workbooks
from cablesim.lessons.earning import cost_words, earned_words
from cablesim.lessons.freshness import fresh_number, has_another
from cablesim.lessons.ownmarks import steps
from cablesim.lessons.record import Record
from cablesim.lessons.schedule import Task
from cablesim.lessons.sitting import Sitting, Verdict, practice
from cablesim.scenario.exercise import Exercise, ExplainTask, RubricLine

SEALED = "The exercises of this scenario are sealed: answers are kept and not judged here."
SEEN = "This exercise has no other form: you were asked this before, and it counts for no skill."
SURE = dict(zip("123", Confidence, strict=True))
HONEST_TRIES = 2


@dataclass(frozen=True, slots=True)
class Help:
    """What asking for help gives: a hint, or why there is none yet; `fresh` offers a variant."""

    text: str
    opened: bool
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting with its exercises; it has no state of its own."""

    books: Workbooks
    sitting: Sitting

    @property
    def drawn(self) -> Drawn:
        """The variant at hand."""
        match self.sitting.deal:
            case Drawn() as drawn:
                return drawn
            case _:
                raise CablesimError("this exercise was not drawn from a scenario")

    @property
    def attempt(self) -> Attempt:
        """What the record tells of this variant."""
        return self.sitting.attempt

    @property
    def exercise(self) -> Exercise:
        """The exercise as its author wrote it."""
        return self.drawn.variant.exercise

    @property
    def book(self) -> Workbook:
        """The exercises of the scenario."""
        return self.books.book(self.sitting.task.scenario)

    @property
    def sealed(self) -> bool:
        """Answers are taken and not judged."""
        return self.book.marking.sealed

    @property
    def long(self) -> bool:
        """The answer is written in several lines."""
        return self.exercise.handed_in

    @property
    def seen(self) -> bool:
        """The exercise has no form that this learner was not asked before."""
        return self.attempt.opened.seen

    @property
    def varies(self) -> bool:
        """The next variant asks something that this learner was not asked before."""
        task, books = self.sitting.task, self.books
        _, seen = fresh_number(
            task.name,
            attempts_of(self.sitting.record.events(task.scenario)),
            self.attempt.about.student,
            lambda number, whose: books.deal(task, number, None, whose).asks,
        )
        return not seen

    @property
    def another(self) -> bool:
        """A fresh variant may ask anything else than the one at hand."""
        task, books = self.sitting.task, self.books
        return has_another(
            self.attempt.about,
            attempts_of(self.sitting.record.events(task.scenario)),
            lambda number, whose: books.deal(task, number, None, whose).asks,
        )

    @property
    def done(self) -> bool:
        """Nothing more is to be done at this variant."""
        return self.attempt.outcome in {Outcome.FINISHED, Outcome.GAVE_UP}

    @property
    def unsent(self) -> str:
        """The answer as it was begun; nothing where the last try stands there as it was judged."""
        tries = self.attempt.tries
        judged = tries and self.sitting.draft == tries[-1].tried.answer
        return "" if judged else self.sitting.draft.strip()

    @property
    def begun(self) -> bool:
        """Something is written here, as an answer or on the way to one, and not handed in."""
        return bool(self.unsent) or bool(self.attempt.note and not self.attempt.tries)

    @property
    def comes_back(self) -> bool:
        """Once put off, the variant comes back as it is; what was judged comes back as another."""
        return not self.attempt.judged

    @property
    def asks(self) -> Sequence[str]:
        """The question and what stands below it, the steps that are given among it.

        In practice a question that was put before says so: it comes back only in a review.
        """
        told = (SEEN,) if self.seen and not self.attempt.opened.review else ()
        return (*question(self.drawn.variant), *told)

    @property
    def all_given(self) -> bool:
        """Every step is worked already: there is nothing to answer but the rule."""
        return not self.drawn.variant.asked and self.given > 0

    @property
    def given(self) -> int:
        """How many steps are worked already."""
        return self.drawn.given

    @property
    def opened(self) -> tuple[str, ...]:
        """The hints that are open, the principle first."""
        hints = self.drawn.hints
        return tuple(hints[n - 1] for n in sorted(self.attempt.hints) if 1 <= n <= len(hints))

    @property
    def fresh_offered(self) -> bool:
        """The last hint is open and has shown a step, so the work goes on with a fresh variant."""
        hints = self.exercise.hints
        last = bool(hints) and len(hints) in self.attempt.hints
        return last and any(name.startswith(STEP) for name in placeholders(hints[-1]))

    @property
    def points(self) -> str:
        """What the tries have earned and what was taken off; nothing where none can be earned."""
        if self.sealed or not self.exercise.points or not self.attempt.tries:
            return ""
        return earned_words(self.attempt, self.exercise, self.book.marking)

    @property
    def costs(self) -> str:
        """What hints and wrong tries take off the points here, and how many tries count.

        A check of a lesson has no hints and no further try.
        """
        if self.sealed or self.long or not self.exercise.points or self.attempt.opened.check:
            return ""
        return cost_words(self.book.marking)

    @property
    def hint_cost(self) -> str:
        """What a hint takes off the points here, as a share; nothing where it takes nothing."""
        cost = self.book.marking.hint_cost
        return f"{cost:.0%} of the points" if cost and self.costs else ""

    def help(self) -> Help:
        """Open the next hint, if it may be opened, or say why not."""
        why = self.no_help
        if why:
            return Help(why, opened=False)
        return Help(self.sitting.hint() or "", opened=True, fresh=self.fresh_offered)

    @property
    def no_help(self) -> str:
        """Why no hint opens now; nothing where one does."""
        if self.sealed:
            return f"No hints. {SEALED}"
        if len(self.attempt.hints) >= len(self.exercise.hints):
            return "There is no other hint; the answer can be shown."
        return "" if self.exercise.handed_in else self._wait()

    def _wait(self) -> str:
        """Say what is to be done before the next hint opens, or nothing."""
        honest = len({made.tried.read for made in self.attempt.tries})
        if self.exercise.try_first and honest < HONEST_TRIES:
            left = HONEST_TRIES - honest
            return f"Try it first: help opens after {left} more answer{'s' * (left > 1)}."
        if self.attempt.hints and not self._tried_since():
            return "Try something with this hint first; the next opens after an answer."
        return ""

    def _tried_since(self) -> bool:
        """Tell whether an answer was judged since the last hint was opened."""
        tries = self.attempt.tries
        return bool(tries) and tries[-1].hints >= len(self.attempt.hints)

    def asks_confidence(self, text: str) -> bool:
        """Tell whether the learner is to say how sure this answer is, before it is judged."""
        wanted = self.drawn.confidence and not self.sealed and self.attempt.confidence is None
        return wanted and self.sitting.deal.judge(text).readable

    def answer(self, text: str) -> Verdict:
        """Judge an answer and keep it."""
        verdict = self.sitting.deal.judge(text)
        self.take(text, verdict)
        return verdict

    def take(self, text: str, verdict: Verdict) -> None:
        """Keep an answer that was judged; the same again is no try, and a sealed one is a draft."""
        last = self.attempt.tries[-1].tried.read if self.attempt.tries else None
        same = verdict.readable and verdict.read == last and not verdict.finished
        if self.sealed or same:
            self.sitting.type(text)
        else:
            self.sitting.take(text, verdict)

    def rule(self) -> RuleQuestion | None:
        """Return the question about the rule behind the steps that were worked, or None."""
        if not self.given:
            return None
        about = self.attempt.about
        stream = self.book.seed(f"{about.exercise}/rule", about.number, about.student).stream()
        return rule_question(self.drawn.variant, stream)

    @property
    def rubric(self) -> tuple[RubricLine, ...]:
        """The rubric beside which the learner may mark an answer that is handed in; else nothing.

        Where answers are sealed, no model stands beside it.
        """
        task = self.exercise.task
        if not isinstance(task, ExplainTask) or self.sealed or not self.attempt.handed_in:
            return ()
        return task.rubric

    @property
    def to_mark(self) -> int:
        """The part of the rubric (from 1) that the learner may mark next; 0 after the last."""
        given = {each.part for each in self.attempt.own}
        return next((n for n in range(1, len(self.rubric) + 1) if n not in given), 0)

    def mark_own(self, key: str) -> bool:
        """Give the answer points for the next part of the rubric; tell whether the key does."""
        if not self.to_mark:
            return False
        most = self.rubric[self.to_mark - 1].points
        points = dict(zip("0123456789", steps(most), strict=False)).get(key)
        if points is None:
            return False
        self.sitting.mark(SelfMarked(self.to_mark, len(self.rubric), points, most))
        return True

    def fresh(self) -> Session:
        """Go on with a fresh variant; one that is still open is put off."""
        if self.attempt.outcome is Outcome.OPEN:
            self.sitting.skip()
        task, review = self.sitting.task, self.attempt.opened.review
        return at(self.sitting.record, self.books, task, fresh=True, review=review)


def at(
    record: Record,
    books: Workbooks,
    task: Task,
    *,
    fresh: bool = False,
    review: bool = False,
    first: int = 0,
    number: int | None = None,
) -> Session:
    """Sit down at an exercise: where it was left, or at a fresh variant with less of it worked.

    An answer that was handed in and is not marked to its end by the learner comes before that.
    `first` is the level at which an exercise that fades begins; `number` names a variant, which
    begins anew where it was done before.
    """
    attempts = attempts_of(record.events(task.scenario))
    exercise = books.book(task.scenario).exercise(task.exercise)
    if review:
        return Session(books, Sitting(record, books, task, review=True))
    level = _level(attempts, exercise, task, first)
    if number is not None:
        named = Session(books, Sitting(record, books, task, number, level=level))
        if named.done:
            named.sitting.again()
        return named
    if fresh or left_off(attempts, task.name) is None:
        unmarked = None if fresh else _unmarked(record, books, task, attempts)
        return unmarked or Session(books, practice(record, books, task, fresh=True, level=level))
    return Session(books, practice(record, books, task))


def _unmarked(
    record: Record, books: Workbooks, task: Task, attempts: Sequence[Attempt]
) -> Session | None:
    """Return the answer handed in last, where the learner has not marked all of it; else None."""
    last = next((each for each in reversed(attempts) if name_of(each) == task.name), None)
    if last is None or not last.handed_in:
        return None
    about = last.about
    session = Session(books, Sitting(record, books, task, about.number, student=about.student))
    return session if session.to_mark else None


def _level(attempts: Sequence[Attempt], exercise: Exercise, task: Task, first: int) -> int | None:
    """Return how far the worked steps of the next variant have faded: one further once done.

    None where nothing is worked: the exercise does not fade, or has faded to its end.
    """
    fade: tuple[int, ...] = getattr(exercise.task, "fade", ())
    mine = [each for each in attempts if name_of(each) == task.name and each.judged]
    if not fade or (mine and mine[-1].opened.level is None):
        return None
    levels = [each.opened.level or 0 for each in mine if each.outcome is Outcome.FINISHED]
    after = max(first, max(levels, default=-1) + 1)
    return after if after < len(fade) else None


def task_named(books: Workbooks, scenario: str, exercise: str) -> Task:
    """Return the task of an exercise; raise with the nearest name where there is none."""
    name = books.book(scenario).exercise(exercise).id
    return next(task for task in books.tasks() if task.name == (scenario, name))

"""What is asked beside an exercise, one question at a time: how sure, which rule, one's own marks.

It is what the screen alone holds of them; which keys act then follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from cablesim.exercises.helping import RuleQuestion
from cablesim.lessons.ownmarks import MOST_KEYS, step_words, take_back
from cablesim.lessons.session import Session
from cablesim.tui.comparing import marks_content
from cablesim.tui.feedback import rule_content, sure_content
from cablesim.tui.keys import Place

ABOUT = {
    Place.SURE: "How sure are you? A key says it, Enter goes on without; Esc leads back.",
    Place.RULE: "Which rule was used? A key says it; Enter shows it.",
    Place.MARKS: "Your own marks, part by part of the rubric, beside your text and the model. "
    "Enter passes them over; Backspace takes the last one back.",
    Place.DONE: "This variant is done: read what is said to it; Enter goes on.",
}


def cost_of_hint(session: Session) -> str:
    """Return what the next hint takes off the points, as a share; nothing where it takes none."""
    left = len(session.attempt.hints) < len(session.exercise.hints)
    return f"{session.book.marking.hint_cost:.0%}" if left and session.hint_cost else ""


def has_other_form(session: Session) -> bool:
    """Tell whether a fresh variant may ask anything else than the one at hand."""
    return session.another


@dataclass(slots=True)
class Questions:
    """`pending` is the answer to be judged, `chosen` the key for the rule, `marks` one's own.

    `another` says that the exercise has another form, to go on with.
    """

    pending: str | None = None
    rule: RuleQuestion | None = None
    chosen: str = ""
    marks: bool = False
    another: bool = True

    @property
    def busy(self) -> bool:
        """Something was asked here that no record tells of."""
        return self.pending is not None or self.rule is not None or self.marks

    def begin(self, session: Session) -> None:
        """Ask what is asked of a variant that is done, or all of whose steps are worked."""
        self.rule, self.chosen = session.rule(), ""
        if self.rule is None and session.all_given and not session.done:
            session.sitting.seen()
        self.marks = session.to_mark > 0

    def place(self, session: Session) -> Place:
        """Return whose keys act now."""
        if self.pending is not None:
            return Place.SURE
        if self.rule is not None and not self.chosen:
            return Place.RULE
        if self.marks and session.to_mark:
            return Place.MARKS
        return Place.DONE if session.done or self.rule is not None else Place.EXERCISE

    def content(self, session: Session) -> Content | None:
        """Return the question that stands open, if one does."""
        if self.pending is not None:
            return sure_content(self.pending)
        if self.rule is not None:
            return rule_content(self.rule, self.chosen)
        return marks_content(session) if self.marks else None

    def back(self, session: Session) -> None:
        """Go back to one's own marks; from among them, or the last of them, by one mark."""
        if self.marks or not session.to_mark:
            take_back(session.sitting)
        self.marks = session.to_mark > 0

    def idle(self, session: Session) -> Iterator[str]:
        """Yield the actions of the place that have nothing to do now."""
        if session.done:
            yield from ("screen.hint", "screen.show", "screen.skip")
        if not self.another:
            yield "screen.fresh"
        place, last = self.place(session), MOST_KEYS
        if not (session.attempt.own if place is Place.MARKS else session.rubric):
            yield "screen.unmark"
        if place is Place.RULE and self.rule is not None:
            last = len(self.rule.choices)
        elif place is Place.MARKS:
            last = len(self._steps(session)) - 1
        yield from (f"screen.choose('{key}')" for key in range(last + 1, MOST_KEYS + 1))

    def named(self, session: Session) -> dict[str, str]:
        """Return the words of keys that stand for something else each time."""
        if self.place(session) is not Place.MARKS:
            cost = cost_of_hint(session)
            return {"screen.hint": f"hint −{cost}"} if cost else {}
        steps = self._steps(session)
        top = len(steps) - 1
        # Most parts have as many points as keys, so that a key and its word read as "1 of 2".
        whole = steps[-1].startswith(f"{top} ")
        named = [f"of {top}"] * len(steps) if whole else ["none", *steps[1:]]
        return {f"screen.choose('{key}')": word for key, word in enumerate(named)}

    @staticmethod
    def _steps(session: Session) -> tuple[str, ...]:
        """Return what may be given for the part of the rubric in hand."""
        return step_words(session.rubric[session.to_mark - 1].points)

"""What is asked in plain lines once an answer is in: the rule of worked steps, one's own marks.

`obeyed` does what was typed, where it is an order, and `here` tells whether the learner is still at
the session.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from cablesim.cli.orders import Asked, Order, alone
from cablesim.cli.output import say, say_all
from cablesim.cli.prompt import ask
from cablesim.exercises.helping import RuleQuestion
from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.ownmarks import step_words, take_back
from cablesim.lessons.session import Session
from cablesim.lessons.telling import YOUR_MARKS, asked_lines, own_line, rubric_line, told
from cablesim.text.visible import visible_line

BACK = "back"
MARKS_HELP = (
    "Your own marks, part by part of the rubric, beside your text and the model.",
    "The numbers are the points: 0 gives none, 1 gives 1 point, and so on.",
    "back takes the last mark back; Enter passes the rest over.",
    "again says the question once more; note and a text keeps what you worked out.",
    "quit (or q) leaves; the marks given so far are kept.",
    f"To look something up: {LOOKING}.",
)
ONE_FORM = "This exercise has no other form."


class Gone(Enum):
    """Where the learner went instead of answering: away, or to something else here."""

    AWAY = "away"
    ELSEWHERE = "elsewhere"


def done_prompt(session: Session, *, goes_on: bool) -> str:
    """Return what may be typed once a variant is done, where Enter `goes_on` to a fresh one."""
    other = "for a fresh variant" if session.varies else "to be asked it once more"
    fresh = "fresh, " * session.another
    return f"Enter {other if goes_on else 'to go on'}, or again, {fresh}help, quit"


def ask_rule(
    asked: RuleQuestion,
    session: Session,
    obeyed: Callable[[str], bool],
    here: Callable[[Session], bool],
) -> Gone | None:
    """Put the question which rule was used until it is answered, or the learner went."""
    right = asked.choices[asked.right]
    numbers = {str(number) for number in range(1, len(asked.choices) + 1)}
    say("Which rule was used in the worked steps?")
    say_all(f"{number}. {choice}" for number, choice in enumerate(asked.choices, 1))
    while here(session):
        typed = ask(f"Type 1 to {len(asked.choices)}, or Enter for the answer")
        if typed is None:
            return Gone.AWAY
        if not typed:
            say(f"It was: {right}")
            return None
        if typed in numbers:
            say("Yes." if asked.judge(typed) else f"Not that one; it was: {right}")
            return None
        if not obeyed(typed):
            say(f"'{visible_line(typed)}' is none of them.")
    return Gone.ELSEWHERE


def marks_begun(session: Session) -> None:
    """Say what was handed in before, where the learner has not marked all of it."""
    say("You have handed this in; your own marks of it are not all given.")
    say_all(asked_lines(session))
    verdict = session.sitting.deal.judge(session.sitting.draft)
    say_all(told(session, verdict, None))


def ask_marks(
    session: Session, obeyed: Callable[[str], bool], here: Callable[[Session], bool]
) -> Gone | None:
    """Let the learner mark what is handed in, part by part; Enter passes the rest over.

    `back` takes the last mark back, after the last part too.
    """
    if session.to_mark:
        say(YOUR_MARKS)
    while here(session) and session.rubric:
        typed = ask(_wanted(session), session.sitting.record)
        if not typed:
            return Gone.AWAY if typed is None else None
        if alone(typed) == Asked(Order.HELP):
            say_all(MARKS_HELP)
        elif not _marked(session, typed) and not obeyed(typed):
            say(f"'{visible_line(typed)}' is none of them.")
    return None


def _wanted(session: Session) -> str:
    """Say what is to be marked next, or what was given; return what may be typed."""
    if not session.to_mark:
        say(own_line(session))
        return f"Enter lets it stand; or {BACK} to take the last mark back"
    say(rubric_line(session))
    steps = step_words(session.rubric[session.to_mark - 1].points)
    keys = ", ".join(f"{key} for {step}" for key, step in enumerate(steps))
    back = f"{BACK} for the one before; " * bool(session.attempt.own)
    return f"Type {keys}; {back}or Enter to pass it over"


def _marked(session: Session, typed: str) -> bool:
    """Give the points that were typed, or take the last mark back; tell whether it was either."""
    if typed.casefold() == BACK and take_back(session.sitting):
        return True
    return session.mark_own(typed)

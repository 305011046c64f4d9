"""An answer in words that its writer marks: the line of the rubric at hand, the text, its model.

The line and its keys keep one pane, and what is to be read beside it has the other, so that a page
key shows the whole of both texts while the line stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from cablesim.lessons.ownmarks import step_words
from cablesim.lessons.session import Session
from cablesim.lessons.telling import YOUR_MARKS, after_lines, own_line, rubric_line
from cablesim.scenario.exercise import ExplainTask
from cablesim.text.visible import visible_line
from cablesim.tui.feedback import question_content
from cablesim.tui.letters import QUIET, joined, words

TITLE, BESIDE = "HANDED IN · YOUR OWN MARKS", "YOUR TEXT AND THE MODEL"


def marks_content(session: Session) -> Content | None:
    """Return the part of the rubric that may be marked next, or all marks that were given."""
    own = session.attempt.own
    if not session.to_mark:
        line = own_line(session)
        return words(f"{line} Backspace takes the last mark back.", "bold") if line else None
    most = len(step_words(session.rubric[session.to_mark - 1].points)) - 1
    keys = f"Press 0 to {most}" if most else "Press 0"
    back = "Backspace goes back a line; " * bool(own)
    given = "   ".join(f"{each.part}: {each.points:g} of {each.most:g}" for each in own)
    return joined(
        [
            words(rubric_line(session), "bold"),
            words(f"{keys}; {back}Enter passes it over.", QUIET),
            words(f"Given: {given}" if given else YOUR_MARKS, QUIET),
        ]
    )


def compared(session: Session, *, beside: bool) -> tuple[Content, Content]:
    """Return what two panes show while an answer is marked: the line at hand, and the texts.

    Where they stand `beside` each other, one's own text is with the line, next to its model.
    """
    marks, own = marks_content(session) or Content(""), joined(list(_own_text(session)))
    rest = [joined(list(_model(session))), _question(session)]
    if beside:
        return joined([marks, own], "\n\n"), joined(rest, "\n\n")
    return marks, joined([own, *rest], "\n\n")


def _own_text(session: Session) -> Iterator[Content]:
    """Yield what the learner wrote, line by line."""
    yield words("Your text:", "bold")
    yield from (words(visible_line(line)) for line in session.sitting.draft.splitlines())


def _model(session: Session) -> Iterator[Content]:
    """Yield what it is compared with: the model, then why it is so."""
    task = session.exercise.task
    model = task.model if isinstance(task, ExplainTask) else ""
    verdict = session.sitting.deal.judge(session.sitting.draft)
    if model:
        yield words("The model:", "bold")
        yield words(visible_line(model))
    yield from (words(line) for line in after_lines(verdict) if not model or model not in line)


def _question(session: Session) -> Content:
    """Return the question once more, below all else."""
    return joined([words("The question:", "bold"), question_content(session, tight=True)])

"""What is said at an exercise, in the words of every face: the question, the verdict, the ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cablesim.exercises.verdict import Part
from cablesim.lessons.acts import Confidence
from cablesim.lessons.marked import marked, signed
from cablesim.lessons.ownmarks import own_marks, step_words
from cablesim.lessons.session import SEALED, Session
from cablesim.lessons.sitting import Verdict
from cablesim.text.visible import visible_line

YOUR_MARKS = (
    "You may mark it yourself beside the model: self-reported; the program gives no mark for it."
)
SURE_AND_WRONG = "You were sure of it: this one is worth remembering."


def after_lines(verdict: Verdict) -> Iterator[str]:
    """Yield what is said once nothing more is to be done: why it is so, a model."""
    known = {verdict.headline, *(remark.text for remark in verdict.remarks)}
    if verdict.finished:
        yield from (text for text in verdict.says if text not in known)


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """Yield a verdict sentence by sentence: what was read, how right, which parts, and why."""
    if not verdict.readable:
        yield from (remark.text for remark in verdict.remarks)
        yield verdict.headline
        return
    if verdict.read:
        yield f"I read: {visible_line(verdict.read)}"
    yield verdict.headline
    shown = marked(verdict)
    if len(shown) > 1 and verdict.score < 1 and not verdict.by_hand:
        yield from part_lines(shown)
        told = (signed(each.part, each.text, right=each.right) for each in verdict.remarks)
        yield from told
    else:
        yield from (remark.text for remark in verdict.remarks)
    yield from after_lines(verdict)


def part_lines(parts: Sequence[Part]) -> Iterator[str]:
    """Yield which parts of an answer are right, which are not, and which are missing.

    Each is told by its number, as it was written, and its text; what is missing by its place in the
    right answer.
    """
    rows = (
        ("Right", [part for part in parts if part.text and part.right]),
        ("Not right", [part for part in parts if part.text and not part.right]),
    )
    for word, row in rows:
        if row:
            named = ", ".join(f"{part.number} {visible_line(part.text)}" for part in row)
            yield f"{word}: {named}."
    missing = [_nth(part.number) for part in parts if not part.text and part.number]
    if missing:
        *before, last = missing
        places = f"{', '.join(before)} and {last} parts" if before else f"{last} part"
        yield f"Missing: the {places} of the right answer."


def _nth(number: int) -> str:
    """Return a number as that of a place: 1st, 2nd, 11th."""
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def told(session: Session, verdict: Verdict, sure: Confidence | None) -> Iterator[str]:
    """Yield all that is said to an answer that was taken."""
    if session.sealed and verdict.readable:
        yield from (f"I read: {visible_line(verdict.read)}", SEALED)
        return
    yield from verdict_lines(verdict)
    right = verdict.score >= 1 or verdict.by_hand
    if sure is Confidence.SURE and verdict.readable and not right:
        yield SURE_AND_WRONG
    if right and not verdict.by_hand and session.points:
        yield session.points


def asked_lines(session: Session) -> Iterator[str]:
    """Yield the question under its banner, how it is answered, and the hints that are open."""
    drawn = session.drawn
    if drawn.banner:
        yield drawn.banner
    yield from session.asks
    if drawn.variant.asked:
        yield drawn.variant.how()
    yield from (f"Hint {number}: {text}" for number, text in enumerate(session.opened, 1))


def put_off_line(session: Session) -> str:
    """Return how an exercise that is put off comes back."""
    if session.attempt.opened.review:
        return "It is put off; it comes back another day."
    if session.comes_back:
        return "It is put off; it comes back as it is."
    if session.varies:
        return "It is put off; it comes back in a fresh variant."
    return "It is put off; it comes back with the same question, since it has no other form."


def rubric_line(session: Session) -> str:
    """Return the part of the rubric that the learner may mark next, and of how many points."""
    line = session.rubric[session.to_mark - 1]
    most = step_words(line.points)[-1]
    of = f"{session.to_mark} of {len(session.rubric)}, {most}" if line.points else "No points"
    return f"{of}: {visible_line(line.text)}"


def own_line(session: Session) -> str:
    """Return the learner's own marks once the whole rubric has them, or nothing."""
    own = own_marks(session.attempt)
    return "" if own is None else f"Handed in, {own.words}. It counts for no skill."


def shown_lines(session: Session) -> Iterator[str]:
    """Yield the answer and how it is found, for somebody who gave up."""
    yield "This is how it is done:"
    yield from session.drawn.model

"""What is said at an exercise, in the words of every face: the question, the verdict, the ends."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.lessons.acts import Confidence
from cablesim.lessons.catalogue import Drawn
from cablesim.lessons.marked import Part, marked
from cablesim.lessons.session import SEALED, Session
from cablesim.lessons.sitting import Verdict
from cablesim.text.visible import visible_line

SURE_AND_WRONG = "You were sure of it: this one is worth remembering."


def parts_of(drawn: Drawn, verdict: Verdict) -> tuple[Part, ...]:
    """Return an answer part by part; the numbers are those by which the remarks call them."""
    offset = getattr(drawn.variant, "offset", 0) if drawn.given else 0
    return marked(verdict.read, verdict.parts, offset if isinstance(offset, int) else 0)


def after_lines(verdict: Verdict) -> Iterator[str]:
    """Yield what is said once nothing more is to be done: why it is so, a model."""
    known = {verdict.headline, *(remark.text for remark in verdict.remarks)}
    if verdict.finished:
        yield from (text for text in verdict.says if text not in known)


def verdict_lines(drawn: Drawn, verdict: Verdict) -> Iterator[str]:
    """Yield a verdict sentence by sentence: what was read, how right, which parts, and why."""
    if not verdict.readable:
        yield from (remark.text for remark in verdict.remarks)
        yield verdict.headline
        return
    if verdict.read:
        yield f"I read: {visible_line(verdict.read)}"
    yield verdict.headline
    if len(verdict.parts) > 1 and verdict.score < 1 and not verdict.by_hand:
        yield from part_lines(parts_of(drawn, verdict))
    yield from (remark.text for remark in verdict.remarks)
    yield from after_lines(verdict)


def part_lines(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield which parts of an answer are right and which are not, each by number and text.

    Parts without a text of their own are told of by the remarks alone.
    """
    if not all(part.text for part in parts):
        return
    for word, right in (("Right", True), ("Not right", False)):
        named = [f"{part.number} {part.text}" for part in parts if part.right is right]
        if named:
            yield f"{word}: {', '.join(map(visible_line, named))}."


def told(session: Session, verdict: Verdict, sure: Confidence | None) -> Iterator[str]:
    """Yield all that is said to an answer that was taken."""
    if session.sealed and verdict.readable:
        yield from (f"I read: {visible_line(verdict.read)}", SEALED)
        return
    yield from verdict_lines(session.drawn, verdict)
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


def shown_lines(session: Session) -> Iterator[str]:
    """Yield the answer and how it is found, for somebody who gave up."""
    yield "This is how it is done:"
    yield from session.drawn.model

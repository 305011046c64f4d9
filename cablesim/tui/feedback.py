"""An exercise as content: its question and hints, and what is said to an answer, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from cablesim.exercises.helping import RuleQuestion
from cablesim.exercises.verdict import RIGHT, WRONG, Part
from cablesim.lessons.acts import Confidence
from cablesim.lessons.marked import marked, rows_of, signed
from cablesim.lessons.session import SEALED, SURE, Session
from cablesim.lessons.sitting import Verdict
from cablesim.lessons.telling import SURE_AND_WRONG, after_lines, shown_lines
from cablesim.text.visible import visible_line
from cablesim.tui.letters import QUIET, TEACHING, YOURS, joined, words

NOTHING = Content("")
# What is said of every answer that is not whole yet.
WRITE_ON = "go on writing"


def heading_content(session: Session, place: str, width: int) -> Content:
    """Return the first line: the place in a review if there is one, title, skill, variant.

    What is not wanted most is left out where the line has no room for it.
    """
    exercise, number = session.exercise, session.attempt.about.number
    first = f"{place} · {exercise.name}" if place else exercise.name
    rest = [f" · variant {number}", f" · {visible_line(exercise.skill)}"]
    while rest and len(first) + len("".join(rest)) > width:
        rest.pop(0)
    return words(visible_line(first), "bold") + words("".join(reversed(rest)), QUIET)


def question_content(session: Session, *, tight: bool = False) -> Content:
    """Return the question under its banner, and how to answer; `tight` leaves no line empty."""
    drawn = session.drawn
    prompt, *below = session.asks
    parts = [words(drawn.banner, TEACHING), *[NOTHING] * (not tight)] if drawn.banner else []
    parts += [words(prompt, "bold"), *map(words, below)]
    if drawn.variant.asked:
        parts += [words(drawn.variant.how(), QUIET)]
    return joined(parts)


def hints_content(session: Session) -> Content | None:
    """Return the hints that are open; None where there is none."""
    parts = [
        Content.assemble(words(f"Hint {number}: ", "bold"), words(text))
        for number, text in enumerate(session.opened, 1)
    ]
    if session.fresh_offered and not session.done:
        parts.append(words("F6 draws a fresh variant to do with it.", "bold"))
    return joined(parts) if parts else None


def said_content(
    session: Session, told: Content | None, asked: Content | None, *, first: bool = False
) -> tuple[Content | None, int]:
    """Return what is said to an answer, what is asked beside it and the open hints, if anything.

    With it goes the line (from 0) at which the last hint begins. A question that comes `first` is
    in sight beside a long text that it is about.
    """
    both = (asked, told) if first else (told, asked)
    blocks = [each for each in (*both, hints_content(session)) if each is not None]
    if not blocks:
        return None, 0
    said = joined(blocks, "\n\n")
    return said, said.plain[: max(said.plain.rfind("Hint "), 0)].count("\n")


def verdict_content(
    session: Session, verdict: Verdict, sure: Confidence | None, width: int
) -> Content:
    """Return what is said to an answer: as it was read, each part marked, the remarks, why."""
    if not verdict.readable:
        told = [words(remark.text, "bold") for remark in verdict.remarks]
        return joined([*told, words(verdict.headline)])
    if session.sealed:
        return joined([words(f"I read: {verdict.read}"), words(SEALED)])
    right = verdict.score >= 1 and not verdict.by_hand
    shown = () if right or verdict.by_hand else marked(verdict)
    read = [words(f"I read: {verdict.read}")] if verdict.read else []
    if len(shown) > 1:
        read = [words("I read:"), *_marked(shown, width)]
    sign = "" if verdict.by_hand else f"{RIGHT} " if right else f"{WRONG} "
    head = words(f"{sign}{verdict.headline}", "bold")
    why = [words(signed(each.part, each.text, right=each.right)) for each in verdict.remarks]
    # What is read first in a small window is the verdict of a wrong answer and all its reasons.
    lines = [*read, head, *why] if right else [head, *why, *read]
    if sure is Confidence.SURE and not right and not verdict.by_hand:
        lines.append(words(SURE_AND_WRONG))
    if not right and not verdict.by_hand and len(session.attempt.tries) == 1 and session.costs:
        lines.append(words(session.costs, QUIET))
    if verdict.finished:
        lines += map(words, after_lines(verdict))
        lines += [words(session.points, QUIET)] if right and session.points else []
    return joined(lines)


def wanting(verdict: Verdict) -> bool:
    """Tell of an answer that could be read as far as it goes, and is not whole yet."""
    return not verdict.readable and any(WRITE_ON in remark.text for remark in verdict.remarks)


def _marked(parts: Sequence[Part], width: int) -> list[Content]:
    """Return the parts over their signs."""
    return [
        line
        for above, below in rows_of(parts, width)
        for line in (words(visible_line(above), "bold"), words(below))
    ]


def shown_content(session: Session) -> Content:
    """Return the answer and how it is found, for somebody who gave up."""
    head, *rest = shown_lines(session)
    return joined([words(head, "bold"), *map(words, rest)])


def sure_content(answer: str) -> Content:
    """Return the question how sure the learner is of an answer, which stands below it."""
    keys = "   ".join(f"{key} {sure.value}" for key, sure in SURE.items())
    ask = words("Before it is judged: how sure are you?", "bold")
    mine = words(f"Your answer: {visible_line(' '.join(answer.split()))}")
    back = words("Enter goes on without; Esc goes back to it.", QUIET)
    return joined([ask, words(keys), mine, back])


# What stands for a choice where the rule was shown without one.
PASSED_OVER = "-"


def rule_content(rule: RuleQuestion, chosen: str) -> Content:
    """Return the question which rule was used and, once answered, whether it was that."""
    lines = [words("Which rule was used in the worked steps?", "bold")]
    for number, choice in enumerate(rule.choices, 1):
        sign = " " if not chosen else "✓" if number == rule.right + 1 else " "
        yours = YOURS * (chosen == str(number))
        lines.append(words(f"{sign}{number}  {yours}{choice}"))
    if chosen == PASSED_OVER:
        lines.append(words("✓ marks the rule that was used.", "bold"))
    elif chosen:
        lines.append(words("Yes." if rule.judge(chosen) else "Not that one; ✓ marks it.", "bold"))
    else:
        lines.append(words(f"Press 1 to {len(rule.choices)}.", QUIET))
    return joined(lines)

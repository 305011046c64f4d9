"""A verdict in sentences, as every plain face of the exercises prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablesim.exercises.variant import Variant
    from cablesim.exercises.verdict import Verdict

WIDTH = 78
SEALED = "the exercises of this scenario are sealed: answers are taken and not judged here"


def verdict_lines(variant: Variant, verdict: Verdict) -> list[str]:
    """Return a verdict sentence by sentence: what was read, whether it is right, and why."""
    from cablesim.exercises.helping import explanation
    from cablesim.lessons.marked import headline, marked, rows_of, signed

    if not verdict.readable:
        told = [remark.text for remark in verdict.remarks]
        return [*told, "It is no try."]
    lines = [f"I read: {verdict.read}"] if verdict.read else []
    shown = () if verdict.right or verdict.by_hand else marked(verdict)
    if len(shown) > 1:
        lines = ["I read:", *(line for pair in rows_of(shown, WIDTH) for line in pair)]
    lines.append(headline(verdict))
    lines += [
        signed(remark.part, remark.text, right=remark.right) if len(shown) > 1 else remark.text
        for remark in verdict.remarks
    ]
    return [*lines, *(explanation(variant) if verdict.right else ())]

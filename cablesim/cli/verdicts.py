"""A verdict in sentences, as every plain face of the exercises prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablesim.exercises.variant import Variant
    from cablesim.exercises.verdict import Verdict

SEALED = "the exercises of this scenario are sealed: answers are taken and not judged here"


def verdict_lines(variant: Variant, verdict: Verdict) -> list[str]:
    """Return a verdict sentence by sentence: what was read, whether it is right, and why."""
    from cablesim.exercises.helping import explanation

    if not verdict.readable:
        told = [remark.text for remark in verdict.remarks]
        return [*told, "It is no try."]
    lines = [f"I read: {verdict.read}"] if verdict.read else []
    right, count = sum(verdict.parts), len(verdict.parts)
    if verdict.right:
        lines.append("Right.")
    elif count > 1 and right:
        lines.append(f"Not yet: {right} of {count} parts are right.")
    else:
        lines.append("Not yet.")
    lines += [remark.text for remark in verdict.remarks]
    return [*lines, *(explanation(variant) if verdict.right else ())]

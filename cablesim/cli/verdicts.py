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
        return [*(remark.text for remark in verdict.remarks), verdict.headline]
    lines = [f"I read: {verdict.read}"] if verdict.read else []
    lines += [verdict.headline, *(remark.text for remark in verdict.remarks)]
    return [*lines, *(explanation(variant) if verdict.done else ())]

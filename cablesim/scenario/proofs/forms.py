"""Forms: a stated total of copies, and stages that have something left to do."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.documents.route import Stage
from cablesim.office.event import LINE, Act
from cablesim.scenario.duties import act_of, idle
from cablesim.scenario.facts import Facts
from cablesim.scenario.finding import Finding

IN_CLEAR = frozenset(Act) - {Act.SEND, Act.RECEIVE, Act.REPAIR, Act.ASK, Act.REPEAT}


def prove_forms(facts: Facts) -> Iterator[Finding]:
    """Yield totals that the copy list does not give, and stages that move nothing."""
    count = sum(row.number("count") or 0 for row in facts.rows("copy"))
    for row in facts.rows("copies"):
        total, agrees = row.number("total"), row.data.get("agrees", True)
        if total is None:
            continue
        if agrees is not False and total != count:
            message = f"the copy list stands for {count} copies, the total says {total}"
            cure = "mend one of them, or write agrees = false where the page itself differs"
            yield row.finding("H122", ("total",), message, cure)
        if agrees is False and total == count:
            message = f"the copy list stands for {count} copies, as the total says"
            yield row.finding("H122", ("agrees",), message, "take agrees = false out")
    yield from _stages(facts)


def _stages(facts: Facts) -> Iterator[Finding]:
    """Yield stages that would lay clear text on the line, and such as have nothing left to do."""
    rows = facts.rows("stage")
    stages = [Stage(row.text("id"), "", "", "", act=row.text("act")) for row in rows]
    for row, stage in zip(rows, stages, strict=True):
        if row.text("where") == LINE and act_of(stage) in IN_CLEAR:
            message = f"at '{row.text('id')}' clear text would lie on the line"
            cure = "only groups go on the line: give the stage a desk"
            yield row.finding("C107", ("where",), message, cure)
    for late in idle(stages):
        row = rows[stages.index(late)]
        message = f"nothing is left to '{act_of(late)}' here: a stage before this one is further on"
        cure = 'move the stage up, or write act = "none" where it moves nothing'
        yield row.finding("H123", ("id",), message, cure)

"""The route: stages follow each other, none waits for itself, something leads to each."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.documents.route import MOST_TOLD
from cablesim.scenario.facts import Facts, Row
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.proofs.circles import circles


def prove_route(facts: Facts) -> Iterator[Finding]:
    """Yield circles of stages, stages above what they wait for, stages that nothing leads to."""
    rows = {row.text("id"): row for row in facts.rows("stage") if row.text("id")}
    before = {name: [each for _, each in row.names("after")] for name, row in rows.items()}
    circling: set[str] = set()
    for circle in circles(before):
        circling |= set(circle)
        whole = (*circle, circle[0])
        way = " after ".join(f"'{shortened(name)}'" for name in whole[:MOST_TOLD])
        way += " after ..." if len(whole) > MOST_TOLD else ""
        message = f"these stages wait for each other: {way}"
        yield rows[circle[0]].finding("H112", ("after",), message, "break the circle")
    yield from _order(rows, before, circling)


def _order(
    rows: dict[str, Row], before: dict[str, list[str]], circling: set[str]
) -> Iterator[Finding]:
    """Stages stand in the order in which they are walked."""
    order = {name: number for number, name in enumerate(rows)}
    for name, row in rows.items():
        if name in circling:
            continue
        late = [each for each in before[name] if order.get(each, -1) > order[name]]
        if late:
            message = f"this stage comes after '{late[0]}', which stands below it"
            cure = "stages stand in the order of the walk: move this one down"
            yield row.finding("H114", ("after",), message, cure)
        if not before[name] and order[name] > 0:
            yield _alone(row, list(rows)[order[name] - 1])


def _alone(row: Row, above: str) -> Finding:
    """Say that nothing leads to a stage."""
    key = ("after",) if "after" in row.data else ()
    mend = row.rewritten("after", f'["{above}"]')
    message = f"nothing leads to the stage '{row.text('id')}'"
    return row.finding("H113", key, message, f'write after = ["{above}"]', *mend)

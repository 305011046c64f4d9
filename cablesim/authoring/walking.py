"""Walking a scenario for its author: the engine runs it, and what the contract promises is held.

A walk is tried with several seeds, over a good line and a bad one, to every recipient.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cablesim.codes.errors import CodeError, PadTooShort, UnknownSign
from cablesim.errors import CablesimError
from cablesim.lessons.export import Json, walk_json
from cablesim.scenario.choices import FIRST_SEED, Choices
from cablesim.scenario.facts import Facts, Row
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.loading import DOCUMENT_FILE
from cablesim.scenario.scenario import Scenario

SEEDS = (FIRST_SEED, 1, 2)
BAD_LINE = 3
CLEAR = frozenset({"plain", "report", "placode"})
Walk = Mapping[str, Json]


def walk_findings(scenario: Scenario, facts: Facts) -> Iterator[Finding]:
    """Yield what a walk of the scenario does not hold, each thing once."""
    told: set[tuple[str, str, int]] = set()
    for choices in _choices(scenario):
        try:
            walk = walk_json(scenario, choices)
        except CablesimError as error:
            yield _refused(error, facts)
            return
        for finding in held(walk, facts):
            if (finding.code, finding.file, finding.line) not in told:
                told.add((finding.code, finding.file, finding.line))
                yield finding
    again = Choices(FIRST_SEED)
    if walk_json(scenario, again) != walk_json(scenario, again):
        yield _top(facts, "C108", "the same seed gave two different walks", "tell us of it")


def _choices(scenario: Scenario) -> Iterator[Choices]:
    """Yield the choices that are tried."""
    for number, seed in enumerate(SEEDS):
        yield Choices(seed, BAD_LINE if number else 0)
    for recipient in scenario.recipients[1:]:
        yield Choices(FIRST_SEED, recipient=recipient)


def held(walk: Walk, facts: Facts) -> Iterator[Finding]:
    """Yield what one walk breaks of what always holds."""
    events = _tables(walk["events"])
    stages = {row.text("id"): row for row in facts.rows("stage")}
    for event in events:
        if event["where"] == "line" and event["form"] in CLEAR:
            row = stages.get(str(event["stage"]))
            message = f"at '{event['stage']}' the line carries clear text ({event['form']})"
            cure = "only groups go on the line: give the stage a desk"
            if row is not None:
                yield row.finding("C107", ("where",), message, cure)
    texts = {str(event["act"]): event["text"] for event in events}
    if "prepare" in texts and "decode" in texts and texts["prepare"] != texts["decode"]:
        message = "what is read at the end is not what was written at the beginning"
        cure = "look for two entries of the book that read the same"
        yield _top(facts, "C108", message, cure)
    wanted = sum(row.number("count") or 0 for row in facts.rows("copy"))
    made = len(_tables(walk["copies"]))
    if made != wanted:
        message = f"the list stands for {wanted} copies, and the walk makes {made}"
        yield _top(facts, "C108", message, "look at the counts of the copy list")


def _tables(value: Json) -> list[dict[str, Json]]:
    """Return a list of tables."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _refused(error: CablesimError, facts: Facts) -> Finding:
    """Say why the engine could not take the walk, at the place where that can be mended."""
    message = str(error)
    match error:
        case UnknownSign():
            return _unknown_sign(error, facts)
        case PadTooShort():
            return _short_pad(error, facts)
        case CodeError():
            return _top(facts, "C106", shortened(message), "")
        case _:
            return _top(facts, "C108", shortened(message), "")


def _unknown_sign(error: UnknownSign, facts: Facts) -> Finding:
    """Say which sign the book cannot write, at its place in the document."""
    number = f"U+{ord(error.sign[0]):04X}"
    message = f"the book has no group for {shortened(error.sign)} ({number})"
    cure = "give it one under [signs] of the code book, or leave its line out under [text]"
    page = facts.page
    for row in facts.rows("text"):
        first, last = row.number("first") or 1, row.number("last") or 0
        for line in range(first, last + 1):
            there = page.line(line) if page is not None else ""
            column = next((n for n, sign in enumerate(there, 1) if error.sign in sign.upper()), 0)
            if column:
                return Finding("C102", DOCUMENT_FILE, line, column, "", message, cure)
    return _top(facts, "C102", message, cure)


def _short_pad(error: PadTooShort, facts: Facts) -> Finding:
    """Say how many pages the pad must have."""
    pads = facts.rows("pad")
    message = f"the text needs {error.wanted} groups of additive, and the pad holds {error.room}"
    if not pads or error.page < 1:
        return _top(facts, "C104", message, "give the pad more pages")
    pages = -(-error.wanted // error.page)
    mend = pads[0].rewritten("pages", str(pages))
    return pads[0].finding("C104", ("pages",), message, f"write pages = {pages}", *mend)


def _top(facts: Facts, code: str, message: str, cure: str) -> Finding:
    """Return a finding at the head of the teaching side, or of the scenario."""
    for key in ("cipher", "text", "format"):
        rows: tuple[Row, ...] = facts.rows(key)
        if rows:
            return rows[0].finding(code, (), message, cure)
    file = next(iter(facts.sheets), DOCUMENT_FILE)
    return Finding(code, file, 1, 1, "", message, cure)

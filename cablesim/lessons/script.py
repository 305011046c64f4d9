"""Recorded walks: what is done and what is seen, line by line, run again to find a difference.

A `*.walk` file has one command a line; `#` begins a remark::

    seed 1950            the run's seed; stands before the first page
    page encipher        the walker stands on this page
    beat see             and on this beat: predict, see or recall
    see TEXT             a plain line of this beat holds TEXT, sign for sign
    answer 2             choose an option
    next / back          go on or back
    again                begin anew from the cover
    recipient mao        choose who is told
    garbles 3            choose how bad the line is
    clock off            no simulated times

The first difference ends the run: its line, what was wanted and what there was.
"""

from __future__ import annotations

from cablesim.errors import CablesimError
from cablesim.lessons.lines import (
    answer_lines,
    before_lines,
    heading_lines,
    page_lines,
    question_lines,
)
from cablesim.lessons.walk import Walk
from cablesim.text.visible import visible_line


class ScriptError(CablesimError):
    """A line of a recorded walk that is no command."""


class Difference(CablesimError):  # noqa: N818 - the name says what was found.
    """The walk differs from the recorded one."""


def seen(walk: Walk) -> tuple[str, ...]:
    """Return the plain lines of the beat where the walker stands."""
    question = walk.question
    if question is None:
        return tuple(page_lines(walk.page, walk.scenario.teaching.banner))
    chosen = walk.chosen(question)
    answered = () if chosen is None else tuple(answer_lines(question, chosen))
    before = before_lines(walk.page) if question.prediction else ()
    return (*before, *question_lines(question), *answered)


def heading(walk: Walk) -> tuple[str, ...]:
    """Return the heading of the page where the walker stands."""
    return tuple(heading_lines(walk.page, number=walk.index + 1, of=len(walk.pages)))


def perform(walk: Walk, script: str) -> int:
    """Run a recorded walk; return how many commands it had, or raise at the first difference."""
    count = 0
    for number, line in enumerate(script.splitlines(), 1):
        command, _, rest = line.strip().partition(" ")
        if command and not command.startswith("#"):
            _do(walk, command, rest.strip(), number)
            count += 1
    return count


def _do(walk: Walk, command: str, rest: str, number: int) -> None:
    """Do one command."""
    match command:
        case "page":
            _same(walk.page.id, rest, "page", number)
        case "beat":
            _same(walk.beat.value, rest, "beat", number)
        case "see":
            _see(walk, rest, number)
        case "answer":
            if walk.answer(rest) is None:
                raise Difference(f"line {number}: there is no answer '{visible_line(rest)}' here")
        case "next" | "back":
            moved = walk.forward() if command == "next" else walk.back()
            if not moved:
                raise Difference(f"line {number}: there is nothing to go to with '{command}'")
        case "again":
            walk.again()
        case _:
            _choose(walk, command, rest, number)


def _choose(walk: Walk, command: str, rest: str, number: int) -> None:
    """Make one of the walker's choices."""
    if command == "recipient" and rest in walk.scenario.recipients:
        walk.choose_recipient(rest)
    elif command == "garbles" and rest.isascii() and rest.isdigit():
        walk.set_garbles(int(rest))
    elif command == "clock" and rest in {"on", "off"}:
        walk.set_clock(on=rest == "on")
    elif command == "seed" and rest.isascii() and rest.isdigit():
        walk.set_seed(int(rest))
    else:
        raise ScriptError(
            f"line {number}: '{visible_line(command)} {visible_line(rest)}' is no command of a "
            "walk; write page, beat, see, answer, next, back, again, recipient, garbles, clock or "
            "seed"
        )


def _same(found: str, wanted: str, what: str, number: int) -> None:
    """Compare where the walker stands."""
    if found != wanted:
        raise Difference(
            f"line {number}: {what} '{visible_line(wanted)}' was wanted, here is '{found}'"
        )


def _see(walk: Walk, wanted: str, number: int) -> None:
    """Look for a text in what is seen."""
    lines = (*heading(walk), *seen(walk))
    if not any(each in line for line in lines for each in (wanted, _in_words(walk, wanted))):
        nearest = max(lines, key=lambda line: _common(line, wanted), default="nothing")
        raise Difference(
            f"line {number}: not seen: {visible_line(wanted)}\n  nearest line here: {nearest[:200]}"
        )


def _in_words(walk: Walk, wanted: str) -> str:
    """Return a text that names claims by their ids, as older walks do, without them.

    The id behind a claim is left out, and what a claim rests on is found with its line.
    """
    known = {claim.id for claim in walk.scenario.evidence.claims}
    text, _, name = wanted.removesuffix(")").rpartition(" (")
    if wanted.endswith(")") and name in known:
        return text
    _, _, names = wanted.partition(": ")
    named = known.issuperset(names.removeprefix("reasoned from ").split(", "))
    return "It rests on: " if named else wanted


def _common(line: str, wanted: str) -> int:
    """Count the words that a line shares with what was wanted."""
    return len(set(line.split()) & set(wanted.split()))

"""`cablesim progress`: what is done and due; taking the record along; forgetting."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablesim.cli.nearest import NearestGroup
from cablesim.cli.output import say, say_all, say_json, tell
from cablesim.cli.recording import record_at_hand
from cablesim.errors import CablesimError
from cablesim.lessons.wish import Door, Wish, at_terminal

if TYPE_CHECKING:
    from cablesim.lessons.entry import Event
    from cablesim.lessons.merging import Scope
    from cablesim.lessons.record import Merge, Removal

FORMAT = 1


@click.group("progress", cls=NearestGroup, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option("--plain", is_flag=True, help="Plain lines instead of the screen.")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool, plain: bool) -> int:
    """Show what you did, what is due, what you seem to have; or take your record along, or forget.

    The record lies in your user data folder, or where CABLESIM_HOME says.
    """
    if ctx.invoked_subcommand is not None:
        if as_json:
            raise click.UsageError(f"--json belongs after the word {ctx.invoked_subcommand}")
        return 0
    if not (plain or as_json) and at_terminal():
        open_screen: Callable[[Wish], int] = ctx.obj
        return open_screen(Wish(door=Door.PROGRESS))
    from cablesim.lessons.report import account_at_hand, account_json, account_lines

    record = record_at_hand(to_write=False)
    account = account_at_hand(record.events())
    if as_json:
        say_json(account_json(account))
    else:
        say_all(account_lines(account))
    return 0


@command.command("export")
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """Write your record to a new FILE: JSON lines that you can read and take elsewhere."""
    from cablesim.lessons.transfer import exported, write_new

    events = record_at_hand(to_write=False).events()
    write_new(file, exported(events))
    say(f"{_steps(len(events))} written to {file}. It holds your answers: it is yours alone.")


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Remove what the other record forgot.")
def import_(file: Path, *, yes: bool) -> None:
    """Join a FILE that `progress export` wrote to your record; doing it twice changes nothing.

    Where the other record forgot steps that you have here, nothing is done without --yes.
    """
    from cablesim.lessons.merging import WouldRemove
    from cablesim.lessons.report import removal_lines
    from cablesim.lessons.transfer import read_file

    events = read_file(file)
    record = record_at_hand(to_write=True)
    try:
        done = record.merge(events, removing=yes)
    except WouldRemove as refusal:
        for line in removal_lines(refusal.steps):
            tell(line)
        raise
    _say_merge(done)


def _say_merge(done: Merge) -> None:
    """Say what an import took over, removed and left out."""
    from cablesim.lessons.report import removal_lines

    say(f"{_steps(done.new)} new, {done.known} known already.")
    if done.forgotten:
        say(f"{_steps(done.forgotten)} left out: you had them forgotten.")
    if done.removed:
        say(f"{_steps(len(done.removed))} removed: the other record forgot them.")
        say_all(removal_lines(done.removed))
    if done.copy is not None:
        say(f"Your record as it was lies in {done.copy}; delete it when you need it no more.")
    if done.unheeded:
        wishes = "1 wish" if done.unheeded == 1 else f"{done.unheeded} wishes"
        tell(
            f"left out: {wishes} of the other record to forget, by a clock that was ahead, so that "
            "nobody can tell what came before; to forget here too: cablesim progress forget"
        )


@command.command("dump")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def dump(*, as_json: bool) -> None:
    """Print every step of your record, one a line, in order."""
    from cablesim.lessons.days import doubts
    from cablesim.lessons.entry import now
    from cablesim.lessons.report import event_lines
    from cablesim.lessons.transfer import event_json

    events = record_at_hand(to_write=False).events()
    if as_json:
        marks = doubts((event.at for event in events), now())
        told = [
            {**event_json(event), "doubt": doubt or None}
            for event, doubt in zip(events, marks, strict=True)
        ]
        say_json({"format": FORMAT, "events": told})
    else:
        say_all(event_lines(events))


@command.command("forget")
@click.argument("scenario", required=False)
@click.argument("exercise", required=False)
@click.option("--variant", type=click.IntRange(0), help="One variant of the exercise alone.")
@click.option("--all", "everything", is_flag=True, help="The whole record.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(
    scenario: str | None, exercise: str | None, *, variant: int | None, everything: bool, yes: bool
) -> int:
    """Take a SCENARIO, an EXERCISE of it, or everything off your record, for good."""
    from cablesim.lessons.merging import FORGOTTEN, Scope

    if everything == (scenario is not None):
        raise click.UsageError("name the scenario to forget, or everything by --all")
    if variant is not None and exercise is None:
        raise click.UsageError("--variant needs the exercise before it")
    record = record_at_hand(to_write=True)
    number = "" if variant is None else str(variant)
    scope = Scope(scenario or "", exercise or "", number)
    steps = [event for event in record.events() if event.entry.kind != FORGOTTEN]
    events = [event for event in steps if scope.covers(event.entry)]
    if not events and everything:
        say("There is nothing on your record.")
        return 0
    if not events:
        raise CablesimError(_not_there(scope, steps))
    if not yes and not _agreed(f"{_steps(len(events))} of {_named(scope)} will be gone for good"):
        say("Nothing was forgotten.")
        return 0
    _say_removal(scope, record.forget(scope))
    return 0


def _steps(count: int) -> str:
    """Return a number of steps in words."""
    return f"{count} step" if count == 1 else f"{count} steps"


def _named(scope: Scope) -> str:
    """Return a scope in words."""
    if not scope.scenario:
        return "the whole record"
    variant = f", variant {scope.number}" if scope.number else ""
    exercise = f", exercise {scope.exercise}" if scope.exercise else ""
    return f"{scope.scenario}{exercise}{variant}"


def _not_there(scope: Scope, events: Sequence[Event]) -> str:
    """Say that a name is not on the record, and which one is near."""
    if not scope.exercise or all(e.entry.scenario != scope.scenario for e in events):
        wanted, names = scope.scenario, {event.entry.scenario for event in events}
    else:
        wanted = scope.exercise
        names = {
            event.entry.detail.get("exercise", "")
            for event in events
            if event.entry.scenario == scope.scenario
        }
    near = difflib.get_close_matches(wanted, sorted(names - {""}), n=1, cutoff=0.3)
    hint = f"; did you mean '{near[0]}'?" if near and near[0] != wanted else ""
    return f"there is nothing of {_named(scope)} on your record{hint or '; see: cablesim progress'}"


def _agreed(question: str) -> bool:
    """Ask on standard error; only the word yes agrees."""
    sys.stderr.write(f"cablesim: {question}. Type yes to go on: ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise click.UsageError(
            "nobody answered, so nothing was forgotten; say --yes not to be asked"
        )
    return answer.strip().casefold() == "yes"


def _say_removal(scope: Scope, removal: Removal) -> None:
    """Say what was removed, and where something of it may still be."""
    from cablesim.lessons.report import removal_lines

    say(f"{_named(scope)}: {_steps(len(removal.events))} removed.")
    say_all(removal_lines(removal.events))
    for file in removal.files:
        say(f"Removed too: {file}, an older copy of the record.")
    for file in removal.aside:
        tell(f"{file} was set aside and may still hold some of it; delete it if you like")
    if not removal.gone:
        tell("the file still holds traces: close the other windows, then forget something again")
    say("What you exported before is not reached by this; importing it will not bring it back.")

"""`cablesim walk`: the guided walk, on the screen, in plain lines, as data, or from a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_all, say_json, tell
from cablesim.errors import CablesimError
from cablesim.lessons.wish import Wish, at_keyboard, at_terminal

if TYPE_CHECKING:
    from cablesim.lessons.walk import Walk
    from cablesim.scenario.choices import Choices
    from cablesim.scenario.scenario import Scenario

LARGEST_SCRIPT = 1_000_000
MOST_NOTES = 20


@click.command("walk")
@click.argument("scenario")
@click.option("--plain", is_flag=True, help="Plain lines instead of the screen.")
@click.option("--seed", type=click.IntRange(0), help="Another pad, line and clock.")
@click.option(
    "--script",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    help="Run a recorded walk; exit 1 at the first difference.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option("--garbles", type=click.IntRange(0, 5), default=None, help="Places the line damages.")
@click.option("--recipient", help="Who is told: the id of a final recipient.")
@click.option("--no-clock", is_flag=True, help="No simulated times.")
@click.option(
    "--ask", is_flag=True, help="Ask and wait in plain mode, answers from standard input."
)
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what is seen and answered as a recorded walk.",
)
@click.pass_obj
def command(  # noqa: PLR0913 - a command is its options.
    open_screen: Callable[[Wish], int],
    *,
    scenario: str,
    plain: bool,
    seed: int | None,
    script: Path | None,
    as_json: bool,
    garbles: int | None,
    recipient: str | None,
    no_clock: bool,
    ask: bool,
    record: Path | None,
) -> int:
    """Follow the telegram of SCENARIO (an id from `cablesim list`, or a folder).

    At a terminal this opens the screen. With --plain, or where a terminal shows lines alone, it
    asks line by line; without a terminal it prints the whole walk.
    """
    if record is not None and (as_json or script is not None):
        raise click.UsageError(
            "--record writes a walk that is walked; leave --json and --script out"
        )
    kept = None if record is None else str(record)
    wish = Wish(scenario, seed, garbles, recipient, False if no_clock else None, record=kept)
    if not (plain or as_json or script or ask) and at_terminal():
        return open_screen(wish)
    if ask or (script is None and not as_json and at_keyboard()):
        return walk_in_lines(wish)
    loaded = _loaded(scenario)
    choices = _choices(loaded, wish)
    if as_json:
        from cablesim.lessons.export import walk_json

        say_json(walk_json(loaded, choices))
        return 0
    if script is not None:
        return _script(loaded, choices, script)
    say_whole_walk(loaded, choices, record)
    return 0


def walk_in_lines(wish: Wish) -> int:
    """Walk in conversation."""
    from cablesim.cli.asking import converse

    return converse(_loaded(wish.scenario or ""), wish)


def _loaded(name: str) -> Scenario:
    """Load a scenario by id or folder."""
    from cablesim.lessons.places import checked_marks
    from cablesim.scenario.loading import load
    from cablesim.scenario.places import resolve

    scenario = load(resolve(name), checked_marks())
    for fault in scenario.faults[:MOST_NOTES]:
        tell(f"note: {fault}")
    if len(scenario.faults) > MOST_NOTES:
        more = len(scenario.faults) - MOST_NOTES
        tell(f"note: {more} more; to see them all: cablesim check {name}")
    return scenario


def _choices(scenario: Scenario, wish: Wish) -> Choices:
    """Return the choices that the options stand for; what was not given is as it is at first."""
    from cablesim.lessons.record import Record
    from cablesim.lessons.walk import Walk

    walk = Walk(scenario, Record(None))
    walk.wish(wish)
    return walk.progress.choices


def say_whole_walk(scenario: Scenario, choices: Choices, record: Path | None = None) -> None:
    """Print every page with its questions and their answers, and keep nothing on the record.

    With a file named, the walk is written there as a recorded one.
    """
    from cablesim.lessons.chart import left_out_lines
    from cablesim.lessons.lines import answer_lines
    from cablesim.lessons.recording import record_to
    from cablesim.lessons.script import heading, seen
    from cablesim.lessons.walk import beats_of

    walk = _walk_off_record(scenario, choices)
    finish = None if record is None else record_to(walk, record)
    say(f"{scenario.title}. Scenario {scenario.id}, version {scenario.version}.")
    say(f"Seed {choices.seed}; the same seed prints the same walk.")
    say(scenario.rights_line)
    say_all(left_out_lines(scenario))
    going = True
    while going:
        if walk.beat is beats_of(walk.page)[0]:
            say()
            say_all(heading(walk))
        question = walk.question
        if question is None:
            say_all(seen(walk))
        else:
            say_all(seen(walk))
            say_all(answer_lines(question, None))
        going = walk.forward()
    if finish is not None:
        finish()


def _walk_off_record(scenario: Scenario, choices: Choices) -> Walk:
    """Return a walk that is kept in memory alone."""
    from cablesim.lessons.record import Record
    from cablesim.lessons.walk import Walk

    return Walk(scenario, Record(None), choices=choices)


def _script(scenario: Scenario, choices: Choices, path: Path) -> int:
    """Run a recorded walk; 0 when all of it is as recorded, 1 at the first difference."""
    from cablesim.lessons.script import Difference, perform

    if path.stat().st_size > LARGEST_SCRIPT:
        raise CablesimError(f"{path} is larger than {LARGEST_SCRIPT:,} bytes; cut the walk in two")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CablesimError(
            f"{path} is no UTF-8 text (byte {error.start}); save it as UTF-8"
        ) from error
    try:
        count = perform(_walk_off_record(scenario, choices), text)
    except Difference as difference:
        tell(f"{path}: {difference}")
        return 1
    say(f"{path.name}: {count} commands, all as recorded.")
    return 0


def first_walk() -> None:
    """Bare `cablesim` off a terminal: a welcome on standard error, the first walk on output."""
    from cablesim.scenario.choices import Choices as Fresh
    from cablesim.scenario.listing import listing

    cards = listing()
    if not cards:
        raise CablesimError("no scenario was found; install cablesim again, or name a folder")
    tell("no terminal here, so this is the plain walk; for a choice see: cablesim --help")
    say_whole_walk(_loaded(cards[0].id), Fresh())

"""`cablesim preview`: the student's walk, live: it is shown again whenever a file is saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, tell
from cablesim.lessons.wish import Room, Wish, at_terminal

if TYPE_CHECKING:
    from cablesim.authoring.previewing import Preview

EVERY_SECONDS = 0.5


@click.command("preview")
@click.argument("scenario")
@click.option("--plain", is_flag=True, help="Plain lines: the walk now, and after each change.")
@click.option("--once", is_flag=True, help="With plain lines: the walk now, then leave.")
@click.pass_obj
def command(open_screen: Callable[[Wish], int], *, scenario: str, plain: bool, once: bool) -> int:
    """Show the walk of SCENARIO (an id or a folder) as a student sees it, while you write it.

    Saving a file redraws it at the same page. A mistake shows what is wrong with file and line;
    the last good view stays one key away. Nothing is kept on the learner's record. Without a
    terminal the walk is printed once; with --plain it is printed again after each change until
    Ctrl+C. With --once the exit code is 1 where there are mistakes.
    """
    from cablesim.authoring.previewing import Preview
    from cablesim.scenario.places import resolve

    if not (plain or once) and at_terminal():
        return open_screen(Wish(str(resolve(scenario)), room=Room.PREVIEW))
    preview = Preview(resolve(scenario))
    errors = _show(preview)
    if once or not plain:
        return 1 if errors else 0
    tell("watching the folder; Ctrl+C leaves")
    try:
        while True:
            time.sleep(EVERY_SECONDS)
            if preview.changed:
                _show(preview)
    except KeyboardInterrupt:
        return 0


def _show(preview: Preview) -> int:
    """Look at the folder, print what is wrong and the walk; return how many errors there are."""
    from cablesim.cli.walking import say_whole_walk
    from cablesim.scenario.diagnostics import Severity

    look = preview.look()
    preview.take(look)
    for finding in look.findings:
        say(f"{finding.severity}: {finding}")
    if look.refused:
        say(f"error: {look.refused}")
    if look.walk is None:
        say("The walk cannot be opened; it is printed again when this is mended.")
    else:
        say_whole_walk(look.walk.scenario, look.walk.progress.choices)
    errors = sum(finding.severity is Severity.ERROR for finding in look.findings)
    return errors + bool(look.refused)

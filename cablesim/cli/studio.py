"""`cablesim studio`: a scenario's files, what is wrong with them, and what a student sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from cablesim.errors import CablesimError
from cablesim.lessons.wish import Room, Wish, at_terminal


@click.command("studio")
@click.argument("scenario")
@click.pass_obj
def command(open_screen: Callable[[Wish], int], *, scenario: str) -> int:
    """Write SCENARIO (an id, a folder, or one file of a folder) on the screen.

    The findings stand as a list, the file beside what a student sees. Enter on a finding jumps to
    its place, F4 explains it, F5 opens forms for claims, stages, parties, fields, copies and terms.
    Ctrl+S saves; whatever is typed is kept in a journal until then, even if the program is killed
    or the disk is full, and is offered again at the next start.
    """
    from cablesim.scenario.places import resolve

    path = Path(scenario)
    file = path.name if path.is_file() else ""
    folder = resolve(str(path.parent.resolve()) if file else scenario)
    if not at_terminal():
        raise CablesimError(
            f"the studio needs a terminal; without one: cablesim check {scenario}, "
            f"cablesim preview {scenario} --plain"
        )
    return open_screen(Wish(str(folder), room=Room.STUDIO, file=file))

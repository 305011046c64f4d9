"""`cablesim migrate`: older files in the present format, after a look at what changes."""

from __future__ import annotations

import sys

import click

from cablesim.cli.output import say, say_all, say_json, tell


@click.command("migrate")
@click.argument("scenario")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(*, scenario: str, yes: bool, as_json: bool) -> int:
    """Rewrite the files of SCENARIO (an id or a folder) that are in an older format.

    What changes is shown first; at a terminal you are asked, elsewhere --yes writes. Each file is
    copied beside itself before (NAME.format-0.bak). Only the names that are new are changed:
    remarks and order stay. Older files are read as they are, so nothing has to be migrated. The
    exit code is 1 where something is to be written and was not.
    """
    from cablesim.authoring.migrating import rewrite, rewritten
    from cablesim.scenario.places import resolve

    path = resolve(scenario)
    files = rewritten(path)
    if not as_json:
        for each in files:
            say_all(each.diff)
    agreed = bool(files) and (yes or (not as_json and _asked(len(files))))
    copies = rewrite(path, files) if agreed else ()
    if as_json:
        say_json(
            {
                "format": 1,
                "files": [
                    {"file": each.name, "older": each.older, "diff": list(each.diff)}
                    for each in files
                ],
                "copies": list(copies),
                "written": agreed,
            }
        )
    elif not files:
        say("Every file is in the present format.")
    elif agreed:
        for each, copy in zip(files, copies, strict=True):
            say(f"{each.name}: written; what it was is in {copy}")
    else:
        tell("nothing was written; add --yes to write it")
    return 1 if files and not agreed else 0


def _asked(count: int) -> bool:
    """Ask at a terminal whether to write; elsewhere nobody agrees."""
    if not sys.stdin.isatty():
        return False
    sys.stdout.write(f"Write {count} {'file' if count == 1 else 'files'}? Type y or n: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}

"""`cablesim pin`: the document's hash in `scenario.toml`, by one small edit."""

from __future__ import annotations

import click

from cablesim.cli.output import say, say_json


@click.command("pin")
@click.argument("scenario")
@click.option("--check", "only_check", is_flag=True, help="Say whether it agrees; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(*, scenario: str, only_check: bool, as_json: bool) -> int:
    """Pin the document of SCENARIO (an id or a folder) by its SHA-256.

    Only the one value in scenario.toml is changed; remarks and order stay. Look at what changed in
    the document first: quotes and lines may have moved. With --check nothing is written; the exit
    code is 1 where the document is not the pinned one.
    """
    from cablesim.authoring.pinning import keep, pin
    from cablesim.scenario.places import resolve

    path = resolve(scenario)
    pinned = pin(path)
    if not only_check:
        keep(path, pinned)
    if as_json:
        say_json(
            {
                "format": 1,
                "document": pinned.found,
                "pinned": pinned.written,
                "agrees": pinned.agrees,
                "written": not (pinned.agrees or only_check),
            }
        )
    elif pinned.agrees:
        say(f"The document is the pinned one: {pinned.found}")
    elif only_check:
        say(f"The document is {pinned.found}")
        say(f"pinned is       {pinned.written or 'nothing'}")
    else:
        say(f"scenario.toml: source.sha256 was {pinned.written or 'not there'}")
        say(f"               source.sha256 is  {pinned.found}")
    return 1 if only_check and not pinned.agrees else 0

"""`cablesim schema`: the JSON Schema of a scenario's file, for editors."""

from __future__ import annotations

import click

from cablesim.cli.output import say, say_json


@click.command("schema")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--json", "as_json", is_flag=True, help="The list of names as JSON.")
def command(*, name: str | None, as_json: bool) -> None:
    """Print the JSON Schema of a file (scenario, history, ...); without a NAME, list them.

    Save it and name it in the first line of the file: #:schema history.schema.json
    """
    from cablesim.authoring.schema import names, schema_named

    if name is not None:
        say_json(schema_named(name))
    elif as_json:
        say_json({"format": 1, "schemas": list(names())})
    else:
        for each in names():
            say(each)

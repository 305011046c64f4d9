"""`cablesim explain`: what a code of the checker means, why it matters, an example, its cure."""

from __future__ import annotations

import click

from cablesim.cli.output import say, say_json


@click.command("explain")
@click.argument("code", required=False, metavar="[CODE]")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(*, code: str | None, as_json: bool) -> None:
    """Print the page of a CODE; without one, list all codes."""
    from cablesim.authoring.explaining import page_of
    from cablesim.scenario.diagnostics import CODES, FAMILIES

    if code is not None:
        page = page_of(code)
        if as_json:
            known = CODES[code.upper()]
            say_json({"format": 1, "code": known.name, "title": known.title, "page": page})
        else:
            say(page.rstrip("\n"))
        return
    if as_json:
        codes = [
            {
                "code": each.name,
                "family": each.family,
                "severity": each.severity.value,
                "title": each.title,
            }
            for each in CODES.values()
        ]
        say_json({"format": 1, "codes": codes})
        return
    for letter, family in FAMILIES.items():
        say(f"{letter} {family}")
        for each in CODES.values():
            if each.name.startswith(letter):
                say(f"  {each.name} {each.title}")
    say("\nOne of them: cablesim explain CODE")

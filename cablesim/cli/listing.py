"""`cablesim list`: the scenarios at hand."""

from __future__ import annotations

import click

from cablesim.cli.output import say, say_json


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(*, as_json: bool) -> None:
    """List the scenarios: id, title, minutes, language, version."""
    from cablesim.scenario.listing import listing

    cards = listing()
    if as_json:
        scenarios = [
            {
                "id": card.id,
                "title": card.title,
                "minutes": card.minutes,
                "language": card.language,
                "version": card.version,
            }
            for card in cards
        ]
        say_json({"format": 1, "scenarios": scenarios})
        return
    for card in cards:
        say(
            f"{card.id}: {card.title}, {card.minutes} minutes, "
            f"language {card.language}, version {card.version}"
        )

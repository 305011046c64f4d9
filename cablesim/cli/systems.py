"""`cablesim systems`: the teaching systems and their parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_json
from cablesim.systems.system import BAND

if TYPE_CHECKING:
    from cablesim.systems.parameters import Parameter
    from cablesim.systems.system import System


@click.command("systems")
@click.argument("name", required=False, metavar="[SYSTEM]")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(*, name: str | None, as_json: bool) -> None:
    """List the teaching systems; with a SYSTEM, its parameters and an example."""
    from cablesim.codes import registry

    chosen = [registry.system(each) for each in ([name] if name else registry.names())]
    if as_json:
        say_json({"format": 1, "band": BAND, "systems": [_described(each) for each in chosen]})
    elif name:
        _say_system(chosen[0])
    else:
        _say_table(chosen)


def _say_table(systems: list[System]) -> None:
    """Print a line for each system, family by family."""
    say(BAND)
    family = ""
    for system in systems:
        if system.family != family:
            family = system.family
            say(f"\n{family}")
        say(f"  {system.name:<40} {system.title}")
    say("\nOne of them: cablesim systems SYSTEM")
    say("Use it: cablesim encipher SYSTEM -p NAME=VALUE TEXT")


def _say_system(system: System) -> None:
    """Print everything about one system."""
    say(f"{system.name}: {system.title} ({system.family})")
    say(BAND)
    for paragraph in system.description:
        say(f"\n{paragraph}")
    say("\nParameters")
    for parameter in system.parameters:
        say(f"  {parameter.name}: {parameter.reader.kind}{_standing(parameter)}")
        say(f"      {parameter.meaning}")
        if parameter.reader.choices:
            say(f"      one of: {', '.join(parameter.reader.choices)}")
    for preset, values in system.presets.items():
        fixed = ", ".join(f"{key}={value}" for key, value in values.items())
        say(f"  preset={preset}: {fixed}")


def _standing(parameter: Parameter) -> str:
    """Return whether a parameter is needed, or what it is without being given."""
    if parameter.required:
        return " (needed)"
    shown = parameter.shown_default or "none"
    return f" (default: {shown if shown.strip() else 'a blank'})"


def _described(system: System) -> dict[str, object]:
    """Return everything about one system as data."""
    return {
        "name": system.name,
        "family": system.family,
        "title": system.title,
        "alphabets": list(system.alphabets),
        "description": list(system.description),
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.reader.kind,
                "choices": list(parameter.reader.choices),
                "default": None if parameter.required else parameter.shown_default,
                "required": parameter.required,
                "meaning": parameter.meaning,
            }
            for parameter in system.parameters
        ],
        "presets": {name: dict(values) for name, values in system.presets.items()},
    }

"""A group of commands that names the nearest one for a word that is none."""

from __future__ import annotations

import difflib

import click

HELP = "help"


class NearestGroup(click.Group):
    """Commands by name; an unknown one is answered with the nearest, `help` with the help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `help`, and `help COMMAND`, as `--help`."""
        if args[:1] == [HELP] and HELP not in self.list_commands(ctx):
            args = [*args[1:], f"--{HELP}"]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or name the nearest one."""
        names = self.list_commands(ctx)
        if args and args[0] not in names:
            near = difflib.get_close_matches(args[0], names, n=1, cutoff=0.4)
            hint = f"did you mean '{near[0]}'?" if near else f"see: {ctx.command_path} --help"
            raise click.UsageError(f"there is no command '{args[0]}'; {hint}")
        return super().resolve_command(ctx, args)

"""The commands: each loads what it needs and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

import click

from cablesim import __version__
from cablesim.cli.nearest import NearestGroup
from cablesim.lessons.wish import Wish, at_keyboard

_COMMANDS = {
    "list": (
        "cablesim.cli.listing:command",
        "The scenarios: id, title, minutes, language.",
    ),
    "walk": ("cablesim.cli.walking:command", "Follow a telegram, on the screen or in lines."),
    "learn": ("cablesim.cli.learning:command", "A course of lessons to follow alone."),
    "do": ("cablesim.cli.doing:command", "The exercises: list, do, have an answer judged."),
    "systems": ("cablesim.cli.systems:command", "The teaching systems and their parameters."),
    "encipher": ("cablesim.cli.ciphering:encipher", "Encipher a text by a system or a recipe."),
    "decipher": ("cablesim.cli.ciphering:decipher", "Decipher a text by a system or a recipe."),
    "progress": ("cablesim.cli.progress:command", "What you did, what is due; export, forget."),
    "review": ("cablesim.cli.reviewing:command", "At most ten exercises a day that come back."),
    "check": ("cablesim.cli.checking:command", "All that is wrong with a scenario, at once."),
    "explain": ("cablesim.cli.explaining:command", "What a code of the checker means."),
    "schema": ("cablesim.cli.schemas:command", "The JSON Schema of a scenario's file."),
    "new": ("cablesim.cli.making:command", "Make a scenario, from a document or from nothing."),
    "pin": ("cablesim.cli.pinning:command", "Pin a scenario's document by its hash."),
    "migrate": ("cablesim.cli.migrating:command", "Bring older files to the present format."),
    "preview": ("cablesim.cli.previewing:command", "The student's walk, live while you write."),
    "studio": ("cablesim.cli.studio:command", "Write a scenario: findings, files, walk."),
    "selftest": ("cablesim.cli.selftest:command", "Every published vector, both ways."),
}


class Commands(NearestGroup):
    """The commands by name, each imported when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature.
        """Return the names in the order of the table."""
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature.
        cmd_name: str,
    ) -> click.Command | None:
        """Import a command and return it."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature.
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the table above; no command is imported to print the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in _COMMANDS.items()])


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["--help"]}
)
@click.option("--plain", is_flag=True, help="Without a command: home in plain lines.")
@click.version_option(__version__, message="cablesim %(version)s")
@click.pass_context
def commands(ctx: click.Context, *, plain: bool) -> int:
    """Follow one real ciphered telegram, and learn what the evidence says and what nobody knows.

    Without a command, at a terminal, the program opens on its screen; where a terminal shows lines
    alone, or with --plain, it is a conversation.
    """
    if ctx.invoked_subcommand is not None:
        if plain:
            name = ctx.invoked_subcommand
            raise click.UsageError(
                f"before a command --plain is nothing; what it takes: cablesim {name} --help"
            )
        return 0
    if plain or at_keyboard():
        from cablesim.cli.homing import first_home

        return first_home(told=plain)
    from cablesim.cli.walking import first_walk

    first_walk()
    return 0


def run(words: list[str], screen: Callable[[Wish], int]) -> int:
    """Run a command line and return its exit code; usage errors are told and give 2.

    `screen` opens the screen where a command wants it; this room does not know it.
    """
    from cablesim.text.visible import visible

    try:
        # Not `commands.main`: it would turn a reader's closed pipe into exit code 1, which here
        # means that a difference was found.
        with commands.make_context("cablesim", list(words), obj=screen) as context:
            code = commands.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        print(f"cablesim: {visible(_told(error))}", file=sys.stderr)  # noqa: T201
        return 2
    return code if isinstance(code, int) else 0


def _told(error: click.ClickException) -> str:
    """Return what is wrong with a command line; to click's own sentences, what to do next."""
    said = error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None or not said[:1].isupper():
        return said
    return f"{said[0].lower()}{said[1:].rstrip('.')}; see: {context.command_path} --help"

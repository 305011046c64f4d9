"""The only door: bare `cablesim` at a terminal loads the screen, other words the commands."""

from __future__ import annotations

import os
import sys

from cablesim.errors import CablesimError, bug_line
from cablesim.lessons.wish import Wish, at_terminal

FINE, BAD_INPUT, BUG, INTERRUPTED = 0, 2, 70, 130


def main() -> None:
    """Run the program and leave with its exit code; no traceback ever reaches a user."""
    sys.exit(guarded(sys.argv[1:]))


def guarded(words: list[str]) -> int:
    """Run the words of a command line and return the exit code, whatever happens."""
    try:
        code = _run(words)
        sys.stdout.flush()
    except CablesimError as error:
        _tell(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        _tell("stopped; what you had answered is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe had enough; Python must not complain once more at its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        _tell(
            f"{error.strerror or error}: {error.filename or 'the output'}; check it and try again"
        )
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001 - the last wall: a bug is told in one line.
        _tell(f"this is a bug in cablesim, please report it: {bug_line(error)}")
        return BUG
    return code


def _run(words: list[str]) -> int:
    """Load the screen for a bare call at a terminal, the commands for everything else."""
    if not words and at_terminal():
        return _screen(Wish())
    from cablesim.cli.commands import run

    return run(words, _screen)


def _screen(wish: Wish) -> int:
    """Open the screen."""
    from cablesim.tui.start import start

    return start(wish)


def _tell(sentence: str) -> None:
    """Say something to the person, not to the data."""
    from cablesim.text.visible import visible

    print(f"cablesim: {visible(sentence)}", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()

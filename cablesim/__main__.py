"""The only door: bare `cablesim` at a terminal loads the screen, other words the commands.

Nothing but Python's own start is imported before the guard stands, so that Ctrl+C during the
loading of the program ends it with a sentence too.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cablesim.lessons.wish import Wish

FINE, BAD_INPUT, BUG, INTERRUPTED = 0, 2, 70, 130


def main() -> None:
    """Run the program and leave with its exit code; no traceback ever reaches a user."""
    sys.exit(guarded(sys.argv[1:]))


def guarded(words: list[str]) -> int:
    """Run the words of a command line and return the exit code, whatever happens."""
    try:
        code = _run(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _tell("stopped; what is on your record is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe had enough; Python must not complain once more at its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as error:  # noqa: BLE001 - the last wall: a bug is told in one line.
        return _failed(error)
    return code


def _failed(error: Exception) -> int:
    """Tell what went wrong in one line and return the exit code."""
    from cablesim.errors import CablesimError, bug_line

    match error:
        case CablesimError():
            _tell(str(error))
            return BAD_INPUT
        case OSError():
            what = f"{error.strerror or error}: {error.filename or 'the output'}"
            _tell(f"{what}; check it and try again")
            return BAD_INPUT
        case _:
            _tell(f"this is a bug in cablesim, please report it: {bug_line(error)}")
            return BUG


def _run(words: list[str]) -> int:
    """Load the screen for a bare call at a terminal, the commands for everything else."""
    from cablesim.lessons.wish import Wish, at_terminal

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

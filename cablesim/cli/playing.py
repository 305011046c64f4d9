"""A clerk's sheet in conversation: the next figure or way of finding is predicted, then shown."""

from __future__ import annotations

from cablesim.cli.output import say
from cablesim.cli.prompt import ask
from cablesim.lessons.drill import Drill
from cablesim.lessons.walk import Walk
from cablesim.systems.working import WorkedLine

FIGURES_HELP = "a figure 0 to 9, Enter for the line, p for the page, r for the rest, q to stop"
WAYS_HELP = "b in the book, s spelled, f figures, o something else, Enter, p, r, q to stop"


def play(walk: Walk, sheet: str) -> None:
    """Play one sheet until it is finished, stopped, or the input ends."""
    drill = walk.drill(sheet)
    if drill is None:
        return
    say(f"The clerk's sheet: {drill.working.title}. Columns: {', '.join(drill.working.columns)}.")
    while not drill.finished:
        line = drill.current
        if line is None:
            break
        before = drill.shown
        word = _prompt(drill, line)
        if word is None or word == "q":
            break
        drill = _played(drill, word)
        for done in drill.working.lines[before : drill.shown]:
            say(line_sentence(drill, done))
        walk.played(sheet, drill)
    if drill.finished:
        say(f"The sheet is finished: {len(drill.working.lines)} lines.")


def _prompt(drill: Drill, line: WorkedLine) -> str | None:
    """Show what is known of the next line and ask; return None at the end of the input."""
    if drill.in_figures:
        known = line.cells[2][: drill.figures]
        say(
            f"Line {line.place} of {len(drill.working.lines)}: {line.cells[0]} with "
            f"{line.cells[1]}, so far {known or 'nothing'}."
        )
        text = f"Next figure? ({FIGURES_HELP})"
    elif not drill.by_book:
        say(f"Line {line.place} of {len(drill.working.lines)}.")
        text = "Enter shows it, p twenty lines, r the rest, q to stop"
    else:
        word = line.cells[0] or "a steering group"
        say(f"Line {line.place} of {len(drill.working.lines)}: {word}")
        text = f"How is it found? ({WAYS_HELP})"
    typed = ask(text)
    return None if typed is None else typed.casefold()


def _played(drill: Drill, word: str) -> Drill:
    """Do what was typed at a sheet."""
    match word:
        case "":
            return drill.line()
        case "p":
            return drill.page()
        case "r":
            return drill.rest()
        case _:
            after, said = drill.predicted(word[:1])
            say(said.text)
            return after


def line_sentence(drill: Drill, line: WorkedLine) -> str:
    """Return a line of the sheet as a sentence."""
    cells = zip(drill.working.columns, line.cells, strict=True)
    return (
        f"Line {line.place}: "
        + ", ".join(f"{name} {cell}" for name, cell in cells)
        + (f" ({line.remark})." if line.remark else ".")
    )

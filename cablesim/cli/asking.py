"""The walk in conversation: plain lines, one question at a time, for blind users and slow lines.

Each prompt ends with what may be typed. Everything that the screen does can be done here.
"""

from __future__ import annotations

from pathlib import Path

from cablesim.cli.output import say, say_all
from cablesim.cli.prompt import ask, say_left, say_notices
from cablesim.cli.recording import let_go, say_news
from cablesim.lessons.chart import (
    copy_lines,
    document_lines,
    glossary_lines,
    left_out_lines,
    map_lines,
)
from cablesim.lessons.folders import keep_folder
from cablesim.lessons.lines import answer_lines, question_lines
from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.lookup import looked_up
from cablesim.lessons.places import record_file
from cablesim.lessons.record import Record
from cablesim.lessons.recording import record_to
from cablesim.lessons.script import heading, seen
from cablesim.lessons.stations import line_sentence, recipient_sentence
from cablesim.lessons.walk import Walk
from cablesim.lessons.wish import Wish
from cablesim.scenario.places import resolve
from cablesim.scenario.scenario import Scenario

HELP = (
    "Enter goes on, b goes back, q leaves; your place is kept.",
    "A number chooses an option.",
    "d reads the document, e the evidence with its proof, c the copies, g the glossary.",
    "m shows the map of who can read what where.",
    "s plays the clerk's sheet of this station, x makes the line worse, w changes who is told.",
    "t switches the simulated clock, again begins from the cover, go NAME goes to a page.",
    f"To look something up: {LOOKING}.",
)


def converse(scenario: Scenario, wish: Wish) -> int:
    """Walk in conversation until the end of the walk, of the input, or q."""
    record = Record(record_file())
    try:
        if wish.scenario is not None:
            keep_folder(record, scenario, resolve(wish.scenario))
        code = _converse(scenario, wish, record)
    finally:
        lost = let_go(record)
    return code or lost


def _converse(scenario: Scenario, wish: Wish, record: Record) -> int:
    """Walk in conversation on a record."""
    walk = Walk(scenario, record)
    walk.wish(wish)
    finish = None if wish.record is None else record_to(walk, Path(wish.record))
    try:
        return _conversation(scenario, walk, record)
    finally:
        if finish is not None:
            finish()


def _conversation(scenario: Scenario, walk: Walk, record: Record) -> int:
    """Ask and do until there is nothing more to do."""
    say_notices(record)
    say(f"{scenario.title}. {scenario.rights_line}")
    say_all(left_out_lines(scenario))
    if walk.started:
        say("You have been here before; this is where you stopped. Type again to begin anew.")
    _show(walk)
    while True:
        word = _prompt(walk)
        if word is None or word in {"q", "quit"}:
            say_left(record)
            return 0
        if not _do(walk, word):
            return 0


def _prompt(walk: Walk) -> str | None:
    """Ask what to do; return None at the end of the input."""
    question = walk.question
    open_question = question is not None and walk.chosen(question) is None
    keys = f"1 to {len(question.options)}, or " if question is not None and open_question else ""
    if say_news(walk.record):
        walk.catch_up()
    typed = ask(f"Type {keys}Enter to go on, b back, ? help, q leave", walk.record)
    return None if typed is None else typed.casefold()


def _show(walk: Walk) -> None:
    """Print the present beat."""
    say()
    say_all((*heading(walk), *seen(walk)))


def _do(walk: Walk, word: str) -> bool:
    """Do what was typed; return False when the walk is over."""
    if word in {"", "n", "next"}:
        return _forward(walk)
    if word in {"b", "back"}:
        if walk.back():
            _show(walk)
        else:
            say("This is the first page.")
    elif word.isdigit():
        _answer(walk, word)
    elif word in {"x", "w", "t", "again"}:
        _change(walk, word)
    elif word == "s":
        _play(walk)
    elif word.startswith("go "):
        _go(walk, word.removeprefix("go ").strip())
    else:
        _look(walk, word)
    return True


def _forward(walk: Walk) -> bool:
    """Go on; at the last page say goodbye."""
    question = walk.question
    if question is not None and walk.chosen(question) is None:
        say_all(answer_lines(question, None))
    if walk.forward():
        _show(walk)
        return True
    kept = "could not be kept" if walk.record.trouble else "is kept"
    say(f"That was the last page. Your place {kept}; type again next time to begin anew.")
    return False


def _answer(walk: Walk, key: str) -> None:
    """Answer the question of this beat."""
    question = walk.question
    choice = walk.answer(key)
    if question is None:
        say("There is no question here; Enter goes on.")
    elif choice is None:
        say_all(question_lines(question))
    else:
        say_all(answer_lines(question, choice))


def _change(walk: Walk, word: str) -> None:
    """Make a choice of the walker's, and show the page anew."""
    match word:
        case "x":
            walk.next_garbles()
            say(line_sentence(walk.run))
        case "w":
            say(recipient_sentence(walk.next_recipient()))
        case "t":
            walk.set_clock(on=not walk.progress.choices.clock)
            say(f"The simulated clock is {'on' if walk.progress.choices.clock else 'off'}.")
        case _:
            walk.again()
    _show(walk)


def _look(walk: Walk, word: str) -> None:
    """Print one of the things that are at hand everywhere."""
    match word:
        case "d":
            say_all(document_lines(walk.scenario))
        case "e":
            say_all(looked_up(walk.scenario, "claims") or ())
        case "m":
            say_all(map_lines(walk.run))
        case "c":
            say_all(copy_lines(walk.run))
        case "g":
            say_all(glossary_lines(walk.scenario))
        case "?" | "h" | "help":
            say_all(HELP)
        case _:
            found = looked_up(walk.scenario, word)
            say_all(found or (f"'{word}' is nothing to type here.", *HELP))


def _go(walk: Walk, page: str) -> None:
    """Go to a page by its name."""
    if walk.go(page):
        _show(walk)
    else:
        say(f"There is no page '{page}'; the pages are {', '.join(p.id for p in walk.pages)}.")


def _play(walk: Walk) -> None:
    """Play the clerk's sheet of this station."""
    from cablesim.cli.playing import play

    sheets = walk.page.sheets
    if not sheets:
        say("There is no clerk's sheet at this station.")
    for sheet in sheets:
        play(walk, sheet.id)

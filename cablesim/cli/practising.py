"""An exercise in conversation: one sentence a line, one question at a time.

Each prompt ends with what may be typed. Everything works from a pipe as from a terminal.
"""

from __future__ import annotations

import sys

from cablesim.cli.output import say, say_all
from cablesim.cli.recording import say_news
from cablesim.cli.verdicts import SEALED, verdict_lines
from cablesim.exercises.helping import question
from cablesim.exercises.practice import Practice
from cablesim.lessons.catalogue import MADE_UP
from cablesim.lessons.journal import Journal
from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.lookup import looked_up

HELP = (
    "Type your answer on one line, and Enter.",
    "? opens a hint; each costs a little, and the next opens after an answer.",
    "give up, or show, shows the answer and how it is found.",
    "next draws a fresh variant; again says the question once more; q leaves.",
    f"To look something up: {LOOKING}.",
)
SURE = {"1": "sure", "2": "fairly sure", "3": "guessing"}
LONG = frozenset({"explain"})
END = "."
LEAVE = frozenset({"q", "quit"})
WORDS = frozenset({"?", "hint", "help", "give up", "show", "next", "again", "skip"})


def converse(journal: Journal, number: int | None) -> int:
    """Do one exercise until the end of the input or q; return the exit code.

    Without a number it is the variant that was left open, or a fresh one.
    """
    for sentence in filter(None, (journal.record.notice, journal.record.trouble)):
        say(f"Note: {sentence}.")
    practice = journal.begin(number)
    exercise = practice.variant.exercise
    say(exercise.name)
    say(f"Skill: {exercise.skill}. {exercise.points:g} points.")
    if journal.taken_up:
        say("You have been here before; this is where you stopped.")
    _ask(practice, journal)
    while True:
        words = _prompt(practice, journal)
        if words is None or words.casefold() in LEAVE:
            return 0
        _do(practice, journal, words)


def once(journal: Journal) -> bool:
    """Do an exercise until it is solved, given up or skipped; False where the learner leaves."""
    practice = journal.begin(None)
    if journal.taken_up:
        say("You had begun this one; go on where you stopped.")
    _ask(practice, journal)
    while not practice.solved:
        words = _prompt(practice, journal)
        if words is None or words.casefold() in LEAVE:
            return False
        if words.casefold() == "skip":
            return True
        _do(practice, journal, words)
    return True


def _ask(practice: Practice, journal: Journal) -> None:
    """Put the question; where all of it is worked, show that and go on."""
    while True:
        journal.at(practice)
        if isinstance(practice.variant.exercise.task, MADE_UP):
            say(practice.book.scenario.teaching.banner)
        say_all(question(practice.variant))
        say(practice.variant.how())
        if practice.variant.asked or practice.variant.exercise.try_first:
            return
        if not _rule(practice):
            return
        practice.forward()


def line(prompt: str) -> str | None:
    """Ask for one line; return None at the end of the input."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    typed = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stdout.write("\n")
    return typed.strip() if typed else None


def _prompt(practice: Practice, journal: Journal) -> str | None:
    """Ask for an answer; a long one ends with a line that holds a full stop alone."""
    say_news(journal.record)
    if practice.solved:
        return line(f"Enter for a fresh variant, q leaves{_trouble(journal)}: ")
    if practice.variant.exercise.kind not in LONG:
        return line(f"Your answer, ? for a hint, help, or q to leave{_trouble(journal)}: ")
    first = line(
        f"Your answer, a line with a full stop alone at its end; ? for a hint, q"
        f"{_trouble(journal)}: "
    )
    if first is None or first.casefold() in LEAVE | WORDS:
        return first
    lines = [first]
    while lines[-1] != END:
        following = line("")
        if following is None:
            break
        lines.append(following)
    return "\n".join(each for each in lines if each != END)


def _trouble(journal: Journal) -> str:
    """Return what keeps answers from being saved, for the prompt."""
    return f" ({journal.record.trouble})" if journal.record.trouble else ""


def _do(practice: Practice, journal: Journal, words: str) -> None:
    """Do what was typed."""
    match words.casefold():
        case "" if practice.solved:
            practice.forward()
            _ask(practice, journal)
        case "":
            say("Nothing was typed. Type help to see what can be.")
        case "help" | "h":
            say_all(HELP)
        case "again":
            _ask(practice, journal)
        case "next" | "n":
            practice.fresh()
            practice.solved = False
            _ask(practice, journal)
        case "?" | "hint":
            _hint(practice, journal)
        case "give up" | "show":
            _give_up(practice, journal)
        case _:
            _answer_or_look(practice, journal, words)


def _answer_or_look(practice: Practice, journal: Journal, words: str) -> None:
    """Look something up where that was asked for; otherwise have an answer judged."""
    found = looked_up(practice.book.scenario, words)
    if found is None:
        _answer(practice, journal, words)
    else:
        say_all(found)


def _hint(practice: Practice, journal: Journal) -> None:
    """Open a hint, or say why not yet."""
    if practice.book.marking.sealed:
        say(f"No hints: {SEALED}.")
        return
    found = practice.help()
    if found.opened:
        journal.hinted(practice.hints)
    say(f"Hint: {found.text}" if found.opened else found.text)
    if found.fresh:
        say("Here is a fresh variant to do with it.")
        _ask(practice, journal)


def _give_up(practice: Practice, journal: Journal) -> None:
    """Show the answer and how it is found, then offer a fresh variant."""
    if practice.book.marking.sealed:
        say(f"No answer: {SEALED}.")
        return
    journal.gave_up()
    say_all(practice.give_up())
    practice.solved = True


def _answer(practice: Practice, journal: Journal, words: str) -> None:
    """Judge an answer; say what was read before anything else."""
    sure = _confidence() if practice.variant.exercise.confidence else ""
    before = len(practice.tries)
    verdict = practice.answer(words)
    journal.answered(words, verdict, sure, counts=len(practice.tries) > before)
    if practice.book.marking.sealed:
        told = [remark.text for remark in verdict.remarks]
        say_all([f"I read: {verdict.read}", f"Kept: {SEALED}."] if verdict.readable else told)
        return
    say_all(verdict_lines(practice.variant, verdict))
    if sure == "sure" and verdict.readable and not verdict.right:
        say("You were sure of it: this one is worth remembering.")
    if verdict.right:
        if not verdict.by_hand and practice.variant.exercise.points:
            mark = practice.mark
            say(f"{mark.points:g} of {mark.of:g} points.")
        _rule(practice)
    elif verdict.readable:
        say("Try again, or type ? for a hint.")


def _confidence() -> str:
    """Ask how sure the learner is; whatever else is typed is no answer to that."""
    key = line("How sure are you: 1 sure, 2 fairly sure, 3 guessing: ")
    return SURE.get(key or "", "")


def _rule(practice: Practice) -> bool:
    """Ask which rule stands behind the steps that were worked; return whether it was asked."""
    asked = practice.rule()
    if asked is None:
        return False
    say("Which rule was used?")
    say_all(f"{number}. {choice}" for number, choice in enumerate(asked.choices, 1))
    key = line("Type its number: ")
    if key is None:
        return False
    right = asked.judge(key)
    say("Yes." if right else f"No: {asked.choices[asked.right]}")
    return True

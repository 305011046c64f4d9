"""`cablesim do`: the exercises of a scenario, listed, done in conversation, or judged by option."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_all, say_json
from cablesim.cli.verdicts import SEALED, verdict_lines
from cablesim.errors import CablesimError
from cablesim.lessons.wish import Door, Wish, at_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from cablesim.exercises.variant import Variant
    from cablesim.exercises.verdict import Verdict
    from cablesim.exercises.workbook import Workbook

SELF, PRACTICE = "self", "practice"
RIGHT, NOT_RIGHT, UNREAD = 0, 1, 2


@click.command("do")
@click.argument("scenario")
@click.argument("exercise", required=False)
@click.option("--plain", is_flag=True, help="Plain lines, one sentence a line.")
@click.option(
    "--student",
    default=SELF,
    help="Whose variant: a name or number, the same each time. Without it that of your record in "
    "conversation, and one that is the same for everybody with --answer, --key, --hint and --json.",
)
@click.option("--salt", default=PRACTICE, help="The salt of a class; it decides all variants.")
@click.option("--n", "number", type=click.IntRange(0), help="Another variant.")
@click.option("--answer", help="Judge one answer; - takes it from standard input.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option("--key", is_flag=True, help="Print the model answer and the steps behind it.")
@click.option("--hint", type=click.IntRange(1), help="Print one of the hints.")
@click.pass_obj
def command(  # noqa: PLR0911, PLR0913 - a command is its options.
    open_screen: Callable[[Wish], int],
    *,
    scenario: str,
    exercise: str | None,
    plain: bool,
    student: str,
    salt: str,
    number: int | None,
    answer: str | None,
    as_json: bool,
    key: bool,
    hint: int | None,
) -> int:
    """Do an EXERCISE of SCENARIO; without one, list them.

    SCENARIO is an id from `cablesim list`, a course from `cablesim learn`, or a folder.

    At a terminal this opens the screen; with --plain, for another student or another salt it asks
    line by line: type an answer, ? for a hint, or give up. Your own variants are yours alone and
    are kept on your record, and you go on where you were. With --answer one answer is judged: exit
    0 right, 1 not right, 2 if it cannot be read; no record is looked at, so name a student with
    --student (and --salt) to have that student's variant.
    """
    mine = (student, salt, number) == (SELF, PRACTICE, None)
    shown = plain or as_json or key or answer is not None or hint is not None
    if mine and not shown and at_terminal():
        return open_screen(Wish(scenario, door=Door.EXERCISES, item=exercise or ""))
    book = _workbook(scenario, student, salt)
    if exercise is None:
        return _list(book, as_json=as_json)
    if not (key or as_json) and hint is None and answer is None:
        return _converse(book, scenario, exercise, number)
    number = number or 0
    variant = book.draw(exercise, number)
    if key:
        return _key(book, variant, number, as_json=as_json)
    if hint is not None:
        return _hint(book, variant, number, hint, as_json=as_json)
    if answer is not None:
        return _judge(book, variant, number, _given(answer), as_json=as_json)
    say_json({**_head(book, variant, number), **_asked(variant)})
    return RIGHT


def _converse(book: Workbook, scenario: str, exercise: str, number: int | None) -> int:
    """Do an exercise in conversation; a learner's own variants are kept on the record."""
    from cablesim.cli.practising import converse
    from cablesim.exercises.seeds import SALT, SELF
    from cablesim.lessons.catalogue import files_hash
    from cablesim.lessons.journal import Journal
    from cablesim.lessons.places import record_file
    from cablesim.lessons.record import Record
    from cablesim.scenario.places import resolve_practice

    own = (book.salt, book.student) == (SALT, SELF)
    record = Record(record_file() if own else None)
    files = files_hash(resolve_practice(scenario))
    try:
        student = "" if own else book.student
        return converse(Journal(record, book, exercise, files, student), number)
    finally:
        record.close()


def _workbook(scenario: str, student: str, salt: str) -> Workbook:
    """Return a scenario's exercises, drawn for a student."""
    from cablesim.exercises.workbook import Workbook
    from cablesim.lessons.places import checked_marks
    from cablesim.scenario.course_loading import load_practice
    from cablesim.scenario.places import resolve_practice

    loaded = load_practice(resolve_practice(scenario), checked_marks())
    return Workbook(loaded, salt=salt, student=student)


def _given(answer: str) -> str:
    """Return the answer: the word given, or all of standard input."""
    if answer != "-":
        return answer
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise CablesimError(
            f"byte {error.start + 1} of standard input is no UTF-8; save the answer as UTF-8"
        ) from None


def _list(book: Workbook, *, as_json: bool) -> int:
    """List the exercises, and what is wrong with those that are left out."""
    from cablesim.exercises.checking import broken

    wrong = broken(book.scenario)
    sound = [each for each in book.exercises if each.id not in wrong]
    findings = [str(each) for each in book.scenario.exercises.findings]
    findings += [f"{name}: {reason}" for name, reason in wrong.items()]
    if as_json:
        exercises = [
            {
                "id": each.id,
                "title": each.name,
                "kind": each.kind,
                "skill": each.skill,
                "points": each.points,
                "hints": len(each.hints),
                "first": "try" if each.try_first else "teach",
                "review": each.review,
            }
            for each in sound
        ]
        head = {"format": 1, "scenario": book.scenario.id, "version": book.scenario.version}
        mode = "sealed" if book.marking.sealed else "practice"
        say_json({**head, "mode": mode, "exercises": exercises, "findings": findings})
        return RIGHT
    if not sound:
        say("This scenario has no exercises.")
    for each in sound:
        say(f"{each.id}: {each.name} ({each.kind}, {each.skill}, {each.points:g} points)")
    say_all(f"Left out: {finding}" for finding in findings)
    return RIGHT


def _head(book: Workbook, variant: Variant, number: int) -> dict[str, object]:
    """Return what names a variant."""
    from cablesim.exercises.answers import ENGINE
    from cablesim.exercises.seeds import DRAW

    return {
        "format": 1,
        "scenario": book.scenario.id,
        "version": book.scenario.version,
        "exercise": variant.exercise.id,
        "kind": variant.exercise.kind,
        "student": book.student,
        "n": number,
        "engine": ENGINE,
        "draw": DRAW,
    }


def _asked(variant: Variant) -> dict[str, object]:
    """Return what a variant asks."""
    from cablesim.exercises.helping import question

    exercise = variant.exercise
    return {
        "question": list(question(variant)),
        "how": variant.how(),
        "parts": variant.asked,
        "points": exercise.points,
        "hints": len(exercise.hints),
        "confidence": exercise.confidence,
        "first": "try" if exercise.try_first else "teach",
    }


def _demand_practice(book: Workbook) -> None:
    """Refuse what would give away a sealed exercise."""
    if book.marking.sealed:
        raise CablesimError(f"{SEALED}; ask your teacher")


def _key(book: Workbook, variant: Variant, number: int, *, as_json: bool) -> int:
    """Print the model answer, the steps behind it, and why it is so."""
    from cablesim.exercises.helping import explanation

    _demand_practice(book)
    steps = [step.text for step in variant.steps()]
    why = list(explanation(variant))
    if as_json:
        key = {"key": variant.model(), "steps": steps, "explain": why}
        say_json({**_head(book, variant, number), **key})
        return RIGHT
    say(variant.model())
    say_all(f"{place}. {text}" for place, text in enumerate(steps, 1))
    say_all(why)
    return RIGHT


def _hint(book: Workbook, variant: Variant, number: int, which: int, *, as_json: bool) -> int:
    """Print one hint."""
    from cablesim.exercises.helping import hint

    _demand_practice(book)
    text = hint(variant, which)
    if text is None:
        count = len(variant.exercise.hints)
        raise CablesimError(f"there is no hint {which}; this exercise has {count}")
    if as_json:
        say_json({**_head(book, variant, number), "hint": which, "text": text})
    else:
        say(text)
    return RIGHT


def _judge(book: Workbook, variant: Variant, number: int, answer: str, *, as_json: bool) -> int:
    """Judge one answer and print what is said of it."""
    verdict = variant.judge(answer)
    if book.marking.sealed:
        return _taken(book, variant, number, verdict, as_json=as_json)
    if as_json:
        say_json({**_head(book, variant, number), **_finding(variant, verdict)})
    else:
        say_all(verdict_lines(variant, verdict))
    if not verdict.readable:
        return UNREAD
    return RIGHT if verdict.right else NOT_RIGHT


def _taken(
    book: Workbook, variant: Variant, number: int, verdict: Verdict, *, as_json: bool
) -> int:
    """Say how an answer to a sealed exercise was read, and nothing of whether it is right."""
    if as_json:
        sealed = {"read": verdict.read, "readable": verdict.readable, "score": None}
        say_json({**_head(book, variant, number), **sealed})
    elif verdict.readable:
        say(f"I read: {verdict.read}")
        say(f"{SEALED[0].upper()}{SEALED[1:]}.")
    else:
        say_all(remark.text for remark in verdict.remarks)
    return RIGHT if verdict.readable else UNREAD


def _finding(variant: Variant, verdict: Verdict) -> dict[str, object]:
    """Return a verdict as data."""
    from cablesim.exercises.helping import explanation

    return {
        "read": verdict.read,
        "readable": verdict.readable,
        "right": verdict.right,
        "score": round(verdict.score, 4),
        "by_hand": verdict.by_hand,
        "parts": list(verdict.parts),
        "wrote": [
            {"part": part.number, "text": part.text, "right": part.right} for part in verdict.wrote
        ],
        "mistakes": list(verdict.mistakes),
        "remarks": [
            {
                "part": remark.part,
                "mistake": remark.mistake,
                "wrote": remark.wrote,
                "right": remark.right,
                "text": remark.text,
            }
            for remark in verdict.remarks
        ],
        "explain": list(explanation(variant)) if verdict.right else [],
    }

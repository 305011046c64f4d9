"""`cablesim do`: the exercises of a scenario, listed, done in conversation, or judged by option."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_all, say_json, tell
from cablesim.errors import CablesimError
from cablesim.lessons.wish import Door, Wish, at_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cablesim.exercises.variant import Variant
    from cablesim.exercises.verdict import Verdict
    from cablesim.exercises.workbook import Workbook
    from cablesim.lessons.library import Binder
    from cablesim.lessons.record import Record
    from cablesim.lessons.shelf import Row
    from cablesim.scenario.exercise import Exercise

SELF, PRACTICE = "self", "practice"
RIGHT, NOT_RIGHT, UNREAD = 0, 1, 2


@click.command("do")
@click.argument("scenario")
@click.argument("exercise", required=False)
@click.option("--plain", is_flag=True, help="Plain lines, one sentence a line.")
@click.option(
    "--student",
    help="Whose variant: a name or number, the same each time. Without it, your own.",
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
    student: str | None,
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
    line by line: type an answer, or hint, show, skip, fresh, help, quit. Your own variants are
    yours alone and are kept on your record, and you go on where you were. With --answer one answer
    is judged and not kept: exit 0 right or handed in, 1 not right, 2 if it cannot be read.
    """
    _demand_one_wish(
        scenario, exercise, {"--answer": answer, "--key": key or None, "--hint": hint}, number
    )
    own = student is None and salt == PRACTICE
    shown = plain or as_json or key or answer is not None or hint is not None
    if own and number is None and not shown and at_terminal():
        return open_screen(Wish(scenario, door=Door.EXERCISES, item=exercise or ""))
    binder = _binder(scenario, _learner() if own else student or SELF, salt)
    book = binder.books.book(binder.scenario.id)
    if exercise is None:
        return _list(binder, book, own=own, as_json=as_json)
    if not (key or as_json) and hint is None and answer is None:
        return _converse(binder, book, exercise, number, own=own)
    number = number or 0
    variant = book.draw(exercise, number)
    if key:
        return _key(book, variant, number, as_json=as_json)
    if hint is not None:
        return _hint(book, variant, number, hint, as_json=as_json)
    if answer is not None:
        return _judge(book, variant, number, _given(answer), as_json=as_json)
    say_json({**_head(book, variant, number), **_asked(book, variant)})
    return RIGHT


def _demand_one_wish(
    scenario: str, exercise: str | None, wishes: Mapping[str, object], number: int | None
) -> None:
    """Refuse what would be passed over: options of an exercise without one, or two that clash.

    A list that ends with 0 would be taken by a script for a right answer.
    """
    given = [name for name, wish in wishes.items() if wish is not None]
    if exercise is None and (given or number is not None):
        raise click.UsageError(
            f"{(given or ['--n'])[0]} needs the exercise before it: cablesim do {scenario} "
            f"EXERCISE {(given or ['--n'])[0]}; cablesim do {scenario} lists them"
        )
    if len(given) > 1:
        raise click.UsageError(f"{' and '.join(given)} cannot be given together; choose one")


def _learner() -> str:
    """Return the name under which the learner's own variants are drawn; nothing is written."""
    from cablesim.cli.recording import record_at_hand
    from cablesim.lessons.learner import learner_here, new_learner
    from cablesim.lessons.recordfile import RecordError

    try:
        record = record_at_hand(to_write=False)
    except RecordError:
        return new_learner()
    try:
        return learner_here(record)
    finally:
        record.close()


def _converse(
    binder: Binder, book: Workbook, exercise: str, number: int | None, *, own: bool
) -> int:
    """Do an exercise in conversation; a learner's own variants are kept on the record."""
    from cablesim.lessons.learner import named
    from cablesim.lessons.record import Record

    if own:
        return practise_own(binder, exercise, number)
    record = Record(None)
    record.add(named(book.student))
    _practise(binder, record, exercise, number)
    say("Nothing of this is kept: it was a variant of another student or class.")
    return RIGHT


def practise_own(binder: Binder, exercise: str, number: int | None = None) -> int:
    """Do one of the learner's own variants in conversation, where it was left."""
    from cablesim.cli.prompt import say_left, say_notices
    from cablesim.cli.recording import let_go
    from cablesim.lessons.places import record_file
    from cablesim.lessons.record import Record

    record = Record(record_file())
    try:
        say_notices(record)
        _practise(binder, record, exercise, number)
        say_left(record)
    finally:
        lost = let_go(record)
    return lost


def _practise(binder: Binder, record: Record, exercise: str, number: int | None) -> None:
    """Say what an exercise is, then do it."""
    from cablesim.cli.practising import practise

    session = binder.session(record, exercise, number=number)
    say(session.exercise.name)
    say(f"Skill: {session.exercise.skill}. {session.exercise.points:g} points.")
    practise(session, alone=True)


def _binder(scenario: str, student: str, salt: str) -> Binder:
    """Return a scenario's exercises, drawn for a student."""
    from cablesim.lessons.catalogue import Workbooks, loaded
    from cablesim.lessons.library import Binder
    from cablesim.scenario.places import resolve_practice

    path = resolve_practice(scenario)
    found = loaded(path)
    return Binder(found[0], Workbooks([found], salt=salt, student=student), path)


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


def _list(binder: Binder, book: Workbook, *, own: bool, as_json: bool) -> int:
    """List the exercises with where the learner stands, and what is wrong with those left out."""
    from cablesim.exercises.proofing.checking import broken

    wrong = broken(book.scenario)
    sound = [each for each in book.exercises if each.id not in wrong]
    findings = [str(each) for each in book.scenario.exercises.findings]
    findings += [f"{name}: {reason}" for name, reason in wrong.items()]
    standing = _standing(binder) if own else {}
    if as_json:
        exercises = [_listed(each, standing.get(each.id)) for each in sound]
        head = {"format": 1, "scenario": book.scenario.id, "version": book.scenario.version}
        mode = "sealed" if book.marking.sealed else "practice"
        say_json({**head, "mode": mode, "exercises": exercises, "findings": findings})
        return RIGHT
    if not sound:
        say("This scenario has no exercises.")
    for each in sound:
        about = f"{each.kind}, {each.skill}, {each.points:g} points"
        say(f"{each.id}: {each.name} ({about}){_stands(standing.get(each.id))}")
    say_all(f"Left out: {finding}" for finding in findings)
    return RIGHT


def _listed(exercise: Exercise, row: Row | None) -> dict[str, object]:
    """Return an exercise of the list; how it stands is null where it is not the learner's own."""
    return {
        "id": exercise.id,
        "title": exercise.name,
        "kind": exercise.kind,
        "skill": exercise.skill,
        "points": exercise.points,
        "hints": len(exercise.hints),
        "first": "try" if exercise.try_first else "teach",
        "review": exercise.review,
        "state": None if row is None else row.state.value,
        "open": None if row is None else row.going,
        "due": None if row is None else row.due,
    }


def _stands(row: Row | None) -> str:
    """Return how an exercise stands, in words; nothing of a new one."""
    from cablesim.lessons.shelf import State

    if row is None or (row.state is State.NEW and not row.due):
        return ""
    return f": {row.words}"


def _standing(binder: Binder) -> dict[str, Row]:
    """Return how each exercise of the learner's own stands; nothing where no record can be read."""
    from cablesim.cli.recording import record_at_hand
    from cablesim.lessons.recordfile import RecordError

    try:
        rows = binder.rows(record_at_hand(to_write=False))
    except RecordError as error:
        tell(str(error))
        return {}
    return {row.exercise.id: row for row in rows}


def _head(book: Workbook, variant: Variant, number: int) -> dict[str, object]:
    """Return what names a variant."""
    from cablesim.exercises.reading.answers import ENGINE
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


def _asked(book: Workbook, variant: Variant) -> dict[str, object]:
    """Return what a variant asks; a banner says what of it is made up, and is empty otherwise."""
    from cablesim.exercises.helping import banner, question

    exercise = variant.exercise
    return {
        "banner": banner(variant, book.scenario),
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
        raise CablesimError("the exercises of this scenario are sealed; ask your teacher")


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
    from cablesim.lessons.catalogue import Drawn
    from cablesim.lessons.telling import verdict_lines

    verdict = variant.judge(answer)
    if book.marking.sealed:
        return _taken(book, variant, number, verdict, as_json=as_json)
    if as_json:
        say_json({**_head(book, variant, number), **_finding(variant, verdict)})
    else:
        drawn = Drawn(variant, book.scenario, "")
        say_all(verdict_lines(drawn.worded(verdict)))
    if not verdict.readable:
        return UNREAD
    return RIGHT if verdict.done else NOT_RIGHT


def _taken(
    book: Workbook, variant: Variant, number: int, verdict: Verdict, *, as_json: bool
) -> int:
    """Say how an answer to a sealed exercise was read, and nothing of whether it is right."""
    if as_json:
        sealed = {"read": verdict.read, "readable": verdict.readable, "score": None}
        say_json({**_head(book, variant, number), **sealed})
    elif verdict.readable:
        say(f"I read: {verdict.read}")
        say("The exercises of this scenario are sealed: answers are taken and not judged here.")
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
        "explain": list(explanation(variant)) if verdict.done else [],
    }

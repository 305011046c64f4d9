"""`cablesim learn`: a course of lessons, in conversation, printed, or as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_all, say_json
from cablesim.errors import CablesimError
from cablesim.lessons.wish import Door, Wish, at_keyboard, at_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from cablesim.scenario.course import Course, Lesson


@click.command("learn")
@click.argument("lesson", required=False)
@click.option("--course", "name", help="Another course: its id, or its folder.")
@click.option("--check", is_flag=True, help="See whether you know a LESSON already.")
@click.option("--plain", is_flag=True, help="In conversation, from a pipe too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def command(
    open_screen: Callable[[Wish], int],
    *,
    lesson: str | None,
    name: str | None,
    check: bool,
    plain: bool,
    as_json: bool,
) -> int:
    """Follow a course alone; without a LESSON (its number or id), list where you stand.

    At a terminal this opens the screen. With --plain, or where a terminal shows lines alone, a
    lesson is a conversation; without a LESSON it asks where to go, and greets somebody new with a
    first group to decipher. Otherwise a lesson is printed, without the answers.

    --check asks in a few minutes for what a LESSON teaches, in lines: who has it all right at once
    may pass the lesson by.
    """
    from cablesim.lessons.library import Library

    library = Library()
    course = library.course(name or "")
    if check:
        from cablesim.cli.studying import check_alone

        if lesson is None or as_json:
            raise CablesimError("--check wants a lesson, and no --json: cablesim learn 2 --check")
        return check_alone(course, library.of_course(course), _lesson(course, lesson))
    if not (plain or as_json) and at_terminal():
        item = "" if lesson is None else _lesson(course, lesson).id
        return open_screen(Wish(name, door=Door.LESSONS, item=item))
    plain = plain or at_keyboard()
    if lesson is None and plain and not as_json:
        from cablesim.cli.homing import converse as at_home

        return at_home(course, library)
    if lesson is None:
        return _list(course, as_json=as_json)
    found = _lesson(course, lesson)
    if plain and not as_json:
        from cablesim.cli.studying import converse

        return converse(course, library.of_course(course), found)
    from cablesim.lessons.course import pages_of

    pages = pages_of(course, found)
    if as_json:
        from cablesim.lessons.course_export import lesson_json

        say_json(lesson_json(course, found, pages))
    else:
        from cablesim.lessons.course_lines import whole_lines

        say_all(whole_lines(course, found, pages))
    return 0


def _lesson(course: Course, name: str) -> Lesson:
    """Return a lesson by number or id, or name the nearest one."""
    from cablesim.systems.errors import nearest

    found = course.lesson(name)
    if found is None:
        hint = nearest(name, [each.id for each in course.lessons]) or "; see: cablesim learn"
        raise CablesimError(f"there is no lesson '{name}' in {course.id}{hint}")
    return found


def _list(course: Course, *, as_json: bool) -> int:
    """List the lessons with where the learner stands; nothing is put on the record."""
    from cablesim.cli.recording import record_at_hand
    from cablesim.lessons.course import standings

    found = standings(course, record_at_hand(to_write=False).events(course.id))
    if as_json:
        from cablesim.lessons.course_export import course_json

        say_json(course_json(course, found))
        return 0
    from cablesim.lessons.course_lines import course_lines

    say_all(course_lines(course, found))
    say("Begin one with its number: cablesim learn 1")
    return 0

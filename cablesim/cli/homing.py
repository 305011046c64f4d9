"""Home in plain lines: from the first run on, every room of the program by a word."""

from __future__ import annotations

from cablesim.cli.output import say, say_all, tell
from cablesim.cli.prompt import ask, say_notices
from cablesim.cli.recording import let_go
from cablesim.cli.rooms import HELP
from cablesim.errors import CablesimError
from cablesim.lessons.course import Study
from cablesim.lessons.course_lines import course_lines
from cablesim.lessons.library import Library
from cablesim.lessons.places import record_file
from cablesim.lessons.record import Record
from cablesim.lessons.whereabouts import is_new
from cablesim.lessons.wish import Wish
from cablesim.scenario.course import Course
from cablesim.scenario.listing import listing
from cablesim.text.visible import visible_line

DESK = (
    "The desk is three commands.",
    "cablesim systems lists the teaching systems, and with a name says all of one.",
    "cablesim encipher NAME TEXT and cablesim decipher NAME TEXT use it.",
)
# What the choices after the first run stand for here.
CHOSEN = {"1": "walk", "2": "lessons", "3": "exercises", "4": "desk"}


def first_home(*, told: bool) -> int:
    """Be at home with the course that ships; say why it is in lines, unless it is `told`."""
    if not told:
        tell("this terminal shows lines alone, so this is the program line by line")
    library = Library()
    return converse(library.course(""), library)


def converse(course: Course, library: Library) -> int:
    """Greet somebody new, then go wherever the learner wants, until quit or the input's end."""
    record = Record(record_file())
    try:
        say_notices(record)
        choice = _greeted(record) if is_new(record) else "lessons"
    finally:
        lost = let_go(record)
    return lost if choice is None else max(lost, Home(course, library).stay(choice))


def _greeted(record: Record) -> str | None:
    """Greet somebody new; return what they typed or chose, as at home; None where they leave."""
    from cablesim.cli.greeting import greet

    key = greet(record)
    return None if key is None else CHOSEN.get(key, key or "lessons")


class Home:
    """A learner at home; `do` is about the exercises that were listed last."""

    def __init__(self, course: Course, library: Library) -> None:
        self._course = course
        self._library = library
        self._listed = library.of_course(course)
        self._lost = 0

    def stay(self, word: str) -> int:
        """Do one word after another until the learner leaves; return whether steps were lost."""
        typed: str | None = word
        while typed is not None and typed.casefold() not in {"q", "quit"}:
            try:
                self._do(typed)
            except CablesimError as error:
                say(str(error))
            say()
            typed = ask("A lesson's number, or walk, exercises, review, progress, help, quit")
        return self._lost

    def _do(self, typed: str) -> None:
        """Do what was typed."""
        word, _, name = typed.partition(" ")
        name = name.strip()
        match word.casefold():
            case "" | "lessons":
                self._lessons()
            case "check":
                self._check(name)
            case "walk":
                self._walk(name)
            case "exercises":
                self._exercises(name)
            case "do":
                self._exercise(name)
            case "review":
                self._review()
            case "progress":
                self._progress()
            case "desk":
                say_all(DESK)
            case "help" | "h" | "?":
                say_all(HELP)
            case _:
                self._lesson(typed)

    def _lessons(self) -> None:
        """List the lessons with where the learner stands."""
        record = Record(record_file())
        say_all(course_lines(self._course, Study(self._course, record).standings()))
        record.close()

    def _lesson(self, name: str) -> None:
        """Begin a lesson, or go on with it."""
        from cablesim.cli.studying import converse as study

        lesson = self._course.lesson(name)
        if lesson is None:
            say(f"'{visible_line(name)}' is nothing to type here.")
            say_all(HELP)
        else:
            binder = self._library.of_course(self._course)
            self._lost |= study(self._course, binder, lesson)

    def _check(self, name: str) -> None:
        """Ask whether a lesson is known already."""
        from cablesim.cli.studying import check_alone

        lesson = self._course.lesson(name)
        if lesson is None:
            say("Type check and the number of a lesson, such as: check 3")
        else:
            binder = self._library.of_course(self._course)
            self._lost |= check_alone(self._course, binder, lesson)

    def _walk(self, name: str) -> None:
        """Walk the telegram, or another scenario."""
        from cablesim.cli.walking import walk_in_lines

        self._lost |= walk_in_lines(Wish(name or listing()[0].id))

    def _exercises(self, name: str) -> None:
        """List the exercises of the telegram, or of another scenario or course."""
        self._listed = self._library.named(name or listing()[0].id)
        record = Record(record_file())
        say(f"{self._listed.scenario.title}:")
        for row in self._listed.rows(record):
            say(f"{row.exercise.id}: {row.exercise.name} ({row.exercise.skill}), {row.words}")
        record.close()
        say("To do one of them: do and its name, the word before the colon.")

    def _exercise(self, name: str) -> None:
        """Do one of the exercises that were listed last."""
        from cablesim.cli.doing import practise_own

        self._lost |= practise_own(self._listed, name)

    def _review(self) -> None:
        """Do today's review."""
        from cablesim.cli.reviewing import review_in_lines

        self._lost |= review_in_lines()

    def _progress(self) -> None:
        """Say what is done and due."""
        from cablesim.lessons.report import account_at_hand, account_lines

        record = Record(record_file())
        say_all(account_lines(account_at_hand(record.events())))
        record.close()

"""A lesson in conversation: section by section, an exercise when there is one to do.

Each prompt ends with what may be typed. Nothing is locked: Enter always goes on.
"""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.cli.checked import answered
from cablesim.cli.output import say, say_all
from cablesim.cli.practising import Talk, held
from cablesim.cli.prompt import ask, say_left, say_notices
from cablesim.cli.recording import let_go, say_news
from cablesim.errors import CablesimError
from cablesim.lessons.attempts import Outcome
from cablesim.lessons.course import LessonPage, Study
from cablesim.lessons.course_lines import course_lines, heading_lines, line_words, page_lines
from cablesim.lessons.knowing import ABOUT, Check, questions
from cablesim.lessons.library import Binder
from cablesim.lessons.lines import answer_lines, question_lines
from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.lookup import looked_up
from cablesim.lessons.page import Question
from cablesim.lessons.places import record_file
from cablesim.lessons.reading import Covered, Reading
from cablesim.lessons.record import Record
from cablesim.scenario.course import Course, Lesson, Section
from cablesim.scenario.exercise import Exercise
from cablesim.text.visible import visible_line

HELP = (
    "Enter goes on, b goes back, again reads this page once more, quit leaves; your place is kept.",
    "A number chooses an option. do and a name does an exercise of this lesson again.",
    "check asks whether you know this lesson already; if so, it may be passed by.",
    "lessons lists the lessons; go and a number or name goes to another one.",
    f"To look something up: {LOOKING}.",
)


class Left(Exception):  # noqa: N818 - it is no error: the learner went away.
    """The learner leaves, or the input has ended."""


def converse(course: Course, binder: Binder, lesson: Lesson) -> int:
    """Study in conversation until the learner leaves or the input ends."""
    record = Record(record_file())
    say_notices(record)
    try:
        study = Study(course, record)
        study.open(lesson)
        binder.keep(record)
        say_all(heading_lines(course, lesson))
        Reader(Reading(study, study.solved), binder).read()
    except Left:
        say_left(record)
    finally:
        lost = let_go(record)
    return lost


def check_alone(course: Course, binder: Binder, lesson: Lesson) -> int:
    """Check whether a lesson is known already; return whether steps were lost."""
    record = Record(record_file())
    say_notices(record)
    try:
        check_known(Check(record, binder, course, lesson))
    except Left:
        say_left(record)
    finally:
        lost = let_go(record)
    return lost


def check_known(check: Check) -> None:
    """Ask question after question until the check ends; `Left` where the learner leaves."""
    title = visible_line(check.lesson.title)
    if check.begun:
        say(f"The check goes on. {title}: {check.done} of {check.count} right at once. {ABOUT}")
    elif check.count:
        say(f"Do you know it already? {title}: {questions(check.count)}. {ABOUT}")
    while (session := check.session()) is not None:
        say()
        say(f"{check.done + 1} of {check.count}: {session.exercise.name}")
        if not answered(session):
            raise Left
    say(check.end())


class Reader:
    """Somebody who reads a course in lines; what there is to do is the reading's affair."""

    def __init__(self, reading: Reading, binder: Binder) -> None:
        self._reading = reading
        self._study = reading.study
        self._course = reading.study.course
        self._binder = binder

    def read(self) -> None:
        """Go through sections until the learner leaves; `Left` ends it."""
        while True:
            page = self._reading.page
            self._show(page)
            if page.section is Section.CAN:
                # There is nothing to do on the first page, so the second follows at once.
                self._study.forward()
                continue
            self._work()
            if page.section is Section.NEXT:
                say()
                say_all(self._standing())
            self._wait()

    def _show(self, page: LessonPage) -> None:
        """Print a page, with what was done on it before."""
        say()
        say_all(page_lines(page, self._reading.uncovered))
        for question in page.questions:
            choice = self._study.chosen(question)
            if choice is not None or self._reading.passed(question):
                say_all((*question_lines(question), *answer_lines(question, choice)))
        for exercise in page.exercises:
            if page.section is not Section.RECALL and exercise.id in self._reading.solved:
                say(f"{exercise.name}: done already. To do it again: do {exercise.id}")

    def _work(self) -> None:
        """Do what there is to do in a section."""
        while True:
            match self._reading.todo:
                case None:
                    return
                case Covered() as covered:
                    self._uncover(covered)
                case Question() as question:
                    self._question(question)
                case Exercise() as exercise:
                    self._exercise(exercise)

    def _typed(self, what: str) -> str:
        """Ask for one line; help and requests to look something up are answered here."""
        while True:
            if say_news(self._study.record):
                self._study.catch_up()
                self._reading.refresh()
            text = ask(what, self._study.record)
            if text is None or text.casefold() in {"q", "quit"}:
                raise Left
            if text.casefold() in {"?", "h", "help"}:
                say_all(HELP)
                continue
            found = looked_up(self._course.scenario, text)
            if found is None:
                return text
            say_all(found)

    def _uncover(self, covered: Covered) -> None:
        """Ask for a covered line of a worked example; Enter uncovers it."""
        line, faded = covered.line, covered.faded
        book = "" if faded.example.system else "book and a word looks it up; "
        ask_for = f"Line {line.place}, {covered.column}: what stands there? {book}Enter uncovers it"
        say(self._reading.uncover(covered, self._typed(ask_for)))
        say(f"  {line_words(faded, line)}{f' ({line.remark})' if line.remark else ''}")
        if covered.place + 1 == len(faded.covered) and faded.example.system:
            say(f"  Result: {visible_line(faded.working.result)}")

    def _question(self, question: Question) -> None:
        """Ask a question that is answered with one key; Enter shows the answer."""
        say_all(question_lines(question))
        while True:
            text = self._typed(f"Type 1 to {len(question.options)}, or Enter for the answer")
            choice = self._study.answer(question, text) if text else None
            if choice is not None or not text:
                break
            say(f"'{visible_line(text)}' is no option here.")
        if choice is None:
            self._reading.go_past()
        say_all(answer_lines(question, choice))

    def _exercise(self, exercise: Exercise) -> None:
        """Do an exercise; after a look at the answer a fresh variant is to be done.

        One that cannot be drawn is passed over.
        """
        while self._given_up(exercise) and self._fresh_wanted(exercise):
            pass
        self._reading.did(exercise.id)
        self._reading.refresh()

    def _given_up(self, exercise: Exercise) -> bool:
        """Do a variant of an exercise; return whether it was given up, and not skipped."""
        say()
        say(f"Exercise: {exercise.name} (skip goes on without it)")
        try:
            # The worked example has just been read, so one that fades begins with its second step.
            session = self._binder.session(self._study.record, exercise.id, first=1)
        except CablesimError as error:
            say(str(error))
            return False
        talk = held(Talk(session))
        if talk.left:
            raise Left
        return talk.session.attempt.outcome is Outcome.GAVE_UP and not talk.skipped

    def _fresh_wanted(self, exercise: Exercise) -> bool:
        """Ask whether a fresh variant is to be done after the one whose answer was shown."""
        say("The answer was shown.")
        while True:
            typed = self._typed(f"Enter for a fresh variant of “{exercise.name}”, or skip, quit")
            if typed.casefold() in {"", "fresh", "skip"}:
                return typed.casefold() != "skip"
            say(f"'{visible_line(typed)}' is nothing to type here.")

    def _again(self, name: str) -> None:
        """Do an exercise of the lesson by its name, whether it was done or not."""
        lesson = self._reading.lesson
        found = next((each for each in self._course.exercises_of(lesson) if each.id == name), None)
        if found is None:
            say(f"This lesson has the exercises {', '.join(lesson.exercises)}.")
        else:
            self._exercise(found)

    def _standing(self) -> Iterator[str]:
        """Yield where the learner stands in this lesson, and the next one."""
        here = next(s for s in self._study.standings() if s.lesson is self._reading.lesson)
        yield f"This lesson: {here.words}."
        following = self._reading.following()
        if following is not None:
            yield f"The next one: {following.title}. Enter begins it."

    def _wait(self) -> None:
        """Ask where to go, until the learner goes somewhere."""
        while not self._went(self._typed("Enter to go on, or b back, help, quit")):
            pass

    def _went(self, text: str) -> bool:
        """Do what was typed; return whether there is a page to be shown now."""
        word, _, name = text.partition(" ")
        match word.casefold():
            case "":
                return self._forward()
            case "b" | "back":
                if self._study.back():
                    return True
                say("This is the beginning of the lesson.")
            case "again":
                return True
            case "lessons":
                say_all(course_lines(self._course, self._study.standings()))
            case "do":
                self._again(name.strip())
            case "check":
                lesson = self._reading.lesson
                check_known(Check(self._study.record, self._binder, self._course, lesson))
                self._reading.refresh()
            case "go":
                return self._go(name.strip())
            case _:
                say(f"'{visible_line(text)}' is nothing to type here.")
                say_all(HELP)
        return False

    def _forward(self) -> bool:
        """Go to the next page, or into the next lesson; return False after the last."""
        lesson = self._reading.lesson
        if not self._reading.forward():
            say("That was the last lesson. Type quit to leave, or go and a lesson's name.")
            return False
        if self._reading.lesson is not lesson:
            self._head()
        return True

    def _go(self, name: str) -> bool:
        """Go to a lesson by number or id; return False where there is none of that name."""
        lesson = self._course.lesson(name)
        if lesson is None:
            names = ", ".join(each.id for each in self._course.lessons)
            say(f"There is no lesson '{visible_line(name)}'; there are {names}.")
            return False
        self._study.open(lesson)
        self._head()
        return True

    def _head(self) -> None:
        """Print the heading of the lesson in which the learner is now."""
        say()
        say_all(heading_lines(self._course, self._reading.lesson))

"""A lesson in conversation: section by section, an exercise when there is one to do.

Each prompt ends with what may be typed. Nothing is locked: Enter always goes on.
"""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.cli.output import say, say_all
from cablesim.cli.practising import LEAVE, line, once
from cablesim.cli.recording import say_news
from cablesim.lessons.course import Faded, LessonPage, Study, fits
from cablesim.lessons.course_lines import course_lines, heading_lines, line_words, page_lines
from cablesim.lessons.journal import Journal
from cablesim.lessons.lines import answer_lines, question_lines
from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.lookup import looked_up
from cablesim.lessons.page import Question
from cablesim.lessons.places import record_file
from cablesim.lessons.record import Record
from cablesim.scenario.course import Course, Lesson, Section
from cablesim.scenario.exercise import Exercise
from cablesim.text.visible import visible_line

HELP = (
    "Enter goes on, b goes back, q leaves; your place is kept.",
    "A number chooses an option. do and a name does an exercise of this lesson again.",
    "lessons lists the lessons; go and a number or name goes to another one.",
    f"To look something up: {LOOKING}.",
)


class Left(Exception):  # noqa: N818 - it is no error: the learner went away.
    """The learner leaves, or the input has ended."""


def converse(course: Course, lesson: Lesson) -> int:
    """Study in conversation until the learner leaves or the input ends."""
    record = Record(record_file())
    for sentence in filter(None, (record.notice, record.trouble)):
        say(f"Note: {sentence}.")
    study = Study(course, record)
    study.open(lesson)
    say_all(heading_lines(course, lesson))
    try:
        _study(study)
    except Left:
        say("Your place is kept." if record.saved else "Your place could not be kept.")
    return 0


def _study(study: Study) -> None:
    """Go through sections until the learner leaves; `Left` ends it."""
    while True:
        say()
        page = study.page
        say_all(page_lines(page))
        if page.section is Section.CAN:
            # There is nothing to do on the first page, so the second follows at once.
            study.forward()
            continue
        _work(study, page)
        if page.section is Section.NEXT:
            _end(study)
        _wait(study)


def _work(study: Study, page: LessonPage) -> None:
    """Do what there is to do in a section."""
    for faded in page.examples:
        _uncover(study, faded)
    for question in page.questions:
        _question(study, question)
    for exercise in page.exercises:
        _exercise(study, exercise, again=page.section is Section.RECALL)


def _typed(study: Study, what: str) -> str:
    """Ask for one line; requests to look something up are answered here."""
    while True:
        say_news(study.record)
        trouble = f" ({study.record.trouble})" if study.record.trouble else ""
        text = line(f"{what}{trouble}: ")
        if text is None or text.casefold() in LEAVE:
            raise Left
        if text.casefold() in {"?", "help"}:
            say_all(HELP)
            continue
        found = looked_up(study.course.scenario, text)
        if found is None:
            return text
        say_all(found)


def _uncover(study: Study, faded: Faded) -> None:
    """Ask for the covered lines of a worked example, one after another; Enter uncovers."""
    for covered in faded.covered:
        what = faded.working.columns[-1]
        text = _typed(study, f"Line {covered.place}, {what}: what stands there? Enter uncovers it")
        right = f"{line_words(faded, covered)}{f' ({covered.remark})' if covered.remark else ''}"
        if text:
            say("Yes." if fits(covered, text) else f"No, not {visible_line(text)}.")
        say(f"  {right}")
    if faded.covered and faded.example.system:
        say(f"  Result: {visible_line(faded.working.result)}")


def _question(study: Study, question: Question) -> None:
    """Ask a question that is answered with one key; Enter shows the answer."""
    say_all(question_lines(question))
    while True:
        text = _typed(study, f"Type 1 to {len(question.options)}, or Enter for the answer")
        if not text:
            say_all(answer_lines(question, None))
            return
        choice = study.answer(question, text)
        if choice is not None:
            say_all(answer_lines(question, choice))
            return
        say(f"'{visible_line(text)}' is no option here.")


def _exercise(study: Study, exercise: Exercise, *, again: bool) -> None:
    """Offer an exercise; one that was done is passed over, unless it looks back."""
    done = exercise.id in study.solved
    say()
    if done and not again:
        say(f"{exercise.name}: done already. To do it again: do {exercise.id}")
        return
    say(f"Exercise: {exercise.name} (skip goes on without it)")
    if not once(Journal(study.record, study.book, exercise.id, study.course.content)):
        raise Left


def _again(study: Study, name: str) -> None:
    """Do an exercise of the lesson by its name, whether it was done or not."""
    lesson = study.lesson or study.course.lessons[0]
    found = next((each for each in study.course.exercises_of(lesson) if each.id == name), None)
    if found is None:
        say(f"This lesson has the exercises {', '.join(lesson.exercises)}.")
    else:
        _exercise(study, found, again=True)


def _end(study: Study) -> None:
    """Say where the learner stands, and what the next lesson is."""
    say()
    say_all(_standing(study))


def _standing(study: Study) -> Iterator[str]:
    """Yield where the learner stands in this lesson, and the next one."""
    lesson = study.lesson
    lessons = study.course.lessons
    for standing, following in zip(study.standings(), (*lessons[1:], None), strict=True):
        if standing.lesson is lesson:
            yield f"This lesson: {standing.words}."
            if following is not None:
                yield f"The next one: {following.title}. Enter begins it."


def _wait(study: Study) -> None:
    """Ask where to go, until the learner goes somewhere."""
    while True:
        text = _typed(study, "Enter to go on, b back, ? help, q leave").casefold()
        match text.partition(" ")[0]:
            case "":
                if study.forward() or _following(study):
                    return
                say("That was the last lesson. Type q to leave, or go and a lesson's name.")
            case "b":
                if study.back():
                    return
                say("This is the beginning of the lesson.")
            case "lessons":
                say_all(course_lines(study.course, study.standings()))
            case "do":
                _again(study, text.partition(" ")[2].strip())
            case "go":
                if _go(study, text.partition(" ")[2].strip()):
                    return
            case _:
                say(f"'{visible_line(text)}' is nothing to type here.")
                say_all(HELP)


def _following(study: Study) -> bool:
    """Begin the lesson after this one; return False where there is none."""
    lessons = study.course.lessons
    place = next((n for n, each in enumerate(lessons) if each is study.lesson), len(lessons))
    if place + 1 >= len(lessons):
        return False
    return _go(study, lessons[place + 1].id)


def _go(study: Study, name: str) -> bool:
    """Go to a lesson by number or id; return False where there is none of that name."""
    lesson = study.course.lesson(name)
    if lesson is None:
        names = ", ".join(each.id for each in study.course.lessons)
        say(f"There is no lesson '{visible_line(name)}'; there are {names}.")
        return False
    study.open(lesson)
    say()
    say_all(heading_lines(study.course, lesson))
    return True

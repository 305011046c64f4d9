"""A page of a lesson as content: words, worked lines, questions, exercises, where you stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from cablesim.lessons.course import Faded, Standing
from cablesim.lessons.page import Paragraph, Question, Voice
from cablesim.lessons.reading import Covered, Reading
from cablesim.scenario.course import Section
from cablesim.scenario.exercise import Exercise
from cablesim.systems.working import WorkedLine
from cablesim.text.visible import visible_line
from cablesim.tui.letters import LIT, QUIET, TEACHING, joined, words
from cablesim.tui.paint import paragraph_content, question_content

UNANSWERED = "; Enter shows the answer"
MORE = "Enter shows more of this page."
COVER = "?"
HERE = "▶"
NOTHING = Content("")


def page_content(reading: Reading, width: int) -> Content:
    """Return a page of a lesson as it stands."""
    parts = list(_paragraphs(reading.page.words))
    parts += [_example(reading, faded, width) for faded in reading.page.examples]
    parts += [_question(reading, question) for question in reading.page.questions]
    if reading.page.exercises:
        parts.append(_exercises(reading))
    if reading.page.section is Section.NEXT:
        parts.append(_end(reading))
    return joined(parts, "\n\n")


def _paragraphs(blocks: Sequence[Paragraph]) -> Iterator[Content]:
    """Yield paragraphs with who speaks; what is taught is marked again where history ends."""
    before = None
    for block in blocks:
        said = paragraph_content(block.voice, block.standing, block.text)
        ends = before is Voice.HISTORY and block.voice is Voice.TEACHING
        yield Content.assemble(words("TEACHING ", TEACHING), said) if ends else said
        before = block.voice


def _example(reading: Reading, faded: Faded, width: int) -> Content:
    """Return a worked example as a table, its covered lines as far as they are uncovered."""
    working, example = faded.working, faded.example
    done = reading.uncovered(faded)
    open_ = len(faded.given) + done
    todo = reading.todo
    here = open_ if isinstance(todo, Covered) and todo.faded is faded else None
    parts = [
        words(f"{visible_line(example.title)} · made up for practice", TEACHING),
        words(visible_line(example.says)),
        *(words(f"  – {visible_line(rule)}", QUIET) for rule in working.conventions),
        NOTHING,
    ]
    parts += _table(working.columns, working.lines, open_, width, here)
    if done >= len(faded.covered):
        parts.append(words(f"Result: {visible_line(working.result)}", "bold"))
    elif not example.system:
        parts.append(words("F11 opens the practice book.", QUIET))
    return joined(parts)


def _table(
    columns: Sequence[str], lines: Sequence[WorkedLine], open_: int, width: int, here: int | None
) -> Iterator[Content]:
    """Yield the lines of a sheet in columns; those from `open_` on have their last cell covered.

    The line `here` is the one asked for; of several sheets on a page only one has it.
    """
    rows = [
        (*line.cells[:-1], line.cells[-1] if place < open_ else COVER if place == here else "·")
        for place, line in enumerate(lines)
    ]
    wide = [max(len(name), *(len(row[n]) for row in rows)) for n, name in enumerate(columns)]
    yield words("    " + "  ".join(n.ljust(w) for n, w in zip(columns, wide, strict=True)), QUIET)
    for place, (line, row) in enumerate(zip(lines, rows, strict=True)):
        cells = "  ".join(
            visible_line(cell).ljust(w) for cell, w in zip(row, wide, strict=True)
        ).rstrip()
        head = HERE if place == here else " "
        remark = f"  {visible_line(line.remark)}" if line.remark and place < open_ else ""
        text = f"{head}{line.place:>2} {cells}"
        fits = len(text) + len(remark) <= width
        yield words(text + (remark if fits else ""), LIT if place == here else "")


def asked_line(page: str) -> int | None:
    """Return the line (from 0) of a page's text that is marked as the one asked for."""
    lines = page.split("\n")
    return next((n for n in reversed(range(len(lines))) if lines[n].startswith(HERE)), None)


def _question(reading: Reading, question: Question) -> Content:
    """Return a question, answered, passed over or open."""
    chosen, passed = reading.study.chosen(question), reading.passed(question)
    return question_content(question, chosen, passed=passed, without=UNANSWERED, then="")


def _exercises(reading: Reading) -> Content:
    """Return the exercises of a page with how they stand."""
    todo = reading.todo
    lines = [words("Exercises", "bold")]
    for exercise in reading.page.exercises:
        here = HERE if exercise is todo else " "
        shown = "▨ answer shown" if exercise.id in reading.shown else "□"
        end = "▣ handed in" if exercise.id in reading.handed_in else "■ solved"
        done = end if exercise.id in reading.solved else shown
        lines.append(
            words(
                f"{here} {visible_line(exercise.name)} {done}", "bold" if exercise is todo else ""
            )
        )
    if isinstance(todo, Exercise):
        lines.append(words("Enter opens the one marked ▶; → goes past it.", QUIET))
    return joined(lines)


def _end(reading: Reading) -> Content:
    """Return where the learner stands in this lesson, and what the next one is."""
    standing = next(each for each in reading.study.standings() if each.lesson is reading.lesson)
    lines = [words(f"This lesson: {standing.words}.", "bold")]
    after = reading.following()
    if after is not None:
        lines.append(words(f"Enter begins the next: {visible_line(after.title)}."))
    else:
        lines.append(words("That was the last lesson. q leaves."))
    return joined(lines)


def todo_hint(reading: Reading) -> str:
    """Return in one line what Enter does on this page."""
    match reading.todo:
        case Covered() as covered:
            return f"Line {covered.line.place}: what stands under {covered.column}? Enter uncovers."
        case Question() as question:
            return f"Press 1 to {len(question.options)}{UNANSWERED}."
        case Exercise() as exercise:
            what = "a fresh variant of" if exercise.id in reading.shown else "the exercise"
            return f"Enter opens {what} “{visible_line(exercise.name)}”."
        case None:
            return "Enter goes on."


def todo_word(reading: Reading) -> str:
    """Return in a word what Enter does on this page."""
    match reading.todo:
        case Covered():
            return "uncover"
        case Question():
            return "show it"
        case Exercise():
            return "open"
        case None:
            return "on"


def lesson_content(number: int, standing: Standing) -> Content:
    """Return a lesson as an entry of the list."""
    lesson = standing.lesson
    sign = "■" if standing.read else "◐" if standing.begun else "□"
    facts = f"   {lesson.minutes} minutes · {', '.join(map(visible_line, lesson.skills))}"
    return joined(
        [
            words(f"{sign} {number}. {visible_line(lesson.title)}", "bold"),
            Content.assemble(words(facts, QUIET), words(f" · {standing.words}")),
        ]
    )

"""What a student sees of one page, in one text: for the author's pane beside the file."""

from __future__ import annotations

from textual.content import Content

from cablesim.lessons.walk import Walk
from cablesim.tui.letters import HISTORY, QUIET, TEACHING, joined, words
from cablesim.tui.paint import history_content, question_content, teaching_content


def student_content(walk: Walk) -> Content:
    """Return the present page whole: questions, what can be shown, the exercise."""
    page = walk.page
    gap = " ┄ rests on a gap" if page.rests_on_gap else ""
    parts = [words(f"{page.title}{gap}", "bold")]
    for prediction in (True, False):
        question = page.question(prediction=prediction)
        if question is not None:
            before = page.before if prediction else ()
            parts.append(words("── PREDICT" if prediction else "── LOOK BACK", QUIET))
            parts.append(question_content(question, None, before))
    if page.history:
        parts += [words("── WHAT CAN BE SHOWN", HISTORY), history_content(page.history, proof=True)]
    if page.teaching:
        parts.append(words("── TEACHING CIPHER · made up", TEACHING))
        parts.append(teaching_content(page.teaching, walk.scenario.teaching.banner))
    return joined(parts, "\n\n")

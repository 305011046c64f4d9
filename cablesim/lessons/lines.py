"""A page as plain lines: complete sentences, one fact a line, no boxes and no colour.

This is the program for screen readers, for pipes and for recorded walks; it shows everything that
the screen shows. Each line begins with who speaks: `Document`, `Edition`, `Elsewhere`,
`Inference`, `Gap` for the evidence, `Teaching` for what is made up, `Task` for the guide.
"""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.documents.claim import Claim
from cablesim.documents.evidence import Evidence
from cablesim.documents.form import FormField
from cablesim.documents.standing import Standing
from cablesim.exercises.naming import known_so
from cablesim.lessons.page import (
    About,
    Cards,
    Choice,
    Contrasted,
    Desk,
    Fields,
    HistoryBlock,
    Note,
    Page,
    PageKind,
    Paragraph,
    Question,
    Reply,
    Sheet,
    Shown,
    Status,
    TeachingBlock,
    Voice,
)
from cablesim.text.visible import visible, visible_line

TEACHING = "Teaching"
TASK = "Task"


def page_lines(page: Page, banner: str) -> Iterator[str]:
    """Yield a page's evidence, its exercise and where the message is."""
    for block in page.history:
        yield from _history(block)
    if page.teaching:
        yield f"{TEACHING}: {visible_line(banner)}"
        for teaching in page.teaching:
            yield from _teaching(teaching)
    if page.status is not None:
        yield from status_lines(page.status)


def heading_lines(page: Page, *, number: int, of: int) -> Iterator[str]:
    """Yield a page's heading."""
    kind = {PageKind.STATION: "Station", PageKind.CONTRAST: "Modern contrast"}.get(
        page.kind, "Page"
    )
    yield f"{kind} {number} of {of}, {page.id}: {visible_line(page.title)}."
    if page.rests_on_gap:
        yield "This station rests on a gap: nobody has shown how it happened."


def _history(block: HistoryBlock) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{speaker(block.voice, block.standing)}: {visible_line(block.text)}"
        case Shown():
            yield from claim_lines(block)
        case Cards(copies, standing):
            for copy, name in copies:
                yield (
                    f"{standing.value.capitalize()}: Copy {copy.number} is for "
                    f"{visible_line(name)} ({copy.kind})."
                )
        case Fields(heading, fields):
            yield f"{heading}:"
            yield from (f"  {field_line(field)}" for field in fields)
        case About():
            yield from about_lines(block)


def field_line(field: FormField) -> str:
    """Return a field of the form as a sentence: value and line, or that there is none."""
    note = f" {visible_line(field.note)}" if field.note else ""
    if field.value is None:
        return f"{field.kind.value}: not printed on this page.{note}"
    return f"{field.kind.value}, line {field.line}: “{visible_line(field.value)}”.{note}"


def about_lines(about: About) -> Iterator[str]:
    """Yield what the document is and what was not seen."""
    yield f"What this is: {visible_line(about.kind)}, {visible_line(about.edition)}."
    if about.unseen:
        yield f"What was not seen: {visible_line(about.unseen)}"
    yield f"Rights: {visible_line(about.rights)}"


def speaker(voice: Voice, standing: Standing | None) -> str:
    """Return who speaks, as the first word of a line."""
    match voice:
        case Voice.HISTORY:
            return standing.value.capitalize() if standing is not None else "History"
        case Voice.TEACHING:
            return TEACHING
        case Voice.TASK:
            return TASK


def shown(evidence: Evidence, claim: Claim) -> Shown:
    """Return a claim as it is shown: what it rests on is named by its words."""
    return Shown(claim, tuple(known_so(evidence.claim(name)) for name in claim.rests_on))


def claim_lines(shown: Shown) -> Iterator[str]:
    """Yield a claim with its proof: the quote and its line, the source, the doubt, the question."""
    claim = shown.claim
    yield f"{claim.standing.value.capitalize()}: {visible_line(claim.text)}"
    if claim.quote is not None:
        yield f"  Quote, line {claim.line}: {visible_line(claim.quote)}"
    elif shown.source:
        yield f"  Source: {visible_line(shown.source)}"
    if shown.rests_on:
        yield f"  It rests on: {visible_line('; '.join(shown.rests_on))}"
    if claim.doubt:
        yield f"  Doubt: {visible_line(claim.doubt)}"
    if claim.asks:
        yield f"  It asks: {visible_line(claim.asks)}"


def _teaching(block: TeachingBlock) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{speaker(block.voice, block.standing)}: {visible_line(block.text)}"
        case Note(text):
            yield f"{TEACHING}: {visible_line(text)}"
        case Desk():
            mark = "made up for teaching" if block.teaching else "the page, as printed"
            yield f"{TEACHING}: {block.heading} ({mark}):"
            yield from (f"  {line}" for line in visible(block.text).split("\n"))
        case Sheet(_, working):
            yield f"{TEACHING}: The clerk's sheet, {working.title}: {len(working.lines)} lines."
            yield from (f"  Convention: {rule}." for rule in working.conventions)
        case Contrasted(trial):
            yield f"{TEACHING}: {trial.title} ({trial.standing}). {trial.done}"
            yield from (f"  {visible_line(line)}" for line in trial.shown)
            yield f"  Outcome: {trial.outcome.value}. {trial.why}"
            yield "  Beside it, the practice additive:"
            yield from (f"  {visible_line(line)}" for line in trial.beside.shown)
            yield f"  Outcome: {trial.beside.outcome.value}. {trial.beside.why}"


def status_lines(status: Status) -> Iterator[str]:
    """Yield where the message is after a station."""
    yield f"In the exercise now: {status.form}, {status.place}, with {visible_line(status.holder)}."
    readers = ", ".join(map(visible_line, status.readers)) or "nobody without book and pad"
    yield f"Who can read it there: {readers}."
    yield f"{visible_line(status.moment)}."
    if status.simulated:
        yield f"Clock {status.simulated}."


def before_lines(page: Page) -> Iterator[str]:
    """Yield what may be seen before the prediction."""
    for block in page.before:
        yield from _history(block)


def question_lines(question: Question) -> Iterator[str]:
    """Yield a question and its options, each with the key that chooses it."""
    about = " (made up for teaching)" if question.teaching else ""
    kind = "Predict" if question.prediction else "Look back"
    yield f"{kind}{about}: {visible_line(question.prompt)}"
    yield from (f"  {option.key}: {visible_line(option.text)}" for option in question.options)


def answer_lines(question: Question, choice: Choice | None) -> Iterator[str]:
    """Yield what is said to an answer; with no answer, the right option and why."""
    right = "; ".join(visible_line(option.text) for option in question.options if option.right)
    if choice is None:
        yield f"  The answer: {right}"
    else:
        yield f"  You chose {choice.key}: {'right' if choice.right else 'not so'}."
        if choice.reply is not None:
            yield f"  {reply_line(choice.reply)}"
        if not choice.right:
            yield f"  The answer: {right}"
    yield f"  {reply_line(question.why)}"


def reply_line(reply: Reply) -> str:
    """Return a reply with who speaks before it."""
    return f"{speaker(reply.voice, reply.standing)}: {visible_line(reply.text)}"

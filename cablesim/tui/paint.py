"""From the values of a lesson to content for widgets; every text goes through `letters.words`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from textual.content import Content

from cablesim.documents.form import FormField
from cablesim.documents.standing import Standing
from cablesim.lessons.lines import about_lines
from cablesim.lessons.page import (
    About,
    Cards,
    Choice,
    Contrasted,
    Desk,
    Fields,
    HistoryBlock,
    Note,
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
from cablesim.lessons.walk import Walk
from cablesim.office.copies import Copy
from cablesim.text.visible import visible_line
from cablesim.tui.letters import HISTORY, QUIET, TEACHING, YOURS, joined, words


def mark(standing: Standing) -> Content:
    """Return the mark and the word of a standing."""
    return words(f"[{standing.mark}] {standing.value.upper()}", HISTORY)


def history_content(blocks: Iterable[HistoryBlock], *, proof: bool) -> Content:
    """Return the historical side; `proof` adds quotes, sources and doubts."""
    return joined((_history(block, proof=proof) for block in blocks), "\n\n")


def _history(block: HistoryBlock, *, proof: bool) -> Content:
    match block:
        case Paragraph():
            return paragraph_content(block.voice, block.standing, block.text)
        case Shown():
            return joined(_claim(block, proof=proof))
        case Cards(copies, standing):
            return joined([mark(standing), *(card(copy, name) for copy, name in copies)])
        case Fields(heading, fields):
            return joined([words(heading, "bold"), *map(_field, fields)])
        case About():
            return joined([words(line) for line in about_lines(block)])


def card(copy: Copy, name: str) -> Content:
    """Return a numbered copy as a card: its number in the frame, its holder inside."""
    text = visible_line(f"{name} ({copy.kind})")
    title = f" copy {copy.number} "
    width = max(cell_len(text), len(title) + 1)
    return joined(
        [
            words(f"╭─{title}{'─' * (width + 1 - len(title))}╮"),
            Content.assemble(
                "│ ", words(text, "bold"), words(" " * (width - cell_len(text))), " │"
            ),
            words(f"╰{'─' * (width + 2)}╯"),
        ]
    )


def _field(field: FormField) -> Content:
    """Return a field of the form: its name, then the value to the letter, or that there is none."""
    name = words(f"{field.kind.value}  ", QUIET)
    if field.value is None:
        return Content.assemble(name, words("not printed on this page", "italic"))
    place = words(f"  line {field.line}", QUIET)
    return Content.assemble(name, words(field.value, "bold"), place)


def walk_heading(walk: Walk, width: int) -> Content:
    """Return the first line of a walk's page: which of how many, its title, what is amiss."""
    page = walk.page
    kind = {PageKind.STATION: "Station", PageKind.CONTRAST: "Modern"}.get(page.kind, "Page")
    place = f"{walk.index + 1}/{len(walk.pages)} "
    gaps: tuple[str, ...] = (" ┄ rests on a gap", " ┄ gap") if page.rests_on_gap else ("",)
    left = (" ✗ a part is left out, see g", " ✗ see g") if walk.scenario.left_out else ("",)
    pairs = zip((gaps[0], gaps[-1]), (left[0], left[-1]), strict=True)
    gaps = tuple(dict.fromkeys(f"{gap}{broken}" for gap, broken in pairs))
    ways = [(head, gap) for gap in gaps for head in (f"{kind} {place}", place)]
    head, gap = next((way for way in ways if len(page.title.join(way)) <= width - 2), ways[-1])
    return Content.assemble(words(head, QUIET), words(f"{page.title}{gap}", "bold"))


def paragraph_content(voice: Voice, standing: Standing | None, text: str) -> Content:
    """Return a paragraph: the guide's own words plain, the evidence's with their mark."""
    if voice is Voice.HISTORY and standing is not None:
        return joined([mark(standing), words(text)])
    return words(text, "" if voice is Voice.TEACHING else "italic")


def _claim(shown: Shown, *, proof: bool) -> Iterator[Content]:
    """Yield the lines of a claim."""
    claim = shown.claim
    place = f"  line {claim.line}" if claim.line is not None else ""
    yield Content.assemble(mark(claim.standing), words(place, QUIET))
    yield words(claim.text)
    if claim.asks:
        yield words(f"→ {claim.asks}", "italic")
    if proof:
        yield from (words(f"  {line}", QUIET) for line in proof_lines(shown))


def proof_lines(shown: Shown) -> Iterator[str]:
    """Yield what proves a claim: quote, source, what it rests on, its doubt."""
    claim = shown.claim
    if claim.quote is not None:
        yield f"quote: {claim.quote}"
    if shown.source:
        yield f"source: {shown.source}"
    if shown.rests_on:
        yield f"rests on: {'; '.join(shown.rests_on)}"
    if claim.doubt:
        yield f"doubt: {claim.doubt}"


def teaching_content(blocks: Iterable[TeachingBlock], banner: str) -> Content:
    """Return the exercise's side under its banner."""
    head = words(banner, TEACHING)
    return joined([head, *(_teaching(block) for block in blocks)], "\n\n")


def _teaching(block: TeachingBlock) -> Content:
    match block:
        case Paragraph():
            return paragraph_content(Voice.TEACHING, None, block.text)
        case Note(text):
            return words(f"• {text}")
        case Desk():
            made = "made up for teaching" if block.teaching else "the page, as printed"
            return joined([words(f"{block.heading} ({made})", "bold"), words(block.text)])
        case Sheet(_, working):
            count = f"{len(working.lines):,} lines"
            return joined(
                [
                    words(
                        f"▤ The clerk's sheet: {working.title}, {count}. Press s to play it.",
                        "bold",
                    ),
                    *(words(f"  – {rule}") for rule in working.conventions),
                ]
            )
        case Contrasted(trial):
            return joined(
                [
                    words(f"◇ {trial.title} ({trial.standing})", TEACHING),
                    words(trial.done),
                    *(words(f"  {line}", QUIET) for line in trial.shown),
                    words(f"→ {trial.outcome.value.upper()}. {trial.why}"),
                    words("Beside it, the practice additive:", "bold"),
                    *(words(f"  {line}", QUIET) for line in trial.beside.shown),
                    words(f"→ {trial.beside.outcome.value.upper()}. {trial.beside.why}"),
                ]
            )


PASSED = "✓ marks the answer."


def question_content(
    question: Question,
    chosen: Choice | None,
    before: Iterable[HistoryBlock] = (),
    *,
    passed: bool = False,
    without: str = ", or Enter to go on without",
    then: str = "Enter goes on.",
) -> Content:
    """Return a question with its options and, once answered, what is said to the answer.

    `before` is what may be seen before the answer; of a question that was `passed` over the
    answer is shown, as nobody's choice. `without` says what Enter does before an answer, `then`
    what comes after it.
    """
    parts = [part for block in before for part in (_history(block, proof=False), Content(""))]
    if question.teaching:
        parts += [words("TEACHING CIPHER · made up for practice", TEACHING), Content("")]
    parts += [words(question.prompt, "bold"), Content("")]
    shown = next(each for each in question.options if each.right) if passed else chosen
    parts += [_option(option, chosen, answered=shown is not None) for option in question.options]
    if shown is None:
        keys = f"1 to {len(question.options)}"
        parts += [Content(""), words(f"Press {keys}{without}.", QUIET)]
        return joined(parts)
    said = PASSED if chosen is None else "Right." if chosen.right else "Not so."
    parts += [Content(""), words(said, "bold")]
    if shown.reply is not None:
        parts.append(_reply(shown.reply))
    parts += [Content(""), _reply(question.why)]
    parts += [Content(""), words(then, QUIET)] if then else []
    return joined(parts)


def _option(option: Choice, chosen: Choice | None, *, answered: bool) -> Content:
    """Return one option; once answered, the right one and the chosen one are marked by words."""
    if not answered:
        return words(f" {option.key}  {option.text}")
    sign = "✓" if option.right else " "
    mine = chosen is not None and option.key == chosen.key
    style = "bold" if option.right or mine else QUIET
    return words(f"{sign}{option.key}  {YOURS * mine}{option.text}", style)


def _reply(reply: Reply) -> Content:
    """Return a reply with its standing or voice before it."""
    if reply.standing is not None and reply.voice is Voice.HISTORY:
        return Content.assemble(mark(reply.standing), " ", words(reply.text))
    if reply.voice is Voice.TEACHING:
        return Content.assemble(words("TEACHING ", TEACHING), words(reply.text))
    return words(reply.text)


def status_content(status: Status) -> Content:
    """Return where the message is and in which form; who can read it there; the times."""
    readers = ", ".join(status.readers) or "nobody without book and pad"
    first = [
        words("Exercise: ", QUIET),
        words(status.form, "bold"),
        words(f", {status.place}, with {status.holder}"),
    ]
    second = [words("Readers: ", QUIET), words(readers)]
    times = [text for text in (status.moment, status.simulated) if text]
    return Content.assemble(*first, "\n", *second, "\n", words(" · ".join(times), QUIET))

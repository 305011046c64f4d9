"""The pages of a walk, made from a scenario and one run: cover, stations, contrast, end."""

from __future__ import annotations

from dataclasses import replace

from cablesim.documents.form import FieldKind
from cablesim.documents.route import Stage
from cablesim.documents.standing import Standing
from cablesim.lessons.lines import shown
from cablesim.lessons.page import (
    About,
    Cards,
    Contrasted,
    Fields,
    HistoryBlock,
    Page,
    PageKind,
    Paragraph,
    Status,
    Voice,
)
from cablesim.lessons.stations import acts_at, teaching_blocks
from cablesim.lessons.wording import paragraph, questions
from cablesim.office.clock import elapsed
from cablesim.office.event import Act, Event
from cablesim.office.journey import fold
from cablesim.scenario.events import events
from cablesim.scenario.running import Run
from cablesim.scenario.walktext import WalkPage

COVER, END = "cover", "end"


def pages_of(run: Run) -> tuple[Page, ...]:
    """Return all pages of a walk in order."""
    told = events(run)
    stations = tuple(_station(run, stage, told) for stage in run.scenario.evidence.route.stages)
    contrasts = tuple(
        _plain_page(run, contrast.id, PageKind.CONTRAST, contrast.title)
        for contrast in run.scenario.teaching.contrasts
    )
    cover = _cover(run)
    end = _plain_page(run, END, PageKind.END, "What is known, by whom, and what is not")
    return (cover, *stations, *contrasts, end)


def _plain_page(run: Run, page: str, kind: PageKind, title: str) -> Page:
    """Return a page that is no station."""
    words = _words(run, page)
    said = [paragraph(run.scenario.evidence, written) for written in words.paragraphs]
    history = tuple(block for block in said if block.voice is not Voice.TEACHING)
    lesson = tuple(block for block in said if block.voice is Voice.TEACHING)
    extra = _known(run) if kind is PageKind.END else ()
    return Page(
        id=page,
        kind=kind,
        title=title,
        rests_on_gap=False,
        history=(*history, *extra),
        teaching=tuple(lesson),
        questions=questions(run.scenario.evidence, words, words.id),
    )


FIRST_LOOK = (FieldKind.NUMBER, FieldKind.PLACE, FieldKind.HANDLING, FieldKind.DATE)


def _cover(run: Run) -> Page:
    """Return the cover: the source before the text.

    Before the prediction only kind, place, handling and date are shown; then the whole form.
    """
    page = _plain_page(run, COVER, PageKind.COVER, "Before you read: the source")
    form = run.scenario.evidence.form
    source = run.scenario.source
    parts = _parts(run)
    about = About(source.kind, source.edition, source.unseen, run.scenario.rights.statement)
    first = tuple(item for item in form if item.kind in FIRST_LOOK)
    fields = (Fields("The form, as printed", form),) if form else ()
    return replace(
        page,
        history=(*page.history, about, *parts, *fields),
        before=(Fields("What the page shows at first sight", first),) if first else (),
    )


def _parts(run: Run) -> tuple[Paragraph, ...]:
    """Name the messages or parts of a page that holds several, in their order."""
    parts = run.scenario.source.telegram
    if len(parts) == 1:
        return ()
    named = "; ".join(
        f"{part.title or 'part'}, lines {part.first} to {part.last}" for part in parts
    )
    return (Paragraph(Voice.TASK, f"The page holds {len(parts)} messages or parts: {named}."),)


def _words(run: Run, page: str) -> WalkPage:
    """Return what the scenario says on a page; a page without words is empty."""
    found = next((words for words in run.scenario.pages if words.id == page), None)
    return found or WalkPage(page, (), ())


def _station(run: Run, stage: Stage, told: tuple[Event, ...]) -> Page:
    """Return the page of one stage of the route."""
    words = _words(run, stage.id)
    said = [paragraph(run.scenario.evidence, written) for written in words.paragraphs]
    evidence = run.scenario.evidence
    claims = [shown(evidence, evidence.claim(name)) for name in stage.sure]
    history: tuple[HistoryBlock, ...] = (
        *(block for block in said if block.voice is not Voice.TEACHING),
        *claims,
    )
    if Act.COPY in acts_at(run, stage.id) and run.copies:
        names = tuple((copy, run.scenario.evidence.party(copy.holder).name) for copy in run.copies)
        history = (Cards(names, run.scenario.copies_standing), *_total(run), *history)
    teaching = (
        *(block for block in said if block.voice is Voice.TEACHING),
        *teaching_blocks(run, stage.id),
    )
    return Page(
        stage.id,
        PageKind.STATION,
        stage.title,
        run.scenario.evidence.rests_on_gap(stage),
        history,
        teaching,
        questions(run.scenario.evidence, words, words.id),
        _status(run, stage, told),
    )


def _total(run: Run) -> tuple[HistoryBlock, ...]:
    """Say how many copies the page itself states, and whether its list agrees."""
    stated = run.scenario.evidence.stated
    if stated is None:
        return ()
    listed = f"the list stands for {len(run.copies)}"
    agrees = "the same" if stated.agrees else "and nobody has repaired it here"
    where = f"Line {stated.line}" if stated.line else "The page"
    standing = run.scenario.evidence.standing_of(stated.claims)
    text = f"{where} states {stated.total} copies; {listed}, {agrees}."
    return (Paragraph(Voice.HISTORY, text, standing, stated.claims),)


def _status(run: Run, stage: Stage, told: tuple[Event, ...]) -> Status | None:
    """Return where the message is once a stage is done."""
    here = [place for place, event in enumerate(told) if event.stage == stage.id]
    upto = [place for place in here if told[place].act is not Act.COPY] or here
    if not upto:
        return None
    state = fold(told[: upto[-1] + 1], run.scenario.recipients)
    name = run.scenario.evidence.party
    own = told[upto[-1]]
    readers = own.readable_by if own.act is Act.COPY else state.readable_by
    holders = tuple(dict.fromkeys(name(reader).name for reader in readers))
    if own.act is Act.COPY:
        holders = tuple(dict.fromkeys(name(holder).name for _, holder in state.copies))
    moment = stage.moment
    return Status(
        holder=name(own.who).name,
        place=run.scenario.place_name(own.where),
        form=own.form.words,
        readers=holders,
        moment=(
            f"Printed: {moment.printed} ({moment.event}; clock: {moment.clock})"
            if moment is not None
            else "No time is printed"
        ),
        simulated="" if own.minutes is None else f"simulated, made up: {elapsed(own.minutes)}",
    )


def with_trials(page: Page, run: Run) -> Page:
    """Return a contrast page with its trials carried out on this run's text and groups.

    Done only when the page is shown, since it loads the cryptography package.
    """
    from cablesim.modern.contrast import contrast

    cipher_groups, pad_groups = run.outgoing.beside()
    name = run.scenario.evidence.party
    trials = contrast(
        run.prepared,
        readers=[f"copy {copy.number}: {name(copy.holder).name}" for copy in run.copies]
        or [name(party).name for party in run.told],
        sender="the sender",
        seed=f"{run.scenario.id}|{run.choices.seed}",
        cipher_groups=cipher_groups,
        pad_groups=pad_groups,
    )
    return replace(page, teaching=(*page.teaching, *map(Contrasted, trials)))


_END_HEADS = {
    Standing.DOCUMENT: "The telegram itself says",
    Standing.EDITION: "The edition adds",
    Standing.ELSEWHERE: "Other documents show",
    Standing.INFERENCE: "Inferred, with doubts",
    Standing.GAP: "Nobody has shown",
}


def _known(run: Run) -> tuple[HistoryBlock, ...]:
    """Return every claim, by standing, from what the telegram says to what nobody has shown.

    The numbers come first, so that the end of a long page is known from its beginning.
    """
    known = {
        standing: [claim for claim in run.scenario.evidence.claims if claim.standing is standing]
        for standing in _END_HEADS
    }
    counts = "; ".join(f"{_END_HEADS[one]}: {len(claims)}" for one, claims in known.items())
    blocks: list[HistoryBlock] = [Paragraph(Voice.TASK, f"In numbers. {counts}.")]
    for standing, head in _END_HEADS.items():
        claims = known[standing]
        blocks.append(Paragraph(Voice.TASK, f"{head} ({len(claims)}):"))
        blocks += [shown(run.scenario.evidence, claim) for claim in claims]
    return tuple(blocks)

"""What the exercise shows at each station: the practice desk, its sheet, what its clerk notes.

Everything here is made up for teaching; the historical side of a station comes from its claims.
"""

from __future__ import annotations

from collections.abc import Callable

from cablesim.lessons.page import Desk, Note, Sheet, TeachingBlock
from cablesim.office.event import Act
from cablesim.scenario.running import Run
from cablesim.text.groups import written


def teaching_blocks(run: Run, stage: str) -> tuple[TeachingBlock, ...]:
    """Return the exercise's side of a station; a stage that is no act shows nothing."""
    shows = _SHOWS.get(stage)
    clock = _clock(run, stage) if run.choices.clock else ()
    return (*shows(run), *clock) if shows is not None else ()


def _clock(run: Run, stage: str) -> tuple[TeachingBlock, ...]:
    """Say where a stage's simulated minutes come from: a range with its cases, or nowhere."""
    leg = next((leg for leg in run.scenario.teaching.legs if leg.stage == stage), None)
    if leg is None or leg.high == 0:
        return ()
    span = f"drawn from {leg.low} to {leg.high} minutes, half of them below {leg.middle}"
    if not leg.n:
        return (Note(f"The simulated clock: {span}; the range is made up."),)
    cases = f"the range of {leg.n} printed cases elsewhere ({leg.claim}); the draw is made up"
    return (Note(f"The simulated clock: {span}; {cases}."),)


def _lines(run: Run) -> str:
    """Name the lines of the page that go through the exercise."""
    return f"lines {run.scenario.teaching.text_first} to {run.scenario.teaching.text_last}"


def _sign(run: Run) -> tuple[TeachingBlock, ...]:
    return (
        Note(
            f"The exercise takes the page as printed, {_lines(run)}, edition's brackets included."
        ),
        Desk("On the practice desk", run.page_text, teaching=False),
    )


def _register(run: Run) -> tuple[TeachingBlock, ...]:
    enciphered = run.enciphered
    return (
        Note(
            f"The practice telegram gets serial {enciphered.serial:03d} of day "
            f"{enciphered.day:02d} in a register of our own."
        ),
        Note("Both go into the last groups of the message, where the receiver looks for them."),
    )


def _encode(run: Run) -> tuple[TeachingBlock, ...]:
    book = run.scenario.teaching.book
    spelled = sum(item.how == "spelled" for item in run.encoded.written)
    return (
        Note(f"Our book has {len(book):,} entries; the longest entry that fits is taken."),
        *(Note(f"Changed before encoding: {sentence}.") for sentence in run.normal.summary()),
        Note(
            f"The text takes {len(run.encoded.groups):,} groups of four figures; "
            f"{spelled} words are spelled because the book lacks them."
        ),
        Sheet("encode", run.encoded.working()),
        Desk("Code groups", written(run.encoded.groups), teaching=True, groups=True),
    )


def _encipher(run: Run) -> tuple[TeachingBlock, ...]:
    pages = run.enciphered.parts
    return (
        Note(
            f"Run together and cut into fives, {len(run.enciphered.encicode):,} groups meet the "
            f"pad: pages {pages[0].page.number} to {pages[-1].page.number} of our practice pad."
        ),
        Note(
            "Each page is struck out at once; here "
            f"{len(run.enciphered.pad.spent)} of {len(run.pad.pages)} are spent now."
        ),
        Sheet("encipher", run.enciphered.working()),
        Desk("Enciphered groups", written(run.enciphered.encicode), teaching=True, groups=True),
    )


def _send(run: Run) -> tuple[TeachingBlock, ...]:
    bad = len(run.garbles)
    line = "The line is quiet." if not bad else f"The line damages {_places(bad)} on the way."
    return (
        Note(
            f"{len(run.enciphered.cryptogram):,} groups go out: indicators, cipher groups, checks "
            "and four closing groups. Nothing else is on the line."
        ),
        Note(f"{line} Press x for a worse or better line."),
        Desk("On the line", written(run.enciphered.cryptogram), teaching=True, groups=True),
    )


def _places(count: int) -> str:
    """Count places in words."""
    return "1 place" if count == 1 else f"{count} places"


def _receive(run: Run) -> tuple[TeachingBlock, ...]:
    inspection = run.inspection
    stated = inspection.stated
    count = (
        f"{inspection.received:,} groups came in; the message itself states {stated:,}."
        if stated is not None
        else f"{inspection.received:,} groups came in; the count in the message cannot be read."
    )
    faults = tuple(
        Note(f"Section {index + 1}, from group {section.first}: {', '.join(section.faults)}.")
        for index, section in enumerate(inspection.sections)
        if not section.sound
    )
    verdict = faults or (Note("Every section's check agrees: nothing was damaged."),)
    desk = Desk("As received", written(run.received), teaching=True, groups=True)
    return (Note(count), *verdict, desk)


def _repair(run: Run) -> tuple[TeachingBlock, ...]:
    if not run.requests:
        return (
            Note("Nothing to ask for: the count and every check agree."),
            Note("To see a repair, go back to the line and press x there."),
        )
    asked = tuple(
        Note(
            f"Service message {' '.join(request.groups())}: please repeat groups "
            f"{request.first} to {request.last}."
        )
        for request in run.requests
    )
    places = tuple(
        Note(
            f"Group {garble.place} was sent as {garble.sent} and came as "
            f"{' '.join(garble.came) or 'nothing'}: {garble.damage}."
        )
        for garble in run.garbles
    )
    safe = Note("The same groups are sent once more. That gives nobody anything new to compare.")
    return (*asked, safe, *places, Note("Every section is whole now."))


def _decipher(run: Run) -> tuple[TeachingBlock, ...]:
    return (
        Note("The first group of each section names the page; that page is taken off again."),
        Note(f"On this side too, {len(run.deciphered.pad.spent)} pages are struck out now."),
        Sheet("decipher", run.deciphered.working()),
        Desk("Code groups again", written(run.deciphered.placode), teaching=True, groups=True),
    )


def _decode(run: Run) -> tuple[TeachingBlock, ...]:
    same = run.decoded.text == run.normal.text
    verdict = (
        "Sign for sign it is the text that was encoded: capitals for small letters, nothing lost."
        if same
        else f"It differs from what was encoded; {len(run.decoded.doubts)} places are in doubt."
    )
    return (
        Note(verdict),
        Sheet("decode", run.decoded.working()),
        Desk("Recovered text", run.decoded.text, teaching=True),
    )


def _hand(run: Run) -> tuple[TeachingBlock, ...]:
    return (
        Note(
            "On the practice desk lies the recovered text. The pad pages stay in the cipher room."
        ),
        Desk("Recovered text", run.decoded.text, teaching=True),
    )


def _deliver(run: Run) -> tuple[TeachingBlock, ...]:
    names = " or ".join(
        run.scenario.evidence.party(party).name for party in run.scenario.recipients
    )
    chosen = run.scenario.evidence.party(run.recipient).name
    return (
        Note(f"In this walk you choose whom the ambassador finds: {names}. Press w to change."),
        Note(f"Your choice here: {chosen}. Either is right; nobody knows which it was."),
    )


def _report(run: Run) -> tuple[TeachingBlock, ...]:
    chosen = run.scenario.evidence.party(run.recipient).name
    return (
        Note(f"The exercise closes with a report of our own: passed to {chosen}."),
        Note("It would go back the same way: book, fresh pad pages, line."),
    )


def _copies(run: Run) -> tuple[TeachingBlock, ...]:
    return (
        Note(f"The copy list stands for {len(run.copies)} copies, each with number and holder."),
        Note("On the practice desk a copy is handed out by number and comes back by number."),
    )


_SHOWS: dict[str, Callable[[Run], tuple[TeachingBlock, ...]]] = {
    Act.SIGN: _sign,
    Act.REGISTER: _register,
    Act.ENCODE: _encode,
    Act.ENCIPHER: _encipher,
    Act.SEND: _send,
    Act.RECEIVE: _receive,
    Act.REPAIR: _repair,
    Act.DECIPHER: _decipher,
    Act.DECODE: _decode,
    Act.HAND: _hand,
    Act.DELIVER: _deliver,
    Act.REPORT: _report,
    Act.COPY: _copies,
}

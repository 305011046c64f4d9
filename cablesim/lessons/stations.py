"""What the exercise shows at each station: the practice desk, its sheet, what its clerk notes.

Everything here is made up for teaching; the historical side of a station comes from its claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cablesim.documents.party import Party
from cablesim.exercises.naming import MOST, brief
from cablesim.lessons.page import Desk, Note, Sheet, TeachingBlock
from cablesim.office.clock import Leg
from cablesim.office.event import Act
from cablesim.scenario.duties import duties
from cablesim.scenario.procedure import Made
from cablesim.scenario.running import Run
from cablesim.text.groups import written


def acts_at(run: Run, stage: str) -> tuple[Act, ...]:
    """Return what is done at a station, in order."""
    found = (duty.act for duty in duties(run.scenario.evidence) if duty.stage.id == stage)
    return tuple(dict.fromkeys(found))


def teaching_blocks(run: Run, stage: str) -> tuple[TeachingBlock, ...]:
    """Return the exercise's side of a station; a stage that is no act shows nothing."""
    shown = [block for act in acts_at(run, stage) for block in _SHOWS[act](run)]
    clock = _clock(run, stage) if shown and run.choices.clock else ()
    return (*shown, *clock)


def _clock(run: Run, stage: str) -> tuple[TeachingBlock, ...]:
    """Say where a stage's simulated minutes come from: a range with its cases, or nowhere."""
    leg = next((leg for leg in run.scenario.teaching.legs if leg.stage == stage), None)
    if leg is None or leg.high == 0:
        return ()
    if leg.low == leg.high:
        like = f"as in {leg.n} printed case{_cases(run, leg)}" if leg.n else "made up"
        return (Note(f"The simulated clock: {leg.middle} minutes, {like}."),)
    span = f"drawn from {leg.low} to {leg.high} minutes, half of them below {leg.middle}"
    if not leg.n:
        return (Note(f"The simulated clock: {span}; the range is made up."),)
    cases = f"the range of {leg.n} printed cases elsewhere{_cases(run, leg)}; the draw is made up"
    return (Note(f"The simulated clock: {span}; {cases}."),)


def _cases(run: Run, leg: Leg) -> str:
    """Return the words of the claim that tells of printed cases, in brackets."""
    claims = run.scenario.evidence.claims
    return next((f" ({brief(claim, MOST)})" for claim in claims if claim.id == leg.claim), "")


def _lines(run: Run) -> str:
    """Name the lines of the page that go through the exercise, part after part."""
    parts = [
        f"lines {part.first} to {part.last}" if part.last > part.first else f"line {part.first}"
        for part in run.scenario.teaching.text
    ]
    return ", then ".join(parts)


def _made(sheet: str, made: Made) -> Iterator[TeachingBlock]:
    """Yield what an act laid on the desk: remarks, the clerk's sheet, the text."""
    yield from map(Note, made.notes)
    if made.sheet is not None:
        yield Sheet(sheet, made.sheet)
    yield Desk(made.heading, made.text, teaching=True, groups=made.in_groups)


def _sign(run: Run) -> Iterator[TeachingBlock]:
    bracketed = ", edition's brackets included" if run.scenario.document.brackets else ""
    yield Note(f"The exercise takes the page as printed, {_lines(run)}{bracketed}.")
    if len(run.scenario.teaching.text) > 1:
        yield Note("Its parts go through as one message, in this order.")
    yield Desk("On the practice desk", run.page_text, teaching=False)


def _register(run: Run) -> Iterator[TeachingBlock]:
    yield from map(Note, run.outgoing.registered)


def _encode(run: Run) -> Iterator[TeachingBlock]:
    yield from _made("encode", run.outgoing.encoded)


def _encipher(run: Run) -> Iterator[TeachingBlock]:
    yield from _made("encipher", run.outgoing.enciphered)


def _send(run: Run) -> Iterator[TeachingBlock]:
    yield Note(run.outgoing.sending)
    yield Note(f"{line_sentence(run)} {_line_key(run)}")
    groups = written(run.outgoing.cryptogram)
    yield Desk("On the line", groups, teaching=True, groups=True)


def line_sentence(run: Run) -> str:
    """Say what the line does in this run."""
    bad = len(run.garbles)
    variant = run.scenario.teaching.procedure.variant
    if not bad:
        return "The line is quiet." if variant is None else "The line brings the groups as sent."
    if variant is not None:
        of = f"{bad} of {len(run.outgoing.cryptogram)} differ"
        return f"The line brings other groups, {variant.name}: {of}."
    return f"The line damages {_places(bad)} on the way."


def recipient_sentence(chosen: Party | None) -> str:
    """Say who is told now, or that there is no choice."""
    if chosen is None:
        return "There is no choice here: the text names who is to be told."
    return f"In this walk {chosen.name} is told. Either is right; nobody knows which it was."


def _line_key(run: Run) -> str:
    """Say which key changes the line."""
    variant = run.scenario.teaching.procedure.variant
    if variant is None:
        return "Change the line (x) for a worse or better one."
    other = "as sent" if run.garbles else variant.name
    return f"Change the line (x) for the groups {other}."


def _places(count: int) -> str:
    """Count places in words."""
    return "1 place" if count == 1 else f"{count} places"


def _receive(run: Run) -> Iterator[TeachingBlock]:
    yield from map(Note, run.reception.notes)
    yield Desk("As received", written(run.received), teaching=True, groups=True)


def _repair(run: Run) -> Iterator[TeachingBlock]:
    if not run.reception.requests:
        yield Note("Nothing to ask for: the count and every check agree.")
        yield Note("To see a repair, go back to the line and press x there.")
        return
    for request in run.reception.requests:
        yield Note(
            f"Service message {' '.join(request.groups())}: please repeat groups "
            f"{request.first} to {request.last}."
        )
    yield Note("The same groups are sent once more. That gives nobody anything new to compare.")
    for garble in run.garbles:
        yield Note(
            f"Group {garble.place} was sent as {garble.sent} and came as "
            f"{' '.join(garble.came) or 'nothing'}: {garble.damage}."
        )
    yield Note("Every section is whole now.")


def _decipher(run: Run) -> Iterator[TeachingBlock]:
    yield from _made("decipher", run.incoming.deciphered)


def _decode(run: Run) -> Iterator[TeachingBlock]:
    yield from _made("decode", run.incoming.decoded)


def _hand(run: Run) -> Iterator[TeachingBlock]:
    keys = "The pad pages stay" if run.scenario.teaching.procedure.book else "The keys stay"
    yield Note(f"On the practice desk lies the recovered text. {keys} in the cipher room.")
    yield Desk("Recovered text", run.recovered, teaching=True)


def _names(run: Run, parties: tuple[str, ...], between: str) -> str:
    """Return the names of some parties."""
    return between.join(run.scenario.evidence.party(party).name for party in parties)


def _deliver(run: Run) -> Iterator[TeachingBlock]:
    choice = run.scenario.alternatives
    if choice:
        names = _names(run, choice, " or ")
        duty = next(each for each in duties(run.scenario.evidence) if each.act is Act.DELIVER)
        bearer = run.scenario.evidence.party(duty.who).role
        yield Note(f"In this walk you choose whom the {bearer} finds: {names}. Change it by w.")
        chosen = _names(run, tuple(name for name in run.told if name in choice), " and ")
        yield Note(f"Your choice here: {chosen}. Either is right; nobody knows which it was.")
    others = tuple(name for name in run.told if name not in choice)
    if others:
        each = "who is told" if len(others) == 1 else "each of whom is told"
        yield Note(f"In the exercise the text goes to {_names(run, others, ' and ')}, {each}.")


def _report(run: Run) -> Iterator[TeachingBlock]:
    told = _names(run, run.told, " and ")
    yield Note(f"The exercise closes with a report of our own: passed to {told}.")
    pages = run.scenario.teaching.procedure.book is not None
    way = "book, fresh pad pages, line" if pages else "fresh keys, groups, line"
    yield Note(f"It would go back the same way: {way}.")


def _copies(run: Run) -> Iterator[TeachingBlock]:
    count = len(run.copies)
    copies = "1 copy, with" if count == 1 else f"{count} copies, each with"
    yield Note(f"The copy list stands for {copies} number and holder.")
    yield Note("On the practice desk a copy is handed out by number and comes back by number.")


_SHOWS: dict[Act, Callable[[Run], Iterator[TeachingBlock]]] = {
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

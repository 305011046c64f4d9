"""The events of a run, stage by stage, as the office tells them.

Each act of the office has one small teller; a stage of the route whose name is no act is shown
and moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cablesim.documents.route import Stage
from cablesim.office.clock import minutes_by_stage
from cablesim.office.event import LINE, Act, Event, Form
from cablesim.scenario.running import Run, stream
from cablesim.text.groups import written

REPORT = "PRACTICE REPORT: THE MESSAGE WAS PASSED TO {name}. MADE UP FOR THIS EXERCISE."


def events(run: Run) -> tuple[Event, ...]:
    """Return the events of a run in the order of the route."""
    told = [event for stage in run.scenario.evidence.route.stages for event in _tell(run, stage)]
    return tuple(_timed(run, told)) if run.choices.clock else tuple(told)


def _tell(run: Run, stage: Stage) -> Iterator[Event]:
    """Yield the events of one stage."""
    teller = _TELLERS.get(stage.id)
    if teller is not None:
        yield from teller(run, stage)


def _event(
    stage: Stage,
    act: Act,
    form: Form,
    text: str,
    *,
    teaching: bool,
    readers: tuple[str, ...] | None = None,
    about: str = "",
) -> Event:
    """Make an event at the stage's own desk; by default who holds the message can read it."""
    reads = (stage.who,) if readers is None else readers
    return Event(stage.id, act, stage.who, stage.where, form, text, reads, teaching, about=about)


def _sign(run: Run, stage: Stage) -> Iterator[Event]:
    yield _event(stage, Act.SIGN, Form.PLAIN, run.page_text, teaching=False)


def _register(run: Run, stage: Stage) -> Iterator[Event]:
    readers = tuple(dict.fromkeys((_who(run, Act.SIGN), stage.who)))
    yield _event(stage, Act.REGISTER, Form.PLAIN, run.page_text, teaching=False, readers=readers)


def _encode(run: Run, stage: Stage) -> Iterator[Event]:
    about = "the text as the book can write it"
    yield _event(stage, Act.PREPARE, Form.PLAIN, run.normal.text, teaching=True, about=about)
    groups = written(run.encoded.groups)
    yield _event(stage, Act.ENCODE, Form.PLACODE, groups, teaching=True)


def _encipher(run: Run, stage: Stage) -> Iterator[Event]:
    groups = written(run.enciphered.encicode)
    yield _event(stage, Act.ENCIPHER, Form.ENCICODE, groups, teaching=True)


def _send(run: Run, stage: Stage) -> Iterator[Event]:
    groups = written(run.enciphered.cryptogram)
    event = _event(stage, Act.SEND, Form.CRYPTOGRAM, groups, teaching=True, readers=())
    yield replace(event, where=LINE)


def _receive(run: Run, stage: Stage) -> Iterator[Event]:
    yield _event(stage, Act.RECEIVE, Form.RECEIVED, written(run.received), teaching=True)


def _repair(run: Run, stage: Stage) -> Iterator[Event]:
    """Requests and repeats travel on the line as groups; then the whole message lies there."""
    for request, repeat in zip(run.requests, run.repeats, strict=True):
        asked = f"please repeat groups {request.first} to {request.last}"
        ask = _event(
            stage, Act.ASK, Form.CRYPTOGRAM, written(request.groups()), teaching=True, about=asked
        )
        again = _event(stage, Act.REPEAT, Form.CRYPTOGRAM, written(repeat), teaching=True)
        yield replace(ask, where=LINE, readable_by=())
        yield replace(again, who=_who(run, Act.ENCIPHER), where=LINE, readable_by=())
    whole = [group for section in run.repaired for group in section.groups]
    yield _event(stage, Act.REPAIR, Form.RECEIVED, written(whole), teaching=True)


def _decipher(run: Run, stage: Stage) -> Iterator[Event]:
    groups = written(run.deciphered.placode)
    yield _event(stage, Act.DECIPHER, Form.PLACODE, groups, teaching=True)


def _decode(run: Run, stage: Stage) -> Iterator[Event]:
    yield _event(stage, Act.DECODE, Form.PLAIN, run.decoded.text, teaching=True)


def _hand(run: Run, stage: Stage) -> Iterator[Event]:
    readers = tuple(dict.fromkeys((_who(run, Act.DECODE), stage.who)))
    yield _event(stage, Act.HAND, Form.PLAIN, run.decoded.text, teaching=True, readers=readers)


def _deliver(run: Run, stage: Stage) -> Iterator[Event]:
    readers = tuple(dict.fromkeys((stage.who, run.recipient)))
    event = _event(stage, Act.DELIVER, Form.PLAIN, run.decoded.text, teaching=True, readers=readers)
    yield replace(event, recipient=run.recipient)


def _report(run: Run, stage: Stage) -> Iterator[Event]:
    name = run.scenario.evidence.party(run.recipient).name.upper()
    yield _event(stage, Act.REPORT, Form.REPORT, REPORT.format(name=name), teaching=True)


def _copies(run: Run, stage: Stage) -> Iterator[Event]:
    for copy in run.copies:
        event = _event(
            stage, Act.COPY, Form.PLAIN, run.page_text, teaching=False, readers=(copy.holder,)
        )
        yield replace(event, copy=copy.number, about=f"copy {copy.number}")


_TELLERS: dict[str, Callable[[Run, Stage], Iterator[Event]]] = {
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


def _who(run: Run, act: Act) -> str:
    """Return who does an act on this route."""
    stages = run.scenario.evidence.route.stages
    return next((stage.who for stage in stages if stage.id == act.value), stages[0].who)


def _timed(run: Run, told: list[Event]) -> Iterator[Event]:
    """Yield the events with simulated minutes since the stages they come after were done.

    Copies run beside the message: a stage begins when the latest of the stages before it is done.
    """
    legs = minutes_by_stage(
        run.scenario.teaching.legs, stream(run.scenario, run.choices.seed, "draw1|clock")
    )
    ended: dict[str, int] = {}
    for stage in run.scenario.evidence.route.stages:
        begins = max((ended.get(before, 0) for before in stage.after), default=0)
        ended[stage.id] = begins + legs.get(stage.id, 0)
    for event in told:
        yield replace(event, minutes=ended[event.stage])

"""The events of a run, stage by stage, as the office tells them.

Each act of the office has one small teller; a stage of the route that has no act is shown and
moves nothing. Which stage does which act is settled in `duties`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cablesim.office.clock import minutes_by_stage
from cablesim.office.event import LINE, Act, Event, Form
from cablesim.scenario.duties import Duty, duties
from cablesim.scenario.procedure import Made
from cablesim.scenario.running import Run, stream
from cablesim.text.groups import written

REPORT = "PRACTICE REPORT: THE MESSAGE WAS PASSED TO {name}. MADE UP FOR THIS EXERCISE."


def events(run: Run) -> tuple[Event, ...]:
    """Return the events of a run in the order of the route."""
    told = [
        event for duty in duties(run.scenario.evidence) for event in _TELLERS[duty.act](run, duty)
    ]
    clock = run.choices.clock and run.scenario.teaching.legs
    return tuple(_timed(run, told)) if clock else tuple(told)


def _event(
    duty: Duty,
    form: Form,
    text: str,
    *,
    teaching: bool,
    readers: tuple[str, ...] | None = None,
    about: str = "",
) -> Event:
    """Make an event at the duty's own desk; by default who holds the message can read it."""
    reads = (duty.who,) if readers is None else readers
    return Event(
        duty.stage.id, duty.act, duty.who, duty.where, form, text, reads, teaching, about=about
    )


def _made(duty: Duty, made: Made) -> Event:
    """Make an event of what an act of the procedure lays on the desk."""
    return _event(duty, made.form, made.text, teaching=True)


def _sign(run: Run, duty: Duty) -> Iterator[Event]:
    yield _event(duty, Form.PLAIN, run.page_text, teaching=False)


def _register(run: Run, duty: Duty) -> Iterator[Event]:
    readers = tuple(dict.fromkeys((_who(run, Act.SIGN), duty.who)))
    yield _event(duty, Form.PLAIN, run.page_text, teaching=False, readers=readers)


def _encode(run: Run, duty: Duty) -> Iterator[Event]:
    about = "the text as it is written down for the cipher"
    if run.scenario.teaching.procedure.book is not None:
        about = "the text as the book can write it"
    first = replace(duty, act=Act.PREPARE)
    yield _event(first, Form.PLAIN, run.prepared, teaching=True, about=about)
    yield _made(duty, run.outgoing.encoded)


def _encipher(run: Run, duty: Duty) -> Iterator[Event]:
    yield _made(duty, run.outgoing.enciphered)


def _send(run: Run, duty: Duty) -> Iterator[Event]:
    groups = written(run.outgoing.cryptogram)
    yield _event(duty, Form.CRYPTOGRAM, groups, teaching=True, readers=())


def _receive(run: Run, duty: Duty) -> Iterator[Event]:
    yield _event(duty, Form.RECEIVED, written(run.received), teaching=True)


def _repair(run: Run, duty: Duty) -> Iterator[Event]:
    """Requests and repeats travel on the line as groups; then the whole message lies there."""
    reception = run.reception
    sender = _who(run, Act.ENCIPHER)
    for request, repeat in zip(reception.requests, reception.repeats, strict=True):
        asked = f"please repeat groups {request.first} to {request.last}"
        ask = replace(duty, act=Act.ASK, where=LINE)
        again = replace(duty, act=Act.REPEAT, where=LINE, who=sender)
        groups = written(request.groups())
        yield _event(ask, Form.CRYPTOGRAM, groups, teaching=True, readers=(), about=asked)
        yield _event(again, Form.CRYPTOGRAM, written(repeat), teaching=True, readers=())
    yield _event(duty, Form.RECEIVED, written(reception.groups), teaching=True)


def _decipher(run: Run, duty: Duty) -> Iterator[Event]:
    yield _made(duty, run.incoming.deciphered)


def _decode(run: Run, duty: Duty) -> Iterator[Event]:
    yield _made(duty, run.incoming.decoded)


def _hand(run: Run, duty: Duty) -> Iterator[Event]:
    readers = tuple(dict.fromkeys((_who(run, Act.DECODE), duty.who)))
    yield _event(duty, Form.PLAIN, run.recovered, teaching=True, readers=readers)


def _deliver(run: Run, duty: Duty) -> Iterator[Event]:
    """Tell the final recipients one after another; several such stages share them out."""
    last = max(other.turn for other in duties(run.scenario.evidence) if other.act is Act.DELIVER)
    told = run.told
    first = min(duty.turn, len(told) - 1)
    for place in range(first, len(told) if duty.turn == last else first + 1):
        readers = tuple(dict.fromkeys((duty.who, *told[: place + 1])))
        event = _event(duty, Form.PLAIN, run.recovered, teaching=True, readers=readers)
        yield replace(event, recipient=told[place])


def _report(run: Run, duty: Duty) -> Iterator[Event]:
    names = [run.scenario.evidence.party(party).name.upper() for party in run.told]
    text = REPORT.format(name=" AND ".join(names))
    yield _event(duty, Form.REPORT, text, teaching=True)


def _copies(run: Run, duty: Duty) -> Iterator[Event]:
    for copy in run.copies:
        event = _event(duty, Form.PLAIN, run.page_text, teaching=False, readers=(copy.holder,))
        yield replace(event, copy=copy.number, about=f"copy {copy.number}")


_TELLERS: dict[Act, Callable[[Run, Duty], Iterator[Event]]] = {
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
    return next(duty.who for duty in duties(run.scenario.evidence) if duty.act is act)


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

"""A journey is a list of events, and where the message is now is a fold over them.

Stepping back is leaving events off the end. A journey that could not have happened (received
before it was sent, delivered to somebody who is no final recipient) is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from cablesim.errors import CablesimError
from cablesim.office.event import LINE, Act, Event, Form

_NEEDS: dict[Act, Act | None] = {
    Act.SIGN: None,
    Act.REGISTER: Act.SIGN,
    Act.PREPARE: Act.SIGN,
    Act.ENCODE: Act.PREPARE,
    Act.ENCIPHER: Act.ENCODE,
    Act.SEND: Act.ENCIPHER,
    Act.RECEIVE: Act.SEND,
    Act.ASK: Act.RECEIVE,
    Act.REPEAT: Act.ASK,
    Act.REPAIR: Act.RECEIVE,
    Act.DECIPHER: Act.REPAIR,
    Act.DECODE: Act.DECIPHER,
    Act.HAND: Act.DECODE,
    Act.DELIVER: Act.HAND,
    Act.REPORT: Act.DELIVER,
    Act.COPY: Act.SIGN,
}
_ASIDE = frozenset({Act.COPY, Act.ASK, Act.REPEAT})


class JourneyError(CablesimError):
    """An event that cannot follow the events before it."""


@dataclass(frozen=True, slots=True)
class State:
    """Where the message is: who holds it, in which form, who can read it, what has been done.

    Copies and service messages travel beside the message and do not move it.
    """

    recipients: tuple[str, ...] = ()
    holder: str = ""
    where: str = ""
    form: Form | None = None
    text: str = ""
    readable_by: tuple[str, ...] = ()
    minutes: int | None = None
    done: tuple[Act, ...] = ()
    stages: tuple[str, ...] = ()
    copies: tuple[tuple[int, str], ...] = ()
    delivered_to: str | None = None


def apply(state: State, event: Event) -> State:
    """Return the state after one more event; raise `JourneyError` where it cannot follow."""
    need = _NEEDS[event.act]
    if need is not None and need not in state.done:
        raise JourneyError(f"'{event.act}' at stage '{event.stage}' needs '{need}' before it")
    if event.where == LINE and event.form is Form.PLAIN:
        raise JourneyError("clear text may not go on the line; encipher it first")
    if event.act is Act.DELIVER and event.recipient not in state.recipients:
        choice = ", ".join(state.recipients)
        raise JourneyError(f"'{event.recipient}' is no final recipient; choose one of: {choice}")
    if event.act is Act.COPY and event.copy is not None and not event.readable_by:
        raise JourneyError(f"copy {event.copy} has no holder; name who can read it")
    state = replace(
        state,
        done=(*state.done, event.act),
        stages=state.stages if event.stage in state.stages else (*state.stages, event.stage),
        minutes=state.minutes if event.minutes is None else event.minutes,
    )
    if event.act is Act.COPY and event.copy is not None:
        return replace(state, copies=(*state.copies, (event.copy, event.readable_by[0])))
    if event.act in _ASIDE:
        return state
    return replace(
        state,
        holder=event.who,
        where=event.where,
        form=event.form,
        text=event.text,
        readable_by=event.readable_by,
        delivered_to=event.recipient if event.act is Act.DELIVER else state.delivered_to,
    )


def fold(events: Iterable[Event], recipients: tuple[str, ...]) -> State:
    """Return the state after all the events, in order."""
    return reduce(apply, events, State(recipients=recipients))

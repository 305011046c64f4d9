"""Who does which act at which stage: the route of the evidence meets the acts of the office.

A stage does the act that it names, or the one its id means. Acts that the message cannot do
without and that no stage names are done at the nearest stage, on the right side of the line; so
a route of three stages walks as well as one of thirteen. A registration and a report are done
only where the route has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cablesim.documents.evidence import Evidence
from cablesim.documents.route import Stage
from cablesim.office.event import LINE, Act

ORIGIN, DESTINATION = "origin", "destination"
ORDER = (
    Act.SIGN,
    Act.REGISTER,
    Act.ENCODE,
    Act.ENCIPHER,
    Act.SEND,
    Act.RECEIVE,
    Act.REPAIR,
    Act.DECIPHER,
    Act.DECODE,
    Act.HAND,
    Act.DELIVER,
    Act.REPORT,
)
SENDER = frozenset(ORDER[: ORDER.index(Act.SEND)])
STAGED_ONLY = frozenset({Act.REGISTER, Act.REPORT})
AGAIN = frozenset({Act.DELIVER, Act.REPORT})
MEANT: Mapping[str, Act] = {
    **{act.value: act for act in (*ORDER, Act.COPY)},
    "draft": Act.SIGN,
    "approve": Act.SIGN,
    "number": Act.REGISTER,
    "code": Act.ENCODE,
    "cipher": Act.ENCIPHER,
    "wire": Act.SEND,
    "arrive": Act.RECEIVE,
    "check": Act.REPAIR,
    "hand-over": Act.HAND,
    "transmit": Act.DELIVER,
    "pass-on": Act.DELIVER,
    "read-out": Act.DELIVER,
    "fulfil": Act.REPORT,
    "copy": Act.COPY,
    "file": Act.COPY,
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One act at a stage: who does it, where; `turn` counts a repeated act from 0."""

    stage: Stage
    act: Act
    who: str
    where: str
    turn: int = 0


def act_of(stage: Stage) -> Act | None:
    """Return the act of a stage, or None where it moves nothing."""
    if stage.act:
        return MEANT.get(stage.act)
    return MEANT.get(stage.id)


def duties(evidence: Evidence) -> tuple[Duty, ...]:
    """Return every act of a route in the order in which it is done."""
    acts = _assigned(evidence)
    turns: dict[Act, int] = {}
    found: list[Duty] = []
    for stage in evidence.route.stages:
        for act in acts.get(stage.id, ()):
            who, where = _desk(evidence, stage, act)
            found.append(Duty(stage, act, who, where, turns.get(act, 0)))
            turns[act] = turns.get(act, 0) + 1
    return tuple(found)


def idle(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """Return the stages whose act a stage before them has left behind; they move nothing."""
    found: list[Stage] = []
    furthest = 0
    for stage in stages:
        act = act_of(stage)
        if act is None or act is Act.COPY:
            continue
        place = ORDER.index(act)
        if place < furthest:
            found.append(stage)
        furthest = max(furthest, place)
    return tuple(found)


def _assigned(evidence: Evidence) -> dict[str, list[Act]]:
    """Return the acts of each stage by its id."""
    stages = evidence.route.stages
    acts: dict[str, list[Act]] = {stage.id: [] for stage in stages}
    done = 0
    before: tuple[Stage, Act] | None = None
    for stage in stages:
        act = act_of(stage)
        if act is None:
            continue
        if act is Act.COPY:
            acts[stage.id] += [*(ORDER[:1] if not done else ()), Act.COPY]
            done = max(done, 1)
            before = before or (stage, Act.SIGN)
            continue
        place = ORDER.index(act)
        if place < done:
            acts[stage.id] += [act] if act in AGAIN and before and before[1] is act else []
            continue
        for missing, forward in _gap(done, place, before, act):
            acts[stage.id if forward or before is None else before[0].id].append(missing)
        acts[stage.id].append(act)
        done, before = place + 1, (stage, act)
    last = before[0] if before else stages[-1]
    acts[last.id] += [act for act in ORDER[done:] if act not in STAGED_ONLY]
    _copies_somewhere(evidence, acts)
    return acts


def _gap(
    done: int, place: int, before: tuple[Stage, Act] | None, after: Act
) -> Iterator[tuple[Act, bool]]:
    """Yield the acts missing before a stage, and whether they go forward to it or back.

    Once one goes forward, all behind it do.
    """
    forward = before is None
    for act in ORDER[done:place]:
        if act in STAGED_ONLY:
            continue
        forward = forward or _leans_forward(act, before[1] if before else Act.SIGN, after)
        yield act, forward


def _leans_forward(act: Act, before: Act, after: Act) -> bool:
    """Tell whether an act belongs to the stage after it rather than to the one before."""
    if act in SENDER:
        return after in SENDER
    if act is Act.SEND:
        return False
    if act in {Act.HAND, Act.DELIVER}:
        return True
    return before in SENDER or before is Act.SEND


def _copies_somewhere(evidence: Evidence, acts: dict[str, list[Act]]) -> None:
    """Give out the copies of a list that no stage names where the message was last in clear."""
    if not evidence.copies or any(Act.COPY in each for each in acts.values()):
        return
    home = next(name for name, each in acts.items() if Act.ENCIPHER in each)
    acts[home].append(Act.COPY)


def _desk(evidence: Evidence, stage: Stage, act: Act) -> tuple[str, str]:
    """Return who does an act and where; nobody works in clear on the line."""
    if act is Act.SEND:
        return stage.who, LINE
    stages = evidence.route.stages
    at = stages.index(stage)
    side = SENDER | {Act.COPY}
    near = [*stages[at::-1], *stages[at:]] if act in side else [*stages[at:], *stages[at::-1]]
    own = next((each for each in near if place_of(evidence, each, act) != LINE), None)
    if own is None:
        party = evidence.parties[0 if act in side else -1]
        return party.id, ORIGIN if act in side else DESTINATION
    return own.who, place_of(evidence, own, act)


def place_of(evidence: Evidence, stage: Stage, act: Act) -> str:
    """Return where a stage is: its own place, its party's, or the side of the line it is on."""
    if stage.where or act_of(stage) is Act.SEND:
        return stage.where or LINE
    side = ORIGIN if act in SENDER or act is Act.COPY else DESTINATION
    return evidence.party(stage.who).place or side

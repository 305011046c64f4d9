"""A run as data for other programs, in the shape that the contract of commands promises."""

from __future__ import annotations

from cablesim.documents.claim import Claim
from cablesim.documents.route import Stage
from cablesim.office.clock import elapsed
from cablesim.office.event import Event
from cablesim.scenario.choices import Choices
from cablesim.scenario.events import events
from cablesim.scenario.running import run
from cablesim.scenario.scenario import Scenario

FORMAT = 1
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def walk_json(scenario: Scenario, choices: Choices) -> dict[str, Json]:
    """Return the whole walk: events, copies and claims, with format, scenario, version and seed.

    The key `normalisation` names the book's rules and what they changed in this text.
    """
    made = run(scenario, choices)
    stages = {stage.id: stage for stage in scenario.evidence.route.stages}
    return {
        "format": FORMAT,
        "scenario": scenario.id,
        "version": scenario.version,
        "seed": choices.seed,
        "normalisation": list(made.outgoing.changed),
        "events": [_event(event, stages[event.stage]) for event in events(made)],
        "copies": [
            {
                "number": copy.number,
                "holder": copy.holder,
                "kind": copy.kind,
                "standing": scenario.copies_standing.value,
            }
            for copy in made.copies
        ],
        "claims": [_claim(claim) for claim in scenario.evidence.claims],
        "faults": [str(fault) for fault in scenario.faults],
    }


def _claim(claim: Claim) -> dict[str, Json]:
    """Return one claim."""
    return {
        "id": claim.id,
        "standing": claim.standing.value,
        "text": claim.text,
        "quote": claim.quote,
        "line": claim.line,
        "source": claim.source,
        "from": list(claim.rests_on),
        "asks": claim.asks,
    }


def _event(event: Event, stage: Stage) -> dict[str, Json]:
    """Return one event."""
    return {
        "stage": event.stage,
        "who": event.who,
        "where": event.where,
        "form": event.form.value,
        "text": event.text,
        "readable_by": list(event.readable_by),
        "moment": _moment(event, stage),
        "teaching": event.teaching,
        "claims": list(stage.sure),
        "act": event.act.value,
        "about": event.about,
    }


def _moment(event: Event, stage: Stage) -> dict[str, Json] | None:
    """Return the printed moment of the stage, or the simulated one, or nothing."""
    if stage.moment is not None:
        return {
            "event": stage.moment.event,
            "printed": stage.moment.printed,
            "clock": stage.moment.clock,
            "standing": stage.moment.standing.value,
        }
    if event.minutes is None:
        return None
    return {
        "event": "simulated time since signature",
        "printed": elapsed(event.minutes),
        "clock": "simulated",
        "standing": "invented",
    }

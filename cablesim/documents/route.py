"""The route: stages in order, each with the claims that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from cablesim.documents.moment import Moment
from cablesim.errors import CablesimError

MOST_TOLD = 12


class RouteError(CablesimError):
    """Stages that wait for each other, or for a stage that is not there."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: who does it and where, after which stages, the claims shown beside it.

    `act` says what is done where the id alone does not.
    """

    id: str
    title: str
    who: str
    where: str
    after: tuple[str, ...] = ()
    moment: Moment | None = None
    sure: tuple[str, ...] = ()
    act: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """Stages in the order in which they are walked; it refuses an order that is a circle."""

    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        names = {stage.id for stage in self.stages}
        for stage in self.stages:
            for before in stage.after:
                if before not in names:
                    raise RouteError(
                        f"stage '{stage.id}' comes after '{before}', which is no stage"
                    )
        try:
            TopologicalSorter({stage.id: stage.after for stage in self.stages}).prepare()
        except CycleError as error:
            names_in = error.args[1]
            circle = " after ".join(f"'{name}'" for name in names_in[:MOST_TOLD])
            circle += " after ..." if len(names_in) > MOST_TOLD else ""
            raise RouteError(
                f"these stages wait for each other: {circle}; break the circle"
            ) from error

"""The student's walk while its files are being written: looked at anew whenever one is saved.

The walker keeps place, answers and choices from one look to the next, and nothing of it goes to
the learner's record. Where the files cannot be opened any more, the last good walk stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cablesim.authoring.checker import Report, check
from cablesim.authoring.watching import Stamp, stamp
from cablesim.errors import CablesimError
from cablesim.lessons.record import Record
from cablesim.lessons.walk import Walk
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.finding import Finding


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a folder: what the checker says, and the walk where it can be opened."""

    stamp: Stamp
    report: Report
    walk: Walk | None
    refused: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be mended, errors first."""
        order = tuple(Severity)
        return tuple(sorted(self.report.findings, key=lambda each: order.index(each.severity)))


class Preview:
    """A folder under watch; `walk` is the last good one, `look` the latest look."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.record = Record(None)
        self.walk: Walk | None = None
        self.latest: Look | None = None

    @property
    def changed(self) -> bool:
        """A file was saved since the latest look."""
        return self.latest is None or stamp(self.path) != self.latest.stamp

    @property
    def stale(self) -> bool:
        """The latest look found no walk; the last good one is from before."""
        return self.latest is None or self.latest.walk is None

    def look(self) -> Look:
        """Check the folder and make the walk; nothing of this preview is changed yet.

        Safe to call in a thread: what it returns is taken in by `take`.
        """
        before = stamp(self.path)
        report = check(self.path)
        if report.scenario is None:
            return Look(before, report, None)
        try:
            return Look(before, report, Walk(report.scenario, self.record))
        except CablesimError as error:
            return Look(before, report, None, str(error))

    def take(self, look: Look) -> None:
        """Take in a look; the walker stays where they were, as near as the pages allow."""
        self.latest = look
        if look.walk is None:
            return
        place = self.walk.index if self.walk is not None else 0
        page = self.walk.page.id if self.walk is not None else ""
        self.walk = look.walk
        if page and page != look.walk.page.id and all(p.id != page for p in look.walk.pages):
            look.walk.go(look.walk.pages[min(place, len(look.walk.pages) - 1)].id)

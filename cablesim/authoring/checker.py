"""The checker: everything that can be said of a scenario's files, at once and in their order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cablesim.scenario.finding import Finding, ScenarioError, Severity
from cablesim.scenario.loading import load
from cablesim.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says of one folder; the scenario where it can be opened."""

    path: Path
    findings: tuple[Finding, ...]
    files: int
    scenario: Scenario | None = None

    @property
    def clean(self) -> bool:
        """Whether nothing must or should be mended."""
        return all(finding.severity is Severity.NOTICE for finding in self.findings)


def check(path: Path) -> Report:
    """Check one scenario's folder; whatever is wrong is a finding, never an error."""
    files = sum(1 for each in path.iterdir() if each.is_file()) if path.is_dir() else 0
    try:
        scenario = load(path)
        return Report(path, scenario.faults, files, scenario)
    except ScenarioError as error:
        return Report(path, error.findings, files)

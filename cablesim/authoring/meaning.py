"""What a finding means: what was found, and the page of its code."""

from __future__ import annotations

from cablesim.authoring.explaining import page_of
from cablesim.errors import CablesimError
from cablesim.scenario.finding import Finding


def meaning_of(finding: Finding) -> str:
    """Return what a finding says, what to write instead, and the page of its code."""
    parts = [str(finding)]
    if finding.mend:
        parts.append("F6 carries the cure out in the file; Ctrl+Z takes it back.")
    try:
        parts.append(page_of(finding.code))
    except CablesimError as error:
        parts.append(str(error))
    return "\n\n".join(parts)

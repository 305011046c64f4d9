"""What a finding means: what was found, and the page of its code."""

from __future__ import annotations

from cablesim.scenario.finding import Finding

FAMILIES = {
    "T": "text: how the file is written down",
    "S": "shape: which keys it has, and what stands in them",
    "H": "history: quotes, sources, standing",
    "C": "cipher: book, pad, groups",
    "E": "exercises",
    "V": "variants of exercises",
    "L": "leaks: an answer that can be read elsewhere",
    "A": "access: whether everybody can read it",
}


def meaning_of(finding: Finding) -> str:
    """Return what a finding says, what to write instead, and what its family is about."""
    parts = [str(finding)]
    if finding.write_instead:
        parts.append(f"Write instead: {finding.write_instead}")
    family = FAMILIES.get(finding.code[:1])
    if family:
        parts.append(f"Family {finding.code[:1]}: {family}.")
    return "\n\n".join(parts)

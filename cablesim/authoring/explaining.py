"""The pages of the codes: what a finding means, why it matters, an example and its cure."""

from __future__ import annotations

from pathlib import Path

from cablesim.errors import CablesimError
from cablesim.scenario.diagnostics import CODES
from cablesim.scenario.finding import nearest


class UnknownCode(CablesimError):  # noqa: N818 - the name says what was found.
    """A code that no finding has."""


def folder() -> Path:
    """Return where the pages lie: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_diagnostics"
    return inside if inside.is_dir() else package.parent / "docs" / "diagnostics"


def page_of(code: str) -> str:
    """Return the page of a code as Markdown; raise `UnknownCode` with the nearest one."""
    name = code.upper()
    if name not in CODES:
        near = nearest(name, CODES)
        hint = f"did you mean '{near}'?" if near else "see all of them: cablesim explain"
        raise UnknownCode(f"there is no code '{code}'; {hint}")
    try:
        return (folder() / f"{name}.md").read_text(encoding="utf-8")
    except OSError as error:
        raise CablesimError(
            f"the page of {name} cannot be read ({error.strerror}); install cablesim again"
        ) from error

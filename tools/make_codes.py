"""Write docs/diagnostics/README.md: all codes by family, each with its page.

python tools/make_codes.py
python tools/make_codes.py --check
"""

from __future__ import annotations

import sys
from pathlib import Path

from cablesim.scenario.diagnostics import CODES, FAMILIES, Severity

PAGE = Path(__file__).resolve().parent.parent / "docs" / "diagnostics" / "README.md"
HEAD = """# What the checker says

`cablesim check PATH...` tells everything that is wrong with a scenario at once.
Every finding has a code: a letter for its family and three figures.
`cablesim explain CODE` prints the page of a code.
Its example gives that code and no other, and its cure is clean; the tests prove both.
A code that is a warning lets the scenario open.
All others keep it closed, or keep out the exercise that they are about.
"""


def text() -> str:
    """Return the page."""
    lines = [HEAD]
    for letter, family in FAMILIES.items():
        lines.append(f"\n## {letter}: {family}\n\n| code | what is told | |\n|---|---|---|\n")
        for code in CODES.values():
            if code.name.startswith(letter):
                weight = "warning" if code.severity is Severity.WARNING else ""
                lines.append(f"| [{code.name}]({code.name}.md) | {code.title} | {weight} |\n")
    return "".join(lines)


def main() -> int:
    """Write the page, or tell whether it is that of today's codes."""
    if "--check" in sys.argv[1:]:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text()
        if not same:
            print("docs/diagnostics/README.md is old; run python tools/make_codes.py")
        return 0 if same else 1
    PAGE.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

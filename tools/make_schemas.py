"""Write the JSON Schemas of a scenario's files to scenarios/schema, which their first lines name.

python tools/make_schemas.py
python tools/make_schemas.py --check
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cablesim.authoring.schema import names, schema_named

FOLDER = Path(__file__).resolve().parent.parent / "scenarios" / "schema"


def texts() -> dict[str, str]:
    """Return the text of each schema by its file name."""
    return {
        f"{name}-1.json": json.dumps(schema_named(name), indent=1, ensure_ascii=True) + "\n"
        for name in names()
    }


def main() -> int:
    """Write the schemas, or tell whether they are those of today's shapes."""
    if "--check" in sys.argv[1:]:
        stale = [
            name
            for name, text in texts().items()
            if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != text
        ]
        if stale:
            print(f"these schemas are old: {', '.join(stale)}; run python tools/make_schemas.py")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

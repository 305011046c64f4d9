"""Make the practice code book from the vocabulary beside this script.

The book is invented for teaching. Its words were gathered for this program: the vocabulary of the
printed page, diplomatic and military words of the period, and the commonest words of English
official prose; personal names are left out on purpose, so that they have to be spelled.

It is a two-part book: the order of its groups has nothing to do with the alphabet. Groups are
drawn from 0000 to 9999 with the version-stable draws of the program, a group of four equal figures
never, so the same vocabulary always gives the same book, byte for byte.

    python tools/make_codebook.py            write the book
    python tools/make_codebook.py --check    exit 1 if the book on disk differs
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cablesim.codes.codebook import Control  # noqa: E402 - the path is set just above.
from cablesim.modern.digits import Stream  # noqa: E402 - the same.

VOCABULARY = ROOT / "tools" / "vocabulary"
BOOK = ROOT / "scenarios" / "stalin-zhou-3305" / "codebook.toml"
SECRET = b"cablesim practice book"
LABEL = "draw1|codebook"
SEVERAL = {
    **dict.fromkeys(("THE", "OF THE", "."), 6),
    **dict.fromkeys(("OF", "TO", "AND", ",", "IN", "A"), 5),
    **dict.fromkeys(("IN THE", "TO THE", "THAT", "IS", "FOR", "BE", "IT", "WE", "paragraph"), 4),
    **dict.fromkeys(
        (
            "ON",
            "WITH",
            "BY",
            "HAVE",
            "THIS",
            "NOT",
            "OUR",
            "YOUR",
            "YOU",
            "THEIR",
            "FROM",
            "AT",
            "AS",
            "AND THE",
            "ON THE",
            "BY THE",
            "FOR THE",
            "THAT THE",
            "begin-spell",
            "end-spell",
        ),
        3,
    ),
    **dict.fromkeys(
        (
            "I",
            "AN",
            "HAS",
            "ARE",
            "WAS",
            "WILL",
            "HIS",
            "TO BE",
            "OF A",
            "IN A",
            "OR",
            "BUT",
            "IF",
            "ALL",
            "begin-figures",
            "end-figures",
            "close-up",
            "’",
            "'",
            "-",
            "(",
            ")",
        ),
        2,
    ),
}
CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = ".,:;?!'’‘\"“”„«»()[]{}<>-–—/\\…№#%&+=*@_|~^`·°§$£€"
NULLS = 12
NOTE = "Invented for teaching. Nobody has shown which cipher or code carried No. 3305."


def lines(name: str) -> list[str]:
    """Return the entries of one vocabulary file."""
    return (VOCABULARY / name).read_text(encoding="utf-8").split("\n")[:-1]


def tables() -> dict[str, list[str]]:
    """Return the plains of every table, sorted."""
    return {
        "words": sorted({*lines("words.txt"), *lines("phrases.txt")}),
        "syllables": lines("syllables.txt"),
        "letters": [*LATIN, *CYRILLIC],
        "figures": list("0123456789"),
        "signs": sorted(SIGNS),
        "controls": [control.value for control in Control],
    }


def quoted(text: str) -> str:
    """Return a text in TOML quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def book() -> str:
    """Return the whole book as TOML."""
    possible = [f"{n:04d}" for n in range(10_000) if len(set(f"{n:04d}")) > 1]
    groups = iter(Stream(SECRET, LABEL).shuffle(possible))
    out = [
        "# Made by tools/make_codebook.py; edit the vocabulary there, not this file.",
        "format = 1",
        'title = "The practice book"',
        f"note = {quoted(NOTE)}",
    ]
    for name, plains in tables().items():
        out += ["", f"[{name}]"]
        for plain in plains:
            drawn = [quoted(next(groups)) for _ in range(SEVERAL.get(plain, 1))]
            value = drawn[0] if len(drawn) == 1 else f"[{', '.join(drawn)}]"
            out.append(f"{quoted(plain)} = {value}")
    nulls = ", ".join(quoted(next(groups)) for _ in range(NULLS))
    return "\n".join([*out, "", "[nulls]", f"groups = [{nulls}]", ""])


def main() -> int:
    """Write the book, or compare it with the one on disk."""
    text = book()
    if "--check" in sys.argv[1:]:
        same = BOOK.is_file() and BOOK.read_text(encoding="utf-8") == text
        print("the practice book is as its vocabulary makes it" if same else "it differs")
        return 0 if same else 1
    BOOK.parent.mkdir(parents=True, exist_ok=True)
    BOOK.write_text(text, encoding="utf-8")
    entries = sum(map(len, tables().values()))
    print(f"{BOOK.relative_to(ROOT)}: {entries} entries and {NULLS} nulls")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Hostile scenario folders, made anew for every run: each case spoils a sound folder in one way.

The names say the kind: `term` terminal sequences, `uni` signs of Unicode that hide or turn, `mark`
markup of others, `bomb` what grows or stalls, `path` files that are none or lie elsewhere, `type`
values of another type, `mut` keys renamed or doubled, `ver` other formats.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Spoil = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Case:
    """One way to spoil a folder; `walks` where the walk is tried as well as the check."""

    name: str
    spoil: Spoil
    walks: bool = True

    @property
    def kind(self) -> str:
        """The kind that the name begins with."""
        return self.name.partition("-")[0]


def put(file: str, old: str, new: str) -> Spoil:
    """Write something instead of the first place where a text stands in a file."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogatepass"))

    return spoil


def whole(file: str, content: bytes | str) -> Spoil:
    """Write a whole file anew."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return lambda folder: _write(folder / file, data)


def _write(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(data)


def escaped(text: str) -> str:
    """Return a text as it is written between the quotes of a TOML text, all signs by number."""
    return "".join(f"\\U{ord(sign):08x}" for sign in text)


SEQUENCES = {
    "clear": "\x1b[2J\x1b[H",
    "clipboard": "\x1b]52;c;aGk=\x07",
    "title": "\x1b]0;owned\x1b\\",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\",
    "device": "\x1bP+q544e\x1b\\",
    "program": "\x1b_x\x1b\\",
    "report": "\x1b[6n",
    "open-ended": "\x1b]0;never ends",
    "c1": "\u009b2J\u009d0;x\u009c",
    "bell": "\a" * 50,
    "backspace": "abc\b\b\bxyz",
    "return": "shown\rhidden",
    "nul": "a\0b",
    "shift-out": "\x0eabc\x0f",
    "delete": "a\x7fb",
    "vertical": "a\x0bb\x0cc",
}
HIDDEN = {
    "override": "a\u202egnp.exe\u202c",
    "isolate": "\u2066a\u2067b\u2068c\u2069",
    "embedding": "\u202aa\u202bb\u202c",
    "marks": "a\u200eb\u200fc\u061cd",
    "zero-width": "a\u200bb\u200cc\u200dd\u2060e",
    "byte-order": "a\ufeffb",
    "soft-hyphen": "a\u00adb",
    "tags": "a" + "".join(chr(0xE0000 + ord(sign)) for sign in "ignore") + "b",
    "separators": "a\u2028b\u2029c",
    "noncharacter": "a\ufffeb\U0010ffffc",
    "private": "a\ue000b",
    "combining": "e" + "\u0301" * 2_000,
    "wide": "👩\u200d👩\u200d👧\u200d👦" * 50,
    "right-to-left": "שלום عالم",
    "variation": "a\ufe0fb\U000e0100c",
    "annotation": "a\ufff9b\ufffac\ufffbd",
}
MARKUP = {
    "closing": "[/y]",
    "style": "[b][red]x[/red][/b] [Stalin] [sic]",
    "action": "[@click=app.quit]go[/]",
    "screenshot": "[@click=app.screenshot('../x.svg','/tmp')]Read on[/]",
    "link": "[link=http://example.org]x[/link]",
    "markdown": "[x](javascript:alert(1)) ![x](http://example.org/x.png) <b>x</b>",
    "fields": "{0.__class__} {name!r:>9999999} {} {{",
    "percent": "%s %n %(x)s %999999999d",
    "template": "{{ 7 * 7 }} {% raw %} ${PATH} `id` $(id)",
    "backslash": r"\[b] \\[ C:\new\table",
    "emoji-code": ":smile: :warning:",
    "many-brackets": "[" * 3_000 + "]" * 3_000,
}
PLACES: dict[str, tuple[str, str, str]] = {
    "title": ("scenario.toml", 'title = "', 'title = "{}'),
    "name": ("scenario.toml", 'name = "The Director', 'name = "{}The Director'),
    "claim": ("history.toml", 'text = "', 'text = "{}'),
    "stage": ("history.toml", 'title = "At sign', 'title = "{}At sign'),
    "term": ("glossary.toml", 'term = "', 'term = "{}'),
    "banner": ("teaching.toml", 'banner = "', 'banner = "{}'),
}


def _texts(kind: str, texts: dict[str, str]) -> Iterator[Case]:
    """Put each text at two of the places in turn, and raw into keys, pages, words, document."""
    places = list(PLACES.items())
    for number, (name, text) in enumerate(texts.items()):
        for place, (file, old, new) in (places[number % 6], places[(number + 2) % 6]):
            yield Case(f"{kind}-{name}-{place}", put(file, old, new.format(escaped(text))))
        raw = text.replace('"', "").replace("\\", "")
        unread = {
            "raw": put("history.toml", 'text = "', f'text = "{raw}'),
            "key": put("history.toml", "format = 1", f'format = 1\n"{escaped(text)}" = 1'),
            "page": put("walk.md", "# cover", f"# {text}"),
        }
        which = list(unread)[number % 3]
        yield Case(f"{kind}-{name}-{which}", unread[which], walks=False)
        yield Case(f"{kind}-{name}-walk", put("walk.md", "Read it.", f"Read {text} it."))
        if number % 3 == 0:
            yield Case(f"{kind}-{name}-document", _document(text))


def _document(text: str) -> Spoil:
    """Put a text into the document without pinning it anew, so that its hash is wrong."""

    def spoil(folder: Path) -> None:
        path = folder / "document.txt"
        path.write_bytes(text.encode("utf-8", "surrogatepass") + path.read_bytes())

    return spoil


def _claims(count: int, *, chained: bool) -> str:
    """Return many claims; chained, each is inferred from the next and the last from the first."""
    rows = ["format = 1"]
    for number in range(count):
        other = (number + 1) % count
        rows += ["[[claim]]", f'id = "c-{number}"', 'text = "x"']
        rows += (
            ['standing = "inference"', f'from = ["c-{other}"]', 'doubt = "y"']
            if chained
            else ['standing = "gap"', 'asks = "z"']
        )
    return "\n".join([*rows, ""])


def _near_names(count: int) -> str:
    """Return claims with long ids that are all alike, each inferred from one that there is not."""
    rows = ["format = 1"]
    for name in (f"c-{'a' * 40}{number}" for number in range(count)):
        rows.append(f'[[claim]]\nid = "{name}"\ntext = "x"\nstanding = "inference"')
        rows.append(f'from = ["{name}x"]\ndoubt = "y"')
    return "\n".join([*rows, ""])


def _stages(count: int, *, cyclic: bool) -> Spoil:
    """Write a route of many stages, each after the one before, perhaps in a circle."""

    def spoil(folder: Path) -> None:
        path = folder / "history.toml"
        head = path.read_text(encoding="utf-8").partition("[[stage]]")[0]
        rows = [head]
        for number in range(count):
            before = number - 1 if number else count - 1
            after = f'["s-{before}"]' if number or cyclic else "[]"
            rows.append(
                f'[[stage]]\nid = "s-{number}"\ntitle = "x"\nwho = "office"\nafter = {after}\n'
            )
        path.write_text("\n".join(rows), encoding="utf-8")

    return spoil


def _entries(count: int) -> str:
    """Return a code book of many entries, all with one group."""
    rows = ['format = 1\ntitle = "b"\n[words]']
    rows += [f'"W{number}" = "0001"' for number in range(count)]
    rows += [f'[{table}]\n"A" = "0001"' for table in ("letters", "figures", "signs")]
    rows += ['[controls]\nrepeat = "0002"\n[nulls]\ngroups = ["0003"]']
    return "\n".join(rows)


BOMBS: dict[str, Spoil] = {
    "dots": whole("history.toml", "a" + ".a" * 20_000 + " = 1\n"),
    "dots-in-head": whole("history.toml", "[" + ".".join(["a"] * 20_000) + "]\n"),
    "quoted-dots": whole("history.toml", '"a"' + '."a"' * 10_000 + " = 1\n"),
    "lists": whole("history.toml", "a = " + "[" * 50_000 + "\n"),
    "lists-over-lines": whole("history.toml", "a = " + "[\n" * 50_000 + "\n"),
    "tables": whole("history.toml", "a = " + "{b = " * 20_000 + "\n"),
    "digits": whole("history.toml", "a = " + "9" * 200_000 + "\n"),
    "underscored": whole("history.toml", "a = 1" + "_1" * 100_000 + "\n"),
    "hex": whole("history.toml", "a = 0x" + "f" * 200_000 + "\n"),
    "exponent": whole("history.toml", "a = 1e" + "9" * 90 + "\n"),
    "date": whole("history.toml", "a = 9999-99-99T99:99:99Z\n"),
    "large": whole("history.toml", b"#" * 300_000),
    "giant": whole("history.toml", b"#" * 20_000_000),
    "keys": whole("history.toml", "".join(f"k{n} = 1\n" for n in range(18_000))),
    "heads": whole("history.toml", "".join(f"[t{n}]\n" for n in range(18_000))),
    "claims": whole("history.toml", _claims(3_000, chained=False)),
    "inferred-in-a-circle": whole("history.toml", _claims(2_000, chained=True)),
    "near-names": whole("history.toml", _near_names(1_500)),
    "stages": _stages(1_500, cyclic=False),
    "stages-in-a-circle": _stages(1_500, cyclic=True),
    "long-line": put("history.toml", 'text = "', 'text = "' + "x" * 200_000),
    "quotes": whole("history.toml", 'a = """' + '"' * 100_000),
    "backslashes": whole("history.toml", 'a = "' + "\\" * 100_000 + '"\n'),
    "apostrophes": whole("history.toml", "a = '''" + "'" * 100_000),
    "blanks-in-walk": whole("walk.md", "# cover\n\nx" + " " * 200_000 + "x\n"),
    "lines-in-walk": whole("walk.md", "# cover\n\n" + "x\n" * 120_000),
    "braces-in-walk": whole("walk.md", "# cover\n\n" + "{" * 100_000 + "\n"),
    "marks-in-walk": whole("walk.md", "# cover\n\nx {" + "c-gap," * 30_000 + "}\n"),
    "unknown-claims": whole("walk.md", "# cover\n" + "\nx {c-x}\n" * 4_000),
    "long-page-in-walk": put("walk.md", "# cover", "# " + "a" * 150_000),
    "pages-in-walk": whole("walk.md", "".join(f"# p{n}\n\nx {{task}}\n" for n in range(12_000))),
    "same-page": whole("walk.md", "# cover\n" * 20_000),
    "options": whole("walk.md", "# cover\n\nPredict: x\n" + "(x) y\n" * 30_000 + "Why: z\n"),
    "book": whole("codebook.toml", _entries(12_000)),
    "pad": put("teaching.toml", "pages = 60, groups = 60", "pages = 300, groups = 100"),
    "too-large-pad": put("teaching.toml", "pages = 60", "pages = 2000"),
    "small-pad": put("teaching.toml", "pages = 60, groups = 60", "pages = 1, groups = 3"),
    "copies": put("scenario.toml", "count = 2", "count = 99"),
    "lines": whole("document.txt", b"\n" * 250_000),
    "document-line": whole("document.txt", b"A" * 250_000),
    "merge": whole("history.toml", "a: &a [x]\nb: *a\n<<: *a\n"),
    "laughs": whole("walk.md", '<!DOCTYPE x [<!ENTITY a "b">]>\n&a;\n'),
    "json": whole("history.toml", "[" * 3_000 + "]" * 3_000),
}


def _named(name: str) -> Spoil:
    """Name another file as the document and the book."""

    def spoil(folder: Path) -> None:
        put("scenario.toml", 'file = "document.txt"', f'file = "{escaped(name)}"')(folder)
        put("teaching.toml", 'book = "codebook.toml"', f'book = "{escaped(name)}"')(folder)

    return spoil


def _linked(file: str, target: str) -> Spoil:
    """Put a link in the place of a file."""

    def spoil(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).symlink_to(target)

    return spoil


def _moved(file: str, act: Callable[[Path, Path], object]) -> Spoil:
    """Move a file out of the folder and put something else in its place."""

    def spoil(folder: Path) -> None:
        outside = folder.parent / f"outside-{file}"
        (folder / file).rename(outside)
        act(folder / file, outside)

    return spoil


def _socket(path: Path, _outside: Path) -> None:
    """Make a socket; its path must be short, so it is made from within its folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _paths() -> Iterator[Case]:
    """Name files that lie elsewhere, and put things in the place of files."""
    for number, name in enumerate(
        (
            "../outside.txt", "/etc/passwd", "/dev/zero", "/proc/self/environ", "..", ".", "",
            "a/b", "a\\b", "C:\\x", "x\0y", "~/x", "$HOME/x", "document.txt/", "./document.txt",
            "DOCUMENT.TXT", "x" * 5_000, "-rf", "history.toml", "\x1b[2J", "file:///etc/passwd",
        )
    ):  # fmt: skip
        yield Case(f"path-named-{number}", _named(name))
    for file in ("document.txt", "history.toml", "teaching.toml", "codebook.toml", "walk.md"):
        yield Case(f"path-link-{file}", _linked(file, "/etc/passwd"))
        yield Case(f"path-zero-{file}", _linked(file, "/dev/zero"))
        yield Case(f"path-loop-{file}", _linked(file, file))
        yield Case(f"path-dangling-{file}", _linked(file, "nowhere"))
        yield Case(f"path-hard-{file}", _moved(file, lambda path, out: os.link(out, path)))
        yield Case(f"path-pipe-{file}", _moved(file, lambda path, _: os.mkfifo(path)))
        yield Case(f"path-socket-{file}", _moved(file, _socket))
        yield Case(f"path-folder-{file}", _moved(file, lambda path, _: path.mkdir()))
        yield Case(f"path-missing-{file}", _moved(file, lambda _, __: None))
        yield Case(f"path-empty-{file}", whole(file, b""))
        yield Case(f"path-bytes-{file}", whole(file, b"\xff\xfe\0\0\x80" * 40))
    yield Case("path-names", _odd_names)


def _odd_names(folder: Path) -> None:
    """Lay files with odd names beside the others."""
    for name in (b"\x1b[2J", b"\xff\xfe", "\u202egnp".encode(), b"a\nb.walk", b"x.walk"):
        (folder / os.fsdecode(name)).write_bytes(b"\x1b[2J\0\xff")


VALUES = {
    "number": "5", "zeros": "03305", "float": "1.5", "yes": "true", "date": "1950-07-13",
    "time": "12:15:00", "list": '["a", "b"]', "table": "{ a = 1 }", "empty": '""', "nan": "nan",
    "infinite": "-inf", "negative": "-1", "nested": "[[[]]]", "bare": "no", "none": "",
}  # fmt: skip
KEYS = (
    ("scenario.toml", "format"), ("scenario.toml", "id"), ("scenario.toml", "version"),
    ("scenario.toml", "minutes"), ("scenario.toml", "authors"), ("scenario.toml", "sha256"),
    ("scenario.toml", "telegram"), ("scenario.toml", "to"), ("scenario.toml", "count"),
    ("history.toml", "standing"), ("history.toml", "who"), ("history.toml", "after"),
    ("history.toml", "sure"), ("teaching.toml", "pad"), ("teaching.toml", "closing"),
    ("teaching.toml", "book"), ("teaching.toml", "text"), ("glossary.toml", "term"),
)  # fmt: skip


def _valued(file: str, key: str, value: str) -> Spoil:
    """Give a key another value, the first time it is written."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        changed, count = re.subn(rf"(?m)^{key} = .*$", lambda _: f"{key} = {value}", text, count=1)
        assert count, (file, key)
        path.write_text(changed, encoding="utf-8")

    return spoil


def _doubled(file: str, key: str) -> Spoil:
    """Write a key's line twice."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?m)^({key} = .*)$", r"\1\n\1", text, count=1), encoding="utf-8")

    return spoil


def _renamed(file: str, key: str) -> Spoil:
    """Write a key with a slip of the pen."""
    return put(file, f"{key} = ", f"{key[:-1]}{key[-1] * 2} = ")


def _versions() -> Iterator[Case]:
    """Write other formats and versions."""
    for number, value in enumerate(
        ("0", "2", "99", "-1", '"1"', "1.0", "true", "1e9", "10000000000000000000000")
    ):
        for file in ("scenario.toml", "history.toml", "glossary.toml"):
            yield Case(f"ver-{number}-{file}", _valued(file, "format", value))
    for number, value in enumerate(
        ('"1"', '"1.0.0.0"', '"9999999999.0.0"', '"\\u001b[2J"', '"1.0.0-x"')
    ):
        yield Case(f"ver-content-{number}", _valued("scenario.toml", "version", value))


def cases() -> tuple[Case, ...]:
    """Return the whole corpus."""
    return (
        *_texts("term", SEQUENCES),
        *_texts("uni", HIDDEN),
        *_texts("mark", MARKUP),
        *(Case(f"bomb-{name}", spoil) for name, spoil in BOMBS.items()),
        *_paths(),
        *(
            Case(f"type-{file[0]}-{key}-{name}", _valued(file, key, value), walks=False)
            for number, (file, key) in enumerate(KEYS)
            for place, (name, value) in enumerate(VALUES.items())
            if (number + place) % 3 == 0
        ),
        *(
            Case(f"mut-renamed-{file[0]}-{key}", _renamed(file, key), walks=False)
            for file, key in KEYS
        ),
        *(
            Case(f"mut-doubled-{file[0]}-{key}", _doubled(file, key), walks=False)
            for file, key in KEYS
        ),
        *_versions(),
    )

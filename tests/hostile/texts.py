"""Texts that act on terminals, hide or turn signs, or are markup of others, at every place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hostile.spoiling import Case, Spoil, escaped, put

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


def text_cases(kind: str, texts: dict[str, str]) -> Iterator[Case]:
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

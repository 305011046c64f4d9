"""The ten invented telegrams as scenarios, each in the form of its own: heads, parts, lists, ways.

Nothing here is historical: every name, place and number is made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from invented import GAP, head, quoted, specimen

SHORT_WAY = (("sign", "director"), ("send", "wire"), ("deliver", "reed"))
CYRILLIC_BOOK = """[cipher.book]
"МЕЛЬНИКИ" = "4071"
"НАПИСАЛИ НАМ" = ["0032", "8810"]
"О ПЛОТИНЕ" = "2215"
"СООБЩИТЕ" = "9004"
"ВАШИ СООБРАЖЕНИЯ" = "6616"
"""
BEAUFORT = """system = "beaufort"
parameters = { key = "FERRY" }
"""


@dataclass(frozen=True)
class Form:
    """What is particular to one telegram; `parties` are (id, role, name, alternative to, place)."""

    telegram: str
    parties: tuple[tuple[str, str, str, str, str], ...]
    stages: tuple[tuple[str, str], ...] = SHORT_WAY
    fields: tuple[tuple[str, str, int], ...] = ()
    copies: tuple[tuple[str, int], ...] = ()
    stated: str = ""
    lang: str = "en"
    cipher: str = ""
    more: str = ""
    one_file: bool = True


DIRECTOR = ("director", "originator", "The Director", "", "capital")
WIRE = ("wire", "line", "the wire to Eastmere", "", "line")
REED = ("reed", "consul", "Reed", "", "eastmere")
TARN = ("tarn", "addressee", "Anna Tarn", "", "eastmere")
HOLDERS = tuple(
    (name.lower(), "copy", name, "", "capital")
    for name in ("Marsh", "Oakley", "Brandt", "Sorrel", "Pike", "Wren", "Section", "File")
)
FORMS = {
    "S01_department_form.txt": Form(
        "{ first = 1, last = 18 }",
        (DIRECTOR, WIRE, REED, TARN, *HOLDERS),
        (
            ("sign", "director"),
            ("register", "section"),
            ("encipher", "section"),
            ("send", "wire"),
            ("decipher", "reed"),
            ("read-out", "reed"),
            ("fulfil", "reed"),
            ("file", "section"),
        ),
        (("special number", "212", 4), ("place", "EASTMERE", 9), ("copies", "5 copies", 15)),
        (("marsh", 1), ("oakley", 1), ("brandt", 1), ("section", 1), ("file", 1)),
        "total = 5\nline = 15",
        one_file=False,
    ),
    "S02_fused_header.txt": Form(
        "{ first = 1, last = 9 }",
        (
            DIRECTOR,
            WIRE,
            REED,
            ("tarn", "addressee", "Anna Tarn", "holm", "eastmere"),
            ("holm", "addressee", "Piet Holm", "tarn", "eastmere"),
            *HOLDERS,
        ),
        (("sign", "director"), ("encode", "director"), ("receive", "reed"), ("report", "reed")),
        (("time line", "Sent 02:40", 3), ("instruction", "ANNA TARN or PIET HOLM", 5)),
        (("marsh", 2), ("oakley", 1)),
    ),
    "S03_in_addition.txt": Form(
        "{ first = 1, last = 10 }",
        (
            ("reed", "originator", "Reed", "", "eastmere"),
            ("wire", "line", "the wire", "", "line"),
            ("office", "cipher office", "Sixth Section", "", "capital"),
            ("director", "addressee", "The Director", "", "capital"),
            ("marsh", "addressee", "Marsh", "", "capital"),
        ),
        (("sign", "reed"), ("wire", "wire"), ("decode", "office"), ("hand", "director")),
        (("continuation", "To my No. 3004 (incoming No. 20869).", 6), ("own number", "3010", 10)),
        (("marsh", 2),),
    ),
    "S04_two_messages.txt": Form(
        '[{ first = 1, last = 8, title = "the answer" },'
        ' { first = 10, last = 14, title = "the delivery report" }]',
        (
            ("tarn", "originator", "Anna Tarn", "", "eastmere"),
            ("reed", "ambassador", "Reed", "", "eastmere"),
            ("heron", "addressee", "HERON", "", "capital"),
            *HOLDERS,
        ),
        (("sign", "tarn"), ("cipher", "reed"), ("decipher", "section"), ("deliver", "section")),
        copies=(("marsh", 1), ("oakley", 1), ("brandt", 1)),
        one_file=False,
    ),
    "S05_clerk_line.txt": Form(
        "{ first = 1, last = 12 }",
        (REED, ("crane", "recipient", "Miller Crane", "", "stoneford"), *HOLDERS),
        (("draft", "reed"), ("approve", "reed"), ("check", "section"), ("copies", "section")),
        (("clerks", "Deciphered by Lund", 6), ("copies", "Distribution list - 10 copies", 7)),
        (("marsh", 2), ("oakley", 1), ("brandt", 1), ("sorrel", 1), ("pike", 1), ("wren", 1)),
        "total = 10\nagrees = false\nline = 7",
    ),
    "S06_stamps_in_text.txt": Form(
        "[{ first = 2, last = 9 }, { first = 14, last = 15 }]",
        (REED, TARN, *HOLDERS),
        (("anything", "reed"), ("elsewhere", "tarn")),
        (("specimen number", "Copy No 3", 7), ("stamp", "Incoming No 3377/k", 13)),
        (("marsh", 2), ("oakley", 1), ("brandt", 1)),
        more="text = [{ first = 9, last = 9 }, { first = 14, last = 14 }]\n",
        cipher=BEAUFORT,
    ),
    "S07_two_parts.txt": Form(
        '[{ first = 6, last = 9, title = "part 1" }, { first = 1, last = 4, title = "part 2" }]',
        (DIRECTOR, WIRE, REED, TARN),
        more="text = [{ first = 9, last = 9 }, { first = 4, last = 4 }]\n",
    ),
    "S08_chaser.txt": Form(
        "{ first = 1, last = 6 }",
        (("marsh", "originator", "Marsh", "", ""), ("reed", "addressee", "Reed", "", "")),
        (("sign", "marsh"), ("report", "reed")),
    ),
    "S09_russian_out.txt": Form(
        "{ first = 1, last = 11 }",
        (
            ("heron", "originator", "ХЕРОН", "", "stolitsa"),
            WIRE,
            ("consul", "consul", "Консул", "", "istmer"),
            ("tarn", "addressee", "Анна Тарн", "holm", "istmer"),
            ("holm", "addressee", "Пит Хольм", "tarn", "istmer"),
        ),
        (("sign", "heron"), ("encode", "heron"), ("send", "wire"), ("transmit", "consul")),
        (("handling", "Только проводом, шифром", 4), ("time line", "Поступила 02.40", 5)),
        lang="ru",
        cipher=CYRILLIC_BOOK,
    ),
    "S10_number_conflict.txt": Form(
        "{ first = 6, last = 9 }",
        (("heron", "originator", "HERON", "", ""), ("talbot", "consul", "Talbot", "", ""), TARN),
        (("send", "heron"), ("receive", "talbot"), ("deliver", "talbot"), ("deliver-2", "talbot")),
        (("kind and number", "CIPHERED TELEGRAM No. 3870", 7),),
        one_file=False,
    ),
}


def specimen_folder(folder: Path, name: str) -> Path:
    """Write one invented telegram as a scenario in the form of its own."""
    form, text = FORMS[name], specimen(name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "document.txt").write_text(text, encoding="utf-8")
    cipher = '[[cipher]]\nid = "own"\ntitle = "A cipher of its own"\n' + form.cipher
    made_up = form.more, cipher if form.cipher else ""
    head, history = _head(form, text.encode()), _history(form)
    files: dict[str, tuple[str, ...]] = {"scenario.toml": (form.more, head, history, made_up[1])}
    if not form.one_file:
        files = {"scenario.toml": (head,), "history.toml": (history,), "teaching.toml": made_up}
    for file, tables in files.items():
        (folder / file).write_text("format = 1\n" + "".join(tables), encoding="utf-8")
    return folder


def _head(form: Form, data: bytes) -> str:
    """Return the head: what it is, parties, form, copies."""
    lines = head(data, form.telegram, "invented-form", form.lang)
    for name, role, label, other, place in form.parties:
        lines += ["[[party]]", f'id = "{name}"', f'role = "{role}"', f"name = {quoted(label)}"]
        lines += [f'alternative_to = "{other}"'] if other else []
        lines += [f'place = "{place}"'] if place else []
    for kind, value, line in form.fields:
        lines += ["[[form]]", f'field = "{kind}"', f"value = {quoted(value)}", f"line = {line}"]
    for holder, count in form.copies:
        lines += ["[[copy]]", f'to = "{holder}"', f"count = {count}"]
    if form.stated:
        lines += ["[copies]", form.stated]
    return "\n".join(lines) + "\n"


def _history(form: Form) -> str:
    """Return the claims and the route."""
    lines = [*GAP]
    for name, who in form.stages:
        lines += ["[[stage]]", f'id = "{name}"', f'title = "At {name}"', f'who = "{who}"']
        lines += ['sure = ["c-gap"]']
        lines += ['act = "deliver"'] if name == "deliver-2" else []
    return "\n".join(lines) + "\n"

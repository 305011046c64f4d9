"""The other files of a draft: history, teaching, code book, glossary and the words of the walk."""

from __future__ import annotations

from cablesim.authoring.document_reading.found import Reading
from cablesim.authoring.drafting.claims import Draft
from cablesim.authoring.drafting.lines import FILL_IN, PROPOSED, head, key, text_of
from cablesim.authoring.drafting.parties import (
    FAR_OFFICE,
    GO_BETWEEN,
    LINE,
    OFFICE,
    SENDER,
    Drafted,
)
from cablesim.authoring.drafting.pieces import pieces_of

GROUPS = 60
# Id, title, who, made-up minutes (low, middle, high).
Stage = tuple[str, str, str, tuple[int, int, int]]
STAGES: tuple[Stage, ...] = (
    ("sign", "Signed", SENDER, (0, 0, 0)),
    ("register", "Entered and numbered", OFFICE, (2, 5, 10)),
    ("encode", "From words to code groups", OFFICE, (10, 30, 60)),
    ("encipher", "From code groups to cipher groups", OFFICE, (10, 30, 60)),
    ("send", "On the line", LINE, (10, 60, 180)),
    ("receive", "Received", FAR_OFFICE, (1, 5, 20)),
    ("repair", "Checked and repaired", FAR_OFFICE, (1, 10, 60)),
    ("decipher", "From cipher groups to code groups", FAR_OFFICE, (10, 30, 60)),
    ("decode", "From code groups to words", FAR_OFFICE, (10, 30, 60)),
    ("hand", "Handed over", "", (5, 10, 30)),
    ("deliver", "Passed on", "", (30, 120, 600)),
    ("report", "Reported back", "", (30, 120, 600)),
    ("copies", "The copies", OFFICE, (10, 30, 90)),
)
_TASKS = {
    "cover": "Look at the paper before you read the words: its kind, its date, its form.",
    "sign": "Read the signature. What does it tell you, and what not?",
    "register": "Which marks did an office add, and what for?",
    "encode": "What on the page tells you how the message was written in code, if it was?",
    "encipher": "Who could see the clear text here?",
    "send": "What does the page say of the way it went?",
    "receive": "What would you need to know the hour of arrival?",
    "repair": "What would show that groups were damaged?",
    "decipher": "Which names stand on the page, and which do not?",
    "decode": "What would show you the text that lay on the desk?",
    "hand": "To whom is it addressed, and for whom is it meant?",
    "deliver": "Look for the words that say what is to be done with the message.",
    "report": "Does the page ask for an answer? Where?",
    "copies": "Count the copies. Who is on the list, and who is not?",
    "end": "Which gap would you try to close first, and with which document?",
}
_TEACHING = {
    "encode": "What goes through the book is the printed page. It is an exercise with the page, "
    "not a reconstruction of what was sent.",
    "encipher": "Each practice group is added to a pad group, figure by figure, without carrying.",
    "modern": "Now the same page with today's cryptography, really carried out.",
}
_QUESTION = """Predict: Add 479 and 856 without carrying. What stands below?
( ) 1335 -- You carried, as in a sum of money; here no figure touches its neighbour. {teaching}
(x) 225
( ) 623 -- You took the pad away; that is what the receiver does. {teaching}
Why: 4 and 8 make 2, 7 and 5 make 2, 9 and 6 make 5: each tens figure is dropped. {teaching}"""


def stages_of(reading: Reading) -> tuple[Stage, ...]:
    """Return the stages of the way; without a copy list there is none for copies."""
    return tuple(stage for stage in STAGES if stage[0] != "copies" or reading.copies.holdings)


def history_file(reading: Reading, parties: tuple[Drafted, ...], claims: tuple[Draft, ...]) -> str:
    """Return the text of `history.toml`: claims, and the stages of the way."""
    lines = [
        "#:schema history",
        "# Only what can be shown. Nothing made up for teaching may stand in this file.",
        "#   document   the telegram says it                    quote, line",
        "#   edition    heading, bracket or summary say it      quote, line",
        "#   elsewhere  another document or work says it        source",
        "#   inference  it is reasoned out from other claims    from, doubt",
        "#   gap        nobody has shown it                     asks",
        "format = 1",
    ]
    for claim in claims:
        lines += _claim(claim)
    reader = next((each.id for each in parties if each.id == GO_BETWEEN), "")
    last = reader or next(each.id for each in parties if each.role == "addressee")
    before = ""
    for name, title, who, _ in stages_of(reading):
        after = "sign" if name == "copies" else before
        lines += [*head("stage"), key("id", name), key("title", title), key("who", who or last)]
        if name == "send":
            lines.append(key("where", "line"))
        lines.append(key("after", [after] if after else []))
        lines += _moment(reading, name)
        lines.append(key("sure", [claim.id for claim in claims if claim.stage == name]))
        before = name
    return text_of(lines)


def _claim(claim: Draft) -> list[str]:
    """Return one claim."""
    lines = head("claim", PROPOSED if claim.quote else FILL_IN)
    lines += [key("id", claim.id), key("standing", claim.standing), key("text", claim.text)]
    if claim.quote:
        return [*lines, key("quote", claim.quote), key("line", claim.line)]
    return [*lines, key("asks", claim.asks)]


def _moment(reading: Reading, stage: str) -> list[str]:
    """Return the printed moment of a stage: that of the first time which belongs to it."""
    events = {
        "register": ("came_in", "not named"),
        "send": ("sent", "transmitted"),
        "receive": ("received",),
        "decipher": ("deciphered",),
        "decode": ("typed",),
    }
    for time in reading.times:
        if time.event in events.get(stage, ()):
            moment: dict[str, str | int] = {
                "event": time.event.replace("_", " "),
                "printed": time.printed,
                "clock": time.clock or "not named",
                "line": time.line,
            }
            return [key("moment", moment, PROPOSED)]
    return []


def teaching_file(reading: Reading, pages: int, groups: int) -> str:
    """Return the text of `teaching.toml`: everything in it is made up."""
    day = int(reading.date[8:10]) if reading.date else 1
    pieces = [{"first": each.words[0], "last": each.words[1]} for each in pieces_of(reading)]
    text = pieces or {"first": reading.body, "last": reading.telegram.last}
    lines = [
        "#:schema teaching",
        "# Everything in this file is made up for teaching. Nothing historical may stand here.",
        "format = 1",
        key("banner", "Invented for practice. The page does not say which cipher carried this."),
        "# The lines of the page that go through the exercise.",
        key("text", text, PROPOSED),
        key("pad", {"pages": pages, "groups": groups}),
        key("closing", {"serial": 1, "day": day}),
        *head("cipher"),
        key("id", "practice-book"),
        key("title", "A code book of four-figure groups and a one-time pad"),
        key("book", "codebook.toml"),
        *head("cipher.step"),
        key("id", "code"),
        key("does", "book"),
        key("text", "Look up the longest entry that fits; spell what the book lacks."),
        *head("cipher.step"),
        key("id", "add"),
        key("does", "add-no-carry"),
        key("text", "Write the pad under the groups; add figure to figure and never carry."),
        "",
        "# Minutes of a simulated clock: made up, and shown as such.",
        "[simulated]",
        key("unit", "minutes"),
    ]
    for name, _, _, (low, middle, high) in stages_of(reading):
        lines += [*head("simulated.leg"), key("stage", name), key("low", low)]
        lines += [key("middle", middle), key("high", high), key("n", 0), key("note", "made up")]
    if reading.copies.holdings:
        lines += [*head("contrast"), key("id", "modern")]
        lines += [key("title", "The same message with the cryptography of today")]
        lines.append(key("after", "copies"))
    return text_of(lines)


def glossary_file() -> str:
    """Return the text of `glossary.toml`: words of the exercise to begin with."""
    terms = (
        ("code group", "Figures that stand for a word, a syllable or a letter in our code book."),
        ("pad page", "A page of figures drawn by chance, used once and struck out."),
        ("without carrying", "Figure by figure: 7 and 5 make 2, and the 1 is dropped."),
    )
    lines = ["#:schema glossary", "format = 1"]
    for term, text in terms:
        lines += [*head("term"), key("term", term), key("text", text), key("teaching", value=True)]
    return text_of(lines)


def walk_file(reading: Reading, claims: tuple[Draft, ...]) -> str:
    """Return the text of `walk.md`: a page a stage, a task on each, one question."""
    heading = next((claim for claim in claims if claim.id == "c-number"), claims[0])
    parts: list[str] = []
    modern = ("modern",) if reading.copies.holdings else ()
    for name in ("cover", *(stage for stage, *_ in stages_of(reading)), *modern, "end"):
        parts.append(f"# {name}")
        if name in _TEACHING:
            parts.append(f"{_TEACHING[name]} {{teaching}}")
        if name in _TASKS:
            parts.append(f"{_TASKS[name]} {{task}}")
        if name == "cover":
            parts.append(f"{heading.text} {{{heading.id}}}")
        if name == "encipher":
            parts.append(_QUESTION)
    return "\n\n".join(parts) + "\n"

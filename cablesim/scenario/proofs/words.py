"""Words: what may not be said of the telegram, marks, and what everybody must be able to read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cablesim.scenario.facts import Facts, Row
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.locating import Path
from cablesim.scenario.proofs.names import WALK, paragraphs_of
from cablesim.scenario.walktext import Paragraph, Voice

WIDEST = 80
# The must-not column of what may be said of No. 3305, as words that would say it: machines of
# later years, means and papers of which nothing is known, what became of the copies.
MUST_NOT = (
    "fialka",
    "agat",
    "m-125",
    "m-105",
    "vch",
    "high-frequency",
    "pad page",
    "group count",
    "indicator",
    "superencipher",
    "rotor",
    "telegraph code",
    "radio message",
    "burned",
    "handed a sheet",
    "guss",
)
_MUST_NOT = re.compile(rf"\b(?:{'|'.join(map(re.escape, MUST_NOT))})\b", re.IGNORECASE)
# With one of these in the same text the word is marked: a year elsewhere, a question, or the
# saying that nobody knows.
MARKS = re.compile(
    r"nobody|not known|not stated|no source|whether|19[0-9]{2}|later|which", re.IGNORECASE
)
_CIPHER = re.compile(r"\bciphers?\b|\bcodes?\b|\bkeys?\b", re.IGNORECASE)
_COLOURS = "red|green|blue|yellow|orange|purple|violet|pink|grey|gray|brown|turquoise|cyan|magenta"
_COLOUR = re.compile(
    rf"\b(?:in|marked|shown|printed|painted|coloured|colored)\s+(?:in\s+)?(?:{_COLOURS})\b"
    rf"|\b(?:{_COLOURS})\s+(?:words?|lines?|groups?|boxe?s?|letters?|figures?|text|parts?|marks?)\b",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[([^\[\]\n]{0,300})\]\(([^()\n]{0,300})\)")
_WIDE = frozenset({"W", "F"})
# What is shown on one line, by the table and key it stands in.
_ONE_LINE = (("stage", "title"), ("contrast", "title"), ("cipher", "title"), ("party", "name"))


def prove_words(facts: Facts) -> Iterator[Finding]:
    """Yield words that may not be said, paragraphs without a mark, and what shuts readers out."""
    yield from _must_not(facts)
    for page in facts.pages:
        for paragraph in paragraphs_of(page):
            yield from _paragraph(paragraph, page.id)
    yield from _widths(facts)
    for row in facts.rows("exercise"):
        for key in ("prompt", "hints", "explain"):
            for path, text in row.names(key):
                colour = _COLOUR.search(text)
                if colour is not None:
                    yield row.finding("A102", path[len(row.path) :], *_by_colour(colour[0]))


def _by_colour(words: str) -> tuple[str, str]:
    """Return message and cure."""
    message = f"'{words}' points by colour alone, which not everybody sees"
    return message, "name the line, the place or the words"


def _must_not(facts: Facts) -> Iterator[Finding]:
    """A word that may not be said of the telegram needs a mark beside it.

    Where the history holds that its cipher is not known, this goes for every text of it; else for
    what is reasoned or told, since a page or another work may well say such a word.
    """
    claims = facts.rows("claim")
    open_cipher = any(
        row.text("standing") == "gap" and _CIPHER.search(row.text("text")) for row in claims
    )
    for row in claims:
        if open_cipher or row.text("standing") in {"inference", "gap"}:
            for key in ("text", "doubt", "asks"):
                yield from _said(row, (key,), row.text(key), row.text("quote"))
    for row in facts.rows("stage"):
        yield from _said(row, ("title",), row.text("title"), "")
    for page in facts.pages:
        for paragraph in paragraphs_of(page):
            found = _unmarked(paragraph.text, "")
            if found and paragraph.voice is Voice.HISTORY:
                yield Finding("H116", WALK, paragraph.line, 1, page.id, *_told(found))


def _said(row: Row, key: Path, text: str, quote: str) -> Iterator[Finding]:
    """Judge one text of the history."""
    found = _unmarked(text, quote)
    if found:
        yield row.finding("H116", key, *_told(found))


def _unmarked(text: str, quote: str) -> str:
    """Return a must-not word of a text that stands there without a mark."""
    found = _MUST_NOT.search(text)
    if found is None or MARKS.search(text) or found[0].casefold() in quote.casefold():
        return ""
    return found[0]


def _told(word: str) -> tuple[str, str]:
    """Return message and cure."""
    return (
        f"'{word}' may not be said of the telegram: no source shows it",
        "say of whom and of which year it is known, or that nobody has shown it, or leave it out",
    )


def _paragraph(paragraph: Paragraph, page: str) -> Iterator[Finding]:
    """Judge a paragraph of the walk: its mark, colours, pictures."""
    line = paragraph.line
    if not paragraph.marked:
        message = "this paragraph has no mark, so nobody can tell how it is known"
        cure = "end it with {claim-id}, {teaching} or {task}"
        yield Finding("H119", WALK, line, 1, page, message, cure)
    colour = _COLOUR.search(paragraph.text)
    if colour is not None and paragraph.voice is not Voice.HISTORY:
        yield Finding("A102", WALK, line, 1, page, *_by_colour(colour[0]))
    picture = _PICTURE.search(paragraph.text)
    if picture is not None:
        message = f"the picture '{shortened(picture[2])}' cannot be shown here"
        yield Finding("A103", WALK, line, 1, page, message, "say in words what is to be seen on it")


def _widths(facts: Facts) -> Iterator[Finding]:
    """What is shown on one line fits into 80 columns."""
    for top in facts.tops():
        if top.path == () and top.sheet.file == "scenario.toml":
            yield from _width(top, "title")
    for table, key in _ONE_LINE:
        for row in facts.rows(table):
            yield from _width(row, key)
    for row in facts.rows("term"):
        yield from _width(row, "term")


def _width(row: Row, key: str) -> Iterator[Finding]:
    """Judge one text that is shown on one line."""
    columns = width(row.text(key))
    if columns > WIDEST:
        message = f"this is {columns} columns wide, and it is shown on one line of {WIDEST}"
        yield row.finding("A101", (key,), message, "say it in fewer words")


def width(text: str) -> int:
    """Return how many columns a text takes in a terminal.

    >>> width("Zhou 周恩来")
    11
    """
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in _WIDE)
        for sign in text
    )

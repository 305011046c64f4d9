"""`walk.md`: the words of the guided walk, in a small grammar of our own.

A heading names a page. A paragraph ends with a mark in braces: the claims it rests on, `teaching`
or `task`. `Predict:` and `Recall:` begin questions, `(x)` and `( )` their options, `Why:` the
answer. There is no markup, no link and nothing that acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from cablesim.scenario.finding import Finding, ScenarioError, shortened


class Voice(StrEnum):
    """Who speaks in a paragraph; one without a mark is the guide's."""

    HISTORY = "history"
    TEACHING = "teaching"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its voice, the claims it rests on, its line, whether it has a mark."""

    text: str
    voice: Voice
    claims: tuple[str, ...] = ()
    line: int = 1
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its words, whether it is right, what is said to it."""

    text: str
    right: bool
    reply: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question: a prediction or a look back, its options, and why."""

    is_prediction: bool
    prompt: str
    options: tuple[Option, ...]
    why: Paragraph


@dataclass(frozen=True, slots=True)
class WalkPage:
    """The words of one page."""

    id: str
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[Question, ...]
    line: int = 1


_OPTION = re.compile(r"^\(( |x)\)\s+(.*)$")
_NAME = re.compile(r"^[a-z0-9][a-z0-9-]*$")
_STARTS = ("Predict:", "Recall:", "Why:", "(x)", "( )")
LEAST_OPTIONS, MOST_OPTIONS = 2, 4

Block = tuple[int, str]


def read_walk(text: str, file: str) -> tuple[WalkPage, ...]:
    """Read the words of a walk; raise `ScenarioError` with everything that is wrong."""
    pages, findings = scan_walk(text, file)
    if findings:
        raise ScenarioError(findings)
    return pages


def scan_walk(text: str, file: str) -> tuple[tuple[WalkPage, ...], list[Finding]]:
    """Read the words of a walk as far as they can be read, with everything that is wrong."""
    findings: list[Finding] = []
    pages: list[WalkPage] = []
    names: set[str] = set()
    for number, name, blocks in _headed(text, file, findings):
        if not _NAME.match(name):
            findings.append(
                Finding(
                    "S125",
                    file,
                    number,
                    1,
                    "",
                    f"'{shortened(name)}' is no page id",
                    "write # sign",
                )
            )
        if name in names:
            findings.append(
                Finding("S122", file, number, 1, name, "this page stands twice", "join them")
            )
        names.add(name)
        pages.append(replace(_page(name, blocks, file, findings), line=number))
    return tuple(pages), findings


def _headed(text: str, file: str, findings: list[Finding]) -> list[tuple[int, str, list[Block]]]:
    """Cut the text at its headings; a block is a run of lines, each option a block of its own."""
    pages: list[tuple[int, str, list[tuple[int, list[str]]]]] = []
    fresh = True
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if words.startswith("# "):
            pages.append((number, words[2:].strip(), []))
            fresh = True
        elif not words:
            fresh = True
        elif not pages:
            findings.append(
                Finding("S121", file, number, 1, "", "words before any page", "begin with # sign")
            )
        elif fresh or words.startswith(_STARTS):
            pages[-1][2].append((number, [words]))
            fresh = False
        else:
            pages[-1][2][-1][1].append(words)
    return [
        (number, name, [(start, " ".join(lines)) for start, lines in blocks])
        for number, name, blocks in pages
    ]


def _page(name: str, blocks: list[Block], file: str, findings: list[Finding]) -> WalkPage:
    """Read the blocks of one page."""
    paragraphs: list[Paragraph] = []
    questions: list[Question] = []
    at = 0
    while at < len(blocks):
        line, words = blocks[at]
        at += 1
        if words.startswith(("Predict:", "Recall:")):
            rest = at
            while at < len(blocks) and _OPTION.match(blocks[at][1]):
                at += 1
            options = blocks[rest:at]
            why = blocks[at] if at < len(blocks) and blocks[at][1].startswith("Why:") else None
            at += why is not None
            question = _question((line, words), options, why, file, findings)
            if question is not None:
                questions.append(question)
        elif words.startswith(("Why:", "(x)", "( )")):
            findings.append(
                Finding(
                    "S124", file, line, 1, name, "this belongs to no question", "begin Predict:"
                )
            )
        else:
            paragraphs.append(_paragraph(words, line))
    return WalkPage(name, tuple(paragraphs), tuple(questions))


def _question(
    head: Block, blocks: list[Block], why: Block | None, file: str, findings: list[Finding]
) -> Question | None:
    """Read one question, or say what it lacks."""
    line, words = head
    kind, _, prompt = words.partition(":")
    options = tuple(_option(block) for block in blocks)
    wrong = ""
    if not LEAST_OPTIONS <= len(options) <= MOST_OPTIONS:
        wrong = f"a question has {LEAST_OPTIONS} to {MOST_OPTIONS} options, this one {len(options)}"
    elif not any(option.right for option in options):
        wrong = "no option is right"
    elif why is None:
        wrong = "the question has no answer"
    if wrong or why is None:
        cure = "mark right options with (x), others with ( ), and end with Why: ..."
        findings.append(Finding("S123", file, line, 1, "", wrong, cure))
        return None
    answer = _paragraph(why[1].removeprefix("Why:").strip(), why[0])
    return Question(kind == "Predict", prompt.strip(), options, answer)


def _option(block: Block) -> Option:
    """Read one option with its reply."""
    line, words = block
    found = _OPTION.match(words)
    sign, rest = (found[1], found[2]) if found else (" ", words)
    text, _, reply = rest.partition(" -- ")
    return Option(text.strip(), sign == "x", _paragraph(reply, line) if reply else None)


def _paragraph(words: str, line: int) -> Paragraph:
    """Read a paragraph and its mark."""
    text, opened, mark = words.rstrip().removesuffix("}").rpartition("{")
    if not opened or not words.rstrip().endswith("}") or "}" in mark:
        return Paragraph(words, Voice.TASK, (), line, marked=False)
    text, mark = text.rstrip(), mark.strip()
    if mark in (Voice.TEACHING, Voice.TASK):
        return Paragraph(text, Voice(mark), (), line)
    claims = tuple(name.strip() for name in mark.split(",") if name.strip())
    return Paragraph(text, Voice.HISTORY if claims else Voice.TASK, claims, line)

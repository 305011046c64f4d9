"""What a learner does at an exercise, as entries of the record and back.

An act is about one variant: an exercise and the number of its draw. Texts are kept as they were
typed; what an exercise thinks of them stands beside them and can be worked out again later.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from cablesim.exercises.seeds import SELF
from cablesim.lessons.entry import Entry


class Confidence(StrEnum):
    """How sure a learner says to be before the answer is judged."""

    SURE = "sure"
    FAIRLY = "fairly sure"
    GUESSING = "guessing"


@dataclass(frozen=True, slots=True)
class Variant:
    """One draw of one exercise of a scenario in a version, for a student; numbers count from 0."""

    scenario: str
    version: str
    exercise: str
    number: int
    student: str = SELF


@dataclass(frozen=True, slots=True)
class Opened:
    """A variant was opened, under which rules, from which files, for which skill, and why.

    `engine` and `draw` are the numbers of the marking rules and of the variant generator, `files`
    the hash of the scenario's files, all as text; `level` says how much of it is worked already,
    None for nothing; `review` tells practice from review; `seen` that the same question was put to
    this learner before, in another variant; `check` is the name of the check in which it was asked,
    nothing outside of one.
    """

    engine: str
    draw: str
    files: str
    skill: str
    level: int | None = None
    review: bool = False
    seen: bool = False
    check: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text of the answer as it stands, before it is handed in."""

    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """What was worked out on the way and is no part of the answer, such as code groups."""

    text: str


@dataclass(frozen=True, slots=True)
class Confident:
    """How sure the learner says to be of the answer to come."""

    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Hinted:
    """A hint was opened, counted from 1."""

    hint: int


@dataclass(frozen=True, slots=True)
class Tried:
    """An answer was judged: as typed, as read, its score from 0 to 1, the mistakes recognised.

    What could not be read is no try and is not kept as one. The names of mistakes hold no spaces.
    """

    answer: str
    read: str
    score: float
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GaveUp:
    """The answer was asked for."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The exercise is done: solved, or handed in where a teacher marks it."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The variant was put off; it comes back another day."""


@dataclass(frozen=True, slots=True)
class SelfMarked:
    """What a learner gives an answer for one part of its rubric: so many points of `most`.

    `part` counts from 1 to `parts`. It is self-reported, and neither a try nor a mark.
    """

    part: int
    parts: int
    points: float
    most: float


@dataclass(frozen=True, slots=True)
class Unmarked:
    """What a learner gave the answer for one part of its rubric (from 1) was taken back."""

    part: int


@dataclass(frozen=True, slots=True)
class Restarted:
    """The same variant was begun anew; what was done before stays on the record."""


What = (
    Opened
    | Drafted
    | Noted
    | Confident
    | Hinted
    | Tried
    | GaveUp
    | Finished
    | Skipped
    | SelfMarked
    | Unmarked
    | Restarted
)
_BARE: dict[str, What] = {
    "gave-up": GaveUp(),
    "finished": Finished(),
    "skipped": Skipped(),
    "restarted": Restarted(),
}
_NAMES = {type(what): kind for kind, what in _BARE.items()} | {
    Opened: "opened",
    Drafted: "drafted",
    Noted: "noted",
    Confident: "confident",
    Hinted: "hinted",
    Tried: "tried",
    SelfMarked: "self-marked",
    Unmarked: "unmarked",
}
KINDS = frozenset(_NAMES.values())
_OPENED = ("engine", "draw", "files", "skill")


@dataclass(frozen=True, slots=True)
class Act:
    """Something done about a variant."""

    about: Variant
    what: What


def entry_of(act: Act) -> Entry:
    """Return the entry that keeps an act."""
    about = act.about
    detail = {"exercise": about.exercise, "number": str(about.number)}
    if about.student != SELF:
        detail["student"] = about.student
    detail |= _detail(act.what)
    return Entry(about.scenario, about.version, _NAMES[type(act.what)], detail)


def _detail(what: What) -> dict[str, str]:  # noqa: PLR0911 - a line for each.
    """Return what an act says beyond its kind."""
    match what:
        case Opened() as opened:
            return {
                **{name: getattr(opened, name) for name in _OPENED},
                "level": "" if opened.level is None else str(opened.level),
                "for": "review" if opened.review else "practice",
                **({"seen": "yes"} if opened.seen else {}),
                **({"check": opened.check} if opened.check else {}),
            }
        case Drafted(text) | Noted(text):
            return {"text": text}
        case Confident(confidence):
            return {"confidence": confidence.value}
        case Hinted(hint):
            return {"hint": str(hint)}
        case Tried(answer, read, score, mistakes):
            return {
                "answer": answer,
                "read": read,
                "score": repr(float(score)),
                "mistakes": " ".join(mistakes),
            }
        case SelfMarked(part, parts, points, most):
            marks = {"points": repr(float(points)), "of": repr(float(most))}
            return {"part": str(part), "parts": str(parts), **marks}
        case Unmarked(part):
            return {"part": str(part)}
        case _:
            return {}


def act_of(entry: Entry) -> Act | None:
    """Return the act that an entry keeps, or None where it keeps none that can be read."""
    detail = entry.detail
    exercise, number = detail.get("exercise", ""), _whole(detail.get("number", ""))
    what = _what(entry.kind, detail)
    if not exercise or number is None or what is None:
        return None
    student = detail.get("student") or SELF
    return Act(Variant(entry.scenario, entry.version, exercise, number, student), what)


def _what(kind: str, detail: dict[str, str]) -> What | None:  # noqa: PLR0911 - a line for each.
    """Read what was done from its kind and detail."""
    match kind:
        case "opened":
            engine, draw, files, skill = (detail.get(name, "") for name in _OPENED)
            level = _whole(detail.get("level", ""))
            review, seen = detail.get("for") == "review", detail.get("seen") == "yes"
            check = detail.get("check", "")
            return Opened(engine, draw, files, skill, level, review=review, seen=seen, check=check)
        case "drafted":
            return Drafted(detail["text"]) if "text" in detail else None
        case "noted":
            return Noted(detail.get("text", ""))
        case "confident":
            said = detail.get("confidence", "")
            return Confident(Confidence(said)) if said in set(Confidence) else None
        case "hinted":
            hint = _whole(detail.get("hint", ""))
            return None if hint is None else Hinted(hint)
        case "tried":
            return _tried(detail)
        case "self-marked":
            return _self_marked(detail)
        case "unmarked":
            part = _whole(detail.get("part", ""))
            return Unmarked(part) if part else None
        case _:
            return _BARE.get(kind)


def _tried(detail: dict[str, str]) -> Tried | None:
    """Read a try; a score that is none from 0 to 1 makes it unreadable."""
    try:
        score = float(detail.get("score", ""))
    except ValueError:
        return None
    if not 0 <= score <= 1:
        return None
    mistakes = tuple(detail.get("mistakes", "").split())
    return Tried(detail.get("answer", ""), detail.get("read", ""), score, mistakes)


def _self_marked(detail: dict[str, str]) -> SelfMarked | None:
    """Read a learner's own mark; points that the part of the rubric has not make it unreadable."""
    part, parts = _whole(detail.get("part", "")), _whole(detail.get("parts", ""))
    try:
        points, most = float(detail.get("points", "")), float(detail.get("of", ""))
    except ValueError:
        return None
    if part is None or parts is None or not 1 <= part <= parts or not 0 <= points <= most < inf:
        return None
    return SelfMarked(part, parts, points, most)


def _whole(text: str) -> int | None:
    """Read a whole number from 0 of at most nine figures; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004

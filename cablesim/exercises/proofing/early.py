"""Whether a hint before the last has the answer in it, by kind of exercise.

A hint may say where to look, ask, and give the principle; so that what asks or supposes is let
pass, and what is said of things in general as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cablesim.documents.claim import Claim
from cablesim.documents.route import Stage
from cablesim.documents.standing import Standing
from cablesim.exercises.fault import Fault
from cablesim.exercises.judging.chains import ancestors
from cablesim.exercises.reading.answers import folded, plain, words
from cablesim.exercises.reading.directions import DIRECTIONS, NEITHER, STRONGER, WEAKER
from cablesim.exercises.reading.fieldvalues import Wanted
from cablesim.exercises.variant import Variant
from cablesim.scenario.exercise import (
    BookTask,
    ClassifyTask,
    CorroborateTask,
    DepthTask,
    Exercise,
    ExplainTask,
    FormTask,
    GarbleTask,
    OrderTask,
    RecallTask,
    SupportTask,
    SystemTask,
)
from cablesim.scenario.scenario import Scenario

CODE = "L103"
CURE = "say here what to look for, and the answer in the last hint at most"
_WORKED = (BookTask, SystemTask, GarbleTask, DepthTask)
LEAST_WORDS, LEAST_SIGNS, LEAST_STAGES = 3, 4, 3
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_ASKS = re.compile(
    r"\?|\b(?:ask|if|whether|when|unless|suppose|could|would|may|might)\b", re.IGNORECASE
)
_NOT_SO = re.compile(r"\b(?:not|no|never|nothing|hardly|can|than|or)\b|n't\b")
_THIS = r"(?:it|this|that|so|(?:the|this|that) (?:statement|claim|sentence|answer|direction|case))"
_IS = r"(?:becomes|is|gets|grows|stands|comes out|comes out as|was|will be|:)"
_MAKES = r"makes? (?:it|this|that|(?:the|this|that) (?:statement|claim|sentence|case))"
_ADVERB = r"(?:(?:thus|then|only|much|clearly|therefore|made|always|all the) )*"
# Words that say the value of a field, where others say what stands beside it.
_SAYS = r"(?:is|are|was|reads?|says?|has|write|answer|prints?|signed|named|called|:)"
_STANDINGS: Mapping[str, Standing] = {
    "d": Standing.DOCUMENT, "document": Standing.DOCUMENT,
    "e": Standing.EDITION, "edition": Standing.EDITION,
    "o": Standing.ELSEWHERE, "elsewhere": Standing.ELSEWHERE,
    "i": Standing.INFERENCE, "inference": Standing.INFERENCE,
    "gap": Standing.GAP,
}  # fmt: skip
_STANDS = re.compile(
    r"\bthe (?P<what>[^,;:.]{2,50}?) (?:is|are|one is) (?:an? )?"
    rf"(?P<standing>{'|'.join(_STANDINGS)})\b(?!\s+\w)"
)
_COUNTED = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|last)(?: (?:one|statement|claim))?"
)

_PRAISE = re.compile(
    r"(?:yes|no|quite |very )?(?:right|correct|wrong|true|good|well done|so it is)"
)
_QUESTION = re.compile(r"(?:is|are|was|do|does|did)\b")
_OTHERS = {name: {*DIRECTIONS} - {name} for name in DIRECTIONS}
_JUDGES = re.compile(
    r"(?<!\w)(?:\{read\}|stronger|weaker|neither|it|that|this|you"
    r"|(?:the|your) (?:direction|answer))"
    r"(?: is| are| was|'s|'re) (?:not |quite |indeed )*(?:the )?(?:right|correct|wrong|true)\b"
)


def early_answers(exercise: Exercise, scenario: Scenario) -> Iterator[Fault]:
    """Yield each hint before the last that has the answer in it."""
    for number, hint in enumerate(exercise.hints[:-1]):
        told = _told(hint, exercise, scenario)
        if told:
            message = f"this hint has the answer, {told}, and is not the last"
            yield Fault(CODE, message, CURE, f"hints.{number}")


def _told(hint: str, exercise: Exercise, scenario: Scenario) -> str:
    """Return what of the answer a hint tells, or nothing."""
    said = [each for each in _SENTENCE.split(_numbered(plain(hint))) if not _ASKS.search(each)]
    match exercise.task:
        case CorroborateTask() as task:
            told = task.answer if any(_decides(each, task.answer) for each in said) else ""
        case SupportTask() as task:
            told = _statement(said, task)
        case ClassifyTask() as task:
            told = _standing(said, task, scenario.evidence.claims)
        case OrderTask() as task:
            told = _order(hint, task, scenario.evidence.route.stages)
        case FormTask() as task:
            told = _field(said, task, scenario)
        case RecallTask(terms=(term,)) if _runs(words(term), words(" ".join(said))):
            told = f"“{term}”"
        case ExplainTask() as task if _runs(words(task.model), words(hint)):
            told = "the whole model"
        case _:
            told = ""
    return told


def _runs(row: Sequence[str], within: Sequence[str]) -> bool:
    """Say whether words stand in others one behind the other."""
    size = len(row)
    starts = range(len(within) - size + 1)
    return size > 0 and any(list(within[at : at + size]) == list(row) for at in starts)


def _decides(sentence: str, answer: str) -> bool:
    """Say whether a sentence tells the direction, of this statement and no other.

    >>> _decides("It becomes stronger.", "stronger"), _decides("Stronger!", "stronger")
    (True, True)
    >>> _decides("Two voices make a claim stronger.", "stronger")
    False
    """
    text = folded(sentence)
    others = {STRONGER, WEAKER} - {answer}
    if answer != NEITHER and any(re.search(rf"\b{other}\b", text) for other in others):
        return False
    if _NOT_SO.search(text):
        return False
    whole = re.fullmatch(rf"\W*{answer}\W*", text)
    tells = rf"\b(?:{_THIS}\s?{_IS}|{_MAKES}) {_ADVERB}{answer}\b"
    return bool(whole or re.search(tells, text))


def _statement(said: Sequence[str], task: SupportTask) -> str:
    """Return the right statement that stands in a hint whole, where no wrong one does."""
    heard = words(" ".join(said))
    there = [option for option in task.options if _runs(words(option.text), heard)]
    right = [each for each in there if each.right and len(words(each.text)) >= LEAST_WORDS]
    return f"“{right[0].text[:60]}”" if right and all(each.right for each in there) else ""


def _standing(said: Sequence[str], task: ClassifyTask, claims: Sequence[Claim]) -> str:
    """Return the standing that a hint gives to one of the claims, by its place or by its words."""
    asked = [claim for claim in claims if claim.id in task.claims]
    for sentence in said:
        for found in _STANDS.finditer(folded(sentence)):
            what, standing = found["what"], _STANDINGS[found["standing"]]
            named = [claim for claim in asked if _runs(words(what), words(claim.text))]
            own = len(named) == 1 and named[0].standing is standing
            if own or _COUNTED.fullmatch(what):
                return f"“{found[0][:60]}”"
    return ""


def _order(hint: str, task: OrderTask, stages: Sequence[Stage]) -> str:
    """Return that a hint names all stages in an order that is right, or nothing."""
    if len(task.stages) < LEAST_STAGES:
        return ""
    titles = {each.id: each.title for each in stages if each.id in task.stages}
    own = {name: {*words(name), *words(title)} for name, title in titles.items()}
    heard = words(hint)
    places: dict[str, int] = {}
    for name, mine in own.items():
        others = {word for other, theirs in own.items() if other != name for word in theirs}
        alone = {word for word in mine - others if len(word) >= LEAST_WORDS}
        at = next((n for n, word in enumerate(heard) if any(_alike(word, a) for a in alone)), None)
        if at is None or at in places.values():
            return ""
        places[name] = at
    if len(places) < len(task.stages):
        return ""
    row = sorted(places, key=places.__getitem__)
    before = ancestors({each.id: each.after for each in stages})
    bound = set(task.stages) - set(task.loose)
    wrong = any(
        later in before[name] & bound for n, name in enumerate(row) for later in row[n + 1 :]
    )
    return "" if wrong else "all stages in their order"


def _alike(word: str, other: str) -> bool:
    """Say whether two words are forms of one: sent, send; copies, copy.

    >>> _alike("SENT", "SEND"), _alike("COPIES", "COPY"), _alike("SEND", "SEAL")
    (True, True, False)
    """
    shorter = min(len(word), len(other))
    same = next((n for n in range(shorter) if word[n] != other[n]), shorter)
    return same >= LEAST_WORDS and same >= shorter - 1


def _field(said: Sequence[str], task: FormTask, scenario: Scenario) -> str:
    """Return the value of a field that a hint says, and does not only name as a place."""
    for item in scenario.evidence.form:
        name = item.kind.value
        if name not in task.ask or item.value is None:
            continue
        for form in Wanted(name, item).forms:
            signs = r"[\W_]+".join(map(re.escape, form.split()))
            if sum(map(str.isalnum, form)) < LEAST_SIGNS:
                continue
            pattern = re.compile(
                rf"(?:\b{_SAYS}|:)[\s\"'(]+(?:the )?(?P<value>{signs})\b", re.IGNORECASE
            )
            for sentence in said:
                found = pattern.search(sentence)
                # A word of every day, "marked secret", is no value that is copied.
                if found and (found["value"] != found["value"].lower() or len(form.split()) > 1):
                    return f"“{found['value']}” for {name}"
    return ""


def _numbered(sentence: str) -> str:
    """Return a sentence in which a sign for a number is written as fields are compared.

    >>> _numbered("It is № 412.")
    'It is NO 412.'
    """
    return re.sub(r"(?:№|\b[Nn]o\.)\s?(?=\d)", "NO ", sentence)


def judged_early(task: CorroborateTask, text: str) -> bool:
    """Say whether what is said to a missing reason tells if the direction is right.

    >>> task = CorroborateTask((), "stronger", 8, 0.5, 0.5, "")
    >>> judged_early(task, "Stronger is right, but why?"), judged_early(task, "Is it right? Why?")
    (True, False)
    """
    alone = not any(re.search(rf"\b{each}\b", folded(text)) for each in _OTHERS[task.answer])
    clauses = (each.strip(" ,.;:!") for each in re.findall(r"[^,.;:!?]+[,.;:!?]?", folded(text)))
    return any(
        _PRAISE.fullmatch(said) or _JUDGES.search(said) or (alone and _decides(said, task.answer))
        for said in clauses
        if not (_ASKS.search(said) or _QUESTION.match(said))
    )


def told_early(exercise: Exercise, variant: Variant) -> Iterator[Fault]:
    """Yield the hint before the last that has the worked answer of a variant in it."""
    if not isinstance(exercise.task, _WORKED):
        return
    place = told_whole(variant.model(), exercise.hints[:-1])
    if place is not None:
        answer = variant.model()[:60]
        message = f"this hint has the answer, “{answer}”, and is not the last"
        yield Fault(CODE, message, CURE, f"hints.{place}")


def told_whole(model: str, hints: Sequence[str]) -> int | None:
    """Return the place of a hint that has a worked answer in it from end to end, or None.

    A word of every day is taken for an answer only in capitals, as the answer is written.

    >>> told_whole("WE AGREE", ["Look.", "It says: we agree."]), told_whole("NINE", ["Not nine."])
    (1, None)
    """
    row = re.findall(r"\w+", model)
    if sum(map(len, row)) < LEAST_SIGNS:
        return None
    alone = len(row) == 1
    wanted = row if alone else [word.upper() for word in row]
    for number, hint in enumerate(hints):
        if _runs(wanted, re.findall(r"\w+", hint if alone else hint.upper())):
            return number
    return None

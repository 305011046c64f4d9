"""From the tables of `exercises.toml` to exercises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from cablesim.scenario import exercise as made
from cablesim.scenario.toml import Table

if TYPE_CHECKING:
    from cablesim.scenario import exercise_shapes as shapes

    Cipher: TypeAlias = shapes.EncodeExercise | shapes.DecodeExercise

USUAL_GROUP = 4
CARRY_SHOWS = "carry_shows"
VARY_KEYS = frozenset({"plain", "pad", "pages", "fair"})
WHOLE = "all"
MOST_DRAWN = 1_000


def build_marking(table: shapes.MarkingShape) -> made.Marking:
    """Return how tries become marks; what is not written is as it is usual."""
    usual = made.Marking()
    return made.Marking(
        table.get("mode") == "sealed",
        table.get("attempts", usual.attempts),
        table.get("hint_cost", usual.hint_cost),
        table.get("attempt_cost", usual.attempt_cost),
        tuple(table.get("review", usual.review)),
    )


def build_exercise(table: Table, number: int, *, made_up: bool = False) -> made.Exercise:
    """Return one exercise from a table whose shape was checked; `number` counts from 0.

    `made_up` says that everything in the file is.
    """
    base = cast("shapes.FormExercise", table)  # The keys that all kinds share are read here.
    kind: str = base["kind"]
    task = _TASKS[kind](table)
    banner = base.get("banner", "")
    return made.Exercise(
        base["id"],
        kind,
        base["skill"],
        float(base["points"]),
        _folded(base["prompt"]),
        task,
        number,
        base.get("title", ""),
        tuple(map(_folded, base.get("hints", ()))),
        {name: _folded(text) for name, text in base.get("feedback", {}).items()},
        _folded(base.get("explain", "")),
        base.get("confidence", False),
        base.get("first") == "try",
        base.get("review", True),
        tuple(made.Rule(rule["text"], rule.get("right", False)) for rule in base.get("rule", ())),
        tuple(map(_test, base.get("test", ()))),
        base.get("made_up", made_up or bool(banner) or _draws(task)),
        banner,
    )


def _draws(task: made.Task) -> bool:
    """Say whether a task draws what it asks about: texts, keys, pads, damage, cases.

    Such data are made up unless the author says that they are not.
    """
    match task:
        case made.BookTask() | made.SystemTask() | made.GarbleTask() | made.DepthTask():
            return True
        case made.NumberTask():
            return bool(task.cases)
        case _:
            return False


def _folded(text: str) -> str:
    """Return a text that an author wrote on several lines as one line."""
    return " ".join(text.split())


def _test(table: shapes.TestShape) -> made.ExerciseTest:
    """Return one test."""
    return made.ExerciseTest(
        table.get("give", ""),
        table.get("answer"),
        table.get("score"),
        table.get("below"),
        table.get("above"),
        table.get("says", ""),
        table.get("unread", False),
    )


def _form(table: Table) -> made.FormTask:
    """Return a task of the form."""
    shape = cast("shapes.FormExercise", table)
    accept = {name: tuple(values) for name, values in shape.get("accept", {}).items()}
    return made.FormTask(tuple(shape["ask"]), accept, shape.get("partial") == WHOLE)


def _cipher(table: Table) -> made.BookTask | made.SystemTask:
    """Return a task by a system, where one is named, otherwise by a cipher of the scenario."""
    shape = cast("Cipher", table)
    return _system(shape) if "system" in shape else _book(shape)


def _fair(shape: Cipher) -> dict[str, int]:
    """Return how many groups each mistake must spoil."""
    fair = shape["vary"].get("fair", {})
    return {("carried" if name == CARRY_SHOWS else name): least for name, least in fair.items()}


def _book(shape: Cipher) -> made.BookTask:
    """Return a task by a cipher of the scenario."""
    vary = shape["vary"]
    encodes = shape["kind"] == "encode"
    steps = tuple(shape.get("steps", ("code", "add") if encodes else ("add", "code")))
    return made.BookTask(
        encodes,
        shape.get("cipher", ""),
        steps,
        tuple(vary["plain"]),
        shape.get("group", USUAL_GROUP),
        shape.get("indicator", False),
        vary.get("pages", 1),
        _fair(shape),
        tuple(shape.get("fade", ())),
        shape.get("partial") == WHOLE,
    )


def _system(shape: Cipher) -> made.SystemTask:
    """Return a task by a teaching system."""
    drawn = {name: _drawn(value) for name, value in shape["vary"].items() if name not in VARY_KEYS}
    conventions = tuple(
        made.Convention(item["parameters"], _folded(item["says"]), item.get("score", 1.0))
        for item in shape.get("convention", ())
    )
    return made.SystemTask(
        shape["kind"] == "encode",
        shape.get("system", ""),
        shape.get("parameters", {}),
        drawn,
        tuple(shape["vary"]["plain"]),
        conventions,
        _fair(shape),
        tuple(shape.get("fade", ())),
        shape.get("partial") == WHOLE,
    )


def _drawn(value: object) -> made.Drawn:
    """Return how a parameter is drawn; what cannot be drawn from gives nothing to draw."""
    if isinstance(value, list):
        return made.Drawn(tuple(value))
    if not isinstance(value, dict):
        return made.Drawn((value,))
    shuffle = value.get("shuffle", "")
    return made.Drawn(
        figures=_whole(value, "figures", 0, MOST_DRAWN),
        letters=_whole(value, "letters", 0, MOST_DRAWN),
        least=_whole(value, "least"),
        most=_whole(value, "most"),
        shuffle=shuffle[:MOST_DRAWN] if isinstance(shuffle, str) else "",
    )


def _whole(table: Mapping[str, object], key: str, low: int = -(10**6), high: int = 10**6) -> int:
    """Return a whole number of a table within its bounds, 0 where there is none."""
    value = table.get(key, 0)
    return min(max(value, low), high) if isinstance(value, int) else 0


def _garble(table: Table) -> made.GarbleTask:
    """Return a task of a damaged figure."""
    shape = cast("shapes.GarbleExercise", table)
    damage = shape["vary"].get("damage", {})
    partial = shape.get("partial", {"place": 0.4, "repair": 0.6})
    return made.GarbleTask(
        shape["cipher"],
        tuple(shape["vary"]["plain"]),
        partial["place"],
        partial["repair"],
        damage.get("never_first_group", True),
        damage.get("must_leave_book", True),
        damage.get("one_repair", True),
        damage.get("check", False),
    )


def _depth(table: Table) -> made.DepthTask:
    """Return a task of two telegrams on one page."""
    shape = cast("shapes.DepthExercise", table)
    pairs = tuple((first, second) for first, second in shape["vary"]["plain"])
    crib = shape["vary"]["crib"]["groups"]
    return made.DepthTask(shape["cipher"], pairs, crib, shape.get("partial") == WHOLE)


def _order(table: Table) -> made.OrderTask:
    """Return a task of stages."""
    shape = cast("shapes.OrderExercise", table)
    extras = tuple(
        made.Extra(item["text"], _folded(item.get("says", ""))) for item in shape.get("extra", ())
    )
    loose = tuple(shape.get("loose", ()))
    before = {name: tuple(later) for name, later in shape.get("before", {}).items()}
    whole = shape.get("partial") == WHOLE
    free = tuple(shape.get("free", ()))
    because = {name: _folded(why) for name, why in shape.get("because", {}).items()}
    return made.OrderTask(tuple(shape["stages"]), extras, whole, loose, before, free, because)


def _support(table: Table) -> made.SupportTask:
    """Return a task of statements."""
    shape = cast("shapes.SupportExercise", table)
    options = tuple(
        made.Option(
            _folded(item["text"]),
            item["right"],
            _folded(item.get("says", "")),
            item.get("claim", ""),
        )
        for item in shape["option"]
    )
    show = shape["vary"]["show"] if "vary" in shape else 0
    return made.SupportTask(options, shape.get("lines", False), show, shape.get("partial") == WHOLE)


def _classify(table: Table) -> made.ClassifyTask:
    """Return a task of claims."""
    shape = cast("shapes.ClassifyExercise", table)
    show = shape["vary"]["show"] if "vary" in shape else 0
    return made.ClassifyTask(tuple(shape["claims"]), show, shape.get("partial") == WHOLE)


def _number(table: Table) -> made.NumberTask:
    """Return a task of a number."""
    shape = cast("shapes.NumberExercise", table)
    return made.NumberTask(
        shape.get("answer"),
        shape.get("within", 0.0),
        tuple(
            made.Also(item["value"], item["score"], _folded(item["says"]))
            for item in shape.get("also", ())
        ),
        shape.get("claim", ""),
        tuple(shape["vary"]["case"]) if "vary" in shape else (),
        _folded(shape.get("how", "")),
    )


def _corroborate(table: Table) -> made.CorroborateTask:
    """Return a task of sources side by side."""
    shape = cast("shapes.CorroborateExercise", table)
    partial = shape.get("partial", {"direction": 0.5, "reason": 0.5})
    return made.CorroborateTask(
        tuple(shape["beside"]),
        shape["answer"],
        shape["because"]["least"] if "because" in shape else 0,
        partial["direction"],
        partial["reason"],
        _folded(shape.get("model", "")),
    )


def _explain(table: Table) -> made.ExplainTask:
    """Return a task in the student's own words."""
    shape = cast("shapes.ExplainExercise", table)
    return made.ExplainTask(
        shape["words"]["least"],
        shape["words"]["most"],
        tuple(made.RubricLine(line["points"], _folded(line["text"])) for line in shape["rubric"]),
        _folded(shape["model"]),
    )


def _recall(table: Table) -> made.RecallTask:
    """Return a task of the glossary."""
    shape = cast("shapes.RecallExercise", table)
    choices = shape["vary"]["choices"] if "vary" in shape else 0
    return made.RecallTask(tuple(shape.get("terms", ())), choices)


_TASKS: dict[str, Callable[[Table], made.Task]] = {
    "form": _form,
    "encode": _cipher,
    "decode": _cipher,
    "garble": _garble,
    "order": _order,
    "support": _support,
    "classify": _classify,
    "depth": _depth,
    "number": _number,
    "corroborate": _corroborate,
    "explain": _explain,
    "recall": _recall,
}
KINDS = tuple(_TASKS)

"""The checker: everything that can be said of a scenario's files, at once and in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cablesim.authoring.courses import course_findings, is_course, used_by_courses
from cablesim.authoring.files import Files, read_files
from cablesim.authoring.walking import walk_findings
from cablesim.documents.document import DocumentMismatch
from cablesim.exercises.proofing.checking import check_exercises, check_written
from cablesim.scenario.checked import Checked
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.exercise import EXERCISES_FILE
from cablesim.scenario.exercise_reading import read_exercises
from cablesim.scenario.facts import Facts
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.loading import DOCUMENT_FILE, OPTIONAL, exercises_in, load_folder
from cablesim.scenario.parting import open_scenario
from cablesim.scenario.places import HEAD
from cablesim.scenario.proving import prove
from cablesim.scenario.proving_cipher import prove_cipher
from cablesim.scenario.reading import Folder
from cablesim.scenario.scenario import Scenario

# Of one file so much is told; who mends that much will check again.
MOST_OF_A_FILE = 300
# Missing keys, forms of groups, another document: with these nothing can be built.
_NO_WALK = frozenset({"C103", "H104", "H106", "H107", "H110", "H120", "T109"})


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says of one folder: findings in order, texts by file, the scenario."""

    path: Path
    findings: tuple[Finding, ...]
    files: int
    scenario: Scenario | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    facts: Facts | None = None

    @property
    def clean(self) -> bool:
        """Whether nothing must or should be mended."""
        return all(finding.severity is Severity.NOTICE for finding in self.findings)


class _Trusted(Checked):
    """Marks that hold everything sound: the checker has looked at the shapes by itself."""

    def __init__(self) -> None:
        super().__init__(Path())

    def has(self, content: str) -> bool:  # noqa: ARG002 - the base asks for it.
        """Tell that this content need not be checked again."""
        return True

    def add(self, content: str) -> None:
        """Mark nothing."""


def check(path: Path) -> Report:
    """Check the folder of a scenario or a course; whatever is wrong is a finding, never an error.

    The mistake of one file hides nothing of another: a file that is no TOML yet is read as it was
    meant, and what cannot be read is left out of the proofs.
    """
    if is_course(path):
        files_there = sum(1 for each in path.iterdir() if each.is_file())
        found, texts = course_findings(path)
        return Report(path, _ordered(found, tuple(texts)), files_there, texts=texts)
    folder, findings = open_scenario(path)
    names = tuple(dict.fromkeys((HEAD, *OPTIONAL, *folder.files)))
    files = read_files(folder, names)
    files.broken |= any(name not in folder.files for name in (HEAD, files.document))
    files.findings += findings
    facts = files.facts(folder, used_by_courses(_id(files)))
    files.findings += _pinned(facts)
    files.findings += prove(facts)
    scenario = _opened(folder, files) if _readable(files) else None
    if scenario is not None:
        carried = tuple(prove_cipher(scenario, facts))
        files.findings += carried or walk_findings(scenario, facts)
        files.findings += exercise_findings(scenario, facts)
    elif EXERCISES_FILE in files.sheets:
        text = files.mended[EXERCISES_FILE].decode("utf-8", "replace")
        read = read_exercises(text, sound=False, goes_on=True)
        files.findings += check_written(read.exercises, files.sheets[EXERCISES_FILE].text)
    return Report(
        path, _ordered(files.findings, names), len(folder.files), scenario, files.texts, facts
    )


def _id(files: Files) -> str:
    """Return the id that a scenario gives itself."""
    head = files.sheets.get("scenario.toml")
    name = head.data.get("id") if head is not None else ""
    return name if isinstance(name, str) else ""


def exercise_findings(scenario: Scenario, facts: Facts) -> list[Finding]:
    """Return what is wrong with the exercises: the one place where their room is asked.

    An exercise of a wrong shape is not among them; that was said with the shapes.
    """
    if EXERCISES_FILE not in facts.sheets:
        return []
    return check_exercises(scenario, facts)


def _readable(files: Files) -> bool:
    """Tell whether the scenario can be built: all files are there, and no shape is in the way."""
    return not files.broken and not any(
        (each.code[0] == "S" and each.code != "S109") or each.code in _NO_WALK
        for each in files.findings
        if each.file != EXERCISES_FILE
    )


def _pinned(facts: Facts) -> list[Finding]:
    """Say that the document is another one than was pinned."""
    page = facts.page
    pins = [row for row in facts.rows("source") if row.text("sha256")]
    if page is None or not pins:
        return []
    try:
        page.demand(pins[0].text("sha256"))
    except DocumentMismatch as error:
        message, _, cure = str(error).partition("; ")
        return [Finding("T109", DOCUMENT_FILE, 1, 1, "", message, cure)]
    return []


def _opened(folder: Folder, files: Files) -> Scenario | None:
    """Build the scenario, slips mended; what its values refuse is a finding if nothing was."""
    errors = [each for each in files.findings if each.severity is Severity.ERROR]
    sound = not errors
    # What a scan mended by a guess was not held against its shape; loading does it then.
    trusted = None if any(each.code[0] == "T" for each in errors) else _Trusted()
    try:
        mended = Folder(folder.path, {**folder.files, **files.mended})
        kept = {name: data for name, data in mended.files.items() if name != EXERCISES_FILE}
        scenario = load_folder(Folder(folder.path, kept), trusted)
        if EXERCISES_FILE not in mended.files or EXERCISES_FILE not in files.sheets:
            return scenario
        return replace(scenario, exercises=exercises_in(mended, sound=False, goes_on=True))
    except ScenarioError as error:
        files.findings += error.findings if sound else ()
        return None


def _by_file(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return findings file by file."""
    files: dict[str, list[Finding]] = {}
    for each in findings:
        files.setdefault(each.file, []).append(each)
    return list(files.values())


def _ordered(findings: Iterable[Finding], names: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return the findings in the order of the files; what follows from a slip is left out.

    On a line that is no TOML yet, what else is said of it would be said of a guess.
    """
    every = list(dict.fromkeys(findings))
    slipped = {
        (each.file, each.line)
        for each in every
        if each.code[0] == "T" and each.severity is Severity.ERROR
    }
    order = {name: number for number, name in enumerate(names)}
    kept = [each for each in every if each.code[0] == "T" or (each.file, each.line) not in slipped]
    kept = [each for file in _by_file(kept) for each in file[:MOST_OF_A_FILE]]
    return tuple(
        sorted(kept, key=lambda each: (order.get(each.file, -1), each.file, each.line, each.column))
    )

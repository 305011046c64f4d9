"""The format: what may be left out, written short, stated, pinned; older files; broken parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from invented import make_folder
from specimen_forms import specimen_folder

from cablesim.authoring.checker import check
from cablesim.documents.copies import CopyEntry
from cablesim.documents.evidence import Evidence
from cablesim.documents.party import Party
from cablesim.documents.route import Route, Stage
from cablesim.lessons.chart import glossary_lines
from cablesim.lessons.export import walk_json
from cablesim.lessons.record import Record
from cablesim.lessons.script import seen
from cablesim.lessons.walk import Walk
from cablesim.office.event import LINE, Act
from cablesim.scenario.choices import Choices
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.duties import ORDER, STAGED_ONLY, duties, idle
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.loading import load
from cablesim.scenario.migrating import FORMAT, MIGRATIONS, migrated, steps_from
from cablesim.scenario.places import resolve
from cablesim.scenario.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario

TEXT = "TO THE CONSUL\nWE AGREE TO THE PLAN.\nHERON\n"
ONE_FILE = "S02_fused_header.txt"


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        load(folder)
    return str(caught.value)


# Lines.


@pytest.mark.parametrize(("text", "last", "told"), [(TEXT, 3, 0), (TEXT, 4, 1), (TEXT[:-1], 3, 0)])
def test_a_line_end_at_the_end_of_the_page_begins_no_line(
    tmp_path: Path, text: str, last: int, told: int
) -> None:
    folder = make_folder(tmp_path / "s", text)
    change(
        folder,
        "teaching.toml",
        f"last = {len(text.splitlines()) - (text == TEXT[:-1])}",
        f"last = {last}",
    )
    assert [each.code for each in check(folder).findings].count("H121") == told


# What may be left out.


@pytest.mark.parametrize("file", ["glossary.toml", "walk.md", "codebook.toml", "teaching.toml"])
def test_a_file_that_is_not_needed_may_be_missing(tmp_path: Path, file: str) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / file).unlink()
    if file == "codebook.toml":
        change(folder, "teaching.toml", 'book = "codebook.toml"\n', "")
    scenario = load(folder)
    assert scenario.faults == ()
    walk = run(scenario, Choices(garbles=2))
    assert walk.recovered == walk.prepared


def test_a_book_that_is_named_and_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / "codebook.toml").unlink()
    assert "codebook.toml:1:1: there is no such file in the folder" in refused(folder)


def test_a_book_or_groups_outside_the_folder_are_never_opened(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (tmp_path / "other.toml").write_text("format = 1\n", encoding="utf-8")
    change(folder, "teaching.toml", '"codebook.toml"', '"../other.toml"')
    assert "a file of a scenario lies in its folder" in refused(folder)


def test_the_document_may_have_another_name(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / "document.txt").rename(folder / "telegram.txt")
    change(folder, "scenario.toml", '"document.txt"', '"telegram.txt"')
    assert load(folder).document.line(3) == "HERON"


# One file, and short forms.


def test_in_a_scenario_of_one_file_findings_name_that_file_and_its_line(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", ONE_FILE)
    lines = (folder / "scenario.toml").read_text(encoding="utf-8").split("\n")
    line = next(at for at, text in enumerate(lines, 1) if text.startswith("asks ="))
    change(folder, "scenario.toml", "asks =", "ask =")
    assert f"scenario.toml:{line}:1: claim.0.ask" in refused(folder)


def test_what_is_proved_of_one_file_names_that_file_too(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", ONE_FILE)
    change(folder, "scenario.toml", 'sure = ["c-gap"]', 'sure = ["c-gpa"]')
    said = refused(folder)
    assert said.startswith("scenario.toml:")
    assert "there is no claim 'c-gpa'; write 'c-gap'" in said


SHORT = """
[simulated]
unit = "minutes"
sign = 5
send = 25
like = { send = "c-gap" }
"""


def test_a_short_clock_is_one_number_a_stage_with_the_case_behind_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    (folder / "teaching.toml").write_text(f"format = 1\n{SHORT}", encoding="utf-8")
    legs = {leg.stage: leg for leg in load(folder).teaching.legs}
    assert (legs["sign"].middle, legs["sign"].n, legs["sign"].claim) == (5, 0, None)
    assert (legs["send"].high, legs["send"].n, legs["send"].claim) == (25, 1, "c-gap")


def test_a_stage_that_a_short_clock_does_not_know_is_told_at_its_own_line(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    text = f"format = 1\n{SHORT.replace('send = 25', 'snd = 25')}"
    (folder / "teaching.toml").write_text(text, encoding="utf-8")
    line = text.split("\n").index("snd = 25") + 1
    assert f"teaching.toml:{line}:7: simulated.snd: there is no stage 'snd'" in refused(folder)


def test_a_short_clock_takes_whole_minutes_only(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    text = f"format = 1\n{SHORT.replace('25', '2.5')}"
    (folder / "teaching.toml").write_text(text, encoding="utf-8")
    assert refused(folder).count("\n") == 0


def inline(folder: Path, book: str) -> Scenario:
    teaching = f'format = 1\n[[cipher]]\nid = "own"\ntitle = "Own"\n[cipher.book]\n{book}'
    (folder / "teaching.toml").write_text(teaching, encoding="utf-8")
    return load(folder)


def test_a_list_of_words_is_a_book_and_the_rest_is_made_to_fit_the_text(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", 'Wir grüßen 12 mal: "TO THE PLAN" ‡ и Ё\n')
    scenario = inline(folder, '"TO THE PLAN" = "0417"\n')
    made = run(scenario, Choices())
    assert "0417" in made.outgoing.encoded.text.split()
    assert made.recovered == made.prepared
    groups = [group for entry in scenario.teaching.book.entries for group in entry.groups]
    assert len(groups) == len(set(groups))


def test_tables_that_an_author_gives_are_taken_as_they_are(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", "ABBA\n")
    letters = '[cipher.book.letters]\n"A" = "0001"\n"B" = "0002"\n'
    scenario = inline(folder, f'[cipher.book.words]\n"NO" = "0003"\n{letters}')
    assert [entry.plain for entry in scenario.teaching.book.entries][:3] == ["NO", "A", "B"]
    assert " 0001 0002 0002 0001 " in f" {run(scenario, Choices()).outgoing.encoded.text} "


def test_the_same_group_twice_in_a_list_is_told(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    with pytest.raises(ScenarioError, match="0417 stands for both 'A' and 'B'"):
        inline(folder, 'A = "0417"\nB = "0417"\n')


def test_a_wrong_group_of_a_list_is_told_once(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    with pytest.raises(ScenarioError) as caught:
        inline(folder, 'A = "417"\n')
    assert len({finding.line for finding in caught.value.findings}) == 1
    assert "'417'" in str(caught.value)


# Totals of copies.


def test_a_stated_total_that_the_list_does_not_give_is_told(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", "S05_clerk_line.txt")
    change(folder, "scenario.toml", "agrees = false\n", "")
    assert "the copy list stands for 7 copies, the total says 10" in refused(folder)


def test_a_page_whose_own_total_is_wrong_is_shown_so_and_not_repaired(tmp_path: Path) -> None:
    scenario = load(specimen_folder(tmp_path / "s", "S05_clerk_line.txt"))
    walk = Walk(scenario, Record(None))
    walk.go("copies")
    said = [line for line in seen(walk) if "states 10 copies" in line]
    assert said == [
        "Document: Line 7 states 10 copies; the list stands for 7, and nobody has repaired it here."
    ]
    assert len(walk.run.copies) == 7


def test_a_total_that_is_said_to_disagree_and_agrees_is_told(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", "S01_department_form.txt")
    change(folder, "scenario.toml", "total = 5\n", "total = 5\nagrees = false\n")
    assert "take agrees = false out" in refused(folder)


# Recipients.


def recipients(*parties: tuple[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return the sets of recipients of parties given as (id, alternative to)."""
    found = tuple(Party(name, "addressee", name, alternative_to=other) for name, other in parties)
    scenario = load(resolve("first-steps"))
    return replace(scenario, evidence=replace(scenario.evidence, parties=found)).recipient_sets


def test_or_makes_one_set_and_and_makes_two() -> None:
    assert recipients(("a", "b"), ("b", "a")) == (("a", "b"),)
    assert recipients(("a", ""), ("b", "")) == (("a",), ("b",))
    assert recipients(("a", "b"), ("b", ""), ("c", "")) == (("a", "b"), ("c",))
    assert recipients(("a", "b"), ("b", "c"), ("c", "")) == (("a", "b", "c"),)


def test_all_who_are_joined_by_and_are_told(tmp_path: Path) -> None:
    scenario = load(specimen_folder(tmp_path / "s", "S03_in_addition.txt"))
    told = [e for e in walk_json(scenario, Choices())["events"] if e["act"] == "deliver"]  # type: ignore[index, union-attr, call-overload]  # The shape of the contract.
    assert [event["readable_by"][-1] for event in told] == ["director", "marsh"]  # type: ignore[index, call-overload]  # The same.


# Acts.


def evidence_of(*stages: tuple[str, str, str]) -> Evidence:
    """Return evidence with a route of stages given as (id, who, place)."""
    people = {who: Party(who, "addressee", who, place) for _, who, place in stages}
    route = Route(tuple(Stage(name, name, who, "") for name, who, _ in stages))
    return Evidence((), tuple(people.values()), (), route, (CopyEntry("a", 1, "person"),))


ROUTES = [
    (("sign", "a", "x"),),
    (("anything", "a", ""), ("else", "b", "")),
    (("send", "w", "line"),),
    (("sign", "a", "x"), ("send", "w", "line"), ("deliver", "b", "y")),
    (("copies", "a", "x"), ("sign", "a", "x"), ("decipher", "b", "y")),
    (("receive", "b", "y"), ("report", "b", "y")),
    (("encipher", "a", "x"), ("transmit", "b", "y"), ("transmit-2", "b", "y")),
    (("decode", "b", "y"), ("send", "w", "line"), ("sign", "a", "x")),
]


@pytest.mark.parametrize("stages", ROUTES)
def test_every_needed_act_is_done_once_in_order_and_nobody_works_in_clear_on_the_line(
    stages: tuple[tuple[str, str, str], ...],
) -> None:
    done = duties(evidence_of(*stages))
    main = [duty.act for duty in done if duty.act is not Act.COPY]
    needed = [act for act in ORDER if act not in STAGED_ONLY or act in main]
    assert main == needed
    assert [duty.act for duty in done].count(Act.COPY) == 1
    for duty in done:
        assert (duty.where == LINE) is (duty.act is Act.SEND)


def test_a_missing_act_is_done_on_its_own_side_of_the_line() -> None:
    done = duties(evidence_of(*ROUTES[3]))
    at = {duty.act: (duty.stage.id, duty.who) for duty in done}
    assert at[Act.ENCODE] == at[Act.ENCIPHER] == ("sign", "a")
    assert at[Act.DECIPHER] == at[Act.HAND] == ("deliver", "b")


def test_a_stage_that_stands_too_late_is_warned_of_and_the_rest_walks(tmp_path: Path) -> None:
    assert [stage.id for stage in idle(evidence_of(*ROUTES[-1]).route.stages)] == ["send", "sign"]
    folder = make_folder(tmp_path / "s", TEXT)
    change(folder, "history.toml", 'id = "report"', 'id = "check"')
    assert load(folder).faults == ()
    (found,) = [each for each in check(folder).findings if each.code == "H123"]
    assert found.severity is Severity.WARNING
    assert "nothing is left to 'repair' here" in found.message


# Older files.


def test_every_step_leads_from_one_format_to_the_next_up_to_the_present() -> None:
    assert [step.older for step in MIGRATIONS] == list(range(FORMAT))
    assert steps_from(FORMAT) == steps_from(FORMAT + 1) == steps_from("0") == ()


def test_a_file_of_format_0_is_read_with_a_notice_and_gives_the_same_scenario(
    tmp_path: Path,
) -> None:
    new = make_folder(tmp_path / "new", TEXT)
    old = make_folder(tmp_path / "old", TEXT)
    for file, was, now in (
        ("scenario.toml", "[[party]]", "[[person]]"),
        ("scenario.toml", "lang =", "language ="),
        ("history.toml", "standing =", "level ="),
    ):
        path = old / file
        path.write_text(path.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    for path in old.glob("*.toml"):
        text = path.read_text(encoding="utf-8").replace("format = 1", "format = 0", 1)
        path.write_text(text, encoding="utf-8")
    before, after = load(new), load(old)
    assert before.evidence == after.evidence
    assert before.lang == after.lang
    assert {fault.severity for fault in after.faults} == {Severity.NOTICE}
    assert {fault.file for fault in after.faults} == {path.name for path in old.glob("*.toml")}
    assert after.left_out == ()


def test_a_migration_leaves_what_it_was_given_and_a_name_that_is_taken_alone() -> None:
    data: dict[str, object] = {"format": 0, "claim": [{"level": "gap", "standing": "edition"}, 3]}
    found, notices = migrated(data, "scenario.toml", "history.toml")
    assert found == {"format": 1, "claim": [{"level": "gap", "standing": "edition"}, 3]}
    assert data["format"] == 0
    assert [notice.file for notice in notices] == ["scenario.toml"]


# Broken parts.


@pytest.mark.parametrize(
    ("file", "old", "new", "kept"),
    [
        ("glossary.toml", "[[term]]", "[[trem]]", "cover"),
        ("glossary.toml", 'text = "Figures."', "text = Figures.", "cover"),
        ("walk.md", "{task}", "{c-none}", "cover"),
        ("walk.md", "Read it. {task}", "Predict: What?\n(x) a\nWhy: x {task}", "cover"),
        ("walk.md", "# cover", "# Cover!", "cover"),
    ],
)
def test_a_broken_part_is_left_out_and_the_rest_walks(
    tmp_path: Path, file: str, old: str, new: str, kept: str
) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    change(folder, file, old, new)
    scenario = load(folder)
    assert {fault.file for fault in scenario.left_out} == {file}
    assert next(glossary_lines(scenario)).startswith(f"Left out: {file}:")
    walk = Walk(scenario, Record(None))
    assert walk.page.id == kept
    while walk.forward():
        assert seen(walk)


def test_a_glossary_that_names_an_unknown_claim_keeps_its_terms(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", TEXT)
    change(folder, "glossary.toml", "teaching = true", 'see = ["c-gap", "c-none"]')
    scenario = load(folder)
    assert [term.see for term in scenario.glossary] == [("c-gap",)]
    assert "there is no claim 'c-none'" in scenario.left_out[0].message


# Systems of the program.

PLAIN = "ATTACK AT DAWN, SAYS HERON.\n"
VIGENERE = """format = 1
[[cipher]]
id = "own"
title = "Vigenère"
system = "vigenere"
parameters = { key = "LEMON" }
groups = "LXFOP VEFRN HREOL DLQFB Y"
"""


def by_system(folder: Path, teaching: str = VIGENERE) -> Path:
    make_folder(folder, PLAIN)
    (folder / "teaching.toml").write_text(teaching, encoding="utf-8")
    return folder


def test_a_system_by_its_name_carries_a_scenario_and_its_groups_may_be_pinned(
    tmp_path: Path,
) -> None:
    made = run(load(by_system(tmp_path / "s")), Choices())
    assert made.outgoing.cryptogram == ("LXFOP", "VEFRN", "HREOL", "DLQFB", "Y")
    assert made.recovered == made.prepared == "ATTACKATDAWNSAYSHERON"
    assert "case" not in " ".join(made.outgoing.changed)
    assert any("left out" in sentence for sentence in made.outgoing.changed)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "VEFRN",
            "VEFRM",
            "cipher.0.groups: enciphering gives another group 2 than the one",
        ),
        (" DLQFB Y", "", "another group 4 than"),
        ('"vigenere"', '"vigenre"', "cipher.0.system: there is no system 'vigenre'"),
        ('key = "LEMON"', 'kee = "LEMON"', "has no such parameter"),
        ('"vigenere"\nparameters = { key = "LEMON" }', '"sha-256"', "cipher.0.system:"),
    ],
)
def test_what_does_not_hold_of_a_system_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in VIGENERE
    assert said in refused(by_system(tmp_path / "s", VIGENERE.replace(old, new)))


VARIANT = """
[cipher.variant]
name = "as a tired clerk has them"
groups = "LXFOP VEFRN HREON DLFQB Y"
"""


def test_the_line_brings_the_variant_when_the_walker_asks(tmp_path: Path) -> None:
    walk = Walk(load(by_system(tmp_path / "s", VIGENERE + VARIANT)), Record(None))
    assert walk.run.received == walk.run.outgoing.cryptogram
    assert walk.next_garbles() == 1
    damages = [garble.damage.value for garble in walk.run.garbles]
    assert damages == ["one figure became another", "two neighbouring figures changed places"]
    assert walk.run.reception.requests
    assert walk.run.recovered == walk.run.prepared
    walk.go("send")
    assert any("as a tired clerk has them: 2 of 5 differ" in line for line in seen(walk))
    assert walk.next_garbles() == 0


def test_a_variant_of_another_length_is_told(tmp_path: Path) -> None:
    said = refused(by_system(tmp_path / "s", VIGENERE + VARIANT.replace(" Y", "")))
    assert "the variant has 4 groups, the message 5" in said

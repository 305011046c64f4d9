"""Help that teaches: hints, fading, the rule behind a step."""

from __future__ import annotations

import re

from exercises.desk import drawn, every, ours, shipped

from cablesim.exercises.helping import explanation, hint, question, rule_question
from cablesim.exercises.seeds import Seed

SHIP = "stalin-zhou-3305"


def test_the_last_hint_shows_the_first_step_of_this_very_variant() -> None:
    for n in range(10):
        variant = drawn(SHIP, "add-pad", n)
        last = hint(variant, 3)
        assert last is not None
        code, pad = variant.values()["groups"][:4], variant.values()["pad"][:4]
        assert f"{code} + {pad} = {variant.model()[:4]}" in last
        assert hint(variant, 4) is None


def test_after_fading_the_last_hint_shows_the_first_step_that_is_left() -> None:
    item = shipped()[SHIP].item("add-pad")
    for n in range(10):
        seed = Seed("practice", SHIP, "add-pad", "self", n)
        faded = item.draw(seed.stream(), 1)
        given = [step.text for step in faded.steps() if step.given]
        left = [step.text for step in faded.steps() if not step.given]
        last = hint(faded, 3)
        assert given
        assert last is not None
        assert left[0] in last
        assert given[0] not in last


def test_a_step_has_the_group_of_the_list_that_the_question_gives() -> None:
    groups = set()
    for n in range(40):
        variant = drawn("ten-lessons", "longest-entry", n)
        asked = " ".join(question(variant))
        for step in variant.steps():
            plain, _, group = step.text.partition(" is ")
            assert f"{plain} {group}" in asked
            groups.add(group)
    assert "1390" in groups


def test_where_groups_are_cut_anew_the_cut_and_every_sum_is_a_step() -> None:
    variant = drawn(SHIP, "five-figures", 0)
    told = [step.text for step in variant.steps()]
    codes, fives = variant.values()["groups"], variant.model().split()
    assert f"run together and cut anew: {codes}" in told[-len(fives) - 1]
    assert [line.rpartition(" = ")[2] for line in told[-len(fives) :]] == fives


def test_no_question_or_hint_of_what_ships_has_an_open_placeholder() -> None:
    for name, workbook in shipped().items():
        for exercise in workbook.exercises:
            variant = drawn(name, exercise.id, 0)
            texts = [*question(variant), *explanation(variant)]
            texts += [hint(variant, n) or "" for n in range(1, len(exercise.hints) + 1)]
            assert not any("{" in text for text in texts), texts


def test_no_claim_is_named_by_its_id_in_what_a_learner_reads() -> None:
    seen = 0
    for name, workbook in shipped().items():
        ids = {claim.id for claim in workbook.scenario.evidence.claims}
        for exercise in workbook.exercises:
            for n in range(4):
                variant = drawn(name, exercise.id, n)
                told = [*question(variant), *explanation(variant), variant.model()]
                told += [
                    hint(variant, number) or "" for number in range(1, len(exercise.hints) + 1)
                ]
                told += [step.text for step in variant.steps()]
                for slip in variant.mistakes():
                    told += [remark.text for remark in variant.judge(slip.answer).remarks]
                for text in told:
                    found = ids & set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text))
                    assert not found, (exercise.id, text)
                    seen += "inference: “" in text
    assert seen


def test_a_claim_named_by_an_author_is_told_by_its_standing_and_its_words() -> None:
    variant = drawn(SHIP, "copies", 0)
    assert "(inference: “There were three numbered copies:" in explanation(variant)[0]
    own = drawn(SHIP, "days-between", 0)
    assert "; line 14, “It is not known to us" in explanation(own)[0]
    assert not re.search(r"“[^”]{100,}”", explanation(own)[0])


def test_every_recall_of_what_ships_says_once_what_is_meant_and_then_the_choices() -> None:
    seen = 0
    for name, workbook in shipped().items():
        for exercise in workbook.exercises:
            if exercise.kind != "recall":
                continue
            seen += 1
            for n in range(9):
                variant = drawn(name, exercise.id, n)
                lines = list(question(variant))
                meant = [
                    place for place, line in enumerate(lines) if variant.values()["meaning"] in line
                ]
                first = next(place for place, line in enumerate(lines) if line.startswith("a) "))
                assert len(meant) == 1
                assert meant[0] < first
    assert seen >= 4


def test_what_is_to_be_put_in_order_stands_one_a_line_at_its_place_in_the_prompt() -> None:
    seen = 0
    for name, workbook in shipped().items():
        for exercise in workbook.exercises:
            if exercise.kind != "order":
                continue
            seen += 1
            variant = drawn(name, exercise.id, 0)
            first, *below = question(variant)
            assert "a)" not in first
            lettered = [line[:2] for line in below if line[1:2] == ")"]
            assert lettered == [f"{letter})" for letter in "abcdefghijkl"[: len(variant.shown())]]
            assert len(below) - len(lettered) <= 1
            assert not any(line.startswith(".") for line in below)
    assert seen >= 3


def test_worked_steps_fade_until_all_is_left_to_the_student() -> None:
    item = ours().item("faded")
    seed = Seed("s", "x", "faded", "y")
    counts = [item.draw(seed.stream(), level).asked for level in range(4)]
    whole = item.draw(seed.stream()).asked
    assert counts[0] == 0
    assert counts[1:] == [min(2, whole), min(4, whole), min(4, whole)]


def test_what_is_given_need_not_be_written_and_may_be() -> None:
    item = ours().item("faded")
    for n in range(20):
        seed = Seed("s", "x", "faded", "y", n)
        part, whole = item.draw(seed.stream(), 1), item.draw(seed.stream())
        assert whole.model().endswith(part.model())
        assert part.judge(part.model()).right
        assert part.judge(whole.model()).right
        assert len([step for step in part.steps() if step.given]) == whole.asked - 2
        for slip in part.mistakes():
            assert part.judge(slip.answer).mistakes == (slip.name,)


def test_the_rule_behind_a_step_is_asked_for_with_one_right_choice() -> None:
    seen = set()
    for n in range(30):
        variant = ours().item("faded").draw(Seed("s", "x", "faded", "y", n).stream(), 1)
        asked = rule_question(variant, Seed("s", "x", "rule", "y", n).stream())
        assert asked is not None
        assert asked.judge(str(asked.right + 1))
        assert not asked.judge(str(asked.right + 2))
        assert "drop the tens" in asked.choices[asked.right]
        seen.add(asked.right)
    assert seen == {0, 1, 2}


def test_how_an_answer_is_written_is_never_the_answer() -> None:
    for name, exercise in every():
        for n in range(4):
            variant = drawn(name, exercise, n)
            how = variant.how()
            for said in (how, how.split(": ")[-1], how.split(": ")[-1].split(".")[0]):
                assert not variant.judge(said).right, (name, exercise, n, said)

"""The checker finds every slip of an author, at its place, with its cure, and nothing else."""

from __future__ import annotations

import pytest
from exercises.authored import ABOVE_ONE, BY_SYSTEM, OPTIONS, PAD, codes, found, written
from exercises.desk import HERE, with_exercises

from cablesim.exercises.proofing.checking import broken
from cablesim.scenario.exercise_reading import read_exercises


def test_a_sound_exercise_has_no_finding() -> None:
    assert found(written()) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('hints = ["Look."]\n', "E101"),
        ('explain = "It is so."\n', "E102"),
        ('[[exercise.test]]\ngive = "right"\nscore = 1.0\n', "E105"),
    ],
)
def test_what_is_missing_is_named_at_the_exercise_with_a_cure(line: str, code: str) -> None:
    text = written().replace(line, "")
    finding, *more = found(text)
    assert (finding.code, more) == (code, [])
    assert text.split("\n")[finding.line - 1].startswith("id")
    assert finding.write_instead


def test_an_exercise_for_no_points_is_told_unless_it_is_recall() -> None:
    assert codes(written().replace("points = 2", "points = 0")) == ["E106"]
    recall = written("recall", "Which?", 'terms = ["pad page", "indicator"]')
    assert codes(recall.replace("points = 2", "points = 0")) == []


@pytest.mark.parametrize("prompt", ["Which? {options}", "Of {options}, which is {meaning}?"])
def test_a_term_that_is_asked_for_without_its_meaning_is_told(prompt: str) -> None:
    terms = 'terms = ["pad page", "indicator"]'
    finding, *more = found(written("recall", prompt, terms))
    assert (finding.code, more) == ("E108", [])
    assert "{meaning}" in finding.write_instead
    assert codes(written("recall", "Which is “{meaning}”? {options}", terms)) == []


REFERENCES = [
    ("support", "Which?", OPTIONS, "did you mean 'c-number'"),
    ("classify", "How?", 'claims = ["c-number", "c-orr"]', "did you mean 'c-or'"),
    ("corroborate", "How?", 'beside = ["c-copis"]\nanswer = "stronger"', "did you mean 'c-copies'"),
    ("order", "In order?", 'stages = ["sign", "regster"]', "did you mean 'register'"),
    ("form", "Fill in.", 'ask = ["to", "signatur"]', "did you mean 'signature'"),
    ("recall", "Which?", 'terms = ["pad pag"]', "did you mean 'pad page'"),
    ("number", "How many?", 'answer = 3\nclaim = "c-copis"', "did you mean 'c-copies'"),
    ("encode", "Do it.", BY_SYSTEM.replace("nere", "ner"), "did you mean 'vigenere'"),
    ("encode", "Do it.", BY_SYSTEM.replace("vary.key", "vary.kee"), "did you mean 'key'"),
    ("encode", "Add {pad} to {groups}.", PAD.replace("practice", "pracice"), "'practice-book'"),
    ("decode", "Do {cipher}.", PAD.replace("practice-book", "xyz"), "there is: practice-book"),
    ("encode", "Do it.", 'vary.plain = ["A"]', "names neither a cipher nor a system"),
    ("number", "How many?", 'answer = 3\nalso = [{ value = "{two}", score = 0.0, says = "No." }]',
     "no case has 'two'"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "prompt", "more", "says"), REFERENCES)
def test_a_reference_to_nothing_is_told_with_the_nearest_name(
    kind: str, prompt: str, more: str, says: str
) -> None:
    text = written(kind, prompt, more)
    finding = next(each for each in found(text) if each.code == "E103")
    assert says in str(finding)
    assert broken(with_exercises(text)).keys() == {"one"}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{pad}", "{pads}", "{pads} stands for nothing"),
        ('hints = ["Look."]', 'hints = ["Look at {plian}."]', "did you mean 'plain'"),
        (
            'explain = "It is so."',
            'explain = "It is so."\nfeedback.caried = "x"',
            "did you mean 'carried'",
        ),
        ('give = "right"', 'give = "caried"', "did you mean 'carried'"),
        ("steps =", "vary.fair = { subtractd = 2 }\nsteps =", "did you mean 'subtracted'"),
    ],
)
def test_a_name_that_nothing_has_is_told_with_the_nearest(old: str, new: str, says: str) -> None:
    finding = next(each for each in found(written().replace(old, new)) if each.code == "E103")
    assert says in str(finding)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("recall", 'terms = ["pad page", "nosuch-one", "nosuch-two"]'),
        ("form", 'ask = ["nosuch-one", "to", "nosuch-two"]'),
        ("form", 'ask = ["to"]\naccept.nosuch-one = ["x"]\naccept.nosuch-two = ["x"]'),
        ("classify", 'claims = ["nosuch-one", "c-or", "nosuch-two"]'),
        ("corroborate", 'beside = ["nosuch-one", "nosuch-two"]\nanswer = "stronger"'),
        ("order", 'stages = ["sign", "nosuch-one", "nosuch-two"]'),
        (
            "support",
            OPTIONS.replace("c-numbr", "nosuch-one").replace(
                "false", 'false, claim = "nosuch-two"'
            ),
        ),
    ],
)
def test_all_that_a_list_names_and_is_not_there_is_told_in_one_run(kind: str, more: str) -> None:
    told = [each.message for each in found(written(kind, "What?", more)) if each.code == "E103"]
    assert ["nosuch-one" in each for each in told] == [True, False]
    assert "nosuch-two" in told[1]


def test_no_mistake_is_offered_that_is_only_somewhat_like_the_name() -> None:
    file = written().replace("points", 'feedback.borrowed = "x"\npoints')
    (finding,) = found(file)
    assert "no mistake here is called 'borrowed'" in finding.message
    assert "there is: carried, " in finding.write_instead


def test_a_mistake_that_counts_as_right_has_no_name_and_the_cure_says_so() -> None:
    also = 'answer = 3\nalso = [{ value = 4, score = 1.0, says = "So it is." }]'
    text = written("number", "How many?", also).replace('give = "right"', 'give = "also-1"')
    finding = next(each for each in found(text) if each.code == "E103")
    assert "what counts as right is none" in finding.write_instead


def test_no_claim_is_offered_that_is_not_much_like_the_one_that_was_named() -> None:
    text = written("number", "How many?", 'answer = 3\nclaim = "c-nowhere"')
    finding = next(each for each in found(text) if each.code == "E103")
    assert "did you mean" not in str(finding)


TEXTS = [
    ("It is (i-nothing-such) so.", "i-nothing-such"),
    ("It is (c-or, c-nothing) so.", "c-nothing"),
    ("It is so by c-copis.", "c-copis"),
    ("It is (i-three-copies) so, by e-came-in.", ""),
    ("A two-part book (one-time pad), a go-between, e-mail (e-mail), close-reading.", ""),
]


@pytest.mark.parametrize(("text", "name"), TEXTS)
def test_a_claim_that_is_named_in_a_text_and_is_not_there_is_told(text: str, name: str) -> None:
    support = OPTIONS.replace("c-numbr", "c-number")
    places = {
        "explain": written().replace("It is so.", text),
        "hints.0": written().replace("Look.", text),
        "feedback.carried": written().replace("points", f'feedback.carried = "{text}"\npoints'),
        "option.1.says": written("support", "Which?", support.replace(
            "right = false", f'right = false, says = "{text}"')),
        "how": written("number", "How many?", f'answer = 3\nhow = "{text}"'),
    }  # fmt: skip
    for key, file in places.items():
        told = [each for each in found(file) if each.code == "E103"]
        assert [each.key for each in told] == [f"exercise.0.{key}"] * bool(name), key
        assert all(f"there is no claim '{name}'" in each.message for each in told)


RUBRIC = 'words = { least = 1, most = 9 }\nrubric = [{ points = 2, text = "x" }]\nmodel = "A few."'
LINES = "lines = true\n" + OPTIONS.replace("c-numbr", "c-number")
SENSELESS = [
    ("number", 'answer = "8:75"', "answer", "no time of day"),
    ("number", 'answer = "25:00"', "answer", "no time of day"),
    ("number", 'vary.case = [{ answer = "24:60" }]', "vary.case.0.answer", "no time of day"),
    ("number", 'answer = "8:15"\nalso = [{ value = "8:61", score = 0.5, says = "x" }]',
     "also.0.value", "no time of day"),
    ("number", "answer = 9\nvary.case = [{ answer = 3 }]", "answer", "its own answer"),
    ("number", 'vary.case = [{ answer = "8:15", on = "31.6.50" }]', "vary.case.0.on", "no day"),
    ("number", 'vary.case = [{ answer = "8:15", on = "29.2.50" }]', "vary.case.0.on", "no day"),
    ("encode", PAD.replace("WE ARE", "WE \u0410RE"), "vary.plain.0", "Cyrillic \u0410"),
    ("corroborate", ABOVE_ONE, "partial", "come to 1.4"),
    ("corroborate", 'beside = ["c-copies", "c-copies"]\nanswer = "stronger"', "beside.1", "twice"),
    ("support", OPTIONS.replace("c-numbr", "c-number").replace('"b"', '"A"'), "option.1.text",
     "same text"),
    ("support", LINES.replace(', claim = "c-number"', ""), "option.0", "no claim"),
    ("support", LINES.replace("c-number", "i-three-copies"), "option.0.claim", "has no line"),
    ("classify", 'claims = ["c-or", "c-number", "c-or"]', "claims.2", "twice"),
    ("order", 'stages = ["sign", "register", "sign"]', "stages.2", "twice"),
    ("form", 'ask = ["to", "date", "to"]', "ask.2", "twice"),
    ("encode", PAD.replace('"add"', '"add", "code"'), "steps", '["code", "add"]'),
    ("decode", PAD.replace('"add"', '"code", "add"'), "steps", '["add", "code"]'),
    ("explain", RUBRIC.replace("points = 2", "points = 3"), "rubric", "3 points"),
    ("explain", RUBRIC.replace("least = 1", "least = 10"), "words", "10 words or more"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "more", "key", "says"), SENSELESS)
def test_what_cannot_be_meant_so_is_told_at_its_key(
    kind: str, more: str, key: str, says: str
) -> None:
    told = [each for each in found(written(kind, "Do {plain}?", more)) if each.code == "E109"]
    assert [each.key for each in told] == [f"exercise.0.{key}"]
    assert says in str(told[0])


def test_what_nothing_can_be_drawn_from_is_told_once() -> None:
    assert codes(written("explain", "Why?", RUBRIC.replace("least = 1", "least = 10"))) == ["E109"]
    lines = LINES.replace(', claim = "c-number"', "")
    assert codes(written("support", "Which?", lines)) == ["E109"]


def test_rules_of_which_not_one_is_right_are_told() -> None:
    rules = '[[exercise.rule]]\ntext = "a"\n[[exercise.rule]]\ntext = "b"\n'
    assert codes(written(more=f"{PAD}\n{rules}")) == ["E109"]
    assert codes(written(more=f"{PAD}\n{rules}right = true\n")) == []


@pytest.mark.parametrize("days", ["7, 3, 1", "1, 1, 3"])
def test_days_of_review_that_do_not_grow_are_told(days: str) -> None:
    text = written().replace("format = 1", f"format = 1\n[marking]\nreview = [{days}]")
    finding, *more = found(text)
    assert (finding.code, finding.key, more) == ("E109", "marking.review", [])


def test_what_cannot_be_drawn_is_told_at_its_key() -> None:
    unfair = written().replace("steps =", "vary.fair = { single-words = 9 }\nsteps =")
    assert "E103" in codes(unfair)
    damage = written(
        "garble",
        "What of {cipher} with {pad}?",
        'cipher = "practice-book"\nvary.plain = ["WE ARE READY TO SEND JET FIGHTERS"]',
    )
    finding = next(each for each in found(damage) if each.code == "E107")
    assert "check = true" in finding.message
    unspoken = written(more=PAD.replace("WE ARE READY TO", "☃"))
    assert "E107" in codes(unspoken)


STALLING = (
    'system = "pbkdf2-hmac-sha1"\nparameters = { iterations = 10000000 }\nvary.plain = ["A"]',
    'system = "chain-addition"\nparameters = { extend_by = 10000000 }\nvary.plain = ["77651"]',
    'system = "caesar"\nparameters = { shift = 3 }\nvary.plain = ["123"]',
    'system = "one-time-pad-figures"\nvary.plain = ["12"]\nvary.key = { figures = 1000000000 }',
    'system = "vigenere"\nvary.plain = ["A"]\nvary.key = {}',
    'cipher = "practice-book"\nsteps = ["code"]\nvary.plain = [" "]',
)


@pytest.mark.parametrize("more", STALLING, ids=lambda more: more[:30])
def test_what_would_stall_or_give_nothing_is_refused_or_bounded(more: str) -> None:
    found_codes = codes(written("encode", "Do {plain}.", more))
    assert set(found_codes) <= {"E103", "E107", "V105"}


def test_a_test_that_does_not_hold_is_told_with_what_came_instead() -> None:
    text = written().replace('give = "right"\nscore = 1.0', 'give = "carried"\nscore = 0.0')
    finding = next(each for each in found(text) if each.code == "V106")
    assert "the score is" in finding.message
    assert finding.line == text.split("\n").index("[[exercise.test]]") + 1
    says = written().replace('give = "right"\nscore = 1.0', 'give = "carried"\nsays = "shifted"')
    assert "it says carried, not shifted" in str(found(says))
    unread = written().replace('give = "right"\nscore = 1.0', 'answer = "1O34"\nunread = true')
    assert found(unread) == []


def test_a_mistake_that_is_right_or_another_mistake_is_told() -> None:
    also = """answer = 3
also = [{ value = 2, score = 0.5, says = "a" }, { value = 2, score = 0.2, says = "b" }]"""
    assert "V103" in codes(written("number", "How many?", also))


def test_a_number_that_is_spoken_of_as_wrong_and_is_the_answer_is_told() -> None:
    for value in ("3", '"3 copies"', "2"):
        also = f"answer = 3\nwithin = {int(value == '2')}\n"
        also += f'also = [{{ value = {value}, score = 0.5, says = "a" }}]'
        assert codes(written("number", "How many?", also)) == ["V102"]


def test_one_of_several_cases_may_ask_for_a_number_that_is_wrong_in_another() -> None:
    also = """vary.case = [{ place = "one", answer = 3 }, { place = "two", answer = 2 }]
also = [{ value = 2, score = 0.5, says = "a" }]"""
    assert codes(written("number", "How many at {place}?", also)) == []


def test_a_model_that_is_not_right_is_told() -> None:
    short = (
        'words = { least = 60, most = 90 }\nrubric = [{ points = 2, text = "x" }]\nmodel = "Few."'
    )
    assert codes(written("explain", "Why?", short)) == ["V101"]


def test_draws_that_are_all_alike_are_told() -> None:
    same = 'system = "caesar"\nparameters = { shift = 3 }\nvary.plain = ["ATTACK"]'
    assert codes(written("encode", "Encipher {plain}.", same)) == ["V105"]


def test_more_than_one_repair_is_told() -> None:
    damage = (
        'cipher = "practice-book"\n'
        'vary.plain = ["COMMUNICATE YOUR VIEWS AND CONFIRM RECEIPT AS SOON AS POSSIBLE AT ONCE"]\n'
        "vary.damage = { must_leave_book = false, one_repair = false, check = true }"
    )
    assert codes(written("garble", "What of {cipher} with {pad}?", damage)) == ["V104"]


def test_a_broken_exercise_is_left_out_and_the_rest_is_kept() -> None:
    text = written() + written().replace('"one"', '"two"').replace("format = 1", "")
    assert len(read_exercises(text, sound=False).exercises) == 2
    for wrong in (
        text.replace("points = 2", "points = -1", 1),
        text.replace('kind = "encode"', 'kind = "encod"', 1),
        text.replace("vary.plain", "vary.plian", 1),
        text.replace('"two"', '"one"'),
        text.replace('hints = ["Look."]', 'hint = ["Look."]', 1),
    ):
        read = read_exercises(wrong, sound=False)
        assert len(read.exercises) == 1
        assert len(read.findings) >= 1
        assert all(finding.line > 1 for finding in read.findings)


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("encode", PAD.replace("vary.plain", "plain"), "write 'vary.plain'"),
        ("order", 'stages = ["sign"]', "1 stands here, and that is too few"),
        ("order", "stages = []", "nothing stands here"),
    ],
)
def test_a_cure_names_the_table_of_a_key_and_what_a_short_list_lacks(
    kind: str, more: str, says: str
) -> None:
    (finding,) = read_exercises(written(kind, "Do it.", more), sound=False).findings
    assert says in str(finding)


@pytest.mark.parametrize(
    "text", ["", "format = 1", "format = 2\nexercise = []", "[[", "format = 1\nexercise = 3"]
)
def test_a_file_that_cannot_be_read_gives_findings_and_no_exercises(text: str) -> None:
    read = read_exercises(text, sound=False)
    assert read.exercises == ()
    assert read.findings


def test_the_exercises_of_the_tests_differ_enough_or_say_so() -> None:
    text = (HERE / "books.toml").read_text(encoding="utf-8")
    assert {code for code in codes(text) if code[0] == "V"} <= {"V105"}

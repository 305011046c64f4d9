"""A line that an author names is one of the page, and that of the claim beside it."""

from __future__ import annotations

import pytest
from exercises.authored import PAD, codes, found, written

OPTION = """[[exercise.option]]
text = "{text}"
right = {right}
says = "{says}"
claim = "c-copies"
[[exercise.option]]
text = "b is so"
right = {other}
"""


def beside(says: str, *, right: bool = True, text: str = "Two names have copies.") -> str:
    """Return a file with a statement whose claim is quoted on line 19."""
    values = {"text": text, "says": says, "right": str(right).lower()}
    return written("support", "Which?", OPTION.format(**values, other=str(not right).lower()))


def told(text: str) -> list[tuple[str, str]]:
    """Return codes and keys of what is found."""
    return [(each.code, each.key.removeprefix("exercise.0.")) for each in found(text)]


@pytest.mark.parametrize(
    "text", ["Line 44 has it.", "Read lines 3 and 99.", "Look at line 0.", "Lines 17-99 say so."]
)
def test_a_line_that_the_document_does_not_have_is_told_in_every_text(text: str) -> None:
    number = written("number", "How many?", "answer = 3")
    also = f'answer = 3\nalso = [{{ value = 2, score = 0.0, says = "{text}" }}]'
    assert told(number.replace("It is so.", text)) == [("E103", "explain")]
    assert told(number.replace("Look.", text)) == [("E103", "hints.0")]
    assert told(number.replace("How many?", f"How many? {text}")) == [("E103", "prompt")]
    assert told(written("number", "How many?", also)) == [("E103", "also.0.says")]
    assert told(beside(text)) == [("E103", "option.0.says")]


@pytest.mark.parametrize(
    "text",
    [
        "Line 19 has it, and lines 3 to 19 are the telegram.",
        "Line 44 of the October list has Stalin (2).",
        "There is no line 44 on the page.",
        "The line 18:30 is none.",
    ],
)
def test_a_line_of_the_page_or_of_another_paper_is_no_slip(text: str) -> None:
    assert told(written("number", "How many?", "answer = 3").replace("It is so.", text)) == []


def test_the_lines_of_a_sheet_are_none_of_the_page() -> None:
    assert codes(written("encode", "Add {pad} to {groups}, line 99.", PAD)) == []


def test_a_statement_to_choose_from_may_name_a_line_that_is_not_there() -> None:
    assert told(beside("It has 20.", right=False, text="The page has a line 44.")) == []


@pytest.mark.parametrize(
    ("says", "right", "wrong"),
    [
        ("Line 3 says so.", True, True),
        ("Line 3 says so.", False, True),
        ("Line 1 has no such name.", False, False),
        ("Line 1 has no such name.", True, True),
        ("Line 3 is the head; line 19 says so.", True, False),
        ("Lines 17 to 19 say so.", True, False),
        ("The list says so.", True, False),
    ],
)
def test_another_line_than_that_of_the_claim_beside_it_is_a_warning(
    says: str,
    right: bool,  # noqa: FBT001 - a column of the table.
    wrong: bool,  # noqa: FBT001 - a column of the table.
) -> None:
    text = beside(says, right=right)
    assert told(text) == [("E111", "option.0.says")] * wrong
    if wrong:
        (finding,) = found(text)
        assert "line 19" in finding.message
        assert finding.severity.value == "warning"

"""The codes of all findings: family letter and three figures, a title, and how much each weighs.

Everything that names a code draws from this table: findings, the pages of `cablesim explain`, the
rules of a SARIF report. A code is never given to another meaning once it was published.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error must be mended, a warning should be, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what it is called in a list, and how much it weighs."""

    name: str
    title: str
    severity: Severity = Severity.ERROR

    @property
    def family(self) -> str:
        """What its first letter stands for."""
        return FAMILIES[self.name[0]]


FAMILIES = {
    "T": "text",
    "S": "shape",
    "H": "history",
    "C": "cipher",
    "E": "exercise",
    "V": "variants",
    "L": "leak",
    "A": "access",
}
_WARNING = Severity.WARNING
_TABLE = (
    # The file itself.
    Code("T101", "a file is missing"),
    Code("T102", "a file or folder cannot be opened"),
    Code("T103", "a file or folder is too large"),
    Code("T104", "a byte is not UTF-8"),
    Code("T105", "a byte order mark stands before the text"),
    Code("T106", "lines end in two signs, as some editors write them", _WARNING),
    Code("T107", "a sign that nobody sees", _WARNING),
    Code("T108", "a tab", _WARNING),
    Code("T109", "the document is not the pinned one"),
    # What the file says, as TOML.
    Code("T110", "a line that cannot be read"),
    Code("T111", "typographic quotes around a text"),
    Code("T112", "a quote is missing"),
    Code("T113", "a text on several lines is never closed"),
    Code("T114", "a text without quotes"),
    Code("T115", "a number that begins with 0"),
    Code("T116", "yes, no, a date or a time without quotes"),
    Code("T117", "no equals sign between key and value"),
    Code("T118", "a key without a value"),
    Code("T119", "a comma is missing or too many"),
    Code("T120", "a table in braces on several lines"),
    Code("T121", "a backslash in double quotes"),
    Code("T122", "a key stands twice in one table"),
    Code("T123", "a list or table is never closed"),
    Code("T124", "the head of a table is not well formed"),
    Code("T125", "something follows the value on its line"),
    Code("T126", "a key of several words or other signs"),
    Code("T127", "lines run on within one pair of quotes"),
    Code("T128", "nested too deep, or a key of too many parts"),
    Code("T129", "a control sign, or a blank that only looks like one"),
    # The shape of the tables.
    Code("S101", "an unknown key"),
    Code("S102", "a key is missing"),
    Code("S103", "a value of another kind"),
    Code("S104", "a group that lost its quotes"),
    Code("S105", "a date or time without quotes"),
    Code("S106", "an id of another form"),
    Code("S107", "a value that is not one of those known"),
    Code("S108", "a value of another form"),
    Code("S109", "a table in the wrong brackets"),
    Code("S110", "a key fell into the table above it"),
    Code("S111", "an id stands twice"),
    Code("S112", "nothing where something must stand"),
    Code("S113", "a number out of its bounds"),
    Code("S114", "the format of a later program"),
    Code("S115", "the format of an earlier program", Severity.NOTICE),
    # The words of the walk.
    Code("S121", "words before any page"),
    Code("S122", "a page stands twice"),
    Code("S123", "a question is not whole"),
    Code("S124", "an answer without a question"),
    Code("S125", "a page of another form"),
    # What is said of history.
    Code("H101", "a quote is not on its line"),
    Code("H102", "a quote of the document lies outside the telegram"),
    Code("H103", "a quote of the document holds an editor's bracket"),
    Code("H104", "an inference from nothing"),
    Code("H105", "inferences that rest on each other"),
    Code("H106", "something known from elsewhere, without its source"),
    Code("H107", "a gap without its question"),
    Code("H108", "a claim that nobody uses", _WARNING),
    Code("H109", "no such claim"),
    Code("H110", "no such party"),
    Code("H111", "no such stage"),
    Code("H112", "stages that wait for each other"),
    Code("H113", "a stage that nothing leads to", _WARNING),
    Code("H114", "a stage stands above the one it comes after"),
    Code("H115", "an id of the teaching side in the history"),
    Code("H116", "a word that may not be said of the telegram", _WARNING),
    Code("H117", "the page does not say this on that line"),
    Code("H118", "no such page of the walk"),
    Code("H119", "a paragraph without a mark", _WARNING),
    Code("H120", "a claim without its quote or line"),
    Code("H121", "lines that the document does not have"),
    Code("H122", "a stated total that the copy list does not give"),
    Code("H123", "a stage with nothing left to do", _WARNING),
    # The teaching cipher.
    Code("C101", "a code group stands twice"),
    Code("C102", "the book cannot write the text"),
    Code("C103", "a group of the wrong length"),
    Code("C104", "the pad is shorter than the text"),
    Code("C105", "the same pad is added twice"),
    Code("C106", "the book lacks what every book needs"),
    Code("C107", "clear text on the line"),
    Code("C108", "the walk does not hold what is promised of it"),
    Code("C109", "a system that cannot carry the text"),
    Code("C110", "groups that enciphering does not give"),
    # Exercises, and their variants over 200 draws.
    Code("E101", "an exercise without a hint", _WARNING),
    Code("E102", "an exercise without an explanation", _WARNING),
    Code("E103", "an exercise that refers to nothing"),
    Code("E105", "an exercise without a test", _WARNING),
    Code("E106", "an exercise for no points"),
    Code("E107", "an exercise of which no variant can be drawn"),
    Code("E108", "a term is asked for without its meaning"),
    Code("E109", "values that cannot be meant so"),
    Code("E110", "a prompt that does not show what is to be worked", _WARNING),
    Code("E111", "words or values that may not be meant so", _WARNING),
    Code("E112", "a day or year that no claim carries", _WARNING),
    Code("V101", "the model answer does not score 1"),
    Code("V102", "a named mistake is the model answer"),
    Code("V103", "two named mistakes are the same"),
    Code("V104", "more than one repair is right"),
    Code("V105", "draws that are too alike", _WARNING),
    Code("V106", "a test of an exercise does not hold"),
    Code("V107", "fewer variants looked at than in a small file", Severity.NOTICE),
    # What students may see, and how.
    Code("L101", "an answer stands where a student can read it"),
    Code("L102", "a placeholder gives the answer away"),
    Code("L103", "the answer can be read before it is given", _WARNING),
    Code("A101", "wider than 80 columns where nothing is wrapped", _WARNING),
    Code("A102", "colour as the only sign", _WARNING),
    Code("A103", "a picture without a description", _WARNING),
)
CODES = {code.name: code for code in _TABLE}

"""Slips that beginners make: each gives one finding at its line, and the cure makes all clean.

A slip is a change of one file of the tiny scenario: what stood there, what stands there now, the
code it must give, and how many lines below the place of the change the finding stands.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """One slip, by the words that a teacher would use for it."""

    name: str
    file: str
    right: str
    wrong: str
    code: str
    below: int = 0


H, S, T, C, G = "history.toml", "scenario.toml", "teaching.toml", "codebook.toml", "glossary.toml"

_AGREED = 'text = "The sender agrees to a plan."\nquote = "We agree"\nline = 4\n\n'
_SIGNED = '[[claim]]\nid = "c-signed"\nstanding = "document"\ntext = "It is signed HERON."'
# The finding carries the edits of its cure.
MENDED = (
    Slip(
        "a closing quote missing",
        S,
        'title = "An invented telegram"',
        'title = "An invented telegram',
        "T112",
    ),
    Slip(
        "a closing quote missing before a remark",
        S,
        'title = "An invented telegram"',
        'title = "An invented telegram  # a remark',
        "T112",
    ),
    Slip(
        "an opening quote missing",
        S,
        'title = "An invented telegram"',
        'title = An invented telegram"',
        "T112",
    ),
    Slip("no quotes", S, 'title = "An invented telegram"', "title = An invented telegram", "T114"),
    Slip("bare id", H, 'who = "heron"', "who = heron", "T114"),
    Slip(
        "a # in a text without quotes",
        S,
        'title = "An invented telegram"',
        "title = telegram #3305",
        "T114",
    ),
    Slip("typographic quotes", S, '"An invented telegram"', "“An invented telegram”", "T111"),
    Slip("German quotes", S, '"An invented telegram"', "„An invented telegram“", "T111"),
    Slip(
        "single typographic quotes", S, '"An invented telegram"', "‘An invented telegram’", "T111"
    ),
    Slip("one typographic quote", S, '"An invented telegram"', '"An invented telegram”', "T111"),
    Slip(
        "typographic quotes in a list",
        H,
        '["c-signed", "e-name"]',
        "[“c-signed”, “e-name”]",
        "T111",
    ),
    Slip("typographic quotes around a key", C, '"AGREE" = "0417"', '“AGREE” = "0417"', "T111"),
    Slip("leading zero group", C, '"AGREE" = "0417"', '"AGREE" = 0417', "T115"),
    Slip("leading zero group in list", C, '["0092", "5061"]', '[0092, "5061"]', "T115"),
    Slip("a group without quotes in a list", C, '["0092", "5061"]', '["0092", 5061]', "S104"),
    Slip("a group that lost its zero", C, '"AGREE" = "0417"', '"AGREE" = 417', "S104"),
    Slip("leading zero int", S, "minutes = 10", "minutes = 010", "T115"),
    Slip("date bare", H, 'date = "9.7.50"', "date = 9.7.50", "T116"),
    Slip("date iso", H, 'date = "9.7.50"', "date = 1950-07-09", "S105"),
    Slip("time bare", H, 'printed = "03:15"', "printed = 03:15", "T116"),
    Slip("time sec", H, 'printed = "03:15"', "printed = 03:15:00", "S105"),
    Slip("yes", G, "teaching = true", "teaching = yes", "T116"),
    Slip("True", G, "teaching = true", "teaching = True", "T116"),
    Slip('"true"', G, "teaching = true", 'teaching = "true"', "S103"),
    Slip("no text", S, 'licence = "CC0-1.0"', "licence = no", "T116"),
    Slip("tab indent", S, "title = ", "\ttitle = ", "T108"),
    Slip("tab in value", S, "An invented", "An\tinvented", "T108"),
    Slip("missing comma list", H, '["c-signed", "e-name"]', '["c-signed" "e-name"]', "T119"),
    Slip(
        "missing comma list lines",
        H,
        '["c-signed", "e-name"]',
        '[\n "c-signed"\n "e-name"\n]',
        "T119",
        1,
    ),
    Slip("missing comma inline", T, "{ first = 3, last = 5 }", "{ first = 3 last = 5 }", "T119"),
    Slip("trailing comma inline", T, "{ first = 3, last = 5 }", "{ first = 3, last = 5, }", "T119"),
    Slip("double comma", H, '["c-signed", "e-name"]', '["c-signed",, "e-name"]', "T119"),
    Slip(
        "inline over lines", T, "{ first = 3, last = 5 }", "{\n  first = 3,\n  last = 5,\n}", "T120"
    ),
    Slip(
        "inline over lines no trailing",
        T,
        "{ first = 3, last = 5 }",
        "{ first = 3,\n  last = 5 }",
        "T120",
    ),
    Slip(
        "unclosed list", H, 'sure = ["c-signed", "e-name"]', 'sure = ["c-signed", "e-name"', "T123"
    ),
    Slip("unclosed list at head", H, "after = []\nsure", "after = [\nsure", "T123"),
    Slip("unclosed inline", T, "{ first = 3, last = 5 }", "{ first = 3, last = 5", "T123"),
    Slip(
        "an unclosed text on several lines",
        H,
        'text = "The sender agrees to a plan."',
        "text = '''\nThe sender agrees to a plan.",
        "T113",
    ),
    Slip(
        "an unclosed text that runs into the next one",
        H,
        _AGREED + _SIGNED,
        _AGREED.replace('"The', "'''\nThe").replace('plan."', "plan.")
        + _SIGNED.replace('"It is signed HERON."', "'''It is signed HERON.'''"),
        "T113",
    ),
    Slip(
        "an unclosed text in double quotes",
        H,
        'text = "The sender agrees to a plan."',
        'text = """The sender\nagrees to a plan.',
        "T113",
    ),
    Slip(
        "a key twice",
        H,
        'text = "The sender agrees to a plan."',
        'text = "The sender agrees to a plan."\ntext = "The sender agrees."',
        "T122",
        1,
    ),
    Slip("single bracket", H, '[[claim]]\nid = "c-agree"', '[claim]\nid = "c-agree"', "S109"),
    Slip("single bracket first", H, '[[claim]]\nid = "c-to"', '[claim]\nid = "c-to"', "S109"),
    Slip("single bracket only", T, "[[contrast]]", "[contrast]", "S109"),
    Slip("single bracket only cipher", T, "[[cipher]]", "[cipher]", "S109"),
    Slip("double for single", S, "[rights]", "[[rights]]", "S109"),
    Slip("half bracket", H, '[[claim]]\nid = "c-agree"', '[[claim]\nid = "c-agree"', "T124"),
    Slip("half bracket2", H, '[[claim]]\nid = "c-agree"', '[claim]]\nid = "c-agree"', "T124"),
    Slip("half bracket3", S, "[rights]", "[rights", "T124"),
    Slip("missing head", H, '[[claim]]\nid = "c-agree"\n', 'id = "c-agree"\n', "T122"),
    Slip("unknown key near", H, 'standing = "gap"', 'standng = "gap"', "S101"),
    Slip("unknown key near2", H, 'where = "line"', 'were = "line"', "S101"),
    Slip("unknown key near3", S, "minutes = 10", "minuts = 10", "S101"),
    Slip("unknown key", S, "minutes = 10", 'minutes = 10\ncolour = "red"', "S101", 1),
    Slip("unknown standing", H, 'standing = "gap"', 'standing = "gapp"', "S107"),
    Slip("wrong table name", H, '[[claim]]\nid = "c-agree"', '[[clam]]\nid = "c-agree"', "S101"),
    Slip("str for list", H, 'sure = ["c-to"]', 'sure = "c-to"', "S103"),
    Slip("list for str", H, 'who = "heron"', 'who = ["heron"]', "S103"),
    Slip("str for int", S, "minutes = 10", 'minutes = "10"', "S103"),
    Slip("id capitals", H, 'id = "c-agree"', 'id = "C-Agree"', "S106"),
    Slip("id blank", H, 'id = "c-agree"', 'id = "c agree"', "S106"),
    Slip("id underscore", H, 'id = "c-agree"', 'id = "c_agree"', "S106"),
    Slip(
        "quote wrong line",
        H,
        'quote = "We agree"\nline = 4',
        'quote = "We agree"\nline = 5',
        "H101",
    ),
    Slip("quote wrong case", H, 'quote = "We agree"', 'quote = "we agree"', "H101"),
    Slip(
        "backslash",
        S,
        "'Typed from C:\\telegrams\\1950\\heron.txt.'",
        '"Typed from C:\\telegrams\\1950\\heron.txt."',
        "T121",
    ),
    Slip(
        "backslash2", S, "'Typed from C:\\telegrams\\1950\\heron.txt.'", '"C:\\telegrams\\"', "T121"
    ),
    Slip(
        "backslash valid escapes",
        S,
        "'Typed from C:\\telegrams\\1950\\heron.txt.'",
        '"C:\\telegrams\\notes"',
        "T121",
    ),
    Slip(
        "newline in quotes",
        H,
        'text = "The sender agrees to a plan."',
        'text = "The sender agrees\nto a plan."',
        "T127",
    ),
    Slip(
        "colon",
        H,
        'text = "The sender agrees to a plan."',
        'text: "The sender agrees to a plan."',
        "T117",
    ),
    Slip("colon bare", H, 'who = "heron"', "who: heron", "T117"),
    Slip(
        "no equals sign",
        H,
        'text = "The sender agrees to a plan."',
        'text "The sender agrees to a plan."',
        "T117",
    ),
    Slip(
        "inner quotes",
        H,
        'text = "The sender agrees to a plan."',
        'text = "The sender "agrees" to a plan."',
        "T125",
    ),
    Slip(
        "apostrophe",
        H,
        'text = "The sender agrees to a plan."',
        "text = 'The sender's plan.'",
        "T125",
    ),
    Slip("trailing comma", H, 'who = "heron"', 'who = "heron",', "T119"),
    Slip("trailing semicolon", H, 'who = "heron"', 'who = "heron";', "T119"),
    Slip("two words key", S, "minutes = 10", "min utes = 10", "T126"),
    Slip(
        "stray line",
        H,
        "# Only what can be shown of the telegram.",
        "Only what can be shown of the telegram.",
        "T110",
    ),
    Slip(
        "stray lines",
        H,
        "# Only what can be shown of the telegram.",
        "Only what can be shown\nof the telegram.",
        "T110",
    ),
    Slip(
        "slash remark",
        H,
        "# Only what can be shown of the telegram.",
        "// Only what can be shown of the telegram.",
        "T110",
    ),
    Slip("remark no hash after", H, "line = 4", "line = 4 the fourth", "T125"),
    Slip("a no-break blank", S, "minutes = 10", "minutes =\xa010", "T129"),
    Slip("a sign that turns the direction", S, "An invented", "An \u202einvented", "T107"),
    Slip("a control sign", S, "An invented", "An \x1binvented", "T129"),
    Slip("a control sign by its number", S, '"An invented', '"An \\u001binvented', "T107"),
    Slip("ref claim", H, 'sure = ["c-to"]', 'sure = ["c-too"]', "H109"),
    Slip("ref party", H, 'who = "consul"', 'who = "consull"', "H110"),
    Slip("ref stage", H, 'after = ["sign"]\nmoment', 'after = ["sing"]\nmoment', "H111"),
    Slip("sub dotted wrong nest", T, '[[cipher.step]]\nid = "add"', '[[step]]\nid = "add"', "S101"),
    Slip(
        "no list brackets",
        H,
        'sure = ["c-signed", "e-name"]',
        'sure = "c-signed", "e-name"',
        "T125",
    ),
    Slip("bare list", H, 'sure = ["c-signed", "e-name"]', "sure = [c-signed, e-name]", "T114"),
    Slip(
        "list missing q", H, 'sure = ["c-signed", "e-name"]', 'sure = ["c-signed, "e-name"]', "T112"
    ),
    Slip(
        "list missing q2",
        H,
        'sure = ["c-signed", "e-name"]',
        'sure = ["c-signed", "e-name]',
        "T112",
    ),
    Slip(
        "list missing q3",
        H,
        'sure = ["c-signed", "e-name"]',
        'sure = ["c-signed", e-name"]',
        "T112",
    ),
    Slip("inline missing q", H, 'printed = "03:15", clock', 'printed = "03:15, clock', "T112"),
    Slip("paren list", H, 'sure = ["c-signed", "e-name"]', 'sure = ("c-signed", "e-name")', "T123"),
    Slip("brace list", H, 'sure = ["c-signed", "e-name"]', 'sure = {"c-signed", "e-name"}', "T123"),
)

# The cure needs words that only the author has: the test puts back what stood there.
BY_HAND = (
    Slip("an id twice", H, 'id = "c-agree"', 'id = "c-to"', "S111"),
    Slip("a number for a version", S, 'version = "1.0.0"', "version = 1.0", "S103"),
    Slip("missing key", H, 'asks = "Which paper would name the cipher?"\n', "", "H107", -4),
    Slip("missing key2", S, "minutes = 10\n", "", "S102", -6),
    Slip("missing id", H, 'id = "c-agree"\n', "", "S102", -1),
    Slip(
        "missing table",
        S,
        '[rights]\nstatement = "Invented, free to use."\nquote = "free to use"\n',
        "",
        "S102",
        -20,
    ),
    Slip("key no value", H, 'text = "The sender agrees to a plan."', "text =", "T118"),
    Slip("key no value no equals sign", H, 'text = "The sender agrees to a plan."', "text", "T118"),
    Slip("empty", H, 'text = "The sender agrees to a plan."', 'text = ""', "S112"),
    Slip("missing closing in from", H, 'from = ["c-agree", "e-boats"]', "from = []", "H104"),
    Slip("group of 5", C, '"0417"', '"04170"', "C103"),
    Slip("group twice", C, '"0417"', '"5061"', "C101", 1),
)

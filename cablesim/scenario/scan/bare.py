"""Values without quotes: which of them TOML knows, and what was meant by the others."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"[+-]?(?:inf|nan|0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*"
    r"|(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)"
)
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?|[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
)
_LEADING = re.compile(r"[+-]?0[0-9_]+")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?")
_DAY = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}")
_TRUE = frozenset({"yes", "true", "on", "y"})
_FALSE = frozenset({"no", "false", "off", "n"})


def is_known(token: str) -> bool:
    """Tell whether TOML reads a value without quotes.

    >>> [is_known(token) for token in ("40", "true", "1950-07-13", "0417", "yes", "12:15")]
    [True, True, True, False, False, False]
    """
    return token in {"true", "false"} or any(
        pattern.fullmatch(token) for pattern in (_NUMBER, _MOMENT)
    )


def quoted(words: str) -> str:
    r"""Return words in the quotes that change nothing in them.

    >>> quoted("telegram #3305"), quoted('He said "no"')
    ('"telegram #3305"', '\'He said "no"\'')
    """
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    if "'" not in words:
        return f"'{words}'"
    inner = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def meant(token: str, kinds: frozenset[str]) -> tuple[str, str, str, str]:
    """Return code, message, cure and the right writing of a value that TOML does not know.

    `kinds` are the kinds of value that the format wants there, none where that is not known.
    """
    small = token.casefold()
    text = quoted(token)
    if _LEADING.fullmatch(token):
        return _leading(token, text, kinds)
    if (small in _TRUE or small in _FALSE) and "string" not in kinds:
        right = "true" if small in _TRUE else "false"
        cure = f"write {right}, in small letters; the word itself goes in quotes: {text}"
        return "T116", f"'{token}' is not the word for it", cure, right
    if small in _TRUE or small in _FALSE:
        return "T116", f"'{token}' as a text needs quotes", f"write {text}", text
    if _CLOCK.fullmatch(token) or _DAY.fullmatch(token):
        return "T116", f"{token} is a date or time without quotes", f"write {text}", text
    return "T114", "this text has no quotes around it", f"write {text}", text


def _leading(token: str, text: str, kinds: frozenset[str]) -> tuple[str, str, str, str]:
    """Say what a number that begins with 0 was meant to be."""
    plain = re.sub(r"^([+-]?)[0_]+(?=[0-9])", r"\1", token)
    message = f"{token} begins with 0, and a number may not"
    if "integer" in kinds and "string" not in kinds:
        return "T115", message, f"write {plain}", plain
    if "string" in kinds:
        return "T115", message, f"write {text}, a group keeps its zeros in quotes", text
    return "T115", message, f"write {text} as a text, or {plain} as a number", text

"""The normaliser: every answer of every kind is brought into one form here before it is read.

Its rules are part of `ENGINE` and in this order: what a terminal adds to pasted text is taken off;
invisible signs are left out; quotes are made straight, dashes short, commas, points and colons of
other scripts their Latin twins; Unicode NFKC; every end of a line is one sign.
"""

from __future__ import annotations

import re
import unicodedata

# What a terminal sends and nobody typed: the brackets round a paste, colours, titles.
_TERMINAL = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)|\x9b20[01]~")
# Unicode's default ignorable code points, and control signs that end no line and are no blank.
INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʹ′`´＇", "'"),
        **dict.fromkeys("“”„‟«»″〝〞", '"'),
        **dict.fromkeys("‐‑‒–—―−⸺⸻﹘﹣", "-"),
        **dict.fromkeys("،、٬", ","),
        **dict.fromkeys("؛", ";"),
        **dict.fromkeys("。｡٫", "."),
        **dict.fromkeys("∶꞉", ":"),
        **dict.fromkeys("⁄∕", "/"),
        "…": "...",
    }
)


def clear(text: str) -> str:
    r"""Return a text with its signs in one form and without those that nobody sees; lines stay.

    >>> clear("\x1b[200~33\u200e05；\r\n“x”\x1b[201~")
    '3305;\n"x"'
    """
    if text.isascii():
        return text if text.isprintable() else _seen(text)
    signs = unicodedata.normalize("NFKC", _seen(text).translate(_SIGNS))
    return _UNSEEN.sub("", signs.translate(_SIGNS))


def _seen(text: str) -> str:
    """Return what can be seen of a text, every end of a line as one sign."""
    return _LINE_ENDS.sub("\n", _UNSEEN.sub("", _TERMINAL.sub("", text)))

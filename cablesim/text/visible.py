"""Make every sign of a text visible, so that no file can act on a terminal.

A document, a scenario, an answer or a file name may hold control signs (which move the cursor,
set the clipboard or change the title), signs that turn the direction of writing, and signs that
nobody sees. Everything that is shown passes through here first.
"""

from __future__ import annotations

import re
import unicodedata

# Signs that nobody sees although they count as printable: fillers, joiners, and the selectors that
# may carry a text of their own. The selectors of emoji (U+FE00 to U+FE0F) are honest and stay.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0100-\U000e01ef]"
)
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"})
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}


def _stand_in(sign: str) -> str:
    """Return a visible stand-in for one hidden sign."""
    return _PICTURES.get(ord(sign)) or f"‹U+{ord(sign):04X}›"


def visible(text: str) -> str:
    r"""Return the text with every control, direction and invisible sign made visible.

    Line ends and tabs stay; all other text, brackets, quotes and any script included, stays to
    the letter. Control signs become their pictures (``␛``), other hidden signs their number
    (``‹U+202E›``).

    >>> visible("FILIPPOV [Stalin]")
    'FILIPPOV [Stalin]'
    >>> visible("a\x1b[2Jb")
    'a␛[2Jb'
    """
    if text.isprintable() and (text.isascii() or not _UNSEEN.search(text)):
        return text
    return "".join(_stand_in(sign) if _hidden(sign) else sign for sign in text)


def _hidden(sign: str) -> bool:
    """Say whether a sign acts, turns or is not seen."""
    if sign in "\n\t":
        return False
    return unicodedata.category(sign) in _HIDDEN or _UNSEEN.match(sign) is not None


def visible_line(text: str) -> str:
    r"""Return the text as one visible line: line ends and tabs are shown by their pictures too.

    >>> visible_line("a\nb")
    'a␊b'
    """
    return visible(text).replace("\n", "␊").replace("\t", "␉")

"""Texts in quotes: where they end, and where they should have ended."""

from __future__ import annotations

import re

from cablesim.scenario.finding import Edit
from cablesim.scenario.scan.bare import quoted
from cablesim.scenario.scan.source import BEGINS, Source, first_of

OPENING = "“”„‟«»‹›‘’‚‛`´″"
_SMART_END = re.compile(rf"[{OPENING}\"'](?=[ \t]*(?:[,\]}}#\n]|\Z))")
_LONG = {
    "'''": re.compile(r"'''.*?'{3,5}", re.DOTALL),
    '"""': re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL),
}
_SHORT = {"'": re.compile(r"'[^'\n]*'"), '"': re.compile(r'"(?:[^"\\\n]|\\[^\n])*"')}
_SWALLOWED = re.compile(r"[ \t]*[A-Za-z0-9_.-]+[ \t]*=[ \t]*\Z")
# A backslash with what it may begin, or a bad one; going from one to the next is linear.
_ESCAPE = re.compile(r"\\(?:[\\btnfr\"\n]|[ \t]*\n|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?P<bad>))")
_FOLDER = re.compile(r"(?:^|[\s(=])(?:[A-Za-z]:|\\)\\[A-Za-z0-9_]")
_ENDS_TEXT = re.compile(r"[^\n]*?(\")[ \t]*(?:[,\]}][^\n]*)?(?:#[^\n]*)?(?=\n|\Z)")
_SEVERAL = re.compile(r"[ \t]*,[ \t]*[\"']")
_MOST_LINES = 60
# Where a text in a list or in braces should have ended: before the next item, or the closing sign.
_ITEM_END = re.compile(
    r"[ \t]*(?:,[ \t]*(?:[A-Za-z0-9_-]+[ \t]*=|[\"']|\Z)|[\]}][ \t]*(?:#[^\n]*)?\Z)"
)


def text_value(source: Source, at: int, ends: str) -> int:
    """Step over a text that begins with a quote; return the offset behind it.

    `ends` holds the signs that end a value here: none on a line of its own, or those of a list or
    of braces.
    """
    text = source.text
    if text[at] in OPENING:
        return _typographic(source, at, ends)
    for quotes in _LONG:
        if text.startswith(quotes, at):
            return _long(source, at, quotes)
    quote = text[at]
    found = _SHORT[quote].match(text, at)
    if found is None or (ends and _swallows(found[0], text, found.end())):
        return _unclosed(source, at, ends)
    if quote == '"':
        _escapes(source, at, found.end())
    if not ends and not source.rest_is_blank(found.end()):
        return _inner_quotes(source, at, found.end())
    return found.end()


def _typographic(source: Source, at: int, ends: str) -> int:
    """Mend typographic quotes around a text."""
    text = source.text
    line_end = source.line_end(at)
    closing = at
    for found in _SMART_END.finditer(text, at + 1, line_end):
        closing = found.start()
        if ends:
            break
    closed = closing > at
    end = closing if closed else source.last_written(line_end)
    inner = text[at + 1 : end]
    source.fault(
        "T111",
        at,
        f"{text[at]} is a typographic quote, and TOML wants straight ones",
        f"write {quoted(inner)}",
        Edit(at, end + closed, quoted(inner)),
    )
    return end + closed


def _long(source: Source, at: int, quotes: str) -> int:
    """Step over a text on several lines; one that is never closed is traced to where it opens."""
    text = source.text
    found = _LONG[quotes].match(text, at)
    if found is not None:
        last = source.line_start(found.end() - 1)
        # Only a line of the form `key = '''` tells that this was meant to open another text.
        if last <= at or not _SWALLOWED.match(text[last : found.end() - len(quotes)]):
            if quotes == '"""':
                _escapes(source, at, found.end())
            return found.end()
    begins = first_of(BEGINS, text, at)
    end = source.last_written(begins.start() if begins else len(text))
    end = max(end, at + len(quotes))
    source.fault(
        "T113",
        at,
        f"the text that opens here with {quotes} is never closed",
        f"write {quotes} behind its last word, on line {source.place(end)[0]}",
        Edit(end, end, quotes),
    )
    return end


def _swallows(content: str, text: str, end: int) -> bool:
    """Tell whether a text in a list ran into the quote that opens the next one."""
    inner = content[1:-1]
    odd_end = text[end : end + 1] not in {",", "]", "}", " ", "\t", "\n", "", "#"}
    return bool(re.search(r",[ \t]*(?:[A-Za-z0-9_-]+[ \t]*=[ \t]*)?\Z", inner)) and odd_end


def _unclosed(source: Source, at: int, ends: str) -> int:
    """Mend a text whose closing quote is not on its line."""
    text, quote = source.text, source.text[at]
    line_end = source.line_end(at)
    if quote == '"' and not ends and text[:line_end].rstrip().endswith('\\"'):
        return _path(source, at, source.last_written(line_end))
    smart = _SMART_END.search(text, at + 1, line_end)
    if smart and smart[0] in OPENING:
        return _smart_close(source, at, smart.start())
    if quote == '"' and not ends:
        end = _runs_on(source, at, line_end)
        if end:
            return end
    end = _should_end(source, at, line_end, ends)
    words = text[at + 1 : end]
    source.fault(
        "T112",
        at,
        f"this text has no closing {quote}",
        f"write {quote}{words}{quote}",
        Edit(end, end, quote),
    )
    return end


def _should_end(source: Source, at: int, line_end: int, ends: str) -> int:
    """Return where an unclosed text should have ended."""
    text = source.text
    if ends:
        for place in range(at + 1, line_end):
            if text[place] in ",]} \t" and _ITEM_END.match(text[:line_end], place):
                return place
    remark = re.search(r"[ \t]+#[ \t]", text[at:line_end])
    return at + remark.start() if remark else source.last_written(line_end)


def _smart_close(source: Source, at: int, closing: int) -> int:
    """Mend a text that opens with a straight quote and closes with a typographic one."""
    inner = source.text[at + 1 : closing]
    source.fault(
        "T111",
        closing,
        f"{source.text[closing]} is a typographic quote, and TOML wants straight ones",
        f"write {quoted(inner)}",
        Edit(at, closing + 1, quoted(inner)),
    )
    return closing + 1


def _runs_on(source: Source, at: int, line_end: int) -> int:
    """Mend a text that goes on over lines within one pair of quotes; return 0 if it is none."""
    text = source.text
    place = line_end
    for _ in range(_MOST_LINES):
        place += 1
        if place >= len(text) or BEGINS.match(text, place) or not text[place:].strip():
            return 0
        found = _ENDS_TEXT.match(text, place)
        if found and '"' not in text[place : found.start(1)]:
            close = found.start(1)
            source.fault(
                "T127",
                at,
                "this text goes on over lines within one pair of quotes",
                "put it between ''' and ''', or on one line",
                Edit(at, at + 1, '"""'),
                Edit(close, close + 1, '"""'),
            )
            return close + 1
        place = source.line_end(place)
    return 0


def _inner_quotes(source: Source, at: int, end: int) -> int:
    """Mend a text that goes on behind its closing quote, since it holds such quotes itself."""
    text, quote = source.text, source.text[at]
    line_end = source.line_end(at)
    last = text.rfind(quote, end, line_end)
    if last < 0 or not source.rest_is_blank(last + 1):
        return end
    if _SEVERAL.match(text, end):
        right = f"[{text[at : last + 1]}]"
        message = "several values stand here, and a list has brackets"
        source.fault("T125", end, message, f"write {right}", Edit(at, last + 1, right))
        return last + 1
    inner = text[at + 1 : last]
    if quote == '"':
        inner = inner.replace('\\"', '"')
    source.fault(
        "T125",
        end,
        f"the {quote} before this place ends the text, and more follows",
        f"write {quoted(inner)}",
        Edit(at, last + 1, quoted(inner)),
    )
    return last + 1


def _escapes(source: Source, at: int, end: int) -> None:
    """Mend backslashes that were meant as plain signs."""
    content = source.text[at:end]
    found = next((each for each in _ESCAPE.finditer(content) if each.lastgroup), None)
    if found is not None:
        _path(source, at, end, at + found.start())
    elif not content.startswith('"""'):
        folder = _FOLDER.search(content[1:-1])
        if folder is not None and "\\\\" not in content:
            _path(source, at, end, at + 1 + content[1:-1].index("\\"))


def _path(source: Source, at: int, end: int, place: int | None = None) -> int:
    """Mend a text with backslashes by quotes that leave them as they are."""
    content = source.text[at:end]
    size = 3 if content.startswith('"""') else 1
    inner = content[size:-size] if content.endswith('"' * size) else content[size:]
    single = "'" * size
    right = f"{single}{inner}{single}"
    if "'" in inner:
        inner = inner.replace("\\", "\\\\")
        right = f"{content[:size]}{inner}{content[:size]}"
    shown = right if size == 1 else f"{single} around it"
    source.fault(
        "T121",
        source.text.index("\\", at) if place is None else place,
        "in double quotes a backslash begins a special sign",
        f"write {shown}",
        Edit(at, end, right),
    )
    return end

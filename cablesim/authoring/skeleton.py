"""A new scenario: a folder that checks clean and walks, from a document or from nothing.

From a document every line is read and everything found is written down as a proposal; the
document itself is copied byte for byte and pinned. From nothing the folder is made around an
invented telegram, to be replaced. The folder appears whole or not at all, and never over another.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from cablesim.authoring.document_reading.found import Reading
from cablesim.authoring.document_reading.reading import read
from cablesim.authoring.drafting.book import book_file, pad_for
from cablesim.authoring.drafting.claims import Draft, claims_of
from cablesim.authoring.drafting.head import scenario_file
from cablesim.authoring.drafting.lines import FILL_IN, PROPOSED
from cablesim.authoring.drafting.others import (
    glossary_file,
    history_file,
    teaching_file,
    walk_file,
)
from cablesim.authoring.drafting.parties import parties_of
from cablesim.authoring.writing import make_folder
from cablesim.errors import CablesimError
from cablesim.scenario.finding import shortened
from cablesim.scenario.loading import DOCUMENT_FILE, load
from cablesim.scenario.reading import LARGEST_FILE

SAMPLE = """Ciphered telegram, an invented example to be replaced, LARK to the Town Clerk
CIPHERED TELEGRAM No. 101
RIVERTOWN Only by ciphered telegraph
TOWN CLERK
Sent 10:15
1.2.30
Transmit to ADA LIND or TOM BERG the following:
"The ferry is to run again from Monday. Tell us how many boats you need."
Telegraph fulfilment.
LARK [Moss]
Copies: Moss (2), Vane
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A scenario's files as drafted, and what was read to draft them."""

    reading: Reading
    claims: tuple[Draft, ...]
    files: dict[str, bytes]

    @property
    def proposed(self) -> int:
        """How many lines wait to be confirmed."""
        return self._marked(PROPOSED)

    @property
    def to_fill_in(self) -> int:
        """How many lines wait for what only the author knows."""
        return self._marked(FILL_IN)

    def _marked(self, mark: str) -> int:
        """Count the lines that end in a mark."""
        texts = (data.decode() for name, data in self.files.items() if name.endswith(".toml"))
        return sum(line.endswith(mark) for text in texts for line in text.split("\n"))


def draft(name: str, data: bytes) -> Made:
    """Return the files of a scenario drafted from a document's bytes.

    Raises `CablesimError` where the document is no UTF-8 text, empty, or too large.
    """
    text = _text(data)
    reading = read(text)
    parties = parties_of(reading)
    claims = claims_of(reading, data)
    words = "\n".join(text.split("\n")[reading.body - 1 : reading.telegram.last])
    book = book_file(words)
    pages, groups = pad_for(words, book)
    files = {
        "scenario.toml": scenario_file(name, reading, data, parties, claims),
        "history.toml": history_file(reading, parties, claims),
        "teaching.toml": teaching_file(reading, pages, groups),
        "codebook.toml": book,
        "glossary.toml": glossary_file(),
        "walk.md": walk_file(reading, claims),
    }
    whole = {file: text.encode() for file, text in files.items()} | {DOCUMENT_FILE: data}
    return Made(reading, claims, whole)


def make(path: Path, data: bytes | None) -> Made:
    """Make a scenario's folder from a document's bytes, or from nothing; return what was made.

    What would not open is never made. Raises `CablesimError`.
    """
    made = draft(path.absolute().name, SAMPLE.encode() if data is None else data)
    with tempfile.TemporaryDirectory(prefix="cablesim-") as trial:
        for name, content in made.files.items():
            (Path(trial) / name).write_bytes(content)
        load(Path(trial))
    make_folder(path, made.files)
    return made


def _text(data: bytes) -> str:
    """Return a document's text, or say why it is none."""
    if len(data) > LARGEST_FILE:
        raise CablesimError(
            f"the document is larger than {LARGEST_FILE:,} bytes; take one telegram out of it"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"{data[error.start]:#04x}"
        raise CablesimError(
            f"line {line} of the document has a byte that is no UTF-8 ({byte}); save it as UTF-8"
        ) from error
    if not text.strip():
        raise CablesimError("the document has no text; put the telegram's words into it")
    if "\0" in text:
        raise CablesimError(f"this is no text: {shortened(text)}; save it as plain text")
    return text

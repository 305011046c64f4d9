"""A file in an author's hands: its text here, its text on disk, and what was not saved yet."""

from __future__ import annotations

from pathlib import Path

from cablesim.authoring.journal import Journal, Left, difference, left_behind
from cablesim.authoring.writing import write_whole
from cablesim.errors import CablesimError
from cablesim.lessons.places import data_folder
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.loading import DOCUMENT_FILE
from cablesim.scenario.reading import read_folder

ENDINGS = (".toml", ".md", ".walk", ".txt")


class Conflict(CablesimError):  # noqa: N818 - the name says what was found.
    """The file on disk is no longer the one that was opened."""


def journals() -> Path:
    """Return the folder of the journals."""
    return data_folder() / "studio"


class Manuscript:
    """One file: `text` is what stands here, `saved` what was read from disk or written to it.

    `why_not` says why it cannot be edited, or is empty. Every change goes into the journal before
    anything else is done with it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.why_not = ""
        self.saved = self.text = self._read()
        if path.name == DOCUMENT_FILE:
            self.why_not = "nobody edits the document; replace the file, then pin it"
        self._journal = Journal(journals(), path, self.saved)

    def _read(self) -> str:
        """Read the file; what cannot be read is shown empty and cannot be edited."""
        try:
            return read_folder(self.path.parent, (self.path.name,)).text(self.path.name)
        except ScenarioError as error:
            self.why_not = str(error)
            return ""

    @property
    def dirty(self) -> bool:
        """There is text here that is not in the file."""
        return self.text != self.saved

    @property
    def trouble(self) -> str:
        """What is wrong with keeping unsaved text, or nothing."""
        return self._journal.trouble

    def typed(self, text: str) -> None:
        """Take a changed text; it is in the journal before this returns."""
        if text == self.text or self.why_not:
            return
        self._journal.add(difference(self.text, text))
        self.text = text
        if not self.dirty:
            self._journal.begin_again(self.saved)

    def put_on_disk(self) -> None:
        """Ask the system to put the journal on the disk itself."""
        self._journal.put_on_disk()

    @property
    def changed_on_disk(self) -> bool:
        """Somebody else wrote to the file since it was read here."""
        try:
            found = read_folder(self.path.parent, (self.path.name,)).text(self.path.name)
        except ScenarioError:
            return not self.why_not
        return found != self.saved

    def save(self, *, over: bool = False) -> None:
        """Write the text into the file, whole or not at all; then the journal is thrown away.

        Raises `Conflict` where the file changed on disk, unless it is to be written over, and
        `NotWritten` where it cannot be written.
        """
        if self.why_not:
            raise CablesimError(f"{self.path.name} is not edited here: {self.why_not}")
        if not over and self.changed_on_disk:
            raise Conflict(f"{self.path.name} was changed on disk since it was opened here")
        write_whole(self.path, self.text.encode("utf-8"))
        self.saved = self.text
        self._journal.begin_again(self.saved)

    def reload(self) -> None:
        """Take the text from disk; what was not saved here is thrown away."""
        self.why_not = "" if self.path.name != DOCUMENT_FILE else self.why_not
        self.saved = self.text = self._read()
        self._journal.begin_again(self.saved)

    def left(self) -> tuple[Left, ...]:
        """Return what an earlier program left unsaved of this file."""
        return tuple(left for left in left_behind(journals(), self.path) if left.text != self.text)

    def take(self, left: Left) -> None:
        """Take up what was left unsaved; it is in this journal before the old one goes."""
        self.typed(left.text)
        if not self.trouble:
            left.forget()

    def close(self) -> None:
        """Let go; unsaved text stays in the journal."""
        self._journal.close()


def files_of(folder: Path) -> tuple[str, ...]:
    """Return the names of a scenario's files in the order in which an author meets them."""
    first = ("scenario.toml", "history.toml", "walk.md", "teaching.toml", "exercises.toml")
    try:
        names = {
            each.name
            for each in folder.iterdir()
            if each.suffix in ENDINGS and not each.name.startswith(".") and each.is_file()
        }
    except OSError:
        names = set()
    return (*(name for name in first if name in names), *sorted(names - set(first)))

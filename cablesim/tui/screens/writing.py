"""Files in an author's hands: opened, typed into, saved, filled in by forms, left.

A screen of this kind holds no text of its own: what is typed goes to a `Manuscript`, which has it
in its journal before the next key.
"""

from __future__ import annotations

import re
from pathlib import Path

from textual.screen import Screen
from textual.widgets import TextArea

from cablesim.authoring.forms import FORMS, Form, entries
from cablesim.authoring.manuscript import Conflict, Manuscript, files_of
from cablesim.errors import CablesimError
from cablesim.tui.screens.choosing import ChoosingScreen
from cablesim.tui.screens.filling import FillingScreen
from cablesim.tui.widgets.editor import Editor

_PLAIN = re.compile(r"[A-Za-z0-9._-]+")


class WritingScreen(Screen[None]):
    """A screen with an `Editor` for the files of one folder."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.names = files_of(path)
        self.name_open = ""
        self._held: dict[str, Manuscript] = {}
        self._places: dict[str, tuple[int, int]] = {}
        self._said = ""

    def draw_band(self) -> None:
        """Draw what is said of the files; a screen that shows it does so here."""

    def look(self) -> None:
        """Look at the folder anew; a screen that checks it does so here."""

    # What is in hand.

    @property
    def manuscript(self) -> Manuscript | None:
        """The file that is open."""
        return self._held.get(self.name_open)

    def held(self, name: str) -> Manuscript:
        """Return a file of the folder, opened once."""
        if name not in self._held:
            self._held[name] = Manuscript(self.path / name)
        return self._held[name]

    def open(self, name: str) -> None:
        """Show a file in the editor, where it was left."""
        editor = self.query_one(Editor)
        if self.name_open:
            self._places[self.name_open] = editor.cursor_location
        manuscript = self.held(name)
        self.name_open = name
        whole = editor.open(manuscript.text, writable=not manuscript.why_not)
        # A title is read as markup, and a file may have any name; the band has it to the letter.
        editor.border_title = name if _PLAIN.fullmatch(name) else "FILE"
        editor.move_cursor(editor.clamp_visitable(self._places.get(name, (0, 0))))
        self._said = manuscript.why_not
        if not whole:
            self._said = f"{name} has line ends of several kinds; it is shown, and not edited here"
        self.draw_band()

    def say(self, sentence: str) -> None:
        """Say something below the panes, until something else is to be said."""
        self._said = sentence
        self.draw_band()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take what was typed; it is in the journal before anything is drawn."""
        manuscript = self.manuscript
        if manuscript is None or event.text_area.read_only:
            return
        if event.text_area.text != manuscript.text:
            manuscript.typed(event.text_area.text)
            self._said = ""
            self.draw_band()

    # Unsaved text of an earlier time.

    def _offer(self) -> None:
        """Offer unsaved text that an earlier program left behind, file by file."""
        for name in self.names:
            left = self.held(name).left()
            if left:
                latest = left[-1]
                asked = (
                    f"Unsaved text of {name} was left behind ({latest.changes} changes).",
                    "The file on disk is as it was.",
                )
                options = ("Take it up", "Throw it away", "Ask me next time")

                def said(choice: int | None, name: str = name) -> None:
                    self._offered(name, -1 if choice is None else choice)

                self.app.push_screen(ChoosingScreen(asked, options), said)
                return

    def _offered(self, name: str, choice: int) -> None:
        """Do what was chosen with text that was left behind."""
        manuscript = self.held(name)
        left = manuscript.left()
        if choice == 0 and left:
            manuscript.take(left[-1])
            self.open(name)
            self.say(f"The unsaved text of {name} is here again; Ctrl+S saves it.")
        elif choice == 1:
            for each in left:
                each.forget()
        if choice in {0, 1}:
            self._offer()

    # What keys do.

    def action_save(self) -> None:
        """Save the file and check anew; where it changed on disk, ask."""
        manuscript = self.manuscript
        if manuscript is None:
            return
        try:
            manuscript.save()
        except Conflict as error:
            options = ("Write mine over it", "Take the text on disk, throw mine away", "Back")
            self.app.push_screen(ChoosingScreen((str(error),), options, 2), self._settled)
        except CablesimError as error:
            self.say(str(error))
        else:
            self.look()
            self.say(f"{self.name_open} is saved.")

    def _settled(self, choice: int | None) -> None:
        """Do what was chosen about a file that changed on disk."""
        manuscript = self.manuscript
        if manuscript is None or choice not in {0, 1}:
            return
        try:
            if choice == 0:
                manuscript.save(over=True)
            else:
                manuscript.reload()
                self.open(self.name_open)
        except CablesimError as error:
            self.say(str(error))
            return
        self.look()
        self.say(f"{self.name_open} is saved." if choice == 0 else "The text on disk is here.")

    def action_form(self) -> None:
        """Choose a kind of table, then an entry, then fill it in."""
        titles = [form.title for form in FORMS]

        def chosen(choice: int | None) -> None:
            if choice is not None and choice >= 0:
                self._entry(FORMS[choice])

        self.app.push_screen(ChoosingScreen(("Which form?",), titles), chosen)

    def _entry(self, form: Form) -> None:
        """Choose an entry of a form's file, or a new one."""
        if form.file not in self.names:
            self.say(f"there is no {form.file} in the folder; make one, then fill in the form")
            return
        names = entries(form, self.held(form.file).text)

        def chosen(choice: int | None) -> None:
            if choice is not None and choice >= 0:
                self._fill(form, None if choice == 0 else choice - 1)

        options = (f"a new {form.title}", *names)
        self.app.push_screen(ChoosingScreen((f"Which {form.title}?",), options), chosen)

    def _fill(self, form: Form, number: int | None) -> None:
        """Fill in a form; what it writes stands in the file, unsaved."""

        def filled(text: str | None) -> None:
            if text:
                self.written(form.file, text)

        self.app.push_screen(FillingScreen(form, self.held(form.file).text, number), filled)

    def written(self, name: str, text: str) -> None:
        """Take a changed text into a file, as an edit that can be undone."""
        if name != self.name_open:
            self.open(name)
        self.query_one(Editor).become(text)
        self.held(name).typed(text)
        self.say(f"It stands in {name} now; Ctrl+S saves it, Ctrl+Z takes it back.")

    def action_file(self) -> None:
        """Choose another file."""
        names = self.names

        def chosen(choice: int | None) -> None:
            if choice is not None and choice >= 0:
                self.open(names[choice])
                self.query_one(Editor).focus()

        here = names.index(self.name_open) if self.name_open in names else 0
        self.app.push_screen(ChoosingScreen(("Which file?",), names, here), chosen)

    def action_leave(self) -> None:
        """Leave; where something is unsaved, ask what is to become of it."""
        dirty = [name for name, each in self._held.items() if each.dirty]
        if not dirty:
            self._gone()
            return
        options = ("Save and leave", "Leave; the text is kept and offered next time", "Back")

        def chosen(choice: int | None) -> None:
            self._leaving(dirty, 2 if choice is None else choice)

        self.app.push_screen(ChoosingScreen((f"Unsaved: {', '.join(dirty)}.",), options), chosen)

    def _leaving(self, dirty: list[str], choice: int) -> None:
        """Do what was chosen about unsaved text."""
        if choice == 0:
            try:
                for name in dirty:
                    self._held[name].save()
            except CablesimError as error:
                self.say(str(error))
                return
        if choice in {0, 1}:
            self._gone()

    def _gone(self) -> None:
        """Let go of the files and leave."""
        for manuscript in self._held.values():
            manuscript.close()
        self.dismiss()

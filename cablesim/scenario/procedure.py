"""The procedure of a walk: how a text becomes groups, and how groups become the text again.

A walk knows this much of its cipher and no more. One kind is a code book with a one-time pad, in
`bookandpad`; another is any teaching system of the program, in `bysystem`. What a procedure makes
is made up for teaching.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from cablesim.codes.codebook import CodeBook
from cablesim.errors import CablesimError
from cablesim.modern.digits import Stream
from cablesim.office.draw import Draw
from cablesim.office.event import Form
from cablesim.office.line import Garble, carry
from cablesim.office.service import RepeatRequest
from cablesim.systems.working import Working

Draws = Callable[[str], Stream]
Groups = tuple[str, ...]


class ProcedureError(CablesimError):
    """A text or groups that a procedure cannot work on."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an act lays on the desk: its form and text, remarks, and the clerk's sheet."""

    heading: str
    form: Form
    text: str
    notes: tuple[str, ...]
    sheet: Working | None = None

    @property
    def in_groups(self) -> bool:
        """The text is groups, not words."""
        return self.form is not Form.PLAIN


@dataclass(frozen=True, slots=True)
class Reception:
    """What the receiving clerk sees, what he asks for again, and the whole of it afterwards.

    `repeats` answer `requests`, one by one; `whole` is the message in its sections.
    """

    notes: tuple[str, ...]
    requests: tuple[RepeatRequest, ...]
    repeats: tuple[Groups, ...]
    whole: tuple[Groups, ...]

    @property
    def groups(self) -> Groups:
        """The whole message, group by group."""
        return tuple(group for section in self.whole for group in section)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What the receiver's desk makes of the whole message."""

    deciphered: Made
    decoded: Made


@dataclass(frozen=True, slots=True)
class Variant:
    """Other groups than those sent, which the line delivers when the walker asks for them."""

    name: str
    groups: Groups
    source: str = ""


class Outgoing(Protocol):
    """What the sender's desk made, with what the receiver needs to undo it."""

    @property
    def prepared(self) -> str:
        """The text as it is written down to be enciphered."""

    @property
    def changed(self) -> tuple[str, ...]:
        """What was changed to write it so, one sentence for each reason."""

    @property
    def registered(self) -> tuple[str, ...]:
        """What a register of our own says of it."""

    @property
    def encoded(self) -> Made:
        """The text made ready for the cipher."""

    @property
    def enciphered(self) -> Made:
        """The text in cipher."""

    @property
    def cryptogram(self) -> Groups:
        """Everything that goes on the wire."""

    @property
    def sending(self) -> str:
        """One sentence on what goes on the wire."""

    def receive(self, received: Groups) -> Reception:
        """Look over what came in, ask for what is damaged, and put it right."""

    def read(self, reception: Reception) -> Incoming:
        """Take the whole message out of cipher."""

    def beside(self) -> tuple[Sequence[str], Sequence[str]]:
        """Return figure groups and the additive they were made with, for the modern contrast."""


class Procedure(Protocol):
    """A way of enciphering with its keys fixed."""

    @property
    def title(self) -> str:
        """The cipher's name in the scenario."""

    @property
    def variant(self) -> Variant | None:
        """Other groups that the line may deliver, or None."""

    @property
    def book(self) -> CodeBook | None:
        """The code book, where there is one."""

    @property
    def pinned(self) -> Groups:
        """Groups known from elsewhere that enciphering gives; none where the cipher is made up."""

    def send(self, text: str, draws: Draws) -> Outgoing:
        """Make a text ready and put it into cipher; `draws` gives the draws of a purpose."""


def carried(
    procedure: Procedure, sent: Groups, draw: Draw, *, garbles: int
) -> tuple[Groups, tuple[Garble, ...]]:
    """Carry groups over the line: with damage drawn, or as the procedure's variant has them."""
    if procedure.variant is None or not garbles:
        return carry(sent, draw, garbles=garbles)
    came = procedure.variant.groups
    differing = [
        Garble.between(place, old, new)
        for place, (old, new) in enumerate(zip(sent, came, strict=False), 1)
        if old != new
    ]
    lost = [
        Garble.between(place, old, None) for place, old in enumerate(sent, 1) if place > len(came)
    ]
    return came, (*differing, *lost)

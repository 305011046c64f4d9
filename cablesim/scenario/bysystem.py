"""Any teaching system of the program as the procedure of a walk, named as the registry names it.

The system does the work and gives the clerk's sheet. What is made up round it: the groups are
carried by our line, and a receiver who finds that a message does not read asks for all of it
again. Groups that are known from elsewhere may be pinned: then enciphering has to give exactly
these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cablesim.codes.registry import system
from cablesim.errors import CablesimError
from cablesim.office.event import Form
from cablesim.office.service import RepeatRequest
from cablesim.scenario.procedure import (
    Draws,
    Groups,
    Incoming,
    Made,
    Outgoing,
    ProcedureError,
    Reception,
    Variant,
)
from cablesim.systems.system import System, Way
from cablesim.systems.working import Working
from cablesim.text.digits import add_without_carry
from cablesim.text.groups import cut, written
from cablesim.text.ledger import Ledger
from cablesim.text.reading import Others, read

if TYPE_CHECKING:
    from cablesim.codes.codebook import CodeBook

FIVE = 5
SHOWN = 160
COMPARED = 6


@dataclass(frozen=True, slots=True)
class BySystem:
    """A system by its name with its parameters; groups that it must give, groups that may come."""

    title: str
    system: str
    parameters: Mapping[str, object]
    pinned: Groups = ()
    variant: Variant | None = None

    @property
    def book(self) -> CodeBook | None:
        """There is no code book."""
        return None

    def send(self, text: str, draws: Draws) -> Outgoing:
        """Encipher a text; raises `CablesimError` where the system cannot, or not back again."""
        tool = system(self.system)
        parameters = {"others": Others.DROP.value, **self.parameters}
        cipher, others = tool.cipher(parameters, text)
        reading = read(text, cipher.plain, others, keep_case=False)
        own = reading.text
        if not own:
            raise ProcedureError(
                f"nothing of the text can be written in {self.system}; give it other lines"
            )
        there = tool.work(own, Way.ENCIPHER, parameters)
        message = SystemMessage(
            tool, parameters, reading.ledger, there, cipher.returned(own), draws
        )
        back = message.undone(message.cryptogram).result
        if back != message.prepared:
            raise ProcedureError(f"{self.system} does not give this text back; take another system")
        return message

    def differing(self, text: str, draws: Draws) -> int | None:
        """Return the first place (from 1) where enciphering does not give the pinned groups."""
        made = self.send(text, draws).cryptogram
        places = range(max(len(made), len(self.pinned)))
        return next(
            (place + 1 for place in places if made[place : place + 1] != self.pinned[place:][:1]),
            None,
        )


@dataclass(frozen=True, slots=True)
class SystemMessage:
    """A message through one system, with everything its receiver needs."""

    tool: System
    parameters: Mapping[str, object]
    ledger: Ledger
    there: Working
    prepared: str
    draws: Draws

    @property
    def changed(self) -> tuple[str, ...]:
        """What was changed in the text, one sentence for each kind."""
        return tuple(
            f"{kind.value} ({count} {'sign' if count == 1 else 'signs'})"
            for kind, count in (self.ledger.counts() + self.there.ledger.counts()).items()
        )

    @property
    def registered(self) -> tuple[str, ...]:
        """This cipher has no place for a register's number."""
        return ("The exercise keeps no number of its own; the cipher has no place for one.",)

    @property
    def encoded(self) -> Made:
        """The text in the signs that the system takes."""
        notes = (
            f"There is no code book; the text goes into {self.tool.title} sign by sign.",
            *(f"Changed before enciphering: {sentence}." for sentence in self.changed),
            f"The text has {len(self.prepared):,} signs so.",
        )
        return Made("Made ready", Form.PLAIN, self.prepared, notes)

    @property
    def spaced(self) -> bool:
        """The system itself writes its result with blanks between groups."""
        return any(map(str.isspace, self.there.result))

    @property
    def cryptogram(self) -> Groups:
        """The result in groups: the system's own, or of five signs."""
        result = self.there.result
        return tuple(result.split()) if self.spaced else cut(result, FIVE)

    @property
    def enciphered(self) -> Made:
        """The groups and the whole sheet."""
        notes = (
            f"{self.tool.title} gives {len(self.cryptogram):,} groups.",
            *(f"Convention: {rule}." for rule in self.there.conventions[1:]),
        )
        groups = written(self.cryptogram)
        return Made("Enciphered groups", Form.ENCICODE, groups, notes, self.there)

    @property
    def sending(self) -> str:
        """What goes on the wire."""
        return f"{len(self.cryptogram):,} groups go out. Nothing else is on the line."

    def undone(self, groups: Groups, **more: object) -> Working:
        """Return the deciphering of some groups."""
        text = (" " if self.spaced else "").join(groups)
        return self.tool.work(text, Way.DECIPHER, {**self.parameters, **more})

    def receive(self, received: Groups) -> Reception:
        """Decipher what came; where it does not read, ask for all of it again."""
        sent = self.cryptogram
        if received == sent:
            notes = (
                f"{len(received):,} groups came in.",
                "Deciphered, they read: nothing is wrong.",
            )
            return Reception(notes, (), (), (sent,))
        wrong = sum(old != new for old, new in zip(sent, received, strict=False))
        wrong += abs(len(sent) - len(received))
        seen = (
            (
                f"{len(received):,} groups came in; {wrong} of {len(sent):,} differ from those "
                "sent, which the clerk cannot know."
            ),
            *self._as_it_reads(received),
        )
        return Reception(seen, (RepeatRequest(1, len(sent)),), (sent,), (sent,))

    def _as_it_reads(self, received: Groups) -> tuple[str, ...]:
        """Say what deciphering gives of what came."""
        shows = any(parameter.name == "garbles" for parameter in self.tool.parameters)
        try:
            text = self.undone(received, **({"garbles": "show"} if shows else {})).result
        except CablesimError as error:
            return (f"Deciphering stops: {error}.",)
        matcher = SequenceMatcher(None, self.prepared, text, autojunk=False)
        found = sum(block.size for block in matcher.get_matching_blocks() if block.size >= COMPARED)
        more = "…" if len(text) > SHOWN else ""
        return (
            (
                f"Deciphered as it came, {found:,} of {len(self.prepared):,} signs still "
                f"stand in runs of {COMPARED} or more."
            ),
            f"It begins: {text[:SHOWN]}{more}",
        )

    def read(self, reception: Reception) -> Incoming:
        """Decipher the whole message."""
        back = self.undone(reception.groups)
        same = back.result == self.prepared
        verdict = (
            "Sign for sign it is the text that was enciphered, fillers and nulls included."
            if same
            else "It differs from what was enciphered."
        )
        steps = "The same key undoes every step, the last one first."
        return Incoming(
            Made("Taken out of cipher", Form.PLAIN, back.result, (steps,), back),
            Made("Recovered text", Form.PLAIN, back.result, (verdict,)),
        )

    def beside(self) -> tuple[Sequence[str], Sequence[str]]:
        """Return a drawn row of figure groups under a drawn pad: this cipher has no additive."""
        draw = self.draws("draw1|beside")
        plain = [draw.figures(FIVE) for _ in range(COMPARED)]
        pad = [draw.figures(FIVE) for _ in range(COMPARED)]
        return tuple(map(add_without_carry, plain, pad)), pad

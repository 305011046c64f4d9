"""What happens to a telegram, one event at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What is done; the names of the acts are also the names of the route's usual stages."""

    SIGN = "sign"
    REGISTER = "register"
    PREPARE = "prepare"
    ENCODE = "encode"
    ENCIPHER = "encipher"
    SEND = "send"
    RECEIVE = "receive"
    ASK = "ask"
    REPEAT = "repeat"
    REPAIR = "repair"
    DECIPHER = "decipher"
    DECODE = "decode"
    HAND = "hand"
    DELIVER = "deliver"
    REPORT = "report"
    COPY = "copies"


class Form(StrEnum):
    """The form the message has on a desk."""

    PLAIN = "plain"
    PLACODE = "placode"
    ENCICODE = "encicode"
    CRYPTOGRAM = "cryptogram"
    RECEIVED = "received"
    REPORT = "report"

    @property
    def words(self) -> str:
        """The form in a few plain words."""
        return {
            Form.PLAIN: "clear text",
            Form.PLACODE: "code groups",
            Form.ENCICODE: "enciphered groups",
            Form.CRYPTOGRAM: "groups on the wire",
            Form.RECEIVED: "groups as received",
            Form.REPORT: "a report",
        }[self]


LINE = "line"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: the stage and act, who did it and where, what lies there now.

    `text` is whole, never shortened; `readable_by` names the parties that can read it there;
    `minutes` is simulated time since signature, or None where the clock is off; `teaching` says
    that the content is made up for teaching; `about` is a remark in a plain sentence.
    """

    stage: str
    act: Act
    who: str
    where: str
    form: Form
    text: str
    readable_by: tuple[str, ...]
    teaching: bool
    minutes: int | None = None
    about: str = ""
    copy: int | None = None
    recipient: str | None = None

"""What a code room can refuse."""

from __future__ import annotations

from cablesim.errors import CablesimError


class CodeError(CablesimError):
    """A book, a pad or a text does not fit the system; the message says which and where."""


class UnknownSign(CodeError):  # noqa: N818 - the name says what was found.
    """The text holds a sign that the book has no group for."""

    def __init__(self, sign: str, line: int, column: int) -> None:
        super().__init__(
            f"line {line}, column {column}: the book has no group for {sign!a} "
            f"(U+{ord(sign[0]):04X}); write it in other words or add it to the book's signs"
        )
        self.sign = sign
        self.line = line
        self.column = column


class PadTooShort(CodeError):  # noqa: N818 - the name says what was found.
    """The pad's fresh pages hold fewer groups than the text needs.

    `wanted` and `room` count groups of additive, `page` those of one page.
    """

    def __init__(self, wanted: int, room: int, page: int) -> None:
        super().__init__(
            f"{wanted} groups need more additive than the pad's fresh pages hold ({room}); "
            "give the pad more pages or send less"
        )
        self.wanted = wanted
        self.room = room
        self.page = page


class PageSpent(CodeError):  # noqa: N818 - the name says what happened.
    """A pad page that was used once is asked for again."""

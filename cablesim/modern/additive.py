"""What the practice additive does with each mishap of the contrast lesson.

The cryptogram and the pad come from the lesson that enciphered them, as rows of figure groups;
enciphering adds without carrying, deciphering subtracts.
Everything here is computed from those rows and made up for teaching.

Each of these ends without a complaint, and that is the point:
subtracting gives figures, whatever it is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cablesim.errors import CablesimError
from cablesim.modern.trial import Beside, Outcome, line
from cablesim.text.digits import add_without_carry, subtract_without_carry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.modern.digits import Stream

SHOWN_GROUPS = 6


class RowError(CablesimError):
    """The groups of the cryptogram and those of the pad cannot be written under each other."""


@dataclass(frozen=True, slots=True)
class Row:
    """A cryptogram above the pad groups that enciphered it, group under group."""

    cipher: tuple[str, ...]
    pad: tuple[str, ...]

    @property
    def plain(self) -> tuple[str, ...]:
        """Return the groups below the pad: what was there before enciphering."""
        return subtracted(self.cipher, self.pad)


def row(cipher_groups: Sequence[str], pad_groups: Sequence[str]) -> Row:
    """Return the two rows as one sheet.

    Raises RowError unless there are two groups or more and each has its pad group.
    """
    if len(cipher_groups) < 2 or len(cipher_groups) > len(pad_groups):  # noqa: PLR2004 -- "two" is said.
        raise RowError(
            f"{len(cipher_groups)} groups cannot stand under {len(pad_groups)} pad groups; "
            "give two groups or more and as many pad groups"
        )
    pad = tuple(pad_groups[: len(cipher_groups)])
    if any(len(sent) != len(key) or not sent for sent, key in zip(cipher_groups, pad, strict=True)):
        raise RowError("a group and its pad group differ in length; cut both rows alike")
    return Row(tuple(cipher_groups), pad)


def added(left: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
    """Return two rows of groups added without carrying."""
    return tuple(add_without_carry(a, b) for a, b in zip(left, right, strict=True))


def subtracted(left: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
    """Return the left row less the right one, without carrying."""
    return tuple(subtract_without_carry(a, b) for a, b in zip(left, right, strict=True))


def groups(what: Sequence[str]) -> str:
    """Return the first groups of a row as they are written, at most six."""
    return " ".join(what[:SHOWN_GROUPS]) + (" …" if len(what) > SHOWN_GROUPS else "")


def one_row_for_all(sheet: Row) -> Beside:
    """Show that one row of groups serves every holder of the pad page alike."""
    shown = (
        line("sent, to all alike", groups(sheet.cipher)),
        line("pad page", groups(sheet.pad)),
        line("deciphered", groups(sheet.plain)),
    )
    why = (
        "The additive knows pages and no readers: whoever holds the page reads the row, "
        "and no figure of it says for whom it was meant."
    )
    return Beside(shown, Outcome.ACCEPTED, why)


def wrong_page(sheet: Row, stream: Stream) -> Beside:
    """Decipher with a page that has nothing to do with the row; figures come out all the same."""
    other = tuple(stream.figures(len(group)) for group in sheet.pad)
    got = subtracted(sheet.cipher, other)
    shown = (
        line("sent", groups(sheet.cipher)),
        line("some other page", groups(other)),
        line("deciphered", groups(got)),
        line("before enciphering", groups(sheet.plain)),
    )
    why = (
        "Any page gives groups that look like groups. "
        "Only the code book shows, later on, that they make no sense."
    )
    return Beside(shown, Outcome.REFUSED if got == sheet.plain else Outcome.UNNOTICED, why)


def anyone_may_write(sheet: Row, stream: Stream) -> Beside:
    """Encipher invented groups with the same page; the holder of the page deciphers just them."""
    forged = tuple(stream.figures(len(group)) for group in sheet.pad)
    sent = added(forged, sheet.pad)
    got = subtracted(sent, sheet.pad)
    shown = (
        line("invented groups", groups(forged)),
        line("sent by an impostor", groups(sent)),
        line("deciphered", groups(got)),
    )
    why = (
        "A page has two holders at least, and each can write what the other will read. "
        "The row cannot say which of them wrote it."
    )
    return Beside(shown, Outcome.UNNOTICED if got == forged else Outcome.REFUSED, why)


def changed_figure(sheet: Row, stream: Stream) -> Beside:
    """Change one figure of the cryptogram; the same place changes below, and nothing else does."""
    place = stream.below(min(len(sheet.cipher), SHOWN_GROUPS))
    group = sheet.cipher[place]
    at = stream.below(len(group))
    by = "0" * at + str(stream.between(1, 9)) + "0" * (len(group) - at - 1)
    hurt = (*sheet.cipher[:place], add_without_carry(group, by), *sheet.cipher[place + 1 :])
    got = subtracted(hurt, sheet.pad)
    shown = (
        line("sent", groups(sheet.cipher)),
        line("arrived", groups(hurt)),
        line("pad page", groups(sheet.pad)),
        line("deciphered", groups(got)),
        line("before enciphering", groups(sheet.plain)),
    )
    why = (
        f"Group {place + 1} was sent as {group} and arrived as {hurt[place]}; "
        f"below the pad it reads {got[place]} where {sheet.plain[place]} stood. "
        "The subtraction made no complaint."
    )
    return Beside(shown, Outcome.REFUSED if got == sheet.plain else Outcome.UNNOTICED, why)


def page_used_twice(sheet: Row) -> Beside:
    """Encipher two rows with one page; their difference is the difference of what lies below."""
    half = min(len(sheet.plain) // 2, SHOWN_GROUPS)
    page = sheet.pad[:half]
    first, second = sheet.plain[:half], sheet.plain[half : 2 * half]
    if [len(group) for group in second] != [len(group) for group in page]:
        raise RowError("the groups differ in length among themselves; cut all of them alike")
    sent = added(first, page), added(second, page)
    above, below = subtracted(sent[1], sent[0]), subtracted(second, first)
    shown = (
        line("first row, sent", groups(sent[0])),
        line("second row, same page", groups(sent[1])),
        line("second less first", groups(above)),
        line("the same below the pad", groups(below)),
    )
    why = (
        "The pad drops out of the difference, and what is left is the difference "
        "of the two rows below it. Two such rows are said to be in depth."
    )
    return Beside(shown, Outcome.EXPOSED if above == below else Outcome.REFUSED, why)

"""Service messages: clerks' talk on the line, in figures like everything else there.

Made up for teaching: a request for repetition is four groups: 77777, the first and the last
place asked for (five figures each), 77777. Repeating the same groups is safe; enciphering
anything again on the same page would not be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cablesim.errors import CablesimError

CALL = "77777"
MOST = 99_999

_REQUEST = re.compile(rf"{CALL} ([0-9]{{5}}) ([0-9]{{5}}) {CALL}")


class ServiceError(CablesimError):
    """A row of groups that is no service message."""


@dataclass(frozen=True, slots=True)
class RepeatRequest:
    """Please send groups `first` to `last` again (places from 1, both included)."""

    first: int
    last: int

    def groups(self) -> tuple[str, ...]:
        """Return the request as groups for the line."""
        if not 1 <= self.first <= self.last <= MOST:
            raise ServiceError(
                f"groups {self.first} to {self.last} cannot be asked for; ask within 1 to {MOST}"
            )
        return (CALL, f"{self.first:05d}", f"{self.last:05d}", CALL)


def read_request(groups: Sequence[str]) -> RepeatRequest:
    """Read a request for repetition; raise `ServiceError` for anything else.

    Places that cannot be asked for are refused here as they are where a request is made.

    >>> read_request(RepeatRequest(61, 120).groups())
    RepeatRequest(first=61, last=120)
    """
    found = _REQUEST.fullmatch(" ".join(groups))
    if found is None:
        raise ServiceError(
            "this is no request for repetition; one is 77777, two places of five figures, 77777"
        )
    request = RepeatRequest(int(found[1]), int(found[2]))
    request.groups()
    return request

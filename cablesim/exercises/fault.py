"""What is said of an exercise to its author."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with an exercise: code, sentence, cure, and the key where it stands.

    `bars` says that nothing can be learnt from its variants before that is mended.
    """

    code: str
    message: str
    cure: str = ""
    key: str = ""
    bars: bool = False

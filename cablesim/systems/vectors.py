"""Test vectors: published pairs of plain and cipher text, as data, each with where it comes from.

They lie in `tests/vectors/` of the project and inside the wheel, as JSON: id, cipher, parameters
written out in full, plaintext, ciphertext, source, and who else has computed it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from cablesim.errors import CablesimError
from cablesim.systems.errors import SystemRefused
from cablesim.systems.system import Cipher, OneWay, System, Way
from cablesim.text.reading import read

SUFFIX = "*.json"


@dataclass(frozen=True, slots=True)
class Vector:
    """One published pair: how it was made, where it comes from, which second origin confirms it."""

    id: str
    system: str
    parameters: dict[str, Any]
    plain: str
    cipher: str
    source: str
    confirmed_by: tuple[str, ...]
    note: str
    only_decipher: bool


class Outcome(Enum):
    """How a vector fared one way."""

    RIGHT = "right"
    WRONG = "wrong"
    REFUSED = "refused"
    ONE_WAY = "one way"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Proof:
    """What a system made of a vector: each way an outcome, and what was got where it was wrong."""

    vector: Vector
    enciphered: Outcome
    deciphered: Outcome
    got: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing was wrong or refused."""
        return not {self.enciphered, self.deciphered} & {Outcome.WRONG, Outcome.REFUSED}


def vectors_folder() -> Path:
    """Return the folder of the vectors: inside the package in a wheel, else beside it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_vectors"
    return inside if inside.is_dir() else package.parent / "tests" / "vectors"


def shipped() -> tuple[Vector, ...]:
    """Return every vector that ships, in the order of the files.

    Raises `CablesimError` where a file cannot be read.
    """
    files = sorted(vectors_folder().glob("systems*.json"))
    return tuple(vector for file in files for vector in vectors_of(file))


def vectors_of(file: Path) -> tuple[Vector, ...]:
    """Return the vectors of one file; raises `CablesimError` where it is none."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))["vectors"]
        return tuple(_vector(each) for each in found)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CablesimError(f"{file}: this is no file of vectors ({error})") from None


def _vector(each: dict[str, Any]) -> Vector:
    """Return one vector of a file."""
    return Vector(
        each["id"],
        each["cipher"],
        each["parameters"],
        each["plaintext"],
        each["ciphertext"],
        each["source"],
        tuple(each.get("verified_by", ())),
        each.get("note", ""),
        only_decipher=each.get("direction") == "decrypt",
    )


def prove(vector: Vector, system: System) -> Proof:
    """Send a vector through a system both ways and say how it fared.

    Blanks between groups do not count. Deciphering is right when it gives back the plain text as
    the system reads it, with the fillers and nulls that the system itself puts in.
    """
    there, first = _one_way(vector, system, Way.ENCIPHER)
    back, second = _one_way(vector, system, Way.DECIPHER)
    return Proof(vector, there, back, first or second)


def _one_way(vector: Vector, system: System, way: Way) -> tuple[Outcome, str]:
    """Send a vector one way; return the outcome, and what was got where it is not right."""
    if way is Way.ENCIPHER and vector.only_decipher:
        return Outcome.FREE, ""
    text = vector.plain if way is Way.ENCIPHER else vector.cipher
    try:
        cipher, _ = system.cipher(vector.parameters, text)
        result = system.work(text, way, vector.parameters).result
        wanted = vector.cipher if way is Way.ENCIPHER else _returned(cipher, vector.plain)
    except OneWay:
        return Outcome.ONE_WAY, ""
    except CablesimError as error:
        return Outcome.REFUSED, str(error)
    if _joined(result) == _joined(wanted):
        return Outcome.RIGHT, ""
    return Outcome.WRONG, f"{result[:80]} instead of {wanted[:80]}"


def _returned(cipher: Cipher, plain: str) -> str:
    """Return what deciphering is to give for a published plain text."""
    try:
        return cipher.returned(read(plain, cipher.plain).text)
    except SystemRefused:
        return plain


def _joined(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())

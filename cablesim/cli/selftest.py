"""`cablesim selftest`: every published vector through every system, both ways."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_json, tell

if TYPE_CHECKING:
    from cablesim.systems.vectors import Proof


@click.command("selftest")
@click.option(
    "--vectors",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of vectors instead of those that ship; may be given more than once.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(*, files: tuple[Path, ...], as_json: bool) -> int:
    """Run every vector both ways and print the table, system by system, with the sources.

    The exit code is 1 if one of them fails.
    """
    from cablesim.codes import registry
    from cablesim.codes.proving import prove_all
    from cablesim.systems.vectors import shipped, vectors_of

    vectors = tuple(each for file in files for each in vectors_of(file)) if files else shipped()
    order = {name: place for place, name in enumerate(registry.names())}
    vectors = tuple(sorted(vectors, key=lambda each: order.get(each.system, len(order))))
    proofs = list(prove_all(vectors))
    failed = [proof for proof in proofs if not proof.holds]
    if as_json:
        say_json(
            {"format": 1, "failed": len(failed), "vectors": [_data(proof) for proof in proofs]}
        )
    else:
        for proof in proofs:
            _say(proof)
        ways = sum(2 for _ in proofs)
        say(f"{len(proofs) - len(failed)} of {len(proofs)} vectors hold, {ways} ways tried")
    if failed:
        tell(f"{len(failed)} vectors fail; see the lines that say wrong or refused")
    return 1 if failed else 0


def _say(proof: Proof) -> None:
    """Print one vector: outcome each way, source, second origin."""
    vector = proof.vector
    say(
        f"{vector.system:<42}{vector.id:<46}"
        f"encipher {proof.enciphered.value:<9} decipher {proof.deciphered.value}"
    )
    say(f"    source: {vector.source}")
    if vector.confirmed_by:
        say(f"    confirmed by: {', '.join(vector.confirmed_by)}")
    if proof.got:
        say(f"    got: {proof.got}")


def _data(proof: Proof) -> dict[str, object]:
    """Return one proof as data."""
    vector = proof.vector
    return {
        "id": vector.id,
        "system": vector.system,
        "encipher": proof.enciphered.value,
        "decipher": proof.deciphered.value,
        "source": vector.source,
        "confirmed_by": list(vector.confirmed_by),
        "got": proof.got,
    }

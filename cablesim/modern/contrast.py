"""The contrast lesson: five experiments with today's sealing and signing, really carried out.

Beside each stands what the practice additive did with the same mishap.
Every byte is computed from the seed of the walk, so the lesson shows the same for one seed,
and for the same reason none of its keys is secret.
All of it is modern and made up for teaching; it asserts nothing about any telegram.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from cablesim.modern import additive
from cablesim.modern.digits import Stream
from cablesim.modern.primitives import KEY_BYTES, NONCE_BYTES, TAG_BYTES, Refusal, lock
from cablesim.modern.sealing import (
    ReaderKey,
    SealedCopy,
    demo_ephemerals,
    open_copy,
    seal,
)
from cablesim.modern.signing import SMALL_ORDER, SenderKey, enrol, sign, verify
from cablesim.modern.trial import Outcome, Trial, line, lines
from cablesim.text.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STRANGER = "a reader not on the list"
IMPOSTOR = "an impostor"
TELEGRAM = "practice telegram 1"

# Both are of one length, so that the whole of each lies under the other.
FIRST_TEXT = b"MEET AT THE GATE"
SECOND_TEXT = b"WAIT FOR A REPLY"


@dataclass(frozen=True, slots=True)
class Bench:
    """What the experiments work on: a text, its sealed copies, the keys, and the additive's row."""

    text: bytes
    secret: bytes
    keys: tuple[ReaderKey, ...]
    copies: tuple[SealedCopy, ...]
    sender: SenderKey
    sheet: additive.Row

    def stream(self, label: str) -> Stream:
        """Return the tape of draws for one experiment."""
        return Stream(self.secret, f"modern/contrast/{label}")


def contrast(
    message: str,
    *,
    readers: Sequence[str],
    sender: str,
    seed: str,
    cipher_groups: Sequence[str],
    pad_groups: Sequence[str],
) -> tuple[Trial, ...]:
    """Return the five experiments on a message, the same for the same arguments.

    `readers` are the entries of a copy list, one a copy; the groups are those of the practice
    cryptogram and the pad groups under which it was enciphered by adding without carrying.
    Raises Refusal for an empty list and RowError for rows that do not fit.
    """
    text = message.encode("utf-8", "surrogatepass")
    secret = seed.encode("utf-8", "surrogatepass")
    keys = tuple(
        ReaderKey.derived(name, secret, f"modern/reader/{number}/{name}")
        for number, name in enumerate(readers, start=1)
    )
    listed = [key.reader for key in keys]
    ephemerals = demo_ephemerals(secret, text, listed, telegram=TELEGRAM)
    bench = Bench(
        text=text,
        secret=secret,
        keys=keys,
        copies=seal(text, listed, telegram=TELEGRAM, ephemerals=ephemerals),
        sender=SenderKey.derived(sender, secret, f"modern/sender/{sender}"),
        sheet=additive.row(cipher_groups, pad_groups),
    )
    return (_copies(bench), _stranger(bench), _signature(bench), _tampering(bench), _nonce(bench))


def _tried(call: Callable[[], object]) -> tuple[Outcome, str]:
    try:
        call()
    except Refusal as found:
        return Outcome.REFUSED, found.reason
    return Outcome.ACCEPTED, ""


def _head(octets: bytes) -> str:
    return octets[:8].hex() + "…"


def _opened(bench: Bench, key: ReaderKey) -> list[int]:
    tried = ((copy.number, _tried(partial(open_copy, copy, key))) for copy in bench.copies)
    return [number for number, (outcome, _) in tried if outcome is Outcome.ACCEPTED]


def _numbered(numbers: list[int]) -> str:
    """Say which copies they are: their numbers, and never a count that could be read as one."""
    if not numbers:
        return "no copy"
    return f"copy {' and '.join(map(str, numbers))}, no other"


def _copies(bench: Bench) -> Trial:
    opened = {number: _opened(bench, key) for number, key in enumerate(bench.keys, start=1)}
    own = all(numbers == [number] for number, numbers in opened.items())
    return Trial(
        id="copies",
        title="A sealed copy for each reader",
        done="The text was sealed once for each entry of the copy list, each time under a new key.",
        shown=(
            line("the text in clear", f"{len(bench.text)} bytes"),
            *(line(one.reader, f"{one.size} bytes  {_head(one.sealed)}") for one in bench.copies),
            *(
                line(
                    f"key of copy {number}",
                    f"opens {_numbered(numbers)}",
                )
                for number, numbers in opened.items()
            ),
        ),
        outcome=Outcome.ACCEPTED if own else Outcome.EXPOSED,
        why=(
            "Each key opens its own copy and no other, though the text is the same in all. "
            f"A copy is {KEY_BYTES + TAG_BYTES} bytes longer than the text: "
            f"{KEY_BYTES} for the one-time half of its key and {TAG_BYTES} for the tag."
        ),
        beside=additive.one_row_for_all(bench.sheet),
    )


def _stranger(bench: Bench) -> Trial:
    copy = bench.copies[0]
    stranger = ReaderKey.derived(STRANGER, bench.secret, "modern/stranger")
    outcome, reason = _tried(lambda: open_copy(copy, stranger))
    return Trial(
        id="stranger",
        title="A reader who is not on the list",
        done="Somebody with a key that is not on the list tried to open the first copy.",
        shown=(
            line("key of the stranger", _head(stranger.reader.public)),
            line("key on the list", _head(bench.keys[0].reader.public)),
            *lines("what was said", reason or "the copy opened"),
        ),
        outcome=outcome,
        why=(
            "The tag fits under the key of this one copy only. "
            "A wrong key brings out a refusal and no text, not even a wrong one."
        ),
        beside=additive.wrong_page(bench.sheet, bench.stream("wrong page")),
    )


def _signature(bench: Bench) -> Trial:
    name = bench.sender.name
    sender = enrol(name, bench.sender.sender.public)
    impostor = SenderKey.derived(IMPOSTOR, bench.secret, "modern/impostor")
    true, false = sign(bench.text, bench.sender), sign(bench.text, impostor)
    genuine, _ = _tried(lambda: verify(bench.text, true, sender))
    other, _ = _tried(lambda: verify(bench.text + b".", true, sender))
    outcome, reason = _tried(lambda: verify(bench.text, false, sender))
    enrolled, _ = _tried(lambda: enrol(name, min(SMALL_ORDER)))
    return Trial(
        id="signature",
        title="A name that anybody can write, a signature that one key makes",
        done=(
            f"The text was signed by the key enrolled for {visible_line(name)} "
            "and by an impostor's key under the same name."
        ),
        shown=(
            line("signed by that key", f"{_head(true)}  {genuine.value}"),
            line("signed by the impostor", f"{_head(false)}  {outcome.value}"),
            line("one full stop added", f"{_head(true)}  {other.value}"),
            line("a key nobody holds", f"enrolling it: {enrolled.value}"),
            *lines("what was said", reason or "the impostor's signature held"),
        ),
        outcome=outcome,
        why=(
            "A name under a text, cover or true, can be written by anybody. "
            "The signature holds for this text under this key only, so what has to be trusted "
            "is the list that says whose key it is."
        ),
        beside=additive.anyone_may_write(bench.sheet, bench.stream("impostor")),
    )


def _tampering(bench: Bench) -> Trial:
    copy, key = bench.copies[0], bench.keys[0]
    bit = bench.stream("bit").below(8 * len(copy.sealed))
    sealed = bytearray(copy.sealed)
    sealed[bit // 8] ^= 1 << bit % 8
    hurt = replace(copy, sealed=bytes(sealed))
    moved = replace(copy, number=copy.number + 1)
    outcome, reason = _tried(lambda: open_copy(hurt, key))
    label, _ = _tried(lambda: open_copy(moved, key))
    at = slice(bit // 8, bit // 8 + 1)
    return Trial(
        id="tampering",
        title="One bit changed on the way",
        done="One bit of a sealed copy was turned over, and then its reader tried to open it.",
        shown=(
            line("the bit", f"{bit + 1} of {8 * len(sealed)}, in byte {bit // 8 + 1}"),
            line("that byte, sent", copy.sealed[at].hex()),
            line("that byte, arrived", hurt.sealed[at].hex()),
            *lines("what was said", reason or "the copy opened"),
            line("copy number changed", label.value),
        ),
        outcome=outcome,
        why=(
            "The tag covers every bit of the copy and of its label. "
            "When one of them differs, nothing is handed out."
        ),
        beside=additive.changed_figure(bench.sheet, bench.stream("figure")),
    )


def _nonce(bench: Bench) -> Trial:
    stream = bench.stream("nonce")
    key, nonce = stream.octets(KEY_BYTES), stream.octets(NONCE_BYTES)
    first, second = (lock(key, nonce, text, b"")[:-TAG_BYTES] for text in (FIRST_TEXT, SECOND_TEXT))
    above, below = _xor(first, second), _xor(FIRST_TEXT, SECOND_TEXT)
    return Trial(
        id="nonce",
        title="One nonce used twice",
        done="Two short texts were locked under the same key and the same nonce, as must never be.",
        shown=(
            line(FIRST_TEXT.decode(), first.hex()),
            line(SECOND_TEXT.decode(), second.hex()),
            line("XOR of the two locked", above.hex()),
            line("XOR of the two plain", below.hex()),
            line("and with the first text", _xor(above, FIRST_TEXT).decode("utf-8", "replace")),
        ),
        outcome=Outcome.EXPOSED if above == below else Outcome.REFUSED,
        why=(
            "The stream of key bytes drops out, just as a pad does. "
            "Whoever knows or guesses one text reads the other; "
            "the best cipher of today falls to the old mistake."
        ),
        beside=additive.page_used_twice(bench.sheet),
    )


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))

"""Long keys: a key that goes on with the text, a key from a book, a key that moves on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, islice
from math import gcd
from typing import Annotated, ClassVar

from cablesim.codes.keys import key_letters, key_numbers
from cablesim.codes.polyalphabetic.periodic import LETTERS
from cablesim.codes.polyalphabetic.rules import RULE, SIGNS, LongKeyed
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Whole, Word
from cablesim.systems.system import OneWay, Row, System, Way
from cablesim.text.alphabet import Alphabet
from cablesim.text.bulk import chained, numbers, repeated, spelled
from cablesim.text.reading import ForeignSign, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Autokey(LongKeyed):
    """The key begins with a primer and goes on with the text itself.

    What the clerk does: he writes the primer under the first letters and goes on with the plain
    text (or with the cipher letters as they come); then he works as with a key word.

    The rule: letters are numbered from 0; the key letter of place i is the primer's, and from the
    primer's end on the plain (or cipher) letter one primer's length before; cipher is text plus
    key, or another of the three rules, modulo the length of the alphabet.

    Source: the standard definition, as in Wikipedia "Autokey cipher"; vectors autokey-01 and
    autokey-03.

    Traps: a key that goes on with the cipher letters lies open in the cipher text. One wrong
    cipher letter spoils one more plain letter, a primer's length on; where the key goes on with
    the plain text it spoils every such letter to the end. Blanks do not move the key.

    >>> from cablesim.codes import registry
    >>> registry.system("autokey").encipher("ATTACKATDAWN", primer="QUEENLY").result
    'QNXEPVYTWTWP'
    """

    primer: Annotated[str, Word(), "the letters that the key begins with"]
    key_continues_with: Annotated[
        str, Choice(("plaintext", "ciphertext")), "what follows the primer"
    ] = "plaintext"
    rule: Annotated[str, Choice(tuple(SIGNS)), RULE] = "vigenere"
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def conventions(self) -> Iterator[str]:
        """Yield alphabet, rule, and what the key consists of."""
        yield from LongKeyed.conventions(self)
        yield f"key: {self.primer}, then the {self.key_continues_with}; it moves with letters only"

    def encipher(self, text: str) -> str:
        """Return the text under primer and text."""
        return self._through(text, Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return the clear text."""
        return self._through(text, Way.DECIPHER)

    def _written(self, way: Way) -> bool:
        """Say whether the key goes on with what is written down, not with what is read."""
        return (self.key_continues_with == "plaintext") is (way is Way.DECIPHER)

    def _through(self, text: str, way: Way) -> str:
        signs = self.alphabet.signs
        primer = bytes(key_numbers("primer", self.primer, self.alphabet))
        row = numbers(text, signs)
        if not self._written(way):
            return spelled(self.combined(row, (primer + row)[: len(row)], way), signs)
        own, key = self.weights(way)
        row = primer + self.signed(row, own)
        return spelled(chained(row, len(primer), len(signs), minus=key < 0)[len(primer) :], signs)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter; each puts a letter at the key's end."""
        keys = deque(key_letters("primer", self.primer, self.alphabet))
        for letter in text:
            row = self.counted(letter, self.alphabet.signs.index(keys.popleft()), way)
            keys.append(row.gives if self._written(way) else letter)
            yield row


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningKey(LongKeyed):
    """The key is a text as long as the message.

    What the clerk does: he opens a book at the place agreed on and writes its text under the
    message, letter under letter; by halves, he writes the message's first half over its second.

    The rule: letters are numbered from 0; cipher is text plus key, or another of the three rules,
    modulo the length of the alphabet. By halves the first half of the message is the key of the
    second and only the second is enciphered; of an odd number of letters the first half has one
    more.

    Source: practicalcryptography "Running key cipher", vector running-key-01; halves: the American
    Cryptogram Association's "Running Key".

    Traps: the key text must reach to the message's end and is never begun again. By halves nobody
    can decipher by rule: the message must be found by trial, unless its first half is given as the
    key. A long key in words is no random key.

    >>> from cablesim.codes import registry
    >>> key = "HOWDOESTHEDUCKKNOWTHATSAIDVI"
    >>> registry.system("running-key").encipher("DEFENDTHEEASTWALLOFTHECASTLE", key=key).result
    'KSBHBHLALIDMVGKYZKYAHXUAAWGM'
    """

    sign_for_sign: ClassVar[bool] = False
    key: Annotated[
        str, Word(empty=True), "the key text, as long as the message; by halves its first half"
    ] = ""
    convention: Annotated[
        str,
        Choice(
            ("whole", "halves"), also=(("half", "halves"), ("aca", "halves"), ("book", "whole"))
        ),
        "a key text for the whole message, or halves",
    ] = "whole"
    rule: Annotated[str, Choice(tuple(SIGNS)), RULE] = "vigenere"
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def conventions(self) -> Iterator[str]:
        """Yield alphabet, rule, and where the key comes from."""
        yield from LongKeyed.conventions(self)
        if self.convention == "halves":
            yield "halves: the first half of the message enciphers the second and is not sent"
        else:
            left_out = "".join(dict.fromkeys(each for each in self.key if not each.isalnum()))
            yield f"key: a text of {len(self._key())} letters, used once from its first letter"
            if left_out:
                yield f"of the key text these signs are left out: {' '.join(left_out)}"

    def _key(self) -> str:
        """Return the key text in the letters of the alphabet, read as a text is."""
        key = "".join(sign for sign in self.key if sign.isalnum())
        try:
            return read(key, self.plain).text
        except ForeignSign:
            return key_letters("key", key, self.alphabet)

    def _parts(self, text: str, way: Way) -> tuple[str, str, str]:
        """Return what is known without the key, what is worked on, and its key letters."""
        key = self._key()
        if self.convention == "whole":
            if len(key) < len(text):
                raise ParameterRefused(
                    "key",
                    f"it has {len(key)} letters for {len(text)} of the text; write "
                    f"{len(text) - len(key)} more",
                )
            return "", text, key[: len(text)]
        if way is Way.ENCIPHER:
            half = (len(text) + 1) // 2
            if key and key != text[:half]:
                raise ParameterRefused(
                    "key", "by halves it is the message's first half; write that, or nothing"
                )
            return "", text[half:], text[: len(text) - half]
        if not key:
            raise OneWay("a message enciphered by its own first half, without that half as key,")
        if len(key) - len(text) not in (0, 1):
            raise ParameterRefused(
                "key",
                f"by halves it has as many letters as the cipher text, {len(text)}, or one more; "
                "write the message's first half",
            )
        return key, text, key[: len(text)]

    def encipher(self, text: str) -> str:
        """Return the text, or its second half, under the key text."""
        return self._through(text, Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return the clear text."""
        return self._through(text, Way.DECIPHER)

    def _through(self, text: str, way: Way) -> str:
        signs = self.alphabet.signs
        known, rest, key = self._parts(text, way)
        row = self.combined(numbers(rest, signs), numbers(key, signs), way)
        return known + spelled(row, signs)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        known, rest, key = self._parts(text, way)
        for letter in known:
            yield Row(("", letter, letter), letter, "first half, given as the key")
        for letter, by in zip(rest, key, strict=True):
            yield self.counted(letter, self.alphabet.signs.index(by), way)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressiveKey(LongKeyed):
    """The key word moves on in the alphabet each time it has been used.

    What the clerk does: he writes the key word under the text; before he writes it again he moves
    all its letters on by the progression.

    The rule: letters are numbered from 0; the key letter of place i is the key word's, moved on
    once for every key word before; cipher is text plus key, or another of the three rules, modulo
    the length of the alphabet.

    Source: the American Cryptogram Association's "Progressive Key"; vector progressive-key-01.

    Traps: the first key word is not moved. A progression that shares no factor with the length of
    the alphabet gives the longest period: key length times alphabet.

    >>> from cablesim.codes import registry
    >>> registry.system("progressive-key").encipher("THISCIPHERCAN", key="GRAPEFRUIT").result
    'ZYIHGNGBMKJSO'
    """

    key: Annotated[str, Word(), "the key word"]
    progression: Annotated[int, Whole(), "how far the key moves on after each use"] = 1
    rule: Annotated[str, Choice(tuple(SIGNS)), RULE] = "vigenere"
    alphabet: Annotated[Alphabet, AlphabetOf(), LETTERS] = AUTO

    def conventions(self) -> Iterator[str]:
        """Yield alphabet, rule, and how the key moves."""
        yield from LongKeyed.conventions(self)
        yield f"key: {self.key}, moved on by {self.progression} after each use"

    def encipher(self, text: str) -> str:
        """Return the text under the moving key."""
        return self._through(text, Way.ENCIPHER)

    def decipher(self, text: str) -> str:
        """Return the clear text."""
        return self._through(text, Way.DECIPHER)

    def _uses(self) -> Iterable[list[int]]:
        """Yield the key word's numbers as they move on, for ever."""
        key, length = key_numbers("key", self.key, self.alphabet), len(self.alphabet)
        moves = (use * self.progression for use in count())
        return ([(number + moved) % length for number in key] for moved in moves)

    def _through(self, text: str, way: Way) -> str:
        signs = self.alphabet.signs
        different = len(signs) // gcd(len(signs), self.progression)
        uses = min(different, len(text) // len(self.key) + 1)
        period = bytes(chain.from_iterable(islice(self._uses(), uses)))
        row = numbers(text, signs)
        return spelled(self.combined(row, repeated(period, len(row)), way), signs)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        keys = chain.from_iterable(self._uses())
        for letter, by in zip(text, keys, strict=False):
            yield self.counted(letter, by, way)


SYSTEMS = (
    System("autokey", "long keys", "Autokey", Autokey,
           aliases={"key": "primer", "mode": "key_continues_with", "variant": "rule",
                    "extended_with": "key_continues_with"}),
    System("running-key", "long keys", "Running key", RunningKey,
           presets={"aca": {"convention": "halves"}},
           aliases={"method": "convention", "form": "convention", "split": "convention",
                    "how": "convention", "mode": "convention"}),
    System("progressive-key", "long keys", "Progressive key", ProgressiveKey,
           aliases={"progression_index": "progression", "step": "progression",
                    "increment": "progression", "shift": "progression", "index": "progression"}),
)  # fmt: skip

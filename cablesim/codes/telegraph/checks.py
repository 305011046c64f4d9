"""Checks on groups: a figure behind each, and words of which any two differ in two letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Annotated

from cablesim.systems.errors import SystemRefused
from cablesim.systems.parameters import Choice, Whole
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.reading import Signs

FIGURES = "0123456789"
RULES = ("sum", "weights 3 1", "odd weights mod 26", "damm", "verhoeff")
_ODD = (1, 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25)
_DAMM = [
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
]
_DIHEDRAL = [
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
]
_TURNS = [
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
]
_INVERSE = "0432156789"


def check_of(group: str, rule: str) -> str:
    """Return the check of a group: a figure, or a letter by the rule of letters.

    >>> check_of("572", "damm"), check_of("236", "verhoeff"), check_of("12345", "sum")
    ('4', '3', '5')
    """
    if rule == RULES[3]:
        state = 0
        for figure in group:
            state = int(_DAMM[state][int(figure)])
        return str(state)
    if rule == RULES[4]:
        state = 0
        for place, figure in enumerate(reversed(group), 1):
            state = int(_DIHEDRAL[state][int(_TURNS[place % 8][int(figure)])])
        return _INVERSE[state]
    if rule == RULES[2]:
        total = sum(
            ascii_uppercase.index(letter) * _ODD[place % len(_ODD)]
            for place, letter in enumerate(group)
        )
        return ascii_uppercase[total % len(ascii_uppercase)]
    weights = (1, 1) if rule == RULES[0] else (3, 1)
    return str(sum(int(figure) * weights[place % 2] for place, figure in enumerate(group)) % 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFigure(Letters):
    """A check behind every group, by a rule.

    What the clerk does: he reckons a check from the figures of each group and sends it behind the
    group; the other clerk reckons again and asks for the groups that do not agree.

    The rule: the sum of the figures modulo 10; weights 3 and 1 in turn, modulo 10; odd weights over
    letters, modulo 26; or the tables of Damm and Verhoeff.

    Source: the standard definitions, as in Wikipedia "Check digit"; Damm of 572 is 4, Verhoeff of
    236 is 3.

    Traps: a plain sum sees every single error and no exchange of neighbours within the group, only
    that of the last figure with its check; weights 3 and 1 miss 10 of 90 exchanges, odd weights
    modulo 26 miss 26 of 650; Damm and Verhoeff see them all.

    >>> from cablesim.codes import registry
    >>> registry.system("check-figure").encipher("12345 67890").result
    '123455 678900'
    """

    rule: Annotated[str, Choice(RULES), "how the check is reckoned"] = RULES[0]
    size: Annotated[int, Whole(1, 100), "how many signs a group has without its check"] = 5

    @property
    def plain(self) -> Signs:
        """Figures, or letters by the rule of letters."""
        letters = self.rule == RULES[2]
        return Signs(ascii_uppercase, name="letters") if letters else Signs(FIGURES, name="figures")

    def conventions(self) -> Iterator[str]:
        """Yield rule and size."""
        yield f"check: {self.rule}, behind every group of {self.size}; the last may be short"

    def _groups(self, text: str, size: int) -> Iterator[str]:
        """Yield groups of a size."""
        yield from (text[start : start + size] for start in range(0, len(text), size))

    def encipher(self, text: str) -> str:
        """Return every group with its check, blanks between."""
        return " ".join(
            [group + check_of(group, self.rule) for group in self._groups(text, self.size)]
        )

    def decipher(self, text: str) -> str:
        """Return the groups without their checks."""
        return "".join([group for _, group in self._checked(text)])

    def _checked(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield each group with and without its check; raises at one that does not agree."""
        for place, whole in enumerate(self._groups(text, self.size + 1), 1):
            group, check = whole[:-1], whole[-1]
            wanted = check_of(group, self.rule)
            if not group or check != wanted:
                raise SystemRefused(
                    f"group {place}: {whole} does not agree with its check, which would be "
                    f"{wanted}; ask for the group again"
                )
            yield whole, group

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name group and group with check."""
        return ("group", "with check") if way is Way.ENCIPHER else ("with check", "group")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every group."""
        if way is Way.DECIPHER:
            for whole, group in self._checked(text):
                yield Row((whole, group), group, "agrees")
            return
        for place, group in enumerate(self._groups(text, self.size)):
            whole = group + check_of(group, self.rule)
            yield Row((group, whole), f" {whole}" if place else whole)


WORDS = 26**4
_SIX = 6
_FIVE = 5


def word_of(number: int) -> str:
    """Return the code word of a number from 0 to 456,975: four letters and their sum.

    >>> word_of(0), word_of(27)
    ('AAAAA', 'AABBC')
    """
    values = []
    for _ in range(4):
        number, value = divmod(number, 26)
        values.append(value)
    values.reverse()
    return "".join(ascii_uppercase[value] for value in (*values, sum(values) % 26))


def number_of(word: str) -> int | None:
    """Return the number of a code word; none where its last letter is not the others' sum."""
    values = [ascii_uppercase.index(letter) for letter in word]
    if sum(values[:4]) % 26 != values[4]:
        return None
    number = 0
    for value in values[:4]:
        number = number * 26 + value
    return number


def mutilated(word: str) -> tuple[str, ...]:
    """Return the code words that a word of five letters may have been, one letter being wrong.

    A letter that was not read at all is written as ``?``; then only that place is tried.

    >>> mutilated("AABB?")
    ('AABBC',)
    """
    places = [word.index("?")] if "?" in word else range(_FIVE)
    found = (
        word[:place] + letter + word[place + 1 :] for place in places for letter in ascii_uppercase
    )
    return tuple(
        sorted({each for each in found if "?" not in each and number_of(each) is not None})
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLetterDifference(Letters):
    """Numbers as words of five letters, any two of which differ in two letters or more.

    What the clerk does: he writes for the number of each phrase its five-letter word. A word that
    came with one wrong letter is in no book, and the mutilation table shows which words it may
    have been; where one letter was not read at all (write ? for it), the table gives that letter.

    The rule: the number (six figures, to 456975) in four letters to the base 26, and a fifth letter
    that is their sum modulo 26. So any four letters of a word give the fifth: that is the
    mutilation table, one row for each place.

    Source: 26^4 = 456,976 words; the construction is this project's.

    Traps: one wrong letter is seen, two may make another word. Four letters that are sure give the
    fifth.

    >>> from cablesim.codes import registry
    >>> registry.system("two-letter-difference").encipher("000027 456975").result
    'AABBC ZZZZW'
    >>> registry.system("two-letter-difference").decipher("AA?BC").result
    '000027'
    """

    @property
    def plain(self) -> Signs:
        """Figures."""
        return Signs(FIGURES, name="figures")

    @property
    def cipher(self) -> Signs:
        """Letters."""
        return Signs(f"{ascii_uppercase}?", name="letters, ? for one that was not read")

    def conventions(self) -> Iterator[str]:
        """Yield the rule and the mutilation table."""
        yield "numbers of six figures to 456975; fifth letter the sum of four, modulo 26"
        yield "mutilation table: letter 5 is 1+2+3+4; any other is letter 5 less the other three"

    def _numbers(self, text: str) -> Iterator[str]:
        """Yield numbers of six figures; raises at one that is too short or too large."""
        for start in range(0, len(text), _SIX):
            number = text[start : start + _SIX]
            if len(number) < _SIX or int(number) >= WORDS:
                raise SystemRefused(
                    f"number {start // _SIX + 1}: {number} has no word; write six figures up to "
                    f"{WORDS - 1}"
                )
            yield number

    def encipher(self, text: str) -> str:
        """Return the words with blanks between."""
        return " ".join([word_of(int(number)) for number in self._numbers(text)])

    def decipher(self, text: str) -> str:
        """Return the numbers of the words."""
        return "".join([number for _, _, number in self._read(text)])

    def _read(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Yield word as received, word, number; raises at one in no book, with a way out."""
        for start in range(0, len(text), _FIVE):
            received = text[start : start + _FIVE]
            name = f"word {start // _FIVE + 1}: {received}"
            if len(received) < _FIVE or received.count("?") > 1:
                raise SystemRefused(f"{name} is no word of five letters with one ? at most")
            word = mutilated(received)[0] if "?" in received else received
            number = number_of(word)
            if number is None:
                may_be = " ".join(mutilated(received))
                raise SystemRefused(f"{name} is in no book; it may have been {may_be}")
            yield received, word, f"{number:06d}"

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name number and word."""
        return ("number", "word") if way is Way.ENCIPHER else ("received", "word", "number")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every word."""
        if way is Way.DECIPHER:
            for received, word, number in self._read(text):
                restored = "" if word == received else "restored by the mutilation table"
                yield Row((received, word, number), number, restored)
            return
        for place, number in enumerate(self._numbers(text)):
            word = word_of(int(number))
            yield Row((number, word), f" {word}" if place else word)


SYSTEMS = (
    System(
        "check-figure",
        "telegraph",
        "Check figure",
        CheckFigure,
        example=Example("12345 67890", {"rule": "damm"}),
    ),
    System(
        "two-letter-difference",
        "telegraph",
        "Two-letter difference, mutilation table",
        TwoLetterDifference,
        example=Example("003305 130750", {}),
    ),
)

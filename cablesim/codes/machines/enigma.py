"""Enigma: wheels that turn with every letter, a reflector, a plugboard; models I, M3 and M4."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.machines.wheels import (
    GREEK,
    LETTERS,
    MODELS,
    REFLECTORS,
    SIZE,
    WHEELS,
    Label,
    Places,
    Plugs,
    Wheel,
    WheelNames,
    backward,
    table,
    through,
)
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26
from cablesim.text.bulk import numbers, spelled, strided
from cablesim.text.reading import Signs

AUTO = "auto"
_NAMES = ("right", "middle", "left", "fourth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enigma(Letters):
    """Turning wheels exchange every letter with another, each time otherwise.

    What the clerk does: he puts in the wheels named, sets their rings, plugs the cables, turns the
    wheels until the start letters show, and presses a key for every letter; the lamp that lights
    up is the cipher letter. With the same settings the cipher letters give back the plain ones.

    The rule: before every letter the right wheel moves on by one. It takes the middle wheel with it
    when its turnover letter shows; the middle wheel, when its own shows, moves on once more and
    takes the left one with it (double step). Then the current goes through plugs, right, middle
    and left wheel, reflector, and back. A wheel turned on by an offset (start less ring) carries
    contact x to w(x + offset) - offset, modulo 26.

    Source: wirings and turnovers as in Wikipedia "Enigma rotor details"; vectors enigma-01 and
    enigma-03.

    Traps: wheels are named from left to right, and the right one moves fastest. The middle wheel
    can step twice running. No letter becomes itself. Rings and start are printed as letters here;
    numbers count from 1. In M4 the fourth wheel never moves, and the reflectors are thin ones.

    >>> from cablesim.codes import registry
    >>> registry.system("enigma").encipher("AAAAA").result
    'BDZGO'
    >>> registry.system("enigma").encipher("THEQUICKBROWNFOX", start="MCK").result
    'APZMTCKVKOHOHMVI'
    """

    sign_for_sign: ClassVar[bool] = True
    model: Annotated[
        str,
        Label((AUTO, *MODELS)),
        "I (wheels I to V), M3 (I to VIII), M4 (with Beta or Gamma); auto: as the wheels need",
    ] = AUTO
    rotors_left_to_right: Annotated[
        tuple[str, ...], WheelNames(), "the wheels as they stand in the machine"
    ] = ("I", "II", "III")
    reflector: Annotated[str, Label(tuple(REFLECTORS)), "the reflector; thin in M4"] = "B"
    ring: Annotated[str, Places(), "the rings' letters, left to right; nothing: all A"] = ""
    start: Annotated[str, Places(), "the letters in the windows, left to right; nothing: all A"] = (
        ""
    )
    plugs: Annotated[str, Plugs(), "the letters that cables join"] = ""

    @property
    def plain(self) -> Signs:
        """The 26 Latin letters."""
        return Signs.of(LATIN26)

    @property
    def _model(self) -> str:
        """The model: the one named, else the first that has the wheels."""
        if self.model != AUTO:
            return self.model
        names = self.rotors_left_to_right
        fits = (
            model
            for model, fitted in MODELS.items()
            if len(names) == fitted.places and set(names) <= set(fitted.wheels)
        )
        return next(fits, "I")

    def _wheels(self) -> tuple[Wheel, ...]:
        """Return the wheels from right to left; raises `ParameterRefused` where they do not fit."""
        names, fitted = self.rotors_left_to_right, MODELS[self._model]
        name = "rotors_left_to_right"
        if len(names) != fitted.places:
            raise ParameterRefused(name, f"model {self._model} has {fitted.places}; name as many")
        foreign = next((each for each in names if each not in fitted.wheels), None)
        if foreign is not None:
            raise ParameterRefused(
                name,
                f"wheel {foreign} does not fit model {self._model}; take some of "
                f"{', '.join(fitted.wheels)}, or another model",
            )
        if len(set(names)) < len(names):
            raise ParameterRefused(name, "a wheel is named twice; each stands in one place only")
        greek = [each in GREEK for each in names]
        if self._model == "M4" and greek != [True, False, False, False]:
            raise ParameterRefused(name, "in M4 the first wheel, and no other, is Beta or Gamma")
        return tuple(WHEELS[each] for each in reversed(names))

    def _numbers(self, name: str, letters: str) -> list[int]:
        """Return letters set on the wheels as numbers, from right to left."""
        places = MODELS[self._model].places
        if letters and len(letters) != places:
            raise ParameterRefused(name, f"{letters} does not fit; write {places} letters")
        return [LETTERS.index(letter) for letter in reversed(letters or LETTERS[0] * places)]

    def _reflector(self) -> str:
        """Return the wiring of the reflector."""
        fitted = MODELS[self._model].reflectors
        if self.reflector not in fitted:
            raise ParameterRefused(
                "reflector",
                f"{self.reflector} does not fit model {self._model}; take {' or '.join(fitted)}",
            )
        return fitted[self.reflector]

    def _plugged(self) -> str:
        """Return the letters that the letters from A to Z are plugged to."""
        joined = self.plugs.replace(" ", "")
        one, two = joined[::2], joined[1::2]
        other = dict(zip(one + two, two + one, strict=True))
        return "".join(other.get(letter, letter) for letter in LETTERS)

    def conventions(self) -> Iterator[str]:
        """Yield everything that is set, wiring by wiring."""
        wheels = reversed(self._wheels())
        yield f"model {self._model}"
        for name, wheel in zip(self.rotors_left_to_right, wheels, strict=True):
            turnover = f"turnover from {' and '.join(wheel.turnover) or 'no letter'}"
            yield f"wheel {name}: {wheel.wiring}, {turnover}"
        yield f"reflector {self.reflector}: {self._reflector()}"
        every = LETTERS[0] * MODELS[self._model].places
        yield f"rings {self.ring or every}, start {self.start or every}, left to right"
        yield f"plugs: {self.plugs or 'none'}"
        yield "wheels move before the letter; the middle wheel makes a double step"

    def encipher(self, text: str) -> str:
        """Return the text through the machine.

        The fast wheel repeats after 26 letters and is one table for each of its places; between
        two steps of the middle wheel all that lies behind the fast one is a single table.
        """
        fast, *_ = self._wheels()
        place, ring = self._numbers("start", self.start)[0], self._numbers("ring", self.ring)[0]
        offsets = [(place + 1 + step - ring) % SIZE for step in range(SIZE)]
        plugs = table(self._plugged())
        inward = [plugs.translate(through(fast.wiring, offset)) for offset in offsets]
        back = backward(fast.wiring)
        outward = [through(back, offset).translate(plugs) for offset in offsets]
        row = strided(numbers(text, LETTERS), inward)
        return spelled(strided(self._behind(row), outward), LETTERS)

    def decipher(self, text: str) -> str:
        """Return the text through the machine: the same act."""
        return self.encipher(text)

    def _behind(self, row: bytes) -> bytes:
        """Return a row through middle wheel, left wheel, reflector and back, run by run."""
        _, middle, left, *fourth = self._wheels()
        places, rings = self._numbers("start", self.start), self._numbers("ring", self.ring)
        core = table(self._reflector())
        for wheel, place, ring in zip(fourth, places[3:], rings[3:], strict=True):
            core = _around(core, wheel.wiring, place - ring)
        tables: dict[tuple[int, int], bytes] = {}
        pieces, at = [], 0
        for second, third, count in self._runs(len(row)):
            if (second, third) not in tables:
                inner = _around(core, left.wiring, third - rings[2])
                tables[second, third] = _around(inner, middle.wiring, second - rings[1])
            pieces.append(row[at : at + count].translate(tables[second, third]))
            at += count
        return b"".join(pieces)

    def _runs(self, length: int) -> Iterator[tuple[int, int, int]]:
        """Yield places of middle and left wheel and for how many letters they stand so."""
        first, second, third = self._numbers("start", self.start)[:3]
        fast, middle = (
            frozenset(map(LETTERS.index, wheel.turnover)) for wheel in self._wheels()[:2]
        )
        stays = [min((turnover - place) % SIZE for turnover in fast) for place in range(SIZE)]
        while length > 0:
            if second in middle:
                second, third = (second + 1) % SIZE, (third + 1) % SIZE
            elif first in fast:
                second = (second + 1) % SIZE
            first = (first + 1) % SIZE
            count = 1 if second in middle else 1 + stays[first]
            yield second, third, min(count, length)
            first, length = (first + count - 1) % SIZE, length - count

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, windows, plugs, wheels and reflector there and back, result."""
        first, last = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        wheels = _NAMES[: MODELS[self._model].places]
        return (first, "windows", "plugs", *wheels, "reflector", *reversed(wheels), last)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter: the windows, and the current from contact to contact."""
        del way
        wheels, reflector, plugged = self._wheels(), self._reflector(), self._plugged()
        windows = [LETTERS[number] for number in self._numbers("start", self.start)]
        rings = self._numbers("ring", self.ring)
        for letter in text:
            _step(windows, wheels)
            offsets = [
                LETTERS.index(window) - ring for window, ring in zip(windows, rings, strict=True)
            ]
            path = [plugged[LETTERS.index(letter)]]
            for wheel, offset in zip(wheels, offsets, strict=True):
                contact = LETTERS[(LETTERS.index(path[-1]) + offset) % SIZE]
                out = LETTERS.index(wheel.wiring[LETTERS.index(contact)])
                path.append(LETTERS[(out - offset) % SIZE])
            path.append(reflector[LETTERS.index(path[-1])])
            for wheel, offset in reversed(list(zip(wheels, offsets, strict=True))):
                contact = LETTERS[(LETTERS.index(path[-1]) + offset) % SIZE]
                path.append(LETTERS[(wheel.wiring.index(contact) - offset) % SIZE])
            lamp = plugged[LETTERS.index(path[-1])]
            yield Row((letter, "".join(reversed(windows)), *path, lamp), lamp)


def _around(core: bytes, wiring: str, offset: int) -> bytes:
    """Return the table of a wheel, what lies behind it, and the wheel back."""
    there, back = through(wiring, offset % SIZE), through(backward(wiring), offset % SIZE)
    return there.translate(core).translate(back)


def _step(windows: list[str], wheels: tuple[Wheel, ...]) -> None:
    """Move the windows, right to left, as the next key does."""
    double = windows[1] in wheels[1].turnover
    moving = (True, double or windows[0] in wheels[0].turnover, double)
    for place, moves in enumerate(moving):
        if moves:
            windows[place] = LETTERS[(LETTERS.index(windows[place]) + 1) % SIZE]


SYSTEMS = (
    System(
        "enigma",
        "machines",
        "Enigma",
        Enigma,
        aliases={
            "rotors": "rotors_left_to_right",
            "rings": "ring",
            "ring_settings": "ring",
            "position": "start",
            "positions": "start",
            "start_positions": "start",
            "plugboard": "plugs",
            "steckers": "plugs",
            "stecker": "plugs",
            "plugboard_pairs": "plugs",
            "wheels": "rotors_left_to_right",
            "walzenlage": "rotors_left_to_right",
            "rotor_order": "rotors_left_to_right",
            "ringstellung": "ring",
            "ring_positions": "ring",
            "grundstellung": "start",
            "start_position": "start",
            "initial_position": "start",
            "window": "start",
            "message_key": "start",
            "umkehrwalze": "reflector",
            "ukw": "reflector",
        },
    ),
)

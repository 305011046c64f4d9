"""All teaching systems by name; a system's module is imported when the system is asked for.

>>> system("vigenere").encipher("ATTACKATDAWN", key="LEMON").result
'LXFOPVEFRNHR'
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from cablesim.systems.errors import SystemRefused, nearest
from cablesim.systems.system import System

# The order is that of the course; a test holds the table against the modules.
_MODULES: dict[str, tuple[str, ...]] = {
    "cablesim.codes.telegraph.morse": (
        "morse-itu",
        "morse-russian",
        "morse-itu-timing",
    ),
    "cablesim.codes.telegraph.teleprinter": (
        "baudot-ita2",
        "baudot-mtk2",
    ),
    "cablesim.codes.telegraph.spelling": ("spelling-alphabet",),
    "cablesim.codes.telegraph.chinese": ("chinese-telegraph-code",),
    "cablesim.codes.telegraph.phrasebook": ("commercial-code",),
    "cablesim.codes.telegraph.checks": (
        "check-figure",
        "two-letter-difference",
    ),
    "cablesim.codes.substitution.shifts": (
        "caesar",
        "rot13",
        "rot5-digits",
        "atbash",
        "affine",
    ),
    "cablesim.codes.substitution.simple": ("simple-substitution",),
    "cablesim.codes.substitution.numbering": (
        "a1z26",
        "bacon",
    ),
    "cablesim.codes.substitution.homophonic": (
        "homophonic",
        "grandpre",
    ),
    "cablesim.codes.substitution.manytoone": (
        "key-phrase",
        "tridigital",
    ),
    "cablesim.codes.substitution.polybius": (
        "polybius",
        "tap-code",
        "checkerboard-aca",
    ),
    "cablesim.codes.substitution.checkerboard": (
        "straddling-checkerboard",
        "straddling-checkerboard+additive",
        "straddling-checkerboard+additive+reverse",
    ),
    "cablesim.codes.substitution.monome": ("monome-dinome",),
    "cablesim.codes.polyalphabetic.periodic": (
        "trithemius",
        "vigenere",
        "gronsfeld",
        "beaufort",
        "variant-beaufort",
    ),
    "cablesim.codes.polyalphabetic.porta": ("porta",),
    "cablesim.codes.polyalphabetic.textkeys": (
        "autokey",
        "running-key",
        "progressive-key",
    ),
    "cablesim.codes.polyalphabetic.quagmire": (
        "quagmire-1",
        "quagmire-2",
        "quagmire-3",
        "quagmire-4",
    ),
    "cablesim.codes.polyalphabetic.ragbaby": ("ragbaby",),
    "cablesim.codes.squares.playfair": ("playfair",),
    "cablesim.codes.squares.seriated": ("seriated-playfair",),
    "cablesim.codes.squares.twosquare": ("two-square",),
    "cablesim.codes.squares.foursquare": ("four-square",),
    "cablesim.codes.squares.hill": ("hill",),
    "cablesim.codes.squares.bifid": (
        "bifid",
        "cm-bifid",
    ),
    "cablesim.codes.squares.trifid": ("trifid",),
    "cablesim.codes.squares.adfgvx": (
        "adfgx",
        "adfgvx",
    ),
    "cablesim.codes.squares.fractionated": (
        "fractionated-morse",
        "morbit",
    ),
    "cablesim.codes.transposition.railfence": ("rail-fence",),
    "cablesim.codes.transposition.route": (
        "scytale",
        "route",
    ),
    "cablesim.codes.transposition.grille": ("turning-grille",),
    "cablesim.codes.transposition.columnar": (
        "columnar-transposition",
        "myszkowski-transposition",
        "amsco",
        "nihilist-transposition",
    ),
    "cablesim.codes.transposition.double": (
        "double-transposition",
        "disrupted-transposition",
    ),
    "cablesim.codes.figures.arithmetic": (
        "non-carrying-addition",
        "non-carrying-subtraction",
        "chain-addition",
    ),
    "cablesim.codes.figures.nihilist": ("nihilist-substitution",),
    "cablesim.codes.figures.superencipherment": ("code-plus-additive",),
    "cablesim.codes.figures.pads": (
        "one-time-pad-letters",
        "one-time-pad-figures",
        "one-time-pad-bits",
    ),
    "cablesim.codes.figures.gromark": ("gromark",),
    "cablesim.codes.figures.vic": (
        "vic-sequencing",
        "vic-key-derivation",
        "vic-checkerboard",
        "vic",
    ),
    "cablesim.codes.machines.enigma": ("enigma",),
    "cablesim.codes.machines.m209": ("m-209",),
    "cablesim.codes.machines.solitaire": ("solitaire",),
    "cablesim.codes.machines.chaocipher": ("chaocipher",),
    "cablesim.modern.systems": (
        "sha-256",
        "hmac-sha256",
        "hkdf-sha256",
        "pbkdf2-hmac-sha1",
        "chacha20",
        "chacha20-poly1305",
        "aes-key-wrap",
        "x25519",
        "ed25519-signature",
        "fernet",
    ),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def names() -> tuple[str, ...]:
    """Return the names of all systems, in the order of the course."""
    return tuple(_HOMES)


@cache
def system(name: str) -> System:
    """Return a system by its name; raises `SystemRefused` with the nearest name where none is."""
    home = _HOMES.get(name)
    if home is None:
        hint = nearest(name, _HOMES) or "; see: cablesim systems"
        raise SystemRefused(f"there is no system '{name[:60]}'{hint}")
    systems: tuple[System, ...] = import_module(home).SYSTEMS
    return next(each for each in systems if each.name == name)


def modules() -> dict[str, tuple[str, ...]]:
    """Return the table: module and the names of its systems."""
    return dict(_MODULES)

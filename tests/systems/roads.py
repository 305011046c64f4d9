"""Both roads through a system, the clerk's sheet held against the result."""

from __future__ import annotations

from cablesim.codes import registry


def there(name: str, text: str, **parameters: object) -> str:
    """Return a text enciphered, the sheet held against the result."""
    working = registry.system(name).encipher(text, **parameters)
    assert working.replay() == working.result
    return working.result


def back(name: str, text: str, **parameters: object) -> str:
    """Return a text deciphered, the sheet held against the result."""
    working = registry.system(name).decipher(text, **parameters)
    assert working.replay() == working.result
    return working.result

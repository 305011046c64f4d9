"""What a source says of a convention that is always so here, and what stands between groups."""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.systems.errors import ParameterRefused


@dataclass(frozen=True, slots=True)
class Always:
    """A convention that this system has no choice in: other ones are refused, not passed over."""

    values: tuple[str, ...]
    choices: tuple[str, ...] = ()
    kind: str = "remark, always so here"

    def read(self, name: str, value: object) -> str:
        """Return the convention; raises where it is another one."""
        shown = "".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        plain = "".join(shown.split()).lower()
        if any(plain.startswith(each.lower()) for each in self.values):
            return shown
        raise ParameterRefused(name, f"'{shown[:40]}' is not done here, only {self.values[0]}")


@dataclass(frozen=True, slots=True)
class Between:
    """Reads what stands between groups: nothing, blanks, or signs that are no letters."""

    choices: tuple[str, ...] = ()
    kind: str = "signs between groups"

    def read(self, name: str, value: object) -> str:
        """Return the signs; `none` and `space` are known as words."""
        known = {"none": "", "space": " ", "blank": " ", "comma": ",", "hyphen": "-", "dash": "-"}
        if not isinstance(value, str):
            raise ParameterRefused(
                name, f"'{value}' cannot stand between groups; write {self.kind}"
            )
        found = known.get(value.strip().lower(), value)
        if any(sign.isalnum() or not (sign.isprintable() or sign.isspace()) for sign in found):
            raise ParameterRefused(name, f"{found!a} cannot stand between groups")
        return found


def kept(separator: str) -> str:
    """Return the signs of a separator that are no blanks: a text that is read back holds them."""
    return "".join(dict.fromkeys(separator.replace(" ", "")))


def without(text: str, separator: str) -> str:
    """Return a text without the signs of a separator."""
    return text.translate(dict.fromkeys(map(ord, kept(separator)))) if kept(separator) else text

"""Files that grow or stall: deep, wide, long, in a circle."""

from __future__ import annotations

from pathlib import Path

from hostile.spoiling import Spoil, put, whole


def _claims(count: int, *, chained: bool) -> str:
    """Return many claims; chained, each is inferred from the next and the last from the first."""
    rows = ["format = 1"]
    for number in range(count):
        other = (number + 1) % count
        rows += ["[[claim]]", f'id = "c-{number}"', 'text = "x"']
        rows += (
            ['standing = "inference"', f'from = ["c-{other}"]', 'doubt = "y"']
            if chained
            else ['standing = "gap"', 'asks = "z"']
        )
    return "\n".join([*rows, ""])


def _near_names(count: int) -> str:
    """Return claims with long ids that are all alike, each inferred from one that there is not."""
    rows = ["format = 1"]
    for name in (f"c-{'a' * 40}{number}" for number in range(count)):
        rows.append(f'[[claim]]\nid = "{name}"\ntext = "x"\nstanding = "inference"')
        rows.append(f'from = ["{name}x"]\ndoubt = "y"')
    return "\n".join([*rows, ""])


def _stages(count: int, *, cyclic: bool) -> Spoil:
    """Write a route of many stages, each after the one before, perhaps in a circle."""

    def spoil(folder: Path) -> None:
        path = folder / "history.toml"
        head = path.read_text(encoding="utf-8").partition("[[stage]]")[0]
        rows = [head]
        for number in range(count):
            before = number - 1 if number else count - 1
            after = f'["s-{before}"]' if number or cyclic else "[]"
            rows.append(
                f'[[stage]]\nid = "s-{number}"\ntitle = "x"\nwho = "office"\nafter = {after}\n'
            )
        path.write_text("\n".join(rows), encoding="utf-8")

    return spoil


def _entries(count: int) -> str:
    """Return a code book of many entries, all with one group."""
    rows = ['format = 1\ntitle = "b"\n[words]']
    rows += [f'"W{number}" = "0001"' for number in range(count)]
    rows += [f'[{table}]\n"A" = "0001"' for table in ("letters", "figures", "signs")]
    rows += ['[controls]\nrepeat = "0002"\n[nulls]\ngroups = ["0003"]']
    return "\n".join(rows)


BOMBS: dict[str, Spoil] = {
    "dots": whole("history.toml", "a" + ".a" * 20_000 + " = 1\n"),
    "dots-in-head": whole("history.toml", "[" + ".".join(["a"] * 20_000) + "]\n"),
    "quoted-dots": whole("history.toml", '"a"' + '."a"' * 10_000 + " = 1\n"),
    "lists": whole("history.toml", "a = " + "[" * 50_000 + "\n"),
    "lists-over-lines": whole("history.toml", "a = " + "[\n" * 50_000 + "\n"),
    "tables": whole("history.toml", "a = " + "{b = " * 20_000 + "\n"),
    "digits": whole("history.toml", "a = " + "9" * 200_000 + "\n"),
    "underscored": whole("history.toml", "a = 1" + "_1" * 100_000 + "\n"),
    "hex": whole("history.toml", "a = 0x" + "f" * 200_000 + "\n"),
    "exponent": whole("history.toml", "a = 1e" + "9" * 90 + "\n"),
    "date": whole("history.toml", "a = 9999-99-99T99:99:99Z\n"),
    "large": whole("history.toml", b"#" * 300_000),
    "giant": whole("history.toml", b"#" * 20_000_000),
    "keys": whole("history.toml", "".join(f"k{n} = 1\n" for n in range(18_000))),
    "heads": whole("history.toml", "".join(f"[t{n}]\n" for n in range(18_000))),
    "claims": whole("history.toml", _claims(3_000, chained=False)),
    "inferred-in-a-circle": whole("history.toml", _claims(2_000, chained=True)),
    "near-names": whole("history.toml", _near_names(1_500)),
    "stages": _stages(1_500, cyclic=False),
    "stages-in-a-circle": _stages(1_500, cyclic=True),
    "long-line": put("history.toml", 'text = "', 'text = "' + "x" * 200_000),
    "quotes": whole("history.toml", 'a = """' + '"' * 100_000),
    "backslashes": whole("history.toml", 'a = "' + "\\" * 100_000 + '"\n'),
    "apostrophes": whole("history.toml", "a = '''" + "'" * 100_000),
    "blanks-in-walk": whole("walk.md", "# cover\n\nx" + " " * 200_000 + "x\n"),
    "lines-in-walk": whole("walk.md", "# cover\n\n" + "x\n" * 120_000),
    "braces-in-walk": whole("walk.md", "# cover\n\n" + "{" * 100_000 + "\n"),
    "marks-in-walk": whole("walk.md", "# cover\n\nx {" + "c-gap," * 30_000 + "}\n"),
    "unknown-claims": whole("walk.md", "# cover\n" + "\nx {c-x}\n" * 4_000),
    "long-page-in-walk": put("walk.md", "# cover", "# " + "a" * 150_000),
    "pages-in-walk": whole("walk.md", "".join(f"# p{n}\n\nx {{task}}\n" for n in range(12_000))),
    "same-page": whole("walk.md", "# cover\n" * 20_000),
    "options": whole("walk.md", "# cover\n\nPredict: x\n" + "(x) y\n" * 30_000 + "Why: z\n"),
    "book": whole("codebook.toml", _entries(12_000)),
    "pad": put("teaching.toml", "pages = 60, groups = 60", "pages = 300, groups = 100"),
    "too-large-pad": put("teaching.toml", "pages = 60", "pages = 2000"),
    "small-pad": put("teaching.toml", "pages = 60, groups = 60", "pages = 1, groups = 3"),
    "copies": put("scenario.toml", "count = 2", "count = 99"),
    "lines": whole("document.txt", b"\n" * 250_000),
    "document-line": whole("document.txt", b"A" * 250_000),
    "merge": whole("history.toml", "a: &a [x]\nb: *a\n<<: *a\n"),
    "laughs": whole("walk.md", '<!DOCTYPE x [<!ENTITY a "b">]>\n&a;\n'),
    "json": whole("history.toml", "[" * 3_000 + "]" * 3_000),
}

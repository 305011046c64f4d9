"""Findings as a SARIF report (version 2.1.0), which editors and forges show beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias
from urllib.parse import quote

from cablesim import __version__
from cablesim.scenario.diagnostics import CODES, Severity
from cablesim.scenario.finding import Finding
from cablesim.text.visible import visible_line

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def sarif(findings: Iterable[tuple[str, Finding, str]]) -> dict[str, Json]:
    """Return a report; each finding comes with the path of its file and the file's text."""
    every = list(findings)
    used = sorted({finding.code for _, finding, _ in every})
    index = {code: number for number, code in enumerate(used)}
    rules: list[Json] = [_rule(code) for code in used]
    results: list[Json] = [_result(path, finding, text, index) for path, finding, text in every]
    driver: dict[str, Json] = {
        "name": "cablesim",
        "semanticVersion": __version__,
        "rules": rules,
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Json]:
    """Return what a code means."""
    known = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": known.title},
        "help": {"text": f"cablesim explain {code}"},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
        "properties": {"tags": [known.family]},
    }


def _result(path: str, finding: Finding, text: str, index: Mapping[str, int]) -> dict[str, Json]:
    """Return one finding with its place and, where a program can carry it out, its cure."""
    cure = f"; {finding.write_instead}" if finding.write_instead else ""
    place: dict[str, Json] = {
        "artifactLocation": {"uri": _uri(path)},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    result: dict[str, Json] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": visible_line(f"{finding.message}{cure}")},
        "locations": [{"physicalLocation": place}],
    }
    if finding.mend and text:
        result["fixes"] = [_fix(path, finding, text)]
    return result


def _fix(path: str, finding: Finding, text: str) -> dict[str, Json]:
    """Return the edits of a finding, each as the region that it replaces."""
    replacements: list[Json] = []
    for edit in sorted(finding.mend, key=lambda edit: edit.start):
        line, column = _place(text, edit.start)
        end_line, end_column = _place(text, edit.end)
        region: dict[str, Json] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        }
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change: dict[str, Json] = {
        "artifactLocation": {"uri": _uri(path)},
        "replacements": replacements,
    }
    return {
        "description": {"text": visible_line(finding.write_instead or "mend it")},
        "artifactChanges": [change],
    }


def _place(text: str, at: int) -> tuple[int, int]:
    """Return line and column of an offset."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _uri(path: str) -> str:
    """Return a path as a relative reference: no sign that a reference may not have."""
    return quote(path.encode("utf-8", "surrogateescape"))

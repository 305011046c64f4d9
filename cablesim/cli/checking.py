"""`cablesim check`: everything that is wrong with scenarios, at once and in an author's words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_all, say_json, tell

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.authoring.checker import Report
    from cablesim.scenario.finding import Finding


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option("--sarif", "as_sarif", is_flag=True, help="A SARIF report for editors and forges.")
def command(*, paths: tuple[str, ...], as_json: bool, as_sarif: bool) -> int:
    """Check scenarios: ids from `cablesim list`, folders, or folders of scenarios.

    The exit code is 0 when all is clean and 1 when something is to be mended. What a code means:
    cablesim explain CODE.
    """
    from cablesim.authoring.checker import check
    from cablesim.authoring.gathering import scenarios_at

    if as_json and as_sarif:
        raise click.UsageError("--json and --sarif cannot be given together; choose one")
    folders = [folder for path in paths for folder in scenarios_at(path)]
    once = {folder.resolve(): folder for folder in reversed(folders)}
    reports = [check(folder) for folder in reversed(once.values())]
    if as_json:
        found = [_data(report, each) for report in reports for each in report.findings]
        files = sum(report.files for report in reports)
        say_json({"format": 1, "findings": found, "files": files})
    elif as_sarif:
        from cablesim.authoring.sarif import sarif

        say_json(
            sarif(
                (_path(report.path, each.file), each, report.texts.get(each.file, ""))
                for report in reports
                for each in report.findings
            )
        )
    else:
        _say(reports)
    return 0 if all(report.clean for report in reports) else 1


def _path(folder: Path, file: str) -> str:
    """Return the path of a file as a person here would write it."""
    path = folder / file if folder.name != file else folder
    if not path.is_absolute():
        return str(path)
    near = os.path.relpath(path)
    return str(path) if near.startswith("..") else near


def _data(report: Report, finding: Finding) -> dict[str, object]:
    """Return one finding as data."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": _path(report.path, finding.file),
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "write_instead": finding.write_instead,
    }


def _say(reports: list[Report]) -> None:
    """Print every finding with its line, then how much there is to do."""
    from cablesim.authoring.excerpts import excerpt
    from cablesim.text.visible import visible_line

    errors = warnings = 0
    for report in reports:
        if report.clean:
            say(visible_line(f"{_path(report.path, '')}: clean, {report.files} files"))
        for finding in report.findings:
            place = f"{_path(report.path, finding.file)}:{finding.line}:{finding.column}"
            severity = finding.severity.value
            errors, warnings = errors + (severity == "error"), warnings + (severity == "warning")
            say(visible_line(f"{place}: {severity} {finding.code}: {finding.message}"))
            say_all(excerpt(finding, report.texts.get(finding.file, "")))
            if finding.write_instead:
                say(visible_line(f"       = {finding.write_instead}"))
            say()
    if errors or warnings:
        files = sum(report.files for report in reports)
        tell(
            f"{errors} to mend, {warnings} to look at, in {files} files; "
            "what a code means: cablesim explain CODE"
        )

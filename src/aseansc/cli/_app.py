"""The commands; each reads its words, asks the model, and prints."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter
from rich.console import Console

from aseansc._printable import printable_lines
from aseansc.audit import USUAL, Verdict, audit as run_audit
from aseansc.cli._audit import as_json, as_markdown, show_audit
from aseansc.cli._datasets import load_any, load_review, write_skeleton
from aseansc.cli._details import show_findings, show_indicator
from aseansc.cli._drafting import read_report
from aseansc.cli._files import (
    FileFormat,
    draft_format_of,
    finished,
    format_of,
    is_standard_output,
    losses_of,
    refuse_existing,
    same_file,
    structure_beside,
    takes_gaps,
    write_file,
    write_structure,
)
from aseansc.cli._output import SafeConsole, say
from aseansc.cli._show import show_review
from aseansc.codelists import Absent
from aseansc.drafts import Draft
from aseansc.errors import FieldError, ParseError
from aseansc.interchange._files import read_bytes
from aseansc.observations import Status
from aseansc.reviews import Review
from aseansc.vietnamese import misreadings

WIDTH = 80
"""Columns of what is printed, also where it is piped."""

app = App(
    name="aseansc",
    suppress_keyboard_interrupt=False,
    console=SafeConsole(),
    error_console=SafeConsole(stderr=True),
    help="Figures of development reviews: typed, unit-aware, cited.",
    version=lambda: import_module("importlib.metadata").version("aseansc"),
)


Language = Annotated[Literal["en", "vi"], Parameter(help="language of names and numbers")]


@app.command
def show(
    dataset: str,
    *,
    indicator: str | None = None,
    section: str | None = None,
    status: Status | None = None,
    findings: Annotated[bool, Parameter(negative="")] = False,
    lang: Language = "en",
) -> None:
    """Print a review: its indicators by section, each with what is stated of it.

    Parameters
    ----------
    dataset
        name of the review, such as lai-chau, or a file: .py with a function load(), .json, .zip, .xlsx, .csv, .xml
    indicator
        id of one indicator: print it in full, with where each figure is printed
    section
        id of one section: print only this, and what is part of it
    status
        print only figures with this status
    findings
        print what the review says in words instead: results, difficulties, actions
    """
    if indicator is not None and section is not None:
        raise _both("--indicator", "--section")
    if findings and status is not None:
        raise _both("--findings", "--status")
    review = load_review(dataset)
    if findings:
        _print(lambda console: show_findings(review, console, lang, section=section, indicator=indicator))
    elif indicator is not None:
        chosen = review.indicator(indicator)
        _print(lambda console: show_indicator(review, chosen, console, lang, status=status))
    else:
        _print(lambda console: show_review(review, console, lang, section=section, status=status))


@app.command
def verify(
    dataset: str,
    *,
    text: Path,
    document: str | None = None,
    numbers: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Compare a review with the text of its document, citations and numbers; exit with 1 where they differ.

    Parameters
    ----------
    dataset
        name of the review, such as lai-chau, or a file: .py with a function load(), .json, .zip, .xlsx, .csv, .xml
    text
        file with the text, in UTF-8
    document
        id of the document, where a review has several
    numbers
        list the numbers of the text that the review does not cite, too; exit with 1 where there are some
    """
    review = load_review(dataset)
    words = _read(text, "aseansc verify --text")
    mismatches = review.verify(words, document)
    nowhere = sum(isinstance(item.nearest, Absent) for item in mismatches)
    cited = sum(not isinstance(item.citation, Absent) for item in (*review.figures(), *review.mentions))
    if nowhere > cited / 2:
        found = f"{nowhere} of the passages that {review.id} cites stand nowhere in it"
        say(f"{text} looks like another document: {found}", error=True)
    for item in mismatches:
        nearest = "" if isinstance(item.nearest, Absent) else f"; it stands at {item.nearest}"
        say(f"{item.start}-{item.end} {item.where}: expected {item.expected!r}, found {item.found!r}{nearest}")
    misread = misreadings(review, words, document)
    for slip in misread:
        say(f"{slip.start}-{slip.end} {slip.figure}: {slip.printed!r} reads as {slip.read}, stated as {slip.stated}")
    left = review.uncited(words, document) if numbers else ()
    for run in left:
        around = " ".join(words[max(run.start - 30, 0) : run.end + 30].split())
        say(f"{run.start}-{run.end} {run.printed!r} is not cited: …{around}…")
    if mismatches:
        say(f"{text} differs from what {review.id} cites in {_counted(len(mismatches), 'place')}", error=True)
    if left:
        say(f"{review.id} does not cite {_counted(len(left), 'number')} of {text}", error=True)
    if misread:
        say(f"{review.id} states {_counted(len(misread), 'number')} that {text} does not print", error=True)
    if mismatches or misread or left:
        return 1
    say(f"{text} is the document that {review.id} cites; every citation is as printed")
    return 0


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


@app.command
def audit(
    dataset: str,
    *,
    verdict: Annotated[list[Verdict] | None, Parameter(negative="")] = None,
    format: Literal["text", "json", "markdown"] = "text",  # noqa: A002  # the option's name
    strict: Annotated[bool, Parameter(negative="")] = False,
    usual: Annotated[bool, Parameter(negative="")] = False,
    lang: Language = "en",
) -> int:
    """Ask whether the figures of a review can all be true; exit with 1 where some are contradicted.

    Parameters
    ----------
    dataset
        name of the review, such as lai-chau, or a file: .py with a function load(), .json, .zip, .xlsx, .csv, .xml
    verdict
        print only checks with this verdict; may be given several times
    format
        how to print them
    strict
        exit with 1 also where a contradiction hangs on an assumption
    usual
        say what the answer would be if "nearly", "about" and "over" were within a tenth
    """
    result = run_audit(load_review(dataset), USUAL if usual else None)
    verdicts = verdict or ()
    if format == "json":
        print(as_json(result, verdicts, lang))
    elif format == "markdown":
        print(printable_lines(as_markdown(result, verdicts, lang)))
    else:
        _print(lambda console: show_audit(result, verdicts, console, lang))
    return 1 if result.contradicted or (strict and result.conditional) else 0


@app.command
def check(dataset: str) -> None:
    """Check that a review holds together: ids, references, units, times, bounds; not whether its figures agree.

    Parameters
    ----------
    dataset
        name of the review, such as lai-chau, or a file: .py with a function load(), .json, .zip, .xlsx, .csv, .xml
    """
    review = load_review(dataset)
    say(f"{review.id}: {len(review.indicators)} indicators, {len(review.figures())} figures; it holds together")


@app.command
def convert(
    source: str,
    target: Path,
    *,
    to: FileFormat | None = None,
    structure: Path | None = None,
    with_structure: Annotated[bool, Parameter(negative="")] = False,
    strict: Annotated[bool, Parameter(negative="")] = False,
    force: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Write a review in another format; what that cannot carry is told on standard error.

    Parameters
    ----------
    source
        name of the review, such as lai-chau, or a file: .py with a function load(), .json, .zip, .xlsx, .csv, .xml
    target
        where to write it; .json, .zip and .xlsx say the format, a new folder is for --to csv
    to
        the format, where the name does not say it
    structure
        the structure message of a source in SDMX, where that does not carry it
    with_structure
        with --to sdmx-csv, write the structure message beside it, too, as NAME.structure.xml: nothing is lost then
    strict
        write nothing where something would be lost, and exit with 1
    force
        replace the target if it exists: a file, or a folder that holds a package and nothing else
    """
    chosen = format_of(target, to)
    of_rows = chosen is FileFormat.SDMX_CSV
    if with_structure and not of_rows:
        raise FieldError(
            "only SDMX-CSV has its structure beside it",
            where="aseansc convert --with-structure",
            got=chosen,
            expected="--to sdmx-csv",
        )
    beside = structure_beside(target) if with_structure else None
    if beside is not None and same_file(source, beside):
        raise FieldError(
            "the structure would be written over the source",
            where="aseansc convert --with-structure",
            got=str(beside),
            expected="another name of the target",
            hint="Nothing was written.",
        )
    loaded = load_any(source, structure)
    if not takes_gaps(chosen):
        loaded = finished(loaded, source)
    lost = () if with_structure else tuple(losses_of(loaded, chosen))
    for loss in lost:
        kept = f"; it goes to {loss.kept_in}" if loss.kept_in and not of_rows else ""
        kept = "; --with-structure writes it beside" if of_rows else kept
        say(f"lost: {loss.what}: {loss.why}{kept}", error=True)
    if lost and same_file(source, target):
        raise FieldError(
            "what would be lost stands in the file itself",
            where="aseansc convert",
            got=str(target),
            expected="the name of another file",
            hint="Nothing was written.",
        )
    if not force:
        for path in (target, *([beside] if beside is not None else [])):
            refuse_existing(path, "Nothing was written. To replace it, add --force.")
    if lost and strict:
        say(f"{target} was not written: {_counted(len(lost), 'thing')} would be lost", error=True)
        return 1
    if beside is not None and isinstance(loaded, Review):
        write_structure(loaded, beside)
    write_file(loaded, target, chosen, replace=force)
    gaps = f", with {_counted(len(loaded.gaps), 'gap')} to fill in" if isinstance(loaded, Draft) else ""
    say(f"wrote {target}{gaps}", error=is_standard_output(target))
    if beside is not None:
        say(f"wrote {beside}")
    return 0


@app.command
def draft(
    report: Path,
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"])],
    place: str | None = None,
    period: str | None = None,
    force: Annotated[bool, Parameter(negative="")] = False,
) -> None:
    """Read a report in Vietnamese prose: a draft with every figure found, and gaps for what a person must fill in.

    Parameters
    ----------
    report
        file with the text of the report, in UTF-8
    output
        where to write the draft: .xlsx for a workbook to fill in, or .json
    place
        code of the place that the report is of, such as VN-01
    period
        the period that it is of, such as 2018, or 2016-01-01/P3Y for three years
    force
        write over a draft that is there, with whatever was filled in
    """
    chosen = draft_format_of(output)
    if chosen is None:
        raise FieldError(
            "the format has no place for gaps, or the name says none",
            where="aseansc draft --output",
            got=str(output),
            expected="a name that ends in .xlsx or .json",
        )
    if same_file(report, output):
        raise FieldError(
            "the draft would be written over the report",
            where="aseansc draft --output",
            got=str(output),
            expected="the name of another file",
            hint="Nothing was written.",
        )
    if not force:
        refuse_existing(output, "Nothing was written. To replace it, add --force.")
    made = read_report(report, _read(report, "aseansc draft"), place=place, period=period)
    write_file(made, output, chosen)
    figures = len(made.observations) + len(made.claims)
    say(f"wrote {output}: {_counted(figures, 'figure')}, {_counted(len(made.mentions), 'other number')}", end="; ")
    say(f"{_counted(len(made.gaps), 'gap')} to fill in. Then: aseansc check {output}")


@app.command
def schema() -> None:
    """Print the JSON Schema (2020-12) of the canonical JSON document."""
    from aseansc.interchange import json

    print(json.schema(), end="")


@app.command
def template(file: Path) -> None:
    """Write something to start your own review from: a skeleton in Python, or an empty workbook.

    Parameters
    ----------
    file
        where to write it: my_district.py for ten figures of an invented district, with their text beside it as
        my_district.txt; my_district.xlsx for a workbook to fill in
    """
    for path in write_skeleton(file):
        say(f"wrote {path}")


def _print(show: Callable[[Console], None]) -> None:
    """Print in so many columns, without blanks at the ends of lines."""
    console = SafeConsole(width=WIDTH, highlight=False, markup=False, emoji=False)
    with console.capture() as printed:
        show(console)
    for line in printed.get().split("\n")[:-1]:
        print(line.rstrip())


def _read(path: Path, where: str) -> str:
    """A text as it is, line ends and all: citations count characters."""
    try:
        return read_bytes(path, where).decode("utf-8")
    except OSError as error:
        raise FieldError(
            "the file cannot be read",
            where=where,
            got=str(path),
            expected="a file",
            hint=f"The system says: {error.strerror}.",
        ) from None
    except UnicodeDecodeError as error:
        raise ParseError(
            "the file is not UTF-8",
            where=f"{where}, byte {error.start}",
            got=str(path),
            expected="a text in UTF-8",
            hint="Save it as UTF-8, without changing a character.",
        ) from None


def _both(first: str, second: str) -> FieldError:
    return FieldError(f"{first} and {second} cannot be given together", where="aseansc show", expected="one of them")

"""The commands of the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, Literal

from cyclopts import App, Parameter
from rich.console import Console

from aseansc.audit import USUAL, Verdict
from aseansc.cli._check_draft import check_draft, counts_of, finished_for, load_known, report_written, show_doubts
from aseansc.cli._comparison_table import show_table
from aseansc.cli._datasets import load_any, load_review, write_skeleton
from aseansc.cli._draft_report import draft_report, earlier_draft, read_report, require_place, update_draft
from aseansc.cli._examples import EXIT_STATUSES, epilogue
from aseansc.cli._files import (
    draft_format_of,
    format_of,
    losses_of,
    no_output,
    refuse_existing,
    same_file,
    write_file,
    write_structure,
)
from aseansc.cli._losses import OF_SDMX, READ_BACK, loss_lines
from aseansc.cli._options import both, mappings, pairs_of_ids, refuse_contradictory, refuse_unused
from aseansc.cli._output import SafeConsole, counted, say
from aseansc.cli._progress import for_each, for_each_good, progress
from aseansc.cli._run_audit import (
    Wanted,
    answers_in,
    fails,
    print_checks,
    print_in_short,
    print_wanted,
    run_audits,
    write_questions,
)
from aseansc.cli._show_comparison import as_json as comparison_as_json, show_comparison
from aseansc.cli._show_details import show_findings, show_indicator
from aseansc.cli._show_draft import refuse_choice, show_draft
from aseansc.cli._show_review import show_review
from aseansc.cli._tables import audit_files, check_file, convert_to_table, is_table
from aseansc.cli._write_report import write_report
from aseansc.comparison import compare_reviews
from aseansc.drafts import Draft
from aseansc.errors import FieldError
from aseansc.interchange import FileFormat, finished, structure_beside
from aseansc.labels import Lang
from aseansc.observations import Status

WIDTH = 80
"""The width of the output in columns when it is piped."""
_LEAST_WIDTH = 40

app = App(
    name="aseansc",
    suppress_keyboard_interrupt=False,
    console=SafeConsole(),
    error_console=SafeConsole(stderr=True),
    help="Show, check, audit and convert the figures of development reviews.",
    help_format="markdown",
    help_epilogue=EXIT_STATUSES,
    version=lambda: import_module("importlib.metadata").version("aseansc"),
)


Language = Annotated[Lang, Parameter(help="language of names and numbers")]


@app.command(help_epilogue=epilogue("show"))
def show(
    dataset: str,
    *more: str,
    indicator: str | None = None,
    section: str | None = None,
    status: Status | None = None,
    findings: Annotated[bool, Parameter(negative="")] = False,
    lang: Language = "en",
) -> int:
    """Print the figures of a review by section and indicator, or of a draft with its gaps.

    Parameters
    ----------
    dataset
        name of an included review, such as lai-chau; a file: .py (it is run, has load()), .json, .zip, .xlsx, .csv or
        .xml; or a folder with CSV files
    more
        other reviews or drafts, which are printed one after the other
    indicator
        id of an indicator; print only this one, with all details and the citation of each figure
    section
        id of a section; print only this one and the sections inside it
    status
        print only figures with this status
    findings
        print the findings instead of the figures: results, difficulties and actions reported in words
    """
    if indicator is not None and section is not None:
        raise both("--indicator", "--section", "show")
    if findings and status is not None:
        raise both("--findings", "--status", "show")
    found, has_failed = for_each_good(_reading(dataset, more), (dataset, *more), load_any)
    for number, loaded in enumerate(found):
        if number:
            print()
        if isinstance(loaded, Draft):
            refuse_choice(findings=findings, indicator=indicator, section=section, status=status)
            _print(partial(show_draft, loaded, lang=lang))
        elif findings:
            _print(partial(show_findings, loaded, lang=lang, section=section, indicator=indicator))
        elif indicator is not None:
            _print(partial(show_indicator, loaded, loaded.indicator(indicator), lang=lang, status=status))
        else:
            _print(partial(show_review, loaded, lang=lang, section=section, status=status))
    return int(has_failed)


def _reading(first: str, more: tuple[str, ...] = ()) -> str:
    return f"reading {len(more) + 1} files" if more else f"reading {first}"


@app.command(help_epilogue=epilogue("verify"))
def verify(
    dataset: str,
    *,
    text: Path,
    document: str | None = None,
    numbers: Annotated[bool, Parameter(negative="")] = False,
    strict: Annotated[bool, Parameter(negative="")] = False,
    fix: Annotated[bool, Parameter(negative="")] = False,
    text_language: str = "vi",
    format: Literal["text", "json"] = "text",  # noqa: A002  # the option's name
) -> int:
    """Compare the figures of a review, or figures that a program extracted, with the text of the document.

    Each figure is confirmed, refuted or undecided; the last line says what was compared. The exit status is 1 if a
    figure is refuted, a citation is not as printed, or a draft has a record that is not valid, otherwise 0.

    Parameters
    ----------
    dataset
        name of an included review, such as lai-chau; a file: .py (it is run, has load()), .json, .zip, .xlsx, .csv or
        .xml; a folder with CSV files; or a .json file with claims, that is, extracted figures
    text
        the document: .docx, .html, .pdf, .xls, .xlsx, .doc, .rtf, or a text file in UTF-8
    document
        id of the document, if the review has several
    numbers
        also list the numbers in the text that the review does not cite; exit with status 1 if there are any. The
        figures that no claim covers are always listed
    strict
        also exit with status 1 if a figure is undecided, or no claim covers a figure of the text
    fix
        move citations to where their words are now: write the new positions into a .json or .py dataset, or print them
    text_language
        language of the text of claims, such as en; only numbers and positions are compared in other languages than vi
    format
        format of the output
    """
    from aseansc.cli._show_verification import (
        claims_in,
        fix_positions,
        has_failed,
        show_mismatches,
        show_verification,
    )
    from aseansc.verification import verify_claims

    report = read_report(text)
    words = report.text
    claims = claims_in(dataset)
    if claims is not None:
        if fix:
            raise FieldError(
                "claims have no positions to fix", where="aseansc verify --fix", got=dataset, expected="a review"
            )
        with progress(f"comparing with {text}"):
            found = verify_claims(words, claims, lang=text_language)
        show_verification(found, words, found.missed, format)
        return int(has_failed(found, numbers=numbers, strict=strict))
    ((review, has_invalid),) = for_each(_reading(dataset), [dataset], partial(load_known, whole=fix, times=True))
    review = fix_positions(review, dataset, words, document) if fix else review
    with progress(f"comparing with {text}"):
        found = review.verify(words, document)
    if format == "text":
        show_mismatches(found, review, str(text), document)
    if text_language == "vi":
        show_doubts(review, report)
    left = found.uncited if numbers else ()
    show_verification(found, words, left, format)
    return 0 if found.agrees and not left and not has_invalid and not (strict and found.undecided) else 1


@app.command(help_epilogue=epilogue("audit"))
def audit(
    dataset: str,
    *more: str,
    structure: Path | None = None,
    indicators: str | None = None,
    item: int | None = None,
    verbose: Annotated[bool, Parameter(negative="")] = False,
    questions: Path | None = None,
    force: Annotated[bool, Parameter(negative="")] = False,
    answers: Path | None = None,
    text: Annotated[list[Path] | None, Parameter(negative="")] = None,
    bounds: Annotated[list[str] | None, Parameter(negative="")] = None,
    time: str | None = None,
    repairs: Annotated[bool, Parameter(negative="")] = False,
    verdict: Annotated[list[Verdict] | None, Parameter(negative="")] = None,
    format: Literal["text", "json", "markdown"] = "text",  # noqa: A002  # the option's name
    strict: Annotated[bool, Parameter(negative="")] = False,
    usual: Annotated[bool, Parameter(negative="")] = False,
    lang: Language = "en",
) -> int:
    """Check whether the figures of a review can all be true.

    The exit status is 1 if some figures contradict each other in their arithmetic, in every usual reading, and the
    finding has no answer, or if a draft has a record that is not valid.

    Parameters
    ----------
    dataset
        name of an included review, such as lai-chau; a file: .py (it is run, has load()), .json, .zip, .xlsx, .csv or
        .xml; a folder with CSV files; with --structure, a .csv table of indicator, place, time and value; or, with
        --indicators, a .parquet or .duckdb file with figures
    more
        other reviews or tables, each audited on its own
    structure
        .toml file with the rates, wholes, units and so on of a table that is not a dataset
    indicators
        for a .parquet or .duckdb file with figures, which may be larger than memory: the review with their indicators
    item
        print only the finding with this number, with its computation
    verbose
        print every check with its computation
    questions
        new .md or .docx file for the questions to the authors of the report; or a new or existing .toml file to fill in
        with their answers
    force
        with --questions, replace an existing .md or .docx file
    answers
        .toml file with answers; only findings without an answer are printed
    text
        a document, or its text in UTF-8, to locate figures by line; can be given several times
    bounds
        id of an indicator; print only what all figures together leave possible for it; can be given several times
    time
        with --bounds, only this time, such as 2018, 2016-01-01/P3Y or 2018-12-31
    repairs
        print only the smallest corrections with which contradicted figures agree, as questions
    verdict
        print only checks with this verdict, with their computation; can be given several times
    format
        format of the output
    strict
        also exit with status 1 if figures contradict each other only as worded, as rounded, or under an assumption
    usual
        also show the result if "nearly", "about" and "over" mean at most 10 percent off
    """
    names = (dataset, *more)
    printed = {"--item": item, "--verbose": verbose, "--verdict": verdict, "--bounds": bounds, "--repairs": repairs}
    refuse_contradictory(printed, format)
    if any(map(is_table, names)):
        inputs = {"--structure": structure, "--answers": answers, "--text": text, "--time": time, "--usual": usual}
        outputs = {"--questions": questions, "--force": force, "--format": {"markdown": format}.get(format)}
        refuse_unused({**printed, **inputs, **outputs}, "audit", "a review, not a Parquet or DuckDB file")
        return audit_files(names, indicators, lang, strict=strict, form=format)
    refuse_unused({"--indicators": indicators}, "audit", "a .parquet or .duckdb file")
    audits, has_failed = run_audits(names, structure, USUAL if usual else None, text or ())
    known = answers_in(answers, audits)
    if questions is not None:
        write_questions(audits, known, questions, lang, replace=force)
    wanted = Wanted.of(bounds or (), time, repairs=repairs)
    if format == "text" and wanted.is_any:
        print_wanted(audits, wanted, lang, _print)
    elif item is not None or (format == "text" and not (verdict or verbose or usual)):
        print_in_short(audits, known, item, lang, _print)
    else:
        print_checks(audits, known, wanted, verdict or (), format, lang, _print)
    return int(has_failed or any(one.has_invalid or fails(one.result, known, strict=strict) for one in audits))


@app.command(help_epilogue=epilogue("compare"))
def compare(
    first: str,
    *later: str,
    scheme: str | None = None,
    match: Annotated[list[str] | None, Parameter(negative="")] = None,
    format: Literal["text", "table", "json"] = "text",  # noqa: A002  # the option's name
    lang: Language = "en",
) -> None:
    """Compare reports of one programme: what rose, fell, was restated, and was planned and then reached.

    Each report is compared with the one before it.

    Parameters
    ----------
    first
        the earliest report: name of an included review, such as lai-chau; a file: .py (it is run, has load()), .json,
        .zip, .xlsx, .csv or .xml; or a folder with CSV files
    later
        the later reports, in the order of time
    scheme
        also match indicators that alone have a code of this scheme, such as SDG
    match
        id of an indicator in a report, = and its id in the next, such as poor=poverty-rate; can be given several times
    format
        format of the output; a table has a row for each figure that changed, and a column for each report
    """
    if not later:
        raise FieldError(
            "there is nothing to compare with", where="aseansc compare", got=first, expected="two reports or more"
        )
    pairs = pairs_of_ids(match or ())
    reviews = for_each(_reading(first, later), (first, *later), load_review)
    compared = tuple(pairwise(reviews))
    with progress("comparing"):
        found = [
            (compare_reviews(one, other, scheme=scheme, mapping=mapping), one, other)
            for (one, other), mapping in zip(compared, mappings(pairs, compared), strict=True)
        ]
    if format == "json":
        print(comparison_as_json(((result, one) for result, one, _ in found), lang))
        return
    if format == "table":
        _print(partial(show_table, [result for result, _, _ in found], reviews, lang=lang))
        return
    for number, (result, one, other) in enumerate(found):
        if number:
            print()
        _print(partial(show_comparison, result, one, other, lang=lang))


@app.command(help_epilogue=epilogue("check"))
def check(dataset: str, *, indicators: str | None = None) -> int:
    """Validate a review: ids, references, units, times and bounds; or the rows of a Parquet or DuckDB file.

    To check whether the figures agree with each other, use ``aseansc audit``.

    Parameters
    ----------
    dataset
        name of an included review, such as lai-chau; a file: .py (it is run, has load()), .json, .zip, .xlsx, .csv or
        .xml; a folder with CSV files; or a .parquet or .duckdb file with figures, also larger than memory
    indicators
        for a .parquet or .duckdb file: the review with the indicators of its figures
    """
    if is_table(dataset):
        return check_file(dataset, indicators)
    refuse_unused({"--indicators": indicators}, "check", "a .parquet or .duckdb file")
    (review,) = for_each(_reading(dataset), [dataset], load_any)
    if isinstance(review, Draft):
        return check_draft(review, dataset)
    number, figures = counted(len(review.indicators), "indicator"), counted(len(review.figures()), "figure")
    say(f"{review.id} is valid: {number}, {figures}")
    return 0


@app.command(help_epilogue=epilogue("convert"))
def convert(
    source: str,
    target: Path,
    *,
    to: FileFormat | None = None,
    structure: Path | None = None,
    with_structure: Annotated[bool, Parameter(negative="")] = False,
    all_losses: Annotated[bool, Parameter(negative="")] = False,
    untranslated: Annotated[bool, Parameter(negative="")] = False,
    strict: Annotated[bool, Parameter(negative="")] = False,
    force: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Convert a review to another format, and list on standard error what other readers of that format do not get.

    Parameters
    ----------
    source
        name of an included review, such as lai-chau; a file: .py (it is run, has load()), .json, .zip, .xlsx, .csv or
        .xml; or a folder with CSV files
    target
        file to write; .json, .zip and .xlsx determine the format; with --to csv or open-sdg, also a new folder;
        .parquet and .duckdb for a table of the observations
    to
        format to write, if the name of the target does not determine it
    structure
        file with the structure message of an SDMX source, if the source does not contain it
    with_structure
        with --to sdmx-csv, sdmx-json or sdmx-ml, also write the structure message, as NAME.structure.xml: nothing is
        lost
    all_losses
        list every loss on a line, not only the number and the first few of each kind
    untranslated
        finish a draft whose names have no English yet: use the Vietnamese names for both languages. A draft with other
        gaps stays a draft
    strict
        if something would be lost, write nothing and exit with status 1
    force
        replace the target if it exists: a file, a .duckdb file with only the table of observations, or a folder that
        contains only the CSV files of a review
    """
    if is_table(target):
        unused = {"--to": to, "--structure": structure, "--with-structure": with_structure}
        refuse_unused(unused, "convert", "a target that is not a Parquet or DuckDB file")
        asked = {"strict": strict, "force": force, "all_losses": all_losses, "untranslated": untranslated}
        return convert_to_table(source, target, **asked)
    chosen = format_of(target, to)
    beside = _structure_file(source, target, chosen) if with_structure else None
    with progress(_reading(source)):
        loaded = finished_for(chosen, load_any(source, structure), source, untranslated=untranslated)
        lost = () if with_structure else tuple(losses_of(loaded, chosen))
    for line in loss_lines(lost, chosen, in_full=all_losses):
        say(line, error=True)
    if lost and chosen not in READ_BACK and same_file(source, target):
        raise FieldError(
            "converting the file in place would lose data",
            where="aseansc convert",
            got=str(target),
            expected="the name of another file",
            hint="Nothing was written.",
        )
    for path in () if force else filter(None, (target, beside)):
        refuse_existing(path, "Nothing was written. To replace it, add --force.")
    if lost and strict:
        say(f"{target} was not written: {counted(len(lost), 'thing')} would be lost", error=True)
        return 1
    with progress(f"writing {target}"):
        if beside is not None:
            write_structure(finished(loaded, source), beside)
        write_file(loaded, target, chosen, replace=force)
    status = report_written(loaded, target, source)
    if beside is not None:
        say(f"wrote {beside}")
    return status


def _structure_file(source: str, target: Path, chosen: FileFormat) -> Path:
    """Return the path of the structure message that is written beside a target."""
    where = "aseansc convert --with-structure"
    if chosen not in OF_SDMX:
        raise FieldError(
            "only SDMX has a structure file",
            where=where,
            got=chosen,
            expected="--to sdmx-csv, --to sdmx-json or --to sdmx-ml",
        )
    beside = structure_beside(target)
    if same_file(source, beside):
        raise FieldError(
            "the structure message would overwrite the source",
            where=where,
            got=str(beside),
            expected="another name for the target",
            hint="Nothing was written.",
        )
    return beside


@app.command(help_epilogue=epilogue("draft"))
def draft(
    report: Path,
    *,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
    place: str | None = None,
    period: str | None = None,
    update: Path | None = None,
    force: Annotated[bool, Parameter(negative="")] = False,
) -> None:
    """Draft a review from a report in Vietnamese: what is known, proposals to look through, and gaps to fill in.

    Parameters
    ----------
    report
        the report: .docx, .html, .pdf, .xls, .xlsx, .doc, .rtf, or a text file in UTF-8
    output
        file to write, which must be given: .xlsx for a workbook to fill in, or .json
    place
        code of the place that the report covers, such as VN-01; by default the province that its title names
    period
        period that the report covers, such as 2018, 2016-2018 or 2016-01-01/P3Y; by default the one in its title
    update
        earlier draft of the report, .xlsx or .json: keep everything that was filled in there; its period and place
        give those of the figures that follow from them
    force
        replace an existing draft, including everything that was filled in
    """
    if output is None:
        raise no_output(f"aseansc draft {report} -o draft.xlsx")
    if place is not None:
        require_place(place)
    chosen = draft_format_of(output)
    if chosen is None:
        raise FieldError(
            "a draft cannot be written in this format",
            where="aseansc draft --output",
            got=str(output),
            expected="a name that ends in .xlsx or .json",
        )
    if same_file(report, output):
        raise FieldError(
            "the draft would overwrite the report",
            where="aseansc draft --output",
            got=str(output),
            expected="the name of another file",
            hint="Nothing was written.",
        )
    if not force:
        refuse_existing(output, "Nothing was written. To replace it, add --force.")
    earlier = None if update is None else earlier_draft(update)
    made = draft_report(read_report(report), report, place=place, period=period, earlier=earlier)
    if update is not None and earlier is not None:
        made = update_draft(made, earlier, update)
    with progress(f"writing {output}"):
        write_file(made, output, chosen)
    say(f"wrote {output}: {counts_of(made)}. Then: aseansc check {output}")


@app.command(help_epilogue=epilogue("report"))
def report(
    dataset: str,
    *more: str,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
    source: str | None = None,
    untranslated: Annotated[bool, Parameter(negative="")] = False,
    force: Annotated[bool, Parameter(negative="")] = False,
    lang: Language = "en",
) -> None:
    """Write the page of a review: one HTML file to look at, to print and to send.

    With several reviews, write a folder with the page of each, their comparisons, and an index.

    Parameters
    ----------
    dataset
        name of an included review, such as lai-chau; a file: .py (it is run, has load()), .json, .zip, .xlsx, .csv or
        .xml; or a folder with CSV files
    more
        later reviews, each compared with the one before it
    output
        file to write, which must be given, such as lai-chau.html; with several reviews, a folder
    source
        web address of the document, so that each figure links to its words there
    untranslated
        use the Vietnamese names where a draft has no English yet; with --lang vi this needs no option
    force
        replace files that exist
    """
    names = " ".join((dataset, *more))
    if output is None:
        raise no_output(f"aseansc report {names} -o {'pages' if more else f'{Path(dataset).stem}.html'}")
    command = f"aseansc report {names} -o {output} --untranslated, or for a page in Vietnamese --lang vi"
    load = partial(load_review, allow_untranslated=untranslated or lang == "vi", command=command)
    reviews = for_each(_reading(dataset, more), (dataset, *more), load)
    write_report(reviews, output, lang, source=source, replace=force)


@app.command(help_epilogue=epilogue("schema"))
def schema(*, claims: Annotated[bool, Parameter(negative="")] = False) -> None:
    """Print the JSON Schema (2020-12) of reviews in JSON.

    Parameters
    ----------
    claims
        print that of claims instead: figures that a program extracted, for ``aseansc verify``
    """
    from aseansc.interchange import json
    from aseansc.verification import claims_schema

    print(claims_schema() if claims else json.schema(), end="")


@app.command(help_epilogue=epilogue("template"))
def template(file: Path) -> None:
    """Create a file to start a new review from: an example in Python, or an empty workbook.

    Parameters
    ----------
    file
        file to write: for example my_district.py, a review with ten figures of an invented district (its text is
        written to my_district.txt), or my_district.xlsx, a workbook to fill in
    """
    for path in write_skeleton(file):
        say(f"wrote {path}")


def _print(show: Callable[[Console], None]) -> None:
    """Print in the width of the terminal, or in 80 columns, without blanks at the ends of lines."""
    width = max(get_terminal_size((WIDTH, 24)).columns, _LEAST_WIDTH) if sys.stdout.isatty() else WIDTH
    console = SafeConsole(width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as printed:
        show(console)
    for line in printed.get().split("\n")[:-1]:
        print(line.rstrip())

"""Print how figures agree with a text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Literal

from aseansc.citations import Span
from aseansc.cli._files import write_file
from aseansc.cli._output import as_json, say
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.interchange import FileFormat, in_file, read_bytes, write_bytes
from aseansc.reviews import Review
from aseansc.verification import (
    ExtractedFigure,
    FigureVerdict,
    MovedReview,
    Verification,
    VerifiedFigure,
    loads_claims,
    move_citations,
    move_in_python,
    passages_of,
)
from aseansc.vietnamese import PrintedFigure

_AROUND = 30
"""Characters of the text that are shown on both sides of a number."""
_STYLES: Final = {FigureVerdict.REFUTED: "red", FigureVerdict.UNDECIDED: "yellow"}


def claims_in(name: str) -> tuple[ExtractedFigure, ...] | None:
    """Return the extracted figures in a JSON file, or ``None`` if the name is that of anything else.

    Raises:
        DocumentError: if the file has claims that cannot be read.
    """
    if not name.lower().endswith(".json"):
        return None
    try:
        content = read_bytes(Path(name), "aseansc verify")
    except OSError:
        return None  # loading it as a review reports this
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return None
    has_claims = isinstance(document, list) or (isinstance(document, dict) and "claims" in document)
    is_review = isinstance(document, dict) and "schema" in document
    try:
        return loads_claims(content) if has_claims and not is_review else None
    except AseanscError as error:
        raise in_file(error, name) from None


def has_failed(found: Verification, *, numbers: bool, strict: bool) -> bool:
    """Return whether claims are refuted, or what the options require is missing."""
    return bool(found.refuted or ((strict or numbers) and found.missed) or (strict and found.undecided))


def show_mismatches(found: Verification, review: Review, file: str, document: str | None) -> None:
    """Print the citations of a review that are not as printed."""
    passages = passages_of(review, document)
    absent = passages & {(item.start, item.end) for item in found.mismatches if isinstance(item.nearest, Absent)}
    if len(absent) > len(passages) / 2:
        words = f"{len(absent)} of the {len(passages)} passages that {review.id} cites are not in it"
        say(f"{file} seems to be another document: {words}", error=True)
    for item in found.mismatches:
        nearest = "" if isinstance(item.nearest, Absent) else f"; found at {item.nearest}"
        say(f"{item.start}-{item.end} {item.where}: expected {item.expected!r}, found {item.found!r}{nearest}")
    if found.mismatches:
        count = "1 difference" if len(found.mismatches) == 1 else f"{len(found.mismatches)} differences"
        say(f"{file} differs from the document that {review.id} cites: {count}", error=True)


def fix_positions(review: Review, name: str, text: str, document: str | None) -> Review:
    """Move the citations of a review to where their words are now, in its file if possible; return what was written."""
    found = move_citations(review, text, document)
    if found.review == review:
        return review
    for start, words in found.lost:
        say(f"{start} {words!r} is not in the text, or in several places: cite it again", error=True)
    if not found.lost and name.lower().endswith(".json"):
        write_file(found.review, Path(name), FileFormat.JSON, replace=True)
    elif not found.lost and name.endswith(".py") and _write_python(Path(name), found, review):
        pass
    else:
        for start, at, words in found.moved:
            say(f"{start} -> {at} {words!r}")
        say(f"{name} was not changed; the new positions are listed in the order of the text", error=True)
        return review
    say(f"wrote {name}: {len(found.moved)} positions and the checksum of the text", error=True)
    return found.review


def _write_python(file: Path, found: MovedReview, review: Review) -> bool:
    """Write new positions into a Python dataset; return whether it contains all of the old ones."""
    source = move_in_python(file.read_bytes().decode("utf-8"), found, review)
    if source is None:
        return False
    write_bytes(source.encode(), file, "aseansc verify --fix")
    return True


def show_verification(
    found: Verification, text: str, left: Iterable[Span | PrintedFigure], form: Literal["text", "json"]
) -> None:
    """Print the figures that are not confirmed, those that are left, and the summary; or everything as JSON."""
    if form == "json":
        print(verification_as_json(found, text))
        return
    for result in found:
        if result.verdict is not FigureVerdict.CONFIRMED:
            line = f"{_place(result)}{name_of(result)}: {result.verdict.value}: {result.reason}"
            say(line, style=_STYLES[result.verdict])
    count = 0
    for run in left:
        count += 1
        around = " ".join(text[max(run.start - _AROUND, 0) : run.end + _AROUND].split())
        say(f"{run.start}-{run.end} {run.printed!r} is not cited: …{around}…")
    say(found.summary, style="bold")
    if count:
        say(f"not cited: {count} of the numbers in the text", error=True)
    if found.refuted:
        say(f"{len(found.refuted)} of {len(found)} figures are refuted", error=True)


def name_of(result: VerifiedFigure) -> str:
    """Return the id of a figure, or the quote or number of an extracted figure without one."""
    figure = result.figure
    if isinstance(figure, ExtractedFigure):
        return figure.id or (repr(figure.quote) if figure.quote is not None else f"{figure.number:f}")
    return figure.id


def _place(result: VerifiedFigure) -> str:
    return "" if result.start < 0 else f"{result.start}-{result.end} "


def verification_as_json(found: Verification, text: str) -> str:
    """Return a verification as JSON."""
    return as_json(
        {
            "summary": found.summary,
            "counts": {verdict.value: sum(item.verdict is verdict for item in found) for verdict in FigureVerdict},
            "results": [_result(result, text) for result in found],
            "missed": [_printed(figure) for figure in found.missed],
            "mismatches": [
                {
                    "where": item.where,
                    "start": item.start,
                    "end": item.end,
                    "expected": item.expected,
                    "found": item.found,
                    "nearest": None if isinstance(item.nearest, Absent) else item.nearest,
                }
                for item in found.mismatches
            ],
            "uncited": [{"start": run.start, "end": run.end, "printed": run.printed} for run in found.uncited],
        }
    )


def _result(result: VerifiedFigure, text: str) -> dict[str, Any]:
    return {
        "figure": name_of(result),
        "verdict": result.verdict.value,
        "places": [{"start": start, "end": end} for start, end in result.places],
        "start": None if result.start < 0 else result.start,
        "end": None if result.start < 0 else result.end,
        "printed": None if result.start < 0 else text[result.start : result.end],
        "read": None if result.read is None else _printed(result.read),
        "compared": [aspect.value for aspect in result.compared],
        "differs": [aspect.value for aspect in result.differs],
        "uncertain": [aspect.value for aspect in result.uncertain],
        "reason": result.reason,
    }


def _printed(figure: PrintedFigure) -> dict[str, Any]:
    """Return a figure that was read from the text."""
    return {
        "start": figure.start,
        "end": figure.end,
        "printed": figure.printed,
        "kind": figure.kind.value,
        "value": None if figure.value is None else str(figure.value),
        "out_of": None if figure.out_of is None else str(figure.out_of),
        "statuses": [status.value for status in figure.statuses],
        "time": None if figure.time is None else str(figure.time),
        "doubt": None if figure.doubt is None else figure.doubt.value,
        "note": figure.note,
    }

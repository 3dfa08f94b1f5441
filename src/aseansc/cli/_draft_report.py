"""Read a report and draft a review from it, with a progress bar."""

from __future__ import annotations

import re
from pathlib import Path

from aseansc import documents
from aseansc.cli._output import say
from aseansc.cli._progress import progress
from aseansc.drafts import Draft
from aseansc.errors import FieldError, ParseError
from aseansc.interchange import read_bytes
from aseansc.periods import Period


def draft_report(source: documents.Source, path: Path, *, place: str | None, period: str | None) -> Draft:
    """Return the draft of a report; show a progress bar if it takes long.

    Args:
        source: the report as it was read.
        path: its file, whose name without suffix gives the id; characters that ids cannot have become hyphens.
        place: code of the place that the report covers, if given.
        period: the period that the report covers, in the notation of `Period.parse`, if given.

    Raises:
        ParseError: if the period is not valid.
        FieldError: if the place is not a valid code.
    """
    ident = re.sub(r"[^A-Za-z0-9]+", "-", path.stem).strip("-") or "report"
    span = None if period is None else Period.parse(period)
    with progress(f"reading {path.name}", len(source.text)) as at:
        return documents.draft(source, id=ident, place=place, period=span, progress=at)


def read_report(path: Path) -> documents.Source:
    """Read a report in any format that `documents.read` reads, and print its losses on standard error.

    Raises:
        AseanscError: if the file cannot be read.
    """
    with progress(f"opening {path.name}"):
        source = documents.read(path)
    for loss in source.losses:
        say(f"{path}: {loss.what} ({loss.why})", error=True)
    return source


def read_text(path: Path, where: str) -> str:
    """Read a text file in UTF-8 with its line ends unchanged.

    Raises:
        FieldError: if the file cannot be read.
        ParseError: if it is not UTF-8.
    """
    try:
        return read_bytes(path, where).decode("utf-8")
    except OSError as error:
        raise FieldError(
            "the file cannot be read",
            where=where,
            got=str(path),
            expected="an existing file",
            hint=f"The system says: {error.strerror}.",
        ) from None
    except UnicodeDecodeError as error:
        raise ParseError(
            "the file is not UTF-8",
            where=f"{where}, byte {error.start}",
            got=str(path),
            expected="a text file in UTF-8",
            hint="Save it as UTF-8 without other changes.",
        ) from None

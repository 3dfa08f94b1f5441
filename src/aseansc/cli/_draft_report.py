"""Read a report and draft a review from it, with a progress bar."""

from __future__ import annotations

import re
from pathlib import Path

from aseansc.cli._progress import progress
from aseansc.drafts import Draft
from aseansc.errors import FieldError, ParseError
from aseansc.interchange import read_bytes
from aseansc.periods import Period
from aseansc.vietnamese import draft


def draft_report(path: Path, text: str, *, place: str | None, period: str | None) -> Draft:
    """Return the draft of a report; show a progress bar if it takes long.

    Args:
        path: the file, whose name without suffix gives the id; characters that ids cannot have become hyphens.
        text: its content.
        place: code of the place that the report covers, if given.
        period: the period that the report covers, in the notation of `Period.parse`, if given.

    Raises:
        ParseError: if the period is not valid.
        FieldError: if the place is not a valid code.
    """
    ident = re.sub(r"[^A-Za-z0-9]+", "-", path.stem).strip("-") or "report"
    span = None if period is None else Period.parse(period)
    with progress(f"reading {path.name}", len(text)) as at:
        return draft(text, id=ident, place=place, period=span, progress=at)


def read_text(path: Path, where: str) -> str:
    """Read the text of a report with its line ends unchanged, because citations count characters.

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

"""Read a report and draft a review from it, with a progress bar."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from aseansc._attrs import is_code
from aseansc.classifications import PLACES
from aseansc.classifications.places import broader_place
from aseansc.classifications.provinces import find_province
from aseansc.cli._output import counted, say
from aseansc.cli._progress import progress
from aseansc.drafts import Draft, PartialRecord, updated
from aseansc.errors import AseanscError, FieldError, ParseError, unknown_name
from aseansc.interchange import load_any, read_bytes, unreadable
from aseansc.periods import Period
from aseansc.reviews import Review

if TYPE_CHECKING:
    from aseansc import documents

_T = TypeVar("_T")


def draft_report(
    source: documents.Source, path: Path, *, place: str | None, period: str | None, earlier: Draft | None = None
) -> Draft:
    """Return the draft of a report; show a progress bar if it takes long.

    Args:
        source: the report as it was read.
        path: its file, whose name without suffix gives the id; characters that ids cannot have become hyphens.
        place: code of the place that the report covers, as `require_place` accepts, if given.
        period: the period that the report covers, in the notation of `Period.parse`, if given.
        earlier: an earlier draft of it, whose period and place are used if a person has filled them in.

    Raises:
        ParseError: if the period is not valid.
        FieldError: if the report is empty.
    """
    from aseansc import documents

    if not source.text.strip():
        raise FieldError("the report is empty", where="aseansc draft", got=str(path), expected="a report with text")
    ident = re.sub(r"[^A-Za-z0-9]+", "-", path.stem).strip("-") or "report"
    span = None if period is None else parse_period(period)
    if earlier is not None:
        span = span or _filled_in(earlier, "period", Period)
        place = place or _filled_in(earlier, "place", str)
    with progress(f"reading {path.name}", len(source.text)) as at:
        made = documents.draft(source, id=ident, place=place, period=span, progress=at)
    if period is not None and span is not None:
        _warn_of_other_period(made, span, path)
    return made


def _warn_of_other_period(made: Draft, period: Period, path: Path) -> None:
    """Report on standard error that the title of a report names another period than the given one."""
    from aseansc.vietnamese import draft as draft_text

    title = made.title.get("vi") if isinstance(made.title, PartialRecord) else None
    named = draft_text(title).period if isinstance(title, str) else None
    if isinstance(named, Period) and named != period:
        say(f"{path}: the title names the period {named}, but --period is {period}, which is used", error=True)


def _filled_in(draft: Draft, name: str, of: type[_T]) -> _T | None:
    """Return a field of a draft, unless it is a gap or a proposal."""
    value = getattr(draft, name)
    return value if isinstance(value, of) and name not in draft.proposed else None


def parse_period(text: str) -> Period:
    """Return a period in the notation of `Period.parse`, or between two years: *2019-2021*.

    Raises:
        ParseError: if it is neither.
        FieldError: if the second year is before the first.
    """
    years = _YEARS.fullmatch(text.strip())
    return Period.parse(text) if years is None else Period.years(int(years[1]), int(years[2]))


def require_place(place: str) -> None:
    """Refuse what a review does not accept as the code of a place, and unknown provinces of Vietnam.

    Raises:
        FieldError: if it is not written as a code.
        UnknownNameError: if there is no such province.
    """
    where = "aseansc draft --place"
    if not is_code(place) or place.isdecimal():
        raise FieldError(
            "not the code of a place",
            where=where,
            got=place,
            expected="a code such as VN-01",
            hint=_province_hint(place),
        )
    known = [item.id for item in PLACES.codes]
    of_province = place.rpartition("-")[0] in known and broader_place(place) != "VN"
    if place.partition("-")[0] == "VN" and place not in known and not of_province:
        raise unknown_name("place", place, known, where=where)


def _province_hint(code: str) -> str:
    """Return the code of the province with a national code, if it is the only one: 11 is VN-71."""
    try:
        province = find_province(code)
    except AseanscError:
        return ""
    return f"{code} is the national code of {province.en}: --place {province.id}."


_YEARS: Final = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")


def earlier_draft(path: Path) -> Draft:
    """Return the draft or review in a file as a draft.

    Raises:
        AseanscError: if the file cannot be read.
    """
    loaded = load_any(path)
    return Draft.of(loaded) if isinstance(loaded, Review) else loaded


def update_draft(made: Draft, old: Draft, path: Path) -> Draft:
    """Return a new draft with what a person has filled in in the one in a file; report on standard error."""
    found = updated(old, made)
    kept, added = counted(found.kept, "field"), counted(found.added, "new number")
    say(f"{path}: {kept} kept as filled in, {added}", error=True)
    for printed in found.gone:
        say(f"{path}: “{printed}” is not in the report any more; its citation is a gap", error=True)
    return found.draft


def read_report(path: Path) -> documents.Source:
    """Read a report in any format that `documents.read` reads, and print its losses on standard error.

    Raises:
        AseanscError: if the file cannot be read.
    """
    from aseansc import documents

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
        raise unreadable(str(path), error, where) from None
    except UnicodeDecodeError as error:
        raise ParseError(
            "the file is not UTF-8",
            where=f"{where}, byte {error.start}",
            got=str(path),
            expected="a text file in UTF-8",
            hint="Save it as UTF-8 without other changes.",
        ) from None

"""What SDMX-CSV and SDMX-JSON lose without the structure message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.codelists import Absent
from aseansc.interchange._losses import Loss
from aseansc.interchange.sdmx._write_rows import figures as figures_of
from aseansc.interchange.sdmx._write_structure import untimed
from aseansc.reviews import Review

_KEPT_IN: Final = "the structure message: sdmx.structure(review)"
_NO_STRUCTURE: Final = "the structure message defines the meaning of the codes"
_NO_FIGURE: Final = "each row is a figure, and this is not a figure"
_ALL_BUT_ID: Final = ", except its id"
_NO_TIME: Final = "SDMX cannot represent a figure without a time"


def losses_of_rows(review: Review) -> tuple[Loss, ...]:
    """Return the losses of SDMX-CSV and SDMX-JSON: everything in a review but the figures of its rows."""
    return tuple(Loss(what=what, why=why, kept_in=_KEPT_IN) for what, why in _lost(review))


def _lost(review: Review) -> Iterator[tuple[str, str]]:
    whole = f"Review {review.id!r}"
    for name in ("id", "title", "programme", "place", "period"):
        yield f"{whole}, {name}", _NO_FIGURE
    if not isinstance(review.note, Absent):
        yield f"{whole}, note", _NO_FIGURE
    if review.extra:
        yield f"{whole}, extra", _NO_FIGURE
    figures = tuple(figures_of(review))
    cited = {figure.citation.document for figure in figures if not isinstance(figure.citation, Absent)}
    for document in review.documents:
        yield f"Document {document.id!r}{_ALL_BUT_ID if document.id in cited else ''}", _NO_FIGURE
    for unit in review.units:
        yield f"Unit {unit.code!r}, its definition", _NO_STRUCTURE
    for section in review.sections:
        yield f"Section {section.id!r}", _NO_FIGURE
    for instrument in review.instruments:
        yield f"Instrument {instrument.id!r}", _NO_FIGURE
    measured = {getattr(figure, name, None) for figure in figures for name in ("indicator", "whole")}
    for indicator in review.indicators:
        yield f"Indicator {indicator.id!r}{_ALL_BUT_ID if indicator.id in measured else ''}", _NO_STRUCTURE
    for number in untimed(review):
        yield f"Target {review.targets[number].id!r}", _NO_TIME
    for mention in review.mentions:
        yield f"Mention {mention.citation.printed!r} at {mention.citation.start}", _NO_FIGURE
    for finding in review.findings:
        yield f"Finding {finding.id!r}", _NO_FIGURE

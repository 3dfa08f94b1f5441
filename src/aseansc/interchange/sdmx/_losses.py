"""What other readers of SDMX do not get from data without the structure message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from aseansc.codelists import Absent
from aseansc.interchange.sdmx._write_rows import figures as figures_of
from aseansc.interchange.sdmx._write_structure import untimed
from aseansc.losses import Loss, loss_of, losses_of_review
from aseansc.reviews import Figure, Review
from aseansc.units import Unit

_KEPT_IN: Final = "the structure message: sdmx.structure(review)"
_KEPT_BESIDE: Final = "the structure message after the data, which other readers of SDMX skip"
_NO_STRUCTURE: Final = "the structure message defines the meaning of the codes"
_NO_FIGURE: Final = "each row is a figure, and this is not a figure"
_ALL_BUT_ID: Final = ", except its id"
_NO_TIME: Final = "SDMX cannot represent a figure without a time"


def losses_of_rows(review: Review, *, embedded: bool) -> tuple[Loss, ...]:
    """Return everything in a review but the figures of its rows.

    Args:
        review: the review.
        embedded: whether the structure message is written into the document, as in SDMX-ML.
    """
    return tuple(evolve(loss, kept_in=_KEPT_BESIDE if embedded else _KEPT_IN) for loss in _lost(review))


def _lost(review: Review) -> Iterator[Loss]:
    yield from losses_of_review(review, _NO_FIGURE)
    yield from _of_records(review)
    for number in untimed(review):
        yield loss_of("Target", review.targets[number].id, why=_NO_TIME)
    for finding in review.findings:
        yield loss_of("Finding", finding.id, why=_NO_FIGURE)


def _of_records(review: Review) -> Iterator[Loss]:
    """Yield the losses of the records that figures refer to."""
    figures = tuple(figures_of(review))
    cited = {figure.citation.document for figure in figures if not isinstance(figure.citation, Absent)}
    for document in review.documents:
        yield loss_of("Document", document.id, _ALL_BUT_ID if document.id in cited else "", why=_NO_FIGURE)
    used = {part.code for unit in _units_of(figures) for part in (unit.parts or (unit,))}
    for unit in review.units:
        yield loss_of("Unit", unit.code, ", its definition" if unit.code in used else "", why=_NO_STRUCTURE)
    for section in review.sections:
        yield loss_of("Section", section.id, why=_NO_FIGURE)
    for instrument in review.instruments:
        yield loss_of("Instrument", instrument.id, why=_NO_FIGURE)
    measured = {getattr(figure, name, None) for figure in figures for name in ("indicator", "whole")}
    for indicator in review.indicators:
        yield loss_of("Indicator", indicator.id, _ALL_BUT_ID if indicator.id in measured else "", why=_NO_STRUCTURE)


def _units_of(figures: Iterable[Figure]) -> Iterator[Unit]:
    return (figure.value.unit for figure in figures if not isinstance(figure.value, Absent))

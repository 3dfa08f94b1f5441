"""What a file of Open SDG does not contain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.interchange.open_sdg._write_rows import goal_code, rows_of
from aseansc.losses import Loss, loss_of, losses_of_review
from aseansc.reviews import Review

_NO_FIGURE: Final = "each row is an observation, and this is not an observation"
_NO_COLUMN: Final = "Open SDG has no column for it"

_OF_INDICATORS: Final = (
    *("id", "name.vi", "name.others", "unit", "kind", "better", "bounds", "numerator", "denominator", "breakdowns"),
    *("price_basis", "price_period", "base_period", "standard", "net", "statistic", "inflows", "outflows"),
    *("flows_complete", "structure_stated", "section", "note"),
)
_OF_FIGURES: Final = (
    *("id", "time_basis", "statuses", "lists", "standard", "sampling_error", "confidentiality", "revises", "citation"),
    *("note", "value.resolution", "time_collection", "per"),
)
_RECORDS: Final = {
    "documents": "Document",
    "units": "Unit",
    "sections": "Section",
    "instruments": "Instrument",
    "targets": "Target",
    "claims": "",
    "findings": "Finding",
}


def losses_of(review: Review) -> Iterator[Loss]:
    """Yield the losses of observations, then of indicators, then all others."""
    shown: set[str] = set()
    for observation, row in rows_of(review):
        if isinstance(row, str):
            yield loss_of("Observation", observation.id, why=row)
        else:
            shown.add(observation.indicator)
    if shown:
        yield Loss(what=f"Observation, {', '.join(_OF_FIGURES)}", why=_NO_COLUMN)
    yield from _of_indicators(review, shown)
    yield from _of_others(review)


def _of_others(review: Review) -> Iterator[Loss]:
    yield from losses_of_review(review, _NO_FIGURE)
    for name, kind in _RECORDS.items():
        for record in getattr(review, name):
            ident = record.code if name == "units" else record.id
            yield loss_of(kind or type(record).__name__, ident, why=_NO_FIGURE)


def _of_indicators(review: Review, shown: set[str]) -> Iterator[Loss]:
    for indicator in review.indicators:
        if indicator.id not in shown:
            yield loss_of("Indicator", indicator.id, why="none of its figures has a row")
        elif [code for code in indicator.codes if code != goal_code(indicator)]:
            yield loss_of("Indicator", indicator.id, ", codes", why="a file is named for one code of the goals")
    if shown:
        yield Loss(what=f"Indicator, {', '.join(_OF_INDICATORS)}", why=_NO_COLUMN)

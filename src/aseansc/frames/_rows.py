"""The cells of the frames."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from aseansc._decimals import plain
from aseansc.citations import Span
from aseansc.codelists import Absent, CodeList
from aseansc.intervals import Interval
from aseansc.labels import Lang
from aseansc.observations import Observation, SamplingError
from aseansc.periods import AsOf, TimeCollection
from aseansc.reviews import Review
from aseansc.values import Change

if TYPE_CHECKING:
    from aseansc.audit import Audit, Check

Row: TypeAlias = dict[str, object]
"""The cells by column; an empty cell is ``None`` or not in the row."""


def observation_rows(observations: Iterable[Observation], review: Review | None, lang: str) -> list[Row]:
    return [_observation_row(item, review, lang) for item in observations]


def _observation_row(item: Observation, review: Review | None, lang: str) -> Row:
    time = item.time
    start, end = (time.date, time.date) if isinstance(time, AsOf) else (time.start, time.end)
    return {
        "observation": item.id,
        "indicator": item.indicator,
        "place": item.place,
        "breakdown": _joined(item.breakdown),
        "period_start": start,
        "period_end": end,
        "date": start if item.time_collection is TimeCollection.BEGINNING else end,
        "time_basis": item.time_basis.value,
        "time_collection": item.time_collection.value,
        "per": _known(item.per),
        "statuses": _joined(item.statuses),
        "lists": _as_json(item.lists) if item.lists else None,
        "standard": _known(item.standard),
        "confidentiality": _known(item.confidentiality),
        "revises": _known(item.revises),
        "document": item.citation.document,
        "printed": item.citation.printed,
        "cited_from": item.citation.start,
        "cited_to": item.citation.end,
        "governed_by": _spans(item.citation.governed_by),
        "locator": _known(item.citation.locator),
        "note": None if isinstance(item.note, Absent) else item.note.lookup(lang).text,
        **_value_cells(item, review),
        **_sampling_cells(item.sampling_error),
        **_review_cells(item, review, lang),
    }


def _value_cells(item: Observation, review: Review | None) -> Row:
    value = item.value
    if isinstance(value, Absent):
        return {}
    interval = value.interval() if review is None else review.interval(item)
    return {
        "obs_value": value.magnitude,
        "range_upper": value.upper,
        "unit": value.unit.code,
        "value_form": "change" if isinstance(value, Change) else None,
        "qualifier": value.qualifier.value,
        "resolution": value.resolution,
        "lower": interval.lower,
        "lower_open": interval.lower_open,
        "upper": interval.upper,
        "upper_open": interval.upper_open,
    }


def _sampling_cells(error: SamplingError | Absent) -> Row:
    if isinstance(error, Absent):
        return {}
    return {
        "sampling_error_form": error.form.value,
        "sampling_error": _known(error.size),
        "sampling_error_lower": _known(error.lower),
        "sampling_error_upper": _known(error.upper),
        "confidence": _known(error.confidence),
    }


def _review_cells(item: Observation, review: Review | None, lang: str) -> Row:
    if review is None:
        return {}
    indicator = review.indicator(item.indicator)
    return {
        "review": review.id,
        "name": indicator.name.lookup(lang).text,
        "section": _known(indicator.section),
    }


def check_rows(audit: Audit, lang: Lang) -> list[Row]:
    return [{"review": audit.review, **_check_row(check, lang)} for check in audit.checks]


def _check_row(check: Check, lang: Lang) -> Row:
    row: Row = {
        "code": check.code.value,
        "verdict": check.verdict.value,
        "nature": _known(check.nature),
        "figures": _joined(check.figures),
        "printed": _as_json([item.printed for item in check.evidence if not isinstance(item.printed, Absent)]),
        "expression": check.computation.expression,
        "computed": _shown(check.computation.computed),
        "relation": check.computation.relation.value,
        "stated": _shown(check.computation.stated),
        "unit": check.computation.unit,
        "message": check.message(lang),
    }
    for name, assumption in (("assumption", check.assumption), ("consistent_if", check.consistent_if)):
        row[name] = None if isinstance(assumption, Absent) else assumption.kind.value
    if not isinstance(check.alternative, Absent):
        row |= {"alternative": check.alternative.kind.value, "alternative_fits": check.alternative.fits}
    if not isinstance(check.implied, Absent):
        implied = check.implied
        row |= {"implied_name": implied.name, "implied": _shown(implied.interval), "implied_unit": implied.unit}
    if not isinstance(check.missing, Absent):
        row |= {"missing": check.missing.kind.value, "missing_name": _known(check.missing.name)}
    return row


def _known(cell: str | Decimal | Absent) -> str | Decimal | None:
    if isinstance(cell, Absent):
        return None
    return cell.value if isinstance(cell, CodeList) else cell


def _shown(interval: Interval | Absent) -> str | None:
    return None if isinstance(interval, Absent) else str(interval)


def _joined(codes: Sequence[str]) -> str | None:
    """Join codes, none of which can contain a semicolon."""
    return ";".join(codes) if codes else None


def _spans(spans: Sequence[Span]) -> str | None:
    return json.dumps([[span.start, span.end, span.printed] for span in spans], ensure_ascii=False) if spans else None


def _as_json(texts: Sequence[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def in_order(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort rows by their cells, first by the id of the observation: engines keep no order."""
    return sorted(rows, key=lambda row: (str(row.get("observation")), *map(_sortable, row.values())))


def _sortable(cell: object) -> str:
    return plain(cell) if isinstance(cell, Decimal) else str(cell)

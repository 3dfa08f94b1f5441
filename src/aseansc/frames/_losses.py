"""What a frame of observations does not contain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aseansc.codelists import Absent
from aseansc.losses import Loss, loss_of, losses_of_review
from aseansc.reviews import Review
from aseansc.units import Unit

_NO_OBSERVATION: Final = "each row is an observation, and this is not an observation"
_ONE_LANGUAGE: Final = "a frame has one language"
_ALL_BUT_ID: Final = ", except its id"
_RECORDS: Final = ("sections", "instruments", "targets", "claims", "findings")


def losses_of(review: Review, lang: str) -> Iterator[Loss]:
    """Yield the losses of the review, then of its documents, units and indicators, then of observations."""
    yield from losses_of_review(review, _NO_OBSERVATION, kept=("id",) if review.observations else ())
    yield from _of_referred(review)
    for name in _RECORDS:
        for record in getattr(review, name):
            yield loss_of(type(record).__name__, record.id, why=_NO_OBSERVATION)
    other = "vi" if lang == "en" else "en"
    if review.observations:
        yield Loss(what=f"Indicator, name.{other}, name.others", why=_ONE_LANGUAGE)
    if any(not isinstance(item.note, Absent) for item in review.observations):
        yield Loss(what=f"Observation, note.{other}, note.others", why=_ONE_LANGUAGE)


def _of_referred(review: Review) -> Iterator[Loss]:
    """Yield the losses of the records to which rows refer by an id or code."""
    cited = {item.citation.document for item in review.observations}
    for document in review.documents:
        yield loss_of("Document", document.id, _ALL_BUT_ID if document.id in cited else "", why=_NO_OBSERVATION)
    units = [item.value.unit for item in review.observations if not isinstance(item.value, Absent)]
    used = {part.code for unit in units for part in _parts(unit)}
    for unit in review.units:
        yield loss_of("Unit", unit.code, ", its definition" if unit.code in used else "", why=_NO_OBSERVATION)
    measured = {item.indicator for item in review.observations}
    for indicator in review.indicators:
        part = ", except its id and name" if indicator.id in measured else ""
        yield loss_of("Indicator", indicator.id, part, why=_NO_OBSERVATION)


def _parts(unit: Unit) -> tuple[Unit, ...]:
    return unit.parts or (unit,)

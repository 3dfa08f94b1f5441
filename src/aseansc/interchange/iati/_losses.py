"""What other readers of IATI do not get, and where it is written instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from aseansc.codelists import Absent
from aseansc.indicators import Indicator
from aseansc.interchange._losses import Loss
from aseansc.interchange.iati._comments import stated
from aseansc.interchange.iati._extension import PREFIX
from aseansc.interchange.iati._group_figures import Figure, figures_of, is_plain_number
from aseansc.observations import Observation, Status
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.values import Attainment, Change, RelativeChange, Value

_ONLY_OWN: Final = f"{PREFIX}:{{}}, which other readers of IATI ignore"

_WITHOUT_ELEMENT: Final = {
    "documents": ("document", "IATI requires the address and the format of a document, which a review does not have"),
    "instruments": ("instrument", "IATI has no element for the legal basis of a report"),
    "mentions": ("mention", "IATI has no element for numbers that are not figures"),
    "findings": ("finding", "IATI has no element for findings in words with their position in a document"),
    "extra": ("review", "IATI has no element for it"),
}
"""Fields that are only in aseansc elements: the element, and the reason."""

_STRUCTURE: Final = (
    *("kind", "bounds", "numerator", "denominator", "breakdowns", "price_basis", "price_period"),
    *("base_period", "standard", "net", "statistic", "inflows", "outflows", "flows_complete", "structure_stated"),
)
"""Fields of an indicator that IATI has no elements for."""

_OF_FIGURES: Final = ("standard", "sampling_error", "confidentiality", "revises")
"""Fields of figures that IATI has no elements for."""


def losses_of(review: Review) -> Iterator[Loss]:
    """Yield the losses of figures, then those of indicators, then all others."""
    for figure in figures_of(review):
        yield from _of_figure(figure)
    for claim in review.claims:
        yield Loss(
            what=f"{type(claim).__name__} {claim.id!r}",
            why="IATI has no element for changes, attainments and shares",
            kept_in=_ONLY_OWN.format("claim"),
        )
    if review.indicators:
        yield Loss(
            what="Indicator, unit",
            why="IATI states only whether a value is in units or in percent, not which unit",
            kept_in="the titles and comments, in words",
        )
        yield Loss(
            what=f"Indicator, {', '.join(_STRUCTURE)}",
            why="IATI has no elements for the definition of an indicator and its relations to others",
            kept_in=_ONLY_OWN.format("indicator"),
        )
    if _other_languages(review):
        yield Loss(
            what="Text, languages other than English and Vietnamese",
            why="the names of indicators and the comments are written only in these two",
            kept_in=_ONLY_OWN.format("indicator and the records of values"),
        )
    if review.observations or any(not isinstance(target.citation, Absent) for target in review.targets):
        yield Loss(
            what="Observation and Target, citation",
            why="IATI cannot give the position of a value in a document",
            kept_in="the comments, in words",
        )
    for name in _OF_FIGURES:
        if any(not isinstance(getattr(figure, name, Absent.NOT_STATED), Absent) for figure in figures_of(review)):
            yield Loss(
                what=f"Observation and Target, {name}",
                why="IATI has no element for it",
                kept_in="the comments, in words",
            )
    for name in attrs.fields_dict(Review):
        if name in _WITHOUT_ELEMENT and getattr(review, name):
            element, why = _WITHOUT_ELEMENT[name]
            yield Loss(what=f"Review, {name}", why=why, kept_in=_ONLY_OWN.format(element))


def _other_languages(review: Review) -> bool:
    """Return whether the name of an indicator or a note has a language other than English and Vietnamese."""
    texts = [text for record in (*review.indicators, *figures_of(review)) for text in _texts_of(record)]
    return any(text.others for text in texts)


def _texts_of(record: Indicator | Figure) -> list[Text]:
    texts = [record.name] if isinstance(record, Indicator) else []
    return texts if isinstance(record.note, Absent) else [*texts, record.note]


def _of_figure(figure: Figure) -> Iterator[Loss]:
    what = f"{type(figure).__name__} {figure.id!r}"
    if isinstance(figure.time, Absent):
        yield Loss(
            what=what,
            why="IATI requires a period for a target, and this one has no time",
            kept_in=_ONLY_OWN.format("target"),
        )
    elif isinstance(figure.value, Absent) and isinstance(figure, Observation):
        yield Loss(
            what=f"{what}, value",
            why="IATI requires a value, and the report prints none",
            kept_in="a comment, without a value",
        )
    elif isinstance(figure.value, Absent):
        yield Loss(
            what=f"{what}, value",
            why="IATI requires a number for a target, and this one has none",
            kept_in="the comment of a target without a value",
        )
    elif not is_plain_number(figure):
        yield Loss(
            what=f"{what}, value", why=_why_no_number(figure.value, figure), kept_in="a comment, without a value"
        )


def _why_no_number(value: Value | Change | RelativeChange | Attainment, figure: Figure) -> str:
    if Status.FORECAST in figure.statuses:
        return "readers would take the value for a result, and this is a forecast"
    if isinstance(figure, Target) and not isinstance(value, Value):
        return f"readers would take the value for a level, and this is a planned change: {stated(value, 'en')}"
    return f"a value in IATI is a single plain number, and this is {stated(value, 'en')}"

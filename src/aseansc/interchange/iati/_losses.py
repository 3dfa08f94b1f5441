"""What other readers of IATI do not get, and where it is written instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from aseansc.codelists import Absent
from aseansc.indicators import Direction
from aseansc.interchange.iati._comments import stated
from aseansc.interchange.iati._extension import PREFIX
from aseansc.interchange.iati._group_figures import Figure, Shape, figures_of, is_plain_number
from aseansc.losses import Loss, loss_of
from aseansc.observations import Observation, Status
from aseansc.periods import Period
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, RelativeChange, Value

_ONLY_OWN: Final = f"{PREFIX}:{{}}, which other readers of IATI ignore"
_COMMENTS: Final = "the comments, in words"
_NO_ELEMENT: Final = "IATI has no element for it"

_WITHOUT_ELEMENT: Final = {
    "documents": ("document", "IATI requires the address and the format of a document, which a review does not have"),
    "units": ("unit", "IATI has no element for the definition of a unit"),
    "instruments": ("instrument", "IATI has no element for the legal basis of a report"),
    "mentions": ("mention", "IATI has no element for numbers that are not figures"),
    "findings": ("finding", "IATI has no element for findings in words with their position in a document"),
    "extra": ("review", _NO_ELEMENT),
}
"""Fields that are only in aseansc elements: the element, and the reason."""

_STRUCTURE: Final = (
    *("kind", "bounds", "numerator", "denominator", "breakdowns", "price_basis", "price_period"),
    *("base_period", "standard", "net", "statistic", "inflows", "outflows", "flows_complete", "structure_stated"),
)
"""Fields of an indicator that IATI has no elements for."""

_OF_FIGURES: Final = (
    *("time_basis", "time_collection", "per", "statuses", "lists"),
    *("standard", "sampling_error", "confidentiality", "revises", "note"),
)
"""Fields of figures that IATI has no elements for, but that the comments state."""


def losses_of(review: Review) -> Iterator[Loss]:
    """Yield the losses of figures, then those of indicators, then all others."""
    for figure in figures_of(review):
        yield from _of_figure(figure)
    for claim in review.claims:
        yield loss_of(
            type(claim).__name__,
            claim.id,
            why="IATI has no element for changes, attainments and shares",
            kept_in=_ONLY_OWN.format("claim"),
        )
    yield from _of_baselines(review)
    yield from _of_indicators(review)
    yield from _of_all_figures(review)
    yield from _of_sections(review)
    for name in attrs.fields_dict(Review):
        if name in _WITHOUT_ELEMENT and getattr(review, name):
            element, why = _WITHOUT_ELEMENT[name]
            yield Loss(what=f"Review, {name}", why=why, kept_in=_ONLY_OWN.format(element))


def _of_baselines(review: Review) -> Iterator[Loss]:
    """Yield the baselines whose time is not a year or a day, because only this is written."""
    shape = Shape(review)
    for figure in review.observations:
        time = figure.time
        if isinstance(time, Period) and time != Period.year(time.end.year) and shape.is_baseline(figure):
            yield loss_of(
                "Observation",
                figure.id,
                ", time",
                why="IATI has only the year of a baseline",
                kept_in=_ONLY_OWN.format("observation"),
            )


def _of_indicators(review: Review) -> Iterator[Loss]:
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
        yield Loss(
            what="Indicator, id, section",
            why="IATI has no ids for indicators and results",
            kept_in=f"{_ONLY_OWN.format('indicator')}; the title of its result is the name of the section",
        )
    if any(
        indicator.better not in (Direction.UP, Direction.DOWN, Absent.NOT_STATED) for indicator in review.indicators
    ):
        yield Loss(
            what="Indicator, better",
            why="IATI states only whether it should rise or fall",
            kept_in=_ONLY_OWN.format("indicator"),
        )
    yield from _hidden_units(review)
    if _other_languages(review):
        yield Loss(
            what="Text, languages other than English and Vietnamese",
            why="the names of indicators and the comments are written only in these two, and languages with a code of"
            " three letters are not allowed",
            kept_in=_ONLY_OWN.format("indicator, the records of values, and the review"),
        )


def _hidden_units(review: Review) -> Iterator[Loss]:
    """Yield the indicators whose unit no title or comment shows, because their figures have others or no values."""
    shown: dict[str, set[Unit]] = {}
    for figure in figures_of(review):
        if not isinstance(figure.time, Absent):
            units = shown.setdefault(figure.indicator, set())
            units.update(() if isinstance(figure.value, Absent) else (figure.value.unit,))
    for indicator in review.indicators:
        if indicator.id in shown and indicator.unit not in shown[indicator.id]:
            yield loss_of(
                "Indicator",
                indicator.id,
                ", unit",
                why="its figures have other units, or no values",
                kept_in=_ONLY_OWN.format("indicator"),
            )


def _of_all_figures(review: Review) -> Iterator[Loss]:
    figures = figures_of(review)
    if figures:
        yield Loss(
            what="Observation and Target, id",
            why="IATI has no ids for values",
            kept_in=_ONLY_OWN.format("observation and " + PREFIX + ":target"),
        )
    cited = [figure.citation for figure in figures if not isinstance(figure.citation, Absent)]
    if cited:
        yield Loss(
            what="Observation and Target, citation",
            why="IATI cannot give the position of a value in a document",
            kept_in=_COMMENTS,
        )
    if any(citation.governed_by for citation in cited):
        yield Loss(
            what="Observation and Target, citation.governed_by",
            why=_NO_ELEMENT,
            kept_in=_ONLY_OWN.format("citation"),
        )
    yield from _of_values(review)


def _of_values(review: Review) -> Iterator[Loss]:
    figures = figures_of(review)
    for name in _OF_FIGURES:
        if any(_has(figure, name) for figure in figures):
            yield Loss(what=f"Observation and Target, {name}", why=_NO_ELEMENT, kept_in=_COMMENTS)
    if any(not isinstance(figure.value, Absent) and figure.value.resolution != 1 for figure in figures):
        yield Loss(
            what="Observation and Target, value.resolution",
            why="IATI cannot state how a value was rounded",
            kept_in=_COMMENTS,
        )
    if any(isinstance(target.baseline, str) for target in review.targets):
        yield Loss(
            what="Target, baseline",
            why="a baseline belongs to an indicator in IATI, not to one of its targets",
            kept_in=_ONLY_OWN.format("target"),
        )


def _has(figure: Figure, name: str) -> bool:
    """Return whether a figure has a field, and states something in it."""
    value = getattr(figure, name, None)
    return bool(value) and not isinstance(value, Absent)


def _of_sections(review: Review) -> Iterator[Loss]:
    own = _ONLY_OWN.format("section")
    shown = {indicator.section for indicator in review.indicators}
    for section in review.sections:
        if section.id not in shown:
            yield loss_of("Section", section.id, why="a result of IATI must have an indicator", kept_in=own)
    if review.sections:
        yield Loss(
            what="Section, id, broader, codes, citation",
            why="results of IATI are a plain list of titles",
            kept_in=own,
        )


def _other_languages(review: Review) -> bool:
    """Return whether a text has a language that the file does not contain."""
    only_two: Iterable[Text | Absent] = (
        *(indicator.name for indicator in review.indicators),
        *(figure.note for figure in figures_of(review)),
    )
    short: Iterable[Text | Absent] = (
        *(review.title, review.programme, review.note),
        *(section.name for section in review.sections),
        *(indicator.note for indicator in review.indicators),
    )
    return any(text.others for text in only_two if isinstance(text, Text)) or any(
        len(tag) != 2 for text in short if isinstance(text, Text) for tag, _ in text.others
    )


def _of_figure(figure: Figure) -> Iterator[Loss]:
    kind = type(figure).__name__
    if isinstance(figure.time, Absent):
        yield loss_of(
            kind,
            figure.id,
            why="IATI requires a period for a target, and this one has no time",
            kept_in=_ONLY_OWN.format("target"),
        )
    elif isinstance(figure.value, Absent) and isinstance(figure, Observation):
        yield loss_of(
            kind,
            figure.id,
            ", value",
            why="IATI requires a value, and the report prints none",
            kept_in="a comment, without a value",
        )
    elif isinstance(figure.value, Absent):
        yield loss_of(
            kind,
            figure.id,
            ", value",
            why="IATI requires a number for a target, and this one has none",
            kept_in="the comment of a target without a value",
        )
    elif not is_plain_number(figure):
        why = _why_no_number(figure.value, figure)
        yield loss_of(kind, figure.id, ", value", why=why, kept_in="a comment, without a value")


def _why_no_number(value: Value | Change | RelativeChange | Attainment, figure: Figure) -> str:
    if Status.FORECAST in figure.statuses:
        return "readers would take the value for a result, and this is a forecast"
    if isinstance(figure, Target) and not isinstance(value, Value):
        return f"readers would take the value for a level, and this is a planned change: {stated(value, 'en')}"
    return f"a value in IATI is a single plain number, and this is {stated(value, 'en')}"

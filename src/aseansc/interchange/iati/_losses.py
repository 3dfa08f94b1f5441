"""What readers of IATI do not get of a review, and where it goes instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from aseansc.codelists import Absent
from aseansc.indicators import Indicator
from aseansc.interchange._losses import Loss
from aseansc.interchange.iati._own import PREFIX
from aseansc.interchange.iati._shape import Figure, figures_of, plain_number
from aseansc.interchange.iati._words import stated
from aseansc.observations import Status
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.values import Value

_ONLY_OURS: Final = f"{PREFIX}:{{}}, which other readers of IATI pass over"

_WITHOUT_PLACE: Final = {
    "documents": ("document", "a document needs an address and a format, and a review has neither"),
    "instruments": ("instrument", "there is no place for what a review rests on"),
    "mentions": ("mention", "there is no place for numbers that are no figures"),
    "findings": ("finding", "there is no place for results told in words of a passage"),
    "extra": ("review", "there is no place for it"),
}
"""What is only in our own elements: the element, and why."""

_STRUCTURE: Final = ("kind", "bounds", "numerator", "denominator", "breakdowns", "price_basis", "price_period")
"""Fields of an indicator beside its names, unit, direction and codes."""


def losses_of(review: Review) -> Iterator[Loss]:
    """The losses, those of a kind together: figures, then indicators, then the rest."""
    for figure in figures_of(review):
        yield from _of_figure(figure)
    for claim in review.claims:
        yield Loss(
            what=f"{type(claim).__name__} {claim.id!r}",
            why="there is no place for a figure that is said of other figures",
            kept_in=_ONLY_OURS.format("claim"),
        )
    if review.indicators:
        yield Loss(
            what="Indicator, unit",
            why="a measure is a unit or a percentage, and no one says which unit",
            kept_in="the titles and comments, in words",
        )
        yield Loss(
            what=f"Indicator, {', '.join(_STRUCTURE)}",
            why="there is no place for how indicators hang together",
            kept_in=_ONLY_OURS.format("indicator"),
        )
    if _other_languages(review):
        yield Loss(
            what="Text, languages other than English and Vietnamese",
            why="the names of indicators and the comments are written in these two",
            kept_in=_ONLY_OURS.format("indicator and the records of values"),
        )
    if review.observations or any(not isinstance(target.citation, Absent) for target in review.targets):
        yield Loss(
            what="Observation and Target, citation",
            why="a value has no place in a document, to the character",
            kept_in="the comments, in words",
        )
    for name in attrs.fields_dict(Review):
        if name in _WITHOUT_PLACE and getattr(review, name):
            element, why = _WITHOUT_PLACE[name]
            yield Loss(what=f"Review, {name}", why=why, kept_in=_ONLY_OURS.format(element))


def _other_languages(review: Review) -> bool:
    """Whether a text that goes into a name or a comment is in a further language."""
    texts = [text for record in (*review.indicators, *figures_of(review)) for text in _texts_of(record)]
    return any(text.others for text in texts)


def _texts_of(record: Indicator | Figure) -> list[Text]:
    texts = [record.name] if isinstance(record, Indicator) else []
    return texts if isinstance(record.note, Absent) else [*texts, record.note]


def _of_figure(figure: Figure) -> Iterator[Loss]:
    what = f"{type(figure).__name__} {figure.id!r}"
    if isinstance(figure.time, Absent):
        yield Loss(
            what=what, why="a target stands in a period, and this one has no time", kept_in=_ONLY_OURS.format("target")
        )
    elif isinstance(figure.value, Absent):
        yield Loss(
            what=f"{what}, value",
            why="a target has a number, and this one has none",
            kept_in="the comment of a target without a value",
        )
    elif not plain_number(figure):
        yield Loss(
            what=f"{what}, value", why=_why_no_number(figure.value, figure), kept_in="a comment, without a value"
        )


def _why_no_number(value: Value, figure: Figure) -> str:
    if Status.FORECAST in figure.statuses:
        return "a value is taken for a result, and this is a forecast"
    return f"a value is one plain number, and this is {stated(value, 'en')}"

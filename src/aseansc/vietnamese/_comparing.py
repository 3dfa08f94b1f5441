"""What a review states against what its text prints: a slip of the hand that no citation shows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import final

from attrs import frozen

from aseansc.codelists import Absent
from aseansc.errors import FieldTypeError
from aseansc.reviews import Figure, Review
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._reader import figures_of


@final
@frozen(kw_only=True)
class Misreading:
    """A figure of a review whose number is none that is read at its place in the text.

    Args:
        figure: id of the figure.
        start: index of the first character of its citation.
        end: index after the last.
        printed: what stands there.
        stated: what the review says.
        read: what is read there.
    """

    figure: str
    start: int
    end: int
    printed: str
    stated: str
    read: str


def misreadings(review: Review, text: str, document: str | None = None) -> tuple[Misreading, ...]:
    """The figures of a review whose number is none that is read where they are cited.

    A thousands dot typed as a decimal point, a digit lost, a scale word forgotten: `Review.verify` compares the words
    of a citation, this the number that the review makes of them. Where the reader is not sure of a figure nothing is
    said; nor of units and qualifiers, in which a person may know better.

    Args:
        review: the review.
        text: the document's text, as for `Review.verify`.
        document: id of the document; need not be given when there is one only.

    Raises:
        FieldTypeError: for anything but a review and a text.

    >>> from importlib.resources import files
    >>> from attrs import evolve
    >>> from aseansc import Value
    >>> from aseansc.datasets import skeleton
    >>> review = skeleton.load()
    >>> text = files("aseansc.datasets").joinpath("skeleton.txt").read_text(encoding="utf-8")
    >>> misreadings(review, text)
    ()
    >>> first = review.observations[0]
    >>> slip = evolve(first, value=Value.exact("1.250", first.value.unit))
    >>> [item.printed for item in misreadings(evolve(review, observations=[slip], claims=(), targets=()), text)]
    ['1.250 hộ nghèo']
    """
    if not isinstance(review, Review):
        raise FieldTypeError("not a review", where="vietnamese.misreadings", got=review, expected="a Review")
    if not isinstance(text, str):
        raise FieldTypeError("not a text", where="vietnamese.misreadings", got=text, expected="str")
    read = iter(figures_of(text, review.units))
    window: list[PrintedFigure] = []
    found: list[Misreading] = []
    for figure in review.figures():
        citation = figure.citation
        if isinstance(citation, Absent) or citation.document != (document or citation.document):
            continue
        window = [item for item in window if item.end > citation.start]
        while not window or window[-1].start < citation.end:
            following = next(read, None)
            if following is None:
                break
            window.append(following)
        here = [item for item in window if item.start < citation.end and item.end > citation.start]
        if here and text[citation.start : citation.end] == citation.printed:
            found.extend(_misread(figure, citation.start, citation.end, citation.printed, here))
    return tuple(found)


def _misread(figure: Figure, start: int, end: int, printed: str, here: list[PrintedFigure]) -> Iterator[Misreading]:
    value = figure.value
    if isinstance(value, Absent) or any(item.value is None for item in here):
        return
    numbers = {number.copy_abs() for item in here for number in _numbers(item)}
    stated = (value.magnitude,) if value.upper is None else (value.magnitude, value.upper)
    if not numbers or all(number.copy_abs() in numbers for number in stated):
        return
    read = "; ".join(str(item.value) for item in here)
    yield Misreading(figure=figure.id, start=start, end=end, printed=printed, stated=str(value), read=read)


def _numbers(item: PrintedFigure) -> Iterator[Decimal]:
    """Every number that a printed figure may be stated by."""
    if isinstance(item.magnitude, Decimal):
        yield item.magnitude
    elif item.magnitude is not None:
        yield from item.magnitude
    for statement in (item.value, item.out_of):
        for name in ("magnitude", "upper"):
            number = getattr(statement, name, None)
            if isinstance(number, Decimal):
                yield number

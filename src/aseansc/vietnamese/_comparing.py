"""Compare the numbers of a review with its text, to find typing errors that no citation check can show."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import final

from attrs import frozen

from aseansc.citations import Citation
from aseansc.codelists import Absent
from aseansc.errors import FieldTypeError, unknown_name
from aseansc.reviews import Figure, Review
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._reader import figures_of


@final
@frozen(kw_only=True)
class Misreading:
    """A figure of a review that differs from the number printed at its citation.

    Args:
        figure: id of the figure.
        start: index of the first character of its citation.
        end: index after its last character.
        printed: the cited characters.
        stated: the value in the review.
        read: the value read from the text.
    """

    figure: str
    start: int
    end: int
    printed: str
    stated: str
    read: str


def misreadings(review: Review, text: str, document: str | None = None) -> tuple[Misreading, ...]:
    """Return the figures of a review that differ from the number printed where they are cited.

    `Review.verify` compares the characters of a citation; this function compares the number, and so finds a thousands
    dot typed as a decimal point, a missing digit or a forgotten scale word. Figures that the reader is not sure about
    are skipped. Units and qualifiers are not compared, because a person may know better.

    Args:
        review: the review.
        text: the text of the document, as for `Review.verify`.
        document: id of the document; needed only if the review cites several.

    Raises:
        FieldTypeError: if `review` is not a `Review` or `text` is not a string.
        UnknownNameError: for an unknown document.

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
    _require(review, text, document)
    read = iter(figures_of(text, review.units))
    window: list[PrintedFigure] = []
    found: list[Misreading] = []
    for figure, citation in _cited(review, document):
        window = [item for item in window if item.end > citation.start]
        if not window or window[-1].start < citation.end:
            window.extend(_up_to(read, citation.end))
        here = [item for item in window if item.start < citation.end and item.end > citation.start]
        if here and text[citation.start : citation.end] == citation.printed:
            found.extend(_misread(figure, citation.start, citation.end, citation.printed, here))
    return tuple(found)


def _cited(review: Review, document: str | None) -> Iterator[tuple[Figure, Citation]]:
    for figure in review.figures():
        citation = figure.citation
        if not isinstance(citation, Absent) and document in (None, citation.document):
            yield figure, citation


def _require(review: Review, text: str, document: str | None) -> None:
    if not isinstance(review, Review):
        raise FieldTypeError(
            "review is of the wrong type", where="vietnamese.misreadings", got=review, expected="a Review"
        )
    if not isinstance(text, str):
        raise FieldTypeError("text is of the wrong type", where="vietnamese.misreadings", got=text, expected="a string")
    documents = [known.id for known in review.documents]
    if document is not None and document not in documents:
        raise unknown_name("document", document, documents, where="vietnamese.misreadings")


def _up_to(read: Iterator[PrintedFigure], end: int) -> Iterator[PrintedFigure]:
    """Yield further figures of the text, including the first that begins after a position."""
    for item in read:
        yield item
        if item.start >= end:
            return


def _misread(figure: Figure, start: int, end: int, printed: str, here: list[PrintedFigure]) -> Iterator[Misreading]:
    value = figure.value
    if isinstance(value, Absent) or any(item.value is None for item in here):
        return
    numbers = {number.copy_abs() for item in here for number in _accepted_magnitudes(item)}
    stated = (value.magnitude,) if value.upper is None else (value.magnitude, value.upper)
    if not numbers or all(number.copy_abs() in numbers for number in stated):
        return
    read = "; ".join(str(item.value) for item in here)
    yield Misreading(figure=figure.id, start=start, end=end, printed=printed, stated=str(value), read=read)


def _accepted_magnitudes(item: PrintedFigure) -> Iterator[Decimal]:
    """Yield the numbers read from the text for a figure; a review with any of them is right.

    They are the printed number times its scale word, and the ends of the value and of the whole.
    """
    if isinstance(item.magnitude, Decimal):
        yield item.magnitude
    elif item.magnitude is not None:
        yield from item.magnitude
    for statement in (item.value, item.out_of):
        for name in ("magnitude", "upper"):
            number = getattr(statement, name, None)
            if isinstance(number, Decimal):
                yield number

"""A figure read from the text, with its surroundings, and the notes of a comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from decimal import Decimal
from typing import Final, NamedTuple, final

from attrs import frozen

from aseansc.observations import Status
from aseansc.units import Unit, times
from aseansc.values import Attainment, Change, RelativeChange, Value
from aseansc.verification._claims import ExtractedKind, kind_of
from aseansc.verification._locate import flat
from aseansc.verification._results import Aspect, FigureVerdict
from aseansc.verification._signs import Minus
from aseansc.verification._stated import Stated, Statement
from aseansc.vietnamese import Doubt, FigureKind, PrintedFigure

CONFIRMED: Final = FigureVerdict.CONFIRMED
REFUTED: Final = FigureVerdict.REFUTED
UNDECIDED: Final = FigureVerdict.UNDECIDED

_RANKED: Final = re.compile(r"\b(?:xếp|đứng|hạng|vị trí)(?:\s+(?:hạng|vị trí))?\s+thứ\b(?!.*\bthứ\b)")
_ROSE_OR_FELL: Final = re.compile(r"\b(tăng|giảm)(?:\s+(?:lên|thêm|xuống|khoảng|gần|hơn|trên|tới|đến|bình quân))*\s*$")
TIMES_KINDS: Final = {"tăng": ExtractedKind.INCREASE_TIMES, "giảm": ExtractedKind.DECREASE_TIMES}


NOT_FIGURES: Final = (FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.ORDINAL, FigureKind.PHONE)
"""Kinds of number that state no quantity."""


class Note(NamedTuple):
    """The comparison of one aspect; the verdict is ``None`` if it was not compared."""

    aspect: Aspect
    verdict: FigureVerdict | None
    words: str = ""


def decided(stated: Stated) -> FigureVerdict:
    """Return the verdict on one of two meanings that the words allow: a review has the answer of a person."""
    return CONFIRMED if stated.is_cited else UNDECIDED


@final
@frozen
class Read:
    """A figure read from the text, with what surrounds it."""

    figure: PrintedFigure
    is_whole: bool
    """Whether only the whole of 36/108 is cited."""
    minus: Minus
    """The minus sign that is printed directly before the number."""
    preceding: str
    """The text before the figure."""
    following: str
    """The text after the number."""
    times: Set[object]
    """The times that are printed anywhere in the text."""
    applied: Set[object]
    """The times that are printed for other figures, or in the title."""
    may_have: Callable[[Status], bool]
    """Whether a word nearby may give the figure a status that the reader did not give it."""
    converted_from: Unit | None = None
    """The printed unit, if the value was converted."""

    @property
    def statement(self) -> Statement | None:
        value = self.figure.out_of if self.is_whole else self.figure.value
        return value if isinstance(value, Value | Change | RelativeChange | Attainment) else None

    @property
    def is_number_unsure(self) -> bool:
        return self.figure.doubt is Doubt.NUMBER

    @property
    def lacks_only_a_unit(self) -> bool:
        """Whether the number is sure, and only its unit is not known."""
        return self.figure.doubt is Doubt.UNIT and self.figure.kind is FigureKind.LEVEL

    @property
    def numbers(self) -> tuple[Decimal | None, Decimal | None]:
        """The number, and the upper end of a range or the whole of a ratio."""
        statement = self.statement
        if statement is not None:
            return statement.magnitude, statement.upper
        read = self.figure.magnitude
        return read if isinstance(read, tuple) else (read, None)

    @property
    def kind(self) -> ExtractedKind | None:
        statement = self.statement
        if statement is not None:
            return kind_of(statement)
        return ExtractedKind.LEVEL if self.lacks_only_a_unit else None

    @property
    def is_rank(self) -> bool:
        """Whether it is the place in an order, such as *xếp thứ 55/63*, and no other ordinal, such as *lần thứ 5*."""
        words = flat(self.preceding + self.figure.printed).casefold()
        return self.figure.kind is FigureKind.ORDINAL and _RANKED.search(words) is not None

    @property
    def times_kind(self) -> ExtractedKind | None:
        """The kind of *tăng 3 lần* or *giảm 3 lần*, which the reader gives no value, by the word before."""
        if self.figure.value is not None or self.figure.unit != times:
            return None
        found = _ROSE_OR_FELL.search(flat(self.preceding).casefold())
        return None if found is None else TIMES_KINDS[found[1]]

    @property
    def is_minus_unread(self) -> bool:
        """Whether a minus sign is printed before the number, and the reader has no negative value."""
        statement = self.statement
        return self.minus is not Minus.NONE and not (statement is not None and statement.magnitude < 0)

    @property
    def doubt(self) -> str:
        return f"the text cannot be read with certainty: {self.figure.note or 'it states no value'}"

    @property
    def shown(self) -> str:
        """The printed words, and the value that the reader gives them."""
        statement = self.statement
        return f"{flat(self.figure.printed)!r}" + (f" ({statement})" if statement is not None else "")

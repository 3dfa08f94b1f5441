"""Printed figures: the result type of the reader."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias, final

from attrs import evolve, field, frozen

from aseansc._decimals import shown
from aseansc.citations import Span
from aseansc.codelists import CodeList
from aseansc.mentions import MentionKind
from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, MonthDay, Period, Time, TimeBasis, TimeCollection
from aseansc.units import Unit
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

FigureValue: TypeAlias = Value | Change | RelativeChange | Attainment | Period | AsOf | MonthDay
"""The types of statement that a printed figure may make."""

Number: TypeAlias = Decimal | tuple[Decimal, Decimal]
"""One number, or the two numbers of a range or ratio."""


@final
class FigureKind(CodeList):
    """The kind of a figure, according to the words around it.

    - ``level``: a quantity (*60.000 lượt hộ*); also a duration or an age, for which `PrintedFigure.mention` is
      ``duration`` or ``age``.
    - ``change``: an increase or decrease, as an amount or a percent (*tăng 350 ha*, *giảm 4,95%/năm*).
    - ``percent``: a share or a rate (*25,55%*); also a percent of another figure that is not a plan (*bằng 102% so
      với*).
    - ``percentage_point``: a difference between shares (*3,7 điểm %*).
    - ``attainment``: a percent of a plan (*đạt 81% kế hoạch*, *vượt kế hoạch 25,5%*).
    - ``range``: two ends of a quantity or of a period of years (*10 - 15 triệu đồng*, *giai đoạn 2016-2018*).
    - ``ratio``: a part and its whole (*36/108 xã*), a fraction, or a multiple (*gấp 2 lần*).
    - ``date``: a day, month, quarter or year, part of a year, or time of day.
    - ``document_number``: the number of a document or programme.
    - ``ordinal``: a position in an order (*thứ 43*, *lần thứ XII*).
    - ``phone``: a telephone number.
    """

    LEVEL = "level"
    CHANGE = "change"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    ATTAINMENT = "attainment"
    RANGE = "range"
    RATIO = "ratio"
    DATE = "date"
    DOCUMENT_NUMBER = "document_number"
    ORDINAL = "ordinal"
    PHONE = "phone"


@final
class Doubt(CodeList):
    """What is in doubt about a figure. With the first three there is no value.

    - ``number``: its digits have two readings or may be misprinted (*7,488 tấn*), or no number is printed.
    - ``meaning``: the number is certain, but it may be, for example, a change or a level.
    - ``unit``: number and meaning are certain, but no unit is printed, or the catalogue has no such unit.
    - ``status``: the value is certain, but it may be a target or a forecast: the words do not say whether it is past.
    - ``points``: a percent by which a rate changed, read as a relative change as printed, usually means percentage
      points (*tỷ lệ hộ nghèo giảm 2,7%*). Its status may be in doubt, too.
    """

    NUMBER = "number"
    MEANING = "meaning"
    UNIT = "unit"
    STATUS = "status"
    POINTS = "points"


@final
@frozen(kw_only=True)
class PrintedFigure:
    """A figure as printed in a text, and its interpretation.

    Args:
        start: index of its first character in the given text.
        end: index after its last character.
        printed: the characters, with qualifier and counted noun; equals ``text[start:end]``.
        kind: kind of figure.
        number: the number as printed, without the scale word; a pair for a range or ratio; ``None`` if there is no
            number to read, as in a document number or "hàng trăm".
        scale: the scale word as printed, in lower case; empty if there is none or if there are several, in which case
            `number` includes them.
        magnitude: number times scale; a pair when `number` is one.
        unit: unit of measurement; ``None`` if none is printed or the catalogue has no such unit.
        qualifier: meaning of the qualifier before the number.
        value: the statement that the figure makes; ``None`` if it would be a guess, with the reason in `note`.
        out_of: for a ratio with a unit, the whole or plan that `value` is part of.
        statuses: statuses such as estimated or planned, also from distant words (*ước* at the head of the sentence).
        time: the time that the text states for it.
        time_basis: whether that time is in the same sentence, or is carried from an earlier one of the paragraph.
        collection: how the figure is collected over that time, if words state it (*đầu năm*, *bình quân mỗi năm*).
        per: the period that an average or a recurring figure refers to.
        governed_by: the distant words that give its status, collection or time.
        mention: for a number that is not a figure, what it is: a date, document number, ordinal, duration or age.
        doubt: what is in doubt; ``None`` if nothing is, and for dates, document numbers,
            ordinals and telephone numbers.
        note: doubts and decisions in words; empty if there are none.
    """

    start: int
    end: int
    printed: str
    kind: FigureKind
    number: Number | None = field(default=None, repr=shown)
    scale: str = ""
    magnitude: Number | None = field(default=None, repr=shown)
    unit: Unit | None = None
    qualifier: Qualifier = Qualifier.EXACT
    value: FigureValue | None = None
    out_of: Value | None = None
    statuses: tuple[Status, ...] = ()
    time: Time | None = None
    time_basis: TimeBasis | None = None
    collection: TimeCollection | None = None
    per: Frequency | None = None
    governed_by: tuple[Span, ...] = ()
    mention: MentionKind | None = None
    doubt: Doubt | None = None
    note: str = ""


def moved(figure: PrintedFigure, start: int, first: int) -> PrintedFigure:
    """Return a figure of the passage at `first` as one of the same passage at `start`; a heading above stays there."""
    by = start - first
    return PrintedFigure(  # attrs.evolve would take half of the time that a text of short figures needs
        start=figure.start + by,
        end=figure.end + by,
        printed=figure.printed,
        kind=figure.kind,
        number=figure.number,
        scale=figure.scale,
        magnitude=figure.magnitude,
        unit=figure.unit,
        qualifier=figure.qualifier,
        value=figure.value,
        out_of=figure.out_of,
        statuses=figure.statuses,
        time=figure.time,
        time_basis=figure.time_basis,
        collection=figure.collection,
        per=figure.per,
        governed_by=figure.governed_by
        and tuple(
            evolve(span, start=span.start + by, end=span.end + by) if span.start >= first else span
            for span in figure.governed_by
        ),
        mention=figure.mention,
        doubt=figure.doubt,
        note=figure.note,
    )

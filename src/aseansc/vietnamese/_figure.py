"""What is found: a printed figure, its kind, and what its words say of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias, final

from attrs import field, frozen

from aseansc._decimals import shown
from aseansc.citations import Span
from aseansc.codelists import CodeList
from aseansc.mentions import MentionKind
from aseansc.observations import Status
from aseansc.periods import AsOf, Frequency, MonthDay, Period, Time, TimeBasis, TimeCollection
from aseansc.units import Unit
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

FigureValue: TypeAlias = Value | Change | RelativeChange | Attainment | Period | AsOf | MonthDay
"""What a printed figure may state."""

Number: TypeAlias = Decimal | tuple[Decimal, Decimal]
"""A number, or the two of a range or a ratio."""


@final
class FigureKind(CodeList):
    """What a figure is, by the words it stands in.

    - ``level``: so many of a thing (*60.000 lượt hộ*); also a duration or an age, which `PrintedFigure.mention` tells.
    - ``change``: so many more or fewer, or by so many percent (*tăng 350 ha*, *giảm 4,95%/năm*).
    - ``percent``: a share or a rate (*25,55%*), also percents of another figure that is no plan (*bằng 102% so với*).
    - ``percentage-point``: a difference of shares (*3,7 điểm %*).
    - ``attainment``: a percent of a plan (*đạt 81% kế hoạch*, *vượt kế hoạch 25,5%*).
    - ``range``: two ends (*10 - 15 triệu đồng*, *giai đoạn 2016-2018*).
    - ``ratio``: two numbers of which one is set against the other (*36/108 xã*), fractions, multiples (*gấp 2 lần*).
    - ``date``: a day, a month, a quarter, a year, a part of one, a time of day.
    - ``legal``: the number of a document or of a programme.
    - ``ordinal``: the place in a row (*thứ 43*, *lần thứ XII*).
    - ``phone``: a telephone number.
    """

    LEVEL = "level"
    CHANGE = "change"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage-point"
    ATTAINMENT = "attainment"
    RANGE = "range"
    RATIO = "ratio"
    DATE = "date"
    LEGAL = "legal"
    ORDINAL = "ordinal"
    PHONE = "phone"


@final
@frozen(kw_only=True)
class PrintedFigure:
    """A figure as it is printed in a text, and as it is understood.

    Args:
        start: index of its first character in the text as given.
        end: index after its last character.
        printed: the characters, with qualifier and counted noun; ``text[start:end]``.
        kind: what it is.
        number: as printed, without the scale word; a pair for a range or a ratio; ``None`` where there is none to
            read, as in a document's number or "hàng trăm".
        scale: the scale word as printed, in lower case; empty where there is none or several (their number is whole).
        magnitude: number times scale; a pair like `number`.
        unit: what one of it is; ``None`` where none is printed or the catalogue has none.
        qualifier: what the word before it says.
        value: the statement it makes; ``None`` where that would be a guess, and `note` says why.
        out_of: of a ratio with a unit, the whole or the plan that `value` is set against.
        statuses: what its standing is said to be, also from afar (*ước* at the head of the sentence).
        time: the time that the text near it says.
        basis: whether that time stands in its sentence, or is carried from an earlier one of the paragraph.
        collection: how it fills that time, where words say so (*đầu năm*, *bình quân mỗi năm*, *hằng năm*).
        per: what an average or an each is per.
        governed_by: the distant words that say status, collection or time of it.
        mention: what it is to a review where it is no figure of one: a date, a document's number, an ordinal, a
            duration, an age.
        note: what is doubtful, and what was decided; empty where nothing is.
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
    basis: TimeBasis | None = None
    collection: TimeCollection | None = None
    per: Frequency | None = None
    governed_by: tuple[Span, ...] = ()
    mention: MentionKind | None = None
    note: str = ""

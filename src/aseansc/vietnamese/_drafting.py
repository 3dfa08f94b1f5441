"""Turn a report in Vietnamese prose into a draft, with a gap for everything that only a person can decide.

Each figure becomes an observation or a claim with an indicator of its own, which a person then names and merges with
other figures of the same indicator. Dates, document numbers, durations and ages become mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, cast, final

from aseansc._attrs import is_text
from aseansc._decimals import is_whole
from aseansc.citations import Citation, Document, Span, sha256_of
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import FieldError, FieldTypeError
from aseansc.findings import Section
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.mentions import Mention, MentionKind
from aseansc.observations import Observation
from aseansc.periods import AsOf, MonthDay, Period, TimeBasis, TimeCollection
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind, per_mille, per_mille_point, percent, percentage_point
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._reader import figures_of

_HEADING: Final = re.compile(r"[^\S\n]*(?:[*#]+[^\S\n]*)?([^\s*#•\-–+].{0,118}[^\s.;:,…])[^\S\n]*")
"""A line that may be a heading: short, not a list item, and without a full stop at the end. Markup is left out."""

_DIGITS: Final = re.compile(r"\d+")
_MOST_DIGITS: Final = 4
"""Longer numbers do not number headings."""

_KINDS: Final = {
    FigureKind.DATE: MentionKind.DATE,
    FigureKind.DOCUMENT_NUMBER: MentionKind.DOCUMENT_NUMBER,
    FigureKind.ORDINAL: MentionKind.ORDINAL,
    FigureKind.PHONE: MentionKind.NAME,
}
"""Mention kinds for the figure kinds that are not figures in a review."""


def draft(
    text: str,
    *,
    id: str = "report",  # noqa: A002  # the field's name
    place: str | None = None,
    period: Period | None = None,
    progress: Callable[[int], object] | None = None,
    document: Document | None = None,
    locate: Callable[[int], str] | None = None,
    leave_out: Iterable[tuple[int, int]] = (),
) -> Draft:
    """Build a draft review from a report in Vietnamese prose.

    Every figure is included with its position, its heading, and the value, unit, qualifier, statuses and time that the
    words give. What they do not give is a `Gap` with a question for the person who fills it in. A number that could not
    be read, such as one in a table or a name, becomes a mention whose kind and content are gaps. Once all gaps are
    filled, ``finish()`` returns the review.

    Args:
        text: the whole report, read as UTF-8 with its line ends unchanged, because citations count characters.
        id: id of the review.
        place: code of the place that the report covers, such as VN-01; a gap if not given.
        period: reporting period; a gap if not given.
        progress: called from time to time with the number of characters read so far.
        document: the document that the text was read from; by default, a text file.
        leave_out: the starts and ends of parts that are not prose, in order, such as the cells of tables.
        locate: function that returns where a person finds a position in the file, for the locators of citations.

    Raises:
        FieldTypeError: if `text` is not a string.
        FieldError: if `id` or `place` is not valid for a review.

    >>> found = draft("Năm 2018, toàn huyện còn gần 900 hộ nghèo.", place="XX-SM", period=Period.year(2018))
    >>> observation = found.observations[0]
    >>> observation["value"], observation["time"]
    (Value.parse('nearly 900 household'), Period.parse('2018'))
    >>> [(where, gap.reason.en) for where, gap in found.gaps][2]
    ('indicators[0].name.en', 'what “gần 900 hộ nghèo” measures, in your own words')
    """
    if not isinstance(text, str):
        raise FieldTypeError("text is of the wrong type", where="vietnamese.draft", got=text, expected="a string")
    records = _Records(text, place, "report" if document is None else document.id, locate)
    left_out = tuple(leave_out)
    records.headings = [heading for heading in records.headings if not _is_inside(heading[0], left_out)]
    reported = 0
    for figure in figures_of(text, ()):
        if _is_inside(figure.start, left_out):
            continue
        records.pass_over(figure.start, left_out)
        records.add(figure)
        records.read_to = figure.end
        if progress is not None and figure.end - reported > _STRIDE:
            reported = figure.end
            progress(reported)
    records.pass_over(len(text), left_out)
    if progress is not None:
        progress(len(text))
    title = next((heading[1] for heading in records.headings if is_text(heading[1])), None)
    if document is None:
        document = Document(id=records.document, title=title or records.document, sha256=sha256_of(text))
    return Draft(
        id=id,
        title=_named(title, "the title of the report in English", "tên báo cáo bằng tiếng Anh"),
        programme=_gap("the programme that the report reviews", "chương trình được báo cáo"),
        place=_gap("the code of the place, such as VN-01", "mã địa phương, ví dụ VN-01") if place is None else place,
        period=_gap("the reporting period", "kỳ báo cáo") if period is None else period,
        documents=[document],
        sections=records.sections,
        indicators=records.indicators,
        observations=records.observations,
        claims=records.claims,
        mentions=records.mentions,
    )


_POINTS: Final[dict[Unit | None, Unit]] = {percentage_point: percent, per_mille_point: per_mille}
"""For a difference in points, the unit of the levels that it compares."""

_STRIDE: Final = 50_000
"""Characters between two calls of `progress`."""


@lru_cache(maxsize=256)
def _gap(en: str, vi: str) -> Gap:
    return Gap(reason=Text(en=en, vi=vi))


def _named(vi: str | None, en_reason: str, vi_reason: str) -> PartialRecord:
    """Return a partial text whose English is a gap."""
    gap = _gap(en_reason, vi_reason)
    return PartialRecord(Text, {"en": gap} if vi is None else {"en": gap, "vi": vi})


def headings_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the start and the text of each line that looks like a heading."""
    start = 0
    for line in text.split("\n"):
        match = _HEADING.fullmatch(line)
        if match is not None and any(character.isalpha() for character in match[1]):
            yield start + match.start(1), match[1]
        start += len(line) + 1


@final
class _Records:
    """The sections, indicators, observations, claims and mentions of a draft, collected while its figures are read."""

    def __init__(self, text: str, place: str | None, document: str, locate: Callable[[int], str] | None) -> None:
        self.text = text
        self.document = document
        self._locate = locate
        self.headings = list(headings_in(text))
        self.sections: list[Section | PartialRecord] = []
        self.indicators: list[PartialRecord] = []
        self.observations: list[Observation | PartialRecord] = []
        self.claims: list[ChangeClaim | AttainmentClaim | PartialRecord] = []
        self.mentions: list[Mention | PartialRecord] = []
        self._place = _gap("the code of the place", "mã địa phương") if place is None else place
        self._next = 0  # the first heading after the last figure
        self._section = ""
        self.read_to = 0

    def pass_over(self, end: int, left_out: tuple[tuple[int, int], ...] = ()) -> None:
        """Add a mention for every run of digits between the last figure and a position, except in some parts."""
        for run in _DIGITS.finditer(self.text, self.read_to, end):
            start, printed = run.start(), run[0]
            if _is_inside(start, left_out):
                continue
            citation = self._cite(start, run.end())
            if len(printed) < _MOST_DIGITS and self._heads_a_line(start, run.end()):
                self.mentions.append(Mention(kind=MentionKind.ORDINAL, content=int(printed), citation=citation))
                continue
            kind = _gap(f"what kind of number “{printed}” is", f"“{printed}” là loại số gì")
            content = _gap(f"what “{printed}” means; it could not be read", f"ý nghĩa của “{printed}”; chưa đọc được")
            fields = {"kind": kind, "content": content, "citation": citation}
            self.mentions.append(PartialRecord(Mention, fields, origin=_origin(start, run.end())))

    def _heads_a_line(self, start: int, end: int) -> bool:
        """Return whether a number numbers a heading or list item: *1.* or *2)* at the start of a line."""
        before = self.text.rfind("\n", 0, start) + 1
        return not self.text[before:start].strip() and self.text[end : end + 1] in (".", ")")

    def add(self, figure: PrintedFigure) -> None:
        """Add the records for a figure."""
        kind = figure.mention or _KINDS.get(figure.kind)
        if kind is not None:
            self.mentions.append(self._mention(figure, kind))
            return
        number = len(self.indicators) + 1
        value = figure.value
        self._enter_section(figure.start)
        if isinstance(value, Attainment):
            self.claims.append(self._claim(AttainmentClaim, figure, f"attainment-{len(self.claims) + 1}"))
            return
        if isinstance(value, Change | RelativeChange):
            claim = self._claim(ChangeClaim, figure, f"change-{len(self.claims) + 1}", indicator=f"figure-{number}")
            self.claims.append(claim)
        else:
            self._observe(figure, value if isinstance(value, Value) else None, number, figure.start)
            if figure.out_of is not None:
                whole = figure.printed.find("/") + 1 or figure.printed.find("trên") + len("trên ")
                self._observe(figure, figure.out_of, number + 1, figure.start + whole)
            return
        unit = value.unit if isinstance(value, Change) else None  # a percent change does not show the unit of its base
        self.indicators.append(self._indicator(figure, _POINTS.get(unit, unit), number))

    def _enter_section(self, at: int) -> None:
        """Add a section for the last heading before a position."""
        last = None
        while self._next < len(self.headings) and self.headings[self._next][0] <= at:
            last = self.headings[self._next]
            self._next += 1
        if last is None or not is_text(last[1]):
            return
        start, heading = last
        self._section = f"section-{len(self.sections) + 1}"
        name = _named(heading, "the heading in English", "tên mục bằng tiếng Anh")
        citation = self._cite(start, start + len(heading))
        fields = {"id": self._section, "name": name, "citation": citation}
        self.sections.append(PartialRecord(Section, fields, origin=_origin(start, start + len(heading))))

    def _indicator(self, figure: PrintedFigure, unit: Unit | None, number: int) -> PartialRecord:
        printed = " ".join(figure.printed.split())
        fields: dict[str, object] = {
            "id": f"figure-{number}",
            "name": PartialRecord(
                Text,
                {
                    "en": _gap(
                        f"what “{printed}” measures, in your own words",
                        f"“{printed}” đo lường chỉ tiêu nào, bằng lời của bạn",
                    )
                },
            ),
            "unit": _no_unit(figure) if unit is None else unit,
            "kind": _gap("whether it is a stock, a flow or a rate", "chỉ tiêu thời điểm, thời kỳ hay tỷ lệ"),
        }
        if unit in (percent, per_mille):
            fields["kind"] = IndicatorKind.RATE
        if self._section:
            fields["section"] = self._section
        return PartialRecord(Indicator, fields, origin=_origin(figure.start, figure.end))

    def _observe(self, figure: PrintedFigure, value: Value | None, number: int, start: int) -> None:
        """Add an observation and its indicator."""
        stated = value if value is not None else _partial_value(figure)
        self.indicators.append(self._indicator(figure, figure.unit if value is None else value.unit, number))
        # A sum up to a day needs its first day, too.
        is_cumulated = figure.collection is TimeCollection.TO_DATE and not isinstance(figure.time, Period)
        fields: dict[str, object] = {
            "id": f"figure-{number}.1",
            "indicator": f"figure-{number}",
            "place": self._place,
            "value": stated,
            "time": _no_time() if figure.time is None or is_cumulated else figure.time,
            "time_basis": figure.time_basis or TimeBasis.STATED,
            # The collection stated in another sentence does not apply to this figure.
            "time_collection": (figure.time_basis is not TimeBasis.CARRIED and figure.collection) or _no_collection(),
            "citation": self._citation(figure, start),
        }
        if figure.statuses:
            fields["statuses"] = figure.statuses
        if figure.time is None or is_cumulated:
            fields["time_basis"] = _gap(
                "whether it is stated, carried or assumed", "được nêu rõ, lấy từ câu trước hay giả định"
            )
        if figure.per is not None:
            fields["per"] = figure.per
        if is_text(figure.note):
            fields["note"] = Text(en=figure.note)
        self.observations.append(PartialRecord(Observation, fields, origin=_origin(start, figure.end)))

    def _claim(self, of: type, figure: PrintedFigure, ident: str, **more: object) -> PartialRecord:
        fields: dict[str, object] = {
            "id": ident,
            "place": self._place,
            "value": figure.value,
            "time": _no_time() if figure.time is None else figure.time,
            "time_basis": figure.time_basis or TimeBasis.STATED,
            "citation": self._citation(figure, figure.start),
            **more,
        }
        if figure.statuses:
            fields["statuses"] = figure.statuses
        if figure.doubt is Doubt.POINTS:
            fields["value"] = _points_or_percent(figure)
        if of is AttainmentClaim:
            fields["actual"] = _gap(
                "the id of the observation that is compared with the plan", "mã của số liệu được so với kế hoạch"
            )
        if is_text(figure.note):
            fields["note"] = Text(en=figure.note)
        return PartialRecord(of, fields, origin=_origin(figure.start, figure.end))

    def _mention(self, figure: PrintedFigure, kind: MentionKind) -> Mention | PartialRecord:
        content = _content(figure, kind)
        citation = self._citation(figure, figure.start)
        return PartialRecord(
            Mention, {"kind": kind, "content": content, "citation": citation}, origin=_origin(figure.start, figure.end)
        )

    def _citation(self, figure: PrintedFigure, start: int) -> Citation | Gap:
        try:
            return self._cite(start, figure.end, figure.governed_by)
        except FieldError:
            return _gap(
                "the text here contains characters that are not allowed in a citation",
                "đoạn này có ký tự không được phép trong trích dẫn",
            )

    def _cite(self, start: int, end: int, governed_by: tuple[Span, ...] = ()) -> Citation:
        return Citation(
            document=self.document,
            start=start,
            end=end,
            printed=self.text[start:end],
            governed_by=governed_by,
            locator=Absent.NOT_STATED if self._locate is None else self._locate(start),
        )


def _is_inside(position: int, parts: tuple[tuple[int, int], ...]) -> bool:
    """Return whether a position is in one of some parts, which are in order."""
    at = bisect_right(parts, (position, len(parts) and parts[-1][1])) - 1
    return at >= 0 and position < parts[at][1]


def _origin(start: int, end: int) -> str:
    return f"characters {start}-{end}"


def _no_unit(figure: PrintedFigure) -> Gap:
    printed = " ".join(figure.printed.split())
    return _gap(
        f"the unit of “{printed}”; it may be a custom unit", f"đơn vị của “{printed}”; có thể là đơn vị tự khai báo"
    )


def _points_or_percent(figure: PrintedFigure) -> Gap:
    printed = " ".join(figure.printed.split())
    return _gap(
        f"whether “{printed}” means percentage points, as is usual for a rate, or {figure.value}",
        f"“{printed}” là điểm phần trăm (thường gặp với tỷ lệ) hay mức thay đổi tương đối",
    )


def _no_time() -> Gap:
    return _gap("the time; none is printed nearby", "thời gian; không in ở gần số này")


def _no_collection() -> Gap:
    return _gap(
        "how it is collected over its time: at, end, within, total, average…",
        "cách tính theo thời gian: at, end, within, total, average…",
    )


def _partial_value(figure: PrintedFigure) -> PartialRecord | Gap:
    """Return the fields of a value that could be read, with gaps for the rest."""
    magnitude = figure.magnitude
    why = figure.note or "its meaning is unclear"
    if magnitude is None:
        return _gap(f"the value; it could not be read: {why}", "giá trị; chưa đọc được số này")
    fields: dict[str, object] = {"unit": figure.unit if figure.unit is not None else _no_unit(figure)}
    if isinstance(magnitude, Decimal):
        fields["magnitude"] = magnitude
        if figure.unit is not None:  # a unit but no value: the number has two readings
            fields["magnitude"] = _gap(
                f"the number; it may be {magnitude}: {why}", f"con số; có thể là {magnitude} nhưng chưa chắc chắn"
            )
        fields["qualifier"] = figure.qualifier
    elif figure.kind is FigureKind.RANGE and magnitude[0] < magnitude[1]:
        fields["magnitude"], fields["upper"] = magnitude
        fields["qualifier"] = figure.qualifier if figure.qualifier is Qualifier.ABOUT else Qualifier.BETWEEN
    else:
        return _gap(
            f"the value of two numbers, {magnitude[0]} and {magnitude[1]}: {why}",
            f"giá trị của hai số {magnitude[0]} và {magnitude[1]}",
        )
    return PartialRecord(Value, fields)


def _content(figure: PrintedFigure, kind: MentionKind) -> object:
    """Return the content of a mention in the type that its kind requires, or a gap."""
    value = figure.value
    printed = " ".join(figure.printed.split())
    gap = _gap(f"what “{printed}” means", f"ý nghĩa của “{printed}”")
    if kind is MentionKind.DATE:
        return value if isinstance(value, Period | AsOf | MonthDay) else gap
    if kind in (MentionKind.DURATION, MentionKind.AGE):
        return value if isinstance(value, Value) and value.unit.kind is UnitKind.DURATION else gap
    if kind is MentionKind.ORDINAL:
        number = figure.number
        whole = isinstance(number, Decimal) and is_whole(number) and 0 <= number < 10**9
        return int(cast("Decimal", number)) if whole else gap
    return printed if is_text(printed) else gap

"""A report in prose as a draft: what can be read is there, and what only a person can know is a gap.

Each figure becomes an observation or a claim of an indicator of its own, which the person names, and merges with
others that measure the same; dates, documents' numbers, durations and ages become mentions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, cast, final

from aseansc._attrs import TEXT
from aseansc._decimals import is_whole
from aseansc.citations import Citation, Document, sha256_of
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.drafts import Draft, Gap, Partial
from aseansc.errors import FieldError, FieldTypeError
from aseansc.findings import Section
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.mentions import Mention, MentionKind
from aseansc.observations import Observation
from aseansc.periods import AsOf, MonthDay, Period, TimeBasis
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind, per_mille, per_mille_point, percent, percentage_point
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value
from aseansc.vietnamese._figure import FigureKind, PrintedFigure
from aseansc.vietnamese._reader import figures_of

_DOCUMENT: Final = "report"

_HEADING: Final = re.compile(r"[^\S\n]*(?:[*#]+[^\S\n]*)?([^\s*#•\-–+].{0,118}[^\s.;:,…])[^\S\n]*")
"""A line that could be a heading: short, no item of a list, without the stop of a sentence; its mark is left out."""

_DIGITS: Final = re.compile(r"\d+")
_MOST_DIGITS: Final = 4
"""Longer numbers do not count headings."""

_KINDS: Final = {
    FigureKind.DATE: MentionKind.DATE,
    FigureKind.LEGAL: MentionKind.DOCUMENT_NUMBER,
    FigureKind.ORDINAL: MentionKind.ORDINAL,
    FigureKind.PHONE: MentionKind.NAME,
}
"""What the kinds of figures that are no figures of a review are mentioned as."""


def draft(
    text: str,
    *,
    id: str = "report",  # noqa: A002  # the field's name
    place: str | None = None,
    period: Period | None = None,
    progress: Callable[[int], object] | None = None,
) -> Draft:
    """A draft of the review that a report in Vietnamese prose holds.

    Every figure is there with its span, its heading, and what its words say: value, unit, qualifier, statuses, time.
    What they do not say is a `Gap`, with what is asked of the person who fills it in. A number that was not read at
    all, such as one of a table or of a name, is a mention whose kind and content are gaps. When none is left,
    ``finish()`` gives the review.

    Args:
        text: the whole report, read as UTF-8 without changing its line ends: citations count characters.
        id: names the review.
        place: code of the place it is of, such as VN-01; a gap unless given.
        period: the period it is of; a gap unless given.
        progress: is told, now and then, how many characters have been read.

    Raises:
        FieldTypeError: for anything but a text.
        FieldError: for an id or a place that a review cannot have.

    >>> found = draft("Năm 2018, toàn huyện còn gần 900 hộ nghèo.", place="XX-SM", period=Period.year(2018))
    >>> observation = found.observations[0]
    >>> observation["value"], observation["time"]
    (Value.parse('nearly 900 household'), Period.parse('2018'))
    >>> [(where, gap.reason.en) for where, gap in found.gaps][2]
    ('indicators[0].name.en', 'what “gần 900 hộ nghèo” measures, in your own words')
    """
    if not isinstance(text, str):
        raise FieldTypeError("not a text", where="vietnamese.draft", got=text, expected="str")
    records = _Records(text, place)
    told = 0
    for figure in figures_of(text, ()):
        records.pass_over(figure.start)
        records.add(figure)
        records.read_to = figure.end
        if progress is not None and figure.end - told > _STRIDE:
            told = figure.end
            progress(told)
    records.pass_over(len(text))
    if progress is not None:
        progress(len(text))
    title = next((heading[1] for heading in records.headings if TEXT.fullmatch(heading[1])), None)
    return Draft(
        id=id,
        title=_named(title, "the title of the report in English", "tên báo cáo bằng tiếng Anh"),
        programme=_gap("which programme the report reviews", "báo cáo về chương trình nào"),
        place=_gap("the code of the place, such as VN-01", "mã địa phương, như VN-01") if place is None else place,
        period=_gap("the period that the report is of", "thời kỳ của báo cáo") if period is None else period,
        documents=[Document(id=_DOCUMENT, title=title or _DOCUMENT, sha256=sha256_of(text))],
        sections=records.sections,
        indicators=records.indicators,
        observations=records.observations,
        claims=records.claims,
        mentions=records.mentions,
    )


_POINTS: Final[dict[Unit | None, Unit]] = {percentage_point: percent, per_mille_point: per_mille}
"""The units of the levels whose differences are in points."""

_STRIDE: Final = 50_000
"""Characters between two words of progress."""


@lru_cache(maxsize=256)
def _gap(en: str, vi: str) -> Gap:
    return Gap(reason=Text(en=en, vi=vi))


def _named(vi: str | None, en_reason: str, vi_reason: str) -> Partial:
    """A text whose English is to be written."""
    gap = _gap(en_reason, vi_reason)
    return Partial(Text, {"en": gap} if vi is None else {"en": gap, "vi": vi})


def headings_in(text: str) -> Iterator[tuple[int, str]]:
    """Where the lines that look like headings start, and what they say."""
    start = 0
    for line in text.split("\n"):
        match = _HEADING.fullmatch(line)
        if match is not None and any(character.isalpha() for character in match[1]):
            yield start + match.start(1), match[1]
        start += len(line) + 1


@final
class _Records:
    """The records of a draft, as the figures of its text come in."""

    def __init__(self, text: str, place: str | None) -> None:
        self.text = text
        self.headings = list(headings_in(text))
        self.sections: list[Section | Partial] = []
        self.indicators: list[Partial] = []
        self.observations: list[Observation | Partial] = []
        self.claims: list[ChangeClaim | AttainmentClaim | Partial] = []
        self.mentions: list[Mention | Partial] = []
        self._place = _gap("the code of the place", "mã địa phương") if place is None else place
        self._next = 0  # the first heading that no figure has passed
        self._section = ""
        self.read_to = 0

    def pass_over(self, end: int) -> None:
        """Mention the runs of digits from where figures have been read to up to a place: nobody has read them."""
        for run in _DIGITS.finditer(self.text, self.read_to, end):
            start, printed = run.start(), run[0]
            citation = Citation(document=_DOCUMENT, start=start, end=run.end(), printed=printed)
            if len(printed) < _MOST_DIGITS and self._heads_a_line(start, run.end()):
                self.mentions.append(Mention(kind=MentionKind.ORDINAL, content=int(printed), citation=citation))
                continue
            kind = _gap(f"what kind of number “{printed}” is", f"“{printed}” là số gì")
            content = _gap(f"what “{printed}” says; it was not read", f"“{printed}” nói gì; chưa đọc được")
            fields = {"kind": kind, "content": content, "citation": citation}
            self.mentions.append(Partial(Mention, fields, origin=_origin(start, run.end())))

    def _heads_a_line(self, start: int, end: int) -> bool:
        """Whether a number counts headings or items: *1.*, *2)* at the start of a line."""
        before = self.text.rfind("\n", 0, start) + 1
        return not self.text[before:start].strip() and self.text[end : end + 1] in (".", ")")

    def add(self, figure: PrintedFigure) -> None:
        """Take a figure in."""
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
        unit = value.unit if isinstance(value, Change) else None  # a percent of a base does not say what of
        self.indicators.append(self._indicator(figure, _POINTS.get(unit, unit), number))

    def _enter_section(self, at: int) -> None:
        """Take in the heading that stands last before a place, once a figure stands under it."""
        last = None
        while self._next < len(self.headings) and self.headings[self._next][0] <= at:
            last = self.headings[self._next]
            self._next += 1
        if last is None or not TEXT.fullmatch(last[1]):
            return
        start, heading = last
        self._section = f"section-{len(self.sections) + 1}"
        name = _named(heading, "the heading in English", "tên mục bằng tiếng Anh")
        citation = Citation(document=_DOCUMENT, start=start, end=start + len(heading), printed=heading)
        fields = {"id": self._section, "name": name, "citation": citation}
        self.sections.append(Partial(Section, fields, origin=_origin(start, start + len(heading))))

    def _indicator(self, figure: PrintedFigure, unit: Unit | None, number: int) -> Partial:
        printed = " ".join(figure.printed.split())
        fields: dict[str, object] = {
            "id": f"figure-{number}",
            "name": Partial(
                Text, {"en": _gap(f"what “{printed}” measures, in your own words", f"“{printed}” đo cái gì")}
            ),
            "unit": _no_unit(figure) if unit is None else unit,
            "kind": _gap("a stock, a flow or a rate", "thời điểm, thời kỳ hay tỷ lệ"),
        }
        if unit in (percent, per_mille):
            fields["kind"] = IndicatorKind.RATE
        if self._section:
            fields["section"] = self._section
        return Partial(Indicator, fields, origin=_origin(figure.start, figure.end))

    def _observe(self, figure: PrintedFigure, value: Value | None, number: int, start: int) -> None:
        """An observation, and the indicator it is of."""
        stated = value if value is not None else _unread(figure)
        self.indicators.append(self._indicator(figure, figure.unit if value is None else value.unit, number))
        fields: dict[str, object] = {
            "id": f"figure-{number}.1",
            "indicator": f"figure-{number}",
            "place": self._place,
            "value": stated,
            "time": _no_time() if figure.time is None else figure.time,
            "time_basis": figure.basis or TimeBasis.STATED,
            # How another sentence's figures fill their time says nothing of this one's.
            "time_collection": (figure.basis is not TimeBasis.CARRIED and figure.collection) or _no_collection(),
            "citation": self._citation(figure, start),
        }
        if figure.statuses:
            fields["statuses"] = figure.statuses
        if figure.time is None:
            fields["time_basis"] = _gap("stated, carried or assumed", "nêu rõ, mang sang hay giả định")
        if figure.per is not None:
            fields["per"] = figure.per
        if TEXT.fullmatch(figure.note):
            fields["note"] = Text(en=figure.note)
        self.observations.append(Partial(Observation, fields, origin=_origin(start, figure.end)))

    def _claim(self, of: type, figure: PrintedFigure, ident: str, **more: object) -> Partial:
        fields: dict[str, object] = {
            "id": ident,
            "place": self._place,
            "value": figure.value,
            "time": _no_time() if figure.time is None else figure.time,
            "basis": figure.basis or TimeBasis.STATED,
            "citation": self._citation(figure, figure.start),
            **more,
        }
        if figure.statuses:
            fields["statuses"] = figure.statuses
        if of is AttainmentClaim:
            fields["actual"] = _gap("the id of the observation that met the plan", "mã số liệu đạt kế hoạch")
        if TEXT.fullmatch(figure.note):
            fields["note"] = Text(en=figure.note)
        return Partial(of, fields, origin=_origin(figure.start, figure.end))

    def _mention(self, figure: PrintedFigure, kind: MentionKind) -> Mention | Partial:
        content = _content(figure, kind)
        citation = self._citation(figure, figure.start)
        return Partial(
            Mention, {"kind": kind, "content": content, "citation": citation}, origin=_origin(figure.start, figure.end)
        )

    def _citation(self, figure: PrintedFigure, start: int) -> Citation | Gap:
        try:
            return Citation(
                document=_DOCUMENT,
                start=start,
                end=figure.end,
                printed=self.text[start : figure.end],
                governed_by=figure.governed_by,
            )
        except FieldError:
            return _gap("the place has characters that no citation holds", "có ký tự không trích dẫn được")


def _origin(start: int, end: int) -> str:
    return f"characters {start}-{end}"


def _no_unit(figure: PrintedFigure) -> Gap:
    printed = " ".join(figure.printed.split())
    return _gap(f"the unit of “{printed}”; it may be one of your own", f"đơn vị của “{printed}”; có thể tự đặt")


def _no_time() -> Gap:
    return _gap("no time is printed near it", "không in thời gian gần đó")


def _no_collection() -> Gap:
    return _gap("how it fills its time: at, end, within, total, average…", "cách tính theo thời gian")


def _unread(figure: PrintedFigure) -> Partial | Gap:
    """The part of a value that can be read."""
    magnitude = figure.magnitude
    why = figure.note or "what it says"
    if magnitude is None:
        return _gap(f"the figure was not read: {why}", "chưa đọc được số này")
    fields: dict[str, object] = {"unit": figure.unit if figure.unit is not None else _no_unit(figure)}
    if isinstance(magnitude, Decimal):
        fields["magnitude"] = magnitude
        if figure.unit is not None:  # it has a unit and yet no value: the number has two readings
            fields["magnitude"] = _gap(f"{magnitude}? {why}", f"{magnitude}? có hai cách đọc")
        fields["qualifier"] = figure.qualifier
    elif figure.kind is FigureKind.RANGE and magnitude[0] < magnitude[1]:
        fields["magnitude"], fields["upper"] = magnitude
        fields["qualifier"] = figure.qualifier if figure.qualifier is Qualifier.ABOUT else Qualifier.BETWEEN
    else:
        return _gap(f"two numbers, {magnitude[0]} and {magnitude[1]}: {why}", "có hai số")
    return Partial(Value, fields)


def _content(figure: PrintedFigure, kind: MentionKind) -> object:
    """What a mention says, of the type that its kind has."""
    value = figure.value
    printed = " ".join(figure.printed.split())
    gap = _gap(f"what “{printed}” says", f"“{printed}” nói gì")
    if kind is MentionKind.DATE:
        return value if isinstance(value, Period | AsOf | MonthDay) else gap
    if kind in (MentionKind.DURATION, MentionKind.AGE):
        return value if isinstance(value, Value) and value.unit.kind is UnitKind.DURATION else gap
    if kind is MentionKind.ORDINAL:
        number = figure.number
        whole = isinstance(number, Decimal) and is_whole(number) and 0 <= number < 10**9
        return int(cast("Decimal", number)) if whole else gap
    return printed if TEXT.fullmatch(printed) else gap

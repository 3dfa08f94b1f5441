"""Turn a report in Vietnamese prose into a draft: what is known, what is proposed, and a question for the rest.

Every figure becomes an observation, a target or a claim. Figures whose words give the same name and unit are proposed
as one indicator. Dates, document numbers, durations and ages become mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, Final, final

from attrs import evolve

from aseansc._attrs import is_stated_text, is_text
from aseansc.citations import Citation, Document, Span, sha256_of
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.drafts import Draft, Gap, Numbered, PartialRecord
from aseansc.errors import FieldError, require
from aseansc.findings import Section
from aseansc.indicators import Indicator
from aseansc.limits import Limits, limited, require_size
from aseansc.mentions import Mention, MentionKind
from aseansc.observations import Observation
from aseansc.periods import AsOf, Period, Time, TimeCollection, days_of
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import UnitKind, index_point, percent, person
from aseansc.values import Attainment, Change, RelativeChange, Value
from aseansc.vietnamese._compared_times import (
    TimesOfOthers,
    are_compared,
    as_change_of_quotient,
    as_further_change,
    as_level_reached,
    is_outside,
    months_compared,
    of_its_own_time,
    with_base,
)
from aseansc.vietnamese._comparisons import as_compared, follows_base, is_base_level
from aseansc.vietnamese._dates import TIME_OF_DAY
from aseansc.vietnamese._figure import FigureKind, PrintedFigure
from aseansc.vietnamese._goals import Goals
from aseansc.vietnamese._headings import (
    Named,
    heading_name,
    headings_in,
    looks_ahead,
    named_in,
    names_several_times,
    periods_suggested,
    time_above_list,
    time_of_heading,
)
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._items import Items
from aseansc.vietnamese._kinds import RECEIVED
from aseansc.vietnamese._lexicon.drafting import SHARE_VERB
from aseansc.vietnamese._lexicon.open_times import WHOLE_YEAR
from aseansc.vietnamese._lexicon.places import PLACES
from aseansc.vietnamese._lexicon.said_of import AS_PLANNED, HAVE, OUT_OF, UNTIL_TODAY
from aseansc.vietnamese._listed_words import distributed
from aseansc.vietnamese._mentions import (
    content_of,
    is_in_name,
    is_limit,
    is_numbered,
    name_around,
    numbers_heading,
)
from aseansc.vietnamese._named_times import NamedTime, is_date
from aseansc.vietnamese._naming import Words, words_around
from aseansc.vietnamese._own_units import OwnUnits, is_custom
from aseansc.vietnamese._parts_of_years import is_up_to
from aseansc.vietnamese._questions import ask_period, gap
from aseansc.vietnamese._reader import figures_of
from aseansc.vietnamese._records import Writer
from aseansc.vietnamese._repeated import relate_title
from aseansc.vietnamese._sentence_times import SentenceTimes
from aseansc.vietnamese._sentences import Sentences
from aseansc.vietnamese._stated_places import NamedPlace, StatedPlaces
from aseansc.vietnamese._sums import relate_sums
from aseansc.vietnamese._whole_names import ask_unsure

_DIGITS: Final = re.compile(r"\d+")
_PAUSE: Final = re.compile(r"[,;:.()]\s")
_UNTIL_NOW: Final = re.compile(UNTIL_TODAY, re.IGNORECASE)
_AS_PLANNED: Final = re.compile(AS_PLANNED, re.IGNORECASE)
_OUT_OF: Final = re.compile(OUT_OF, re.IGNORECASE)
_WHOLE_YEAR: Final = re.compile(WHOLE_YEAR, re.IGNORECASE)

_KINDS: Final = {
    FigureKind.DATE: MentionKind.DATE,
    FigureKind.DOCUMENT_NUMBER: MentionKind.DOCUMENT_NUMBER,
    FigureKind.ORDINAL: MentionKind.ORDINAL,
    FigureKind.PHONE: MentionKind.NAME,
}
"""Mention kinds for the figure kinds that are not figures in a review."""


@limited
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
    limits: Limits | None = None,
) -> Draft:
    """Build a draft review from a report in Vietnamese prose.

    Every figure is included with its position, its sentence, and the value, unit, qualifier, statuses and time that the
    words give. What each figure measures, its kind and what it is said of are proposals, and so is a time that is not
    printed; `Draft.proposals` lists them. What the words do not give is a `Gap` with a question for the person who
    fills it in. A number that could not be read, such as one in a table or a name, becomes a mention whose kind and
    content are gaps. Once all gaps are filled, ``finish()`` returns the review.

    Args:
        text: the whole report, read as UTF-8 with its line ends unchanged, because citations count characters.
        id: id of the review.
        place: code of the place that the report covers, such as VN-01; by default the province that the title names.
        period: reporting period; by default the only period that the title names.
        progress: called from time to time with the number of characters read so far.
        document: the document that the text was read from; by default, a text file.
        leave_out: the starts and ends of parts that are not prose, in order, such as the cells of tables.
        locate: function that returns where a person finds a position in the file, for the locators of citations; by
            default, the number of the paragraph. The number of the sentence there follows: ``p4.s2``.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if `text` is not a string.
        FieldError: if `id` or `place` is not valid for a review.

    >>> found = draft("Năm 2018, toàn huyện còn gần 900 hộ nghèo.", place="XX-SM", period=Period.year(2018))
    >>> observation = found.observations[0]
    >>> observation["value"], observation["time"]
    (Value.parse('nearly 900 household'), Period.parse('2018'))
    >>> found.indicators[0]["name"]["vi"], found.indicators[0]["kind"], found.indicators[0].proposed
    ('Số hộ nghèo', IndicatorKind.STOCK, ('name', 'kind', 'better'))
    >>> observation.context
    'Năm 2018, toàn huyện còn 【gần 900 hộ nghèo】.'
    """
    require(text, str, where="vietnamese.draft, text")
    require(period, Period, type(None), where="vietnamese.draft, period")
    require(document, Document, type(None), where="vietnamese.draft, document")
    require_size(len(text), "vietnamese.draft", "characters")
    left_out = tuple(leave_out)
    headings = [heading for heading in headings_in(text) if not _is_inside(heading[0], left_out)]
    named = named_in(text, headings, period)
    records = _Records(text, place or named.place, period or named.period, headings, locate, named.title)
    if document is not None:
        records.document = document.id
    records.read(left_out, progress)
    if document is None:
        document = Document(id=records.document, title=named.title or records.document, sha256=sha256_of(text))
    return Draft(
        id=id,
        **_named_fields(named, place, period, periods_suggested(text, records.times())),
        documents=[document],
        units=records.own_units.units,
        sections=records.sections,
        indicators=records.indicators,
        observations=records.observations,
        targets=records.targets,
        claims=records.claims,
        mentions=records.mentions,
    )


def _named_fields(named: Named, place: str | None, period: Period | None, times: tuple[Time, ...]) -> dict[str, Any]:
    """Return the fields of the whole draft, and which of them are proposed because the title names them."""
    asked = gap("Which programme does the report review?", "Báo cáo về chương trình nào?", (named.title,))
    fields: dict[str, Any] = {
        "title": _in_vi(named.title) if named.title else gap("What is the title of the report?", "Tên báo cáo là gì?"),
        "programme": _in_vi(named.programme or asked) if named.title else asked,
        "place": place or named.place or gap("Which place does the report cover? VN-01 for example", "Mã địa phương?"),
        "period": period or named.period or ask_period(times),
    }
    given = {"place": place, "period": period}
    is_open = [name for name in fields if given.get(name) is None and (named.programme or name != "programme")]
    return {**fields, "proposed": [name for name in is_open if not isinstance(fields[name], Gap)]}


_CLAUSE: Final = 300
"""The most characters of a clause before a figure in which *cả năm* is looked for."""
_FIRST_DATES: Final = 2
"""Dates at the beginning of a report of which one may be its day."""
_LONG_AFTER: Final = 92
"""Days after the end of its period from which a report is not on it where it says *đến nay*."""
_STRIDE: Final = 50_000
"""Characters between two calls of `progress`."""


def _states_figure(heading: str) -> bool:
    """Return whether a heading states a figure, and not only a date or the number of a document."""
    return any(figure.mention is None and figure.kind not in _KINDS for figure in figures_of(heading, ()))


def _in_vi(words: str | Gap) -> PartialRecord:
    """Return a text in Vietnamese, or a question for it; its English is asked for when the review is exported."""
    return PartialRecord(Text, {"vi": words})


@final
class _Records:
    """The records of a draft, collected while its figures are read."""

    def __init__(
        self,
        text: str,
        place: str | None,
        period: Period | None,
        headings: list[tuple[int, str]],
        locate: Callable[[int], str] | None,
        title: str,
    ) -> None:
        self.text = text
        self.document = "report"
        self.headings = headings
        self.sections: list[Section | PartialRecord] = []
        self.indicators: list[PartialRecord] = []
        self.observations: list[Observation | PartialRecord] = []
        self.targets: list[Target | PartialRecord] = []
        self.claims: list[ChangeClaim | AttainmentClaim | PartialRecord] = []
        self.mentions: list[Mention | PartialRecord] = []
        self.read_to = 0
        self._period = period
        self._place = place
        self._next = 0  # the first heading after the last figure
        self._section = ""
        self._heading = ""
        self._heading_time: Time | None = None
        self._sentences = Sentences(text, locate)
        self._goals = Goals(text, period)
        self._ids = Numbered()
        self._items = Items(self._ids.once)
        self.own_units = OwnUnits()
        self._times = SentenceTimes(text, self._sentences)
        first, rest = text.strip().partition("\n")[::2]
        first = first if rest and (first[-1:] != "." or first[-2:] == "..") else ""
        whole = f"{text[: headings[0][0]] if headings else ''} {first} {title}"
        self._places = StatedPlaces(text, whole, place, None if period is None else period.end)
        self._dates: frozenset[object] = frozenset()
        self._last_days: frozenset[object] = frozenset()
        """The times that the sentence states."""
        self._list_times: dict[int, Time | None] = {}
        """The times that the lines above lists state, by where their items start."""
        self._waiting: list[PrintedFigure] = []
        """The figures and dates of the sentence that is being read."""
        self._limits: list[tuple[int, int]] = []
        """Where it has numbers that only limit what is counted before them."""

    def read(self, left_out: tuple[tuple[int, int], ...], progress: Callable[[int], object] | None) -> None:
        """Read the text without some parts, and make the records of all its figures."""
        reported = 0
        for figure in figures_of(self.text, ()):
            if _is_inside(figure.start, left_out):
                continue
            self.pass_over(figure.start, left_out)
            self.add(figure)
            self.read_to = figure.end
            if progress is not None and figure.end - reported > _STRIDE:
                reported = figure.end
                progress(reported)
        self.pass_over(len(self.text), left_out)
        self.write()
        if progress is not None:
            progress(len(self.text))

    def pass_over(self, end: int, left_out: tuple[tuple[int, int], ...] = ()) -> None:
        """Add a mention for every run of digits between the last figure and a position, except in some parts."""
        for run in _DIGITS.finditer(self.text, self.read_to, end):
            start, printed = run.start(), run[0]
            if _is_inside(start, left_out):
                continue
            citation = self._cite(start, run.end())
            if numbers_heading(self.text, start, run.end()):
                self.mentions.append(Mention(kind=MentionKind.ORDINAL, content=int(printed), citation=citation))
                continue
            name = name_around(self.text, start, run.end())
            if name:
                self.mentions.append(Mention(kind=MentionKind.NAME, content=name, citation=citation))
                continue
            kind = gap(f"what kind of number “{printed}” is", f"“{printed}” là loại số gì")
            content = gap(f"what “{printed}” means; it could not be read", f"ý nghĩa của “{printed}”; chưa đọc được")
            fields: dict[str, object] = {"kind": kind, "content": content, "citation": citation}
            self.mentions.append(self._partial(Mention, fields, start, run.end()))

    def add(self, figure: PrintedFigure) -> None:
        """Add a figure; its records are made when its sentence has been read."""
        if self._waiting and self._sentences.around(self._waiting[0].start) != self._sentences.around(figure.start):
            self._read_sentence()
        self._waiting.append(figure)
        kind = figure.mention or _KINDS.get(figure.kind)
        if kind is None and is_in_name(self.text, figure):
            kind = MentionKind.NAME
        elif kind is None and is_numbered(self.text, figure):
            kind = MentionKind.DOCUMENT_NUMBER
        elif kind is None and is_limit(self.text, figure):
            kind = MentionKind.NAME
            self._limits.append((figure.start, figure.end))
        if kind is not None and figure.mention is None and figure.kind not in _KINDS:
            self._waiting.pop()
        if kind is not None:
            is_hour = figure.note == TIME_OF_DAY  # 14:40, which is not a date
            self.mentions.append(self._mention(figure, MentionKind.NAME if is_hour else kind))

    def _read_sentence(self) -> None:
        """Add the items of the sentence that was read."""
        figures, self._waiting = self._waiting, []
        if not figures:
            return
        sentence = self._sentences.around(figures[0].start)
        counted = [one for one in figures if one.mention is None and one.kind not in _KINDS]
        ends = [sentence[0], *(figure.end for figure in counted)]
        starts = [*(figure.start for figure in counted), sentence[1]]
        listed = self._words_of(counted, sentence, [(one.start, one.end) for one in figures if is_date(one)])
        if counted:
            self._enter_section(counted[0].start)
        months = months_compared(self.text, counted, sentence)
        known = self._heading_time or self._period
        is_shorter = any(one is not None for one in months)
        times = self._times.enter(figures, sentence, known, self._heading, is_shorter=is_shorter)
        self._enter_sentence(figures, sentence)
        compared = are_compared(self.text, counted, sentence)
        others = TimesOfOthers(self.text, figures, known)
        gaps = [self.text[after:before] for after, before in zip(ends, [*starts[:-1], sentence[1]], strict=True)]
        places = self._places.of_sentence(self.text[slice(*sentence)], gaps, self._sentences.paragraph(sentence[0]))
        last = None
        for figure, words, step, place in zip(counted, distributed(listed), months, places, strict=True):
            figure = as_level_reached(self.text, as_change_of_quotient(self.text, figure), last)
            last = figure = as_further_change(self.text, figure, last)
            figure = with_base(self.text, of_its_own_time(self.text, figure, figures), compared=compared)
            figure = as_compared(self.text, figure, sentence[0])
            figure = self.own_units.applied(
                figure, words, self.text[slice(*sentence)], self.text[sentence[0] : figure.start]
            )
            figure, said = self._timed(figure, sentence[0], others)
            said = said or self._until_now(figure, sentence[0])
            figure = self._goals.applied(figure, sentence[0])
            said = None if said is None or self._times.is_of(figure, said) else said
            self._add_item(figure, sentence, words, said, times, step, place)

    def _timed(
        self, figure: PrintedFigure, start: int, others: TimesOfOthers
    ) -> tuple[PrintedFigure, NamedTime | None]:
        """Return a figure of the sentence at a start with its time, and that time if it is named."""
        figure, said = others.removed_from(*self._times.of(figure, start))
        if (is_base := is_base_level(self.text, figure)) or follows_base(self.text, figure, start):
            said = NamedTime(figure.start, None) if is_base else None
            figure = evolve(figure, time=None, time_basis=None)
        return figure, said

    def _words_of(
        self, counted: list[PrintedFigure], sentence: tuple[int, int], dates: list[tuple[int, int]]
    ) -> list[Words]:
        """Return the words around each figure of a sentence, with the numbers that limit what it counts."""
        limits, self._limits = self._limits, []
        ends = [sentence[0], *(figure.end for figure in counted)]
        starts = [*(figure.start for figure in counted), sentence[1]]
        left_out = sorted([*dates, *limits])
        listed = [
            words_around(
                self.text,
                sentence,
                figure,
                after=ends[number],
                before=max(starts[number + 1], figure.end),
                dates=left_out,
            )
            for number, figure in enumerate(counted)
        ]
        for start, end in limits:
            of = max((at for at, one in enumerate(counted) if one.end <= start), default=None)
            if of is not None and not _PAUSE.search(self.text, counted[of].end, start):
                limit = listed[of].limit or " ".join(self.text[counted[of].end : end].split())
                is_share = counted[of].unit == percent
                listed[of] = evolve(listed[of], tail=limit if is_share else "", limit="" if is_share else limit)
            elif (after := next((at for at, one in enumerate(counted) if one.start >= end), None)) is not None:
                listed[after] = evolve(listed[after], is_cut=True)  # loại nhỏ hơn 30 kg/con, giá bán 60.000 đồng/kg
        return listed

    def _enter_sentence(self, figures: list[PrintedFigure], sentence: tuple[int, int]) -> None:
        """Remember the times that a sentence states."""
        dates = [one for one in figures if is_date(one)]
        self._dates = frozenset(one.value for one in dates)
        self._last_days = frozenset(one.value for one in dates if is_up_to(self.text, one.start))
        self._goals.enter_sentence(sentence)

    def _add_item(
        self,
        figure: PrintedFigure,
        sentence: tuple[int, int],
        words: Words,
        said: NamedTime | None,
        times: tuple[Time, ...],
        months: int | None,
        place: NamedPlace | None,
    ) -> None:
        if said is not None and said.is_up_to and words.moment is None:
            words = evolve(words, moment=TimeCollection.END)

        paragraph = self._sentences.paragraph(sentence[0])
        above = time_above_list(self.text, paragraph, self._list_times) or self._heading_time

        def item(value: object, start: int, *, is_whole: bool = False) -> Item:
            return Item(
                figure=figure,
                value=value,
                start=start,
                sentence=sentence,
                words=words,
                paragraph=paragraph,
                section=self._section,
                heading=self._heading,
                heading_time=self._times.as_defined(above, self._period),
                period=self._period,
                is_whole=is_whole,
                named_time=None if said is None else said.time,
                named_at=None if said is None else said.start,
                times=times,
                own_times=len(self._times.own),
                months=months,
                place=place,
                is_dated=figure.time in self._dates,
                is_up_to=figure.time in self._last_days if figure.time else said is not None and said.is_up_to,
                is_of_year=self._is_of_year(sentence, start),
            )

        is_statement = isinstance(figure.value, Value | Change | RelativeChange | Attainment)
        first = item(figure.value if is_statement else None, figure.start)
        first.has_whole = _counts_all(figure, words, self.text[figure.end : sentence[1]])
        self._items.add(first)
        if figure.out_of is None or first.is_attainment or figure.out_of.unit == index_point:
            return  # 98/100%; 70,61/100 điểm: the most that is possible
        between = _OUT_OF.search(figure.printed)
        start = figure.start + (0 if between is None else between.end())
        second = item(figure.out_of, start, is_whole=first.has_whole)
        if second.is_whole:
            self._items.add(second)
        else:
            self._items.add_plan(second, first)

    def _until_now(self, figure: PrintedFigure, start: int) -> NamedTime | None:
        """Return an open time for a figure that is said of the day of the report, long after its period: đến nay."""
        if figure.time is not None or self._period is None or _UNTIL_NOW.search(self.text, start, figure.start) is None:
            return None
        first = (one.get("content") for one in self.mentions[:_FIRST_DATES] if isinstance(one, PartialRecord))
        days = (value.date for value in first if isinstance(value, AsOf))
        return (
            NamedTime(figure.start, None) if any((day - self._period.end).days > _LONG_AFTER for day in days) else None
        )

    def _is_of_year(self, sentence: tuple[int, int], start: int) -> bool:
        """Return whether the words before a figure say that it is that of the whole year."""
        before = self.text[max(sentence[0], start - _CLAUSE) : start].rpartition(";")[2]
        return _WHOLE_YEAR.search(before) is not None

    def _enter_section(self, at: int) -> None:
        """Add a section for the last heading before a position."""
        last = None
        while self._next < len(self.headings) and self.headings[self._next][0] <= at:
            last = self.headings[self._next]
            self._goals.enter_section(last[1])
            self._next += 1
        if last is None or not is_stated_text(last[1]):
            return
        start, heading = last
        self._section = f"section-{len(self.sections) + 1}"
        self._times.leave_section()
        self._heading = heading_name(heading)
        self._heading_time = time_of_heading(heading)
        is_title = start == self.headings[0][0]
        # a title may name the year of its own figure: chi ngân sách năm 2023 đạt 40%
        is_other = is_title and is_outside(self._heading_time, self._period) and _states_figure(heading)
        if is_other or (is_title and looks_ahead(heading)):
            self._heading_time = None
        self._places.enter_section(self._heading)
        citation = self._cite(start, start + len(heading))
        fields = {"id": self._section, "name": _in_vi(heading), "citation": citation}
        self.sections.append(PartialRecord(Section, fields, origin=_origin(start, start + len(heading))))

    # -- records

    def write(self) -> None:
        """Make the records of all figures."""
        self._read_sentence()
        if self.headings:
            start, title = self.headings[0]
            relate_title(self._items.items, self._items.measured, start + len(title))
        relate_sums(self._items.items)
        ask_unsure(self._items.measured)
        is_open = any(names_several_times(title) for _, title in self.headings[:1])
        writer = Writer(self._ids, self._place, self._period, self.times(), self._places.code, is_open=is_open)
        writer.settle(self._items.items)
        for measured in self._items.measured:
            at = measured.first
            record = self._partial(Indicator, *writer.indicator(measured), at.start, at.figure.end)
            self.indicators.append(record)
        for item in self._items.items:
            of, fields, proposed = writer.figure(item, self._citation(item.figure, item.start))
            record = self._partial(of, fields, proposed, item.start, item.figure.end)
            (self.targets if of is Target else self.observations if of is Observation else self.claims).append(record)

    def times(self) -> tuple[Time, ...]:
        """Return the times that the text states, in its order, and the years of its days."""
        contents = (mention["content"] for mention in self.mentions if isinstance(mention, PartialRecord))
        stated = [time for time in contents if isinstance(time, Period | AsOf)]
        years = (Period.year(days_of(time)[1].year) for time in stated)
        return tuple(dict.fromkeys((*stated, *years)))

    def _partial(self, of: type, fields: dict[str, object], *more: Any) -> PartialRecord:
        *proposed, start, end = more
        context = self._sentences.marked(start, end)
        return PartialRecord(
            of,
            fields,
            origin=_origin(start, end),
            context=context if is_text(context) else "",
            proposed=proposed[0] if proposed else (),
        )

    def _mention(self, figure: PrintedFigure, kind: MentionKind) -> Mention | PartialRecord:
        passed = bisect_right(self.headings, figure.start, key=itemgetter(0))
        time = self._heading_time  # of the section, which is entered with its first figure
        if passed > max(self._next, 1):
            time = time_of_heading(self.headings[passed - 1][1])
        content, is_proposed = content_of(figure, kind, time or self._period)
        citation = self._citation(figure, figure.start)
        fields: dict[str, object] = {"kind": kind, "content": content, "citation": citation}
        if isinstance(content, Gap):
            return self._partial(Mention, fields, figure.start, figure.end)
        if is_proposed:
            return self._partial(Mention, fields, ["content"], figure.start, figure.end)
        return PartialRecord(Mention, fields, origin=_origin(figure.start, figure.end))

    def _citation(self, figure: PrintedFigure, start: int) -> Citation | Gap:
        try:
            return self._cite(start, figure.end, figure.governed_by)
        except FieldError:
            return gap(
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
            locator=self._sentences.locator(start),
        )


def _counts_all(figure: PrintedFigure, words: Words, after: str) -> bool:
    """Return whether the second of two numbers is how many there are of all, and not a plan: 7/12 xã, 295/300 hồ sơ.

    So is what something makes up a part of: chiếm 26/28 lượt.
    """
    value, out_of = figure.value, figure.out_of
    if not isinstance(value, Value) or out_of is None or out_of.unit.kind is not UnitKind.COUNT:
        return False
    last = words.verb.split()[-1:]
    is_received = out_of.unit.code in (*RECEIVED, *PLACES) or last == [SHARE_VERB] or is_custom(out_of.unit)
    is_received |= (
        out_of.unit == person and last == [HAVE] and not _AS_PLANNED.match(after)
    )  # có 612/620 học sinh đỗ tốt nghiệp
    return value.magnitude == out_of.magnitude or (is_received and value.magnitude <= out_of.magnitude)


def _is_inside(position: int, parts: tuple[tuple[int, int], ...]) -> bool:
    """Return whether a position is in one of some parts, which are in order."""
    at = bisect_right(parts, (position, len(parts) and parts[-1][1])) - 1
    return at >= 0 and position < parts[at][1]


def _origin(start: int, end: int) -> str:
    return f"characters {start}-{end}"

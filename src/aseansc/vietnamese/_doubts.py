"""Name the figures of a draft or a review that are filled in and still doubtful, by the words of their sentence."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import require
from aseansc.indicators import Breakdown, IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Period, TimeBasis, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind
from aseansc.values import Change, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._comparisons import compares_things
from aseansc.vietnamese._doubt_codes import DoubtCode, DoubtfulRecord, Reason, value_in, vietnamese_in
from aseansc.vietnamese._heads import ColumnRole, read_head
from aseansc.vietnamese._lexicon import doubts, drafting as lexicon, said_of
from aseansc.vietnamese._lexicon.open_times import OF_OTHERS
from aseansc.vietnamese._lexicon.said_of import FROM_PLAN
from aseansc.vietnamese._name_forms import noun_of
from aseansc.vietnamese._parts_of_years import is_up_to, leaves_bracket, months_of_part, parts_of_year_in
from aseansc.vietnamese._related_doubts import Related, words_of
from aseansc.vietnamese._sentences import CLOSES, OPENS, Sentences

_FLAGS: Final = re.IGNORECASE
_GOAL: Final = re.compile(lexicon.GOALS, _FLAGS)
_PAY: Final = re.compile(doubts.PAY, _FLAGS)
_AHEAD: Final = re.compile(doubts.AHEAD, _FLAGS)
_DEADLINE: Final = re.compile(doubts.DEADLINE, _FLAGS)
_ALREADY: Final = re.compile(doubts.ALREADY, _FLAGS)
_UNDER_WAY: Final = re.compile(doubts.UNDER_WAY, _FLAGS)
_REACHED: Final = re.compile(lexicon.REACHED, _FLAGS)
_AVERAGE: Final = re.compile(lexicon.AVERAGES, _FLAGS)
_PLANNED: Final = re.compile(lexicon.PLANNED, _FLAGS)
_YEARLY: Final = re.compile(lexicon.YEARLY, _FLAGS)
_AMONG: Final = re.compile(lexicon.AMONG, _FLAGS)
_AMONG_ONLY: Final = re.compile(rf"{lexicon.AMONG}\s*(?:có\s*)?$", _FLAGS)
_SPAN: Final = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")
_STROKE: Final = re.compile(r"\d\s*/\s*$")
_LATER_TIME: Final = re.compile(lexicon.LATER_TIME, _FLAGS)
_TWO_LEVELS: Final = re.compile(doubts.TWO_LEVELS, _FLAGS)
_PERCENTS: Final = re.compile(r"\d[\d.,]*\s*%|\b(?:19|20)\d\d\b(?![.,]\d)")
_NAMED_TIME: Final = re.compile(doubts.NAMED_TIME, _FLAGS)
_OF_OTHERS: Final = re.compile(OF_OTHERS)
_CLAUSES: Final = re.compile(r"[;\n]|\.\s")
_GROWN: Final = (UnitKind.AREA, UnitKind.MASS)
"""What the figures of a season measure."""
_WEEK: Final = re.compile(doubts.WEEK, _FLAGS)
_WEEK_IN_DAYS: Final = 7
_YEAR_IN_MONTHS: Final = 12
_CLAUSE: Final = re.compile(r"[,;:()]")
_FROM_PLAN: Final = re.compile(FROM_PLAN, re.IGNORECASE)
_NEAR: Final = 60
_HEADING: Final = re.compile(r" \([^()]+\)$")
"""A heading in brackets after a name, which distinguishes it from an equal one: Số xã đạt chuẩn (Y tế)."""
_BETWEEN_PARTS: Final = re.compile(rf"(?!.*\b(?:{doubts.NO_FURTHER_PART})\b)[^.:()\d]*(?:,|;|\bvà\b)[^.:()\d]*", _FLAGS)
_RECENT: Final = 6
"""Figures of the sentence before that one may detail."""
_DETAILS: Final = re.compile(doubts.DETAILS, _FLAGS)
_OPENING: Final = 25
"""Characters at the head of a sentence that may govern all its clauses: *Bình quân mỗi năm …; …*."""


def doubtful_records(
    source: Review | Draft, text: str | None = None, cells: Mapping[int, str] | None = None
) -> tuple[DoubtfulRecord, ...]:
    """Return the records whose words say something else than their fields, in the order of the tables.

    Gaps are not doubtful, because they are still to be filled in. The rules know the words of Vietnamese reports. A
    figure that they name may be right.

    Args:
        source: a review, or a draft.
        text: the text of the document that the review cites; a draft has the sentences of its figures itself.
        cells: the words of the cells of its tables, by the position of the cell, as
            `aseansc.documents.words_of_cells` returns. Without them, a figure that fills a cell has no words that
            could say something else.

    Raises:
        FieldTypeError: if `source` is neither a review nor a draft, or `cells` is not a mapping.

    >>> from attrs import evolve
    >>> from aseansc.vietnamese import draft
    >>> found = draft("Phấn đấu năm 2025 có 12 xã đạt chuẩn.", place="XX-SM")
    >>> doubtful_records(found)
    ()
    >>> goal = found.targets[0]
    >>> wrong = evolve(found, targets=(), observations=[PartialRecord(Observation, goal, context=goal.context)])
    >>> [(doubt.id, doubt.code.value) for doubt in doubtful_records(wrong)]
    [('so-xa-dat-chuan.2025.target', 'goal_as_observation')]
    """
    require(source, Review, Draft, where="doubtful_records, source")
    require(cells, Mapping, type(None), where="doubtful_records, cells", expected="words by position")
    finder = _Finder(source, text, cells or {})
    return (*finder.of_figures(), *finder.of_indicators())


class _Finder:
    def __init__(self, source: Review | Draft, text: str | None, cells: Mapping[int, str]) -> None:
        self._source = source
        self._cells = cells
        self._sentences = None if text is None else Sentences(text)
        indicators: tuple[Any, ...] = source.indicators
        self._related = Related(source)
        self._sections = {value_in(item, "id"): item for item in cast("tuple[Any, ...]", source.sections)}
        self._indicators = {value_in(item, "id"): item for item in indicators}
        self._by_id = {value_in(item, "id"): item for item in source.observations}
        self._parts = {
            part
            for item in indicators
            for breakdown in cast("tuple[object, ...]", value_in(item, "breakdowns") or ())
            if isinstance(breakdown, Breakdown)
            for part in breakdown.parts
        }

    def of_figures(self) -> Iterator[DoubtfulRecord]:
        for table in ("observations", "targets", "claims"):
            records: tuple[Any, ...] = getattr(self._source, table)
            recent: deque[tuple[str, Any]] = deque(maxlen=_RECENT)
            for number, (last, record) in enumerate(zip((None, *records), records, strict=False)):
                context = self._context(record)
                if not context:
                    continue
                before, _, rest = context.partition(OPENS)
                figure, _, after = rest.partition(CLOSES)
                further = [
                    *self._further_part(record, last, before, figure),
                    *self._detail(record, recent, before, figure),
                ]
                recent.append((f"{before}{figure}{after}", record))
                for code, en, vi in (*self._rules(record, before, figure, after), *further):
                    yield DoubtfulRecord(
                        location=f"{table}[{number}]",
                        id=str(value_in(record, "id")),
                        code=code,
                        reason=Text(en=en, vi=vi),
                        context=context,
                    )

    def _context(self, record: Any) -> str:
        if isinstance(record, PartialRecord) and record.context:
            return record.context
        citation = value_in(record, "citation")
        if self._sentences is None or not isinstance(citation, Citation) or not isinstance(citation.start, int):
            return ""
        cell = self._cells.get(citation.start, "")
        if cell.endswith(f"{OPENS}{' '.join(citation.printed.split())}{CLOSES}"):
            return cell
        return self._sentences.marked(citation.start, citation.end)

    def _rules(self, record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
        of = record.record_type if isinstance(record, PartialRecord) else type(record)
        if of is Observation:
            yield from self._of_observation(record, before, figure, after)
        elif of is ChangeClaim:
            yield from _of_change(record, before, figure, after)
        elif of is AttainmentClaim:
            yield from self._of_attainment(record, figure)
        elif of is Target:
            yield from self._of_target(record, before, figure, after)
        if of is not Target:
            yield from _of_part_of_year(record, before, figure)
            yield from _of_assumed_time(record, before, figure)
        if of in (ChangeClaim, AttainmentClaim):
            yield from _of_two_levels(before, figure, after)
        yield from self._related.of_figure(record, before, figure, after)

    def _of_target(self, record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
        """Yield the doubts about a target whose words may state something else."""
        if _STROKE.search(before):
            yield (
                DoubtCode.PLAN_OR_WHOLE,
                f"“{figure}” after the stroke is recorded as the plan; it may be how many there are of all.",
                f"“{figure}” sau dấu gạch được ghi là kế hoạch; có thể là tổng số.",
            )
            return
        if not self._says_plan(record, before, figure, after):
            yield (
                DoubtCode.ACTUAL_AS_TARGET,
                f"“{figure}” is recorded as a target, but its words state neither a goal nor a plan.",
                f"“{figure}” được ghi là chỉ tiêu, nhưng những từ bên cạnh không nêu mục tiêu hay kế hoạch.",
            )

    def _says_plan(self, record: Any, before: str, figure: str, after: str) -> bool:
        """Return whether the words of a figure, its heading, column or time may state a plan, or are not known."""
        if _is_alone(before, after) or self._is_later(record):
            return True
        citation = value_in(record, "citation")
        indicator = self._indicators.get(value_in(record, "indicator"))
        section = vietnamese_in(value_in(self._sections.get(value_in(indicator, "section")), "name"))
        is_governed = isinstance(citation, Citation) and citation.governed_by != ()
        words = f"{section} {before} {figure} {after}"
        return is_governed or _head_of(before, after) is ColumnRole.TARGET or _PLANNED.search(words) is not None

    def _of_observation(self, record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
        yield from self._of_status(record, before, figure, after)
        yield from _of_pay(record, before, figure, after)
        own = _CLAUSE.split(before)[-1]
        near, at = f"{own}{figure}{_CLAUSE.split(after)[0][:20]}", max(0, len(own) - _NEAR)
        collection, clause = value_in(record, "time_collection"), before.rpartition(";")[2]
        if isinstance(collection, TimeCollection):
            says = _is_alone(before, after) or bool(
                _AVERAGE.search(f"{before[:_OPENING]} {clause} {figure} {after[:_NEAR]}")
            )
            if collection.is_repeated and not says:
                yield (
                    DoubtCode.UNSTATED_AVERAGE,
                    f"“{figure}” is recorded as an average or for each period, but its sentence does not say so.",
                    f"“{figure}” được ghi là bình quân hoặc mỗi kỳ, nhưng câu văn không nói vậy.",
                )
            elif (
                not collection.is_repeated
                and _YEARLY.search(near, at)
                and value_in(self._indicators.get(value_in(record, "indicator")), "kind") is IndicatorKind.FLOW
            ):
                yield (
                    DoubtCode.UNSTATED_AVERAGE,
                    f"The words beside “{figure}” say an average or an amount each year, but it is not recorded so.",
                    f"Những từ cạnh “{figure}” nói bình quân hoặc mỗi năm, nhưng không được ghi như vậy.",
                )
        is_announced = _is_announced(before) or _in_bracket(before, figure)
        if is_announced and not self._is_part(record) and not self._is_elsewhere(record):
            yield (
                DoubtCode.PART_BESIDE_WHOLE,
                f"“{figure}” is announced as a part, but neither a breakdown nor its indicator says of what.",
                f"“{figure}” là một phần của số trước, nhưng chưa ghi là phân tổ của chỉ tiêu nào.",
            )

    def _of_status(self, record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
        """Yield the doubts about a figure whose words or time say planned, or not."""
        statuses = value_in(record, "statuses") or ()
        if isinstance(statuses, Gap):
            return
        planned = {Status.PLANNED, Status.FORECAST} & set(cast("tuple[object, ...]", statuses))
        words = "" if planned else _goal_before(before, after) or _goal_after(before, after)
        if words:
            yield (
                DoubtCode.GOAL_AS_OBSERVATION,
                f"“{words}” beside “{figure}” states a goal, but it is an observation, not a target.",
                f"“{words}” bên cạnh “{figure}” nêu mục tiêu, nhưng đây là số liệu, không phải chỉ tiêu kế hoạch.",
            )
        elif not planned and self._is_later(record):
            yield (
                DoubtCode.GOAL_AS_OBSERVATION,
                f"“{figure}” is of a time after the period of the report, but it is an observation, not a target.",
                f"“{figure}” thuộc thời gian sau kỳ báo cáo, nhưng đây là số liệu, không phải chỉ tiêu kế hoạch.",
            )
        elif Status.PLANNED in planned and not self._says_plan(record, before, figure, after):
            yield (
                DoubtCode.ACTUAL_AS_TARGET,
                f"“{figure}” is recorded as planned, but its words state neither a goal nor a plan.",
                f"“{figure}” được ghi là kế hoạch, nhưng những từ bên cạnh không nêu mục tiêu hay kế hoạch.",
            )

    def _is_later(self, record: Any) -> bool:
        """Return whether a figure is of a time that begins when the period of the report is over."""
        time, reported = value_in(record, "time"), value_in(self._source, "period")
        return isinstance(time, Period) and isinstance(reported, Period) and time.start > reported.end

    def _of_attainment(self, record: Any, figure: str) -> Iterator[Reason]:
        """Yield the doubt about a percent of a plan that is said of a part: trong đó 1.905 nữ, đạt 103%."""
        actual = self._by_id.get(value_in(record, "actual"))
        before, _, part = ("" if actual is None else self._context(actual)).partition(OPENS)
        if _AMONG_ONLY.search(before) is not None:
            part = part.partition(CLOSES)[0]
            yield (
                DoubtCode.ATTAINMENT_OF_PART,
                f"“{figure}” is recorded as that of the part “{part}”; it may be that of the whole before it.",
                f"“{figure}” được ghi cho phần “{part}”; có thể là của tổng số trước đó.",
            )

    def _further_part(self, record: Any, last: Any, before: str, figure: str) -> Iterator[Reason]:
        """Yield the doubt about a figure that goes on with parts of which only the first is recorded as one."""
        if last is None or not self._is_part(last) or self._is_part(record):
            return
        printed, unit = (value_in(value_in(last, name), field) for name, field in _PART_FIELDS)
        _, found, between = before.rpartition(str(printed))
        is_list = _AMONG.search(before) is not None and not _is_announced(before)
        is_next = found != "" and is_list and _BETWEEN_PARTS.fullmatch(_PERCENTS.sub(" ", between)) is not None
        if is_next and unit is not None and unit == value_in(value_in(record, "value"), "unit"):
            yield (
                DoubtCode.PART_BESIDE_WHOLE,
                f"The figure before “{figure}” is a part of a whole, and it goes on with the parts, but is not one.",
                f"Số trước “{figure}” là một phần của tổng số và đây là phần tiếp theo, nhưng chưa ghi như vậy.",
            )

    def _detail(self, record: Any, recent: Iterable[tuple[str, Any]], before: str, figure: str) -> Iterator[Reason]:
        """Yield the doubt about a figure that details a larger one of the sentence before: Cụ thể, có 403 vụ."""
        value = value_in(record, "value")
        if not isinstance(value, Value) or not _DETAILS.match(before) or self._is_part(record):
            return
        above = [value_in(other, "value") for sentence, other in recent if not sentence.startswith(before)]
        if any(isinstance(one, Value) and one.unit == value.unit and one.magnitude > value.magnitude for one in above):
            yield (
                DoubtCode.PART_BESIDE_WHOLE,
                f"“{figure}” details a figure of the sentence before, but is not recorded as a part of it.",
                f"“{figure}” nói rõ một số liệu của câu trước, nhưng chưa ghi là một phần của số đó.",
            )

    def _is_elsewhere(self, record: Any) -> bool:
        """Return whether a figure has another place than the whole report, which may be a part of it."""
        place = record.get("place") if isinstance(record, PartialRecord) else value_in(record, "place")
        return place is not None and place != value_in(self._source, "place")

    def _is_part(self, record: Any) -> bool:
        return bool(value_in(record, "breakdown")) or value_in(record, "indicator") in self._parts

    def of_indicators(self) -> Iterator[DoubtfulRecord]:
        seen: dict[tuple[frozenset[str], object], str] = {}
        for number, item in enumerate(self._source.indicators):
            ident = str(value_in(item, "id"))
            for code, en, vi in (*_alike(item, ident, seen), *self._related.of_indicator(item)):
                yield DoubtfulRecord(
                    location=f"indicators[{number}]", id=ident, code=code, reason=Text(en=en, vi=vi), context=""
                )


_PART_FIELDS: Final = (("citation", "printed"), ("value", "unit"))


def _alike(item: Any, ident: str, seen: dict[tuple[frozenset[str], object], str]) -> Iterator[Reason]:
    """Yield the doubt about an indicator with the unit and nearly the name of one before it."""
    name, unit = vietnamese_in(value_in(item, "name")), value_in(item, "unit")
    words = words_of(_HEADING.sub("", name))
    if not words or not isinstance(unit, Unit):
        return
    first = seen.setdefault((words, unit), ident)
    if first != ident:
        yield (
            DoubtCode.INDICATORS_ALIKE,
            f"“{name}” has the same unit and nearly the same name as {first}: perhaps one indicator.",
            f"“{name}” cùng đơn vị và gần cùng tên với {first}: có thể là một chỉ tiêu.",
        )


def _is_alone(before: str, after: str) -> bool:
    """Return whether a figure has no words beside it, as in the cell of a table whose heads are not known."""
    return not before.strip() and not after.strip()


def _of_pay(record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
    """Yield the doubt about what a person earns if its unit does not say in which time."""
    value = value_in(record, "value")
    is_small = isinstance(value, Value) and value.unit.kind is UnitKind.MONEY and value.magnitude < doubts.LEAST_OF_ALL
    if is_small and _PAY.search(before[-2 * _NEAR :]) and not _YEARLY.search(f"{before}{figure}{after[:_NEAR]}"):
        yield (
            DoubtCode.UNSTATED_AVERAGE,
            f"“{figure}” may be what a person earns in a month or a year, but its unit is only an amount of money.",
            f"“{figure}” có thể là thu nhập một tháng hoặc một năm, nhưng đơn vị chỉ là số tiền.",
        )


def _goal_after(before: str, after: str) -> str:
    """Return words beside a figure that say that it is not reached yet: sẽ được bàn giao, trước ngày 30/7."""
    ahead = _AHEAD.match(after) or _DEADLINE.match(after) or _UNDER_WAY.search(before[-_NEAR:])
    return "" if ahead is None or _ALREADY.search(before[-_NEAR:]) else " ".join(ahead[ahead.lastindex or 1].split())


def _goal_before(before: str, after: str) -> str:
    """Return the words before a figure that state a goal, or the head of its column if that is one of plans."""
    if _head_of(before, after) is ColumnRole.TARGET:
        return before.rpartition("|")[2].strip(" :")
    goal = list(_GOAL.finditer(before))
    return goal[-1][0] if goal and not _REACHED.search(before, goal[-1].end()) else ""


def _head_of(before: str, after: str) -> ColumnRole | None:
    """Return what the column of a cell states: its context is its row and its head, *Trồng rừng | TH 2018: 【902】*."""
    if after or "|" not in before:
        return None
    return read_head(before.rpartition("|")[2].strip(" :")).role


def _of_change(record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
    """Yield the doubts about the time of a change."""
    value, time = value_in(record, "value"), value_in(record, "time")
    if isinstance(value, Change) and _FROM_PLAN.match(after):
        yield (
            DoubtCode.CHANGE_FROM_PLAN,
            f"“{figure}” is compared with a plan, but it is recorded as a change from an earlier time.",
            f"“{figure}” là so với kế hoạch, nhưng được ghi là thay đổi so với thời gian trước.",
        )
    is_times = isinstance(value, RelativeChange) and value.form is RelativeForm.TIMES
    if compares_things(before, after, is_times=is_times):
        yield (
            DoubtCode.CHANGE_FROM_PLAN,
            f"“{figure}” is compared with a mean or something else, but recorded as a change from an earlier time.",
            f"“{figure}” là so với mức bình quân hoặc nơi khác, nhưng được ghi là thay đổi so với thời gian trước.",
        )
    if not isinstance(time, Period):
        return
    first, last = days_of(time)
    is_yearly = isinstance(value, Change | RelativeChange) and "/" in value.unit.code
    clause = before.rpartition(";")[2]
    if (
        isinstance(value, Change | RelativeChange)
        and not is_yearly
        and _YEARLY.search(f"{clause[-_NEAR:]}{figure}{after[:12]}")
    ):
        yield (
            DoubtCode.SPAN_OF_CHANGE,
            f"The words beside “{figure}” say a change each year, but it is recorded as one of the whole time.",
            f"Những từ cạnh “{figure}” nói mức thay đổi mỗi năm, nhưng được ghi cho cả thời kỳ.",
        )
    elif last.year == first.year and _SPAN.search(clause):
        yield (
            DoubtCode.SPAN_OF_CHANGE,
            f"The sentence speaks of several years, but “{figure}” is recorded as a change within {first.year}.",
            f"Câu văn nói về nhiều năm, nhưng “{figure}” được ghi là thay đổi trong năm {first.year}.",
        )


def _of_part_of_year(record: Any, before: str, figure: str) -> Iterator[Reason]:
    """Yield the doubt about a figure whose words name months, a quarter or a week, and that has another time."""
    parts = [one for one in parts_of_year_in(before) if not leaves_bracket(before[one.end() :])]
    time = value_in(record, "time")
    week = _WEEK.search(before)
    if week is not None and isinstance(time, Period) and (time.end - time.start).days >= _WEEK_IN_DAYS:
        yield (
            DoubtCode.PART_OF_YEAR,
            f"The words before “{figure}” say “{week[0]}”, but it is recorded for {time}.",
            f"Những từ trước “{figure}” nói “{week[0]}”, nhưng số liệu được ghi cho {time}.",
        )
    if not parts or not isinstance(time, Period) or _LATER_TIME.search(before, parts[-1].end()):
        return
    part, months = parts[-1], time.months
    if is_up_to(before, part.start()) or months is None:
        is_other = months is not None and months % _YEAR_IN_MONTHS == 0
    else:
        is_other = (months - months_of_part(part)) % _YEAR_IN_MONTHS != 0
    if is_other:
        yield (
            DoubtCode.PART_OF_YEAR,
            f"The words before “{figure}” say “{part[0]}”, but it is recorded for {time}.",
            f"Những từ trước “{figure}” nói “{part[0]}”, nhưng số liệu được ghi cho {time}.",
        )


def _of_assumed_time(record: Any, before: str, figure: str) -> Iterator[Reason]:
    """Yield the doubt about a figure with an assumed time after words that name another time.

    A time that a person entered in a draft is not doubted, nor is that of a figure that a season does not govern.
    """
    time = value_in(record, "time")
    if value_in(record, "time_basis") is not TimeBasis.ASSUMED or not isinstance(time, Period | AsOf):
        return
    if isinstance(record, PartialRecord) and "time" not in record.proposed:
        return
    first, last = days_of(time)
    for named in reversed([*_NAMED_TIME.finditer(before)]):
        is_of_other = _OF_OTHERS.search(before[: named.start()]) is not None
        is_of_other = is_of_other or (named["season"] is not None and not _governs(before[named.end() :], record))
        if not is_of_other and not (named["year"] and first.year <= int(named["year"]) <= last.year):
            yield (
                DoubtCode.ASSUMED_TIME,
                f"The words before “{figure}” say “{named[0]}”, but its time {time} is assumed.",
                f"Những từ trước “{figure}” nói “{named[0]}”, nhưng thời gian {time} là giả định.",
            )
            return


def _governs(between: str, record: Any) -> bool:
    """Return whether a season may govern a figure after some words: its area, mass or yield, or what comes first."""
    if _CLAUSES.search(between):
        return False
    value = value_in(record, "value")
    unit = value.unit.numerator if isinstance(value, Value | Change | RelativeChange) else None
    is_grown = unit is not None and (unit.kind in _GROWN or isinstance(value, RelativeChange))
    return is_grown or not re.search(r"[\d,]", _PERCENTS.sub(" ", between))


def _of_two_levels(before: str, figure: str, after: str) -> Iterator[Reason]:
    """Yield the doubt about what follows two figures, unless the words after it say of which it is."""
    if not after.strip().startswith(said_of.ABOUT_ITS) and _TWO_LEVELS.search(_PERCENTS.sub(" ", before)):
        yield (
            DoubtCode.CHANGE_OF_OTHER,
            f"Two figures stand before “{figure}”: it may be said of the first or of the second.",
            f"Trước “{figure}” có hai số liệu: có thể nói về số thứ nhất hoặc số thứ hai.",
        )


def _is_announced(before: str) -> bool:
    """Return whether the words right before a figure announce a part: trong đó."""
    return _AMONG.search(before[-_NEAR:].rpartition(".")[2].rpartition(";")[2]) is not None


def _in_bracket(before: str, figure: str) -> bool:
    """Return whether a figure in a bracket counts what the one before it does: 37 trường (13 trường mầm non)."""
    outer, _, inner = before.rpartition("(")
    noun = noun_of(figure).partition(" ")[0]
    return ")" not in inner and noun != "" and re.search(rf"\d\s+{re.escape(noun)}\b[^()\d]*$", outer) is not None

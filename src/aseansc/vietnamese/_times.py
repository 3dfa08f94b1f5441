"""Apply the time of a date to the figures before and after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from aseansc.mentions import MentionKind
from aseansc.periods import AsOf, MonthDay, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.units import month, year
from aseansc.values import Change, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._around import base_at, is_compared, moves_in_clause
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._context import Context
from aseansc.vietnamese._dates import TIME_OF_DAY, year_of
from aseansc.vietnamese._days import NO_YEAR, same_days
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._lexicon import dates as lexicon
from aseansc.vietnamese._lexicon.around import AND, LAST, PERIODS
from aseansc.vietnamese._lexicon.scope import IS, NEXT, SAME_PERIODS
from aseansc.vietnamese._other_times import is_base_of_prices, is_of_holiday, is_of_something_else, limits_event
from aseansc.vietnamese._plans import BREAKS
from aseansc.vietnamese._tokens import END, Tokens

_FAR: Final = 16
_LISTED: Final = ([","], [AND])
_ENDS: Final = frozenset(".;!?")
_SENTENCE_ENDS: Final = _ENDS | {END}


def place(candidate: Candidate, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
    """Apply the context to a figure; if the figure is a time, apply it to the others."""
    context.bracketed = None
    candidate.is_base = candidate.takes_time and (_is_base(candidate, tokens) or _joins_base(candidate, tokens, found))
    candidate.govern(context)
    if candidate.takes_time and _is_of_last(tokens, candidate.end):
        candidate.time_by(None, None)  # cao hơn mức 11,12% của năm trước
    is_coming = candidate.mention is MentionKind.DURATION and tokens.words[candidate.end] == NEXT
    context.may_be_planned = context.may_be_planned or is_coming  # trong 5 năm tới, đầu tư 500 tỷ đồng
    if candidate.mention is MentionKind.DATE:
        _place_date(candidate, tokens, context, found)
    elif candidate.mention is MentionKind.DURATION and candidate.unit == month:
        _place_months(candidate, tokens, context)
    elif candidate.mention is MentionKind.DURATION and candidate.unit == year:
        _place_years(candidate, tokens, context)


def _is_of_last(tokens: Tokens, end: int) -> bool:
    """Return whether a figure is that of the year before: 11,12% của năm trước."""
    words = tokens.words
    return words[end] == lexicon.OF and words[end + 1] in PERIODS and words[end + 2] in LAST


def _place_months(candidate: Candidate, tokens: Tokens, context: Context) -> None:
    """End the time at the first months of a year at the head of a clause: 6 tháng tăng 5,5%, lũy kế 9 tháng."""
    before = tokens.words[candidate.start - 1] if candidate.start else ""
    time, number = context.time, candidate.number
    after = tokens.words[candidate.end]
    if after == lexicon.AGO:
        if time is not None and before not in lexicon.SINCE and Decimal(_months_of(time)) != number:
            context.time = context.time_collection = None  # quý II đạt 3,2 tỷ USD, đưa tổng số 6 tháng qua lên 5,8 tỷ
        return
    if (before and before not in lexicon.HEADS) or after in lexicon.NOT_AFTER_MONTHS:
        return
    context.end_used_plan()
    context.time = context.time_collection = None
    context.is_of_part = True
    if before in lexicon.CUMULATED and time is not None and isinstance(number, Decimal):
        start, end = days_of(time)
        if start.year == end.year and end.month == number:
            context.set_time(Period(start=Period.year(end.year).start, end=Period.month(end.year, end.month).end), None)


def _months_of(time: Time) -> int:
    """Return how many months a time lasts, or 0 if they are not whole."""
    return (time.months or 0) if isinstance(time, Period) else 0


def _place_years(candidate: Candidate, tokens: Tokens, context: Context) -> None:
    """End a carried time at a number of years at the head of a sentence: trong 5 năm, tuyển sinh được 500 người."""
    start = candidate.start - (tokens.words[candidate.start - 1] in lexicon.DURING)
    if start <= context.head and context.time_basis is TimeBasis.CARRIED:
        context.time = context.time_collection = None


def _place_date(candidate: Candidate, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
    last = found[-1] if found else None
    if tokens.precedes(candidate.start, *lexicon.WINTER_CROP) or tokens.precedes(
        candidate.start, lexicon.SHORT_WINTER_CROP
    ):
        candidate.value, candidate.note = None, lexicon.CROP_YEAR
    elif is_of_holiday(candidate, tokens):
        candidate.value, candidate.note = None, lexicon.HOLIDAY_NOTE
    if is_base_of_prices(tokens, candidate.start):
        candidate.value, candidate.note, candidate.is_barred = None, lexicon.BASE_YEAR_NOTE, True
    elif candidate.note == TIME_OF_DAY or is_of_something_else(candidate, tokens, last):
        candidate.is_barred = True
    elif candidate.note == lexicon.TO_NOW_NOTE:
        context.be_until_now(candidate.start, candidate.end)
    elif isinstance(candidate.value, Period | AsOf):
        context.bracketed = candidate.value
        _apply(candidate, candidate.value, tokens, context, found)
    else:
        _end_carried_time(candidate, tokens, context, found)
        context.may_be_planned |= _is_rest_of_year(candidate, tokens)


def _is_rest_of_year(candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether a time is the end of a year that is not named: 6 tháng cuối năm, thu 120 tỷ đồng."""
    words = tokens.words[candidate.start : candidate.end]
    return words[-2:] == [lexicon.LAST, lexicon.YEAR] and lexicon.MONTH in words


def _joins_base(candidate: Candidate, tokens: Tokens, found: list[Candidate]) -> bool:
    """Return whether a figure is listed after a base: từ 4.188 xã, 428 huyện năm 2007 xuống còn 3.815 xã, 420 huyện."""
    last = found[-1] if found else None
    if last is None or not last.is_base or not last.takes_time or isinstance(candidate.value, Change | RelativeChange):
        return False
    return tokens.words[last.end : candidate.start] in _LISTED


def _is_base(candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether a change starts from a figure or is compared with it: từ 12% xuống còn 8%, so với 450 tỷ đồng."""
    words, back = tokens.words, candidate.start - 1
    while back > candidate.start - 3 and words[back] in lexicon.BEFORE_BASE:
        back -= 1
    if candidate.kind is FigureKind.RANGE or not isinstance(candidate.value, Value | None):
        return False
    if (words[back - 1], words[back]) == lexicon.AGAINST:
        return True
    if words[back] != lexicon.START_OF_CHANGE:
        return False
    for at in range(candidate.end, min(candidate.end + _FAR, tokens.size)):
        if words[at] in _ENDS:
            break
        if words[at] in lexicon.ON_TO and words[at - 1] not in lexicon.NOT_ON_TO:
            return True
    return moves_in_clause(tokens, back)


def _apply(candidate: Candidate, time: Period | AsOf, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
    """Make a time that of the figure before it, of the figures of its clause, and of the figures that follow."""
    start = candidate.start
    last = found[-1] if found else None
    before = tokens.words[start - 1]
    is_first = before in lexicon.COMPARES and tokens.words[candidate.end] == lexicon.THE_OTHER
    figures = _timed_back(candidate, tokens, last, found)
    if not is_first and _is_compared(candidate, tokens, last):
        _compare(time, candidate, tokens, context, figures)
        return
    if _is_span_of_duration(candidate, tokens, found):
        found[-2].time_by(time, None)
        return
    if context.is_of_part and figures and time == year_of(time):
        return  # 6 tháng thu 500 tỷ đồng, bằng 54% dự toán năm 2022
    if last is not None and figures and figures[0] is last and _is_attached(candidate, tokens, last):
        _attach(candidate, time, tokens, context, figures)
        return
    _follow(time, candidate, figures, tokens)
    if is_first or before not in lexicon.NOT_THE_TIME:
        _govern(candidate, time, tokens, context, found)


def _govern(
    candidate: Candidate, time: Period | AsOf, tokens: Tokens, context: Context, found: list[Candidate]
) -> None:
    """Make a time that of the figures after it, unless it is one of several or only begins or ends a period."""
    words, start = tokens.words, candidate.start
    if _is_listed(candidate, tokens, found[-1] if found else None):
        context.time = context.time_collection = None  # which of several times applies is not stated
        if words[candidate.end] not in lexicon.VERBS:
            _leave(found)
    elif tokens.precedes(start, *lexicon.FROM_NOW):
        context.time = context.time_collection = None  # từ nay đến cuối năm 2020
    elif (
        words[start - 1] in lexicon.FROM_HERE
        or tokens.precedes(start, *lexicon.AFTER_DAY)
        or limits_event(tokens, start)
    ):
        candidate.is_base = True
        context.time = context.time_collection = None
    else:
        context.leave_listing(start, time)
        context.set_time(time, candidate.collection, of_one=_is_of_one(tokens, start))
        context.heads = context.heads or _heads_sentence(tokens, context.head, start)


def _is_long(time: Time | None) -> bool:
    return time is not None and days_of(time)[0].year != days_of(time)[1].year


def _is_own_rate(tokens: Tokens, last: Candidate, start: int) -> bool:
    """Return whether the rate of a change is that of a time: thấp hơn mức tăng 6,12% của cùng kỳ năm 2015."""
    words = tokens.words
    between = words[last.end : start]
    is_owner = between[:1] == [lexicon.OF] and tuple(between[1:]) in SAME_PERIODS
    return is_owner and words[last.start - 2] == lexicon.LEVEL


def _heads_sentence(tokens: Tokens, head: int, start: int) -> bool:
    """Return whether a time begins a sentence or a clause after a comma: theo báo cáo, đến hết năm 2018."""
    at = start
    while at > head and tokens.words[at - 1] in lexicon.BEFORE_HEAD:
        at -= 1
    return at - head <= 1 or tokens.words[at - 1] in lexicon.SIGNS_BEFORE_HEAD


def _is_of_one(tokens: Tokens, start: int) -> bool:
    """Return whether a moment is that of what is named before it: tổng đàn lợn tại thời điểm 1/4/2016 là 794 con."""
    if not tokens.precedes(start, *lexicon.MOMENT):
        return False
    at = start - len(lexicon.MOMENT)
    while tokens.words[at - 1] in lexicon.BEFORE_MOMENT:
        at -= 1
    return tokens.words[at - 1].isalpha()


def _follow(
    time: Period | AsOf, candidate: Candidate, figures: list[Candidate], tokens: Tokens, *, compared: bool = False
) -> None:
    """Apply a time to the figures before it, up to one with a base of its own or before a goal."""
    nearest = figures[0] if figures else None
    for other in figures:
        if other is not nearest and (
            base_at(tokens, other.end) if compared else _is_before_aim(tokens, other.end, candidate.start)
        ):
            return
        if other.takes_time:
            other.follow(time, candidate.collection, compared=compared)


def _is_before_aim(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the words between a figure and a time make the time that of a goal."""
    words = tokens.words
    return any((words[at], words[at + 1]) in lexicon.AIMS for at in range(start, end))


def _is_listed(candidate: Candidate, tokens: Tokens, last: Candidate | None) -> bool:
    """Return whether a time is one of several: năm 2016, 2017 và 2018."""
    if last is None or last.end != candidate.start - 1 or not isinstance(last.value, Period | AsOf):
        return False
    sign = tokens.words[last.end]
    if sign == "(" and tokens.words[candidate.end] != ")":
        return False  # đạt 66% kế hoạch năm 2019 (năm 2019, kế hoạch là 120.000 lao động)
    return not last.is_base and not last.is_barred and sign not in lexicon.NOT_A_LIST


def _leave(found: list[Candidate]) -> None:
    """Open the time of the figures before the first of several times: 700 kg vào các ngày 15/4/2019, 17/4/2019."""
    first = found[-1]
    for other in _of_clause(first, found[:-1]):
        if other.takes_time and other.time == first.value and other.time_basis is TimeBasis.STATED:
            other.time_by(None, None)


def _compare(
    year: Period | AsOf, candidate: Candidate, tokens: Tokens, context: Context, figures: list[Candidate]
) -> None:
    """Make a time the base of the changes before it or, without any, of those that follow.

    It is not known if it is a part of a year that is not stated: so với cùng kỳ năm 2023 (39 người).
    """
    candidate.is_base = True
    is_same = _is_same_period(tokens, candidate.start)
    time = _same_period(year, context.time or context.of_same) if is_same else year
    if figures and _is_own_rate(tokens, figures[0], candidate.start):
        figures[0].time_by(None if _is_long(context.time) else time, None)
        return
    context.bracketed = time
    heads, base = _heads_clause(tokens, candidate.start) or _is_of_same_period(candidate, tokens), time or year
    if time is None and heads:
        context.time = context.time_collection = None
        return
    _follow(base, candidate, figures, tokens, compared=True)
    if not any(other.has_moved or isinstance(other.value, RelativeChange) for other in figures):
        context.base = base
    if heads and time is not None:
        # (cùng kỳ năm 2017 đạt 450 tỷ đồng)
        context.set_time(time, None)


def _is_attached(candidate: Candidate, tokens: Tokens, last: Candidate) -> bool:
    """Return whether a time is that of the figure right before it: 12,5% năm 2016, 8,1% vào cuối năm 2018."""
    between = tokens.words[last.end : candidate.start]
    if not last.takes_time or (_compares_with_next(last) and between != [lexicon.OF] and not _is_span(candidate, last)):
        return False
    return last.is_base or _is_bracketed(candidate, tokens, last) or all(word in lexicon.ATTACHED for word in between)


def _is_span(candidate: Candidate, last: Candidate) -> bool:
    """Return whether a period is that of the yearly growth right before it: tăng 14%/năm thời kỳ 2011 - 2015."""
    value = last.value
    return candidate.kind is FigureKind.RANGE and isinstance(value, RelativeChange) and bool(value.unit.denominators)


def _is_span_of_duration(candidate: Candidate, tokens: Tokens, found: list[Candidate]) -> bool:
    """Return whether a period in brackets is that of the duration of a change: tăng 5 tỷ trong 10 năm (2009-2019)."""
    if len(found) < 2 or candidate.kind is not FigureKind.RANGE:
        return False
    figure, last = found[-2:]
    is_duration = last.mention is MentionKind.DURATION and tokens.words[last.end : candidate.start] == ["("]
    return is_duration and figure.has_moved and tokens.words[figure.end : last.start] in lexicon.DURING_YEARS


def _attach(
    candidate: Candidate, time: Period | AsOf, tokens: Tokens, context: Context, figures: list[Candidate]
) -> None:
    """Set the time of the figure right before a time, and let it apply to what follows if no other time does.

    It is that of no other figure in "0,4% của quý 2/2020" and "8,5% (2021)".
    """
    last = figures[0]
    if _is_of_plan(last, time):
        return
    last.time_by(time, candidate.collection)
    if tokens.words[candidate.start - 1] == lexicon.OF or _is_bracketed(candidate, tokens, last):
        if context.expected is not None and days_of(time)[1] < days_of(context.expected)[0]:
            last.statuses = ()  # ước tăng 5%, cao hơn mức tăng 4,7% của quý I năm 2021
        return
    _follow(time, candidate, figures[1:], tokens, compared=last.is_base)
    if last.is_base:
        context.base = time
        if context.time_basis is TimeBasis.CARRIED or context.is_attached:
            context.time = context.time_collection = None
    elif context.time is None or context.time_basis is TimeBasis.CARRIED:
        context.set_time(time, candidate.collection, attached=True)
    elif context.time != time:
        context.time = context.time_collection = None


def _is_of_plan(last: Candidate, time: Period | AsOf) -> bool:
    """Return whether a time is that of the plan of a percent: đến ngày 30/11/2021 đạt 74% kế hoạch năm 2021."""
    return last.kind is FigureKind.ATTAINMENT and time == year_of(time)


def _timed_back(
    candidate: Candidate, tokens: Tokens, last: Candidate | None, found: list[Candidate]
) -> list[Candidate]:
    """Return the figures before a time that it may apply to, from the last to the first."""
    if last is not None and _is_bracketed(candidate, tokens, last):
        return [last]
    if last is not None and _ends_sentence(candidate, tokens, last):
        return [last]
    if last is not None and (around := _around_bracket(candidate, tokens, last, found)):
        return around
    return [] if _begins_clause(candidate, tokens, last) else list(_of_clause(candidate, found))


def _is_bracketed(candidate: Candidate, tokens: Tokens, last: Candidate) -> bool:
    """Return whether a time is alone in a bracket after a figure: 8,5% (2021), 345 con (thời điểm 01/10/2018)."""
    between = tokens.words[last.end : candidate.start]
    return between[:1] == ["("] and all(map(str.isalpha, between[1:])) and tokens.words[candidate.end] == ")"


def _around_bracket(candidate: Candidate, tokens: Tokens, last: Candidate, found: list[Candidate]) -> list[Candidate]:
    """Return the figures of the bracket before a time and the one before it: thu 86 tỷ đồng (3 triệu USD) năm 2021."""
    words = tokens.words
    between = words[last.end : candidate.start]
    if between[:1] != [")"] or not all(word in lexicon.ATTACHED for word in between[1:]):
        return []
    inside: list[Candidate] = []
    for other in reversed(found):
        inside.append(other)
        before = words[found[-len(inside) - 1].end if len(inside) < len(found) else 0 : other.start]
        if "(" in before:
            break
    outside = found[-len(inside) - 1] if len(inside) < len(found) else None
    if outside is None or words[outside.end] != "(" or outside.sentence != candidate.sentence:
        return []
    return [] if any(other.mention is MentionKind.DATE for other in (*inside, outside)) else [*inside, outside]


def _ends_sentence(candidate: Candidate, tokens: Tokens, last: Candidate) -> bool:
    """Return whether a time ends the sentence of the figure before it: có 345 xã, tính đến 31/12/2018."""
    between = tokens.words[last.end : candidate.start]
    if last.sentence != candidate.sentence or "," not in between or tokens.words[candidate.end] not in _SENTENCE_ENDS:
        return False
    after = between[len(between) - between[::-1].index(",") :]
    return bool(after) and all(word in lexicon.ATTACHED for word in after) and between.count(",") == 1


def _begins_clause(candidate: Candidate, tokens: Tokens, last: Candidate | None) -> bool:
    """Return whether a time begins another clause without a comma: đạt 500 ha và năm 2018 đạt 600 ha."""
    words, start = tokens.words, candidate.start
    before = words[start - 1]
    if last is not None and before in lexicon.SUMS and words[start - 2] in lexicon.CUMULATING:
        return True  # tháng 8 giảm 33% lũy kế 8 tháng năm 2022 giảm gần 10%
    if last is not None and (_is_by_report(tokens, start) or tokens.precedes(start, *lexicon.MEANWHILE)):
        return True  # đạt 2,7 tỷ USD trong khi năm 2016 là 1,3 tỷ USD
    if before not in lexicon.NEW_CLAUSE or last is None:
        return False
    return before not in lexicon.UNTIL_A_TIME or words[candidate.end] in lexicon.VERBS


def _is_by_report(tokens: Tokens, start: int) -> bool:
    """Return whether *Theo báo cáo* begins a sentence before a time, also without a full stop after a headline."""
    return tokens.precedes(start, *lexicon.BY_REPORT) and tokens.raw(start - len(lexicon.BY_REPORT))[:1].isupper()


def _is_same_period(tokens: Tokens, start: int) -> bool:
    return start > 1 and (tokens.words[start - 2], tokens.words[start - 1]) in SAME_PERIODS


def _heads_clause(tokens: Tokens, start: int) -> bool:
    """Return whether *cùng kỳ* before a time begins a clause: trong khi cùng kỳ năm 2013 là 1.855 ca."""
    return _is_same_period(tokens, start) and (start == 2 or tokens.words[start - 3] in BREAKS | lexicon.WHILE)


def _is_of_same_period(candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether figures of *cùng kỳ* follow: cơ cấu tương ứng của cùng kỳ năm 2020 là 42,82%."""
    start = candidate.start
    is_owner = start > 2 and _is_same_period(tokens, start) and tokens.words[start - 3] == lexicon.OF
    return is_owner and tokens.words[candidate.end] in IS


def _same_period(year: Period | AsOf, time: Time | None) -> Period | AsOf | None:
    """Return the period of another year that corresponds to a part of a year, or `None` if that is not known.

    Up to a day that ends a month, these are the first months of the year; a time from one year to another has none.
    """
    if not isinstance(year, Period) or year != Period.year(year.start.year):
        return year
    if time is None:
        return None
    start, end = days_of(time)
    if isinstance(time, AsOf):
        start = Period.year(end.year).start
        if end != Period.month(end.year, end.month).end:
            return None
    if start.year != end.year:
        return None
    if Period(start=start, end=end).months is None:
        return same_days(start, end, year.start.year)
    first = Period.month(year.start.year, start.month).start
    return Period(start=first, end=Period.month(year.start.year, end.month).end)


def _of_clause(candidate: Candidate, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the figures before one in its clause, from the last to the first, up to another date."""
    for other in reversed(found):
        if (
            other.clause != candidate.clause
            or other.sentence != candidate.sentence
            or other.mention is MentionKind.DATE
        ):
            return
        yield other


def _end_carried_time(candidate: Candidate, tokens: Tokens, context: Context, found: list[Candidate]) -> None:
    """End the current time at a date without a year."""
    last = found[-1] if found else None
    if _is_compared(candidate, tokens, last):
        return
    figures = _timed_back(candidate, tokens, last, found)
    if last is not None and figures and figures[0] is last and _is_attached(candidate, tokens, last):
        last.time_by(None, None)
        if _is_bracketed(candidate, tokens, last):
            return
    for other in figures:
        if other.takes_time and other.time_basis is TimeBasis.CARRIED:
            other.time_by(None, None)
    year = context.time if context.time_basis is TimeBasis.STATED else None
    context.end_used_plan()
    context.time = context.time_collection = None
    context.is_of_part = candidate.note == NO_YEAR
    if isinstance(candidate.value, MonthDay) and isinstance(year, Period) and year == Period.year(year.start.year):
        context.set_time(_day_in(candidate.value, year), TimeCollection.AT)


def _day_in(day: MonthDay, year: Period) -> AsOf:
    """Return a day of a year that is stated earlier in the sentence: năm 2018, tại thời điểm 31/12."""
    return AsOf(date=min(dt.date(year.start.year, day.month, 1) + dt.timedelta(days=day.day - 1), year.end))


def _is_compared(candidate: Candidate, tokens: Tokens, last: Candidate | None) -> bool:
    """Return whether a time is a base of comparison: so với năm 2015, cùng kỳ năm 2018, gấp 2 lần năm 2015."""
    words, start = tokens.words, candidate.start
    if last is None or last.end > start:
        return is_compared(tokens, start, 0)
    between = words[last.end : start]
    if not between and _is_span(candidate, last):
        return False
    if _is_compared_with(last, between) or (_is_multiplied(last, between) and words[candidate.end] not in IS):
        return True
    if last.is_time and last.is_base and between == [AND]:
        return words[candidate.end] not in lexicon.VERBS  # mức tăng của cùng kỳ năm 2015 và năm 2016
    if last.is_time and words[last.start - 1] in lexicon.COMPARES:
        return between == [lexicon.THE_OTHER]
    # so sánh với 5 ngày nghỉ Tết 2018: a duration or a rank is part of the base
    is_part = last.mention is MentionKind.DURATION or last.kind is FigureKind.ORDINAL
    return is_compared(tokens, start, 0 if is_part else last.end)


def _is_compared_with(last: Candidate, between: list[str]) -> bool:
    """Return whether the words between a figure and a time compare them."""
    if not between:
        return _compares_with_next(last)
    if last.has_moved and between == [lexicon.THE_OTHER]:
        return True  # tăng 18,5% với tháng 9/2017
    if last.kind is FigureKind.PERCENT and tuple(between) in lexicon.RESULTS:
        return True
    return between == lexicon.EQUALS  # chia cổ tức 6% (bằng năm 2018)


def _is_multiplied(last: Candidate, between: list[str]) -> bool:
    """Return whether a time after a multiple names the earlier figure: gấp 3 lần tổng thiệt hại trong quý I/2017."""
    is_multiple = isinstance(last.value, RelativeChange) and last.value.form is RelativeForm.TIMES
    return is_multiple and len(between) > 1 and between[0] not in lexicon.ATTACHED and all(map(str.isalpha, between))


def _compares_with_next(last: Candidate) -> bool:
    """Return whether a time right after a change is its base: gấp 2 lần năm 2015, but not tăng 5,2% năm 2021."""
    if not isinstance(last.value, RelativeChange):
        return False
    # năm 2022 tăng 8% năm 2021: the change already has a time, so the second one is its base
    return last.value.form is not RelativeForm.BY or last.time_basis is TimeBasis.STATED

"""Write the fields of the records of a draft: what is known, what is proposed, and a question for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, final

from aseansc._attrs import is_stated_text
from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.drafts import Gap, Numbered, PartialRecord
from aseansc.errors import bug
from aseansc.indicators import Breakdown, IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Period, Time, TimeBasis, TimeCollection, days_of
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import UnitKind
from aseansc.values import Attainment, Value
from aseansc.vietnamese import _questions as ask
from aseansc.vietnamese._collected_times import SUMS
from aseansc.vietnamese._figure import Doubt
from aseansc.vietnamese._figure_times import Fields, FigureTimes, without_none
from aseansc.vietnamese._governing import OF_RATE
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._kinds import RATES, RECEIVED, is_unclear, says_there
from aseansc.vietnamese._lexicon.doubts import LEAST_OF_ALL, PAY
from aseansc.vietnamese._lexicon.said_of import REGISTERED
from aseansc.vietnamese._said_of import is_amount, named_plan
from aseansc.vietnamese._scopes import MAY_BE_PLANNED

_REGISTERED: Final = re.compile(REGISTERED, re.IGNORECASE)
_PAY: Final = re.compile(PAY, re.IGNORECASE)
_NO_ID: Final = re.compile(r"[^A-Za-z0-9]+")


@final
class Writer:
    """Writes the records of figures and of indicators.

    Args:
        ids: makes ids unique.
        place: the code of the place, if known; otherwise figures have that of the draft.
        period: the period of the report, if known.
        times: the times that the report states, from which those of figures are suggested.
        code_of: returns the code of a place, if it is known.
        is_open: whether the title names several times, so that what is added up may be that of any of them.
    """

    def __init__(
        self,
        ids: Numbered,
        place: str | None,
        period: Period | None,
        times: tuple[Time, ...],
        code_of: Callable[[str], str | None],
        *,
        is_open: bool = False,
    ) -> None:
        self._code_of = code_of
        self._ids = ids
        self._place = place
        self._levels: dict[int, list[Item]] = {}
        self._reached: set[int] = set()
        """The levels of which percents of their plans are stated."""
        self._of_sentence: dict[tuple[int, tuple[int, int]], list[Item]] = {}
        self._timing = FigureTimes(period, times, self._levels, self._of_sentence, is_open=is_open)

    def settle(self, items: Iterable[Item]) -> None:
        """Decide the kinds of indicators by the times of their figures, and name the records of the figures."""
        listed = list(items)
        for item in listed:
            measured = item.measured
            if measured is None:
                continue
            if item.is_attainment and item.level is not None:
                self._reached.add(id(item.level))
            if item.is_level:
                self._levels.setdefault(id(measured), []).append(item)
                self._of_sentence.setdefault((id(measured), item.sentence), []).append(item)
            known = None if _is_pay(item) or _is_unknown(measured) else measured.kind
            measured.kind = known or _kind_by_collection(item)
        for item in listed:
            item.record = self._ids.once(self._name(item))

    def _name(self, item: Item) -> str:
        """Return the id of the record of a figure: its indicator, its time and what it is."""
        base = "figure" if item.measured is None else item.measured.id
        timed = self._timing.timed(item)[0]
        time, collection = timed.get("time"), timed.get("time_collection")
        parts = [base]
        if isinstance(time, Period | AsOf):
            parts.append(_slug_of_time(time))
        if item.is_attainment:
            parts.append("attainment")
        elif item.is_plan:
            parts.append("target")
        elif item.is_change:
            parts.append("change")
        elif isinstance(collection, TimeCollection):
            parts.append(collection.value.replace("_", "-"))
        if item.breakdown:
            parts.append(item.breakdown.partition(":")[2])
        return ".".join(parts)

    # -- indicators

    def indicator(self, measured: Measured) -> tuple[Fields, list[str]]:
        """Return the fields of an indicator, and the names of those that are proposed."""
        figure = measured.first.figure
        is_change = measured.first.is_change and not self._levels.get(id(measured))
        is_named = measured.name != "" and is_stated_text(measured.name)
        proposals = without_none(
            name=PartialRecord(Text, {"vi": measured.name}) if is_named else None,
            unit=measured.unit if measured.is_unit_proposed else None,
            kind=None if measured.unit is not None and measured.unit.kind in RATES else measured.kind,
            better=measured.better if is_named or measured.has_plan else None,
            numerator=None if measured.numerator is None else measured.numerator.id,
            denominator=None if measured.denominator is None else measured.denominator.id,
            breakdowns=(_breakdown(measured),) if measured.parts else None,
        )
        fields = without_none(
            id=measured.id,
            name=PartialRecord(Text, {"vi": ask.name(figure, measured.name_choices)}),
            unit=measured.unit or ask.unit(figure, of_change=is_change),
            kind=measured.kind or ask.kind(figure, of_pay=_is_pay(measured.first)),
            better=ask.better(measured.name or figure.printed) if measured.has_plan else None,
            denominator=ask.denominator(figure, measured.denominators) if measured.denominators else None,
            section=measured.first.section or None,
        )
        return fields | proposals, list(proposals)

    # -- figures

    def figure(self, item: Item, citation: Citation | Gap) -> tuple[type, Fields, list[str]]:
        """Return the class and the fields of the record of a figure, and the names of those that are proposed."""
        timed, proposed = self._timing.asked_once(item, *self._timing.timed(item))
        place = self._place_of(item)
        proposed += ["place"] * (item.place is not None and isinstance(place, str))
        fields: Fields = without_none(id=item.record, place=place) | timed | {"citation": citation}
        is_target = item.is_plan and not item.is_attainment
        statuses = tuple(one for one in item.figure.statuses if not (is_target and one in _NOT_OF_TARGETS))
        asked = self._asked_status(item)
        if statuses or asked is not None:
            fields["statuses"] = asked or statuses
        note = "" if item.figure.doubt is Doubt.STATUS else _note(item)
        if is_stated_text(note):
            fields["note"] = Text(en=note)
        if item.is_attainment:
            return AttainmentClaim, self._attainment(item, fields, proposed), proposed
        fields["value"] = self._value(item)
        measured = item.measured
        if measured is None:
            raise bug(measured)
        fields["indicator"] = measured.id
        proposed += ["indicator"] * (measured.name != "" or item is not measured.first)
        if item.breakdown:
            fields["breakdown"] = (item.breakdown,)
            proposed += ["breakdown", *(["value"] if item.value is None else [])]
        if item.is_plan:
            return Target, fields, [*proposed, *(["value"] if item.figure.out_of is not None else [])]
        if item.is_change:
            proposed += ["value"] * (item.figure.value is None and item.value is fields["value"])
            self._add_ends(item, fields, proposed)
            return ChangeClaim, fields, proposed
        return Observation, fields, proposed

    def _asked_status(self, item: Item) -> Gap | None:
        """Return a question for a status that the words leave open, unless the level before answers it.

        What a percent of the plan is said of was reached.
        """
        level, figure = item.level, item.figure
        is_reached = named_plan(item) != "" or (level is not None and not level.is_plan)
        if item.is_attainment and Status.PLANNED in figure.statuses and is_reached:
            return ask.status(figure)  # đạt 275 tỷ đồng, vượt 10% so với chỉ tiêu phấn đấu, bằng 20% dự toán
        is_open = figure.doubt is Doubt.STATUS and not item.is_plan and not figure.statuses and not item.is_whole
        is_settled = id(item) in self._reached and ask.may_be_planned(figure)
        is_asked = level is not None and level.figure.doubt is Doubt.STATUS
        return ask.status(figure) if is_open and not is_settled and not is_asked else None

    def _place_of(self, item: Item) -> str | Gap | None:
        """Return the code of the place of a figure, or a question for a place that has no known code."""
        if item.place is None:
            return self._place
        known = None if item.place.is_unsure else self._code_of(item.place.name)
        return known or ask.place(item.figure, item.place, self._place)

    def _attainment(self, item: Item, fields: Fields, proposed: list[str]) -> Fields:
        fields["value"] = item.value if isinstance(item.value, Attainment) else ask.attainment(item.figure)
        level = item.level
        if level is None or level.is_plan:
            fields["actual"] = ask.actual(item.figure, named_plan(item))
        else:
            fields["actual"] = level.record
            proposed.append("actual")
        plans = [other for other in self._timing.beside(item) if other.is_plan and other.is_level]
        if len(plans) == 1 and plans[0] is not level:  # phấn đấu thu 254 tỷ đồng, đạt 87% dự toán: of another plan
            fields["target"] = plans[0].record
            proposed.append("target")
        return fields

    def _add_ends(self, item: Item, fields: Fields, proposed: list[str]) -> None:
        """Add the levels between which an indicator changed."""
        end = item.level
        if end is None or end.is_plan:
            return
        last, own = self._timing.of(end), fields.get("time")
        is_other = item.named_at is not None and item.named_at > end.start and item.named_time is None
        if isinstance(own, Period | AsOf) and last is not None and fields["time_basis"] is not TimeBasis.ASSUMED:
            is_other = days_of(own)[1] != days_of(last)[1] or days_of(own)[0] > days_of(last)[0]
        if is_other:
            return  # đạt 11 tỷ đồng, tăng 10% (quý III tăng 9%)
        fields["end"] = end.record
        proposed.append("end")
        if last is None:
            return
        before = days_of(last)[0 if item.measured is not None and item.measured.kind is IndicatorKind.FLOW else 1]
        for other in self._timing.beside(item):
            first = self._timing.of(other)
            if other is end or other.is_plan or first is None or not _are_alike(first, last, item.measured):
                continue
            if days_of(first)[1] < before:
                fields["start"] = other.record
                proposed.append("start")
                return

    def _value(self, item: Item) -> object:
        figure = item.figure
        if figure.doubt is Doubt.POINTS and item.is_change and not _changes_amount(item):
            return ask.points_or_percent(figure, self._dated_levels(item), of_target=item.is_plan)
        if item.may_be_change_wanted and isinstance(item.value, Value):
            return ask.change_wanted(figure, item.value)
        if item.value is not None:
            return item.value
        if item.is_change:
            return ask.partial_change(figure)
        return ask.partial_value(figure, item.measured.unit if item.breakdown and item.measured is not None else None)

    def _dated_levels(self, item: Item) -> list[tuple[Time, Value]]:
        """Return the levels that were reached of what a change is said of, with their times."""
        levels = [other for other in self._levels.get(id(item.measured), []) if not other.is_plan]
        dated = [(time, other.value) for other in levels if (time := self._timing.moment_of(other)) is not None]
        return [(time, value) for time, value in dated if isinstance(value, Value)]


def _are_alike(first: Time, last: Time, measured: Measured | None) -> bool:
    """Return whether levels of two times may be those of a change: amounts of a month and of a year are not."""
    is_flow = measured is not None and measured.kind is IndicatorKind.FLOW
    return not is_flow or not (isinstance(first, Period) and isinstance(last, Period)) or first.months == last.months


def _note(item: Item) -> str:
    """Return the note of a figure, without doubts that are asked about, or that other figures settle."""
    if item.is_aside and item.is_plan:
        settled = MAY_BE_PLANNED
    elif item.figure.doubt is Doubt.POINTS and item.is_change:
        settled = OF_RATE
    else:
        return item.figure.note
    return "; ".join(part for each in item.figure.note.split(settled) if (part := each.strip("; ")))


def _kind_by_collection(item: Item) -> IndicatorKind | None:
    """Return the kind of a level that the time collection stated in its sentence shows.

    What is counted up to a day, or money at the beginning of a year, may be of either kind: giao đầu năm 825 tỷ đồng.
    """
    collection, is_carried = item.figure.collection, item.figure.time_basis is TimeBasis.CARRIED
    if collection is None or not item.is_level or is_carried:
        return None
    is_money = item.unit is not None and item.unit.kind is UnitKind.MONEY
    is_received = item.unit is not None and item.unit.code in RECEIVED
    if collection.is_point and (is_received or is_unclear(item.words, item.unit)):
        return None  # đến ngày 30/9 có 3,3 triệu hồ sơ của 41 nghìn doanh nghiệp
    if _REGISTERED.search(item.words.subject) if is_money else says_there(item.words):
        return None  # lũy kế đến cuối năm có 16 dự án còn hiệu lực với số vốn đăng ký 3 tỷ USD
    is_rate = collection.is_repeated and (is_money or "/" in item.figure.printed)  # but: bảo quản hàng năm 500 chiếc
    return IndicatorKind.FLOW if collection in SUMS or is_rate else None


def _is_unknown(measured: Measured) -> bool:
    """Return whether what changed is asked, so that its kind does not follow from the words: cắt giảm 20% thời gian."""
    return not measured.name and measured.unit is None and measured.first.is_change


def _is_pay(item: Item) -> bool:
    """Return whether an amount of money is what one person earns: thu nhập cao nhất là 8 triệu đồng."""
    value, words = item.value, item.words
    is_small = isinstance(value, Value) and value.unit.kind is UnitKind.MONEY and value.magnitude < LEAST_OF_ALL
    return is_small and _PAY.search(f"{words.head} {words.clause}") is not None


def _changes_amount(item: Item) -> bool:
    """Return whether a percent is said of an amount, so that it cannot mean percentage points."""
    return item.level is not None and item.measured is not None and is_amount(item.measured.unit)


_NOT_OF_TARGETS: Final = (Status.PLANNED, Status.ESTIMATED)
"""Statuses that say nothing of a target, or that are those of what was reached: ước đạt 52% (mục tiêu 52,5%)."""


def _breakdown(measured: Measured) -> Breakdown:
    """Return the parts of an indicator; all of them, without overlaps, if the words say so: gồm."""
    parts = tuple(part.id for part in measured.parts)
    is_complete = measured.all_parts and len(parts) > 1
    return Breakdown(parts=parts, complete=is_complete, disjoint=is_complete)


def _slug_of_time(time: Time) -> str:
    """Return a time as a part of an id: 2018, 2016-2018, 2018-q3, 2018-12-31."""
    is_of_years = isinstance(time, Period) and time == Period.years(time.start.year, time.end.year)
    if isinstance(time, Period) and is_of_years and time.start.year != time.end.year:
        return f"{time.start.year}-{time.end.year}"
    return _NO_ID.sub("-", str(time).lower()).strip("-")

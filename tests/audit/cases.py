"""A small review for every check code, with numbers that pass the check and numbers that fail it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from attrs import evolve, frozen

from aseansc import Absent, AsOf, Citation, MentionKind, Period, Review, Text, TimeCollection, Value
from aseansc.audit import Check, CheckCode, Verdict, audit
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.indicators import Breakdown, Direction
from aseansc.units import (
    Unit,
    commune,
    dwelling,
    hectare,
    household,
    incident,
    language,
    percent,
    percentage_point,
    person,
    person_turn,
    project,
    province,
    rank,
    school,
    year,
)
from aseansc.values import Attainment, Change, RelativeChange

TEXT = "x" * 400
SPAN = Period.years(2016, 2018)
Y2016, Y2017, Y2018 = (Period.year(number) for number in (2016, 2017, 2018))


def made(
    build: Callable[..., object], *numbers: Any, date: dt.date | None = None, units: tuple[Unit, ...] = ()
) -> Review:
    """Build a small review from a function and its numbers, optionally with custom units. It states its structure."""
    part = ReportPart(document="report", place="VN-01", period=SPAN)
    build(part, *numbers)
    document = Document(
        id="report",
        title="Report",
        sha256=sha256_of(TEXT),
        lang="vi",
        date=Absent.NOT_STATED if date is None else date,
    )
    title, programme = Text(en="Case"), Text(en="Programme")
    review = assemble(part, id="case", title=title, programme=programme, documents=[document], units=units)
    return evolve(review, indicators=[evolve(item, structure_stated=True) for item in review.indicators])


def at(part: ReportPart, number: int) -> Citation:
    """Return the citation of the figure with this number."""
    return part.cite(4 * number, "xx")


def _flow(part: ReportPart, name: str, unit: Any = person, **more: Any) -> Any:
    return part.flow(name, unit, en=name.title(), vi=name, **more)


def _stock(part: ReportPart, name: str, unit: Any = person, **more: Any) -> Any:
    return part.stock(name, unit, en=name.title(), vi=name, **more)


def _share(part: ReportPart, name: str, **more: Any) -> Any:
    return part.share(name, en=name.title(), vi=name, **more)


def parts(part: ReportPart, whole: str, first: str, second: str, complete: bool = True, disjoint: bool = True) -> None:
    one, other = _flow(part, "local", project), _flow(part, "national", project)
    breakdown = Breakdown(parts=(one.id, other.id), complete=complete, disjoint=disjoint)
    every = _flow(part, "projects", project, breakdowns=(breakdown,))
    for number, (indicator, value) in enumerate(((every, whole), (one, first), (other, second))):
        if value:
            part.total(indicator, Value.parse(f"{value} project"), SPAN, at(part, number))


def some_parts(part: ReportPart, whole: str, first: str, second: str) -> None:
    parts(part, whole, first, second, complete=False)


def overlapping_parts(part: ReportPart, whole: str, first: str, second: str) -> None:
    parts(part, whole, first, second, disjoint=False)


def category(part: ReportPart, whole: str, female: str) -> None:
    trained = _flow(part, "trained")
    part.total(trained, Value.parse(f"{whole} person"), Y2018, at(part, 0))
    part.total(trained, Value.parse(f"{female} person"), Y2018, at(part, 1), breakdown=("sex:female",))


def structure(part: ReportPart, first: str, second: str, third: str, complete: bool = True) -> None:
    branches = [_stock(part, name) for name in ("farming", "industry", "services")]
    breakdown = Breakdown(parts=tuple(branch.id for branch in branches), complete=complete, disjoint=True)
    workers = _stock(part, "workers", breakdowns=(breakdown,))
    for number, (branch, value) in enumerate(zip(branches, (first, second, third), strict=True)):
        share = _share(part, f"{branch.id}-share", of=branch, among=workers)
        if value:
            part.at_end(share, Value.parse(f"{value} percent"), Y2018, at(part, number))


def some_shares(part: ReportPart, first: str, second: str, third: str) -> None:
    structure(part, first, second, third, complete=False)


def rate(part: ReportPart, ratio: str, above: str, below: str) -> None:
    poor, every = _stock(part, "poor", household), _stock(part, "households", household)
    share = _share(part, "poverty", of=poor, among=every)
    for number, (indicator, value, unit) in enumerate(
        ((share, ratio, "percent"), (poor, above, "household"), (every, below, "household"))
    ):
        if value:
            part.at_end(indicator, Value.parse(f"{value} {unit}"), Y2018, at(part, number))


def denominators(part: ReportPart, one: str, one_rate: str, other: str, other_rate: str) -> None:
    every = _stock(part, "households", household)
    for number, (name, count, ratio) in enumerate((("poor", one, one_rate), ("near-poor", other, other_rate))):
        some = _stock(part, name, household)
        share = _share(part, f"{name}-rate", of=some, among=every)
        part.at_end(some, Value.parse(f"{count} household"), Y2018, at(part, 2 * number))
        part.at_end(share, Value.parse(f"{ratio} percent"), Y2018, at(part, 2 * number + 1))


def ranked(part: ReportPart, place: str, number: str) -> None:
    provinces = _stock(part, "ranked", province)
    index = part.rate("pci-rank", rank, among=provinces, en="PCI rank", vi="Thứ hạng PCI")
    part.at_end(index, Value.parse(f"{place} rank"), Y2018, at(part, 0))
    part.at_end(provinces, Value.parse(f"{number} province"), Y2018, at(part, 1))


def change(part: ReportPart, start: str, end: str, value: Change | RelativeChange) -> None:
    poverty = _share(part, "poverty")
    first = part.at_beginning(poverty, Value.parse(f"{start} percent"), Y2016, at(part, 0)) if start else None
    last = part.at_end(poverty, Value.parse(f"{end} percent"), Y2018, at(part, 1)) if end else None
    part.change(poverty, first or Absent.NOT_STATED, last or Absent.NOT_STATED, value, at(part, 2), time=SPAN)


def attainment(part: ReportPart, actual: str, plan: str, value: Attainment) -> None:
    planted = _flow(part, "planted", hectare)
    done = part.total(planted, Value.parse(f"{actual} hectare"), Y2018, at(part, 0))
    wanted = Value.parse(f"{plan} hectare") if plan else Absent.NOT_STATED
    target = part.target(planted, wanted, Y2018, TimeCollection.TOTAL)
    part.attainment(done, target, value, at(part, 1))


def plan_parts(part: ReportPart, whole: str, whole_share: str, piece: str, piece_share: str) -> None:
    replaced = _flow(part, "replaced", hectare)
    planted = _flow(
        part, "planted", hectare, breakdowns=(Breakdown(parts=(replaced.id,), complete=False, disjoint=True),)
    )
    for number, (indicator, actual, reached) in enumerate(
        ((planted, whole, whole_share), (replaced, piece, piece_share))
    ):
        done = part.total(indicator, Value.parse(f"{actual} hectare"), Y2018, at(part, 2 * number))
        target = part.target(indicator, Absent.NOT_STATED, Y2018, TimeCollection.TOTAL)
        part.attainment(done, target, Attainment.exact(reached, percent), at(part, 2 * number + 1))


def average(part: ReportPart, yearly: str, total: str) -> None:
    visits = _flow(part, "visits", person_turn)
    part.average(visits, Value.parse(f"{yearly} person_turn"), SPAN, at(part, 0))
    part.total(visits, Value.parse(f"{total} person_turn"), SPAN, at(part, 1))


def each(part: ReportPart, yearly: str, total: str) -> None:
    visits = _flow(part, "visits", person_turn)
    part.each(visits, Value.parse(f"{yearly} person_turn"), SPAN, at(part, 0))
    part.total(visits, Value.parse(f"{total} person_turn"), SPAN, at(part, 1))


def spans(part: ReportPart, whole: str, *years: str) -> None:
    visits = _flow(part, "visits", person_turn)
    part.total(visits, Value.parse(f"{whole} person_turn"), SPAN, at(part, 0))
    for number, value in enumerate(years):
        if value:
            period = Period.year(2016 + number)
            part.total(visits, Value.parse(f"{value} person_turn"), period, at(part, number + 1))


def share_of(part: ReportPart, some: str, every: str, value: str) -> None:
    treated, users = _stock(part, "treated"), _stock(part, "users")
    counted = part.at_end(treated, Value.parse(f"{some} person"), Y2018, at(part, 0))
    if every:
        part.at_end(users, Value.parse(f"{every} person"), Y2018, at(part, 1))
    part.share_of(counted, users, Value.parse(f"{value} percent"), at(part, 2))


def share_unit(part: ReportPart, unit: Any) -> None:
    treated, users = _flow(part, "treated", unit), _stock(part, "users")
    counted = part.total(treated, Value.over(2000, unit), Y2018, at(part, 0))
    part.share_of(counted, users, Value.over(50, percent), at(part, 1))


def restated(part: ReportPart, first: str, again: str) -> None:
    poor = _stock(part, "poor", household)
    part.at_end(poor, Value.parse(f"{first} household"), Y2018, at(part, 0))
    part.at_end(poor, Value.parse(f"{again} household"), Y2018, at(part, 1))


def listed(part: ReportPart, count: str, *names: str) -> None:
    spoken = _stock(part, "languages", language)
    part.at_end(spoken, Value.parse(f"{count} language"), Y2018, at(part, 0), lists=names)


def duration(part: ReportPart, years: int, gap: int = 2, length: int = 2) -> None:
    part.mention(MentionKind.DURATION, Value.exact(years, year), part.cite(0, "x" * length))
    part.mention(MentionKind.DATE, SPAN, part.cite(2 + gap, "xx"))


def estimated(part: ReportPart) -> None:
    poor = _stock(part, "poor", household)
    part.at_end(poor, Value.exact(24737, household), Y2018, at(part, 0), estimated=True)


def chained(part: ReportPart, whole: str, first: str, second_rate: str) -> None:
    """Add a whole, one of its two parts, and the share of the other part: only all three at once can contradict."""
    one, other = _stock(part, "upland", household), _stock(part, "lowland", household)
    every = _stock(
        part,
        "households",
        household,
        breakdowns=(Breakdown(parts=(one.id, other.id), complete=True, disjoint=True),),
    )
    share = _share(part, "lowland-share", of=other, among=every)
    part.at_end(every, Value.parse(f"{whole} household"), Y2018, at(part, 0))
    part.at_end(one, Value.parse(f"{first} household"), Y2018, at(part, 1))
    part.at_end(share, Value.parse(f"{second_rate} percent"), Y2018, at(part, 2))


def timed(part: ReportPart, when: Period) -> None:
    free = _stock(part, "free", commune)
    part.at_end(free, Value.exact(36, commune), when, at(part, 0))


def sexes(part: ReportPart, whole: str, female: str, male: str) -> None:
    trained = _flow(part, "trained")
    for number, (value, breakdown) in enumerate(((whole, ()), (female, ("sex:female",)), (male, ("sex:male",)))):
        part.total(trained, Value.parse(f"{value} person"), Y2018, at(part, number), breakdown=breakdown)


DISTRICTS = tuple(f"VN-01-{number}" for number in range(105, 113))


def districts(part: ReportPart, whole: str, *values: str) -> None:
    poor = _stock(part, "poor", household)
    part.at_end(poor, Value.parse(f"{whole} household"), Y2018, at(part, 0))
    for number, (place, value) in enumerate(zip(DISTRICTS, values, strict=False)):
        part.at_end(poor, Value.parse(f"{value} household"), Y2018, at(part, number + 1), place=place)


def between(part: ReportPart, whole: str, urban: str, rural: str) -> None:
    breakdown = Breakdown(parts=("residence:urban", "residence:rural"), complete=True, disjoint=True)
    rate = _share(part, "poverty", breakdowns=(breakdown,))
    for number, (value, categories) in enumerate(
        ((whole, ()), (urban, ("residence:urban",)), (rural, ("residence:rural",)))
    ):
        part.at_end(rate, Value.parse(f"{value} percent"), Y2018, at(part, number), breakdown=categories)


def counted(part: ReportPart, share: str, whole: str) -> None:
    free, communes = _stock(part, "free", commune), _stock(part, "communes", commune)
    rate = _share(part, "free-rate", of=free, among=communes)
    part.at_end(communes, Value.parse(f"{whole} commune"), Y2018, at(part, 0))
    part.at_end(rate, Value.parse(f"{share} percent"), Y2018, at(part, 1))


def growth(part: ReportPart, all_years: str, *yearly: str) -> None:
    visits = _flow(part, "visits", person_turn)
    for number, (value, time) in enumerate(
        ((all_years, Period.years(2015, 2018)), *((value, Period.year(2016 + at)) for at, value in enumerate(yearly)))
    ):
        growth = RelativeChange.exact(value, percent)
        part.change(visits, Absent.NOT_STATED, Absent.NOT_STATED, growth, at(part, number), time=time)


def told(part: ReportPart, start: str, end: str) -> None:
    poverty = _share(part, "poverty")
    part.at_end(poverty, Value.parse(f"{start} percent"), Y2017, at(part, 0))
    part.at_end(poverty, Value.parse(f"{end} percent"), Y2018, at(part, 1))
    part.result(100, 120, en="It fell", vi="Giảm", indicator=poverty, direction=Direction.DOWN)


def planned(part: ReportPart, actual: str, plan: str) -> None:
    planted = _flow(part, "planted", hectare)
    part.total(planted, Value.parse(f"{actual} hectare"), Y2018, at(part, 0))
    part.target(planted, Value.parse(f"{plan} hectare"), Y2018, TimeCollection.TOTAL, at(part, 1))


def to_date(part: ReportPart, earlier: str, later: str) -> None:
    houses = _flow(part, "houses", dwelling)
    part.to_date(houses, Value.parse(f"{earlier} dwelling"), Period.years(2011, 2017), at(part, 0))
    part.to_date(houses, Value.parse(f"{later} dwelling"), Period.years(2011, 2018), at(part, 1))


def moved(part: ReportPart, start: str, into: str, out: str, end: str, complete: bool = True) -> None:
    new, left = _flow(part, "new-poor", household), _flow(part, "no-longer-poor", household)
    poor = _stock(part, "poor", household, inflows=(new.id,), outflows=(left.id,), flows_complete=complete)
    part.at_end(poor, Value.parse(f"{start} household"), Y2017, at(part, 0))
    part.total(new, Value.parse(f"{into} household"), Y2018, at(part, 1))
    part.total(left, Value.parse(f"{out} household"), Y2018, at(part, 2))
    part.at_end(poor, Value.parse(f"{end} household"), Y2018, at(part, 3))


def every_year(part: ReportPart, yearly: str, end: str) -> None:
    schools = _stock(part, "schools", school)
    part.each(schools, Value.parse(f"{yearly} school"), SPAN, at(part, 0))
    part.at_end(schools, Value.parse(f"{end} school"), Y2018, at(part, 1))


def done(part: ReportPart) -> None:
    poor = _stock(part, "poor", household)
    part.at_end(poor, Value.exact(24737, household), Y2018, at(part, 0))


def dated(part: ReportPart, first: str, second: str) -> None:
    for number, day in enumerate((first, second)):
        part.mention(MentionKind.DOCUMENT_NUMBER, "161/QĐ-TTg", part.cite(40 * number, "xx"))
        part.mention(MentionKind.DATE, AsOf.parse(day), part.cite(40 * number + 8, "xx"))


def less_is_better(part: ReportPart, *attained: str) -> None:
    """Add 25,55 % poor households with a plan of 27 %, 180 incidents with one of 200, and 42 fires with one of 40."""
    poor = _share(part, "poor", better=Direction.DOWN)
    incidents, fires = (_flow(part, name, incident, better=Direction.DOWN) for name in ("incidents", "fires"))
    levels = ((poor, "25.55 percent", "27.00"), (incidents, "180 incident", "200"), (fires, "42 incident", "40"))
    for number, ((indicator, actual, plan), said) in enumerate(zip(levels, attained, strict=False)):
        is_rate = indicator is poor
        done = (part.at_end if is_rate else part.total)(indicator, Value.parse(actual), Y2018, at(part, 3 * number))
        collection = TimeCollection.END if is_rate else TimeCollection.TOTAL
        wanted = part.target(indicator, Value.exact(plan, indicator.unit), Y2018, collection, at(part, 3 * number + 1))
        part.attainment(done, wanted, Attainment.parse(said), at(part, 3 * number + 2))


@frozen
class Case:
    """A review that passes a check and one that fails it. A check of one figure is reported only if it fails."""

    build: Callable[..., object]
    passes: tuple[Any, ...]
    fails: tuple[Any, ...]
    verdict: Verdict = Verdict.CONTRADICTED
    silent: bool = False
    dates: tuple[dt.date | None, dt.date | None] = (None, None)

    def check(self, code: CheckCode, *, fails: bool) -> Check | None:
        """Return the check with this code, if any."""
        review = made(self.build, *(self.fails if fails else self.passes), date=self.dates[fails])
        return next((check for check in audit(review).checks if check.code is code), None)


POINTS = Change.exact("-14.85", percentage_point)
PER_YEAR = RelativeChange.exact("-4.95", percent / year)

CASES: dict[CheckCode, Case] = {
    CheckCode.PARTS_SUM: Case(parts, ("36", "28", "8"), ("37", "28", "8")),
    CheckCode.PARTS_WITHIN: Case(some_parts, ("36", "28", "over 7"), ("34", "28", "over 7")),
    CheckCode.PARTS_COVER: Case(overlapping_parts, ("36", "28", "20"), ("36", "28", "7")),
    CheckCode.CATEGORY_WITHIN: Case(category, ("1200", "over 700"), ("1200", "over 1500")),
    CheckCode.CATEGORY_SUM: Case(sexes, ("1000", "520", "480"), ("1000", "620", "480")),
    CheckCode.PLACE_SUM: Case(
        districts,
        ("24737", "1212", "2890", "5120", "6450", "3980", "1250", "1310", "2525"),
        ("24737", "612", "2890", "5120", "6450", "3980", "1250", "1310", "2525"),
    ),
    CheckCode.SHARES_SUM: Case(structure, ("72.9", "10.4", "16.7"), ("72.9", "10.4", "17.6")),
    CheckCode.SHARES_WITHIN: Case(some_shares, ("72.9", "10.4", ""), ("72.9", "40.1", "")),
    CheckCode.RATE_RATIO: Case(rate, ("12.7", "1250", "9860"), ("17.2", "1250", "9860")),
    CheckCode.RATE_SUBGROUP: Case(rate, ("", "1250", "9860"), ("", "9860", "1250")),
    CheckCode.RATE_DENOMINATORS: Case(denominators, ("1250", "12.7", "980", "9.9"), ("1250", "12.7", "980", "8.9")),
    CheckCode.RATE_BETWEEN: Case(between, ("25.6", "3.1", "30.2"), ("35.6", "3.1", "30.2")),
    CheckCode.RATE_COUNT: Case(counted, ("35", "20"), ("33", "20"), verdict=Verdict.CONDITIONAL, silent=True),
    CheckCode.RANK_WITHIN: Case(ranked, ("55", "63"), ("65", "63")),
    CheckCode.CHANGE_LEVELS: Case(change, ("40.40", "25.55", POINTS), ("40.40", "25.55", PER_YEAR)),
    CheckCode.CHANGE_BOUNDS: Case(
        change,
        ("40.40", "", POINTS),
        ("9.40", "", POINTS),
        silent=True,
    ),
    CheckCode.CHANGE_CHAIN: Case(growth, ("19.1", "5", "6", "7"), ("25.0", "5", "6", "7"), verdict=Verdict.CONDITIONAL),
    CheckCode.CHANGE_WORDS: Case(
        told, ("27.10", "25.55"), ("25.55", "27.10"), verdict=Verdict.CONDITIONAL, silent=True
    ),
    CheckCode.PLAN_ATTAINMENT: Case(
        attainment,
        ("8604", "6856", Attainment.exact("25.5", percent, form="over_plan")),
        ("8604", "6856", Attainment.exact("25.5", percent)),
    ),
    CheckCode.PLAN_WAYS: Case(
        less_is_better,
        ("of_plan 105.7 percent", "of_plan 111.1 percent"),
        ("of_plan 105.7 percent", "of_plan 110.0 percent"),
        silent=True,
    ),
    CheckCode.PLAN_PARTS: Case(plan_parts, ("8604", "125.5", "3919", "107"), ("8604", "125.5", "7919", "107")),
    CheckCode.PLAN_ACTUAL: Case(planned, ("8604", "0"), ("8604", "6856"), verdict=Verdict.UNDETERMINED, silent=True),
    CheckCode.FLOW_AVERAGE: Case(average, ("over 378E3", "over 1.1E6"), ("over 378E3", "nearly 900E3")),
    CheckCode.FLOW_EACH: Case(each, ("400", "1200"), ("400", "1300")),
    CheckCode.FLOW_SPANS: Case(spans, ("1200", "300", "400", "500"), ("1200", "300", "400", "5000")),
    CheckCode.FLOW_TO_DATE: Case(to_date, ("1200", "1300"), ("1300", "1200"), verdict=Verdict.CONDITIONAL),
    CheckCode.STOCK_FLOWS: Case(moved, ("300", "20", "50", "270"), ("300", "20", "50", "280")),
    CheckCode.STOCK_EACH: Case(every_year, ("91", "91"), ("91", "88"), verdict=Verdict.CONDITIONAL),
    CheckCode.SHARE_CLAIM: Case(share_of, ("600", "1000", "over 50"), ("400", "1000", "over 50")),
    CheckCode.SHARE_UNIT: Case(share_unit, (person,), (person_turn,), silent=True),
    CheckCode.SHARE_BOUNDS: Case(share_of, ("600", "", "50"), ("600", "", "over 150"), silent=True),
    CheckCode.RESTATEMENT: Case(restated, ("24737", "24737"), ("24737", "24373")),
    CheckCode.LIST_COUNT: Case(listed, ("2", "Thái", "Mông"), ("3", "Thái", "Mông"), silent=True),
    CheckCode.DURATION_PERIOD: Case(duration, (3,), (5,), verdict=Verdict.CONDITIONAL),
    CheckCode.ESTIMATE_OVER: Case(
        estimated,
        (),
        (),
        verdict=Verdict.CONDITIONAL,
        silent=True,
        dates=(dt.date(2018, 11, 15), dt.date(2019, 11, 15)),
    ),
    CheckCode.TIME_OUTSIDE: Case(timed, (Y2018,), (Period.year(2081),), verdict=Verdict.CONDITIONAL, silent=True),
    CheckCode.TIME_AHEAD: Case(
        done,
        (),
        (),
        verdict=Verdict.CONDITIONAL,
        silent=True,
        dates=(dt.date(2019, 2, 14), dt.date(2018, 8, 14)),
    ),
    CheckCode.DOCUMENT_DATES: Case(
        dated,
        ("2016-01-25", "2016-01-25"),
        ("2016-01-25", "2016-01-26"),
        verdict=Verdict.CONDITIONAL,
        silent=True,
    ),
    CheckCode.JOINT_BOUNDS: Case(chained, ("100", "60", "40"), ("100", "60", "30"), silent=True),
}

"""Writing a report with constructors named by time collection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from aseansc import (
    Absent,
    AsOf,
    Attainment,
    Change,
    Document,
    Frequency,
    InstrumentKind,
    Interval,
    MentionKind,
    Period,
    PriceBasis,
    Status,
    Text,
    TimeBasis,
    TimeCollection,
    Value,
)
from aseansc.authoring import ASSUMED, CARRIED, DOWN, UP, ReportPart, assemble
from aseansc.citations import sha256_of
from aseansc.errors import FieldError, FieldTypeError, ReviewError
from aseansc.units import VND, hectare, household, percent, percentage_point, person, year

PERIOD = Period.years(2016, 2018)
SOURCE = "1 22 333 4444 55555 666666 7777777"


@pytest.fixture
def part() -> ReportPart:
    return ReportPart(document="report", place="VN-01", period=PERIOD, codes=("ASCC-2025:B.2",))


def test_every_collection_has_a_constructor_of_its_name(part: ReportPart) -> None:
    stock = part.stock("poor", household, en="Poor", vi="Nghèo")
    flow = part.flow("visits", person, en="Visits", vi="Lượt")
    one, some = Value.exact(1, household), Value.exact(1, person)
    cite = part.cite(0, "1")
    observed = [
        part.at(stock, one, AsOf.parse("2018-12-31"), cite),
        part.at_beginning(stock, one, Period.year(2018), cite),
        part.at_end(stock, one, Period.year(2018), cite, estimated=True),
        part.within(stock, one, Period.year(2018), cite),
        part.total(flow, some, PERIOD, cite),
        part.to_date(flow, some, PERIOD, cite, time_basis=ASSUMED),
        part.average(flow, some, PERIOD, cite, per=Frequency.MONTH),
        part.each(flow, some, PERIOD, cite),
        part.untimed(flow, some, cite),
        part.untimed(stock, one, cite),
        part.at_end(stock, one, Period.year(2018), cite),
        part.total(flow, some, Period.half(2018, 1), cite),
    ]
    assert [item.id for item in observed] == [
        "poor.2018-12-31.at",
        "poor.2018.beginning",
        "poor.2018.end",
        "poor.2018.within",
        "visits.2016-2018.total",
        "visits.2016-2018.to_date",
        "visits.2016-2018.average",
        "visits.2016-2018.each",
        "visits.2016-2018.total.2",
        "poor.2018.end.2",
        "poor.2018.end.3",
        "visits.2018-s1.total",
    ]
    assert {item.time_collection for item in observed} == set(TimeCollection)
    assert observed[2].statuses == (Status.ESTIMATED,)
    assert [item.time_basis for item in observed].count(TimeBasis.ASSUMED) == 3


def test_defaults_are_filled_in(part: ReportPart) -> None:
    top = part.section("top", part.cite(0, "1"), en="Top", vi="Đầu")
    part.section("below", part.cite(2, "22"), broader=top, en="Below", vi="Dưới")
    share = part.share("rate", en="Rate", vi="Tỷ lệ", better=DOWN)
    density = part.rate("density", person / hectare, of=share, en="Density", vi="Mật độ")
    assert (density.numerator, density.denominator) == ("rate", Absent.NOT_STATED)
    area = part.stock("area", hectare, en="Area", vi="Diện tích", codes=())
    assert share.bounds == Interval(lower=0, upper=100)
    assert area.bounds == Interval(lower=0)
    assert (share.section, share.codes, area.codes) == ("below", ("ASCC-2025:B.2",), ())


def test_claims_take_the_time_of_their_figures(part: ReportPart) -> None:
    rate = part.share("rate", en="Rate", vi="Tỷ lệ")
    whole = part.stock("all", household, en="All", vi="Tất cả")
    start = part.at_beginning(rate, Value.exact(40, percent), Period.year(2016), part.cite(0, "1"))
    end = part.at_end(rate, Value.exact(25, percent), Period.year(2018), part.cite(2, "22"))
    fall = Change.exact(-15, percentage_point)
    both = part.change(rate, start, end, fall, part.cite(5, "333"))
    since = Period.years(2015, 2018)
    given = part.change(rate, Absent.NOT_STATED, end, fall, part.cite(5, "333"), time=since)
    assert [claim.time for claim in (both, given)] == [PERIOD, since]
    assert [claim.time_basis for claim in (both, given)] == [TimeBasis.STATED] * 2
    guessed = part.untimed(rate, Value.exact(25, percent), part.cite(2, "22"))
    carried = part.at_beginning(
        rate, Value.exact(40, percent), Period.year(2017), part.cite(0, "1"), time_basis=CARRIED
    )
    for first, last, basis in ((start, guessed, ASSUMED), (carried, guessed, ASSUMED), (carried, end, CARRIED)):
        assert part.change(rate, first, last, fall, part.cite(5, "333")).time_basis is basis
    for ends in ((Absent.NOT_STATED, end), (start, Absent.NOT_STATED), (Absent.NOT_STATED, Absent.NOT_STATED)):
        with pytest.raises(FieldError, match="argument time"):
            part.change(rate, *ends, fall, part.cite(5, "333"))
    plan = part.target(rate, Absent.NOT_STATED, Absent.NOT_STATED, Absent.NOT_STATED)
    met = part.attainment(end, plan, Attainment.exact(81, percent), part.cite(9, "4444"))
    share = part.share_of(end, whole, Value.over(50, percent), part.cite(14, "55555"))
    assert (met.id, share.id, plan.id) == ("rate.2018.attainment", "rate.2018.share", "rate.target")


def test_assemble_builds_a_checked_review(part: ReportPart) -> None:
    poor = part.stock("poor", household, better=DOWN, en="Poor", vi="Nghèo")
    part.at_end(
        poor, Value.exact(4444, household), Period.year(2018), part.cite(9, "4444", governed_by=part.word(0, "1"))
    )
    part.mention(MentionKind.DURATION, Value.exact(3, year), part.cite(2, "22"))
    part.result(0, 5, en="It fell.", vi="Đã giảm.", indicator=poor, direction=UP)
    document = Document(id="report", title="Report", sha256=sha256_of(SOURCE))
    about = {"id": "test", "title": Text(en="Test"), "programme": Text(en="Test")}
    review = assemble(part, **about, documents=[document])  # type: ignore[arg-type]
    assert review.verify(SOURCE).mismatches == ()
    assert (review.place, review.period) == ("VN-01", PERIOD)
    assert review.findings[0].id == "review.result"
    part.at_end(poor, Value.exact(5, person), Period.year(2017), part.cite(5, "333"))
    with pytest.raises(ReviewError, match="does not convert to the unit of the indicator"):
        assemble(part, **about, documents=[document])  # type: ignore[arg-type]


def test_assemble_needs_a_part() -> None:
    with pytest.raises(FieldError, match="no part is given"):
        assemble(id="test", title=Text(en="Test"), programme=Text(en="Test"), documents=[])


def test_an_unknown_option_is_refused(part: ReportPart) -> None:
    """Also without a type checker: no argument is ignored silently."""
    poor = part.stock("poor", household, en="Poor", vi="Nghèo")
    one, cite, period = Value.exact(1, household), part.cite(0, "1"), Period.year(2018)
    end = part.at_end(poor, one, period, cite)
    attempts = [
        lambda: part.at_end(poor, one, period, cite, estimate=True),  # type: ignore[call-arg]
        lambda: part.untimed(poor, one, cite, time_basis=ASSUMED),  # type: ignore[call-arg]
        lambda: part.target(poor, one, period, TimeCollection.END, cite, notes=Text(en="x")),  # type: ignore[call-arg]
        lambda: part.change(poor, end, end, Change.exact(1, household), cite, estimates=True),  # type: ignore[call-arg]
        lambda: part.flow("f", household, en="F", vi="F", beter=UP),  # type: ignore[call-arg]
        lambda: part.result(0, 1, en="It fell.", vi="Đã giảm.", indicators=poor),  # type: ignore[call-arg]
    ]
    for attempt in attempts:
        with pytest.raises(FieldTypeError, match="unknown option"):
            attempt()
    with pytest.raises(FieldTypeError, match="Did you mean 'estimated'"):
        attempts[0]()
    assert (len(part.observations), len(part.targets), len(part.claims), len(part.findings)) == (1, 0, 0, 0)


def test_a_claim_may_be_printed_without_its_figure(part: ReportPart) -> None:
    """*Hoàn thành 95% kế hoạch* or *chiếm 12% tổng chi* without the number of the figure itself."""
    roads = part.flow("roads", hectare, en="Roads", vi="Đường")
    plan = part.target(roads, Absent.NOT_STATED, PERIOD, TimeCollection.TOTAL, time_basis=ASSUMED)
    loose = part.target(roads, Absent.NOT_STATED, Absent.NOT_STATED, Absent.NOT_STATED)
    met, cite = Attainment.exact(95, percent), part.cite(0, "1")
    alone = part.attainment(Absent.NOT_STATED, plan, met, cite)
    assert (alone.id, alone.actual, alone.time) == ("roads.2016-2018.attainment", Absent.NOT_STATED, PERIOD)
    assert alone.time_basis is TimeBasis.ASSUMED
    given = part.attainment(Absent.NOT_STATED, loose, met, part.cite(2, "22"), time=Period.year(2018))
    assert (given.time, given.time_basis) == (Period.year(2018), TimeBasis.STATED)
    with pytest.raises(FieldError, match="both the actual figure and the target are missing"):
        part.attainment(Absent.NOT_STATED, Absent.NOT_STATED, met, cite, time=PERIOD)
    with pytest.raises(FieldError, match="argument time"):
        part.attainment(Absent.NOT_STATED, loose, met, cite)
    share = part.share_of(Absent.NOT_STATED, roads, Value.exact(12, percent), part.cite(5, "333"), time=PERIOD)
    assert (share.id, share.part) == ("roads.2016-2018.share", Absent.NOT_STATED)
    with pytest.raises(FieldError, match="argument time"):
        part.share_of(Absent.NOT_STATED, roads, Value.exact(12, percent), cite)
    document = Document(id="report", title="Report", sha256=sha256_of(SOURCE))
    review = assemble(part, id="test", title=Text(en="T"), programme=Text(en="T"), documents=[document])
    assert (len(review.claims), review.verify(SOURCE).mismatches) == (3, ())


def test_money_takes_the_price_basis_of_the_report(part: ReportPart) -> None:
    spent = part.flow(
        "spent", VND, en="Spent", vi="Chi", price_basis=PriceBasis.CONSTANT, price_period=Period.year(2010)
    )
    assert (spent.price_basis, spent.price_period) == (PriceBasis.CONSTANT, Period.year(2010))
    assert part.flow("paid", VND, en="Paid", vi="Trả").price_basis is Absent.NOT_STATED


def test_references_must_be_records(part: ReportPart) -> None:
    """An id instead of the record, or any other type, is refused before anything is stored."""
    poor = part.stock("poor", household, en="Poor", vi="Nghèo")
    one, cite, period = Value.exact(1, household), part.cite(0, "1"), Period.year(2018)
    end = part.at_end(poor, one, period, cite)
    plan = part.target(poor, one, period, TimeCollection.END, cite)
    share, met, fall = Value.exact(1, percent), Attainment.exact(1, percent), Change.exact(1, household)
    about = {"id": "x", "title": Text(en="T"), "programme": Text(en="T"), "documents": []}
    attempts: list[Callable[[], object]] = [
        lambda: ReportPart(document="report", place="VN-01", period="2018"),  # type: ignore[arg-type]
        lambda: part.cite("0", "1"),  # type: ignore[arg-type]
        lambda: part.cite(0, None),  # type: ignore[arg-type]
        lambda: part.cite(True, "1"),
        lambda: part.word(0, 1),  # type: ignore[arg-type]
        lambda: part.section("below", cite, en="Below", vi="Dưới", broader="top"),  # type: ignore[arg-type]
        lambda: part.instrument("law", InstrumentKind.LAW, "15/2018"),  # type: ignore[arg-type]
        lambda: part.instrument("law", InstrumentKind.LAW, cite, date=dt.date(2018, 1, 1)),  # type: ignore[arg-type]
        lambda: part.result(0, 1, en="It fell.", vi="Đã giảm.", indicator="poor"),  # type: ignore[arg-type]
        lambda: part.flow("new", "household", en="New", vi="Mới"),  # type: ignore[arg-type]
        lambda: part.share("rate", of="poor", en="Rate", vi="Tỷ lệ"),  # type: ignore[arg-type]
        lambda: part.at_end("poor", one, period, cite),  # type: ignore[arg-type]
        lambda: part.at_end(poor, one, "2018", cite),  # type: ignore[arg-type]
        lambda: part.at_end(poor, one, period, "1"),  # type: ignore[arg-type]
        lambda: part.untimed("poor", one, cite),  # type: ignore[arg-type]
        lambda: part.target("poor", one, period, TimeCollection.END),  # type: ignore[arg-type]
        lambda: part.target(poor, one, period, TimeCollection.END, baseline=end.id),  # type: ignore[arg-type]
        lambda: part.change("poor", end, end, fall, cite),  # type: ignore[arg-type]
        lambda: part.change(poor, end.id, end, fall, cite),  # type: ignore[arg-type]
        lambda: part.attainment(end.id, plan, met, cite),  # type: ignore[arg-type]
        lambda: part.attainment(end, plan.id, met, cite),  # type: ignore[arg-type]
        lambda: part.share_of(end.id, poor, share, cite),  # type: ignore[arg-type]
        lambda: part.share_of(end, "poor", share, cite),  # type: ignore[arg-type]
        lambda: part.share_of(end, poor, share, "1"),  # type: ignore[arg-type]
        lambda: part.mention(MentionKind.DATE, "2018", cite),
        lambda: assemble("part", **about),  # type: ignore[arg-type]
    ]
    for attempt in attempts:
        with pytest.raises(FieldError):
            attempt()
    assert (len(part.indicators), len(part.observations), len(part.targets), len(part.claims)) == (1, 1, 1, 0)


def test_a_claim_may_replace_another_one() -> None:
    part = ReportPart(document="report", place="VN-01", period=Period.years(2016, 2018))
    users = part.stock("users", person, en="Users", vi="Người nghiện")
    shares = [Value.exact(number, percent) for number in ("50", "52")]
    span = Period.year(2018)
    first = part.share_of(Absent.NOT_STATED, users, shares[0], part.cite(0, "50%"), time=span)
    second = part.share_of(Absent.NOT_STATED, users, shares[1], part.cite(9, "52%"), time=span, revises=first)
    assert (first.revises, second.revises) == (Absent.NOT_APPLICABLE, first.id)
    with pytest.raises(FieldTypeError, match="wrong type"):
        part.share_of(Absent.NOT_STATED, users, shares[1], part.cite(9, "52%"), time=span, revises=first.id)  # type: ignore[arg-type]

"""Certain contradictions between figures in different forms, each next to a similar case that is possible.

A rate of flows is checked against the totals of the year; the end of a year is its last day; two claims about the same
whole must agree.
"""

from __future__ import annotations

import datetime as dt

import pytest

from aseansc import Absent, Interval, MentionKind, Period
from aseansc.audit import CheckCode
from aseansc.authoring import ReportPart
from aseansc.indicators import Breakdown, Indicator
from aseansc.observations import Status
from aseansc.periods import AsOf
from aseansc.units import (
    VND,
    Unit,
    hectare as ha,
    household,
    language,
    month,
    percent,
    percentage_point,
    person,
    quintal,
    tonne,
    year,
)
from aseansc.values import Change, RelativeChange
from tests.audit.cases import SPAN, Y2016, Y2018, at
from tests.audit.figures import V, asked, flow, poverty, stock, verdicts

# -- rates of flows


def harvest(part: ReportPart, fruit: str, way: str, period: Period) -> None:
    area, crop = flow(part, "area", ha), flow(part, "rice", tonne)
    rate = part.rate("yield", quintal / ha, of=crop, among=area, en="Yield", vi="Năng suất")
    part.total(area, V("10000 hectare"), period, at(part, 0))
    part.total(crop, V("50000 tonne"), period, at(part, 1))
    getattr(part, way)(rate, V(f"{fruit} quintal/hectare"), period, at(part, 2))


@pytest.mark.parametrize("way", ["within", "at_end", "average", "each"])
@pytest.mark.parametrize(("fruit", "verdict"), [("50", "consistent"), ("60", "contradicted")])
def test_the_yield_of_a_year_equals_its_crop_over_its_area(way: str, fruit: str, verdict: str) -> None:
    result = asked(lambda part: harvest(part, fruit, way, Y2018))
    assert verdicts(result) == {"rate-ratio": verdict}


@pytest.mark.parametrize("way", ["within", "at_end", "average"])
def test_the_yield_of_three_years_may_be_of_one_year_or_an_average(way: str) -> None:
    """The totals give a yield of 50 quintals; 60 may be the yield of one year, or an average of yearly yields."""
    assert asked(lambda part: harvest(part, "60", way, SPAN)).contradicted == ()


@pytest.mark.parametrize(("share", "verdict"), [("20.0", "consistent"), ("35.0", "contradicted")])
def test_a_share_of_the_product_equals_the_quotient_of_the_totals(share: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        farming, product = (flow(part, name, VND, bounds=Interval(lower=0)) for name in ("farming", "product"))
        rate = part.share("farming-share", of=farming, among=product, en="Share", vi="Tỷ trọng")
        part.total(farming, V("2000000000000 VND to 1000000000"), Y2018, at(part, 0))
        part.total(product, V("10000000000000 VND to 1000000000"), Y2018, at(part, 1))
        part.within(rate, V(f"{share} percent"), Y2018, at(part, 2))

    assert verdicts(asked(build))["rate-ratio"] == verdict


def structure(part: ReportPart, values: tuple[str, ...], period: Period, *, of_flows: bool) -> None:
    def branch(name: str, **more: object) -> Indicator:
        bounds = Interval(lower=0)
        return flow(part, name, VND, bounds=bounds, **more) if of_flows else stock(part, name, person, **more)

    branches = [branch(name) for name in ("farming", "industry", "services")]
    parts = tuple(item.id for item in branches)
    every = branch("all", breakdowns=(Breakdown(parts=parts, complete=True, disjoint=True),))
    for number, (item, value) in enumerate(zip(branches, values, strict=False)):
        rate = part.share(f"{item.id}-share", of=item, among=every, en="Share", vi="Tỷ trọng")
        part.within(rate, V(f"{value} percent"), period, at(part, number))


@pytest.mark.parametrize(
    ("values", "of_flows", "verdict"),
    [
        (("72.9", "10.4", "16.7"), True, {"shares-sum": "consistent"}),
        (("72.9", "10.4", "27.6"), True, {"shares-sum": "contradicted"}),
        (("72.9", "37.6"), True, {"shares-within": "contradicted"}),
        (("72.9", "10.4", "27.6"), False, {"shares-sum": "undetermined"}),  # numbers of workers on different days
    ],
)
def test_shares_of_a_yearly_flow_must_add_up_to_100_percent(
    values: tuple[str, ...], *, of_flows: bool, verdict: dict[str, str]
) -> None:
    assert verdicts(asked(lambda part: structure(part, values, Y2018, of_flows=of_flows))) == verdict


def test_shares_within_three_years_may_be_from_different_years() -> None:
    result = asked(lambda part: structure(part, ("72.9", "10.4", "27.6"), SPAN, of_flows=True))
    assert verdicts(result) == {"shares-sum": "undetermined"}


def test_a_stated_rate_is_not_reported_as_missing() -> None:
    checks = asked(lambda part: harvest(part, "50", "within", Y2018)).checks
    assert [(check.code, len(check.figures)) for check in checks] == [(CheckCode.RATE_RATIO, 3)]


# -- different names of the same moment


def by_names(part: ReportPart, first: str, again: str, *, estimated: bool = False) -> None:
    """Add a level at the end of 2018, and the same level with another name of that moment."""
    poor = stock(part, "poor", household)
    part.at_end(poor, V("24737 household"), Y2018, at(part, 0), estimated=estimated)
    value = V(f"{again} household")
    match first:
        case "the last day":
            part.at(poor, value, AsOf(date=dt.date(2018, 12, 31)), at(part, 1))
        case "the beginning of the next year":
            part.at_beginning(poor, value, Period.year(2019), at(part, 1))
        case "the first day of the next year":
            part.at(poor, value, AsOf(date=dt.date(2019, 1, 1)), at(part, 1))
        case _:
            part.at_end(poor, value, Period.quarter(2018, 4), at(part, 1))


@pytest.mark.parametrize("name", ["the last day", "the end of the last quarter"])
@pytest.mark.parametrize(("again", "verdict"), [("24737", "consistent"), ("24373", "contradicted")])
def test_the_end_of_a_year_and_its_last_day_are_the_same_moment(name: str, again: str, verdict: str) -> None:
    assert verdicts(asked(lambda part: by_names(part, name, again)))["restatement"] == verdict


@pytest.mark.parametrize(("again", "verdict"), [("24737", "consistent"), ("24373", "undetermined")])
def test_another_poverty_line_may_apply_from_the_new_year(again: str, verdict: str) -> None:
    checks = asked(lambda part: by_names(part, "the beginning of the next year", again)).checks
    (check,) = [check for check in checks if check.code is CheckCode.RESTATEMENT]
    assert check.verdict.value == verdict
    if verdict == "undetermined":
        assert "the new year" in check.message()
        assert "chuẩn" in check.message("vi")


def test_a_day_later_the_number_may_differ() -> None:
    result = asked(lambda part: by_names(part, "the first day of the next year", "24373"))
    assert "restatement" not in verdicts(result)


def test_an_estimate_of_the_end_need_not_agree_with_the_last_day() -> None:
    result = asked(lambda part: by_names(part, "the last day", "24373", estimated=True))
    assert verdicts(result) == {"restatement": "undetermined"}


def test_a_rate_at_the_end_is_checked_against_counts_on_the_last_day() -> None:
    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        day = AsOf(date=dt.date(2018, 12, 31))
        part.at_end(rate, V("25.5 percent"), Y2018, at(part, 0))
        part.at(poor, V("300 household"), day, at(part, 1))
        part.at(every, V("1000 household"), day, at(part, 2))

    assert verdicts(asked(build))["rate-ratio"] == "contradicted"


def test_the_first_supported_day_can_be_audited() -> None:
    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        for number in range(2):
            part.at_beginning(poor, V("5 household"), Period.parse("0001"), at(part, number))

    assert verdicts(asked(build)) == {"restatement": "consistent", "time-outside": "undetermined"}


# -- flows


@pytest.mark.parametrize("way", ["average", "each"])
@pytest.mark.parametrize(
    ("yearly", "total", "period", "verdict"),
    [
        ("200", "150", SPAN, "contradicted"),  # fewer than in one year
        ("200", "250", SPAN, "conditional"),
        ("120", "100", Y2018, "contradicted"),  # a single year cannot count the same person twice
        ("100", "100", Y2018, "consistent"),
    ],
)
def test_a_total_of_persons_must_not_be_less_than_in_one_year(
    way: str, yearly: str, total: str, period: Period, verdict: str
) -> None:
    def build(part: ReportPart) -> None:
        treated = flow(part, "treated", person)
        getattr(part, way)(treated, V(f"{yearly} person"), period, at(part, 0))
        part.total(treated, V(f"{total} person"), period, at(part, 1))

    assert verdicts(asked(build)) == {f"flow-{way}": verdict}


@pytest.mark.parametrize(("so_far", "verdict"), [("500", "contradicted"), ("400", "consistent")])
def test_a_total_to_date_must_not_exceed_the_total_of_a_longer_period(so_far: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        visits = flow(part, "visits")
        part.to_date(visits, V(f"{so_far} person_turn"), Y2018, at(part, 0))
        part.total(visits, V("400 person_turn"), SPAN, at(part, 1))
        part.total(visits, V("900 person_turn"), Period.years(2011, 2020), at(part, 2))
        part.total(visits, V("20 person_turn"), Period.years(2016, 2017), at(part, 3))

    found = [check for check in asked(build).checks if any("to_date" in name for name in check.figures)]
    assert [(check.code, check.verdict.value) for check in found] == [(CheckCode.FLOW_SPANS, verdict)]


# -- claims


@pytest.mark.parametrize("period", [Y2018, SPAN])
@pytest.mark.parametrize(("again", "wrong"), [("20", False), ("40", True)])
def test_shares_of_the_same_flow_must_imply_the_same_total(again: str, period: Period, *, wrong: bool) -> None:
    """300 are 30 % of 1 000, and 200 are 20 % of the same 1 000."""

    def build(part: ReportPart) -> None:
        one, other, every = (flow(part, name, person) for name in ("one", "other", "every"))
        for number, (indicator, count, share) in enumerate(((one, "300", "30"), (other, "200", again))):
            counted = part.total(indicator, V(f"{count} person"), period, at(part, 2 * number))
            part.share_of(counted, every, V(f"{share} percent"), at(part, 2 * number + 1))

    assert verdicts(asked(build)).get("joint-bounds") == ("contradicted" if wrong else None)


def test_shares_of_a_flow_in_different_years_refer_to_different_totals() -> None:
    def build(part: ReportPart) -> None:
        one, every = flow(part, "one", person), flow(part, "every", person)
        for number, (period, share) in enumerate(((Y2018, "30"), (Period.year(2017), "40"), (SPAN, "10"))):
            counted = part.total(one, V("300 person"), period, at(part, 2 * number))
            part.share_of(counted, every, V(f"{share} percent"), at(part, 2 * number + 1))

    assert "joint-bounds" not in verdicts(asked(build))


@pytest.mark.parametrize(
    ("start", "found"),
    [("9.40", {"change-bounds": "contradicted"}), ("10.00", {}), ("40.40", {})],  # 10 − 2 × 4.95 > 0
)
def test_a_change_per_year_must_lead_to_a_possible_level(start: str, found: dict[str, str]) -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("rate", en="Rate", vi="Tỷ lệ")
        first = part.at_beginning(rate, V(f"{start} percent"), Y2016, at(part, 0))
        fall = Change.exact("-4.95", percentage_point / year)
        part.change(rate, first, Absent.NOT_STATED, fall, at(part, 1), time=SPAN)

    assert verdicts(asked(build)) == found


@pytest.mark.parametrize(("by", "wrong"), [("-200", True), ("-100", False), ("-60/year", True), ("-50/year", False)])
def test_a_count_must_not_fall_below_zero(by: str, *, wrong: bool) -> None:
    """A number of 100 households changes each year, for two or three years."""

    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        first = part.at_beginning(poor, V("100 household"), Y2016, at(part, 0))
        number, _, per = by.partition("/")
        change = Change.exact(number, household / year if per else household)
        part.change(poor, first, Absent.NOT_STATED, change, at(part, 1), time=SPAN)

    assert bool(asked(build).contradicted) is wrong


def test_a_level_within_the_time_of_a_change_is_not_used() -> None:
    """The level of 9.4 % is for the end of 2017, so only one year of the fall of 4.95 points remains."""

    def build(part: ReportPart) -> None:
        rate = part.share("rate", en="Rate", vi="Tỷ lệ")
        first = part.at_end(rate, V("9.40 percent"), Period.year(2017), at(part, 0))
        fall = Change.exact("-4.95", percentage_point / year)
        part.change(rate, first, Absent.NOT_STATED, fall, at(part, 1), time=SPAN)

    assert asked(build).checks == ()


def test_a_change_per_year_must_start_from_a_possible_level() -> None:
    """95 % after a rise of 4.95 points a year starts at 85.1 or less; after a fall of 9 points a year, above 100 %."""
    for fall, found in (("4.95", {}), ("-9", {"change-bounds": "contradicted"})):

        def build(part: ReportPart, fall: str = fall) -> None:
            rate = part.share("rate", en="Rate", vi="Tỷ lệ")
            last = part.at_end(rate, V("95.0 percent"), Y2018, at(part, 0))
            change = Change.exact(fall, percentage_point / year)
            part.change(rate, Absent.NOT_STATED, last, change, at(part, 1), time=SPAN)

        assert verdicts(asked(build)) == found


@pytest.mark.parametrize(
    ("by", "period", "found"),
    [
        (percent, Y2018, {"change-bounds": "contradicted"}),
        (percent / year, SPAN, {"change-bounds": "contradicted"}),
        (percent / month, Y2018, {"change-bounds": "contradicted"}),
        (percent / year, Period.quarter(2018, 1), {}),  # 30 % in the quarter, stated as a rate per year
    ],
    ids=str,
)
def test_nothing_falls_by_more_than_100_percent(by: Unit, period: Period, found: dict[str, str]) -> None:
    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        first = part.at_end(poor, V("100 household"), Y2016, at(part, 0))
        part.change(poor, first, Absent.NOT_STATED, RelativeChange.exact("-120", by), at(part, 1), time=period)

    assert verdicts(asked(build)) == found


@pytest.mark.parametrize(
    ("values", "statuses", "found"),
    [
        (("-14.85", "-14.9"), (), "consistent"),
        (("-14.85", "-15.84"), (), "contradicted"),
        (("-14.85", "-15.84"), (Status.ESTIMATED,), "undetermined"),
    ],
)
def test_two_claims_of_the_same_change_must_agree(
    values: tuple[str, str], statuses: tuple[Status, ...], found: str
) -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("rate", en="Rate", vi="Tỷ lệ")
        first = part.at_beginning(rate, V("40.40 percent"), Y2016, at(part, 0))
        for number, (value, standing) in enumerate(zip(values, ((), statuses), strict=True)):
            change = Change.exact(value, percentage_point)
            cited = at(part, number + 1)
            part.change(rate, first, Absent.NOT_STATED, change, cited, time=SPAN, statuses=standing)

    assert verdicts(asked(build))["restatement"] == found


def test_claims_of_different_changes_need_not_agree() -> None:
    """Simple and compound percent per year; growth per year and in total; changes without stated levels."""

    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        first = part.at_beginning(poor, V("1000 household"), Y2016, at(part, 0))
        none = Absent.NOT_STATED
        for number, (value, start, period) in enumerate(
            (
                (RelativeChange.exact("10.0", percent / year), first, SPAN),
                (RelativeChange.exact("9.1", percent / year), first, SPAN),
                (RelativeChange.exact("10.0", percent), first, Y2016),
                (RelativeChange.exact("30.0", percent), first, SPAN),
                (RelativeChange.exact("7.0", percent), none, SPAN),
                (RelativeChange.exact("8.0", percent), none, SPAN),
            )
        ):
            part.change(poor, start, none, value, at(part, number + 1), time=period)

    assert "restatement" not in verdicts(asked(build))


@pytest.mark.parametrize(
    ("yearly", "verdict"),
    [("-200", "contradicted"), ("-921", "consistent"), ("-1700", "consistent"), ("-1900", "contradicted")],
)
def test_a_change_per_year_to_an_unknown_day_of_a_year(yearly: str, verdict: str) -> None:
    """The fall from 2210 to 368 took one to two years, so it was between 921 and 1842 a year."""

    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        start = part.at_beginning(poor, V("2210 household"), Y2016, at(part, 0))
        end = part.within(poor, V("368 household"), Period.year(2017), at(part, 1))
        part.change(poor, start, end, Change.exact(yearly, household / year), at(part, 2))

    assert verdicts(asked(build)) == {"change-levels": verdict}


# -- counts with lists, and durations


@pytest.mark.parametrize(
    ("count", "names", "wrong"),
    [
        ("under 3", ("Thái", "Mông", "Dao"), True),
        ("at_most 3", ("Thái", "Mông", "Dao"), False),
        ("at_most 3", ("Thái", "Mông", "Dao", "Kinh"), True),
        ("at_least 5", ("Thái", "Mông"), False),  # some of them
        ("about 2", ("Thái", "Mông", "Dao"), False),
    ],
)
def test_a_count_lists_no_more_items_than_it_allows(count: str, names: tuple[str, ...], *, wrong: bool) -> None:
    def build(part: ReportPart) -> None:
        part.at_end(stock(part, "spoken", language), V(f"{count} language"), Y2018, at(part, 0), lists=names)

    assert verdicts(asked(build)) == ({"list-count": "contradicted"} if wrong else {})


@pytest.mark.parametrize(
    ("length", "period", "gap", "found"),
    [
        ("6 month", Period.quarter(2018, 1), 2, {"duration-period": "conditional"}),
        ("3 month", Period.quarter(2018, 1), 2, {"duration-period": "consistent"}),
        ("6 month", Period.half(2018, 1), 2, {"duration-period": "consistent"}),
        ("6 month", Period.quarter(2018, 1), 20, {}),
        ("6 month", Y2018, 2, {}),  # six months of 2018
        ("2 year", Period.quarter(2018, 1), 2, {}),  # after two years, in the first quarter
    ],
)
def test_a_duration_in_months_and_the_quarter_in_brackets_after_it(
    length: str, period: Period, gap: int, found: dict[str, str]
) -> None:
    def build(part: ReportPart) -> None:
        part.mention(MentionKind.DURATION, V(length), part.cite(0, "xx"))
        part.mention(MentionKind.DATE, period, part.cite(2 + gap, "xx"))

    assert verdicts(asked(build)) == found

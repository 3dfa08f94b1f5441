"""Tables of the small functions behind the checks, at their limits."""

from __future__ import annotations

import itertools
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from aseansc import Absent, Attainment, Change, Interval, Period, RelativeChange, TimeCollection, Value
from aseansc.audit import AssumptionKind, Audit, CheckCode, Nature, Verdict, audit, audit_table, rule_checks
from aseansc.audit._constraints import _compounded, _divisions, _months
from aseansc.audit._figures import _have_standards
from aseansc.audit._names import Names
from aseansc.audit._numbers import scaled_limits
from aseansc.audit._parts import Parts
from aseansc.audit._repairs import _hull
from aseansc.audit._results import Implied
from aseansc.audit._rules.counts import _printed_as
from aseansc.audit._rules.plans import _percentage
from aseansc.audit._screen import Screen
from aseansc.audit._slips import other_numbers, other_readings
from aseansc.audit._table_rows import is_empty
from aseansc.authoring import ReportPart
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.errors import DocumentError, FieldError, FieldTypeError
from aseansc.indicators import Direction, Statistic
from aseansc.intervals import UNBOUNDED
from aseansc.labels import LANGUAGES
from aseansc.limits import Limits
from aseansc.periods import Frequency
from aseansc.units import (
    VND,
    Unit,
    commune,
    hectare,
    household,
    month,
    per_mille,
    percent,
    percentage_point,
    person,
    person_turn,
    rank,
    times,
    tonne,
    year,
)
from tests.audit import cases
from tests.audit.cases import SPAN, Y2016, Y2017, Y2018, at, made
from tests.audit.figures import asked, flow, stock, whole


def span(low: object, high: object) -> Interval:
    return Interval(lower=low, upper=high)  # type: ignore[arg-type]


def test_compound_growth_is_repeated_multiplication() -> None:
    step = span("1.1", "1.2")
    grown = Interval.point(100)
    for power in range(8):
        assert _compounded(span(10, 20), Interval.point(power)) == grown, power
        grown = grown * step
    for unknown in (span(2, 3), Interval(), Interval.point("1.5")):
        assert _compounded(span(10, 20), unknown) is None


def test_the_periods_that_fill_a_longer_one_are_as_long_as_possible() -> None:
    years, halves, rest = (0, 12), [(0, 6), (6, 12)], [(0, 3), (3, 6)]
    days = [Period.parse(f"{year}-01-01/P1Y").start for year in range(2000, 2013)]

    def of(spans: list[tuple[int, int]]) -> list[tuple[Any, Any]]:
        return [(days[first], days[last]) for first, last in spans]

    found = list(_divisions(set(of([years, *halves])), of([*rest, (6, 12)])))
    assert found == [of([(0, 6), *rest]), of([years, *halves])]
    assert list(_divisions(set(of([years])), of([(0, 6), (7, 12)]))) == []
    assert list(_divisions(set(of([(6, 12)])), of([(6, 12)]))) == []


def test_months_between_days() -> None:
    days = [Period.parse(text).start for text in ("2016-11", "2016-12", "2017-01", "2018-11")]
    assert [_months(days[0], day) for day in days] == [0, 1, 2, 24]


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("30", 25, 40), ("33", "32.5", 34), ("300", 250, 400), ("0", "-0.5", 1), ("30.0", 25, 40), ("1.5", "1.45", "1.6")],
)
def test_all_numbers_that_are_printed_in_one_way(value: str, low: object, high: object) -> None:
    assert _printed_as(Value.parse(f"{value} percent")) == span(low, high)


@pytest.mark.parametrize("name", ["poor", "households", "poverty"])
def test_a_standard_applies_to_an_indicator_its_numerator_and_their_rates(name: str) -> None:
    def build(part: ReportPart) -> None:
        standards: dict[str, Any] = {name: {"standard": "VN:decree-1"}}
        poor = stock(part, "poor", household, **standards.get("poor", {}))
        every = stock(part, "households", household, **standards.get("households", {}))
        part.share("poverty", of=poor, among=every, en="Poverty", vi="Tỷ lệ", **standards.get("poverty", {}))

    wanted = {"poor", "poverty"} if name != "households" else {"households"}
    assert _have_standards(made(build)) == wanted


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (span(100, 100), span(110, 110), ": +10%"),
        (span(100, 100), span(90, 90), ": -10%"),
        (span(100, 100), span(100, 100), ": +0%"),
        (span(100, 100), span("110.2", "110.4"), ": +10%"),
        (span(100, 100), span(110, 120), ": 10-20%"),
        (span(0, 10), span(110, 120), ""),
        (span(-10, 10), span(110, 120), ""),
        (span(100, 100), Interval(lower=110), ""),
        (Interval(lower=100), span(110, 110), ": "),
    ],
    ids=str,
)
def test_the_growth_of_quantities_that_are_not_stated(first: Interval, last: Interval, words: str) -> None:
    screen = Screen(Names(skeleton.load()), (), (), "en")

    def checks(*intervals: Interval) -> list[Any]:
        return [SimpleNamespace(implied=Implied(name="x", interval=item, unit="household")) for item in intervals]

    assert screen._growth(checks(first, last)).startswith(words)
    assert bool(screen._growth(checks(first, last))) is bool(words)
    assert screen._growth(checks(first)) == ""
    assert screen._growth(checks(first, Interval.point(5), last)) == screen._growth(checks(first, last))


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (span(1234567, 1234567), "1.234567 million"),
        (span(10**9, 10**9), "1 billion"),
        (span(10**6, 10**6), "1 million"),
        (span(999999, 999999), "999,999"),
        (span(1_500_000, 1_500_000), "1.5 million"),
        (span(2 * 10**6, 5 * 10**6), "between 2 and 5 million"),
        (span(1, 3 * 10**9), "between 0 and 3 billion"),
        (Interval(lower=2 * 10**9), "at least 2 billion"),
        (span(0, 0), "0"),
    ],
    ids=str,
)
def test_limits_in_millions_and_billions(interval: Interval, words: str) -> None:
    assert scaled_limits(interval, "en") == words


def test_what_is_an_empty_cell() -> None:
    class NotComparable:
        def __ne__(self, other: object) -> bool:
            raise TypeError

    for cell in (None, "", " \t", float("nan"), Decimal("NaN"), Decimal("sNaN"), NotComparable()):
        assert is_empty(cell), cell
    for cell in (0, "0", False, Decimal(0), "x"):
        assert not is_empty(cell), cell


@pytest.mark.parametrize(
    ("part", "around", "compared"),
    [
        ("2018-07-01/P6M", "2018", True),
        ("2018-01-01/P6M", "2018", True),
        ("2018-03-01/P6M", "2018", True),
        ("2018-07-01/P7M", "2018", False),
        ("2017-12-01/P6M", "2018", False),
    ],
)
def test_a_total_to_a_day_is_within_the_total_of_a_period_that_contains_it(
    part: str, around: str, compared: bool
) -> None:
    def build(report: ReportPart) -> None:
        visits = flow(report, "visits")
        report.total(visits, Value.exact(100, person_turn), Period.parse(around), at(report, 0))
        report.to_date(visits, Value.exact(101, person_turn), Period.parse(part), at(report, 1))

    verdicts = [check.verdict for check in asked(build).checks]
    assert (Verdict.CONTRADICTED in verdicts) is compared


def test_districts_without_a_total_do_not_hide_those_with_one() -> None:
    def build(report: ReportPart) -> None:
        for number, name in enumerate(("alone", "poor")):
            poor = stock(report, name, household)
            if name == "poor":
                report.at_end(poor, Value.exact(10, household), Y2018, at(report, 9))
            for district in range(2):
                cited = at(report, 10 + 3 * number + district)
                report.at_end(poor, Value.exact(20, household), Y2018, cited, place=f"VN-01-10{district + 4}")

    codes = [(check.code, check.verdict) for check in asked(build).checks]
    assert (CheckCode.PLACE_SUM, Verdict.CONTRADICTED) in codes


# -- small parts of reviews, and other statements


def test_a_part_of_a_review_has_what_its_figures_refer_to_and_is_valid() -> None:
    for review in (lai_chau.load(), annex.load()):
        parts = Parts(review)
        figures = [*review.observations, *review.targets, *review.claims]
        for figure in figures:
            small = parts.of([figure.id])
            kept = {item.id for item in (*small.observations, *small.targets, *small.claims)}
            assert figure.id in kept
            assert len(kept) < len(figures) / 2, figure.id


def _statements() -> list[Any]:
    """Return statements of every kind, form and size that is valid, in units with one part and with several."""
    units = (
        *(percent, per_mille, percentage_point, person, VND, rank, year, person / household, household / person),
        *(percentage_point / year, percent / year, person / month, tonne / hectare),
    )
    sizes = ("0", "5", "-5", "100", "-99.9", "-150", "12345678901234567", "0.0000000001")
    makers = [
        *(Value.exact, Change.exact, RelativeChange.exact),
        lambda size, unit: RelativeChange.exact(size, unit, form="to"),
        *(lambda size, unit, form=form: Attainment.exact(size, unit, form=form) for form in ("of_plan", "over_plan")),
    ]
    found = []
    for make, size, unit in itertools.product(makers, sizes, units):
        try:
            found.append(make(size, unit))  # type: ignore[operator]
        except (FieldError, FieldTypeError):  # such as a negative count, or growth in persons
            continue
    return found


def test_whatever_was_meant_instead_is_another_statement_within_the_range_of_all() -> None:
    values = _statements()
    assert len(values) > 150
    for value in values:
        numbers = sorted((slip.value for slip in other_numbers(value)), key=lambda other: other.magnitude)
        assert all(other != value and other.unit == value.unit for other in numbers), value
        assert all(slip.value != value for slip in other_readings(value)) or not value.magnitude, value
        slips = [slip for slip in other_numbers(value) if slip.value in (numbers[0], numbers[-1])]
        around = _hull(sorted(slips, key=lambda slip: slip.value.magnitude)) if slips else None
        assert around is not None or not slips or value.unit == rank, value  # the range of ranks would start at 0
        for other in numbers if around else ():
            assert around is None or around.interval().contains(other.interval()), (value, other)


def test_what_is_not_a_review_has_no_checks() -> None:
    with pytest.raises(FieldTypeError, match="rule_checks"):
        rule_checks("review")  # type: ignore[arg-type]


# -- what is compared


def code(found: Audit, wanted: CheckCode) -> list[Verdict]:
    return [check.verdict for check in found.checks if check.code is wanted]


def test_a_share_of_everything_is_not_cut_below_a_larger_one() -> None:
    """12.6 % may be 12.69 %, cut after its last digit; 100 % may not be 100.9 %."""
    for share, part, nature in (("12.6", "1269", Nature.ROUNDING), ("100", "5000", Nature.ARITHMETIC)):
        [check] = audit(made(cases.rate, share, part, "10000")).contradicted
        assert check.nature is nature, share


def test_parts_of_a_part_that_is_not_stated_have_no_bounds() -> None:
    def build(part: ReportPart) -> None:
        first, second, rest = (flow(part, name, hectare) for name in ("first", "second", "rest"))
        both = whole(part, "both", first, second)
        part.total(whole(part, "every", both, rest), Value.exact("100.0", hectare), Y2018, at(part, 0))
        part.total(rest, Value.exact("30.0", hectare), Y2018, at(part, 1))

    found = asked(build)
    assert [str(bound.interval) for bound in found.bounds("both")] == ["[69.90, 70.10]"]
    assert found.bounds("first") == found.bounds("second") == ()


def test_growth_rates_multiply_unless_there_may_be_losses() -> None:
    def build(part: ReportPart, rates: tuple[str, ...], *, net: bool = False) -> None:
        profit = flow(part, "profit", VND, net=net)
        for number, rate in enumerate(rates):
            growth, time = RelativeChange.exact(rate, percent), Period.year(2016 + number)
            part.change(profit, Absent.NOT_STATED, Absent.NOT_STATED, growth, at(part, number), time=time)
        growth = RelativeChange.exact("25.0", percent)
        part.change(profit, Absent.NOT_STATED, Absent.NOT_STATED, growth, at(part, 9), time=SPAN)

    for rates, net, compared in (
        (("5.0", "6.0", "7.0"), False, True),
        (("5.0", "6.0", "7.0"), True, False),
        (("5.0", "-100.0", "7.0"), False, False),
    ):
        found = asked(lambda part, rates=rates, net=net: build(part, rates, net=net))  # type: ignore[misc]
        assert bool(code(found, CheckCode.CHANGE_CHAIN)) is compared, (rates, net)


def test_the_words_of_a_finding_are_not_compared_with_levels_of_other_definitions() -> None:
    def build(part: ReportPart, *standards: str) -> None:
        poor = stock(part, "poor", household)
        for number, (size, standard) in enumerate(zip((5, 6), standards, strict=True)):
            time = Period.year(2017 + number)
            part.at_end(poor, Value.exact(size, household), time, at(part, number), standard=standard)
        part.result(100, 120, en="It fell", vi="Giảm", indicator=poor, direction=Direction.DOWN)

    for standards, compared in ((("VN:a", "VN:a"), True), (("VN:a", "VN:b"), False)):
        found = asked(lambda part, standards=standards: build(part, *standards))  # type: ignore[misc]
        assert bool(code(found, CheckCode.CHANGE_WORDS)) is compared, standards


def test_a_share_of_a_count_is_of_the_count_at_its_own_time() -> None:
    """An area is not a count: any share of it is possible."""

    def build(part: ReportPart, when: Period, unit: Unit) -> None:
        communes = stock(part, "communes", unit)
        part.at_end(communes, Value.exact(7, unit), when, at(part, 0))
        part.share_of(Absent.NOT_STATED, communes, Value.exact("12.34", percent), at(part, 1), time=Y2018)

    for when, unit, compared in ((Y2018, commune, True), (Y2017, commune, False), (Y2018, hectare, False)):
        found = asked(lambda part, when=when, unit=unit: build(part, when, unit))  # type: ignore[misc]
        assert bool(found.checks) is compared, (when, unit)


def test_only_an_amount_each_year_may_be_that_of_fewer_years() -> None:
    """100 visits a year are 200 in two of three years, if the time of the total is assumed; each quarter they are not."""

    def build(part: ReportPart, per: Frequency, period: Period) -> None:
        visits = flow(part, "visits")
        part.each(visits, Value.exact(100, person_turn), period, at(part, 0), per=per)
        part.untimed(visits, Value.exact(200, person_turn), at(part, 1))

    for per, period, kinds in (
        (Frequency.YEAR, SPAN, [AssumptionKind.SAME_TIME, AssumptionKind.FEWER_YEARS]),
        (Frequency.QUARTER, SPAN, [AssumptionKind.SAME_TIME, AssumptionKind.OTHER_TIME]),
        (Frequency.YEAR, Period.parse("2016-01-01/P18M"), []),
    ):
        found = asked(lambda part, per=per, period=period: build(part, per, period))  # type: ignore[misc]
        given = [item.kind for check in found.checks for item in (check.assumption, check.consistent_if) if item]  # type: ignore[union-attr]
        assert given == kinds, per


def test_no_rate_is_between_those_of_its_parts_if_it_is_a_median_or_a_rank() -> None:
    def build(part: ReportPart, by_place: bool, unit: Unit, **more: Any) -> None:
        index = part.rate("index", unit, en="Index", vi="Chỉ số", **more)
        groups = (
            [(place, ()) for place in cases.DISTRICTS]
            if by_place
            else [("VN-01", (f"sex:{sex}",)) for sex in ("female", "male")]
        )
        for number, (place, breakdown) in enumerate([("VN-01", ()), *groups]):
            value = Value.exact(number or 60, unit)
            part.at_end(index, value, Y2018, at(part, number), place=place, breakdown=breakdown)

    for by_place, (unit, more, compared) in itertools.product(
        (False, True), ((percent, {}, True), (percent, {"statistic": Statistic.MEDIAN}, False), (rank, {}, False))
    ):
        found = asked(lambda part: build(part, by_place, unit, **more))  # noqa: B023
        assert bool(code(found, CheckCode.RATE_BETWEEN)) is compared, (by_place, unit, more)


def test_a_plan_of_a_rank_has_no_attainment() -> None:
    def build(part: ReportPart, unit: Unit) -> None:
        made = stock(part, "schools") if unit == person else part.rate("pci", rank, en="PCI", vi="PCI")
        part.at_end(made, Value.exact(20, unit), Y2018, at(part, 0))
        part.target(made, Value.exact(40, unit), Y2018, TimeCollection.END, at(part, 1))

    for unit, compared in ((person, True), (rank, False)):
        assert bool(code(asked(lambda part: build(part, unit)), CheckCode.PLAN_ACTUAL)) is compared  # noqa: B023


def test_a_rate_of_zero_implies_no_stock() -> None:
    def build(part: ReportPart, size: int) -> None:
        births, people = flow(part, "births", person), stock(part, "people")
        rate = part.rate("birth-rate", per_mille, of=births, among=people, en="Birth rate", vi="Tỷ suất sinh")
        part.total(births, Value.exact(50, person), Y2018, at(part, 0))
        part.within(rate, Value.exact(size, per_mille), Y2018, at(part, 1))

    for size, codes in ((5, [CheckCode.RATE_RATIO]), (0, [])):
        found = asked(lambda part, size=size: build(part, size))  # type: ignore[misc]
        assert [check.code for check in found.checks if check.implied] == codes, size


def test_a_count_is_no_share() -> None:
    def build(part: ReportPart) -> None:
        some = part.total(flow(part, "some", person), Value.exact(10, person), Y2018, at(part, 0))
        part.share_of(some, flow(part, "every", person), Value.exact(5, person), at(part, 1))

    (check,) = asked(build).contradicted
    assert check.code is CheckCode.SHARE_UNIT
    assert "expected a percentage" in check.message("en")
    assert "cần một tỷ lệ phần trăm" in check.message("vi")


def test_a_percentage_of_a_whole_that_may_be_zero_has_no_upper_limit() -> None:
    for part, base, found in (
        (span(5, 10), span(50, 100), span(5, 20)),
        (span(5, 10), span(-5, 0), None),
        (span(-5, 10), span(0, 100), UNBOUNDED),
        (Interval(upper=5), span(0, 100), UNBOUNDED),
        (span(5, 10), span(0, 100), Interval(lower=5)),
        (span(5, 10), Interval(lower=0), Interval(lower=0)),
    ):
        assert _percentage(part, base) == found, (part, base)


def test_an_attainment_of_a_planned_change_needs_a_level_that_the_plan_leads_to() -> None:
    def build(part: ReportPart, by: Change | RelativeChange, has_baseline: bool) -> None:
        poor = stock(part, "poor", household)
        first = part.at_end(poor, Value.exact(100, household), Y2016, at(part, 0))
        last = part.at_end(poor, Value.exact(80, household), Y2018, at(part, 1))
        baseline = first if has_baseline else Absent.NOT_STATED
        plan = part.target(poor, by, Y2018, TimeCollection.END, at(part, 2), baseline=baseline)
        part.attainment(last, plan, Attainment.exact(90, percent), at(part, 3))

    fall = RelativeChange.exact(-5, percent)
    for by, has_baseline, verdict in (
        (fall, True, Verdict.CONTRADICTED),
        (fall, False, Verdict.UNDETERMINED),
        (RelativeChange.exact(2, times, form="decrease_times"), True, Verdict.UNDETERMINED),  # to 50 or by 200 percent
        (RelativeChange.exact(-5, percent / year), True, Verdict.UNDETERMINED),  # compound growth
        (Change.between(-1, 1, household), True, Verdict.UNDETERMINED),  # no change can be attained by no percentage
    ):
        found = asked(lambda part, by=by, stated=has_baseline: build(part, by, stated))  # type: ignore[misc]
        assert code(found, CheckCode.PLAN_ATTAINMENT) == [verdict], by


def test_an_attainment_of_a_decrease_has_no_reading_that_divides_by_nothing() -> None:
    """No plan is a multiple of zero, and no reduction was planned if the plan is above the baseline."""

    def build(part: ReportPart, actual: int, before: int) -> None:
        poor = stock(part, "poor", household, better=Direction.DOWN)
        first = part.at_end(poor, Value.exact(before, household), Y2016, at(part, 0))
        last = part.at_end(poor, Value.exact(actual, household), Y2018, at(part, 1))
        plan = part.target(
            poor, Value.exact(10, household), Absent.NOT_STATED, Absent.NOT_STATED, at(part, 2), baseline=first
        )
        part.attainment(last, plan, Attainment.exact(50, percent), at(part, 3))

    for actual, before, nature in ((20, 5, Nature.WORDING), (15, 20, Nature.WORDING), (0, 5, Nature.ARITHMETIC)):
        [check] = asked(lambda part, a=actual, b=before: build(part, a, b)).contradicted  # type: ignore[misc]
        assert check.nature is nature, (actual, before)
        assert check.message().endswith("cannot all be true.") is (nature is Nature.ARITHMETIC)


# -- what is written


def test_many_figures_and_checks_are_counted_instead_of_listed() -> None:
    def parts_of(part: ReportPart, number: int) -> None:
        parts = [flow(part, f"part-{item}", hectare) for item in range(number)]
        part.total(whole(part, "every", *parts), Value.exact(100, hectare), Y2018, at(part, 0))
        for item, indicator in enumerate(parts):
            part.total(indicator, Value.exact(60 + item, hectare), Y2018, at(part, 1 + item))

    def repeated(part: ReportPart, number: int) -> None:
        poor = stock(part, "poor", household)
        for item in range(number):
            part.at_end(poor, Value.exact(100 + item, household), Y2018, at(part, item))

    for build, number, words in (
        (parts_of, 3, "every: from 60 hectares, 61 hectares and 62 hectares follows"),
        (parts_of, 4, "5 figures, such as every: from 60 hectares, 61 hectares, 62 hectares and 63 hectares follows"),
        (parts_of, 6, "from 60 hectares, 61 hectares, 62 hectares and 3 other figures follows"),
        (repeated, 7, "The same figure is in 3 more checks that fail."),
        (repeated, 5, "poor: 104 households and 100 households are printed"),
    ):
        shown = str(asked(lambda part, b=build, n=number: b(part, n)).screen("en"))  # type: ignore[misc]
        assert words in shown, shown
    assert "more check" not in str(asked(lambda part: repeated(part, 5)).screen("en"))


def test_what_must_not_be_exceeded_and_dates_beside_durations_are_shown_without_a_printed_result() -> None:
    shown = str(audit(made(cases.some_parts, "30", "28", "8")).screen("en"))
    assert "36 projects must not exceed 30 projects" in shown
    assert " 1. Case: “xx”. The figures give 24 to 36 months" in str(audit(made(cases.duration, 5)).screen("en"))


# -- tables, units and limits


def test_no_more_problems_of_a_table_are_listed_than_the_limit_allows() -> None:
    rows = [{"indicator": "a", "place": "VN-01", "time": "2018", "value": "x"}] * 5
    for most in (1, 3, 5, 9):
        with pytest.raises(DocumentError) as caught:
            audit_table(rows, limits=Limits(problems=most))
        assert len(caught.value.problems) == min(most, 5)


def test_a_name_in_a_table_is_a_text() -> None:
    for name, problem in (("a", ""), (5, ""), (True, "not a name"), (5.5, "not a name"), ("a\u200b", "not a name")):
        try:
            audit_table([{"indicator": name, "place": "VN-01", "time": 2018, "value": 5}])
        except DocumentError as error:
            assert [item.problem for item in error.problems] == [problem], name  # type: ignore[attr-defined]
        else:
            assert not problem, name


BOX = Unit.counting("box", en="box", plural="boxes", vi="hộp")


def test_counts_in_a_unit_of_the_review_are_whole_numbers_in_messages() -> None:
    def build(part: ReportPart) -> None:
        some = part.at_end(stock(part, "some", BOX), Value.exact(100, BOX), Y2018, at(part, 0))
        part.share_of(some, stock(part, "every", BOX), Value.exact("12.3", percent), at(part, 1))

    (check,) = audit(made(build, units=(BOX,))).checks
    assert "every must be between 810 and 816" in check.message()
    (plain,) = rule_checks(made(build, units=(BOX,)))
    assert "some.2018.end" in plain.message()
    assert "every must be between 809 and 817" in plain.message()


@pytest.mark.parametrize("code", ["day", "date", "dates", "period", "month", "list", "not_stated"])
def test_a_unit_whose_code_is_a_word_of_the_audit_is_only_a_unit(code: str) -> None:
    """The code says how many days or dates there are, and nothing about the time of the figures."""
    unit = Unit.parse(code) if code in {"day", "month"} else Unit.counting(code, en=code, plural=f"{code}s", vi=code)

    def build(part: ReportPart) -> None:
        some = stock(part, "some", unit)
        for number, value in enumerate((100, 250)):
            part.at_end(some, Value.exact(value, unit), Y2018, at(part, number))

    (check,) = audit(made(build, units=() if code in {"day", "month"} else (unit,))).contradicted
    for lang in LANGUAGES:
        assert "100" in check.message(lang)
        assert "250" in check.message(lang)


def test_what_may_be_a_loss_at_the_end_still_has_a_compound_rate() -> None:
    """From 4 to 0 at 50 or 100 % a month; but at 12 % a month, about 1 would be left."""
    for left, rate, contradicted in ((0, -100, False), (0, -50, False), (0, -12, True), (-4, -12, True)):

        def build(part: ReportPart, left: int = left, rate: int = rate) -> None:
            profit = flow(part, "profit", VND)
            first = part.total(profit, Value.exact(4, VND), Y2016, at(part, 0))
            last = part.total(profit, Value.exact(left, VND), Y2017, at(part, 1))
            part.change(profit, first, last, RelativeChange.exact(rate, percent / month), at(part, 2))

        (check,) = audit(made(build)).checks
        assert (check.verdict is Verdict.CONDITIONAL) is contradicted, check.message()


def test_a_percentage_of_a_median_limits_nothing() -> None:
    def build(part: ReportPart) -> None:
        middle = stock(part, "middle", household, statistic=Statistic.MEDIAN)
        every = stock(part, "households", household)
        rate = part.share("rate", of=middle, among=every, en="Rate", vi="Tỷ lệ")
        part.at_end(rate, Value.exact(50, percent), Y2018, at(part, 0))
        part.at_end(every, Value.exact(100, household), Y2018, at(part, 1))
        part.at_end(middle, Value.exact(80, household), Y2018, at(part, 2))

    assert not audit(made(build)).contradicted

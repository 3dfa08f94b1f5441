"""Every check: a case that passes, one that fails, the cases in between, and the messages."""

from __future__ import annotations

import attrs
import pytest

from aseansc import Absent, Interval, Period, Status, TimeBasis, TimeCollection, Value
from aseansc.audit import (
    Assumption,
    AssumptionKind,
    Check,
    CheckCode,
    Computation,
    MissingKind,
    ReadingKind,
    Verdict,
    audit,
)
from aseansc.errors import FieldError, FieldTypeError
from aseansc.units import (
    hectare,
    household,
    household_turn,
    percent,
    percentage_point,
    person,
    project,
    square_kilometre,
    year,
)
from aseansc.values import Attainment, Change, RelativeChange
from tests.audit import cases
from tests.audit.cases import CASES, SPAN, Y2016, Y2018, at, made


def only(code: CheckCode, build: object, *numbers: object) -> Check:
    """Return the only check with a code in a small review."""
    (found,) = [check for check in audit(made(build, *numbers)).checks if check.code is code]  # type: ignore[arg-type]
    return found


def test_every_code_has_a_case() -> None:
    assert list(CASES) == list(CheckCode)


@pytest.mark.parametrize("code", list(CheckCode))
def test_a_case_that_passes_is_consistent(code: CheckCode) -> None:
    case = CASES[code]
    found = case.check(code, fails=False)
    if case.silent:
        assert found is None
    else:
        assert found is not None
        assert (found.verdict, found.assumption, found.alternative) == (Verdict.CONSISTENT,) + (
            Absent.NOT_APPLICABLE,
        ) * 2


@pytest.mark.parametrize("code", list(CheckCode))
def test_a_case_that_fails_is_found(code: CheckCode) -> None:
    case = CASES[code]
    found = case.check(code, fails=True)
    assert found is not None
    assert found.verdict is case.verdict
    assert (found.verdict is Verdict.CONDITIONAL) is isinstance(found.assumption, Assumption)
    assert found.figures == tuple(sorted(found.figures))


@pytest.mark.parametrize("code", list(CheckCode))
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_message_has_the_figures_and_the_computation(code: CheckCode, lang: str) -> None:
    check = CASES[code].check(code, fails=True)
    assert check is not None
    words = check.message(lang)  # type: ignore[arg-type]
    assert {"en": "Figures: ", "vi": "Số liệu: "}[lang] in words
    for item in check.evidence:
        assert isinstance(item.printed, Absent) or (item.printed in words and item.id not in words)
    assert "{" not in words
    assert "not_applicable" not in words


def test_an_unknown_language_is_an_error() -> None:
    check = CASES[CheckCode.PARTS_SUM].check(CheckCode.PARTS_SUM, fails=True)
    assert check is not None
    with pytest.raises(FieldError, match="unknown language"):
        check.message("fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [None, "lai-chau", 5])
def test_only_a_review_can_be_audited(wrong: object) -> None:
    with pytest.raises(FieldTypeError):
        audit(wrong)  # type: ignore[arg-type]


# -- missing and implied quantities


def test_a_missing_part_is_derived() -> None:
    check = only(CheckCode.PARTS_SUM, cases.parts, "36", "28", "")
    assert (check.verdict, check.missing.kind, check.implied.name) == (  # type: ignore[union-attr]
        Verdict.UNDETERMINED,
        MissingKind.FIGURE,
        "national",
    )
    assert check.implied.interval == Interval.point(8)  # type: ignore[union-attr]


def test_a_missing_whole_is_derived() -> None:
    check = only(CheckCode.PARTS_SUM, cases.parts, "", "28", "8")
    assert check.implied.interval == Interval.point(36)  # type: ignore[union-attr]


def test_a_part_that_exceeds_its_whole_is_found_without_the_other_parts() -> None:
    check = only(CheckCode.PARTS_WITHIN, cases.parts, "27", "28", "")
    assert check.verdict is Verdict.CONTRADICTED


def test_each_overlapping_part_is_compared_with_the_whole() -> None:
    found = [
        check.verdict
        for check in audit(made(cases.overlapping_parts, "27", "28", "8")).checks
        if check.code is CheckCode.PARTS_WITHIN
    ]
    assert found == [Verdict.CONTRADICTED, Verdict.CONSISTENT]


def test_an_approximate_part_sets_no_limits() -> None:
    check = only(CheckCode.PARTS_SUM, cases.parts, "36", "about 28", "8")
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.BOUND)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("numbers", "name", "holds"),
    [
        (("12.7", "1250", ""), "households", "9843"),
        (("12.7", "", "9860"), "poor", "1252"),
        (("", "1250", "9860"), "poverty", "12.6774847869"),
    ],
)
def test_rate_numerator_and_denominator_imply_one_another(numbers: tuple[str, ...], name: str, holds: str) -> None:
    check = only(CheckCode.RATE_RATIO, cases.rate, *numbers)
    assert (check.verdict, check.implied.name) == (Verdict.UNDETERMINED, name)  # type: ignore[union-attr]
    assert Interval.point(holds).overlaps(check.implied.interval) or name == "poverty"  # type: ignore[union-attr]


@pytest.mark.parametrize("numbers", [("0.2", "1250", "0"), ("0", "1250", "")])
def test_a_divisor_that_may_be_zero_is_reported(numbers: tuple[str, ...]) -> None:
    check = only(CheckCode.RATE_RATIO, cases.rate, *numbers)
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.ZERO)  # type: ignore[union-attr]


def test_a_change_and_one_level_imply_the_other_level() -> None:
    check = only(CheckCode.CHANGE_LEVELS, cases.change, "", "49.11", Change.exact("3.7", percentage_point))
    assert check.verdict is Verdict.UNDETERMINED
    assert str(check.implied.interval) == "[45.355, 45.465]"  # type: ignore[union-attr]
    relative = only(CheckCode.CHANGE_LEVELS, cases.change, "40.0", "", RelativeChange.exact("-50.0", percent))
    assert relative.implied.interval.contains(20)  # type: ignore[union-attr]
    backwards = only(CheckCode.CHANGE_LEVELS, cases.change, "", "20.0", RelativeChange.exact("-50.0", percent))
    assert backwards.implied.interval.contains(40)  # type: ignore[union-attr]


def test_a_change_without_stated_levels_is_not_checked() -> None:
    for value in (Change.exact("3.7", percentage_point), RelativeChange.exact("5", percent / year)):
        assert audit(made(cases.change, "", "", value)).checks == ()
    yearly = Change.exact("-4.95", percentage_point / year)
    assert audit(made(cases.change, "40.40", "", yearly)).checks == ()
    fallen = RelativeChange.over("-100", percent)
    assert [check.code for check in audit(made(cases.change, "", "0", fallen)).checks] == [CheckCode.CHANGE_BOUNDS]


def test_an_attainment_implies_the_plan() -> None:
    check = only(CheckCode.PLAN_ATTAINMENT, cases.attainment, "8604", "", Attainment.exact("125.5", percent))
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.PLAN)  # type: ignore[union-attr]
    assert check.implied.interval.contains(6856)  # type: ignore[union-attr]
    nothing = only(CheckCode.PLAN_ATTAINMENT, cases.attainment, "8604", "", Attainment.exact("0", percent))
    assert nothing.implied is Absent.NOT_APPLICABLE
    zero = only(CheckCode.PLAN_ATTAINMENT, cases.attainment, "8604", "0", Attainment.exact("100", percent))
    assert (zero.verdict, zero.missing.kind) == (Verdict.UNDETERMINED, MissingKind.ZERO)  # type: ignore[union-attr]


@pytest.mark.parametrize(("reached", "kind"), [("125.5", MissingKind.LINK), ("90", MissingKind.PLAN)])
def test_the_target_that_an_attainment_without_a_plan_agrees_with_is_named(reached: str, kind: MissingKind) -> None:
    review = made(cases.attainment, "8604", "6856", Attainment.exact(reached, percent))
    unlinked = attrs.evolve(review, claims=[attrs.evolve(review.claims[0], target=Absent.NOT_STATED)])
    found = audit(unlinked)
    (check,) = [check for check in found.checks if check.code is CheckCode.PLAN_ATTAINMENT]
    (target,) = review.targets
    assert check.missing.kind is kind  # type: ignore[union-attr]
    for shown in (found.summary(), found.summary("vi")):
        assert (target.id in shown) is (kind is MissingKind.LINK)
    assert ("stated plan" in found.questions()[0]) is (kind is MissingKind.LINK)


def test_a_share_and_its_part_imply_the_whole() -> None:
    check = only(CheckCode.SHARE_CLAIM, cases.share_of, "600", "", "over 50")
    assert str(check.implied.interval) == "[600, 1200)"  # type: ignore[union-attr]
    nothing = only(CheckCode.SHARE_CLAIM, cases.share_of, "600", "", "0")
    assert (nothing.verdict, nothing.missing.kind) == (Verdict.UNDETERMINED, MissingKind.ZERO)  # type: ignore[union-attr]


def test_totals_of_some_years_must_not_exceed_the_total_of_all_years() -> None:
    assert only(CheckCode.FLOW_SPANS, cases.spans, "1200", "300", "", "500").verdict is Verdict.CONSISTENT
    assert only(CheckCode.FLOW_SPANS, cases.spans, "1200", "900", "", "500").verdict is Verdict.CONTRADICTED


def test_a_yearly_total_must_not_exceed_the_total_implied_by_the_average() -> None:
    def build(part: cases.ReportPart, yearly: str, one: str) -> None:
        visits = part.flow("visits", person, en="Visits", vi="Lượt")
        part.average(visits, Value.parse(f"{yearly} person"), SPAN, at(part, 0))
        part.total(visits, Value.parse(f"{one} person"), Y2018, at(part, 1))

    assert only(CheckCode.FLOW_AVERAGE, build, "100", "290").verdict is Verdict.CONSISTENT
    assert only(CheckCode.FLOW_AVERAGE, build, "100", "310").verdict is Verdict.CONTRADICTED


def test_an_amount_for_each_year_is_also_the_average() -> None:
    def build(part: cases.ReportPart, one: str, other: str) -> None:
        visits = part.flow("visits", person, en="Visits", vi="Lượt")
        part.average(visits, Value.parse(f"{one} person"), SPAN, at(part, 0))
        part.each(visits, Value.parse(f"{other} person"), SPAN, at(part, 1))

    assert only(CheckCode.FLOW_EACH, build, "100", "over 99").verdict is Verdict.CONSISTENT
    assert only(CheckCode.FLOW_EACH, build, "100", "over 101").verdict is Verdict.CONTRADICTED


def test_a_total_to_date_must_not_exceed_the_total() -> None:
    def build(part: cases.ReportPart, so_far: str, whole: str) -> None:
        visits = part.flow("visits", person, en="Visits", vi="Lượt")
        part.to_date(visits, Value.parse(f"{so_far} person"), SPAN, at(part, 0))
        part.total(visits, Value.parse(f"{whole} person"), SPAN, at(part, 1))

    assert only(CheckCode.FLOW_SPANS, build, "100", "300").verdict is Verdict.CONSISTENT
    late = only(CheckCode.FLOW_SPANS, build, "400", "300")
    assert late.verdict is Verdict.CONTRADICTED


# -- times


def test_an_assumed_time_makes_a_contradiction_conditional() -> None:
    def build(part: cases.ReportPart) -> None:
        visits = part.flow("visits", person, en="Visits", vi="Lượt")
        part.average(visits, Value.over("378E3", person), SPAN, at(part, 0), time_basis=TimeBasis.ASSUMED)
        part.untimed(visits, Value.nearly("900E3", person), at(part, 1))

    check = only(CheckCode.FLOW_AVERAGE, build)
    assert check.verdict is Verdict.CONDITIONAL
    assert isinstance(check.assumption, Assumption)
    assert (check.assumption.kind, check.assumption.time) == (AssumptionKind.SAME_TIME, SPAN)
    assert check.assumption.figures == ("visits.2016-2018.average", "visits.2016-2018.total")
    assert isinstance(check.consistent_if, Assumption)
    assert (check.consistent_if.kind, check.consistent_if.years) == (AssumptionKind.FEWER_YEARS, 2)


def test_another_time_resolves_what_fewer_years_do_not() -> None:
    def build(part: cases.ReportPart) -> None:
        visits = part.flow("visits", person, en="Visits", vi="Lượt")
        part.each(visits, Value.over(400, person), SPAN, at(part, 0), time_basis=TimeBasis.ASSUMED)
        part.untimed(visits, Value.exact(300, person), at(part, 1))

    check = only(CheckCode.FLOW_EACH, build)
    assert isinstance(check.consistent_if, Assumption)
    assert check.consistent_if.kind is AssumptionKind.OTHER_TIME


@pytest.mark.parametrize(("again", "verdict"), [("24737", Verdict.CONSISTENT), ("24736", Verdict.UNDETERMINED)])
def test_a_figure_within_a_year_may_be_that_of_its_end(again: str, verdict: Verdict) -> None:
    def build(part: cases.ReportPart) -> None:
        poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
        part.at_end(poor, Value.exact(24737, household), Y2018, at(part, 0))
        part.within(poor, Value.exact(again, household), Y2018, at(part, 1))

    assert only(CheckCode.RESTATEMENT, build).verdict is verdict


def test_the_end_of_three_years_is_the_end_of_the_last_year() -> None:
    def build(part: cases.ReportPart) -> None:
        poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
        part.at_end(poor, Value.exact(24737, household), Y2018, at(part, 0))
        part.at_end(poor, Value.exact(24736, household), SPAN, at(part, 1))

    assert only(CheckCode.RESTATEMENT, build).verdict is Verdict.CONTRADICTED


def test_an_estimate_may_have_been_revised() -> None:
    def build(part: cases.ReportPart) -> None:
        poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
        part.at_end(poor, Value.exact(24737, household), Y2018, at(part, 0), estimated=True)
        part.at_end(poor, Value.exact(24736, household), Y2018, at(part, 1), statuses=(Status.REVISED,))

    check = only(CheckCode.RESTATEMENT, build)
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.REVISION)  # type: ignore[union-attr]


def test_a_plan_is_not_compared_with_a_result() -> None:
    def build(part: cases.ReportPart) -> None:
        poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
        part.at_end(poor, Value.exact(24737, household), Y2018, at(part, 0))
        part.at_end(poor, Value.exact(20000, household), Y2018, at(part, 1), statuses=(Status.PLANNED,))

    assert audit(made(build)).checks == ()


@pytest.mark.parametrize(
    ("gap", "verdict"), [(0, Verdict.CONDITIONAL), (2, Verdict.CONDITIONAL), (20, Verdict.UNDETERMINED)]
)
def test_a_duration_cited_apart_from_its_period_may_refer_to_another_time(gap: int, verdict: Verdict) -> None:
    """The two characters between them may be a bracket, or the end of a sentence; 20 characters are a clause."""
    assert only(CheckCode.DURATION_PERIOD, cases.duration, 5, gap).verdict is verdict
    assert audit(made(cases.duration, 5, 200)).checks == ()


@pytest.mark.parametrize("length", [5, 6])
@pytest.mark.parametrize(("years", "verdict"), [(3, Verdict.CONSISTENT), (5, Verdict.CONTRADICTED)])
def test_one_citation_of_duration_and_period_refers_to_one_time(years: int, verdict: Verdict, length: int) -> None:
    """For example *5 năm (2016-2018)*."""
    assert only(CheckCode.DURATION_PERIOD, cases.duration, years, 1, length).verdict is verdict


def test_a_baseline_may_be_outside_the_period_of_the_review() -> None:
    def build(part: cases.ReportPart) -> None:
        rate = part.share("rate", en="Rate", vi="Tỷ lệ")
        first = part.at_end(rate, Value.exact("45.41", percent), Y2016.year(2015), at(part, 0))
        last = part.at_end(rate, Value.exact("49.11", percent), Y2018, at(part, 1))
        part.change(rate, first, last, Change.exact("3.7", percentage_point), at(part, 2))

    assert {check.code for check in audit(made(build)).checks} == {CheckCode.CHANGE_LEVELS}


# -- readings


@pytest.mark.parametrize(
    ("start", "end", "value", "reading"),
    [
        ("40.40", "25.55", RelativeChange.exact("-4.95", percent / year), ReadingKind.POINTS),
        ("40.40", "25.55", RelativeChange.exact("-14.85", percent), ReadingKind.POINTS),
        ("40.0", "20.0", Change.exact("-50", percentage_point), ReadingKind.PERCENT),
        ("40.0", "20.0", RelativeChange.exact("-50", percent / year), ReadingKind.IN_ALL),
        ("40.40", "25.55", Change.exact("-4.95", percentage_point), ReadingKind.PER_YEAR),
        ("40.40", "25.55", Change.exact("14.85", percentage_point), ReadingKind.OPPOSITE),
        ("40.40", "25.55", Change.exact("14.00", percentage_point), None),
    ],
)
def test_a_contradicted_change_may_have_another_reading(
    start: str, end: str, value: Change | RelativeChange, reading: ReadingKind | None
) -> None:
    check = only(CheckCode.CHANGE_LEVELS, cases.change, start, end, value)
    assert check.verdict is Verdict.CONTRADICTED
    assert (check.alternative.kind if check.alternative else None) is reading  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value",
    [
        RelativeChange.exact("-36.76", percent),
        RelativeChange.exact("-12.25", percent / year),
        RelativeChange.exact("-14.16", percent / year),
        RelativeChange.exact("63.24", percent, form="to"),
        Change.exact("-14.85", percentage_point),
        Change.exact("-4.95", percentage_point / year),
    ],
)
def test_a_change_agrees_in_every_form(value: Change | RelativeChange) -> None:
    """Percent per year may be simple or compound."""
    assert only(CheckCode.CHANGE_LEVELS, cases.change, "40.40", "25.55", value).verdict is Verdict.CONSISTENT


def test_a_count_cannot_change_by_percentage_points() -> None:
    def build(part: cases.ReportPart) -> None:
        poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
        first = part.at_beginning(poor, Value.exact(1000, household), Y2016, at(part, 0))
        last = part.at_end(poor, Value.exact(900, household), Y2018, at(part, 1))
        part.change(poor, first, last, Change.exact("-10", percentage_point), at(part, 2))

    check = only(CheckCode.CHANGE_LEVELS, build)
    assert check.verdict is Verdict.CONTRADICTED
    assert check.alternative.kind is ReadingKind.PERCENT  # type: ignore[union-attr]


def test_a_change_from_zero_has_no_percentage() -> None:
    check = only(CheckCode.CHANGE_LEVELS, cases.change, "0", "25.55", RelativeChange.exact("5", percent))
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.ZERO)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        (Attainment.exact("25.5", percent), ReadingKind.OVER_PLAN),
        (Attainment.exact("125.5", percent, form="over_plan"), ReadingKind.OF_PLAN),
        (Attainment.exact("50", percent), None),
    ],
)
def test_a_contradicted_attainment_may_have_another_form(value: Attainment, reading: ReadingKind | None) -> None:
    check = only(CheckCode.PLAN_ATTAINMENT, cases.attainment, "8604", "6856", value)
    assert check.verdict is Verdict.CONTRADICTED
    assert (check.alternative.kind if check.alternative else None) is reading  # type: ignore[union-attr]


def test_a_shortfall_recorded_as_a_share_of_the_plan_is_found() -> None:
    short = Attainment.exact("20", percent)
    check = only(CheckCode.PLAN_ATTAINMENT, cases.attainment, "80", "100", short)
    assert check.alternative.kind is ReadingKind.UNDER_PLAN  # type: ignore[union-attr]


def test_turns_are_persons_only_if_every_turn_is_a_different_person() -> None:
    check = CASES[CheckCode.SHARE_UNIT].check(CheckCode.SHARE_UNIT, fails=True)
    assert check is not None
    assert check.alternative.kind is ReadingKind.DISTINCT_SUBJECTS  # type: ignore[union-attr]
    assert str(check.alternative.quantity) == "(2000, ∞)"  # type: ignore[union-attr]
    for unit in (household_turn, project):
        other = only(CheckCode.SHARE_UNIT, cases.share_unit, unit)
        assert (other.verdict, other.alternative) == (Verdict.CONTRADICTED, Absent.NOT_APPLICABLE)


# -- rates in their own unit


def density(part: cases.ReportPart, rate: str, people: str, land: str) -> None:
    of = part.stock("people", person, en="People", vi="Dân số")
    among = part.stock("land", square_kilometre, en="Land", vi="Diện tích")
    each = part.rate("density", person / square_kilometre, of=of, among=among, en="Density", vi="Mật độ")
    for number, (indicator, value) in enumerate(((each, rate), (of, people), (among, land))):
        if value:
            part.at_end(indicator, Value.parse(f"{value} {indicator.unit.code}"), Y2018, at(part, number))


@pytest.mark.parametrize(
    ("numbers", "verdict", "implied"),
    [
        (("50", "1000", "20"), Verdict.CONSISTENT, None),
        (("60", "1000", "20"), Verdict.CONTRADICTED, None),
        (("50", "1000", ""), Verdict.UNDETERMINED, ("land", 20)),
        (("50", "", "20"), Verdict.UNDETERMINED, ("people", 1000)),
        (("", "1000", "20"), Verdict.UNDETERMINED, ("density", 50)),
    ],
)
def test_a_rate_in_its_own_unit_equals_numerator_over_denominator(
    numbers: tuple[str, ...], verdict: Verdict, implied: tuple[str, int] | None
) -> None:
    check = only(CheckCode.RATE_RATIO, density, *numbers)
    assert check.verdict is verdict
    if implied is not None:
        assert check.implied.name == implied[0]  # type: ignore[union-attr]
        assert check.implied.interval.contains(implied[1])  # type: ignore[union-attr]


# -- all figures at once


def test_counts_must_be_whole_numbers() -> None:
    """50 percent of 7 households is not a whole number of households."""
    found = audit(made(cases.rate, "50.000", "", "7")).contradicted
    assert [check.code for check in found] == [CheckCode.JOINT_BOUNDS]


def test_an_average_need_not_be_whole() -> None:
    def build(part: cases.ReportPart) -> None:
        one = part.stock("one", person, en="One", vi="Một")
        other = part.stock("other", person, en="Other", vi="Khác")
        both = part.stock(
            "both",
            person,
            en="Both",
            vi="Cả hai",
            breakdowns=(cases.Breakdown(parts=(one.id, other.id), complete=True, disjoint=True),),
        )
        part.average(both, Value.exact("7.00", person), SPAN, at(part, 0))
        part.average(one, Value.exact("3.50", person), SPAN, at(part, 1))

    assert audit(made(build)).contradicted == ()


@pytest.mark.parametrize(("part_plan", "count"), [("30", 0), ("50", 1)])
def test_the_plan_for_a_part_must_not_exceed_the_plan_for_the_whole(part_plan: str, count: int) -> None:
    def build(part: cases.ReportPart) -> None:
        replaced = part.flow("replaced", hectare, en="Replaced", vi="Thay thế")
        breakdown = cases.Breakdown(parts=(replaced.id,), complete=False, disjoint=True)
        planted = part.flow("planted", hectare, en="Planted", vi="Trồng", breakdowns=(breakdown,))
        for number, (indicator, plan) in enumerate(((planted, "40"), (replaced, part_plan))):
            value = Value.parse(f"{plan} hectare")
            part.target(indicator, value, Y2018, TimeCollection.TOTAL, at(part, number))

    found = audit(made(build)).contradicted
    assert len(found) == count
    assert all(check.figures == ("planted.2018.target", "replaced.2018.target") for check in found)


def test_a_revised_plan_contradicts_nothing() -> None:
    def build(part: cases.ReportPart) -> None:
        planted = part.flow("planted", hectare, en="Planted", vi="Trồng")
        done = part.total(planted, Value.exact(40, hectare), Y2018, at(part, 0))
        first = part.target(planted, Value.exact(80, hectare), Y2018, TimeCollection.TOTAL, at(part, 1))
        part.target(planted, Value.exact(40, hectare), Y2018, TimeCollection.TOTAL, statuses=(Status.REVISED,))
        part.attainment(done, first, Attainment.exact(50, percent), at(part, 2))

    assert audit(made(build)).contradicted == ()


def test_a_contradiction_is_reported_only_once() -> None:
    codes = [check.code for check in audit(made(cases.parts, "37", "28", "8")).contradicted]
    assert codes == [CheckCode.PARTS_SUM]


@pytest.mark.parametrize(("share", "count"), [("40.00", 0), ("30.00", 1)])
def test_shares_and_changes_constrain_quantities_that_are_not_stated(share: str, count: int) -> None:
    """The share at the end follows from two figures, and the change connects it with the share at the beginning."""

    def build(part: cases.ReportPart) -> None:
        one, every = (part.stock(name, person, en=name, vi=name) for name in ("one", "every"))
        rate = part.share("rate", of=one, among=every, en="Rate", vi="Tỷ lệ")
        before = part.at_end(every, Value.exact(100, person), Period.year(2017), at(part, 0))
        after = part.at_end(every, Value.exact(120, person), Y2018, at(part, 1))
        part.at_end(one, Value.exact(48, person), Y2018, at(part, 2))
        part.change(every, before, after, RelativeChange.exact("20.0", percent / year), at(part, 3))
        first = part.at_end(rate, Value.parse(f"{share} percent"), Y2018, at(part, 4))
        last = part.at_beginning(rate, Value.exact("38.00", percent), Y2016, at(part, 5))
        part.change(rate, last, first, Change.exact("2.00", percentage_point), at(part, 6))

    assert bool(audit(made(build)).contradicted) is bool(count)


# -- checks as values


def test_a_computation_is_written_as_one_line() -> None:
    assert str(Computation(expression="36", computed=Interval.point(36), unit="project")) == "36 project"
    assert str(Computation(expression="1 ÷ 0", unit="percent")) == "1 ÷ 0 percent"


def test_checks_are_compared_by_value() -> None:
    one, other = (CASES[CheckCode.PARTS_SUM].check(CheckCode.PARTS_SUM, fails=True) for _ in range(2))
    assert one == other
    assert one is not None
    assert hash(one) == hash(other)
    assert attrs.evolve(one, verdict=Verdict.CONSISTENT) != one


def test_every_check_has_exactly_one_verdict() -> None:
    result = audit(made(cases.rate, "17.2", "1250", "9860"))
    apart = (*result.consistent, *result.contradicted, *result.conditional, *result.undetermined)
    assert sorted(map(str, apart)) == sorted(map(str, result.checks))
    assert repr(result) == "<Audit of 'case': 1 consistent, 1 contradicted, 0 conditional, 0 undetermined>"

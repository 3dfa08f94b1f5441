"""True reports whose levels, prices, units or wholes are not comparable, so that a naive check would fail.

Each docstring describes what is true. Checks that remain possible are tested, too.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from aseansc import Absent, Interval, Period, Value
from aseansc.audit import AssumptionKind, CheckCode, MissingKind, Verdict, audit
from aseansc.authoring import ReportPart
from aseansc.indicators import Breakdown, PriceBasis
from aseansc.units import (
    USD,
    VND,
    Unit,
    UnitKind,
    household,
    household_turn,
    percent,
    person,
    person_day,
    person_turn,
    turn,
    year,
)
from aseansc.values import RelativeChange
from tests.audit.cases import SPAN, Y2016, Y2017, Y2018, at, made
from tests.audit.figures import V, asked, flow, poverty, stock, verdicts

# -- changes


@pytest.mark.parametrize(
    ("unit", "by", "end"),
    [("month", "-5.0", "5404"), ("month", "-3.83", "5404"), ("quarter", "10.0", "14641"), ("quarter", "11.6", "14641")],
)
def test_percent_per_month_or_quarter_may_be_compound(unit: str, by: str, end: str) -> None:
    """10 000 falling by 5 % a month is 5 404 after twelve months, which is 3.83 % of 10 000 a month."""

    def build(part: ReportPart) -> None:
        poor, every, rate = poverty(part)
        first = part.at_end(poor, V("10000 household"), Y2016, at(part, 0))
        last = part.at_end(poor, V(f"{end} household"), Y2017, at(part, 1))
        part.change(poor, first, last, RelativeChange.parse(f"by {by} percent/{unit}"), at(part, 2))
        part.at_end(every, V("20000 household"), Y2016, at(part, 3))
        part.at_end(rate, V("50.0 percent"), Y2016, at(part, 4))

    result = asked(build)
    assert result.contradicted == ()
    assert CheckCode.CHANGE_LEVELS in {check.code for check in result.consistent}


def test_a_level_printed_as_zero_has_no_percentage_change() -> None:
    """0,4 % grew by 1 150 % to 5 %; 0,4 is printed as 0."""

    def build(part: ReportPart) -> None:
        rate = part.share("rate", en="Rate", vi="Tỷ lệ")
        first = part.at_end(rate, V("0 percent"), Y2016, at(part, 0))
        last = part.at_end(rate, V("5 percent"), Y2018, at(part, 1))
        part.change(rate, first, last, RelativeChange.exact("100", percent), at(part, 2))

    (check,) = asked(build).checks
    assert (check.code, check.verdict) == (CheckCode.CHANGE_LEVELS, Verdict.UNDETERMINED)


@pytest.mark.parametrize(
    "difference", [{"place": "VN-02"}, {"breakdown": ("sex:female",)}], ids=["another place", "women only"]
)
def test_incomparable_levels_do_not_contradict_a_change(difference: dict[str, Any]) -> None:
    """The total grew by 2 %; the second figure is for another place, or for women only."""

    def build(part: ReportPart) -> None:
        people = stock(part, "people")
        first = part.at_end(people, V("100000 person to 1000"), Y2016, at(part, 0))
        last = part.at_end(people, V("200000 person to 1000"), Y2018, at(part, 1), **difference)
        part.change(people, first, last, RelativeChange.exact("2.0", percent), at(part, 2))

    (check,) = asked(build).checks
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, MissingKind.LIKENESS)  # type: ignore[union-attr]


def test_a_level_after_the_end_of_a_district_is_not_comparable() -> None:
    """Districts were abolished in 2025; a later figure with the old name covers other communes."""

    def build(part: ReportPart) -> None:
        people = stock(part, "people")
        place = "VN-01-105"
        first = part.at_end(people, V("40000 person to 1000"), Period.year(2024), at(part, 0), place=place)
        last = part.at_end(people, V("70000 person to 1000"), Period.year(2026), at(part, 1), place=place)
        part.change(people, first, last, RelativeChange.exact("2.0", percent / year), at(part, 2))

    found = {check.code: check.verdict for check in asked(build).checks}
    assert found[CheckCode.CHANGE_LEVELS] is Verdict.UNDETERMINED
    assert found.keys() == {CheckCode.CHANGE_LEVELS, CheckCode.TIME_OUTSIDE}


@pytest.mark.parametrize(
    ("basis", "claimed", "verdict"),
    [
        (Absent.NOT_STATED, Absent.NOT_STATED, "conditional"),
        (PriceBasis.CURRENT, Absent.NOT_STATED, "conditional"),
        (Absent.NOT_STATED, PriceBasis.CURRENT, "conditional"),
        (PriceBasis.CURRENT, PriceBasis.CONSTANT, "undetermined"),
        (PriceBasis.CURRENT, PriceBasis.CURRENT, "contradicted"),
    ],
)
def test_growth_may_be_in_constant_prices(
    basis: PriceBasis | Absent, claimed: PriceBasis | Absent, verdict: str
) -> None:
    """The product grew by 6.8 % a year in constant prices, and by 14 % in current prices."""

    def build(part: ReportPart) -> None:
        product = flow(part, "product", VND, bounds=Interval(lower=0), price_basis=basis)
        first = part.total(product, V("10000000000000 VND to 1000000000"), Y2016, at(part, 0))
        last = part.total(product, V("13000000000000 VND to 1000000000"), Y2018, at(part, 1))
        grown = RelativeChange.exact("6.8", percent / year)
        part.change(product, first, last, grown, at(part, 2), price_basis=claimed)

    (check,) = asked(build).checks
    assert check.verdict.value == verdict
    if check.assumption:
        assert check.assumption.kind is AssumptionKind.SAME_PRICES  # type: ignore[union-attr]
        assert "giá so sánh" in check.message("vi")


# -- units


THOUSAND = Unit(
    code="thousand_person",
    kind=UnitKind.COUNT,
    dimension="person",
    factor=Decimal(1000),
    en="thousand persons",
    plural="thousand persons",
    vi="nghìn người",
)


def test_thousands_of_persons_need_not_be_whole() -> None:
    """6 400 and 6 400 people of 460 500 are 12 800, printed as 6, 6 and 13 thousand."""

    def build(part: ReportPart) -> None:
        one, other, every = (stock(part, name, THOUSAND) for name in ("one", "other", "every"))
        breakdown = Breakdown(parts=(one.id, other.id), complete=True, disjoint=True)
        both = stock(part, "both", THOUSAND, breakdowns=(breakdown,))
        for number, (indicator, value) in enumerate(((every, "460.5"), (both, "13"), (one, "6"), (other, "6"))):
            part.at_end(indicator, Value.exact(value, THOUSAND), Y2018, at(part, number))

    assert {check.verdict for check in audit(made(build, units=(THOUSAND,))).checks} == {Verdict.CONSISTENT}


def test_person_days_need_not_be_whole() -> None:
    def build(part: ReportPart) -> None:
        part.total(flow(part, "work", person_day), V("1234.5 person_day"), Y2018, at(part, 0))

    assert asked(build).checks == ()


# -- shares


@pytest.mark.parametrize(
    ("whole_value", "verdict"), [("100E9", "consistent"), ("120E9", "contradicted"), ("", "undetermined")]
)
def test_a_multiple_of_another_figure_may_exceed_1(whole_value: str, verdict: str) -> None:
    """Exports may be one and a half times the product."""

    def build(part: ReportPart) -> None:
        exports, product = (flow(part, name, VND, bounds=Interval(lower=0)) for name in ("exports", "product"))
        sold = part.total(exports, V("150000000000 VND to 1000000000"), Y2018, at(part, 0))
        if whole_value:
            part.total(product, V(f"{whole_value} VND"), Y2018, at(part, 1))
        part.share_of(sold, product, V("1.5 times"), at(part, 2))

    (check,) = asked(build).checks
    assert (check.code, check.verdict.value) == (CheckCode.SHARE_CLAIM, verdict)
    assert whole_value or check.implied.interval.contains("100E9")  # type: ignore[union-attr]


PUPIL = Unit.counting("pupil", en="pupil", vi="học sinh")


@pytest.mark.parametrize(
    ("counted", "of", "verdict"),
    [
        (turn, person_turn, "undetermined"),
        (turn, household_turn, "undetermined"),
        (USD, VND, "undetermined"),
        (PUPIL, person, "undetermined"),
        (household, PUPIL, "undetermined"),
        (household, person, "contradicted"),
        (person_turn, person, "contradicted"),
        (turn, person, "contradicted"),
    ],
    ids=str,
)
def test_part_and_whole_in_different_units(counted: Unit, of: Unit, verdict: str) -> None:
    """10 million dollars may be 60 % of an amount in dong, and 300 pupils 5 % of all people."""

    def build(part: ReportPart) -> None:
        some, every = flow(part, "some", counted), flow(part, "every", of)
        some_total = part.total(some, Value.exact(2000, counted), Y2018, at(part, 0))
        part.share_of(some_total, every, V("60 percent"), at(part, 1))

    (check,) = audit(made(build, units=(PUPIL,))).checks
    assert (check.code, check.verdict.value) == (CheckCode.SHARE_UNIT, verdict)
    assert not check.missing or check.missing.kind is MissingKind.LIKENESS  # type: ignore[union-attr]


@pytest.mark.parametrize("unit", [person_turn, household_turn], ids=str)
@pytest.mark.parametrize(("value", "verdict"), [("50", "consistent"), ("60", "contradicted")])
def test_a_turn_of_a_person_counts_as_a_turn(unit: Unit, value: str, verdict: str) -> None:
    def build(part: ReportPart) -> None:
        some, every = flow(part, "some", unit), flow(part, "every", turn)
        some_total = part.total(some, Value.exact(2000, unit), Y2018, at(part, 0))
        part.total(every, V("4000 turn"), Y2018, at(part, 1))
        part.share_of(some_total, every, V(f"{value} percent"), at(part, 2))

    assert verdicts(asked(build)) == {"share-claim": verdict}


def test_a_share_of_averages_may_be_an_average_of_shares() -> None:
    """1 of 1, 100 of 1 000 and 100 of 1 000 are 40 % on average; the average counts, 67 of 667, are 10 %."""

    def build(part: ReportPart) -> None:
        poor, every, _ = poverty(part)
        some = part.average(poor, V("67 household"), SPAN, at(part, 0))
        part.average(every, V("667 household"), SPAN, at(part, 1))
        part.share_of(some, every, V("40 percent"), at(part, 2))

    found = {check.code: check for check in asked(build).checks}
    assert found[CheckCode.SHARE_CLAIM].missing.kind is MissingKind.LIKENESS  # type: ignore[union-attr]

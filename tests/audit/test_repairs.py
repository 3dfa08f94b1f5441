"""Repairs: the smallest corrections with which contradicted figures agree."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from attrs import evolve

from aseansc import Absent, Attainment, Change, Period, RelativeChange, Review, Value
from aseansc.audit import Audit, Repair, RepairKind, Verdict, audit, audit_table
from aseansc.audit._slips import other_numbers, other_readings
from aseansc.authoring import DOWN, UP, ReportPart
from aseansc.datasets import lai_chau
from aseansc.errors import FieldError
from aseansc.indicators import Breakdown
from aseansc.units import VND, hectare, household, month, percent, percentage_point, person, project, tonne, year
from tests.audit.cases import at
from tests.audit.figures import asked, flow, whole
from tests.cases import reports_false, reports_true  # noqa: F401  # they register the reports
from tests.cases.report import PERIOD, REPORTS, Report

E = Value.exact
Y = Period.year

SLIPS: dict[str, tuple[str, str]] = {
    "F01": ("whole.2016-2018.total", "36 project"),
    "F02": ("pc.2018.end", "27070000 VND/person to 10000"),
    "F03": ("cover.2015-2018.change", "3.7 percentage_point"),
    "F05": ("jobs.2018.attainment", "of_plan 81 percent"),
    "F06": ("visits.2017-2018.change", "by 15 percent"),
    "F09": ("hh.2018.end", "96818 household"),
    "F14": ("poor.2018.end.2", "24737 household"),
    "F18": ("forest.2016-2018.attainment", "of_plan 125.5 percent"),
    "F19": ("whole.2016-2018.total", "458600000 VND to 100000"),
    "F20": ("share1.2018.end", "10.4 percent"),
    "F23": ("cover.2015-2018.change", "-3.7 percentage_point"),
    "F27": ("yield.2018.within", "49.2 quintal/hectare"),
    "F28": ("d.2018.total", "2 district"),
    "F31": ("women.2018.share", "40 percent"),
    "F32": ("density.2018.end", "50.3 person/square_kilometre"),
    "F36": ("poor.2016-2018.change", "-11357 household"),
    "F38": ("forest.2016-2018.total.2", "86.04 square_kilometre"),
}
"""The true slip of each false report that has one: the figure, and what it should be."""


def stated(review: Review) -> Review:
    """Return a review whose document states how its figures are calculated from one another."""
    return evolve(review, indicators=[evolve(item, structure_stated=True) for item in review.indicators])


def shown(repair: Repair) -> set[tuple[str, str]]:
    return {(item.figure, str(value)) for item in repair.corrections for value in item.values}


@pytest.mark.parametrize(("name", "slip"), SLIPS.items(), ids=list(SLIPS))
def test_the_true_slip_is_among_the_first_three_repairs(name: str, slip: tuple[str, str]) -> None:
    found = audit(stated(REPORTS[name].build())).repairs(conditional=True)
    assert any(slip in shown(repair) for repair in found[:3]), [shown(repair) for repair in found]


def test_the_poverty_rate_of_the_reference_review_has_one_repair() -> None:
    found = audit(lai_chau.load()).repairs()
    poverty, turns = found
    [correction] = poverty.corrections
    assert (poverty.rank, correction.figure, correction.printed) == (1, "poverty-rate.2016-2018.change", "4,95%/năm")
    assert (correction.kind, correction.reading) == (RepairKind.READING, "points")
    assert list(map(str, correction.values)) == ["-4.95 percentage_point/year"]
    assert turns.corrections[0].reading == "distinct_subjects"
    assert poverty.question("en") == (
        "Poverty rate (Sustainable poverty reduction): Does “4,95%/năm” mean a decrease of 4.95 percentage points per year?"
    )
    assert poverty.question("vi") == (
        "Tỷ lệ hộ nghèo (Giảm nghèo bền vững): “4,95%/năm” có nghĩa là giảm 4,95 điểm phần trăm/năm phải không?"
    )


def applied(review: Review, repair: Repair) -> Review:
    """Return a review with the first value of each correction."""
    values = {item.figure: item.values[0] for item in repair.corrections if item.values}

    def replace(figures: Any) -> list[Any]:
        return [evolve(item, value=values[item.id]) if item.id in values else item for item in figures]

    return evolve(
        review,
        observations=replace(review.observations),
        targets=replace(review.targets),
        claims=replace(review.claims),
    )


@pytest.mark.parametrize("name", [name for name, made in REPORTS.items() if name.startswith("F") and not made.fails])
def test_a_repair_leaves_no_contradiction(name: str) -> None:
    review = REPORTS[name].build()
    result = audit(review)
    for repair in result.repairs():
        again = audit(applied(review, repair))
        assert not again.contradicted
        assert {check.verdict for check in repair.checks} <= {Verdict.CONTRADICTED}


def test_nothing_is_changed_and_consistent_reports_have_no_repairs() -> None:
    review = stated(REPORTS["F01"].build())
    result = audit(review)
    before = repr(review)
    result.repairs()
    assert repr(review) == before
    assert result == audit(review)
    assert not audit(applied(review, result.repairs()[0])).repairs()


def test_equally_likely_repairs_share_a_rank() -> None:
    assert [repair.rank for repair in audit(stated(REPORTS["F01"].build())).repairs()] == [1, 1, 1]
    assert [repair.rank for repair in audit(stated(REPORTS["F03"].build())).repairs()] == [1, 2, 2]


def test_a_figure_that_is_printed_twice_alike_is_the_last_suspect() -> None:
    """24.737 is printed twice: 36.094 and 12.357 are likelier slips."""
    made = Report()
    poor, old = made.stock("poor", household), made.stock("old", household)
    first = made.at_beginning(poor, E(36094, household), Y(2016), made.c("36.094"))
    last = made.at_end(poor, E(24737, household), Y(2018), made.c("24.737"))
    made.at_end(old, E(24737, household), Y(2018), made.c("24.737"))
    made.change(poor, first, last, Change.exact(-12357, household), made.c("giảm 12.357 hộ"))
    found = audit(stated(made.review("twice"))).repairs()
    assert [repair.corrections[0].figure.partition(".")[2] for repair in found][:2] == [
        "2016-2018.change",
        "2016.beginning",
    ]
    assert found[-1].corrections[0].figure == "poor.2018.end"
    assert found[-1].rank > found[0].rank == found[1].rank


def test_a_repair_does_not_contradict_other_figures() -> None:
    """28 + 8 = 37, and 28 + 5 = 33: 28 is not the slip."""
    made = Report()
    parts = [made.flow(name, project) for name in ("a", "b", "c")]
    wholes = [
        made.flow(name, project, breakdowns=(Breakdown(parts=ids, complete=True, disjoint=True),))
        for name, ids in (("ab", ("a", "b")), ("ac", ("a", "c")))
    ]
    for indicator, number in zip((*parts, *wholes), (28, 8, 5, 37, 33), strict=True):
        made.total(indicator, E(number, project), PERIOD, made.c(str(number)))
    figures = {repair.corrections[0].figure for repair in audit(stated(made.review("two-sums"))).repairs()}
    assert figures == {"b.2016-2018.total", "ab.2016-2018.total"}


def two_slips(change: Change | RelativeChange) -> Audit:
    made = Report()
    cover = made.share("cover", better=UP)
    first = made.at_end(cover, E("52.81", percent), Y(2015), made.c("52,81%"))
    last = made.at_end(cover, E("49.11", percent), Y(2018), made.c("49,11%"))
    made.change(cover, first, last, change, made.c("thay đổi"))
    return audit(stated(made.review("two-slips")))


def test_two_slips_of_one_figure_are_found_if_one_is_not_enough() -> None:
    """An increase of 3.7 percent, for a decrease of 3.7 points."""
    found = two_slips(RelativeChange.exact("3.7", percent)).repairs()
    assert all(len(repair.corrections) == 2 for repair in found)
    assert ("cover.2015-2018.change", "-3.7 percentage_point") in shown(found[0])
    assert "And: " in found[0].question()


def test_two_figures_are_corrected_if_one_is_not_enough() -> None:
    """200 + 258.6 million is 458.6 million: one part is a thousand times too small, and the whole has swapped digits."""
    made = Report()
    parts = [made.flow(name, VND) for name in ("a", "b")]
    whole = made.flow("w", VND, breakdowns=(Breakdown(parts=("a", "b"), complete=True, disjoint=True),))
    for indicator, number in zip((*parts, whole), ("200.0E6", "258.6E3", "485.6E6"), strict=True):
        made.total(indicator, E(number, VND), PERIOD, made.c(number))
    found = audit(stated(made.review("pair"))).repairs()
    wanted = {("b.2016-2018.total", "258600000 VND to 100000"), ("w.2016-2018.total", "458600000 VND to 100000")}
    assert wanted in [shown(repair) for repair in found]


def test_two_sums_with_a_common_part_are_corrected_in_the_parts_that_only_one_has() -> None:
    """28 + 80 = 36, and 28 + 50 = 33: 8 and 5 have a zero too many."""
    made = Report()
    parts = [made.flow(name, project) for name in ("a", "b", "c")]
    wholes = [
        made.flow(name, project, breakdowns=(Breakdown(parts=ids, complete=True, disjoint=True),))
        for name, ids in (("ab", ("a", "b")), ("ac", ("a", "c")))
    ]
    for indicator, number in zip((*parts, *wholes), (28, 80, 50, 36, 33), strict=True):
        made.total(indicator, E(number, project), PERIOD, made.c(str(number)))
    found = audit(stated(made.review("two-parts"))).repairs()
    assert {("b.2016-2018.total", "8 project"), ("c.2016-2018.total", "5 project")} in map(shown, found)


def test_a_table_in_which_any_two_parts_may_be_wrong_has_ten_of_their_pairs() -> None:
    """The first two digits of any two parts may be swapped: 21,001 for 12,001."""
    made = Report()
    numbers = [21_001 + 11 * number for number in range(6)]
    parts = [made.flow(f"p{number}", project) for number in range(6)]
    ids = tuple(part.id for part in parts)
    whole = made.flow("whole", project, breakdowns=(Breakdown(parts=ids, complete=True, disjoint=True),))
    for part, number in zip((*parts, whole), (*numbers, sum(numbers) - 18_000), strict=True):
        made.total(part, E(number, project), PERIOD, made.c(str(number)))
    found = audit(stated(made.review("pairs"))).repairs()
    assert (len(found), found.not_searched) == (10, ())
    for repair in found:
        assert {item.kind for item in repair.corrections} == {RepairKind.SWAPPED_DIGITS}
        assert len({item.figure for item in repair.corrections}) == 2


def test_every_part_of_a_long_breakdown_is_tried() -> None:
    made = Report()
    parts = [made.flow(f"p{number}", project) for number in range(30)]
    ids = tuple(part.id for part in parts)
    whole = made.flow("whole", project, breakdowns=(Breakdown(parts=ids, complete=True, disjoint=True),))
    for number, part in enumerate(parts):
        made.total(part, E("1029E3" if number == 29 else 1000 + number, project), PERIOD, made.c(str(number)))
    made.total(whole, E(30435, project), PERIOD, made.c("sum"))
    [first, *_] = audit(stated(made.review("long"))).repairs()
    assert shown(first) == {("p29.2016-2018.total", "1029 project")}


def test_a_table_in_which_any_part_may_be_wrong_has_a_few_of_its_repairs() -> None:
    made = Report()
    parts = [made.flow(f"p{number}", project) for number in range(30)]
    ids = tuple(part.id for part in parts)
    whole = made.flow("whole", project, breakdowns=(Breakdown(parts=ids, complete=True, disjoint=True),))
    for part in parts:
        made.total(part, E(1000, project), PERIOD, made.c("1.000"))
    made.total(whole, E(35000, project), PERIOD, made.c("35.000"))
    assert len(audit(stated(made.review("ties"))).repairs()) == 20


def test_an_audit_without_its_review_has_no_repairs() -> None:
    result = audit(stated(REPORTS["F01"].build()))
    with pytest.raises(FieldError, match=r"Audit\.repairs"):
        Audit(review=result.review, checks=result.checks).repairs()


def test_a_question_in_another_language_is_refused() -> None:
    [first, *_] = audit(stated(REPORTS["F01"].build())).repairs()
    with pytest.raises(FieldError, match="en or vi"):
        first.question("fr")  # type: ignore[arg-type]


def test_every_kind_of_slip_has_a_question_in_both_languages() -> None:
    asked = set()
    for name in SLIPS:
        for repair in audit(stated(REPORTS[name].build())).repairs(conditional=True):
            asked |= {item.kind for item in repair.corrections}
            for lang in ("en", "vi"):
                assert repair.corrections[0].printed in repair.question(lang)  # type: ignore[arg-type]
                assert repair.question(lang).endswith("?")  # type: ignore[arg-type]
    assert asked == set(RepairKind)


def test_figures_that_agree_only_under_an_assumption_are_a_last_resort() -> None:
    """1.987 cannot be supported each month if 231 were in the year; with 2.310 it depends on how they are counted."""
    review = REPORTS["T15"].build()
    figure = next(figure for figure in review.figures() if figure.id == "allowance.2018.total")
    assert not isinstance(figure.value, Absent)
    slip = evolve(figure, value=E(231, person))
    wrong = evolve(review, observations=[slip if item.id == slip.id else item for item in review.observations])
    assert audit(wrong).contradicted
    values = {value for repair in audit(wrong).repairs() for value in shown(repair)}
    assert ("allowance.2018.total", "2310 person to 10") in values


# -- slips


def test_the_numbers_of_slips() -> None:
    numbers = {str(slip.value.magnitude): slip.kind.value for slip in other_numbers(E(24373, household))}
    assert numbers["23473"] == numbers["42373"] == "swapped_digits"
    assert numbers["24377"] == numbers["94373"] == "one_digit"
    assert numbers["24373000"] == "scale"
    assert not {"4373", "04373", "2437.3"} & set(numbers)


def test_a_slip_keeps_the_resolution_and_qualifier() -> None:
    for slip in other_numbers(Value.over("25.50", percent)):
        assert slip.value.qualifier == "over"
        assert slip.kind is RepairKind.SCALE or slip.value.resolution == E("25.50", percent).resolution


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (RelativeChange.exact("-4.95", percent / year), {"-4.95 percentage_point/year", "by -4.95 percent", "by 4.95 percent/year"}),
        (Change.exact("3.7", percentage_point), {"by 3.7 percent", "3.7 percentage_point/year", "-3.7 percentage_point"}),
        (RelativeChange.between("0.25", "0.33", percent), {"by -0.33..-0.25 percent"}),
        (Attainment.exact("125.5", percent, form="over_plan"), {"of_plan 125.5 percent", "under_plan 125.5 percent"}),
        (E("49.2", tonne / hectare), {"49.2 quintal/hectare", "49.2 tonne/square_kilometre"}),
        (E(5, person), {"5 person_turn"}),
        (E(5, VND / person / month), {"5 USD/person/month", "5 VND/person_turn/month", "5 VND/person/year"}),
    ],
    ids=lambda each: str(each) if not isinstance(each, set) else "",
)  # fmt: skip
def test_other_readings(value: Any, wanted: set[str]) -> None:
    found = {str(slip.value) for slip in other_readings(value)}
    assert wanted <= found, found


@pytest.mark.growth
def test_the_repairs_of_100_figures_take_less_than_five_seconds() -> None:
    made = Report()
    for number in range(20):
        share = made.share(f"poverty{number}", better=DOWN)
        first = made.at_end(share, E(f"4{number % 10}.4", percent), Y(2015), made.c("a"))
        last = made.at_end(share, E(f"3{number % 10}.1", percent), Y(2018), made.c("b"))
        points = Change.exact("-10.3" if number % 2 else "-12.3", percentage_point)
        made.change(share, first, last, points, made.c("c"))
    parts = [made.flow(f"p{number}", project) for number in range(39)]
    breakdown = Breakdown(parts=tuple(part.id for part in parts), complete=True, disjoint=True)
    for part in parts:
        made.total(part, E(1100, project), PERIOD, made.c("d"))
    made.total(made.flow("whole", project, breakdowns=(breakdown,)), E(42910, project), PERIOD, made.c("e"))
    result = audit(stated(made.review("hundred")))
    assert (len(made.review("hundred").figures()), len(result.contradicted)) == (100, 11)
    start = process_time()
    assert len(result.repairs()) > 30
    assert process_time() - start < 5


def test_the_search_is_limited_and_names_the_figures_that_were_not_searched() -> None:
    """Every sum has two errors, which no single correction and few pairs explain."""
    rows = [
        {"indicator": f"{name}{group}", "place": "VN-01", "time": 2018, "value": value}
        for group in range(6)
        for name, value in (*((f"part{number}of", 1000 + 7 * number) for number in range(8)), ("whole", 99_999))
    ]
    units = {str(row["indicator"]): household for row in rows}
    wholes = {f"whole{group}": [f"part{number}of{group}" for number in range(8)] for group in range(6)}
    result = audit_table(rows, wholes=wholes, units=units)
    assert len(result.contradicted) == 6
    found = result.repairs()
    assert found.not_searched
    assert {*found.not_searched} <= {f"row-{number}" for number in range(1, 55)}
    assert found.not_searched == result.repairs().not_searched
    assert found[:1] == found.found[:1]


def test_a_search_that_ends_names_no_figures() -> None:
    assert audit(lai_chau.load()).repairs().not_searched == ()


def test_an_open_part_of_a_wrong_sum_does_not_limit_what_the_others_may_be() -> None:
    """Over 60 and 50 are not 100; over 60 and 30 may be, and so may over 60 and 50 be 120."""

    def build(part: ReportPart) -> None:
        first, second = flow(part, "first", hectare), flow(part, "second", hectare)
        part.total(whole(part, "whole", first, second), E(100, hectare), Y(2018), at(part, 0))
        part.total(first, Value.over(60, hectare), Y(2018), at(part, 1))
        part.total(second, E(50, hectare), Y(2018), at(part, 2))

    found = {item for repair in asked(build).repairs() for item in shown(repair)}
    assert {("second.2018.total", "30 hectare"), ("whole.2018.total", "120 hectare")} <= found
    assert ("second.2018.total", "60 hectare") not in found

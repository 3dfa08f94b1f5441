"""Trends between two observations: every form of a change, and every error."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, strategies as st

from aseansc import (
    Absent,
    AsOf,
    Change,
    Frequency,
    Interval,
    Period,
    Review,
    Text,
    TimeCollection,
    Unit,
    Value,
)
from aseansc._phrases import moved
from aseansc.attainment import Reason
from aseansc.authoring import DOWN, ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.comparability import Comparability
from aseansc.datasets import lai_chau
from aseansc.errors import FieldTypeError, OperandError
from aseansc.intervals import Certainty
from aseansc.observations import SamplingError, SamplingErrorForm, Status
from aseansc.strategies import reviews
from aseansc.trends import Trend, stated_change, trend
from aseansc.units import household, per_mille, percent, person, rank, year
from aseansc.values import RelativeChange

TEXT = "x" * 40


def _part() -> ReportPart:
    return ReportPart(document="report", place="VN-01", period=Period.years(2016, 2018))


def _review(part: ReportPart) -> Review:
    return assemble(
        part,
        id="case",
        title=Text(en="Case"),
        programme=Text(en="Programme"),
        documents=[Document(id="report", title="Report", sha256=sha256_of(TEXT), lang="vi")],
    )


def levels(first: str, last: str, *, beginning: int = 2016, end: int = 2018) -> Trend:
    """Return the trend of a number of households from the beginning of one year to the end of another."""
    part = _part()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    one = part.at_beginning(poor, Value.parse(f"{first} household"), Period.year(beginning), part.cite(0, "x"))
    other = part.at_end(poor, Value.parse(f"{last} household"), Period.year(end), part.cite(2, "x"))
    return trend(one, other, _review(part))


def test_a_trend_has_every_form_of_the_change() -> None:
    found = levels("1000", "1331")
    assert (str(found.years), str(found.change), found.unit) == ("[3, 3]", "[331, 331]", household)
    assert isinstance(found.relative, Interval)
    assert found.relative == Interval.point("33.1")
    assert isinstance(found.per_year, Interval)
    assert found.per_year.lower is not None
    assert found.per_year.upper is not None
    assert found.per_year.lower <= Fraction(331, 3) <= found.per_year.upper
    assert isinstance(found.compound, Interval)
    assert found.compound.contains(10)
    assert not found.compound.contains("10.000001")


def test_levels_in_percent_change_in_points() -> None:
    part = _part()
    for unit, points in ((percent, "percentage_point"), (per_mille, "per_mille_point")):
        rate = part.rate(f"rate-{unit.code.replace('_', '-')}", unit, en="Rate", vi="Tỷ lệ")
        one = part.at_end(rate, Value.exact("40.40", unit), Period.year(2015), part.cite(0, "x"))
        other = part.at_end(rate, Value.exact("25.55", unit), Period.year(2018), part.cite(0, "x"))
        found = trend(one, other, _review(part))
        assert (found.unit.code, str(found.change), str(found.years)) == (points, "[-14.860, -14.840]", "[3, 3]")


def test_a_fall_to_zero_is_minus_100_percent() -> None:
    found = levels("1000", "0")
    assert (found.relative, found.compound) == (Interval.point(-100), Interval.point(-100))


def test_a_start_of_zero_has_no_percentage_change() -> None:
    found = levels("0", "10")
    assert (found.relative, found.compound, str(found.per_year)[:6]) == (
        Reason.MAY_BE_ZERO,
        Reason.MAY_BE_ZERO,
        "[3.333",
    )
    assert "%" not in moved(found, "+10 households", "en")


def test_one_sided_levels_give_one_sided_trends() -> None:
    found = levels("over 1000", "2000")
    assert str(found.change) == "(-∞, 1000)"
    assert isinstance(found.relative, Interval)
    assert (found.relative.lower, found.relative.upper) == (-100, 100)
    assert isinstance(found.compound, Interval)
    assert found.compound.contains(0)
    above = levels("1000", "over 2000")
    assert isinstance(above.compound, Interval)
    assert above.compound.upper is None


def test_an_unknown_day_gives_an_interval_of_years() -> None:
    part = _part()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    one = part.at_beginning(poor, Value.exact(100, household), Period.year(2016), part.cite(0, "x"))
    other = part.within(poor, Value.exact(121, household), Period.year(2018), part.cite(2, "x"))
    found = trend(one, other, _review(part))
    assert str(found.years) == "[2, 3]"
    assert isinstance(found.compound, Interval)
    assert found.compound.contains(10)
    assert found.compound.contains("6.6")
    assert not found.compound.contains("10.1")


def test_no_time_between_the_levels_gives_no_rate_per_year() -> None:
    part = _part()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    one = part.within(poor, Value.exact(100, household), Period.year(2018), part.cite(0, "x"))
    other = part.at_end(poor, Value.exact(90, household), Period.year(2018), part.cite(2, "x"))
    found = trend(one, other, _review(part))
    assert (str(found.years), found.per_year, found.compound) == (
        "[0, 1]",
        Reason.NO_TIME_PASSED,
        Reason.NO_TIME_PASSED,
    )


def test_a_printed_day_is_known_to_the_day_only() -> None:
    part = _part()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    one = part.at(poor, Value.exact(100, household), AsOf(date=date(2016, 1, 1)), part.cite(0, "x"))
    other = part.at_end(poor, Value.exact(90, household), Period.year(2018), part.cite(2, "x"))
    years = trend(one, other, _review(part)).years
    assert years.upper == 3
    assert years.lower is not None
    assert abs(years.lower - 3 + Decimal(1) / (12 * 31)) < Decimal("1E-20")


def test_the_time_between_flows_is_between_their_starts() -> None:
    part = _part()
    jobs = part.flow("jobs", person, en="Jobs", vi="Việc làm")
    one = part.total(jobs, Value.exact(100, person), Period.year(2016), part.cite(0, "x"))
    other = part.total(jobs, Value.exact(121, person), Period.year(2018), part.cite(2, "x"))
    review = _review(part)
    found = trend(one, other, review)
    assert str(found.years) == "[2, 2]"
    assert isinstance(found.compound, Interval)
    assert found.compound.contains(10)
    with pytest.raises(OperandError, match="not the later"):
        trend(other, one, review)
    with pytest.raises(OperandError, match="their periods differ in length"):
        trend(one, attrs.evolve(other, time=Period.years(2017, 2018)), review)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"value": Value.exact(5, person)}, "their units are household and person"),
        ({"indicator": "households"}, "their indicators are poor and households"),
        ({"place": "VN-02"}, "VN-01 and VN-02 are different places"),
        ({"breakdown": ("sex:female",)}, "their categories differ"),
        (
            {"time_collection": TimeCollection.EACH, "per": Frequency.YEAR, "time": Period.year(2018)},
            "their time collections are end and each",
        ),
    ],
)
def test_incomparable_observations_are_an_error_with_a_reason(changes: dict[str, object], why: str) -> None:
    part = _part()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    part.stock("households", household, en="Households", vi="Hộ")
    one = part.at_end(poor, Value.exact(100, household), Period.year(2016), part.cite(0, "x"))
    other = part.at_end(poor, Value.exact(90, household), Period.year(2018), part.cite(2, "x"))
    review = _review(part)
    assert str(trend(one, other, review).change) == "[-10, -10]"
    with pytest.raises(OperandError, match=why) as refused:
        trend(one, attrs.evolve(other, **changes), review)
    assert refused.value.got == (one.id, other.id)


def test_levels_under_different_standards_have_no_trend_and_one_stated_standard_is_a_condition() -> None:
    part = _part()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo", better=DOWN)
    old = part.at_end(
        poor, Value.exact(100, household), Period.year(2016), part.cite(0, "x"), standard="VN-POVERTY:2011"
    )
    new = part.at_end(
        poor, Value.exact(90, household), Period.year(2018), part.cite(2, "x"), standard="VN-POVERTY:2016"
    )
    bare = part.at_end(poor, Value.exact(90, household), Period.year(2017), part.cite(4, "x"))
    review = _review(part)
    with pytest.raises(OperandError, match=r"standards are VN-POVERTY:2011 and VN-POVERTY:2016"):
        trend(old, new, review)
    found = trend(old, bare, review)
    assert (found.comparability, found.improved) == (Comparability.CONDITIONAL, Certainty.CERTAIN)


def test_a_rank_improves_downwards_and_has_no_growth_rate() -> None:
    part = _part()
    index = part.rate("pci-rank", rank, en="PCI rank", vi="Thứ hạng PCI")
    one = part.within(index, Value.exact(55, rank), Period.year(2016), part.cite(0, "x"))
    other = part.within(index, Value.exact(48, rank), Period.year(2018), part.cite(2, "x"))
    found = trend(one, other, _review(part))
    assert (str(found.change), found.improved) == ("[-7, -7]", Certainty.CERTAIN)
    assert (found.relative, found.compound) == (Reason.RANK, Reason.RANK)


@pytest.mark.parametrize(("last", "improved"), [("25.0", Certainty.POSSIBLE), ("22.0", Certainty.CERTAIN)])
def test_a_change_within_the_sampling_errors_is_not_certainly_an_improvement(last: str, improved: Certainty) -> None:
    part, error = _part(), SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal("1.2"))
    rate = part.share("poverty", en="Poverty", vi="Tỷ lệ nghèo", better=DOWN)
    one, other = (
        part.at_end(rate, Value.exact(level, percent), Period.year(y), part.cite(y - 2016, "x"), sampling_error=error)
        for level, y in (("25.5", 2016), (last, 2018))
    )
    assert trend(one, other, _review(part)).improved is improved


def test_a_place_that_no_longer_exists_is_not_comparable() -> None:
    part = ReportPart(document="report", place="VN-01-110", period=Period.years(2024, 2026))
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    one = part.at_end(poor, Value.exact(100, household), Period.year(2024), part.cite(0, "x"))
    other = part.at_end(poor, Value.exact(90, household), Period.year(2026), part.cite(2, "x"))
    with pytest.raises(OperandError, match="did not exist with these boundaries in 2026"):
        trend(one, other, _review(part))


@pytest.mark.parametrize("place", ["VN-01", "VN-25", "VN-2025-44"])
def test_the_code_of_the_place_gives_the_boundaries_and_not_the_year_of_the_figure(place: str) -> None:
    part = ReportPart(document="report", place=place, period=Period.years(2005, 2026))
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    one = part.at_end(poor, Value.exact(100, household), Period.year(2005), part.cite(0, "x"))
    other = part.at_end(poor, Value.exact(90, household), Period.year(2026), part.cite(2, "x"))
    review = _review(part)
    assert str(trend(one, other, review).change) == "[-10, -10]"
    if place != "VN-01":
        merged = attrs.evolve(other, place={"VN-25": "VN-2025-44", "VN-2025-44": "VN-25"}[place])
        with pytest.raises(OperandError, match=r"merged into .* so the boundaries differ"):
            trend(one, merged, review)


def test_anything_else_is_refused() -> None:
    review = lai_chau.load()
    level = review.observation("poverty-rate.2018.end")
    for arguments in ((None, level, review), (level, None, review), (level, level, None)):
        with pytest.raises(FieldTypeError):
            trend(*arguments)  # type: ignore[arg-type]


def test_the_fall_of_poverty_agrees_in_points_only() -> None:
    review = lai_chau.load()
    found = trend(*(review.observation(f"poverty-rate.{when}") for when in ("2016.beginning", "2018.end")), review)
    printed = review.claim("poverty-rate.2016-2018.change").value
    assert isinstance(printed, RelativeChange)
    assert isinstance(found.per_year, Interval)
    assert found.per_year.contains(printed.magnitude)
    for way in (found.relative, found.compound):
        assert isinstance(way, Interval)
        assert not way.overlaps(printed.interval())


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(2000, 2010), st.integers(2010, 2030))
def test_a_compound_rate_grows_from_start_to_end(first: int, last: int, begins: int, ends: int) -> None:
    """``start × (1 + rate) ^ years`` contains the end level."""
    found = levels(str(first), str(last), beginning=begins, end=ends)
    assert isinstance(found.compound, Interval)
    assert found.compound.lower is not None
    assert found.compound.upper is not None
    years = ends - begins + 1
    low, high = (first * (1 + Fraction(end) / 100) ** years for end in (found.compound.lower, found.compound.upper))
    assert low <= last <= high
    assert found.compound.upper - found.compound.lower < Decimal("1E-25") * (200 + abs(found.compound.upper))


@given(reviews())
def test_any_two_observations_have_a_trend_or_an_error(review: Review) -> None:
    for one in review.observations:
        for other in review.observations:
            try:
                found = trend(one, other, review)
            except OperandError:
                continue
            assert found.change.overlaps(found.change)
            assert found.years.lower is not None
            assert found.years.lower >= 0


@given(reviews())
def test_a_trend_contains_the_difference_of_the_printed_numbers(review: Review) -> None:
    """The change contains the difference of the magnitudes of two exact statements."""
    for one in review.observations:
        for other in review.observations:
            if not isinstance(one.value, Value) or not isinstance(other.value, Value):
                continue
            exact = {one.value.qualifier.value, other.value.qualifier.value} == {"exact"}
            if not exact or one.value.unit != other.value.unit:
                continue
            try:
                found = trend(one, other, review)
            except OperandError:
                continue
            low, high = review.interval(one), review.interval(other)
            if low.contains(one.value.magnitude) and high.contains(other.value.magnitude):
                assert found.change.contains(other.value.magnitude - one.value.magnitude)


def test_figures_of_another_review_are_refused() -> None:
    review, others = lai_chau.load(), _part()
    rate = others.share("poverty-rate", en="Rate", vi="Tỷ lệ")
    elsewhere = others.at_beginning(rate, Value.exact("40.40", percent), Period.year(2016), others.cite(0, "x"))
    own = [review.observation(f"poverty-rate.{when}") for when in ("2016.beginning", "2018.end")]
    with pytest.raises(OperandError, match="does not belong to review 'lai-chau") as refused:
        trend(elsewhere, own[1], review)
    assert "compare_reviews" in refused.value.hint
    with pytest.raises(OperandError, match="does not belong to review"):
        trend(own[0], attrs.evolve(own[1], value=Value.exact("20", percent)), review)
    with pytest.raises(OperandError, match="does not belong to review"):
        trend(*own, _review(others))
    assert trend(attrs.evolve(own[0]), own[1], review) == trend(*own, review)


def test_an_observation_without_a_value_has_no_trend() -> None:
    part = _part()
    poor = part.stock("poor", household, en="Poor", vi="Hộ nghèo")
    one = part.at_beginning(
        poor, Absent.NOT_STATED, Period.year(2016), part.cite(0, "x"), statuses=(Status.SUPPRESSED,)
    )
    other = part.at_end(poor, Value.exact(5, household), Period.year(2018), part.cite(2, "x"))
    with pytest.raises(OperandError, match="one of them has no value"):
        trend(one, other, _review(part))


def test_a_change_of_a_mean_per_year_is_one_per_year_of_the_mean() -> None:
    change = Change.parse("2 VND/person/year")
    found = stated_change(change, Unit.parse("VND/person"))
    assert found is not None
    assert (found.unit, found.per, found.full) == (Unit.parse("VND/person"), year, change.unit)
    assert stated_change(change, Unit.parse("VND")) is None

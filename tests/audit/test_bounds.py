"""What all figures together leave possible for one quantity."""

from __future__ import annotations

import pytest

from aseansc import Absent, Interval, Period, Status, TimeBasis, Value
from aseansc.audit import Audit, audit
from aseansc.authoring import ReportPart
from aseansc.datasets import lai_chau
from aseansc.errors import FieldError, FieldTypeError, UnknownNameError
from aseansc.units import household, person
from tests.audit import cases
from tests.audit.cases import Y2017, Y2018, at
from tests.audit.figures import asked, poverty, stock

REVIEW = lai_chau.load()
RESULT = audit(REVIEW)


def test_the_households_of_the_reference_review_follow_from_the_poor_and_their_rate() -> None:
    start, end = RESULT.bounds("households")
    assert (start.interval, end.interval) == (Interval(lower=89331, upper=89352), Interval(lower=96798, upper=96838))
    assert end.statuses == (Status.ESTIMATED,)
    assert [item.id for item in end.evidence] == ["poor-households.2018.end", "poverty-rate.2018.end"]
    assert end.structure == ("poverty-rate = poor-households ÷ households",)
    assert RESULT.bounds(REVIEW.indicator("households"), time=Period.year(2016)) == (start,)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ("96,798", "estimated", "25,55%")), ("vi", ("96.798", "ước", "25,55%"))]
)
def test_a_bound_is_described_in_both_languages(lang: str, words: tuple[str, ...]) -> None:
    message = RESULT.bounds("households", time=Period.year(2018))[0].message(lang)  # type: ignore[arg-type]
    assert [word for word in words if word not in message] == []
    with pytest.raises(FieldError, match="unknown language"):
        RESULT.bounds("households")[0].message("fr")  # type: ignore[arg-type]


def test_an_assumed_time_is_named() -> None:
    def build(part: ReportPart) -> None:
        poor, _, rate = poverty(part)
        part.at_end(poor, Value.exact(100, household), Y2018, at(part, 0), time_basis=TimeBasis.ASSUMED)
        part.at_end(rate, Value.parse("20.0 percent"), Y2018, at(part, 1))

    (found,) = asked(build).bounds("households")
    assert found.assumed == ("poor.2018.end",)
    assert "assumed" in found.message()


def test_a_quantity_without_a_limit_has_no_bound() -> None:
    assert asked(lambda part: cases.change(part, "", "20.0", cases.POINTS)).bounds("poverty", time=Y2017) == ()


def test_contradicting_figures_leave_no_value() -> None:
    (found,) = asked(lambda part: cases.restated(part, "24737", "24373")).bounds("poor")
    assert found.interval is Absent.NOT_APPLICABLE
    assert "no value" in found.message()


def test_bounds_of_a_category_follow_from_the_others() -> None:
    def build(part: ReportPart) -> None:
        people = stock(part, "people", person)
        for number, (value, sex) in enumerate(((1000, ()), (600, ("sex:female",)))):
            part.at_end(people, Value.exact(value, person), Y2018, at(part, number), breakdown=sex)
        part.at_end(people, Value.parse("under 390 person"), Y2018, at(part, 2), breakdown=("sex:male",))

    (found,) = asked(build).bounds("people", breakdown=("sex:male",))
    assert found.interval == Interval(lower=0, upper=389)


def test_a_total_of_a_period_follows_from_the_others() -> None:
    result = asked(lambda part: cases.spans(part, "1200", "300", "400"))
    assert [bound.interval for bound in result.bounds("visits", time=Y2018)] == [Interval.point(500)]


def test_wrong_arguments_are_named() -> None:
    with pytest.raises(UnknownNameError):
        RESULT.bounds("housholds")
    with pytest.raises(FieldTypeError):
        RESULT.bounds("households", time=2018)  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="not known"):
        Audit(review="x", checks=()).bounds("households")

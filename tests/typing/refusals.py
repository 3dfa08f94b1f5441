"""Only type-checked: what a type checker must refuse. An ignore that is not needed is an error, so each line is a test."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from aseansc import (
    Absent,
    Attainment,
    Change,
    Citation,
    Indicator,
    Interval,
    Observation,
    Period,
    RelativeChange,
    Review,
    Target,
    Unit,
    Value,
    load,
    remainder,
    total,
)
from aseansc.authoring import ASSUMED, ReportPart
from aseansc.observations import SamplingError
from aseansc.units import household, percent, percentage_point, person


def arithmetic(value: Value, change: Change, relative: RelativeChange, attainment: Attainment) -> None:
    value + 0  # type: ignore[operator]
    0 + value  # type: ignore[operator]
    value + 1.5  # type: ignore[operator]
    value * 0.5  # type: ignore[operator]
    value + relative  # type: ignore[operator]
    value - attainment  # type: ignore[operator]
    change + value  # type: ignore[operator]
    relative + relative  # type: ignore[operator]
    attainment - attainment  # type: ignore[operator]
    value < value  # type: ignore[operator]
    sum([value, value])  # type: ignore[list-item]
    value.compare(change)  # type: ignore[arg-type]
    value.to("hectare")  # type: ignore[arg-type]
    total([change])  # type: ignore[list-item]
    remainder(value, 5)  # type: ignore[arg-type]
    change.to_pint(None)  # type: ignore[attr-defined]


def construction() -> None:
    Value(magnitude=40.4, unit=percent)  # type: ignore[arg-type]
    Value(magnitude="40.4", unit="percent")  # type: ignore[arg-type]
    Value("40.4", percent)  # type: ignore[call-arg]
    Value.exact(40.4, percent)  # type: ignore[arg-type]
    Interval(lower=1.5)  # type: ignore[arg-type]
    Period(start="2018-01-01", end="2018-12-31")  # type: ignore[arg-type]
    Unit.counting("school", en="school")  # type: ignore[call-arg]


def unions(observation: Observation, target: Target) -> None:
    observation.value.interval()  # type: ignore[union-attr]
    target.value.magnitude  # type: ignore[union-attr]
    wrong: Value = observation.value  # type: ignore[assignment]
    evolve(observation, value=RelativeChange.exact(5, percent))  # type: ignore[arg-type]
    evolve(observation, sampling_error=Decimal("1.2"))  # type: ignore[arg-type]
    evolve(observation, revises=observation)  # type: ignore[arg-type]
    evolve(target, value=Attainment.exact(5, percent))  # type: ignore[arg-type]
    SamplingError(form="margin", size=Decimal("1.2"))  # type: ignore[arg-type]
    load(5)  # type: ignore[arg-type]
    print(wrong)


def authored(part: ReportPart, rate: Indicator, earlier: Observation, cited: Citation) -> None:
    level = Value.exact("25", percent)
    part.within(rate, level, Period.year(2018), cited, revises="poverty-rate.2018")  # type: ignore[arg-type]
    part.within(rate, RelativeChange.exact(5, percent), Period.year(2018), cited)  # type: ignore[arg-type]
    part.share_of(earlier, rate, level, cited, revises=earlier)  # type: ignore[arg-type]


def frozen(value: Value, observation: Observation) -> None:
    value.magnitude = Decimal(5)  # type: ignore[misc]
    observation.place = "VN"  # type: ignore[misc]
    evolve(observation, plce="VN")  # type: ignore[call-arg]


def look_ups(review: Review) -> None:
    review.indicator(5)  # type: ignore[arg-type]
    review.select("poverty-rate")  # type: ignore[call-arg]
    review.observation("x").value.magntude  # type: ignore[union-attr]


def what_is_right(review: Review) -> None:
    """No ignore here: these are the types that a reader of the docs expects."""
    level: Value = Value.exact("25.55", percent)
    fall: Change = level - Value.exact("40.40", percent)
    back: Value = level + fall
    half: Value = back * Decimal("0.5")
    per: Change = Change.exact(5, percentage_point) * 2
    quotient: Value = Value.exact(5, household) / Value.exact(2, person)
    interval: Interval = review.interval(review.observation("poverty-rate.2018.end"))
    low: Decimal | None = interval.lower
    loaded: Review = load("review.json")
    for figure in loaded.targets:
        if isinstance(figure.value, Value):
            share: Value = figure.value
        elif isinstance(figure.value, Change):
            point: Change = figure.value
        elif isinstance(figure.value, RelativeChange):
            growth: RelativeChange = figure.value
        else:
            reason: Absent = figure.value
    print(share, point, growth, reason)
    print(half, per, quotient, low)


def encoding(part: ReportPart, poor: Indicator, value: Value, citation: Citation) -> None:
    part.untimed(poor, value, citation, time_basis=ASSUMED)  # type: ignore[call-arg]
    part.untimed(poor, value, citation, estimate=True)  # type: ignore[call-arg]
    part.untimed("poor-households", value, citation)  # type: ignore[arg-type]
    part.share("poverty-rate", of="poor-households", en="Poverty rate", vi="Tỷ lệ hộ nghèo")  # type: ignore[arg-type]


def constructors() -> None:
    Value.exact(5, household, resolutin=1)  # type: ignore[call-arg]
    Value.exact(5, household, upper=6)  # type: ignore[call-arg]
    Value.exact(5, household, form="by")  # type: ignore[arg-type]
    RelativeChange.exact(5, percent, from_="by")  # type: ignore[call-arg]
    Value.exact(0.5, percent)  # type: ignore[arg-type]
    Value(household, 5)  # type: ignore[call-arg, arg-type]

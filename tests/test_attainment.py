"""Attainment: every outcome and every reason, with intervals that are not clamped; no error is raised."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given, strategies as st

from aseansc import (
    Absent,
    AttainmentClaim,
    Frequency,
    Interval,
    Observation,
    Period,
    Review,
    Target,
    Text,
    TimeCollection,
    Value,
)
from aseansc.attainment import Assessment, Formula, Outcome, Reason, assess, implied_target
from aseansc.authoring import DOWN, STEADY, UP, ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.errors import FieldTypeError, OperandError
from aseansc.indicators import Direction
from aseansc.observations import Status
from aseansc.strategies import reviews
from aseansc.units import VND, hectare, incident, percent, person_turn, square_kilometre
from aseansc.values import Attainment

YEAR = Period.year(2018)
PRINTED = "x" * 60


def judged(
    actual: str,
    wanted: str | Absent,
    *,
    better: Direction | Absent = UP,
    baseline: str | None = None,
    unit: str = "person_turn",
    **changes: object,
) -> Assessment:
    """Assess an actual value against a target in a small review, with changes to the target."""
    review, target, observation = _case(actual, wanted, better=better, baseline=baseline, unit=unit)
    return assess(attrs.evolve(target, **changes), observation, review)


def _case(
    actual: str, wanted: str | Absent, *, better: Direction | Absent, baseline: str | None = None, unit: str
) -> tuple[Review, Target, Observation]:
    part = ReportPart(document="report", place="VN-01", period=YEAR)
    units = {"person_turn": person_turn, "percent": percent, "hectare": hectare}
    kind = part.flow if unit != "percent" else part.share
    arguments = {} if unit == "percent" else {"unit": units[unit]}
    measured = kind("examinations", en="Examinations", vi="Lượt khám", better=better, **arguments)  # type: ignore[operator]
    state = part.total if unit != "percent" else part.at_end
    collection = TimeCollection.TOTAL if unit != "percent" else TimeCollection.END
    observation = state(measured, Value.parse(actual), YEAR, part.cite(0, "x"))
    before = Absent.NOT_STATED
    if baseline is not None:
        before = state(measured, Value.parse(baseline), Period.year(2017), part.cite(2, "x"))  # type: ignore[assignment]
    value = wanted if isinstance(wanted, Absent) else Value.parse(wanted)
    target = part.target(measured, value, YEAR, collection, baseline=before)
    return _assembled(part), target, observation


def _assembled(part: ReportPart) -> Review:
    return assemble(
        part,
        id="case",
        title=Text(en="Case"),
        programme=Text(en="Programme"),
        documents=[Document(id="report", title="Report", sha256=sha256_of(PRINTED), lang="vi")],
    )


@pytest.mark.parametrize(
    ("actual", "wanted", "better", "outcome"),
    [
        ("nearly 900000 person_turn to 1000", "900000 person_turn to 1000", UP, Outcome.NOT_MET),
        ("900000 person_turn to 1000", "900000 person_turn to 1000", UP, Outcome.CANNOT_TELL),
        ("900000 person_turn", "900000 person_turn to 1000", UP, Outcome.MET),
        ("over 900000 person_turn to 1000", "900000 person_turn to 1000", UP, Outcome.MET),
        ("about 900000 person_turn to 1000", "900000 person_turn to 1000", UP, Outcome.CANNOT_TELL),
        ("nearly 900000 person_turn to 1000", "900000 person_turn to 1000", DOWN, Outcome.MET),
        ("over 900000 person_turn to 1000", "900000 person_turn to 1000", DOWN, Outcome.NOT_MET),
        ("900000 person_turn", "900000 person_turn to 1000", STEADY, Outcome.MET),
        ("900001 person_turn", "900000 person_turn to 1000", STEADY, Outcome.NOT_MET),
        ("12 person_turn", "at_least 12 person_turn", Absent.NOT_STATED, Outcome.MET),
        ("12 person_turn", "over 12 person_turn", Absent.NOT_STATED, Outcome.NOT_MET),
        ("12 person_turn", "at_most 12 person_turn", UP, Outcome.MET),
        ("12 person_turn", "under 12 person_turn", UP, Outcome.NOT_MET),
        ("12 person_turn", str(Value.between(10, 15, person_turn)), Absent.NOT_STATED, Outcome.MET),
        ("16 person_turn", str(Value.between(10, 15, person_turn)), Absent.NOT_STATED, Outcome.NOT_MET),
        ("over 12 person_turn", str(Value.between(10, 15, person_turn)), Absent.NOT_STATED, Outcome.CANNOT_TELL),
    ],
)
def test_the_outcome_follows_from_value_target_and_direction(
    actual: str, wanted: str, better: Direction | Absent, outcome: Outcome
) -> None:

    found = judged(actual, wanted, better=better)
    assert (found.outcome, found.reason) == (outcome, Absent.NOT_APPLICABLE)


def test_results_are_intervals_and_are_not_clamped() -> None:
    found = judged("1200 person_turn", "1000 person_turn", baseline="500 person_turn")
    assert (str(found.attainment), str(found.margin), str(found.progress)) == (
        "[120, 120]",
        "[200, 200]",
        "[140.0, 140.0]",
    )
    back = judged("400 person_turn", "1000 person_turn", baseline="500 person_turn")
    assert (str(back.margin), str(back.progress)) == ("[-600, -600]", "[-20.0, -20.0]")


def test_less_is_better_reverses_the_margin_but_not_the_attainment() -> None:
    found = judged("80 person_turn", "100 person_turn", better=DOWN, baseline="200 person_turn")
    assert found.formula is Formula.AT_MOST
    assert (str(found.attainment), str(found.margin), str(found.progress)) == ("[80, 80]", "[20, 20]", "[120.0, 120.0]")


def test_a_one_sided_figure_gives_one_sided_results() -> None:
    found = judged("over 900 person_turn", "1000 person_turn")
    assert (found.outcome, str(found.attainment), str(found.margin)) == (Outcome.CANNOT_TELL, "(90, ∞)", "(-100, ∞)")


def test_progress_uses_the_baseline_once() -> None:
    """The interval of (a − b) ÷ (t − b) is not widened by using b twice."""
    found = judged("30 percent", "20 percent", better=DOWN, baseline="40 percent", unit="percent")
    assert isinstance(found.progress, Interval)
    ends = [
        100 * (a - b) / (20 - b) for a in (Decimal("29.5"), Decimal("30.5")) for b in (Decimal("39.5"), Decimal("40.5"))
    ]
    assert found.progress.lower is not None
    assert found.progress.upper is not None
    assert abs(found.progress.lower - min(ends)) < Decimal("1E-25")
    assert abs(found.progress.upper - max(ends)) < Decimal("1E-25")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"value": Absent.NOT_STATED}, Reason.TARGET_NOT_STATED),
        ({"value": Absent.QUALITATIVE}, Reason.TARGET_QUALITATIVE),
        ({"value": Value.about(900, person_turn)}, Reason.TARGET_UNCLEAR),
        ({"value": Value.nearly(900, person_turn)}, Reason.TARGET_UNCLEAR),
        ({"time": Absent.NOT_STATED, "time_collection": Absent.NOT_STATED}, Reason.TIME_NOT_STATED),
        ({"time": Period.year(2017)}, Reason.OTHER_TIME),
        ({"time_collection": TimeCollection.AVERAGE, "per": Frequency.YEAR}, Reason.OTHER_COLLECTION),
        ({"indicator": "others"}, Reason.OTHER_INDICATOR),
        ({"place": "VN-02"}, Reason.OTHER_PLACE),
    ],
)
def test_an_undefined_outcome_has_a_reason(changes: dict[str, object], reason: Reason) -> None:
    found = judged("900 person_turn", "900 person_turn", **changes)
    assert (found.outcome, found.reason) == (Outcome.UNDEFINED, reason)
    assert not any((found.attainment, found.margin, found.progress, found.formula))


def test_an_indicator_missing_from_the_review_is_reported_as_another() -> None:
    review, target, observation = _case("9 person_turn", "9 person_turn", better=UP, unit="person_turn")
    other = attrs.evolve(target, indicator="gone")
    assert assess(other, attrs.evolve(observation, indicator="gone"), review).reason is Reason.OTHER_INDICATOR
    turned = attrs.evolve(observation, value=Value.exact(9, hectare))
    assert assess(target, turned, review).reason is Reason.OTHER_INDICATOR
    part_only = attrs.evolve(observation, breakdown=("sex:female",))
    assert assess(target, part_only, review).reason is Reason.PART_ONLY


def test_without_a_direction_only_the_outcome_is_undefined() -> None:
    found = judged("900 person_turn", "1000 person_turn", better=Absent.NOT_STATED)
    assert (found.outcome, found.reason, found.margin) == (Outcome.UNDEFINED, Reason.NO_DIRECTION, Reason.NO_DIRECTION)
    assert str(found.attainment) == "[90, 90]"


@pytest.mark.parametrize(
    ("baseline", "reason"),
    [
        (None, Reason.NO_BASELINE),
        ("900 person_turn", Reason.BASELINE_EQUALS_TARGET),
        ("900 person_turn to 100", Reason.BASELINE_MAY_EQUAL_TARGET),
        ("over 900 person_turn", Reason.BASELINE_MAY_EQUAL_TARGET),
        ("about 5 person_turn", Reason.BASELINE_MAY_EQUAL_TARGET),
    ],
)
def test_undefined_progress_has_a_reason(baseline: str | None, reason: Reason) -> None:
    found = judged("950 person_turn", "900 person_turn", baseline=baseline)
    assert (found.outcome, found.progress) == (Outcome.MET, reason)


def test_a_baseline_missing_from_the_review_is_not_known() -> None:
    review, target, observation = _case("9 person_turn", "10 person_turn", better=UP, unit="person_turn")
    lost = attrs.evolve(target, baseline="gone.2016.total")
    assert assess(lost, observation, review).progress is Reason.BASELINE_NOT_KNOWN


def test_a_plan_of_zero_has_no_attainment() -> None:
    assert judged("9 person_turn", "0 person_turn").attainment is Reason.ZERO_PLAN
    ranged = judged("9 person_turn", str(Value.between(5, 15, person_turn)), baseline="2 person_turn")
    assert (ranged.attainment, ranged.progress) == (Reason.TARGET_UNCLEAR,) * 2
    assert (ranged.formula, str(ranged.margin)) == (Formula.AT_LEAST, "[4, 4]")
    alone = judged("9 person_turn", str(Value.between(5, 15, person_turn)), better=Absent.NOT_STATED)
    assert (alone.formula, alone.margin) == (Formula.WITHIN, Reason.TARGET_UNCLEAR)


def test_qualifiers_of_a_negative_target_refer_to_the_absolute_value() -> None:
    """A balance of "over −5" means below −5; a percentage of it is not meaningful."""
    part = ReportPart(document="report", place="VN-01", period=YEAR)
    balance = part.stock("balance", VND, en="Balance", vi="Cân đối", better=UP)
    actual = part.at_end(balance, Value.exact(-6, VND), YEAR, part.cite(0, "x"))
    target = part.target(balance, Value.over(-5, VND), YEAR, TimeCollection.END)
    found = assess(target, actual, _assembled(part))
    assert (found.formula, found.outcome) == (Formula.BELOW, Outcome.MET)
    assert found.attainment is Reason.NEGATIVE_PLAN


def test_figures_are_converted_to_the_unit_of_the_target() -> None:
    review, target, observation = _case("900 hectare", "900 hectare", better=UP, unit="hectare")
    wide = attrs.evolve(observation, value=Value.exact("9.00", square_kilometre))
    assert str(assess(target, wide, review).margin) == "[-0.500, 0.500]"


def test_the_plan_is_derived_from_an_excess() -> None:
    part = ReportPart(document="report", place="VN-01", period=YEAR)
    forest = part.flow("forest", hectare, better=UP, en="Forest", vi="Rừng")
    planted = part.total(forest, Value.exact(8604, hectare), YEAR, part.cite(0, "x"))
    plan = part.target(forest, Absent.NOT_STATED, YEAR, TimeCollection.TOTAL)
    claim = part.attainment(planted, plan, Attainment.exact("25.5", percent, form="over_plan"), part.cite(2, "x"))
    review = _assembled(part)
    implied = implied_target(claim, review)
    assert isinstance(implied, Interval)
    assert implied.contains("6855.8")
    assert implied_target(attrs.evolve(claim, actual=Absent.NOT_STATED), review) is Reason.ACTUAL_NOT_STATED
    for value in (Attainment.exact(0, percent), Attainment.exact(100, percent, form="under_plan")):
        assert implied_target(attrs.evolve(claim, value=value), review) is Reason.MAY_BE_ZERO


def test_the_plan_to_have_fewer_is_derived_in_every_usual_way() -> None:
    part = ReportPart(document="report", place="VN-01", period=YEAR)
    fires = part.flow("fires", incident, better=DOWN, en="Fires", vi="Vụ cháy")
    seen = part.total(fires, Value.exact(180, incident), YEAR, part.cite(0, "x"))
    claim = part.attainment(seen, Absent.NOT_STATED, Attainment.exact("120.0", percent), part.cite(2, "x"))
    implied = implied_target(claim, _assembled(part))
    assert isinstance(implied, Interval)
    for plan in (150, 225, 216):  # actual ÷ plan, 200 % - actual ÷ plan, plan ÷ actual
        assert implied.contains(plan)
    assert not implied.contains(140)


@pytest.mark.parametrize(
    ("better", "stated", "inside", "outside"),
    [
        (UP, "of_plan 50.0 percent", (360,), (90, 120)),
        (
            DOWN,
            "of_plan 50.0 percent",
            (90, 120, 360),
            (89, 361),
        ),  # plan ÷ actual, 200 % - actual ÷ plan, actual ÷ plan
        (DOWN, "of_plan 250.0 percent", (72, 450), (71, 452)),  # no plan is possible in the second reading
        (DOWN, "of_plan at_least 200 percent", (1, 90, 1000), ()),
        (UP, "of_plan at_least 150 percent", (1, 120), (121,)),
        (UP, "over_plan at_least 50 percent", (1, 120), (121,)),
    ],
)
def test_the_plans_behind_an_attainment(
    better: Direction, stated: str, inside: tuple[int, ...], outside: tuple[int, ...]
) -> None:
    implied = implied_target(*_attained(better, stated))
    assert isinstance(implied, Interval)
    assert [plan for plan in inside if not implied.contains(plan)] == []
    assert [plan for plan in outside if implied.contains(plan)] == []


@pytest.mark.parametrize(
    ("better", "stated"),
    [
        (UP, "of_plan over 0 percent"),
        (UP, "of_plan 0 percent"),
        (UP, "of_plan at_most 90 percent"),
        (DOWN, "of_plan 150..250 percent"),  # in the second reading, from -50 to 50 % of the plan
        (DOWN, "of_plan 200 percent"),
    ],
)
def test_no_plan_is_derived_from_an_attainment_that_may_be_zero(better: Direction, stated: str) -> None:
    assert implied_target(*_attained(better, stated)) is Reason.MAY_BE_ZERO


def _attained(better: Direction, stated: str) -> tuple[AttainmentClaim, Review]:
    part = ReportPart(document="report", place="VN-01", period=YEAR)
    fires = part.flow("fires", incident, better=better, en="Fires", vi="Vụ cháy")
    seen = part.total(fires, Value.exact(180, incident), YEAR, part.cite(0, "x"))
    claim = part.attainment(seen, Absent.NOT_STATED, Attainment.parse(stated), part.cite(2, "x"))
    return claim, _assembled(part)


def test_a_target_above_nothing_is_met_by_anything_more() -> None:
    for wanted, formula in (("over 0 person_turn", Formula.ABOVE), ("over 1 person_turn", Formula.ABOVE)):
        found = judged("2 person_turn", wanted)
        assert (found.formula, found.outcome) == (formula, Outcome.MET)


def test_progress_is_undefined_where_the_baseline_may_be_the_target() -> None:
    ends = {
        "at_most 40 person_turn": Reason.BASELINE_MAY_EQUAL_TARGET,
        "at_least 40 person_turn": Reason.BASELINE_MAY_EQUAL_TARGET,
        "40 person_turn": Reason.BASELINE_EQUALS_TARGET,
        "about 40 person_turn": Reason.BASELINE_MAY_EQUAL_TARGET,
    }
    found = {start: judged("50 person_turn", "40 person_turn", baseline=start).progress for start in ends}
    assert found == ends
    assert isinstance(
        judged("50 person_turn", "40 person_turn", baseline="under 40 person_turn").progress, Interval | Reason
    )
    assert (
        str(judged("50 person_turn", "40 person_turn", baseline="at_most 20 person_turn").progress) == "[125.00, 150.0]"
    )


@pytest.mark.parametrize("wrong", [None, 5, "target"])
def test_anything_else_is_refused(wrong: object) -> None:
    review, target, observation = _case("9 person_turn", "9 person_turn", better=UP, unit="person_turn")
    for arguments in ((wrong, observation, review), (target, wrong, review), (target, observation, wrong)):
        with pytest.raises(FieldTypeError):
            assess(*arguments)  # type: ignore[arg-type]
    for pair in ((wrong, review), (wrong, wrong)):
        with pytest.raises(FieldTypeError):
            implied_target(*pair)  # type: ignore[arg-type]


@given(reviews(), st.data())
def test_every_target_of_every_review_can_be_assessed(review: Review, data: st.DataObject) -> None:
    """Assessing never raises, and a target that is met has no negative margin."""
    for target in review.targets:
        for observation in review.observations:
            found = assess(target, observation, review)
            assert (found.outcome is Outcome.UNDEFINED) is isinstance(found.reason, Reason)
            if (
                isinstance(found.margin, Interval)
                and found.outcome is Outcome.MET
                and found.formula is not Formula.EQUAL
            ):
                assert found.margin.lower is not None
                assert found.margin.lower >= 0
    for claim in review.claims:
        if isinstance(claim, AttainmentClaim):
            assert isinstance(implied_target(claim, review), (Interval, Reason))


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 10**6))
def test_exact_numbers_are_assessed_as_in_plain_arithmetic(actual: int, wanted: int, baseline: int) -> None:
    found = judged(f"{actual} person_turn", f"{wanted} person_turn", baseline=f"{baseline} person_turn")
    assert (found.outcome is Outcome.MET) is (actual >= wanted)
    assert isinstance(found.attainment, Interval)
    assert found.margin == Interval.point(actual - wanted)
    if baseline != wanted:
        exact = Decimal(100 * (actual - baseline)) / Decimal(wanted - baseline)
        assert isinstance(found.progress, Interval)
        assert found.progress.lower is not None
        assert abs(found.progress.lower - exact) < Decimal("1E-20") * (1 + abs(exact))


@pytest.mark.parametrize("status", ["planned", "forecast"])
def test_a_plan_or_forecast_does_not_meet_a_target(status: str) -> None:
    review, target, observation = _case("12 person_turn", "10 person_turn", better=UP, unit="person_turn")
    planned = attrs.evolve(observation, statuses=(Status(status),))
    assert assess(target, planned, review).reason is Reason.NOT_ACTUAL


def test_figures_of_another_review_are_refused() -> None:
    review, target, observation = _case("9 person_turn", "9 person_turn", better=UP, unit="person_turn")
    elsewhere = attrs.evolve(observation, citation=attrs.evolve(observation.citation, document="other-report"))
    unknown = attrs.evolve(target, id="of-another-review")
    for wanted, actual in ((target, elsewhere), (unknown, observation)):
        with pytest.raises(OperandError, match="does not belong to review 'case'"):
            assess(wanted, actual, review)
    with pytest.raises(OperandError, match="does not belong to review"):
        review.interval(elsewhere)
    with pytest.raises(OperandError, match="does not belong to review"):
        review.indicator_of(unknown)
    assert (
        assess(target, attrs.evolve(observation, value=Value.parse("8 person_turn")), review).outcome is Outcome.NOT_MET
    )

"""The strategies draw only valid values, reach every case, and shrink to simple examples."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, seed, settings, strategies as st

import aseansc
from aseansc import (
    Absent,
    AttainmentForm,
    Change,
    CodeList,
    Direction,
    FindingKind,
    Frequency,
    IndicatorKind,
    InstrumentKind,
    MentionKind,
    PriceBasis,
    Qualifier,
    RelativeForm,
    Review,
    ShareClaim,
    Status,
    Target,
    TimeBasis,
    TimeCollection,
    UnitKind,
    Value,
    strategies,
)
from aseansc.errors import FieldTypeError
from aseansc.indicators import Statistic
from aseansc.observations import Confidentiality, SamplingErrorForm
from aseansc.units import VND, percent

NAMES = [name for name in strategies.__all__ if name not in ("reviews_with_texts", "seeded_reviews")]
SEEKING = settings(max_examples=1000, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink])


@cache
def usual(name: str) -> st.SearchStrategy[Any]:
    """Return the strategy of this name, always the same object, so that its draws are shared."""
    strategy: st.SearchStrategy[Any] = getattr(strategies, name)()
    return strategy


@cache
def drawn(strategy: st.SearchStrategy[Any], count: int, number: int = 0) -> list[Any]:
    """Return this many draws; the same number gives the same draws."""
    found: list[Any] = []

    @seed(number)
    @settings(max_examples=count, database=None, derandomize=False)
    @given(strategy)
    def draw(item: Any) -> None:
        found.append(item)

    draw()
    return found


@pytest.mark.parametrize("name", NAMES)
def test_drawn_objects_are_valid_by_themselves(name: str) -> None:
    """Each can be rebuilt from its fields, has the hash of its copy, and can be pickled."""
    for item in [item for number in range(3) for item in drawn(usual(name), 10, number)]:
        if attrs.has(type(item)):
            assert attrs.evolve(item) == item
        copy = pickle.loads(pickle.dumps(item))
        assert copy == item
        assert hash(copy) == hash(item)


def reached(strategy: st.SearchStrategy[Any], what: Callable[[Any], Any], wanted: set[Any]) -> set[Any]:
    """Return the values of a property among draws, until all wanted ones occurred or a limit is reached."""
    found: set[Any] = set()
    for number in range(300):
        found |= {what(item) for item in drawn(strategy, 10, number)}
        if found >= wanted:
            break
    return found


@pytest.mark.parametrize(
    ("name", "what", "wanted"),
    [
        ("values", lambda value: value.qualifier, set(Qualifier)),
        ("changes", lambda change: change.qualifier, set(Qualifier)),
        ("relative_changes", lambda change: change.form, set(RelativeForm)),
        ("attainments", lambda attainment: attainment.form, set(AttainmentForm)),
        ("observations", lambda item: item.time_collection, set(TimeCollection)),
        ("observations", lambda item: item.time_basis, set(TimeBasis)),
        ("observations", lambda item: item.per, {*Frequency, Absent.NOT_APPLICABLE}),
        ("observations", lambda item: len(item.statuses), {0, 1, 2, 3}),
        ("indicators", lambda item: item.kind, set(IndicatorKind)),
        ("indicators", lambda item: item.better, {*Direction, Absent.NOT_STATED, Absent.NOT_APPLICABLE}),
        ("mentions", lambda item: item.kind, set(MentionKind)),
        ("findings", lambda item: item.kind, set(FindingKind)),
        ("instruments", lambda item: item.kind, set(InstrumentKind)),
        (
            "mentions",
            lambda item: type(item.content).__name__,
            {"AsOf", "Period", "MonthDay", "Value", "int", "str"},
        ),
        ("observations", lambda item: type(item.value).__name__, {"Value", "Change", "Absent"}),
        ("observations", lambda item: item.confidentiality, {*Confidentiality, Absent.NOT_STATED}),
        ("observations", lambda item: type(item.sampling_error).__name__, {"SamplingError", "Absent"}),
        ("observations", lambda item: type(item.standard).__name__, {"str", "Absent"}),
        ("observations", lambda item: type(item.revises).__name__, {"str", "Absent"}),
        (
            "sampling_errors",
            lambda item: (item.form, item.confidence is Absent.NOT_STATED),
            {(form, unknown) for form in SamplingErrorForm for unknown in (False, True)},
        ),
        ("indicators", lambda item: item.net, {False, True}),
        ("indicators", lambda item: item.statistic, {*Statistic, Absent.NOT_STATED}),
        (
            "indicators",
            lambda item: (type(item.base_period).__name__, type(item.standard).__name__),
            {("Period", "str"), ("Period", "Absent"), ("Absent", "str"), ("Absent", "Absent")},
        ),
        (
            "targets",
            lambda item: type(item.value).__name__,
            {"Value", "Change", "RelativeChange", "Absent"},
        ),
        ("targets", lambda item: bool(item.breakdown), {False, True}),
        ("targets", lambda item: type(item.revises).__name__, {"str", "Absent"}),
        ("claims", lambda item: type(item.revises).__name__, {"str", "Absent"}),
        (
            "change_claims",
            lambda item: (item.price_basis, type(item.price_period).__name__),
            {
                (PriceBasis.CURRENT, "Absent"),
                (PriceBasis.CONSTANT, "Period"),
                (PriceBasis.CONSTANT, "Absent"),
                (Absent.NOT_STATED, "Absent"),
            },
        ),
        ("documents", lambda item: type(item.order).__name__, {"int", "Absent"}),
        ("documents", lambda item: type(item.file_sha256).__name__, {"str", "Absent"}),
        ("documents", lambda item: type(item.media_type).__name__, {"str", "Absent"}),
        ("documents", lambda item: type(item.reading).__name__, {"str", "Absent"}),
        ("citations", lambda item: type(item.locator).__name__, {"str", "Absent"}),
        ("claims", lambda item: type(item).__name__, {"ChangeClaim", "AttainmentClaim", "ShareClaim"}),
        ("change_claims", lambda item: type(item.value).__name__, {"Change", "RelativeChange"}),
        ("times", lambda item: type(item).__name__, {"Period", "AsOf"}),
        (
            "intervals",
            lambda item: (item.lower is None, item.upper is None),
            {(a, b) for a in (False, True) for b in (False, True)},
        ),
        ("intervals", lambda item: item.is_point, {False, True}),
    ],
)
def test_every_case_is_reached(name: str, what: Callable[[Any], Any], wanted: set[Any]) -> None:
    assert reached(usual(name), what, wanted) >= wanted


def test_every_kind_of_unit_is_reached() -> None:
    assert reached(usual("units"), lambda unit: unit.kind, set(UnitKind)) == set(UnitKind)
    assert reached(usual("values"), lambda value: value.unit.kind, set(UnitKind)) == set(UnitKind)


def test_every_status_is_reached() -> None:
    for status in Status:
        assert reached(usual("observations"), lambda item, status=status: status in item.statuses, {True}) >= {True}


def test_every_price_basis_is_reached() -> None:
    money = strategies.indicators(units=st.just(VND))
    wanted = {*PriceBasis, Absent.NOT_STATED}
    assert reached(money, lambda item: item.price_basis, wanted) == wanted


def test_every_absence_of_a_target_is_reached() -> None:
    for field, absences in (("value", {Absent.NOT_STATED, Absent.QUALITATIVE}), ("time", {Absent.NOT_STATED})):
        for other in ("value", "time", "citation"):
            if other != field:

                def absent(target: Target, field: str = field, other: str = other) -> object:
                    return not isinstance(getattr(target, other), Absent) and getattr(target, field)

                assert reached(usual("targets"), absent, absences) >= absences


def test_reviews_that_agree_state_changes_of_stocks_as_net_flows() -> None:
    def states_net_flow(review: Review) -> bool:
        return any(isinstance(item.value, Change) for item in review.observations if item.indicator == "net-migration")

    assert True in reached(strategies.consistent_reviews(), states_net_flow, {True})


def test_far_magnitudes_and_coarse_resolutions_are_reached() -> None:
    values = [value for number in range(36) for value in drawn(usual("values"), 10, number)]
    assert any(value.magnitude.adjusted() > 40 for value in values)
    assert any(value.resolution.adjusted() < -40 for value in values)
    assert any(value.resolution == 1000 for value in values)
    assert any(value.resolution.as_tuple().digits != (1,) for value in values)
    assert any(value.magnitude < 0 for value in values)


def test_reviews_contain_every_kind_of_reference() -> None:
    """Many reviews together have every kind of figure and reference; neighbouring examples are similar."""
    reviews: list[Review] = []
    for number in range(200):
        reviews += drawn(usual("reviews"), 6, number)
        with contextlib.suppress(AssertionError):
            _contain_every_kind_of_reference(reviews)
            return
    _contain_every_kind_of_reference(reviews)


def _contain_every_kind_of_reference(reviews: list[Review]) -> None:
    figures = [figure for review in reviews for figure in review.figures()]
    claims = [claim for review in reviews for claim in review.claims]
    observations = [item for review in reviews for item in review.observations]
    assert {type(figure).__name__ for figure in figures} == {
        "Observation",
        "Target",
        "ChangeClaim",
        "AttainmentClaim",
        "ShareClaim",
    }
    assert {item.time_basis for item in observations} == set(TimeBasis)
    assert {item.time_collection for item in observations} == set(TimeCollection)
    values = [item.value for item in observations if not isinstance(item.value, Absent)]
    assert {value.qualifier for value in values} == set(Qualifier)
    assert any(
        isinstance(getattr(claim, "actual", None), str) and claim.actual in {o.id for o in observations}
        for claim in claims
    )
    assert {type(item.value).__name__ for item in observations} == {"Value", "Change", "Absent"}
    assert {type(item.value).__name__ for review in reviews for item in review.targets} == {
        "Value",
        "Change",
        "RelativeChange",
        "Absent",
    }
    for group in (observations, claims, [item for review in reviews for item in review.targets]):
        assert any(not isinstance(figure.revises, Absent) for figure in group)
    assert any(
        isinstance(claim, ShareClaim)
        and not isinstance(claim.part, Absent)
        and review.observation(claim.part).indicator == claim.whole
        for review in reviews
        for claim in review.claims
    )
    assert any(review.units and any(i.unit in review.units for i in review.indicators) for review in reviews)
    assert any(
        isinstance(item.value, Value)
        and item.value.unit.code == "percent"
        and review.indicator(item.indicator).bounds.is_bounded
        for review in reviews
        for item in review.observations
    )
    assert any(i.breakdowns for review in reviews for i in review.indicators)
    assert any(not isinstance(i.numerator, Absent) for review in reviews for i in review.indicators)
    assert any(figure.citation and figure.citation.governed_by for figure in figures)
    spans = [
        [(f.citation.start, f.citation.end) for f in review.figures() if f.citation]
        + [(m.citation.start, m.citation.end) for m in review.mentions]
        for review in reviews
    ]
    assert any(a != b and a[0] <= b[0] and b[1] <= a[1] for group in spans for a in group for b in group)


@pytest.mark.parametrize(
    ("strategy", "condition", "least"),
    [
        (strategies.values(), lambda _: True, "Value.parse('0 person')"),
        (strategies.values(), lambda value: value.qualifier is Qualifier.NEARLY, "Value.parse('nearly 1 person')"),
        (strategies.values(), lambda value: value.qualifier is Qualifier.BETWEEN, "Value.parse('0..1 person')"),
        (
            strategies.values(),
            lambda value: value.magnitude > 1000 and value.resolution == 1,
            "Value.parse('1001 person')",
        ),
        (strategies.values(units=st.just(VND)), lambda value: value.magnitude < 0, "Value.parse('-1 VND')"),
        (strategies.changes(), lambda change: change.magnitude < 0, "Change.parse('-1 person')"),
        (strategies.attainments(), lambda _: True, "Attainment.parse('of_plan 0 percent')"),
        (strategies.units(), lambda _: True, "Unit.parse('person')"),
        (strategies.units(), lambda unit: unit.denominators, "Unit.parse('person/person_turn')"),
        (strategies.periods(), lambda _: True, "Period.parse('2000')"),
        (strategies.as_ofs(), lambda _: True, "AsOf.parse('2000-01-01')"),
        (strategies.texts(), lambda _: True, "Text(en='0')"),
        (strategies.spans(), lambda _: True, "Span(start=0, end=1, printed='0')"),
    ],
)
def test_strategies_shrink_to_the_simplest_example(
    strategy: st.SearchStrategy[Any], condition: Callable[[Any], Any], least: str
) -> None:
    assert repr(find(strategy, condition, settings=SEEKING)) == least


@pytest.mark.slow
def test_a_review_shrinks_to_a_single_figure() -> None:
    """Its indicator remains; at worst also two others that it refers to."""
    seeking = settings(SEEKING, max_examples=100)
    least = find(strategies.reviews(max_figures=1), lambda review: bool(review.observations), settings=seeking)
    assert (len(least.figures()), least.mentions, least.findings) == (1, (), ())
    assert len(least.indicators) <= 3


@given(strategies.values(never_negative=True, at_most=100, computed=False))
def test_bounds_are_kept(value: Value) -> None:
    """`at_most` and `never_negative` apply to every number of a statement."""
    assert 0 <= value.magnitude <= 100
    assert value.upper is None or value.upper <= 100


@pytest.mark.growth
def test_no_health_check_is_suppressed() -> None:
    """The most complex strategy is neither slow nor filters out many draws."""

    @settings(max_examples=20, database=None, derandomize=True, suppress_health_check=[])
    @given(strategies.reviews())
    def draw(_review: Review) -> None: ...

    draw()


PUBLIC = [kind for name in aseansc.__all__ if isinstance(kind := getattr(aseansc, name), type) and kind is not CodeList]


@pytest.mark.parametrize("kind", PUBLIC, ids=lambda kind: kind.__name__)
def test_every_public_type_has_a_strategy(kind: type) -> None:
    """``st.from_type`` draws every public type, with a registered strategy where Hypothesis would guess one."""
    assert all(isinstance(item, kind) for item in drawn(st.from_type(kind), 10))


def test_unions_and_containers_resolve() -> None:
    for union, wanted in (
        (aseansc.Time, {"Period", "AsOf"}),
        (aseansc.Claim, {"ChangeClaim", "AttainmentClaim", "ShareClaim"}),
        (aseansc.Figure, {"Observation", "Target", "ChangeClaim", "AttainmentClaim", "ShareClaim"}),
    ):
        assert reached(st.from_type(union), lambda item: type(item).__name__, wanted) == wanted  # type: ignore[arg-type]
    for item in drawn(st.from_type(list[aseansc.Value]), 10):
        assert all(isinstance(value, Value) for value in item)
    for item in drawn(st.from_type(dict[str, aseansc.Period]), 10):
        assert isinstance(item, dict)


def test_a_unit_is_not_a_strategy() -> None:
    with pytest.raises(FieldTypeError, match="units is not a strategy"):
        strategies.values(units=percent)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

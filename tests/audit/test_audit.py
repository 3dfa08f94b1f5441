"""Whole audits: of the Lai Châu review, of random reviews, and with a convention."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings

from aseansc import Review, Value
from aseansc.audit import (
    USUAL,
    AssumptionKind,
    Audit,
    Check,
    CheckCode,
    Convention,
    MissingKind,
    ReadingKind,
    Verdict,
    audit,
)
from aseansc.datasets import lai_chau
from aseansc.errors import FieldError, FieldTypeError
from aseansc.strategies import reviews
from aseansc.units import household, person
from tests._profile import examples
from tests.audit import cases
from tests.audit.cases import made


@pytest.fixture(scope="module")
def found() -> Audit:
    return audit(lai_chau.load())


# -- Lai Châu


def test_the_contradicted_checks_of_lai_chau(found: Audit) -> None:
    """A fall printed in percent that is in percentage points, and turns that are counted as persons."""
    fall, share = found.contradicted
    assert (fall.code, fall.figures) == (
        CheckCode.CHANGE_LEVELS,
        ("poverty-rate.2016-2018.change", "poverty-rate.2016.beginning", "poverty-rate.2018.end"),
    )
    assert fall.alternative.kind is ReadingKind.POINTS  # type: ignore[union-attr]
    assert fall.alternative.quantity.contains("-4.95")  # type: ignore[union-attr]
    assert (share.code, share.figures) == (
        CheckCode.SHARE_UNIT,
        ("methadone-turns.2016-2018.average", "methadone-turns.2016-2018.share"),
    )
    assert share.alternative.kind is ReadingKind.DISTINCT_SUBJECTS  # type: ignore[union-attr]


def test_the_conditional_checks_of_lai_chau(found: Audit) -> None:
    visits, late = found.conditional
    assert (visits.code, visits.figures) == (
        CheckCode.FLOW_AVERAGE,
        ("medical-examinations.2016-2018.average", "medical-examinations.2016-2018.total"),
    )
    assert visits.assumption.kind is AssumptionKind.SAME_TIME  # type: ignore[union-attr]
    assert visits.consistent_if.years == 2  # type: ignore[union-attr]
    assert (late.code, len(late.figures)) == (CheckCode.ESTIMATE_OVER, 17)
    assert late.assumption.kind is AssumptionKind.DOCUMENT_DATE  # type: ignore[union-attr]


def test_the_undetermined_checks_of_lai_chau(found: Audit) -> None:
    implied = {
        (check.figures[0], check.implied.name): check.implied.interval  # type: ignore[union-attr]
        for check in found.undetermined
        if check.implied
    }
    assert {check.missing.kind for check in found.undetermined if check.missing} == {  # type: ignore[union-attr]
        MissingKind.FIGURE,
        MissingKind.PLAN,
    }
    assert implied["poor-households.2016.beginning", "households"].contains("89341")
    assert implied["poor-households.2018.end", "households"].contains("96818")
    assert implied["forest-cover.2015-2018.change", "forest-cover"].contains("45.41")
    assert implied["new-forest.2016-2018.attainment", "new-forest.2016-2018.target"].contains("6855.8")
    assert implied["replacement-forest.2016-2018.attainment", "replacement-forest.2016-2018.target"].contains("3662.6")


def test_the_consistent_checks_of_lai_chau(found: Audit) -> None:
    assert Counter(check.code.value for check in found.consistent) == {
        "parts-sum": 1,
        "parts-within": 3,
        "shares-sum": 1,
        "plan-parts": 1,
        "restatement": 2,
        "duration-period": 2,
    }


def test_the_figures_of_a_check_are_sorted_ids_of_the_review(found: Audit) -> None:
    review = lai_chau.load()
    known = {figure.id for figure in review.figures()} | {target.id for target in review.targets}
    for check in found.checks:
        assert check.figures == tuple(sorted(set(check.figures)))
        assert all(figure in known or figure.startswith("mention:") for figure in check.figures)


# -- random reviews


def _assert_complete(check: Check) -> None:
    assert bool(check.missing) is (check.verdict is Verdict.UNDETERMINED)
    assert bool(check.assumption) is (check.verdict is Verdict.CONDITIONAL)
    assert bool(check.consistent_if) is (check.verdict is Verdict.CONDITIONAL)
    if check.alternative:
        assert check.verdict is not Verdict.CONSISTENT
    assert check.evidence
    assert check.message("en") != check.message("vi")


@given(reviews(max_figures=8))
@settings(max_examples=examples(2))
def test_every_review_can_be_audited(review: Review) -> None:
    """The audit of a valid review never raises, and is the same each time."""
    result = audit(review)
    assert audit(review) == result
    for check in result.checks:
        _assert_complete(check)


@given(reviews(max_figures=8))
def test_a_convention_changes_no_verdict(review: Review) -> None:
    plain, usual = audit(review), audit(review, USUAL)
    assert [check.verdict for check in plain.checks] == [check.verdict for check in usual.checks]
    assert plain.contradicted == usual.contradicted


@pytest.mark.parametrize("size", ["1E30", "1E-30", "0", "999999999999999999999999999999"])
def test_numbers_of_any_size_are_audited(size: str) -> None:
    """A quantity that cannot be computed is undetermined, and nothing raises."""
    for build, count in ((cases.category, 2), (cases.attainment, 2), (cases.share_of, 2)):
        numbers: list[object] = [size] * count
        if build is cases.attainment:
            numbers.append(cases.Attainment.exact(0, cases.percent))
        if build is cases.share_of:
            numbers.append("0")
        if "E-" in size and build is not cases.attainment:
            continue  # a count cannot be such a small fraction
        for check in audit(made(build, *numbers)).checks:
            _assert_complete(check)


# -- conventions


def test_a_convention_gives_about_a_meaning() -> None:
    check = next(item for item in audit(made(cases.parts, "36", "about 28", "8"), USUAL).checks)
    assert (check.verdict, check.alternative.kind) == (Verdict.UNDETERMINED, ReadingKind.CONVENTION)  # type: ignore[union-attr]
    assert check.alternative.fits  # type: ignore[union-attr]
    assert "'usual'" in check.message("en")
    far = next(item for item in audit(made(cases.parts, "90", "about 28", "8"), USUAL).checks)
    assert (far.verdict, far.alternative.fits) == (Verdict.UNDETERMINED, False)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        (Value.about(200, person), "[180.0, 220.0]"),
        (Value.nearly(200, person), "[180.0, 200]"),
        (Value.over(200, person), "[200, 220.0]"),
        (Value.exact(200, person), "None"),
        (Value.at_least(200, household), "None"),
    ],
)
def test_the_interval_of_approximate_words_under_a_convention(value: Value, interval: str) -> None:
    assert str(USUAL.interval(value)) == interval


def test_nearly_minus_200_is_closer_to_zero() -> None:
    from aseansc.units import VND

    assert str(USUAL.interval(Value.nearly(-200, VND))) == "[-200, -180.0]"


@pytest.mark.parametrize("share", [Decimal(0), Decimal(1), Decimal(-1), Decimal("NaN")])
def test_the_shares_of_a_convention_are_between_0_and_1(share: Decimal) -> None:
    with pytest.raises(FieldError):
        Convention(name="odd", nearly=share, about=Decimal("0.1"), over=Decimal("0.1"))


def test_another_type_is_not_a_convention() -> None:
    with pytest.raises(FieldTypeError):
        audit(lai_chau.load(), "usual")  # type: ignore[arg-type]


def test_an_empty_review_has_no_checks() -> None:
    assert audit(made(lambda part: None)).checks == ()

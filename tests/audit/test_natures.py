"""The nature of a contradiction: an error of arithmetic, an unusual wording, or a figure that was cut or rounded."""

from __future__ import annotations

import pytest

from aseansc import Attainment, Change, RelativeChange
from aseansc.audit import Nature, Verdict, audit
from aseansc.errors import FieldTypeError
from aseansc.units import percent, percentage_point, year
from tests.audit import cases
from tests.audit.cases import made


def nature_of(build: object, *numbers: object) -> Nature:
    """Return the nature of the only contradiction."""
    [check] = audit(made(build, *numbers)).contradicted
    assert isinstance(check.nature, Nature)
    return check.nature


@pytest.mark.parametrize(
    ("whole", "parts", "nature"),
    [
        ("37", ("28", "8"), Nature.ARITHMETIC),
        ("12500", ("6230", "6268"), Nature.ROUNDING),  # the last zero of 12.500 is not exact
        ("12500", ("6230", "6258"), Nature.ARITHMETIC),  # only one zero is, and 12.488 is beyond it
        ("12510", ("6230", "6268"), Nature.ARITHMETIC),
        ("12499", ("6231", "6267"), Nature.ARITHMETIC),  # a count with all its digits was not cut
    ],
)
def test_one_zero_of_one_figure_may_be_rounded(whole: str, parts: tuple[str, str], nature: Nature) -> None:
    assert nature_of(cases.parts, whole, *parts) is nature


@pytest.mark.parametrize(
    ("rate", "nature"),
    [("12.7", Nature.ROUNDING), ("12.6", Nature.ARITHMETIC), ("12.9", Nature.ARITHMETIC)],
)
def test_a_share_may_be_cut_after_its_last_digit(rate: str, nature: Nature) -> None:
    assert nature_of(cases.rate, rate, "1259", "9860") is nature


@pytest.mark.parametrize(
    ("start", "end", "value", "nature"),
    [
        ("40.40", "25.55", RelativeChange.exact("-4.95", percent / year), Nature.WORDING),
        ("40.40", "25.52", Change.exact("-14.8", percentage_point), Nature.ROUNDING),  # 14.88 was cut
        ("40.40", "25.55", Change.exact("14.85", percentage_point), Nature.ARITHMETIC),  # the opposite is no wording
    ],
)
def test_a_change_in_the_opposite_direction_is_not_a_wording(
    start: str, end: str, value: object, nature: Nature
) -> None:
    assert nature_of(cases.change, start, end, value) is nature


def test_attainment_over_and_of_the_plan_are_wordings() -> None:
    assert nature_of(cases.attainment, "8604", "6856", Attainment.exact("125.5", percent, form="over_plan")) is (
        Nature.WORDING
    )


def test_only_contradictions_have_a_nature() -> None:
    result = audit(made(cases.parts, "36", "28", "8"))
    assert {check.nature.value for check in result.checks if check.verdict is not Verdict.CONTRADICTED} == {
        "not_applicable"
    }
    with pytest.raises(FieldTypeError, match="a Nature"):
        result.of_nature("wording")  # type: ignore[arg-type]

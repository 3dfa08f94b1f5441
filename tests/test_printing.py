"""Results of `repr`, `str` and `format`: expressions that can be pasted, and readable lines."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given
from hypothesis.vendor.pretty import pretty

import aseansc
from aseansc import Review, Text, Unit, Value, attainment, audit, classifications, strategies, trends
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft
from aseansc.errors import FieldError
from aseansc.units import (
    VND,
    household,
    household_turn,
    per_10_000,
    per_100_000,
    percent,
    percentage_point,
    person,
    rank,
    year,
)
from aseansc.values import Attainment, Change, RelativeChange

NAMES: dict[str, Any] = {"datetime": datetime, "Decimal": Decimal, "True": True, "False": False}
for module in (
    attainment,
    aseansc.citations,
    aseansc.claims,
    classifications,
    aseansc.codelists,
    aseansc.extras,
    aseansc.findings,
    aseansc.indicators,
    aseansc.intervals,
    aseansc.mentions,
    aseansc.observations,
    aseansc.periods,
    aseansc.reviews,
    aseansc.targets,
    aseansc.texts,
    trends,
    aseansc.units,
    aseansc.values,
):
    NAMES |= {name: thing for name, thing in vars(module).items() if not name.startswith("_")}


def pasted(text: str) -> object:
    return eval(text, {"__builtins__": {}}, NAMES)  # the expressions come from the library itself


@given(strategies.reviews(max_figures=4))
def test_the_repr_of_every_record_can_be_pasted(review: Review) -> None:
    """``eval(repr(x)) == x`` for every record, value, unit and time of any review."""
    records = (
        *review.documents,
        *review.units,
        *review.sections,
        *review.instruments,
        *review.indicators,
        *review.observations,
        *review.targets,
        *review.claims,
        *review.mentions,
        *review.findings,
    )
    for record in records:
        assert pasted(repr(record)) == record


@given(strategies.values())
def test_the_text_of_a_value_has_no_exponent_and_can_be_parsed(value: Value) -> None:
    if not value.unit.custom_parts:
        assert Value.parse(str(value)) == value
    assert pasted(repr(value)) == value
    assert not re.search(r"\dE", str(value))


def test_the_repr_of_a_review_is_one_line_and_failing_examples_print_in_full() -> None:
    review = lai_chau.load()
    found = audit.audit(review)
    for thing in (review, review.series("poverty-rate"), Draft.of(review), found):
        assert "\n" not in repr(thing)
        assert len(repr(thing)) < 200
        assert "\n" in pretty(thing)
    printed = pretty(skeleton.load())
    assert printed.startswith("Review(\n    id='suoi-may'")
    assert "unit=Unit.parse('household')" in printed


@pytest.mark.parametrize(
    ("value", "spec", "text"),
    [
        (Value.exact("5E1", household), "", "50 household to 10"),
        (Value.exact("378E3", person), "", "378000 person to 1000"),
        (Value.exact(1, household) / 3, "", "0.3333333333333333 household to 0.00000000011"),
        (Value.exact(98, per_100_000), "en", "98 per 100,000"),
        (Value.exact("10.2", per_10_000), "vi", "10,2 phần vạn"),
        (Value.exact(55, rank), "en", "rank 55"),
        (Value.exact(55, rank), "vi", "hạng 55"),
        (Change.between("-3", "-2", percentage_point), "en", "-3 to -2 percentage points"),
        (Value.exact(1, household) / 3, "en", "0.33333333333 households"),
        (Value.over(60000, household_turn), ",", "over 60,000 household_turn"),
        (Value.over(60000, household_turn), "en", "over 60,000 household-turns"),
        (Value.over(60000, household_turn), "vi", "trên 60.000 lượt hộ"),
        (Value.exact("458.6E6", VND), "vi", "458,6 triệu đồng"),
        (Value.exact("458.6E6", VND), ",.1f", "458,600,000.0 VND"),
        (Value.between("2.5", "3", percent), ".0f", "2..3 percent"),
        (Change.exact("-14.85", percentage_point), ".1f", "-14.8 percentage_point"),
        (RelativeChange.exact("-4.95", percent / year), ".1f", "by -5.0 percent/year"),
        (Attainment.over("25.5", percent, form="over_plan"), "vi", "vượt kế hoạch trên 25,5%"),
    ],
)
def test_formats(value: Value, spec: str, text: str) -> None:
    assert format(value, spec) == text


def test_the_error_for_an_unknown_format_lists_the_valid_ones() -> None:
    with pytest.raises(FieldError, match=r"got 'd'; expected ','.*'en' or 'vi'"):
        format(Value.exact(5, household), "d")


def test_the_repr_of_a_custom_unit_is_its_declaration() -> None:
    unit = Unit.counting("schoolhouse", en="schoolhouse", vi="ngôi trường")
    assert repr(unit) == "Unit.counting('schoolhouse', en='schoolhouse', vi='ngôi trường')"
    assert pasted(repr(unit / year)) == unit / year


@given(st.sampled_from([Text(en="a"), household, Value.exact(5, household)]))
def test_the_repr_omits_fields_with_their_default(record: object) -> None:
    assert "others" not in repr(record)
    assert "qualifier" not in repr(record)

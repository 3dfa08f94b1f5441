"""What a person is told: names and not tuples, and what some figures give and others do not."""

from __future__ import annotations

import datetime as dt

import pytest

from aseansc import TimeCollection, Value
from aseansc.audit import CheckCode, audit
from aseansc.encoding import Part
from aseansc.indicators import Breakdown
from aseansc.units import hectare as ha, percent
from tests.audit import cases
from tests.audit.cases import CASES, SPAN, made
from tests.audit.test_true_reports import asked, flow

V = Value.parse


def unequal_plans(part: Part) -> None:
    """The plans for one pair of parts make 30 000 hectares, and those for another 50 000; the whole's is not told."""
    names = [flow(part, name, ha) for name in ("one", "two", "three", "four")]
    pairs = (names[:2], names[2:])
    both = tuple(Breakdown(parts=tuple(item.id for item in pair), complete=True, disjoint=True) for pair in pairs)
    flow(part, "all", ha, breakdowns=both)
    for name, value in zip(names, ("10000", "20000", "30000", "20000"), strict=True):
        part.target(name, V(f"{value} hectare"), SPAN, TimeCollection.TOTAL)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Some of them give all: [29999.0, 30001.0], others [49999.0, 50001.0] hectares."),
        ("vi", "Một số số liệu cho all: [29999.0, 30001.0], các số khác cho [49999.0, 50001.0] ha."),
    ],
)
def test_what_is_not_told_is_named_after_its_indicator(lang: str, words: str) -> None:
    (check,) = asked(unequal_plans).contradicted
    assert check.code is CheckCode.TOGETHER
    assert words in check.message(lang)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_what_follows_from_figures_is_not_called_stated(lang: str) -> None:
    check = CASES[CheckCode.TOGETHER].check(CheckCode.TOGETHER, fails=True)
    assert check is not None
    assert str(check.computation) == "lowland: 40 ≠ [29.5, 30.5] household"
    words = check.message(lang)  # type: ignore[arg-type]
    assert "stated" not in words
    assert "văn bản nêu" not in words


def test_a_fall_of_more_than_all_is_set_against_what_can_be() -> None:
    def build(part: Part) -> None:
        cases.change(part, "10.0", "", cases.RelativeChange.exact("-120", percent))

    (check,) = asked(build).contradicted
    assert str(check.computation) == "[-100, ∞); stated: [-120.5, -119.5] percent"


@pytest.mark.parametrize(("lang", "words"), [("en", "2018-12-31 < 2019-11-15 (date)."), ("vi", "(ngày).")])
def test_dates_are_in_no_unit(lang: str, words: str) -> None:
    (check,) = audit(made(cases.estimated, date=dt.date(2019, 11, 15))).checks
    assert words in check.message(lang)  # type: ignore[arg-type]

"""Messages: names instead of tuples, two different results, other readings, numbers and dates of the language."""

from __future__ import annotations

import datetime as dt

import pytest

from aseansc import TimeCollection
from aseansc.audit import Audit, CheckCode, ReadingKind, Verdict, audit
from aseansc.audit._messages import _name_of_result
from aseansc.audit._names import Names
from aseansc.audit._numbers import scaled_limits
from aseansc.authoring import ReportPart
from aseansc.datasets import annex
from aseansc.indicators import Breakdown, Direction
from aseansc.intervals import Interval
from aseansc.labels import Lang
from aseansc.units import hectare as ha, percent
from aseansc.values import Attainment
from tests.audit import cases
from tests.audit.cases import CASES, SPAN, Y2018, at, made
from tests.audit.figures import V, asked, flow


def unequal_plans(part: ReportPart) -> None:
    """Add plans for one pair of parts that make 30 000 hectares, and for another pair 50 000; none for the whole."""
    names = [flow(part, name, ha) for name in ("one", "two", "three", "four")]
    pairs = (names[:2], names[2:])
    both = tuple(Breakdown(parts=tuple(item.id for item in pair), complete=True, disjoint=True) for pair in pairs)
    flow(part, "all", ha, breakdowns=both)
    for name, value in zip(names, ("10000", "20000", "30000", "20000"), strict=True):
        part.target(name, V(f"{value} hectare"), SPAN, TimeCollection.TOTAL)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "From some of the figures, all is [29,999, 30,001]; from the others it is [49,999, 50,001] hectares."),
        ("vi", "Theo một số số liệu, all là [29.999; 30.001]; theo các số liệu khác là [49.999; 50.001] ha."),
    ],
)
def test_a_plan_that_is_not_stated_is_named_after_its_indicator(lang: str, words: str) -> None:
    (check,) = asked(unequal_plans).contradicted
    assert check.code is CheckCode.JOINT_BOUNDS
    assert words in check.message(lang)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "the attainment of the plan “850 ha” must be at least 0 percent."),
        ("vi", "tỷ lệ thực hiện so với kế hoạch “850 ha” phải ít nhất 0%."),
    ],
)
def test_the_attainment_of_a_plan_is_not_called_the_plan(lang: Lang, words: str) -> None:
    assert any(check.message(lang).endswith(words) for check in audit(annex.load()).undetermined)


@pytest.mark.parametrize(
    ("interval", "en", "vi"),
    [
        (("79581395348.8", "80325581395.4"), "between 79.5 and 80.4 billion", "nằm trong khoảng từ 79,5 đến 80,4 tỷ"),
        (("1234567", "1244567"), "between 1.234 and 1.245 million", "nằm trong khoảng từ 1,234 đến 1,245 triệu"),
        (("0", "1118012.5"), "between 0 and 1.119 million", "nằm trong khoảng từ 0 đến 1,119 triệu"),
        (("85.2", "86.9"), "between 85.2 and 86.9", "nằm trong khoảng từ 85,2 đến 86,9"),
        (("12345678", None), "at least 12.34 million", "ít nhất 12,34 triệu"),
    ],
)
def test_large_limits_are_in_millions_and_billions(interval: tuple[str, str | None], en: str, vi: str) -> None:
    found = Interval(lower=interval[0], upper=interval[1])
    assert (scaled_limits(found, "en"), scaled_limits(found, "vi")) == (en, vi)


def test_a_plan_worked_back_is_named_after_the_words_that_it_is_behind() -> None:
    def build(part: ReportPart) -> None:
        found = part.at_end(part.share("rate", en="Rate", vi="Tỷ lệ"), V("67 percent"), Y2018, at(part, 0))
        part.attainment(found, None, Attainment.exact("107", percent), at(part, 1))

    (check,) = asked(build).undetermined
    printed = check.evidence[-1].printed
    assert f"the plan behind “{printed}” must be between 61.8 and 63.4 percent" in check.message()
    assert f"kế hoạch của “{printed}” phải nằm trong khoảng" in check.message("vi")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_computed_quantity_is_not_called_stated(lang: str) -> None:
    check = CASES[CheckCode.JOINT_BOUNDS].check(CheckCode.JOINT_BOUNDS, fails=True)
    assert check is not None
    assert str(check.computation) == "lowland: 40 ≠ [29.5, 30.5] household"
    words = check.message(lang)  # type: ignore[arg-type]
    assert "stated" not in words
    assert "văn bản nêu" not in words


def test_two_results_have_the_name_of_the_quantity_and_counts_are_whole() -> None:
    case = CASES[CheckCode.JOINT_BOUNDS]
    result = audit(made(case.build, *case.fails))
    for words in (result.summary(), result.questions()[0]):
        assert "From some of the figures, Lowland is 40; from the others it is 30 households" in " ".join(words.split())


def test_a_result_of_a_period_is_named_with_the_period() -> None:
    names = Names(made(lambda part: part.flow("tea", ha, en="Tea", vi="Chè")))
    for name, shown in (
        ("tea", "Chè"),
        ("tea 2018", "Chè (2018)"),
        ("tea 2018-03-01/2018-10-31", "Chè (1/3/2018 – 31/10/2018)"),
        ("unknown 2018", "unknown 2018"),
    ):
        assert _name_of_result(name, "vi", names) == shown


def test_a_fall_by_more_than_100_percent_is_compared_with_the_possible_range() -> None:
    def build(part: ReportPart) -> None:
        cases.change(part, "10.0", "", cases.RelativeChange.exact("-120", percent))

    (check,) = asked(build).contradicted
    assert str(check.computation) == "[-100, ∞); stated: [-120.5, -119.5] percent"


def over_plan(actual: str, plan: str, value: Attainment, better: Direction) -> Audit:
    def build(part: ReportPart) -> None:
        rate = part.share("rate", en="Rate", vi="Tỷ lệ", better=better)
        found = part.at_end(rate, V(f"{actual} percent"), Y2018, at(part, 0))
        target = part.target(rate, V(f"{plan} percent"), Y2018, TimeCollection.END)
        part.attainment(found, target, value, at(part, 1))

    return asked(build)


@pytest.mark.parametrize(
    ("actual", "plan", "form", "better"),
    [
        ("50.0", "48.5", "over_plan", Direction.UP),
        ("48.5", "50.0", "under_plan", Direction.UP),
        ("48.5", "50.0", "over_plan", Direction.DOWN),
        ("50.0", "48.5", "over_plan", Direction.DOWN),
    ],
)
def test_percent_above_a_plan_may_be_percentage_points(actual: str, plan: str, form: str, better: Direction) -> None:
    """Forest covers 50,0 %, and 48,5 % was planned: "vượt 1,5 %" means points; it is 3.1 % of the plan."""
    (check,) = over_plan(actual, plan, Attainment.exact("1.5", percent, form=form), better).checks
    assert (check.verdict, check.alternative.kind) == (Verdict.CONTRADICTED, ReadingKind.POINTS)  # type: ignore[union-attr]
    assert check.alternative.quantity.contains("1.5")  # type: ignore[union-attr]
    assert "điểm phần trăm" in check.message("vi")


def test_only_percentages_can_exceed_a_plan_by_points() -> None:
    check = asked(lambda part: cases.attainment(part, "101", "96", Attainment.exact("5.0", percent, form="over_plan")))
    assert check.checks[0].verdict is Verdict.CONSISTENT
    (other,) = asked(
        lambda part: cases.attainment(part, "205", "200", Attainment.exact("5.0", percent, form="over_plan"))
    ).checks
    assert (other.verdict, bool(other.alternative)) == (Verdict.CONTRADICTED, False)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "The time of the figures ended on 2018-12-31; the document is dated 2019-11-15."),
        ("vi", "Thời gian của số liệu kết thúc ngày 31/12/2018; văn bản ghi ngày 15/11/2019."),
    ],
)
def test_dates_are_written_without_a_unit(lang: str, words: str) -> None:
    (check,) = audit(made(cases.estimated, date=dt.date(2019, 11, 15))).checks
    assert words in check.message(lang)  # type: ignore[arg-type]

"""Categories and places against the whole: what is certain, what depends on a condition, and what is not compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aseansc import Period, Value
from aseansc.audit import CheckCode, Nature, Verdict
from aseansc.authoring import ReportPart
from aseansc.errors import AseanscError
from aseansc.indicators import Breakdown
from aseansc.units import VND, Unit, classroom, hectare, household, percent, person, person_turn
from tests.audit import cases
from tests.audit.cases import DISTRICTS, SPAN, Y2018, at
from tests.audit.figures import asked, flow, stock

CERTAIN, IF, FINE = Verdict.CONTRADICTED, Verdict.CONDITIONAL, Verdict.CONSISTENT


def found(code: CheckCode, build: Callable[[ReportPart], object]) -> list[Verdict]:
    return [check.verdict for check in asked(build).checks if check.code is code]


def people(part: ReportPart, whole: int, complete: bool | None = None, kind: str = "stock", **parts: int) -> None:
    """Add a whole and its categories; `complete` declares them as a breakdown."""
    codes = {name: name.replace("_to_", "-").replace("__", ":").replace("_", "-") for name in parts}
    given = (
        {} if complete is None else {"breakdowns": (Breakdown(parts=codes.values(), complete=complete, disjoint=True),)}
    )
    make = stock if kind == "stock" else flow
    indicator = make(part, "people", person, **given)
    state = part.at_end if kind == "stock" else part.total
    state(indicator, Value.exact(whole, person), Y2018, at(part, 0))
    for number, (name, value) in enumerate(parts.items()):
        state(indicator, Value.exact(value, person), Y2018, at(part, number + 1), breakdown=(codes[name],))


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        (1000, {"sex__female": 620, "sex__male": 480}, CERTAIN),
        (1000, {"sex__female": 430, "sex__male": 520}, IF),
        (1000, {"residence__urban": 400, "residence__rural": 700}, CERTAIN),
        (1000, {"ethnicity__kinh": 400, "ethnicity__thai": 700}, CERTAIN),
        (1000, {"ethnicity__kinh": 300, "ethnicity__thai": 400}, FINE),  # there are other groups
        (1000, {"ethnicity__kinh": 300, "ethnicity__minority": 600}, IF),
        (1000, {"age__0_to_14": 600, "age__15_to_59": 500}, CERTAIN),
        (1000, {"age__0_to_14": 300, "age__15_to_59": 500}, FINE),
        (1000, {"age__0_to_14": 300, "age__15_to_59": 500, "age__from_60": 100}, IF),
    ],
)
def test_known_categories_do_not_exceed_the_whole_and_may_leave_some_out(
    whole: int, parts: dict[str, int], verdict: Verdict
) -> None:
    assert found(CheckCode.CATEGORY_SUM, lambda part: people(part, whole, **parts)) == [verdict]


@pytest.mark.parametrize(
    "parts",
    [
        {"sex__female": 620, "residence__rural": 480},  # two schemes
        {"age__0_to_15": 620, "age__10_to_24": 480},
        {"ethnicity__minority": 620, "ethnicity__thai": 480},  # the Thai are among the minorities
        {"support__cash": 620, "support__goods": 480},  # a household may get both
        {"sex__female": 620, "sex__all": 1000},
    ],
)
def test_categories_that_may_overlap_are_not_added(parts: dict[str, int]) -> None:
    assert found(CheckCode.CATEGORY_SUM, lambda part: people(part, 1000, **parts)) == []


def test_overlapping_categories_are_never_added_to_those_that_they_overlap() -> None:
    thai = {"ethnicity__kinh": 300, "ethnicity__minority": 700, "ethnicity__thai": 600}
    assert found(CheckCode.CATEGORY_SUM, lambda part: people(part, 1000, **thai)) == [FINE]


@pytest.mark.parametrize(("complete", "verdict"), [(True, CERTAIN), (False, FINE)])
def test_declared_categories_of_any_scheme_add_up_if_they_are_all(complete: bool, verdict: Verdict) -> None:
    parts = {"support__cash": 430, "support__goods": 520}
    assert found(CheckCode.CATEGORY_SUM, lambda part: people(part, 1000, complete, **parts)) == [verdict]


def test_declared_categories_and_flows_may_contradict_by_rounding_alone() -> None:
    """The nature is found on a part of the review, which keeps its categories and the flows of its stocks."""
    parts = {"support__cash": 430, "support__goods": 520}
    (check,) = asked(lambda part: people(part, 1000, True, **parts)).contradicted
    assert check.nature is Nature.ARITHMETIC
    (check,) = asked(lambda part: people(part, 950, True, support__cash=432, support__goods=520)).contradicted
    assert check.nature is Nature.ROUNDING
    (check,) = asked(lambda part: cases.moved(part, "300", "21", "50", "270")).contradicted
    assert check.nature is Nature.ROUNDING


def test_all_figures_at_once_may_contradict_by_rounding_alone() -> None:
    """Two totals are stated, so that only all figures at once compare the second with the average."""

    def build(part: ReportPart) -> None:
        visits = flow(part, "visits", person_turn)
        part.average(visits, Value.exact(400, person_turn), SPAN, at(part, 0))
        part.total(visits, Value.parse("over 1100 person_turn"), SPAN, at(part, 1))
        part.total(visits, Value.exact(1215, person_turn), SPAN, at(part, 2))

    (check,) = asked(build).contradicted
    assert (check.code, check.nature) == (CheckCode.JOINT_BOUNDS, Nature.ROUNDING)


def test_over_a_year_a_person_may_be_counted_in_two_age_groups_but_not_as_woman_and_man() -> None:
    ages, sexes = {"age__0_to_14": 600, "age__15_to_59": 500}, {"sex__female": 620, "sex__male": 480}
    assert found(CheckCode.CATEGORY_SUM, lambda part: people(part, 1000, kind="flow", **ages)) == [IF]
    assert found(CheckCode.CATEGORY_SUM, lambda part: people(part, 1000, kind="flow", **sexes)) == [CERTAIN]


def test_categories_of_a_breakdown_are_of_one_scheme() -> None:
    for parts in (("sex:female", "residence:rural"), ("sex:female", "women")):
        with pytest.raises(AseanscError, match="not of one sort"):
            Breakdown(parts=parts, complete=True, disjoint=True)


# -- places


def districts(part: ReportPart, unit: object, total: int, each: int, count: int = 8, kind: str = "stock") -> None:
    indicator = (stock if kind == "stock" else flow)(part, "counted", unit)
    state = part.at_end if kind == "stock" else part.total
    state(indicator, Value.exact(total, unit), Y2018, at(part, 0))  # type: ignore[arg-type]
    for number, place in enumerate(DISTRICTS[:count]):
        state(indicator, Value.exact(each, unit), Y2018, at(part, number + 1), place=place)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "kind", "total", "verdict"),
    [
        (household, "stock", 900, CERTAIN),
        (household, "stock", 700, CERTAIN),
        (hectare, "stock", 900, CERTAIN),
        (person, "stock", 900, IF),  # pupils of a school that the province runs
        (person, "stock", 700, CERTAIN),
        (person, "flow", 900, FINE),
        (person, "flow", 700, IF),  # a person may be counted in two districts
        (person_turn, "flow", 900, FINE),  # and the hospital of the province
    ],
)
def test_only_what_is_located_by_residence_adds_up_over_places(
    unit: object, kind: str, total: int, verdict: Verdict
) -> None:
    assert found(CheckCode.PLACE_SUM, lambda part: districts(part, unit, total, 100, kind=kind)) == [verdict]


def test_some_of_the_districts_must_not_exceed_the_province() -> None:
    assert found(CheckCode.PLACE_SUM, lambda part: districts(part, household, 900, 100, count=7)) == [FINE]
    assert found(CheckCode.PLACE_SUM, lambda part: districts(part, household, 600, 100, count=7)) == [CERTAIN]


def test_districts_of_another_province_are_within_it() -> None:
    def build(part: ReportPart) -> None:
        poor = stock(part, "poor", household)
        for number, (place, value) in enumerate((("VN-02", 500), ("VN-02-024", 300), ("VN-02-026", 400))):
            part.at_end(poor, Value.exact(value, household), Y2018, at(part, number), place=place)

    assert found(CheckCode.PLACE_SUM, build) == [CERTAIN]


def test_a_rate_is_between_those_of_all_districts() -> None:
    def build(part: ReportPart, whole: str, count: int, of_households: bool) -> None:
        poor, every = stock(part, "poor", household), stock(part, "every", household)
        rate = (
            part.share("rate", of=poor, among=every, en="Rate", vi="Tỷ lệ")
            if of_households
            else part.rate("rate", person / classroom, en="Class size", vi="Sĩ số")
        )
        part.at_end(rate, Value.exact(whole, rate.unit), Y2018, at(part, 0))
        for number, place in enumerate(DISTRICTS[:count]):
            part.at_end(rate, Value.exact("30.0", rate.unit), Y2018, at(part, number + 1), place=place)

    assert found(CheckCode.RATE_BETWEEN, lambda part: build(part, "30.0", 8, True)) == [FINE]
    assert found(CheckCode.RATE_BETWEEN, lambda part: build(part, "35.0", 8, True)) == [CERTAIN]
    assert found(CheckCode.RATE_BETWEEN, lambda part: build(part, "35.0", 8, False)) == [IF]
    assert found(CheckCode.RATE_BETWEEN, lambda part: build(part, "35.0", 7, True)) == []


def test_the_rate_of_everyone_is_between_those_of_women_and_men_if_they_are_everyone() -> None:
    def build(part: ReportPart, complete: bool) -> None:
        breakdown = Breakdown(parts=("sex:female", "sex:male"), complete=True, disjoint=True)
        rate = part.share("rate", en="Rate", vi="Tỷ lệ", breakdowns=(breakdown,) if complete else ())
        for number, (value, sex) in enumerate((("40.0", ()), ("20.0", ("sex:female",)), ("30.0", ("sex:male",)))):
            part.at_end(rate, Value.exact(value, percent), Y2018, at(part, number), breakdown=sex)

    assert found(CheckCode.RATE_BETWEEN, lambda part: build(part, True)) == [CERTAIN]
    assert found(CheckCode.RATE_BETWEEN, lambda part: build(part, False)) == [IF]


def test_figures_of_different_years_are_not_added() -> None:
    def build(part: ReportPart) -> None:
        trained = stock(part, "trained", person)
        part.at_end(trained, Value.exact(1000, person), Y2018, at(part, 0))
        part.at_end(trained, Value.exact(620, person), Y2018, at(part, 1), breakdown=("sex:female",))
        part.at_end(trained, Value.exact(480, person), Period.year(2017), at(part, 2), breakdown=("sex:male",))

    assert found(CheckCode.CATEGORY_SUM, build) == []


def test_parts_that_are_not_everyone_or_may_be_negative_add_up_to_nothing() -> None:
    def build(part: ReportPart, unit: Unit, names: tuple[str, ...]) -> None:
        made = part.share("rate", en="Rate", vi="Tỷ lệ") if unit == percent else flow(part, "amount", unit)
        state = part.at_end if unit == percent else part.total
        groups = [(name, ()) if name.startswith("VN") else ("VN-01", (name,)) for name in names]
        for number, (place, breakdown) in enumerate([("VN-01", ()), *groups]):
            state(
                made, Value.exact(60 if number else 50, unit), Y2018, at(part, number), place=place, breakdown=breakdown
            )

    some, every, adults = (("age:0-14", other) for other in ("age:15-59", "age:from-15", "age:adults"))
    for unit, names, codes in (
        (percent, some, set()),
        (percent, every, {CheckCode.RATE_BETWEEN}),
        (person, some, {CheckCode.CATEGORY_WITHIN, CheckCode.CATEGORY_SUM}),
        (person, adults, {CheckCode.CATEGORY_WITHIN}),  # of which ages is not known
        (VND, some, set()),  # a profit in one place and a loss in another
        (VND, DISTRICTS, set()),
        (hectare, DISTRICTS, {CheckCode.PLACE_SUM}),
    ):
        checks = asked(lambda part, unit=unit, names=names: build(part, unit, names)).checks  # type: ignore[misc]
        assert {check.code for check in checks} == codes, (unit, names)

"""The nature of a contradiction: an error of arithmetic, an unusual wording, or a figure that was cut or rounded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from aseansc import Absent, Attainment, Change, Period, RelativeChange, TimeCollection, Value
from aseansc.audit import AssumptionKind, Check, CheckCode, MissingKind, Nature, Reading, ReadingKind, Verdict, audit
from aseansc.audit._natures import _less_strict
from aseansc.authoring import DOWN, UP, ReportPart
from aseansc.errors import FieldTypeError
from aseansc.indicators import Breakdown, Direction, PriceBasis
from aseansc.labels import Lang
from aseansc.units import VND, event, household, percent, percentage_point, person, person_turn, times, year
from tests.audit import cases
from tests.audit.cases import made
from tests.cases.report import Report
from tests.growth import slope

E = Value.exact


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


@pytest.mark.parametrize(("first", "nature"), [("-5.0", Nature.WORDING), ("-7.0", Nature.ARITHMETIC)])
@pytest.mark.parametrize("later", [True, False])
def test_a_contradiction_of_all_figures_may_be_percent_said_for_points(first: str, nature: Nature, later: bool) -> None:
    """From 40 to a level between 30 and 39, and from there by three points to 32."""

    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Tỷ lệ")
        values = (E("40.00", percent), Value.between("30.00", "39.00", percent), E("32.00", percent))
        years_ = (cases.Y2016, cases.Y2017, cases.Y2018)
        levels = [
            part.at_end(rate, *each, cases.at(part, n)) for n, each in enumerate(zip(values, years_, strict=True))
        ]
        claims = [
            (levels[0], levels[1], RelativeChange.exact(first, percent), part.cite(20, "giảm 5%")),
            (levels[1], levels[2], Change.exact("-3.0", percentage_point), part.cite(40, "giảm 3 điểm %")),
        ]
        for start, end, value, printed in claims if later else reversed(claims):
            part.change(rate, start, end, value, printed)

    [check] = audit(made(build)).contradicted
    assert (check.code, check.nature) == (CheckCode.JOINT_BOUNDS, nature)
    if nature is Nature.WORDING:
        assert check.question() == "Please confirm that “giảm 5%” means percentage points."


@pytest.mark.parametrize(("women", "nature"), [("50", Nature.ROUNDING), ("51", Nature.ARITHMETIC)])
def test_women_are_a_share_of_everyone_and_not_of_themselves(women: str, nature: Nature) -> None:
    def build(part: ReportPart) -> None:
        people = part.flow("arrivals", person, en="Arrivals", vi="Người đến")
        part.total(people, E(49, person), cases.Y2018, cases.at(part, 0))
        some = part.total(people, E(women, person), cases.Y2018, cases.at(part, 1), breakdown=("sex:female",))
        part.share_of(some, people, Value.between(97, 99, percent), cases.at(part, 2))

    [check] = [check for check in audit(made(build)).contradicted if check.code is CheckCode.SHARE_CLAIM]
    assert check.nature is nature
    assert len(check.figures) == 3


@pytest.mark.parametrize(("whole", "nature"), [("10", Nature.ROUNDING), ("11", Nature.ARITHMETIC)])
def test_a_contradiction_of_all_figures_keeps_the_rate_that_relates_them(whole: str, nature: Nature) -> None:
    """At most 1 or 2 households are left for the second village, but 3 of them are poor; its rate is not stated."""

    def build(part: ReportPart) -> None:
        one, other, poor = (part.stock(name, household, en=name, vi=name) for name in ("one", "other", "poor"))
        breakdown = Breakdown(parts=(one.id, other.id), complete=True, disjoint=True)
        every = part.stock("all", household, en="All", vi="Tất cả", breakdowns=(breakdown,))
        part.share("rate", of=poor, among=other, en="Rate", vi="Tỷ lệ")
        for number, (indicator, size) in enumerate(((every, whole), (one, "9"), (poor, "3"))):
            part.at_end(indicator, E(size, household), cases.Y2018, cases.at(part, number))

    [check] = audit(made(build)).contradicted
    assert (check.code, check.nature) == (CheckCode.JOINT_BOUNDS, nature)


def test_only_contradictions_have_a_nature() -> None:
    result = audit(made(cases.parts, "36", "28", "8"))
    assert {check.nature.value for check in result.checks if check.verdict is not Verdict.CONTRADICTED} == {
        "not_applicable"
    }
    with pytest.raises(FieldTypeError, match="a Nature"):
        result.of_nature("wording")  # type: ignore[arg-type]


# -- usual readings


def attained(better: Direction, percentage: str, *, baseline: str = "", form: str = "of_plan") -> Check:
    """Return the check of an attainment of 25,55 % poor households with a plan of 27 %."""
    made_part = Report(Period.year(2018))
    rate = made_part.share("poverty", better=better)
    start = (
        made_part.at_beginning(rate, E(baseline, percent), Period.year(2016), made_part.c("x")) if baseline else None
    )
    actual = made_part.at_end(rate, E("25.55", percent), Period.year(2018), made_part.c("25,55%"))
    plan = made_part.target(
        rate,
        E("27.00", percent),
        Period.year(2018),
        TimeCollection.END,
        made_part.c("27%"),
        baseline=start or Absent.NOT_STATED,
    )
    made_part.attainment(actual, plan, Attainment.exact(percentage, percent, form=form), made_part.c("x"))
    return next(check for check in audit(made_part.review("plan")).checks if check.code is CheckCode.PLAN_ATTAINMENT)


@pytest.mark.parametrize(
    ("percentage", "baseline", "kind"),
    [
        ("105.7", "", ReadingKind.PLAN_BY_ACTUAL),
        ("105.4", "", ReadingKind.TWICE_LESS_ACTUAL),
        ("110.8", "40.40", ReadingKind.OF_REDUCTION),
    ],
)
def test_where_less_is_better_percent_of_plan_has_usual_readings(
    percentage: str, baseline: str, kind: ReadingKind
) -> None:
    check = attained(DOWN, percentage, baseline=baseline)
    assert (check.nature, check.alternative.kind) == (Nature.WORDING, kind)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("actual", "percentage", "nature"),
    [
        ("0.0", "61000", "wording"),  # 0,0 % may be 0,044 %
        ("0.0", "20000", "arithmetic"),  # but not 0,135 %
        ("under 0.5", "9000", "wording"),
    ],
)
def test_plan_by_actual_figure_may_be_large_if_the_actual_figure_may_be_small(
    actual: str, percentage: str, nature: str
) -> None:
    def build(part: ReportPart) -> None:
        rate = part.share("poverty", en="Poverty", vi="Nghèo", better=DOWN)
        done = part.at_end(rate, Value.parse(f"{actual} percent"), cases.Y2018, cases.at(part, 0))
        plan = part.target(rate, E("27.00", percent), cases.Y2018, TimeCollection.END, cases.at(part, 1))
        part.attainment(done, plan, Attainment.exact(percentage, percent), cases.at(part, 2))

    [check] = [check for check in audit(made(build)).contradicted if check.code is CheckCode.PLAN_ATTAINMENT]
    assert check.nature.value == nature


@pytest.mark.parametrize(
    ("end", "value", "nature"),
    [
        ("30.0", RelativeChange.exact("-9.98", percent), Nature.WORDING),  # points, and 30,09 was cut
        ("30.0", RelativeChange.exact("-9.87", percent), Nature.ARITHMETIC),
    ],
)
def test_a_wording_beside_a_figure_that_was_cut_is_a_wording(end: str, value: object, nature: Nature) -> None:
    [check] = audit(made(cases.change, "40.07", end, value)).contradicted
    assert check.nature is nature
    kind = check.alternative.kind if isinstance(check.alternative, Reading) else None
    assert kind is (ReadingKind.POINTS if nature is Nature.WORDING else None)
    assert check.question()


def test_where_more_is_better_they_are_errors() -> None:
    assert attained(UP, "105.7").nature is Nature.ARITHMETIC
    assert attained(UP, "110.8", baseline="40.40").nature is Nature.ARITHMETIC


# -- one way in one document

PLAIN, INVERSE, TWICE = ReadingKind.OF_PLAN, ReadingKind.PLAN_BY_ACTUAL, ReadingKind.TWICE_LESS_ACTUAL


def ways_of(*attained: str) -> tuple[ReadingKind, ...]:
    """Return the ways of computing that the attainments of a report where less is better need, if it is not one."""
    found = [
        check for check in audit(made(cases.less_is_better, *attained)).checks if check.code is CheckCode.PLAN_WAYS
    ]
    if not found:
        return ()
    [check] = found
    assert (check.verdict, check.nature) == (Verdict.CONTRADICTED, Nature.WORDING)
    return check.alternative.ways  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("attained", "ways"),
    [
        (("of_plan 94.6 percent", "of_plan 90 percent", "of_plan 105 percent"), ()),
        (("of_plan 105.7 percent", "of_plan 111.1 percent", "of_plan 95.2 percent"), ()),
        (("of_plan 105.4 percent", "of_plan 110 percent", "of_plan 95 percent"), ()),
        (("of_plan 105.7 percent", "of_plan 90 percent"), (INVERSE, PLAIN)),
        (("of_plan 94.6 percent", "of_plan 90 percent", "of_plan 95.0 percent"), (PLAIN, TWICE)),
        (("of_plan 105.7 percent", "of_plan 110.0 percent", "of_plan 95.2 percent"), (INVERSE, TWICE)),
        (("of_plan 106 percent", "of_plan 110.0 percent"), (INVERSE, TWICE)),
        (("about 106 percent", "of_plan 110.0 percent"), ()),  # "about" may be any of them
        (("of_plan 105 percent", "of_plan 110.0 percent"), ()),  # without a decimal, both may be 2 - actual ÷ plan
        (("of_plan 94.6 percent", "over_plan 10 percent"), ()),  # "vượt 10%" is better by 10 % of the plan
        (("of_plan 105.7 percent", "over_plan 11.1 percent"), ()),
        (("of_plan 105.7 percent", "over_plan 10.0 percent"), (INVERSE, PLAIN)),
        (("of_plan 105.7 percent", "of_plan 70 percent"), ()),  # nothing fits 70 %: an error of another kind
    ],
)
def test_attainments_of_one_document_where_less_is_better_are_computed_in_one_way(
    attained: tuple[str, ...], ways: tuple[ReadingKind, ...]
) -> None:
    attained = tuple(text if "_plan" in text else f"of_plan {text}" for text in attained)
    assert ways_of(*attained) == ways


def mixed(*documents: str, better: Direction = DOWN) -> list[Check]:
    """Return the checks of the ways of computing: one plan ÷ actual figure, and one the achieved reduction."""
    part = Report(Period.year(2018))
    for document, name, said in zip(documents, ("poverty", "stunting"), ("105.7", "110.8"), strict=True):
        rate = part.share(name, better=better)
        start = part.at_beginning(rate, E("40.40", percent), Period.year(2016), part.c("x"))
        actual = part.at_end(rate, E("25.55", percent), Period.year(2018), part.c("25,55%"))
        plan = part.target(
            rate, E("27.00", percent), Period.year(2018), TimeCollection.END, part.c("27%"), baseline=start
        )
        part.attainment(actual, plan, Attainment.exact(said, percent), part.c(f"{said}%", document=document))
    return [check for check in audit(part.review("mixed")).checks if check.code is CheckCode.PLAN_WAYS]


def test_another_document_may_compute_in_another_way() -> None:
    [check] = mixed("doc", "doc")
    assert check.alternative.ways == (INVERSE, ReadingKind.OF_REDUCTION)  # type: ignore[union-attr]
    assert mixed("doc", "other") == []
    assert mixed("doc", "doc", better=UP) == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            "computed in different ways (plan ÷ actual figure; 200 % less actual figure ÷ plan), the figures agree.",
        ),
        (
            "vi",
            "nếu tính theo các cách khác nhau (kế hoạch ÷ thực hiện; 200% trừ thực hiện ÷ kế hoạch) thì các số liệu",
        ),
    ],
)
def test_the_message_names_both_ways(lang: Lang, words: str) -> None:
    result = audit(made(cases.less_is_better, "of_plan 105.7 percent", "of_plan 110.0 percent"))
    [check] = [check for check in result.checks if check.code is CheckCode.PLAN_WAYS]
    assert words in check.message(lang)
    assert any(words.split("(")[1][:20] in line for line in result.summary(lang).splitlines())
    assert check.question(lang)


def test_no_other_number_is_a_repair_of_two_ways_of_computing() -> None:
    result = audit(made(cases.less_is_better, "of_plan 94.6 percent", "of_plan 110.0 percent"))
    assert {check.code for check in result.contradicted} == {CheckCode.PLAN_ATTAINMENT, CheckCode.PLAN_WAYS}
    assert not [repair for repair in result.repairs() if repair.corrections[0].figure.startswith("poor.")]


def test_over_the_plan_of_a_rate_may_be_points() -> None:
    check = attained(DOWN, "1.45", form="over_plan")
    assert (check.nature, check.alternative.kind) == (Nature.WORDING, ReadingKind.POINTS)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("end", "kind"), [("10", ReadingKind.FRACTION), ("120", ReadingKind.BY_MULTIPLE), ("50", None)]
)
def test_three_times_may_be_a_third_or_an_increase_by_three_times(end: str, kind: ReadingKind | None) -> None:
    part = Report(Period.years(2017, 2018))
    fires = part.flow("fires", event, better=DOWN)
    levels = [
        part.total(fires, E(value, event), Period.year(year_), part.c(value))
        for value, year_ in (("30", 2017), (end, 2018))
    ]
    part.change(fires, *levels, RelativeChange.exact(3, times, form="times"), part.c("3 lần"))
    [check] = audit(part.review("fires")).contradicted
    assert (check.nature is Nature.WORDING) is (kind is not None)
    assert kind is None or check.alternative.kind is kind  # type: ignore[union-attr]


@pytest.mark.parametrize(("growth", "nature"), [("15", Nature.WORDING), ("17", Nature.ARITHMETIC)])
def test_growth_per_year_may_be_the_mean_of_the_growth_rates(growth: str, nature: Nature) -> None:
    """From 100 to 150 and 120: 50 and −20 %, 15 % on average; compound growth is 9,5 %."""
    part = Report(Period.years(2015, 2017))
    visits = part.flow("visits", person_turn)
    first, _, last = (
        part.total(visits, E(value, person_turn), Period.year(2015 + number), part.c(value))
        for number, value in enumerate(("1000", "1500", "1200"))
    )
    part.change(visits, first, last, RelativeChange.exact(growth, percent / year), part.c("x"))
    [check] = audit(part.review("growth")).contradicted
    assert check.nature is nature


def test_the_growth_of_output_may_be_in_constant_prices() -> None:
    part = Report(Period.years(2017, 2018))
    output = part.flow("grdp", VND, price_basis=PriceBasis.CURRENT)
    levels = [
        part.total(output, E(value, VND), Period.year(year_), part.c(value))
        for value, year_ in (("10000E9", 2017), ("11500E9", 2018))
    ]
    part.change(output, *levels, RelativeChange.exact("7.5", percent), part.c("tăng 7,5%"))
    [check] = audit(part.review("output")).conditional
    assert check.assumption.kind is AssumptionKind.SAME_PRICES  # type: ignore[union-attr]


# -- assumed structure, two documents, notes


@pytest.mark.parametrize(("stated", "verdict"), [(True, Verdict.CONTRADICTED), (False, Verdict.CONDITIONAL)])
def test_a_contradiction_of_structure_that_is_not_stated_is_conditional(stated: bool, verdict: Verdict) -> None:
    for build, numbers in ((cases.parts, ("37", "28", "8")), (cases.rate, ("25.6", "1259", "9860"))):
        review = made(build, *numbers)
        review = evolve(review, indicators=[evolve(item, structure_stated=stated) for item in review.indicators])
        assert {check.verdict for check in audit(review).checks} - {Verdict.CONSISTENT} == {verdict}


def test_parts_that_exceed_the_whole_do_so_whatever_other_parts_there_are() -> None:
    review = made(cases.parts, "35", "28", "8")
    review = evolve(review, indicators=[evolve(item, structure_stated=False) for item in review.indicators])
    assert [check.nature for check in audit(review).contradicted] == [Nature.ARITHMETIC]


@pytest.mark.parametrize(
    ("publishers", "kind"),
    [(("Cục Thống kê", "Cục Thống kê"), MissingKind.REVISION), (("Sở A", "Sở B"), MissingKind.DOCUMENTS)],
)
def test_figures_of_two_documents_never_contradict_each_other(publishers: tuple[str, str], kind: MissingKind) -> None:
    part = Report(Period.year(2018))
    poor = part.stock("poor", household)
    part.at_end(poor, E(24737, household), Period.year(2018), part.c("24.737"))
    part.at_end(poor, E(24373, household), Period.year(2018), part.c("24.373", document="other"))
    review = part.review("two")
    dated = [
        evolve(document, publisher=publisher, date=dt.date(2019, 1, number + 1))
        for number, (document, publisher) in enumerate(zip(review.documents, publishers, strict=True))
    ]
    [check] = audit(evolve(review, documents=dated)).checks
    assert (check.verdict, check.missing.kind) == (Verdict.UNDETERMINED, kind)  # type: ignore[union-attr]


@pytest.mark.growth
def test_the_time_of_many_contradictions_is_linear() -> None:
    def many(size: int) -> Callable[[], object]:
        part = Report(Period.year(2018))
        for number in range(size):
            names = (f"one-{number}", f"other-{number}")
            one, other = (part.flow(name, household) for name in names)
            breakdown = Breakdown(parts=names, complete=True, disjoint=True)
            whole = part.flow(f"all-{number}", household, breakdowns=(breakdown,))
            for indicator, value in ((one, 28), (other, 8), (whole, 31)):
                part.total(indicator, E(value, household), cases.Y2018, part.c("x", gap=2))
        review = part.review("many")
        assert len(audit(review).contradicted) == size
        return lambda: audit(review)

    assert slope(many, (100, 200, 400, 800)) < 1.3


def test_a_number_at_the_limit_of_what_numbers_may_be_is_read_as_printed() -> None:
    for zeros, readings in ((50, 1), (56, 1), (58, 0)):
        assert len(list(_less_strict(E(f"0.{'0' * zeros}1", household / person)))) == readings, zeros

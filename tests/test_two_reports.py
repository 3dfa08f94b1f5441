"""Two reports of one programme: what changed, was restated, was planned, and what is not comparable."""

from __future__ import annotations

import json as builtin_json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from aseansc import Absent, AsOf, Period, Review, TimeBasis, TimeCollection, Value
from aseansc.attainment import Outcome, Reason
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import Document, sha256_of
from aseansc.cli import main
from aseansc.comparison import ComparisonOutcome, Refusal, compare_reviews
from aseansc.errors import FieldError, FieldTypeError, OperandError, UnknownNameError
from aseansc.indicators import Direction, PriceBasis
from aseansc.interchange import json
from aseansc.intervals import Certainty
from aseansc.observations import SamplingError, SamplingErrorForm, Status
from aseansc.strategies import reviews
from aseansc.texts import Text
from aseansc.trends import trend
from aseansc.units import VND, household, percent, percentage_point, person
from aseansc.values import Change

PAGE = Path(__file__).parent.parent / "docs" / "how-to" / "compare-two-reports.md"
Y2023, Y2024 = Period.year(2023), Period.year(2024)


def report(year: int, **figures: str) -> Review:
    """Return the report of a year; ``poor_2023="1250 household"`` is the figure of an indicator at the end of 2023."""
    part = ReportPart(document="report", place="XX-SM", period=Period.year(year))
    poor = part.stock("poor", household, better=Direction.DOWN, en="Poor households", vi="Số hộ nghèo")
    households = part.stock("households", household, en="Households", vi="Số hộ")
    rate = part.share("rate", of=poor, among=households, better=Direction.DOWN, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    trained = part.flow("trained", person, better=Direction.UP, en="Workers trained", vi="Lao động được dạy nghề")
    funds = part.flow("funds", VND, en="School funds", vi="Vốn trường học")
    indicators = {"poor": poor, "households": households, "rate": rate, "trained": trained, "funds": funds}
    at = 0
    for key, text in figures.items():
        name, _, when = key.partition("_")
        state = part.total if name in ("trained", "funds") else part.at_end
        state(indicators[name], Value.parse(text), Period.year(int(when)), part.cite(at, "x"))
        at += 2
    document = Document(id="report", title="Report", sha256=sha256_of("x"), lang="vi")
    return assemble(
        part,
        id=f"suoi-may-{year}",
        title=Text(en=f"Suối Mây: social results of {year}", vi=f"Suối Mây: kết quả xã hội năm {year}"),
        programme=Text(en="Plan 15", vi="Kế hoạch 15"),
        documents=[document],
    )


def with_target(review: Review, value: Value | Change | Absent, *, of: str = "rate", baseline: str = "") -> Review:
    part = ReportPart(document="report", place="XX-SM", period=review.period)
    made = part.target(review.indicator(of), value, Y2024, TimeCollection.END)
    del made
    (target,) = part.targets
    return evolve(review, targets=(evolve(target, baseline=baseline) if baseline else target,))


EARLIER = report(
    2023,
    poor_2023="1250 household",
    households_2023="9860 household",
    rate_2023="12.7 percent",
    trained_2023="over 400 person",
    funds_2023="6400000000 VND",
)
LATER = report(
    2024,
    households_2023="9872 household",
    poor_2024="1085 household",
    households_2024="9941 household",
    rate_2024="10.9 percent",
    trained_2024="over 450 person",
    funds_2024="7100000000 VND",
)


def in_constant_prices(review: Review) -> Review:
    changed = [
        evolve(item, price_basis=PriceBasis.CONSTANT, price_period=Period.year(2010)) if item.id == "funds" else item
        for item in review.indicators
    ]
    return evolve(review, indicators=changed)


FIRST = with_target(
    evolve(
        EARLIER,
        indicators=[
            evolve(item, price_basis=PriceBasis.CURRENT) if item.id == "funds" else item for item in EARLIER.indicators
        ],
    ),
    Value.under("11", percent),
)
SECOND = in_constant_prices(LATER)


def outcomes(first: Review, second: Review) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in compare_reviews(first, second).figures:
        found.setdefault(item.indicator, []).append(item.refusal.value if item.refusal else item.outcome.value)
    return found


def test_the_latest_figures_of_both_reports_are_the_change() -> None:
    figures = {item.indicator: item for item in compare_reviews(FIRST, SECOND).figures if item.trend}
    fall = figures["rate"].trend
    assert not isinstance(fall, Absent)
    assert (fall.start, fall.end, str(fall.change), fall.unit.code) == (
        FIRST.observations[2].id,
        SECOND.observations[3].id,
        "[-1.90, -1.70]",
        "percentage_point",
    )
    assert (fall.fell, fall.rose, fall.improved) == (Certainty.CERTAIN, Certainty.NO, Certainty.CERTAIN)
    rise = figures["households"].trend
    assert not isinstance(rise, Absent)
    assert rise.rose is Certainty.CERTAIN
    vague = figures["trained"].trend
    assert not isinstance(vague, Absent)
    assert (vague.rose, vague.fell) == (Certainty.POSSIBLE, Certainty.POSSIBLE)


def test_a_restated_figure_and_other_prices_are_reported() -> None:
    found = outcomes(FIRST, SECOND)
    assert found["households"] == ["restated", "changed"]
    assert found["funds"] == ["price_basis"]
    assert found["poor"] == ["changed"]


def test_only_a_later_figure_is_a_change() -> None:
    assert "changed" not in str(outcomes(SECOND, FIRST).values())
    assert set(outcomes(FIRST, FIRST)) == {"poor", "households", "rate", "trained", "funds"}
    assert {item for items in outcomes(FIRST, FIRST).values() for item in items} == {"agrees"}


@pytest.mark.parametrize(("day", "later"), [("2024-06-30", False), ("2023-12-31", True)])
def test_a_figure_that_may_be_the_earlier_one_is_not_a_change(day: str, later: bool) -> None:
    """A figure of some day in 2024 may be earlier than one of 30 June 2024."""
    start = evolve(EARLIER.observations[2], time=AsOf.parse(day), time_collection=TimeCollection.AT)
    end = evolve(LATER.observations[3], time_collection=TimeCollection.WITHIN)
    first, second = (evolve(review, observations=[item]) for review, item in ((EARLIER, start), (LATER, end)))
    assert ("rate" in outcomes(first, second)) is later


def test_periods_whose_lengths_are_not_comparable_are_refused() -> None:
    """Both have 30 days, which are parts of months of different lengths."""
    short = [Period.parse(text) for text in ("2023-02-20/2023-03-21", "2024-04-11/2024-05-10")]
    first, second = (
        evolve(
            review,
            observations=[evolve(item, time=time) for item in review.observations if item.indicator == "trained"],
        )
        for review, time in zip((EARLIER, LATER), short, strict=True)
    )
    assert outcomes(first, second)["trained"] == ["period"]


@pytest.mark.parametrize("status", [Status.PLANNED, Status.FORECAST])
def test_a_forecast_is_not_a_change(status: Status) -> None:
    figure = evolve(LATER.observations[3], statuses=(status,))
    others = tuple(item for item in LATER.observations if item.indicator != "rate")
    assert outcomes(EARLIER, evolve(LATER, observations=(*others, figure))).get("rate") is None


def test_a_figure_that_the_report_itself_revises_is_not_compared_over_time() -> None:
    final = evolve(
        LATER.observations[3], id="rate.final", value=Value.exact("11.2", percent), revises=LATER.observations[3].id
    )
    final = evolve(final, citation=evolve(final.citation, start=30, end=31))
    found = compare_reviews(EARLIER, evolve(LATER, observations=(*LATER.observations, final))).figures
    assert [item.second for item in found if item.indicator == "rate"] == ["rate.final"]


def test_a_change_within_the_sampling_errors_is_not_certain() -> None:
    error = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal(2))
    survey = evolve(
        LATER,
        observations=[
            evolve(item, sampling_error=error) if item.indicator == "rate" else item for item in LATER.observations
        ],
    )
    (made,) = [item.trend for item in compare_reviews(EARLIER, survey).figures if item.indicator == "rate"]
    assert not isinstance(made, Absent)
    assert (made.fell, made.improved) == (Certainty.POSSIBLE, Certainty.POSSIBLE)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"standard": "VN-POVERTY:2022-2025"}, Refusal.STANDARD),
        ({"place": "XX-AB"}, Refusal.PLACE),
        ({"breakdown": ("sex:female",)}, Refusal.CATEGORIES),
    ],
)
def test_what_is_not_comparable_is_reported_with_the_reason(changes: dict[str, object], refusal: Refusal) -> None:
    first = evolve(
        EARLIER, observations=[evolve(item, standard="VN-POVERTY:2016-2020") for item in EARLIER.observations]
    )
    second = evolve(
        LATER,
        observations=[evolve(item, **{"standard": "VN-POVERTY:2016-2020", **changes}) for item in LATER.observations],
    )
    found = outcomes(first, second)
    assert found["rate"] == [refusal.value]


def test_totals_of_periods_of_different_lengths_are_not_comparable() -> None:
    longer = evolve(
        LATER,
        observations=[
            evolve(item, time=Period.years(2024, 2025)) if item.indicator == "trained" else item
            for item in LATER.observations
        ],
    )
    assert outcomes(EARLIER, longer)["trained"] == ["period"]


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        (Value.under("11", percent), Outcome.MET),
        (Value.exact("10.5", percent), Outcome.NOT_MET),
        (Value.exact("10.9", percent), Outcome.CANNOT_TELL),
    ],
)
def test_a_target_of_the_first_report_is_assessed_with_the_second(value: Value, outcome: Outcome) -> None:
    (promise,) = compare_reviews(with_target(EARLIER, value), LATER).promises
    assert (promise.indicator, promise.outcome) == ("rate", outcome)
    assert promise.observation == LATER.observations[3].id


def test_ids_of_the_first_report_cannot_be_taken_for_those_of_the_second() -> None:
    """The targets of the first report are copied into the second under ids that it does not have."""
    figures = [evolve(item, id=f"first/{item.id}") for item in LATER.observations]
    (promise,) = compare_reviews(
        with_target(EARLIER, Value.under("11", percent)), evolve(LATER, observations=figures)
    ).promises
    assert (promise.observation, promise.outcome) == (f"first/{LATER.observations[3].id}", Outcome.MET)


def test_a_planned_change_is_assessed_from_its_baseline() -> None:
    planned = Change.exact("-1.5", percentage_point)
    (promise,) = compare_reviews(with_target(EARLIER, planned, baseline=EARLIER.observations[2].id), LATER).promises
    assert promise.outcome is Outcome.MET


def test_a_target_without_a_figure_is_not_reported_and_one_that_is_not_due_is_left_out() -> None:
    promised = with_target(EARLIER, Value.exact("9000", household), of="households")
    without = evolve(LATER, observations=[item for item in LATER.observations if item.indicator != "households"])
    (promise,) = compare_reviews(promised, without).promises
    assert (promise.observation, promise.outcome) == (Absent.NOT_STATED, Outcome.UNDEFINED)
    assert compare_reviews(promised, EARLIER).promises == ()


def test_a_target_by_another_standard_is_not_reached() -> None:
    second = evolve(LATER, observations=[evolve(item, standard="VN-POVERTY:2022-2025") for item in LATER.observations])
    first = with_target(EARLIER, Value.under("11", percent))
    first = evolve(
        first,
        indicators=[
            evolve(item, standard="VN-POVERTY:2016-2020") if item.id == "rate" else item for item in first.indicators
        ],
    )
    (promise,) = compare_reviews(first, second).promises
    assert (promise.outcome, promise.observation) == (Outcome.UNDEFINED, LATER.observations[3].id)
    assert not isinstance(promise.assessment, Absent)
    assert promise.assessment.reason is Reason.OTHER_STANDARD


def test_a_target_without_a_direction_is_reported_with_the_reason() -> None:
    first = with_target(EARLIER, Value.exact("9950", household), of="households")
    (promise,) = compare_reviews(first, LATER).promises
    assert not isinstance(promise.assessment, Absent)
    assert promise.assessment.reason is Reason.NO_DIRECTION


def renamed(review: Review, code: str = "") -> Review:
    """Return the review with another id of the indicator of the poverty rate."""
    return evolve(
        review,
        indicators=[
            evolve(item, id="poverty-rate", codes=(code,) if code else ()) if item.id == "rate" else item
            for item in review.indicators
        ],
        observations=[
            evolve(item, indicator="poverty-rate") if item.indicator == "rate" else item for item in review.observations
        ],
    )


def coded(review: Review, *codes: str) -> Review:
    return evolve(
        review, indicators=[evolve(item, codes=codes) if item.id == "rate" else item for item in review.indicators]
    )


def test_indicators_are_matched_by_id_mapping_or_code() -> None:
    other = renamed(LATER)
    assert compare_reviews(EARLIER, other).only_first == ("rate",)
    assert ("rate", "poverty-rate") in compare_reviews(EARLIER, other, mapping={"rate": "poverty-rate"}).matches
    first, second = coded(EARLIER, "GSO:0101", "SDG:1.2.1"), renamed(LATER, "SDG:1.2.1")
    assert compare_reviews(first, second).only_first == ("rate",)
    found = compare_reviews(first, second, scheme="SDG")
    assert ("rate", "poverty-rate") in found.matches
    assert [item.outcome for item in found.figures if item.indicator == "rate"] == [ComparisonOutcome.CHANGED]


def test_a_code_of_several_indicators_does_not_match_them() -> None:
    first = coded(EARLIER, "SDG:1.2.1")
    second = renamed(LATER, "SDG:1.2.1")
    twice = evolve(
        second,
        indicators=[evolve(item, codes=("SDG:1.2.1",)) if item.id == "poor" else item for item in second.indicators],
    )
    assert compare_reviews(first, twice, scheme="SDG").only_first == ("rate",)


def test_a_wrong_mapping_or_scheme_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        compare_reviews(EARLIER, LATER, mapping={"rate": "no-such"})
    with pytest.raises(UnknownNameError):
        compare_reviews(EARLIER, LATER, mapping={"no-such": "rate"})
    with pytest.raises(FieldError, match="named twice"):
        compare_reviews(EARLIER, LATER, mapping={"rate": "poor", "households": "poor"})
    with pytest.raises(FieldError, match="no indicator has a code of this scheme"):
        compare_reviews(EARLIER, LATER, scheme="SDG")
    with pytest.raises(FieldTypeError):
        compare_reviews(EARLIER, LATER, mapping=["rate"])  # type: ignore[arg-type]


def test_a_trend_across_two_reviews_needs_comparable_indicators() -> None:
    start, end = EARLIER.observations[2], LATER.observations[3]
    assert str(trend(start, end, EARLIER, LATER).change) == "[-1.90, -1.70]"
    with pytest.raises(OperandError, match="does not belong"):
        trend(start, end, EARLIER)
    with pytest.raises(OperandError, match="their indicators differ in price basis"):
        trend(FIRST.observations[4], SECOND.observations[5], FIRST, SECOND)
    with pytest.raises(FieldTypeError):
        trend(start, end, EARLIER, "later")  # type: ignore[arg-type]


def open_ended(review: Review) -> Review:
    """Return the review without claims and with a period in which all targets are due."""
    period = Period(start=review.period.start, end=date.max)
    stated = {"time_basis": TimeBasis.STATED}
    return evolve(
        review,
        period=period,
        observations=[evolve(item, **stated) for item in review.observations],
        targets=[evolve(item, **stated) for item in review.targets],
        claims=[],
    )


@given(reviews(), reviews())
def test_any_two_reviews_can_be_compared(first: Review, second: Review) -> None:
    mapping = dict(zip((item.id for item in first.indicators), (item.id for item in second.indicators), strict=False))
    assert len(compare_reviews(first, open_ended(second), mapping=mapping).matches) >= len(mapping)
    assert len(compare_reviews(first, open_ended(first)).matches) == len(first.indicators)


def test_a_target_whose_time_is_assumed_is_assessed() -> None:
    promised = with_target(EARLIER, Value.under("11", percent))
    (target,) = promised.targets
    assumed = evolve(target, time=Y2023, time_basis=TimeBasis.ASSUMED, baseline=promised.observations[2].id)
    baseline = evolve(promised.observations[2], time_basis=TimeBasis.ASSUMED)
    first = evolve(
        promised,
        targets=[assumed],
        observations=[baseline if item.id == baseline.id else item for item in promised.observations],
    )
    (promise,) = compare_reviews(first, LATER).promises
    assert promise.outcome is Outcome.UNDEFINED


# -- the command line


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    names = [str(tmp_path / "2023.json"), str(tmp_path / "2024.json")]
    for review, name in zip((FIRST, SECOND), names, strict=True):
        json.dump(review, name)
    return names


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_page_shows_what_the_command_prints(
    files: list[str], lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", *files, "--lang", lang) == 0
    assert f"```text\n{capsys.readouterr().out}```" in PAGE.read_text(encoding="utf-8")


def test_the_comparison_as_json_is_complete(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *files, "--format", "json") == 0
    (found,) = builtin_json.loads(capsys.readouterr().out)
    assert {item["outcome"] for item in found["figures"]} == {"changed", "restated", "refused"}
    (rate,) = [item for item in found["figures"] if item["indicator"] == "rate"]
    assert (rate["name"], rate["trend"]["unit"], rate["trend"]["fell"]) == (
        "Poverty rate",
        "percentage_point",
        "certain",
    )
    assert found["promises"][0]["outcome"] == "met"


def test_several_files_are_compared_and_audited_in_turn(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *files, files[1], "--format", "json") == 0
    assert len(builtin_json.loads(capsys.readouterr().out)) == 2
    assert run("audit", *files) in (0, 1)
    shown = capsys.readouterr().out
    assert "social results of 2023" in shown
    assert "social results of 2024" in shown
    run("audit", *files, "--format", "json")
    assert [item["review"] for item in builtin_json.loads(capsys.readouterr().out)] == [
        "suoi-may-2023",
        "suoi-may-2024",
    ]


def test_a_table_has_a_column_for_each_report(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    third = str(tmp_path / "2025.json")
    json.dump(report(2025, poor_2025="980 household", trained_2025="500 person"), third)
    assert run("compare", *files, third, "--format", "table") == 0
    assert f"```text\n{capsys.readouterr().out}```" in PAGE.read_text(encoding="utf-8")
    assert run("compare", *files, third, "--format", "table", "--lang", "vi") == 0
    assert "-270 hộ" in capsys.readouterr().out


def test_a_figure_that_only_the_later_reports_state_begins_in_their_column(
    files: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    none = str(tmp_path / "2022.json")
    json.dump(report(2022, funds_2022="1 VND"), none)
    assert run("compare", none, *files, "--format", "table") == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Poverty rate"))
    assert row.index("12.7%") > len("Poverty rate") + 4


def test_figures_by_different_standards_have_no_change_although_one_between_them_states_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = []
    for year, standard in ((2023, "VN:a"), (2024, Absent.NOT_STATED), (2025, "VN:b")):
        made = report(year, **{f"rate_{year}": f"{2035 - year} percent", f"poor_{year}": f"{year} household"})
        figures = [evolve(made.observations[0], standard=standard), *made.observations[1:]]
        paths.append(str(tmp_path / f"{year}.json"))
        json.dump(evolve(made, observations=figures), paths[-1])
    assert run("compare", *paths, "--format", "table") == 0
    cells = {line.split("  ")[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "10%" in cells["Poverty rate"]
    assert "point" not in cells["Poverty rate"]
    assert "+2 household" in cells["Poor"]


def test_indicators_of_one_report_only_are_counted_and_the_first_ten_are_named(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [evolve(FIRST.indicators[0], id=f"other-{number}", name=Text(en=f"Other {number}")) for number in range(12)]
    json.dump(evolve(FIRST, id="wider", indicators=[*FIRST.indicators, *more]), tmp_path / "wider.json")
    assert run("compare", str(tmp_path / "wider.json"), files[1]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "(12)" in shown
    assert "; Other 9; " in shown
    assert "Other 10" not in shown


def test_one_report_or_a_wrong_pair_is_refused(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", files[0]) == 1
    assert "nothing to compare with" in capsys.readouterr().err
    assert run("compare", *files, "--match", "rate") == 1
    assert "not a pair of ids" in capsys.readouterr().err


def test_a_pair_of_ids_is_used_where_the_reports_have_both(
    files: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    third = tmp_path / "2025.json"
    renamed = json.dumps(report(2025, poor_2025="980 household")).replace('"poor"', '"poor-homes"')
    third.write_text(renamed, encoding="utf-8")
    command = ("compare", *files, str(third), "--format", "json")
    assert run(*command, "--match", "poor=poor-homes") == 0
    _, last = builtin_json.loads(capsys.readouterr().out)
    assert "changed" in {item["outcome"] for item in last["figures"] if item["indicator"] == "poor"}
    for wrong, said in (
        (("poor=none",), "no two reports that are compared"),
        (("poor=poor-homes", "poor=poor-homes"), "the pair is repeated"),
        (("poor=poor-homes", "poor=rate"), "two pairs share an id"),
        (("poor=poor-homes", "rate=poor-homes"), "two pairs share an id"),
    ):
        assert run(*command, *(word for pair in wrong for word in ("--match", pair))) == 1
        assert said in " ".join(capsys.readouterr().err.split())

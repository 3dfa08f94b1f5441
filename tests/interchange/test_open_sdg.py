"""Data files of Open SDG: written from reviews, and read as drafts."""

from __future__ import annotations

import csv as text_csv
import io
import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from aseansc import Absent, Limits, Period, Review, Status, Value
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, UnknownNameError
from aseansc.interchange import load, open_sdg
from aseansc.interchange.open_sdg._read_cells import value_of
from aseansc.interchange.open_sdg._write_rows import files_of, rows_of
from aseansc.strategies import reviews
from aseansc.units import hectare, person
from tests._profile import NIGHTLY
from tests.growth import slope
from tests.interchange._strangers import names, variants
from tests.test_cli import main_quietly


def table(text: str) -> list[dict[str, str]]:
    return list(text_csv.DictReader(io.StringIO(text)))


# -- written


@settings(max_examples=300 if NIGHTLY else 10)
@given(reviews())
def test_each_observation_is_a_row_or_a_named_loss(review: Review) -> None:
    lost = {loss.record for loss in open_sdg.losses(review) if loss.kind == "Observation"}
    written = [row for text in files_of(review).values() for row in table(text)]
    assert len(written) == len(review.observations) - len(lost)
    shown = [observation for observation in review.observations if observation.id not in lost]
    expected = ["" if isinstance(it.value, Absent) else f"{it.value.magnitude:f}" for it in shown]
    assert sorted(row["Value"] for row in written) == sorted(expected)
    keys = [
        (name, *(it for k, it in row.items() if k != "Value"))
        for name, text in files_of(review).items()
        for row in table(text)
    ]
    assert len(keys) == len(set(keys))


@settings(max_examples=300 if NIGHTLY else 8)
@given(reviews(), st.integers(0, 2**32))
def test_a_field_that_is_not_in_the_files_is_a_named_loss(review: Review, seed: int) -> None:
    shuffled, written, lost = random.Random(seed), files_of(review), open_sdg.losses(review)
    most = 1000 if NIGHTLY else 25
    for other in variants(review, lambda paths: shuffled.sample(paths, min(most, len(paths)))):
        if files_of(other.review) == written:
            found = any(
                names(loss, other) or loss.why.startswith(f"{other.record!r} already has the row")
                for loss in (*lost, *open_sdg.losses(other.review))
            )
            assert found, f"not named: {other[:3]}"


def test_a_unit_with_an_unknown_part_is_a_gap() -> None:
    for words in ("tons per moon", "per", "percent per percent", "person per  per year"):
        assert isinstance(row_of(f"2018,,{words},,,,,,1")["value"]["unit"], Gap)


@settings(max_examples=300 if NIGHTLY else 5)
@given(reviews())
def test_each_unit_of_a_written_review_is_read_back(review: Review) -> None:
    shown = {figure.indicator for figure, row in rows_of(review) if not isinstance(row, str)}
    own = {unit.code for unit in review.units}
    units = {review.indicator(name).unit for name in shown}
    read = [open_sdg.loads_draft(text, name=name) for name, text in files_of(review).items()]
    names = {str(item["unit"]) for draft in read for item in draft.indicators if not isinstance(item["unit"], Gap)}
    assert names >= {unit.code for unit in units if own.isdisjoint(unit.code.split("/"))}


@settings(max_examples=300 if NIGHTLY else 10)
@given(reviews())
def test_the_reader_gets_every_value_that_is_written(review: Review) -> None:
    for name, text in files_of(review).items():
        draft = open_sdg.loads_draft(text, name=name)
        values = [item["value"] for item in draft.observations if isinstance(item, PartialRecord)]
        got = ["" if isinstance(value, Absent) else f"{magnitude(value):f}" for value in values]
        assert got == [row["Value"] for row in table(text)]


def magnitude(value: object) -> Decimal:
    found = value["magnitude"] if isinstance(value, PartialRecord) else value.magnitude  # type: ignore[attr-defined]
    assert isinstance(found, Decimal)
    return found


def test_files_are_named_for_the_goals_or_the_indicator(tmp_path: Path) -> None:
    review = skeleton.load()
    first = attrs.evolve(review.indicators[0], codes=("SDG:1.2.1", "ASCC:A.1"))
    coded = attrs.evolve(review, indicators=(first, *review.indicators[1:]))
    open_sdg.dump(coded, tmp_path / "data")
    found = sorted(path.name for path in (tmp_path / "data").iterdir())
    assert "indicator_1-2-1.csv" in found
    assert all(name.startswith("indicator_") for name in found)
    assert f"Indicator {first.id!r}, codes" in {loss.what for loss in open_sdg.losses(coded)}
    with pytest.raises(OSError, match="not empty"):
        open_sdg.dump(coded, tmp_path / "data")
    open_sdg.dump(coded, tmp_path / "data", replace=True)
    with pytest.raises(FieldError, match="does not fit into one file"):
        open_sdg.dump(coded, tmp_path / "data.csv")
    with pytest.raises(UnknownNameError):
        open_sdg.dumps(coded, "no-such-indicator")


def test_a_review_with_one_indicator_is_one_file(tmp_path: Path) -> None:
    review = skeleton.load()
    first = review.observations[0]
    one = attrs.evolve(review, observations=(first,), claims=(), targets=())
    open_sdg.dump(one, tmp_path / "data.csv")
    text = (tmp_path / "data.csv").read_bytes().decode()
    assert text == open_sdg.dumps(one, first.indicator)
    with (tmp_path / "data.csv").open("rb") as file:
        assert open_sdg.load_draft(file).observations == open_sdg.loads_draft(text).observations
    with pytest.raises(FieldTypeError, match="expected a Review"):
        open_sdg.dump(first, tmp_path / "other.csv")  # type: ignore[arg-type]


def test_a_folder_without_data_files_is_refused_and_blank_lines_are_not_rows(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(DocumentError, match="no data files"):
        open_sdg.load_draft(tmp_path)
    spaced = open_sdg.loads_draft("Year,Value\n\n2018,5\n , \n2019,6\n")
    assert len(spaced.observations) == len(open_sdg.loads_draft("Year,Value\n2018,5\n2019,6\n").observations) == 2


def test_the_time_to_write_grows_with_the_number_of_indicators() -> None:
    review = skeleton.load()
    figures = [item for item in review.observations if item.indicator == review.indicators[0].id]

    def work(count: int) -> Callable[[], object]:
        indicators = [attrs.evolve(review.indicators[0], id=f"i{number}") for number in range(count)]
        observations = [
            attrs.evolve(item, id=f"{item.id}.{one.id}", indicator=one.id) for one in indicators for item in figures
        ]
        many = attrs.evolve(
            review, indicators=indicators, observations=observations, targets=(), claims=(), findings=()
        )
        return lambda: files_of(many)

    assert slope(work, (100, 200, 400)) < 1.3


def test_another_way_of_aggregation_is_another_series() -> None:
    rows = [row for text in files_of(lai_chau.load()).values() for row in table(text)]
    assert any(row["Series"] == "Poverty rate, at the beginning of the period" for row in rows)
    assert any(row["Series"] == "Poverty rate" for row in rows)


def test_what_is_not_a_plain_number_of_a_year_has_no_row() -> None:
    review = lai_chau.load()
    reasons = {observation.id: row for observation, row in rows_of(review) if isinstance(row, str)}
    lost = {loss.record: loss.why for loss in open_sdg.losses(review) if loss.kind == "Observation"}
    assert reasons == lost
    assert "another time" in lost["production-support-turns.2016-2018.total"]
    assert "Target" in {loss.kind for loss in open_sdg.losses(annex.load())}


# -- read

TEXT = "Year,Series,Units,Sex,Age,GeoCode,Observation status,Unit multiplier,Value\n"


def row_of(cells: str, name: str = "indicator_1-2-1.csv") -> PartialRecord:
    (found,) = open_sdg.loads_draft(TEXT + cells + "\n", name=name).observations
    assert isinstance(found, PartialRecord)
    return found


def test_a_row_is_read() -> None:
    found = row_of("2018,Poverty,Percent,Female,15 to 24,,Estimated value,Units,6.70")
    assert found["value"] == Value.parse("6.70 percent")
    assert found["time"] == Period.year(2018)
    assert found["breakdown"] == ("Sex:Female", "Age:15-to-24")
    assert found["statuses"] == (Status.ESTIMATED,)
    assert found.origin == "indicator_1-2-1.csv, line 2"
    assert isinstance(found["place"], Gap)


def test_each_series_and_unit_of_a_file_is_an_indicator() -> None:
    text = TEXT + "2018,A,Percent,,,,,,1\n2018,B,Percent,,,,,,2\n2018,A,GBP (£),,,,,,3\n2019,A,Percent,,,,,,4\n"
    draft = open_sdg.loads_draft(text, name="indicator_1-a-2.csv")
    assert len(draft.indicators) == 3
    assert all(item["codes"] == ("SDG:1.a.2",) for item in draft.indicators if isinstance(item, PartialRecord))
    assert "GBP (£)" in str(draft.indicators[2])


@pytest.mark.parametrize(
    ("year", "time"),
    [
        ("2018", "2018"),
        ("3000", "3000"),
        ("2016-2018", "2016-01-01/P3Y"),
        ("2016 to 2018", "2016-01-01/P3Y"),
        ("2018 Q2", "2018-Q2"),
        ("2018.0", "2018"),
    ],
)
def test_years_and_quarters_are_times(year: str, time: str) -> None:
    assert row_of(f"{year},,Percent,,,,,,1")["time"] == Period.parse(time)


@pytest.mark.parametrize(
    "year", ["2018/19", "2018-19", "2018-2019", "2018 to 2019", "2018-2016", "2021/22 [Note 5]", "2015a", "18"]
)
def test_other_years_are_gaps_that_show_them(year: str) -> None:
    time = row_of(f"{year},,Percent,,,,,,1")["time"]
    assert isinstance(time, Gap)
    assert year in time.reason.en


@pytest.mark.parametrize(
    ("units", "multiplier", "value", "expected"),
    [
        ("Percentage (%)", "", "12.50", "12.50 percent"),
        ("data.percent", "", "12.50", "12.50 percent"),
        ("Rate per 100,000 population", "Units", "3", "3 per_100_000"),
        ("Hectares", "Thousands", "1.5", "1500 hectare"),
        ("Hectares", "Unit", "1.5", "1.5 hectare"),
        ("Hectares", "thousand", "1.5", "1500 hectare"),
        ("persons", "Hundreds", "2", "200 person"),
        ("persons", "Tens", "2", "20 person"),
        ("persons", "", "1E+3", "1000 person"),
        ("Vietnamese dong per person per year", "Millions", "2.5", "2500000 VND/person/year"),
        ("quintals per hectare", "", "57.3", "57.3 quintal/hectare"),
    ],
)
def test_units_and_multipliers(units: str, multiplier: str, value: str, expected: str) -> None:
    found = row_of(f'2018,,"{units}",,,,,{multiplier},{value}')["value"]
    assert (str(found.magnitude), found.unit.code) == tuple(str(Value.parse(expected)).split(" "))


@pytest.mark.parametrize("printed", ["<5", "1,234", "12 %", "1.2.3", "NaN%", "٣"])
def test_other_values_are_gaps_that_show_them(printed: str) -> None:
    value = row_of(f'2018,,Percent,,,,,,"{printed}"')["value"]
    assert isinstance(value, Gap)
    assert printed in value.reason.en


@pytest.mark.parametrize("printed", ["", "..", "n/a", "-"])
def test_an_empty_value_is_missing_and_a_remark_is_kept(printed: str) -> None:
    found = row_of(f"2018,,Percent,,,,,,{printed}")
    assert (found["value"], found["statuses"]) == (Absent.NOT_STATED, (Status.MISSING,))
    draft = open_sdg.loads_draft("Year,Value\nThere is no data for this indicator yet,\n")
    assert draft.observations == ()
    assert "There is no data" in str(draft.extra)


def test_categories_that_differ_have_different_codes_and_keep_their_words() -> None:
    text = TEXT + "".join(f"2018,,Percent,,{age},,,,1\n" for age in ("15+", "15", "<15", "15 plus", "Từ 15"))
    draft = open_sdg.loads_draft(text)
    codes = [item["breakdown"] for item in draft.observations if isinstance(item, PartialRecord)]
    assert codes == [("Age:15-plus",), ("Age:15",), ("Age:under-15",), ("Age:15-plus.2",), ("Age:Tu-15",)]
    assert "15+" in str(draft.extra)
    gap = row_of("2018,,Percent,,Женщины,,,,1")["breakdown"]
    assert isinstance(gap, Gap)
    assert "Женщины" in gap.reason.en


def test_a_folder_is_one_draft(tmp_path: Path) -> None:
    open_sdg.dump(skeleton.load(), tmp_path / "data")
    draft = open_sdg.load_draft(tmp_path / "data")
    assert isinstance(draft, Draft)
    assert len(draft.observations) == sum(not isinstance(row, str) for _, row in rows_of(skeleton.load()))
    assert main_quietly("convert", str(tmp_path / "data"), str(tmp_path / "draft.xlsx"))[0] == 0
    with pytest.raises(AseanscError, match="does not state which review"):
        load(tmp_path / "data")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Year,Units\n2018,Percent\n", "a column is missing"),
        ("Year,Year,Value\n2018,2018,1\n", "a column name is repeated"),
        ("Year,Value\n2018,1,2\n", "wrong number of cells"),
        ('Year,Value\n2018,"1\n', "not valid CSV"),
        ("Year,Value\n" + "2018,1\n" * 11, "too many rows"),
        ("", "a column is missing"),
    ],
)
def test_other_files_are_refused(text: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        open_sdg.loads_draft(text, limits=Limits(items=200))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Year;Units;Value\n2018;Percent;6,7\n", "separated by semicolons"),
        ('"Year";"Value"\n"2018";"6,7"\n', "separated by semicolons"),
        ("Year\tValue\n2018\t1\n", "separated by tabs"),
        ("year,units,value\n2018,Percent,1\n", "write Year and Value"),
        ("year;value\n2018;1\n", "commas. Column names are case-sensitive"),
    ],
)
def test_another_delimiter_or_case_is_named(text: str, hint: str) -> None:
    with pytest.raises(DocumentError, match=hint):
        open_sdg.loads_draft(text)


@pytest.mark.parametrize("text", ["Year;Value\n2018;1\n", "year,value\n2018,1\n"])
def test_another_delimiter_or_case_is_named_on_the_command_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "table.csv").write_text(text, encoding="utf-8")
    status, _, err = main_quietly("convert", str(tmp_path / "table.csv"), str(tmp_path / "draft.json"))
    assert status != 0
    assert "Separate the columns with commas, and write Year and Value" in err


def test_the_kind_of_a_percent_is_a_proposal_and_points_are_a_question() -> None:
    (percents,) = open_sdg.loads_draft("Year,Units,Value\n2018,Percent,1\n").indicators
    assert isinstance(percents, PartialRecord)
    assert percents.proposed == ("kind",)
    (points,) = open_sdg.loads_draft("Year,Units,Value\n2018,PT,1\n").indicators
    assert isinstance(points, PartialRecord)
    assert (isinstance(points["unit"], Gap), isinstance(points["kind"], Gap), points.proposed) == (True, True, ())


def test_empty_columns_at_the_end_are_no_columns() -> None:
    """Workbooks that were wider write them."""
    text = "Year,Units,Value\n2018,Percent,6.7\n"
    wider = text.replace("\n", ",,\n")
    assert open_sdg.loads_draft(wider) == open_sdg.loads_draft(text)
    assert open_sdg.loads_draft(wider.replace("6.7,,", "6.7")) == open_sdg.loads_draft(text)


def test_ten_rows_are_ten_rows() -> None:
    assert len(open_sdg.loads_draft("Year,Value\n" + "2018,1\n" * 10, limits=Limits(items=200)).observations) == 10


def test_a_file_is_converted_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "indicator_1-2-1.csv"
    path.write_bytes("\ufeffYear,Units,Value\r\n2018,Percent,6.7\r\n".encode())
    status, _, err = main_quietly("convert", str(path), str(tmp_path / "draft.json"))
    assert (status, err) == (0, "")
    assert "SDG:1.2.1" in (tmp_path / "draft.json").read_text(encoding="utf-8")
    status, _, err = main_quietly("convert", "skeleton", str(tmp_path / "data"), "--to", "open-sdg")
    assert status == 0
    assert any(line.startswith("lost: Review: ") for line in err.splitlines())
    assert main_quietly("convert", "skeleton", str(tmp_path / "data"), "--to", "open-sdg", "--force")[0] == 0


def test_one_file_is_written_and_read_as_a_folder_of_it(tmp_path: Path) -> None:
    review = skeleton.load()
    first = review.observations[0]
    one = attrs.evolve(review, observations=[first], claims=(), targets=(), mentions=(), findings=())
    assert len(files_of(one)) == 1
    path = tmp_path / "figures.csv"
    open_sdg.dump(one, path)
    open_sdg.dump(one, tmp_path / "figures")
    assert [file.read_bytes() for file in (tmp_path / "figures").iterdir()] == [path.read_bytes()]
    assert len(open_sdg.load_draft(path).observations) == 1
    with path.open("rb") as file:
        assert len(open_sdg.load_draft(file).observations) == 1
    with pytest.raises(FieldError, match="does not fit into one file"):
        open_sdg.dump(review, tmp_path / "more.csv")


def test_a_folder_without_data_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "read.me").write_text("x", encoding="utf-8")
    with pytest.raises(DocumentError, match="no data files"):
        open_sdg.load_draft(tmp_path)
    (tmp_path / "data.csv").write_text("Year,Value\n\n2018,5\n ,\n2019,6\n", encoding="utf-8")
    assert [str(item["time"]) for item in open_sdg.load_draft(tmp_path).observations] == [
        "2018",
        "2019",
    ]


def test_a_number_that_its_unit_cannot_have_is_a_gap_that_shows_it() -> None:
    for printed, multiplier, unit, value in (
        ("5", "", person, "5 person"), ("-5", "", person, None), ("5", "Millions", person, "5000000 person to 1000000"),
        ("9" * 70, "", person, None), ("5", "dozens", person, None), ("5e3", "", hectare, "5000 hectare to 1000"), ("5e99", "", hectare, None),
    ):  # fmt: skip
        found = value_of(printed, multiplier, unit)
        assert (None if isinstance(found, Gap) else str(found)) == value, (printed, multiplier)
        assert value is not None or printed in str(found)


def test_an_unknown_multiplier_is_the_reason_of_the_gap() -> None:
    value = row_of("2018,,Percent,,,,,dozens,5")["value"]
    assert isinstance(value, Gap)
    assert value.reason.en == "the unit multiplier is unknown: 5, dozens"


def test_a_remark_in_place_of_rows_is_kept() -> None:
    draft = open_sdg.loads_draft(
        "Year,Units,Value\nThere is no data for this indicator yet\n", name="indicator_1-2-2.csv"
    )
    assert not draft.observations
    assert "There is no data for this indicator yet" in str(draft.extra)
    with pytest.raises(DocumentError, match="wrong number of cells"):
        open_sdg.loads_draft("Year,Units,Value\n2018\n", name="indicator_1-2-2.csv")


def test_a_row_has_one_category_of_each_kind() -> None:
    review = skeleton.load()
    first = review.observations[0]
    for breakdown, lost in (
        (("sex:female",), False),
        (("sex:female", "age:0-14"), False),
        (("sex:female", "sex:male"), True),
        (("Value:high",), True),
    ):
        changed = attrs.evolve(
            review, observations=[attrs.evolve(first, breakdown=breakdown)], claims=(), targets=(), findings=()
        )
        found = [
            loss
            for loss in open_sdg.losses(changed)
            if loss.kind == "Observation" and "one category of each kind" in str(loss)
        ]
        assert bool(found) is lost, breakdown


def test_a_message_on_the_columns_names_the_first_twenty() -> None:
    for size in (19, 20, 21, 40):
        names = [f"c{number}" for number in range(size)]
        for header in (names, [*names[:-1], "c0"]):
            with pytest.raises(DocumentError) as caught:
                open_sdg.loads_draft(",".join(header) + "\n", name="1-1-1")
            assert caught.value.problems[0].got == ", ".join(header[:20])

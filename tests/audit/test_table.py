"""The audit of a table: what is found, how cells are read, and what is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from aseansc.audit import Audit, CheckCode, Verdict, audit_table
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, UnknownNameError

Row = dict[str, Any]
RATE = {"poverty_rate": ("poor", "households")}
HOUSEHOLDS = {"poor": "household", "households": "household"}


def row(indicator: str, value: object, time: object = 2018, place: object = "VN-01", **more: object) -> Row:
    return {"indicator": indicator, "place": place, "time": time, "value": value, **more}


def poverty(rate: object, poor: object = 24737, households: object = 98000) -> list[Row]:
    return [row("poor", poor), row("households", households), row("poverty_rate", rate)]


def verdicts(result: Audit) -> dict[CheckCode, Verdict]:
    return {check.code: check.verdict for check in result.checks}


def refusal(rows: object, **arguments: Any) -> str:
    with pytest.raises(AseanscError) as caught:
        audit_table(rows, **arguments)
    return str(caught.value)


def test_a_rate_that_is_not_the_quotient_is_contradicted_and_its_rows_are_named() -> None:
    result = audit_table(poverty("25.55"), rates=RATE)
    assert [(check.code, check.figures) for check in result.contradicted] == [
        (CheckCode.RATE_RATIO, ("row-1", "row-2", "row-3"))
    ]
    assert not audit_table(poverty("25.24"), rates=RATE).contradicted


def test_parts_of_counts_must_add_up_exactly_and_rounded_parts_need_not() -> None:
    rows = [row("all", 100), row("urban", 60), row("rural", 41)]
    wholes = {"all": ("urban", "rural")}
    units = dict.fromkeys(("all", "urban", "rural"), "household")
    assert [check.code for check in audit_table(rows, wholes=wholes, units=units).contradicted] == [CheckCode.PARTS_SUM]
    assert not audit_table(rows, wholes=wholes).contradicted
    assert audit_table([row("all", 100), row("urban", 60), row("rural", 45)], wholes=wholes).contradicted


def test_a_flow_is_the_total_of_its_period() -> None:
    rows = [row("births", 1500), row("people", 100000), row("birth_rate", 25)]
    found = audit_table(
        rows,
        rates={"birth_rate": ("births", "people")},
        units={"birth_rate": "per_mille", "births": "person", "people": "person"},
        flows=["births"],
    )
    assert verdicts(found) == {CheckCode.RATE_RATIO: Verdict.CONDITIONAL}


def test_each_place_and_each_time_is_checked_by_itself() -> None:
    rows = [
        {**item, "place": place, "time": time}
        for place in ("Lai Châu", "Lai Chau", "Điện Biên")
        for time in (2017, 2018)
        for item in poverty("25.24" if time == 2017 else "25.55")
    ]
    result = audit_table(rows, rates=RATE)
    assert [check.figures for check in result.contradicted] == [
        tuple(sorted(f"row-{number}" for number in range(first, first + 3))) for first in (4, 10, 16)
    ]


def test_an_indicator_without_figures_is_worked_back() -> None:
    [check] = audit_table(poverty("25.55")[::2], rates=RATE, units=HOUSEHOLDS).undetermined
    assert not isinstance(check.implied, str)
    assert getattr(check.implied, "name", None) == "households"


def test_names_that_are_not_ids_are_read() -> None:
    rows = [row("Hộ nghèo", "24.737"), row("Số hộ", "98.000"), row("Tỷ lệ nghèo", "25,55%")]
    assert audit_table(rows, rates={"Tỷ lệ nghèo": ("Hộ nghèo", "Số hộ")}).contradicted
    assert audit_table(rows, rates={"Tỷ lệ nghèo ": (" Hộ nghèo", "Số hộ")}).contradicted


# -- frames and files


def test_a_frame_of_pandas_is_read_as_its_rows() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(poverty("25.55"), index=[7, 7, 7])
    assert repr(audit_table(frame, rates=RATE)) == repr(audit_table(poverty("25.55"), rates=RATE))
    numeric = pandas.DataFrame(poverty(25.55))
    assert audit_table(numeric, rates=RATE).contradicted[0].figures == ("row-1", "row-2", "row-3")
    assert "row 2, value: the cell is empty" in refusal(pandas.DataFrame(poverty(25.55, households=None)))
    assert "a row is not a dictionary" in refusal(frame["value"])
    assert "a column appears twice" in refusal(frame.set_axis(["indicator", "place", "time", "time"], axis="columns"))


class _LikePolars:
    """A frame with the methods of polars that the audit uses."""

    def __init__(self, rows: list[Row]) -> None:
        self.columns, self._rows = list(rows[0]), rows

    def to_dicts(self) -> list[Row]:
        return self._rows

    def to_dict(self) -> object:
        raise AssertionError("not called")


def test_a_frame_of_polars_is_read_as_its_rows() -> None:
    assert audit_table(_LikePolars(poverty("25.55")), rates=RATE).contradicted


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_rows_of_a_csv_file_have_the_numbers_that_a_spreadsheet_shows(tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "table.csv"
    lines = ["indicator,place,time,value", "poor,VN-01,2018,24737", "", "households,VN-01,2018,98000"]
    lines.append("poverty_rate,VN-01,2018.0,25.55")
    file.write_text("\ufeff" + "\r\n".join(lines).replace(",", delimiter), encoding="utf-8")
    assert audit_table(file, rates=RATE).contradicted[0].figures == ("row-2", "row-4", "row-5")
    assert audit_table(str(file), rates=RATE).contradicted


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "missing"),
        (b"indicator,place,time\na,b,2018", "a column is missing"),
        (b"indicator,place,time,value\na,b,2018", "row 2: the row and the header differ"),
        (b"indicator,place,time,value\n", "no rows"),
        (b'indicator,place,time,value\n"a', "not CSV"),
        (b"indicator,place,time,value\n\xff,b,2018,1", "not valid UTF-8"),
    ],
)
def test_a_file_that_is_not_a_table_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    with pytest.raises((DocumentError, FieldError), match=problem):
        audit_table(file)


# -- cells


@pytest.mark.parametrize(
    "time",
    [
        *(2018, 2018.0, "2018", "2018.0", " 2018 ", "2018-12-31", "2018-12-31 00:00:00", "2018-Q1", "2016/2018"),
        *("2018-07", dt.date(2018, 12, 31), dt.datetime(2018, 12, 31)),
    ],
)
def test_times_are_read(time: object) -> None:
    assert audit_table([{**item, "time": time} for item in poverty("25.55")], rates=RATE).contradicted


@pytest.mark.parametrize(
    "time",
    [
        18,
        2018.5,
        True,
        None,
        "",
        float("nan"),
        "31/12/2018",
        "2018-13",
        dt.datetime(2018, 12, 31, 5),
        [2018],
        "năm 2018",
    ],
)
def test_other_times_are_refused_with_their_row(time: object) -> None:
    assert "row 1, time: " in refusal([row("poor", 1, time)])


def test_the_same_time_in_two_forms_is_one_time() -> None:
    assert "two rows are about the same figure" in refusal([row("poor", 1, 2018), row("poor", 2, "2018")])


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (("24.737", "98.000", "25,55"), "vi"),
        (("24.737", "98.000", "25,55 %"), "vi"),
        (("24,737", "98,000", "25.55"), "en"),
        (("24 737", "98 000", "25,55"), "vi"),
        (("24\u00a0737", "98000", "25.55%"), "en"),
    ],
)
def test_the_texts_show_how_numbers_are_printed(texts: tuple[str, str, str], style: Any) -> None:
    poor, households, rate = texts
    rows = poverty(rate, poor, households)
    found = audit_table(rows, rates=RATE, units=HOUSEHOLDS)
    assert (
        found.contradicted[0].computation
        == audit_table(poverty("25.55"), rates=RATE, units=HOUSEHOLDS).contradicted[0].computation
    )
    assert audit_table(rows, rates=RATE, units=HOUSEHOLDS, numbers=style) == found


@pytest.mark.parametrize("text", ["1.234", "1,234", "999.000"])
def test_a_text_with_two_readings_is_refused_unless_the_style_is_given(text: str) -> None:
    assert 'numbers="vi"' in refusal([row("poor", text)])
    assert audit_table([row("poor", text)], numbers="vi") is not None
    assert audit_table([row("poor", text)], numbers="en") is not None


def test_texts_of_two_styles_are_refused() -> None:
    found = refusal([row("poor", "1.234,5"), row("households", "1,234.5")])
    assert "row 1, value and row 2, value" in found
    assert "row 2, value: not a number" in refusal([row("poor", "1.234,5"), row("households", "1,234.5")], numbers="vi")


def test_a_float_that_may_be_a_misread_vietnamese_text_is_refused() -> None:
    assert "a point between thousands" in refusal(poverty(25.55, 24.737, 98.0), rates=RATE)
    assert "a point between thousands" in refusal(poverty(25.55, 24.737, 98.0), rates=RATE, units=HOUSEHOLDS)
    assert audit_table(poverty(25.55, 24.737, 98.0), rates=RATE, resolution={"poor": 0.001}).contradicted
    for number, is_clear in ((0.987, True), (1.005, False), (999.999, False), (1000.001, True), (24.73, True)):
        if is_clear:
            assert audit_table(poverty(25.55, number, 98.0), rates=RATE).checks
        else:
            assert "a point between thousands" in refusal(poverty(25.55, number, 98.0), rates=RATE)


@pytest.mark.parametrize(
    "value",
    [
        *(None, "", " ", float("nan"), Decimal("NaN"), Decimal("sNaN"), float("inf"), Decimal("-Infinity"), True, [1]),
        *(
            "không có",
            "1.2.3",
            "12-15",
            "1..2",
            "9" * 200,
            10**100,
            "--5",
            -5,
            "−5",
            "5%",
            1e300,
            1e-300,
            "0." + "1" * 100,
        ),
    ],
)
def test_values_that_are_not_numbers_are_refused_with_their_row(value: object) -> None:
    assert "row 2, value: " in refusal([row("poor", 1), row("households", value)])


def test_all_problems_are_reported_at_once() -> None:
    with pytest.raises(DocumentError) as caught:
        audit_table([row("poor", None), row("households", 1, "x"), row("", 1), row("rate", 1, place=None)])
    assert [problem.where for problem in caught.value.problems] == [
        "row 1, value",
        "row 2, time",
        "row 3, indicator",
        "row 4, place",
    ]


def test_very_large_numbers_are_read() -> None:
    rows = [row("all", 10**30), row("one", 6 * 10**29), row("other", 1e30)]
    assert audit_table(rows, wholes={"all": ("one", "other")}).contradicted


def test_figures_are_rounded_to_the_finest_decimal_of_their_indicator() -> None:
    rows = [*poverty(25.5), row("poverty_rate", "12.57", 2017)]  # 25.5 is 25.50
    assert audit_table(rows, rates=RATE).contradicted
    coarse = audit_table(poverty(25.2), rates=RATE)  # 25.24 is 25.2, to one decimal
    assert not coarse.contradicted
    assert audit_table(poverty(25.2), rates=RATE, resolution={"poverty_rate": "0.01"}).contradicted


def test_numbers_in_full_thousands_are_rounded_if_the_resolution_says_so() -> None:
    rows = [row("all", 101000), row("urban", 60000), row("rural", 40000)]
    wholes = {"all": ("urban", "rural")}
    assert audit_table(rows, wholes=wholes).contradicted
    assert not audit_table(rows, wholes=wholes, resolution=dict.fromkeys(("all", "urban", "rural"), 1000)).contradicted


def test_a_computed_float_needs_a_resolution_and_is_rounded_to_it() -> None:
    computed = 24737 / 98000 * 100
    assert 'resolution={"poverty_rate": "0.01"}' in refusal(poverty(computed), rates=RATE)
    assert not audit_table(poverty(computed), rates=RATE, resolution={"poverty_rate": 0.01}).contradicted
    assert audit_table(poverty(computed + 0.1), rates=RATE, resolution={"poverty_rate": 0.01}).contradicted


def test_a_printed_number_finer_than_its_resolution_is_refused() -> None:
    assert "row 3, value" in refusal(poverty("25.555"), rates=RATE, resolution={"poverty_rate": "0.01"})


def test_a_column_gives_the_units_of_figures() -> None:
    rows = [
        row("all", "1.00", unit="square_kilometre"),
        row("one", 60, unit="hectare"),
        row("other", 50, unit="hectare"),
    ]
    [found] = audit_table(rows, wholes={"all": ("one", "other")}).contradicted
    assert found.code is CheckCode.PARTS_SUM
    assert "row 1, unit: " in refusal([row("all", 1, unit="hectar")])
    assert audit_table([row("all", 1, unit=None), row("one", 1, unit=" ")]) is not None


def test_figures_of_one_indicator_in_units_that_do_not_convert_are_refused() -> None:
    assert "'row-2'" in refusal([row("poor", 1, unit="household"), row("poor", 1, 2019, unit="hectare")])


# -- arguments


@pytest.mark.parametrize("table", [5, None, {"indicator": ["poor"]}, [5], [["poor", "VN-01", 2018, 1]]])
def test_what_is_not_a_table_is_refused(table: object) -> None:
    with pytest.raises(FieldTypeError):
        audit_table(table)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"indicator": "poor", "place": "VN-01", "value": 1}, "expected time"),
        ({"indicator": "poor", "place": "VN-01", "time": 2018, "valeu": 1}, "Did you mean 'value'"),
        ({**row("poor", 1), "sex": "female"}, "no such column; got 'sex'"),
    ],
)
def test_wrong_columns_are_refused(cells: Mapping[str, object], problem: str) -> None:
    assert problem in refusal([cells])


@pytest.mark.parametrize(
    "arguments",
    [
        {"rates": {"poverty_rat": ("poor", "households")}},
        {"rates": {"poverty_rate": ("poor", "household")}},
        {"wholes": {"households": ("poor", "rich")}},
        {"wholes": {"all": ("poor",)}},
        {"resolution": {"poverty": 1}},
        {"units": {"household": "household"}},
        {"flows": ["births"]},
    ],
)
def test_names_that_are_not_in_the_table_are_refused(arguments: Any) -> None:
    with pytest.raises(UnknownNameError, match="no such indicator in the table"):
        audit_table(poverty("25.55"), **arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {"rates": {"poverty_rate": ("poor",)}},
        {"rates": {"poverty_rate": "po"}},
        {"rates": {"poverty_rate": 5}},
        {"rates": [("poverty_rate", "poor", "households")]},
        {"wholes": {"households": "poor"}},
        {"wholes": {"households": []}},
        {"wholes": {"households": ["households"]}},
        {"resolution": 0.01},
        {"resolution": {"poor": 0}},
        {"resolution": {"poor": "x"}},
        {"resolution": {"poor": True}},
        {"resolution": {"poor": None}},
        {"units": {"poor": "househld"}},
        {"units": {"poor": 5}},
        {"units": ["poor"]},
        {"flows": "poor"},
        {"flows": ["poverty_rate"], "rates": RATE},
        {"numbers": "fr"},
        {"numbers": ["vi"]},
        {"convention": "usual"},
    ],
)
def test_wrong_arguments_are_refused(arguments: Any) -> None:
    assert refusal(poverty("25.55"), **arguments)


def test_the_figure_of_a_place_is_stated_once() -> None:
    found = refusal([row("poor", 1), row("poor", 1)])
    assert "row 2: two rows are about the same figure" in found
    assert "The other one is row 1" in found


@pytest.mark.parametrize(
    "units",
    [{"poor": "person", "households": "household"}, {"poor": "person"}, {"poverty_rate": "times"}],
)
def test_a_rate_in_a_unit_that_does_not_match_is_refused(units: dict[str, str]) -> None:
    assert "divided by its denominator" in refusal(poverty("25.55"), rates=RATE, units=units)


def test_a_rate_in_a_quotient_of_units_is_checked() -> None:
    rows = [row("rice", "5000.0"), row("field", "1000.0"), row("yield", "6.0")]
    units = {"rice": "tonne", "field": "hectare", "yield": "tonne/hectare"}
    assert audit_table(rows, rates={"yield": ("rice", "field")}, units=units).contradicted


# -- the command line


def test_the_command_audits_a_table_by_a_structure_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from aseansc.cli import main

    table, structure = tmp_path / "table.csv", tmp_path / "table.toml"
    table.write_text(
        "indicator,place,time,value\npoor,VN-01,2018,24737\nhouseholds,VN-01,2018,98000\nrate,VN-01,2018,25.55\n"
    )
    structure.write_text('[rates]\nrate = ["poor", "households"]\n[resolution]\nrate = 0.01\n')
    command = ["audit", str(table), "--structure", str(structure)]
    with pytest.raises(SystemExit) as caught:
        main(command)
    assert caught.value.code == 1
    assert "printed: 25.55% (row 4)." in " ".join(capsys.readouterr().out.split())
    for content, problem in (("rate = 1", "no such key"), ("[rates", "not TOML"), ("rates = 5", "wrong type")):
        structure.write_text(content)
        with pytest.raises(SystemExit) as caught:
            main(command)
        assert caught.value.code not in (0, None)
        assert problem in capsys.readouterr().err

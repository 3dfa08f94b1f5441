"""Files of other programs, and files that people have edited: read rightly, or refused where the problem is."""

from __future__ import annotations

import csv as text_csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from aseansc import Absent, AseanscError, Status
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft
from aseansc.interchange import csv, excel, iati, json, sdmx

# -- workbooks


def edited(edit):
    """Return the review of the skeleton's workbook after an edit, or the error that refuses it."""
    openpyxl = pytest.importorskip("openpyxl")
    stream = io.BytesIO()
    excel.dump(skeleton.load(), stream)
    workbook = openpyxl.load_workbook(io.BytesIO(stream.getvalue()))
    sheet = workbook["Observations"]
    columns = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[1]}
    edit(sheet, columns)
    stream = io.BytesIO()
    workbook.save(stream)
    return excel.load(io.BytesIO(stream.getvalue()))


def row_of(sheet, columns, column, value):
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, columns[column]).value == value)


def test_a_percent_formatted_cell_is_read_as_it_is_shown_or_refused():
    expected = next(figure for figure in skeleton.load().observations if figure.value.unit.code == "percent")

    def edit(sheet, columns):
        row = row_of(sheet, columns, "value.unit", "percent")
        cell = sheet.cell(row, columns["value.magnitude"])
        cell.value, cell.number_format = float(cell.value) / 100, "0.00%"
        sheet.cell(row, columns["value.magnitude (number)"]).value = None

    try:
        got = next(figure for figure in edited(edit).observations if figure.id == expected.id)
    except AseanscError as error:
        assert "percent" in str(error)
    else:
        assert got.value.magnitude == expected.value.magnitude


def test_a_year_in_a_cell_for_days_is_refused():
    def edit(sheet, columns):
        row = next(row for row in range(2, 99) if sheet.cell(row, columns["time.start"]).value)
        sheet.cell(row, columns["time.start"]).value = 2023

    with pytest.raises(AseanscError, match="2023"):
        edited(edit)


def test_grouped_thousands_typed_as_printed_are_not_a_decimal_point():
    def edit(sheet, columns):
        row = row_of(sheet, columns, "value.magnitude", "1250")
        sheet.cell(row, columns["value.magnitude"]).value = "1.250"
        sheet.cell(row, columns["value.magnitude (number)"]).value = None

    with pytest.raises(AseanscError, match=r"1\.250"):
        edited(edit)


def test_a_percent_sign_as_a_unit_names_the_unit_that_is_meant():
    def edit(sheet, columns):
        sheet.cell(row_of(sheet, columns, "value.unit", "percent"), columns["value.unit"]).value = "%"

    with pytest.raises(AseanscError, match="'percent'"):
        edited(edit)


# -- CSV


@pytest.fixture
def package(tmp_path):
    folder = tmp_path / "package"
    csv.dump(skeleton.load(), folder)
    return folder


def test_a_table_saved_with_a_byte_order_mark_is_read(package: Path):
    table = package / "observations.csv"
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes())
    assert csv.load(package) == skeleton.load()


def test_a_number_that_another_program_wrote_with_a_decimal_is_read_as_printed_or_refused(package: Path):
    table = package / "observations.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(text_csv.reader(file))
    at = rows[0].index("value.magnitude")
    for row in rows[1:]:
        if row[at].isdigit():
            row[at] += ".0"
    with table.open("w", encoding="utf-8", newline="") as file:
        text_csv.writer(file).writerows(rows)
    try:
        got = csv.load(package)
    except AseanscError as error:
        assert ".0" in str(error)
    else:
        assert got == skeleton.load()


# -- SDMX

MESSAGE = (
    '<?xml version="1.0"?><m:{root} xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"'
    ' xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"'
    ' xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"'
    ' xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" xmlns:n="urn:n"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><m:Header><m:ID>h</m:ID><m:Test>false</m:Test>'
    '<m:Prepared>2026-01-01T00:00:00</m:Prepared><m:Sender id="A"/><m:Structure structureID="S" namespace="urn:n"'
    ' dimensionAtObservation="{at}"{more}><c:Structure><Ref agencyID="AG" id="DSD" version="1.0"/></c:Structure></m:Structure></m:Header>'
    "<m:DataSet {ref}>{body}</m:DataSet></m:{root}>"
)
HEAD = "STRUCTURE,STRUCTURE_ID,ACTION,"


def draft(text):
    return sdmx.loads_draft(text)


def test_explicit_measures_do_not_vanish():
    series = (
        '<Series FREQ="A" REF_AREA="VN" TIME_PERIOD="2018"><Obs xsi:type="n:BIRTHS" OBS_VALUE="120"/>'
        '<Obs xsi:type="n:DEATHS" OBS_VALUE="80"/></Series>'
    )
    text = MESSAGE.format(
        root="StructureSpecificData",
        at="CONCEPT",
        more=' explicitMeasures="true"',
        ref='ss:structureRef="S" xsi:type="n:DataSetType"',
        body=series,
    )
    births, deaths = [str((record["indicator"], record["breakdown"])).casefold() for record in draft(text).observations]
    assert "births" in births
    assert "deaths" in deaths


def test_dimensions_of_a_series_key_are_breakdown_codes():
    series = (
        '<g:Series><g:SeriesKey><g:Value id="FREQ" value="A"/><g:Value id="REF_AREA" value="VN"/>'
        '<g:Value id="CROP" value="{}"/></g:SeriesKey><g:Obs><g:ObsDimension id="TIME_PERIOD" value="2018"/>'
        '<g:ObsValue value="{}"/></g:Obs></g:Series>'
    )
    text = MESSAGE.format(
        root="GenericData",
        at="TIME_PERIOD",
        more="",
        ref='structureRef="S"',
        body=series.format("RICE", 10) + series.format("TEA", 3),
    )
    assert [record["breakdown"] for record in draft(text).observations] == [("CROP:RICE",), ("CROP:TEA",)]


def test_a_frequency_is_not_a_category():
    text = HEAD + "FREQUENCY,INDICATOR,COUNTRY,TIME_PERIOD,OBS_VALUE\ndataflow,AG:DF(1.0),I,A,X,VNM,2018,5\n"
    assert "FREQUENCY:A" not in draft(text).observations[0]["breakdown"]


def test_rows_whose_numbers_were_held_as_doubles_are_read():
    review = skeleton.load()
    rows = list(text_csv.reader(io.StringIO(sdmx.dumps(review, format="csv"))))
    at = rows[0].index("OBS_VALUE")
    for row in rows[1:]:
        if row[at] and "." not in row[at]:
            row[at] += ".0"
    stream = io.StringIO()
    text_csv.writer(stream).writerows(rows)
    assert sdmx.loads(stream.getvalue(), structure=sdmx.structure(review)) == review


def test_the_filler_of_a_missing_value_is_not_a_figure():
    text = (
        HEAD
        + "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS\ndataflow,AG:DF(1.0),I,X,VN,2018,0,PT,M\n"
    )
    missing = draft(text).observations[0]
    assert (missing["value"], missing["statuses"]) == (Absent.NOT_STATED, (Status.NOT_EXISTING,))


def test_a_byte_order_mark_before_rows_is_ignored():
    text = "\ufeff" + HEAD + "REF_AREA,TIME_PERIOD,OBS_VALUE\ndataflow,A:B(1.0),I,VN,2018,1\n"
    assert isinstance(sdmx.loads_draft(text.encode()), Draft)


def test_sdmx_names_a_target_without_a_time_as_lost():
    review = lai_chau.load()
    target = next(target.id for target in review.targets if not hasattr(target.time, "start"))
    assert any(target in loss.what for loss in sdmx.losses(review))


# -- IATI


def activity(value, extra=""):
    return (
        '<iati-activities version="2.03"><iati-activity xml:lang="en" default-currency="USD">'
        '<iati-identifier>XX-1</iati-identifier><reporting-org ref="XX" type="40"><narrative>X</narrative></reporting-org>'
        "<title><narrative>P</narrative></title><description><narrative>d</narrative></description>"
        '<participating-org role="1" type="40"><narrative>X</narrative></participating-org><activity-status code="2"/>'
        '<activity-date iso-date="2016-01-01" type="1"/><recipient-country code="VN"/><result type="1"><title>'
        '<narrative>R</narrative></title><indicator measure="1"><title><narrative>Households</narrative></title><period>'
        f'<period-start iso-date="2016-01-01"/><period-end iso-date="2016-12-31"/><target value="{value}"/></period>'
        f"</indicator></result>{extra}</iati-activity></iati-activities>"
    )


def test_both_separators_decide_which_one_groups_thousands():
    value = iati.loads_draft(activity("1,300.00")).targets[0]["value"]
    assert value["magnitude"] == Decimal("1300.00")


def test_iati_names_the_tree_of_sections_as_lost():
    assert any("ection" in loss.what for loss in iati.losses(lai_chau.load()))


def test_a_file_of_more_than_fifty_thousand_elements_is_read():
    assert isinstance(iati.loads_draft(activity("1", "<budget/>" * 50_000)), Draft)


# -- other formats


@pytest.mark.parametrize(
    ("loads", "text", "named"),
    [
        (json.loads, '{"meta": {"schema": "sdmx-json-data-schema.json"}, "data": {}}', "SDMX-JSON"),
        (sdmx.loads, '{"meta": {}, "data": {}}', "SDMX-JSON"),
        (sdmx.loads, "Year,Units,Value\n2018,Percent,6.7\n", "template"),
    ],
)
def test_a_file_of_another_kind_is_named_for_what_it_is(loads, text, named):
    with pytest.raises(AseanscError, match=named):
        loads(text)

"""Versions, units and names in SDMX as publishers write them."""

from __future__ import annotations

import pytest

from aseansc import AsOf, Value
from aseansc.interchange import sdmx
from aseansc.units import Unit, per_10_000, per_100_000, per_mille, percent, person
from tests.interchange._sdmx import SMALL, STRUCTURE, problems
from tests.interchange.test_sdmx_identity import SERIES, TEA, VERSION, breakdowns, csv, reason, rows, specific


@pytest.mark.parametrize("root", ["CompactData", "GenericData", "UtilityData", "CrossSectionalData", "Structure"])
@pytest.mark.parametrize("version", ["1_0", "2_0"])
def test_older_versions_are_refused_with_their_number(root: str, version: str) -> None:
    content = f'<{root} xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v{version}/message"><Header/></{root}>'
    for found in (problems(content), problems(sdmx.dumps(SMALL, "csv"), content)):
        assert f"SDMX-ML {version.replace('_', '.')} is not supported" in found[0]
        assert "version 2.1 or 3.0" in found[0]


def test_a_code_defined_twice_is_refused() -> None:
    for name in ("UNIT_MEASURE", "INDICATOR"):
        start = STRUCTURE.index(f'id="CL_{name}')
        first, end = STRUCTURE.index("<str:Code ", start), STRUCTURE.index("</str:Code>", start) + len("</str:Code>")
        twice = STRUCTURE[:end] + STRUCTURE[first:end] + STRUCTURE[end:]
        found = problems(sdmx.dumps(SMALL, "csv"), twice)
        assert any("a code is defined twice" in line and line.startswith("structure, line") for line in found)


def structure_of(dimensions: str, ident: str = "DSD") -> str:
    inside = "".join(f'<s:Dimension id="{name}"/>' for name in dimensions.split())
    return f"""\
<m:Structure xmlns:m="{VERSION}/message" xmlns:s="{VERSION}/structure"><m:Structures><s:DataStructures>
  <s:DataStructure agencyID="AG" id="{ident}" version="1.0"><s:DataStructureComponents>
    <s:DimensionList>{inside}<s:TimeDimension id="TIME_PERIOD"/></s:DimensionList>
  </s:DataStructureComponents></s:DataStructure>
</s:DataStructures></m:Structures></m:Structure>
"""


def test_dimensions_in_lower_case_are_those_of_the_structure() -> None:
    head = "DATAFLOW,LAST UPDATE,freq,unit,crops,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG"
    lines = ["AG:DSD(1.0),now,A,PC,RICE,VN,2017,1,", "AG:DSD(1.0),now,A,PC,TEA,VN,2018,2,p"]
    content = "\n".join([head, *lines])
    found = rows(content, structure_of("freq unit crops geo"))
    assert [row["breakdown"] for row in found] == [("CROPS:RICE",), ("CROPS:TEA",)]
    assert [row["place"] for row in found] == ["VN", "VN"]
    assert found[1]["value"] == Value.exact(2, percent)


def test_usual_names_in_lower_case_are_read_in_messages() -> None:
    series = '<Series freq="A" unit="PC" geo="{}"><Obs TIME_PERIOD="2018" OBS_VALUE="1"/></Series>'
    content = specific(series.format("VN") + series.format("LA"))
    for structure in (None, structure_of("freq unit geo")):
        found = rows(content, structure)
        assert [row["place"] for row in found] == ["VN", "LA"]
        assert [row["value"] for row in found] == [Value.exact(1, percent)] * 2
        assert [row["breakdown"] for row in found] == [(), ()]


@pytest.mark.parametrize(
    "columns", ["FREQ,OBS_VALUE,CROP,TIME_PERIOD", "TIME_PERIOD,OBS_VALUE,CROP,FREQ", "TIME_PERIOD,OBS_VALUE,CROP"]
)
def test_a_value_without_its_dimensions_before_it_does_not_say_which_they_are(columns: str) -> None:
    tea = {"FREQ": "A", "OBS_VALUE": "1", "CROP": "TEA", "TIME_PERIOD": "2017"}
    rice = {**tea, "CROP": "RICE", "TIME_PERIOD": "2018"}
    content = csv(columns, *(",".join(row[name] for name in columns.split(",")) for row in (tea, rice)))
    first, second = breakdowns(content)
    assert "CROP=TEA" in reason(first)
    assert "CROP=RICE" in reason(second)


def test_a_dimension_without_a_code_is_a_gap_and_not_the_whole() -> None:
    content = csv("REF_AREA,REGION,TIME_PERIOD,OBS_VALUE", "VN,,2017,1", "VN,R1,2018,2", "VN,_T,2019,3")
    empty, region, total = breakdowns(content)
    assert "REGION" in reason(empty)
    assert (region, total) == (("REGION:R1",), ())


@pytest.mark.parametrize("dimensions", ["REF_AREA CROP", ""])
def test_a_dimension_that_a_series_lacks_is_a_gap(dimensions: str) -> None:
    content = specific(TEA + SERIES.format("", 5))
    first, second = breakdowns(content, structure_of(dimensions) if dimensions else None)
    assert first == ("CROP:TEA",)
    assert "CROP" in reason(second)


@pytest.mark.parametrize("name", ["UNIT_MULT", "UNIT_MULTIPLIER", "POWERCODE"])
@pytest.mark.parametrize("multiplier", ["3", "3.0", " 3"])
def test_a_multiplier_is_read_by_each_of_its_names(name: str, multiplier: str) -> None:
    (row,) = rows(csv(f"REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS,{name},UNIT", f"VN,2018,94.0,1.0,{multiplier},PS"))
    assert row["value"] == Value(magnitude=94_000, unit=person, resolution=100)


@pytest.mark.parametrize(
    ("code", "unit"),
    [("PER_1000_LIVE_BIRTHS", per_mille), ("PER_10000_POP", per_10_000), ("PER_100000_POP", per_100_000)],
)
def test_a_rate_of_the_development_goals_is_in_the_unit_of_its_scale(code: str, unit: Unit) -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE", f"VN,2018,98,{code}"))
    assert row["value"] == Value.exact(98, unit)


def test_an_empty_multiplier_gives_way_to_another() -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MULTIPLIER,UNIT", "VN,2018,94,,3,PS"))
    assert row["value"] == Value(magnitude=94_000, unit=person, resolution=1000)


def test_decimals_that_are_not_understood_stay_in_the_note() -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS", "VN,2018,94.0,two"))
    assert row["note"].en == "DECIMALS=two"


@pytest.mark.parametrize(
    "status", ["H", "h", "H ", "A;M", "B, M", "M: Missing value", "Missing", "missing value", "c", "_Z"]
)
def test_a_status_says_in_any_way_that_the_value_is_missing(status: str) -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS", f'VN,2018,0,"{status}"'))
    assert "value as missing" in reason(row["value"]["magnitude"])


@pytest.mark.parametrize("status", ["A", "B", "E", "P;B", "AM", "X", "normal: M"])
def test_other_statuses_leave_a_zero_as_it_is(status: str) -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT", f"VN,2018,0,{status},PS"))
    assert row["value"] == Value.exact(0, person)


@pytest.mark.parametrize("name", ["BASE_PER", "TITLE", "COMMENT_TS"])
def test_series_that_differ_in_an_attribute_alone_do_not_fall_together(name: str) -> None:
    other = SERIES.format(f'CROP="TEA" {name}="b"', 5).replace("2018", "2017")
    first, second = breakdowns(specific(SERIES.format(f'CROP="TEA" {name}="a"', 3) + other))
    assert first != second
    assert not (isinstance(first, tuple) and f"{name}:a" not in first)
    with_another = SERIES.format(f'CROP="RICE" {name}="b"', 5)
    both = breakdowns(specific(SERIES.format(f'CROP="TEA" {name}="a"', 3) + with_another))
    assert both == [("CROP:TEA",), ("CROP:RICE",)]


@pytest.mark.parametrize(("freq", "is_day"), [("A", False), ("M", False), ("D", True), ("", True)])
def test_a_day_of_yearly_or_monthly_data_is_a_gap(freq: str, is_day: bool) -> None:
    (row,) = rows(csv("FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE", f"{freq},VN,2018-01-01,1"))
    assert (row["time"] == AsOf.parse("2018-01-01")) is is_day
    assert is_day or f"FREQ={freq}" in reason(row["time"])


@pytest.mark.parametrize("unit", ["PS", "unknown"])
def test_blanks_around_values_change_nothing(unit: str) -> None:
    rows = '<Series REF_AREA="LA" SERIES="POV" UNIT_MEASURE="{}"><Obs TIME_PERIOD="2020" OBS_VALUE="{}"/></Series>'
    usual, found = (sdmx.loads_draft(specific(rows.format(unit, text))).observations for text in ("84450", "84450 "))
    assert found == usual
    assert "84450" in str(usual)
    assert "cannot be read" not in str(usual)


@pytest.mark.parametrize("other", ["2018-A1", "2018-01-01/P1Y"])
def test_one_time_in_other_words_keeps_two_rows_of_a_series_apart(other: str) -> None:
    first, second = breakdowns(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT", "VN,2018,5,PS", f"VN,{other},6,PS"))
    assert (reason(first)[-16:], reason(second)[-len(other) :]) == ("TIME_PERIOD=2018", other)
    alone, _ = breakdowns(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT", "VN,2018,5,PS", f"VN,{other[:3]}9,6,PS"))
    assert alone == ()

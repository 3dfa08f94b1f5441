"""SDMX of other publishers: different series stay distinguishable, whatever their dimensions are called."""

from __future__ import annotations

import io
from typing import Any

import pytest

from aseansc import Absent, Period, Status, Text, Value
from aseansc.drafts import Gap, PartialRecord
from aseansc.interchange import json, sdmx
from aseansc.observations import Confidentiality
from aseansc.units import percent, person
from tests.interchange._sdmx import SMALL, STRUCTURE, problems, table, text_of

VERSION = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
MESSAGE = """\
<m:{root} xmlns:m="{version}/message" xmlns:c="{version}/common" xmlns:g="{version}/data/generic"
    xmlns:ss="{version}/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n="urn:n">
  <m:Header>
    <m:Structure structureID="S" namespace="urn:n" dimensionAtObservation="{at}"{more}>
      <c:Structure><Ref agencyID="AG" id="DSD" version="1.0"/></c:Structure>
    </m:Structure>
    {headers}
  </m:Header>
  <m:DataSet {ref}>{inside}</m:DataSet>
</m:{root}>
"""


def specific(inside: str, at: str = "TIME_PERIOD", more: str = "", headers: str = "") -> str:
    ref = 'ss:structureRef="S"'
    return MESSAGE.format(
        root="StructureSpecificData", version=VERSION, at=at, more=more, ref=ref, inside=inside, headers=headers
    )


def generic(inside: str, at: str = "TIME_PERIOD") -> str:
    return MESSAGE.format(
        root="GenericData", version=VERSION, at=at, more="", ref='structureRef="S"', inside=inside, headers=""
    )


def csv(columns: str, *rows: str) -> str:
    lines = [f"STRUCTURE,STRUCTURE_ID,ACTION,{columns}", *(f"dataflow,AG:DF(1.0),I,{row}" for row in rows)]
    return "\n".join(lines) + "\n"


def rows(content: str, structure: str | None = None) -> list[Any]:
    found = sdmx.loads_draft(content, structure=structure)
    assert json.loads_draft(json.dumps(found)) == found
    return list(found.observations)


def breakdowns(content: str, structure: str | None = None) -> list[Any]:
    return [row["breakdown"] for row in rows(content, structure)]


def reason(gap: object) -> str:
    assert isinstance(gap, Gap), gap
    return gap.reason.en


SERIES = '<Series REF_AREA="VN" {0}><Obs TIME_PERIOD="2018" OBS_VALUE="{1}"/></Series>'
RICE = SERIES.format('CROP="RICE"', 10)
TEA = SERIES.format('CROP="TEA"', 3)

# -- generic data


def test_generic_data_distinguishes_dimensions_from_attributes() -> None:
    series = (
        '<g:Series><g:SeriesKey><g:Value id="REF_AREA" value="VN"/><g:Value id="CROP" value="{0}"/></g:SeriesKey>'
        '<g:Attributes><g:Value id="METHOD" value="X"/></g:Attributes>'
        '<g:Obs><g:ObsDimension value="2018"/><g:ObsValue value="1"/></g:Obs></g:Series>'
    )
    first, second = rows(generic(series.format("RICE") + series.format("TEA")))
    assert (first["breakdown"], second["breakdown"]) == (("CROP:RICE",), ("CROP:TEA",))
    assert first["note"].en == "METHOD=X"


def test_generic_data_without_series_and_across_another_dimension() -> None:
    flat = (
        '<g:Obs><g:ObsKey><g:Value id="REF_AREA" value="VN"/><g:Value id="CROP" value="TEA"/>'
        '<g:Value id="TIME_PERIOD" value="2018"/></g:ObsKey><g:ObsValue value="1"/>'
        '<g:Attributes><g:Value id="SEX" value="M"/></g:Attributes></g:Obs>'
    )
    (row,) = rows(generic(flat, "AllDimensions"))
    assert (row["time"], row["breakdown"], row["note"].en) == (Period.year(2018), ("CROP:TEA",), "SEX=M")
    across = (
        '<g:Series><g:SeriesKey><g:Value id="TIME_PERIOD" value="2018"/></g:SeriesKey>'
        '<g:Obs><g:ObsDimension id="CROP" value="TEA"/><g:ObsValue value="1"/></g:Obs>'
        '<g:Obs><g:ObsDimension value="RICE"/><g:ObsValue value="1"/></g:Obs></g:Series>'
    )
    assert breakdowns(generic(across, "CROP")) == [("CROP:TEA",), ("CROP:RICE",)]


def test_a_value_without_an_id_is_refused() -> None:
    series = '<g:Series><g:SeriesKey><g:Value concept="CROP" value="TEA"/></g:SeriesKey></g:Series>'
    assert "a value has no id" in problems(generic(series))[0]


# -- structure-specific data


def test_a_name_is_a_dimension_if_two_series_differ_only_in_it() -> None:
    assert breakdowns(specific(RICE + TEA)) == [("CROP:RICE",), ("CROP:TEA",)]
    flat = '<Obs REF_AREA="VN" CROP="{}" TIME_PERIOD="2018" OBS_VALUE="1"/>'
    content = specific(flat.format("RICE") + flat.format("TEA"), "AllDimensions")
    assert breakdowns(content) == [("CROP:RICE",), ("CROP:TEA",)]


def test_a_possible_dimension_makes_the_breakdown_a_gap_and_stays_in_the_note() -> None:
    (row,) = rows(specific(RICE))
    assert reason(row["breakdown"]).endswith("add its structure message: CROP=RICE")
    assert row["note"].en == "CROP=RICE"
    both = [SERIES.format('CROP="RICE" WHO="a"', 1), SERIES.format('CROP="TEA" WHO="b"', 2)]
    first, second = breakdowns(specific("".join(both)))
    assert "CROP=RICE, WHO=a" in reason(first)
    assert "CROP=TEA, WHO=b" in reason(second)


def test_total_and_not_applicable_are_not_categories_for_any_name() -> None:
    assert breakdowns(specific(SERIES.format('CROP="_T" ITEM="_Z"', 1))) == [()]


def test_attributes_of_observations_and_groups_are_notes() -> None:
    group = '<Group CROP="TEA" METHOD="census"/>'
    inside = group + RICE + TEA.replace("<Obs", '<Obs SOURCE="S1"')
    first, second = rows(specific(inside))
    assert (first["breakdown"], second["breakdown"]) == (("CROP:RICE",), ("CROP:TEA",))
    assert second["note"].en == "METHOD=census; SOURCE=S1"


def test_series_that_differ_only_in_a_possible_attribute_stay_distinguishable() -> None:
    inside = '<Series REF_AREA="VN"><Obs TIME_PERIOD="2018" CROP="RICE" OBS_VALUE="1"/>{}</Series>'
    second = '<Obs TIME_PERIOD="2018" {}OBS_VALUE="2"/>'
    for attribute, shown in (('CROP="TEA" ', "CROP=TEA"), ("", "none of CROP")):
        found = breakdowns(specific(inside.format(second.format(attribute))))
        assert "another series in the file" in reason(found[0])
        assert reason(found[0]).endswith("CROP=RICE")
        assert reason(found[1]).endswith(shown)
    assert "two rows have the same key" in problems(specific(inside.format(second.format('CROP="RICE" '))))[0]


def test_data_sets_may_differ_in_the_dimension_at_observation_level() -> None:
    header = (
        f'<m:Structure structureID="T" dimensionAtObservation="AllDimensions" xmlns:m="{VERSION}/message">'
        '<c:Structure><Ref agencyID="AG" id="DSD" version="1.0"/></c:Structure></m:Structure>'
    )
    flat = '</m:DataSet><m:DataSet ss:structureRef="T"><Obs REF_AREA="LA" TIME_PERIOD="2018" OBS_VALUE="1"/>'
    series = '<Series REF_AREA="VN" TIME_PERIOD="2018"><Obs CROP="RICE" OBS_VALUE="1"/></Series>'
    first, second = rows(specific(series + flat, "CROP", headers=header))
    assert (first["place"], first["breakdown"]) == ("VN", ("CROP:RICE",))
    assert (second["place"], second["breakdown"]) == ("LA", ())
    assert "several structures" in problems(specific(series + flat, "CROP"))[0]


@pytest.mark.parametrize(
    ("at", "flag", "inside"),
    [
        ("CONCEPT", "true", '<Series REF_AREA="VN" TIME_PERIOD="2018">{0}{1}</Series>'),
        ("AllDimensions", "true", "{0}{1}"),
    ],
)
def test_explicit_measures_are_indicators(at: str, flag: str, inside: str) -> None:
    own = 'REF_AREA="VN" TIME_PERIOD="2018" ' if at == "AllDimensions" else ""
    observations = [
        f'<Obs xsi:type="n:{name}" {own}OBS_VALUE="{value}"/>' for name, value in (("BIRTHS", 120), ("DEATHS", 80))
    ]
    content = specific(inside.format(*observations), at, f' explicitMeasures="{flag}"')
    assert [row["indicator"] for row in rows(content)] == ["births", "deaths"]


def test_types_of_observations_without_explicit_measures_are_categories() -> None:
    inside = '<Series REF_AREA="VN" TIME_PERIOD="2018"><Obs xsi:type="n:BIRTHS" OBS_VALUE="1"/></Series>'
    assert breakdowns(specific(inside, "CONCEPT")) == [("CONCEPT:BIRTHS",)]
    assert breakdowns(specific(inside.replace("n:BIRTHS", "n:ObsType"), "CONCEPT")) == [()]


# -- with the structure

DESIGN = f"""\
<m:Structure xmlns:m="{VERSION}/message" xmlns:c="{VERSION}/common" xmlns:s="{VERSION}/structure"><m:Structures>
  <s:Concepts><s:ConceptScheme agencyID="AG" id="CS"><s:Concept id="BIRTHS"><c:Name>Births</c:Name></s:Concept>
  </s:ConceptScheme></s:Concepts>
  <s:Codelists><s:Codelist agencyID="AG" id="CL_ST"><s:Code id="X"><c:Name>Missing: strike</c:Name></s:Code>
  </s:Codelist></s:Codelists>
  <s:DataStructures><s:DataStructure agencyID="AG" id="DSD" version="1.0"><s:DataStructureComponents>
    <s:DimensionList><s:Dimension id="REF_AREA"/><s:Dimension id="CROP"/>{{dimensions}}<s:TimeDimension id="TIME_PERIOD"/>
    </s:DimensionList>
    <s:AttributeList><s:Attribute id="OBS_STATUS"><s:LocalRepresentation><s:Enumeration>
      <Ref agencyID="AG" id="CL_ST"/></s:Enumeration></s:LocalRepresentation></s:Attribute></s:AttributeList>
    <s:MeasureList>{{measures}}</s:MeasureList>
  </s:DataStructureComponents></s:DataStructure></s:DataStructures>
  {{more}}
</m:Structures></m:Structure>
"""
ONE = '<s:PrimaryMeasure id="OBS_VALUE"/>'


def design(dimensions: str = "", measures: str = ONE, more: str = "") -> str:
    return DESIGN.format(dimensions=dimensions, measures=measures, more=more)


def test_the_structure_distinguishes_dimensions_from_attributes() -> None:
    content = specific(SERIES.format('CROP="RICE" SEX="M" WHO="a"', 1))
    (row,) = rows(content, design())
    assert row["breakdown"] == ("CROP:RICE",)
    assert row["note"].en == "SEX=M; WHO=a"


def test_a_category_that_is_not_a_code_makes_the_breakdown_a_gap() -> None:
    (found,) = breakdowns(specific(SERIES.format('CROP="15+"', 1)), design())
    assert reason(found) == "a category is not a code: CROP=15+"


def test_total_and_not_applicable_stay_distinguishable() -> None:
    first, second = breakdowns(specific(SERIES.format('CROP="_T"', 1) + SERIES.format('CROP="_Z"', 2)), design())
    assert reason(first).endswith("CROP=_T")
    assert reason(second).endswith("CROP=_Z")


def test_the_measure_dimension_of_the_structure_is_the_indicator() -> None:
    measure = (
        '<s:MeasureDimension id="CONCEPT"><s:LocalRepresentation><s:Enumeration><Ref agencyID="AG" id="CS"/>'
        "</s:Enumeration></s:LocalRepresentation></s:MeasureDimension>"
    )
    inside = '<Obs xsi:type="n:BIRTHS" REF_AREA="VN" CROP="_T" TIME_PERIOD="2018" OBS_VALUE="1"/>'
    content = specific(inside, "AllDimensions", ' explicitMeasures="true"')
    draft = sdmx.loads_draft(content, structure=design(measure))
    (indicator,) = draft.indicators
    assert isinstance(indicator, PartialRecord)
    assert (indicator["id"], str(indicator["name"])) == ("births", "Births")


def test_the_id_of_a_measure_dimension_may_have_signs_that_no_scheme_has() -> None:
    measure = (
        '<s:MeasureDimension id="CONCEPT@1"><s:LocalRepresentation><s:Enumeration><Ref agencyID="AG" id="CS"/>'
        "</s:Enumeration></s:LocalRepresentation></s:MeasureDimension>"
    )
    content = csv("REF_AREA,CROP,CONCEPT@1,TIME_PERIOD,OBS_VALUE", "VN,_T,BIRTHS,2018,3")
    of_rows = sdmx.loads_draft(content.replace("dataflow,AG:DF", "datastructure,AG:DSD"), structure=design(measure))
    for draft in (of_rows, sdmx.loads_draft(design(measure))):
        (indicator,) = draft.indicators
        assert isinstance(indicator, PartialRecord)
        assert (indicator["id"], indicator["note"], "codes" in indicator) == (
            "births",
            Text(en="CONCEPT@1=BIRTHS"),
            False,
        )


def test_a_structure_alone_is_a_draft_of_the_indicators_that_it_defines() -> None:
    listed = '<s:Dimension id="INDICATOR"><s:LocalRepresentation><s:Enumeration><Ref agencyID="AG" id="CL_ST"/>'
    found = sdmx.load_any(
        io.BytesIO(design(f"{listed}</s:Enumeration></s:LocalRepresentation></s:Dimension>").encode())
    )
    (indicator,) = found.indicators
    assert isinstance(indicator, PartialRecord)
    assert (indicator["codes"], found.observations) == (("INDICATOR:X",), ())


def test_a_place_may_be_an_attribute_that_is_not_the_same_at_each_time() -> None:
    attribute = '<s:AttributeList><s:Attribute id="REF_AREA"/>'
    structure = design().replace('<s:Dimension id="REF_AREA"/>', "").replace("<s:AttributeList>", attribute)
    content = csv("CROP,TIME_PERIOD,OBS_VALUE,REF_AREA", "_T,2018,3,VN", "_T,2019,4,LA", "_Z,2019,5,LA", "_Z,2018,5,TH")
    found = rows(content.replace("dataflow,AG:DF", "datastructure,AG:DSD"), structure)
    assert [row["place"] for row in found] == ["VN", "LA", "LA", "TH"]
    apart = [row["breakdown"] for row in found]
    assert (apart[0], apart[3]) == ((), ())
    assert (reason(apart[1])[-7:], reason(apart[2])[-7:]) == ("CROP=_T", "CROP=_Z")


def test_each_measure_of_an_observation_is_a_figure() -> None:
    measures = '<s:Measure id="AREA"/><s:Measure id="YIELD"/>'
    inside = '<Series REF_AREA="VN" CROP="TEA"><Obs TIME_PERIOD="2018" AREA="3" YIELD="8"/></Series>'
    for content in (specific(inside), csv("REF_AREA,CROP,TIME_PERIOD,AREA,YIELD", "VN,TEA,2018,3,8")):
        content = content.replace("dataflow,AG:DF", "datastructure,AG:DSD")
        found = rows(content, design(measures=measures))
        assert [(row["indicator"], str(row["value"]["magnitude"])) for row in found] == [("area", "3"), ("yield", "8")]
        assert {row["breakdown"] for row in found} == {("CROP:TEA",)}


def test_a_provision_agreement_leads_to_its_dataflow() -> None:
    more = (
        '<s:Dataflows><s:Dataflow agencyID="AG" id="DF" version="1.0"><s:Structure>'
        '<Ref agencyID="AG" id="DSD" version="1.0"/></s:Structure></s:Dataflow></s:Dataflows>'
        '<s:ProvisionAgreements><s:ProvisionAgreement agencyID="AG" id="PB" version="1.0"><s:StructureUsage>'
        '<Ref agencyID="AG" id="OTHER" version="1.0"/></s:StructureUsage></s:ProvisionAgreement>'
        '<s:ProvisionAgreement agencyID="AG" id="PA" version="1.0"/>'  # only named here, and in full below
        '<s:ProvisionAgreement agencyID="AG" id="PA" version="1.0"><s:StructureUsage>'
        '<Ref agencyID="AG" id="DF" version="1.0"/></s:StructureUsage></s:ProvisionAgreement></s:ProvisionAgreements>'
    )
    for kind in ("dataprovision", "dataprovisionagreement"):
        content = csv("REF_AREA,CROP,TIME_PERIOD,OBS_VALUE", "VN,TEA,2018,3").replace("dataflow,AG:DF", f"{kind},AG:PA")
        assert breakdowns(content) == breakdowns(content, design(more=more)) == [("CROP:TEA",)]


# -- tables


def test_columns_after_the_value_that_distinguish_rows_make_the_breakdown_a_gap() -> None:
    content = csv("REF_AREA,TIME_PERIOD,OBS_VALUE,CROP", "VN,2018,1,RICE", "VN,2018,2,TEA", "VN,2017,2,TEA")
    first, second, alone = breakdowns(content)
    assert reason(first).endswith("CROP=RICE")
    assert reason(second).endswith("CROP=TEA")
    assert alone == ()
    same = csv("REF_AREA,TIME_PERIOD,OBS_VALUE,COMMENT", "VN,2018,1,a", "VN,2018,2,b")
    assert "two rows have the same key" in problems(same)[0]


@pytest.mark.parametrize("columns", ["OBS_VALUE,CROP,REF_AREA,TIME_PERIOD", "CROP,OBS_VALUE,REF_AREA,TIME_PERIOD"])
def test_columns_in_another_order_do_not_show_which_are_dimensions(columns: str) -> None:
    cells: dict[str, str] = {"OBS_VALUE": "1", "CROP": "RICE", "REF_AREA": "VN", "TIME_PERIOD": "2018"}
    (row,) = rows(csv(columns, ",".join(cells[name] for name in columns.split(","))))
    assert "CROP=RICE" in reason(row["breakdown"])
    assert (row["place"], row["time"]) == ("VN", Period.year(2018))


@pytest.mark.parametrize("name", ["FREQ", "FREQUENCY", "TIME_FORMAT"])
def test_a_frequency_is_not_a_category(name: str) -> None:
    (row,) = rows(csv(f"{name},COUNTRY,TIME,OBS_VALUE", "A,VN,2018,5"))
    assert (row["breakdown"], row["place"], row["time"]) == ((), "VN", Period.year(2018))
    other = rows(csv(f"{name},COUNTRY,TIME,OBS_VALUE", "B,VN,2018-01-01,5"))[0]
    assert other["note"].en == f"{name}=B"


def test_an_indicator_in_several_units_is_an_indicator_for_each() -> None:
    content = csv("INDICATOR,REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE", "POP,VN,PS,2018,5", "POP,VN,PC,2018,6")
    first, second = rows(content)
    assert (first["indicator"], first["value"]) == ("pop", Value.exact("5", person))
    assert (second["indicator"], second["value"]) == ("pop.2", Value.exact("6", percent))
    behind = csv("INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT", "POP,VN,2018,5,PS", "POP,VN,2018,6,PC")
    assert [reason(found).rpartition(" ")[2] for found in breakdowns(behind)] == ["UNIT=PS", "UNIT=PC"]


# -- missing values and decimals


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("M", Status.NOT_EXISTING),
        ("m", Status.NOT_EXISTING),
        (" L", Status.NOT_COLLECTED),
        ("O", Status.MISSING),
        ("Q", Status.SUPPRESSED),
    ],
)
@pytest.mark.parametrize("filler", ["0", "0.00", "NaN", "-", ""])
def test_a_placeholder_with_the_status_of_a_missing_value_is_an_observation_without_a_value(
    status: str, expected: Status, filler: str
) -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS", f"VN,2018,{filler},{status}"))
    assert (row["value"], row["statuses"]) == (Absent.NOT_STATED, (expected,))
    shown = "" if filler in ("", "NaN") else f"OBS_VALUE={filler}"
    assert ("" if row.get("note", "") in ("", Absent.NOT_APPLICABLE) else row["note"].en) == shown


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Missing value; data cannot exist", (Status.NOT_EXISTING,)),
        ("Missing value", (Status.MISSING,)),
        ("Official value", ()),
        ("Thiếu", ()),
    ],
)
def test_the_name_of_a_status_decides_what_its_code_means(label: str, expected: tuple[Status, ...]) -> None:
    columns = "REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status"
    content = csv(columns, f"VN: Viet Nam,2018,0,M: {label}")
    (row,) = rows(content)
    assert row.get("statuses", ()) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("F", Confidentiality.FREE),
        ("N", Confidentiality.NOT_FOR_PUBLICATION),
        ("C", Confidentiality.CONFIDENTIAL),
        ("D", Confidentiality.SECONDARY),
        ("S", None),
        ("c", None),
    ],
)
@pytest.mark.parametrize("column", ["CONF_STATUS", "OBS_CONF", "conf_status"])
def test_the_confidentiality_of_an_observation_is_read_by_its_code(
    column: str, code: str, expected: Confidentiality | None
) -> None:
    (row,) = rows(csv(f"REF_AREA,TIME_PERIOD,OBS_VALUE,{column}", f"VN,2018,5,{code}"))
    assert row.get("confidentiality") is expected
    assert expected is not None or row["note"].en == f"{column.upper()}={code}"


def test_a_range_of_a_republished_file_does_not_become_a_missing_value() -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,RANGE_LOWER,RANGE_UPPER", "VN,2018,,O,5,7"))
    assert isinstance(row["value"], PartialRecord)
    assert row["note"].en == "OBS_STATUS=O; RANGE_LOWER=5; RANGE_UPPER=7"


@pytest.mark.parametrize("status", ["H", "K"])
@pytest.mark.parametrize("filler", ["0", "0.00", "NaN", "-", ""])
def test_a_placeholder_with_a_status_for_missing_values_is_a_gap(status: str, filler: str) -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS", f"VN,2018,{filler},{status}"))
    assert isinstance(row["value"], PartialRecord)
    why = reason(row["value"]["magnitude"])
    assert (f"OBS_STATUS={status}, OBS_VALUE={filler}" in why) == bool(filler)
    assert row["note"].en == f"OBS_STATUS={status}"


def test_the_status_decides_whether_a_number_is_a_value() -> None:
    def value(number: str, status: str, structure: str | None = None) -> Any:
        content = csv("REF_AREA,CROP,TIME_PERIOD,OBS_VALUE,OBS_STATUS", f"VN,_T,2018,{number},{status}")
        return rows(content.replace("dataflow,AG:DF", "datastructure,AG:DSD"), structure)[0]["value"]["magnitude"]

    assert "OBS_VALUE=5" in reason(value("5", "M"))
    assert [str(value(number, status)) for number, status in (("5", "K"), ("0", "A"), ("0", "X"))] == ["5", "0", "0"]
    assert "OBS_STATUS=X" in reason(value("0", "X", design()))  # its name in the structure starts with "Missing"


@pytest.mark.parametrize(
    ("text", "decimals", "expected", "note"),
    [
        ("1250.0", "0", "1250", ""),
        ("25.5", "2", "25.50", ""),
        ("25.550000000000001", "2", "25.55", ""),
        ("0.30000000000000004", "1", "0.30000000000000004", "DECIMALS=1"),
        ("1e+05", "0", "100000", ""),
        ("25.55", "1", "25.55", "DECIMALS=1"),
        ("1.0", "", "1.0", ""),
    ],
)
def test_decimals_are_applied_if_no_digits_are_lost(text: str, decimals: str, expected: str, note: str) -> None:
    (row,) = rows(csv("REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS", f"VN,2018,{text},{decimals}"))
    assert str(row["value"]["magnitude"]) == expected
    assert (f"DECIMALS={decimals}" in str(row["note"])) is bool(note)


def test_own_rows_saved_by_a_program_with_doubles_are_read() -> None:
    lines = table(sdmx.dumps(SMALL, "csv"))
    for line in lines:
        for name in ("OBS_VALUE", "RANGE_LOWER", "RANGE_UPPER"):
            line[name] = repr(float(line[name])) if line[name] else ""
        for name in ("UNIT_MULT", "DECIMALS", "CITED_START", "CITED_END"):
            line[name] = f"{line[name]}.0" if line[name] else ""
    assert sdmx.loads(text_of(lines), structure=STRUCTURE) == SMALL
    lines[0]["OBS_VALUE"] = "1.23456"
    assert "more decimals than DECIMALS" in problems(text_of(lines), STRUCTURE)[0]


# -- versions, units


# -- names as publishers write them

"""SDMX of other publishers: groups, actions, reporting years, labels, names and content outside rows are kept."""

from __future__ import annotations

import time
from typing import Any

import pytest

from aseansc import Period, Status, Text, TimeCollection, Value
from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import DocumentError
from aseansc.interchange import json, sdmx
from aseansc.units import percent, person
from tests.interchange import _sdmx_samples as samples
from tests.interchange._sdmx import problems

HEAD = """\
<mes:StructureSpecificData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
    xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
    xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <mes:Header>{header}
    <mes:Structure structureID="S" namespace="urn:x" dimensionAtObservation="TIME_PERIOD">
      <com:Structure>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=GSO:DSD_POP(1.0)</com:Structure>
    </mes:Structure>
  </mes:Header>
  <mes:DataSet ss:structureRef="S"{attributes}>
{inside}
  </mes:DataSet>
</mes:StructureSpecificData>
"""
SERIES = """\
<Series INDICATOR="POP" REF_AREA="VN" UNIT_MEASURE="PS"{more}>
  <Obs TIME_PERIOD="2017" OBS_VALUE="94"/>
  <Obs TIME_PERIOD="2018" OBS_VALUE="95"/>
</Series>
"""


def message(inside: str, *, header: str = "", attributes: str = "") -> str:
    return HEAD.format(inside=inside, header=header, attributes=attributes)


def rows(content: str, structure: str | None = None) -> list[Any]:
    found = sdmx.loads_draft(content, structure=structure)
    assert json.loads_draft(json.dumps(found)) == found
    return list(found.observations)


def draft(content: str, structure: str | None = None) -> Draft:
    found = sdmx.loads_draft(content, structure=structure)
    assert json.loads_draft(json.dumps(found)) == found
    return found


DESIGN = """\
<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
    xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
    xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure">
  <mes:Structures>
    <str:Codelists>
      <str:Codelist agencyID="GSO" id="CL_IND" version="1.0">{codes}</str:Codelist>
    </str:Codelists>
    <str:DataStructures>
      <str:DataStructure agencyID="GSO" id="DSD_POP" version="1.0">
        {names}
        <str:DataStructureComponents>
          <str:DimensionList>
            <str:Dimension id="INDICATOR">
              <str:LocalRepresentation>
                <str:Enumeration>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=GSO:CL_IND(1.0)</str:Enumeration>
              </str:LocalRepresentation>
            </str:Dimension>
            <str:Dimension id="REF_AREA"/>
            <str:TimeDimension id="TIME_PERIOD"/>
          </str:DimensionList>
        </str:DataStructureComponents>
      </str:DataStructure>
      {more}
    </str:DataStructures>
  </mes:Structures>
</mes:Structure>
"""


def design(names: str = "", codes: str = '<str:Code id="POP"/>', more: str = "") -> str:
    return DESIGN.format(names=names, codes=codes, more=more)


# -- groups


@pytest.mark.parametrize("structure", [None, design()])
@pytest.mark.parametrize("tag", ["Atts", "Group"])
def test_a_group_with_a_year_applies_only_to_that_year(tag: str, structure: str | None) -> None:
    group = f'<{tag} INDICATOR="POP" TIME_PERIOD="2017" UNIT_MULT="3"/>'
    for inside in (group + SERIES.format(more=""), SERIES.format(more="") + group):
        first, second = rows(message(inside), structure)
        assert first["value"] == Value.exact("94E3", person)
        assert second["value"] == Value.exact("95", person)


@pytest.mark.parametrize("structure", [None, design()])
def test_attributes_of_a_series_override_those_of_its_group(structure: str | None) -> None:
    inside = '<Group REF_AREA="VN" UNIT_MULT="3" TITLE="one"/>' + SERIES.format(more=' UNIT_MULT="6" TITLE="two"')
    found = draft(message(inside), structure)
    first: Any = found.observations[0]
    assert first["value"] == Value.exact("94E6", person)
    assert first["note"] == Text(en="TITLE=two")
    unread = [(item["attribute"], item["value"]) for item in found.extra["sdmx"]["unread"]]
    assert unread == [("TITLE", "one"), ("UNIT_MULT", "3")]


def test_groups_may_have_different_key_dimensions() -> None:
    inside = (
        '<Group REF_AREA="VN" CONTACT="a"/><Group INDICATOR="POP" REF_AREA="VN" METHOD="b"/>'
        + '<Atts REF_AREA="LA" CONTACT="c"/>'
        + SERIES.format(more="")
        + SERIES.format(more="").replace("VN", "LA")
    )
    first, _, other, _ = rows(message(inside))
    assert first["note"] == Text(en="CONTACT=a; METHOD=b")
    assert other["note"] == Text(en="CONTACT=c")


def test_groups_apply_to_observations_outside_series() -> None:
    inside = (
        '<Atts INDICATOR="POP" TIME_PERIOD="2017" METHOD="census"/>'
        '<Obs INDICATOR="POP" TIME_PERIOD="2017" OBS_VALUE="1"/><Obs INDICATOR="POP" TIME_PERIOD="2018" OBS_VALUE="2"/>'
    )
    first, second = rows(message(inside))
    assert first["note"] == Text(en="METHOD=census")
    assert second["note"] is Absent.NOT_APPLICABLE


@pytest.mark.parametrize("structure", [None, design()])
def test_a_group_without_rows_is_refused(structure: str | None) -> None:
    for group in (
        '<Group REF_AREA="LA" CONTACT="a"/>',
        '<Group CONTACT="a"/>',
        '<Atts TIME_PERIOD="2016" CONTACT="a"/>',
    ):
        (found,) = problems(message(group + SERIES.format(more="")), structure)
        assert "no row belongs to the group" in found
        assert "CONTACT=a" in found or "LA" in found or "2016" in found
    assert problems(message('<Atts CONTACT="a"/>'))
    empty = SERIES.partition("<Obs")[0].format(more="") + "</Series>"
    assert rows(message('<Group REF_AREA="VN" CONTACT="a"/>' + empty)) == []


def test_contradicting_groups_are_refused() -> None:
    inside = '<Group REF_AREA="VN" METHOD="a"/><Group REF_AREA="VN" METHOD="b"/>' + SERIES.format(more="")
    (found,) = problems(message(inside))
    assert "two groups of the same rows have different values" in found


def test_many_groups_are_read_quickly() -> None:
    inside = "".join(
        f'<Group INDICATOR="I{n}" CONTACT="c{n}"/>' + SERIES.format(more="").replace("POP", f"I{n}")
        for n in range(3000)
    )
    content = message(inside)
    start = time.process_time()
    found = sdmx.loads_draft(content)
    assert time.process_time() - start < 4
    assert len(found.observations) == 6000


# -- actions


@pytest.mark.parametrize("action", ["Delete", "D", "delete"])
def test_data_to_be_deleted_is_refused(action: str) -> None:
    header = f"<mes:DataSetAction>{action}</mes:DataSetAction>"
    with pytest.raises(DocumentError, match="to delete data"):
        sdmx.loads_draft(message(SERIES.format(more=""), header=header))
    assert rows(message(SERIES.format(more=""), header=header, attributes=' ss:action="Append"'))
    assert rows(message(SERIES.format(more=""), header=header.replace(action, "Information")))


# -- reporting years


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("2018-Q1", "--07-01", "2018-Q3"),
        ("2018-Q3", "--07-01", "2019-Q1"),
        ("2018-S2", "--04-01", "2018-10-01/P6M"),
        ("2018-A1", "--07-01", "2018-07-01/P1Y"),
        ("2018-Q1", "--01-01", "2018-Q1"),
        ("2018-Q1", "", "2018-Q1"),
        ("2018", "--07-01", "2018"),
        ("2018-03", "--07-01", "2018-03"),
        ("2018-Q1", "--07-15", None),
        ("2018-Q1", "July", None),
    ],
)
def test_parts_of_a_reporting_year_are_shifted_to_calendar_dates(text: str, day: str, expected: str | None) -> None:
    inside = SERIES.format(more="").replace("2018", text)
    found = [
        rows(message(inside, attributes=f' ss:REPORTING_YEAR_START_DAY="{day}"'))[1],
        rows(message(inside.replace("<Obs", f'<Obs REPORTING_YEAR_START_DAY="{day}"')))[1],
        rows(
            "STRUCTURE,STRUCTURE_ID,INDICATOR,TIME_PERIOD,OBS_VALUE,REPORTING_YEAR_START_DAY\n"
            f"dataflow,A:B(1.0),POP,{text},5,{day}\n"
        )[0],
    ]
    for observation in found:
        if expected is None:
            assert isinstance(observation["time"], Gap)
            assert f"{text}, {day}" in observation["time"].reason.en
        else:
            assert observation["time"] == Period.parse(expected)
        plain = day not in ("", "--01-01") and text in ("2018", "2018-03")
        assert (f"REPORTING_YEAR_START_DAY={day}" in str(dict(observation))) is plain


# -- labels

OECD = """\
STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency,MEASURE,Measure,UNIT_MEASURE,Unit of measure,SEX,Sex,{0}
DATAFLOW,OECD.ELS:DF_X(1.0),Poverty and people,I,VNM,Viet Nam,A,Annual,POV,Poverty rate,PT,Percent,F,Female,{1}
DATAFLOW,OECD.ELS:DF_X(1.0),Poverty and people,I,LAO,Laos,A,Annual,POV,Poverty rate,PT,Percent,_T,Total,{1}
"""
OECD_COLUMNS = "TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status"


def test_labels_in_separate_columns_are_not_breakdowns() -> None:
    found = draft(OECD.format(OECD_COLUMNS, "2018,,6.7,,E,Estimated value"))
    first, second = found.observations
    assert isinstance(first, PartialRecord)
    assert isinstance(second, PartialRecord)
    assert first["value"] == Value.exact("6.7", percent)
    assert (first["place"], first["breakdown"], first["statuses"]) == ("VNM", ("SEX:F",), (Status.ESTIMATED,))
    assert (second["place"], second["breakdown"]) == ("LAO", ())
    assert first["note"] is Absent.NOT_APPLICABLE
    assert isinstance(found.title, PartialRecord)
    assert "Poverty and people" in str(found.title["en"])
    (indicator,) = found.indicators
    assert isinstance(indicator, PartialRecord)
    assert (indicator["id"], indicator["codes"]) == ("pov", ("MEASURE:POV",))
    assert "the language of this text: Poverty rate" in str(indicator["name"])
    labels = found.extra["sdmx"]["labels"]
    assert labels["columns"]["REF_AREA"] == "Reference area"
    assert labels["codes"]["REF_AREA"] == {"VNM": ["Viet Nam"], "LAO": ["Laos"]}
    assert labels["codes"]["OBS_STATUS"] == {"E": ["Estimated value"]}


def test_labels_after_colons_are_split_off() -> None:
    found = draft(
        "DATAFLOW,REF_AREA:Geographic area,INDICATOR: Indicator,SEX: Sex,TIME_PERIOD:Time period,OBS_VALUE: Value,"
        "UNIT_MULTIPLIER:Unit multiplier,UNIT_MEASURE:Unit of measure,SOURCE:Source\n"
        '"UNICEF:CME(1.0): Child mortality",VNM: Viet Nam,POP: People,F: Female,2018,5,3: Thousands,PS: Persons,'
        '"Link: census"\n'
    )
    (observation,) = found.observations
    assert isinstance(observation, PartialRecord)
    assert observation["value"] == Value.exact("5E3", person)
    assert (observation["place"], observation["breakdown"]) == ("VNM", ("SEX:F",))
    assert observation["note"] == Text(en="SOURCE=Link: census")
    assert found.extra["sdmx"]["structure"] == "UNICEF:CME(1.0)"
    assert found.extra["sdmx"]["name"] == "Child mortality"
    assert found.extra["sdmx"]["labels"]["codes"]["UNIT_MEASURE"] == {"PS": ["Persons"]}
    assert found.extra["sdmx"]["labels"]["columns"]["SEX"] == "Sex"


def test_column_names_may_be_in_lower_case() -> None:
    found = draft(
        "DATAFLOW,LAST UPDATE,freq,unit,geo,sex,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        "ESTAT:DEMO(1.0),11/09/24 23:00:00,A,PC,VN,F,2018,5,e\nESTAT:DEMO(1.0),11/09/24 23:00:00,A,PC,VN,M,2018,6,b\n"
    )
    first, second = found.observations
    assert isinstance(first, PartialRecord)
    assert isinstance(second, PartialRecord)
    assert first["value"] == Value.exact("5", percent)
    assert (first["place"], first["breakdown"]) == ("VN", ("SEX:F",))
    assert first["statuses"] == (Status.ESTIMATED,)
    assert first["note"] == Text(en="LAST UPDATE=11/09/24 23:00:00")
    assert "OBS_FLAG=b" in str(second["note"])
    (found_twice,) = problems("DATAFLOW,geo,GEO,OBS_VALUE\nA:B(1.0),VN,VN,5\n")
    assert "a column is given twice; got 'GEO'" in found_twice


def test_the_time_is_in_the_key_even_after_the_value() -> None:
    """The OECD writes the value before the time, and the type of structure in capitals."""
    columns = "OBS_VALUE,Observation value,TIME_PERIOD,Time period,OBS_STATUS,Observation status"
    content = OECD.format(columns, "6.7,,2018,,A,Normal")
    again = content + content.splitlines()[1].replace("2018", "2017") + "\n"
    assert [row["time"] for row in rows(again)] == [Period.year(2018), Period.year(2018), Period.year(2017)]
    (twice,) = problems(content + content.splitlines()[1] + "\n")
    assert "two rows have the same key" in twice


# -- names


@pytest.mark.parametrize(
    ("names", "en", "more"),
    [
        ('<com:Name xml:lang="vi">Dân số</com:Name><com:Name xml:lang="fr">Population</com:Name>', None, "Dân số"),
        ('<com:Name xml:lang="fr">Population</com:Name>', None, "Population"),
        ('<com:Name xml:lang="en-GB">People</com:Name><com:Name xml:lang="vi">Dân số</com:Name>', "People", "Dân số"),
        ('<com:Name xml:lang="en-GB">Folk</com:Name><com:Name xml:lang="en">People</com:Name>', "People", "Folk"),
        ("<com:Name>People</com:Name>", "People", "People"),
        ('<com:Name xml:lang="klingonese-x">Nuvpu</com:Name>', None, "Nuvpu"),
    ],
)
def test_names_in_other_languages_are_kept(names: str, en: str | None, more: str) -> None:
    structure = design(names, f'<str:Code id="POP">{names}</str:Code>')
    for found in (draft(message(SERIES.format(more="")), structure), draft(structure)):
        indicator: Any = found.indicators[0]
        for name in (found.title, indicator["name"]):
            if en is None:
                assert isinstance(name, PartialRecord)
                assert isinstance(name["en"], Gap)
            else:
                assert isinstance(name, Text)
                assert name.en == en
            assert more in str(name) + repr(dict(name) if isinstance(name, PartialRecord) else name)


# -- content outside rows


def test_content_outside_rows_is_kept_unchanged() -> None:
    annotations = "<com:Annotations><com:Annotation><com:AnnotationTitle>{0}</com:AnnotationTitle></com:Annotation></com:Annotations>"
    inside = annotations.format("of the set") + SERIES.format(more="").replace(
        'OBS_VALUE="94"/>',
        f'OBS_VALUE="94" ss:odd="of the namespace">{annotations.format("of the row")}</Obs>',
    ).replace("<Obs", annotations.format("of the series") + "<Obs", 1)
    text = message(
        inside,
        header='<mes:ID>X1</mes:ID><mes:Prepared>2019-01-01</mes:Prepared><mes:Sender id="GSO"/><mes:Source>Tổng cục</mes:Source>',
        attributes=' ss:publicationYear="2019" ss:dataScope="DataStructure" ss:action="Append"',
    ).replace("</mes:StructureSpecificData>", "<mes:Footer>only half</mes:Footer></mes:StructureSpecificData>")
    unread = draft(text).extra["sdmx"]["unread"]
    kept = "\n".join(map(str, unread))
    for words in (
        "X1", "2019-01-01", "GSO", "Tổng cục", "only half", "of the set", "of the row", "of the series",
        "of the namespace", "publicationYear", "'value': '2019'", "dataScope",
    ):  # fmt: skip
        assert words in kept, words
    assert "Append" not in kept
    assert all(isinstance(item["line"], int) and item["element"] for item in unread)


def test_an_attribute_of_the_data_set_that_all_rows_override_is_kept() -> None:
    found = draft(message(SERIES.format(more=' UNIT_MULT="6"'), attributes=' UNIT_MULT="3" TITLE="all"'))
    first: Any = found.observations[0]
    assert (first["value"], first["note"]) == (Value.exact("94E6", person), Text(en="TITLE=all"))
    (unread,) = found.extra["sdmx"]["unread"]
    assert (unread["element"], unread["attribute"], unread["value"]) == ("DataSet", "UNIT_MULT", "3")


def test_attributes_with_texts_in_several_languages_are_read() -> None:
    value = '<Comp id="COMMENT_OBS"><Value><com:Text xml:lang="vi">Điều tra</com:Text><com:Text>A survey</com:Text></Value></Comp>'
    inside = SERIES.format(more="").replace('OBS_VALUE="94"/>', f'OBS_VALUE="94">{value}</Obs>')
    assert rows(message(inside))[0]["note"] == Text(en="Điều tra [vi]; A survey")


# -- structures


def test_a_message_with_several_structures_is_refused_without_data() -> None:
    second = (
        '<str:DataStructure agencyID="GSO" id="DSD_OTHER" version="1.0"><com:Name>Other</com:Name></str:DataStructure>'
    )
    structure = design("<com:Name>People</com:Name>", more=second)
    (found,) = problems(structure)
    assert "defines several dataflows or data structures" in found
    assert "GSO:DSD_POP(1.0), GSO:DSD_OTHER(1.0)" in found
    assert "together with its data" in found
    assert draft(message(SERIES.format(more="")), structure).title == Text(en="People")


def test_codes_that_differ_only_in_case_have_different_ids() -> None:
    found = draft(design(codes='<str:Code id="POV"/><str:Code id="pov"/><str:Code id="po v"/>'))
    assert [indicator["id"] for indicator in found.indicators if isinstance(indicator, PartialRecord)] == [
        "pov",
        "pov.2",
        "po-v",
    ]


def test_ids_of_many_codes_are_made_quickly() -> None:
    """Codes that differ only in punctuation have the same id followed by a number."""
    signs = ["-", "_", "@", "$"]
    codes = ["A" + "".join(signs[n >> 2 * at & 3] for at in range(7)) + "B" for n in range(8192)]
    lines = [f"dataflow,A:B(1.0),{code},2018,5" for code in codes]
    content = "\n".join(["STRUCTURE,STRUCTURE_ID,INDICATOR,TIME_PERIOD,OBS_VALUE", *lines])
    start = time.process_time()
    found = sdmx.loads_draft(content)
    assert time.process_time() - start < 4
    assert len({row["id"] for row in found.observations if isinstance(row, PartialRecord)}) == 8192


def test_the_attribute_collection_is_read() -> None:
    content = samples.OLD_CSV.replace("OBS_STATUS", "COLLECTION").replace(";A\n", ";E\n")
    assert rows(content)[0]["time_collection"] is TimeCollection.END


# -- unusual forms, and limits inside a message


def test_a_structure_is_found_through_the_parent_of_an_item_or_an_agreement() -> None:
    usual = '<Ref agencyID="XYZ" id="EXR1" version="1.0"/>'
    for reference in (
        usual,
        '<Ref agencyID="XYZ" id="EXR1"/>',
        '<Ref agencyID="XYZ" id="part" maintainableParentID="EXR1" maintainableParentVersion="1.0"/>',
        '<Ref agencyID="XYZ" id="part" maintainableParentID="EXR1"/>',
        "<URN>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XYZ:EXR1(1.0)</URN>",
    ):
        found: Any = sdmx.loads_draft(samples.GENERIC_ML.replace(usual, reference)).extra["sdmx"]
        assert found["structure"] == "XYZ:EXR1(1.0)", reference
    nothing: Any = sdmx.loads_draft(samples.GENERIC_ML.replace(usual, "<Ref/>")).extra["sdmx"]
    assert "structure" not in nothing


def test_a_day_on_which_the_reporting_year_starts_shifts_the_quarters_of_a_series() -> None:
    usual = '<Series FREQ="Q" INDICATOR="LF" REF_AREA="VN" REGION="R1"'
    for attribute, first in (
        ('ss:REPORTING_YEAR_START_DAY="--04-01"', Period.parse("2018-Q2")),
        ('ss:type="ns1:Own"', Period.parse("2018-Q1")),
        ("", Period.parse("2018-Q1")),
    ):
        found = rows(samples.SERIES_ML.replace(usual, usual.replace("<Series", f"<Series {attribute}")))
        assert found[0]["time"] == first, attribute


def test_an_element_has_a_limited_number_of_values_and_of_what_is_not_read() -> None:
    usual = '<Obs TIME_PERIOD="2018-Q1" OBS_VALUE="55100.4" OBS_STATUS="P"/>'
    cells = " ".join(f'A{number}="1"' for number in range(1001))
    dataset = '<message:DataSet action="Replace"'
    component = f'<Comp id="COMMENT_OBS">{"<Value>x</Value>" * 1001}</Comp>'
    for text, problem in (
        (samples.SERIES_ML.replace(usual, f"<Obs {cells}/>"), "line 17: an element has too many attributes or values"),
        (
            samples.SERIES_ML.replace(usual, f"{usual[:-2]}>{'<x/>' * 10_001}</Obs>"),
            "line 17: the document has too many elements",
        ),
        (
            message(SERIES.format(more="").replace('="94"/>', f'="94">{component}</Obs>')),
            "too many attributes or values",
        ),
        (
            samples.GENERIC_ML.replace(dataset, '<message:DataSet structureRef="XYZ_EXR1"/>' * 10_001 + dataset),
            "too many data sets",
        ),
    ):
        assert problem in problems(text)[0], problem


def test_a_number_of_decimals_that_no_value_can_have_changes_nothing() -> None:
    for decimals, shown in (
        ("2", "26547.10 VND"),
        ("60", f"26547.1{'0' * 59} VND"),
        ("61", "26547.1 VND"),
        ("x", "26547.1 VND"),
    ):
        text = samples.GENERIC_ML.replace('id="DECIMALS" value="2"', f'id="DECIMALS" value="{decimals}"')
        assert str(rows(text)[0]["value"]) == shown, decimals


def test_only_utf_8_and_utf_16_are_read() -> None:
    text = '<?xml version="1.0" encoding="{}"?>' + samples.SERIES_ML
    for content, problem in (
        (text.format("UTF-8").encode(), ""),
        (text.format("UTF-16").encode("utf-16"), ""),
        (text.format("us-ascii"), ""),
        (text.format("iso-8859-1"), "the encoding that the document declares is not supported"),
        (text.format("UTF-16").encode("utf-16") + b"x", "is not valid UTF-16"),
    ):
        if problem:
            assert problem in problems(content)[0], problem
        else:
            assert sdmx.loads_draft(content) == sdmx.loads_draft(samples.SERIES_ML)


def test_labels_without_words_name_nothing() -> None:
    head = "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR: Indicator,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value"
    row = "dataflow,GSO:POP(1.0): Population,A,{},VN: Viet Nam,2018,5"
    for cell, names in (("POP: People", ["People"]), ("POP:", []), ("POP: ", []), ("POP", [])):
        found: Any = sdmx.loads_draft(f"{head}\n{row.format(cell)}\n").extra["sdmx"]["labels"]["codes"]
        assert found.get("INDICATOR", {}).get("POP", []) == names, cell


# -- blanks


@pytest.mark.parametrize("blank", [" {}", "{} ", "\u00a0{}\t"])
def test_blanks_around_cells_change_nothing(blank: str) -> None:
    names = "DATAFLOW,REF_AREA,INDICATOR,UNIT_MEASURE,UNIT_MULT,FREQ,OBS_STATUS,TIME_PERIOD,OBS_VALUE\n"
    cells = ["GSO:POP(1.0)", "VN", "POOR_RATE", "PT", "0", "A", "A", "2020", "4.8"]
    usual: Any = draft(names + ",".join(cells)).observations[0]
    assert str(usual["value"]) == "4.8 percent"
    for number in range(1, len(cells)):
        changed = [blank.format(cell) if at == number else cell for at, cell in enumerate(cells)]
        found: Any = draft(names + ",".join(changed)).observations[0]
        assert found.fields == usual.fields, cells[number]
    two = ",".join(cells) + "\n" + ",".join([*cells[:1], blank.format("VN"), *cells[2:]])
    with pytest.raises(DocumentError, match="two rows have the same key"):
        draft(names + two)


# -- missing columns


def test_a_missing_column_is_named() -> None:
    cells = {
        "REF_AREA": "VN",
        "INDICATOR": "POOR_RATE",
        "TIME_PERIOD": "2020",
        "OBS_VALUE": "4.8",
        "UNIT_MEASURE": "PT",
    }

    def table(left_out: str, *times: str) -> str:
        names = [name for name in cells if name != left_out]
        rows = [[(cells | {"TIME_PERIOD": time})[name] for name in names] for time in times]
        lines = [["STRUCTURE", "STRUCTURE_ID", *names], *(["dataflow", "GSO:DF_POP(1.0)", *row] for row in rows)]
        return "\n".join(map(",".join, lines))

    def gap(left_out: str) -> str:
        found: Any = draft(table(left_out, "2020"))
        place = found.indicators[0]["name"] if left_out == "INDICATOR" else found.observations[0]
        field = {"TIME_PERIOD": "time", "REF_AREA": "place"}.get(left_out, "value")
        missing = place if left_out == "INDICATOR" else place[field]
        part = {"OBS_VALUE": "magnitude", "UNIT_MEASURE": "unit"}.get(left_out)
        reason: str = (missing if part is None else missing[part]).reason.en
        return reason

    for name in cells:
        assert name in gap(name), name
        assert name not in str(draft(table("", "2020")).gaps), name
    (problem,) = problems(table("TIME_PERIOD", "2020", "2021", "2022"))
    assert "no column TIME_PERIOD" in problem
    empty: Any = draft(table("", "")).observations[0]
    assert empty["time"].reason.en == "the file does not state the time"

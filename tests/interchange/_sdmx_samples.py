"""Invented SDMX data in the form used by other publishers."""

from __future__ import annotations

import json
from typing import Any

SDG_CSV = """\
STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTING_TYPE,SERIES,REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,NATURE,COMMENT_OBS
datastructure,IAEG-SDGs:SDG(1.0),I,A,N,SI_POV_NAHC,704,_T,_T,2018,6.70,PT,0,A,C,
datastructure,IAEG-SDGs:SDG(1.0),I,A,N,SI_POV_NAHC,704,F,15+,2018,7.1,PT,,E,C,điều tra mẫu
datastructure,IAEG-SDGs:SDG(1.0),I,A,N,SH_STA_BRTC,704,_T,_T,2016,<95,PT,0,A,E,
datastructure,IAEG-SDGs:SDG(1.0),I,A,N,SP_POP,704,_T,_T,2018,94.666,PS,6,B,C,
datastructure,IAEG-SDGs:SDG(1.0),I,A,N,EN_CO2,704,_T,_T,2017,,T_PER_CAP,0,O,C,
"""
"""SDMX-CSV 2.0 in the form of the global indicators of the Sustainable Development Goals."""

OLD_CSV = """\
DATAFLOW;FREQ;CURRENCY;TIME_PERIOD;OBS_VALUE;OBS_STATUS
ECB:EXR(1.0);M;VND;2018-07;27012.5;A
ECB:EXR(1.0);M;VND;2018-08;26888;A
"""
"""SDMX-CSV 1.0 with semicolons as delimiters."""

GENERIC_ML = """\
<?xml version="1.0" encoding="UTF-8"?>
<message:GenericData xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
    xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"
    xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic">
  <message:Header>
    <message:ID>sample</message:ID>
    <message:Test>false</message:Test>
    <message:Prepared>2019-01-01T00:00:00</message:Prepared>
    <message:Sender id="XYZ"/>
    <message:Structure structureID="XYZ_EXR1" dimensionAtObservation="TIME_PERIOD">
      <common:Structure><Ref agencyID="XYZ" id="EXR1" version="1.0"/></common:Structure>
    </message:Structure>
  </message:Header>
  <message:DataSet action="Replace" structureRef="XYZ_EXR1">
    <generic:Series>
      <generic:SeriesKey>
        <generic:Value id="FREQ" value="D"/>
        <generic:Value id="CURRENCY" value="VND"/>
        <generic:Value id="EXR_TYPE" value="SP00"/>
      </generic:SeriesKey>
      <generic:Attributes>
        <generic:Value id="UNIT" value="VND"/>
        <generic:Value id="DECIMALS" value="2"/>
        <generic:Value id="COLLECTION" value="A"/>
        <generic:Value id="TITLE" value="Đồng một euro"/>
      </generic:Attributes>
      <generic:Obs>
        <generic:ObsDimension value="2018-12-28"/>
        <generic:ObsValue value="26547.1"/>
        <generic:Attributes><generic:Value id="OBS_STATUS" value="A"/></generic:Attributes>
      </generic:Obs>
      <generic:Obs>
        <generic:ObsDimension value="2018-12-31"/>
        <generic:ObsValue value="NaN"/>
        <generic:Attributes><generic:Value id="OBS_STATUS" value="H"/></generic:Attributes>
      </generic:Obs>
    </generic:Series>
  </message:DataSet>
</message:GenericData>
"""
"""SDMX-ML 2.1 generic data in the form of exchange rates of a central bank."""

SERIES_ML = """\
<mes:StructureSpecificData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
    xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
    xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="urn:x">
  <mes:Header>
    <mes:ID>sample</mes:ID>
    <mes:Test>false</mes:Test>
    <mes:Prepared>2019-01-01</mes:Prepared>
    <mes:Sender id="GSO"/>
    <mes:Structure structureID="S" namespace="urn:x" dimensionAtObservation="TIME_PERIOD">
      <com:Structure>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=GSO:DSD_LABOUR(1.0)</com:Structure>
    </mes:Structure>
  </mes:Header>
  <mes:DataSet ss:structureRef="S" xsi:type="ns1:DataSetType" ss:action="Append">
    <Group xsi:type="ns1:Sibling" INDICATOR="LF" CONTACT="labour@example.org"/>
    <Series FREQ="Q" INDICATOR="LF" REF_AREA="VN" REGION="R1" UNIT_MEASURE="PS" UNIT_MULT="3">
      <Obs TIME_PERIOD="2018-Q1" OBS_VALUE="55100.4" OBS_STATUS="P"/>
      <Obs TIME_PERIOD="2018-Q2" OBS_VALUE="55100.40"/>
    </Series>
    <Series FREQ="Q" INDICATOR="LF" REF_AREA="VN" REGION="_T" UNIT_MEASURE="PS" UNIT_MULT="3">
      <Obs TIME_PERIOD="2018-Q1" OBS_VALUE="55100.4"/>
    </Series>
  </mes:DataSet>
</mes:StructureSpecificData>
"""
"""SDMX-ML 3.0 with series and a group."""

STRUCTURE_ML = """\
<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
    xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
    xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure">
  <mes:Header>
    <mes:ID>sample</mes:ID>
    <mes:Test>false</mes:Test>
    <mes:Prepared>2019-01-01</mes:Prepared>
    <mes:Sender id="GSO"/>
  </mes:Header>
  <mes:Structures>
    <str:Codelists>
      <str:Codelist agencyID="GSO" id="CL_IND" version="1.0">
        <com:Name xml:lang="en">Indicators</com:Name>
        <str:Code id="LF">
          <com:Name xml:lang="vi">Lực lượng lao động</com:Name>
          <com:Name xml:lang="en">Labour
            force</com:Name>
        </str:Code>
      </str:Codelist>
    </str:Codelists>
    <str:DataStructures>
      <str:DataStructure agencyID="GSO" id="DSD_LABOUR" version="1.0">
        <com:Name xml:lang="en">Labour</com:Name>
        <str:DataStructureComponents>
          <str:DimensionList id="DimensionDescriptor">
            <str:Dimension id="FREQ"><str:ConceptIdentity>urn:x</str:ConceptIdentity></str:Dimension>
            <str:Dimension id="INDICATOR">
              <str:LocalRepresentation>
                <str:Enumeration>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=GSO:CL_IND(1.0)</str:Enumeration>
              </str:LocalRepresentation>
            </str:Dimension>
            <str:Dimension id="REF_AREA"/>
            <str:Dimension id="REGION"/>
            <str:TimeDimension id="TIME_PERIOD"/>
          </str:DimensionList>
        </str:DataStructureComponents>
      </str:DataStructure>
    </str:DataStructures>
  </mes:Structures>
</mes:Structure>
"""
"""The structure of `SERIES_ML`."""

LABELLED_CSV = """\
STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Area,FREQ,Frequency,MEASURE,Kind of work,UNIT_MEASURE,Unit,SEX,Women or men,TIME_PERIOD,Time,OBS_VALUE,Number,OBS_STATUS,Status,UNIT_MULT,CONF_STATUS,RANGE_LOWER,RANGE_UPPER,COMMENT_OBS
dataflow,A:B(1.0),Work,I,VNM,Viet Nam,A,Annual,EMP,Employed,PS,Persons,F,Women,2018,,25.5,,E,Estimated,3,F,,,
dataflow,A:B(1.0),Work,I,VNM,Viet Nam,A,Annual,EMP,Employed,PS,Persons,M,Men,2018,,26.75,,A,,3,C,26,27,a note
dataflow,A:B(1.0),Work,I,LAO,Laos,Q,Quarterly,UNE,Jobless,PT,Percent,_T,All,2018-Q3,,,,M,Missing,0,,,,
dataflow,A:B(1.0),Work,I,LAO,Laos,M,Monthly,UNE,Jobless,PT,Percent,_T,All,2018-07,,2.1,,P,,0,N,,,
"""
"""SDMX-CSV 2.0 with the names of codes in columns of their own."""

STARS_CSV = """\
DATAFLOW,REF_AREA: Area,INDICATOR: Indicator,TIME_PERIOD: Time,OBS_VALUE: Value,UNIT_MEASURE: Unit,OBS_STATUS: Status
A:B(1.0): Rates,VN-01: Lai Chau,POV: Poverty,2016-01-01/P3Y: 3 years,12.70: twelve,PT: percent,E: estimated
A:B(1.0): Rates,VN-01: Lai Chau,POV: Poverty,2018-S1: half,11: eleven,PT: percent,L: missing
A:B(1.0): Rates,VN-02: Lao Cai,POV: Poverty,2018-A1: year,10.5,PT: percent,A
"""
"""SDMX-CSV 1.0 with the names of codes after them."""


def _component(ident: str, *codes: object, **more: Any) -> dict[str, Any]:
    values = [
        code if code is None or isinstance(code, dict) else {"id": code, "name": f"{code} name"} for code in codes
    ]
    return {"id": ident, "name": ident.title(), "values": values, **more}


_STRUCTURE: dict[str, Any] = {
    "links": [{"rel": "dataflow", "urn": "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=GSO:POP(1.0)"}],
    "name": "Population",
    "names": {"en": "Population", "vi": "Dân số"},
    "dimensions": {
        "dataSet": [_component("FREQ", "A")],
        "series": [_component("INDICATOR", {"id": "POP", "names": {"en": "Persons", "vi": "Số dân"}}, "BIRTHS")],
        "observation": [
            _component("LOCATION", "VN-01", "VN-02", role="REF_AREA"),
            _component("TIME_PERIOD", "2017", "2018", role="TIME_PERIOD"),
        ],
    },
    "attributes": {
        "dataSet": [_component("UNIT_MEASURE", "PS")],
        "dimensionGroup": [_component("CONTACT", "office", relationship={"dimensions": ["INDICATOR"]})],
        "series": [_component("SOURCE", {"name": "Census"}, {"name": "Register"})],
        "observation": [_component("OBS_STATUS", None, "A", "E")],
    },
    "annotations": [{"title": "a", "type": "b"}],
}
_DATA: dict[str, Any] = {
    "attributes": [0],
    "dimensionGroupAttributes": {":0::": [0]},
    "series": {
        "0": {"attributes": [1], "observations": {"0:0": [378000, 2], "0:1": [380.5], "1:1": [12.0, 1]}},
        "1": {"attributes": [None], "observations": {"0:0": ["5.50", 0], "1:0": [None, 2]}, "annotations": [0]},
    },
}
OLD_JSON = json.dumps({"header": {"id": "X"}, "structure": _STRUCTURE, "dataSets": [_DATA]})
NEW_JSON = json.dumps(
    {
        "meta": {"id": "X"},
        "data": {"structures": [_STRUCTURE], "dataSets": [{"structure": 0, "action": "Information", **_DATA}]},
    }
)
"""SDMX-JSON of version 1.0 and 2.0, with attributes at every level."""

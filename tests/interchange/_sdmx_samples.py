"""Invented SDMX data in the form used by other publishers."""

from __future__ import annotations

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

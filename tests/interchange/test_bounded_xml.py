"""SDMX and IATI: hostile input is refused quickly and with little memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aseansc.errors import DocumentError
from aseansc.interchange import iati, sdmx
from tests.growth import peak_megabytes, shortest, slope

VERSION = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
MANY = 1_000_000
MOST_MEGABYTES = 256


def message(inside: str, header: str = "", around: str = "") -> str:
    return (
        f'<m:StructureSpecificData xmlns:m="{VERSION}/message" xmlns:c="{VERSION}/common" '
        f'xmlns:ss="{VERSION}/data/structurespecific"><m:Header><m:Structure structureID="S" '
        f'dimensionAtObservation="TIME_PERIOD"/>{header}</m:Header>'
        f'<m:DataSet ss:structureRef="S">{inside}</m:DataSet>{around}</m:StructureSpecificData>'
    )


def generic(inside: str) -> str:
    return (
        '<m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" '
        'xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic">'
        f"<m:DataSet>{inside}</m:DataSet></m:GenericData>"
    )


def structure(inside: str, names: str = "") -> str:
    return (
        f'<m:Structure xmlns:m="{VERSION}/message" xmlns:c="{VERSION}/common" xmlns:s="{VERSION}/structure">'
        '<m:Structures><s:DataStructures><s:DataStructure agencyID="A" id="B" version="1.0">'
        f"{names}<s:DataStructureComponents><s:DimensionList>{inside}</s:DimensionList></s:DataStructureComponents>"
        "</s:DataStructure></s:DataStructures></m:Structures></m:Structure>"
    )


def code_list(codes: str) -> str:
    """Return a structure message with these codes for the indicator."""
    urn = "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:C(1.0)"
    enumeration = f"<s:LocalRepresentation><s:Enumeration>{urn}</s:Enumeration></s:LocalRepresentation>"
    return structure(f'<s:Dimension id="INDICATOR">{enumeration}</s:Dimension>').replace(
        "<s:DataStructures>",
        f'<s:Codelists><s:Codelist agencyID="A" id="C">{codes}</s:Codelist></s:Codelists><s:DataStructures>',
    )


def table(columns: str, rows: str = "") -> str:
    return f"STRUCTURE,STRUCTURE_ID,ACTION{columns}\n{rows}"


def activity(inside: str, more: str = "") -> str:
    return f'<iati-activities version="2.03"><iati-activity {more}>{inside}</iati-activity></iati-activities>'


def each(count: int, text: str) -> str:
    return "".join([text.replace("#", str(number)) for number in range(count)])


ONE = '<Obs TIME_PERIOD="2018" OBS_VALUE="1"/>'
SERIES = f'<Series INDICATOR="P" REF_AREA="VN">{ONE}</Series>'
DIMENSIONS = each(100_000, 'D#="x" ')
KEY = each(100_000, '<g:Value id="D#" value="x"/>')


def namespaces() -> str:
    return each(MANY, 'xmlns:n#="u#" ')


def attributes() -> str:
    return each(MANY, 'n#="u" ')


HOSTILE: dict[str, Callable[[], str]] = {
    "blank columns": lambda: table("," * 5 * MANY),
    "blank columns after a quoted line": lambda: table(',"a\nb"' + "," * MANY),
    "unknown columns": lambda: table(each(MANY, ",C#")),
    "unknown columns in an own file": lambda: table(",FIGURE_TYPE,FIGURE_ID" + each(MANY, ",C#")),
    "a long column name": lambda: table("," + "C" * 5 * MANY),
    "short rows": lambda: table(",OBS_VALUE", "x\n" * MANY),
    "empty elements": lambda: message("<a/>" * MANY),
    "empty elements after the data": lambda: message("", around="<a/>" * MANY),
    "empty elements in the header": lambda: message("", header="<a/>" * MANY),
    "empty observations": lambda: message("<Obs/>" * MANY),
    "empty series": lambda: message("<Series/>" * MANY),
    "empty groups": lambda: message("<Group/>" * MANY),
    "elements beside the data": lambda: message("<elsewhere/>" * 400_000),
    "empty generic series": lambda: generic("<g:Series/>" * MANY),
    "groups without rows": lambda: message(each(100_000, '<Group INDICATOR="I#" T="c"/>') + SERIES),
    "groups of one row": lambda: message(each(100_000, '<Group INDICATOR="P" X#="c"/>') + SERIES),
    "groups of all rows": lambda: message(
        each(900, '<Group INDICATOR="P" X#="c"/>') + each(3_000, SERIES.replace("VN", "VN#"))
    ),
    "dimensions": lambda: message(f"<Series {DIMENSIONS}>{ONE}</Series>"),
    "dimensions of a key": lambda: generic(f"<g:Series><g:SeriesKey>{KEY}</g:SeriesKey><g:Obs/></g:Series>"),
    "a dimension for each series": lambda: message(each(80_000, f'<Series D#="x">{ONE}</Series>')),
    "an attribute of very many rows": lambda: message(
        '<Series X="' + "x" * MANY + '">' + each(5000, ONE.replace("2018", "#")) + "</Series>"
    ),
    "values of an attribute": lambda: message(
        '<Obs TIME_PERIOD="2018"><Comp id="C">' + "<Value>1</Value>" * 300_000 + "</Comp></Obs>"
    ),
    "data sets": lambda: message('</m:DataSet><m:DataSet ss:structureRef="S">' * 100_000),
    "namespaces": lambda: message(f"<a {namespaces()}/>"),
    "a namespace for each element": lambda: message(each(MANY, '<a xmlns:n#="u#"/>')),
    "attributes": lambda: message(f"<a {attributes()}/>"),
    "comments": lambda: message("<!---->" * MANY + SERIES),
    "comments before": lambda: "<!-- -->" * MANY + message(SERIES),
    "instructions": lambda: message("<?a?>" * MANY + SERIES),
    "own instructions": lambda: message(SERIES) + "<?aseansc-structure x?>" * MANY,
    "deep nesting": lambda: message("<a>" * MANY + "</a>" * MANY),
    "an attribute": lambda: message('<Obs X="' + "x" * 11 * MANY + '"/>'),
    "entities": lambda: '<!DOCTYPE a [<!ENTITY a "aaaa">]>' + message("&a;" * MANY),
    "codes": lambda: structure("<a/>" * MANY),
    "codes of indicators": lambda: code_list(
        each(300_000, '<s:Code id="C#"><c:Name xml:lang="en">Code #</c:Name></s:Code>\n')
    ),
    "many columns": lambda: table(each(898, ",C#") + ",TIME_PERIOD,OBS_VALUE", ("1," * 900 + "2018,1\n") * 10_000),
    "iati: empty elements": lambda: activity("<a/>" * MANY),
    "iati: namespaces": lambda: activity(f"<a {namespaces()}/>"),
    "iati: attributes": lambda: activity("", attributes()),
    "iati: comments": lambda: activity("<!---->" * MANY),
    "iati: instructions": lambda: activity("<?a?>" * MANY),
    "iati: deep nesting": lambda: activity("<a>" * MANY + "</a>" * MANY),
    "iati: entities": lambda: '<!DOCTYPE a [<!ENTITY a "aaaa">]>' + activity("&a;" * MANY),
    "iati: results": lambda: activity("<result/>" * 300_000),
}


def refused(name: str, content: str) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        (iati if name.startswith("iati") else sdmx).loads_draft(content)
    return caught.value


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_refused_quickly(name: str) -> None:
    content = HOSTILE[name]()
    errors: list[DocumentError] = []
    assert shortest(lambda: errors.append(refused(name, content)), 5) < 5
    assert len(str(errors[0])) < 200_000


READ = """
import sys
from pathlib import Path
from aseansc.errors import DocumentError
from aseansc.interchange import iati, sdmx
content = Path(sys.argv[1]).read_bytes()
try:
    (iati if sys.argv[2].startswith("iati") else sdmx).loads_draft(content)
except DocumentError:
    pass
"""


@pytest.mark.parametrize(
    "name",
    [
        *("blank columns", "empty observations", "groups without rows", "groups of one row"),
        *("a dimension for each series", "codes of indicators"),
    ],
)
def test_hostile_input_takes_little_memory(name: str, tmp_path: Path) -> None:
    (tmp_path / "input").write_text(HOSTILE[name]())
    assert peak_megabytes(READ, str(tmp_path / "input"), name) <= MOST_MEGABYTES


ACCEPTED: dict[str, Callable[[], str]] = {
    "rows": lambda: table(",REF_AREA,TIME_PERIOD,OBS_VALUE", each(40_000, "dataflow,A:B(1.0),I,A#,2018,#\n")),
    "series without observations": lambda: message(each(200_000, '<Series REF_AREA="V#"/>\n')),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted_input_takes_little_memory(name: str, tmp_path: Path) -> None:
    content = ACCEPTED[name]()
    (tmp_path / "input").write_text(content)
    (tmp_path / "small").write_text(table(",REF_AREA,TIME_PERIOD,OBS_VALUE"))
    above = peak_megabytes(READ, str(tmp_path / "input"), name) - peak_megabytes(READ, str(tmp_path / "small"), name)
    assert above <= max(64, 20 * len(content) // 2**20)


GROWING: dict[str, tuple[Callable[[int], str], int]] = {
    "series": (lambda n: message(each(n, SERIES.replace("VN", "VN#"))), 1000),
    "series with a group each": (
        lambda n: message(each(n, '<Group REF_AREA="VN#" T="c"/>') + each(n, SERIES.replace("VN", "VN#"))),
        1000,
    ),
    "series without observations": (
        lambda n: message(each(n, '<Group REF_AREA="VN#" T="c"/>') + each(n, '<Series REF_AREA="VN#"/>')),
        2000,
    ),
    "rows that differ only in an unknown column": (
        lambda n: table(",REF_AREA,TIME_PERIOD,OBS_VALUE,X", each(n, "dataflow,A:B(1.0),I,VN,2018,1,#\n")),
        1000,
    ),
    "codes": (lambda n: structure(each(n, '<s:Dimension id="D#"/>')), 4000),
    "names": (lambda n: structure("", each(n, '<c:Name xml:lang="l#">x</c:Name>')), 4000),
    "columns": (lambda n: table(each(n, ",C#") + ",OBS_VALUE"), 120),
    "iati: actuals": (
        lambda n: activity(
            "<result><indicator><period>" + '<actual value="1"/>' * n + "</period></indicator></result>"
        ),
        1000,
    ),
    "iati: other elements": (lambda n: activity("<elsewhere/>" * n), 4000),
    "iati: activities": (lambda n: activity("</iati-activity><iati-activity>" * n), 500),
}


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_linearly_with_the_input(name: str) -> None:
    make, size = GROWING[name]

    def work(count: int) -> Callable[[], object]:
        content = make(count)
        return lambda: (iati if name.startswith("iati") else sdmx).loads_draft(content)

    assert slope(work, (size, 2 * size, 4 * size)) <= 1.2

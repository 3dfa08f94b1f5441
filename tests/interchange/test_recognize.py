"""A file of another kind is named for what it is, with what to do with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aseansc import documents
from aseansc.datasets import skeleton
from aseansc.errors import AseanscError, DocumentError
from aseansc.interchange import iati, json, load, open_sdg, sdmx
from tests.interchange._sdmx_samples import STRUCTURE_ML
from tests.test_cli import main_quietly

REVIEW = skeleton.load()
SDMX_21 = 'xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"'

FILES = {
    "empty.json": ("", "The file is empty"),
    "structure.json": ('{"meta": {}, "data": {"dataStructures": []}}', "an SDMX-JSON structure message"),
    "empty-message.json": ('{"meta": {}, "data": {}}', "an SDMX-JSON message without data"),
    "metadata.json": ('{"meta": {}, "data": {"metadataSets": []}}', "an SDMX-JSON metadata message"),
    "stat.json": ('{"class": "dataset", "id": [], "size": [], "dimension": {}}', "a JSON-stat dataset"),
    "datapackage.json": ('{"name": "x", "resources": []}', "the description of a Data Package"),
    "places.json": ('{"type": "FeatureCollection", "features": []}', "a GeoJSON file"),
    "metadata-of.json": ('{"@context": "http://www.w3.org/ns/csvw"}', "the description of a table"),
    "records.json": ('[{"Year": 2018, "Value": 5}]', "a list of records"),
    "page.json": ("<!DOCTYPE html><html></html>", "an HTML page"),
    "page.xml": ("<!DOCTYPE html><html></html>", "an HTML page"),
    "page-2.xml": ("<!-- <iati-activities> --><html/>", "an HTML page"),
    "page.csv": ("<html><body>Not found</body></html>", "an HTML page"),
    "registry.xml": (f"<m:RegistryInterface {SDMX_21}/>", "an answer of an SDMX registry"),
    "error.xml": (f"<m:Error {SDMX_21}/>", "an answer of an SDMX registry"),
    "metadata.xml": (f"<m:GenericMetadata {SDMX_21}/>", "an SDMX-ML metadata message"),
    "query.xml": (f"<m:CodelistQuery {SDMX_21}/>", "an SDMX-ML query"),
    "organisations.xml": ('<iati-organisations version="2.03"/>', "an IATI organisation file"),
    "organisation.xml": ("<iati-organisation/>", "an IATI organisation file"),
    "codes.xml": ('<codelist name="BudgetType"/>', "a code list of IATI"),
    "service.xml": (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>',
        "the answer of a web service in an envelope of SOAP",
    ),
    "plain.csv": ("Province,2018,2019\nA,5,6\n", "a plain table"),
    "semicolons.csv": ("Tỉnh;Năm;Giá trị\nA;2018;6\n", "a plain table"),
    "report.csv": ("%PDF-1.4", "a PDF file"),
    "book.csv": ("PK\x03\x04", "a zip archive or an Office file"),
    "figures.json": ("PAR1", "a Parquet file"),
    "review.csv": (json.dumps(REVIEW), "a review in JSON"),
    "activity.csv": (iati.dumps(REVIEW), "an IATI activity file"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_named_at_the_command_line_without_python(name: str, tmp_path: Path) -> None:
    text, named = FILES[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    status, _, err = main_quietly("check", str(tmp_path / name))
    assert status == 1
    assert named in err
    assert not re.search(r"\w+\.\w+\(|import ", err)
    with pytest.raises(AseanscError, match=named):
        load(tmp_path / name)


@pytest.mark.parametrize("name", ["CompactData", "UtilityData", "CrossSectionalData", "MessageGroup", "GenericData"])
def test_old_versions_of_sdmx_ml_are_named(name: str, tmp_path: Path) -> None:
    file = tmp_path / "old.xml"
    for version in ("1_0", "2_0"):
        file.write_text(f'<{name} xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v{version}/message"/>')
        with pytest.raises(DocumentError, match=f"SDMX-ML {version.replace('_', '.')} is not supported"):
            load(file)


@pytest.mark.parametrize("name", ["GenericMetadata", "RegistryInterface", "CodelistQuery", "Error"])
def test_a_message_of_sdmx_ml_is_not_called_another_format(name: str, tmp_path: Path) -> None:
    (tmp_path / "message.xml").write_text(f"<m:{name} {SDMX_21}/>")
    with pytest.raises(DocumentError, match="is not an SDMX-ML data or structure message"):
        load(tmp_path / "message.xml")


@pytest.mark.parametrize("module", [json, sdmx, iati, open_sdg])
@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (json.dumps(REVIEW), "a review in JSON"),
        (sdmx.dumps(REVIEW, "json"), "an SDMX-JSON data message"),
        (sdmx.dumps(REVIEW), "an SDMX-ML data message"),
        (sdmx.dumps(REVIEW, "csv"), "SDMX-CSV"),
        (iati.dumps(REVIEW), "an IATI activity file"),
        ("Year,Value\n2018,1\n", "a data file of Open SDG"),
    ],
)
def test_a_module_names_the_files_of_the_others(module: object, content: str, kinds: str) -> None:
    try:
        module.loads_draft(content)  # type: ignore[attr-defined]
    except DocumentError as error:
        assert f"This is {kinds}. " in str(error)


def test_a_message_of_code_lists_does_not_speak_of_data_that_is_not_there() -> None:
    lists = re.sub("<str:DataStructures>.*</str:DataStructures>", "", STRUCTURE_ML, flags=re.DOTALL)
    lists = re.sub("<str:Dataflows>.*</str:Dataflows>", "", lists, flags=re.DOTALL)
    with pytest.raises(DocumentError, match="has only code lists, ") as caught:
        sdmx.loads_draft(lists)
    assert "Read the data that use them" in str(caught.value)
    assert "got ''" not in str(caught.value)
    concepts = re.sub("(</?str:)Code(>| )", r"\1Concept\2", lists.replace("str:Codelist", "str:ConceptScheme"))
    with pytest.raises(DocumentError, match="has only concept schemes, "):
        sdmx.loads_draft(concepts)


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xml"])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"PK\x03\x04\x14\x00\xff\xff", "a zip archive or an Office file"),
        (b"PAR1\x15\x04\x8c\xff", "a Parquet file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    ],
)
def test_a_file_that_is_no_text_is_named_under_the_suffix_of_a_text(
    suffix: str, content: bytes, kind: str, tmp_path: Path
) -> None:
    (tmp_path / f"data{suffix}").write_bytes(content)
    with pytest.raises(DocumentError, match=f"This is {kind}"):
        load(tmp_path / f"data{suffix}")


@pytest.mark.parametrize("name", ["data.xlsx", "data.json", "data.csv", "data.docx", "data.doc"])
def test_a_file_with_a_password_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    for read in (load, documents.read):
        with pytest.raises(DocumentError, match=f"{name}: the file is encrypted"):
            read(tmp_path / name)

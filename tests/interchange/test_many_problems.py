"""A document with very many problems is refused within a second, with the first 1,000 of them."""

from __future__ import annotations

import csv as plain_csv
import io
import json as plain_json
import sys
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from aseansc.datasets import skeleton
from aseansc.errors import DocumentError, LimitError
from aseansc.interchange import csv, iati, json, sdmx
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange.sdmx._read_labels import Labels
from aseansc.limits import Limits
from tests.growth import shortest, slope

SMALL = skeleton.load()
JSON = json.dumps(SMALL)
DRAFT = JSON.replace('"aseansc/review"', '"aseansc/draft"')
IATI = iati.dumps(SMALL)
HEAD, FIRST, *_ = sdmx.dumps(SMALL, "csv").splitlines()
XML = sdmx.dumps(SMALL)
OBS = next(line for line in XML.splitlines() if "<Obs " in line)
FLOW, _, _ = XML.partition("<com:AnnotationType>aseansc:id")
ANNOTATION = (
    "<com:Annotation><com:AnnotationTitle>{0}</com:AnnotationTitle>"
    "<com:AnnotationType>aseansc:{1}</com:AnnotationType></com:Annotation>\n"
)


def annotated(title: str, kind: str) -> str:
    """Return the SDMX-ML of the skeleton with 5,000 annotations added to its dataflow."""
    at = FLOW.rindex("<com:Annotation>")
    return XML[:at] + ANNOTATION.format(title, kind) * 5_000 + XML[at:]


Cases = dict[str, tuple[Callable[..., Any], Callable[[], str]]]

MANY: Cases = {
    "findings": (json.loads, lambda: JSON.replace('"findings": [', '"findings": [' + "{}," * 60_000)),
    "observations": (json.loads, lambda: JSON.replace('"observations": [', '"observations": [' + "5," * 60_000)),
    "findings of a draft": (json.loads_draft, lambda: DRAFT.replace('"findings": [', '"findings": [' + "{}," * 60_000)),
    "partial records of a draft": (
        json.loads_draft,
        lambda: DRAFT.replace('"findings": [', '"findings": [' + '{"partial": "Finding", "x": 1},' * 60_000),
    ),
    "fields": (
        json.loads,
        lambda: JSON.replace('"findings": [', "".join(f'"x{n}": 1,' for n in range(60_000)) + '"findings": ['),
    ),
    "fields of a value": (
        json.loads,
        lambda: JSON.replace('"magnitude":', "".join(f'"x{n}": 1,' for n in range(60_000)) + '"magnitude":', 1),
    ),
    "elements of the namespace": (
        iati.loads,
        lambda: IATI.replace("<aseansc:finding ", "<aseansc:finding/>" * 30_000 + "<aseansc:finding ", 1),
    ),
    "elements out of place": (
        iati.loads,
        lambda: IATI.replace("</title>", "</title>" + "<aseansc:observation/>" * 30_000, 1),
    ),
    "participants": (
        iati.loads,
        lambda: IATI.replace("<participating-org", "<participating-org/>" * 30_000 + "<participating-org", 1),
    ),
    "rows of this library": (sdmx.loads, lambda: "\n".join([HEAD, *[FIRST.replace("stated", "felt")] * 100_000])),
    "rows with too few fields": (sdmx.loads, lambda: "\n".join([HEAD, *["a,b"] * 100_000])),
    "rows of other programs": (
        sdmx.loads,
        lambda: "STRUCTURE,STRUCTURE_ID,FREQ,TIME_PERIOD,OBS_VALUE\n" + "dataflow,A:B(1.0),A,2018,5\n" * 100_000,
    ),
    "observations of XML": (sdmx.loads, lambda: XML.replace(OBS, OBS.replace("stated", "felt") * 10_000)),
    "attributes of XML": (sdmx.loads, lambda: XML.replace(OBS, OBS.replace("<Obs ", '<Obs MOOD="x" ') * 10_000)),
    "annotations that are not JSON": (sdmx.loads, lambda: annotated("x", "finding")),
    "annotations without fields": (sdmx.loads, lambda: annotated("{}", "finding")),
    "annotations of an unknown kind": (sdmx.loads, lambda: annotated("{}", "mood")),
    "targets without fields": (sdmx.loads, lambda: annotated("{}", "target")),
}


@pytest.mark.parametrize("name", MANY)
def test_very_many_problems_are_cut_off_within_a_second(name: str) -> None:
    load, made = MANY[name]
    content = made()
    found: list[DocumentError] = []

    def refuse() -> None:
        with pytest.raises(DocumentError) as raised:
            load(content)
        found.append(raised.value)

    assert shortest(refuse, 1) < 1
    assert f"more than {Limits().problems} problems" in found[0].problem
    *reported, last = found[0].problems
    assert len(reported) == Limits().problems
    assert last.problem == "too many problems; stopped after 1,000"
    assert all(problem.where for problem in reported)


def test_up_to_a_thousand_problems_are_all_reported() -> None:
    """Problems of nested lists are counted once."""
    document = JSON.replace('"findings": [', '"findings": [' + "{}," * 160, 1)
    with pytest.raises(DocumentError) as raised:
        json.loads(document)
    assert len(raised.value.problems) == 160 * 6
    assert raised.value.problem == "the document is not a valid review: 960 problems"
    with pytest.raises(DocumentError) as raised:
        sdmx.loads("\n".join([HEAD, *["a,b"] * Limits().problems]))
    assert len(raised.value.problems) == Limits().problems


# -- tables


def package(change: Callable[[dict[str, bytes]], None]) -> io.BytesIO:
    """A package of the small review, with some files changed."""
    files = csv.files_of(SMALL)
    change(files)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed


def rows_of(name: str, count: int, **cells: Callable[[int], str]) -> Callable[[dict[str, bytes]], None]:
    """Put many rows into a table: each is its first row with some cells changed; ``_`` is for all others."""

    def change(files: dict[str, bytes]) -> None:
        head, *others = plain_csv.reader(io.StringIO(files[name].decode(), newline=""))
        first = dict(zip(head, others[0] if others else [""] * len(head), strict=True))
        text = io.StringIO(newline="")
        writer = plain_csv.writer(text)
        writer.writerow(head)
        keep: Callable[[str], Callable[[int], str]] = lambda column: lambda _: first[column]  # noqa: E731
        made = {column: cells.get(column, cells.get("_", keep(column))) for column in head}
        writer.writerows([made[column](number) for column in head] for number in range(count))
        files[name] = text.getvalue().encode()

    return change


def with_long_text(files: dict[str, bytes], parts: int, size: int) -> None:
    files["long_texts.csv"] = b"text,part,words\r\n" + b"".join(
        b"1,%d,%s\r\n" % (part, b"w" * size) for part in range(1, parts + 1)
    )
    descriptor = parsed(files["datapackage.json"].decode())
    descriptor["resources"].append({"path": "long_texts.csv"})
    files["datapackage.json"] = plain_json.dumps(descriptor).encode()


def named_often(files: dict[str, bytes]) -> None:
    rows_of("observations.csv", 2_000, **{"id": lambda n: f"o{n}", "note.en": lambda _: "→1"})(files)
    with_long_text(files, 1_000, 1_000)


def unknown_long_texts(files: dict[str, bytes]) -> None:
    rows_of("observations.csv", 2_000, **{"id": lambda n: f"o{n}", "note.en": lambda n: f"→x{n}"})(files)
    with_long_text(files, 1_000, 10)


def broken_breakdowns(files: dict[str, bytes]) -> None:
    rows_of("indicators.csv", 5_000, id=lambda n: f"i{n}")(files)
    flag = dict.fromkeys(("complete", "disjoint"), lambda _: "true")
    rows_of("breakdowns.csv", 20_000, indicator=lambda _: "i7", parts=lambda _: "I!; x", **flag)(files)


def orphans(files: dict[str, bytes]) -> None:
    rows_of("indicators.csv", 5_000, id=lambda n: f"i{n}")(files)
    rows_of("breakdowns.csv", 5_000, indicator=lambda n: f"j{n}", parts=lambda _: "i1; i2")(files)


TABLES: dict[str, Callable[[dict[str, bytes]], None]] = {
    "cells that cannot be read": rows_of("observations.csv", 5_000, _=lambda _: "\\q\\"),
    "cells of the wrong type": rows_of("observations.csv", 5_000, _=lambda _: "x"),
    "cells that name long texts that do not exist": unknown_long_texts,
    "breakdowns of one indicator": broken_breakdowns,
    "breakdowns of unknown indicators": orphans,
}


@pytest.mark.parametrize("name", TABLES)
def test_of_very_many_problems_of_tables_the_first_are_reported_within_three_seconds(name: str) -> None:
    packed = package(TABLES[name])
    start = time.process_time()
    with pytest.raises(DocumentError) as raised:
        csv.load(packed)
    assert time.process_time() - start < 3
    assert f"more than {Limits().problems} problems" in raised.value.problem
    *reported, last = raised.value.problems
    assert len(reported) == Limits().problems
    assert last.problem.startswith("too many problems")
    assert all(".csv, line " in problem.where for problem in reported)


def test_a_long_text_that_very_many_cells_name_is_refused() -> None:
    packed = package(named_often)
    start = time.process_time()
    with pytest.raises(LimitError, match="the input is too large"):
        csv.load(packed)
    assert time.process_time() - start < 3


def test_a_long_text_may_be_named_by_several_cells() -> None:
    def change(files: dict[str, bytes]) -> None:
        cells: dict[str, Callable[[int], str]] = {
            "id": lambda n: f"o{n}" if n else SMALL.observations[0].id,
            "note.en": lambda _: "→1",
        }
        head, *rest = files["observations.csv"].decode().split("\r\n")
        rows_of("observations.csv", 2, **cells)(files)
        files["observations.csv"] += "\r\n".join(rest[1:]).encode()
        assert files["observations.csv"].decode().startswith(head)
        with_long_text(files, 3, 5)

    first, second, *_ = csv.load(package(change)).observations
    assert first.note == second.note
    assert str(getattr(first.note, "en", "")) == "w" * 15


# -- documents that take much more memory than their size


@pytest.mark.parametrize("item", ["{},", "[],", '{"":0},', "0,", '"",'])
def test_a_json_document_of_nearly_empty_values_is_refused_before_it_is_parsed(item: str) -> None:
    content = JSON.replace('"findings": [', '"findings": [' + item * (30_000_000 // len(item)))
    start = time.process_time()
    with pytest.raises(LimitError, match="too many short values"):
        json.loads(content)
    assert time.process_time() - start < 1


def test_a_json_document_of_very_many_odd_numbers_is_refused_early() -> None:
    content = JSON.replace('"findings": [', '"findings": [' + "123456.5," * 1_000_000)
    with pytest.raises(DocumentError, match="too many numbers with a point"):
        json.loads(content)


HEAD_OF_OTHERS = "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,TIME_PERIOD,OBS_VALUE\n"


def test_more_indicators_than_a_draft_is_made_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["aseansc.interchange.sdmx._foreign_indicators"], "_MOST_INDICATORS", 20)
    rows = [f"dataflow,A:B(1.0),I,X{n},2018,5\n" for n in range(21)]
    assert len(sdmx.loads_draft(HEAD_OF_OTHERS + "".join(rows[:20])).indicators) == 20
    with pytest.raises(DocumentError, match="too many indicators"):
        sdmx.loads_draft(HEAD_OF_OTHERS + "".join(rows))


def test_a_structure_of_more_indicators_than_a_draft_is_made_for_is_refused() -> None:
    code = '<str:Code id="a-code-of-an-indicator-{}"><com:Name xml:lang="en">The name of an indicator</com:Name></str:Code>'
    content = f"""<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
        xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure"
        xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"><mes:Structures>
        <str:Codelists><str:Codelist id="CL" agencyID="A" version="1.0">{"".join(map(code.format, range(20_001)))}
        </str:Codelist></str:Codelists><str:DataStructures><str:DataStructure id="D" agencyID="A" version="1.0">
        <str:DataStructureComponents><str:DimensionList><str:Dimension id="INDICATOR"><str:LocalRepresentation>
        <str:Enumeration>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:CL(1.0)</str:Enumeration>
        </str:LocalRepresentation></str:Dimension></str:DimensionList></str:DataStructureComponents>
        </str:DataStructure></str:DataStructures></mes:Structures></mes:Structure>"""
    with pytest.raises(DocumentError, match="too many indicators"):
        sdmx.loads(content)


def test_labels_of_one_code_are_collected_in_time_in_proportion_to_them() -> None:
    def work(count: int) -> Callable[[], object]:
        labels, rows = Labels(["INDICATOR: Indicator", "OBS_VALUE"], paired=False), range(count)
        return lambda: [labels.codes_of([f"X: label {number}", "5"]) for number in rows]

    assert slope(work, (4_000, 8_000, 16_000)) < 1.3
    labels = Labels(["INDICATOR: Indicator", "OBS_VALUE"], paired=False)
    for label in ("b", "a", "b"):
        labels.codes_of([f"X: {label}", "5"])
    assert labels.kept()["codes"] == {"INDICATOR": {"X": ["b", "a"]}}

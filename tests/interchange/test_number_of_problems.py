"""`Limits.problems` cuts the list of all problems off: the first ones are reported, and then that there are more."""

from __future__ import annotations

import csv as plain_csv
import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from aseansc import Limits
from aseansc.datasets import skeleton
from aseansc.errors import DocumentError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from tests.interchange._workbooks import Person

REVIEW = skeleton.load()
JSON, IATI, XML = json.dumps(REVIEW), iati.dumps(REVIEW), sdmx.dumps(REVIEW)
DRAFT = JSON.replace('"aseansc/review"', '"aseansc/draft"')
HEAD, FIRST = sdmx.dumps(REVIEW, "csv").splitlines()[:2]
OBS = next(line for line in XML.splitlines() if "<Obs " in line)
FLOW, _, _ = XML.partition("<com:AnnotationType>aseansc:id")
OTHERS = "STRUCTURE,STRUCTURE_ID,FREQ,TIME_PERIOD,OBS_VALUE\n"


def annotated(title: str, kind: str) -> str:
    at = FLOW.rindex("<com:Annotation>")
    added = (
        f"<com:Annotation><com:AnnotationTitle>{title}</com:AnnotationTitle>"
        f"<com:AnnotationType>aseansc:{kind}</com:AnnotationType></com:Annotation>\n"
    )
    return XML[:at] + added * 4 + XML[at:]


def package(table: str, column: str, words: str, *more: str) -> io.BytesIO:
    """Return a package of the review in which a column of a table has the same words in all rows, and more fields."""
    files = csv.files_of(REVIEW)
    head, *rows = list(plain_csv.reader(io.StringIO(files[table].decode(), newline="")))
    text = io.StringIO(newline="")
    changed = [
        [*(words if name == column else cell for name, cell in zip(head, row, strict=True)), *more] for row in rows
    ]
    plain_csv.writer(text).writerows([head, *changed])
    files[table] = text.getvalue().encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed


@cache
def workbook() -> bytes:
    person = Person()
    for row in (2, 3, 4):
        person.fill("Observations", row, time_collection="totl", place="not_stated")
    return person.saved()


CASES: dict[str, tuple[Callable[..., Any], Callable[[], Any]]] = {
    "observations": (json.loads, lambda: JSON.replace('"observations": [', '"observations": [' + "5," * 4)),
    "observations of a draft": (json.loads_draft, lambda: DRAFT.replace('"observations": [', '"observations": [' + "5," * 4)),
    "fields": (json.loads, lambda: JSON.replace('"findings": [', '"x1": 1, "x2": 2, "x3": 3, "findings": [')),
    "fields of a value": (json.loads, lambda: JSON.replace('"magnitude":', '"x1": 1, "x2": 2, "x3": 3, "magnitude":', 1)),
    "elements of IATI": (iati.loads, lambda: IATI.replace("<aseansc:finding ", "<aseansc:finding/>" * 4 + "<aseansc:finding ", 1)),
    "elements of IATI out of place": (iati.loads, lambda: IATI.replace("</title>", "</title>" + "<aseansc:observation/>" * 4, 1)),
    "participants of IATI": (iati.loads, lambda: IATI.replace("<participating-org", "<participating-org/>" * 4 + "<participating-org", 1)),
    "rows of SDMX-CSV": (sdmx.loads, lambda: "\n".join([HEAD, *[FIRST.replace("stated", "felt")] * 4])),
    "short rows of SDMX-CSV": (sdmx.loads, lambda: "\n".join([HEAD, *["a,b"] * 4])),
    "rows of other programs": (sdmx.loads_draft, lambda: OTHERS + "dataflow,A:B(1.0),A,2018,5\n" * 5),
    "observations of SDMX-ML": (sdmx.loads, lambda: XML.replace(OBS, OBS.replace("stated", "felt") * 4)),
    "attributes of SDMX-ML": (sdmx.loads, lambda: XML.replace(OBS, OBS.replace("<Obs ", '<Obs MOOD="x" ') * 4)),
    "annotations that are not JSON": (sdmx.loads, lambda: annotated("x", "finding")),
    "annotations without fields": (sdmx.loads, lambda: annotated("{}", "finding")),
    "annotations of an unknown kind": (sdmx.loads, lambda: annotated("{}", "mood")),
    "targets without fields": (sdmx.loads, lambda: annotated("{}", "target")),
    "codes in tables": (csv.load, lambda: package("observations.csv", "time_collection", "totl")),
    "cells of tables that are not whole": (csv.load, lambda: package("observations.csv", "statuses", "\\q\\")),
    "numbers in tables": (csv.load, lambda: package("observations.csv", "value.magnitude", "1,5")),
    "numbers that another program changed": (csv.load, lambda: package("observations.csv", "value.magnitude", "1.5E3")),
    "fields of rows of tables": (csv.load, lambda: package("observations.csv", "note.en", "", "x", "y")),
    "cells of a workbook": (excel.load, lambda: io.BytesIO(workbook())),
    "rows of Open SDG": (open_sdg.loads_draft, lambda: "Year,Value\n" + "2018\n" * 4),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_first_problems_are_reported_and_that_there_are_more(name: str) -> None:
    load, made = CASES[name]

    def problems(limits: Limits) -> list[tuple[str, str]]:
        with pytest.raises(DocumentError) as raised:
            load(made(), limits=limits)
        return [(problem.where, problem.problem) for problem in raised.value.problems]

    every = problems(Limits())
    assert len(every) > 2, every
    for most in {1, 2, len(every) - 1, len(every), len(every) + 1}:
        found = problems(Limits(problems=most))
        if most >= len(every):
            assert found == every
        else:
            assert found[-1][1] == f"too many problems; stopped after {most}", (most, found)
            assert len(found) == most + 1, (most, found, every)
            assert set(found[:-1]) <= set(every)

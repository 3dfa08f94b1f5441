"""A document with very many problems is refused within a second, with the first 1,000 of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from aseansc.datasets import skeleton
from aseansc.errors import DocumentError
from aseansc.interchange import iati, json, sdmx
from aseansc.interchange._scalars import MOST_PROBLEMS

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
    start = time.process_time()
    with pytest.raises(DocumentError) as raised:
        load(content)
    assert time.process_time() - start < 1
    assert f"more than {MOST_PROBLEMS} problems" in raised.value.problem
    *reported, last = raised.value.problems
    assert len(reported) == MOST_PROBLEMS
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
        sdmx.loads("\n".join([HEAD, *["a,b"] * MOST_PROBLEMS]))
    assert len(raised.value.problems) == MOST_PROBLEMS

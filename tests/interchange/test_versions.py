"""Files of every version stay readable in every format; the golden files were written by the code of their time."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import Any

import attrs
import pytest

from aseansc import Review, Target, Text, TimeBasis
from aseansc.datasets import skeleton
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import DocumentError
from aseansc.interchange import csv, excel, iati, json, sdmx
from aseansc.interchange._document.versions import VERSION, VERSIONS, migrated, renamed_fields

GOLDEN = Path(__file__).parents[1] / "golden"
FILES: dict[str, Any] = {
    "json/skeleton-{}.json": json.load,
    "csv/skeleton-{}.zip": csv.load,
    "excel/skeleton-{}.xlsx": excel.load,
    "sdmx/skeleton-{}.xml": sdmx.load,
    "iati/review-{}.xml": iati.load,
}


def as_of(version: int) -> Review:
    """Return the skeleton as it was when documents had a version: one note has been reworded since the first."""
    review = skeleton.load()
    if version > 1:
        return review
    changed = [
        attrs.evolve(item, note=attrs.evolve(item.note, en="the whole, which is no estimate"))
        if isinstance(item.note, Text) and item.note.en == "the whole, which is not an estimate"
        else item
        for item in review.observations
    ]
    return attrs.evolve(review, observations=changed)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", FILES)
def test_the_skeleton_of_every_version_is_read(name: str, version: int) -> None:
    assert FILES[name](GOLDEN / name.format(version)) == as_of(version)


def bases(draft: Draft) -> list[TimeBasis]:
    return [record["time_basis"] for record in draft.claims if isinstance(record, PartialRecord)]  # type: ignore[misc]


def test_drafts_of_the_first_version_are_read_as_documents_and_as_workbooks() -> None:
    written = plain_json.loads((GOLDEN / "json" / "draft-1.json").read_text(encoding="utf-8"))["claims"]
    document, workbook = (
        json.load_draft(GOLDEN / "json" / "draft-1.json"),
        excel.load_draft(GOLDEN / "excel" / "draft-1.xlsx"),
    )
    assert bases(document) == [claim["basis"] for claim in written]
    assert bases(workbook) == bases(document)
    assert "time_basis" in json.dumps(document)
    assert '"basis"' not in json.dumps(document)


def test_a_target_without_a_time_is_read_from_sdmx_of_the_first_version() -> None:
    review = sdmx.load(GOLDEN / "sdmx" / "untimed-1.xml")
    skeleton_then = as_of(1)
    first = skeleton_then.observations[0]
    target = Target(id="some-plan", indicator=first.indicator, place=first.place, time_basis=TimeBasis.CARRIED)
    assert review == attrs.evolve(skeleton_then, targets=(*skeleton_then.targets, target))


def test_a_renamed_field_of_an_older_version_is_unknown_in_the_present_one() -> None:
    text = (GOLDEN / "json" / "skeleton-1.json").read_text(encoding="utf-8")
    with pytest.raises(DocumentError, match=r"targets\[0\]"):
        json.loads(text.replace('"version": 1', f'"version": {VERSION}'))


@pytest.mark.parametrize("targets", [None, "text", [1, "text", {"basis": 1, "time_basis": 2}], {"gap": {"en": "why"}}])
def test_what_is_malformed_is_left_for_the_reader_to_report(targets: Any) -> None:
    assert migrated({"targets": targets}, 1) == {"targets": targets}


def test_records_without_renamed_fields_have_none() -> None:
    assert renamed_fields(1, "observations") == {}
    assert renamed_fields(1, "claims") == {"basis": "time_basis"}
    assert renamed_fields(VERSION, "claims") == {}

"""Files of every version stay readable in every format; the golden files were written by the code of their time."""

from __future__ import annotations

import json as plain_json
import zipfile
from pathlib import Path
from typing import Any

import attrs
import pytest

from aseansc import Review, Target, Text, TimeBasis, Value
from aseansc.datasets import skeleton
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import DocumentError
from aseansc.interchange import csv, excel, iati, json, sdmx
from aseansc.interchange._document.versions import VERSION, VERSIONS, added_fields, migrated, renamed_fields
from aseansc.units import household
from tests.interchange._special import SPECIAL as ALL_FIELDS
from tests.interchange._tabular import dumped, members_of
from tests.interchange.test_csv import without_descriptions

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


WITH_ALL_FIELDS: dict[str, Any] = {"json/special-2.json": json, "csv/special-2.zip": csv, "excel/special-2.xlsx": excel}


@pytest.mark.parametrize("name", WITH_ALL_FIELDS)
def test_the_fields_that_were_added_to_version_2_are_read(name: str) -> None:
    assert WITH_ALL_FIELDS[name].load(GOLDEN / name) == ALL_FIELDS


def test_the_fields_that_were_added_to_version_2_are_written_as_before() -> None:
    assert json.dumps(ALL_FIELDS) == (GOLDEN / "json" / "special-2.json").read_text(encoding="utf-8")
    written, before = members_of(dumped(csv.dump, ALL_FIELDS)), members_of((GOLDEN / "csv/special-2.zip").read_bytes())
    assert without_descriptions(written) == without_descriptions(before)


def test_the_golden_document_has_every_field_that_was_added_to_version_2() -> None:
    document = plain_json.loads((GOLDEN / "json" / "special-2.json").read_text(encoding="utf-8"))
    used = {
        records: {name for item in document.get(records, ()) for name in field_names(item)}
        for records in ("documents", "indicators", "observations", "targets", "claims")
    }
    missing = [
        f"{records}.{name}"
        for records, names in used.items()
        for name in added_fields(records)
        if name not in names and (records, name) not in ELSEWHERE
    ]
    assert missing == []


ELSEWHERE = {("targets", "citation.locator")}
"""Fields of a part that another record of the golden document has."""


def field_names(item: Any, before: str = "") -> set[str]:
    """Return the names of the fields in the data of a record, such as ``citation`` and ``citation.locator``."""
    if not isinstance(item, dict):
        return set()
    return {f"{before}{name}" for name in item} | {
        name for key, part in item.items() for name in field_names(part, f"{before}{key}.")
    }


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


@pytest.mark.parametrize(("version", "is_read"), [("1", True), ("2", False)])
def test_only_tables_of_version_1_may_have_three_decimals_of_a_count_without_a_resolution(
    version: str, *, is_read: bool, tmp_path: Path
) -> None:
    with zipfile.ZipFile(GOLDEN / f"csv/skeleton-{version}.zip") as archive:
        archive.extractall(tmp_path)
    table = tmp_path / "observations.csv"
    text = table.read_text(encoding="utf-8")
    text = text.replace(",1250,household,", ",1.245,household,").replace("1.250 hộ nghèo", '"1,245 hộ nghèo"')
    table.write_text(text, encoding="utf-8", newline="")
    if is_read:
        assert csv.load(tmp_path).observations[0].value == Value.exact("1.245", household, resolution="0.001")
    else:
        with pytest.raises(DocumentError, match="three decimals of a household"):
            csv.load(tmp_path)

"""Every reader accepts as much as its limit and refuses one more: each limit is set to all small sizes in turn."""

from __future__ import annotations

import csv as plain_csv
import io
import json as plain_json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

from aseansc.datasets import skeleton
from aseansc.errors import AseanscError
from aseansc.interchange import _archives, csv, excel, json, open_sdg, sdmx
from aseansc.interchange._document import read_json, scalars
from aseansc.interchange._tables import read_rows
from aseansc.interchange.csv import _data_package, _read_rows
from aseansc.interchange.excel import _check_parts, _number_formats
from aseansc.interchange.open_sdg import _read_files
from aseansc.interchange.sdmx import (
    _elements,
    _foreign,
    _foreign_indicators,
    _json_structure,
    _read_csv,
    _read_groups,
    _read_json,
    _write_csv,
    _write_structure,
    _write_xml,
)
from aseansc.limits import Limits
from tests._recorded import require_recorded
from tests.interchange import _sdmx_samples as samples
from tests.interchange._odd_files import golden

REVIEW = skeleton.load()
WORKBOOK = golden("excel/skeleton-2.xlsx")[0]
CSV, ML, JSON = (sdmx.dumps(REVIEW, form) for form in ("csv", "ml", "json"))
STRUCTURE = sdmx.structure(REVIEW)


@pytest.fixture
def least(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Return a function that finds the smallest limit with which a call raises no error and returns no None."""

    def accepts(module: ModuleType, name: str, limit: int, call: Callable[[], object]) -> bool:
        monkeypatch.setattr(module, name, limit)
        try:
            return call() is not None
        except AseanscError:
            return False

    def search(module: ModuleType, name: str, call: Callable[[], object]) -> int:
        low, high = 0, int(getattr(module, name))
        assert accepts(module, name, high, call)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if accepts(module, name, middle, call) else (middle, high)
        monkeypatch.undo()
        return high

    return search


def test_the_columns_and_cells_of_sdmx_csv(least: Callable[..., int]) -> None:
    rows = list(plain_csv.reader(io.StringIO(CSV)))
    longest = max(len(cell) for row in rows for cell in row)
    assert least(_read_csv, "_MOST_COLUMNS", lambda: sdmx.loads(CSV, structure=STRUCTURE)) == len(rows[0])
    assert least(_read_csv, "LONGEST_CELL", lambda: sdmx.loads(CSV, structure=STRUCTURE)) == longest
    assert least(_write_csv, "LONGEST_CELL", lambda: sdmx.dumps(REVIEW, "csv")) == longest


def test_the_attributes_of_sdmx_ml(least: Callable[..., int]) -> None:
    most = max(len(element.attrib) for element in ElementTree.fromstring(ML).iter())
    assert least(_elements, "MOST_CELLS", lambda: sdmx.loads(ML)) == most
    assert least(_write_structure, "LONGEST_TEXT", lambda: _write_structure.escaped("<abc>")) == len("<abc>")


def test_the_components_of_sdmx_json(least: Callable[..., int]) -> None:
    structure = plain_json.loads(JSON)["data"]["structures"][0]
    most = max(len(level) for kind in ("dimensions", "attributes", "measures") for level in structure[kind].values())
    assert least(_json_structure, "MOST_CELLS", lambda: sdmx.loads(JSON, structure=STRUCTURE)) == most
    assert least(_read_json, "LONGEST_INDEX", lambda: _read_json._index("120", "place")) == len("120")


def test_the_cells_and_the_descriptor_of_csv(least: Callable[..., int], tmp_path: Path) -> None:
    folder = tmp_path / "review"
    csv.dump(REVIEW, folder)
    longest = max(len(cell) for row in rows_of(folder) for cell in row)
    size = (folder / "datapackage.json").stat().st_size
    assert least(_read_rows, "LONGEST_CELL", lambda: csv.load(folder)) == longest
    assert least(_data_package, "_LONGEST", lambda: csv.load(folder)) == size
    kept = len({cell for row in rows_of(folder) for cell in row})
    for most in (1, 2, kept):  # it only limits what is shared
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_read_rows, "_MOST_SHARED", most)
            assert csv.load(folder) == REVIEW


def rows_of(folder: Path) -> Iterator[list[str]]:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            yield from plain_csv.reader(file)


def test_the_columns_of_open_sdg(least: Callable[..., int]) -> None:
    text = "Year,Sex,Units,Value\n2018,,Percent,5\n2018,Female,Percent,6\n"
    assert least(_read_files, "_MOST_COLUMNS", lambda: open_sdg.loads_draft(text, name="1-1-1")) == 4


def test_numbers_of_json(least: Callable[..., int]) -> None:
    draft = json.dumps(REVIEW)
    assert '"start": ' in draft or '"start":' in draft
    most = max(len(part) for part in plain_json.dumps(numbers_of(plain_json.loads(draft))).strip("[]").split(", "))
    assert least(read_json, "_LONGEST_INT", lambda: json.loads(draft)) == most
    assert least(scalars, "_LONGEST_FLOAT", lambda: scalars._as_float(scalars.OddNumber("-1.25"))) == len("-1.25")


def numbers_of(data: object) -> list[int]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        return [number for item in data for number in numbers_of(item)]
    return [data] if type(data) is int else []


def test_the_styles_and_odd_cells_of_a_workbook(least: Callable[..., int]) -> None:
    formats = "".join(f'<numFmt numFmtId="{number}" formatCode="0"/>' for number in range(170, 173))
    styles = f"<styleSheet><numFmts>{formats}</numFmts><cellXfs>{'<xf/>' * 5}</cellXfs></styleSheet>".encode()
    assert least(_check_parts, "_MOST_STYLES", lambda: _check_parts._codes(styles)) == 5
    more = styles.replace(b"<xf/>", b"", 4)
    assert least(_check_parts, "_MOST_STYLES", lambda: _check_parts._codes(more)) == 3
    sheet = b'<c r="A1"><f>1+1</f></c><c r="A2" t="e"><v>#N/A</v></c><mergeCell ref="B1:B2"/><c r="A3"><f>2</f></c>'
    assert least(_check_parts, "_MOST_ODD_CELLS", lambda: _check_parts._odd_cells(sheet, "sheet")) == 4
    _number_formats.shape_of.cache_clear()
    shape_of = _number_formats.shape_of.__wrapped__
    assert least(_number_formats, "_LONGEST", lambda: shape_of("#,##0.00")) == len("#,##0.00")


def test_the_parts_of_a_structure_in_sdmx_ml(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are not longer than the limit, and none begins with a blank, except one that is longer than a part."""
    monkeypatch.setattr(_write_xml, "_LONGEST_PART", 10)
    drawn = random.Random(3)
    for _ in range(300):
        text = "".join(drawn.choices("ab \n", weights=(5, 5, 3, 1), k=drawn.randrange(60)))
        found = list(_write_xml._parts(text))
        assert "".join(found) == text
        for before, part in zip(found, found[1:], strict=False):
            assert 0 < len(before) <= 10
            assert before.endswith("\n") or not part[0].isspace() or not before[1:].strip(), (text, found)
        assert len(found[-1]) <= 10


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", ""),
        ("Codelist", "codes"),
        ("Codelists/Codelist", "codes"),
        ("StructureSpecificData/DataSet", "rows"),
        ("StructureSpecificData/DataSet/Series", "rows"),
        ("StructureSpecificData/DataSet/Series/Obs", ""),
        ("GenericData/DataSet/Series", "rows"),
        ("Other/DataSet", ""),
        ("Other/StructureSpecificData/DataSet", ""),
        ("DataSet", ""),
        ("Series", ""),
    ],
)
def test_which_elements_are_dropped_when_they_are_read(path: str, kind: str) -> None:
    from lxml import etree  # type: ignore[import-untyped]

    parent = None
    for name in path.split("/") if path else ():
        parent = etree.Element(name) if parent is None else etree.SubElement(parent, name)
    assert _elements._kind_of(parent) == kind


def call_with(constants: dict[Any, dict[str, int]], read: Callable[[], object]) -> Callable[[], object]:
    """Return a call that is made while some constants have other values."""

    def call() -> object:
        with pytest.MonkeyPatch.context() as patch:
            for module, values in constants.items():
                for name, value in values.items():
                    patch.setattr(module, name, value)
            return read()

    return call


def all_foreign() -> object:
    for text in (samples.SDG_CSV, samples.LABELLED_CSV, samples.GENERIC_ML, samples.SERIES_ML, samples.NEW_JSON):
        sdmx.loads_draft(text)
    return sdmx.loads_draft(samples.SERIES_ML, structure=samples.STRUCTURE_ML)


INTERNAL: list[tuple[ModuleType, str, dict[Any, dict[str, int]], Callable[[], object]]] = [
    *[
        (_read_groups, "_SPREAD_ALLOWED", {_read_groups: {"_MOST_SPREAD": 0}}, lambda text=text: sdmx.loads_draft(text))
        for text in (samples.GENERIC_ML, samples.SERIES_ML, samples.NEW_JSON, samples.OLD_JSON)
    ],
    (
        _read_groups,
        "_SPREAD_ALLOWED",
        {_read_groups: {"_MOST_SPREAD": 0}},
        lambda: sdmx.loads(JSON, structure=STRUCTURE),
    ),
    (_read_groups, "_MOST_SPREAD", {_read_groups: {"_SPREAD_ALLOWED": 0}}, lambda: sdmx.loads_draft(samples.NEW_JSON)),
    (_read_groups, "_MOST_KINDS", {}, all_foreign),
    (_foreign, "_MOST_KINDS", {}, all_foreign),
    (_foreign_indicators, "_MOST_INDICATORS", {}, all_foreign),
    (_check_parts, "_LEAST_AREA", {_check_parts: {"_MOST_PER_CELL": 0}}, lambda: excel.load(io.BytesIO(WORKBOOK))),
    (_check_parts, "_MOST_PER_CELL", {_check_parts: {"_LEAST_AREA": 0}}, lambda: excel.load(io.BytesIO(WORKBOOK))),
    (read_rows, "_MOST_ITEMS", {read_rows: {"_ITEMS_OF_ROW": 0}}, lambda: excel.load(io.BytesIO(WORKBOOK))),
]


def items_needed(content: bytes, read: Callable[..., object]) -> int:
    """Return the least items with which an archive is read, if its files count as one each."""
    low, high = 0, 2_000_000
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_archives, "EACH_FILE", 1)
        while high - low > 1:
            middle = (low + high) // 2
            try:
                read(io.BytesIO(content), limits=Limits(items=middle))
                high = middle
            except AseanscError:
                low = middle
    return high


def test_internal_limits_count_as_recorded(least: Callable[..., int]) -> None:
    """The smallest value of each internal limit with which small files are read."""
    lines = []
    for module, name, others, read in INTERNAL:
        lines.append(f"{module.__name__.rpartition('.')[2]}.{name} {least(module, name, call_with(others, read))}")
    lines.append(f"items of csv {items_needed(golden('csv/skeleton-2.zip')[0], csv.load)}")
    lines.append(f"items of excel {items_needed(WORKBOOK, excel.load)}")
    require_recorded("least.txt", lines)

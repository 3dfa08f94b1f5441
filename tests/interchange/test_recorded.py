"""What readers report about files with random faults, or read from them, as recorded in ``tests/recorded/``."""

from __future__ import annotations

import html
import io
import random
import sys
from collections.abc import Callable, Iterator
from difflib import unified_diff
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from lxml import etree

from aseansc.datasets import annex, skeleton
from aseansc.drafts import Draft
from aseansc.errors import AseanscError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from tests._recorded import require_recorded

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import _fuzz_changes as changes

REVIEWS = (skeleton.load(), annex.load())
OPEN_SDG = b"""Year,Units,Sex,GeoCode,Observation status,Value
2018,percent,Male,VN-01,E,5.0
2018,percent,Female,VN-01,,6.5
2019-2020,percent,,VN,F,>7
2020-Q1,,Male,,,n/a
"""


def file_of(module: Any, review: Any) -> bytes:
    made = io.BytesIO()
    module.dump(review, made)
    return changes.packed(changes.unpacked(made.getvalue()))


def opened(load: Callable[[Any], Any]) -> Callable[[bytes], Any]:
    return lambda content: load(io.BytesIO(content))


def sdmx_rows(content: bytes) -> Any:
    return sdmx.loads(content, structure=structure())


@cache
def structure() -> str:
    return sdmx.structure(REVIEWS[1])


def change_cells(rng: random.Random, content: bytes) -> bytes:
    """Change some cells of a workbook: to the content of another cell, to a word, or to a number."""
    members = changes.unpacked(content)
    name = rng.choice([name for name in members if "worksheets/sheet" in name and b"<v>" in members[name]])
    root = etree.fromstring(members[name])
    for _ in range(rng.choice((1, 1, 2, 4))):
        cell, other = rng.choices([item for item in root.iter("{*}c") if len(item)], k=2)
        new = f"<is><t>{html.escape(rng.choice(changes.WORDS))}</t></is>"
        match rng.randrange(4):
            case 0:
                inner, kind = etree.tostring(other[-1]).decode(), other.get("t", "n")
            case 1:
                inner, kind = f"<v>{rng.choice((0, 12.5, -3, 43100, 1e60))}</v>", "n"
            case _:
                inner, kind = new, "inlineStr"
        cell[:] = [etree.fromstring(inner)]
        cell[-1].tag = f"{{{cell.nsmap[None]}}}{etree.QName(cell[-1]).localname}"
        cell.set("t", kind)
    members[name] = etree.tostring(root)
    return changes.packed(members)


@frozen
class Reader:
    """A reader, what changes its files, and how many changed ones are read of each valid one."""

    number: int
    change: changes.Change
    read: Callable[[bytes], Any]
    write: Callable[[Any], str | bytes]
    reviews: tuple[Any, ...] = REVIEWS

    def files(self) -> Iterator[bytes]:
        for review in self.reviews:
            written = self.write(review)
            yield written.encode() if isinstance(written, str) else written


SMALL = REVIEWS[:1]
READERS = {
    "json": Reader(30, changes.change_json, json.loads, json.dumps),
    "json-draft": Reader(20, changes.change_json, json.loads_draft, lambda review: json.dumps(Draft.of(review))),
    "sdmx-ml": Reader(20, changes.change_xml, sdmx.loads_draft, sdmx.dumps, SMALL),
    "sdmx-json": Reader(20, changes.change_json, sdmx_rows, lambda review: sdmx.dumps(review, "json"), REVIEWS[1:]),
    "sdmx-csv": Reader(30, changes.change_csv, sdmx_rows, lambda review: sdmx.dumps(review, "csv"), REVIEWS[1:]),
    "sdmx-csv-draft": Reader(30, changes.change_csv, sdmx.loads_draft, lambda review: sdmx.dumps(review, "csv")),
    "iati": Reader(30, changes.change_xml, iati.loads, iati.dumps, SMALL),
    "iati-draft": Reader(30, changes.change_xml, iati.loads_draft, iati.dumps),
    "csv": Reader(30, changes.change_archive, opened(csv.load), partial(file_of, csv)),
    "excel": Reader(20, change_cells, opened(excel.load_draft), partial(file_of, excel), SMALL),
    "open-sdg": Reader(80, changes.change_csv, open_sdg.loads_draft, lambda _: OPEN_SDG, SMALL),
}
_MOST = 8
"""The most problems or changes of one file."""


def as_json(read: Any) -> list[str]:
    return json.dumps(read).splitlines()


def of_file(read: Callable[[bytes], Any], content: bytes, valid: list[str]) -> Iterator[str]:
    """Yield the problems of a file, or how what was read differs from what a valid file has."""
    try:
        found = as_json(read(content))
    except AseanscError as error:
        problems = getattr(error, "problems", ()) or (error,)
        yield f"{type(error).__name__}: {len(problems)} problems"
        yield from (f"  {type(item).__name__} {' '.join(str(item).split())[:400]}" for item in problems[:_MOST])
        return
    if found != valid:
        different = list(unified_diff(valid, found, n=0, lineterm=""))[3:]
        yield f"accepted: {len(different)} lines"
        yield from (f"  {' '.join(line.split())[:200]}" for line in different[:_MOST])


def of_reader(name: str) -> Iterator[str]:
    reader = READERS[name]
    for content in reader.files():
        valid = as_json(reader.read(content))
        for seed in range(reader.number):
            yield f"{seed}:"
            yield from of_file(reader.read, reader.change(random.Random(f"{name} {seed}"), content), valid)


@pytest.mark.parametrize("name", READERS)
def test_files_with_faults_are_read_as_recorded(name: str) -> None:
    require_recorded(f"read-{name}.txt", list(of_reader(name)))

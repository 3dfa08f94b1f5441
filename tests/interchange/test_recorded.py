"""What readers report about files with random faults, or read from them, as recorded in ``tests/recorded/``."""

from __future__ import annotations

import html
import io
import random
import re
import sys
from collections.abc import Callable, Iterator
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from aseansc import Text
from aseansc.datasets import annex, skeleton
from aseansc.drafts import Draft, Gap
from aseansc.errors import AseanscError
from aseansc.interchange import csv, excel, iati, json, load, open_sdg, sdmx
from aseansc.interchange.excel._check_parts import Marks
from aseansc.interchange.excel._read_workbook import reading_of
from aseansc.limits import Limits, within
from tests._recorded import require_recorded
from tests.interchange import _sdmx_samples as samples
from tests.interchange._special import SPECIAL
from tests.interchange._workbooks import GRIDS

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import _fuzz_changes as changes

SKELETON, GOLDEN = skeleton.load(), Path(__file__).parents[1] / "golden"
ANNEX = annex.load()
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
    return sdmx.structure(ANNEX)


TYPED = ("1,5", "1.234", "31/12/2018", "12,5%", "trên 60", "?", "??", "? who", "TRUE", "x; y", "vi: a; en: b", "2018.0")
"""What a person may type in a cell."""


def change_cells(rng: random.Random, content: bytes) -> bytes:
    """Change some cells of a workbook: to the content of another cell, to a word, or to a number."""
    members = changes.unpacked(content)
    name = rng.choice([name for name in members if "worksheets/sheet" in name and b"<v>" in members[name]])
    root = etree.fromstring(members[name])
    for _ in range(rng.choice((1, 1, 2, 4))):
        cell, other = rng.choices([item for item in root.iter("{*}c") if len(item)], k=2)
        word = re.sub("[^ -\ud7ff]", "", rng.choice((*changes.WORDS, *TYPED)))
        match rng.randrange(4):
            case 0:
                inner, kind = etree.tostring(other[-1]).decode(), other.get("t", "n")
            case 1:
                inner, kind = f"<v>{rng.choice((0, 12.5, -3, 43100, 1e60))}</v>", "n"
            case _:
                inner, kind = f"<is><t>{html.escape(word)}</t></is>", "inlineStr"
        cell[:] = [etree.fromstring(inner)]
        cell[-1].tag = f"{{{cell.nsmap[None]}}}{etree.QName(cell[-1]).localname}"
        cell.set("t", kind)
    members[name] = etree.tostring(root)
    return changes.packed(members)


def written(write: Callable[[Any], str | bytes], *reviews: Any) -> list[bytes]:
    files = (write(review) for review in reviews)
    return [file.encode() if isinstance(file, str) else file for file in files]


def golden(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(GOLDEN.glob(pattern))]


READERS: dict[str, tuple[int, changes.Change, Callable[[bytes], Any], Callable[[], list[bytes]]]] = {
    "json": (
        30,
        changes.change_json,
        json.loads,
        lambda: [*written(json.dumps, ANNEX), *golden("json/special-2.json")],
    ),
    "json-draft": (30, changes.change_json, json.loads_draft, lambda: golden("json/draft-1.json")),
    "sdmx-ml": (10, changes.change_xml, sdmx.loads_draft, lambda: written(sdmx.dumps, SKELETON)),
    "sdmx-json": (
        10,
        changes.change_json,
        lambda content: sdmx.loads(content, structure=structure()),
        lambda: written(lambda review: sdmx.dumps(review, "json"), ANNEX),
    ),
    "sdmx-csv": (
        12,
        changes.change_csv,
        lambda content: sdmx.loads(content, structure=structure()),
        lambda: written(lambda review: sdmx.dumps(review, "csv"), ANNEX),
    ),
    "sdmx-csv-draft": (
        30,
        changes.change_csv,
        sdmx.loads_draft,
        lambda: [*golden("sdmx/special-2.csv"), samples.SDG_CSV.encode(), samples.OLD_CSV.encode()],
    ),
    "sdmx-csv-labels": (
        40,
        changes.change_csv,
        sdmx.loads_draft,
        lambda: [samples.LABELLED_CSV.encode(), samples.STARS_CSV.encode()],
    ),
    "sdmx-json-draft": (
        60,
        changes.change_json,
        sdmx.loads_draft,
        lambda: [samples.OLD_JSON.encode(), samples.NEW_JSON.encode()],
    ),
    "sdmx-ml-draft": (
        40,
        changes.change_xml,
        sdmx.loads_draft,
        lambda: [samples.GENERIC_ML.encode(), samples.SERIES_ML.encode()],
    ),
    "sdmx-structure": (
        40,
        changes.change_xml,
        lambda content: sdmx.loads_draft(samples.SERIES_ML, structure=content.decode()),
        lambda: [samples.STRUCTURE_ML.encode()],
    ),
    "iati": (25, changes.change_xml, iati.loads, lambda: written(iati.dumps, SKELETON)),
    "iati-draft": (20, changes.change_xml, iati.loads_draft, lambda: golden("iati/*-2.*.xml")),
    "csv": (30, changes.change_archive, opened(csv.load), lambda: golden("csv/special-2.zip")),
    "excel": (10, change_cells, opened(excel.load_draft), lambda: [file_of(excel, SKELETON)]),
    "excel-draft": (8, change_cells, opened(excel.load_draft), lambda: golden("excel/draft-1.xlsx")),
    "open-sdg": (80, changes.change_csv, open_sdg.loads_draft, lambda: [OPEN_SDG]),
}
"""For each reader: how many changed files are read of each valid one, what changes them, and the valid ones."""
_MOST = 8
"""The most problems or changes of one file."""


def as_json(read: Any) -> list[str]:
    return json.dumps(read).splitlines()


def of_file(read: Callable[[bytes], Any], content: bytes, valid: list[str]) -> Iterator[str]:
    """Yield the problems of a file, or how what was read differs from what a valid file has."""
    try:
        found = as_json(read(content))
    except AseanscError as error:
        problems = getattr(error, "problems", ())
        if problems:
            yield f"{error.where}: {error.problem}"
        yield from (
            f"  {type(item).__name__} {' '.join(str(item).split())[:400]}" for item in (problems or (error,))[:_MOST]
        )
        return
    if found != valid:
        different = list(unified_diff(valid, found, n=0, lineterm=""))[3:]
        yield f"accepted: {len(different)} lines"
        yield from (f"  {' '.join(line.split())[:200]}" for line in different[:_MOST])


def of_reader(name: str) -> Iterator[str]:
    number, change, read, files = READERS[name]
    for content in files():
        valid = as_json(read(content))
        for seed in range(number):
            yield f"{seed}:"
            yield from of_file(read, change(random.Random(f"{name} {seed}"), content), valid)


@pytest.mark.parametrize("name", READERS)
def test_files_with_faults_are_read_as_recorded(name: str) -> None:
    require_recorded(f"read-{name}.txt", list(of_reader(name)))


def test_losses_are_as_recorded() -> None:
    reviews = {"annex": ANNEX, "special": SPECIAL}
    lines = []
    for name, review in reviews.items():
        for module in (json, csv, excel, iati, open_sdg, sdmx):
            lines += [f"{name}, {module.__name__}", *(f"  {loss}" for loss in module.losses(review))]
    require_recorded("losses.txt", lines)


def test_files_for_others_are_as_recorded() -> None:
    """Formats from which a review does not come back in full: their round trips compare only a part."""
    lines = []
    for review in (ANNEX, SPECIAL):
        for indicator in review.indicators:
            lines.append(f"{review.id}, {indicator.id}")
            try:
                lines += open_sdg.dumps(review, indicator.id).splitlines()
            except AseanscError as error:
                lines.append(" ".join(str(error).split()))
    lines += [line.strip() for line in iati.dumps(ANNEX).splitlines() if "aseansc:" not in line]
    for review in (ANNEX, SPECIAL):
        lines += [line.strip() for line in sdmx.dumps(review, "json").splitlines() if re.match(r'\s*"\d+:', line)]
    require_recorded("written.txt", lines)


def test_what_any_reader_makes_of_the_first_bytes_is_as_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # messages are cut, and the path of the folder would count
    lines, file = [], Path("file")

    def read(content: bytes) -> Any:
        file.write_bytes(content)
        return load(file)

    for name, (_, _, _, files) in READERS.items():
        content = files()[0]
        half = content[: len(content) // 2]
        for at, some in enumerate((half, content[:30], b"\xef\xbb\xbf" + content, b" " + content, b"")):
            lines += [f"{name}, variant {at}", *of_file(read, some, [])]
    require_recorded("any-format.txt", lines)


# -- limits, bytes that are no text, and line numbers


SMALL: dict[str, tuple[Callable[..., Any], Callable[[], bytes]]] = {
    "json": (json.loads, lambda: written(json.dumps, SKELETON)[0]),
    "iati": (iati.loads, lambda: written(iati.dumps, SKELETON)[0]),
    "iati-draft": (iati.loads_draft, lambda: golden("iati/agency-2.03.xml")[0]),
    "csv": (csv.load, lambda: golden("csv/skeleton-2.zip")[0]),
    "excel": (excel.load, lambda: golden("excel/skeleton-2.xlsx")[0]),
    "open-sdg": (open_sdg.loads_draft, lambda: OPEN_SDG),
    "sdmx-csv": (sdmx.loads_draft, lambda: samples.SDG_CSV.encode()),
    "sdmx-csv-labels": (sdmx.loads_draft, lambda: samples.LABELLED_CSV.encode()),
    "sdmx-generic": (sdmx.loads_draft, lambda: samples.GENERIC_ML.encode()),
    "sdmx-series": (sdmx.loads_draft, lambda: samples.SERIES_ML.encode()),
    "sdmx-json": (sdmx.loads_draft, lambda: samples.NEW_JSON.encode()),
    "sdmx-structure": (sdmx.loads_draft, lambda: samples.STRUCTURE_ML.encode()),
}
"""A small valid file for each reader."""


def with_limits(read: Callable[..., Any], content: bytes, limits: Limits) -> str:
    """Return how a reader refuses a file, or ``""``."""
    source = io.BytesIO(content) if read in (csv.load, excel.load) else content
    try:
        read(source, limits=limits)
    except AseanscError as error:
        return " ".join(str(error).split())
    return ""


def read_cells(_content: bytes, limits: Limits) -> None:
    with within(limits):
        reading_of(GRIDS, {name: Marks({}) for name in GRIDS})


def write_draft(_content: bytes, limits: Limits) -> None:
    """Write a draft, up to where the number of parts that xlsxwriter makes would count."""
    why = Gap(reason=Text(en="why"), choices=("a", "b"))
    if limits.items < 2_000:
        excel.dump(Draft.of(SKELETON).fill("targets[0].time", why), io.BytesIO(), limits=evolve(limits, size=2**30))


SMALL_OR_OWN = {**SMALL, "cells": (read_cells, bytes), "written-workbook": (write_draft, bytes)}


@pytest.mark.parametrize("reader", SMALL_OR_OWN)
def test_what_is_counted_for_the_limits_is_as_recorded(reader: str) -> None:
    """For ever higher limits, until the file is accepted: what exceeds them, and how much there is of it."""
    lines = []
    read, made = SMALL_OR_OWN[reader]
    for name in ("size", "items", "depth"):
        content, number, found = made(), 1, "?"
        while found:
            found = with_limits(read, content, Limits(**{name: number})).partition("; expected")[0]
            lines.append(f"{name}: {found or f'accepted at {number}'}")
            number = number + 1 if name == "depth" else 1 + number * 3 // 2
    require_recorded(f"counted-{reader}.txt", list(dict.fromkeys(lines)))


def test_bytes_that_are_no_text_are_located_as_recorded() -> None:
    lines = []
    for reader in ("json", "iati", "sdmx-csv", "sdmx-series", "open-sdg"):
        read, made = SMALL[reader]
        content = made()
        odd = ((at, odd) for at in (1, len(content) // 2) for odd in (b"\xff", b"\xe1\xbb", b"\xed\xa0\x80"))
        variants = {f"{odd!r} at {at}": content[:at] + odd + content[at:] for at, odd in odd}
        for codec in ("utf-16", "utf-16-be", "utf-8-sig"):
            variants |= {codec: content.decode().encode(codec), f"{codec}, cut": content.decode().encode(codec)[:-1]}
        for name, variant in variants.items():
            lines.append(f"{reader}, {name}: {with_limits(read, variant, Limits())[:300] or 'accepted'}")
    require_recorded("bytes.txt", lines)


@pytest.mark.parametrize("reader", ["iati", "iati-draft", "sdmx-series", "sdmx-generic"])
def test_a_problem_of_a_document_moves_with_the_lines_before_it(reader: str) -> None:
    read, made = SMALL[reader]
    valid = re.sub(rb"^<\?xml[^>]*>\s*", b"", made())
    files = [b"<!DOCTYPE x>" + valid, *(valid[: 200 + 50 * seed] for seed in range(12))]
    files += [changes.change_xml(random.Random(seed), valid) for seed in range(12)]
    for content in files:
        first, second = (
            with_limits(read, b"<?xml version='1.0'?>" + b"\n" * lines + content, Limits()) for lines in (1, 4)
        )
        moved = re.sub(r"\b(line|byte) (\d+)", lambda match: f"{match[1]} {int(match[2]) + 3}", first)
        assert second == moved

"""What is read from odd files, and what is lost, written and counted, as recorded in ``tests/recorded/``."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from aseansc import Text
from aseansc.drafts import RECORD_TYPES, Draft, Gap
from aseansc.errors import AseanscError
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from aseansc.interchange.excel._check_parts import Marks
from aseansc.interchange.excel._read_workbook import reading_of
from aseansc.interchange.excel._write_workbook import require_writable
from aseansc.limits import Limits, within
from tests._recorded import require_recorded
from tests.interchange import _sdmx_samples as samples
from tests.interchange._odd_files import (
    ANNEX,
    KINDS,
    OPEN_SDG,
    READERS,
    SKELETON,
    answers,
    changes,
    golden,
    of_others,
    seeds_of,
    written,
)
from tests.interchange._special import SPECIAL
from tests.interchange._workbooks import GRIDS


@pytest.mark.parametrize("kind", KINDS)
def test_odd_files_are_read_as_recorded(kind: str) -> None:
    require_recorded(f"odd-{kind}.txt", list(answers(kind, seeds_of(kind))))


def test_files_of_other_formats_are_refused_as_recorded() -> None:
    """Very short files, and those of all other readers."""
    require_recorded("other-files.txt", [line for name in READERS for line in of_others(name)])


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


def write_review(_content: bytes, limits: Limits | None = None) -> None:
    """Count the cells of the tables of a review before it is written."""
    with within(limits):
        require_writable({name: len(getattr(SPECIAL, name, ())) for name in RECORD_TYPES})


SMALL_OR_OWN = {
    **SMALL,
    "cells": (read_cells, bytes),
    "written-workbook": (write_draft, bytes),
    "written-review": (write_review, bytes),
}


@pytest.mark.parametrize("reader", SMALL_OR_OWN)
def test_what_is_counted_for_the_limits_is_as_recorded(reader: str) -> None:
    """For ever higher limits, until the file is accepted: what exceeds them, and how much there is of it."""
    lines = []
    read, made = SMALL_OR_OWN[reader]
    for name in ("size", "items", "depth"):
        content, refused, number = made(), 0, 1
        while found := with_limits(read, content, Limits(**{name: number})).partition("; expected")[0]:
            lines.append(f"{name}: {found}")
            refused, number = number, number + 1 if name == "depth" else 1 + number * 3 // 2
        while number - refused > 1:  # between these, the least that is accepted
            middle = (refused + number) // 2
            found = with_limits(read, content, Limits(**{name: middle}))
            refused, number = (middle, number) if found else (refused, middle)
        lines.append(f"{name}: accepted at {number}")
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

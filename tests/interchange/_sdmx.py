"""Data and helpers for the tests of SDMX."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import DocumentError
from aseansc.interchange import sdmx
from aseansc.interchange.sdmx._data_structure import COLUMNS, HEAD

GOLDEN = Path(__file__).parents[1] / "golden" / "sdmx"
REVIEW = lai_chau.load()
SMALL = skeleton.load()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def text_of(lines: list[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*HEAD, *COLUMNS], lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def problems(content: str | bytes, structure: str | None = None) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        sdmx.loads_draft(content, structure=structure)
    return [str(problem) for problem in caught.value.problems] or [str(caught.value)]


def changed(row: int, **cells: str) -> str:
    """Return the rows of the small review with some cells changed."""
    lines = table(sdmx.dumps(SMALL, "csv"))
    lines[row].update(cells)
    return text_of(lines)


STRUCTURE = sdmx.structure(SMALL)

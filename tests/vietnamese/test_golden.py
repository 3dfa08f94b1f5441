"""Phrases of our own making, as reports print them, and the reading that was written down before there was a reader."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

import pytest

from aseansc import vietnamese
from aseansc.vietnamese import PrintedFigure

TABLE = Path(__file__).parent.parent / "golden" / "vietnamese-phrases.tsv"

with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = [
        (sentence, [(row["printed"], row["kind"], row["value"]) for row in rows if row["printed"]])
        for sentence, rows in groupby(csv.DictReader(file, delimiter="\t"), key=lambda row: row["sentence"])
    ]


def told(figure: PrintedFigure) -> tuple[str, str, str]:
    value = "-" if figure.value is None else f"{type(figure.value).__name__} {figure.value}"
    return figure.printed, figure.kind.value, value


def test_there_are_many() -> None:
    assert len(ROWS) > 100


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_a_phrase_is_read_as_written_down(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert [told(figure) for figure in vietnamese.find(sentence)] == expected


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_what_has_no_value_says_why(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    for figure in vietnamese.find(sentence):
        assert figure.value is not None or figure.note or figure.kind.value in ("legal", "phone", "ordinal")

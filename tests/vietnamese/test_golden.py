"""Phrases of our own making, as reports print them.

The first table was written down with its reading before there was a reader. The second holds further ones, whose
reading was looked through afterwards: it keeps what was right from going wrong.
"""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

import pytest

from aseansc import vietnamese
from aseansc.vietnamese import PrintedFigure

GOLDEN = Path(__file__).parent.parent / "golden"


def table(name: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (sentence, [(row["printed"], row["kind"], row["value"]) for row in rows if row["printed"]])
            for sentence, rows in groupby(reader, key=lambda row: row["sentence"])
        ]


ROWS = table("vietnamese-phrases.tsv") + table("vietnamese-reviewed.tsv")


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

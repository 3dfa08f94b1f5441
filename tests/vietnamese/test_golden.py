"""Phrases written for this project, in the style of reports.

The first table and its readings were written before the reader existed. The second holds further phrases whose
readings were checked afterwards; it protects correct readings from regressions. The third has, for rates, plans,
directions, broken numbers and words inside words, sentences of each kind and of its opposite.
"""

from __future__ import annotations

import csv
from functools import cache
from itertools import groupby
from pathlib import Path

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


ROWS = table("vietnamese-phrases.tsv") + table("vietnamese-reviewed.tsv") + table("vietnamese-words.tsv")


def as_row(figure: PrintedFigure) -> tuple[str, str, str]:
    value = "-" if figure.value is None else f"{type(figure.value).__name__} {figure.value}"
    return figure.printed, figure.kind.value, value


def test_there_are_more_than_100_phrases() -> None:
    assert len(ROWS) > 100


@cache
def found_in(sentence: str) -> tuple[PrintedFigure, ...]:
    return tuple(vietnamese.find(sentence))


def test_every_phrase_is_read_as_expected() -> None:
    read = [(sentence, [as_row(figure) for figure in found_in(sentence)]) for sentence, _ in ROWS]
    assert [(found, row) for found, row in zip(read, ROWS, strict=True) if found != row] == []


def test_a_figure_without_a_value_has_a_note() -> None:
    without = [figure for sentence, _ in ROWS for figure in found_in(sentence) if figure.value is None]
    kinds = ("document_number", "phone", "ordinal")
    assert [figure for figure in without if not figure.note and figure.kind.value not in kinds] == []

"""Small tables with the traps of real ones, and how each of their cells is read.

The tables are in ``hostile_tables.txt``: lines that begin with ``|`` are rows, ``<`` continues the cell on its left
and ``^`` the one above it; other lines are paragraphs. The recorded file has a line for each number that is read or
left open. Before a change is recorded, read it: no line may state what the table does not. Where one still does, the
title says that it is a known fault, and lines that begin with ``!`` say what is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

import pytest

from aseansc import documents
from aseansc.codelists import Absent
from aseansc.documents import Source
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.mentions import Mention
from tests._recorded import require_recorded

TABLES: Final = Path(__file__).with_name("hostile_tables.txt")
_PLACE: Final = "VN-01"
_COMPARED: Final = ("start", "end", "actual", "target")


def page_of(lines: list[str]) -> str:
    """Return a page with the paragraphs and the tables of some lines."""
    rows = [[cell.strip() for cell in line[1:].split("|")] if line.startswith("|") else [] for line in lines]
    made = ["<html><meta charset=utf-8>"]
    for at, row in enumerate(rows):
        if not row:
            made.append(f"<p>{escape(lines[at])}</p>")
            continue
        cells = (
            f"<td{_spans(rows, at, column)}>{escape(text)}</td>"
            for column, text in enumerate(row)
            if text not in ("<", "^")
        )
        made.append("<table>" * (not at or not rows[at - 1]) + f"<tr>{''.join(cells)}</tr>")
        made.append("</table>" * (at + 1 == len(rows) or not rows[at + 1]))
    return "".join(made)


def _spans(rows: list[list[str]], row: int, column: int) -> str:
    right = down = 1
    while rows[row][column + right : column + right + 1] == ["<"]:
        right += 1
    while row + down < len(rows) and rows[row + down][column : column + 1] == ["^"]:
        down += 1
    return f" colspan={right} rowspan={down}"


def readings(made: Draft) -> Iterator[str]:
    """Yield a line for each number: its cell, record, value, time, indicator and place, or why it is open."""
    names = {str(each["id"]): each["name"] for each in made.indicators if isinstance(each, PartialRecord)}
    for record in (*made.observations, *made.targets, *made.claims, *made.mentions):
        if not isinstance(record, PartialRecord):
            continue
        kind = record.record_type
        if kind is Mention and not isinstance(record["kind"], Gap):
            continue  # serial numbers, and times in heads
        found = [f"{record.origin} {kind.__name__}"]
        if kind is Mention:
            yield f"{found[0]}: {_shown(record['kind'])}"
            continue
        name = names.get(str(record.get("indicator")))
        fields = ("value", "time", "time_collection", "statuses", "whole", *_COMPARED)
        found += [_shown(record[field]) for field in fields if field in record.fields]
        found += [] if name is None else [_shown(name)]
        found += [_shown(record["place"])] if record.get("place", _PLACE) != _PLACE else []
        yield " | ".join(found)


def _shown(field: object) -> str:
    """Return a field in one line; why it is open, and what it is partly known to be."""
    if isinstance(field, Gap):
        return f"? {field.reason.en}"
    if isinstance(field, PartialRecord):
        return " ".join(_shown(each) for each in field.fields.values())
    return " ".join(map(str, field)) if isinstance(field, tuple) else str(field)


def tables() -> dict[str, list[str]]:
    """Return the lines of the pages by their titles."""
    parts = TABLES.read_text(encoding="utf-8").split("## ")[1:]
    return {
        lines[0]: [line for line in lines[1:] if line and line[0] != "!"]
        for part in parts
        if (lines := part.splitlines())
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    page, found = tmp_path_factory.mktemp("pages") / "page.html", dict[str, Source]()
    for title, lines in tables().items():
        page.write_text(page_of(lines), encoding="utf-8")
        found[title] = documents.read(page)
    return found


@pytest.fixture(scope="module")
def drafts(pages: dict[str, Source]) -> dict[str, Draft]:
    return {title: documents.draft(source, place=_PLACE) for title, source in pages.items()}


def test_no_number_is_lost(pages: dict[str, Source], drafts: dict[str, Draft]) -> None:
    for title, made in drafts.items():
        records = (*made.observations, *made.targets, *made.claims, *made.mentions)
        cited = [each["citation"] if isinstance(each, PartialRecord) else each.citation for each in records]
        cells = (cell for table in pages[title].tables for cell in table.cells if cell.column > 1 and cell.row > 1)
        numbers = [cell for cell in cells if cell.text[:1].isdecimal() and _is_mostly_number(cell.text)]
        lost = [cell for cell in numbers if not any(cell.start <= each.start < each.end <= cell.end for each in cited)]
        assert lost == [], title


def _is_mostly_number(text: str) -> bool:
    """Return whether a text is not one of a head, *6 tháng*, or how a column is computed, *3=2/1*."""
    return "=" not in text and sum(map(str.isalpha, text)) < sum(map(str.isdecimal, text))


def test_hostile_tables_are_read_as_recorded(drafts: dict[str, Draft]) -> None:
    found: list[str] = []
    for title, made in drafts.items():
        found += [f"## {title}", *sorted(readings(made), key=_place_of)]
    require_recorded("hostile_tables.txt", found)


def test_claims_refer_to_records_that_were_drafted(drafts: dict[str, Draft]) -> None:
    for title, made in drafts.items():
        levels, targets, indicators = (
            {each["id"] for each in records if isinstance(each, PartialRecord)}
            for records in (made.observations, made.targets, made.indicators)
        )
        known = {"target": targets, "whole": indicators, "indicator": indicators}
        known |= dict.fromkeys(("start", "end", "actual", "part"), levels)
        for claim in made.claims:
            assert isinstance(claim, PartialRecord)
            named = {field: claim[field] for field in known if isinstance(claim.get(field), str)}
            lost = {field: name for field, name in named.items() if name not in {*known[field], Absent.NOT_STATED}}
            assert lost == {}, (title, claim.origin)


def _place_of(line: str) -> list[int]:
    """Return the numbers of the cell with which a line begins, so that lines are in the order of the table."""
    return [int(number) for number in re.findall(r"\d+", " ".join(line.split()[:2]))]

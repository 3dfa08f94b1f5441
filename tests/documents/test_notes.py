"""Marks in the heads and numbers of tables, and the notes below that say that the figures are not final."""

from __future__ import annotations

from pathlib import Path

from aseansc import documents
from aseansc.drafts import PartialRecord
from aseansc.observations import Status
from aseansc.vietnamese.tables import read_head

HEADS = "<tr><td><td>2019<td>2020 (1)<td>2021²"
ROW = "<tr><td>Dân số (người)<td>12.000<td>13.000<td>14.500*"


def statuses(tmp_path: Path, *below: str) -> list[object]:
    """Return the statuses of the figures of a page with a table and lines below it."""
    page = tmp_path / "annex.html"
    lines = "".join(f"<p>{line}</p>" for line in below)
    page.write_text(f"<html><meta charset=utf-8><table>{HEADS}{ROW}</table>{lines}</html>", encoding="utf-8")
    made = documents.draft(documents.read(page), place="VN-01")
    return [record.get("statuses") for record in made.observations if isinstance(record, PartialRecord)]


def test_years_with_the_mark_of_a_note_are_heads() -> None:
    assert [str(read_head(head).time) for head in ("2020 (1)", "2021²")] == ["2020", "2021"]


def test_a_note_states_the_status_of_the_figures_with_its_mark(tmp_path: Path) -> None:
    assert statuses(tmp_path) == [None, None, None]
    assert statuses(tmp_path, "Ghi chú: (1) Số sơ bộ", "² Số ước tính") == [
        None,
        (Status.PROVISIONAL,),
        (Status.ESTIMATED,),
    ]
    assert statuses(tmp_path, "* Sơ bộ - Prel.")[2] == (Status.PROVISIONAL,)
    assert statuses(tmp_path, "(1) Không kể dầu thô", "(2) Ước tính theo giá 2010") == [None, None, None]
